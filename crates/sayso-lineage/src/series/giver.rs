//! Who gives each number: the root of its chain by name, a spokesman's body, a body that is called by what it is ([`body`]), an
//! unnamed source of one article, or the writer's voice.

use std::collections::{BTreeMap, BTreeSet};

use super::{FigureReport, Thing, body, number};
use crate::change::firmness::denies;
use crate::fold;
use crate::outlet;
use crate::record::SourceRecord;
use crate::who::{self, Name};

/// Who gives a number. One that is equal to another is the same giver.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Giver {
    /// A name, by its number among the names; an outlet's own voice counts as the outlet.
    Named(usize),
    /// A description of one article, its copies and revisions: the article, the words, which of several with the same
    /// words.
    Unnamed(i64, String, usize),
    /// The voice of an article whose outlet is not known.
    Voice(i64),
}

/// The givers of some reports.
pub(super) struct Givers {
    /// Of each report.
    pub(super) of: Vec<Giver>,
    /// Whether each report stands in the writer's voice.
    pub(super) is_voice: Vec<bool>,
    /// Of each report what its giver is called there.
    called: Vec<Option<String>>,
}

impl Givers {
    /// What a giver is called by these reports: the commonest of the longest names; none for a voice alone.
    pub(super) fn name(&self, reports: impl Iterator<Item = usize>) -> Option<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for report in reports {
            if let Some(name) = &self.called[report] {
                *counts.entry(name).or_default() += 1;
            }
        }
        let words = |name: &str| fold::words(name).len();
        let fullest = counts.into_iter().max_by_key(|(name, count)| (words(name), *count, std::cmp::Reverse(*name)));
        fullest.map(|(name, _)| name.to_owned())
    }
}

/// Which articles are one: revisions of a key, and near copies. The least id of each.
pub(super) fn families(reports: &[FigureReport]) -> BTreeMap<i64, i64> {
    let mut family: BTreeMap<i64, i64> = BTreeMap::new();
    let mut by_key: BTreeMap<&str, i64> = BTreeMap::new();
    for report in reports {
        let article = &report.article;
        let mut root = find(&family, article.id);
        let first = *by_key.entry(&article.key).or_insert(article.id);
        for other in [Some(first), article.copy_of].into_iter().flatten() {
            let other = find(&family, other);
            family.insert(root.max(other), root.min(other));
            root = root.min(other);
        }
    }
    reports.iter().map(|report| (report.article.id, find(&family, report.article.id))).collect()
}

/// The least id that an article was joined to; each step goes to a lesser one.
fn find(family: &BTreeMap<i64, i64>, article: i64) -> i64 {
    let mut at = article;
    while let Some(&next) = family.get(&at).filter(|next| **next < at) {
        at = next;
    }
    at
}

/// Who gives each number, of reports in order.
pub(super) fn givers(reports: &[FigureReport], families: &BTreeMap<i64, i64>) -> Givers {
    let outlets = outlets(reports, families);
    let roots: Vec<Option<&SourceRecord>> = reports.iter().map(|report| report.statement.as_ref()?.root()).collect();
    let named: Vec<Option<Name>> = roots
        .iter()
        .zip(reports)
        .map(|(root, report)| Name::of((*root)?, report.article.id).or_else(|| body::of((*root)?)))
        .collect();
    let named = as_bodies(named);
    let voices = outlets.iter().filter_map(|(family, outlet)| Some((*family, Name::body(outlet)?)));
    let voices: BTreeMap<i64, Name> = voices.collect();
    // Each name once, of persons and bodies alike.
    let names: BTreeSet<&Name> = named.iter().flatten().chain(voices.values()).collect();
    let names: Vec<Name> = names.into_iter().cloned().collect();
    let groups: BTreeMap<&Name, usize> = names.iter().zip(who::groups(&names)).collect();
    let ranks = ranks(reports, &roots);
    let of = reports.iter().zip(&roots).zip(&named).map(|((report, root), named)| {
        let family = families[&report.article.id];
        match (root, named) {
            (_, Some(name)) => Giver::Named(groups[name]),
            (Some(source), None) => Giver::Unnamed(family, described(source), ranks[&source.id]),
            (None, None) => match voices.get(&family) {
                Some(outlet) => Giver::Named(groups[outlet]),
                None => Giver::Voice(family),
            },
        }
    });
    let called = roots.iter().zip(&named).map(|(root, named)| match (root, named) {
        (_, Some(name)) => Some(name.shown.clone()),
        (root, None) => root.map(|source| source.description.clone()),
    });
    Givers { of: of.collect(), called: called.collect(), is_voice: roots.iter().map(Option::is_none).collect() }
}

