//! A named source is quoted, and the article never says who that is.
//!
//! ## What it does
//!
//! Finds people who speak by name, “said Ida Roe”, of whom no place in the article tells an office, a trade, an age, a home, a tie
//! or a deed. Where somebody stands as he speaks, “standing at the gate”, tells none of these. Whom the headline names is taken for
//! known, and so is one of whom the next sentence tells: “The mayoral candidate was speaking in Osk”.
//!
//! ## Why it matters
//!
//! A name alone does not tell why somebody should be believed. “Ida Roe said” may be the minister or the minister's sister.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”: give name and position of a source. BBC, “Editorial Guidelines”, Accuracy: the credentials of
//! those who speak. AP, “Statement of News Values”, on identifying sources.
//!
//! ## Example
//!
//! ```text
//! The lift has failed twice this month, Ida Roe said.
//! ```
//!
//! ## Better
//!
//! ```text
//! The lift has failed twice this month, Ida Roe, a nurse at the clinic, said.
//! ```
//!
//! ## When not to use
//!
//! For people whom every reader knows: name them in `known`. In a follow-up that rests on an article that said who they are.

use sayso_article::Part;
use sayso_reading::{Act, Source};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::names::{Place, bare, name, people};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "SRC001",
    name: "source-without-title",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: false,
    options: &[Opt {
        name: "known",
        default: Value::Words(Vec::new()),
        doc: "Family names of people whom every reader knows, in lower case",
    }],
    source: include_str!("untitled.rs"),
    check,
};

/// Words that may stand right before a name and tell nothing of who that is.
const NOTHING: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    ".",
    ",",
    ";",
    ":",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "(",
    ")",
    "—",
    "–",
    "-",
    "",
    "and",
    "or",
    "but",
    "that",
    "said",
    "says",
    "say",
    "told",
    "tells",
    "asked",
    "added",
    "adds",
    "wrote",
    "writes",
    "to",
    "of",
    "by",
    "with",
    "for",
    "from",
    "in",
    "on",
    "at",
    "as",
    "when",
    "while",
    "if",
    "than",
    "like",
    "where",
    "because",
    "after",
    "before",
    "is",
    "was",
    "did",
    "does",
    "has",
    "had",
    "have",
    "the",
    "then",
    "though",
    "although",
    "about",
    "against",
    "until",
    "since",
    "so",
    "what",
    "how",
    "why",
    "which",
    "who",
    "whom",
    "are",
    "were",
    "between",
    "both",
    "not",
    "only",
    "even",
    "also",
    "explained",
    "explains",
    "insisted",
    "recalled",
    "argued",
    "continued",
    "concluded",
    "noted",
    "remarked",
    "replied",
    "declared",
    "claimed",
    "agreed",
    "warned",
    "joked",
    "over",
    "into",
    "behind",
];

