//! Percent stands where percentage points are meant, or the other way round.
//!
//! ## What it does
//!
//! Finds “from 4% to 6%” in a sentence that calls the change 2 percent (it is 2 percentage points, or 50 percent), or 50
//! percentage points.
//!
//! ## Why it matters
//!
//! A tax that goes from 4 to 6 percent rises by half. Called “2 percent” it looks like nothing.
//!
//! ## Authority
//!
//! AP, “Stylebook”, on percent and percentage points. BBC, “Editorial Guidelines”, on reporting surveys and statistics. Guardian, style
//! guide, on percentages.
//!
//! ## Example
//!
//! ```text
//! Unemployment rose from 4% to 6%, an increase of 2%, the statistics office said.
//! ```
//!
//! ## Better
//!
//! ```text
//! Unemployment rose from 4% to 6%, an increase of two percentage points, the statistics office said.
//! ```
//!
//! ## When not to use
//!
//! There is no such case.

use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG006",
    name: "percent-or-points",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("percent_or_points.rs"),
    check,
};

/// What a number is followed by.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Percent,
    Points,
    /// Nothing: “from 4 to 6 percent”.
    None,
}

/// A number in a sentence and its unit.
#[derive(Debug)]
struct Number {
    value: f64,
    unit: Unit,
    span: Span,
    /// The word before it.
    before: String,
    /// Whether a noun of change follows: “a 10% increase”.
    is_change: bool,
}

/// Numbers as words, up to which changes are written out.
const WORDS: &[&str] = &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/// What says that a number is the change.
const CHANGE: &[&str] = &[
    "of",
    "by",
    "up",
    "down",
    "rose",
    "fell",
    "risen",
    "fallen",
    "rise",
    "fall",
    "increase",
    "decrease",
    "jump",
    "drop",
    "a",
    "gained",
    "lost",
    "grew",
    "climbed",
    "dropped",
    "jumped",
    "increased",
    "decreased",
    "slipped",
    "about",
    "nearly",
    "almost",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for line in desk.body() {
        let numbers = numbers(desk.text, &line.sentence);
        for (at, pair) in numbers.windows(2).enumerate() {
            let Some((from, to)) = levels(&pair[0], &pair[1]) else { continue };
            // The change stands right before the levels or right behind them.
            let beside = [at.checked_sub(1), Some(at + 2)].into_iter().flatten().filter_map(|other| numbers.get(other));
            let beside = beside.filter(|change| {
                (change.is_change || CHANGE.contains(&change.before.as_str()))
                    && is_beside(desk, change, &pair[0], &pair[1])
            });
            for change in beside {
                if let Some(is_points) = mistaken(from, to, change) {
                    tell(desk, &pair[0], &pair[1], change, is_points, found);
                }
            }
        }
    }
}

/// Whether nothing else is told between the change and the levels: “…, while prices went up 2%” is of something else.
fn is_beside(desk: &Desk<'_>, change: &Number, one: &Number, other: &Number) -> bool {
    const BETWEEN: &[&str] = &[
        ",",
        "a",
        "an",
        "the",
        "of",
        "up",
        "down",
        "by",
        "from",
        "to",
        "about",
        "just",
        "only",
        "nearly",
        "almost",
        "some",
        "around",
        "(",
        ")",
        "-",
        "–",
        "—",
        "rise",
        "fall",
        "increase",
        "decrease",
        "jump",
        "drop",
        "decline",
        "gain",
        "hike",
        "cut",
        "loss",
        "climb",
        "growth",
        "difference",
        "change",
        "or",
        "that",
        "is",
        "sharp",
        "total",
        "in",
        "increasing",
        "rising",
        "falling",
    ];
    let gap = if change.span.start < one.span.start {
        Span::new(change.span.end, one.span.start)
    } else {
        Span::new(other.span.end, change.span.start)
    };
    crate::words::lower(desk.text, gap).iter().all(|word| BETWEEN.contains(&word.as_str()))
}

/// From what to what in per cent, where two numbers say so: “from 4% to 6%”, “to 6% from 4%”.
fn levels(one: &Number, other: &Number) -> Option<(f64, f64)> {
    let units = (one.unit, other.unit);
    if !matches!(units, (Unit::Percent | Unit::None, Unit::Percent) | (Unit::Percent, Unit::None)) {
        return None;
    }
    match (one.before.as_str(), other.before.as_str()) {
        ("from", "to") => Some((one.value, other.value)),
        ("to", "from") => Some((other.value, one.value)),
        _ => None,
    }
}

