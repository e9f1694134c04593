//! Where an article says why a name is kept back.

use sayso_reading::Terms;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::unnamed::{Unnamed, around, is_plural, noun};
use crate::Desk;
use crate::desk::Line;
use crate::words::{is_time_since, phrase};

/// Beginnings of words in a sentence on whose name is kept back.
const HINTS: &[&str] = &[
    "anonym",
    "attribution",
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
    "to be able",
    "to be candid",
    "to be frank",
    "to be free",
    "in order to",
    "identified discussing",
    "identified describing",
    "named discussing",
    "quoted discussing",
    "given the",
    "given that",
    "given his",
    "given her",
    "given their",
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
    "anonymity , saying",
    "anonymous , saying",
    "named , saying",
    "identified , saying",
    "name , saying",
    "name used , saying",
    "names , saying",
    "if identified",
];
/// Words of a sentence that is about everybody who speaks without a name, or about so many that each may be among them.
const EVERYBODY: &[&str] = &["all", "everyone", "everybody", "those", "most", "many", "others", "each", "interviewed"];
/// What brings somebody in of whom nothing was said before.
const NEW: &[&str] = &["a", "an", "one", "two", "three", "four", "five", "another", "some", "several"];
/// What brings in that many of them and no more: “two sources”.
const COUNTS: &[&str] = &["one", "two", "three", "four", "five", "several", "some", "both"];

/// The sentences of an article that say why a name is kept back.
pub(super) struct Reasons {
    /// Which of the desk's sentences are.
    lines: Vec<bool>,
    /// Whether one of them is about everybody.
    for_all: bool,
    /// Nouns for several of whom one of them tells: “the people asked not to be named because …”.
    groups: Vec<String>,
}

impl Reasons {
    /// Finds them.
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let lines: Vec<bool> = desk.sentences.iter().map(|line| is_reason(desk, line)).collect();
        let reasons = || desk.sentences.iter().zip(&lines).filter(|(_, is_reason)| **is_reason).map(|(line, _)| line);
        let for_all = reasons().any(|line| is_about_everybody(&line.sentence));
        let groups = reasons().flat_map(|line| groups(&line.sentence)).collect();
        Self { lines, for_all, groups }
    }

    /// Whether the article says why somebody is not named.
    pub(super) fn covers(&self, desk: &Desk<'_>, unnamed: &Unnamed<'_>) -> bool {
        let own = unnamed.source.terms.iter().chain(unnamed.said.iter().filter_map(|a| a.terms.as_ref()));
        let is_own = own.into_iter().any(|stated| stated.reason.is_some() || stated.terms == Terms::NotAuthorised);
        let is_one_of = |mention: &Span| noun(desk.text, *mention).last().is_some_and(|head| self.tells_of(head));
        is_own
            || (unnamed.source.terms.is_none() && (self.for_all || unnamed.source.mentions.iter().any(is_one_of)))
            || unnamed.source.mentions.iter().any(|mention| self.is_near(desk, unnamed, mention.start))
    }

    /// Whether a reason is told of several of a noun.
    fn tells_of(&self, head: &str) -> bool {
        let head = if head == "person" { "people" } else { head };
        self.groups.iter().any(|group| group == head || group.strip_suffix('s') == Some(head))
    }

    fn is_near(&self, desk: &Desk<'_>, unnamed: &Unnamed<'_>, byte: usize) -> bool {
        // “Both asked not to be named because …”, once each of the two has spoken.
        let sums_up = |at: usize| {
            let sentence = &desk.sentences[at].sentence;
            matches!(sentence.lower(0), "both" | "all" | "neither" | "none" | "they")
                || (sentence.lower(0) == "the" && matches!(sentence.lower(1), "two" | "three" | "four"))
        };
        around(desk, byte, 1, 2).any(|at| self.lines[at] && !is_of_another(desk, unnamed, &desk.sentences[at]))
            || (unnamed.is_several(desk) && around(desk, byte, 0, 5).any(|at| self.lines[at] && sums_up(at)))
    }
}

/// Whether the reason in a sentence is that of somebody else, who is brought in there: “An aide, who asked not to be named
/// because …”.
fn is_of_another(desk: &Desk<'_>, unnamed: &Unnamed<'_>, line: &Line<'_>) -> bool {
    let whole = line.sentence.whole;
    if unnamed.source.mentions.iter().any(|mention| whole.overlaps(*mention)) {
        return false;
    }
    let is_new = |span: &Span| {
        let words = noun(desk.text, *span);
        words.len() > 1 && NEW.contains(&words[0].as_str()) && whole.contains(*span)
    };
    desk.touching(whole).any(|a| a.source.iter().any(is_new) && a.terms.is_some())
}

/// Whether a sentence tells of everybody who speaks without a name.
fn is_about_everybody(sentence: &Sentence<'_>) -> bool {
    let is_counted = |at: usize| at > 0 && COUNTS.contains(&sentence.lower(at - 1));
    // “The Courier is not naming its sources”, but not “police sources, two sergeants, …”.
    let are_all = |at: usize| {
        let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
        sentence.lower(at) == "sources"
            && matches!(before, "" | "the" | "its" | "our" | "their" | "these" | "other" | "of")
    };
    (0..sentence.words.len()).any(|at| are_all(at) || (EVERYBODY.contains(&sentence.lower(at)) && !is_counted(at)))
}

/// The nouns for several whom a sentence takes as told of: “the officials”.
fn groups<'s>(sentence: &'s Sentence<'_>) -> impl Iterator<Item = String> + 's {
    let is_told_of =
        |at: usize| matches!(sentence.lower(at), "the" | "these" | "those" | "its" | "their" | "her" | "his");
    let ends = (1..sentence.words.len()).filter(move |at| is_told_of(at - 1) && is_plural(sentence.lower(*at)));
    ends.map(|at| sentence.lower(at).to_owned())
}

/// Whether a sentence says why a name is kept back, in words that nobody is quoted for.
fn is_reason(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    let sentence = &line.sentence;
    let begins = |word: &String, with: &[&str]| with.iter().any(|with| word.starts_with(with));
    if !sentence.lower.iter().any(|word| begins(word, HINTS)) {
        return false;
    }
    let is_own = |at: &usize| !desk.quotes.inside(sentence.words[*at].start);
    let own: Vec<usize> = (0..sentence.words.len()).filter(is_own).collect();
    let words: Vec<String> = own.iter().map(|at| sentence.lower(*at).to_owned()).collect();
    let since = own.iter().any(|at| sentence.lower(*at) == "since" && !is_time_since(sentence, at + 1));
    words.iter().any(|word| begins(word, HINTS))
        && (since || words.iter().any(|word| begins(word, REASONS)) || phrase(words.as_slice(), BEGINNINGS).is_some())
}
