//! Where an outlet’s report goes on in the article’s own voice: “The Courier reported that … . The keeper wrote it down, and
//! nobody came.”
//!
//! Nothing says so but the words: the sentence stands behind the report in its paragraph, has no source, and speaks of what only
//! the report brought up, or goes on in the report’s past perfect.

use std::collections::HashMap;

use sayso_reading::overlap::stem;
use sayso_reading::{Act, Attribution};
use sayso_text::sentences::Sentence;

use super::outlets::Outlets;
use super::relay_without_link::has_link;
use crate::Desk;
use crate::desk::{Line, link};

/// A sentence that tells what happened has so many words; what only describes is shorter.
const LEAST: usize = 8;
/// A report goes on where so many sentences follow it to its paragraph's end; one alone is most often the writer's own aside.
const FEWEST: usize = 2;
/// And where no more follow.
const AS_FAR: usize = 4;
/// An attribution that is read with less confidence gives a sentence no source.
const SURE: f32 = 0.5;

/// Words that make of a sentence a turn, a doubt, a reaction or a look ahead.
const TURNS: &[&str] = &[
    "?",
    "comment",
    "respond",
    "responded",
    "reply",
    "replied",
    "reached",
    "declined",
    "denies",
    "denied",
    "confirm",
    "confirmed",
    "verified",
    "verify",
    "contacted",
    "refused",
    "may",
    "might",
    "could",
    "would",
    "will",
    "if",
    "whether",
    "reportedly",
    "allegedly",
    "apparently",
    "alleged",
    "reported",
    "report",
    "reports",
    "published",
    "story",
    "article",
    "account",
    "accounts",
    "claim",
    "claims",
    "according",
    "says",
    "said",
    "told",
    "anonymity",
    "anonymous",
    "anonymously",
    "name",
    "names",
    "named",
    "nameless",
    "identified",
    "unidentified",
    "identify",
    "authorised",
    "authorized",
    "allowed",
    "cleared",
    "disclose",
    "interview",
    "reporter",
    "i",
    "we",
    "our",
    "us",
];
/// Words that begin what stands against a report.
const AGAINST: &[&str] = &["but", "however", "yet", "still", "nor", "neither", "instead", "in"];
/// What leads to a thing that is known already.
const POINTS: &[&str] = &["the", "that", "those", "these", "this", "their", "its", "his", "her"];
fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

/// “Had” with a word between it and its verb.
const ADVERBS: &[&str] =
    &["also", "already", "then", "twice", "never", "once", "long", "since", "even", "earlier", "been"];

/// The sentences that go on with what an outlet reported, each with the report.
pub(super) fn sentences<'d, 'r>(desk: &'d Desk<'r>, outlets: &Outlets) -> Vec<(&'d Line<'r>, &'r Attribution)> {
    let first = first_places(desk);
    let mut out = Vec::new();
    let body: Vec<&Line<'r>> = desk.body().collect();
    let mut at = 0;
    while at < body.len() {
        let report = report(desk, outlets, body[at]);
        let here = at;
        at += 1;
        let Some(report) = report else { continue };
        let behind = body[at..].iter().take_while(|line| line.paragraph == body[here].paragraph);
        let behind: Vec<&Line<'r>> = behind.copied().collect();
        if behind.is_empty() && here < LEAD {
            out.extend(details(desk, outlets, &body[at..], body[here], report).map(|line| (line, report)));
            continue;
        }
        // Who is named again at the end of the paragraph has said what stands before it.
        if behind.iter().any(|line| names_again(desk, outlets, line, report)) {
            continue;
        }
        let since = body[here].sentence.whole.start;
        let is_alone = behind.len() < FEWEST || behind.len() > AS_FAR;
        if is_alone || behind.iter().any(|line| has_source(desk, outlets, line)) {
            continue;
        }
        let found = behind.into_iter().find(|line| is_continued(desk, line, &first, since));
        out.extend(found.map(|line| (line, report)));
    }
    out
}

