//! “Sources” are told of, though there is only one.
//!
//! ## What it does
//!
//! Finds “sources”, “officials”, “insiders” who turn into “the source” or “he” when they speak again, and headlines with “sources”
//! over an article with a single unnamed source.
//!
//! ## Why it matters
//!
//! Two sources are evidence that one is not. A plural that hides that there is one misleads the reader about the strength of a
//! story.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”: never write “sources” where there is one.
//!
//! ## Example
//!
//! ```text
//! The harbour will be sold in March, sources at the port said. The source added that no price had been agreed.
//! ```
//!
//! ## Better
//!
//! ```text
//! The harbour will be sold in March, a source at the port said. The source added that no price had been agreed.
//! ```
//!
//! ## When not to use
//!
//! Never known to be right. Let a finding stand where an edit is to follow.

use sayso_article::Part;
use sayso_reading::{Act, Attribution, SourceType};
use sayso_text::Span;

use super::unnamed::{Unnamed, is_plural, noun, unnamed};
use crate::desk::link;
use crate::words::{lower, phrase, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO010",
    name: "sources-though-one",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("sources_though_one.rs"),
    check,
};

/// Several and one.
const NOUNS: &[(&str, &str)] = &[
    ("sources", "source"),
    ("officials", "official"),
    ("insiders", "insider"),
    ("aides", "aide"),
    ("diplomats", "diplomat"),
    ("advisers", "adviser"),
    ("executives", "executive"),
];
/// What brings somebody new in, so that “the source” may be he.
const NEW: &[&str] = &[
    "a", "an", "one", "another", "second", "third", "other", "first", "senior", "top", "former", "each", "this", "that",
];
/// One of several who were told of.
const ONE_OF: &[&str] = &[
    "one of the",
    "one of them",
    "one of those",
    "one of its",
    "one of his",
    "one of her",
    "another of",
    "one said",
    "one added",
    "another said",
    "a third",
    "a second",
    "one told",
];
const HELP: &str = "Write “a source” if there is one; if there are several, say which of them spoke";

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let speakers: Vec<&Attribution> =
        desk.attributions().filter(|a| a.within.is_none() && a.act == Act::Says && !a.source.is_empty()).collect();
    for (several, one) in NOUNS {
        if let Some((plural, single)) = turns_into_one(desk, &speakers, several, one) {
            let (many, one) = (short(desk.text, plural), short(desk.text, single));
            found
                .add(plural, format!("“{many}” become “{one}” later: how many are there?"), HELP)
                .related(single, "here it is one");
        }
    }
    headline(desk, found);
}

/// Where a noun for several speaks, and where the same speaks again as one.
fn turns_into_one(desk: &Desk<'_>, speakers: &[&Attribution], several: &str, one: &str) -> Option<(Span, Span)> {
    let is_body = |a: &&&Attribution| desk.part_at(link(a).start) == Part::Body;
    let mut plurals = speakers.iter().enumerate().filter(|(_, a)| is_body(a)).filter(|(_, a)| {
        let words = noun(desk.text, a.source[0]);
        words.last().is_some_and(|head| head == several) && !words.iter().any(|word| is_count(word))
    });
    let (at, plural) = plurals.next()?;
    let span = plural.source[0];
    let single = speakers[at + 1..].iter().enumerate().find_map(|(i, a)| {
        let words = lower(desk.text, a.source[0]);
        let is_the_one = words.len() == 2 && words[0] == "the" && words[1] == one;
        // A pronoun is theirs only where nobody else has spoken since.
        let is_he = i == 0
            && matches!(words.as_slice(), [word] if word == "he" || word == "she")
            && a.source_id == plural.source_id
            && !desk.text[span.end..a.source[0].start].contains("\n\n");
        (is_the_one || is_he).then_some((a.source[0], is_he))
    })?;
    let (single, is_he) = single;
    let clear = !brings_in_one(desk, one, single.start) && (!is_he || is_alone(desk, span, single));
    clear.then_some((span, single))
}

/// Whether nobody by name stands between two places, nor a word for one person who may be “he”.
fn is_alone(desk: &Desk<'_>, from: Span, to: Span) -> bool {
    let line = desk.sentence_at(from.start).map_or(from.start, |line| line.sentence.whole.start);
    let words = sayso_text::sentences::Sentence::of(desk.text, Span::new(line, to.start));
    let is_name = |at: usize| {
        let is_first = at == 0 || matches!(words.lower(at - 1), "." | "“" | "\"");
        words.is_capital(at) && !is_first
    };
    let has_title =
        ["man", "woman", "minister", "president", "mayor", "chairman", "coach", "suspect", "driver", "boy", "girl"];
    (0..words.words.len()).all(|at| !is_name(at) && !has_title.contains(&words.lower(at)))
}

