//! Whom a report cites: "The Courier reported on Monday, citing two aides, that …" rests on the aides. It is an attribution
//! inside the Courier's, with the same content.
//!
//! The tagger reads contents on their own, and such words stand outside.

#![expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]

use std::ops::Range;

use crate::confidence;
use crate::decode::Draft;
use crate::layout::BY_LAYOUT;
use crate::nested::{Layered, Words};
use crate::sources::is_source_noun;

const CITES: &[&str] = &["citing", "quoting", "crediting", "relaying", "invoking"];
/// Those after which nothing but somebody or a text can stand, whatever it is called.
const QUOTES: &[&str] = &["quoting", "crediting", "relaying", "quoted", "quotes", "Quoting", "Crediting"];
/// The same after "which": "…, which cited two aides".
const CITED: &[&str] = &["cited", "quoted", "cites", "quotes"];
/// What a report gives to somebody: "The Mail attributed it to an accountant".
const ATTRIBUTES: &[&str] = &["attributed", "attributes", "attributing", "credited", "credits"];
/// On whom a report builds: "which based its account on two diplomats".
const BUILDS: &[&str] = &["based", "bases", "basing", "built", "rests", "rested"];
/// Verbs of a report that has a source, where "citing" is followed by who that is.
const REPORTS: &[&str] =
    &["reported", "reports", "wrote", "writes", "said", "says", "according", "adds", "added", "claimed", "claims"];
/// What a decision cites: "citing costs", "citing the need for calm". Reports have such reasons seldom.
const REASONS: &[&str] = &[
    "fears",
    "concerns",
    "reasons",
    "costs",
    "risks",
    "problems",
    "grounds",
    "delays",
    "conditions",
    "needs",
    "need",
    "lack",
    "threats",
    "threat",
    "risk",
    "cost",
    "rules",
    "fear",
    "concern",
    "health",
    "privacy",
    "interest",
    "interests",
    "differences",
    "pressure",
    "weather",
    "law",
    "laws",
    "safety",
    "fate",
    "example",
    "examples",
    "case",
    "cases",
    "ground",
    "fatigue",
    "injury",
];
/// How nouns end that are reasons and not people.
const REASON_ENDINGS: &[&str] =
    &["ity", "tion", "sion", "ness", "ance", "ence", "ism", "ship", "ment", "age", "clause"];
/// Words between that verb and its "to".
const OBJECT: usize = 4;
/// What a report is called in a sentence of its own: "It cited two aides".
const REPORT: &[&str] = &["it", "report", "article", "newspaper", "paper", "story", "agency", "outlet", "magazine"];
const HAS_OWN: &[&str] = &["said", "says", "saying", "as", "that"];
/// Who is cited has at most this many words.
const MOST: usize = 14;
/// Words of a paper's name and of the verb, and up to the "that" behind it.
const NAME: usize = 8;
const WHEN: usize = 8;
/// Words of who is cited with a clause on who it is.
const CITED_CLAUSE: usize = 30;
/// Words of a verb of reporting.
const VERB: usize = 5;
/// What follows the noun that a phrase is about.
const HEAD_ENDS: &[&str] = &[
    "of",
    "with",
    "in",
    "from",
    "at",
    "on",
    "to",
    "for",
    "about",
    "by",
    "after",
    "before",
    "familiar",
    "close",
    "briefed",
    "obtained",
    "conducted",
    "made",
    "published",
    "seen",
    "kept",
    "held",
    "compiled",
    "written",
    "signed",
    "it",
    "he",
    "she",
    "they",
    "going",
];
/// The same in two words: "drawing on inspection logs".
const CITES_ON: &[(&str, &str)] = &[
    ("drawing", "on"),
    ("relying", "on"),
    ("going", "by"),
    ("quoting", "from"),
    ("Drawing", "on"),
    ("Relying", "on"),
    ("Going", "by"),
];
/// The same in a phrase: "wrote, on the word of a coordinator, that …".
const CITES_BY: &[&[&str]] = &[
    &["on", "the", "word", "of"],
    &["on", "the", "strength", "of"],
    &["on", "the", "authority", "of"],
    &["on", "the", "evidence", "of"],
    &["with", "reference", "to"],
    &["as", "counted", "by"],
    &["as", "tallied", "by"],
    &["as", "estimated", "by"],
    &["following", "a", "tally", "by"],
    &["following", "a", "count", "by"],
    &["on", "figures", "from"],
];
/// A sentence is looked at up to this many words from the link.
const REACH: usize = 60;