/// "Deep Zinc" that one article takes for a man and another for a company is the company.
fn as_bodies(named: Vec<Option<Name>>) -> Vec<Option<Name>> {
    let bodies = named.iter().flatten().filter(|name| name.is_body());
    let bodies: BTreeMap<String, Name> = bodies.map(|name| (fold::fold(&name.shown), name.clone())).collect();
    let as_body = |name: Name| match bodies.get(&fold::fold(&name.shown)) {
        Some(body) if !name.is_body() => body.clone(),
        _ => name,
    };
    named.into_iter().map(|name| name.map(as_body)).collect()
}

fn described(source: &SourceRecord) -> String {
    fold::words(&source.description).join(" ")
}

/// The outlet of each family: that of its first article.
fn outlets<'a>(reports: &'a [FigureReport], families: &BTreeMap<i64, i64>) -> BTreeMap<i64, &'a str> {
    let mut out: BTreeMap<i64, Option<&str>> = BTreeMap::new();
    for report in reports {
        let outlet = report.article.outlet.as_deref().filter(|outlet| !fold::words(outlet).is_empty());
        out.entry(families[&report.article.id]).or_insert(outlet);
    }
    out.into_iter().filter_map(|(family, outlet)| Some((family, outlet?))).collect()
}

/// Of each source without a name which it is of those that its article describes by the same words.
fn ranks(reports: &[FigureReport], roots: &[Option<&SourceRecord>]) -> BTreeMap<i64, usize> {
    let mut same: BTreeMap<(i64, String), BTreeSet<(u32, i64)>> = BTreeMap::new();
    for (report, root) in reports.iter().zip(roots) {
        if let Some(source) = root {
            same.entry((report.article.id, described(source))).or_default().insert((source.number, source.id));
        }
    }
    same.values().flat_map(|sources| sources.iter().zip(0..).map(|((_, id), rank)| (*id, rank))).collect()
}

/// What an outlet is cited for is given by whom its own article names for it. Takes reports in the order of time.
pub(super) fn follow_relays(reports: &[FigureReport], things: &[Thing], givers: &mut Givers) {
    let mut given: BTreeMap<(&Thing, [u64; 2], String), Vec<usize>> = BTreeMap::new();
    for (number, report) in reports.iter().enumerate() {
        let key = number::key(&report.figure);
        let place = |outlet: &str| (&things[number], key, outlet::key_of(outlet));
        if !givers.is_voice[number] {
            let cited = givers.called[number].as_deref().map(place);
            let before = cited.and_then(|cited| given.get(&cited));
            let is_it = |other: &&usize| number::is_same(&reports[**other].figure, &report.figure);
            if let Some(&other) = before.and_then(|before| before.iter().find(is_it)) {
                givers.of[number] = givers.of[other].clone();
                givers.called[number] = None;
            }
        }
        let own = report.article.outlet.as_deref().map(place);
        if let (Some(own), Giver::Named(_), false) = (own, &givers.of[number], givers.is_voice[number]) {
            given.entry(own).or_default().push(number);
        }
    }
}

/// Words of a cue by which a source asks.
const ASKS: &[&str] = &["ask", "asks", "asked", "asking"];

/// Whether the source gives the number: not what it denies or asks.
pub(super) fn is_given(report: &FigureReport) -> bool {
    report.statement.as_ref().is_none_or(|statement| {
        !denies(statement) && !fold::words(&statement.cue).iter().any(|word| ASKS.contains(&word.as_str()))
    })
}