/// Words right behind a name that begin to tell who that is.
const AFTER: &[&str] = &[
    "kc",
    "qc",
    "mp",
    "mep",
    "md",
    "jr",
    "for",
    "of",
    "from",
    "(",
    "who",
    "whose",
    "-",
    "—",
    "–",
    "at",
    "is",
    "was",
    "has",
    "had",
    // What "she" may do in a clause that follows, too.
    "became",
    "works",
    "worked",
    "lives",
    "runs",
    "ran",
    "owns",
    "leads",
    "heads",
    "plays",
    "played",
    "won",
    "serves",
    "served",
    "represents",
    "studies",
    "teaches",
    "taught",
    "resigned",
    "joined",
    "founded",
];
/// What somebody does while he speaks, which tells nothing of who he is.
const POSES: &[&str] = &[
    "standing",
    "sitting",
    "leaning",
    "speaking",
    "talking",
    "waiting",
    "smiling",
    "laughing",
    "grinning",
    "shaking",
    "nodding",
    "shrugging",
    "pointing",
    "gesturing",
    "looking",
    "staring",
    "glancing",
    "holding",
    "clutching",
    "wiping",
    "pausing",
    "walking",
    "crying",
    "weeping",
    "sighing",
    "outside",
    "near",
    "beside",
    "after",
    "before",
    "during",
    "yesterday",
    "late",
    "early",
    "as",
    "by",
    "with",
    "from",
];
/// Cues by which somebody whom a reporter met is heard.
const SPEAKS: &[&str] = &[
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tells",
    "added",
    "adds",
    "according",
    "asked",
    "asks",
    "recalled",
    "recalls",
    "explained",
    "explains",
    "warned",
    "argued",
    "noted",
    "insisted",
    "complained",
    "agreed",
    "replied",
    "joked",
];
/// Last words of what looks like a name and is no person's.
const NO_PERSON: &[&str] = &[
    "service",
    "news",
    "post",
    "times",
    "lane",
    "street",
    "road",
    "press",
    "daily",
    "journal",
    "party",
    "council",
    "board",
    "bank",
    "group",
    "union",
    "today",
    "city",
    "county",
    "hospital",
    "university",
    "committee",
    "agency",
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let mut said = vec![Vec::new(); desk.reading.sources.len()];
    for a in desk.attributions().filter(|a| a.within.is_none() && a.act == Act::Says) {
        let (Some(source), Some(cue), Some(id)) = (a.source.first(), a.cue.first(), a.source_id) else { continue };
        // “The firm kept the fee, in the words of …”: only who stands right beside the verb is sure to speak.
        let is_beside = !source.overlaps(*cue) && {
            let between = Span::new(source.end.min(cue.end), source.start.max(cue.start));
            between.of(desk.text).chars().all(|c| c.is_whitespace() || c == ',')
        };
        let is_said = crate::words::lower(desk.text, *cue).iter().any(|word| SPEAKS.contains(&word.as_str()));
        if let Some(places) = said.get_mut((id.0 as usize).saturating_sub(1)).filter(|_| is_beside && is_said) {
            places.push(*source);
        }
    }
    for (person, places) in people(desk) {
        let said = said.get((person.id.0 as usize).saturating_sub(1)).map_or(&[][..], Vec::as_slice);
        let called = name(desk, person);
        let last = called.rsplit(' ').next().unwrap_or_default();
        let is_name = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "de" | "van" | "von" | "al");
        let is_full = called.split(' ').count() >= 2 && called.split(' ').all(is_name);
        let is_place = NO_PERSON.contains(&last.to_lowercase().as_str());
        let is_known = is_place || options.words("known").contains(&last.to_lowercase());
        let has_more = !person.titles.is_empty() || !person.affiliations.is_empty() || person.justification.is_some();
        let is_in_head = places.iter().any(|place| desk.sentences[place.line].part != Part::Body);
        if !is_full || is_known || has_more || is_in_head || does_more(desk, person, &places) {
            continue;
        }
        if is_described(desk, last, &places) || is_told_next(desk, &places) {
            continue;
        }
        // It stands where the name is first given in full, and where somebody speaks by it.
        let full = places.iter().filter(|place| desk.sentences[place.line].part == Part::Body);
        let full = full.into_iter().find(|place| place.words.len() == called.split(' ').count());
        // Of “Parent Lucy Marsh said” the first word is no name.
        let full = full.filter(|place| place.words.start > 0 || place.words.len() == 2);
        let Some(span) = full.map(|place| desk.sentences[place.line].sentence.span(&place.words)) else { continue };
        if said.iter().any(|source| source.contains(span)) {
            found.add(
                span,
                format!("Who is {called}? No office, trade or tie is given"),
                "Say at the first mention who this is and why he or she can know",
            );
        }
    }
}

/// Whether somebody is named where he does not speak, too: there the reader learns what he did.
fn does_more(desk: &Desk<'_>, person: &Source, places: &[Place]) -> bool {
    let is_heard = |place: &Place| {
        let span = desk.sentences[place.line].sentence.span(&place.words);
        desk.touching(span)
            .any(|a| a.source_id == Some(person.id) && a.source.iter().any(|source| source.overlaps(span)))
    };
    !places.iter().all(is_heard)
}

/// Whether a place that names somebody says who that is.
fn is_described(desk: &Desk<'_>, last: &str, places: &[Place]) -> bool {
    places.iter().any(|place| {
        let sentence = &desk.sentences[place.line].sentence;
        is_described_before(sentence, place, last)
            || is_described_after(sentence, place)
            || is_one_of_two(sentence, place)
            || is_told_of(sentence, place)
    })
}

