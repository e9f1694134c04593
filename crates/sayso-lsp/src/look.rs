//! One look at a document: its article, its reading, and what breaks a desk's rules in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sayso_article::{Format, MAX_ARTICLE_BYTES, format_by_ending, format_of};
use sayso_check::config::RulePages;
use sayso_check::{Finding, check};
use sayso_reading::{Reader, Reading, Session};
use sayso_text::Span;

use crate::places::{Encoding, Places};
use crate::{Desk, SettingsFor, Trouble, Whereabouts};

/// What was seen in a document.
#[derive(Debug)]
pub(crate) struct Seen {
    /// In which of all texts.
    pub(crate) generation: u64,
    /// Which of all looks it is: other settings find other things in the same text.
    pub(crate) look: u64,
    pub(crate) text: Arc<str>,
    pub(crate) places: Places,
    pub(crate) reading: Arc<Reading>,
    /// In text order.
    pub(crate) findings: Vec<Finding>,
    /// Where its desk serves the rules' pages.
    pub(crate) rule_pages: Option<RulePages>,
    /// What keeps it from being read.
    pub(crate) remarks: Vec<Remark>,
    /// What was wrong with the settings.
    pub(crate) trouble: Vec<Trouble>,
}

/// A name and a sentence.
type Remark = (&'static str, String);

/// What to look at.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) generation: u64,
    pub(crate) look: u64,
    pub(crate) text: Arc<str>,
    pub(crate) encoding: Encoding,
    /// What the editor takes it for.
    pub(crate) language: String,
    pub(crate) path: Option<PathBuf>,
    /// The first folder that the editor works in.
    pub(crate) folder: Option<PathBuf>,
    /// What was seen in the same text, if only the settings are others.
    pub(crate) seen: Option<Arc<Seen>>,
}

/// What editors call Markdown and what has Markdown's paragraphs and comments.
const MARKDOWN: [&str; 4] = ["markdown", "quarto", "rmd", "mdx"];

/// Looks; none once the session does not go on.
pub(crate) fn look<'r>(
    subject: Subject,
    settings_for: &SettingsFor,
    reader: &'r Reader,
    session: &Session<'r>,
) -> Option<Seen> {
    let Subject { generation, look, text, encoding, language, path, folder, seen } = subject;
    let format = format(&language, path.as_deref(), &text);
    let (reading, remarks) = if let Some(seen) = seen {
        (Arc::clone(&seen.reading), seen.remarks.clone())
    } else {
        let (reading, remarks) = read(&text, format, path.as_deref(), reader, session)?;
        (Arc::new(reading), remarks)
    };
    let whereabouts = path.as_deref().map_or(Whereabouts::Unsaved(folder.as_deref()), Whereabouts::File);
    let desk = settings_for(whereabouts);
    let findings = found(&reading, &desk);
    let places = Places::of(&text, encoding);
    let Desk { rule_pages, trouble, .. } = desk;
    Some(Seen { generation, look, text, places, reading, findings, rule_pages, remarks, trouble })
}

/// The one place where a reading is checked. What somebody let stand is not shown while it is written.
fn found(reading: &Reading, desk: &Desk) -> Vec<Finding> {
    let mut findings = check(reading, &desk.settings, &desk.kept);
    findings.retain(|finding| finding.suppressed.is_none());
    findings
}

/// As `sayso check` has it: by the ending of the file's name; what the editor takes it for where that says nothing, since some
/// editors say one thing of all files of a server.
fn format(language: &str, path: Option<&Path>, text: &str) -> Format {
    if let Some(format) = path.and_then(Path::to_str).and_then(format_by_ending) {
        return format;
    }
    match language {
        language if MARKDOWN.contains(&language) => Format::Markdown,
        "html" => Format::Html,
        _ => format_of(path.and_then(Path::to_str), text.as_bytes()),
    }
}

fn read<'r>(
    text: &Arc<str>,
    format: Format,
    path: Option<&Path>,
    reader: &'r Reader,
    session: &Session<'r>,
) -> Option<(Reading, Vec<Remark>)> {
    let nothing = |code, message: &str| Some((Reading::default(), vec![(code, message.to_owned())]));
    if text.trim().is_empty() {
        // A draft begins with nothing.
        return Some((Reading::default(), Vec::new()));
    }
    if matches!(format, Format::Html | Format::JsonLines) {
        // Their articles' characters are not the document's.
        return nothing(
            "format",
            "only plain text and Markdown are read in an editor: check this file with `sayso check`",
        );
    }
    if text.len() > MAX_ARTICLE_BYTES {
        return nothing("too-large", "more than 16 MB are not read: split the text, one article a file");
    }
    let article = sayso_article::read(text.as_bytes(), format, path.and_then(Path::to_str));
    if article.text != **text {
        let told = article.notes.into_iter().find(|note| note.lost).map(|note| note.message);
        let told = told.unwrap_or_else(|| "it holds characters that no text has: take them out".to_owned());
        return nothing("not-text", &told);
    }
    let reading = reader.read_again(article, session)?;
    let remarks = remarks(&reading);
    Some((reading, remarks))
}

/// What the notes say of the whole article. Those of a place are for rules to tell.
fn remarks(reading: &Reading) -> Vec<Remark> {
    let of_all = reading.notes.iter().filter(|note| note.span.is_none());
    of_all.map(|note| (note.code, note.message.clone())).collect()
}

impl Seen {
    /// The headline, else the first line that holds anything.
    pub(crate) fn first_line(&self) -> Span {
        let first = self.reading.article.parts.first().map(|part| part.span.start);
        let start = first.unwrap_or_else(|| self.text.len() - self.text.trim_start().len());
        let end = self.text[start..].find(['\n', '\r']).map_or(self.text.len(), |at| start + at);
        Span::new(start, end)
    }
}
