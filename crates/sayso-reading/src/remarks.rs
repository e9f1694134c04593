//! Who passes a whole sentence on: a remark between commas, a count that closes a report, and what is told to a paper behind
//! another report. The tagger takes such links one by one; what belongs together is said by the sentence.

#![expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]

use std::ops::Range;

use crate::decode::Draft;
use crate::edges::is_short_title;
use crate::nested::Words;

/// Words of a remark between commas.
const REMARK: usize = 9;
/// Its verbs.
const VERBS: &[&str] = &[
    "said",
    "says",
    "reported",
    "reports",
    "wrote",
    "writes",
    "added",
    "adds",
    "noted",
    "notes",
    "continued",
    "continues",
];
/// Words of who tells something to a paper.
const TELLER: usize = 16;
/// Words of a remark that closes its sentence.
const CLOSING: usize = 14;
/// Words from "told" to "that".
const TOLD: usize = 8;
/// What somebody counts by.
const COUNTS: &[&str] = &["count", "tally", "estimate", "figures", "records", "register", "list", "log", "data"];
/// Words of a day that begins a sentence.
const DAY: usize = 3;
/// Words of who counted.
const COUNTER: usize = 12;

/// Words of a quotation.
const QUOTED: usize = 60;
/// A sentence is looked at up to so many words back.
const SENTENCE: usize = 80;
/// Drafts in the order of the text that a sentence's other one stands among.
const NEAR: usize = 6;

/// Mends the outermost drafts of an article.
pub(crate) fn mend(words: Words<'_>, drafts: &mut Vec<Draft>) {
    for found in [between, from_the_start, closing, by_count] {
        let mut is_inside = vec![false; drafts.len()];
        for i in 0..drafts.len() {
            let near = i.saturating_sub(NEAR)..drafts.len().min(i + NEAR + 1);
            let Some(new) = found(words, &drafts[near.clone()], i - near.start) else { continue };
            // What lies in its content is read again there.
            for other in near.filter(|other| *other != i) {
                is_inside[other] |= new.content.iter().any(|piece| drafts[other].lies_in(piece));
            }
            drafts[i] = new;
        }
        let mut is_inside = is_inside.into_iter();
        drafts.retain(|_| !is_inside.next().unwrap_or_default());
    }
    told_apart(words, drafts);
}

/// Verbs by which a sentence reports somebody of its own before a remark that closes the next one.
const REPORTS: &[&str] =
    &["told", "said", "assured", "informed", "reported", "wrote", "warned", "announced", "confirmed"];

/// "A police officer told the Echo that three were in the hills. Relatives fear the worst, the Echo said.": the remark closes its
/// own sentence, and not the one before, which reports somebody itself. Gives the sentences that are to be read by themselves.
pub(crate) fn glued(words: Words<'_>, drafts: &mut [Draft]) -> Vec<Range<usize>> {
    let mut apart = Vec::new();
    for draft in drafts {
        let (Some(begin), Some(end)) = (draft.content.first().map(|c| c.start), draft.content.last().map(|c| c.end))
        else {
            continue;
        };
        let Some(cue) = draft.cue.first().filter(|cue| end <= cue.start && cue.start < end + REMARK) else { continue };
        let is_plain = !(begin..end).any(|at| matches!(words.word(at), "“" | "”" | "\"" | "‘"));
        let last = (begin + 1..end).rev().find(|at| begins_sentence(words, *at)).filter(|_| is_plain);
        let Some(last) = last else { continue };
        let reports = |at: &usize| {
            let that = (at + 1..at + 1 + TOLD).find(|w| matches!(words.word(*w), "that" | "." | ","));
            REPORTS.contains(&words.word(*at)) && that.is_some_and(|that| words.word(that) == "that")
        };
        if !(begin + 1..last).take(TELLER).any(|at| reports(&at)) {
            continue;
        }
        if draft.source.iter().any(|source| source.start < last) {
            // The paper of the first sentence was taken for that of the remark.
            draft.source = vec![end + 1..cue.start];
        }
        draft.content.retain(|piece| piece.end > last);
        if let Some(first) = draft.content.first_mut() {
            first.start = first.start.max(last);
        }
        draft.source.retain(|source| !source.is_empty());
        apart.push(begin..last);
    }
    apart
}

