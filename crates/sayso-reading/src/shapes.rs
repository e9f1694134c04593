//! What the shape of a sentence says of source and content against the tagger: a remark between commas, a passive with its
//! agent, terms that are taken for a content.

#![expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]

use std::ops::Range;

use crate::decode::Draft;
use crate::layout::contraction;
use crate::nested::Words;
use crate::plain::{self, STATEMENTS};
use crate::terms::without_terms;

/// Verbs of a remark between commas.
const SAY: &[&str] = &[
    "say", "says", "said", "believe", "believes", "report", "reports", "reported", "claim", "claims", "claimed", "add",
    "adds", "added", "write", "writes", "wrote", "note", "notes", "noted", "found", "told",
];
/// Whoever says it between commas has at most this many words.
const REMARK: usize = 8;
/// So many words at most stand between a remark and the content that goes on behind it, where they are its own.
const GAP: usize = 4;
/// Words that may be missing in the middle of a content.
const MIDDLE: usize = 16;
/// Words of who is quoted.
const SUBJECT: usize = 10;
/// What a passive begins with.
const BE: &[&str] = &["was", "were", "is", "are", "been"];
/// Words of whom somebody told.
const RELAY: usize = 4;
/// Passives whose subject is told something.
const TOLD: &[&str] = &["told", "informed", "warned", "assured", "advised", "asked", "ordered"];
/// What no longer belongs to who told it.
const AFTER_AGENT: &[&str] =
    &["in", "on", "at", "last", "this", "that", "to", "during", "when", "after", "before", ","];
/// Mends the drafts of an article, or of one content.
pub(crate) fn mend(words: Words<'_>, drafts: &mut Vec<Draft>) {
    without_gaps(words, drafts);
    for draft in &mut *drafts {
        contracted(words, draft);
        clause(words, draft);
        without_relative(words, draft);
        remark(words, draft);
        remark_of_another(words, draft);
        quoted(words, draft);
        whom_told(words, draft);
        interrupted(words, draft);
        continued(words, draft);
        passive(words, draft);
        cut_short(words, draft);
        called(words, draft);
    }
    while_others(words, drafts);
    drafts.retain(|draft| !is_deed(words, draft));
    without_terms(words, drafts);
}

/// "Reported that, according to *an aide to the premier, the chief of staff, Bruna Keld*, had told colleagues …": what is left
/// out in the middle of a content, and belongs to no other attribution, belongs to it.
fn without_gaps(words: Words<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let Draft { source, cue, content, .. } = &drafts[i];
        let [before, after] = &content[..] else { continue };
        let gap = before.end..after.start;
        let meets = |r: &Range<usize>| r.start < gap.end && gap.start < r.end;
        let is_behind = source.iter().chain(cue).all(|r| r.end <= before.start);
        let is_clause = !gap.is_empty()
            && gap.len() <= MIDDLE
            && gap.clone().all(|at| words.word(at) == "," || words.word(at).starts_with(char::is_alphabetic));
        let remark =
            before.end >= 3 && matches!(words.word(before.end - 1), "to" | "of") && plain::leads(words, before.start);
        // The remark itself may be the gap: "that, *according to a register*, 38 cars …".
        let begins = words.word(before.start) == "that" && before.len() <= 2 && plain::leads(words, before.start);
        if (remark || begins)
            && is_behind
            && is_clause
            && !drafts.iter().enumerate().any(|(j, d)| j != i && d.ranges().any(meets))
        {
            drafts[i].content = vec![before.start..after.end];
        }
    }
}

/// "They’re not happy with it": a pronoun that a verb is contracted with, right before a cue without a source, is its source.
fn contracted(words: Words<'_>, draft: &mut Draft) {
    let ([], [cue]) = (&draft.source[..], &draft.cue[..]) else { return };
    let adverb = |at: &usize| matches!(words.word(*at), "not" | "never" | "so" | "very" | "also" | "still" | "all");
    let first = (cue.start.saturating_sub(2)..cue.start).rev().take_while(adverb).last().unwrap_or(cue.start);
    let Some(before) = first.checked_sub(1) else { return };
    let is_third = |end: usize| matches!(&words.word(before).to_lowercase()[..end], "he" | "she" | "they");
    if contraction(words.word(before)).is_some_and(is_third) {
        draft.source = vec![before..before + 1];
    }
}

