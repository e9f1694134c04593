//! Who gives each number: the root of its chain by name, a spokesman's body, an unnamed source of one article, or the
//! writer's voice.

use std::collections::{BTreeMap, BTreeSet};

use sayso_reading::{SourceType, Terms};

use super::{FigureReport, Thing, number};
use crate::names::{self, Name};
use crate::record::SourceRecord;

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
        let words = |name: &str| names::words(name).len();
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

/// The one who is said to know it first hand; none for the writer's voice.
fn root(report: &FigureReport) -> Option<&SourceRecord> {
    let statement = report.statement.as_ref()?;
    let last = statement.chain.iter().rev().flatten().next();
    last.or(statement.source.as_ref()).map(|source| &**source)
}

/// Whether its name is kept back.
fn is_kept_back(source: &SourceRecord) -> bool {
    source.kind == SourceType::AnonymousSource || source.terms.is_some_and(|terms| !UNANSWERED.contains(&terms))
}

/// Terms that keep no name back.
const UNANSWERED: &[Terms] = &[Terms::DeclinedToComment, Terms::DidNotRespond, Terms::CouldNotBeReached];

/// "Spokeswoman for": speaks for another.
const SPEAKERS: &[&str] = &["spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen"];

/// The body that a spokesman speaks for, where the article names it by more than "the ministry".
fn body(source: &SourceRecord) -> Option<&str> {
    if is_kept_back(source) || source.kind == SourceType::NamedOrganization {
        return None;
    }
    let is_speaker = |title: &&String| names::words(title).iter().any(|word| SPEAKERS.contains(&word.as_str()));
    let title = source.titles.iter().find(is_speaker)?;
    let told = title.to_lowercase();
    let own = names::words(source.name.as_deref().unwrap_or(""));
    let is_body = |text: &&String| {
        let words = names::words(text);
        let is_proper = text.starts_with(char::is_uppercase) || words.len() > 1;
        is_proper && !words.is_empty() && !words.iter().any(|word| own.contains(word))
    };
    let bodies: Vec<&String> = source.affiliations.iter().filter(is_body).collect();
    let in_title = bodies.iter().find(|body| told.contains(&body.to_lowercase()));
    in_title.or(bodies.first()).map(|body| body.as_str())
}

/// A name that a report rests on: whose it is and what else is known of it.
fn name(source: &SourceRecord, article: i64) -> Option<(Name, String)> {
    let of_body = |body: &str| (Name::body(body), bare(body));
    if let Some(body) = body(source) {
        return Some(of_body(body));
    }
    let called = source.name.as_deref().filter(|_| !is_kept_back(source))?;
    match source.kind {
        SourceType::NamedPerson => {
            let beside = source.titles.iter().chain(&source.affiliations);
            let context = beside.flat_map(|text| names::words(text)).filter(|word| word.len() > 3).collect();
            Some((Name { context, articles: [article].into(), ..Name::person(called) }, called.to_owned()))
        }
        SourceType::NamedOrganization | SourceType::Document => Some(of_body(called)),
        SourceType::AnonymousSource | SourceType::UnnamedPerson | SourceType::UnnamedGroup => None,
    }
}

fn bare(name: &str) -> String {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name).to_owned()
}

/// Who gives each number, of reports in order.
pub(super) fn givers(reports: &[FigureReport], families: &BTreeMap<i64, i64>) -> Givers {
    let outlets = outlets(reports, families);
    let roots: Vec<Option<&SourceRecord>> = reports.iter().map(root).collect();
    let named: Vec<Option<(Name, String)>> =
        roots.iter().zip(reports).map(|(root, report)| name((*root)?, report.article.id)).collect();
    // What stands beside a name is gathered before names are compared.
    let mut gathered: BTreeMap<(bool, Vec<String>), Name> = BTreeMap::new();
    let theirs = named.iter().flatten().map(|(name, _)| name.clone());
    for name in theirs.chain(outlets.values().map(|outlet| Name::body(outlet))) {
        let known = gathered.entry((name.is_person, name.words.clone())).or_insert_with(|| name.clone());
        known.context.extend(name.context);
        known.articles.extend(name.articles);
    }
    let numbers: BTreeMap<&(bool, Vec<String>), usize> = gathered.keys().zip(0..).collect();
    let groups = names::groups(&gathered.values().cloned().collect::<Vec<_>>());
    let group = |name: &Name| groups[numbers[&(name.is_person, name.words.clone())]];
    let ranks = ranks(reports, &roots);
    let of = reports.iter().zip(&roots).zip(&named).map(|((report, root), named)| {
        let family = families[&report.article.id];
        match (root, named) {
            (_, Some((name, _))) => Giver::Named(group(name)),
            (Some(source), None) => Giver::Unnamed(family, described(source), ranks[&source.id]),
            (None, None) => match outlets.get(&family) {
                Some(outlet) => Giver::Named(group(&Name::body(outlet))),
                None => Giver::Voice(family),
            },
        }
    });
    let called = roots.iter().zip(&named).map(|(root, named)| match (root, named) {
        (_, Some((_, called))) => Some(called.clone()),
        (root, None) => root.map(|source| source.description.clone()),
    });
    Givers { of: of.collect(), called: called.collect(), is_voice: roots.iter().map(Option::is_none).collect() }
}

fn described(source: &SourceRecord) -> String {
    names::words(&source.description).join(" ")
}

/// The outlet of each family: that of its first article.
fn outlets<'a>(reports: &'a [FigureReport], families: &BTreeMap<i64, i64>) -> BTreeMap<i64, &'a str> {
    let mut out: BTreeMap<i64, Option<&str>> = BTreeMap::new();
    for report in reports {
        let outlet = report.article.outlet.as_deref().filter(|outlet| !names::words(outlet).is_empty());
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
        let place = |outlet: &str| (&things[number], key, Name::body(outlet).words.join(" "));
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

/// Words of a cue by which a source says that it is not so, or does not say it.
const UNSAID: &[&str] = &[
    "deny",
    "denies",
    "denied",
    "denying",
    "denial",
    "dispute",
    "disputes",
    "disputed",
    "disputing",
    "refute",
    "refuted",
    "rejects",
    "rejected",
    "dismisses",
    "dismissed",
    "ask",
    "asks",
    "asked",
    "asking",
];

/// Whether the source gives the number: not what it denies or asks.
pub(super) fn is_given(report: &FigureReport) -> bool {
    report.statement.as_ref().is_none_or(|statement| {
        !statement.negated && !names::words(&statement.cue).iter().any(|word| UNSAID.contains(&word.as_str()))
    })
}
