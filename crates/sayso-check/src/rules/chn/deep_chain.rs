//! One sentence hands a statement on through three speakers or more.
//!
//! ## What it does
//!
//! Finds statements that came through at least three hands, each inside the other in one sentence: “the Courier reported that
//! officials said the minister had told them …”, “the radio, quoting the Courier, which cited an official, said …”. Who saw or
//! said what a cited outlet tells is a hand too: “the Post, citing the agency Corvus, wrote that a nurse had heard them”. How many
//! is the option `hands`. Whom somebody told a thing, and through whom he spoke, is not counted: “she told the Courier that the ministry had said so” has two hands.
//!
//! ## Why it matters
//!
//! Each hand may have changed the words. A reader who must keep three of them apart in one sentence takes the last statement for
//! what the article says.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Statement of News Values”: how near a source is to what it tells is said so that
//! the reader can judge it. Three hands in a sentence is this program’s measure.
//!
//! ## Example
//!
//! ```text
//! The Lastria Courier reported that two officials said the minister had told them that the border would close in May.
//! ```
//!
//! ## Better
//!
//! ```text
//! The border will close in May, the Lastria Courier reported. It cited two officials.
//! ```
//!
//! ## When not to use
//!
//! In articles about who passed what on to whom, such as reports of trials.

use std::ops::Range;

use sayso_reading::{Act, Link};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "CHN005",
    name: "deep-chain",
    category: Category::Style,
    severity: Severity::Info,
    default: false,
    options: &[Opt { name: "hands", default: Value::Number(3), doc: "As many hands in one sentence are too many" }],
    source: include_str!("deep_chain.rs"),
    check,
};

/// An attribution that is read with less confidence makes no link.
const SURE: f32 = 0.4;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let least = options.number("hands").max(2);
    let mut last: Option<Span> = None;
    let mut told: Vec<Span> = Vec::new();
    for chain in &desk.reading.chains {
        let hands: Vec<Span> = chain.links.iter().skip(1).filter_map(|link| hand(desk, link)).collect();
        let Some(root) = hands.last() else { continue };
        let Some(line) = desk.sentence_at(root.start) else { continue };
        let sentence = line.sentence.whole;
        let here: Vec<Span> = hands.iter().copied().filter(|hand| sentence.contains(*hand)).collect();
        // A sentence is told of once.
        if here.len() < least || last == Some(sentence) {
            continue;
        }
        last = Some(sentence);
        told.push(sentence);
        let called: Vec<String> = here.iter().map(|hand| crate::words::short(desk.text, *hand)).collect();
        let finding = found.add(
            *root,
            format!("one sentence hands this on through “{}”", called.join("”, “")),
            "Begin with who knows it, and say in a sentence of its own how it came to you",
        );
        for (hand, called) in here.iter().zip(&called).take(here.len() - 1) {
            finding.related(*hand, format!("“{called}” hands it on"));
        }
    }
    for line in desk.body().filter(|line| !told.contains(&line.sentence.whole)) {
        let mut row = cited_in_a_row(&line.sentence);
        if row.len() < 2
            && let Some((hand, inner)) = first_cited(&line.sentence)
        {
            row = vec![hand, inner];
        }
        // The one who speaks is a hand too.
        if row.len() + 1 < least || desk.quotes.inside(line.sentence.words[row[0].start - 1].start) {
            continue;
        }
        let root = line.sentence.span(&row[row.len() - 1]);
        let called: Vec<String> =
            row.iter().map(|hand| crate::words::short(desk.text, line.sentence.span(hand))).collect();
        found.add(
            root,
            format!("one sentence hands this on through “{}”", called.join("”, “")),
            "Begin with who knows it, and say in a sentence of its own how it came to you",
        );
    }
}

/// What hands a statement on by the way: “citing a report in the Courier which quoted an official”.
const CITES: &[&str] = &[
    "citing",
    "quoting",
    "relaying",
    "echoing",
    "crediting",
    "picking up",
    "relying on",
    "drawing on",
    "referring to",
    "based on",
    "attributed to",
    "attributing it to",
    "attributing the claim to",
    "on the basis of",
    "on the strength of",
];
/// Verbs that do so behind “which”, “that” or “who”.
const CITED: &[&str] = &[
    "cited",
    "cites",
    "quoted",
    "quotes",
    "relayed",
    "relays",
    "credited",
    "credits",
    "relied",
    "relies",
    "drew",
    "attributed",
    "attributes",
    "picked",
    "named",
];
/// What may stand between such a pronoun and its verb.
const ASIDES: &[&str] =
    &["in", "turn", "itself", "themselves", "himself", "herself", "also", "had", "has", "was", "were", "only"];
