//! The server as an editor meets it: a scripted client over a connection in memory.

mod client;
mod features;
mod hostile;
mod protocol;
mod speed;