/// Whether a change is called by the wrong unit, and whether it is points in truth.
fn mistaken(from: f64, to: f64, change: &Number) -> Option<bool> {
    let points = (to - from).abs();
    let share = if from == 0.0 { return None } else { points / from * 100.0 };
    let is = |number: f64| (number - change.value).abs() < 0.051;
    match change.unit {
        Unit::Percent if is(points) && (share - points).abs() > 0.6 => Some(true),
        Unit::Points if (share - change.value).abs() < 0.6 && (share - points).abs() > 1.2 => Some(false),
        _ => None,
    }
}

fn tell(desk: &Desk<'_>, one: &Number, other: &Number, change: &Number, is_points: bool, found: &mut Found) {
    let called = change.span.of(desk.text);
    let levels = one.span.cover(other.span);
    let (message, help) = if is_points {
        let share =
            ((one.value - other.value) / if one.before == "from" { one.value } else { other.value } * 100.0).abs();
        (
            format!("“{called}” is in percentage points here"),
            format!("Write “percentage points”, or {share:.0} percent"),
        )
    } else {
        (format!("“{called}” is in percent here"), "Write “percent”, or give the difference in points".to_owned())
    };
    found.add(change.span, message, help).related(levels, "from what to what");
}

/// The numbers of a sentence.
fn numbers(text: &str, sentence: &Sentence<'_>) -> Vec<Number> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let Some((value, end)) = number(text, sentence, at) else {
            at += 1;
            continue;
        };
        let (unit, after) = unit(sentence, end);
        let mut before = at;
        while before > 0
            && matches!(
                sentence.lower(before - 1),
                "about" | "just" | "only" | "nearly" | "almost" | "a" | "some" | "around" | "-"
            )
        {
            before -= 1;
        }
        let before = before.checked_sub(1).map_or("", |before| sentence.lower(before)).to_owned();
        let is_change = matches!(
            sentence.lower(after),
            "increase" | "rise" | "jump" | "drop" | "fall" | "decrease" | "decline" | "gain" | "hike" | "cut"
        );
        out.push(Number { value, unit, span: sentence.span(&(at..after)), before, is_change });
        at = after.max(at + 1);
    }
    out
}

/// The number at a word and the word behind it: “4.5” is three words.
fn number(text: &str, sentence: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    let word = sentence.lower(at);
    if let Some(value) = WORDS.iter().position(|known| *known == word) {
        return Some((value as f64, at + 1));
    }
    if !word.bytes().all(|b| b.is_ascii_digit()) || word.is_empty() {
        return None;
    }
    let is_decimal = sentence.lower(at + 1) == "."
        && sentence.touches(at + 1)
        && sentence.touches(at + 2)
        && sentence.lower(at + 2).bytes().all(|b| b.is_ascii_digit());
    let end = if is_decimal { at + 3 } else { at + 1 };
    sentence.span(&(at..end)).of(text).parse().ok().map(|value| (value, end))
}

fn unit(sentence: &Sentence<'_>, at: usize) -> (Unit, usize) {
    const UNITS: &[(&str, Unit)] = &[
        ("percentage points", Unit::Points),
        ("percentage point", Unit::Points),
        ("- percentage - point", Unit::Points),
        ("- point", Unit::Points),
        ("points", Unit::Points),
        ("point", Unit::Points),
        ("percent", Unit::Percent),
        ("per cent", Unit::Percent),
        ("%", Unit::Percent),
        ("pc", Unit::Percent),
    ];
    let found = UNITS.iter().find_map(|(phrase, unit)| Some((*unit, sentence.phrase(at, phrase)?)));
    // "2% points".
    match found {
        Some((Unit::Percent, end)) if matches!(sentence.lower(end), "points" | "point") => (Unit::Points, end + 1),
        Some(found) => found,
        None => (Unit::None, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn percent_for_points_is_found() {
        fires(&RULE, "Unemployment rose from 4% to 6%, an increase of ⟦2%⟧, the statistics office said.");
        fires(&RULE, "Vaccination rose from 40% to 50%, a ⟦10%⟧ increase, the ministry said.");
        fires(&RULE, "The tax went up ⟦2 per cent⟧, from 10 to 12 per cent.");
        fires(&RULE, "Turnout fell by ⟦8.5 percent⟧ to 51.5 percent from 60 percent.");
        fires(&RULE, "Unemployment rose from 4% to 6%, a jump of ⟦50 percentage points⟧.");
    }

    #[test]
    fn each_by_its_own_unit_is_none() {
        is_silent(
            &RULE,
            &[
                "Unemployment rose from 4% to 6%, an increase of two percentage points.",
                "Unemployment rose from 4% to 6%, an increase of 50%.",
                "Unemployment rose from 4% to 6%, while prices went up 2%, the office said.",
                "Unemployment rose 2 points, from 4 to 6 percent.",
                "Output rose 2 percent, from 98 tonnes to 100 tonnes.",
                "The rate went from 98% to 100%, up 2%.",
                "Profit rose to 6 million from 4 million, up 50 percent.",
            ],
        );
    }
}
