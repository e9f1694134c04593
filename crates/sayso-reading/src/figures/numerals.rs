//! Numerals: what a number's digits or words come to.
//!
//! A numeral is read from the words of one sentence, from left to right, once. What it counts and whether it counts anything
//! is decided elsewhere.

use std::ops::Range;

use super::tables::{CURRENCIES, NUMBER_WORDS, SCALES, VAGUE};
use crate::sentence::Sentence;

/// A number as it stands in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// Its words, the currency's sign and the sign of percent included.
    pub(super) words: Range<usize>,
    pub(super) value: Value,
    /// The unit that is part of it.
    pub(super) unit: Option<&'static str>,
    /// Whether it is written in digits.
    pub(super) digits: bool,
}

/// What a numeral comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Number(f64),
    /// “Dozens”, “thousands”: at least so many.
    Vague(f64),
    /// “Half”, “two thirds”: a share of something.
    Share(f64),
}

/// The numerals of a sentence, in order.
pub(super) fn numerals(sentence: &Sentence<'_>) -> Vec<Numeral> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let found = in_digits(sentence, at).or_else(|| in_words(sentence, at));
        at = found.as_ref().map_or(at + 1, |numeral| numeral.words.end);
        out.extend(found);
    }
    out
}

/// “$1.2bn”, “1,200”, “30 %”, “3.5 million”.
fn in_digits(sentence: &Sentence<'_>, first: usize) -> Option<Numeral> {
    let currency = currency(sentence, first);
    let start = first + currency.map_or(0, |(words, _)| words);
    let mut at = start;
    let (mut value, suffix) = digits(sentence, &mut at)?;
    let mut unit = currency.map(|(_, unit)| unit);
    let scaled = |word: &str| SCALES.iter().find(|(name, _)| *name == word).map(|(_, scale)| *scale);
    match suffix {
        "" => {
            // "3.5 million", "3.5-million".
            let hyphen = usize::from(sentence.lower(at) == "-" && scaled(sentence.lower(at + 1)).is_some());
            if let Some(scale) = scaled(sentence.lower(at + hyphen)).filter(|_| sentence.lower(at + hyphen).len() > 2) {
                value *= scale;
                at += hyphen + 1;
            }
        }
        // Beside a currency an m is a million; alone it is metres.
        "m" if unit.is_none() => unit = Some("metres"),
        "km" => unit = Some("kilometres"),
        "kg" => unit = Some("kilograms"),
        "mw" => unit = Some("megawatts"),
        "p" => unit = Some("pence"),
        "mph" | "kph" if unit.is_none() => {
            unit = Some(if suffix == "mph" { "miles per hour" } else { "kilometres per hour" });
        }
        suffix => value *= scaled(suffix)?,
    }
    if unit.is_none() {
        let (words, found) = percent(sentence, at);
        at += words;
        unit = found;
    }
    value.is_finite().then_some(Numeral { words: first..at, value: Value::Number(value), unit, digits: true })
}

/// The sign or code of a currency at a word, and of how many words it is.
fn currency(sentence: &Sentence<'_>, at: usize) -> Option<(usize, &'static str)> {
    CURRENCIES.iter().find_map(|(sign, unit)| {
        let mut end = at;
        let mut rest = *sign;
        while !rest.is_empty() && (end == at || sentence.touches(end)) {
            rest = rest.strip_prefix(sentence.word(end)).filter(|_| !sentence.word(end).is_empty())?;
            end += 1;
        }
        let digit = sentence.word(end).starts_with(|c: char| c.is_ascii_digit());
        (rest.is_empty() && digit).then_some((end - at, *unit))
    })
}

