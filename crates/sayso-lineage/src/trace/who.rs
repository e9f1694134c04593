//! Who a source is, as far as that can be compared across articles: names with names, descriptions with descriptions
//! of one claim.
//!
//! Descriptions are compared only to tell whether an article that follows another gives its source otherwise. They
//! are never a reason to put two articles' sources together.

use std::collections::BTreeMap;

use sayso_reading::{SourceType, Terms};

use super::words::{is_capital, plain};
use crate::record::SourceRecord;

/// A source with a name, or one that speaks for a body with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// As it stands.
    pub shown: String,
    /// Its words in lower case, without forms of address and small words.
    words: Vec<String>,
    /// In short, where that stands in parentheses: "Harbour Safety Board (HSB)".
    short: Option<String>,
    /// Whether a person bears it.
    is_person: bool,
    /// Words of the titles.
    titles: Vec<String>,
}

/// Forms of address and degrees.
const ADDRESS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "capt",
    "captain",
    "sgt",
    "lt",
    "col",
    "gen",
    "sen",
    "rep",
    "gov",
    "jr",
    "sr",
];

/// Small words of names of bodies.
const JOINTS: &[&str] = &["the", "of", "for", "and", "a", "an", "in", "s"];

/// Who speaks for somebody else, by the beginning of the word.
const SPEAKERS: &[&str] = &["spokes"];

/// Words before "spokeswoman" that say what kind of one.
const RANKS: &[&str] =
    &["a", "an", "the", "chief", "senior", "deputy", "lead", "one", "another", "second", "its", "their"];

impl Name {
    /// The name of a source, or of the body that it speaks for; none for the unnamed, and for those whose name is not
    /// their own.
    pub(super) fn of(source: &SourceRecord) -> Option<Self> {
        if let Some(body) = body(source) {
            return Self::new(&body, false, &[]);
        }
        let is_withheld = matches!(source.terms, Some(Terms::Pseudonym | Terms::NameWithheld));
        let name = source.name.as_deref().filter(|_| !is_withheld && source.kind.is_named())?;
        Self::new(name, source.kind == SourceType::NamedPerson, &source.titles)
    }

    fn new(name: &str, is_person: bool, titles: &[String]) -> Option<Self> {
        let (long, short) = match name.split_once('(') {
            Some((long, rest)) if !long.trim().is_empty() => (long.trim(), rest.split(')').next()),
            _ => (name.trim(), None),
        };
        let mut words: Vec<String> = plain(long).iter().map(|word| word.trim_end_matches("'s").to_owned()).collect();
        let small = if is_person { ADDRESS } else { JOINTS };
        words.retain(|word| !small.contains(&word.as_str()));
        let titles = titles.iter().flat_map(|title| plain(title)).filter(|word| word.len() > 3).collect();
        let short = short.map(|short| plain(short).concat()).filter(|short| !short.is_empty());
        (!words.is_empty()).then(|| Self { shown: long.to_owned(), words, short, is_person, titles })
    }

    /// How full a name is: more words, then more letters.
    pub(super) fn fullness(&self) -> (usize, usize) {
        (self.words.len(), self.shown.chars().count())
    }

    /// Whether only a surname is known.
    fn is_surname(&self) -> bool {
        self.is_person && self.words.len() == 1
    }

    /// Whether two names are one by themselves.
    fn is_same(&self, other: &Self) -> bool {
        if self.is_surname() && other.is_surname() {
            return self.words == other.words && self.has_title_of(other);
        }
        if self.words == other.words || self.is_short_for(other) || other.is_short_for(self) {
            return true;
        }
        if self.is_person && other.is_person {
            return self.is_same_person(other);
        }
        let sorted = |words: &[String]| {
            let mut words = words.to_vec();
            words.sort();
            words
        };
        !self.is_person && !other.is_person && sorted(&self.words) == sorted(&other.words)
    }

