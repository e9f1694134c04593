//! What a paragraph is by its own words: credit, caption, box, share bar, biography, date line, dateline.
//!
//! A paragraph of the body that is taken for something else loses its attributions, so each shape is that of a whole
//! paragraph: how it begins, how long it may be, of what words alone it consists. Whatever holds quotation marks and a verb
//! of saying is body.

mod bios;
mod boxes;
mod captions;
mod credits;
mod dates;

pub(crate) use bios::{Known, is_bio};
pub(crate) use credits::{goes_on_with_byline, is_byline};
pub(crate) use dates::{dateline, is_date_line};

use crate::Part;

/// A paragraph and what is often asked about it.
pub(crate) struct Look<'t> {
    /// The paragraph.
    pub(crate) text: &'t str,
    /// How it begins, in lower case, apostrophes straight; all of it where it is short.
    lower: String,
    /// How many words it has; those of the first [`LOOKED_AT`] bytes.
    pub(crate) words: usize,
}

/// Nothing longer than this, in bytes, has a shape.
const LOOKED_AT: usize = 800;

impl<'t> Look<'t> {
    /// Looks at a paragraph.
    pub(crate) fn at(text: &'t str) -> Self {
        let start = &text[..text.floor_char_boundary(LOOKED_AT)];
        let lower = start.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }).collect();
        Self { text, lower, words: start.split_whitespace().count() }
    }

    fn is_short(&self) -> bool {
        self.text.len() <= LOOKED_AT
    }

    fn starts(&self, starts: &[(&str, usize)]) -> bool {
        starts.iter().any(|(start, most)| self.words <= *most && self.lower.starts_with(start))
    }

    fn has_any(&self, pieces: &[&str]) -> bool {
        pieces.iter().any(|piece| self.lower.contains(piece))
    }

    /// Whether it holds quotation marks and a verb of saying.
    pub(crate) fn quotes_someone(&self) -> bool {
        self.text.contains(['"', '“', '”', '«', '„']) && self.has_any(SAYING)
    }

    /// Whether it ends as sentences do.
    pub(crate) fn ends_a_sentence(&self) -> bool {
        let text = self.text.trim_end_matches(['"', '”', '’', '\'', ')', '»']);
        text.ends_with(['.', '!', '?', '…'])
    }
}

const SAYING: &[&str] = &[
    "said",
    "says",
    "say ",
    "told",
    "tells",
    "asked",
    "wrote",
    "writes",
    "added",
    "according to",
    "tweeted",
    "replied",
    "stated",
    "announced",
    "insisted",
    "argued",
    "warned",
    "claimed",
    "recalled",
    "explained",
    "posted",
    "called",
];

/// What a paragraph is, wherever in the article it stands; none for a paragraph of the body.
pub(crate) fn of(look: &Look) -> Option<Part> {
    if boxes::is_correction(look) {
        return Some(Part::Other);
    }
    if !look.is_short() || look.quotes_someone() {
        return None;
    }
    if credits::is_credit(look) {
        Some(Part::Byline)
    } else if bios::is_contact(look) {
        Some(Part::Bio)
    } else if captions::is_caption(look) {
        Some(Part::Caption)
    } else {
        boxes::is_box(look).then_some(Part::Other)
    }
}

fn bare_lower(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase()
}