/// The report that an article is about stands in one of so many sentences.
const LEAD: usize = 2;

/// The sentence that goes on with a report in the next paragraph, which has no source and tells what only the report can have: “…, the
/// Courier reported.” and then “The price was settled at a hotel. … The buyer will take over the silos first.”
fn details<'d, 'r>(
    desk: &Desk<'_>,
    outlets: &Outlets,
    behind: &[&'d Line<'r>],
    told: &Line<'_>,
    report: &Attribution,
) -> Option<&'d Line<'r>> {
    /// What a house or a ship once was is background.
    const BACKGROUND: &[&str] = &[
        "founded",
        "built",
        "opened",
        "established",
        "created",
        "formed",
        "elected",
        "born",
        "named",
        "introduced",
        "launched",
        "designed",
        "appointed",
        "completed",
    ];
    const DONE: &[&str] = &["told", "paid", "sold", "put", "made", "held", "sent", "bought", "cut", "set", "struck"];
    let next = *behind.first()?;
    let all: Vec<&Line<'_>> = behind.iter().take_while(|line| line.paragraph == next.paragraph).copied().collect();
    let sentence = &next.sentence;
    let own = sayso_reading::overlap::stems(desk.text, &[told.sentence.whole]);
    let noun = stem(sentence.lower(1))?;
    let verb = (2..5).find(|at| matches!(sentence.lower(*at), "was" | "were"))?;
    let done = sentence.lower(verb + 1);
    let is_done = (done.len() > 4 && done.ends_with("ed")) || DONE.contains(&done);
    let begins = sentence.lower(0) == "the" && !own.contains(&noun) && is_done && !BACKGROUND.contains(&done);
    let goes_on = |line: &&Line<'_>| {
        let sentence = &line.sentence;
        (0..sentence.words.len()).any(|at| {
            let is_to = matches!(sentence.lower(at), "is" | "are") && sentence.lower(at + 1) == "to";
            is_to || matches!(sentence.lower(at), "will" | "voted" | "agreed")
        })
    };
    let is_plain = |line: &&Line<'_>| {
        let sentence = &line.sentence;
        let turns = |at: usize| {
            let word = sentence.lower(at);
            let is_passive = word == "told" && at > 0 && matches!(sentence.lower(at - 1), "was" | "were");
            (TURNS.contains(&word) && !is_passive && word != "will") || is_year(word)
        };
        !(0..sentence.words.len()).any(turns)
            && !AGAINST.contains(&sentence.lower(0))
            && !has_link(sentence.whole.of(desk.text))
            && !desk.quotes.inside(sentence.whole.start)
            && !names_again(desk, outlets, line, report)
            && !desk.touching(sentence.whole).any(|a| {
                a.act == Act::Says
                    && a.confidence >= SURE
                    && desk.source_of(a).is_some_and(|source| source.kind.is_named())
            })
    };
    let fits = (FEWEST..=AS_FAR).contains(&all.len()) && begins && all.iter().skip(1).any(goes_on);
    (fits && all.iter().all(is_plain)).then_some(next)
}

/// Where each stem of the headline and the body stands first.
fn first_places(desk: &Desk<'_>) -> HashMap<String, usize> {
    let mut first = HashMap::new();
    for line in &desk.sentences {
        for (word, span) in line.sentence.lower.iter().zip(&line.sentence.words) {
            if let Some(stem) = stem(word) {
                first.entry(stem).or_insert(span.start);
            }
        }
    }
    first
}

/// What an outlet reports in a sentence on which nobody else speaks.
fn report<'r>(desk: &Desk<'r>, outlets: &Outlets, line: &Line<'r>) -> Option<&'r Attribution> {
    let span = line.sentence.whole;
    let report = desk.touching(span).find(|a| {
        let is_here = span.contains(link(a)) && a.within.is_none() && a.confidence >= SURE;
        is_here
            && a.act == Act::Says
            && !a.negated
            && a.stance.is_none()
            && a.source_id.is_some_and(|id| outlets.has(id))
    })?;
    (!desk.quotes.inside(link(report).start)).then_some(report)
}