    /// Whether the titles share a word, or one has none.
    fn has_title_of(&self, other: &Self) -> bool {
        self.titles.is_empty() || other.titles.is_empty() || self.titles.iter().any(|word| other.titles.contains(word))
    }

    /// "Ida M. Roe" and "Ida Roe", "I. Roe" and "Ida Roe".
    fn is_same_person(&self, other: &Self) -> bool {
        let (Some((last, rest)), Some((other_last, other_rest))) = (self.words.split_last(), other.words.split_last())
        else {
            return false;
        };
        let (Some(first), Some(other_first)) = (rest.first(), other_rest.first()) else { return false };
        let is_initial = |word: &str, of: &str| word.chars().count() == 1 && of.starts_with(word);
        last == other_last && (first == other_first || is_initial(first, other_first) || is_initial(other_first, first))
    }

    /// "HSB" for "Harbour Safety Board".
    fn is_short_for(&self, other: &Self) -> bool {
        let [word] = self.words.as_slice() else { return false };
        if self.is_person || other.is_person || !self.shown.chars().any(char::is_uppercase) {
            return false;
        }
        let initials: String = other.words.iter().filter_map(|word| word.chars().next()).collect();
        other.short.as_ref() == Some(word)
            || other.words.len() > 1
                && *word == initials
                && self.shown.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    }

    /// Whether this one may be the longer name's bearer: a surname with a title that fits, a body without its place.
    fn may_be(&self, fuller: &Self) -> bool {
        if self.is_surname() {
            let is_last = fuller.words.len() > 1 && fuller.words.last() == self.words.last();
            return fuller.is_person && is_last && self.has_title_of(fuller);
        }
        let is_body = !self.is_person && !fuller.is_person && self.words.len() > 1;
        is_body && fuller.words.len() > self.words.len() && fuller.words.ends_with(&self.words)
    }
}

/// Whose spokesman a source is: "a spokeswoman for the interior ministry", "interior ministry spokeswoman Ida Roe".
fn body(source: &SourceRecord) -> Option<String> {
    let texts: Vec<&str> = source.titles.iter().map(String::as_str).chain([source.description.as_str()]).collect();
    let speaks = |text: &str| plain(text).iter().any(|word| SPEAKERS.iter().any(|speaker| word.starts_with(speaker)));
    if !texts.iter().any(|text| speaks(text)) {
        return None;
    }
    let stated = source.affiliations.first().filter(|body| !body.trim().is_empty());
    let organization = source.name.as_ref().filter(|_| source.kind == SourceType::NamedOrganization);
    let found = || texts.iter().find_map(|text| body_in(text));
    stated.cloned().or_else(found).or_else(|| organization.cloned())
}

/// The body that a description or a title names beside "spokeswoman".
fn body_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|word| SPEAKERS.iter().any(|speaker| word.to_lowercase().starts_with(speaker)))?;
    let is_stated = words.get(at + 1).is_some_and(|word| matches!(*word, "for" | "of" | "at"));
    let run = if is_stated { up_to_break(&words[at + 2..]) } else { behind_ranks(&words[..at]) };
    let name = run.join(" ");
    let name = name.trim_matches([',', '.']).trim_end_matches("’s").trim_end_matches("'s");
    let name = name.strip_prefix("the ").unwrap_or(name);
    (!name.is_empty()).then(|| name.to_owned())
}

/// Words up to a comma or to what says more of a speaker: "for the board, who", "for the board in Ostrey".
fn up_to_break<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    let ends = |word: &str| word.ends_with(',') || matches!(word, "who" | "and" | "in");
    let end =
        words.iter().position(|word| ends(word)).map_or(words.len(), |at| at + usize::from(words[at].ends_with(',')));
    &words[..end]
}

/// Words behind those that only say what kind of speaker: "a senior interior ministry".
fn behind_ranks<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    let start = words.iter().position(|word| !RANKS.contains(&word.to_lowercase().as_str())).unwrap_or(words.len());
    &words[start..]
}

