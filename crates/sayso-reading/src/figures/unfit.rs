//! Numbers that are no figures: dates, times, ages, names, addresses, scores.

use super::counted::Counted;
use super::numerals::{Numeral, Value};
use super::tables::{NAMED, YEAR_BEFORE};
use crate::dates::phrases::is_month_name;
use crate::sentence::Sentence;

/// Whether a number is no figure, by what stands beside it.
pub(super) fn is_unfit(sentence: &Sentence<'_>, numeral: &Numeral, counted: Option<&Counted>) -> bool {
    let (first, end) = (numeral.words.start, numeral.words.end);
    if counted.is_some_and(|counted| counted.is_time) {
        return true;
    }
    if numeral.unit.is_some() {
        return false;
    }
    let before = first.checked_sub(1).map_or("", |at| sentence.lower(at));
    let number = match numeral.value {
        Value::Number(number) => number,
        Value::Vague(_) | Value::Share(_) => return counted.is_none(),
    };
    // "One" is a pronoun where nothing is counted.
    if !numeral.digits && number < 2.0 && counted.is_none() {
        return true;
    }
    // “Anna Brandt, 43, …” is an age.
    let apart = before == "," && matches!(sentence.lower(end), "," | "." | ";" | ")" | "") && counted.is_none();
    apart
        || is_part_of_a_name(sentence, numeral, before)
        || is_date(sentence, first, end, number)
        || is_year(sentence, numeral, before, number, counted)
        || is_clock_or_score(sentence, first, end, counted)
}

/// Last words of an address.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "lane",
    "avenue",
    "ave",
    "drive",
    "way",
    "square",
    "boulevard",
    "court",
    "terrace",
    "place",
];

/// “Highway 5”, “F-16”, “No. 3”, “12 Mill Lane”.
fn is_part_of_a_name(sentence: &Sentence<'_>, numeral: &Numeral, before: &str) -> bool {
    let (first, end) = (numeral.words.start, numeral.words.end);
    let hyphened = sentence.touches(first) && matches!(before, "-" | "/" | "#" | "." | ":" | "_" | "@");
    let stopped = before == "." && first > 1 && NAMED.contains(&sentence.lower(first - 2));
    let named = NAMED.contains(&before) && numeral.digits && before != "line" && before != "road";
    let capital = |at: usize| sentence.word(at).starts_with(char::is_uppercase);
    let address =
        numeral.digits && capital(end) && (end..end + 4).any(|at| capital(at) && STREETS.contains(&sentence.lower(at)));
    hyphened || stopped || named || address
}

/// “May 3”, “3 May”, “Oct. 14”.
fn is_date(sentence: &Sentence<'_>, first: usize, end: usize, number: f64) -> bool {
    // The verb is no month.
    let is_month = |at: usize| is_month_name(sentence.lower(at)) && sentence.word(at).starts_with(char::is_uppercase);
    let before =
        first > 0 && (is_month(first - 1) || (first > 1 && sentence.lower(first - 1) == "." && is_month(first - 2)));
    let after = is_month(end) || (sentence.lower(end) == "of" && is_month(end + 1));
    (before && number <= 2100.0) || (after && number <= 31.0)
}

/// “In 2019”: four digits without a comma.
fn is_year(sentence: &Sentence<'_>, numeral: &Numeral, before: &str, number: f64, counted: Option<&Counted>) -> bool {
    let bare = numeral.digits && numeral.words.len() == 1 && sentence.word(numeral.words.start).len() == 4;
    let in_time = (1000.0..=2100.0).contains(&number);
    let plainly_counts = counted.is_some_and(|c| c.unit == "people") && !YEAR_BEFORE.contains(&before);
    bare && in_time && !plainly_counts
}

/// “10:30”, “2-1”, “24/7”, “9 p.m.”.
fn is_clock_or_score(sentence: &Sentence<'_>, first: usize, end: usize, counted: Option<&Counted>) -> bool {
    let digit = |at: usize| sentence.word(at).starts_with(|c: char| c.is_ascii_digit());
    let joined = |mark: &[&str]| {
        mark.contains(&sentence.lower(end)) && sentence.touches(end) && sentence.touches(end + 1) && digit(end + 1)
    };
    let follows = first > 1
        && matches!(sentence.lower(first - 1), "-" | "–" | ":" | "/")
        && sentence.touches(first)
        && digit(first - 2);
    joined(&[":", "/"])
        || ((joined(&["-", "–"]) || follows) && counted.is_none())
        || (matches!(sentence.lower(end), "a" | "p")
            && sentence.lower(end + 1) == "."
            && sentence.lower(end + 2) == "m")
}
