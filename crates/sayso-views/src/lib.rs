//! [`Reading`] → what a person or a program looks at: JSON, CSV, brat, a marked-up text for a terminal, a web page.
//!
//! Does no I/O: every view is a function from readings to a `String`, and the same reading gives the same bytes. The views
//! show what was read and decide nothing: what they add (a letter for each source, the shares of direct and reported
//! words) is counted from the spans alone. Offsets are bytes in a [`Reading`] and code points in what comes out.
//!
//! | view | for | one reading | many |
//! |---|---|---|---|
//! | [`json()`] | programs | [`json_line`] | [`json_begin`], [`json_item`], [`json_between`], [`json_end`] |
//! | [`csv()`] | spreadsheets, data frames | [`csv_rows`] after [`csv_header`] | the same |
//! | [`figures_text`], [`figures_csv_rows`] | following a number | the same | [`figures_csv_header`] first |
//! | [`brat()`] | annotation tools, `sayso eval` | [`brat()`] | one file each |
//! | [`text()`] | a terminal | [`text()`] | one after another |
//! | [`html()`] | a browser, paper | [`html()`] | [`html()`], with an index |

mod blocks;
mod brat;
mod csv;
mod figures;
mod html;
mod json;
mod marks;
mod safe;
mod sources;
mod text;
mod voice;
mod when;
mod wrap;

pub use brat::brat;
pub use csv::{csv, csv_header, csv_rows, unguarded};
pub use figures::{figures_csv_header, figures_csv_rows, figures_text};
pub use html::html;
pub use json::{json, json_begin, json_between, json_end, json_item, json_line};
pub use text::{Options, text};
pub use voice::{Shares, shares};

#[cfg(doc)]
use sayso_reading::Reading;
