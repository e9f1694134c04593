//! A named source is quoted, and the article never says who that is.
//!
//! ## What it does
//!
//! Finds people who speak by name of whom no place in the article tells an office, a trade, an age, a home, a tie or a deed.
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
use sayso_reading::Act;
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
    "became",
    "works",
    "worked",
    "lives",
    "runs",
    "ran",
    "owns",
    "leads",
    "heads",
    "has",
    "had",
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
    let mut first = vec![None; desk.reading.sources.len()];
    for attribution in desk.attributions().filter(|a| a.within.is_none() && a.act == Act::Says) {
        let (Some(source), Some(id)) = (attribution.source.first(), attribution.source_id) else { continue };
        if let Some(place) = first.get_mut((id.0 as usize).saturating_sub(1)) {
            place.get_or_insert(*source);
        }
    }
    for (person, places) in people(desk) {
        let Some(Some(said)) = first.get((person.id.0 as usize).saturating_sub(1)) else { continue };
        let called = name(desk, person);
        let last = called.rsplit(' ').next().unwrap_or_default();
        let is_name = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "de" | "van" | "von" | "al");
        let is_full =
            called.split(' ').count() >= 2 && called.split(' ').all(is_name) && said.of(desk.text).contains(last);
        let is_place = NO_PERSON.contains(&last.to_lowercase().as_str());
        let is_known = is_place || options.words("known").contains(&last.to_lowercase());
        let has_more = !person.titles.is_empty() || !person.affiliations.is_empty() || person.justification.is_some();
        if !is_full || is_known || has_more || places.is_empty() || is_described(desk, last, &places) {
            continue;
        }
        // It stands where the name is first given in full.
        let full = places.iter().filter(|place| desk.sentences[place.line].part == Part::Body);
        let full = full.into_iter().find(|place| place.words.len() == called.split(' ').count());
        // “Parent Lucy Marsh said”: what begins the sentence is no part of the name.
        let full = full.filter(|place| place.words.len() < 3 || place.words.start > 0);
        let Some(span) = full.map(|place| desk.sentences[place.line].sentence.span(&place.words)) else { continue };
        let mut told = found.add(
            span,
            format!("Who is {called}? No office, trade or tie is given"),
            "Say at the first mention who this is and why he or she can know",
        );
        if !said.overlaps(span) {
            told = told.related(*said, "speaks here");
        }
        let _ = told;
    }
}

/// Whether a place that names somebody says who that is.
fn is_described(desk: &Desk<'_>, last: &str, places: &[Place]) -> bool {
    places.iter().any(|place| {
        let sentence = &desk.sentences[place.line].sentence;
        is_described_before(sentence, place, last) || is_described_after(sentence, place)
    })
}

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
            // A comma and a clause of the sentence, no description: “…, Ida Roe said, adding”.
            !matches!(
                word,
                "" | "said" | "says" | "adding" | "told" | "and" | "but" | "“" | "\"" | "”" | "in" | "on" | "when"
            )
        }
        word => AFTER.contains(&word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_name_alone_is_found() {
        fires(&RULE, "The market was empty by noon. “We sold nothing,” said ⟦Ida Roe⟧. She hopes for Friday.");
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
            ],
        );
    }
}