/// Adds what the outermost attributions cite.
pub(crate) fn read(words: Words<'_>, layered: &mut Vec<Layered>) {
    let found: Vec<Layered> = (0..layered.len())
        .filter(|i| layered[*i].within.is_none())
        .filter_map(|i| Some((i, citing(words, &layered[i].draft)?)))
        .map(|(i, (source, cue))| {
            let content = layered[i].draft.content.clone();
            let draft = Draft { source: vec![source], cue: vec![cue], content, evidence: BY_LAYOUT };
            let confidence = confidence::inside(&draft.evidence, layered[i].confidence);
            Layered { draft, within: Some(i), confidence }
        })
        .collect();
    // What already lay in the outer one's content now rests on those cited.
    let mut cited_by = vec![None; layered.len()];
    for (number, outer) in (layered.len()..).zip(found.iter().filter_map(|cited| cited.within)) {
        cited_by[outer] = Some(number);
    }
    for inner in layered.iter_mut() {
        inner.within = inner.within.map(|outer| cited_by[outer].unwrap_or(outer));
    }
    layered.extend(found);
}

/// The source that an attribution cites in its own sentence, and the word that says so.
fn citing(words: Words<'_>, draft: &Draft) -> Option<(Range<usize>, Range<usize>)> {
    let link = draft.cue.first().or(draft.content.first())?.start;
    let is_content = |at: usize| draft.content.iter().any(|c| c.contains(&at));
    let paragraph = words.paragraphs[link];
    let same = |at: &usize| words.paragraphs[*at] == paragraph;
    let ends = |at: &usize| {
        matches!(words.word(*at), "." | "!" | "?")
            && !is_content(*at)
            && words.word(at + 1).starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘'))
    };
    let start = (link.saturating_sub(REACH)..link).rev().take_while(|at| same(at) && !ends(at)).last().unwrap_or(link);
    let end = (link + 1..words.spans.len().min(link + REACH))
        .take_while(|at| same(at) && !ends(at))
        .last()
        .map_or(link + 1, |at| at + 1);
    let cites = |at: &usize| {
        let word = words.word(*at);
        let after_which = || *at > 0 && words.word(at - 1) == "which" && CITED.contains(&word);
        !is_content(*at) && (is_citing(word) || after_which() || CITES_ON.contains(&(word, words.word(at + 1))))
    };
    let cue = (start..end).find(cites).map(|at| at..on(words, at));
    let cue = cue.or_else(|| (start..end).filter(|at| !is_content(*at)).find_map(|at| by_phrase(words, at)));
    if cue.is_none()
        && let Some(found) = as_saying(words, draft)
    {
        return Some(found);
    }
    let cue = cue.or_else(|| in_next(words, draft, end).filter(|cue| same(&cue.start)))?;
    let is_report = draft.cue.iter().cloned().flatten().any(|at| REPORTS.contains(&words.word(at)));
    let is_sure = cue.len() > 2 || QUOTES.contains(&words.word(cue.start));
    let may_be = if is_sure {
        Cited::Anybody
    } else if is_report {
        Cited::NoReason
    } else {
        Cited::Source
    };
    let source = noun_phrase(words, cue.end, may_be, |at| is_content(at) || !same(&at))?;
    Some((source, cue))
}

/// "on the word of", "attributing the finding to", "which based its account on": the words from `at` on that say on whom a report
/// rests.
fn by_phrase(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let is = |phrase: &&&[&str]| phrase.iter().enumerate().all(|(i, word)| words.word(at + i) == *word);
    if let Some(phrase) = CITES_BY.iter().find(is) {
        return Some(at..at + phrase.len());
    }
    let word = words.word(at);
    let follows_which = at > 0 && words.word(at - 1) == "which";
    let link = match () {
        () if ATTRIBUTES.contains(&word) && (follows_which || word == "attributing") => "to",
        () if BUILDS.contains(&word) && (follows_which || word == "basing") => "on",
        () => return None,
    };
    let last = (at + 1..at + 1 + OBJECT).find(|at| words.word(*at) == link)?;
    Some(at..last + 1)
}

