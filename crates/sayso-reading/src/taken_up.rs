//! "The ministry's claim that the alarm rang was contradicted by a guard": a statement that is told in noun form is the subject
//! of what another source does with it. Two attributions stand in one sentence: the guard contradicts the whole subject, and
//! the ministry's claim lies inside it.
//!
//! The tagger gives one of the two, often with the parts of both.

#![expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]

use std::ops::Range;

use crate::decode::Draft;
use crate::layout::BY_LAYOUT;
use crate::nested::Words;
use crate::plain::STATEMENTS;

/// Passives in which an agent takes up a statement.
const TAKEN_UP: &[&str] = &[
    "backed",
    "challenged",
    "condemned",
    "confirmed",
    "contested",
    "contradicted",
    "corroborated",
    "criticised",
    "criticized",
    "denied",
    "dismissed",
    "disputed",
    "doubted",
    "echoed",
    "endorsed",
    "mocked",
    "questioned",
    "rebuffed",
    "rebutted",
    "refuted",
    "rejected",
    "repeated",
    "ridiculed",
    "supported",
    "undermined",
    "welcomed",
];
/// Verbs whose object is a statement that stands elsewhere: "Prewitt denied the accusation".
const TAKES_UP: &[&str] = &[
    "confirmed",
    "contradicted",
    "denied",
    "denies",
    "dismissed",
    "dismisses",
    "disputed",
    "disputes",
    "rejected",
    "rejects",
];
/// What stands between the statement and the participle.
const AUXILIARY: &[&str] = &["was", "were", "is", "are", "has", "have", "had", "been", "being", "also"];
/// What no longer belongs to the agent.
const AFTER_AGENT: &[&str] = &[
    ".",
    ";",
    ":",
    "?",
    "!",
    "—",
    "–",
    "(",
    "”",
    "in",
    "on",
    "at",
    "who",
    "which",
    "that",
    "during",
    "when",
    "after",
    "before",
    "as",
    "and",
    "but",
    "last",
    "this",
    "yesterday",
    "while",
    "because",
    "for",
    "earlier",
    "later",
];
/// What no longer belongs to the statement, looked for backwards from its noun.
const BEFORE_SUBJECT: &[&str] = &[
    ",", ".", ";", ":", "?", "!", "—", "–", "(", ")", "“", "”", "\"", "and", "but", "that", "while", "said", "says",
    "because", "although", "though",
];
/// Words of the clause, of what stands before its noun, and of the agent.
const CLAUSE: usize = 40;
const SUBJECT: usize = 10;
const AGENT: usize = 14;
/// Words of an object that is no more than a noun.
const OBJECT: usize = 4;

/// Mends the drafts of an article, or of one content.
pub(crate) fn add(words: Words<'_>, drafts: &mut Vec<Draft>) {
    let found: Vec<Draft> = (1..words.spans.len()).filter_map(|by| taken_up(words, by)).collect();
    take_up_what_stands_elsewhere(words, drafts);
    for mut whole in found {
        let subject = whole.content[0].clone();
        let (cue, source) = (whole.cue[0].clone(), whole.source[0].clone());
        let meets = |ranges: &[Range<usize>], with: &Range<usize>| {
            ranges.iter().any(|r| r.start < with.end && with.start < r.end)
        };
        // What holds the whole sentence has these two inside it: they are read there.
        let is_inside = |draft: &Draft| draft.content.iter().any(|c| c.start <= subject.start && source.end <= c.end);
        if drafts.iter().any(is_inside) {
            continue;
        }
        if let Some(same) = drafts.iter().find(|draft| meets(&draft.cue, &cue)) {
            whole.evidence = same.evidence;
        }
        drafts.retain(|draft| !meets(&draft.cue, &cue) && !meets(&draft.cue, &subject));
        drafts.push(whole);
        drafts.sort_by_key(Draft::first_word);
    }
}

/// "Prewitt denied the accusation": a whole sentence that the tagger takes for the end of the one before.
fn take_up_what_stands_elsewhere(words: Words<'_>, drafts: &mut Vec<Draft>) {
    let verbs = (1..words.spans.len()).filter(|at| TAKES_UP.contains(&words.word(*at)));
    for draft in verbs.filter_map(|verb| whole_sentence(words, verb)).collect::<Vec<_>>() {
        let (whole, object) = (draft.source[0].start..draft.content[0].end, draft.content[0].clone());
        let meets = |r: &Range<usize>| r.start < whole.end && whole.start < r.end;
        let is_free = !drafts.iter().any(|d| {
            d.source.iter().chain(&d.cue).any(meets) || d.content.iter().any(|c| meets(c) && c.start < object.start)
        });
        if is_free {
            // The object was given to the sentence before.
            for draft in drafts.iter_mut() {
                draft.content.retain(|c| !meets(c));
            }
            drafts.retain(|d| !d.content.is_empty());
            drafts.push(draft);
            drafts.sort_by_key(Draft::first_word);
        }
    }
}

/// A sentence of subject, verb and "the accusation", and no more.
fn whole_sentence(words: Words<'_>, verb: usize) -> Option<Draft> {
    let ends = |at: usize| matches!(words.word(at), "." | "?" | "!" | "”");
    let begins = |at: usize| words.begins.get(at).copied().unwrap_or(true) || at > 0 && ends(at - 1);
    let plain = |at: &usize| words.word(*at).starts_with(char::is_alphabetic);
    let back = verb.saturating_sub(SUBJECT)..verb;
    let start = back.rev().take_while(plain).find(|at| begins(*at))?;
    let noun = (verb + 2..verb + OBJECT).find(|at| STATEMENTS.contains(&words.word(*at)))?;
    let the = matches!(words.word(verb + 1), "the" | "this" | "that" | "these" | "those" | "all" | "any" | "both");
    let is_object = the && (verb + 1..noun).all(|at| plain(&at)) && ends(noun + 1);
    let subject = start..verb - usize::from(words.word(verb - 1) == "has");
    (is_object && !subject.is_empty()).then(|| Draft {
        source: vec![subject.clone()],
        cue: vec![subject.end..verb + 1],
        content: vec![verb + 1..noun + 1],
        evidence: BY_LAYOUT,
    })
}

