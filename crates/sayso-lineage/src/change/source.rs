//! Whether two tellings name the same source: by name, or by the words that describe one within two texts. This puts
//! nobody together; it only keeps quiet where "two officials" became "officials".

use sayso_reading::SourceType;

use super::words::plain;
use crate::people::body_key;
use crate::people::name::Name;
use crate::record::SourceRecord;

/// What a source is called: its name, else its description.
pub(crate) fn told(source: &SourceRecord) -> String {
    source.name.clone().unwrap_or_else(|| source.description.clone())
}

/// Whether nothing says that two tellings have other sources.
pub(crate) fn is_same(one: &SourceRecord, other: &SourceRecord) -> bool {
    let (was, is) = (plain(&told(one)), plain(&told(other)));
    if was == is {
        return true;
    }
    match (one.name.as_deref(), other.name.as_deref()) {
        (Some(was), Some(is)) => is_same_name(one, was, other, is),
        (None, None) => is_same_description(&one.description, &other.description),
        // A name where a description stood, or the other way round: it is told otherwise, whoever it may be.
        _ => false,
    }
}

fn is_same_name(one: &SourceRecord, was: &str, other: &SourceRecord, is: &str) -> bool {
    let is_person = |source: &SourceRecord| source.kind == SourceType::NamedPerson;
    if is_person(one) && is_person(other) {
        return Name::of(was).zip(Name::of(is)).is_some_and(|(was, is)| was.agrees(&is));
    }
    if is_person(one) != is_person(other) {
        // A spokeswoman speaks for her body.
        let (person, body) = if is_person(one) { (one, is) } else { (other, was) };
        let Some(body) = body_key(body) else { return false };
        let holds = |told: &String| body_key(told).is_some_and(|told| has_words(&told, &body));
        return person.affiliations.iter().chain(&person.titles).any(holds);
    }
    let (Some(was), Some(is)) = (body_key(was), body_key(is)) else { return false };
    was == is || has_words(&was, &is) || has_words(&is, &was) || is_short_for(&was, &is) || is_short_for(&is, &was)
}

/// Whether all words of one name stand in another, in order and side by side.
fn has_words(name: &str, part: &str) -> bool {
    format!(" {name} ").contains(&format!(" {part} "))
}

/// "hwu" for "harbour workers union".
fn is_short_for(short: &str, name: &str) -> bool {
    let all: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
    short.chars().nth(1).is_some() && short == all
}

/// Whether a source is the outlet of this name: "the Courier" and "Valley Courier".
pub(super) fn is_outlet(source: &SourceRecord, outlet: &str) -> bool {
    let (Some(source), Some(outlet)) = (body_key(&told(source)), body_key(outlet)) else { return false };
    has_words(&source, &outlet) || has_words(&outlet, &source)
}

/// Words of a description that tell nothing of who.
const NO_MATTER: &[&str] = &[
    "a",
    "an",
    "the",
    "some",
    "several",
    "many",
    "other",
    "another",
    "more",
    "few",
    "of",
    "in",
    "for",
    "at",
    "from",
    "with",
    "and",
    "one",
    "unnamed",
    "anonymous",
    "his",
    "her",
    "their",
    "its",
    "who",
    "that",
];

/// Where a description's noun ends: what follows says more of it.
const ENDS: &[&str] =
    &["of", "in", "for", "at", "from", "with", "who", "that", "familiar", "close", "briefed", "to", "near", "on"];

/// Whether two descriptions have one noun, and what stands with it has a word in common or is left out in one.
fn is_same_description(was: &str, is: &str) -> bool {
    let (was, is) = (described(was), described(is));
    let meets = was.1.is_empty() || is.1.is_empty() || was.1.iter().any(|word| is.1.contains(word));
    was.0 == is.0 && meets
}

/// A description's noun in the singular, and the words that say which.
fn described(text: &str) -> (String, Vec<String>) {
    let words = plain(text);
    let end = words.iter().skip(1).position(|word| ENDS.contains(&word.as_str())).map_or(words.len(), |at| at + 1);
    let singular = |word: &String| {
        let word = word.replace("women", "woman").replace("men", "man").replace("people", "person");
        if word.ends_with("ss") { word } else { word.strip_suffix('s').unwrap_or(&word).to_owned() }
    };
    let noun = end.checked_sub(1).and_then(|last| words.get(last)).map(singular).unwrap_or_default();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let which = words.iter().enumerate().filter(|(at, word)| {
        *at + 1 != end && !NO_MATTER.contains(&word.as_str()) && !is_number(word) && !ENDS.contains(&word.as_str())
    });
    (noun, which.map(|(_, word)| singular(word)).filter(|word| word != "senior").collect())
}
