//! An unnamed source is described by nothing but “source”, “sources”, “officials”.
//!
//! ## What it does
//!
//! Finds sources that are one bare noun, such as “officials say” or “a source said”, of which the article says no more: neither
//! before, nor where they speak again. “Sources” must be described within a paragraph. “The sources” behind some that were described
//! are those; one of whom a reason for hiding is told is `ANO003`’s.
//!
//! ## Why it matters
//!
//! A reader who may not have a name must at least learn what office the speaker holds or how near he stands to what he tells.
//! “Officials” may be a minister or a clerk.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: an unnamed source is described as precisely as possible. NPR, “Ethics Handbook”: that
//! “officials say” is not enough. Reuters, “Handbook of Journalism”, on describing sources.
//!
//! ## Example
//!
//! ```text
//! The bridge will stay closed until spring, officials say.
//! ```
//!
//! ## Better
//!
//! ```text
//! The bridge will stay closed until spring, two engineers of the county’s roads office say.
//! ```
//!
//! ## When not to use
//!
//! In headlines and short items whose full version stands elsewhere. Headlines are left out as it is.

use std::collections::HashMap;

use sayso_article::Part;
use sayso_reading::{Act, Source, SourceType};
use sayso_text::Span;

use super::unnamed::is_pronoun;
use crate::desk::{Line, link};
use crate::words::{lower, short};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ANO001",
    name: "bare-source",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "nouns",
        default: Value::Words(Vec::new()),
        doc: "Nouns that say too little by themselves, besides those that the rule knows",
    }],
    source: include_str!("bare_source.rs"),
    check,
};

/// Nouns that name no office.
pub(super) const BARE: &[&str] =
    &["source", "sources", "official", "officials", "insider", "insiders", "authorities", "aide", "aides"];
/// What may stand before them and still say nothing.
const NOTHING: &[&str] = &[
    "a",
    "an",
    "the",
    "one",
    "two",
    "three",
    "four",
    "some",
    "several",
    "many",
    "other",
    "our",
    "these",
    "those",
    "another",
    "multiple",
    "more",
    "unnamed",
    "anonymous",
    "unidentified",
    "both",
];
/// What says of officials no more than that they are some: “government officials”.
const EMPTY: &[&str] = &["government", "local", "public"];
/// Sentences after the first in which those may speak by name of whom it told.
const NEXT: usize = 4;
/// Who is meant by “authorities” where they have been named.
const LAW: &[&str] = &[
    "police",
    "sheriff",
    "prosecutors",
    "prosecutor",
    "detectives",
    "troopers",
    "ministry",
    "department",
    "coastguard",
];
/// What begins words behind a noun that say more of it: “officials in Brenn”.
const MORE: &[&str] = &[
    "of", "at", "in", "from", "with", "for", "who", "whose", "close", "familiar", "inside", "within", "near", "on",
    "briefed", "involved", "working", "privy", "there", "here", "to", "(", "and", "or",
];

