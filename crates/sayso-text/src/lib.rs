//! What every step of the walk shares: spans of an article's text, notes on what could not be read, words, sentences and
//! quotation marks, and what must not reach a screen.
//!
//! Inside Sayso an offset is a byte of the article's UTF-8 text, always at a character's edge. At the border (JSON, CSV,
//! brat) it is a code point; [`CodePoints`] converts. Nothing here changes a text.

mod note;
pub mod quotes;
pub mod safe;
pub mod sentences;
mod span;
mod words;

pub use note::Note;
pub use span::{CodePoints, Span};
pub use words::{words, words_in};