/// Whether an outlet’s name stands in a sentence, or a word for it.
fn names_again(desk: &Desk<'_>, outlets: &Outlets, line: &Line<'_>, report: &Attribution) -> bool {
    let name = outlets.behind(report).and_then(|id| desk.source(id)?.name).map(|name| name.of(desk.text));
    let last = name.and_then(|name| name.split_whitespace().last()).unwrap_or_default().to_lowercase();
    let is_outlets = |a: &Attribution| outlets.behind(a).is_some();
    let is_noun = |at: usize| {
        (line.sentence.is_capital(at) && line.sentence.lower(at) == last)
            || matches!(
                line.sentence.lower(at),
                "newspaper"
                    | "paper"
                    | "broadcaster"
                    | "magazine"
                    | "website"
                    | "outlet"
                    | "report"
                    | "article"
                    | "reporters"
            )
    };
    desk.touching(line.sentence.whole).any(is_outlets) || (0..line.sentence.words.len()).any(is_noun)
}

/// Whether somebody speaks in a sentence whom the article itself may have heard.
fn has_source(desk: &Desk<'_>, outlets: &Outlets, line: &Line<'_>) -> bool {
    let is_somebody = |a: &Attribution| {
        let is_paper = desk.source_of(a).is_some_and(|source| source.kind == sayso_reading::SourceType::Document);
        // What he had asked for is told of him, not by him.
        let is_told_of = a.act != Act::Says && is_past_perfect(&line.sentence);
        a.confidence >= SURE && !is_told_of && !(is_paper && outlets.behind(a).is_none())
    };
    desk.touching(line.sentence.whole).any(is_somebody)
}

/// Whether a sentence goes on with a report that begins at a byte.
fn is_continued(desk: &Desk<'_>, line: &Line<'_>, first: &HashMap<String, usize>, since: usize) -> bool {
    let sentence = &line.sentence;
    let is_plain = sentence.words.len() >= LEAST
        // "He had asked for a week" is told; "asked about it, …" is the writer's question.
        && !(0..sentence.words.len()).any(|at| sentence.lower(at) == "asked" && (at == 0 || sentence.lower(at - 1) != "had"))
        && !sentence.lower.iter().any(|word| TURNS.contains(&word.as_str()) || is_year(word))
        && !AGAINST.contains(&sentence.lower(0))
        && !has_link(sentence.whole.of(desk.text))
        && !desk.quotes.inside(sentence.whole.start)
        && desk.touching(sentence.whole).all(|a| a.confidence < SURE || (a.act != Act::Says && is_past_perfect(sentence)));
    is_plain && (is_past_perfect(sentence) || takes_up(sentence, first, since))
}

/// “Managers had twice moved the dates”: the tense of what is reported, in a main clause.
fn is_past_perfect(sentence: &Sentence<'_>) -> bool {
    let had = sentence.lower.iter().position(|word| word == "had");
    let Some(had) = had else { return false };
    let is_main =
        !(0..had).any(|at| matches!(sentence.lower(at), "who" | "that" | "which" | "after" | "before" | "when" | ","));
    let verb = (had + 1..sentence.words.len()).find(|at| !ADVERBS.contains(&sentence.lower(*at)));
    let is_verb = |word: &str| word.len() > 3 && (word.ends_with("ed") || word.ends_with("en"));
    is_main && verb.is_some_and(|at| is_verb(sentence.lower(at)))
}

/// Whether a sentence points to what the report brought up: “the keeper”, of whom nothing was said before.
fn takes_up(sentence: &Sentence<'_>, first: &HashMap<String, usize>, since: usize) -> bool {
    let start = sentence.whole.start;
    (0..sentence.words.len()).filter(|at| POINTS.contains(&sentence.lower(*at))).any(|at| {
        (at + 1..at + 3)
            .filter_map(|at| stem(sentence.lower(at)))
            .any(|stem| first.get(&stem).is_some_and(|place| (since..start).contains(place)))
    })
}