/// What the words that say "citing" leave open about what follows.
#[derive(Clone, Copy, PartialEq)]
enum Cited {
    /// It is whoever is cited.
    Anybody,
    /// It is whoever is cited, unless the noun is one of a reason.
    NoReason,
    /// It may be a reason: the noun must be one of a source.
    Source,
}

/// Where the words end that say "citing", or "drawing on".
fn on(words: Words<'_>, at: usize) -> usize {
    at + 1 + usize::from(CITES_ON.contains(&(words.word(at), words.word(at + 1))))
}

fn is_citing(word: &str) -> bool {
    CITES.contains(&word) || matches!(word, "Citing" | "Quoting" | "Crediting")
}

/// "Quoting an admiral, the paper wrote that …": the paper's verb is the cue, whom it quotes is no content.
pub(crate) fn leading(words: Words<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        // Nor is whom it quotes at its end: "…, the paper wrote, *quoting registers*".
        let names_cited = |c: &Range<usize>| {
            let begins = QUOTES.contains(&words.word(c.start))
                || QUOTES.contains(&words.word(c.start.wrapping_sub(1)))
                || words.word(c.start) == "attributing";
            begins && draft.cue.iter().all(|cue| cue.end <= c.start)
        };
        if let Some((last, [_, ..])) = draft.content.split_last()
            && names_cited(last)
        {
            draft.content.pop();
        }
        let ([source], [cue]) = (&draft.source[..], &draft.cue[..]) else { continue };
        if cue.len() != 1 || !is_citing(words.word(cue.start)) || source.start < cue.end {
            continue;
        }
        let Some(after) = draft.content.iter().map(|c| c.start).find(|at| *at > source.end) else { continue };
        let verb = source.end..after;
        if verb.len() <= VERB && verb.clone().all(|at| words.word(at).starts_with(char::is_alphabetic)) {
            draft.content.retain(|c| c.start >= after);
            draft.cue = vec![verb];
        }
    }
}

/// "The Argosy had written only the day before that the pipes were sold": a paper's report that the tagger passed over. The corpus
/// that it learned from hardly has such a tense.
pub(crate) fn had_written(words: Words<'_>, drafts: &mut Vec<Draft>) {
    let is_name = |at: &usize| words.word(*at).starts_with(char::is_uppercase);
    let mut found = Vec::new();
    for verb in 3..words.spans.len() {
        let is_verb = matches!(words.word(verb), "written" | "reported" | "said") && words.word(verb - 1) == "had";
        if !is_verb {
            continue;
        }
        let same = |at: &usize| words.paragraphs.get(*at) == Some(&words.paragraphs[verb]);
        let first = (verb.saturating_sub(NAME)..verb - 1).rev().take_while(|at| same(at) && is_name(at)).last();
        let Some(first) = first.filter(|first| words.word(*first).eq_ignore_ascii_case("the") && verb - first > 2)
        else {
            continue;
        };
        let plain = |at: &usize| same(at) && words.word(*at).starts_with(char::is_alphanumeric);
        let that = (verb + 1..verb + WHEN).take_while(plain).find(|at| words.word(*at) == "that");
        let Some(that) = that else { continue };
        let ends = |at: &usize| !same(at) || matches!(words.word(*at), "." | "?" | "!" | ";" | "“" | "\"");
        let end = (that..words.spans.len()).find(ends).unwrap_or(words.spans.len());
        found.push(Draft {
            source: vec![first..verb - 1],
            cue: vec![verb - 1..verb + 1],
            content: vec![that..end],
            evidence: BY_LAYOUT,
        });
    }
    if found.is_empty() {
        return;
    }
    let mut taken = vec![false; words.spans.len()];
    drafts.iter().flat_map(Draft::ranges).for_each(|range| taken[range.clone()].fill(true));
    let mut starts: Vec<(usize, usize)> =
        drafts.iter().enumerate().flat_map(|(i, draft)| draft.ranges().map(move |r| (r.start, i))).collect();
    starts.sort_unstable();
    let begin_in = |range: Range<usize>| {
        let first = starts.partition_point(|(at, _)| *at < range.start);
        starts[first..].iter().take_while(move |(at, _)| *at < range.end).map(|(_, i)| *i)
    };
    let mut is_inside = vec![false; drafts.len()];
    found.retain(|new| {
        let content = new.content[0].clone();
        let free =
            !taken[new.cue[0].start] && begin_in(new.source[0].start..content.end).all(|i| drafts[i].lies_in(&content));
        if free {
            // What was found inside is read again there.
            begin_in(content).for_each(|i| is_inside[i] = true);
        }
        free
    });
    let mut is_inside = is_inside.into_iter();
    drafts.retain(|_| !is_inside.next().unwrap_or_default());
    drafts.extend(found);
    drafts.sort_by_key(Draft::first_word);
}

