//! One sentence hands a statement on through three speakers or more.
//!
//! ## What it does
//!
//! Finds statements that came through at least three hands, each inside the other in one sentence: “the Courier reported that
//! officials said the minister had told them …”. How many is the option `hands`. Whom somebody told a thing, and through whom he
//! spoke, is not counted: “she told the Courier that the ministry had said so” has two hands.
//!
//! ## Why it matters
//!
//! Each hand may have changed the words. A reader who must keep three of them apart in one sentence takes the last statement for
//! what the article says.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Statement of News Values”: how near a source is to what it tells is said so that
//! the reader can judge it. Three hands in a sentence is this program’s measure.
//!
//! ## Example
//!
//! ```text
//! The Lastria Courier reported that two officials said the minister had told them that the border would close in May.
//! ```
//!
//! ## Better
//!
//! ```text
//! The border will close in May, the Lastria Courier reported. It cited two officials.
//! ```
//!
//! ## When not to use
//!
//! In articles about who passed what on to whom, such as reports of trials.

use sayso_reading::{Act, Link};
use sayso_text::Span;

use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "CHN005",
    name: "deep-chain",
    category: Category::Style,
    severity: Severity::Info,
    default: false,
    options: &[Opt { name: "hands", default: Value::Number(3), doc: "As many hands in one sentence are too many" }],
    source: include_str!("deep_chain.rs"),
    check,
};

/// An attribution that is read with less confidence makes no link.
const SURE: f32 = 0.4;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let least = options.number("hands").max(2);
    let mut last: Option<Span> = None;
    for chain in &desk.reading.chains {
        let hands: Vec<Span> = chain.links.iter().skip(1).filter_map(|link| hand(desk, link)).collect();
        let Some(root) = hands.last() else { continue };
        let Some(line) = desk.sentence_at(root.start) else { continue };
        let sentence = line.sentence.whole;
        let here: Vec<Span> = hands.iter().copied().filter(|hand| sentence.contains(*hand)).collect();
        // A sentence is told of once.
        if here.len() < least || last == Some(sentence) {
            continue;
        }
        last = Some(sentence);
        let called: Vec<String> = here.iter().map(|hand| crate::words::short(desk.text, *hand)).collect();
        let finding = found.add(
            *root,
            format!("one sentence hands this on through “{}”", called.join("”, “")),
            "Begin with who knows it, and say in a sentence of its own how it came to you",
        );
        for (hand, called) in here.iter().zip(&called).take(here.len() - 1) {
            finding.related(*hand, format!("“{called}” hands it on"));
        }
    }
}

/// The words for one who hands on what another said: thinking and wanting is nothing that goes from hand to hand.
fn hand(desk: &Desk<'_>, link: &Link) -> Option<Span> {
    let said = desk.reading.attributions.get(link.attribution?.0 as usize - 1)?;
    let is_hand = said.act == Act::Says && said.confidence >= SURE && link.source.is_some();
    said.source.first().copied().filter(|_| is_hand)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn three_hands_in_a_sentence_are_found() {
        fires(
            &RULE,
            "The Lastria Courier reported that two officials said ⟦the minister⟧ had told them that the border would close in May.",
        );
        fires(
            &RULE,
            "Her submission to the court says that the auditor’s report stated that ⟦the harbour master⟧ had said the log was lost.",
        );
    }

    #[test]
    fn two_hands_or_two_sentences_are_not() {
        is_silent(
            &RULE,
            &[
                "The Lastria Courier reported that two officials said the border would close in May.",
                "The border will close in May, the Lastria Courier reported, citing two officials.",
                "The clerk, Ada Venn, told the Lastria Courier that the ministry had said the border would close.",
                "The minister, Dag Ferrel, told the Lastria Courier that he believed the border would close in May.",
                "The Lastria Courier reported that officials expected a speech. The minister said the border would close.",
            ],
        );
    }
}
