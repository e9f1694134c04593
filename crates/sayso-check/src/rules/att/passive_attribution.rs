//! A statement rests on “it is understood”, “reportedly” or “is believed to”, and nobody is named.
//!
//! ## What it does
//!
//! Finds passives, adverbs and phrases such as “it has emerged” or “there are reports that” which say that somebody says or thinks
//! a thing, in sentences that name nobody who does, nor the papers or the court in which it came out. Passives without “to” (“are
//! feared dead”) and rumours (“rumours have it”) are among them. Somebody who is told or asks something in what “is understood” is
//! not the one who understands it.
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
//! charge or a court is left out for “allegedly” and “is said to” as it is.

use sayso_reading::Attribution;
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
    ("it is reported", "who reports it"),
    ("it was reported", "who reported it"),
    ("it has been reported", "who reported it"),
    ("it has been alleged", "who alleged it"),
    ("it has been claimed", "who claimed it"),
    ("it has been suggested", "who suggested it"),
    ("it is rumoured", "who says it"),
    ("it is rumored", "who says it"),
    ("it has emerged", "who has told it"),
    ("it emerged", "who told it"),
    ("it has been learned", "who told you"),
    ("it has been learnt", "who told you"),
    ("it has become known", "who told it"),
    ("it became known", "who told it"),
    ("it can be revealed", "who told you"),
    ("it has been said", "who said it"),
    ("it is being said", "who says it"),
    ("it is being reported", "who reports it"),
    ("it is being claimed", "who claims it"),
    ("it was said", "who said it"),
    ("it was claimed", "who claimed it"),
    ("it was alleged", "who alleged it"),
    ("it was suggested", "who suggested it"),
    ("it is suggested", "who suggests it"),
    ("it is suspected", "who suspects it"),
    ("it was suspected", "who suspected it"),
    ("it is feared", "who fears it"),
    ("it was feared", "who feared it"),
    ("it is assumed", "who assumes it"),
    ("it has been rumoured", "who says it"),
    ("it has been rumored", "who says it"),
    ("it was rumoured", "who said it"),
    ("it was rumored", "who said it"),
    ("rumours have it", "who says it"),
    ("there are reports that", "whose reports"),
    ("there were reports that", "whose reports"),
    ("there have been reports that", "whose reports"),
    ("there are claims that", "who claims it"),
    ("there have been claims that", "who claims it"),
    ("there are suggestions that", "who suggests it"),
    ("there have been suggestions that", "who suggests it"),
    ("there are rumours that", "who says it"),
    ("there have been allegations that", "who alleges it"),
    ("there are allegations that", "who alleges it"),
    ("by all accounts", "whose accounts"),
    ("by some accounts", "whose accounts"),
    ("what has been described as", "who describes it so"),
    ("what was described as", "who described it so"),
    ("what is described as", "who describes it so"),
    ("reputedly", "who says so"),
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
    ("claimed", "who claims it"),
    ("suspected", "who suspects it"),
    ("feared", "who fears it"),
    ("assumed", "who assumes it"),
    ("reputed", "who says it"),
    ("reckoned", "who reckons so"),
    ("presumed", "who presumes it"),
    ("tipped", "who tips it"),
];
/// What such a passive may end in without “to”: “are feared dead”.
const STATES: &[&str] = &["dead", "drowned", "lost", "likely", "unlikely", "buried", "trapped"];
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
    "inquest",
    "tribunal",
    "hearing",
    "judge",
    "magistrates",
    "coroner",
    "defence",
    "dock",
];
/// What a court hears of anybody: whose word it is, is plain there.
const CHARGED: &[&str] = &["alleged", "allegedly", "said", "claimed"];
/// Where a thing came out, which is as good as who told it.
const EMERGED_IN: &[&str] = &[
    "documents",
    "document",
    "papers",
    "records",
    "emails",
    "accounts",
    "report",
    "letter",
    "letters",
    "minutes",
    "audit",
    "filing",
    "filings",
    "inquiry",
    "figures",
    "data",
    "interview",
    "statement",
    "files",
    "footage",
    "testimony",
    "evidence",
    "investigation",
    "review",
    "survey",
    "when",
    "after",
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
    let next = sentence.lower(participle + 1);
    let is_state =
        STATES.contains(&next) && matches!(sentence.lower(participle), "feared" | "presumed" | "thought" | "believed");
    (next == "to" || is_state).then_some((at..participle + 2, *asks))
}

/// Whether anybody is named in the sentence whose word it may be. The words themselves name nobody: “it was said”.
fn has_source(desk: &Desk<'_>, line: &Line<'_>, words: &std::ops::Range<usize>) -> bool {
    let sentence = &line.sentence;
    let outside = |at: &usize| !words.contains(at);
    let is_one = |table: &[&str]| words.clone().any(|at| table.contains(&sentence.lower(at)));
    let is_law = is_one(CHARGED);
    let is_out = is_one(&["emerged", "known", "learned", "learnt", "revealed"]);
    // “And was told to think again” names nobody who told it.
    let is_told = |at: &usize| {
        let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
        sentence.lower(*at) == "told" && BE.contains(&before) && sentence.lower(at + 1) != "by"
    };
    let named = (0..sentence.words.len()).filter(outside).filter(|at| !is_told(at)).map(|at| sentence.lower(at));
    let is_given = |word: &&str| {
        NAMES.contains(word) || (is_law || is_out) && LAW.contains(word) || is_out && EMERGED_IN.contains(word)
    };
    let mut named = named.filter(is_given);
    // Who asks or says something in what “is understood” is not who understands it.
    let phrase = sentence.span(words);
    let is_phrases = |a: &&Attribution| a.source_id.is_none() && a.cue.iter().any(|cue| cue.overlaps(phrase));
    let own: Vec<_> = desk.touching(sentence.whole).filter(is_phrases).map(|a| a.id).collect();
    let is_below = |a: &Attribution| a.within.is_some_and(|within| own.contains(&within));
    named.next().is_some() || desk.touching(sentence.whole).any(|a| a.source_id.is_some() && !is_below(a))
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
        fires(&RULE, "The yard at Osk burned for two days. The pumps, ⟦it has emerged⟧, had been sold in May.");
        fires(&RULE, "⟦There are reports that⟧ the yard has been sold. It closes in May.");
        fires(&RULE, "⟦It is feared⟧ that the ferry will not come back.");
        fires(&RULE, "Two of the crew ⟦are feared dead⟧. The boat was 40 years old.");
        fires(&RULE, "The owner ⟦is suspected to⟧ have sold the pumps.");
        fires(&RULE, "⟦It is understood⟧ that the fleet had first ordered ten tugs and was told to wait.");
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
                "It is understood that the fleet had ordered ten tugs, two clerks told the Courier.",
                "The jury was shown a letter that the captain is said to have burned.",
                "It emerged in papers filed on Monday that the pumps had been sold.",
                "It emerged at the inquest that the pumps had been sold.",
                "The yard is to close in May. The owner is understood everywhere by his accent.",
            ],
        );
    }
}