/// "The official, the Tribune went on, said the ministry …": the Tribune says all of it.
fn between(words: Words<'_>, near: &[Draft], i: usize) -> Option<Draft> {
    let Draft { source, cue, content, evidence } = &near[i];
    let ([source], [cue], Some(end)) = (&source[..], &cue[..], content.iter().map(|c| c.end).max()) else {
        return None;
    };
    if source.end + 3 > cue.start || words.word(source.end) != "," || words.word(cue.start - 1) != "," {
        return None;
    }
    let gap = source.end + 1..cue.start - 1;
    let went_on = matches!(words.word(gap.end - 2), "went" | "goes") && words.word(gap.end - 1) == "on";
    let verb = gap.end - if went_on { 2 } else { 1 };
    let is_remark = gap.len() <= REMARK
        && verb > gap.start
        && (went_on || VERBS.contains(&words.word(verb)))
        && begins_name(words, gap.start)
        && gap.clone().all(|at| words.word(at).starts_with(char::is_alphabetic));
    (is_remark && end > cue.end && !meets(near, &gap)).then(|| Draft {
        source: vec![gap.start..verb],
        cue: vec![verb..gap.end],
        content: vec![source.clone(), cue.start..end],
        evidence: *evidence,
    })
}

/// "According to an aide, the agency says it was paid, the Observer wrote": what the Observer wrote begins with the sentence. So does
/// "*They were driven to the polls and told* how to vote, an observer said", where the first words are nobody's.
fn from_the_start(words: Words<'_>, near: &[Draft], i: usize) -> Option<Draft> {
    let Draft { source, cue, content, .. } = &near[i];
    let ([by], [verb], [content]) = (&source[..], &cue[..], &content[..]) else { return None };
    let closes = content.end <= by.start.min(verb.start)
        && words.word(content.end) == ","
        && matches!(words.word(by.end.max(verb.end)), "." | ",");
    if !closes {
        return None;
    }
    let start = sentence_start(words, content.start);
    let leads = words.word(start) == "According" && words.word(start + 1) == "to" && start + 3 < content.start;
    let is_word = |at: usize| words.word(at).starts_with(char::is_alphanumeric);
    let goes_on = start + 1 < content.start && (start..=content.start).all(is_word);
    ((leads || goes_on) && !meets(near, &(start..content.start)))
        .then(|| Draft { content: vec![start..content.end], ..near[i].clone() })
}

/// "According to the laboratory, it had reached 41 schools, an official told the Courier": the official tells all of it.
fn closing(words: Words<'_>, near: &[Draft], i: usize) -> Option<Draft> {
    let Draft { cue, content, evidence, .. } = &near[i];
    let ([cue], Some(end)) = (&cue[..], content.iter().map(|c| c.end).max()) else { return None };
    if words.word(cue.start) != "According" {
        return None;
    }
    let told = (cue.end + 4..end).find(|at| words.word(*at) == "told" && !is_passive(words, *at))?;
    let comma = (told.saturating_sub(CLOSING)..told).rev().find(|at| words.word(*at) == ",")?;
    // "… told the Argus on Monday, declining to be named": what follows the paper says no more of the matter.
    let on_day = |at: usize| if words.word(at) == "on" { at + 2 } else { at };
    let closes = |at: &usize| matches!(words.word(on_day(*at)), "." | ",");
    let to_end = (told + 2..told + 6).find(closes)?;
    let is_clear = (comma + 1..to_end).all(|at| words.word(at).starts_with(char::is_alphabetic));
    (begins_name(words, told + 1) && is_clear && comma > cue.end + 4).then(|| Draft {
        source: vec![comma + 1..told],
        cue: vec![told..told + 1],
        content: vec![cue.start..comma],
        evidence: *evidence,
    })
}