/// Who tells it to an outlet, in what the outlet’s report rests on: “based on what an official had told the paper”.
const TOLD: &[&str] = &["had told", "has told", "had heard from", "had it from", "got it from", "heard it from"];
/// What ends one chain and begins another statement.
const ENDS: &[&str] = &["while", "but", "whereas", ";", "although", "though"];
/// Verbs by which the outermost hand speaks: what stands behind them is what is handed on.
const SPEAKS: &[&str] = &["said", "says", "reported", "reports", "wrote", "writes", "put", "puts", "claimed"];
/// As many words may stand between two hands.
const APART: usize = 18;
/// So many words of a hand are shown.
const SHOWN: usize = 8;

/// The hands of a sentence that cite each other in a row, each by where it stands; the outermost, who speaks, is not among them.
fn cited_in_a_row(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut row: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        // "Based on what a clerk had told the paper" is one hand.
        let is_in_a_hand = row.last().is_some_and(|last| at < last.end);
        let Some(end) = cites(sentence, at, !row.is_empty() && !is_in_a_hand) else {
            at += 1;
            continue;
        };
        if matches!(sentence.lower(end), "nobody" | "none")
            || (sentence.lower(end) == "no" && sentence.lower(end + 1) == "one")
        {
            at = end;
            continue;
        }
        let is_next = row.last().is_some_and(|last| goes_on(sentence, last.end..at));
        if !is_next {
            if row.len() > 1 {
                return row;
            }
            row.clear();
        }
        row.push(end..shown(sentence, end));
        at = end;
    }
    row
}

/// Verbs by which somebody in what is handed on knows it himself: “that an officer had seen a ship”.
const KNOWS: &[&str] = &[
    "seen",
    "saw",
    "heard",
    "witnessed",
    "watched",
    "noticed",
    "spotted",
    "told",
    "said",
    "warned",
    "confirmed",
    "learned",
    "learnt",
    "admitted",
    "claimed",
    "recalled",
    "testified",
    "stated",
    "reported",
    "informed",
    "overheard",
    "confided",
    "acknowledged",
    "observed",
    "remembered",
    "described",
];
/// Who that may be: nobody with an office of his own behind the words.
const SOMEBODY: &[&str] = &[
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "several",
    "unnamed",
    "some",
    "officials",
    "witnesses",
    "sources",
    "aides",
    "residents",
    "people",
    "anonymous",
    "unidentified",
    "another",
    "many",
    "local",
    "members",
    "passengers",
    "neighbours",
    "neighbors",
    "the",
    "his",
    "her",
    "its",
    "their",
];

/// The first hand of a sentence that is cited by the way, and who saw or said what it passes on.
fn first_cited(sentence: &Sentence<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let cited = |at: usize| CITES.iter().find_map(|phrase| sentence.phrase(at, phrase));
    let end = (1..sentence.words.len()).find_map(cited)?;
    let hand = end..shown(sentence, end);
    witness(sentence, hand.end).map(|inner| (hand, inner))
}

/// The one in what a row of hands passes on who saw or said it: the innermost hand.
fn witness(sentence: &Sentence<'_>, from: usize) -> Option<Range<usize>> {
    /// As many words may make his name.
    const WHO: usize = 12;
    let that = (from..sentence.words.len()).find(|at| sentence.lower(*at) == "that")?;
    let is_said =
        that.checked_sub(1).is_some_and(|at| SPEAKS.contains(&sentence.lower(at)) || sentence.lower(at) == ",");
    if !is_said || !(SOMEBODY.contains(&sentence.lower(that + 1)) || sentence.is_capital(that + 1)) {
        return None;
    }
    let verb =
        (that + 2..(that + 2 + WHO).min(sentence.words.len())).find(|at| KNOWS.contains(&sentence.lower(*at)))?;
    let is_whole =
        !(that + 1..verb).any(|at| matches!(sentence.lower(at), "was" | "were" | "be" | "been" | "will" | "would"));
    let end = (that + 1..verb).find(|at| matches!(sentence.lower(*at), "had" | "has" | "have" | ",")).unwrap_or(verb);
    is_whole.then_some(that + 1..end)
}

