//! Readings against a gold standard: how much of what trained readers marked was found, and how far `confidence` can be
//! believed.
//!
//! Does no I/O: [`gold::parse`] takes the text of a brat file, [`compare()`] takes one article's gold and predicted
//! attributions and returns counts; a [`Tally`] of several articles is their sum, and [`Scores`] are its figures.
//!
//! Everything is measured on characters that are no white space, so it never matters how much white space a span takes
//! in. A *source*, *cue* or *content* is one set of such characters, however many pieces it is in.

mod bootstrap;
mod calibration;
mod compare;
pub mod gold;
pub mod gum;
mod ink;
mod matching;
mod quoted;
mod scores;
pub mod sourcing;
mod tally;

pub use bootstrap::intervals;
pub use calibration::{Bin, BinScores, Calibration};
pub use compare::compare;
pub use scores::{Interval, KindScores, Scores};
pub use tally::{Attributions, Kinds, Ratio, Roles, Spans, Tally};

use sayso_text::Span;

/// What is compared: the spans of one attribution in bytes of the article's text, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// Who or what the content is attributed to; empty where nobody is named.
    pub source: Vec<Span>,
    /// The words that make the link.
    pub cue: Vec<Span>,
    /// What is attributed. One without content is scored by role, not as an attribution.
    pub content: Vec<Span>,
    /// How sure the reader is, 0 to 1.
    pub confidence: f32,
}
