//! Votes: “by 31 votes to 12”, “voted 31-12”, “31 in favour and 12 against” are two figures.

use super::numerals::{Numeral, Value};
use sayso_text::sentences::Sentence;

/// So far from the numbers a word may say that they are votes.
const REACH: usize = 8;

/// Words that say that numbers beside them are votes.
const VOTES: &[&str] = &["vote", "votes", "voted", "voting", "ballot", "ballots", "majority"];
/// Words for what a vote does, where two numbers stand beside them: "approved the plan 5-2".
const PASSED: &[&str] = &["approved", "passed", "adopted", "endorsed", "passes", "approves", "backed", "ratified"];
/// Words for a motion that fell: then the larger side is against.
const FALLEN: &[&str] =
    &["rejected", "rejects", "rejecting", "defeated", "thrown", "threw", "overturned", "blocked", "refused"];

/// Whether two numbers are the two sides of a vote.
pub(super) fn is_pair(sentence: &Sentence<'_>, first: &Numeral, second: &Numeral) -> bool {
    let are_plain = |n: &Numeral| matches!(n.value, Value::Number(n) if n.fract() == 0.0) && n.unit.is_none();
    let named = usize::from(sentence.lower(first.words.end) == "votes");
    let link = first.words.end + named;
    let joined = matches!(sentence.lower(link), "to" | "-" | "–" | "against") && second.words.start == link + 1;
    let near = first.words.start.saturating_sub(REACH)..second.words.end + 4;
    let is_passed = first.digits
        && second.digits
        && (first.words.start.saturating_sub(REACH)..first.words.start).any(|at| PASSED.contains(&sentence.lower(at)));
    let is_vote = named == 1
        || is_passed
        || near.clone().any(|at| VOTES.contains(&sentence.lower(at)))
        || (sentence.lower(first.words.start.wrapping_sub(1)) == "by"
            && near.clone().any(|at| FALLEN.contains(&sentence.lower(at))));
    // "A 50-50 chance" is none.
    let is_even = first.value == second.value && named == 0;
    // "The budget for 2025-26".
    let is_year = first.digits
        && sentence.word(first.words.start).len() == 4
        && matches!(first.value, Value::Number(n) if (1900.0..2100.0).contains(&n))
        && named == 0;
    !is_year && are_plain(first) && are_plain(second) && joined && is_vote && !is_even
}

/// What the first and the second side did: the motion passed unless a word says that it fell.
pub(super) fn measures(sentence: &Sentence<'_>, first: &Numeral) -> [&'static str; 2] {
    let near = first.words.start.saturating_sub(2 * REACH)..first.words.start;
    let is_against =
        near.clone().any(|at| sentence.lower(at) == "against" || sentence.phrase(at, "voted down").is_some());
    let has_fallen = near.into_iter().any(|at| FALLEN.contains(&sentence.lower(at)));
    if has_fallen || is_against { ["opposed", "supported"] } else { ["supported", "opposed"] }
}
