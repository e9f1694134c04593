//! Names for linked data: IRIs of articles, statements, sources and outlets.
//!
//! They are made of an article's key and revision, not of rows, so that two archives name one text alike. The namespace `sayso` of
//! `urn:` is not registered; nothing is looked up by it.

use std::fmt::Write;

use sayso_lineage::record::{ArticleRecord, SourceRecord, Telling};

/// Begins the names of Sayso's own terms.
pub(crate) const TERMS: &str = "urn:sayso:terms#";

/// An article as it stood in one revision.
pub(crate) fn article(article: &ArticleRecord) -> String {
    format!("urn:sayso:article:{}", key(article))
}

/// A statement; for the writer's voice the passage.
pub(crate) fn telling(telling: &Telling) -> String {
    let key = key(&telling.article);
    match &telling.statement {
        Some(statement) => format!("urn:sayso:statement:{key}/{}", statement.number),
        None => format!("urn:sayso:passage:{key}/{}-{}", telling.span[0], telling.span[1]),
    }
}

/// What the root of a statement said, which the archive does not have.
pub(crate) fn utterance(telling: &Telling) -> String {
    let number = telling.statement.as_ref().map_or(0, |statement| statement.number);
    format!("urn:sayso:utterance:{}/{number}", key(&telling.article))
}

/// A source in one article.
pub(crate) fn source(article: &ArticleRecord, source: &SourceRecord) -> String {
    format!("urn:sayso:source:{}/{}", key(article), source.number)
}

/// An outlet, by its name.
pub(crate) fn outlet(name: &str) -> String {
    format!("urn:sayso:outlet:{}", escaped(name, false))
}

fn key(article: &ArticleRecord) -> String {
    format!("{}/{}", escaped(&article.key, false), article.revision)
}

/// A web address as an IRI that any reader takes: what may not stand there is percent-encoded. None for what is no address of the
/// web.
pub(crate) fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
    if !is_name || !port.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // A second `#` is no part of a fragment.
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let fragment = fragment.map(|fragment| format!("#{}", escaped(fragment, true))).unwrap_or_default();
    Some(format!("{}://{host}{}{fragment}", scheme.to_ascii_lowercase(), escaped(path, true)))
}

/// Percent-encodes what is not unreserved (RFC 3986); in an address what has a meaning there stays.
fn escaped(words: &str, in_address: bool) -> String {
    let mut out = String::with_capacity(words.len());
    let bytes = words.as_bytes();
    for (i, byte) in bytes.iter().enumerate() {
        let is_escape = || bytes.get(i + 1..i + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let stays = byte.is_ascii_alphanumeric()
            || b"-._~".contains(byte)
            || (in_address && (b"/?:@!$&'()*+,;=".contains(byte) || (*byte == b'%' && is_escape())));
        if stays {
            out.push(char::from(*byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use oxiri::Iri;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_an_iri_whatever_stands_in_it() {
        let check = |url, expect: Option<&str>| assert_eq!(address(url).as_deref(), expect, "{url}");
        check("https://courier.example/a?b=c#d", Some("https://courier.example/a?b=c#d"));
        check(" HTTP://courier.example:8080 ", Some("http://courier.example:8080"));
        check("https://courier.example/a b<c>\"{d}", Some("https://courier.example/a%20b%3Cc%3E%22%7Bd%7D"));
        check("https://courier.example/é%20%zz", Some("https://courier.example/%C3%A9%20%25zz"));
        check("https://courier.example/a#b#c", Some("https://courier.example/a#b%23c"));
        check("https://cou rier.example/", None);
        check("https://courier.example:x/", None);
        check("javascript:alert(1)", None);
        check("//courier.example/a", None);
        check("wire.jsonl:3", None);
    }

    proptest! {
        #[test]
        fn every_name_is_an_iri(key in any::<String>(), revision in 1_i64..9, path in any::<String>()) {
            let record = ArticleRecord { key: key.clone(), revision, ..ArticleRecord::default() };
            for iri in [article(&record), outlet(&key)].into_iter().chain(address(&format!("https://a.example/{path}"))) {
                prop_assert!(Iri::parse(iri.as_str()).is_ok(), "{iri}");
            }
        }
    }
}
