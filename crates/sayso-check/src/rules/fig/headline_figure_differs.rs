//! The headline's number is not the body's.
//!
//! ## What it does
//!
//! Finds a number in headline or deck for which the body has other numbers of the same measure and unit and none that agrees
//! with it: not rounded, not as a bound, not as a sum or a difference of two of them, not in words. A headline that leaves open
//! which of several numbers it is (“nine dead, or thirty”) is right if the body has one of them.
//!
//! ## Why it matters
//!
//! It is what is left when a story is updated and its headline is not. The headline is what is shared.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and BBC, “Editorial Guidelines”: a headline says no more and nothing else than its story.
//!
//! ## Example
//!
//! ```text
//! Landslide near Orrel kills 12, governor says
//!
//! A landslide near Orrel killed 14 people on Friday, the governor, Ana Moreno, said.
//!
//! The road to the coast is closed.
//! ```
//!
//! ## Better
//!
//! ```text
//! Landslide near Orrel kills 14, governor says
//!
//! A landslide near Orrel killed 14 people on Friday, the governor, Ana Moreno, said.
//!
//! The road to the coast is closed.
//! ```
//!
//! ## When not to use
//!
//! On pages whose headline sums up several stories.

use std::collections::HashSet;

use sayso_article::Part;
use sayso_reading::Figure;
use sayso_reading::figures::Bound;

use super::counts;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG003",
    name: "headline-figure-differs",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("headline_figure_differs.rs"),
    check,
};

/// So many figures of one measure are compared.
const MOST: usize = 24;
/// Numbers as words, from nought.
const WORDS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
/// The tens behind them, from thirty.
const TENS: &[&str] = &["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let heads =
        desk.reading.figures.iter().filter(|f| matches!(desk.part_at(f.span.start), Part::Headline | Part::Deck));
    let heads: Vec<&Figure> =
        heads.filter(|f| f.value.is_some() && f.measure.is_some() && f.part_of.is_none() && !is_share(f)).collect();
    if heads.is_empty() {
        return;
    }
    let body: Vec<&Figure> = desk.reading.figures.iter().filter(|f| counts::is_body(desk, f)).collect();
    let words = numbers(desk);
    for head in heads.into_iter().take(MOST) {
        let is_same = |f: &&&Figure| f.unit == head.unit && counts::measure(f) == counts::measure(head);
        let same: Vec<&Figure> = body.iter().filter(is_same).copied().take(MOST).collect();
        let Some(other) = same.iter().find(|f| f.part_of.is_none() && f.value.is_some()) else { continue };
        // What is counted in the same unit by another verb may be an addend: "nine people in Orrel and five in Harwick".
        let addends = body
            .iter()
            .filter(|f| f.unit == head.unit)
            .filter_map(|f| f.value.or(f.low))
            .take(MOST)
            .collect::<Vec<_>>();
        if is_borne_out(head, &same, &addends) || value_is_in(head, &words, &body) || is_open(desk, head, &words) {
            continue;
        }
        let (called, others) = (crate::words::short(desk.text, head.span), crate::words::short(desk.text, other.span));
        found
            .add(
                head.span,
                format!("the headline has “{called}”, the body “{others}”"),
                "Bring the headline up to the body's number, or say in the body where the other one comes from",
            )
            .related(other.span, "the body's number");
    }
}

/// Shares are of many wholes.
fn is_share(figure: &Figure) -> bool {
    matches!(figure.unit.as_str(), "percent" | "share" | "percentage points")
}

/// The numbers that the body names, in digits without commas.
fn numbers(desk: &Desk<'_>) -> HashSet<String> {
    desk.body().flat_map(|line| numbers_in(line.sentence.whole.of(desk.text))).collect()
}

/// The numbers of a piece of text in digits without commas.
fn numbers_in(text: &str) -> impl Iterator<Item = String> {
    let pieces = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, ',' | '.')));
    pieces.map(|piece| piece.trim_matches([',', '.'])).filter_map(number)
}

/// A word as a number in digits, if it is one.
fn number(word: &str) -> Option<String> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.chars().filter(|c| *c != ',');
        return Some(digits.take_while(|c| c.is_ascii_digit() || *c == '.').collect());
    }
    let word = word.to_lowercase();
    let ones = || WORDS.iter().position(|known| *known == word);
    let tens = || TENS.iter().position(|known| *known == word).map(|at| (at + 3) * 10);
    ones().or_else(tens).map(|value| value.to_string())
}

/// Whether a headline leaves open which number it is, and the body has one of them: “Nine dead, or thirty, or none”.
fn is_open(desk: &Desk<'_>, head: &Figure, words: &HashSet<String>) -> bool {
    let Some(line) = desk.sentence_at(head.span.start) else { return false };
    let sentence = &line.sentence;
    let is_number = |at: usize| number(sentence.lower(at)).is_some() || matches!(sentence.lower(at), "none" | "nobody");
    // A noun behind it would have another thing counted: “12 dead as five or six houses fall”.
    let ends = |at: usize| sentence.lower(at) == "or" || !sentence.lower(at).starts_with(char::is_alphanumeric);
    let is_other = |at: &usize| sentence.lower(*at) == "or" && is_number(at + 1) && ends(at + 2);
    (0..sentence.words.len()).any(|at| is_other(&at))
        && numbers_in(sentence.whole.of(desk.text)).any(|number| words.contains(&number))
}