/// “Ida Roe says too much is made of it. The mayoral candidate was speaking in Osk”: a live blog’s way.
fn is_told_next(desk: &Desk<'_>, places: &[Place]) -> bool {
    const IS: &[&str] = &["was", "is", "said", "says", "told", "spoke", "has", "had", "made", "added", "wrote"];
    const ROLE: usize = 7;
    places.iter().any(|place| {
        let Some(next) = desk.sentences.get(place.line + 1).map(|line| &line.sentence) else { return false };
        let Some(verb) = (2..=ROLE).find(|at| IS.contains(&next.lower(*at))) else { return false };
        let role = next.lower(verb - 1);
        let is_role =
            ["ee", "er", "or", "ist", "ent", "ant", "man", "woman", "ian", "ate", "ain", "ard", "ach", "ress"]
                .iter()
                .any(|end| role.ends_with(end))
                && !NO_ROLE.contains(&role);
        next.lower(0) == "the" && is_role && !next.is_capital(verb - 1)
    })
}

/// What ends as a word for somebody and is none.
const NO_ROLE: &[&str] = &[
    "weather",
    "water",
    "river",
    "matter",
    "government",
    "event",
    "moment",
    "paper",
    "letter",
    "number",
    "order",
    "winter",
    "summer",
    "center",
    "committee",
    "door",
    "floor",
    "factor",
    "error",
    "computer",
    "power",
    "rate",
    "debate",
    "state",
    "climate",
    "estate",
    "rain",
    "train",
    "card",
    "board",
    "agreement",
    "document",
    "settlement",
    "parliament",
    "department",
    "statement",
    "payment",
    "fee",
    "employment",
    "newspaper",
    "quarter",
    "chapter",
    "offer",
    "building",
    "restaurant",
    "plant",
    "beach",
    "reach",
    "case",
    "tower",
    "ferry",
    "tractor",
    "reactor",
    "sector",
    "motor",
    "user",
    "incident",
    "accident",
    "movement",
    "treatment",
    "apartment",
    "content",
    "percent",
    "tournament",
    "announcement",
    "yard",
    "award",
    "standard",
];

/// “Mayor Ida Roe”, “the nurse, Ida Roe”, “his sister Ida Roe”.
fn is_described_before(sentence: &Sentence<'_>, place: &Place, last: &str) -> bool {
    let Some(at) = place.words.start.checked_sub(1) else { return false };
    let before = sentence.lower(at);
    if !NOTHING.contains(&before) {
        return true;
    }
    // A comma after a common noun: “the clinic's head nurse, Ida Roe”; “, and Ida Roe” is a list.
    let ends = !sentence.lower(place.words.end).starts_with(char::is_alphabetic);
    let is_apposed = before == "," && at > 0 && ends && {
        let noun = sentence.lower(at - 1);
        !sentence.is_capital(at - 1) && noun.chars().all(|c| c.is_alphabetic() || c == '-') && !NOTHING.contains(&noun)
    };
    // Mr Roe may be told of by his family: “Ivor and Ida Roe”.
    let is_family = before == "and" && sentence.is_capital(at.saturating_sub(1));
    (is_apposed && bare(sentence.word(place.words.end - 1)) == last) || is_family
}

/// “Ida Roe, 34,”, “Ida Roe, who lives”, “Ida Roe of Port Lorne”, “Ida Roe (nurse)”, “Ida Roe is a nurse”.
fn is_described_after(sentence: &Sentence<'_>, place: &Place) -> bool {
    let next = |skip: usize| sentence.lower(place.words.end + skip);
    match next(0) {
        "," => {
            let word = next(1);
            if POSES.contains(&word) {
                return false;
            }
            // A comma and a clause of the sentence, no description: “…, Ida Roe said, adding”.
            !matches!(
                word,
                "" | "said" | "says" | "adding" | "told" | "and" | "but" | "“" | "\"" | "”" | "in" | "on" | "when"
            )
        }
        word => AFTER.contains(&word),
    }
}

/// “Two nurses, Ida Roe and Otto Brand,” and “Ida Roe and Otto Brand, who sit for the port”: who both are is told of both.
fn is_one_of_two(sentence: &Sentence<'_>, place: &Place) -> bool {
    let is_name = |at: &usize| sentence.is_capital(*at);
    let end = place.words.end;
    if sentence.lower(end) == "and" && sentence.is_capital(end + 1) {
        let other = (end + 1..sentence.words.len()).take_while(is_name).last().unwrap_or(end) + 1;
        let both = Place { line: place.line, words: end + 1..other };
        let is_apposed = place.words.start > 1
            && sentence.lower(place.words.start - 1) == ","
            && sentence.lower(place.words.start - 2).ends_with('s')
            && !sentence.is_capital(place.words.start - 2);
        return is_apposed || is_described_after(sentence, &both);
    }
    let Some(and) = place.words.start.checked_sub(1).filter(|at| sentence.lower(*at) == "and") else { return false };
    let first = (0..and).rev().take_while(is_name).last().unwrap_or(and);
    first < and && first > 1 && sentence.lower(first - 1) == "," && sentence.lower(first - 2).ends_with('s')
}

