//! "A shop worker, *who did not wish to be named*, said the manager had told staff to go": whoever stands before such a clause is
//! the source of the verb behind it, and what follows is the content. The tagger often takes the next noun for the source.

#![expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]

use std::ops::Range;

use sayso_text::Span;

use super::{may_state, stated};
use crate::decode::Draft;
use crate::layout::BY_LAYOUT;
use crate::nested::Words;
use sayso_text::sentences::Sentence;

/// What such a clause begins with, after a comma.
const OPENS: &[&str] = &["who", "speaking", "requesting", "asking", "granted", "citing"];
/// A clause has at most this many words, and so has who stands before it.
const CLAUSE: usize = 40;
const SPEAKER: usize = 12;
/// Verbs of saying and thinking.
pub(super) const SAYS: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "added",
    "confirmed",
    "confirms",
    "described",
    "describes",
    "called",
    "calls",
    "warned",
    "warns",
    "claimed",
    "claims",
    "questions",
    "questioned",
    "recalled",
    "recalls",
    "insisted",
    "insists",
    "believes",
    "believed",
    "thinks",
    "thought",
    "reckons",
    "argued",
    "argues",
    "estimated",
    "estimates",
    "doubts",
    "doubted",
    "maintains",
    "maintained",
];
/// What ends who stands before the clause, looked for backwards.
const BEFORE: &[&str] = &[",", ".", "?", "!", "”", "\"", "’", ";", ":", "—", "–", "(", "and", "but", "while", "that"];

/// Who is told: "told *the Harbour Courier* that". At most so many words.
const ADDRESSEE: usize = 6;
/// Nouns for those who are told.
const TOLD: &[&str] =
    &["paper", "newspaper", "magazine", "agency", "reporters", "broadcaster", "station", "channel", "site", "weekly"];
/// What begins who is cited, and nobody who speaks: "citing an aide who …".
const CITES: &[&str] = &["citing", "quoting", "to", "by", "from", "of", "with"];

/// Gives each verb behind a clause on terms its source and its content.
pub(crate) fn behind_terms(words: Words<'_>, drafts: &mut Vec<Draft>) {
    for at in 1..words.spans.len() {
        let found = match (words.word(at - 1), words.word(at)) {
            (",", opens) if OPENS.contains(&opens) => clause(words, at, at - 1, |i| words.word(i) == ","),
            // Without commas the verb must be plain: "an officer who was granted anonymity … maintains that", "… told the Post that".
            (_, "who") => {
                clause(words, at, at, |i| words.word(i) != "," && is_plain(words, i + 1)).filter(|(speaker, _)| {
                    !words.spans[speaker.start..at].iter().any(|w| CITES.contains(&w.of(words.text)))
                })
            }
            _ => None,
        };
        if let Some((speaker, verb)) = found {
            give(words, drafts, speaker, verb);
        }
    }
}

/// Whether a verb of saying can only be that of who stands before the clause: "maintains that", "told the Courier that".
fn is_plain(words: Words<'_>, verb: usize) -> bool {
    words.word(verb + 1) == "that"
        || end_of_addressee(words, verb).is_some_and(|end| matches!(words.word(end), "that" | "."))
}

/// Where the words end that say who is told, behind a verb that tells.
fn end_of_addressee(words: Words<'_>, verb: usize) -> Option<usize> {
    let start = verb + 1 + usize::from(words.word(verb + 1) == "the");
    let is_name = |at: &usize| words.word(*at).starts_with(char::is_uppercase) || TOLD.contains(&words.word(*at));
    let end = (start..start + ADDRESSEE).find(|at| !is_name(at))?;
    (matches!(words.word(verb), "told" | "tells") && end > start).then_some(end)
}