/// "Two officials told the Courier that 40 had left, according to a count by the agency": the officials tell it, by that count.
fn by_count(words: Words<'_>, near: &[Draft], i: usize) -> Option<Draft> {
    let Draft { cue, content, evidence, .. } = &near[i];
    let ([cue], [content]) = (&cue[..], &content[..]) else { return None };
    if cue.len() < 2 || words.word(cue.start) != "according" || content.end > cue.start {
        return None;
    }
    let ends = |at: &usize| matches!(words.word(*at), "." | "," | ";" | "");
    let end = (cue.end..cue.end + COUNTER).find(ends).unwrap_or(cue.end);
    let counts = (cue.start..end).any(|at| COUNTS.contains(&words.word(at)));
    let tells = |at: &usize| {
        matches!(words.word(*at), "told" | "said" | "wrote" | "reported" | "revealed") && !is_passive(words, *at)
    };
    let told = content.clone().skip(1).take(TELLER).find(tells)?;
    // "The Times wrote that he was paid, according to a manager": so does a paper that has it from somebody without a name.
    let is_paper = words.word(told - 1).starts_with(char::is_uppercase) && told > content.start + 1;
    let is_unnamed = matches!(words.word(cue.end), "a" | "an" | "two" | "three" | "several" | "one");
    let is_report = is_paper && is_unnamed && words.word(told) != "told";
    if !(counts || is_report) {
        return None;
    }
    let that = (told + 1..told + TOLD).find(|at| words.word(*at) == "that").filter(|that| *that < content.end)?;
    // "On Tuesday, the Times wrote …"
    let comma = (content.start..told).find(|at| words.word(*at) == ",").filter(|comma| comma - content.start <= DAY);
    let begin = comma.map_or(content.start, |comma| comma + 1);
    let plain = (begin..told).all(|at| words.word(at).starts_with(char::is_alphanumeric));
    plain.then(|| Draft {
        source: vec![begin..told],
        cue: vec![told..told + 1],
        content: vec![that..end],
        evidence: *evidence,
    })
}

/// "The line was shut, the Post reported. A guard told the Post that nobody knew": what is told to a paper behind a report, in a
/// sentence or clause of its own, is told by itself.
fn told_apart(words: Words<'_>, drafts: &mut Vec<Draft>) {
    let mut found = Vec::new();
    for draft in &mut *drafts {
        let Some(link) = draft.cue.iter().chain(&draft.source).map(|r| r.end).max() else { continue };
        let mut cut = None;
        for piece in &draft.content {
            let told = |at: usize| told_to_a_paper(words, at).or_else(|| quoted(words, at));
            let begins = |at: &usize| {
                let joins = *at == piece.start + 1 && matches!(words.word(piece.start), "and" | "but");
                *at > link && (begins_sentence(words, *at) || joins)
            };
            if let Some((at, new)) = piece.clone().filter(begins).find_map(|at| Some((at, told(at)?))) {
                cut = Some((at - usize::from(at == piece.start + 1), new));
                break;
            }
        }
        let Some((at, new)) = cut else { continue };
        draft.content.retain(|piece| piece.start < at);
        if let Some(last) = draft.content.last_mut() {
            last.end = last.end.min(at);
            last.end -= usize::from(matches!(words.word(last.end - 1), "." | ","));
        }
        found.push(new);
    }
    drafts.retain(|draft| !draft.content.is_empty());
    if found.is_empty() {
        return;
    }
    let mut taken = vec![false; words.spans.len()];
    drafts.iter().flat_map(Draft::ranges).for_each(|range| taken[range.clone()].fill(true));
    drafts.extend(found.into_iter().filter(|new| !taken[new.cue[0].start]));
    drafts.sort_by_key(Draft::first_word);
}

/// "A hospital official told the Post that …", from its first word to the end of its sentence.
fn told_to_a_paper(words: Words<'_>, start: usize) -> Option<Draft> {
    let same = |at: &usize| words.paragraphs.get(*at) == Some(&words.paragraphs[start]);
    let stops = |at: &usize| !same(at) || matches!(words.word(*at), "." | "that" | "said" | "“" | "\"" | ":" | ";");
    let told = (start + 1..start + TELLER).take_while(|at| !stops(at)).find(|at| words.word(*at) == "told")?;
    let paper = told + 1 + usize::from(words.word(told + 1) == "the");
    let is_paper = words.word(paper).starts_with(char::is_uppercase);
    let that = (paper + 1..told + TOLD).take_while(same).find(|at| words.word(*at) == "that")?;
    let last = words.spans.len();
    let ends = |at: &usize| !same(at) || matches!(words.word(*at), "." | "?" | "!" | ";" | "“" | "\"");
    let end = (that..last).find(ends).unwrap_or(last);
    let open = words.word(end) == "“" || words.word(end) == "\"";
    (is_paper && !is_passive(words, told) && !open).then(|| Draft {
        source: vec![start..told],
        cue: vec![told..told + 1],
        content: vec![that..end],
        evidence: crate::layout::BY_LAYOUT,
    })
}

