//! A source speaks under an invented name, and the article does not say why.
//!
//! ## What it does
//!
//! Finds “not her real name”, “we have changed his name”, “whom we shall call”, “asked us to call him” where no reason stands
//! beside it. A reason for several names is good for all of them.
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

use std::ops::Range;

use sayso_text::sentences::Sentence;

use crate::words::{is_time_since, phrase, short};
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

/// What says that a name is invented; `{her}` and the like stand for any of [`CHOICES`].
const INVENTED: &[&str] = &[
    "not {her} real {name}",
    "not {her} true {name}",
    "not {her} own {name}",
    "not the real {name}",
    "not {her} real first {name}",
    "{name} {has} been changed",
    "{name} {has} been altered",
    "{name} {was} changed",
    "{we} {has} changed {her} {name}",
    "{has} changed {her} {name}",
    "{we} changed {her} {name}",
    "{has} altered {her} {name}",
    "{has} given {her} another {name}",
    "{has} given {her} a different {name}",
    "asked {us} to call {her}",
    "asked to be called",
    "is a pseudonym",
    "( a pseudonym )",
    ", a pseudonym ,",
    "using a pseudonym",
    "{whom} {we} {will} call",
    "{whom} {we} {are} calling",
    "{whom} {we’ll} call",
    "{whom} {we’re} calling",
    "gave a false {name}",
    "under a false {name}",
    "under an assumed {name}",
    "under an invented {name}",
];
/// What stands for words in brackets.
const CHOICES: &[(&str, &[&str])] = &[
    ("{her}", &["his", "her", "their", "him", "them"]),
    ("{name}", &["name", "names", "surname", "surnames"]),
    ("{has}", &["has", "have", "had"]),
    ("{was}", &["was", "were", "is", "are"]),
    ("{us}", &["us", "me"]),
    ("{we}", &["we", "i"]),
    ("{whom}", &["whom", "who"]),
    ("{will}", &["will", "shall", "must", "may"]),
    ("{are}", &["are", "am"]),
    ("{we’ll}", &["we’ll", "we'll", "i’ll", "i'll"]),
    ("{we’re}", &["we’re", "we're", "i’m", "i'm"]),
];
/// Words of a sentence on more names than one: its reason is good for all.
const ALL: &[&str] = &["names", "all", "those", "some", "several", "sources", "women", "men", "people", "they", "both"];
/// Beginnings of words in a sentence that goes on about an invented name.
const ABOUT: &[&str] = &["name", "identit", "identif", "anonym", "pseudonym", "chang", "call"];
/// Beginnings of sentences about who bears it: “He fears …”.
const BEARER: &[&str] = &["he", "she", "they", "her", "his", "their", "we", "it"];
/// Beginnings of words that a reason has.
const REASONS: &[&str] = &[
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
/// What begins a reason, and much else.
const BEGINNINGS: &[&str] = &[
    "because",
    "as the",
    "as her",
    "as his",
    "as their",
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
    // What gives a reason once for several, gives it for all.
    let mut reasoned = false;
    let mut bare = Vec::new();
    for (at, line) in desk.sentences.iter().enumerate() {
        let sentence = &line.sentence;
        let Some(words) = invented(&sentence.lower) else { continue };
        let span = sentence.span(&words);
        if !desk.is_writers(span) || sentence.lower.iter().any(|word| OTHERS.contains(&word.as_str())) {
            continue;
        }
        let own = gives_a_reason(sentence);
        reasoned |= own && sentence.lower.iter().any(|word| ALL.contains(&word.as_str()));
        let tells = |at: usize, goes_on: bool| {
            let beside = desk.sentences.get(at).map(|line| &line.sentence);
            beside.is_some_and(|beside| says_why(beside, goes_on) && invented(&beside.lower).is_none())
        };
        if !own && !tells(at + 1, true) && !at.checked_sub(1).is_some_and(|at| tells(at, false)) {
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

/// The words that say that a name is invented.
fn invented(lower: &[String]) -> Option<Range<usize>> {
    let is_hint = |word: &String| word.contains("name") || word.contains("call") || word.contains("pseudonym");
    if !lower.iter().any(is_hint) {
        return None;
    }
    let fits = |word: &String, part: &str| match CHOICES.iter().find(|(choice, _)| *choice == part) {
        Some((_, choices)) => choices.contains(&word.as_str()),
        None => word == part,
    };
    (0..lower.len()).find_map(|at| {
        INVENTED.iter().find_map(|phrase| {
            let end = at + phrase.split(' ').count();
            let is_it = lower.get(at..end)?.iter().zip(phrase.split(' ')).all(|(word, part)| fits(word, part));
            is_it.then_some(at..end)
        })
    })
}

/// Whether a sentence beside an invented name says why it is one; what goes on about its bearer may, too.
fn says_why(sentence: &Sentence<'_>, may_go_on: bool) -> bool {
    let is_about = |word: &String| ABOUT.iter().any(|about| word.starts_with(about));
    let goes_on = (may_go_on && BEARER.contains(&sentence.lower(0))) || sentence.lower.iter().any(is_about);
    has_cause(sentence) || (goes_on && gives_a_reason(sentence))
}

/// The words without marks at their ends.
fn trimmed(sentence: &Sentence<'_>, mut words: Range<usize>) -> sayso_text::Span {
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
    let since = sentence.lower.iter().position(|word| word == "since").filter(|at| !is_time_since(sentence, at + 1));
    has_cause(sentence) || since.is_some() || phrase(&sentence.lower, BEGINNINGS).is_some()
}

/// Whether a sentence has a word for what somebody has to fear.
fn has_cause(sentence: &Sentence<'_>) -> bool {
    sentence.lower.iter().any(|word| REASONS.iter().any(|reason| word.starts_with(reason)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn an_invented_name_without_a_reason_is_found() {
        fires(&RULE, "“They took my papers,” said Marta (⟦not her real name⟧). She left in May.");
        fires(
            &RULE,
            "The cook, Ilsa (⟦we have changed her name⟧), slept in the kitchen. “There was no key,” she said.",
        );
        fires(&RULE, "The pilot ⟦whom we shall call⟧ Rudi has not flown since May. He sells maps.");
        // Another's reason is not hers.
        fires(
            &RULE,
            "Dora, ⟦not her real name⟧, left in May. The train was late.\n\nA clerk whom we are calling Jon because he \
             fears for his post said the gates were shut.",
        );
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
                "Dora, not her real name, left in May. We have changed it because her son is still there.",
                "The hill that we call the Nose was renamed. The town has changed its mind since.",
                "Some names have been changed because the families are still in the camp. Marta, not her real name, left in May.",
                "The novels appeared under the name Marta Vey, which is a pseudonym.",
                "“Voss is not his real name,” the mayor, Ida Roe, said.",
                "Marta Vey, known as Mim, said the guards took her papers.",
            ],
        );
    }
}
