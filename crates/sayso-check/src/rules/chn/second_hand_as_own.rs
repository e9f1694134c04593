//! The article states as fact what another of its sentences gives to an outlet.
//!
//! ## What it does
//!
//! Finds sentences in the article’s own voice that say what it elsewhere attributes to another outlet, or to somebody who told
//! it to one, and to nobody else. Also words further down that take it for granted (“since the brake was disconnected”), and
//! sentences that go on with an outlet’s report to the end of its paragraph without its name: “The keeper wrote it down, and nobody
//! came”, “He had asked for a week”; or, behind a report that opens the article, in a next paragraph that has no source and tells what
//! only the report can have: “The price was settled at a hotel”.
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

use sayso_text::Span;

use super::continued;
use super::outlets::Outlets;
use super::presupposed::{self, Told};
use crate::desk::{Line, link, whole};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "CHN001",
    name: "second-hand-as-own",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
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
pub(super) const NO_FACT: &[&str] = &[
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

/// A statement that is taken for granted is among so many that were relayed before.
const NEAREST: usize = 32;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let outlets = Outlets::of(desk);
    let all = &desk.reading.attributions;
    let confirmed: HashSet<AttributionId> = all.iter().filter_map(|a| confirms(desk, a)).collect();
    for (line, report) in continued::sentences(desk, &outlets) {
        let Some(outlet) = outlets.behind(report).and_then(|id| desk.source(id)) else { continue };
        let called = desk.called(outlet);
        found
            .add(
                line.sentence.whole,
                format!("told as fact, though it goes on with what “{called}” reported"),
                format!("Attribute it to “{called}” too, or say how it is known otherwise"),
            )
            .related(link(report), format!("Here “{called}” reports"));
    }
    let relayed: Vec<bool> = all.iter().map(|a| !confirmed.contains(&a.id) && is_relayed(&outlets, all, a)).collect();
    if !relayed.contains(&true) {
        return;
    }
    let relays = Relays::of(desk, &relayed);
    for line in desk.body() {
        let whole = relays.stated(desk, line).map(|relay| (line.sentence.whole, relay, "told as fact"));
        let told = || relays.taken_for_granted(desk, line).map(|(span, relay)| (span, relay, "taken for granted"));
        let Some((span, relay, manner)) = whole.or_else(told) else { continue };
        let Some(outlet) = outlets.behind(outermost(all, relay)).and_then(|id| desk.source(id)) else { continue };
        let called = desk.called(outlet);
        found
            .add(
                span,
                format!("{manner}, though the article has it from “{called}”"),
                format!("Attribute it here to “{called}”, or say how it is known otherwise"),
            )
            .related(link(relay), format!("Here it is attributed to “{called}”"));
    }
}

/// What came through an outlet, in text order, and whatever else is said.
struct Relays<'d, 'r> {
    all: &'r [Attribution],
    relayed: &'d [bool],
    overlap: Overlap,
    told: Vec<(&'r Attribution, Told)>,
}

impl<'d, 'r> Relays<'d, 'r> {
    fn of(desk: &Desk<'r>, relayed: &'d [bool]) -> Self {
        let all = &desk.reading.attributions;
        let overlap = Overlap::of(desk.text, all);
        let is_relayed = all.iter().zip(relayed).filter(|(_, relayed)| **relayed);
        Self { all, relayed, overlap, told: is_relayed.map(|(a, _)| (a, Told::of(desk.text, a))).collect() }
    }

    /// What only an outlet tells and a sentence says in the article’s own voice.
    fn stated(&self, desk: &Desk<'_>, line: &Line<'_>) -> Option<&'r Attribution> {
        let span = line.sentence.whole;
        let gives_fact = !line.sentence.lower.iter().any(|word| NO_FACT.contains(&word.as_str()));
        if !gives_fact || line.sentence.words.len() < LEAST || desk.touching(span).next().is_some() {
            return None;
        }
        let own = stems(desk.text, &[span]);
        if own.len() < LEAST {
            return None;
        }
        let near = self.all.partition_point(|a| link(a).start < span.start);
        let shared = self.overlap.shared(&own, near);
        let share = |s: &Shared, (part, whole): (usize, usize)| s.words * whole >= own.len() * part;
        let others = |s: &Shared| {
            share(s, ELSEWHERE) && !self.relayed[s.other] && !has_relayed_inside(self.relayed, self.all, s.other)
        };
        let same = shared.iter().filter(|s| self.relayed[s.other] && share(s, MOST)).max_by_key(|s| s.weight)?;
        (!shared.iter().any(others)).then_some(&self.all[same.other])
    }

    /// What a sentence takes for granted that only an outlet told before, and where that stands.
    fn taken_for_granted(&self, desk: &Desk<'_>, line: &Line<'_>) -> Option<(Span, &'r Attribution)> {
        let start = line.sentence.whole.start;
        let before = self.told.partition_point(|(a, _)| whole(a).start < start);
        let near = &self.told[before.saturating_sub(NEAREST)..before];
        if near.is_empty() {
            return None;
        }
        presupposed::pieces(desk.text, &line.sentence).into_iter().find_map(|piece| {
            let is_before = |(a, _): &&(&Attribution, Told)| whole(a).end <= start;
            let relay = near.iter().filter(is_before).find_map(|(a, told)| Some((*a, piece.shared(told)?)));
            let (relay, shared) = relay.filter(|_| desk.is_writers(piece.span))?;
            (!self.is_told_elsewhere(desk, &shared, start)).then_some((piece.span, relay))
        })
    }