/// "“It was closed,” an auditor told the Record": a quotation in a sentence of its own, with its own speaker.
fn quoted(words: Words<'_>, start: usize) -> Option<Draft> {
    let same = |at: &usize| words.paragraphs.get(*at) == Some(&words.paragraphs[start]);
    if words.word(start) != "“" {
        return None;
    }
    let close = (start + 2..start + QUOTED).take_while(same).find(|at| words.word(*at) == "”")?;
    let stops = |at: &usize| !same(at) || matches!(words.word(*at), "." | "“" | ":" | ";" | ",");
    let says = |at: &usize| matches!(words.word(*at), "told" | "said") && !is_passive(words, *at);
    let verb = (close + 2..close + TELLER).take_while(|at| !stops(at)).find(says)?;
    let who = |at: &usize| matches!(words.word(*at), "who" | "which");
    let end = (close + 2..verb).find(who).unwrap_or(verb);
    (words.word(close - 1) == ",").then(|| Draft {
        source: vec![close + 1..end],
        cue: vec![verb..verb + 1],
        content: vec![start..close + 1],
        evidence: crate::layout::BY_LAYOUT,
    })
}

/// Whether somebody is told, and does not tell.
fn is_passive(words: Words<'_>, verb: usize) -> bool {
    verb > 0 && matches!(words.word(verb - 1), "was" | "were" | "been" | "be" | "being")
}

/// Whether a name with its article begins at a word.
fn begins_name(words: Words<'_>, at: usize) -> bool {
    words.word(at).starts_with(char::is_uppercase)
        || words.word(at) == "the" && words.word(at + 1).starts_with(char::is_uppercase)
        || matches!((words.word(at), words.word(at + 1)), ("the", "paper" | "newspaper" | "report" | "agency"))
}

/// Where the sentence of a word begins, as far as full stops tell.
fn sentence_start(words: Words<'_>, at: usize) -> usize {
    (at.saturating_sub(SENTENCE)..=at).rev().find(|at| begins_sentence(words, *at)).unwrap_or(at)
}

fn begins_sentence(words: Words<'_>, at: usize) -> bool {
    at == 0
        || words.paragraphs[at - 1] != words.paragraphs[at]
        || matches!(words.word(at - 1), "." | "?" | "!" | "”")
            && words.word(at).starts_with(|c: char| c.is_uppercase() || c == '“')
            && words.spans[at - 1].end < words.spans[at].start
            && words.word(at.saturating_sub(2)).chars().count() > 1
            && !is_short_title(words.word(at.saturating_sub(2)))
}

