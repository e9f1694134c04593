//! Which outlets some words name: "the Courier", "the Valley Courier", "courier.example", "a Courier report", "VPA".
//!
//! Only outlets of the question's articles are known, and a name in short counts only where it can be no other of them.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use sayso_text::Span;

use crate::fold;
use crate::record::ArticleRecord;

/// An outlet by which articles are told apart: its name in lower case, without article, ending and spaces.
pub(crate) type OutletKey = String;

/// The outlets of some articles, by all that they may be called.
#[derive(Debug, Default)]
pub struct Outlets {
    /// Words joined → the outlet that they name in full.
    full: BTreeMap<String, OutletKey>,
    /// A name's last word, before "of" if there is one → the outlets that it may stand for.
    short: BTreeMap<String, Vec<OutletKey>>,
    /// Initials → the outlets.
    initials: BTreeMap<String, Vec<OutletKey>>,
    /// What was found in texts: one sentence is asked about again and again.
    known: Mutex<HashMap<String, Arc<[Named]>>>,
}

/// Words that name an outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Which one.
    pub outlet: OutletKey,
    /// The words that name it, with their article.
    pub words: String,
}

/// Last words of outlets' names that say only what kind of outlet it is.
const KINDS: &[&str] = &[
    "agency",
    "broadcasting",
    "channel",
    "daily",
    "digest",
    "group",
    "media",
    "network",
    "news",
    "newspaper",
    "newspapers",
    "online",
    "press",
    "radio",
    "report",
    "service",
    "television",
    "today",
    "tv",
    "weekly",
];

/// Endings of addresses.
const ENDINGS: &[&str] = &["example", "test", "invalid", "com", "org", "net", "info", "co", "uk", "news"];

/// So many words may an outlet's name have.
const LONGEST: usize = 6;

/// What an article's outlet goes by; none where neither outlet nor address is known.
pub(crate) fn key(article: &ArticleRecord) -> Option<OutletKey> {
    let words = name_words(article)?;
    Some(words.concat())
}

/// The words of an outlet's name, from the record or from its address.
fn name_words(article: &ArticleRecord) -> Option<Vec<String>> {
    let stated = article.outlet.as_deref().map(bare).filter(|words| !words.is_empty());
    stated.or_else(|| article.url.as_deref().and_then(host).map(bare)).filter(|words| !words.is_empty())
}

/// What an outlet of this name goes by.
pub(crate) fn key_of(name: &str) -> OutletKey {
    bare(name).concat()
}

/// Whether some words call an outlet by its name, in full or in short.
pub(crate) fn is_called(outlet: &str, words: &str) -> bool {
    let called = bare(words);
    let joined = called.concat();
    let is_short = || outlet.ends_with(&joined) || outlet.starts_with(&format!("{joined}of"));
    !joined.is_empty() && (joined == outlet || called.len() == 1 && joined.len() > 3 && is_short())
}

fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', ':', '?', '#']).next()
}

