//! The first paragraph alleges, blames or counts dead, and no source is named at the top.
//!
//! ## What it does
//!
//! Finds a first paragraph that alleges a wrong, lays blame, gives a motive, foretells or counts casualties, where no source
//! stands in it or, by default, in the paragraph after. A source there that speaks of something else is none for an allegation:
//! what the fire brigade says of the fire does not tell who lit it, nor what an audit says of the money who took it. A line that only
//! says where and when is no first paragraph.
//!
//! ## Why it matters
//!
//! Many read no further, and others copy the first paragraph alone. What it alleges without a source the outlet alleges.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”: a first paragraph that can be contested is sourced, or the source follows high up.
//!
//! ## Example
//!
//! ```text
//! Eleven people were killed when a coach left the road at Tarn Pass on Friday.
//!
//! The road was wet. It is to open again on Sunday.
//! ```
//!
//! ## Better
//!
//! ```text
//! Eleven people were killed when a coach left the road at Tarn Pass on Friday, the county’s police said.
//!
//! The road was wet. It is to open again on Sunday.
//! ```
//!
//! ## When not to use
//!
//! Where the first paragraph is a summary that a desk writes for a feed, and the article proper begins below.

use sayso_reading::overlap::stems;
use sayso_text::Span;
use sayso_text::sentences::{Sentence, sentences};

use super::signs;
use crate::desk::contents_in;
use crate::words::{lower, phrase};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ATT005",
    name: "unsourced-lead",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "paragraphs",
        default: Value::Number(2),
        doc: "In how many paragraphs from the top the source must be named; 1 for the first alone",
    }],
    source: include_str!("unsourced_lead.rs"),
    check,
};

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let mut top: Vec<Span> = Vec::new();
    let mut last = None;
    let mut sign = None;
    let lead = signs::lead(desk).unwrap_or_default();
    for line in desk.body().filter(|line| line.paragraph >= lead) {
        if last.replace(line.paragraph) != Some(line.paragraph) {
            if top.len() >= options.number("paragraphs").max(1) {
                break;
            }
            top.push(line.sentence.whole);
        }
        if let Some(paragraph) = top.last_mut() {
            *paragraph = paragraph.cover(line.sentence.whole);
        }
        if top.len() == 1 && sign.is_none() {
            sign = signs::sign(desk, line);
        }
    }
    let Some(sign) = sign else { return };
    let Some((lead, after)) = top.split_first() else { return };
    let is_told = |paragraph: &Span| {
        if sign.counts() { signs::has_source(desk, *paragraph) } else { says_as_much(desk, *paragraph, *lead, &sign) }
    };
    if signs::has_source_beside(desk, *lead, &sign) || after.iter().any(is_told) {
        return;
    }
    let called = crate::words::short(desk.text, sign.span);
    found.add(
        sign.span,
        format!("the first paragraph {} without a source: “{called}”", sign.manner.does),
        format!("Name the source in the first paragraph or right after it: {}?", sign.manner.asks),
    );
}

/// Phrases that say whose word the first paragraph was.
const TAKES_UP: &[&str] = &[
    "that conclusion",
    "this conclusion",
    "that finding",
    "is the finding of",
    "is the conclusion of",
    "are the findings of",
    "is the verdict of",
    "that is what",
    "that is the view of",
    "so says",
    "so say",
    "that , at least",
];
/// Who is meant where the accused was named before.
const STANDS_FOR: &[&str] = &["he", "she", "they", "it", "his", "her", "their", "its", "him", "them"];

