//! A statement rests on “it is understood”, “reportedly” or “is believed to”, and nobody is named.
//!
//! ## What it does
//!
//! Finds passives and adverbs that say that somebody says or thinks a thing, in sentences that name nobody who does.
//!
//! ## Why it matters
//!
//! They look like an attribution and are none: the reader learns that there is a doubt, and not whose word he has.
//!
//! ## Authority
//!
//! NPR, “Ethics Handbook”: such phrases are no attribution; say how it is known.
//!
//! ## Example
//!
//! ```text
//! It is understood that the yard will close in May.
//! ```
//!
//! ## Better
//!
//! ```text
//! The yard will close in May, two members of its works council said.
//! ```
//!
//! ## When not to use
//!
//! Where a house’s lawyers ask for “allegedly” in every sentence of a report of a crime. A sentence that speaks of the police, a
//! charge or a court is left out for “allegedly” as it is.

use sayso_text::sentences::Sentence;

use crate::desk::Line;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ATT002",
    name: "passive-attribution",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "phrases",
        default: Value::Words(Vec::new()),
        doc: "Phrases in lower case that are no attribution, besides those that the rule knows",
    }],
    source: include_str!("passive_attribution.rs"),
    check,
};

/// Phrases, and what a reader asks.
const PHRASES: &[(&str, &str)] = &[
    ("it is understood", "who told you"),
    ("it was understood", "who told you"),
    ("it is believed", "who believes it"),
    ("it was believed", "who believed it"),
    ("it is thought", "who thinks so"),
    ("it was thought", "who thought so"),
    ("it is said", "who says it"),
    ("it is alleged", "who alleges it"),
    ("it is claimed", "who claims it"),
    ("it was claimed", "who claimed it"),
    ("it is reported", "who reports it"),
    ("it was reported", "who reported it"),
    ("it has been reported", "who reported it"),
    ("it has been alleged", "who alleged it"),
    ("it has been claimed", "who claimed it"),
    ("it has been suggested", "who suggested it"),
    ("it is rumoured", "who says it"),
    ("it is rumored", "who says it"),
    ("reportedly", "who reports it"),
    ("allegedly", "who alleges it"),
    ("supposedly", "who supposes it"),
    ("purportedly", "who says so"),
];
/// Participles that make a passive before “to”, and what a reader asks.
const PARTICIPLES: &[(&str, &str)] = &[
    ("believed", "who believes it"),
    ("thought", "who thinks so"),
    ("understood", "who told you"),
    ("said", "who says it"),
    ("alleged", "who alleges it"),
    ("rumoured", "who says it"),
    ("rumored", "who says it"),
    ("reported", "who reports it"),
];
const BE: &[&str] = &["is", "are", "was", "were", "been"];
/// What may stand between.
const BETWEEN: &[&str] = &["widely", "also", "now", "generally", "commonly", "still"];
/// Who alleges is plain in a sentence with one of these.
const LAW: &[&str] = &[
    "police",
    "prosecutors",
    "prosecutor",
    "prosecution",
    "court",
    "jury",
    "charged",
    "charges",
    "charge",
    "accused",
    "arrested",
    "indicted",
    "indictment",
    "lawsuit",
    "suit",
    "sued",
    "suing",
    "complaint",
    "warrant",
    "trial",
    "investigators",
    "officers",
    "sheriff",
    "sheriff’s",
    "detectives",
];
/// A source is named in a way that the reader of attributions may miss.
const NAMES: &[&str] = &["according", "said", "says", "told", "wrote", "announced"];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let set = options.words("phrases");
    for line in desk.body() {
        let Some((words, asks)) = phrase(&line.sentence, set) else { continue };
        let span = line.sentence.span(&words);
        if desk.quotes.inside(span.start) || has_source(desk, line, &words) {
            continue;
        }
        let called = crate::words::short(desk.text, span);
        found.add(
            span,
            format!("“{called}” names nobody: {asks}?"),
            "Say who it is, or how the article knows; if nobody can be named, on what terms they spoke",
        );
    }
}

fn phrase(sentence: &Sentence<'_>, set: &[String]) -> Option<(std::ops::Range<usize>, &'static str)> {
    let at_phrase = |at: usize| {
        let known = PHRASES.iter().find_map(|(phrase, asks)| Some((sentence.phrase(at, phrase)?, *asks)));
        let own = || set.iter().find_map(|phrase| Some((sentence.phrase(at, phrase)?, "who says it")));
        let (end, asks) = known.or_else(own)?;
        Some((at..end, asks))
    };
    (0..sentence.words.len()).find_map(|at| at_phrase(at).or_else(|| passive(sentence, at)))
}

/// “Is believed to”.
fn passive(sentence: &Sentence<'_>, at: usize) -> Option<(std::ops::Range<usize>, &'static str)> {
    if !BE.contains(&sentence.lower(at)) {
        return None;
    }
    let participle = if BETWEEN.contains(&sentence.lower(at + 1)) { at + 2 } else { at + 1 };
    let (_, asks) = PARTICIPLES.iter().find(|(word, _)| *word == sentence.lower(participle))?;
    (sentence.lower(participle + 1) == "to").then_some((at..participle + 2, *asks))
}

/// Whether anybody is named in the sentence whose word it may be. The words themselves name nobody: “it was said”.
fn has_source(desk: &Desk<'_>, line: &Line<'_>, words: &std::ops::Range<usize>) -> bool {
    let sentence = &line.sentence;
    let outside = |at: &usize| !words.contains(at);
    let is_law = sentence.span(words).of(desk.text).to_lowercase().contains("alleged");
    let named = (0..sentence.words.len()).filter(outside).map(|at| sentence.lower(at));
    let mut named = named.filter(|word| NAMES.contains(word) || (is_law && LAW.contains(word)));
    named.next().is_some() || desk.touching(sentence.whole).any(|a| a.source_id.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_passive_or_an_adverb_names_nobody() {
        fires(&RULE, "The yard at Osk closes in May. ⟦It is understood⟧ that 40 jobs will go.");
        fires(&RULE, "The captain, who is 44, ⟦is believed to⟧ have left the country.");
        fires(&RULE, "The minister ⟦reportedly⟧ owns three flats in the town.");
        fires(&RULE, "The painting ⟦was widely thought to⟧ be lost.");
    }

    #[test]
    fn where_somebody_is_named_it_is_none() {
        is_silent(
            &RULE,
            &[
                "It is believed by the harbour police that the captain has left the country.",
                "The minister reportedly owns three flats, according to the Osk Courier.",
                "“She is believed to be in the hills,” said Corin Vale, her brother.",
                "He was charged after he allegedly drove off from a petrol station.",
                "The board said it was understood that the yard would close.",
                "She was said by neighbours to have left.",
                "The yard is to close in May. The owner is understood everywhere by his accent.",
            ],
        );
    }
}
