//! A source has two titles in one article that cannot be the same office.
//!
//! ## What it does
//!
//! Finds people who are the finance minister here and the interior minister there, a sergeant and a captain, a deputy mayor and the
//! mayor, a senator and a representative.
//!
//! ## Why it matters
//!
//! One of the two is wrong, and both will be copied.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and BBC, “Editorial Guidelines”, Accuracy: names and positions of sources are right.
//!
//! ## Example
//!
//! ```text
//! The port will close, Finance Minister Ida Roe said. Nobody will lose work, Interior Minister Ida Roe added.
//! ```
//!
//! ## Better
//!
//! ```text
//! The port will close, Finance Minister Ida Roe said. Nobody will lose work, Roe added.
//! ```
//!
//! ## When not to use
//!
//! Where somebody changes office in the article, unless words such as “former”, “then” or “becomes” say so: those are heeded.

use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::names::{Place, name, people};
use crate::words::short;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SRC002",
    name: "title-differs",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("title_differs.rs"),
    check,
};

/// Words of offices, by what only one of them can be held at a time. Forms of one word stand together.
const RANKS: &[&[&str]] = &[
    &["private", "pte", "pvt"],
    &["corporal", "cpl"],
    &["sergeant", "sgt"],
    &["lieutenant", "lt"],
    &["captain", "capt"],
    &["major", "maj"],
    &["colonel", "col"],
    &["brigadier", "brig"],
    &["general", "gen"],
    &["admiral", "adm"],
    &["inspector", "insp"],
    &["superintendent", "supt"],
    &["constable", "pc"],
];
const CHAMBERS: &[&[&str]] = &[
    &["senator", "sen"],
    &["representative", "rep", "congressman", "congresswoman"],
    &["governor", "gov"],
    &["mayor"],
    &["councillor", "councilor", "cllr", "coun", "councilman", "councilwoman"],
];
const PORTFOLIOS: &[&[&str]] = &[
    &["finance", "treasury"],
    &["foreign"],
    &["interior", "home"],
    &["defence", "defense"],
    &["justice"],
    &["health"],
    &["education", "schools"],
    &["transport", "transportation"],
    &["trade"],
    &["energy"],
    &["environment"],
    &["culture"],
    &["agriculture", "farm"],
    &["labour", "labor"],
    &["prime"],
];
const CHIEFS: &[&[&str]] = &[&["executive"], &["financial", "finance"], &["operating"], &["technology"], &["medical"]];
/// Words that make another office of one, or of another time.
const CHANGES: &[&str] = &[
    "former",
    "then",
    "ex",
    "acting",
    "interim",
    "shadow",
    "elect",
    "designate",
    "candidate",
    "nominee",
    "becomes",
    "became",
    "become",
    "appointed",
    "promoted",
    "elected",
    "replaced",
    "replaces",
    "ran",
    "running",
    "succeeded",
    "retired",
    "served",
    "once",
    "previously",
    "incoming",
    "outgoing",
    "next",
    "new",
    "now",
    "formerly",
    "was",
    "as",
    "and",
    "joint",
    "junior",
    "minister-",
    "named",
];
/// Words before a name that may belong to its title.
const REACH: usize = 5;

/// A title at a place.
struct Title {
    span: Span,
    office: Office,
}

#[derive(PartialEq, Clone)]
enum Office {
    /// Of a kind that a person holds one of: the places in its table.
    One(Kind, Vec<usize>),
}

#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Rank,
    Chamber,
    Minister,
    Chief,
    Mayor,
}

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for (person, places) in people(desk) {
        let is_full = name(desk, person).split(' ').count() >= 2;
        if !is_full || places.iter().any(|place| tells_of_a_change(&desk.sentences[place.line].sentence, place)) {
            continue;
        }
        let titles: Vec<Title> =
            places.iter().filter_map(|place| title(&desk.sentences[place.line].sentence, place)).collect();
        let Some((first, other)) = titles
            .split_first()
            .and_then(|(first, rest)| Some((first, rest.iter().find(|other| differ(&first.office, &other.office))?)))
        else {
            continue;
        };
        let (one, two) = (short(desk.text, first.span), short(desk.text, other.span));
        found
            .add(
                other.span,
                format!("{} is “{two}” here and “{one}” before: which is it?", name(desk, person)),
                "Look the office up and write the same one at both places",
            )
            .related(first.span, "the other title");
    }
}

