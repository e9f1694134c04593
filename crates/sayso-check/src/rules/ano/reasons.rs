//! Where an article says why a name is kept back.

use sayso_reading::Terms;

use super::unnamed::{Unnamed, around};
use crate::Desk;
use crate::desk::Line;
use crate::words::phrase;

/// Beginnings of words in a sentence on whose name is kept back.
const HINTS: &[&str] = &[
    "anonym",
    "named",
    "name",
    "identif",
    "identit",
    "naming",
    "withh",
    "background",
    "authori",
    "permitted",
    "allowed",
    "unnamed",
];
/// Beginnings of words that a reason has.
const REASONS: &[&str] = &[
    "because",
    "since",
    "fear",
    "reprisal",
    "retaliat",
    "retribution",
    "safety",
    "sensitiv",
    "confidential",
    "authori",
    "permitted",
    "allowed",
    "policy",
    "citing",
    "private",
    "barred",
    "forbid",
    "prohibit",
    "protect",
    "avoid",
    "security",
    "legal",
    "lest",
    "given",
];
/// Phrases that a reason begins with.
const BEGINNINGS: &[&str] = &[
    "to discuss",
    "to speak",
    "to describe",
    "to talk",
    "to share",
    "to reveal",
    "to disclose",
    "to give",
    "to be",
    "in order to",
    "so that",
    "so as",
    "so he",
    "so she",
    "so they",
    "as he",
    "as she",
    "as they",
    "out of",
    "due to",
    "ahead of",
    "for personal",
    "for fear",
    "if he",
    "if she",
    "if they",
    "if named",
    "if identified",
];
/// Words of a sentence that is about more than one of the sources.
const SEVERAL: &[&str] = &[
    "sources",
    "officials",
    "people",
    "all",
    "both",
    "they",
    "those",
    "others",
    "interviewed",
    "many",
    "most",
    "several",
    "who",
    "each",
];

/// The sentences of an article that say why a name is kept back.
pub(super) struct Reasons {
    /// Which of the desk's sentences are.
    lines: Vec<bool>,
    /// Whether one of them is about several sources.
    for_all: bool,
}

impl Reasons {
    /// Finds them.
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let is_about = |line: &Line<'_>| line.sentence.lower.iter().any(|word| SEVERAL.contains(&word.as_str()));
        let lines: Vec<bool> = desk.sentences.iter().map(is_reason).collect();
        let for_all = desk.sentences.iter().zip(&lines).any(|(line, is_reason)| *is_reason && is_about(line));
        Self { lines, for_all }
    }

    /// Whether the article says why somebody is not named.
    pub(super) fn covers(&self, desk: &Desk<'_>, unnamed: &Unnamed<'_>) -> bool {
        let own = unnamed.source.terms.iter().chain(unnamed.said.iter().filter_map(|a| a.terms.as_ref()));
        let is_own = own.into_iter().any(|stated| stated.reason.is_some() || stated.terms == Terms::NotAuthorised);
        is_own
            || (self.for_all && unnamed.source.terms.is_none())
            || unnamed.source.mentions.iter().any(|mention| self.is_near(desk, mention.start))
    }

    fn is_near(&self, desk: &Desk<'_>, byte: usize) -> bool {
        self.lines[around(desk, byte, 1, 2)].contains(&true)
    }
}

/// Whether a sentence says why a name is kept back.
fn is_reason(line: &Line<'_>) -> bool {
    let words = &line.sentence.lower;
    let begins = |word: &String, with: &[&str]| with.iter().any(|with| word.starts_with(with));
    words.iter().any(|word| begins(word, HINTS))
        && (words.iter().any(|word| begins(word, REASONS)) || phrase(words, BEGINNINGS).is_some())
}
