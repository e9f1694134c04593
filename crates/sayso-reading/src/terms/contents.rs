//! Terms are no content: "asked *not to be named*", "said the gate was open, speaking on condition *that he not be named*".

use std::ops::Range;

use sayso_text::Span;

use super::speakers::SAYS;
use super::{StatedTerms, may_state, stated};
use crate::decode::Draft;
use crate::nested::Words;
use sayso_text::sentences::Sentence;

/// Words before a piece of content in which terms may begin.
const BEFORE: usize = 12;
/// A content that terms are cut from keeps at least this many words.
const LEAST: usize = 4;
/// Where terms end that a content may end before: "did not want to be *named*", "declined to *comment*".
const NAMED: &[&str] = &["named", "identified", "quoted", "comment"];
/// Terms have at least this many words.
const LEAST_TERMS: usize = 3;
/// What a clause on the source begins with, that was taken for the content's beginning.
const CLAUSE: &[&str] = &["who", "speaking", "asking", "requesting", "citing"];

/// What may stand between a content's beginning and terms: "*to* remain anonymous".
const LEAD: &[&str] = &["to", "that", "on", "for", "only", "not"];

/// Takes the words that state terms out of contents. A draft whose cue belongs to them, or without any other content, goes.
pub(crate) fn without_terms(words: Words<'_>, drafts: &mut Vec<Draft>) {
    drafts.retain_mut(|draft| {
        cut_cue(words, draft);
        let stated: Vec<StatedTerms> = draft.content.iter().flat_map(|piece| stated_in(words, piece)).collect();
        let is_cue = |stated: &StatedTerms| {
            let begins = place(words, stated.span.start);
            draft.cue.iter().any(|cue| cue.contains(&begins))
                && !draft.content.iter().any(|c| says_of_what(words, stated, c))
        };
        if stated.iter().any(is_cue) || has_terms_for_a_cue(words, draft) {
            return false;
        }
        if !stated.is_empty() {
            // What goes on after a word or two that were left out is the middle of a content.
            let goes_on = |piece: &Range<usize>| {
                draft.content.iter().any(|before| before.end <= piece.start && piece.start <= before.end + 2)
            };
            let left =
                |piece: &Range<usize>| if goes_on(piece) { Some(piece.clone()) } else { cut(words, &stated, piece) };
            draft.content = draft.content.iter().filter_map(left).collect();
        }
        !draft.content.is_empty()
    });
}

/// "Said *on condition of anonymity*": the terms behind a verb of saying are no part of the cue.
fn cut_cue(words: Words<'_>, draft: &mut Draft) {
    for cue in &mut draft.cue {
        let says = cue.clone().find(|at| SAYS.contains(&words.word(*at)));
        let Some(says) = says.filter(|says| says + 1 < cue.end) else { continue };
        let span = Span::new(words.spans[says + 1].start, words.spans[cue.end - 1].end);
        if may_state(span.of(words.text))
            && let Some(stated) = stated(&Sentence::of(words.text, span)).first()
            && !stated.terms.is_no_answer()
        {
            cue.end = place(words, stated.span.start).max(says + 1);
        }
    }
    // "An aide *not authorised to speak* told the Courier": nor are those before it.
    for cue in &mut draft.cue {
        let says = cue.clone().rev().find(|at| SAYS.contains(&words.word(*at)));
        let Some(says) = says.filter(|says| says - cue.start >= LEAST_TERMS) else { continue };
        let text = Span::new(words.spans[cue.start].start, words.spans[says - 1].end).of(words.text);
        if may_state(text) {
            cue.start = says;
        }
    }
}

/// "The newspaper granted the official anonymity because an inquiry is under way": terms, and nothing that anybody says.
const GRANT: &[&str] = &["granted", "grants", "grant", "granting"];

/// Whether the cue itself states terms: "requested anonymity to discuss the plan".
fn has_terms_for_a_cue(words: Words<'_>, draft: &Draft) -> bool {
    let has = |any: &[&str]| draft.cue.iter().cloned().flatten().any(|at| any.contains(&words.word(at)));
    let of_it = draft.content.iter().cloned().flatten().any(|at| words.word(at) == "anonymity");
    let is_asked = |at: usize| matches!(words.word(at), "messages" | "calls" | "questions" | "emails" | "requests");
    let asked = draft.content.iter().any(|c| c.len() < 4 && c.clone().any(is_asked));
    let unanswered = asked && has(&["not", "n’t"]) && has(&["answer", "return", "reply"]);
    unanswered
        || has(&["anonymity"])
        || of_it && has(GRANT)
        || has(&["not"]) && has(&["authorised", "authorized", "respond"])
}

/// The number of the word that begins at a byte.
fn place(words: Words<'_>, byte: usize) -> usize {
    words.spans.partition_point(|w| w.start < byte)
}

