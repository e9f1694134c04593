//! Whether two descriptions of a source tell of the same: "two officials" and "officials", "a spokesman for the ministry" and "a
//! ministry spokesman". This puts nobody together; it only keeps quiet where nothing else is told.

use crate::record::SourceRecord;
use crate::words::{SMALL, plain};

/// A description taken apart.
struct Described {
    /// Its noun in the singular.
    noun: String,
    /// Whether it is of several.
    is_several: bool,
    /// Words that say which, in the singular.
    which: Vec<String>,
}

/// Where a description's noun ends: what follows says more of it.
const ENDS: &[&str] = &[
    "at", "briefed", "close", "familiar", "for", "from", "in", "inside", "involved", "near", "of", "on", "speaking",
    "that", "to", "under", "which", "who", "whose", "with", "within", "working",
];

/// Words that tell nothing of who.
const NO_MATTER: &[&str] =
    &["some", "several", "many", "other", "another", "more", "few", "one", "unnamed", "anonymous", "senior"];

/// Plurals by their end. "A source" and "a person familiar with the matter" are the same kind of description.
const PLURALS: &[(&str, &str)] = &[("people", "person"), ("men", "man"), ("sources", "person")];

/// Whether two descriptions have one noun in one number, and what stands with it has a word in common or is left out in one.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (described(one), described(other));
    let meets =
        one.which.is_empty() || other.which.is_empty() || one.which.iter().any(|word| other.which.contains(word));
    one.noun == other.noun && one.is_several == other.is_several && meets
}

/// Whether a description is a title that somebody with a name has.
pub(super) fn has_title(description: &str, named: &SourceRecord) -> bool {
    let description = plain(description);
    named.titles.iter().map(|title| plain(title)).any(|title| !title.is_empty() && description.ends_with(&title))
}

fn described(text: &str) -> Described {
    let words = plain(text);
    let end = words.iter().skip(1).position(|word| ENDS.contains(&word.as_str())).map_or(words.len(), |at| at + 1);
    let (noun, is_several) = end.checked_sub(1).and_then(|last| words.get(last)).map(singular).unwrap_or_default();
    let tells = |word: &&String| {
        let word = word.as_str();
        let is_small = SMALL.contains(&word) || NO_MATTER.contains(&word) || ENDS.contains(&word);
        !is_small && !word.starts_with(|c: char| c.is_ascii_digit())
    };
    let which = words.iter().enumerate().filter(|(at, _)| *at + 1 != end).map(|(_, word)| word).filter(tells);
    Described { noun, is_several, which: which.map(|word| singular(word).0).collect() }
}

/// A noun in the singular, and whether it was a plural.
fn singular(word: &String) -> (String, bool) {
    let plural = PLURALS.iter().find_map(|(many, one)| word.strip_suffix(many).map(|stem| format!("{stem}{one}")));
    match plural.or_else(|| word.strip_suffix('s').filter(|stem| !stem.ends_with('s')).map(str::to_owned)) {
        Some(one) => (one, true),
        None if word == "source" => ("person".to_owned(), false),
        None => (word.clone(), false),
    }
}
