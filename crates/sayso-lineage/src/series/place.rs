//! Where a figure is from: the place that its reading has, or the one place that its sentence names, as the names in
//! it.

use std::collections::BTreeSet;

use super::FigureReport;
use crate::fold;
use crate::words;

/// Tell one part of a place from another.
const SIDES: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "central",
    "upper",
    "lower",
    "inner",
    "outer",
    "new",
    "old",
    "greater",
    "little",
];

/// What places are, and no name of one.
const KINDS: &[&str] = &[
    "county", "counties", "province", "city", "town", "village", "district", "region", "state", "ward", "street",
    "road", "avenue", "square", "river", "lake", "port", "harbour", "harbor", "mount", "cape", "bay", "island",
    "islands", "valley", "station", "bridge", "hospital", "school", "airport", "the", "and", "of", "in", "at", "near",
];

/// A place as the names in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(super) names: BTreeSet<String>,
    /// "Northern", "upper", "11".
    pub(super) sides: BTreeSet<String>,
    /// "Renfro and Pike": holds no one of them alone.
    pub(super) is_several: bool,
}

impl Place {
    /// The place that words tell; none for "the capital".
    pub(crate) fn of(words: &str) -> Option<Self> {
        let is_capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let capitals = words.split(|c: char| c.is_whitespace() || c == ',').filter(is_capital);
        let capitals: Vec<String> = capitals.flat_map(fold::names).collect();
        let is_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let is_name =
            |word: &&String| !SIDES.contains(&word.as_str()) && !KINDS.contains(&word.as_str()) && !is_digit(word);
        let named: BTreeSet<String> = capitals.iter().filter(is_name).cloned().collect();
        if named.is_empty() {
            // "Ward 11", "North Street".
            let whole: BTreeSet<String> = capitals.into_iter().collect();
            return (whole.len() > 1).then(|| Self { names: [joined(&whole)].into(), ..Self::default() });
        }
        let lower = fold::names(words);
        let is_several = named.len() > 1 && lower.iter().any(|word| word == "and");
        let sides = lower.iter().filter(|word| SIDES.contains(&word.as_str()) || is_digit(word)).cloned().collect();
        Some(Self { names: if is_several { [joined(&named)].into() } else { named }, sides, is_several })
    }

    /// Whether two places have no name in common.
    pub(crate) fn is_apart_from(&self, other: &Self) -> bool {
        self.names.is_disjoint(&other.names)
    }
}

fn joined(words: &BTreeSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The words that tell where a figure is from: its own, with what its sentence adds ("Lund Cold in Osterby"), else
/// the sentence's.
pub(super) fn told(report: &FigureReport) -> Option<String> {
    let own = report.figure.place.as_deref().and_then(|words| Some((words, Place::of(words)?)));
    let heard = heard(report);
    match own {
        Some((words, place)) => {
            let fuller = heard.filter(|heard| {
                Place::of(heard)
                    .is_some_and(|heard| heard.names.is_superset(&place.names) && heard.sides == place.sides)
            });
            Some(fuller.unwrap_or_else(|| words.to_owned()))
        }
        None => heard,
    }
}

/// Lead to a place.
const LEAD: &[&str] = &["in", "at", "near", "outside", "across", "off"];

/// Before a preposition: it tells where something was said.
const SAID: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "reporters",
    "statement",
    "interview",
    "conference",
    "briefing",
    "speaking",
    "lawmakers",
    "published",
    "based",
];

/// Names that are no places.
const TIMES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "parliament",
    "congress",
    "english",
];

fn is_time(word: &str) -> bool {
    TIMES.contains(&word) || words::is_month(word)
}

/// At most so many words stand between two names of one place: "Lund Cold warehouse in the port of Osterby".
const GAP: usize = 5;

/// The place that a sentence names by "in", "at" or "near", where it names one.
fn heard(report: &FigureReport) -> Option<String> {
    let words: Vec<&str> = report.sentence.split_whitespace().collect();
    let bare = |at: usize| words.get(at).map_or("", |word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let ends = |at: usize| words[at].ends_with([',', ';', ':', '.', '”', '"']);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for at in 0..words.len() {
        if !LEAD.contains(&words[at].to_lowercase().as_str())
            || (at > 0 && SAID.contains(&bare(at - 1).to_lowercase().as_str()))
        {
            continue;
        }
        let is_name = |at: usize| {
            let word = bare(at);
            word.starts_with(char::is_uppercase) && !is_time(&word.to_lowercase())
        };
        // "In Osterby", "in the Kesterby valley", "in northern Sundra", "in the port of Osterby".
        let opens =
            |word: &str| SIDES.contains(&word) || (KINDS.contains(&word) && !LEAD.contains(&word) && word != "and");
        let first = (at + 1..words.len()).find(|at| !opens(words[*at])).filter(|first| is_name(*first));
        let Some(first) = first else { continue };
        let last = (first..words.len()).take_while(|at| is_name(*at) && (*at == first || !ends(*at - 1))).last();
        let last = last.unwrap_or(first);
        let begin = if words[at + 1] == "the" { at + 2 } else { at + 1 };
        match places.last_mut() {
            // "Lund Cold in Osterby".
            Some((_, end)) if at - *end <= GAP && (*end..at).all(|at| !ends(at)) => *end = last,
            _ => places.push((begin, last)),
        }
    }
    let [(first, last)] = places[..] else { return None };
    let told = words[first..=last].join(" ");
    Some(told.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}
