//! Findings → text for people and programs: at a terminal, for editors, for what runs checks.
//!
//! A report is made piece by piece, so that a folder of many articles is never held whole where the format does not ask for it:
//! what stands before the first article, one piece an article, what stands after the last.

mod concise;
mod place;

use sayso_article::Article;
use sayso_check::Finding;

pub use place::{Place, Places};

/// What findings are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One line a finding: `path:line:column: severity CODE [name] message`.
    Concise,
}

/// One article and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// What the article is called in the report.
    pub path: &'a str,
    /// The article.
    pub article: &'a Article,
    /// What was found, in text order; those that somebody let stand too.
    pub findings: &'a [Finding],
}

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Columns, for people.
    pub width: usize,
    /// Whether to colour, for people.
    pub color: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 80, color: false }
    }
}

/// A report under way.
#[derive(Debug)]
pub struct Report {
    format: Format,
    #[expect(dead_code, reason = "formats for people come")]
    options: Options,
}

impl Report {
    /// A report in a format.
    pub fn new(format: Format, options: Options) -> Self {
        Self { format, options }
    }

    /// What stands before the first article.
    pub fn begin(&mut self) -> String {
        match self.format {
            Format::Concise => String::new(),
        }
    }

    /// What is written of one article.
    pub fn article(&mut self, checked: &Checked<'_>) -> String {
        match self.format {
            Format::Concise => concise::article(checked),
        }
    }

    /// What stands after the last article.
    pub fn end(&mut self) -> String {
        match self.format {
            Format::Concise => String::new(),
        }
    }
}