/// Digits with their commas and point, and the letters that touch them; moves `at` behind.
fn digits<'s>(sentence: &'s Sentence<'_>, at: &mut usize) -> Option<(f64, &'s str)> {
    let split = |at: usize| {
        let word = sentence.lower(at);
        word.split_at(word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len())
    };
    let (whole, mut suffix) = split(*at);
    if whole.is_empty() {
        return None;
    }
    let mut number = whole.to_owned();
    *at += 1;
    let goes_on = |at: usize, mark: &str| {
        sentence.lower(at) == mark && sentence.touches(at) && sentence.touches(at + 1) && !split(at + 1).0.is_empty()
    };
    while suffix.is_empty() && whole.len() <= 3 && goes_on(*at, ",") && split(*at + 1).0.len() == 3 {
        let (group, rest) = split(*at + 1);
        number += group;
        suffix = rest;
        *at += 2;
    }
    if suffix.is_empty() && goes_on(*at, ".") {
        let (part, rest) = split(*at + 1);
        number = format!("{number}.{part}");
        suffix = rest;
        *at += 2;
    }
    Some((number.parse().ok()?, suffix))
}

/// “%”, “percent”, “per cent”, “percentage points” at a word: how many words, and the unit.
fn percent(sentence: &Sentence<'_>, at: usize) -> (usize, Option<&'static str>) {
    let hyphen = usize::from(sentence.lower(at) == "-" && sentence.touches(at));
    match (sentence.lower(at + hyphen), sentence.lower(at + hyphen + 1)) {
        ("percentage", "point" | "points") => (hyphen + 2, Some("percentage points")),
        ("per", "cent") => (hyphen + 2, Some("percent")),
        ("%" | "percent" | "pc", _) => (hyphen + 1, Some("percent")),
        _ => (0, None),
    }
}

/// “Twenty-five”, “two hundred and six thousand”, “dozens”, “two thirds”, “half”.
fn in_words(sentence: &Sentence<'_>, first: usize) -> Option<Numeral> {
    let numeral = |words: Range<usize>, value, unit| Some(Numeral { words, value, unit, digits: false });
    if let Some((words, value)) = vague(sentence, first) {
        return numeral(first..first + words, Value::Vague(value), None);
    }
    if let Some((words, value)) = share(sentence, first) {
        return numeral(first..first + words, Value::Share(value), None);
    }
    let (value, mut at) = cardinal(sentence, first)?;
    let (words, unit) = percent(sentence, at);
    at += words;
    numeral(first..at, Value::Number(value), unit)
}

fn vague(sentence: &Sentence<'_>, at: usize) -> Option<(usize, f64)> {
    VAGUE.iter().find_map(|(phrase, value)| Some((sentence.phrase(at, phrase)? - at, *value)))
}

fn share(sentence: &Sentence<'_>, at: usize) -> Option<(usize, f64)> {
    let part = |word: &str| match word {
        "half" | "halves" => Some(2.0),
        "third" | "thirds" => Some(3.0),
        "quarter" | "quarters" => Some(4.0),
        "fifth" | "fifths" => Some(5.0),
        "tenth" | "tenths" => Some(10.0),
        _ => None,
    };
    if sentence.lower(at) == "half" {
        return Some((1, 0.5));
    }
    let count = match sentence.lower(at) {
        "a" | "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "nine" => 9.0,
        _ => return None,
    };
    let hyphen = usize::from(sentence.lower(at + 1) == "-");
    let of = part(sentence.lower(at + 1 + hyphen))?;
    // "A third man" is an ordinal, "a quarter past nine" a time.
    let next = sentence.lower(at + 2 + hyphen);
    let is_share =
        count > 1.0 || matches!(next, "of" | "" | "." | "," | "to" | "from" | "more" | "less" | "in" | "since" | "and");
    (count < of && is_share).then_some((2 + hyphen, count / of))
}

