//! A source speaks under an invented name, and the article does not say why.
//!
//! ## What it does
//!
//! Finds “not her real name”, “names have been changed”, “asked us to call him” where no reason stands beside it.
//!
//! ## Why it matters
//!
//! An invented name is the one untruth that an article prints knowingly. A reader may know for whose sake.
//!
//! ## Authority
//!
//! NPR, “Ethics Handbook”: no invented names; where only a part of a name is given, the reader is told why. AP, “Statement of News
//! Values”: no pseudonyms.
//!
//! ## Example
//!
//! ```text
//! Marta, not her real name, said that the guards took her papers.
//! ```
//!
//! ## Better
//!
//! ```text
//! Marta, not her real name, said that the guards took her papers. We have changed it because her brother is still in the camp.
//! ```
//!
//! ## When not to use
//!
//! In advice columns and fiction.

use sayso_text::sentences::Sentence;

use crate::words::{phrase, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SRC003",
    name: "pseudonym-without-reason",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("pseudonym.rs"),
    check,
};

/// What says that a name is invented.
const INVENTED: &[&str] = &[
    "not her real name",
    "not his real name",
    "not their real name",
    "not their real names",
    "name has been changed",
    "names have been changed",
    "name was changed",
    "names were changed",
    "asked us to call him",
    "asked us to call her",
    "asked me to call him",
    "asked me to call her",
    "asked to be called",
    "is a pseudonym",
    "( a pseudonym )",
    ", a pseudonym ,",
    "using a pseudonym",
    "whom we will call",
    "whom we are calling",
    "who we will call",
    "who we are calling",
    "gave a false name",
    "under a false name",
];
/// Beginnings of words that a reason has.
const REASONS: &[&str] = &[
    "because",
    "since",
    "fear",
    "safety",
    "privacy",
    "protect",
    "reprisal",
    "retaliat",
    "retribution",
    "avoid",
    "legal",
    "security",
    "risk",
    "danger",
    "authori",
    "allowed",
    "permitted",
    "illegal",
    "undocumented",
    "minor",
    "lest",
    "shame",
    "stigma",
    "persecut",
    "deport",
    "sensitiv",
    "confidential",
    "afraid",
    "worried",
    "threat",
    "consequence",
];
const BEGINNINGS: &[&str] = &[
    "so that",
    "so as",
    "as she",
    "as he",
    "as they",
    "in order",
    "out of",
    "due to",
    "for reasons",
    "for the sake",
    "so he",
    "so she",
    "so they",
    "to keep",
    "to spare",
    "to speak",
    "to discuss",
    "to talk",
    "to shield",
    "to hide",
];
/// What makes the name an author's, a player's, a company's.
const OTHERS: &[&str] = &[
    "novel", "novels", "author", "writer", "wrote", "writes", "book", "books", "blog", "online", "twitter", "forum",
    "album", "band", "singer", "stage", "company", "street", "town", "team", "ship", "club", "party", "school",
    "fraud", "scam", "scammer", "police", "arrested", "court",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    // What gives a reason once, gives it for all.
    let mut reasoned = false;
    let mut bare = Vec::new();
    for (at, line) in desk.sentences.iter().enumerate() {
        let sentence = &line.sentence;
        let Some(words) = phrase(&sentence.lower, INVENTED) else { continue };
        let span = sentence.span(&words);
        if !desk.is_writers(span) || sentence.lower.iter().any(|word| OTHERS.contains(&word.as_str())) {
            continue;
        }
        reasoned |= gives_a_reason(sentence);
        let around = at.saturating_sub(1)..(at + 2).min(desk.sentences.len());
        if !desk.sentences[around].iter().any(|line| gives_a_reason(&line.sentence)) {
            bare.push(trimmed(sentence, words));
        }
    }
    if reasoned {
        return;
    }
    for span in bare {
        found.add(
            span,
            format!("“{}”: why does the source not speak by name?", short(desk.text, span)),
            "Say why the name is invented, or leave the name out and describe the source",
        );
    }
}

/// The words without marks at their ends.
fn trimmed(sentence: &Sentence<'_>, mut words: std::ops::Range<usize>) -> sayso_text::Span {
    let is_mark = |at: usize| !sentence.lower(at).chars().any(char::is_alphanumeric);
    while words.len() > 1 && is_mark(words.start) {
        words.start += 1;
    }
    while words.len() > 1 && is_mark(words.end - 1) {
        words.end -= 1;
    }
    sentence.span(&words)
}

fn gives_a_reason(sentence: &Sentence<'_>) -> bool {
    sentence.lower.iter().any(|word| REASONS.iter().any(|reason| word.starts_with(reason)))
        || phrase(&sentence.lower, BEGINNINGS).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn an_invented_name_without_a_reason_is_found() {
        fires(&RULE, "“They took my papers,” said Marta (⟦not her real name⟧). She left in May.");
        fires(&RULE, "One picket, who ⟦asked us to call him⟧ Ted, said he had lost £1,800 in wages.");
    }

    #[test]
    fn a_reason_near_it_and_other_names_are_none() {
        is_silent(
            &RULE,
            &[
                "“They took my papers,” said Marta (not her real name, to protect her brother).",
                "Marta – not her real name – fears for her brother. “They took my papers,” she said.",
                "Names have been changed for legal reasons.",
                "Some names have been changed because the families are still in the camp. Marta, not her real name, left in May.",
                "The novels appeared under the name Marta Vey, which is a pseudonym.",
                "“Voss is not his real name,” the mayor, Ida Roe, said.",
                "Marta Vey, known as Mim, said the guards took her papers.",
            ],
        );
    }
}