/// "The Courier reported, citing a guard who saw it, that the dam was cracked": the report's verb is the cue, and whom it cites is
/// no content.
pub(crate) fn interposed(words: Words<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let cites = |at: &usize| {
            *at > 1 && is_citing(words.word(*at)) && words.word(at - 1) == "," && is_verb_of_report(words.word(at - 2))
        };
        let Some(first) = draft.cue.first().map(|cue| cue.start) else { continue };
        let Some(cite) = (first..first + VERB).find(cites) else { continue };
        let same = |at: &usize| words.paragraphs.get(*at) == Some(&words.paragraphs[cite]) && words.word(*at) != ".";
        let ends = |at: &usize| words.word(*at) == "," && words.word(at + 1) == "that";
        let Some(comma) = (cite + 2..cite + CITED_CLAUSE).take_while(same).find(ends) else { continue };
        let Some(last) = draft.content.iter().map(|c| c.end).max().filter(|end| *end > comma + 2) else { continue };
        let verb = cite - 2;
        let helper = |at: &usize| matches!(words.word(*at), "had" | "has" | "have" | "also");
        let start = (verb.saturating_sub(2)..verb).rev().take_while(helper).last().unwrap_or(verb);
        draft.cue = vec![start..verb + 1];
        draft.content = vec![comma + 1..last];
    }
}

fn is_verb_of_report(word: &str) -> bool {
    REPORTS.contains(&word) || matches!(word, "announced" | "revealed" | "disclosed" | "told" | "noted")
}

/// "The Courier wrote that the dam was cracked, citing two aides": whom a report cites at the end is no part of what it says.
pub(crate) fn trailing(words: Words<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        if !draft.cue.iter().cloned().flatten().any(|at| REPORTS.contains(&words.word(at))) {
            continue;
        }
        let Some(content) = draft.content.last_mut() else { continue };
        let by = |at: usize| by_phrase(words, at).map_or(on(words, at), |cue| cue.end);
        let cites = |at: &usize| words.word(at - 1) == "," && (is_citing(words.word(*at)) || by(*at) > at + 1);
        let Some(cite) = (content.start + 2..content.end).rev().find(cites) else { continue };
        // A report inside the content, or a quotation that goes on, may be what cites.
        let is_other = |at: usize| REPORTS.contains(&words.word(at)) || matches!(words.word(at), "“" | "”" | "\"");
        if content.clone().any(is_other) {
            continue;
        }
        let end = content.end;
        let source = noun_phrase(words, by(cite), Cited::NoReason, |at| at >= end);
        if source.is_some_and(|source| source.end == end) {
            content.end = cite - 1;
        }
    }
}

/// "according to minutes of the March meeting": what follows is the source, also where the tagger saw none.
pub(crate) fn according(words: Words<'_>, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.source.is_empty()) {
        let Some(cue) = draft.cue.last().filter(|cue| cue.len() == 2) else { continue };
        if !words.word(cue.start).eq_ignore_ascii_case("according") {
            continue;
        }
        let (paragraph, from) = (words.paragraphs[cue.start], cue.end);
        let stop = |at: usize| words.paragraphs[at] != paragraph || draft.content.iter().any(|c| c.contains(&at));
        draft.source.extend(noun_phrase(words, from, Cited::Anybody, stop));
    }
}

/// "“It leaked,” the Courier quoted a guard as saying": the guard, and the words that make the link.
fn as_saying(words: Words<'_>, draft: &Draft) -> Option<(Range<usize>, Range<usize>)> {
    let cue = draft.cue.first()?;
    let quotes = CITED.contains(&words.word(cue.end - 1)) || QUOTES.contains(&words.word(cue.end - 1));
    let said_before = draft.content.iter().all(|c| c.end <= cue.start);
    if !quotes || !said_before {
        return None;
    }
    let source = noun_phrase(words, cue.end, Cited::Anybody, |_| false)?;
    (words.word(source.end) == "as" && words.word(source.end + 1) == "saying")
        .then(|| (source.clone(), source.end..source.end + 2))
}