/// What the agent before whom this "by" stands takes up.
fn taken_up(words: Words<'_>, by: usize) -> Option<Draft> {
    if words.word(by) != "by" || !TAKEN_UP.contains(&words.word(by - 1)) {
        return None;
    }
    let paragraph = words.paragraphs[by];
    let same = |at: &usize| *at < words.spans.len() && words.paragraphs[*at] == paragraph;
    let auxiliary = |at: &usize| AUXILIARY.contains(&words.word(*at));
    let first = (by.saturating_sub(5)..by - 1).rev().take_while(auxiliary).last()?;
    let noun = (first.saturating_sub(CLAUSE)..first.saturating_sub(2))
        .rev()
        .take_while(|at| same(at) && !matches!(words.word(*at), "." | ";" | "?" | "!"))
        .find(|at| is_statement(words, *at, first))?;
    let is_subject = |at: &usize| same(at) && !BEFORE_SUBJECT.contains(&words.word(*at));
    let start = (noun.saturating_sub(SUBJECT)..noun).rev().take_while(is_subject).last().unwrap_or(noun);
    let source = by + 1..end_of_agent(words, by + 1, same);
    (!source.is_empty()).then(|| Draft {
        source: vec![source],
        cue: vec![first..by + 1],
        content: vec![start..first],
        evidence: BY_LAYOUT,
    })
}

/// Whether a word is the noun of a statement: "the claim that …", "a report by the Star that …".
fn is_statement(words: Words<'_>, at: usize, end: usize) -> bool {
    let from = |next: &str| matches!(next, "by" | "from" | "in" | "of");
    STATEMENTS.contains(&words.word(at).to_lowercase().as_str())
        && (words.word(at + 1) == "that"
            || from(words.word(at + 1)) && (at + 3..end.min(at + SUBJECT)).any(|that| words.word(that) == "that"))
}

/// Where the words end that say who the agent is, a name or an office between commas with them.
fn end_of_agent(words: Words<'_>, start: usize, same: impl Fn(&usize) -> bool) -> usize {
    let ends = |at: &usize| !same(at) || AFTER_AGENT.contains(&words.word(*at));
    let most = start + AGENT;
    let stop = |from: usize| (from..most).find(|at| ends(at) || words.word(*at) == ",").unwrap_or(most);
    let first = stop(start);
    words.end_of_apposition(first, |at| ends(&at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Evidence;
    use crate::ranges::{span_of, words_in};
    use sayso_text::Span;

    fn check(text: &str, draft: Option<(&str, &str, &str)>, expect: &[(&str, &str, &str)]) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let range = |piece: &str| {
            let at = text.find(piece).expect("the piece is in the text");
            words_in(&spans, Span::new(at, at + piece.len()))
        };
        let mut drafts: Vec<Draft> = draft
            .into_iter()
            .map(|(source, cue, content)| Draft {
                source: vec![range(source)],
                cue: vec![range(cue)],
                content: vec![range(content)],
                evidence: Evidence::default(),
            })
            .collect();
        add(words, &mut drafts);
        let piece = |ranges: &[Range<usize>]| span_of(&spans, &ranges[0]).of(text);
        let found: Vec<_> = drafts.iter().map(|d| (piece(&d.source), piece(&d.cue), piece(&d.content))).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn who_takes_up_a_statement_takes_up_the_whole_of_it() {
        let text = "The ministry’s claim that the alarm rang was contradicted by a guard, Ole Finch, in an interview.";
        let whole = &[("a guard, Ole Finch", "was contradicted by", "The ministry’s claim that the alarm rang")];
        check(text, None, whole);
        check(text, Some(("The ministry’s", "claim", "that the alarm rang was contradicted")), whole);
        check(text, Some(("a guard", "was contradicted", "that the alarm rang")), whole);
        check(
            "A report by the Evening Star that the army would close the roads has been denied by the office on Wednesday.",
            None,
            &[("the office", "has been denied by", "A report by the Evening Star that the army would close the roads")],
        );
        check(
            "On Monday, the allegation that he took money was dismissed by his lawyer, a former judge, who laughed.",
            None,
            &[("his lawyer, a former judge", "was dismissed by", "the allegation that he took money")],
        );
    }

    #[test]
    fn a_sentence_may_take_up_what_the_one_before_says() {
        check(
            "She accused him of fraud. Prewitt denied the accusation.",
            Some(("She", "accused", "the accusation")),
            &[("Prewitt", "denied", "the accusation")],
        );
        check("He denied the man his claim. It rained.", None, &[]);
        let read = ("Prewitt", "denied", "the accusation");
        check("Prewitt denied the accusation.", Some(read), &[read]);
    }

    #[test]
    fn what_is_no_statement_is_not_taken_up() {
        check("The wall that he built was condemned by the council.", None, &[]);
        check("The claim was late. That it rained was disputed by nobody.", None, &[]);
        let inside = "He said the claim that it rained was disputed by a guard.";
        let outer = ("He", "said", "the claim that it rained was disputed by a guard");
        check(inside, Some(outer), &[outer]);
    }
}
