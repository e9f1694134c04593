//! As of when a number holds: "by Friday", "as of noon Monday", "the toll rose to 312 on Sunday".

use std::ops::Range;

use crate::dates::When;
use sayso_text::sentences::Sentence;

/// The words of a date stand at most so many words behind a number.
const REACH: usize = 8;

/// The same in bytes, for any of the forms.
const NEAR: usize = 300;
/// A survey is named at most so many words before its days.
const SURVEY: usize = 24;

/// Words for a count that goes on from day to day.
const COUNTS: &[&str] =
    &["toll", "number", "count", "tally", "total", "figure", "reached", "climbed", "stood", "numbered", "put", "puts"];

/// Words for what is to come.
const TO_COME: &[&str] = &[
    "will",
    "would",
    "expect",
    "expects",
    "expected",
    "forecast",
    "forecasts",
    "predict",
    "predicts",
    "could",
    "may",
    "might",
    "plan",
    "plans",
];

/// The day that a number in these words holds for. `whens` are the dates of its sentence.
pub(super) fn of(sentence: &Sentence<'_>, number: &Range<usize>, next: usize, whens: &[When]) -> Option<When> {
    // A look at the dates near by is enough, and keeps the time linear.
    let place = sentence.words[number.start].start;
    let from = whens.partition_point(|when| when.span.end + NEAR < place);
    whens[from..].iter().copied().take_while(|when| when.span.start < place + NEAR).find(|when| {
        let start = sentence.words.partition_point(|word| word.start < when.span.start);
        let end = sentence.words.partition_point(|word| word.end <= when.span.end);
        let before = |back: usize| start.checked_sub(back).map_or("", |at| sentence.lower(at));
        let follows = start >= number.end && start - number.end <= REACH && start <= next.max(number.end);
        let is_as_of = (start.saturating_sub(5)..start).any(|at| sentence.phrase(at, "as of").is_some());
        // "Up to 60 millimetres are expected by Friday" is of a day to come, and names no day yet.
        let is_to_come = || sentence.lower.iter().any(|word| TO_COME.contains(&word.as_str()));
        let is_by = (before(1) == "by" || before(2) == "by") && !is_to_come();
        // "By Friday 47 people had died".
        let is_by_first = is_by && end <= number.start && number.start - end <= 1;
        let is_earlier = start == number.end && matches!(sentence.lower(end.wrapping_sub(1)), "earlier" | "before");
        let near = number.start.saturating_sub(2 * REACH)..number.start;
        let is_count = near.into_iter().any(|at| COUNTS.contains(&sentence.lower(at)));
        let is_on = start <= number.end + 1 && is_count && (number.end..start).all(|at| sentence.lower(at) == "on");
        let is_since = sentence.lower(start) == "since";
        let counted =
            (number.end..start).all(|at| !matches!(sentence.lower(at), "said" | "says" | "told" | ";" | "since"));
        // "The survey, conducted from Monday to Thursday, puts the party at 31 percent".
        let is_survey = end < number.start
            && sentence.lower(start) == "from"
            && (end.saturating_sub(SURVEY)..end).any(|at| matches!(sentence.lower(at), "poll" | "survey"))
            && matches!(sentence.lower(number.start.wrapping_sub(1)), "at" | "on");
        is_survey
            || is_by_first
            || is_as_of && (follows || start < number.start)
            || (follows && counted && !is_since && (is_by || is_earlier || is_on))
    })
}
