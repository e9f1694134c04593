//! A statement that can be disputed stands in the writer's voice, and no source stands near.
//!
//! ## What it does
//!
//! Finds sentences that allege a wrong, lay blame, give a motive or foretell, where neither they nor the sentence before in their
//! paragraph have a source. Whoever was named a paragraph before answers for nothing here, unless the sentence goes on about “he”
//! or “they”. “Has been taking bribes” alleges as much as “took bribes”, and that a gate was “opened far too late” or a death “could
//! have been avoided” lays blame; “some forged signatures” allege nothing. The first paragraph is left to ATT005, casualties to FIG001.
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
use crate::desk::Line;
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
    let first = signs::lead(desk);
    for line in desk.body().filter(|line| Some(line.paragraph) > first) {
        let whole = line.sentence.whole;
        // Who gives a count is FIG001's question.
        let Some(sign) = signs::sign(desk, line).filter(|sign| !sign.counts()) else { continue };
        if is_carried(desk, line) || is_taken_up(desk, line) || signs::has_source_beside(desk, whole, &sign) {
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

/// Words at a sentence’s beginning that take the one before on.
const GOES_ON: &[&str] =
    &["he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "these", "those", "but", "and", "so"];
/// Words at a sentence’s beginning that take the one before up.
const TAKES_UP: &[&str] = &["that", "this", "so", "such", "thus", "or", "at"];

/// Whether the sentence before has a source that this one may go on from.
fn is_carried(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    let Some(before) = desk.sentence_before(line.sentence.whole.start) else { return false };
    let goes_on = before.paragraph == line.paragraph || GOES_ON.contains(&line.sentence.lower(0));
    goes_on && before.part == Part::Body && signs::has_source(desk, before.sentence.whole)
}

/// “That, at least, is what the drivers say”: whether the sentence behind it, in its paragraph, says whose word it is.
fn is_taken_up(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    let behind = desk.around(line.sentence.whole.start, 0, 1).get(1);
    behind.is_some_and(|behind| {
        behind.paragraph == line.paragraph
            && TAKES_UP.contains(&behind.sentence.lower(0))
            && signs::has_source(desk, behind.sentence.whole)
    })
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
        fires(
            &RULE,
            "The ferry ran aground on Monday, the coastguard said.\n\nThe ⟦lookout was asleep⟧.\n\nThe owners ⟦put profits ahead of⟧ lives for years.",
        );
        fires(
            &RULE,
            "The mill burned on Sunday.\n\nThe foreman, who owed money in three towns, ⟦torched his own⟧ workshop. He ⟦did it to collect the insurance⟧.",
        );
        fires(
            &RULE,
            "The sea wall broke on Friday.\n\nThe harbour board ⟦waited too long to warn⟧ the lower town.\n\n⟦Rebuilding the wall and the two quays behind it will cost⟧ nine million crowns.",
        );
    }

    #[test]
    fn motives_and_blame_in_other_words_need_one_too() {
        fires(
            &RULE,
            "The lock at Brenn is shut.\n\nIt was closed late ⟦because the owner wanted to⟧ save on the night shift.",
        );
        fires(
            &RULE,
            "The lock at Brenn is shut.\n\nThe canal board is ⟦dragging things out in the hope of⟧ a better price.",
        );
        fires(&RULE, "The cup goes on.\n\nThe league ⟦deliberately keeps⟧ small clubs out of the final.");
    }

    #[test]
    fn neglect_and_what_will_be_gone_need_one_too() {
        fires(
            &RULE,
            "The mill burned on Sunday.\n\nThe fire ⟦was caused by years of neglect⟧ by its owners, who let the wires rot.",
        );
        fires(&RULE, "The mill burned on Sunday.\n\nThe fire brigade ⟦ignored two warnings⟧ in May.");
        fires(&RULE, "The glacier is small.\n\nBefore the decade is out there ⟦will be no ice left⟧ on the Kell.");
        fires(&RULE, "The mill is shut.\n\nIts foreman has been ⟦helping himself to⟧ the till.");
        fires(&RULE, "The mill is shut.\n\nIts owner ⟦secretly dumped⟧ dye in the brook.");
        fires(&RULE, "The mill is shut.\n\nIts owner ⟦billed the town for repairs that were never done⟧. It rained.");
        fires(&RULE, "The mine is old.\n\nThe company ⟦falsified⟧ the yearly inspections and sold the pumps.");
    }

    #[test]
    fn what_came_too_late_needs_one_too() {
        fires(&RULE, "The barge sank on Sunday.\n\nThe lock was ⟦shut much too late⟧, and nine farms lost their hay.");
        fires(&RULE, "The barge is gone.\n\nNobody had oiled the pump, and ⟦that is why the barge sank⟧.");
        fires(&RULE, "The barge is gone.\n\nThe pump ⟦should have been replaced years ago⟧.");
        fires(&RULE, "The barge is gone.\n\nThe loss of the barge ⟦could have been avoided⟧.");
        is_silent(
            &RULE,
            &[
                "The barge is gone.\n\nThat is why the lock opened on Monday.",
                "The barge is gone.\n\nHow much of it could have been prevented is open.",
                "The barge is gone.\n\nThe lock opened late, and two boats waited.",
            ],
        );
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
                "The ferry ran aground on Monday.\n\nThe owners put profits ahead of lives for years. That at least is what the crew’s union says.",
                "The ferry ran aground on Monday, the coastguard said.\n\nIts crew was new. A deckhand, Corin Vale, said he had seen the lookout on deck. The lookout was asleep.",
                "The crew had been up for two nights, said Corin Vale, a deckhand.\n\nThe children were asleep when the ferry stopped.",
                "The firm paid off its loans in May.\n\nIt staged a play about its own history. The choir did it to please the town. Repairs begin in June.",
                "The mill is shut.\n\nSome forged signatures lay in the drawer.",
                "The mill is shut.\n\nIt isn't because its owners are lying to the bank.",
                "The valley is cut off.\n\nRebuilding them will cost nine million crowns, and nobody has come forward.",
                "The lock was closed late.\n\nShe left the village because she wanted to study law.",
                "The board met on Friday.\n\nNo one knows whether its chairman took bribes.",
                "The board met on Friday.\n\n“Our chairman took bribes from everyone,” said Ines Tarn, a member.",
            ],
        );
    }
}
