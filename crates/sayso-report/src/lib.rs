//! Findings → text for people and programs: at a terminal, for editors, for what runs checks.
//!
//! Does no I/O. A report is made piece by piece, so that a folder of many articles is never held whole: what stands before the
//! first article, one piece an article, what stands after the last. Every piece takes time in proportion to the text and the
//! findings, and the same findings give the same bytes.
//!
//! What somebody let stand is no finding and is never kept quiet about: who let it stand and why is told in every format.
//!
//! Nothing of an article acts on a terminal, a page or whatever reads the report: see `escape` and [`sayso_text::safe`].

mod about;
mod concise;
mod escape;
mod fingerprint;
mod format;
mod full;
mod github;
mod gitlab;
mod grouped;
mod html;
mod json;
mod junit;
mod markdown;
mod page;
mod place;
mod proof;
mod rdjson;
mod sarif;
mod stand;
mod statistics;

use sayso_article::Article;
use sayso_check::Finding;

pub use about::About;
pub use format::Format;
pub use page::{index, page};
pub use place::{Place, Places};
pub use statistics::{Count, Statistics};

use about::Abouts;
use proof::Proof;

/// One article and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// What the article is called in the report: a line's name is that of its file with `:` and its number.
    pub path: &'a str,
    /// How it stands in its file.
    pub in_file: InFile,
    /// The article.
    pub article: &'a Article,
    /// What was found, in text order; those that somebody let stand too.
    pub findings: &'a [Finding],
}

/// How an article's text stands in its file, so that no report for programs points to a place that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InFile {
    /// The text is the file's own: lines and columns of one are those of the other.
    Whole,
    /// The article is this line of the file, from 1.
    Line(usize),
    /// The text was taken out of the file, as out of a web page or what was compressed: its lines are not the file's.
    Taken,
}

/// How a report for people looks; programs get the same whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Columns. Lines get no longer than 100 and are not made for fewer than 24.
    pub width: usize,
    /// Whether to colour.
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
    options: Options,
    abouts: Abouts,
    statistics: Statistics,
    /// Whether anything was written that the next piece must be set apart from.
    is_begun: bool,
    /// What was let stand, a line each, for formats that tell of it at the end.
    stood: Vec<String>,
    /// What could not be checked, a line each.
    trouble: Vec<String>,
}

impl Report {
    /// A report in a format.
    pub fn new(format: Format, options: Options) -> Self {
        let (abouts, statistics) = (Abouts::default(), Statistics::default());
        Self { format, options, abouts, statistics, is_begun: false, stood: Vec::new(), trouble: Vec::new() }
    }

    /// Lets the report know of rules besides [`sayso_check::RULES`]: those of a house's pack.
    pub fn learn(&mut self, rules: impl IntoIterator<Item = About>) {
        self.abouts.add(rules);
    }

    /// The same report, with links to where Sayso's own rules are told of: an address in which `{code}` stands for a rule's code.
    /// Without, there are no such links.
    pub fn rules_at(mut self, address: impl Into<String>) -> Self {
        self.abouts.address = Some(address.into());
        self
    }

    /// Notes what could not be checked, so that a report of a run that failed does not look like that of a clean one. Formats for
    /// a terminal, and lists of findings alone, have no place for it.
    pub fn trouble(&mut self, told: impl Into<String>) {
        self.trouble.push(told.into());
    }

    /// Counts an article that was not checked at all; why is trouble.
    pub fn unchecked(&mut self) {
        self.statistics.not_checked += 1;
    }

    /// What was counted so far.
    pub fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    /// What stands before the first article.
    pub fn begin(&mut self) -> String {
        match self.format {
            Format::Full | Format::Concise | Format::Grouped | Format::JsonLines | Format::Github => String::new(),
            Format::Json => json::begin(),
            Format::Sarif => sarif::begin(),
            Format::Gitlab => gitlab::begin(),
            Format::Junit => junit::begin(),
            Format::Rdjson => rdjson::begin(&self.abouts),
            Format::Markdown => markdown::begin(),
            Format::Html => html::begin(),
        }
    }

    /// What is written of one article.
    pub fn article(&mut self, checked: &Checked<'_>) -> String {
        self.statistics.add(checked);
        let proof = Proof::of(checked);
        let piece = match self.format {
            Format::Full => full::article(&proof, &self.abouts, self.options),
            Format::Concise => concise::article(&proof),
            Format::Grouped => grouped::article(&proof, self.options),
            Format::Json => json::article(&proof),
            Format::JsonLines => json::lines(&proof),
            Format::Sarif => sarif::article(&proof),
            Format::Github => github::article(&proof),
            Format::Gitlab => gitlab::article(&proof),
            Format::Junit => junit::article(&proof),
            Format::Rdjson => rdjson::article(&proof, &self.abouts),
            Format::Markdown => markdown::article(&proof, &self.abouts),
            Format::Html => html::article(&proof),
        };
        if self.format == Format::Full {
            self.stood.extend(stand::told(&proof));
        }
        if piece.is_empty() {
            return piece;
        }
        let apart = if std::mem::replace(&mut self.is_begun, true) { self.format.apart() } else { "" };
        format!("{apart}{piece}")
    }

    /// What stands after the last article.
    pub fn end(&mut self) -> String {
        match self.format {
            Format::Concise | Format::JsonLines => String::new(),
            Format::Github => github::end(&self.trouble),
            Format::Full => full::end(&self.statistics, self.is_begun, &self.stood, self.options),
            Format::Grouped => grouped::end(&self.statistics, &self.abouts, self.is_begun, self.options),
            Format::Json => json::end(&self.statistics, &self.trouble),
            Format::Sarif => sarif::end(&self.statistics, &self.abouts, &self.trouble),
            Format::Gitlab => gitlab::end(),
            Format::Junit => junit::end(&self.trouble),
            Format::Rdjson => rdjson::end(),
            Format::Markdown => markdown::end(&self.statistics, &self.trouble),
            Format::Html => html::end(&self.statistics, &self.abouts, &self.trouble),
        }
    }
}
