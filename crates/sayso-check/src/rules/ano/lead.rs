//! The headline or the first sentence rests on an unnamed source and on nobody else.
//!
//! ## What it does
//!
//! Finds articles whose first sentence, or whose headline, has for its only source somebody who is not named.
//!
//! ## Why it matters
//!
//! Then the story itself rests on somebody for whom the house alone can vouch. That is a decision of its chief editors, and should
//! be seen as one.
//!
//! ## Authority
//!
//! New York Times, “Policy on Confidential Sources” as tightened in 2016: a story whose main point rests on unnamed sources is
//! approved by one of the top editors. AP, “Statement of News Values”, and BBC, “Editorial Guidelines” on anonymous sources, have
//! it approved by a senior editor too.
//!
//! ## Example
//!
//! ```text
//! The harbour will be sold in March, people familiar with the talks said on Monday.
//! ```
//!
//! ## Better
//!
//! ```text
//! The harbour will be sold in March, its chairman, Otto Brand, said on Monday.
//! ```
//!
//! ## When not to use
//!
//! It does not say that such a story is wrong: it asks who has approved it. Let the finding stand with that name as the reason.

use sayso_article::Part;
use sayso_reading::{Act, Attribution, SourceId, Stance};
use sayso_text::Span;

use super::unnamed::{called, is_pronoun, unnamed};
use crate::desk::link;
use crate::words::lower;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO008",
    name: "lead-rests-on-anonymous",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("lead.rs"),
    check,
};

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let unnamed = unnamed(desk);
    let who_is = |id: SourceId, words: Span| {
        let source = unnamed.iter().find(|unnamed| unnamed.source.id == id)?;
        // As it is called there, unless a pronoun stands for it.
        let called = if is_pronoun(&lower(desk.text, words)) { source.called(desk) } else { called(desk, words) };
        Some(format!("“{called}”, who {} not named", source.be(desk)))
    };
    if unnamed.is_empty() || is_confirmed(desk) {
        return;
    }
    let headline = desk.sentences.iter().filter(|line| line.part == Part::Headline).map(|line| line.sentence.whole);
    let lead = desk.body().next().map(|line| line.sentence.whole);
    let places = lead.into_iter().map(|span| (span, "first sentence")).chain(headline.map(|span| (span, "headline")));
    for (place, is_called) in places {
        let Some((words, who)) = only_source(desk, place).and_then(|(words, id)| Some((words, who_is(id, words)?)))
        else {
            continue;
        };
        found.add(
            words,
            format!("The {is_called} rests on {who}, and on nobody else"),
            "Put a named source or a document beside it, or record who has approved it",
        );
        return;
    }
}

/// The one source of a sentence, and its words there; none where there are several or where part of it is nobody's but the writer's.
fn only_source(desk: &Desk<'_>, place: Span) -> Option<(Span, SourceId)> {
    let mut speakers = desk.touching(place).filter(|a| a.within.is_none() && place.contains(link(a)));
    let first = speakers.next()?;
    let id = first.source_id?;
    let is_same = |a: &Attribution| a.source_id == Some(id);
    // What is told as fact outside of the content is not the unnamed source's.
    let told: usize = first.source.iter().chain(&first.cue).chain(&first.content).map(|piece| piece.len()).sum();
    let is_most = told * 3 > place.len() * 2;
    (first.act == Act::Says && is_most && speakers.all(is_same)).then_some((first.source.first().copied()?, id))
}

/// Whether somebody by name confirms something.
fn is_confirmed(desk: &Desk<'_>) -> bool {
    desk.attributions().any(|a| {
        let confirms = a.stance.as_ref().is_some_and(|stated| stated.stance == Stance::Confirms);
        confirms && desk.source_of(a).is_some_and(|source| source.kind.is_named())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_lead_on_an_unnamed_source_is_found() {
        fires(
            &RULE,
            "The harbour will be sold in March for £40 million, ⟦a senior official⟧ said on Monday. No buyer is known.",
        );
        fires(
            &RULE,
            "⟦Two people briefed on the sale⟧ said on Monday that the harbour would be sold.\n\nThe chairman, Otto Brand, said he \
             had not been told.",
        );
    }

    #[test]
    fn a_lead_with_somebody_by_name_is_none() {
        is_silent(
            &RULE,
            &[
                "The harbour will be sold, the chairman, Otto Brand, said. A senior official said the price was £40 million.",
                "The harbour will be sold in March, a senior official said. The chairman, Otto Brand, confirmed the sale.",
                "Storms closed the harbour for a third day. A senior official said it would open on Friday.",
                "The harbour will be sold in March, officials of the port said on Monday.",
                // What is written is nobody without a name.
                "The harbour was sold in March for £40 million, according to a filing unsealed on Monday in the district court.",
                "The harbour will be sold in March for £40 million, according to minutes of a closed meeting in January.",
                "The harbour will be sold in March for £40 million, according to a letter seen by the Courier and not made public.",
                "The harbour will be sold in March, the Courier reported, citing a senior official.",
            ],
        );
    }
}