fn is_count(word: &str) -> bool {
    matches!(word, "two" | "three" | "four" | "five" | "several" | "both" | "multiple" | "many")
}

/// Whether a sentence before a byte brings in one of them: “a source”, “one of the officials”.
fn brings_in_one(desk: &Desk<'_>, one: &str, byte: usize) -> bool {
    let before = desk.sentences.iter().take_while(|line| line.sentence.whole.start <= byte);
    before.into_iter().filter(|line| line.part == Part::Body).any(|line| {
        let words = &line.sentence;
        let is_new = |at: usize| {
            // “a senior official”, “one Brenn official”
            (at.saturating_sub(4)..at).any(|before| NEW.contains(&words.lower(before)))
                || (at > 0 && words.lower(at - 1) != "the")
        };
        let one_of = phrase(&words.lower, ONE_OF).is_some() || matches!(words.lower(0), "one" | "another");
        one_of || (0..words.words.len()).any(|at| words.lower(at) == one && words.words[at].end < byte && is_new(at))
    })
}

/// “Sources:” over an article whose only unnamed source is one.
fn headline(desk: &Desk<'_>, found: &mut Found) {
    let all = unnamed(desk);
    let speaks = |unnamed: &&Unnamed<'_>| unnamed.in_body(desk).next().is_some();
    let in_body: Vec<_> = all.iter().filter(speaks).collect();
    let [only] = in_body.as_slice() else { return };
    let mentions: Vec<Span> = only.in_body(desk).filter_map(|a| a.source.first().copied()).collect();
    let head = noun(desk.text, only.words);
    let is_single = |words: &[String]| {
        words.last().is_some_and(|head| !is_plural(head)) && !words.iter().any(|word| is_count(word))
    };
    let speaks_as_one = mentions.iter().all(|mention| is_single(&noun(desk.text, *mention)));
    let is_one = is_single(&head) && matches!(head.first().map(String::as_str), Some("a" | "an" | "one"));
    if !is_one || !speaks_as_one || only.is_member || has_others(desk) {
        return;
    }
    let heads = desk.sentences.iter().filter(|line| matches!(line.part, Part::Headline | Part::Deck));
    for line in heads {
        let Some(at) = line.sentence.lower.iter().position(|word| word == "sources" || word == "insiders") else {
            continue;
        };
        let speaks = desk
            .touching(line.sentence.words[at])
            .any(|a| a.source.iter().any(|source| source.contains(line.sentence.words[at])));
        if speaks {
            let (many, one) = (short(desk.text, line.sentence.words[at]), only.called(desk));
            found
                .add(line.sentence.words[at], format!("“{many}” above, only “{one}” below: how many are there?"), HELP)
                .related(only.words, "the only unnamed source");
        }
    }
}

/// Whether others without a name speak who may be meant: “officials”.
fn has_others(desk: &Desk<'_>) -> bool {
    let words = |a: &Attribution| a.source.first().map(|source| noun(desk.text, *source)).unwrap_or_default();
    desk.attributions().filter(|a| desk.part_at(link(a).start) == Part::Body).any(|a| {
        let group = desk.source_of(a).is_some_and(|source| source.kind == SourceType::UnnamedGroup);
        group && words(a).last().is_some_and(|head| is_plural(head))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn several_who_become_one_are_found() {
        fires(
            &RULE,
            "⟦Sources⟧ said the bid had failed. No date was set.\n\nThe source said that the board had been told on Friday.",
        );
        fires(
            &RULE,
            "⟦Sources⟧: Port sale is off\n\nThe sale of the port has been called off, a person familiar with the talks said on \
             Monday.\n\nThe chairman, Otto Brand, declined to comment.",
        );
    }

    #[test]
    fn several_of_whom_one_speaks_are_none() {
        is_silent(
            &RULE,
            &[
                "Sources at the port said the bid had failed. One of the sources said the board had been told. The source was there.",
                "Sources at the port said the bid had failed. A source at the bank disagreed. The source said it was alive.",
                "Two people familiar with the talks said the bid had failed. “It is dead,” one person said.",
                "Officials of the port said the bid had failed. The mayor, Otto Brand, was told. He said he was glad.",
                "Sources: Port sale is off\n\nThe sale is off, two people familiar with the talks said.",
                "Sources: Port sale is off\n\nThe sale is off, a person familiar with the talks said. Officials said so too.",
            ],
        );
    }
}