/// Where words end that hand a statement on, if they stand at a word.
fn cites(sentence: &Sentence<'_>, at: usize, is_inside: bool) -> Option<usize> {
    if let Some(end) = CITES.iter().find_map(|phrase| sentence.phrase(at, phrase)) {
        return Some(end);
    }
    if let Some(end) = TOLD.iter().find_map(|phrase| sentence.phrase(at, phrase)).filter(|_| is_inside) {
        return Some(end);
    }
    if !matches!(sentence.lower(at), "which" | "that" | "who") {
        return None;
    }
    let verb = (at + 1..sentence.words.len()).find(|at| !ASIDES.contains(&sentence.lower(*at)))?;
    if let Some(end) = CITES.iter().find_map(|phrase| sentence.phrase(verb, phrase)) {
        return Some(end);
    }
    CITED.contains(&sentence.lower(verb)).then_some(verb + 1)
}

/// Whether one hand stands right behind another: nobody speaks between them and nothing else begins.
fn goes_on(sentence: &Sentence<'_>, between: Range<usize>) -> bool {
    let breaks = |at: usize| ENDS.contains(&sentence.lower(at)) || SPEAKS.contains(&sentence.lower(at));
    let is_beside = between.end > 0 && matches!(sentence.lower(between.end - 1), "and" | "or");
    between.len() <= APART && !is_beside && !between.into_iter().any(breaks)
}

/// Where the words for a hand end.
fn shown(sentence: &Sentence<'_>, from: usize) -> usize {
    let ends = |at: &usize| matches!(sentence.lower(*at), "," | "." | "which" | "that" | "who" | "whose" | ";" | "as");
    let last = (from..sentence.words.len()).take(SHOWN).find(ends);
    last.unwrap_or((from + SHOWN).min(sentence.words.len()))
}

/// The words for one who hands on what another said: thinking and wanting is nothing that goes from hand to hand.
fn hand(desk: &Desk<'_>, link: &Link) -> Option<Span> {
    let said = desk.reading.attributions.get(link.attribution?.0 as usize - 1)?;
    let is_hand = said.act == Act::Says && said.confidence >= SURE && link.source.is_some();
    said.source.first().copied().filter(|_| is_hand)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn three_hands_in_a_sentence_are_found() {
        fires(
            &RULE,
            "The Lastria Courier reported that two officials said ⟦the minister⟧ had told them that the border would close in May.",
        );
        fires(
            &RULE,
            "Her submission to the court says that the auditor’s report stated that ⟦the harbour master⟧ had said the log was lost.",
        );
        fires(
            &RULE,
            "Radio Coast, quoting the Lastria Courier, which in turn cited ⟦a customs officer it did not name⟧, put the number of trucks at 90.",
        );
        fires(
            &RULE,
            "The ferries will be sold in March, according to the Dawn Post, which relied on a bulletin of Radio Coast quoting ⟦the harbour master⟧.",
        );
        fires(
            &RULE,
            "The site Dockside, picking up a story in the Lastria Courier that was itself based on ⟦what a clerk had told the paper⟧, said the ferries would be sold.",
        );
    }

    #[test]
    fn two_hands_or_two_sentences_are_not() {
        is_silent(
            &RULE,
            &[
                "The Lastria Courier reported that two officials said the border would close in May.",
                "The border will close in May, the Lastria Courier reported, citing two officials.",
                "The clerk, Ada Venn, told the Lastria Courier that the ministry had said the border would close.",
                "The minister, Dag Ferrel, told the Lastria Courier that he believed the border would close in May.",
                "The Lastria Courier reported that officials expected a speech. The minister said the border would close.",
                "The Lastria Courier, citing the harbour board, put the loss at nine million, while Radio Coast, quoting the union, spoke of two.",
                "The Lastria Courier reported in May, citing two officials who quoted nobody, that the border would close.",
                "The Lastria Courier, citing officials and quoting a letter, said the border would close.",
            ],
        );
    }

    #[test]
    fn who_saw_or_said_what_a_cited_outlet_tells_is_a_hand() {
        fires(
            &RULE,
            "The Tarn Post, citing the agency Corvus, reported that ⟦a nurse at the clinic⟧ had heard the two men quarrel.",
        );
        is_silent(
            &RULE,
            &[
                "The Tarn Post, citing the agency Corvus, reported that the bridge would open in May.",
                "Radio Velm, quoting the mayor, said that the bridge had been seen by few.",
            ],
        );
    }
}
