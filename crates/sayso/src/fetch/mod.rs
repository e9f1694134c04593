//! Addresses that a user named → inputs: the items of a feed, a page, and with `--follow` the pages that a feed's items link to.
//!
//! This is all of Sayso that speaks to a network, and it does so for nothing but these addresses: what a page or an item links to
//! is fetched only where the user asks for it.

mod guard;
mod site;

use std::ops::ControlFlow;

use sayso_article::{Format, decode_page, format_of};
use sayso_feed::{Kind, Record, is_feed};

use crate::articles::{self, Origin, Unread};
use crate::inputs::{Give, Input, give_record};
use crate::message::Message;

pub(crate) use site::Fetcher;
use site::Page;

/// How addresses are fetched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Web {
    /// Whether the page of each of a feed's items is fetched in its place.
    pub(crate) follow: bool,
    /// Whether addresses of this machine and of private networks are fetched from.
    pub(crate) allow_private: bool,
}

/// What something that was fetched is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Feed,
    Page,
    Other,
}

/// Hands on what an address holds.
pub(crate) fn feed(address: &str, web: Web, fetcher: &mut Fetcher, give: &mut Give<'_>) -> ControlFlow<()> {
    let page = match fetcher.get(address, web) {
        Ok(page) => page,
        Err(what) => return give(Input::Trouble(Message::error_at(address, what))),
    };
    match holds(&page) {
        Holds::Page => give(Input::Article(unread(address, page))),
        Holds::Other => give(Input::Trouble(Message::error_at(address, other(&page, "neither a feed nor a web page")))),
        Holds::Feed => {
            let bytes = in_its_encoding(page);
            let tally = sayso_feed::read_feed(address, &bytes, &mut |record| match followed(&record, web) {
                Some(link) => follow(&link, web, fetcher, give),
                None => give_record(address, record, give),
            });
            if tally.is_stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }
}

/// The address of the page that is to be fetched in the place of an item. An item without one stands for itself.
fn followed(record: &Record, web: Web) -> Option<String> {
    let Record::Article(raw) = record else { return None };
    web.follow.then(|| raw.article().ok()?.url).flatten()
}

fn follow(address: &str, web: Web, fetcher: &mut Fetcher, give: &mut Give<'_>) -> ControlFlow<()> {
    let page = fetcher.get(address, web).and_then(|page| match holds(&page) {
        Holds::Page => Ok(page),
        Holds::Feed | Holds::Other => Err(other(&page, "no web page")),
    });
    match page {
        Ok(page) => give(Input::Article(unread(address, page))),
        Err(what) => give(Input::Trouble(Message::error_at(address, what))),
    }
}

fn other(page: &Page, what: &str) -> String {
    let told = page.media_type.as_ref().map(|told| format!(", it says `{told}`")).unwrap_or_default();
    format!("is {what}{told}: download it and add the file")
}

fn holds(page: &Page) -> Holds {
    let head = &page.bytes[..page.bytes.len().min(1 << 13)];
    match page.media_type.as_deref() {
        _ if is_feed(head) => Holds::Feed,
        Some("text/html" | "application/xhtml+xml") => Holds::Page,
        None if format_of(None, head) == Format::Html => Holds::Page,
        _ => Holds::Other,
    }
}

fn unread(address: &str, page: Page) -> Unread {
    let Page { url, media_type: _, charset, fetched, bytes } = page;
    let record = articles::Record {
        file: address.to_owned(),
        kind: Kind::Html,
        url: Some(url),
        charset,
        fetched: Some(fetched),
        notes: Vec::new(),
    };
    Unread::of(address.to_owned(), Origin::Record(record), bytes)
}

/// A feed as UTF-8, with a mark that says so, where the server names its encoding: that counts before what the feed itself says
/// (RFC 7303, section 3).
fn in_its_encoding(page: Page) -> Vec<u8> {
    let decoded = page.charset.as_deref().and_then(|charset| decode_page(&page.bytes, Some(charset)).ok());
    match decoded {
        Some((text, _)) => format!("\u{feff}{}", text.trim_start_matches('\u{feff}')).into_bytes(),
        None => page.bytes,
    }
}