/// “The envoy to Tarsk, Ida Roe,”, “For the prosecution, Ida Roe asked”, “Ida Roe said when she resigned”.
fn is_told_of(sentence: &Sentence<'_>, place: &Place) -> bool {
    let (start, end) = (place.words.start, place.words.end);
    let is_after_comma = start > 0 && sentence.lower(start - 1) == ",";
    let ends = !sentence.lower(end).starts_with(char::is_alphabetic);
    let is_word = |at: &usize| sentence.lower(*at).starts_with(char::is_alphabetic);
    let phrase = (0..start.saturating_sub(1)).rev().take(REACH).take_while(is_word);
    let is_noun_phrase = phrase.into_iter().any(|at| {
        matches!(sentence.lower(at), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our")
            && !matches!(
                sentence.lower(at.wrapping_sub(1)),
                "on" | "in" | "at" | "after" | "before" | "since" | "during"
            )
    });
    let is_apposed = is_after_comma && (ends && is_noun_phrase || sentence.lower(0) == "for");
    let tells = |at: usize| AFTER.iter().skip_while(|word| **word != "became").any(|word| *word == sentence.lower(at));
    let pronoun = (end..sentence.words.len()).find(|at| matches!(sentence.lower(*at), "he" | "she"));
    is_apposed || pronoun.is_some_and(|at| tells(at + 1))
}

/// Words of the longest phrase before a comma and a name.
const REACH: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn who_it_is_may_stand_in_the_next_sentence() {
        is_silent(
            &RULE,
            &["Ida Roe says too much is made of the quay.\n\nThe mayoral candidate was speaking in Osk on Friday."],
        );
        fires(&RULE, "⟦Ida Roe⟧ says too much is made of the quay.\n\nThe weather was fine in Osk on Friday.");
    }

    #[test]
    fn a_name_alone_is_found() {
        fires(&RULE, "The market was empty by noon. “We sold nothing,” said ⟦Ida Roe⟧. She hopes for Friday.");
        fires(&RULE, "The market was empty by noon. “We sold nothing,” said ⟦Ida Roe⟧, leaning on her stall.");
        fires(&RULE, "The market was empty by noon. ⟦Ida Roe⟧ said she had sold nothing. She hopes for Friday.");
        fires(&RULE, "The lift has failed twice, ⟦Ida Roe⟧ said on Monday. Roe added that nobody had come.");
    }

    #[test]
    fn who_is_told_of_anywhere_is_none() {
        is_silent(
            &RULE,
            &[
                "“We sold nothing,” said Ida Roe, 34, of Port Lorne.",
                "“We sold nothing,” said Ida Roe. Roe, who has a stall by the pier, hopes for Friday.",
                "“We sold nothing,” said market trader Ida Roe.",
                "Ida Roe owns two stalls. “We sold nothing,” Roe said.",
                "“We sold nothing,” said her sister, Ida Roe.",
                "“We sold nothing,” Mayor Ida Roe said.",
                "“We sold nothing,” said Ida Roe from Port Lorne.",
                "Parent Ida Roe said the market was empty.",
                "Roe speaks of empty market\n\nBy Otto Brand\n\nThe market was empty by noon. “We sold nothing,” said Ida Roe.",
                "Two butchers, Ida Roe and Otto Brand, were there. “We sold nothing,” said Ida Roe. “Nor I,” said Otto Brand.",
                "Ida Roe and Otto Brand, who both have a stall by the pier, went home. “We sold nothing,” Ida Roe said.",
                "“We sold nothing,” said Ida Roe. The council let Roe have the stall by the pier in May.",
                "The envoy to Port Lorne, Ida Roe, said the market was empty.",
                "“We sold nothing,” Ida Roe said when she resigned from the chamber of trade.",
                "Carrow Stalls kept the fee and gave away the stalls, in the words of a baker.",
            ],
        );
    }
}