/// A whole number in words; where it ends.
fn cardinal(sentence: &Sentence<'_>, first: usize) -> Option<(f64, usize)> {
    let small = |at: usize| NUMBER_WORDS.iter().find(|(word, _)| *word == sentence.lower(at)).map(|(_, n)| *n);
    let scale =
        |at: usize| SCALES.iter().find(|(word, _)| word.len() > 2 && *word == sentence.lower(at)).map(|(_, n)| *n);
    let (mut total, mut now, mut at) = (0.0, None::<f64>, first);
    // Whatever follows must be smaller than what came before: "twenty-five", not "five twenty".
    let mut room = f64::INFINITY;
    // "A hundred", "a million", "a dozen".
    if matches!(sentence.lower(at), "a" | "one") && (scale(at + 1).is_some()) {
        now = Some(1.0);
        at += 1;
    }
    loop {
        let skip = match sentence.lower(at) {
            "-" if at > first && sentence.touches(at) => 1,
            "and" if now.is_some_and(|n| n >= 100.0) || (now.is_none() && total > 0.0) => 1,
            _ => 0,
        };
        if let Some(n) = small(at + skip).filter(|n| *n < room && now.is_none_or(|now| now >= 20.0)) {
            now = Some(now.unwrap_or(0.0) + n);
            room = if n >= 20.0 { 10.0 } else { 0.0 };
            at += skip + 1;
        } else if let (Some(n), Some(by)) = (now, scale(at + usize::from(skip == 1 && sentence.lower(at) == "-"))) {
            at += usize::from(skip == 1) + 1;
            if by < 1000.0 {
                now = Some(n * by);
                room = by;
            } else {
                total += n * by;
                now = None;
                room = by;
            }
        } else {
            break;
        }
    }
    let value = total + now.unwrap_or(0.0);
    (at > first && (total > 0.0 || now.is_some())).then_some((value, at))
}

#[cfg(test)]
mod tests {
    use sayso_text::Span;

    use super::*;

    fn check(text: &str, expect: &[(&str, Value, Option<&str>)]) {
        let sentence = Sentence::of(text, Span::new(0, text.len()));
        let found: Vec<_> =
            numerals(&sentence).iter().map(|n| (sentence.span(&n.words).of(text), n.value, n.unit)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn digits_with_commas_points_and_scales() {
        use Value::Number;
        check("1,200 homes", &[("1,200", Number(1200.0), None)]);
        check("a record $1.2bn", &[("$1.2bn", Number(1.2e9), Some("USD"))]);
        check("US$3.5 million", &[("US$3.5 million", Number(3.5e6), Some("USD"))]);
        check("£250k, €40m", &[("£250k", Number(250_000.0), Some("GBP")), ("€40m", Number(4e7), Some("EUR"))]);
        check(
            "12.5% and 3 per cent",
            &[("12.5%", Number(12.5), Some("percent")), ("3 per cent", Number(3.0), Some("percent"))],
        );
        check("2 percentage points", &[("2 percentage points", Number(2.0), Some("percentage points"))]);
        check("90m wide", &[("90m", Number(90.0), Some("metres"))]);
        check("2 million people", &[("2 million", Number(2e6), None)]);
    }

    #[test]
    fn lists_of_digits_and_endless_digits() {
        use Value::Number;
        let ones = [("1", Number(1.0), None), ("2", Number(2.0), None), ("3", Number(3.0), None)];
        check("1,2,3", &ones);
        check(&"9".repeat(400), &[]);
        check("٣٠", &[]);
        check("3rd 1990s F16", &[]);
    }

    #[test]
    fn words_come_to_numbers() {
        use Value::Number;
        for (text, value) in [
            ("twelve", 12.0),
            ("twenty-five", 25.0),
            ("one hundred and twenty", 120.0),
            ("two hundred and six thousand", 206_000.0),
            ("a hundred", 100.0),
            ("a million", 1e6),
            ("three million two hundred thousand", 3.2e6),
            ("two dozen", 24.0),
            ("a dozen", 12.0),
        ] {
            check(text, &[(text, Number(value), None)]);
        }
        check("five twenty", &[("five", Number(5.0), None), ("twenty", Number(20.0), None)]);
        check("said and a man", &[]);
    }

    #[test]
    fn vague_numbers_and_shares() {
        use Value::{Share, Vague};
        check("dozens of homes", &[("dozens", Vague(24.0), None)]);
        check("tens of thousands fled", &[("tens of thousands", Vague(20_000.0), None)]);
        check("two thirds of them", &[("two thirds", Share(2.0 / 3.0), None)]);
        check("two-thirds", &[("two-thirds", Share(2.0 / 3.0), None)]);
        check("half the town", &[("half", Share(0.5), None)]);
        check("by a third to", &[("a third", Share(1.0 / 3.0), None)]);
        check("a third man", &[]);
    }
}
