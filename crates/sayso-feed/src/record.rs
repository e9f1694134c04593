//! What a file is cut up into.

use std::ops::ControlFlow;

use sayso_article::{Article, Format};
use sayso_text::Note;

use crate::feed;

/// What an article will be read from, cut out of its file. To read it takes nothing but what is here: what was kept of it is read
/// again in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// Where it stands: `cc.warc.gz:record 12 (offset 4711)`, `feed.xml:item 3`, `wire.parquet:row 17`. The article's path.
    pub place: String,
    /// What the bytes are.
    pub kind: Kind,
    /// A web page as it came, transfer and content encoding undone; an entry with a feed's head around it, in UTF-8; a row as
    /// a line of JSON.
    pub bytes: Vec<u8>,
    /// The address that a page was fetched from.
    pub url: Option<String>,
    /// The encoding that a page's server said it is in.
    pub charset: Option<String>,
    /// When a page was fetched, as the web archive says (`2026-11-24T06:00:00Z`). It is not when it was published.
    pub fetched: Option<String>,
    /// What was lost before the bytes came here; the article has it among its notes.
    pub notes: Vec<Note>,
}

/// What the bytes of a [`Raw`] are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A web page.
    Html,
    /// A line of JSON, as JSON Lines have it.
    Json,
    /// A feed with one entry.
    Item,
}

impl Raw {
    pub(crate) fn new(place: String, kind: Kind, bytes: Vec<u8>) -> Self {
        Self { place, kind, bytes, url: None, charset: None, fetched: None, notes: Vec::new() }
    }

    /// Reads the article; costs milliseconds. The error says why there is none, and what to do.
    pub fn article(&self) -> Result<Article, String> {
        let path = Some(self.place.as_str());
        let mut article = match self.kind {
            Kind::Html => sayso_article::read_page(&self.bytes, self.charset.as_deref(), path),
            Kind::Json => sayso_article::read_json_line(&self.bytes, path).map_err(|error| error.to_string())?,
            Kind::Item => feed::article(&self.bytes, &self.place)?,
        };
        if let Some(fetched) = &self.url {
            article.url = Some(article.url.filter(|told| is_same_page(told, fetched)).unwrap_or(fetched.clone()));
        }
        article.notes.splice(0..0, self.notes.iter().cloned());
        Ok(article)
    }

    /// The nearest of the formats that a file of its own can have. Of an entry that is HTML, which does not say all of it.
    pub fn format(&self) -> Format {
        match self.kind {
            Kind::Html | Kind::Item => Format::Html,
            Kind::Json => Format::JsonLines,
        }
    }
}

/// Whether what a page says is its address may be believed: it is of the site that the page came from, and not its front page.
/// Templates that name another site, or one address for all, would make many articles one.
fn is_same_page(told: &str, fetched: &str) -> bool {
    let (Ok(told), Ok(fetched)) = (url::Url::parse(told), url::Url::parse(fetched)) else { return false };
    let site = |url: &url::Url| {
        let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
        let bare = ["www.", "m.", "mobile.", "amp."].iter().find_map(|prefix| host.strip_prefix(prefix));
        bare.map_or_else(|| host.clone(), str::to_owned)
    };
    let is_front = |url: &url::Url| url.path().trim_matches('/').is_empty() && url.query().is_none();
    matches!(told.scheme(), "http" | "https") && site(&told) == site(&fetched) && is_front(&told) == is_front(&fetched)
}

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// An article's, unread.
    Article(Box<Raw>),
    /// One that cannot be read.
    Trouble(Trouble),
}

/// Something that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where it stands, as in [`Raw::place`].
    pub place: String,
    /// What is wrong and what to do; one line, no full stop.
    pub message: String,
}

/// What takes the records; it breaks when no more are wanted.
pub type Give<'g> = dyn FnMut(Record) -> ControlFlow<()> + 'g;

/// What a file has come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles handed on.
    pub articles: u64,
    /// Troubles handed on.
    pub troubles: u64,
    /// Records that no article is expected in: pictures, redirections, requests.
    pub skipped: u64,
    /// Whether it was broken off because no more were wanted.
    pub is_stopped: bool,
}

/// Hands records on and counts them.
pub(crate) struct Sink<'s, 'g> {
    give: &'s mut Give<'g>,
    pub(crate) tally: Tally,
}

impl<'s, 'g> Sink<'s, 'g> {
    pub(crate) fn new(give: &'s mut Give<'g>) -> Self {
        Self { give, tally: Tally::default() }
    }

    pub(crate) fn article(&mut self, raw: Raw) -> ControlFlow<()> {
        self.tally.articles += 1;
        self.give(Record::Article(Box::new(raw)))
    }

    pub(crate) fn trouble(&mut self, place: impl Into<String>, message: impl Into<String>) -> ControlFlow<()> {
        self.tally.troubles += 1;
        self.give(Record::Trouble(Trouble { place: place.into(), message: message.into() }))
    }

    pub(crate) fn skip(&mut self) {
        self.tally.skipped += 1;
    }

    fn give(&mut self, record: Record) -> ControlFlow<()> {
        let flow = (self.give)(record);
        self.tally.is_stopped |= flow.is_break();
        flow
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::{Give, Raw, Record, Tally};
    use std::ops::ControlFlow;

    /// The articles, and the troubles as `place: message`, of what a reader hands on.
    pub(crate) fn all(read: impl FnOnce(&mut Give<'_>) -> Tally) -> (Vec<Raw>, Vec<String>, Tally) {
        let (mut raws, mut troubles) = (Vec::new(), Vec::new());
        let tally = read(&mut |record| {
            match record {
                Record::Article(raw) => raws.push(*raw),
                Record::Trouble(trouble) => {
                    assert!(!trouble.message.ends_with('.') && !trouble.message.contains('\n'), "{trouble:?}");
                    troubles.push(format!("{}: {}", trouble.place, trouble.message));
                }
            }
            ControlFlow::Continue(())
        });
        assert_eq!((tally.articles, tally.troubles), (raws.len() as u64, troubles.len() as u64));
        (raws, troubles, tally)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pages_own_address_is_believed_if_it_can_be() {
        let check = |told: &str, fetched: &str, expect: bool| {
            assert_eq!(is_same_page(told, fetched), expect, "{told} {fetched}");
        };
        check("https://www.courier.example/a", "http://m.courier.example/a?utm_source=x", true);
        check("https://courier.example/a", "https://www.courier.example/amp/a", true);
        check("https://argus.example/a", "https://courier.example/a", false);
        check("https://courier.example/", "https://courier.example/a", false);
        check("https://courier.example/", "https://www.courier.example", true);
        check("/a", "https://courier.example/a", false);
        check("ftp://courier.example/a", "https://courier.example/a", false);
    }
}
