//! A reader learns who speaks only after the second sentence of a quotation.
//!
//! ## What it does
//!
//! Finds quotations of which more than two sentences stand before their speaker, unless he spoke or was named in the sentence
//! before.
//!
//! ## Why it matters
//!
//! Until the name comes the reader gives the words to whoever spoke last.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”: a speaker is named quickly, as a rule after the first sentence of the quotation.
//!
//! ## Example
//!
//! ```text
//! The rain stopped at noon.
//!
//! “We heard the wall go. Then the water came down the street. Nobody on this side of the town had warned us of it,” said Ines Tarn, a baker.
//! ```
//!
//! ## Better
//!
//! ```text
//! The rain stopped at noon.
//!
//! “We heard the wall go,” said Ines Tarn, a baker. “Then the water came down the street. Nobody on this side of the town had warned us of it.”
//! ```
//!
//! ## When not to use
//!
//! In features that open on a voice and keep its owner back on purpose.

use sayso_article::Part;
use sayso_reading::{Attribution, Kind};
use sayso_text::Span;
use sayso_text::sentences::sentences;

use crate::desk::link;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ATT003",
    name: "late-speaker",
    category: Category::Style,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "sentences",
        default: Value::Number(2),
        doc: "How many sentences of a quotation may stand before its speaker",
    }],
    source: include_str!("late_speaker.rs"),
    check,
};

/// Words that stand for somebody who is known already.
const KNOWN: &[&str] = &["he", "she", "they", "it", "i", "we", "who"];
/// A quotation of fewer words is read at one look.
const FEWEST_WORDS: usize = 20;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let most = options.number("sentences").max(1);
    for a in desk.attributions().filter(|a| a.kind == Kind::Direct && a.within.is_none()) {
        let Some((speaker, before)) = speaker_and_what_comes_before(desk, a) else { continue };
        let lines: Vec<Span> = before.iter().flat_map(|piece| sentences(desk.text, *piece)).collect();
        let words: usize = before.iter().map(|piece| piece.of(desk.text).split_whitespace().count()).sum();
        if lines.len() <= most || words < FEWEST_WORDS || is_known(desk, a, before[0].start) {
            continue;
        }
        let called = crate::words::short(desk.text, speaker);
        found
            .add(
                speaker,
                format!("“{called}” is named only after {} sentences of the quotation", lines.len()),
                "Name the speaker after the first sentence, or before the quotation",
            )
            .related(lines[0], "the quotation begins here");
    }
}

/// The words that name the speaker of a quotation in the body, and the pieces that stand before them.
fn speaker_and_what_comes_before(desk: &Desk<'_>, a: &Attribution) -> Option<(Span, Vec<Span>)> {
    let speaker = *a.source.first()?;
    let cue = a.cue.first()?;
    // A dash and a name below a quotation are a signature: where it stands is no matter of the sentence.
    if !cue.of(desk.text).contains(char::is_alphabetic) {
        return None;
    }
    let link = cue.start.min(speaker.start);
    let first = *a.content.first()?;
    let is_body = desk.part_at(first.start) == Part::Body;
    let before: Vec<Span> = a.content.iter().copied().take_while(|piece| piece.end <= link).collect();
    (is_body && !before.is_empty() && desk.quotes.at(first.start).is_some()).then_some((speaker, before))
}

/// Whether the sentence before the quotation speaks of the speaker, or leads up to it.
fn is_known(desk: &Desk<'_>, a: &Attribution, start: usize) -> bool {
    if a.source.iter().any(|source| KNOWN.contains(&source.of(desk.text).to_lowercase().as_str())) {
        return true;
    }
    let Some(before) = desk.sentence_before(start).filter(|before| before.part == Part::Body) else { return false };
    let span = before.sentence.whole;
    let text = span.of(desk.text);
    let named = desk.source_of(a).is_some_and(|source| {
        let names = source.name.iter().chain(&source.aliases);
        let mut last = names.filter_map(|name| name.of(desk.text).split_whitespace().last());
        last.any(|name| text.contains(name))
    });
    let spoke = desk.touching(span).any(|other| other.source_id == a.source_id && link(other).start < start);
    named || spoke || text.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_speaker_after_three_sentences_is_late() {
        fires(
            &RULE,
            "The road opens on Friday.\n\n“They told us that it would take a week. It took the whole winter and a spring. We lost all our customers,” said ⟦Corin Vale⟧, who sells boots.",
        );
        fires(
            &RULE,
            "“I counted them twice. There were forty crates on the quay in the morning. By noon on Friday there was nothing left but straw,” ⟦a foreman⟧ said.",
        );
    }

    #[test]
    fn who_is_named_early_or_known_is_not_late() {
        is_silent(
            &RULE,
            &[
                "“They told us it would take a week. It took the whole winter,” said Corin Vale, who sells boots.",
                "“No. Never. Not me,” said Corin Vale.",
                "“They told us it would take a week. It took the whole winter and a spring. We lost our customers.” — Corin Vale",
                "Corin Vale sells boots on Quay Street. “They told us it would take a week. It took the whole winter and a spring. We lost our customers,” he said.",
                "Corin Vale, who sells boots, said: “They told us it would take a week. It took the winter. We lost our customers.”",
                "“They told us it would take a week,” said Corin Vale. “It took the whole winter. We lost our customers. Some of us closed.”",
            ],
        );
    }
}