/// The terms that a piece of content states, or the words right before it.
fn stated_in(words: Words<'_>, piece: &Range<usize>) -> Vec<StatedTerms> {
    let first = piece.start.saturating_sub(BEFORE);
    let ends = |at: &usize| matches!(words.word(*at), "." | "”" | "\"" | ";") || words.begins[at + 1];
    let from = (first..piece.start).rev().find(ends).map_or(first, |at| at + 1);
    let goes_on = piece.end < words.spans.len() && NAMED.contains(&words.word(piece.end));
    let last = if goes_on { piece.end } else { piece.end - 1 };
    let span = Span::new(words.spans[from].start, words.spans[last].end);
    if may_state(span.of(words.text)) { stated(&Sentence::of(words.text, span)) } else { Vec::new() }
}

/// What is left of a piece of content.
fn cut(words: Words<'_>, stated: &[StatedTerms], piece: &Range<usize>) -> Option<Range<usize>> {
    stated.iter().try_fold(piece.clone(), |piece, stated| {
        let all = place(words, stated.span.start)..place(words, stated.reason.unwrap_or(stated.span).end);
        let leads = (piece.start..all.start).all(|at| LEAD.contains(&words.word(at)));
        let begins_inside = leads && piece.start < all.end;
        let is_clause = piece.start < all.start && all.end < piece.end && CLAUSE.contains(&words.word(piece.start));
        if !begins_inside && !is_clause || says_of_what(words, stated, &piece) {
            return Some(piece);
        }
        let rest = all.end + 1..piece.end;
        (words.word(all.end) == "," && rest.len() >= LEAST).then_some(rest)
    })
}

/// "Declined to comment on the cause", "declined to answer": what he will not say is a content, a bare "to comment" is none.
fn says_of_what(words: Words<'_>, stated: &StatedTerms, piece: &Range<usize>) -> bool {
    let is_bare = words.word(piece.end - 1) == "comment" || words.word(piece.end) == "comment";
    stated.terms.is_no_answer() && !is_bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Evidence;
    use crate::ranges::{span_of, words_in};

    fn check(text: &str, cue: &str, content: &[&str], expect: &[&str]) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..=spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let range = |piece: &&str| {
            let at = text.find(*piece).expect("the piece is in the text");
            words_in(&spans, Span::new(at, at + piece.len()))
        };
        let content = content.iter().map(range).collect();
        let mut drafts = vec![Draft { source: vec![], cue: vec![range(&cue)], content, evidence: Evidence::default() }];
        without_terms(words, &mut drafts);
        let left: Vec<&str> = drafts.iter().flat_map(|d| &d.content).map(|r| span_of(&spans, r).of(text)).collect();
        assert_eq!(left, expect, "{text}");
    }

    #[test]
    fn who_grants_anonymity_says_nothing() {
        let text = "The newspaper granted the official anonymity because an inquiry is under way.";
        check(text, "granted", &["the official anonymity because an inquiry is under way"], &[]);
    }

    #[test]
    fn terms_are_cut_from_contents() {
        check(
            "Profits will fall, the people said, asking for anonymity because the terms aren’t public.",
            "said",
            &["Profits will fall", "anonymity because the terms aren’t public"],
            &["Profits will fall"],
        );
        check(
            "According to a diplomat, who spoke under cover of anonymity owing to the talks, the two sides have not met since May.",
            "According to",
            &["who spoke under cover of anonymity owing to the talks, the two sides have not met since May"],
            &["the two sides have not met since May"],
        );
        check(
            "The guard asked to remain anonymous for fear of losing his job.",
            "asked",
            &["to remain anonymous for fear of losing his job"],
            &[],
        );
        check("He was briefed by two aides who asked not to be named.", "asked", &["He", "not to be named"], &[]);
        check("Two drivers asked that their names be withheld.", "asked", &["that their names be withheld"], &[]);
        check("The mayor declined to comment.", "declined", &["to comment"], &[]);
        check("The palace declined to comment.", "declined", &["to"], &[]);
        check("The officer did not want to be named because of his post.", "did not want", &["to be"], &[]);
        check(
            "The envoys will meet, two diplomats said on condition of anonymity.",
            "said on condition of anonymity",
            &["The envoys will meet"],
            &["The envoys will meet"],
        );
    }

    #[test]
    fn terms_before_the_verb_are_no_part_of_the_cue() {
        let text = "A palace aide not authorised to speak publicly told the Tribune that the king was tired.";
        let (cue, content) = ("not authorised to speak publicly told", "that the king was tired");
        check(text, cue, &[content], &[content]);
    }

    #[test]
    fn what_else_is_said_stays() {
        for (text, cue, content) in [
            (
                "The mayor declined to comment on the cause of the fire.",
                "declined",
                "to comment on the cause of the fire",
            ),
            ("She asked that the street be named after him.", "asked", "that the street be named after him"),
            ("He said the donors had been promised anonymity.", "said", "the donors had been promised anonymity"),
        ] {
            check(text, cue, &[content], &[content]);
        }
    }
}
