//! Bytes → [`Article`]: what was published, with its parts marked and not one character of its text changed.
//!
//! Does no I/O: it takes bytes (already decompressed) or a JSON line and returns values. Reading never fails on what the
//! bytes hold; what could not be read is said in the article's notes.

use sayso_text::{Note, Span};

/// What the bytes of one input are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, with front matter or without.
    Markdown,
    /// A web page.
    Html,
    /// One JSON object a line: `id`, `url`, `outlet`, `published`, `title`, `text`.
    JsonLines,
}

/// An input of more bytes than this (decompressed) is refused: no article is that long, and memory stays bounded.
pub const MAX_ARTICLE_BYTES: usize = 16 << 20;

/// One article: its text, which part each paragraph is, and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Where it came from, as the user named it (a path, `-`, or `file.jsonl:12`).
    pub path: Option<String>,
    /// The publisher's or the user's own identifier.
    pub id: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The line under the headline.
    pub deck: Option<String>,
    /// The authors, one name each.
    pub byline: Vec<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published, as given (ISO 8601 where the page gives it so).
    pub published: Option<String>,
    /// When it was last changed, as given.
    pub modified: Option<String>,
    /// ISO 639-1 code of its language; none where there is too little text to tell.
    pub language: Option<String>,
    /// The text. Every span points into it, in bytes.
    pub text: String,
    /// Its paragraphs in order: no two overlap, none is empty, white space lies between them.
    pub parts: Vec<PartSpan>,
    /// What could not be read.
    pub notes: Vec<Note>,
}

/// One paragraph of an article and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartSpan {
    /// What it is.
    pub part: Part,
    /// Where it is, without white space at its ends.
    pub span: Span,
}

/// What a paragraph of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The headline.
    Headline,
    /// The line under the headline.
    Deck,
    /// Who wrote it.
    Byline,
    /// Place and date at the start of the body ("HARWICK, May 3 —").
    Dateline,
    /// A paragraph of the article.
    Body,
    /// Words under a picture.
    Caption,
    /// About the author.
    Bio,
    /// What is not the article: "read more", newsletter boxes, copyright lines, corrections.
    Other,
}

impl Part {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Part::Headline => "headline",
            Part::Deck => "deck",
            Part::Byline => "byline",
            Part::Dateline => "dateline",
            Part::Body => "body",
            Part::Caption => "caption",
            Part::Bio => "bio",
            Part::Other => "other",
        }
    }
}
