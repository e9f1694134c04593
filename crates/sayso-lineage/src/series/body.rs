//! Bodies that an article calls by no name of their own: "the county police", "Osterby town hall", "a police spokesman". Beside
//! one count of one place that is a name as good as any: everybody who writes of it means the same county police. It is never a
//! person, nor anybody kept back.

use sayso_reading::{SourceType, sources};

use crate::fold;
use crate::record::SourceRecord;
use crate::who::Name;

/// Of these a place has one, whatever stands before them.
const ONE_OF_A_PLACE: &[&str] =
    &["police", "council", "hospital", "army", "navy", "coastguard", "government", "treasury", "museum"];

/// Bodies that are called by what they sit in, besides [`sources::is_body`].
const SEATS: &[&str] = &["town hall", "city hall"];

/// Of these there are many: "a local hospital", "another union".
const ANY: &[&str] = &[
    "a", "an", "another", "one", "some", "any", "other", "its", "their", "his", "her", "our", "own", "same", "local",
    "private", "rival", "small", "large", "second", "unnamed",
];

/// Ends of plurals that are one body all the same.
const ONE: &[&str] = &["services", "forces", "customs", "headquarters", "railways", "corps", "works"];

/// The body that an unnamed source is, where its description tells which.
pub(super) fn of(source: &SourceRecord) -> Option<Name> {
    // A body that is named keeps no name back: the terms are those of somebody in it.
    if source.kind == SourceType::NamedOrganization {
        return source.name.as_deref().and_then(Name::body);
    }
    let is_unnamed = matches!(source.kind, SourceType::UnnamedGroup | SourceType::UnnamedPerson);
    if !is_unnamed || source.is_kept_back() {
        return None;
    }
    let all: Vec<&str> = source.description.split_whitespace().collect();
    let (first, rest) = all.split_first()?;
    // "A police spokesman" speaks for the police.
    let speaks = all.last().is_some_and(|last| last.to_lowercase().starts_with("spokes"));
    let has_article = matches!(first.to_lowercase().as_str(), "the" | "a" | "an") && (speaks || *first != "a");
    let called = match (speaks, has_article) {
        (true, _) => &rest[..rest.len().checked_sub(1)?],
        (false, true) => rest,
        (false, false) => &all[..],
    };
    let words = fold::words(&called.join(" "));
    let noun = words.last()?;
    let is_seat = words.len() > 1 && SEATS.contains(&words[words.len() - 2..].join(" ").as_str());
    let is_one = !noun.ends_with('s') || ONE.contains(&noun.as_str());
    let is_told = words.len() > 1 || ONE_OF_A_PLACE.contains(&noun.as_str());
    let is_any = words.iter().any(|word| ANY.contains(&word.as_str()));
    let is_body = (is_seat || sources::is_body(noun) && is_one) && is_told && !is_any;
    is_body.then(|| Name::body(&called.join(" "))).flatten()
}
