//! Attributions of a headline by its manner: "Storm will hit by Friday, agency says", "Minister: no talks", "Two held: police".
//!
//! The tagger learned few headlines; where it found nothing in one, its punctuation tells.

use std::ops::Range;

use sayso_text::Span;

use crate::decode::Draft;
use crate::layout::BY_LAYOUT;
use crate::sources::is_source_noun;

/// Verbs that end a headline after who says it.
const SAY: &[&str] = &[
    "say",
    "says",
    "said",
    "warn",
    "warns",
    "find",
    "finds",
    "show",
    "shows",
    "suggest",
    "suggests",
    "claim",
    "claims",
    "report",
    "reports",
    "announce",
    "announces",
    "argue",
    "argues",
    "hears",
    "reveal",
    "reveals",
    "confirm",
    "confirms",
    "insist",
    "insists",
    "believe",
    "believes",
    "fear",
    "fears",
    "admit",
    "admits",
    "allege",
    "alleges",
];
/// Verbs that end a headline with nobody named but who was told.
const TOLD: &[&str] = &["told", "hears"];
/// Who says it has at most this many words.
const SUBJECT: usize = 5;
/// A content has at least this many.
const CONTENT: usize = 2;

/// Adds to the drafts what a headline's manner tells, if none of them is in it. `heading` are its words.
pub(crate) fn read(text: &str, words: &[Span], heading: Range<usize>, drafts: &mut Vec<Draft>) {
    let lower: Vec<String> = words[heading.clone()].iter().map(|w| w.of(text).to_lowercase()).collect();
    if let Some(parts) = inverted(&lower) {
        drafts.retain(|draft| !draft.ranges().any(|r| heading.contains(&r.start)));
        add(drafts, heading.start, parts);
        return;
    }
    let silent = !drafts.iter().any(|draft| draft.ranges().any(|r| heading.contains(&r.start)));
    if !silent || heading.len() < CONTENT + 2 {
        return;
    }
    if let Some(parts) = ends_with_verb(&lower).or_else(|| parted(&lower)) {
        add(drafts, heading.start, parts);
    }
}

/// Adds what was read in a heading that begins at a word.
fn add(drafts: &mut Vec<Draft>, start: usize, (source, cue, content): Parts) {
    let shift = |r: Range<usize>| r.start + start..r.end + start;
    let source = if source.is_empty() { Vec::new() } else { vec![shift(source)] };
    drafts.push(Draft { source, cue: vec![shift(cue)], content: vec![shift(content)], evidence: BY_LAYOUT });
    drafts.sort_by_key(Draft::first_word);
}

type Parts = (Range<usize>, Range<usize>, Range<usize>);

/// "Storm will hit by Friday, agency says"
fn ends_with_verb(words: &[String]) -> Option<Parts> {
    let last = words.len() - 1;
    let verb = words[last].as_str();
    let comma = words.iter().rposition(|w| w == "," || w == "–" || w == "—")?;
    let subject = comma + 1..last;
    let fits = comma >= CONTENT && (1..=SUBJECT).contains(&subject.len());
    if !fits {
        return None;
    }
    let told = TOLD.contains(&verb) && subject.len() < 3;
    (told || SAY.contains(&verb)).then(|| (if told { 0..0 } else { subject }, last..last + 1, 0..comma))
}

/// "Regulator ‘not consulted’, says its former head"
fn inverted(words: &[String]) -> Option<Parts> {
    let comma = words.iter().rposition(|w| w == "," || w == "–" || w == "—")?;
    let source = comma + 2..words.len();
    let verb = matches!(words.get(comma + 1)?.as_str(), "says" | "say" | "warns" | "warn" | "claims" | "insists");
    (verb && comma >= CONTENT && (1..=SUBJECT + 1).contains(&source.len())).then_some((
        source,
        comma + 1..comma + 2,
        0..comma,
    ))
}

/// What a headline begins with that only says what the article is about.
const QUESTIONS: &[&str] = &["how", "what", "when", "where", "which", "who", "why"];

/// "Minister: no talks", "Two held: police"
fn parted(words: &[String]) -> Option<Parts> {
    let colon = words.iter().position(|w| w == ":")?;
    let (before, after) = (0..colon, colon + 1..words.len());
    let names = |part: &Range<usize>| {
        (1..=3).contains(&part.len())
            && words[part.end - 1].parse::<f64>().is_err()
            && is_source_noun(&words[part.end - 1])
    };
    // "Halden prison: what happened in block C" names its matter.
    let asks = words.get(after.start).is_some_and(|word| QUESTIONS.contains(&word.as_str()));
    if names(&before) && after.len() >= CONTENT && !asks {
        return Some((before, colon..colon + 1, after));
    }
    (names(&after) && before.len() >= CONTENT).then_some((after, colon..colon + 1, before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(&str, &str, &str)>) {
        let words = sayso_text::words(text);
        let mut drafts = Vec::new();
        read(text, &words, 0..words.len(), &mut drafts);
        let piece = |r: &[Range<usize>]| r.first().map_or("", |r| crate::ranges::span_of(&words, r).of(text));
        let found = drafts.first().map(|d| (piece(&d.source), piece(&d.cue), piece(&d.content)));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_headline_says_who_at_its_end_or_before_a_colon() {
        check("Storm will hit by Friday, agency says", Some(("agency", "says", "Storm will hit by Friday")));
        check("Treasurer ran charity like a till, jury told", Some(("", "told", "Treasurer ran charity like a till")));
        check(
            "Regulator ‘not consulted’, says its former head",
            Some(("its former head", "says", "Regulator ‘not consulted’")),
        );
        check("Minister: no talks", Some(("Minister", ":", "no talks")));
        check("Two held after blast: police", Some(("police", ":", "Two held after blast")));
    }

    #[test]
    fn a_headline_that_names_its_matter_first_says_nothing_of_who() {
        check("Dock strike: Talks collapse as union walks out", None);
        check("Storm, rain and wind", None);
        check("Live: the count in Brask", None);
        check("Halden prison: What happened in block C", None);
    }
}