/// Words between "who" and its verb: "who *in 2010* said".
const BETWEEN: usize = 3;

/// "…, who once said that …": what opens the clause of a cue without a source is its source.
fn clause(words: Words<'_>, draft: &mut Draft) {
    let ([], [cue], Some(first)) = (&draft.source[..], &draft.cue[..], draft.content.iter().map(|c| c.start).min())
    else {
        return;
    };
    if cue.end > first || BE.contains(&words.word(cue.start)) {
        return;
    }
    let near = (cue.start.saturating_sub(BETWEEN)..cue.start).rev();
    let same = |at: &usize| words.paragraphs[*at] == words.paragraphs[cue.start];
    let adverb = |at: &usize| {
        let word = words.word(*at);
        word.ends_with("ly")
            || matches!(word, "also" | "once" | "then" | "in" | "had" | "has")
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let who = near.take_while(same).find(|at| !adverb(at));
    if let Some(who) = who.filter(|who| matches!(words.word(*who), "who" | "which")) {
        draft.source = vec![who..who + 1];
    }
}

/// Verbs by which somebody else says what follows "while".
const REPORTING: &[&str] =
    &["said", "says", "told", "wrote", "writes", "reported", "reports", "according", "added", "quoted"];
/// Attributions in the order of the text that a clause behind one may touch.
const NEAR_DRAFTS: usize = 4;
/// Words of a clause with "while" at least.
const LEAST_REST: usize = 4;
/// Participles that tell what was done with a report, not who it is.
const RELEASED: &[&str] = &["published", "released", "issued", "broadcast", "aired", "posted", "made"];

/// "A letter in which the head of the hospital warned …": she is the source. "The Courier's report, published on Tuesday": the
/// report is, without the day.
fn without_relative(words: Words<'_>, draft: &mut Draft) {
    let [source] = &mut draft.source[..] else { return };
    let is_which = |at: &usize| words.word(*at) == "which" && matches!(words.word(at - 1), "in" | "to" | "where");
    if let Some(which) = source.clone().skip(1).find(is_which).filter(|which| which + 1 < source.end) {
        source.start = which + 1;
    }
    let is_clause = |at: &usize| {
        let next = words.word(at + 1);
        words.word(*at) == "," && (RELEASED.contains(&next) || next == "through")
    };
    if let Some(comma) = source.clone().skip(1).find(is_clause) {
        source.end = comma;
    }
}

/// "The brigade, according to the Mirror, believes …": what a remark interrupts goes on right behind it.
fn interrupted(words: Words<'_>, draft: &mut Draft) {
    let ([source], [cue]) = (&draft.source[..], &draft.cue[..]) else { return };
    let end = cue.end.max(source.end);
    let between = cue.start.min(source.start)..end - usize::from(words.word(end - 1) == ",");
    let [before, after] = &mut draft.content[..] else { return };
    let is_remark = before.end <= between.start && between.start <= before.end + 1 && words.word(between.end) == ",";
    let gap = between.end + 1..after.start;
    if is_remark
        && !gap.is_empty()
        && gap.len() <= GAP
        && gap.clone().all(|at| words.word(at).starts_with(char::is_alphabetic))
    {
        after.start = gap.start;
    }
}

/// "It was fever, writes the Sentinel, and it had been there for weeks": the sentence is the Sentinel's to its end.
fn continued(words: Words<'_>, draft: &mut Draft) {
    let ([source], [cue], [content]) = (&draft.source[..], &draft.cue[..], &draft.content[..]) else { return };
    let end = cue.end.max(source.end);
    let remark = cue.start.min(source.start)..end - usize::from(words.word(end - 1) == ",");
    let is_closed = content.end <= remark.start && remark.start <= content.end + 1 && words.word(remark.end) == ",";
    let joins = matches!(words.word(remark.end + 1), "and" | "but");
    let own = matches!(words.word(remark.end + 2), "it" | "they" | "there")
        && matches!(
            words.word(remark.end + 3),
            "was" | "were" | "is" | "are" | "had" | "has" | "have" | "would" | "will"
        );
    if is_closed && joins && own {
        let ends = |at: &usize| matches!(words.word(*at), "." | "?" | "!" | ";" | "“" | "\"");
        let same = words.paragraphs.partition_point(|p| *p <= words.paragraphs[content.start]);
        let rest = remark.end + 1..(remark.end + 1..same).find(ends).unwrap_or(same);
        draft.content.push(rest);
    }
}

/// "Workers had asked for new valves, the Star wrote, while managers feared a long shutdown": all of it is the Star's, unless
/// somebody else says the rest.
fn while_others(words: Words<'_>, drafts: &mut Vec<Draft>) {
    let mut is_inside = vec![false; drafts.len()];
    for i in 0..drafts.len() {
        let Some(rest) = while_clause(words, &drafts[i]) else { continue };
        let near = i.saturating_sub(NEAR_DRAFTS)..drafts.len().min(i + NEAR_DRAFTS + 1);
        let begins = |draft: &Draft| draft.ranges().any(|r| rest.contains(&r.start));
        let says = |draft: &Draft| draft.cue.iter().cloned().flatten().any(|at| REPORTING.contains(&words.word(at)));
        if drafts[near.clone()].iter().any(|draft| begins(draft) && says(draft)) {
            continue;
        }
        // What was found there lies inside now, and is read again.
        for other in near.filter(|other| *other != i) {
            is_inside[other] |= drafts[other].lies_in(&rest);
        }
        drafts[i].content.push(rest);
    }
    let mut is_inside = is_inside.into_iter();
    drafts.retain(|_| !is_inside.next().unwrap_or_default());
}

/// The clause with "while" behind a remark that closes what one content says.
fn while_clause(words: Words<'_>, draft: &Draft) -> Option<Range<usize>> {
    let ([source], [cue], [content]) = (&draft.source[..], &draft.cue[..], &draft.content[..]) else { return None };
    let end = cue.end.max(source.end);
    let remark = cue.start.min(source.start)..end - usize::from(words.word(end - 1) == ",");
    let is_closed = content.end <= remark.start && remark.start <= content.end + 1;
    if !is_closed || words.word(remark.end) != "," || words.word(remark.end + 1) != "while" {
        return None;
    }
    let paragraph = words.paragraphs[content.start];
    let ends = |at: &usize| {
        words.paragraphs.get(*at) != Some(&paragraph) || matches!(words.word(*at), "." | "?" | "!" | ";" | "“" | "\"")
    };
    let last = words.spans.len();
    let rest = remark.end + 1..(remark.end + 1..last).find(ends).unwrap_or(last);
    (rest.len() >= LEAST_REST).then_some(rest)
}

/// "The office, aides say, wants an answer": the aides say it of the office. What the office wants is found inside.
fn remark(words: Words<'_>, draft: &mut Draft) {
    let ([source], [cue], [content]) = (&draft.source[..], &draft.cue[..], &draft.content[..]) else { return };
    // The verb is the end of the source, or the cue itself.
    let is_cue = cue.len() == 1 && cue.start == source.end && SAY.contains(&words.word(cue.start));
    let verb = if is_cue {
        Some(cue.start).filter(|_| words.word(source.start).starts_with(char::is_uppercase))
    } else {
        source.clone().rev().take(2).find(|at| SAY.contains(&words.word(*at)))
    };
    let Some(verb) = verb.filter(|_| source.end <= cue.start && cue.end <= content.start) else { return };
    // "Told the Beacon," says whom.
    let told = if words.word(verb) == "told" { RELAY } else { 0 };
    let Some(end) = (verb + 1..=verb + 1 + told).find(|at| words.word(*at) == ",") else { return };
    let comma = (source.start + 1..verb).rev().find(|at| words.word(*at) == ",");
    let Some(comma) = comma.filter(|comma| (2..=REMARK + 1).contains(&(verb - comma))) else { return };
    let (said, rest) = (source.start..comma, end + 1..content.end);
    if rest.is_empty() || said.is_empty() {
        return;
    }
    draft.source = vec![comma + 1..verb];
    draft.cue = vec![verb..end];
    draft.content = vec![said, rest];
}

/// "The officer, the Sentinel said, feared that …": the Sentinel says it of the officer, also where the tagger took the officer for
/// who says it.
fn remark_of_another(words: Words<'_>, draft: &mut Draft) {
    let ([source], [cue]) = (&draft.source[..], &draft.cue[..]) else { return };
    let verb = cue.start;
    if cue.len() != 1 || !SAY.contains(&words.word(verb)) || source.end >= verb || words.word(source.end) != "," {
        return;
    }
    let Some(end) = draft.content.iter().map(|c| c.end).max() else { return };
    let comma = (verb + 1..verb + 1 + REMARK).find(|at| words.word(*at) == ",").unwrap_or(verb + 1);
    // "…, the Sentinel said, …" or "…, said the Sentinel, …".
    let name = if verb > source.end + 1 { source.end + 1..verb } else { (verb + 1)..comma };
    let rest = name.end.max(verb + 1) + 1..end;
    let is_name = name.clone().all(|at| words.word(at).starts_with(char::is_alphabetic));
    // "The minister, Eskil Dorran, said the mayor, Ruta Sembek, …": there the comma closes who says it.
    let closes = name.start > verb && source.clone().any(|at| words.word(at) == ",");
    let is_remark = !closes && words.word(rest.start - 1) == "," && !name.is_empty() && name.len() < REMARK && is_name;
    if is_remark && rest.len() >= 2 {
        draft.content = vec![source.clone(), rest];
        draft.source = vec![name];
    }
}

/// "One adviser was quoted by the Argus as saying …": the adviser says it, the Argus passes it on.
fn quoted(words: Words<'_>, draft: &mut Draft) {
    let [source] = &draft.source[..] else { return };
    let before = |back: usize| source.start.checked_sub(back).map_or("", |at| words.word(at));
    let passive = match (before(4), before(3), before(2), before(1)) {
        (_, _, "quoted", "by") => source.start - 2,
        ("quoted", "as", "saying", "by") => source.start - 4,
        _ => return,
    };
    let Some(verb) = passive.checked_sub(1).filter(|at| BE.contains(&words.word(*at))) else { return };
    let (paragraph, content) = (words.paragraphs[verb], &draft.content);
    let is_name = |at: &usize| {
        let word = words.word(*at);
        words.paragraphs[*at] == paragraph
            && (word.starts_with(char::is_alphabetic) || word == ",")
            && !content.iter().any(|c| c.end <= verb && c.contains(at))
    };
    let Some(first) = (verb.saturating_sub(SUBJECT)..verb).rev().take_while(is_name).last() else { return };
    // A comma before the name belongs to what stands before it.
    let first = (first..verb).find(|at| words.word(*at) != ",").unwrap_or(first);
    let saying = (source.end..source.end + 2).find(|at| words.word(*at) == "saying").map_or(source.start, |at| at + 1);
    draft.cue = vec![verb..if saying > source.end { saying } else { source.start }];
    draft.source = vec![first..verb];
    for content in &mut draft.content {
        if content.start >= verb {
            content.start = content.start.max(draft.cue[0].end);
        }
    }
    draft.content.retain(|content| !content.is_empty() && !(first..draft.cue[0].end).contains(&content.start));
}

/// "The dam was sound, a guard told the Standard": whom he told is no content, what stands before him is.
fn whom_told(words: Words<'_>, draft: &mut Draft) {
    let ([source], [cue], [content]) = (&draft.source[..], &draft.cue[..], &draft.content[..]) else { return };
    let ends = |at: usize| matches!(words.word(at), "." | "!" | "?" | "”" | "\"");
    let is_told = words.word(cue.end - 1) == "told" && source.end == cue.start && content.start == cue.end;
    if !is_told || content.len() > RELAY || !ends(content.end) || source.start < 2 {
        return;
    }
    let comma = source.start - 1;
    let paragraph = words.paragraphs[comma];
    let first = (0..comma).rev().take_while(|at| words.paragraphs[*at] == paragraph && !ends(*at)).last();
    if let Some(first) = first.filter(|first| words.word(comma) == "," && comma - first >= 3) {
        draft.content = vec![first..comma];
    }
}

/// "The fund was told by the bank that …": the bank is the source, whom it told is no content.
fn passive(words: Words<'_>, draft: &mut Draft) {
    let [cue] = &draft.cue[..] else { return };
    let Some(by) = cue.clone().skip(1).find(|at| words.word(*at) == "by") else { return };
    if !TOLD.contains(&words.word(by - 1)) {
        return;
    }
    let first = cue.start;
    if draft.source.is_empty() && by + 1 < cue.end {
        let is_end = |at: &usize| AFTER_AGENT.contains(&words.word(*at));
        let end = (by + 1..cue.end).find(is_end).unwrap_or(cue.end);
        if end > by + 1 {
            draft.source = vec![by + 1..end];
            draft.cue = vec![first..by + 1];
        }
    }
    let follows = |r: &Range<usize>| r.start > by;
    if draft.content.iter().any(follows) {
        draft.content.retain(follows);
    }
}

/// "The statement that no secrets had been lost was “true on that day”": what another calls the statement is no part of it.
fn called(words: Words<'_>, draft: &mut Draft) {
    let ([cue], [content]) = (&draft.cue[..], &mut draft.content[..]) else { return };
    let is_noun = cue.len() == 1 && STATEMENTS.contains(&words.word(cue.start)) && words.word(content.start) == "that";
    let is_called = |at: &usize| {
        matches!(words.word(*at), "was" | "were" | "is" | "are") && matches!(words.word(at + 1), "“" | "\"" | "‘")
    };
    let finite = |at: usize| matches!(words.word(at), "was" | "were" | "is" | "are" | "had" | "has" | "have" | "would");
    let called = content.clone().skip(2).find(is_called);
    if let Some(called) = called.filter(|called| is_noun && (content.start..*called).any(finite)) {
        content.end = called;
    }
}

/// Participles of which nobody is the source: "No successor has been named", "a ruling had been planned".
const DEEDS: &[&str] = &["named", "planned", "scheduled", "pinned"];

fn is_deed(words: Words<'_>, draft: &Draft) -> bool {
    let ([], [cue], [content, ..]) = (&draft.source[..], &draft.cue[..], &draft.content[..]) else { return false };
    let is_passive =
        cue.len() > 1 && matches!(words.word(cue.start), "has" | "have" | "had" | "was" | "were" | "is" | "are");
    let last = cue.clone().rfind(|at| words.word(*at).ends_with("ed") || words.word(*at) == "set");
    is_passive && content.start < cue.start && last.is_some_and(|last| DEEDS.contains(&words.word(last)))
}

/// Words with which a content cannot end.
const OPEN: &[&str] = &["about", "the", "a", "an", "of"];

/// "Pell had offered about $950 million": a content of one such word goes on to the end of its clause.
fn cut_short(words: Words<'_>, draft: &mut Draft) {
    let [content] = &mut draft.content[..] else { return };
    if content.len() == 1 && OPEN.contains(&words.word(content.start)) {
        let ends = |at: &usize| matches!(words.word(*at), "," | "." | ";" | ":" | "?" | "!" | "”");
        let same = words.paragraphs.partition_point(|p| *p <= words.paragraphs[content.start]);
        content.end = (content.end..same).find(ends).unwrap_or(same).max(content.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Evidence;
    use crate::ranges::{span_of, words_in};
    use sayso_text::Span;

    fn check(text: &str, draft: (&str, &str, &[&str]), expect: Option<(&str, &str, &str)>) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let range = |piece: &str| {
            let at = text.find(piece).expect("the piece is in the text");
            words_in(&spans, Span::new(at, at + piece.len()))
        };
        let source = if draft.0.is_empty() { vec![] } else { vec![range(draft.0)] };
        let content = draft.2.iter().map(|piece| range(piece)).collect();
        let mut drafts = vec![Draft { source, cue: vec![range(draft.1)], content, evidence: Evidence::default() }];
        mend(words, &mut drafts);
        let piece = |ranges: &[Range<usize>]| {
            ranges.iter().map(|r| span_of(&spans, r).of(text)).collect::<Vec<_>>().join(" | ")
        };
        let found = drafts.first().map(|d| (piece(&d.source), piece(&d.cue), piece(&d.content)));
        let found = found.as_ref().map(|(s, c, t)| (s.as_str(), c.as_str(), t.as_str()));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn who_remarks_between_commas_says_it_of_the_subject() {
        check(
            "The office, aides say, wants an answer.",
            ("The office, aides say,", "wants", &["an answer"]),
            Some(("aides", "say", "The office | wants an answer")),
        );
        let plain = "The office, a body of nine, wants an answer.";
        check(
            plain,
            ("The office, a body of nine,", "wants", &["an answer"]),
            Some(("The office, a body of nine,", "wants", "an answer")),
        );
    }

    #[test]
    fn what_stands_before_a_cue_is_its_source() {
        check(
            "He quoted a senator, who said that it was over.",
            ("", "said", &["that it was over"]),
            Some(("who", "said", "that it was over")),
        );
        check(
            "He quoted a senator, who in 2010 said that it was over.",
            ("", "said", &["that it was over"]),
            Some(("who", "said", "that it was over")),
        );
        check("The gate was said to be open.", ("", "was said", &["to be open"]), Some(("", "was said", "to be open")));
    }

    #[test]
    fn who_remarks_says_it_of_whom_the_tagger_took_for_the_speaker() {
        check(
            "The officer, the Sentinel said, feared that it would grow.",
            ("The officer", "said", &["the Sentinel", "feared that it would grow"]),
            Some(("the Sentinel", "said", "The officer | feared that it would grow")),
        );
        check(
            "The officer, said the Sentinel, feared that it would grow.",
            ("The officer", "said", &["the Sentinel, feared that it would grow"]),
            Some(("the Sentinel", "said", "The officer | feared that it would grow")),
        );
    }

    #[test]
    fn who_is_quoted_says_it() {
        check(
            "One adviser was quoted by the Argus as saying that it would fall.",
            ("the Argus", "was quoted by", &["as saying that it would fall"]),
            Some(("One adviser", "was quoted by the Argus as saying", "that it would fall")),
        );
        check(
            "“Nobody picked it up,” the official was quoted as saying by the Argus.",
            ("the Argus", "was quoted as saying by", &["“Nobody picked it up,”"]),
            Some(("the official", "was quoted as saying by", "“Nobody picked it up,”")),
        );
    }

    #[test]
    fn a_remark_behind_that_is_no_gap() {
        check(
            "An official told us that, according to the register, 38 cars had lost power.",
            ("An official", "told", &["that,", "38 cars had lost power"]),
            Some(("An official", "told", "that, according to the register, 38 cars had lost power")),
        );
    }

    #[test]
    fn a_clause_with_while_goes_on_behind_a_remark() {
        check(
            "Workers had asked for valves, the Star wrote, while managers feared a long shutdown.",
            ("the Star", "wrote", &["Workers had asked for valves"]),
            Some(("the Star", "wrote", "Workers had asked for valves | while managers feared a long shutdown")),
        );
    }

    #[test]
    fn a_content_goes_on_behind_a_remark() {
        check(
            "The brigade, according to the Mirror, believes the fire was set.",
            ("the Mirror", "according to", &["The brigade", "the fire was set"]),
            Some(("the Mirror", "according to", "The brigade | believes the fire was set")),
        );
        check(
            "Prosecutors, two people briefed on it said, want to question him.",
            ("Prosecutors, two people briefed on it", "said", &["to question him"]),
            Some(("two people briefed on it", "said", "Prosecutors | want to question him")),
        );
        let plain = "Ole Finch, a guard, said, “It never rang.”";
        let as_is = Some(("Ole Finch, a guard", "said", "“It never rang.”"));
        check(plain, ("Ole Finch, a guard", "said", &["“It never rang.”"]), as_is);
    }

    #[test]
    fn a_sentence_goes_on_behind_its_remark() {
        check(
            "It was fever, writes the Sentinel, and it had been there for weeks.",
            ("the Sentinel", "writes", &["It was fever"]),
            Some(("the Sentinel", "writes", "It was fever | and it had been there for weeks")),
        );
        let whole = Some(("the aide", "said", "It was fever"));
        check("It was fever, the aide said, and left.", ("the aide", "said", &["It was fever"]), whole);
    }

    #[test]
    fn a_source_is_who_warns_in_a_letter() {
        check(
            "a letter in which the head of it, Mina Orrel, warned that beds would run out",
            ("a letter in which the head of it, Mina Orrel,", "warned", &["that beds would run out"]),
            Some(("the head of it, Mina Orrel,", "warned", "that beds would run out")),
        );
        check(
            "According to the Courier’s report, published on Tuesday, nobody was hurt.",
            ("the Courier’s report, published on Tuesday", "According to", &["nobody was hurt"]),
            Some(("the Courier’s report", "According to", "nobody was hurt")),
        );
    }

    #[test]
    fn who_tells_in_a_passive_is_the_source() {
        check(
            "The fund was told by Norrin in July that it would sell.",
            ("", "was told by Norrin in July", &["The fund", "that it would sell"]),
            Some(("Norrin", "was told by", "that it would sell")),
        );
        check("The fund was hit by Norrin.", ("", "was hit by", &["The fund"]), Some(("", "was hit by", "The fund")));
    }

    #[test]
    fn a_content_cut_short_goes_on() {
        let whole = Some(("Pell", "offered", "about $950 million"));
        check("Pell offered about $950 million, it said.", ("Pell", "offered", &["about"]), whole);
        check("Pell wants peace, it said.", ("Pell", "wants", &["peace"]), Some(("Pell", "wants", "peace")));
    }

    #[test]
    fn terms_are_no_content() {
        let spoke = ("They", "spoke on condition of anonymity for fear of", &["losing their pensions"][..]);
        check("They spoke on condition of anonymity for fear of losing their pensions.", spoke, None);
        check(
            "She did not respond to questions about the letters.",
            ("She", "did not respond", &["the letters"]),
            None,
        );
        let answered = Some(("She", "did not say", "so"));
        check("She did not say so.", ("She", "did not say", &["so"]), answered);
        check("Two aides asked not to be named.", ("Two aides", "asked", &["not to be named"]), None);
        check("She declined to comment.", ("She", "declined", &["to comment"]), None);
        let of_it = Some(("She", "declined", "to comment on it"));
        check("She declined to comment on it.", ("She", "declined", &["to comment on it"]), of_it);
        let kept = Some(("She", "declined", "to answer"));
        check("She declined to answer.", ("She", "declined", &["to answer"]), kept);
        check("He wants to comment.", ("He", "wants", &["to comment"]), Some(("He", "wants", "to comment")));
    }
}
