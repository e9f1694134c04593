//! What each figure counts: measure, unit, who, and a place by the names in it, however it is worded.

use std::collections::{BTreeMap, BTreeSet};

use super::place::{Place, told};
use super::{FigureReport, Thing};
use crate::fold;

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

/// The places of some reports, put together where they have a name in common.
pub(super) struct Places {
    /// Of each place which it is.
    of: BTreeMap<Place, usize>,
    /// What each is called.
    called: Vec<String>,
}

impl Places {
    fn new(told: &[Option<String>]) -> Self {
        let mut counts: BTreeMap<(Place, &str), usize> = BTreeMap::new();
        for words in told.iter().flatten() {
            if let Some(place) = Place::of(words) {
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
                (*words).clone_into(&mut called[at]);
            }
        }
        Self { of, called }
    }

    /// Which place these words give.
    fn told(&self, words: Option<&String>) -> Option<usize> {
        self.of.get(&Place::of(words?)?).copied()
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
    let told: Vec<Option<String>> = reports.iter().map(told).collect();
    let places = Places::new(&told);
    let one = |places: &BTreeSet<usize>| places.first().copied().filter(|_| places.len() == 1);
    let stated: Vec<Option<usize>> = told
        .iter()
        .zip(reports)
        .map(|(words, report)| places.told(words.as_ref()).or_else(|| one(&places.named(&own_words(report)))))
        .collect();
    let mut in_article: BTreeMap<i64, BTreeSet<usize>> = BTreeMap::new();
    for (report, place) in reports.iter().zip(&stated) {
        in_article.entry(report.article.id).or_default().extend(place);
    }
    let all = places.all();
    let figures: BTreeMap<i64, &FigureReport> = reports.iter().map(|report| (report.figure.id, report)).collect();
    let thing = |(report, stated): (&FigureReport, &Option<usize>)| {
        let in_title = || places.named(&fold::names(report.article.title.as_deref().unwrap_or("")));
        let at =
            stated.or_else(|| one(&all)).or_else(|| one(&in_article[&report.article.id])).or_else(|| one(&in_title()));
        let (unit, who) = counted(report, &figures);
        Thing { measure: report.figure.measure.clone(), unit, who, place: at.map(|at| places.called[at].clone()) }
    };
    (reports.iter().zip(&stated).map(thing).collect(), all.len() > 1)
}

/// The words of the sentence, without those that tell who the source is.
fn own_words(report: &FigureReport) -> Vec<String> {
    let source = report.statement.as_ref().and_then(|statement| statement.source.as_deref());
    let theirs: BTreeSet<String> = source
        .map(|source| {
            let texts = [Some(&source.description), source.name.as_ref()].into_iter().flatten();
            texts.chain(&source.titles).chain(&source.affiliations).flat_map(|text| fold::names(text)).collect()
        })
        .unwrap_or_default();
    fold::names(&report.sentence).into_iter().filter(|word| !theirs.contains(word)).collect()
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