/// Which names are of one bearer: for each the place of the first name of its group.
pub(super) fn groups(names: &[Name]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..names.len()).collect();
    let join = |group: &mut Vec<usize>, one: usize, other: usize| {
        let (low, high) = (group[one].min(group[other]), group[one].max(group[other]));
        group.iter_mut().filter(|of| **of == high).for_each(|of| *of = low);
    };
    let mut distinct: Vec<usize> = Vec::new();
    let mut first = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let titles: &[String] = if name.is_surname() { &name.titles } else { &[] };
        let same = *first.entry((&name.words, &name.short, titles)).or_insert(at);
        if same != at {
            join(&mut group, at, same);
            continue;
        }
        for &other in distinct.iter().filter(|&&other| name.is_same(&names[other])) {
            join(&mut group, at, other);
        }
        distinct.push(at);
    }
    // What is shorter joins what is fuller only where it can be no other.
    for &at in &distinct {
        let fuller = distinct.iter().filter(|&&other| names[at].may_be(&names[other])).map(|&other| group[other]);
        let mut fuller: Vec<usize> = fuller.collect();
        fuller.sort_unstable();
        fuller.dedup();
        if let [one] = fuller[..] {
            join(&mut group, at, one);
        }
    }
    group
}

/// Whether two articles that tell one claim give the same source for it.
pub(super) fn is_same_source(one: &SourceRecord, other: &SourceRecord) -> bool {
    match (Name::of(one), Name::of(other)) {
        (Some(one), Some(other)) => groups(&[one, other])[1] == 0,
        (None, None) => head(&one.description) == head(&other.description),
        _ => {
            let (named, unnamed) = if one.name.is_some() { (one, other) } else { (other, one) };
            let head = plain(&unnamed.description);
            named.titles.iter().any(|title| {
                let title = plain(title);
                !title.is_empty() && head.ends_with(&title)
            })
        }
    }
}

/// Whether two sources have names and nothing shows that one is the other, or belongs to it: two who say the same of
/// their own.
pub(super) fn are_two(one: &SourceRecord, other: &SourceRecord) -> bool {
    let belongs = |source: &SourceRecord, name: &Name| {
        let bodies = source.affiliations.iter().filter_map(|body| Name::new(body, false, &[]));
        bodies.into_iter().any(|body| groups(&[body, name.clone()])[1] == 0)
    };
    match (Name::of(one), Name::of(other)) {
        (Some(a), Some(b)) => groups(&[a.clone(), b.clone()])[1] != 0 && !belongs(one, &b) && !belongs(other, &a),
        _ => false,
    }
}

/// What a description comes down to: its head noun in the singular, and whether it is one or several.
fn head(description: &str) -> (String, bool) {
    let words: Vec<&str> = description.split_whitespace().collect();
    let is_end = |word: &str| BREAKS.contains(&word.to_lowercase().as_str());
    let end = words.iter().skip(1).position(|word| is_end(word)).map_or(words.len(), |end| end + 1);
    let noun = words[..end].iter().rev().find(|word| !is_capital(word)).or(words[..end].last()).unwrap_or(&"");
    let noun = plain(noun).pop().unwrap_or_default();
    match PLURALS.iter().find(|(many, _)| *many == noun) {
        Some((_, one)) => ((*one).to_owned(), true),
        None if noun.ends_with('s') && !noun.ends_with("ss") => (alias(noun.trim_end_matches('s')), true),
        None => (alias(&noun), false),
    }
}

/// "A source" and "a person familiar with the matter" are the same kind of description.
fn alias(noun: &str) -> String {
    if noun == "source" { "person".to_owned() } else { noun.to_owned() }
}

/// Words after which a description only says more of its head.
const BREAKS: &[&str] = &[
    "at", "briefed", "close", "familiar", "for", "from", "in", "inside", "involved", "near", "of", "on", "speaking",
    "that", "to", "under", "which", "who", "whose", "with", "within", "working",
];

const PLURALS: &[(&str, &str)] = &[("people", "person"), ("men", "man"), ("women", "woman"), ("police", "police")];