/// Whether somebody who speaks in a paragraph speaks of what the lead tells: two words that tell what it is about are in both, or
/// one and a pronoun for whom it is about. Where the lead alleges a wrong, that must be of whoever did it, or of a wrong: “the
/// orders were worth two millions” tells not who steered them.
fn says_as_much(desk: &Desk<'_>, paragraph: Span, lead: Span, sign: &signs::Sign) -> bool {
    let mut told = stems(desk.text, &[lead]);
    told.retain(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    let takes_up = desk.sentences_in(paragraph).iter().any(|line| phrase(&line.sentence.lower, TAKES_UP).is_some());
    takes_up
        || desk.touching(paragraph).any(|a| {
            let clip = |said: &Span| Span::new(said.start.max(paragraph.start), said.end.min(paragraph.end));
            let said: Vec<Span> = contents_in(a, paragraph).iter().map(clip).collect();
            let shared = stems(desk.text, &said).iter().filter(|word| told.contains(word)).count();
            let stands_for =
                |span: &Span| lower(desk.text, *span).iter().any(|word| STANDS_FOR.contains(&word.as_str()));
            let is_pronoun = said.iter().any(stands_for);
            let is_of_whom = shared > 2 || !sign.alleges() || is_pronoun || is_of_wrong(desk, &said, lead, sign);
            (shared > 1 && is_of_whom) || (shared == 1 && is_pronoun)
        })
}

/// Whether what is said has a word for whoever is told before a sign, or is of a wrong itself.
fn is_of_wrong(desk: &Desk<'_>, said: &[Span], lead: Span, sign: &signs::Sign) -> bool {
    let start = desk.sentence_at(sign.span.start).map_or(lead.start, |line| line.sentence.whole.start);
    let who = stems(desk.text, &[Span::new(start, sign.span.start)]);
    let mut pieces = said.iter().flat_map(|piece| sentences(desk.text, *piece));
    stems(desk.text, said).iter().any(|word| who.contains(word))
        || pieces.any(|piece| signs::wrong(&Sentence::of(desk.text, piece)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_first_paragraph_that_alleges_needs_a_source() {
        fires(&RULE, "The mayor of Kell ⟦defrauded⟧ the town of millions.\n\nThe council meets on Monday.");
        fires(
            &RULE,
            "The owner of the Tarn hotel ⟦torched his own⟧ kitchen on Friday night.\n\nNobody was hurt, the ambulance service said.",
        );
        fires(&RULE, "Norvane Foods ⟦knowingly sold⟧ mouldy flour for a year.\n\nIts shares fell on Friday.");
        fires(&RULE, "A clerk at the county court ⟦took bribes⟧ to lose files.\n\nThe court is shut on Monday.");
        fires(&RULE, "The landlord ⟦bolted both fire exits⟧ of the hall.\n\nThe hall was full on Saturday.");
        fires(
            &RULE,
            "⟦Shoddy work by the town’s own masons brought down⟧ the bell tower of Kell.\n\nIt stood for a century.",
        );
        fires(
            &RULE,
            "The governor, Ole Lund, ⟦diverted relief money to a builder owned by his⟧ cousin.\n\nThe flood left 900 people without a roof, the relief office said.",
        );
        fires(&RULE, "A roofer ⟦bought off two inspectors⟧ at Osk.\n\nThe roof fell in May.");
        fires(
            &RULE,
            "KELL\n\nThe warden of Kell ⟦pocketed mooring fees⟧ for six summers and kept a second receipt book.\n\nThe quay is open.",
        );
        fires(
            &RULE,
            "The treasurer of the choir has been ⟦helping herself to⟧ gifts meant for the organ.\n\nThe choir sings on Sunday.",
        );
        fires(&RULE, "The chairman of the choir ⟦spent the choir’s money⟧ on a boat.\n\nThe choir sings on Sunday.");
        fires(&RULE, "A clerk has been selling ⟦permits for cash⟧ in a car park.\n\nThe town is small.");
        fires(&RULE, "A clerk ⟦stole 900 crowns from⟧ the choir.\n\nThe choir sings on Sunday.");
        fires(
            &RULE,
            "The head of the parks office ⟦steered tree contracts to a nursery run by his⟧ uncle.\n\nThe contracts with the nursery are worth nine thousand crowns, according to the county’s auditor.",
        );
        fires(
            &RULE,
            "The warden of Kell ⟦awarded lamp contracts to his wife’s firm⟧.\n\nThe contracts were worth two million crowns, the auditor said.",
        );
        fires(&RULE, "⟦Four miners⟧ were killed in a fall of rock at Osk on Tuesday. The pit is closed.");
    }

    #[test]
    fn a_source_at_the_top_or_a_court_is_enough() {
        is_silent(
            &RULE,
            &[
                "Four miners were killed in a fall of rock at Osk on Tuesday, the mine’s owner said.",
                "Four miners were killed in a fall of rock at Osk on Tuesday.\n\nThe owner said the pit was closed.",
                "The owner of the Tarn hotel torched his own kitchen on Friday night.\n\nHe poured oil over the stove in the kitchen, the county’s police said.",
                "The head of the parks office steered tree contracts to a nursery run by his uncle.\n\nThe office’s head had signed nine contracts with the nursery, according to the county’s auditor.",
                "The port of Kell broke its own rules all summer.\n\nThat is the finding of the labour office.",
                "A pipe that the board left unrepaired burst at Kell.\n\nThe county came to that conclusion in May.",
                "The clerk did not knowingly sell the flour, and the mill is open.",
                "The museum is showing forged signatures of painters.\n\nIt opens on Sunday.",
                "Thieves stole nine bells from the choir.\n\nThe choir sings on Sunday.",
                "The miller never ignored warnings, and the mill is open again.",
                "A treasurer who embezzled £40,000 from a rowing club was jailed on Friday.",
                "Four miners have won a prize for their choir.\n\nTwo miners were killed at Osk on Friday.",
                "Tens of thousands marched through Kell on Sunday.",
            ],
        );
    }
}
