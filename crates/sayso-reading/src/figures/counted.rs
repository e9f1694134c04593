//! What a number counts: the noun after it, and where.

use std::ops::Range;

use sayso_text::Span;

use super::numerals::{Numeral, Value};
use super::tables::{PEOPLE, PLAIN_PEOPLE, TIMES, UNITS};
use crate::dates::phrases::{is_month_name, is_weekday};
use crate::sentence::Sentence;

/// What a number counts.
pub(super) struct Counted {
    /// `people`, a unit, or the noun itself.
    pub(super) unit: String,
    /// The words that say who or what in particular.
    pub(super) who: Option<Range<usize>>,
    /// Where the noun ends.
    pub(super) end: usize,
    /// Whether it is a length of time.
    pub(super) is_time: bool,
}

/// So many words may stand between a number and its noun: "12 young Harwick residents".
const ADJECTIVES: usize = 3;

/// Words that end the search: no noun phrase goes on over them.
const STOPS: &[&str] = &[
    "a",
    "an",
    "the",
    "and",
    "or",
    "but",
    "nor",
    "in",
    "on",
    "at",
    "to",
    "by",
    "for",
    "from",
    "with",
    "as",
    "than",
    "that",
    "which",
    "who",
    "whose",
    "were",
    "was",
    "is",
    "are",
    "be",
    "been",
    "being",
    "have",
    "has",
    "had",
    "will",
    "would",
    "could",
    "may",
    "might",
    "can",
    "did",
    "does",
    "do",
    "said",
    "says",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "after",
    "before",
    "when",
    "while",
    "since",
    "until",
    "into",
    "over",
    "under",
    "about",
    "between",
    "during",
    "against",
    "his",
    "her",
    "its",
    "their",
    "this",
    "those",
    "these",
    "not",
    "no",
    "so",
    "if",
    "because",
    "among",
    "including",
    "per",
    "out",
    "up",
    "down",
    "off",
];

/// Plural in form only, or no thing that is counted.
const UNCOUNTED: &[&str] = &[
    "others",
    "times",
    "always",
    "perhaps",
    "thus",
    "news",
    "series",
    "headquarters",
    "less",
    "plus",
    "yes",
    "ours",
    "theirs",
];

/// What the number counts, by the words after it.
pub(super) fn after(sentence: &Sentence<'_>, numeral: &Numeral) -> Option<Counted> {
    let mut at = numeral.words.end;
    if matches!(numeral.value, Value::Vague(_) | Value::Share(_)) {
        // "Dozens of homes", "half of the homes", "half the homes".
        at += usize::from(sentence.lower(at) == "of");
        at += usize::from(matches!(
            sentence.lower(at),
            "the" | "those" | "these" | "its" | "their" | "his" | "her" | "all"
        ));
    } else if sentence.lower(at) == "of" && matches!(sentence.lower(at + 1), "the" | "its" | "their" | "all") {
        at += 2;
    } else if sentence.lower(at) == "more" || sentence.lower(at) == "other" || sentence.lower(at) == "further" {
        at += 1;
    }
    if sentence.lower(at) == "-" && sentence.touches(at) && sentence.touches(at + 1) {
        at += 1;
    }
    let begin = at;
    while at < sentence.words.len() && at - begin <= ADJECTIVES {
        let lower = sentence.lower(at);
        if TIMES.contains(&lower) {
            return Some(Counted { unit: lower.to_owned(), who: None, end: at + 1, is_time: true });
        }
        if let Some((_, unit)) = UNITS.iter().find(|(word, _)| *word == lower) {
            return Some(Counted { unit: (*unit).to_owned(), who: None, end: at + 1, is_time: false });
        }
        if PEOPLE.contains(&lower) {
            let is_plain = PLAIN_PEOPLE.contains(&lower);
            let who = (!is_plain).then_some(begin..at + 1);
            let unit = if lower == "jobs" { "jobs" } else { "people" };
            return Some(Counted { unit: unit.to_owned(), who, end: at + 1, is_time: false });
        }
        let is_word = lower.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'' || c == '’');
        let joins = lower == "-" && sentence.touches(at) && sentence.touches(at + 1);
        if STOPS.contains(&lower) || !(is_word || joins) || lower.is_empty() {
            return None;
        }
        if is_plural(lower) && !UNCOUNTED.contains(&lower) && !begins_a_name(sentence, at) {
            return Some(Counted { unit: lower.to_owned(), who: None, end: at + 1, is_time: false });
        }
        at += 1;
    }
    None
}

/// Whether a word is a plural, as far as its form tells.
fn is_plural(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && !word.ends_with("'s")
        && !word.ends_with("’s")
}

/// Capitals that go on: "12 Mills Lane".
fn begins_a_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let capital = |at: usize| sentence.word(at).starts_with(char::is_uppercase);
    capital(at)
}

/// Prepositions that lead to a place.
const PLACE: &[&str] = &["in", "at", "near", "from", "across", "outside", "around"];
/// A place stands at most this far behind the figure.
const REACH: usize = 6;

/// The place that follows a figure in its clause: "12 people were killed in Harwick".
pub(super) fn place(sentence: &Sentence<'_>, end: usize) -> Option<Span> {
    let capital = |at: usize| sentence.word(at).starts_with(char::is_uppercase);
    for at in end..sentence.words.len().min(end + REACH) {
        let lower = sentence.lower(at);
        if matches!(lower, "," | ";" | ":" | "“" | "\"" | "and" | "but")
            || lower.starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        if !PLACE.contains(&lower) {
            continue;
        }
        let first = at + 1 + usize::from(sentence.lower(at + 1) == "the");
        let is_time = |at: usize| is_month_name(sentence.lower(at)) || is_weekday(sentence.lower(at));
        if capital(first) && !is_time(first) {
            let last = (first..sentence.words.len()).take_while(|w| capital(*w)).last()?;
            return Some(sentence.span(&(first..last + 1)));
        }
    }
    None
}