    /// Whether somebody else says as much.
    fn is_told_elsewhere(&self, desk: &Desk<'_>, shared: &presupposed::Shared, start: usize) -> bool {
        let near = self.all.partition_point(|a| link(a).start < start);
        self.overlap.shared(&shared.stems, near).iter().any(|other| {
            let a = &self.all[other.other];
            let is_own = self.relayed[other.other] || has_relayed_inside(self.relayed, self.all, other.other);
            let is_inside = a.within.is_some_and(|outer| self.relayed[outer.0 as usize - 1]);
            !is_own && !is_inside && other.words == shared.stems.len() && Told::of(desk.text, a).has(shared)
        })
    }
}

/// Whether a statement came through an outlet and is neither denied nor turned down.
fn is_relayed(outlets: &Outlets, all: &[Attribution], a: &Attribution) -> bool {
    let is_said = a.act == Act::Says && !a.negated && a.confidence >= SURE;
    let is_plain = matches!(a.stance.map(|stated| stated.stance), None | Some(Stance::Confirms));
    is_said && is_plain && outlets.behind(outermost(all, a)).is_some()
}

/// The statement that one confirms; whoever “could not confirm” it confirms nothing.
fn confirms(desk: &Desk<'_>, a: &Attribution) -> Option<AttributionId> {
    let has_not =
        |cue: &Span| crate::words::lower(desk.text, *cue).iter().any(|word| word == "not" || word.ends_with("n’t"));
    let stated = a.stance.filter(|stated| stated.stance == Stance::Confirms)?;
    stated.of.filter(|_| !a.negated && !a.cue.iter().any(has_not))
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
    fn what_an_outlet_reported_is_taken_for_granted() {
        let reported = "The Harwick Courier reported that the ferry’s radio had been unplugged by the mate in March.";
        fires(&RULE, &format!("{reported}\n\n⟦Since the radio was unplugged⟧, four ferries have run late."));
        fires(
            &RULE,
            "The Harwick Courier reported that the Tarn bank was ready to buy the ferry line.\n\n⟦Tarn’s purchase⟧ will cost nine captains their posts.",
        );
        fires(
            &RULE,
            "The Harwick Courier reported that the main winch had been replaced with a second-hand one.\n\n⟦The second-hand winch put in this spring⟧ lifts nine tonnes.",
        );
    }

    #[test]
    fn a_report_that_goes_on_without_its_outlet_is_found() {
        fires(
            &RULE,
            "The Harwick Courier reported that a warden had told the pilots of a cracked mast. ⟦The warden wrote it down, but no rigger \
             came for nine days.⟧ By then the mast leaned over the quay.",
        );
        fires(
            &RULE,
            "The Harwick Courier reported in May that a fifth of the berths stood empty. ⟦Clerks had twice changed the lists to hide them \
             from the board.⟧ Nobody was told.",
        );
        is_silent(
            &RULE,
            &[
                "The Harwick Courier reported that a warden had told the pilots of a cracked mast. The warden wrote it down, but no \
                 rigger came for nine days, the Courier said. By then the mast leaned over the quay.",
                "The Harwick Courier reported that a warden had told the pilots of a cracked mast. The warden is 61 years old.",
                "The Harwick Courier reported that a warden had told the pilots of a cracked mast. But the mast was new. The harbour has \
                 four of them.",
            ],
        );
    }

    #[test]
    fn what_is_attributed_or_known_otherwise_is_not() {
        let fact = "The county will sell the harbour ferries to a private operator in March.";
        let radio = "The Harwick Courier reported that the ferry’s radio had been unplugged by the mate in March.";
        is_silent(
            &RULE,
            &[
                REPORTED,
                &format!("{radio}\n\nSince the radio is new, four ferries have run on time."),
                &format!(
                    "{radio}\n\nThe captain, Ana Lund, said the mate had unplugged the radio. Since the radio was unplugged, four ferries have run late."
                ),
                &format!("{radio}\n\nSince the radio was reportedly unplugged, four ferries have run late."),
                "Since the radio was unplugged, four ferries have run late.\n\nThe ferries met at the pier.",
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

    #[test]
    fn a_report_that_goes_on_in_the_next_paragraph_is_found() {
        let lead =
            "The council of Tarn has agreed to let its quay to Velm Works, the Harwick Courier reported on Monday.";
        fires(
            &RULE,
            &format!(
                "{lead}\n\n⟦The rent was fixed at two million crowns after a night of talks.⟧ Velm will move in by the spring.\n\nRain fell."
            ),
        );
        is_silent(
            &RULE,
            &[
                &format!("{lead}\n\nThe pier was built in 1921. It will be repaired in the spring.\n\nRain fell."),
                &format!(
                    "{lead}\n\nThe rent was fixed at two million crowns. Velm will move in by the spring, the Courier said.\n\nRain fell."
                ),
                &format!(
                    "{lead}\n\nThe rent was fixed at two million crowns, the mayor, Ana Lund, said. Velm will move in by the spring."
                ),
            ],
        );
    }

    #[test]
    fn what_he_had_asked_goes_on_with_a_report() {
        fires(
            &RULE,
            "The mayor, Dag Finch, met the crews on Monday.\n\nThe Harwick Courier reported that Finch had been offered the embassy in \
             Tarn. ⟦He had asked for a week to think about it and had talked to his family.⟧ His successor is to be the harbour master.",
        );
        is_silent(
            &RULE,
            &[
                "The Harwick Courier reported that the warden had been offered a berth in Tarn. Asked about the berth, the harbour office \
               was silent for a week. It has four of them.",
            ],
        );
    }
}
