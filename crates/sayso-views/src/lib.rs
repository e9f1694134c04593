//! [`Reading`] → what a person or a program looks at: JSON, CSV, brat, a marked-up text for a terminal, a web page.
//!
//! Does no I/O: every view is a function from readings to a `String`, and the same reading gives the same bytes. The views
//! show what was read and decide nothing: what they add (a letter for each source, the shares of direct and reported
//! words) is counted from the spans alone. Offsets are bytes in a [`Reading`] and code points in what comes out.
//!
//! | view | for | one reading | many |
//! |---|---|---|---|
//! | [`json()`] | programs | [`json_line`] | [`json_begin`], [`json_item`], [`json_between`], [`json_end`] |
//! | [`ATTRIBUTIONS`], [`SOURCES`], [`CHAINS`], [`FIGURES`], [`STATEMENTS`] | a terminal | [`View::text`] | one after another |
//! | the same | spreadsheets, data frames | [`View::csv_rows`] after [`View::csv_header`] | the same |
//! | [`brat()`] | annotation tools, `sayso eval` | [`brat()`] | one file each |
//! | [`Cards`] | whoever points at a statement in an editor | [`Cards::attribution`], [`Cards::sources`] | |
//! | [`html()`] | a browser, paper | [`html()`] | [`html()`], with an index |

mod blocks;
mod brat;
mod cards;
mod chains;
mod csv;
mod facts;
mod figures;
mod glyphs;
mod html;
mod json;
mod listing;
mod marks;
mod nesting;
mod sources;
mod statements;
mod text;
mod view;
mod voice;
mod when;
pub mod wrap;

pub use brat::brat;
pub use cards::{Card, Cards, SourceCard};
pub use csv::{csv_rows, unguarded};
pub use glyphs::Glyphs;
pub use html::html;
pub use json::{json, json_begin, json_between, json_end, json_item, json_line, rounded};
pub use statements::{Statement, statements};
pub use text::{Options, text};
pub use view::{ATTRIBUTIONS, CHAINS, FIGURES, SOURCES, STATEMENTS, View};
pub use voice::{Shares, shares};

#[cfg(doc)]
use sayso_reading::Reading;