/// The verb of a sentence that says only whom the report before it cites: "The Courier quoted two aides."
fn in_next(words: Words<'_>, draft: &Draft, end: usize) -> Option<Range<usize>> {
    let first = end + 1;
    let attributes = |at: usize| ATTRIBUTES.contains(&words.word(at));
    let verb = (first + 1..first + 5).find(|at| CITED.contains(&words.word(*at)) || attributes(*at))?;
    let head = words.word(verb - 1);
    let same = draft.source.iter().any(|source| words.word(source.end - 1) == head);
    let is_report = same || REPORT.contains(&head.to_lowercase().as_str());
    let is_source = |at: usize| is_source_noun(&words.word(at).to_lowercase());
    let people = matches!(words.word(end), "." | "!" | "?") && (verb + 1..verb + 6).any(is_source);
    // "Quoted a neighbour who said that …" has a content of its own.
    let own =
        (verb + 1..verb + MOST).take_while(|at| words.word(*at) != ".").any(|at| HAS_OWN.contains(&words.word(at)));
    let found = is_report && people && !own;
    if found && attributes(verb) {
        let to = (verb + 1..verb + OBJECT).find(|at| words.word(*at) == "to")?;
        return Some(verb..to + 1);
    }
    found.then_some(verb..verb + 1)
}

/// Takes away what was read as an attribution of its own and says whom another one cites: its content would be the source.
pub(crate) fn without_rivals(words: Words<'_>, drafts: &mut Vec<Draft>) {
    let names_source = |source: &Range<usize>, cue: &Range<usize>| {
        let is_known = |head: usize| is_source_noun(&words.word(head).to_lowercase());
        QUOTES.contains(&words.word(cue.start)) || head(words, source).is_some_and(is_known)
    };
    // The words by which an attribution cites, its own cue left out.
    let mut cues: Vec<usize> = drafts
        .iter()
        .filter_map(|draft| citing(words, draft).map(|found| (draft, found)))
        .filter(|(draft, (source, cue))| {
            names_source(source, cue) && !draft.cue.iter().any(|own| own.contains(&cue.start))
        })
        .map(|(_, (_, cue))| cue.start)
        .collect();
    cues.sort_unstable();
    let cites =
        |cue: &Range<usize>| cues.get(cues.partition_point(|at| *at < cue.start)).is_some_and(|at| *at < cue.end);
    drafts.retain(|draft| !draft.cue.iter().any(cites));
}

/// The source that begins at a word, to the comma or verb that ends it; none where it is no source ("citing security").
fn noun_phrase(words: Words<'_>, from: usize, may_be: Cited, stop: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let ends = |at: &usize| {
        stop(*at)
            || matches!(
                words.word(*at),
                "," | "." | ";" | ":" | "that" | "said" | "who" | "which" | "—" | "–" | "(" | ")" | "as" | "“"
            )
    };
    let end = (from..words.spans.len().min(from + MOST)).find(ends).unwrap_or(words.spans.len().min(from + MOST));
    let phrase = from..words.end_of_apposition(end, stop);
    let head = words.word(head(words, &phrase)?);
    let known = is_source_noun(&head.to_lowercase()) || head.starts_with(char::is_uppercase);
    let is_noun = head.starts_with(char::is_alphabetic);
    let is_reason = REASONS.contains(&head) || REASON_ENDINGS.iter().any(|ending| head.ends_with(ending));
    let is_source = match may_be {
        _ if known => true,
        Cited::Source => false,
        Cited::NoReason => is_noun && !is_reason,
        Cited::Anybody => is_noun,
    };
    is_source.then_some(phrase)
}

/// The word that a phrase is about: "citing the *fate* of prisoners" cites none of them.
pub(crate) fn head(words: Words<'_>, phrase: &Range<usize>) -> Option<usize> {
    let ends = |at: &usize| HEAD_ENDS.contains(&words.word(*at)) || words.word(*at) == ",";
    let end = phrase.clone().find(ends).unwrap_or(phrase.end);
    (end > phrase.start).then(|| end - 1)
}

#[cfg(test)]
mod tests {
    use sayso_text::Span;

    use super::*;
    use crate::decode::Evidence;

