//! The article states as fact what another of its sentences gives to an outlet.
//!
//! ## What it does
//!
//! Finds sentences in the article’s own voice that say what it elsewhere attributes to another outlet, or to somebody who told
//! it to one, and to nobody else.
//!
//! ## Why it matters
//!
//! The article has one report to go by and did not see for itself. Its readers are told that a thing is so, and only further
//! down that a newspaper says so. If the report is withdrawn, the fact stays.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”, on crediting others for what they report. BBC, “Editorial Guidelines”, Accuracy: what comes
//! from an agency or another outlet is attributed to it. Reuters, “Handbook of Journalism”, on pick-ups.
//!
//! ## Example
//!
//! ```text
//! The county will sell the harbour ferries to a private operator in March.
//!
//! Ferry workers gathered at the pier on Monday.
//!
//! The Harwick Courier reported on Sunday that the county would sell the harbour ferries to a private operator in March.
//! ```
//!
//! ## Better
//!
//! ```text
//! The county will sell the harbour ferries to a private operator in March, the Harwick Courier reported on Sunday.
//!
//! Ferry workers gathered at the pier on Monday.
//! ```
//!
//! ## When not to use
//!
//! Where the outlet is the article’s own, under another name. What an outlet foretold and has happened since may be found too.

use std::collections::HashSet;

use sayso_reading::overlap::{Overlap, Shared, stems};
use sayso_reading::{Act, Attribution, AttributionId, Stance};

use super::outlets::Outlets;
use crate::desk::link;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "CHN001",
    name: "second-hand-as-own",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: false,
    options: &[],
    source: include_str!("second_hand_as_own.rs"),
    check,
};

/// A sentence that says something has so many words that tell what it is about, and the content this share of them.
const LEAST: usize = 5;
const MOST: (usize, usize) = (4, 5);
/// A content that somebody else is given with has this share of them.
const ELSEWHERE: (usize, usize) = (1, 2);
/// An attribution that is read with less confidence is none to point at.
const SURE: f32 = 0.5;

/// Words of a sentence that gives no fact: it doubts, asks, looks ahead, or takes up what was said.
const NO_FACT: &[&str] = &[
    "?",
    "if",
    "whether",
    "may",
    "might",
    "could",
    "would",
    "reportedly",
    "allegedly",
    "apparently",
    "supposedly",
    "alleged",
    "reported",
    "report",
    "reports",
    "claim",
    "claims",
    "plan",
    "plans",
    "not",
    "no",
    "never",
    "denied",
    "denies",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let outlets = Outlets::of(desk);
    let all = &desk.reading.attributions;
    let confirmed: HashSet<AttributionId> = all.iter().filter_map(confirms).collect();
    let relayed: Vec<bool> = all.iter().map(|a| !confirmed.contains(&a.id) && is_relayed(&outlets, all, a)).collect();
    if !relayed.contains(&true) {
        return;
    }
    let overlap = Overlap::of(desk.text, all);
    for line in desk.body() {
        let span = line.sentence.whole;
        let gives_fact = !line.sentence.lower.iter().any(|word| NO_FACT.contains(&word.as_str()));
        if !gives_fact || line.sentence.words.len() < LEAST || desk.touching(span).next().is_some() {
            continue;
        }
        let own = stems(desk.text, &[span]);
        if own.len() < LEAST {
            continue;
        }
        let near = all.partition_point(|a| link(a).start < span.start);
        let shared = overlap.shared(&own, near);
        let share = |s: &Shared, (part, whole): (usize, usize)| s.words * whole >= own.len() * part;
        let others =
            |s: &&Shared| share(s, ELSEWHERE) && !relayed[s.other] && !has_relayed_inside(&relayed, all, s.other);
        let Some(same) = shared.iter().filter(|s| relayed[s.other] && share(s, MOST)).max_by_key(|s| s.weight) else {
            continue;
        };
        if shared.iter().any(|s| others(&s)) {
            continue;
        }
        let relay = &all[same.other];
        let Some(outlet) = outlets.behind(outermost(all, relay)).and_then(|id| desk.source(id)) else { continue };
        let called = desk.called(outlet);
        found
            .add(
                span,
                format!("told as fact, though the article has it from “{called}”"),
                format!("Attribute it here to “{called}”, or say how it is known otherwise"),
            )
            .related(link(relay), format!("Here it is attributed to “{called}”"));
    }
}

/// Whether a statement came through an outlet and is neither denied nor turned down.
fn is_relayed(outlets: &Outlets, all: &[Attribution], a: &Attribution) -> bool {
    let is_said = a.act == Act::Says && !a.negated && a.confidence >= SURE;
    let is_plain = matches!(a.stance.map(|stated| stated.stance), None | Some(Stance::Confirms));
    is_said && is_plain && outlets.behind(outermost(all, a)).is_some()
}

/// The statement that one confirms.
fn confirms(a: &Attribution) -> Option<AttributionId> {
    a.stance.filter(|stated| stated.stance == Stance::Confirms)?.of
}

fn outermost<'r>(all: &'r [Attribution], a: &'r Attribution) -> &'r Attribution {
    std::iter::successors(Some(a), |a| a.within.map(|outer| &all[outer.0 as usize - 1])).last().unwrap_or(a)
}

/// Whether it is the outer part of what an outlet has from somebody.
fn has_relayed_inside(relayed: &[bool], all: &[Attribution], at: usize) -> bool {
    all[at].within.is_some_and(|outer| relayed[outer.0 as usize - 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    const REPORTED: &str = "The Harwick Courier reported on Sunday that the county would sell the harbour ferries to a private operator in March.";

    #[test]
    fn what_an_outlet_reported_is_told_as_fact() {
        fires(
            &RULE,
            &format!(
                "⟦The county will sell the harbour ferries to a private operator in March.⟧\n\nFerry workers met at the pier.\n\n{REPORTED}"
            ),
        );
        fires(
            &RULE,
            "A minister told Radio Coast that the port authority had paid two million crowns for broken cranes.\n\n⟦The port authority paid two million crowns for the broken cranes.⟧ Nobody was dismissed.",
        );
    }

    #[test]
    fn what_is_attributed_or_known_otherwise_is_not() {
        let fact = "The county will sell the harbour ferries to a private operator in March.";
        is_silent(
            &RULE,
            &[
                REPORTED,
                &format!("The county may sell the harbour ferries to a private operator in March.\n\n{REPORTED}"),
                &format!(
                    "{fact}\n\n{REPORTED}\n\nThe county’s chief executive, Ana Lund, said that it would sell the harbour ferries to a private operator in March."
                ),
                &format!("The ferries have belonged to the county since 1921.\n\n{REPORTED}"),
                &format!(
                    "{fact}\n\nThe county’s chief executive, Ana Lund, said on Sunday that the county would sell the harbour ferries to a private operator in March."
                ),
                &format!("Will the county sell the harbour ferries to a private operator in March?\n\n{REPORTED}"),
            ],
        );
    }
}
