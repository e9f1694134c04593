//! Which sources are outlets: who passes on what others say.

use std::collections::HashSet;

use sayso_reading::{Attribution, Source, SourceId, SourceType};
use sayso_text::Span;

use crate::Desk;

/// Words that stand in an outlet's name or say that it is one, in lower case.
pub(super) const OUTLET_WORDS: &[&str] = &[
    "newspaper",
    "magazine",
    "broadcaster",
    "tabloid",
    "daily",
    "weekly",
    "radio",
    "tv",
    "television",
    "news",
    "newswire",
    "press",
    "times",
    "post",
    "courier",
    "gazette",
    "herald",
    "tribune",
    "journal",
    "telegraph",
    "chronicle",
    "observer",
    "dispatch",
    "examiner",
    "advertiser",
    "argus",
    "echo",
    "bulletin",
    "sentinel",
    "mirror",
    "messenger",
    "wire",
    "standard",
    "inquirer",
    "anzeiger",
    "zeitung",
    "tageblatt",
    "kurier",
    "bote",
    "corriere",
    "diario",
    "gazeta",
    "tidings",
    "fm",
    "courant",
    "intelligencer",
    "rundschau",
    "nachrichten",
    "presse",
];

/// Words that stand in an outlet’s name and as often in another’s: they make one of who reports, or of who was told.
pub(super) const OFTEN_OUTLET: &[&str] = &[
    "banner",
    "beacon",
    "bell",
    "citizen",
    "clarion",
    "compass",
    "digest",
    "express",
    "globe",
    "independent",
    "lantern",
    "leader",
    "ledger",
    "letter",
    "mail",
    "mercury",
    "monitor",
    "record",
    "recorder",
    "register",
    "reporter",
    "review",
    "star",
    "sun",
    "voice",
    "watch",
];
/// Cues of one that reports.
const REPORTS: &[&str] = &["reported", "reports", "wrote", "writes", "revealed", "published", "disclosed"];

/// Nouns for an outlet after its first mention.
pub(super) const OUTLET_NOUNS: &[&str] = &[
    "paper",
    "newspaper",
    "magazine",
    "broadcaster",
    "station",
    "network",
    "website",
    "channel",
    "agency",
    "outlet",
    "site",
];

/// The sources of a reading that are outlets with a name.
pub(super) struct Outlets {
    /// By the source's number.
    is_one: Vec<bool>,
}

impl Outlets {
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let own = desk.reading.article.outlet.as_deref().unwrap_or_default();
        let reporting = reporting(desk);
        let is_one = desk.reading.sources.iter().map(|source| is_outlet(desk, source, own, &reporting)).collect();
        Self { is_one }
    }

    pub(super) fn has(&self, id: SourceId) -> bool {
        self.is_one.get(id.0 as usize - 1).copied().unwrap_or(false)
    }

    /// How many of them the text names behind a byte.
    pub(super) fn named_behind(&self, desk: &Desk<'_>, at: usize) -> usize {
        let is_behind = |source: &Source| source.mentions.iter().any(|mention| mention.start >= at);
        desk.reading.sources.iter().zip(&self.is_one).filter(|(source, is_one)| **is_one && is_behind(source)).count()
    }

    /// The outlet whose word an attribution is, or through which it came: the nearest to the article.
    pub(super) fn behind(&self, attribution: &Attribution) -> Option<SourceId> {
        let own = attribution.source_id.filter(|id| self.has(*id));
        own.or_else(|| attribution.through.iter().map(|relay| relay.source).find(|id| self.has(*id)))
    }
}

fn is_outlet(desk: &Desk<'_>, source: &Source, own: &str, reporting: &HashSet<SourceId>) -> bool {
    let Some(name) = source.name.filter(|_| source.kind.is_named()) else { return false };
    if !own.is_empty() && name.of(desk.text).eq_ignore_ascii_case(own) {
        return false;
    }
    // "The news agency Corvus": the mention says it where the name does not. What belongs to a paper (its poll) is none.
    let words = |span: Span| crate::words::lower(desk.text, span);
    let says = |word: &String| {
        OUTLET_WORDS.contains(&word.as_str())
            || (word.len() > 3 && OUTLET_NOUNS.contains(&word.as_str()) && word != "agency")
    };
    let mut all = words(name);
    if source.kind == SourceType::NamedOrganization
        && all.last().is_some_and(|word| OFTEN_OUTLET.contains(&word.as_str()))
        && reporting.contains(&source.id)
    {
        return true;
    }
    // “The daily Lindauer Bote” is read as a person; no person’s name has an article before it.
    if source.kind == SourceType::NamedPerson {
        let has_article = |mention: &Span| words(*mention).first().is_some_and(|word| word == "the");
        return source.mentions.first().is_some_and(has_article)
            && all.iter().any(|word| OUTLET_WORDS.contains(&word.as_str()));
    }
    all.extend(source.titles.iter().flat_map(|title| words(*title)));
    all.extend(source.aliases.iter().take(4).flat_map(|alias| words(*alias)));
    all.extend(source.mentions.iter().take(4).flat_map(|mention| words(*mention)));
    let person = |word: &String| {
        matches!(word.as_str(), "spokesman" | "spokeswoman" | "spokesperson" | "secretary" | "poll" | "release")
    };
    all.iter().any(says) && !all.iter().any(person)
}

/// The sources that report, or that somebody told something.
fn reporting(desk: &Desk<'_>) -> HashSet<SourceId> {
    let is_report =
        |cue: &Span| crate::words::lower(desk.text, *cue).iter().any(|word| REPORTS.contains(&word.as_str()));
    let mut out = HashSet::new();
    for a in &desk.reading.attributions {
        out.extend(a.through.iter().map(|relay| relay.source));
        out.extend(a.source_id.filter(|_| a.cue.iter().any(is_report)));
    }
    out
}
