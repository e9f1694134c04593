//! An estimate is given to the last digit.
//!
//! ## What it does
//!
//! Finds whole numbers that are called rough (“about”, “some”, “nearly”, “an estimated”) and are exact to the last of four or more
//! digits: “about 10,437 people”.
//!
//! ## Why it matters
//!
//! Either somebody counted, then “about” takes back what is known; or nobody did, then the digits claim what is not.
//!
//! ## Authority
//!
//! AP, “Stylebook”, and BBC, “Editorial Guidelines”, on reporting statistics: estimates are rounded and called estimates.
//!
//! ## Example
//!
//! ```text
//! About 10,437 people marched to the harbour, police said.
//! ```
//!
//! ## Better
//!
//! ```text
//! About 10,000 people marched to the harbour, police said.
//! ```
//!
//! ## When not to use
//!
//! Where lengths and weights are converted from other units by a program.

use sayso_reading::figures::Bound;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::{counts, numbers};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "FIG008",
    name: "false-precision",
    category: Category::Style,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "digits",
        default: Value::Number(4),
        doc: "So many digits or more are too many for an estimate",
    }],
    source: include_str!("false_precision.rs"),
    check,
};

/// What calls a number rough.
const ROUGHLY: &[&str] =
    &["about", "some", "around", "roughly", "approximately", "nearly", "almost", "estimated", "circa"];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    for figure in desk.reading.figures.iter().filter(|f| counts::is_body(desk, f)) {
        if !matches!(figure.bound, Bound::About | Bound::LessThan) {
            continue;
        }
        let words = crate::words::lower(desk.text, figure.span);
        let Some(roughly) = words.iter().take(3).find(|word| ROUGHLY.contains(&word.as_str())) else { continue };
        let Some(number) = number(desk.text, figure.span) else { continue };
        if digits(&number) < options.number("digits") || is_bracketed(desk.text, figure.span) {
            continue;
        }
        tell(figure.span, &number, roughly, found);
    }
    let known: Vec<Span> = found.spans().collect();
    for line in desk.body() {
        for number in numbers::of(&line.sentence) {
            let Some((span, roughly)) = rough(&line.sentence, &number) else { continue };
            let called = number_of(&line.sentence, &number);
            if digits(called) < options.number("digits")
                || is_bracketed(desk.text, span)
                || known.get(known.partition_point(|other| other.end <= span.start)).is_some_and(|at| at.overlaps(span))
            {
                continue;
            }
            tell(span, called, roughly, found);
        }
    }
}

fn tell(span: Span, number: &str, roughly: &str, found: &mut Found) {
    found.add(
        span,
        format!("“{number}” is exact and “{roughly}” is not"),
        format!("Round the number, or leave “{roughly}” out if somebody counted"),
    );
}

/// A number that is no figure and is called rough: “about 1,163 of them”, “an estimated 2,619”.
fn rough<'s>(sentence: &'s Sentence<'_>, number: &numbers::Number) -> Option<(Span, &'s str)> {
    // "The book is about 1,163 letters", "asked about 1,163 cases".
    const OF_WHAT: &[&str] = &[
        "asked",
        "ask",
        "asks",
        "told",
        "tell",
        "know",
        "knew",
        "known",
        "complained",
        "complaints",
        "complaint",
        "data",
        "information",
        "report",
        "reports",
        "story",
        "stories",
        "questions",
        "question",
        "concerns",
        "talk",
        "talked",
        "talks",
        "write",
        "wrote",
        "written",
        "worried",
        "details",
        "book",
        "film",
        "heard",
        "news",
        "facts",
        "spoke",
        "learned",
        "warned",
        "records",
        "all",
    ];
    let at = number.words.start.checked_sub(1)?;
    let roughly = sentence.lower(at);
    let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
    let there = at.checked_sub(2).map_or("", |at| sentence.lower(at));
    let is_told_of = OF_WHAT.contains(&before) || (matches!(before, "is" | "was" | "are" | "were") && there != "there");
    let is_rough = ROUGHLY.contains(&roughly) && !(roughly == "about" && is_told_of);
    let is_whole = number.digits && !number.is_broken && number.value.fract() == 0.0;
    let after = sentence.lower(number.words.end);
    // "Around 1430 GMT", "some 2024 models", "about 1,000-1,163".
    let is_plain = number_of(sentence, number).contains(',') || number.value >= 10_000.0;
    let goes_on = matches!(after, "-" | "–" | "/" | "gmt" | "hours" | "to");
    let is_digits = number_of(sentence, number).bytes().all(|b| b.is_ascii_digit() || b == b',');
    (is_rough && is_whole && is_plain && is_digits && !goes_on)
        .then(|| (sentence.span(&(at..number.words.end)), roughly))
}

fn number_of<'t>(sentence: &Sentence<'t>, number: &numbers::Number) -> &'t str {
    sentence.span(&number.words).of(sentence.text)
}

/// The whole number that a figure is written as; nothing where it has a fraction or goes on in words (“1.4 million”).
fn number(text: &str, span: Span) -> Option<String> {
    let piece = span.of(text);
    let start = piece.find(|c: char| c.is_ascii_digit())?;
    let end = piece[start..]
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')))
        .map_or(piece.len(), |end| start + end);
    let number = piece[start..end].trim_end_matches([',', '.']);
    let rest = piece[start + number.len()..].trim_start().to_lowercase();
    let goes_on = ["million", "billion", "trillion", "thousand", "m", "bn", "k", "tn"]
        .iter()
        .any(|word| rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)));
    (!goes_on && !number.contains('.')).then(|| number.to_owned())
}

/// How many digits of a number say something: zeros at its end do not, a five there half.
fn digits(number: &str) -> usize {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let said = digits.trim_start_matches('0').trim_end_matches('0');
    let half = usize::from(said.len() > 1 && said.ends_with('5'));
    // "About 10,430" is rounded to ten.
    if said.len() < digits.len() { said.len() - 1.min(said.len()) } else { said.len() - half }
}

/// “(About 1,609 metres)”: a conversion.
fn is_bracketed(text: &str, span: Span) -> bool {
    text[..span.start].trim_end().ends_with(['(', '['])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn an_estimate_to_the_last_digit_is_found() {
        fires(&RULE, "⟦About 10,437 people⟧ marched to the harbour, police said.");
        fires(&RULE, "The harbour employs ⟦some 1,213 workers⟧, the council said.");
        fires(&RULE, "The warden counted the geese in May. There were ⟦about 2,417⟧ of them then.");
        fires(&RULE, "The dues of the past year stand at ⟦roughly 13,862⟧ and are falling.");
    }

    #[test]
    fn a_rounded_estimate_or_an_exact_count_is_none() {
        is_silent(
            &RULE,
            &[
                "About 10,000 people marched to the harbour, police said.",
                "The clerk counted 10,437 people, police said.",
                "At least 10,437 people marched to the harbour, police said.",
                "The bridge cost about £1.437 million, the council said.",
                "About 1,250 people marched to the harbour, police said.",
                "About 4,325 people marched to the harbour, police said.",
                "The trail is a mile (about 1,609 metres) long.",
                "About 120 people marched to the harbour in 1987.",
                "The council was asked about 2,417 of them.",
                "The tower was built around 1387 and burned down around 1623.",
            ],
        );
    }
}