    fn check(text: &str, content: &str, expect: Option<&str>) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let at = text.find(content).expect("the content is in the text");
        let content = crate::ranges::words_in(&spans, Span::new(at, at + content.len()));
        let draft = Draft { source: vec![], cue: vec![2..3], content: vec![content], evidence: Evidence::default() };
        let mut layered = vec![Layered { draft, within: None, confidence: 1.0 }];
        read(words, &mut layered);
        let found = layered.get(1).map(|l| crate::ranges::span_of(&spans, &l.draft.source[0]).of(text));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn who_is_cited_stands_inside_the_report() {
        check(
            "The Courier reported on Monday, citing two aides, that the dam was cracked.",
            "that the dam was cracked",
            Some("two aides"),
        );
        check(
            "The Courier reported that the dam was cracked, citing a leaked ministry memo.",
            "that the dam was cracked",
            Some("a leaked ministry memo"),
        );
        check(
            "The Courier reported that 40 were lost, as counted by the Rescue Office.",
            "that 40 were lost",
            Some("the Rescue Office"),
        );
        check("The board refused, citing safety.", "refused", None);
        check("The Courier reported that the dam was shut, citing fears of a breach.", "that the dam was shut", None);
        check(
            "The dam was cracked, the Courier said, quoting village elders.",
            "The dam was cracked",
            Some("village elders"),
        );
        check(
            "The dam was cracked, the Courier reports, attributing the finding to the Water Office.",
            "The dam was cracked",
            Some("the Water Office"),
        );
        check(
            "The dam was cracked, according to the Courier, which based its account on two divers.",
            "The dam was cracked",
            Some("two divers"),
        );
        check(
            "The dam was cracked, according to the Courier, which attributes the account to a rigger.",
            "The dam was cracked",
            Some("a rigger"),
        );
        check(
            "The Courier wrote, on the word of a lock keeper, that the dam was cracked.",
            "that the dam was cracked",
            Some("a lock keeper"),
        );
        check(
            "The Courier wrote that the dam, which is based on clay, was shut.",
            "that the dam, which is based on clay, was shut",
            None,
        );
        check(
            "The dam was cracked, the Courier reported, drawing on logs kept by the firm.",
            "The dam was cracked",
            Some("logs kept by the firm"),
        );
        check(
            "Quoting an admiral, Joos Verrin, the Courier reported that the dam was cracked.",
            "that the dam was cracked",
            Some("an admiral, Joos Verrin"),
        );
        check(
            "The dam was cracked, the Courier reported. The newspaper attributed it to a former accountant.",
            "The dam was cracked",
            Some("a former accountant"),
        );
        check(
            "The dam was cracked, reported the Courier, which cited two aides.",
            "The dam was cracked",
            Some("two aides"),
        );
        check(
            "The Courier reported that the dam was cracked. The newspaper cited two aides.",
            "that the dam was cracked",
            Some("two aides"),
        );
        check("The Courier reported that the dam was cracked. He cited two aides.", "that the dam was cracked", None);
        check(
            "The Courier reported that the dam was cracked. It quoted an aide who said it was not.",
            "that the dam was cracked",
            None,
        );
        check("The Courier reported that the dam was cracked. It cited safety.", "that the dam was cracked", None);
    }

