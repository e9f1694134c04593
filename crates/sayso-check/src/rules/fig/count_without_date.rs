//! A toll that still changes has no day as of which it holds.
//!
//! ## What it does
//!
//! Finds counts of dead, injured, missing, displaced, evacuated and infected people that are on the move (“at least”, “so far”, “the toll has risen
//! to”) in sentences that name no day, where no day stands in the paragraph either. Of one measure the first is told of.
//!
//! ## Why it matters
//!
//! The next report has another number. Without a day a reader, an archive and the writer of the next story can't tell which is the
//! newer one and whether the two contradict each other.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Stylebook”: reports say when. Casualty recorders' practice: a count stands with its
//! day.
//!
//! ## Example
//!
//! ```text
//! The death toll of the Orrel flood has risen to 312, officials of the disaster agency said. Rain is forecast for the hills.
//! ```
//!
//! ## Better
//!
//! ```text
//! The death toll of the Orrel flood had risen to 312 by Sunday evening, officials of the disaster agency said. Rain is forecast for the
//! hills.
//! ```
//!
//! ## When not to use
//!
//! In live pages, whose entries carry the time.

use sayso_reading::figures::Bound;
use sayso_text::sentences::Sentence;

use super::counts;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG002",
    name: "count-without-date",
    category: Category::Suspicious,
    severity: Severity::Info,
    default: true,
    options: &[],
    source: include_str!("count_without_date.rs"),
    check,
};

/// What says that a count moves.
const MOVES: &[&str] =
    &["toll", "far", "risen", "climbed", "rose", "rising", "remain", "remains", "still", "now", "reached", "confirmed"];
/// What says when.
const WHEN: &[&str] = &[
    "today",
    "tonight",
    "yesterday",
    "morning",
    "evening",
    "afternoon",
    "night",
    "noon",
    "midnight",
    "dawn",
    "hours",
    "hour",
    "overnight",
    "day",
    "days",
    "week",
    "weekend",
    "month",
    "year",
    "years",
    "weeks",
    "months",
    "ago",
    "since",
    "mar",
    "decades",
    "earlier",
    "annually",
    "every",
    "each",
    "would",
    "could",
    "might",
    "if",
    "century",
    "war",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let mut told: Vec<&str> = Vec::new();
    // Of the counts of a measure one that has a day is enough for those that follow it.
    for figure in desk.reading.figures.iter().filter(|f| counts::is_toll(f) && counts::is_body(desk, f)) {
        let Some(measure) = counts::measure(figure) else { continue };
        let Some(line) = desk.sentence_at(figure.span.start) else { continue };
        if told.contains(&measure) {
            continue;
        }
        let when =
            figure.attribution.and_then(|id| desk.reading.attributions.get(id.0 as usize - 1)).and_then(|a| a.when);
        // A sentence beside it may carry the day for both.
        let is_dated = figure.as_of.is_some()
            || when.is_some()
            || desk.around(figure.span.start, 2, 2).iter().any(|line| says_when(&line.sentence));
        if is_dated {
            told.push(measure);
            continue;
        }
        let is_bounded = matches!(figure.bound, Bound::AtLeast | Bound::MoreThan);
        let moves = is_bounded || counts::sentence_has(&line.sentence, |word| MOVES.contains(&word));
        // "…, killing more than 10,000": told by the way, of something else.
        let is_by_the_way = figure.measure.is_some_and(|measure| {
            measure.span.of(desk.text).to_lowercase().ends_with("ing") && measure.value != "missing"
        });
        if !moves || is_by_the_way || figure.part_of.is_some() || desk.quotes.inside(figure.span.start) {
            continue;
        }
        told.push(measure);
        let called = crate::words::short(desk.text, figure.span);
        found.add(
            figure.span,
            format!("“{called}” will change and has no day: as of when?"),
            "Say as of when: “by Sunday evening”, “as of noon on 4 May”",
        );
    }
}

fn says_when(sentence: &Sentence<'_>) -> bool {
    let is_day_of_march = |at: usize| {
        matches!(sentence.lower(at), "may" | "march")
            && (sentence.is_capital(at) || sentence.lower(at + 1).starts_with(|c: char| c.is_ascii_digit()))
    };
    counts::sentence_has(sentence, |word| {
        WHEN.contains(&word) || counts::is_year(word) || counts::is_day_or_month(word)
    }) || (0..sentence.words.len()).any(is_day_of_march)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_count_that_moves_without_a_day_is_found() {
        fires(&RULE, "The death toll of the flood has risen to ⟦312⟧, the disaster agency said. Rain is forecast.");
        fires(
            &RULE,
            "⟦At least 14 people⟧ are missing after a landslide near Orrel, the governor said. The road is closed.",
        );
    }

    #[test]
    fn a_count_with_a_day_is_none() {
        is_silent(
            &RULE,
            &[
                "The death toll of the flood had risen to 312 by Sunday, the disaster agency said.",
                "A landslide struck Orrel on Friday. At least 14 people are missing, the governor said.",
                "The crash killed 14 people, the coroner said.",
                "At least 14 people were killed in the fire of 1987, a plaque says.",
                "At least 14 people die in the strait every year, the coastguard says.",
                "“At least 14 people are missing,” the governor, Ana Moreno, said.",
            ],
        );
    }
}
