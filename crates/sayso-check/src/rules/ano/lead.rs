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
use crate::desk::{Line, link};
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

/// What a sentence may end in.
const STOPS: [char; 8] = ['.', '!', '?', '”', '"', '’', '\'', ')'];
/// So many of the body's first lines may be no sentences.
const LINES: usize = 3;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let unnamed = unnamed(desk);
    let who_is = |id: SourceId, words: Span| {
        let source = unnamed.iter().find(|unnamed| unnamed.source.id == id)?;
        // Not the house for which an official speaks further down.
        let speaks = |a: &&Attribution| a.source.first() == Some(&words);
        source.said.iter().find(|a| speaks(a))?;
        // As it is called there, unless a pronoun stands for it.
        let called = if is_pronoun(&lower(desk.text, words)) { source.called(desk) } else { called(desk, words) };
        Some(format!("“{called}”, who {} not named", source.be(desk)))
    };
    if unnamed.is_empty() {
        return;
    }
    let headline = desk.sentences.iter().filter(|line| line.part == Part::Headline).map(|line| line.sentence.whole);
    // A line without a stop in which nobody speaks is what is left of a byline.
    let is_sentence = |line: &&Line<'_>| {
        let whole = line.sentence.whole;
        whole.of(desk.text).ends_with(STOPS) || desk.touching(whole).next().is_some()
    };
    let lead = desk.body().take(LINES).find(is_sentence).map(|line| line.sentence.whole);
    let places = lead.into_iter().map(|span| (span, "first sentence")).chain(headline.map(|span| (span, "headline")));
    for (place, is_called) in places {
        let Some((words, who)) = only_source(desk, place).and_then(|(words, id)| Some((words, who_is(id, words)?)))
        else {
            continue;
        };
        if is_confirmed(desk, place) {
            return;
        }
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
    // What is told as fact outside of the content is not the unnamed source's; but where the sentence begins with the content, the
    // rest hangs on it: “…, a person familiar with her plans said, a step that could bring down the government”.
    let told: usize = first.source.iter().chain(&first.cue).chain(&first.content).map(|piece| piece.len()).sum();
    let begins = first.content.first().is_some_and(|piece| {
        let before = Span::new(place.start, piece.start.max(place.start)).of(desk.text);
        before.trim_matches(|c: char| c.is_whitespace() || "“\"‘'—–-".contains(c)).is_empty()
    });
    let is_most = if begins { told * 2 > place.len() } else { told * 3 > place.len() * 2 };
    // “The Courier has learned from”.
    let is_learned = || {
        first
            .cue
            .iter()
            .any(|cue| lower(desk.text, *cue).iter().any(|word| matches!(word.as_str(), "learned" | "learnt")))
    };
    ((first.act == Act::Says || is_learned()) && is_most && speakers.all(is_same))
        .then_some((first.source.first().copied()?, id))
}

/// Whether somebody by name confirms what a sentence says: after it, in words that point back (“confirmed the sale”) or say it again.
fn is_confirmed(desk: &Desk<'_>, place: Span) -> bool {
    desk.attributions().any(|a| {
        let Some(stated) = a.stance.as_ref().filter(|stated| stated.stance == Stance::Confirms) else { return false };
        let of_it = stated.of.and_then(|id| desk.reading.attributions.get(id.0 as usize - 1));
        let is_of_it = of_it.is_some_and(|of| place.contains(link(of)));
        let is_named = desk.source_of(a).is_some_and(|source| source.kind.is_named());
        is_named && (is_of_it || points_back(desk, a) || shares_words(desk, a, place))
    })
}

/// Whether a content is a noun with “the” or a pronoun: what was told before.
fn points_back(desk: &Desk<'_>, a: &Attribution) -> bool {
    const NOUN: usize = 4;
    let Some(content) = a.content.first() else { return true };
    let words = lower(desk.text, *content);
    let is_back =
        |word: &String| matches!(word.as_str(), "the" | "it" | "this" | "so" | "as" | "both" | "his" | "her" | "its");
    words.first().is_some_and(is_back) && words.len() <= NOUN
}

/// Whether a content has two words of a sentence that are no small ones, or the beginnings of such.
fn shares_words(desk: &Desk<'_>, a: &Attribution, place: Span) -> bool {
    const LETTERS: usize = 4;
    let beginnings = |span: Span| -> Vec<String> {
        let words = lower(desk.text, span).into_iter().filter(|word| word.chars().count() > LETTERS);
        words.map(|word| word.chars().take(LETTERS).collect()).collect()
    };
    let told = beginnings(place);
    a.content.iter().flat_map(|piece| beginnings(*piece)).filter(|word| told.contains(word)).take(2).count() == 2
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
    fn a_lead_is_found_with_what_hangs_on_it_and_though_other_things_are_confirmed() {
        fires(
            &RULE,
            "The treasurer will leave before the vote on the harbour, ⟦a person familiar with his plans⟧ said, a step that could \
             bring down the board and delay the dredging by a year.",
        );
        fires(
            &RULE,
            "The harbour will be sold in March for £40 million, according to ⟦a person briefed on the talks⟧.\n\nThe chairman, Otto \
             Brand, confirmed that dredgers had been ordered.",
        );
    }

    #[test]
    fn a_lead_with_somebody_by_name_is_none() {
        is_silent(
            &RULE,
            &[
                "The harbour will be sold, the chairman, Otto Brand, said. A senior official said the price was £40 million.",
                "The harbour will be sold in March, a senior official said. The chairman, Otto Brand, confirmed the sale.",
                "The harbour will be sold in March, a senior official said. The chairman, Otto Brand, confirmed that the harbour \
                 would be sold.",
                "Storms closed the harbour for a third day and sank two boats at the quay, and a senior official said it would open.",
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
