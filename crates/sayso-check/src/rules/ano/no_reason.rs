//! The article keeps a source's name back and never says why.
//!
//! ## What it does
//!
//! Finds sources who speak on stated terms (“on condition of anonymity”) or on terms that are plain from what they are called (“a
//! source”, “people familiar with the talks”, “a senior official”), or whose post or work lets them know (“an engineer on the
//! planning team”, “a manager who sits in on the meeting”, “a restorer who took part in the work”), where no reason for it stands
//! anywhere in the article. A bare “sources” that `ANO001` finds is found once.
//!
//! ## Why it matters
//!
//! Anonymity is an exception that a newsroom grants. A reader can only judge what it was worth when he is told what it was
//! granted for.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: a story says why a source asked not to be named. New York Times, “Policy on Confidential
//! Sources”, and NPR, “Ethics Handbook”, ask the same.
//!
//! ## Example
//!
//! ```text
//! The harbour will be sold in March, an engineer of the port said on condition of anonymity.
//! ```
//!
//! ## Better
//!
//! ```text
//! The harbour will be sold in March, an engineer of the port said on condition of anonymity because staff may not speak to
//! reporters.
//! ```
//!
//! ## When not to use
//!
//! In a house that states once, outside of its articles, why it grants anonymity. Sources whom another outlet keeps back are
//! left out as it is.

use sayso_article::Part;

use super::reasons::Reasons;
use super::unnamed::{Unnamed, keeps_back, unnamed};
use crate::words::lower;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO002",
    name: "anonymity-without-reason",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("no_reason.rs"),
    check,
};

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let reasons = Reasons::of(desk);
    let all = unnamed(desk);
    for source in all.iter().filter(|unnamed| !unnamed.is_member) {
        // “The sources” are those of whom was told before.
        let words = lower(desk.text, source.words);
        let is_before =
            |other: &Unnamed<'_>| other.source.id != source.source.id && other.words.end <= source.words.start;
        if words.len() == 2 && words[0] == "the" && all.iter().any(is_before) {
            continue;
        }
        // A headline without the source's own words in the body is an abstract of what another one says there.
        if reasons.covers(desk, source) || desk.part_at(source.words.start) != Part::Body || source.is_anothers(desk) {
            continue;
        }
        let (called, be) = (source.called(desk), source.be(desk));
        let help = "Say why the name is kept back, or put the source on the record";
        match source.source.terms.filter(|stated| keeps_back(stated.terms)) {
            Some(stated) => found
                .add(source.words, format!("“{called}” {be} not named, and no reason is given: why not?"), help)
                .related(stated.span, "the terms, without a reason"),
            None => found.add(
                source.words,
                format!("“{called}” {be} not named, and no terms or reason are given: why not?"),
                help,
            ),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn who_knows_by_work_keeps_a_name_back() {
        fires(&RULE, "The yard at Pell will close, ⟦a manager⟧ who sat in the meeting on Friday said. No date is set.");
        fires(&RULE, "⟦An engineer on the design team⟧ said that the yard at Pell would close. No date is set.");
        fires(
            &RULE,
            "⟦A clerk in the tolls office⟧ who has worked on both plans said that the bridge at Pell would be let.",
        );
        fires(&RULE, "⟦A restorer⟧ who took part in the work said that the blue at Pell was modern. No date is set.");
        is_silent(
            &RULE,
            &[
                "A driver who was passing said that the gate at Pell had been shut.",
                "A nurse who took the late bus said that the gate at Pell had been shut.",
                "Two officials who took part in the talks told of a long night. One, an aide to Ms Roe, said she had left early. The \
                 other said she had not. Both asked not to be named because the talks are secret.",
            ],
        );
    }

    #[test]
    fn anonymity_without_a_reason_is_found_where_the_source_first_speaks() {
        fires(&RULE, "⟦A nurse at the clinic⟧, speaking on condition of anonymity, said the lift had failed twice.");
        fires(
            &RULE,
            "Halyard is close to a deal to buy its rival, ⟦three people familiar with the talks⟧ said on Monday. The price is \
             unknown.\n\nThe chairman, Otto Brand, said he had not been told.",
        );
        fires(
            &RULE,
            "“He reads nothing,” ⟦one cabinet minister⟧ said. The premier, Ida Roe, said she read a good deal.",
        );
        fires(
            &RULE,
            "The bonds were sold in June, ⟦a person at the company⟧ said. The chairman, Otto Brand, would not comment.",
        );
        // Another's reason is not his.
        fires(
            &RULE,
            "A clerk of the port, who asked not to be named because staff may not speak to reporters, said the quay was \
             cracked.\n\n⟦A member of the harbour board⟧, who did not want to be named, said it had been so since Easter.",
        );
        fires(
            &RULE,
            "The envoys met twice this month, ⟦a senior official⟧ said. The official added that more talks would follow.",
        );
    }

    #[test]
    fn a_reason_anywhere_is_enough() {
        is_silent(
            &RULE,
            &[
                "A nurse at the clinic, who is not authorised to speak to reporters, said the lift had failed twice.",
                "Halyard is close to a deal, three people familiar with the talks said. The people asked not to be named because \
                 the matter is private.",
                "Fearing for her job, a senior official who asked not to be named said the cable was real.",
                "“They knew,” a source said.\n\nThe Courier is not naming the source to protect her safety.",
                // Nobody hides: a vox pop, a spokesman, an office.
                "A shopper outside the market said prices had doubled.",
                "A spokesman for the ministry said the bridge would stay closed.",
                "Police sources are useful, the editor Orla Finch said.",
                // A reason that is told of all, or of those very people.
                "A senior official said the cable was real. All who spoke asked for anonymity because the matter is secret.",
                "Two people familiar with the sale said it was off.\n\nThe mayor, Orla Finch, was not told. Rain fell. The people \
                 asked not to be named because the sale is private.",
                // Another outlet's source.
                "The Courier reported the sale on Monday. A senior official told the paper that the price was low.",
                "The Courier reported that a senior official said the cable was real.",
                // Somebody else's terms, and people who are named in the next sentence.
                "Analysts at Hobday said the shares were cheap; a fund manager, who spoke on background because his \
                 contract forbids it, said they were dear.",
                "Top lawmakers said they would vote for the bridge. “It is time,” Senator Ida Roe said.",
            ],
        );
    }
}
