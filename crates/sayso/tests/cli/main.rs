//! The program as a user meets it: what it reads, what it writes, what it says when something cannot be read.

mod bad_input;
mod cache;
mod check;
mod config;
mod eval;
mod export;
mod feeds;
mod fetching;
mod inputs;
mod kept;
mod lineage;
mod lsp;
mod output;
mod packs;
mod rule;
mod schema;
mod support;
mod watch;