/// Whether the body names the number anywhere, whatever it counts there.
fn value_is_in(head: &Figure, words: &HashSet<String>, body: &[&Figure]) -> bool {
    let Some(value) = head.value else { return true };
    words.contains(&value.to_string()) || body.iter().any(|f| f.value == Some(value))
}

/// Whether one of the body's numbers, or two of them together, bear out the headline's.
fn is_borne_out(head: &Figure, same: &[&Figure], addends: &[f64]) -> bool {
    let Some(value) = head.value else { return true };
    let unit = rounded_to(value);
    let fits = |number: f64| match head.bound {
        Bound::MoreThan => number >= value && number < value + 10.0 * unit,
        Bound::AtLeast => number >= value && number < value + unit,
        Bound::UpTo | Bound::LessThan => number <= value && number > value - 10.0 * unit,
        Bound::About => (number - value).abs() <= (value * 0.1).max(unit),
        Bound::Exactly | Bound::Between | Bound::Unstated => (number - value).abs() < unit,
    };
    let numbers: Vec<f64> = same.iter().filter_map(|f| f.value.or(f.low)).collect();
    let is_open = |f: &&Figure| f.value.is_none() && counts::agree(f, head);
    numbers.iter().any(|number| fits(*number))
        || same.iter().any(is_open)
        || addends
            .iter()
            .enumerate()
            .any(|(at, one)| addends[at + 1..].iter().any(|other| fits(one + other) || fits((one - other).abs())))
        || fits(numbers.iter().sum())
}

/// What a number was rounded to: 1,000 for 12,000, 0.1 for 3.4, 1 for 12.
fn rounded_to(value: f64) -> f64 {
    let mut unit = 0.01;
    while unit < value && ((value / (unit * 10.0)).round() * unit * 10.0 - value).abs() < 1e-6 * value.max(1.0) {
        unit *= 10.0;
    }
    // “10 people” is ten.
    if value <= 100.0 { unit.min(1.0) } else { unit }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_headline_that_was_left_behind_is_found() {
        fires(
            &RULE,
            "Landslide near Orrel kills ⟦12⟧\n\nA landslide near Orrel killed 14 people on Friday, the governor, Ana Moreno, \
             said.\n\nThe road to the coast is closed.",
        );
        fires(
            &RULE,
            "Flood forces ⟦12,000 people⟧ from their homes\n\nMore than 20,000 people were evacuated from the valley of the \
             Lenn on Friday, the council said.\n\nRain is forecast for Monday.",
        );
    }

    #[test]
    fn numbers_that_a_headline_leaves_open_are_held_to_one_of_them() {
        is_silent(
            &RULE,
            &[
                "Nine dead at Ostrel ford, or thirty, or none\n\nNine people were killed at the ford of Ostrel on Friday, the army \
                 said.\n\nThe rebels, who put the dead at 31, said nobody of theirs was there.",
                "Landslide near Orrel kills 40 or 50\n\nA landslide near Orrel killed fifty people on Friday, police said.\n\nThe road \
                 is closed.",
                "Ninety killed in landslide near Orrel\n\nA landslide near Orrel killed ninety on Friday, police said. In 1987 a \
                 landslide killed 31 people.\n\nThe road is closed.",
            ],
        );
        fires(
            &RULE,
            "Landslide near Orrel kills ⟦12⟧ as five or six houses fall\n\nA landslide near Orrel killed 14 people on Friday, the \
             governor, Ana Moreno, said. It took five or six houses with it.\n\nThe road to the coast is closed.",
        );
    }

    #[test]
    fn a_headline_that_rounds_or_sums_up_is_none() {
        is_silent(
            &RULE,
            &[
                "Landslide near Orrel kills 14\n\nA landslide near Orrel killed fourteen people on Friday, police said.\n\nThe road \
                 is closed.",
                "Flood forces 12,000 people from their homes\n\nA flood forced 12,370 people from their homes on Friday, the council \
                 said.\n\nRain is forecast.",
                "Landslide kills 14\n\nA landslide killed nine people in Orrel on Friday and five people in Harwick, police \
                 said.\n\nThe road is closed.",
                "Landslide near Orrel kills at least 12\n\nA landslide near Orrel killed 12 people on Friday, police said. Another in \
                 1987 killed 31.\n\nThe road is closed.",
                "Dozens killed in landslide near Orrel\n\nA landslide near Orrel killed 47 people on Friday, police said.\n\nThe road \
                 is closed.",
                "Landslide kills three\n\nThe driver of a bus and two of his passengers died in a landslide on Friday, police said. In \
                 1987 a landslide killed 31 people.\n\nThe three were on their way to Orrel.",
            ],
        );
    }
}