/// Whether a part of some draft stands in some words.
fn meets(drafts: &[Draft], words: &Range<usize>) -> bool {
    drafts.iter().flat_map(Draft::ranges).any(|range| range.start < words.end && words.start < range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Evidence;
    use crate::ranges::{span_of, words_in};
    use sayso_text::Span;

    /// `glued` and `mend` on drafts of (source, cue, content); each as it is after it.
    fn check(text: &str, drafts: &[(&str, &str, &str)], expect: &[(&str, &str, &str)]) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let range = |piece: &str| {
            let at = text.find(piece).expect("the piece is in the text");
            words_in(&spans, Span::new(at, at + piece.len()))
        };
        let parts = |all: &str| all.split(" | ").map(range).collect::<Vec<_>>();
        let mut drafts: Vec<Draft> = drafts
            .iter()
            .map(|(source, cue, content)| Draft {
                source: parts(source),
                cue: parts(cue),
                content: parts(content),
                evidence: Evidence::default(),
            })
            .collect();
        glued(words, &mut drafts);
        mend(words, &mut drafts);
        let piece = |ranges: &[Range<usize>]| {
            ranges.iter().map(|r| span_of(&spans, r).of(text)).collect::<Vec<_>>().join(" | ")
        };
        let found: Vec<_> = drafts.iter().map(|d| (piece(&d.source), piece(&d.cue), piece(&d.content))).collect();
        let found: Vec<_> = found.iter().map(|(s, c, t)| (s.as_str(), c.as_str(), t.as_str())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn who_is_told_may_be_followed_by_terms() {
        check(
            "According to the agency, 37 blocks carry the panels, an official told the Argus on Monday, declining to be named.",
            &[(
                "the agency",
                "According to",
                "37 blocks carry the panels, an official told the Argus on Monday, declining to be named",
            )],
            &[("an official", "told", "According to the agency, 37 blocks carry the panels")],
        );
    }

    #[test]
    fn a_paper_has_it_from_somebody_without_a_name() {
        check(
            "On Tuesday, the Harbour Times wrote that he was paid, according to a bank manager.",
            &[("a bank manager", "according to", "On Tuesday, the Harbour Times wrote that he was paid")],
            &[("the Harbour Times", "wrote", "that he was paid, according to a bank manager")],
        );
    }

    #[test]
    fn a_remark_closes_its_own_sentence() {
        check(
            "An officer told the Echo that three were held. Relatives fear the worst, the paper said.",
            &[("the paper", "said", "An officer told the Echo that three were held. Relatives fear the worst")],
            &[("the paper", "said", "Relatives fear the worst")],
        );
        let both = [("it", "noted", "Gen. Morvane fears a trial. His deputy would flee")];
        check("Gen. Morvane fears a trial. His deputy would flee, it noted.", &both, &both);
    }

    #[test]
    fn a_remark_between_passes_all_of_it_on() {
        check(
            "The official, the Tribune went on, said the ministry reckoned that it was lost.",
            &[("The official", "said", "the ministry reckoned that it was lost")],
            &[("the Tribune", "went on", "The official | said the ministry reckoned that it was lost")],
        );
        check(
            "The official, who was tired, said that it was lost.",
            &[("The official", "said", "that it was lost")],
            &[("The official", "said", "that it was lost")],
        );
    }

    #[test]
    fn what_a_paper_wrote_begins_with_the_sentence() {
        check(
            "It rained. According to an aide, the agency says it was paid, the Observer wrote.",
            &[("the Observer", "wrote", "the agency says it was paid")],
            &[("the Observer", "wrote", "According to an aide, the agency says it was paid")],
        );
    }

    #[test]
    fn a_count_lies_inside_what_is_told() {
        check(
            "Two officials told the Courier that 40 had left, according to a count by the agency.",
            &[("a count by the agency", "according to", "Two officials told the Courier that 40 had left")],
            &[("Two officials", "told", "that 40 had left, according to a count by the agency")],
        );
        check(
            "Two officials told the court that 40 had left, according to the Courier.",
            &[("the Courier", "according to", "Two officials told the court that 40 had left")],
            &[("the Courier", "according to", "Two officials told the court that 40 had left")],
        );
    }

    #[test]
    fn who_closes_the_sentence_tells_all_of_it() {
        check(
            "According to the laboratory, it had reached 41 schools, an official told the Courier.",
            &[("the laboratory", "According to", "it had reached 41 schools, an official told the Courier")],
            &[("an official", "told", "According to the laboratory, it had reached 41 schools")],
        );
    }

    #[test]
    fn what_stands_before_who_closes_the_sentence_is_told_from_its_beginning() {
        check(
            "It rained. Workers were driven to the polls and told how to vote, the candidate believes.",
            &[("the candidate", "believes", "how to vote")],
            &[("the candidate", "believes", "Workers were driven to the polls and told how to vote")],
        );
        let others = [("Workers", "were told", "how to vote"), ("the candidate", "believes", "how to vote")];
        check("Workers were told how to vote, the candidate believes.", &others, &others);
    }

    #[test]
    fn a_quotation_with_its_own_speaker_stands_apart() {
        check(
            "The price is low, the Record noted. “It was closed,” an auditor who hid told the Record.",
            &[("the Record", "noted", "The price is low | “It was closed,”")],
            &[("the Record", "noted", "The price is low"), ("an auditor", "told", "“It was closed,”")],
        );
    }

    #[test]
    fn what_is_told_to_a_paper_is_told_by_itself() {
        check(
            "The line was shut, the Post reported. A guard, Anton Vey, told the Post that nobody knew. It rained.",
            &[("the Post", "reported", "The line was shut | A guard, Anton Vey, told the Post that nobody knew.")],
            &[("the Post", "reported", "The line was shut"), ("A guard, Anton Vey,", "told", "that nobody knew")],
        );
        check(
            "The line was shut, the Post reported, and a guard told the Post that nobody knew.",
            &[("the Post", "reported", "The line was shut | and a guard told the Post that nobody knew")],
            &[("the Post", "reported", "The line was shut"), ("a guard", "told", "that nobody knew")],
        );
    }
}
