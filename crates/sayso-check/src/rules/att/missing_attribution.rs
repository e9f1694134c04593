//! A statement that can be disputed stands in the writer's voice, and no source stands near.
//!
//! ## What it does
//!
//! Finds sentences that allege a wrong, lay blame, give a motive or foretell, where neither they nor the sentence before have a
//! source. The first paragraph is left to ATT005, casualties to FIG001.
//!
//! ## Why it matters
//!
//! What the article says without a source the article itself answers for. A reader can't weigh an allegation whose author he
//! doesn't know.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Statement of News Values”: whatever can be disputed and was not witnessed is
//! sourced. BBC, “Editorial Guidelines”, Accuracy: claims and allegations are attributed.
//!
//! ## Example
//!
//! ```text
//! The depot on Quay Street was quiet on Monday.
//!
//! Its two managers embezzled the drivers’ pension money.
//! ```
//!
//! ## Better
//!
//! ```text
//! The depot on Quay Street was quiet on Monday.
//!
//! Its two managers embezzled the drivers’ pension money, according to an audit by the town.
//! ```
//!
//! ## When not to use
//!
//! In comment and in articles of one author about what he saw. What a court found, and what has its year with it, is left out
//! as it is.

use sayso_article::Part;

use super::signs;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ATT001",
    name: "missing-attribution",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("missing_attribution.rs"),
    check,
};

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let first = desk.body().next().map(|line| line.paragraph);
    for line in desk.body().filter(|line| Some(line.paragraph) != first) {
        let whole = line.sentence.whole;
        // Who gives a count is FIG001's question.
        let Some(sign) = signs::sign(desk, line).filter(|sign| !sign.counts()) else { continue };
        let carried = desk
            .sentence_before(whole.start)
            .is_some_and(|before| before.part == Part::Body && signs::has_source(desk, before.sentence.whole));
        if carried || signs::has_source(desk, whole) {
            continue;
        }
        let (called, manner) = (crate::words::short(desk.text, sign.span), sign.manner);
        found.add(
            sign.span,
            format!("“{called}” {} without a source: {}?", manner.does, manner.asks),
            "Name in this sentence who says it, or what record shows it",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn what_can_be_disputed_needs_a_source() {
        fires(
            &RULE,
            "The harbour board met on Friday.\n\nIts chairman ⟦took bribes⟧ from the dredging firm.\n\nThe firm ⟦is bound to⟧ lose its contract.",
        );
        fires(&RULE, "The hall is closed.\n\nThe caretaker locked it ⟦out of spite⟧. The roof is leaking.");
    }

    #[test]
    fn what_has_a_source_or_a_court_or_a_year_is_none() {
        is_silent(
            &RULE,
            &[
                "The ferry left on Sunday.\n\nAt least nine people were killed when she sank, the coastguard said.",
                "The ferry left on Sunday.\n\nThe coastguard said that the ferry was overloaded. At least nine people were killed.",
                "The board met on Friday.\n\nIts former chairman was jailed after he took bribes from the dredging firm.",
                "The ferry was new.\n\nIn 1987, 40 people were killed when her sister ship sank.",
                "The board met on Friday.\n\nNo one knows whether its chairman took bribes.",
                "The board met on Friday.\n\n“Our chairman took bribes from everyone,” said Ines Tarn, a member.",
            ],
        );
    }
}