/// Bytes within which “the aide”, “the sources” mean who has just spoken.
const JUST_BEFORE: usize = 900;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let described = described(desk);
    let mut first = vec![None; desk.reading.sources.len()];
    for attribution in desk.attributions().filter(|a| a.within.is_none() && a.act == Act::Says) {
        let Some(words) = attribution.source.first() else { continue };
        let is_body = desk.part_at(link(attribution).start) == Part::Body && !desk.is_quoted(*words);
        let place = attribution.source_id.and_then(|id| first.get_mut((id.0 as usize).saturating_sub(1)));
        if let Some(place) = place.filter(|_| is_body) {
            place.get_or_insert(*words);
        }
    }
    // Where somebody without a name has just spoken.
    let mut unnamed: Vec<usize> = desk
        .reading
        .sources
        .iter()
        .filter(|source| {
            matches!(source.kind, SourceType::AnonymousSource | SourceType::UnnamedPerson | SourceType::UnnamedGroup)
        })
        .filter(|source| !source.mentions.iter().all(|mention| is_bare(desk, *mention, options)))
        .flat_map(|source| source.mentions.iter().map(|mention| mention.end))
        .collect();
    unnamed.sort_unstable();
    let follows_one = |at: usize| {
        let before = unnamed.partition_point(|end| *end <= at);
        before.checked_sub(1).is_some_and(|last| at - unnamed[last] < JUST_BEFORE)
    };
    let mut found_at: Vec<(String, Vec<Span>)> = Vec::new();
    for (source, words) in desk.reading.sources.iter().zip(first) {
        let Some(words) = words else { continue };
        let is_unnamed =
            matches!(source.kind, SourceType::AnonymousSource | SourceType::UnnamedGroup | SourceType::UnnamedPerson);
        let tells = |span: &Span| !EMPTY.contains(&span.of(desk.text).to_lowercase().as_str());
        let said_more =
            source.name.is_some() || source.affiliations.iter().any(tells) || source.justification.is_some();
        if !is_unnamed || said_more || !source.mentions.iter().all(|m| is_bare(desk, *m, options)) {
            continue;
        }
        let Some(noun) = lower(desk.text, words).pop().filter(|noun| !is_pronoun(std::slice::from_ref(noun))) else {
            continue;
        };
        // Who is described at one place need not be at another: “county fire officials said …, officials said later”.
        let is_law = noun == "authorities" && law_is_near(desk, words.start);
        if is_law || described.tells_of(noun.trim_end_matches('s'), words.start) || is_told_in_full(desk, words, &noun)
        {
            continue;
        }
        // “A member of her staff said … the aide said”: the one who has just spoken.
        let is_back = lower(desk.text, words).first().is_some_and(|word| word == "the");
        // Who tells why he hides is asked how he knows (`ANO003`).
        let has_reason = source.terms.is_some_and(|stated| stated.reason.is_some()) && noun != "officials";
        if (is_back && follows_one(words.start)) || has_reason {
            continue;
        }
        match found_at.iter_mut().find(|(known, _)| *known == noun) {
            Some((_, places)) => places.push(words),
            None => found_at.push((noun, vec![words])),
        }
    }
    for (noun, mut places) in found_at {
        places.sort_unstable();
        let words = places[0];
        let message = format!("“{}” gives no office: which {noun}?", short(desk.text, words));
        let mut told = found.add(words, message, "Say the office, the agency, or how the speaker can know");
        for more in &places[1..] {
            told = told.related(*more, format!("“{}” does not either", short(desk.text, *more)));
        }
    }
}

/// Whether the police or a like house stand so near that “the authorities” are they.
fn law_is_near(desk: &Desk<'_>, byte: usize) -> bool {
    let is_law = |word: &String| LAW.contains(&word.as_str());
    desk.around(byte, 1, 1).iter().any(|line| line.sentence.lower.iter().any(is_law))
}

/// Whether “officials” in the first sentence are those who speak by name or office in the next ones.
fn is_told_in_full(desk: &Desk<'_>, words: Span, noun: &str) -> bool {
    let Some(lead) = desk.body().next().map(|line| line.sentence.whole).filter(|lead| lead.contains(words)) else {
        return false;
    };
    let next = desk.body().skip(1).take(NEXT).last().map_or(lead.end, |line| line.sentence.whole.end);
    let speaks = |source: &Source| source.kind == SourceType::NamedPerson && !source.titles.is_empty();
    matches!(noun, "officials" | "authorities")
        && desk.touching(Span::new(lead.end, next)).filter_map(|a| desk.source_of(a)).any(speaks)
}

/// Where a bare noun (without the s of several) has more said of it than the noun.
#[derive(Default)]
struct Described {
    /// By noun: the first byte of all such places, and of those where they speak.
    firsts: HashMap<&'static str, (usize, Option<usize>)>,
    /// Where the first sentence of the body ends: what it leaves open, the rest of the article may say.
    lead: usize,
}

/// Bytes within which “sources” may be described after they spoke: about a paragraph.
const SOON: usize = 500;

impl Described {
    /// Whether what is said of a noun is said of those who speak at a byte: of any before it, and of those behind it who speak
    /// too; of “sources” only soon.
    fn tells_of(&self, noun: &str, byte: usize) -> bool {
        let Some((first, speaks)) = self.firsts.get(noun) else { return false };
        let is_in_time = |at: usize| !matches!(noun, "source" | "insider") || at < byte + SOON;
        *first <= byte || byte < self.lead || speaks.is_some_and(is_in_time)
    }

    fn add(&mut self, noun: &'static str, at: usize, speaks: bool) {
        let (_, first) = self.firsts.entry(noun).or_insert((at, None));
        *first = first.or(speaks.then_some(at));
    }
}

