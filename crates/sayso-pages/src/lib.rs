//! Answers of an archive → what a person or a program looks at: text for a terminal, JSON, CSV, web pages, graphs.
//!
//! Does no I/O: every view is a function from an answer to a `String`, and the same answer gives the same bytes. The views show
//! what [`sayso_lineage`] found and decide nothing; every line that says something leads to the words that show it: the article's
//! address or path, its characters in code points, the sentence.
//!
//! | answer | text | JSON | CSV | web page | graph |
//! |---|---|---|---|---|---|
//! | [`sayso_lineage::trace::Trace`] | [`trace::text()`] | [`trace::json()`] | | [`trace::html()`] | [`trace::dot()`], [`trace::mermaid()`] |
//! | [`sayso_lineage::series::Figures`] | [`figures::text()`] | [`figures::json()`] | [`figures::csv()`] | [`figures::html()`] | |
//! | [`sayso_lineage::people::Sources`] | [`sources::text()`] | [`sources::json()`] | [`sources::csv()`] | [`sources::html()`] | |
//! | [`sayso_lineage::revision::Difference`] | [`revisions::text()`] | [`revisions::json()`] | | [`revisions::html()`] | |
//! | [`search::Hit`] | [`search::text()`] | [`search::json()`] | [`search::csv()`] | [`search::html()`] | |

pub mod figures;
mod json;
mod page;
pub mod revisions;
pub mod search;
mod sheet;
pub mod sources;
mod svg;
pub mod trace;
mod words;

pub use sayso_views::Options;