/// Who stands before the clause on terms that begins at a word, up to `end`, and the verb behind it: the first after a word that
/// `closes` a clause on terms.
fn clause(words: Words<'_>, at: usize, end: usize, closes: impl Fn(usize) -> bool) -> Option<(Range<usize>, usize)> {
    let limit = words.spans.len().min(at + CLAUSE);
    let same = |other: &usize| words.paragraphs[*other] == words.paragraphs[at];
    let states = |last: &usize| {
        let span = Span::new(words.spans[at].start, words.spans[*last].end);
        let text = span.of(words.text);
        !text.contains(['.', '“', '”'])
            && may_state(text)
            && stated(&Sentence::of(words.text, span)).iter().any(|s| !s.terms.is_no_answer())
    };
    let ends = |i: &usize| closes(*i) && SAYS.contains(&words.word(i + 1));
    let last = (at..limit).take_while(same).filter(ends).find(states)?;
    let fits = |i: &usize| same(i) && !BEFORE.contains(&words.word(*i));
    let start = (end.saturating_sub(SPEAKER)..end).rev().take_while(fits).last()?;
    Some((start..end, last + 1))
}

/// Mends the draft of a verb, or makes one.
fn give(words: Words<'_>, drafts: &mut Vec<Draft>, speaker: Range<usize>, verb: usize) {
    let own = drafts.iter_mut().find(|draft| draft.cue.iter().any(|cue| cue.contains(&verb)));
    if let Some(draft) = own {
        let cue_end = draft.cue.iter().map(|cue| cue.end).max().unwrap_or(verb + 1);
        let is_said_before = draft.content.iter().all(|piece| piece.end <= speaker.start);
        let last = draft.content.iter().map(|piece| piece.end).max().unwrap_or(cue_end);
        let end = if last > cue_end || is_said_before { last } else { sentence_end(words, verb) };
        let has_speaker = draft.source.iter().any(|source| source.start < speaker.end && speaker.start < source.end);
        let holds_speaker = draft.content.iter().any(|c| c.start <= speaker.start && speaker.end <= c.end);
        if has_speaker && !holds_speaker {
            return;
        }
        draft.source = vec![speaker.clone()];
        if !is_said_before && end > cue_end {
            let mut content: Vec<Range<usize>> = draft
                .content
                .iter()
                .filter(|piece| piece.end < speaker.start && is_quote(words, piece))
                .cloned()
                .collect();
            let begin =
                end_of_addressee(words, verb).filter(|begin| *begin < end).map_or(cue_end, |told| told.max(cue_end));
            content.push(begin..end);
            draft.content = content;
        }
        return;
    }
    if let Some(end) = end_of_addressee(words, verb).filter(|end| words.word(*end) == ".") {
        // "It was sold at a market, a detective who did not want to be named told the Register."
        let comma = speaker.start.checked_sub(1).filter(|before| words.word(*before) == ",");
        let Some(content) = comma.map(|comma| sentence_start(words, comma)..comma).filter(|c| c.len() > 2) else {
            return;
        };
        drafts.retain(|draft| !draft.ranges().any(|r| content.start <= r.start && r.end <= end));
        let draft =
            Draft { source: vec![speaker], cue: vec![verb..verb + 1], content: vec![content], evidence: BY_LAYOUT };
        drafts.push(draft);
        drafts.sort_by_key(Draft::first_word);
        return;
    }
    let end = sentence_end(words, verb);
    let verb_end = end_of_addressee(words, verb).unwrap_or(verb + 1);
    if end > verb_end + 1 && !drafts.iter().any(|draft| draft.content.iter().any(|c| c.contains(&verb))) {
        drafts.retain(|draft| !draft.ranges().any(|r| verb < r.start && r.end <= end));
        drafts.push(Draft {
            source: vec![speaker],
            cue: vec![verb..verb + 1],
            content: vec![verb_end..end],
            evidence: BY_LAYOUT,
        });
        drafts.sort_by_key(Draft::first_word);
    }
}