    #[test]
    fn a_quotation_in_the_next_sentence_cites_nobody() {
        let text = "The Courier reported it, citing a guard. “It leaked,” the guard said.";
        let spans = sayso_text::words(text);
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &[], paragraphs: &paragraphs };
        let draft = Draft { source: vec![], cue: vec![16..17], content: vec![9..14], evidence: Evidence::default() };
        assert_eq!(citing(words, &draft), None);
    }

    #[test]
    fn what_a_paper_had_written_is_its_report() {
        let text =
            "The prize was gas. The Evening Argosy had written only the day before that Saravel is offering gas.";
        let spans = sayso_text::words(text);
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &[], paragraphs: &paragraphs };
        let offers =
            Draft { source: vec![15..16], cue: vec![16..18], content: vec![18..19], evidence: Evidence::default() };
        let of = |range: &Range<usize>| crate::ranges::span_of(&spans, range).of(text);
        let mut drafts = vec![offers];
        had_written(words, &mut drafts);
        let found: Vec<_> = drafts.iter().map(|d| (of(&d.source[0]), of(&d.cue[0]), of(&d.content[0]))).collect();
        assert_eq!(found, [("The Evening Argosy", "had written", "that Saravel is offering gas")]);
    }

    #[test]
    fn whom_a_paper_quotes_as_saying_says_it() {
        let text = "“It leaked,” the Courier quoted one of the guards as saying.";
        let spans = sayso_text::words(text);
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &[], paragraphs: &paragraphs };
        let draft = Draft { source: vec![5..7], cue: vec![7..8], content: vec![0..5], evidence: Evidence::default() };
        let of = |range: &Range<usize>| crate::ranges::span_of(&spans, range).of(text);
        let found = citing(words, &draft);
        assert_eq!(found.map(|(source, cue)| (of(&source), of(&cue))), Some(("one of the guards", "as saying")));
    }

    #[test]
    fn whom_a_report_cites_between_is_no_content() {
        let text = "The Courier had reported, citing a guard who feared for his post, that the dam was cracked.";
        let spans = sayso_text::words(text);
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &[], paragraphs: &paragraphs };
        let content = vec![6..spans.len() - 1];
        let mut drafts = [Draft { source: vec![0..2], cue: vec![2..6], content, evidence: Evidence::default() }];
        interposed(words, &mut drafts);
        let of = |range: &Range<usize>| crate::ranges::span_of(&spans, range).of(text);
        assert_eq!((of(&drafts[0].cue[0]), of(&drafts[0].content[0])), ("had reported", "that the dam was cracked"));
        assert_eq!(citing(words, &drafts[0]).map(|(source, _)| of(&source)), Some("a guard"));
    }

    #[test]
    fn whom_a_report_cites_at_its_end_is_no_content() {
        for (text, content) in [
            ("The Courier wrote that the dam was cracked, citing a relief officer.", "that the dam was cracked"),
            (
                "The Courier wrote that the dam was shut, citing fears of a breach.",
                "that the dam was shut, citing fears of a breach",
            ),
            (
                "The Courier wrote that the Mail reported a crack, citing a guard.",
                "that the Mail reported a crack, citing a guard",
            ),
        ] {
            let spans = sayso_text::words(text);
            let paragraphs = vec![0; spans.len()];
            let words = Words { text, spans: &spans, begins: &[], paragraphs: &paragraphs };
            let all = vec![3..spans.len() - 1];
            let mut drafts =
                [Draft { source: vec![0..2], cue: vec![2..3], content: all, evidence: Evidence::default() }];
            trailing(words, &mut drafts);
            assert_eq!(crate::ranges::span_of(&spans, &drafts[0].content[0]).of(text), content);
        }
    }

    #[test]
    fn who_stands_behind_according_to_is_the_source() {
        let text = "The bridge needs a new deck, according to minutes of the March meeting. It is shut.";
        let spans = sayso_text::words(text);
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &[], paragraphs: &paragraphs };
        let draft = Draft { source: vec![], cue: vec![7..9], content: vec![0..6], evidence: Evidence::default() };
        let mut drafts = [draft];
        according(words, &mut drafts);
        assert_eq!(drafts[0].source, [9..14]);
    }

    #[test]
    fn whom_a_report_leads_with_is_no_content() {
        let text = "Quoting an admiral, the paper wrote that the wounded would cross.";
        let spans = sayso_text::words(text);
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &[], paragraphs: &paragraphs };
        let draft =
            Draft { source: vec![4..6], cue: vec![0..1], content: vec![1..3, 7..12], evidence: Evidence::default() };
        let mut drafts = [draft];
        leading(words, &mut drafts);
        assert_eq!((&drafts[0].cue[..], &drafts[0].content[..]), (&[6..7][..], &[7..12][..]));
    }

    #[test]
    fn who_is_cited_is_no_content_of_another() {
        for (text, left) in [
            ("The dam was cracked, the Courier reported, citing three aides in the ministry.", 1),
            ("The dam was cracked, the Courier reported, citing the fate of prisoners.", 2),
        ] {
            let spans = sayso_text::words(text);
            let begins: Vec<bool> = (0..spans.len()).map(|at| at == 0).collect();
            let paragraphs = vec![0; spans.len()];
            let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
            let draft = |source: Range<usize>, cue: usize, content: Range<usize>| Draft {
                source: vec![source],
                cue: vec![cue..cue + 1],
                content: vec![content],
                evidence: Evidence::default(),
            };
            let mut drafts = vec![draft(5..7, 7, 0..4), draft(5..7, 9, 10..spans.len() - 1)];
            without_rivals(words, &mut drafts);
            assert_eq!(drafts.len(), left, "{text}");
        }
    }
}