/// A name without its article, an address without its ending.
fn bare(name: &str) -> Vec<String> {
    let mut words: Vec<String> = fold::words(name).iter().map(|word| spelled(word)).collect();
    if name.contains('.') && !name.contains(' ') {
        words.retain(|word| word != "www");
        while words.len() > 1 && words.last().is_some_and(|word| ENDINGS.contains(&word.as_str())) {
            words.pop();
        }
        words = words.split_off(words.len().saturating_sub(1));
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}

impl Outlets {
    /// The outlets of some articles.
    pub fn of<'a>(articles: impl Iterator<Item = &'a ArticleRecord>) -> Self {
        let mut out = Self::default();
        let named: BTreeMap<OutletKey, Vec<String>> =
            articles.filter_map(|article| name_words(article).map(|words| (words.concat(), words))).collect();
        for (key, words) in named {
            // "The Tribune of the Isles" is the Tribune.
            let head = words.iter().position(|word| word == "of").filter(|of| *of > 0).unwrap_or(words.len());
            let last = words[..head].last().cloned().unwrap_or_default();
            if words.len() > 1 && !KINDS.contains(&last.as_str()) {
                out.short.entry(last).or_default().push(key.clone());
            }
            if words.len() > 2 {
                let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
                out.initials.entry(initials).or_default().push(key.clone());
            }
            out.full.insert(key.clone(), key);
        }
        out
    }

    /// Whether some words name any of them.
    pub fn are_named(&self, text: &str) -> bool {
        !self.named(text).is_empty()
    }

    /// The outlets that some words name, in the order of the words.
    pub(crate) fn named(&self, text: &str) -> Arc<[Named]> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(text).cloned();
        known.unwrap_or_else(|| {
            let named: Arc<[Named]> = self.find(text).into();
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            known.insert(text.to_owned(), Arc::clone(&named));
            named
        })
    }

    fn find(&self, text: &str) -> Vec<Named> {
        let spans = sayso_text::words(text);
        let touch = |pair: [Span; 2]| pair[0].end == pair[1].start;
        let is_inner_dot =
            |three: &[Span]| three[1].of(text) == "." && touch([three[0], three[1]]) && touch([three[1], three[2]]);
        let has_address = spans.windows(3).any(is_inner_dot);
        let mut out = Vec::new();
        let mut at = 0;
        while at < spans.len() {
            // Names of outlets are written with a capital, but for addresses.
            if !has_address && !is_capital(spans[at].of(text)) {
                at += 1;
                continue;
            }
            let Some((outlet, end)) = self.at(text, &spans, at) else {
                at += 1;
                continue;
            };
            let article =
                at.checked_sub(1).filter(|&before| matches!(spans[before].of(text), "the" | "The" | "a" | "A" | "an"));
            let start = spans[article.unwrap_or(at)].start;
            let piece =
                spans.get(end).filter(|span| matches!(span.of(text), "report" | "reports" | "story" | "article"));
            out.push(Named {
                outlet,
                words: text[start..piece.map_or(spans[end - 1].end, |span| span.end)].to_owned(),
            });
            at = end;
        }
        out
    }

    /// The outlet named from a word on, and the word after its name: the longest name that fits.
    fn at(&self, text: &str, spans: &[Span], at: usize) -> Option<(OutletKey, usize)> {
        let word = |at: usize| spans.get(at).map_or("", |span| span.of(text));
        let is_address = |end: usize| {
            word(end) == "."
                && spans[end].start == spans[end - 1].end
                && ENDINGS.contains(&word(end + 1))
                && spans[end + 1].start == spans[end].end
        };
        let mut joined = String::new();
        let mut best = None;
        for end in at + 1..=(at + LONGEST).min(spans.len()) {
            let Some(plain) = plain_word(word(end - 1)) else { break };
            joined.push_str(&plain);
            let is_written = is_capital(word(at)) || is_address(end);
            if let Some(key) =
                self.full.get(&joined).filter(|_| is_written && plain_word(word(at)).as_deref() != Some("the"))
            {
                best = Some((key.clone(), end + if is_address(end) { 2 } else { 0 }));
            }
        }
        best.or_else(|| Some((self.short_at(word(at), at.checked_sub(1).map_or("", word))?, at + 1)))
    }

    /// The outlet that one word names in short: "the Courier", "VPA".
    fn short_at(&self, word: &str, before: &str) -> Option<OutletKey> {
        let bare = bare_possessive(word);
        let is_article = matches!(before.to_lowercase().as_str(), "the" | "a" | "an");
        let is_initials = bare.chars().count() > 2 && bare.chars().all(char::is_uppercase);
        let lower = spelled(&bare.to_lowercase());
        let named = match () {
            () if is_initials && self.initials.contains_key(&lower) => self.initials.get(&lower)?,
            () if is_capital(bare) && (is_article || !is_capital(before)) => self.short.get(&lower)?,
            () => return None,
        };
        // What may be two outlets is none.
        <&[OutletKey; 1]>::try_from(named.as_slice()).ok().map(|[one]| one.clone())
    }
}

/// One word folded; none for a mark.
fn plain_word(word: &str) -> Option<String> {
    Some(spelled(&fold::words(word).concat())).filter(|plain| !plain.is_empty())
}

/// One spelling for "Harbour Radio" and "Harbor Radio"; "Courier" loses a letter everywhere alike.
fn spelled(word: &str) -> String {
    if word.len() > 4 { word.replace("our", "or") } else { word.to_owned() }
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn bare_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, &str)]) {
        let articles = [
            "The Valley Courier",
            "argus.example",
            "Northern Wire",
            "Ostrey Press Agency",
            "Hill Post",
            "Harbour Post",
        ]
        .map(|outlet| ArticleRecord { outlet: Some(outlet.into()), ..ArticleRecord::default() });
        let named = Outlets::of(articles.iter()).named(text);
        let found: Vec<(&str, &str)> = named.iter().map(|n| (n.outlet.as_str(), n.words.as_str())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn an_outlet_is_named_with_and_without_article_and_ending() {
        check("the Courier reported", &[("valleycorier", "the Courier")]);
        check("The Valley Courier reported", &[("valleycorier", "The Valley Courier")]);
        check("he told valleycourier.example on Monday", &[("valleycorier", "valleycourier.example")]);
        check("according to the Argus", &[("argus", "the Argus")]);
        check("a Courier report said", &[("valleycorier", "a Courier report")]);
        check("the Courier’s report", &[("valleycorier", "the Courier’s report")]);
        check("OPA said, citing Northern Wire", &[("ostreypressagency", "OPA"), ("northernwire", "Northern Wire")]);
    }

    #[test]
    fn a_word_that_may_be_another_outlet_names_none() {
        check("the Post reported", &[]);
        check("the Harbour Courier reported", &[]);
        check("by courier, along the northern wire", &[]);
        check("the Agency said", &[]);
        check("the Harbour Post said", &[("harborpost", "the Harbour Post")]);
    }
}
