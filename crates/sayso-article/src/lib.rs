//! Bytes → [`Article`]: what was published, with its parts marked and not one character of its text changed.
//!
//! Does no I/O: it takes bytes (already decompressed) or a JSON line and returns values. Reading never fails on what the
//! bytes hold; what could not be read is said in the article's notes.

mod byline;
mod comments;
mod decode;
mod format;
mod front_matter;
mod html;
mod json_line;
mod language;
mod lines;
mod mark;
mod markdown;
mod shapes;
mod told;

pub use byline::names as byline_names;
pub use decode::encode;
pub use format::{format_by_ending, format_of};
pub use json_line::{JsonLineError, read_json_line};
use sayso_text::{Note, Span};
pub use told::{Words, decode_page, read_page, read_told};

use crate::decode::Decoded;

/// Reads one article. `path` is only carried along, as its name.
///
/// The text is the decoded input, character for character; for a web page it is the headline, the deck and the blocks of
/// the article, with a blank line between any two.
pub fn read(bytes: &[u8], format: Format, path: Option<&str>) -> Article {
    let article = match format {
        Format::JsonLines => return first_json_line(bytes, path),
        Format::Html => return read_page(bytes, None, path),
        Format::Text | Format::Markdown => Article { path: path.map(str::to_owned), ..Article::default() },
    };
    let (text, notes) = match decode::decode(bytes, false) {
        Decoded::Text { text, notes } => (text, notes),
        Decoded::Nothing(note) => return Article { notes: vec![note], ..article },
    };
    let article = Article { notes, ..article };
    let mut article = match format {
        Format::Markdown => markdown::read(text, article),
        Format::Text | Format::Html | Format::JsonLines => read_text(text, article),
    };
    language::tell(&mut article);
    article
}

/// Marks the parts of a plain text that is already decoded.
fn read_text(text: String, mut article: Article) -> Article {
    let mut paragraphs = lines::paragraphs(&text);
    article.comments = lines::comments(&text, &mut paragraphs);
    article.text = text;
    mark::mark(&mut article, &paragraphs);
    article
}

/// The article of the first line that holds anything; what is wrong with it becomes a note.
fn first_json_line(bytes: &[u8], path: Option<&str>) -> Article {
    let line = bytes.split(|b| *b == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    read_json_line(line, path).unwrap_or_else(|error| Article {
        path: path.map(str::to_owned),
        notes: vec![Note::new("json-line", error.to_string()).lost()],
        ..Article::default()
    })
}

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
    /// Its paragraphs in order: no two overlap, none is empty or begins or ends with white space. Between them lie white
    /// space, a byte order mark, comments, Markdown's marks and front matter, or the dash after a dateline; nothing else is left out.
    pub parts: Vec<PartSpan>,
    /// What its text holds for those who work on it and not for its readers, in order: comments in Markdown, and in plain text
    /// those to Sayso. They are not read ([`Article::prose`]).
    pub comments: Vec<Span>,
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