fn described(desk: &Desk<'_>) -> Described {
    let lead = desk.body().next().map_or(0, |line| line.sentence.whole.end);
    let mut out = Described { lead, ..Described::default() };
    for Line { sentence, .. } in &desk.sentences {
        for (at, word) in sentence.lower.iter().enumerate() {
            let here = sentence.words[at];
            let Some(noun) = BARE.iter().find(|bare| *bare == word) else { continue };
            let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
            // A word that belongs to the noun stands right before it: “fire officials”, “the county’s officials”.
            let is_modified = before.chars().any(char::is_alphabetic)
                && !NOTHING.contains(&before)
                && !EMPTY.contains(&before)
                && !is_loose(before);
            let next = sentence.lower(at + 1);
            let next = if next == "," { sentence.lower(at + 2) } else { next };
            if is_modified || MORE.contains(&next) {
                let speaks =
                    is_modified || desk.touching(here).any(|a| a.source.iter().any(|source| source.overlaps(here)));
                out.add(noun.trim_end_matches('s'), here.start, speaks);
            }
        }
    }
    out
}

/// Words that stand before a noun without belonging to it: “said officials”, “but officials”.
fn is_loose(word: &str) -> bool {
    const LOOSE: &[&str] = &[
        "said",
        "says",
        "say",
        "told",
        "tell",
        "to",
        "but",
        "and",
        "or",
        "that",
        "as",
        "by",
        "when",
        "while",
        "if",
        "where",
        "though",
        "although",
        "because",
        "after",
        "before",
        "with",
        "from",
        "of",
        "for",
        "which",
        "what",
        "have",
        "had",
        "has",
        "did",
        "do",
        "does",
        "than",
        "whether",
        "since",
        "until",
        "so",
        "only",
        "also",
        "not",
        "then",
        "later",
        "today",
        "yesterday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "week",
        "day",
        "citing",
        "quoting",
        "add",
        "added",
        "warned",
        "warn",
        "believe",
        "on",
        "in",
        "at",
    ];
    LOOSE.contains(&word)
}

fn is_bare(desk: &Desk<'_>, mention: Span, options: &Options) -> bool {
    let words = lower(desk.text, mention);
    let is_bare = |word: &String| BARE.contains(&word.as_str()) || options.words("nouns").contains(word);
    if is_pronoun(&words) {
        return true;
    }
    // "The two officials" are two of whom the article has told.
    if words.len() > 2 && words[0] == "the" || words.first().is_some_and(|word| word == "both") {
        return false;
    }
    // What stands behind the noun may lie outside of what was read as the source.
    let behind = desk.text[mention.end..].trim_start_matches([' ', ',']);
    let next: String = behind.chars().take_while(|c| c.is_alphabetic() || *c == '(').collect();
    let says_more = MORE.contains(&next.as_str()) && !matches!(next.as_str(), "on" | "in" | "at" | "to" | "and" | "or");
    match words.split_last() {
        Some((last, before)) => {
            let says_nothing = |word: &String| NOTHING.contains(&word.as_str()) || EMPTY.contains(&word.as_str());
            is_bare(last) && !says_more && before.iter().all(says_nothing)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn the_sources_are_those_of_whom_was_told() {
        is_silent(
            &RULE,
            &[
                "Two technicians of the tram authority said the doors had opened. It rained.\n\nThe sources said the sensor was new.",
            ],
        );
    }

    #[test]
    fn a_bare_noun_is_found_where_it_first_speaks() {
        fires(&RULE, "⟦Officials⟧ said on Monday that the bridge would stay closed until spring.");
        fires(
            &RULE,
            "The pier fell at noon. A boy was hurt. ⟦Officials⟧ said it had been due for repair.\n\nOfficials from the roads office \
             came by boat. The mayor, Orla Finch, wept.",
        );
        fires(&RULE, "The talks have failed, ⟦two sources⟧ said. The sources said nobody would return.");
    }

    #[test]
    fn what_says_an_office_is_none() {
        is_silent(
            &RULE,
            &[
                "Officials of the county’s roads office said that the bridge would stay closed.",
                "A source close to the talks said they had failed.",
                "A member of her staff said that she was better. “She is mostly bored,” the aide told the newspaper.",
                "The mayor, Orla Finch, said the bridge would stay closed.",
                // Described where they first speak.
                "County fire officials said the ridge was burning. By evening 40 homes were lost, officials said.",
                "Officials in Brenn said the bridge would stay closed.",
                "The dam has failed, officials said on Monday. The fire chief, Ann Poole, said 40 people were missing.",
                // In somebody else's mouth.
                "“Officials say all sorts of things,” the mayor, Orla Finch, said.",
                "Many people said they would vote for the bridge.",
            ],
        );
    }
}
