//! The reason that is given for anonymity says only that the source wanted it.
//!
//! ## What it does
//!
//! Finds reasons that are none: “because he did not want to be identified”, “since she preferred not to give her name”, “citing a
//! wish to remain anonymous”, “because he was not to be identified”; and terms that leave the reason open, where none stands beside
//! them: “a guard, who could not be named,”, “whose identity is being withheld”, “asked not to be named without saying why”.
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

use std::ops::Range;

use sayso_reading::Act;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::desk::Line;
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
const CONNECTORS: &[&str] = &["because", "since", "as", "saying", "that"];
/// Beginnings of words of terms, which stand before a reason for them.
const TERMS: &[&str] = &["anonym", "named", "name", "identif", "identit", "quoted", "background", "record"];
/// Who has the reason, besides “the” with a noun.
const WHO: &[&str] = &["he", "she", "they", "both", "neither", "all", "each", "i", "the person", "the people"];
/// What is no reason by itself.
const EMPTY: &[&str] = &[
    "was not named",
    "were not named",
    "is not named",
    "was not identified",
    "were not identified",
    "requested anonymity",
    "asked for anonymity",
    "asked to be anonymous",
    "asked for his name not to be used",
    "asked for her name not to be used",
    "sought anonymity",
    "demanded anonymity",
    "wanted anonymity",
    "wished for anonymity",
    "preferred anonymity",
    "insisted on anonymity",
    "was not to be named",
    "was not to be identified",
    "was not to be quoted",
    "were not to be named",
    "were not to be identified",
    "is not to be named",
    "is not to be identified",
    "could not be named",
    "could not be identified",
    "cannot be named",
    "cannot be identified",
    "can not be named",
    "must not be named",
    "must not be identified",
    "may not be named",
    "should not be named",
    "was speaking anonymously",
    "were speaking anonymously",
    "spoke anonymously",
    "was speaking off the record",
    "were speaking off the record",
    "was talking off the record",
    "was speaking on background",
    "spoke off the record",
    "was an anonymous source",
    "is an anonymous source",
    "was promised anonymity",
    "were promised anonymity",
    "was granted anonymity",
    "were granted anonymity",
    "was given anonymity",
    "wanted it that way",
    "wanted it so",
    "wished it so",
    "asked for it",
    "wanted to",
    "wished to",
    "had asked to be",
    "had asked not to be",
    "preferred to",
];
/// Terms that say that a name is kept back as if that were the reason, and those that say there is none.
const BARE_TERMS: &[&str] = &[
    "who could not be {named}",
    "who cannot be {named}",
    "who can not be {named}",
    "who can’t be {named}",
    "who can't be {named}",
    "who must not be {named}",
    "who may not be {named}",
    "who must remain {anonymous}",
    "who has to remain {anonymous}",
    "who had to remain {anonymous}",
    "whose {name} is being withheld",
    "whose {name} was being withheld",
    "whose {name} is withheld",
    "whose {name} has been withheld",
    "whose {name} was withheld",
    "whose {name} cannot be {used}",
    "whose {name} could not be {used}",
    "whose {name} is not being {used}",
    "{his} {name} is being withheld",
    "without saying why",
    "without giving a reason",
    "without giving reasons",
    "without explaining why",
    "and would not say why",
    "and did not say why",
    "and gave no reason",
    "but did not say why",
    "but gave no reason",
    "giving no reason",
    "for reasons he would not give",
    "for reasons she would not give",
    "for reasons he did not give",
    "for reasons she did not give",
    "for unspecified reasons",
    "for unstated reasons",
    "for reasons of anonymity",
    "for the sake of anonymity",
    "for anonymity’s sake",
    "on grounds of anonymity",
    "to protect {his} anonymity",
    "to preserve {his} anonymity",
    "to keep {his} anonymity",
    "to guard {his} anonymity",
    "to ensure anonymity",
    "to remain {anonymous} himself",
    "to avoid being {named}",
    "to keep {his} {name} out of the paper",
    "to keep {his} {name} out of print",
    "to keep {his} {name} out of it",
];
/// Ways to wish for something.
const WISHES: &[&str] = &[
    "did not want",
    "didn’t want",
    "didn't want",
    "does not want",
    "doesn’t want",
    "doesn't want",
    "do not want",
    "don’t want",
    "don't want",
    "did not wish",
    "didn’t wish",
    "didn't wish",
    "does not wish",
    "do not wish",
    "did not care",
    "did not like",
    "wanted",
    "wants",
    "want",
    "wished",
    "wishes",
    "wish",
    "preferred",
    "prefers",
    "prefer",
    "would prefer",
    "would rather",
    "would sooner",
    "asked",
    "requested",
    "declined",
    "refused",
    "chose",
    "choose",
    "chooses",
    "hoped",
    "opted",
    "decided",
    "intended",
];
/// What they wish that goes without a name, whether or not the wish is a denied one. Words in brackets are a choice.
const NAMELESS: &[&str] = &[
    "to remain {anonymous}",
    "to stay {anonymous}",
    "to be {anonymous}",
    "to speak {anonymous}",
    "to talk {anonymous}",
    "remain {anonymous}",
    "stay {anonymous}",
    "to be {named}",
    "not to be {named}",
    "not be {named}",
    "to see {his} {name} {used}",
    "to have {his} {name} {used}",
    "not to have {his} {name} {used}",
    "to give {his} {name}",
    "not to give {his} {name}",
    "not give {his} {name}",
    "to reveal {his} {name}",
    "not to reveal {his} {name}",
    "to disclose {his} {name}",
    "not to disclose {his} {name}",
    "{his} {name} {used}",
    "{his} {name} to be {used}",
    "{his} {name} not to be {used}",
    "that {his} {name} not be {used}",
    "{his} {name} in print",
    "{his} {name} in the paper",
    "{his} {name} published",
];
/// What the words in brackets stand for.
const CHOICES: &[(&str, &[&str])] = &[
    ("{anonymous}", &["anonymous", "anonymously", "unnamed", "unidentified", "nameless"]),
    ("{named}", &["named", "identified", "quoted", "cited"]),
    ("{his}", &["his", "her", "their", "the"]),
    ("{name}", &["name", "names", "identity", "identities"]),
    ("{used}", &["used", "published", "printed", "given", "known", "disclosed", "revealed"]),
];
/// Words that say the wish in another frame than “because he …”: each begins the reason itself.
const FRAMES: &[&str] = &[
    "citing a {wish} {not}",
    "citing his {wish} {not}",
    "citing her {wish} {not}",
    "citing their {wish} {not}",
    "out of a {wish} {not}",
    "because of a {wish} {not}",
    "because of his {wish} {not}",
    "because of her {wish} {not}",
    "because of their {wish} {not}",
    "in order {not}",
    "so as {not}",
];
/// What may stand behind and adds nothing.
const TAILS: &[&str] = &[
    "by name",
    "by his name",
    "by her name",
    "by their names",
    "publicly",
    "in the press",
    "in the media",
    "in the paper",
    "in this paper",
    "in this newspaper",
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
    "afraid",
    "legal",
    "law",
    "court",
    "safety",
    "security",
    "rules",
    "minor",
    "child",
    "authorised",
    "authorized",
];
/// What says why beside bare terms, in their sentence or the next.
const WHYS: &[&str] = &[
    "because",
    "fear",
    "fears",
    "feared",
    "fearing",
    "afraid",
    "legal",
    "law",
    "laws",
    "court",
    "safety",
    "security",
    "protect",
    "rule",
    "rules",
    "policy",
    "authorised",
    "authorized",
    "allowed",
    "permitted",
    "reprisals",
    "reprisal",
    "retaliation",
    "lose",
    "losing",
    "minor",
    "underage",
    "juvenile",
    "child",
    "children",
    "boy",
    "girl",
    "teenager",
    "victim",
    "suspect",
    "pupil",
    "defendant",
    "sentence",
    "judge",
    "family",
    "families",
    "kin",
    "relatives",
    "lest",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for line in desk.body() {
        let sentence = &line.sentence;
        let is_terms = |word: &String| TERMS.iter().any(|term| word.starts_with(term));
        // Only a sentence on terms can hold a reason for them.
        let Some(first) = sentence.lower.iter().position(is_terms) else { continue };
        let empty = (first..sentence.words.len()).find_map(|at| empty_at(sentence, at));
        let empty = empty.or_else(|| bare_terms(desk, line));
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
fn empty_at(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let words = &sentence.lower;
    let end = if CONNECTORS.contains(&sentence.lower(at)) { wish_of_somebody(words, at + 1) } else { None };
    let end = end.or_else(|| framed(words, at))?;
    let end = longest(words, end, TAILS).unwrap_or(end);
    // “A clerk who asked for anonymity because he did not want to be named said”.
    let is_last = matches!(
        sentence.lower(end),
        "" | "." | "," | ";" | ")" | "”" | "\"" | "’" | "—" | "–" | "said" | "says" | "told" | "added"
    );
    // What the source says is no reason for it.
    let is_said = |word: &&String| matches!(word.as_str(), "said" | "says" | "told" | "added" | "“" | "\"");
    let rest: Vec<String> = words[end..].iter().take_while(|word| !is_said(word)).cloned().collect();
    (is_last && phrase(&rest, AFTER_ALL).is_none()).then_some(at..end)
}

/// “A guard, who could not be named, said”; “asked not to be named without saying why”: terms that leave the reason open, and none
/// beside them.
fn bare_terms(desk: &Desk<'_>, line: &Line<'_>) -> Option<Range<usize>> {
    let sentence = &line.sentence;
    let words = (0..sentence.words.len()).find_map(|at| {
        let end = BARE_TERMS.iter().filter_map(|phrase| matched(&sentence.lower, at, phrase)).max()?;
        Some(at..longest(&sentence.lower, end, TAILS).unwrap_or(end))
    })?;
    // Who is on trial, missing or dead is not named for other reasons; a source speaks.
    let is_last = !sentence.lower(words.end).starts_with(char::is_alphabetic)
        || matches!(sentence.lower(words.end), "said" | "says" | "told" | "and" | "added" | "confirmed");
    let speaks = desk.touching(sentence.whole).any(|a| {
        a.within.is_none()
            && a.act == Act::Says
            && a.source.iter().any(|source| is_beside(desk, *source, sentence.words[words.start].start))
    });
    let is_why = |word: &String| WHYS.contains(&word.as_str());
    let tells_why = |line: &Line<'_>| line.sentence.lower.iter().any(is_why);
    let own = sentence.lower[..words.start].iter().chain(&sentence.lower[words.end..]).any(is_why);
    let next = desk.around(sentence.whole.start, 0, 1).get(1).is_some_and(|next| {
        next.sentence.lower.iter().any(|word| TERMS.iter().any(|term| word.starts_with(term))) && tells_why(next)
    });
    (is_last && speaks && !own && !next).then_some(words)
}

/// Whether a source's words stand in the same sentence before a place, with no full clause between, or hold it.
fn is_beside(desk: &Desk<'_>, source: Span, byte: usize) -> bool {
    let start = desk.sentence_at(byte).map_or(byte, |line| line.sentence.whole.start);
    source.start >= start && source.start <= byte
}

/// Where a phrase ends that stands at a word; words in brackets are a choice.
fn matched(words: &[String], at: usize, phrase: &str) -> Option<usize> {
    let fits = |word: &String, part: &str| match CHOICES.iter().find(|(choice, _)| *choice == part) {
        Some((_, choices)) => choices.contains(&word.as_str()),
        None => word == part,
    };
    let end = at + phrase.split(' ').count();
    words.get(at..end)?.iter().zip(phrase.split(' ')).all(|(word, part)| fits(word, part)).then_some(end)
}

/// “He did not want to be named”: where it ends.
fn wish_of_somebody(words: &[String], at: usize) -> Option<usize> {
    let is_the = words.get(at).is_some_and(|word| word == "the");
    // “The official”, “the young man”.
    let who = longest(words, at, WHO).into_iter().chain(is_the.then_some(at + 2)).chain(is_the.then_some(at + 3));
    who.into_iter().find_map(|who| {
        let wish = longest(words, who, WISHES).and_then(|wish| nameless(words, wish));
        wish.or_else(|| longest(words, who, EMPTY))
    })
}

/// “Citing a wish not to be named”: where it ends.
fn framed(words: &[String], at: usize) -> Option<usize> {
    const WISH: &[&str] = &["wish", "desire", "preference", "request"];
    FRAMES.iter().find_map(|frame| {
        let mut end = at;
        for part in frame.split(' ') {
            match part {
                "{wish}" if WISH.contains(&words.get(end)?.as_str()) => end += 1,
                "{not}" => {
                    let for_it = ["for anonymity", "for privacy and anonymity"];
                    end = nameless(words, end).or_else(|| longest(words, end, &for_it))?;
                }
                part if *words.get(end)? == part => end += 1,
                _ => return None,
            }
        }
        Some(end)
    })
}

/// Where words end that go without a name.
fn nameless(words: &[String], at: usize) -> Option<usize> {
    NAMELESS.iter().filter_map(|phrase| matched(words, at, phrase)).max()
}

/// Where the longest of some phrases ends that stand at a word.
fn longest(words: &[String], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| Some(phrase_at(words, at, phrase)?.end)).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn terms_that_leave_the_reason_open_are_found() {
        fires(&RULE, "A porter, ⟦who could not be named⟧, said the lift had failed twice.");
        fires(&RULE, "A porter, who asked not to be named ⟦without saying why⟧, said the lift had failed twice.");
        fires(
            &RULE,
            "A porter, who asked for anonymity ⟦because he was not to be identified⟧, said the lift had failed twice.",
        );
        is_silent(
            &RULE,
            &[
                "A boy of 12, who could not be named for legal reasons, said the lift had failed twice.",
                "A porter, who could not be named because staff may not speak to reporters, said the lift had failed twice.",
            ],
        );
    }

    #[test]
    fn a_reason_that_is_none_is_found() {
        fires(&RULE, "An official spoke on condition of anonymity ⟦because she did not want to be identified⟧.");
        fires(
            &RULE,
            "A nurse, who asked that her name not be used ⟦because she wished to remain anonymous⟧, said the lift had failed.",
        );
        fires(
            &RULE,
            "A warden, speaking anonymously ⟦since he would rather not give his name⟧, said the sluice had jammed twice.",
        );
        fires(
            &RULE,
            "The porter was granted anonymity ⟦because the porter wished to remain unnamed⟧. He had worked there for nine years.",
        );
        fires(
            &RULE,
            "A clerk, who asked for anonymity ⟦because he preferred not to be quoted by name⟧, said rents had doubled since May.",
        );
        fires(&RULE, "Two clerks asked for anonymity, ⟦citing a wish not to be identified⟧.");
        fires(&RULE, "A curate spoke on background ⟦because she did not want her name in print⟧.");
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
                "A clerk asked for anonymity because the clerk wished to remain in her post.",
                "A clerk asked for anonymity because he would rather not be named as the one who rang the bell.",
                "A clerk asked for anonymity, citing a wish to keep her job.",
                "The board named a chairman so as not to be without one.",
                "An official spoke on condition of anonymity because she did not want to be named before the vote on Friday.",
            ],
        );
    }
}
