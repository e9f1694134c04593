//! Reports from outside, of findings made by hand in invented articles.

mod desk;
mod formats;
mod hostile;
mod html;
mod json;
mod large;
mod sarif;