/// Whether the words around a name say that an office was another's or at another time.
fn tells_of_a_change(sentence: &Sentence<'_>, place: &Place) -> bool {
    let before = place.words.start.saturating_sub(REACH + 3)..place.words.start;
    before.into_iter().any(|at| CHANGES.contains(&sentence.lower(at)))
        || (place.words.end..sentence.words.len().min(place.words.end + 8))
            .take_while(|at| sentence.lower(*at) != ".")
            .any(|at| {
                CHANGES.contains(&sentence.lower(at)) && !matches!(sentence.lower(at), "as" | "and" | "was" | "now")
            })
}

/// The title right before a name.
fn title(sentence: &Sentence<'_>, place: &Place) -> Option<Title> {
    let stops = |at: &usize| {
        let word = sentence.lower(*at);
        let is_stop =
            matches!(word, "," | ";" | ":" | "“" | "”" | "\"" | "said" | "told" | "to" | "by" | "of" | "for" | "with");
        // The full stop of “Sen.” stops nothing.
        !(is_stop || (word == "." && at + 1 != place.words.start))
    };
    let first = (place.words.start.saturating_sub(REACH)..place.words.start).rev().take_while(stops).last()?;
    let words: Vec<&str> = (first..place.words.start).map(|at| sentence.lower(at)).collect();
    let office = office(&words)?;
    // From its first word with a capital, or where it begins.
    let start = (first..place.words.start).find(|at| sentence.is_capital(*at)).unwrap_or(first);
    let end = place.words.start - usize::from(sentence.lower(place.words.start - 1) == ".");
    Some(Title { span: sentence.span(&(start..end)), office })
}

fn office(words: &[&str]) -> Option<Office> {
    let rows = |table: &[&[&str]]| {
        let mut rows: Vec<usize> =
            words.iter().filter_map(|word| table.iter().position(|row| row.contains(word))).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    };
    let has = |word: &str| words.contains(&word);
    let last = words.iter().rev().find(|word| **word != ".")?;
    let is_in = |table: &[&[&str]]| table.iter().any(|row| row.contains(last));
    if (*last == "minister" || *last == "secretary") && !has("deputy") {
        let rows = rows(PORTFOLIOS);
        return (!rows.is_empty()).then_some(Office::One(Kind::Minister, rows));
    }
    if has("chief") && matches!(*last, "officer" | "executive") {
        let rows = rows(CHIEFS);
        return (rows.len() == 1).then_some(Office::One(Kind::Chief, rows));
    }
    if *last == "mayor" {
        return Some(Office::One(Kind::Mayor, vec![usize::from(has("deputy") || has("vice"))]));
    }
    // An attorney general has no rank, nor a secretary general; lieutenant governors are no governors.
    let has_other = ["attorney", "secretary", "surgeon", "solicitor", "director", "adjutant", "deputy", "vice"]
        .iter()
        .any(|w| has(w));
    if is_in(RANKS) && !has_other {
        return Some(Office::One(Kind::Rank, rows(RANKS)));
    }
    if is_in(CHAMBERS) && !has_other && !has("lieutenant") && !has("lt") {
        return Some(Office::One(Kind::Chamber, rows(CHAMBERS)));
    }
    None
}

/// Whether nobody can hold both. “Chief Inspector” and “Inspector”, “Lieutenant Colonel” and “Colonel” are one rank said twice.
fn differ(one: &Office, other: &Office) -> bool {
    let (Office::One(kind, one), Office::One(other_kind, other)) = (one, other);
    kind == other_kind && !one.iter().all(|row| other.contains(row)) && !other.iter().all(|row| one.contains(row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn two_offices_are_found_at_the_second() {
        fires(
            &RULE,
            "The bridge is safe, Sgt. Ivor Pell said. Traffic was light. ⟦Captain⟧ Ivor Pell said it would open.",
        );
        fires(
            &RULE,
            "The port will close, Deputy Mayor Ida Roe said. Nobody was asked.\n\n“It is done,” said ⟦Mayor⟧ Ida Roe.",
        );
    }

    #[test]
    fn one_office_said_twice_or_two_that_go_together_are_none() {
        is_silent(
            &RULE,
            &[
                "The bridge is safe, Detective Sergeant Ivor Pell said. Sgt. Ivor Pell said it would open.",
                "The bridge is safe, Lieutenant Colonel Ivor Pell said. Colonel Ivor Pell said it would open.",
                "Finance Minister Ida Roe said so. Former Interior Minister Ida Roe said it again.",
                "Finance Minister Ida Roe said so. The minister, Ida Roe, said it again.",
                "The bridge is safe, Professor Ida Roe said. Dr. Ida Roe said it again.",
                "Finance Minister Ida Roe said so. Interior Minister Otto Brand disagreed.",
                "Finance Minister Ida Roe, who became Interior Minister in May, said so. Interior Minister Ida Roe said it again.",
                "Lieutenant Governor Ida Roe said so. Governor Otto Brand said no.",
            ],
        );
    }
}
