//! What each figure counts: measure, unit, who, and a place by the names in it, however it is worded.

use std::collections::{BTreeMap, BTreeSet};

use super::{FigureReport, Thing};
use crate::names;

/// Counted by what befell them: with this measure they are people.
const EVENTS: &[(&str, &str)] = &[
    ("deaths", "killed"),
    ("fatalities", "killed"),
    ("killings", "killed"),
    ("injuries", "injured"),
    ("arrests", "arrested"),
    ("detentions", "detained"),
    ("evacuations", "evacuated"),
    ("infections", "infected"),
    ("cases", "infected"),
];

/// Says no more than people.
const PLAIN: &[&str] = &["people", "persons", "person", "others", "victims", "lives", "dead", "human beings"];

/// A part of those counted, where nothing says which: no such part is compared with another.
pub(super) const PART: &str = "part of them";

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
struct Place {
    names: BTreeSet<String>,
    /// "Northern", "upper", "11".
    sides: BTreeSet<String>,
    /// "Renfro and Pike": holds no one of them alone.
    is_several: bool,
}

/// The place that words tell; none for "the capital".
fn place(words: &str) -> Option<Place> {
    let is_capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let capitals = words.split(|c: char| c.is_whitespace() || c == ',').filter(is_capital);
    let capitals: Vec<String> = capitals.flat_map(names::words).collect();
    let is_name = |word: &&String| {
        let word = word.as_str();
        !SIDES.contains(&word) && !KINDS.contains(&word) && !word.starts_with(|c: char| c.is_ascii_digit())
    };
    let named: BTreeSet<String> = capitals.iter().filter(is_name).cloned().collect();
    let lower = names::words(words);
    let sides = |word: &&String| SIDES.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit());
    if named.is_empty() {
        // "Ward 11", "North Street".
        let whole: BTreeSet<String> = capitals.into_iter().collect();
        return (whole.len() > 1).then(|| Place { names: [join(&whole)].into(), ..Place::default() });
    }
    let is_several = named.len() > 1 && lower.iter().any(|word| word == "and");
    Some(Place {
        names: if is_several { [join(&named)].into() } else { named },
        sides: lower.iter().filter(sides).cloned().collect(),
        is_several,
    })
}

fn join(words: &BTreeSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The places of some reports, put together where they have a name in common.
pub(super) struct Places {
    /// Of each place which it is.
    of: BTreeMap<Place, usize>,
    /// What each is called.
    called: Vec<String>,
}

impl Places {
    fn new(reports: &[FigureReport]) -> Self {
        let wordings = reports.iter().filter_map(|report| report.figure.place.as_deref());
        let mut counts: BTreeMap<(Place, &str), usize> = BTreeMap::new();
        for words in wordings {
            if let Some(place) = place(words) {
                *counts.entry((place, words)).or_default() += 1;
            }
        }
        let distinct: Vec<&Place> =
            counts.keys().map(|(place, _)| place).collect::<BTreeSet<_>>().into_iter().collect();
        let mut groups = with_a_name_in_common(&distinct);
        join_whole_places(&distinct, &mut groups);
        let of: BTreeMap<Place, usize> =
            distinct.iter().zip(&groups).map(|(place, at)| ((*place).clone(), *at)).collect();
        let mut called = vec![String::new(); distinct.len()];
        let mut best = vec![(0, 0); distinct.len()];
        for ((place, words), count) in &counts {
            let at = of[place];
            // The commonest wording, the longer of two.
            if (*count, words.len()) > best[at] {
                best[at] = (*count, words.len());
                called[at] = (*words).to_owned();
            }
        }
        Self { of, called }
    }

    /// Which place a report's own words give.
    fn stated(&self, report: &FigureReport) -> Option<usize> {
        self.of.get(&place(report.figure.place.as_deref()?)?).copied()
    }

    /// The places that a text names.
    fn named(&self, text: &[String]) -> BTreeSet<usize> {
        let has = |place: &Place| !place.is_several && place.names.iter().all(|name| text.contains(name));
        self.of.iter().filter(|(place, _)| has(place)).map(|(_, at)| *at).collect()
    }

    fn all(&self) -> BTreeSet<usize> {
        self.of.values().copied().collect()
    }
}

/// Numbers the places so that those with a name in common, on the same side, have one number.
fn with_a_name_in_common(places: &[&Place]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..places.len()).collect();
    let mut by_name: BTreeMap<(&str, &BTreeSet<String>), usize> = BTreeMap::new();
    for (number, place) in places.iter().enumerate() {
        for name in &place.names {
            let first = *by_name.entry((name, &place.sides)).or_insert(number);
            let (from, to) = (groups[number], groups[first]);
            let (from, to) = (from.max(to), from.min(to));
            groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
        }
    }
    groups
}

