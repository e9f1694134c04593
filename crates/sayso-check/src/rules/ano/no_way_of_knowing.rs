//! An unnamed source is described by rank or region alone: nothing says how it can know.
//!
//! ## What it does
//!
//! Finds unnamed sources of whom the article tells no more than “senior”, “top”, “well-placed”, “Western” and the like: no
//! office, no agency, no side, and not how they come to know. (A noun without any such word, or one that is only called “unnamed”,
//! is `ANO001`.)
//!
//! ## Why it matters
//!
//! A high rank is no knowledge. What makes an unnamed source worth printing is that he read the letter, sat in the room or took
//! the decision.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: the source is in a position to have accurate information. New York Times, “Policy on
//! Confidential Sources”: tell what knowledge it speaks from. NPR, “Ethics Handbook”, on how a source knows. Reuters, “Handbook of
//! Journalism”, on position and motive.
//!
//! ## Example
//!
//! ```text
//! The two armies will meet in May, a senior official said.
//! ```
//!
//! ## Better
//!
//! ```text
//! The two armies will meet in May, a senior official who has read the invitation said.
//! ```
//!
//! ## When not to use
//!
//! Where any closer word would give the source away: then let the finding stand with that reason.

use sayso_text::Span;

use super::bare_source::BARE;
use super::unnamed::{KNOWING, Unnamed, around, is_pronoun, noun, unnamed};
use crate::words::{lower, phrase};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO003",
    name: "no-way-of-knowing",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("no_way_of_knowing.rs"),
    check,
};

/// Nouns that say by themselves nothing of what somebody can know.
const NOUNS: &[&str] = &[
    "source",
    "sources",
    "official",
    "officials",
    "insider",
    "insiders",
    "figure",
    "figures",
    "aide",
    "aides",
    "diplomat",
    "diplomats",
    "executive",
    "executives",
    "person",
    "people",
    "adviser",
    "advisers",
];
/// Words that tell of a rank, a region or of nothing.
const VAGUE: &[&str] = &[
    "senior",
    "top",
    "high",
    "ranking",
    "level",
    "well",
    "placed",
    "connected",
    "informed",
    "very",
    "trusted",
    "reliable",
    "credible",
    "knowledgeable",
    "key",
    "influential",
    "leading",
    "prominent",
    "western",
    "eastern",
    "foreign",
    "regional",
    "european",
    "asian",
    "african",
    "arab",
    "gulf",
    "local",
    "unnamed",
    "anonymous",
    "unidentified",
    "veteran",
    "longtime",
    "former",
    "diplomatic",
    "political",
    "industry",
    "-",
];
/// Those of them that tell of nothing. A noun with no other word is found by `ANO001`, where that knows it.
const NAMELESS: &[&str] = &["unnamed", "anonymous", "unidentified"];
/// What may stand before them.
const BEFORE: &[&str] =
    &["a", "an", "the", "one", "two", "three", "four", "several", "some", "another", "other", "multiple", "many"];
/// What says, near the source, how it can know.
const WAYS: &[&str] = &[
    "who attended",
    "who was",
    "who were",
    "who had",
    "who has",
    "who have",
    "who saw",
    "who read",
    "who took",
    "who worked",
    "who works",
    "who reviewed",
    "present at",
    "took part",
    "in the room",
    "at the meeting",
    "had seen",
    "has seen",
    "have seen",
    "had read",
    "has read",
    "seen by",
    "saw the",
    "work with",
    "worked with",
    "works with",
    "responsible for",
    "direct knowledge",
    "first - hand",
    "part of the",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let unnamed = unnamed(desk);
    if unnamed.is_empty() {
        return;
    }
    let ways: Vec<bool> = desk.sentences.iter().map(|line| tells_a_way(&line.sentence.lower)).collect();
    for source in unnamed.iter().filter(|unnamed| !unnamed.is_member) {
        let tells_how = |mention: &Span| ways[around(desk, mention.start, 0, 1)].contains(&true);
        if source.source.mentions.iter().any(tells_how) {
            continue;
        }
        if is_vague(desk, source) {
            found.add(
                source.words,
                format!("“{}” tells a rank or a region, not how the source can know", source.called(desk)),
                "Say the office or the side, and how the source knows: read it, was there, decides it",
            );
        }
    }
}

/// Whether a rank or a region is all that the article tells of a source.
fn is_vague(desk: &Desk<'_>, unnamed: &Unnamed<'_>) -> bool {
    let source = unnamed.source;
    // “Who asked not to be named” says nothing of what somebody knows.
    if source.justification.is_some_and(|why| !source.terms.is_some_and(|terms| why.contains(terms.span))) {
        return false;
    }
    let mut is_ranked = false;
    for mention in &source.mentions {
        let words = noun(desk.text, *mention);
        if is_pronoun(&words) {
            continue;
        }
        let Some((head, before)) = words.split_last() else { return false };
        let is_vague = |word: &String| VAGUE.contains(&word.as_str()) || BEFORE.contains(&word.as_str());
        if !NOUNS.contains(&head.as_str()) || !before.iter().all(is_vague) || says_more(desk, *mention, words.len()) {
            return false;
        }
        let is_bare = BARE.contains(&head.as_str());
        let is_rank = |word: &&String| VAGUE.contains(&word.as_str()) && *word != "-";
        is_ranked |= before.iter().filter(is_rank).any(|word| !is_bare || !NAMELESS.contains(&word.as_str()));
    }
    is_ranked
}

/// Whether words behind the noun tell more of the source: “a senior official *at the ministry*”.
fn says_more(desk: &Desk<'_>, mention: Span, noun: usize) -> bool {
    const MORE: &[&str] = &[
        "of", "at", "in", "from", "with", "for", "familiar", "close", "briefed", "involved", "inside", "within",
        "near", "to",
    ];
    let words = lower(desk.text, mention);
    let next = words.get(noun).cloned().unwrap_or_else(|| {
        let behind = desk.text[mention.end..].trim_start_matches([',', ' ']);
        behind.chars().take_while(|c| c.is_alphabetic()).collect()
    });
    MORE.contains(&next.as_str())
}

/// Whether a sentence says how somebody can know.
fn tells_a_way(words: &[String]) -> bool {
    phrase(words, KNOWING).is_some() || phrase(words, WAYS).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_rank_alone_is_found() {
        fires(&RULE, "The talks have failed, ⟦a well-placed source⟧ said on Friday. The source expected no others.");
        fires(&RULE, "The talks have failed, ⟦an unnamed senior official⟧ said on Friday.");
        fires(&RULE, "The talks have failed, ⟦an unnamed diplomat⟧ said on Friday.");
        fires(&RULE, "⟦Two senior officials⟧ said on Monday that the envoys had met twice.");
    }

    #[test]
    fn an_office_a_side_or_a_seat_is_enough() {
        is_silent(
            &RULE,
            &[
                "A senior official at the ports ministry said the harbour would be sold.",
                "A senior official familiar with the sale said the harbour would be sold.",
                "A senior official, who was in the room, said the harbour would be sold.",
                "A senior official said the harbour would be sold. The official had read the contract.",
                "A senior ports ministry official said the harbour would be sold.",
                "A veteran angler said the harbour would be sold.",
                "A senior adviser to the board said the harbour would be sold.",
                "Officials said the harbour would be sold.",
                // ANO001 finds it.
                "The harbour will be sold, an unnamed official said on Friday.",
                "The harbour will be sold, anonymous sources said on Friday.",
            ],
        );
    }
}
