//! The reason that is given for anonymity says only that the source wanted it.
//!
//! ## What it does
//!
//! Finds reasons that are none: “because he did not want to be identified”, “because she asked not to be named”.
//!
//! ## Why it matters
//!
//! The reader is owed what the source has to fear, or what rule forbids him to speak. That he is not named, the reader can see.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”, and New York Times, “Policy on Confidential Sources”: the article says why a source is not named.
//! The wish told a second time says nothing of why.
//!
//! ## Example
//!
//! ```text
//! The harbour will be sold, said an official who spoke on condition of anonymity because he did not want to be named.
//! ```
//!
//! ## Better
//!
//! ```text
//! The harbour will be sold, said an official who spoke on condition of anonymity because he feared for his job.
//! ```
//!
//! ## When not to use
//!
//! Never known to be right.

use sayso_text::sentences::Sentence;

use crate::words::{phrase, phrase_at, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO012",
    name: "empty-reason",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("empty_reason.rs"),
    check,
};

/// What a reason begins with.
const CONNECTORS: &[&str] = &["because", "since", "as"];
/// Beginnings of words of terms, which stand before a reason for them.
const TERMS: &[&str] = &["anonym", "named", "name", "identif", "identit", "quoted", "background", "record"];
/// Who has the reason.
const WHO: &[&str] = &[
    "he",
    "she",
    "they",
    "the source",
    "the sources",
    "the official",
    "the officials",
    "the person",
    "the people",
    "the man",
    "the woman",
    "the speaker",
    "both",
    "neither",
    "the employee",
    "the diplomat",
];
/// What is no reason.
const EMPTY: &[&str] = &[
    "was not named",
    "were not named",
    "is not named",
    "was not identified",
    "were not identified",
    "did not want to be named",
    "did not want to be identified",
    "did not want to be quoted",
    "did not want to be quoted by name",
    "didn’t want to be named",
    "didn't want to be named",
    "didn’t want to be identified",
    "didn't want to be identified",
    "does not want to be named",
    "does not want to be identified",
    "do not want to be named",
    "do not want to be identified",
    "did not wish to be named",
    "did not wish to be identified",
    "does not wish to be named",
    "does not wish to be identified",
    "asked not to be named",
    "asked not to be identified",
    "asked not to be quoted by name",
    "asked to remain anonymous",
    "asked to be anonymous",
    "wanted to remain anonymous",
    "wanted to stay anonymous",
    "wants to remain anonymous",
    "wished to remain anonymous",
    "wishes to remain anonymous",
    "preferred to remain anonymous",
    "preferred not to be named",
    "preferred not to be identified",
    "declined to be named",
    "declined to be identified",
    "refused to be named",
    "refused to be identified",
    "requested anonymity",
    "asked for anonymity",
    "sought anonymity",
    "demanded anonymity",
    "insisted on anonymity",
];
/// What may stand behind and adds nothing.
const TAILS: &[&str] = &[
    "by name",
    "publicly",
    "in print",
    "in the article",
    "in this article",
    "in the story",
    "in this story",
    "in public",
];
/// What adds a reason after all.
const AFTER_ALL: &[&str] = &[
    "because",
    "since",
    "fear",
    "fearing",
    "citing",
    "lest",
    "for fear",
    "given",
    "reprisals",
    "retaliation",
    "so that",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for line in desk.body() {
        let sentence = &line.sentence;
        let is_terms = |word: &String| TERMS.iter().any(|term| word.starts_with(term));
        // Only a sentence on terms can hold a reason for them.
        let Some(first) = sentence.lower.iter().position(is_terms) else { continue };
        let empty = (first..sentence.words.len()).find_map(|at| empty_at(sentence, at));
        let Some(words) = empty.filter(|words| !desk.is_quoted(sentence.span(words))) else { continue };
        let span = sentence.span(&words);
        found.add(
            span,
            format!("“{}” is no reason: why not?", short(desk.text, span)),
            "Say what the source has to fear, or what forbids him or her to speak",
        );
    }
}

/// The words of a reason that is none, if it begins at a word.
fn empty_at(sentence: &Sentence<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    if !CONNECTORS.contains(&sentence.lower(at)) {
        return None;
    }
    let after = |at: usize, phrases: &[&str]| {
        phrases.iter().filter_map(|phrase| Some(phrase_at(&sentence.lower, at, phrase)?.end)).max()
    };
    let end = after(at + 1, WHO).and_then(|who| after(who, EMPTY))?;
    let end = after(end, TAILS).unwrap_or(end);
    let is_last = matches!(sentence.lower(end), "" | "." | "," | ";" | ")" | "”" | "\"" | "’" | "—" | "–");
    let rest = &sentence.lower[end..];
    (is_last && phrase(rest, AFTER_ALL).is_none()).then_some(at..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_reason_that_is_none_is_found() {
        fires(&RULE, "An official spoke on condition of anonymity ⟦because she did not want to be identified⟧.");
        fires(
            &RULE,
            "A nurse, who asked that her name not be used ⟦because she wished to remain anonymous⟧, said the lift had failed.",
        );
    }

    #[test]
    fn a_reason_is_none_of_these() {
        is_silent(
            &RULE,
            &[
                "An official spoke on condition of anonymity because she did not want to be identified discussing a colleague.",
                "An official spoke on condition of anonymity because she did not want to be named, fearing reprisals.",
                "An official spoke on condition of anonymity because the talks are private.",
                "The officer left the room because he did not want to be named.",
                "An official asked not to be named. He did not want to be identified.",
                "An official spoke on condition of anonymity because she did not want to be named before the vote on Friday.",
            ],
        );
    }
}