/// Where the sentence of a word begins.
fn sentence_start(words: Words<'_>, from: usize) -> usize {
    let ends = |at: &usize| matches!(words.word(at - 1), "." | "?" | "!" | "”" | "\"") || words.begins[*at];
    (1..from).rev().find(ends).unwrap_or(0)
}

/// Where the sentence of a word ends.
fn sentence_end(words: Words<'_>, from: usize) -> usize {
    let ends = |at: &usize| {
        words.paragraphs[*at] != words.paragraphs[from]
            || (matches!(words.word(*at), "." | "?" | "!") && !is_inner(words, *at))
    };
    (from + 1..words.spans.len()).find(ends).unwrap_or(words.spans.len())
}

/// Whether a full stop ends no sentence: a small letter or nothing follows.
fn is_inner(words: Words<'_>, at: usize) -> bool {
    words.word(at + 1).chars().next().is_some_and(|c| c.is_lowercase() || c.is_numeric())
}

fn is_quote(words: Words<'_>, piece: &Range<usize>) -> bool {
    matches!(words.word(piece.start), "“" | "\"" | "‘")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Evidence;
    use crate::ranges::{span_of, words_in};

    fn check(text: &str, before: Option<(&str, &str, &str)>, expect: Option<(&str, &str, &str)>) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..=spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let range = |piece: &str| {
            let at = text.find(piece).expect("the piece is in the text");
            words_in(&spans, Span::new(at, at + piece.len()))
        };
        let draft = |(source, cue, content)| Draft {
            source: vec![range(source)],
            cue: vec![range(cue)],
            content: vec![range(content)],
            evidence: Evidence::default(),
        };
        let mut drafts: Vec<Draft> = before.map(draft).into_iter().collect();
        behind_terms(words, &mut drafts);
        let of = |parts: &[Range<usize>]| span_of(&spans, &parts[0]).of(text);
        let found = drafts.first().map(|d| (of(&d.source), of(&d.cue), of(&d.content)));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn who_stands_before_the_clause_speaks() {
        check(
            "A shop worker, who did not wish to be named, said manager Olly Brandt told staff to go.",
            Some(("manager Olly Brandt", "said", "to go")),
            Some(("A shop worker", "said", "manager Olly Brandt told staff to go")),
        );
        check(
            "One banker, requesting anonymity to discuss a client, said Corm fears a second cut.",
            None,
            Some(("One banker", "said", "Corm fears a second cut")),
        );
        check(
            "“I typed it,” the dispatcher, who asked to remain anonymous, said in an interview.",
            Some(("the dispatcher", "said", "“I typed it,”")),
            Some(("the dispatcher", "said", "“I typed it,”")),
        );
    }

    #[test]
    fn a_clause_without_commas_ends_at_a_plain_verb() {
        check(
            "In the Gazette, a former officer who was granted anonymity because of his pay maintains that it was ordered.",
            None,
            Some(("a former officer", "maintains", "that it was ordered")),
        );
    }

    #[test]
    fn a_clause_without_commas_may_lead_to_who_is_told() {
        check(
            "Inspectors who refused to give their names because they are bound by a clause told the Tribune that it leaked.",
            Some(("the Tribune", "told", "that it leaked")),
            Some(("Inspectors", "told", "that it leaked")),
        );
        check(
            "It was sold for less than 20,000 euros, a detective who did not want to be identified because of the trial told the Register.",
            None,
            Some(("a detective", "told", "It was sold for less than 20,000 euros")),
        );
        let parts = ("The Telegraph", "said", "that it would be taken");
        check(
            "The Telegraph, citing an adviser who insisted on not being named because of the talks, said that it would be taken.",
            Some(parts),
            Some(parts),
        );
    }

    #[test]
    fn other_clauses_change_nothing() {
        let parts = ("the mayor", "said", "the bridge was safe");
        check("The clerk, who lives nearby, said the mayor had said the bridge was safe.", Some(parts), Some(parts));
        check("The clerk, who lives nearby, said so.", None, None);
    }
}