/// "Drenov" is "Upper Drenov" where there is no "Lower Drenov".
fn join_whole_places(places: &[&Place], groups: &mut [usize]) {
    let wholes: BTreeSet<usize> =
        places.iter().zip(groups.iter()).filter(|(place, _)| place.sides.is_empty()).map(|(_, at)| *at).collect();
    for whole in wholes {
        let names: BTreeSet<&String> = places
            .iter()
            .zip(groups.iter())
            .filter(|(_, at)| **at == whole)
            .flat_map(|(place, _)| &place.names)
            .collect();
        let sided: BTreeSet<usize> = places
            .iter()
            .zip(groups.iter())
            .filter(|(place, _)| !place.sides.is_empty() && place.names.iter().any(|name| names.contains(name)))
            .map(|(_, at)| *at)
            .collect();
        if let [one] = sided.iter().copied().collect::<Vec<_>>()[..] {
            groups.iter_mut().filter(|group| **group == one).for_each(|group| *group = whole);
        }
    }
}

/// What each report counts, and whether the reports have more than one place.
pub(super) fn things(reports: &[FigureReport]) -> (Vec<Thing>, bool) {
    let places = Places::new(reports);
    let mut in_article: BTreeMap<i64, BTreeSet<usize>> = BTreeMap::new();
    for report in reports {
        in_article.entry(report.article.id).or_default().extend(places.stated(report));
    }
    let all = places.all();
    let figures: BTreeMap<i64, &FigureReport> = reports.iter().map(|report| (report.figure.id, report)).collect();
    let thing = |report: &FigureReport| {
        let at = places.stated(report).or_else(|| {
            let one = |places: &BTreeSet<usize>| places.first().copied().filter(|_| places.len() == 1);
            one(&all)
                .or_else(|| one(&places.named(&own_words(report))))
                .or_else(|| one(&in_article[&report.article.id]))
                .or_else(|| one(&places.named(&names::words(report.article.title.as_deref().unwrap_or("")))))
        });
        let (unit, who) = counted(report, &figures);
        Thing { measure: report.figure.measure.clone(), unit, who, place: at.map(|at| places.called[at].clone()) }
    };
    (reports.iter().map(thing).collect(), all.len() > 1)
}

/// The words of the sentence, without those that tell who the source is.
fn own_words(report: &FigureReport) -> Vec<String> {
    let source = report.statement.as_ref().and_then(|statement| statement.source.as_deref());
    let theirs: BTreeSet<String> = source
        .map(|source| {
            let texts = [Some(&source.description), source.name.as_ref()].into_iter().flatten();
            texts.chain(&source.titles).chain(&source.affiliations).flat_map(|text| names::words(text)).collect()
        })
        .unwrap_or_default();
    names::words(&report.sentence).into_iter().filter(|word| !theirs.contains(word)).collect()
}

/// Unit and who.
fn counted(report: &FigureReport, figures: &BTreeMap<i64, &FigureReport>) -> (String, Option<String>) {
    let figure = &report.figure;
    let plain_who = |who: &Option<String>| {
        let who = who.as_deref()?.to_lowercase();
        let bare = who.strip_prefix("the ").unwrap_or(&who).trim();
        (!bare.is_empty() && !PLAIN.contains(&bare)).then(|| bare.to_owned())
    };
    let is_event = |(unit, measure): &(&str, &str)| *unit == figure.unit && Some(*measure) == figure.measure.as_deref();
    let is_people = PLAIN.contains(&figure.unit.as_str()) || EVENTS.iter().any(is_event);
    let unit = if is_people { "people".to_owned() } else { figure.unit.clone() };
    let who = plain_who(&figure.who);
    // "240 were hurt, 38 of them badly"; but "of the 120 on board, 14 were hurt" tells how many were hurt.
    let whole = figure.part_of.and_then(|whole| figures.get(&whole)).map(|whole| &whole.figure);
    let is_part = whole.is_some_and(|whole| {
        whole.measure == figure.measure && whole.unit == figure.unit && plain_who(&whole.who) == who
    });
    let who = match who {
        Some(who) if is_part => Some(format!("{PART}: {who}")),
        None if is_part => Some(PART.to_owned()),
        who => who,
    };
    (unit, who)
}
