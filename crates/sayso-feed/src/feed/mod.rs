//! RSS, Atom and JSON feeds.
//!
//! A feed is cut into its entries, and each is handed on as a feed of its own, with as much of the head as an entry takes its
//! outlet, its base address and its language from. So an entry is read, and read again later, out of its own bytes.
//!
//! The reader is our own because those there are for feeds give all or nothing: one broken tag and no entry is read, a zone is
//! turned into UTC, what names the entry's own source and address is dropped, and some inputs make them panic.

mod date;
mod entry;
mod json;
mod split;
mod xml;

use std::ops::ControlFlow;

use sayso_article::{Article, Words, read_told};
use sayso_text::Note;

use crate::record::{Give, Kind, Raw, Sink, Tally};

/// A feed of more bytes than this is not read.
pub const MAX_FEED_BYTES: usize = 256 << 20;

/// Whether these first bytes (a few hundred to a few thousand) are a feed's.
pub fn is_feed(head: &[u8]) -> bool {
    // UTF-16 of Latin letters is ASCII once its NUL bytes and its byte order mark are left out.
    let head: Vec<u8> =
        head.iter().take(8192).copied().filter(|byte| !matches!(byte, 0 | 0xFE | 0xFF | 0xEF | 0xBB | 0xBF)).collect();
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start();
    if head.starts_with('{') {
        return head.replace("\\/", "/").contains("://jsonfeed.org/version/");
    }
    let root = xml::Tokens::of(head).find_map(|token| match token.kind {
        xml::TokenKind::Start { name, .. } => Some(Some(xml::local(name))),
        xml::TokenKind::Text(text) if !text.trim().is_empty() => Some(None),
        _ => None,
    });
    match root.flatten() {
        Some("rss" | "feed") => true,
        Some("RDF") => head.contains("://purl.org/rss/1.0/") || head.contains("netscape.com/rdf/simple/0.9"),
        Some("entry") => head.contains("://www.w3.org/2005/Atom"),
        _ => false,
    }
}

/// Hands on every entry of a feed (RSS 0.9 to 2.0, Atom, JSON Feed). `name` is the file's. Of a broken feed the entries that are
/// whole are handed on.
pub fn read_feed(name: &str, bytes: &[u8], give: &mut Give<'_>) -> Tally {
    let mut sink = Sink::new(give);
    // Whether more was wanted is in the tally.
    let _ = feed(name, bytes, &mut sink);
    sink.tally
}

fn feed(name: &str, bytes: &[u8], sink: &mut Sink<'_, '_>) -> ControlFlow<()> {
    if bytes.len() > MAX_FEED_BYTES {
        let most = MAX_FEED_BYTES >> 20;
        return sink.trouble(name, format!("feed holds more than {most} MiB: split it into several"));
    }
    let (text, notes) = match sayso_article::decode_page(bytes, None) {
        Ok(decoded) => decoded,
        Err(note) => return sink.trouble(name, note.message),
    };
    let text = text.trim_start_matches('\u{feff}');
    let is_json = text.trim_start().starts_with('{');
    let (entries, trouble) = if is_json { json::split(text) } else { split::split(text) };
    let count = entries.len();
    for (number, entry) in (1..).zip(entries) {
        let mut raw = Raw::new(format!("{name}:item {number}"), Kind::Item, entry.into_bytes());
        raw.notes.clone_from(&notes);
        sink.article(raw)?;
    }
    match trouble {
        Some(message) if count == 0 => sink.trouble(name, message),
        Some(message) => sink.trouble(format!("{name}:item {}", count + 1), message),
        None => ControlFlow::Continue(()),
    }
}

/// The article of a feed with one entry.
pub(crate) fn article(bytes: &[u8], place: &str) -> Result<Article, String> {
    let text = String::from_utf8_lossy(bytes);
    let entry = if text.trim_start().starts_with('{') { json::entry(&text) } else { entry::entry(&text) };
    let entry = entry.ok_or("entry cannot be read: check how the feed was written")?;
    entry.article(place)
}

/// What a feed says of an article.
#[derive(Debug, Default)]
struct Entry {
    told: Article,
    /// All of it.
    content: Option<Text>,
    /// What it is about, or the beginning of it.
    summary: Option<Text>,
}

/// Words in a feed.
#[derive(Debug, Clone)]
enum Text {
    Plain(String),
    Html(String),
}

impl Text {
    fn words(&self) -> Words<'_> {
        match self {
            Text::Plain(text) => Words::Text(text),
            Text::Html(html) => Words::Html(html),
        }
    }

    /// Nothing where there is nothing to be read.
    fn filled(self) -> Option<Self> {
        let is_empty = match &self {
            Text::Plain(text) => text.trim().is_empty(),
            Text::Html(html) => xml::words(html).is_empty(),
        };
        (!is_empty).then_some(self)
    }
}

/// A text of so many bytes is more than a summary, whatever the feed calls it.
const FULL: usize = 1500;

impl Entry {
    fn article(self, place: &str) -> Result<Article, String> {
        let Entry { mut told, content, summary } = self;
        told.path = Some(place.to_owned());
        if told.published.is_none() && told.modified.is_some() {
            told.published = told.modified.take();
            let message = "the feed says only when the entry was last changed, which is taken for when it was published: \
                check the date";
            told.notes.push(Note::new("date-of-change", message));
        }
        if told.modified == told.published {
            told.modified = None;
        }
        let [content, summary] = [content, summary].map(|text| text.and_then(Text::filled));
        let is_summary = content.is_none();
        let words = content.or(summary).ok_or("entry has no text: add the page that it links to")?;
        let (Text::Plain(text) | Text::Html(text)) = &words;
        if text.len() > sayso_article::MAX_ARTICLE_BYTES {
            return Err("entry holds more than the 16 MiB that an article can have: split it".to_owned());
        }
        if is_summary && xml::words(text).len() < FULL {
            let message = "the feed has a summary of this article only: add its page to have all of it";
            told.notes.push(Note::new("summary-only", message));
        }
        Ok(read_told(told, words.words()))
    }
}

/// The names of those who wrote it, out of what a feed calls an author: a name, an address of mail with one, a byline.
fn authors(told: &str) -> Vec<String> {
    let told = xml::words(told);
    // `ann@courier.example (Ann Lee)`, `Ann Lee <ann@courier.example>`.
    let named: String =
        told.split(['(', ')', '<', '>']).filter(|piece| !piece.contains('@')).collect::<Vec<_>>().join(" ");
    let named = named.trim();
    if named.is_empty() { Vec::new() } else { sayso_article::byline_names(named) }
}

/// The first of these addresses that is one of the web, made whole by `base`.
fn address<'a>(candidates: impl IntoIterator<Item = Option<&'a str>>, base: Option<&str>) -> Option<String> {
    let base = base.and_then(|base| url::Url::parse(base.trim()).ok());
    candidates.into_iter().flatten().map(str::trim).filter(|candidate| !candidate.is_empty()).find_map(|candidate| {
        let whole = url::Url::options().base_url(base.as_ref()).parse(candidate).ok()?;
        matches!(whole.scheme(), "http" | "https").then(|| {
            // What is whole already stays as it is written.
            if candidate.contains("://") { candidate.to_owned() } else { whole.to_string() }
        })
    })
}

#[cfg(test)]
mod tests;
