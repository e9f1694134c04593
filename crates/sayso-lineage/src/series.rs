//! A number in time: who gave it, who carried it, who raised or lowered it, and who says otherwise.

mod about;
mod addition;
mod body;
mod compare;
mod giver;
mod line;
mod number;
mod place;
mod points;
mod thing;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use about::{About, about};
pub use line::{LinePoint, Policy, line};
pub(crate) use number::key as number_key;
pub(crate) use place::Place;

use crate::record::{ArticleRecord, FigureRecord, StatementRecord};

/// A figure in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureReport {
    /// Where.
    pub article: Arc<ArticleRecord>,
    /// The figure.
    pub figure: Arc<FigureRecord>,
    /// The innermost statement that has it; none in the writer's voice.
    pub statement: Option<StatementRecord>,
    /// The sentence that it stands in.
    pub sentence: String,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Thing {
    /// What befell those counted.
    pub measure: Option<String>,
    /// The unit.
    pub unit: String,
    /// Who is counted, in lower case.
    pub who: Option<String>,
    /// Where, where the sentences say.
    pub place: Option<String>,
}

/// All that an archive has of some figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// What was asked for.
    pub asked: String,
    /// A series for each giver and thing, the thing with most reports first, the earliest giver first.
    pub series: Vec<Series>,
    /// Two givers, one thing, one day, and numbers that cannot both hold.
    pub conflicts: Vec<Conflict>,
}

/// One giver's numbers of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What is counted.
    pub thing: Thing,
    /// Who gives it: a name, an unnamed source's description, none for the writer's voice.
    pub giver: Option<String>,
    /// Whether that is a name. The points of an unnamed giver are of one article and its copies.
    pub is_named: bool,
    /// Its numbers in time.
    pub points: Vec<Point>,
}

/// One number, as of one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The day that it holds for: as of which it is given, else on which it was said, else of the first article that
    /// has it.
    pub day: Option<String>,
    /// Whether the articles say so, and it is not the article's own day.
    pub is_stated: bool,
    /// Who carries it, the earliest first: places in the archive.
    pub carriers: Vec<FigureReport>,
    /// What it is to the giver's number before.
    pub step: Step,
    /// What else is to be said of it.
    pub remarks: Vec<Remark>,
}

impl Point {
    /// The number as its first carrier has it.
    pub fn figure(&self) -> &FigureRecord {
        &self.carriers[0].figure
    }
}

/// What a number is to the same giver's number before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// There is none before.
    First,
    /// It is more.
    Raised,
    /// It is less: a roll-back.
    Lowered,
    /// It is the same, as of a later day.
    Held,
    /// The two cannot be compared: "dozens".
    Open,
}

impl Step {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Step::First => "first",
            Step::Raised => "raised",
            Step::Lowered => "lowered",
            Step::Held => "held",
            Step::Open => "open",
        }
    }
}

/// What else is to be said of a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// It is another number of the same giver or of another, rounded: "at least 9,770" became "nearly 10,000".
    Rounds {
        /// The words of the exact one.
        exact: String,
        /// The article that has it.
        article: i64,
    },
    /// An article carries it after the same giver had given another.
    Stale {
        /// The article that carries it.
        article: i64,
        /// The words of the newer number.
        newer: String,
        /// The article that had it by then.
        newer_in: i64,
    },
}

/// Numbers that cannot both hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What is counted.
    pub thing: Thing,
    /// The day.
    pub day: String,
    /// Series and point of one.
    pub one: [usize; 2],
    /// Series and point of the other.
    pub other: [usize; 2],
}

/// What some figures tell together: a series for each giver and thing, and where two givers cannot both be right.
/// `reports` are all figures of an archive that may be about what was asked, in any order. A number in the writer's
/// voice that its article also attributes stands for nothing of its own, and what a source denies or asks is not its
/// number: these are left out, as are additions ("another five"). Everything else is a carrier of one point. Of
/// one thing and day the first 64 givers are looked at for conflicts.
pub fn figures(asked: &str, mut reports: Vec<FigureReport>) -> Figures {
    reports.retain(|report| giver::is_given(report) && !addition::is_one(report));
    reports.sort_by(|a, b| place(a).cmp(&place(b)));
    reports.dedup_by_key(|report| (report.article.id, report.figure.id));
    let (things, has_places) = thing::things(&reports);
    let families = giver::families(&reports);
    let mut givers = giver::givers(&reports, &families);
    giver::follow_relays(&reports, &things, &mut givers);
    let repeats = repeats(&reports, &things, &givers.is_voice);
    let mut groups: BTreeMap<(&Thing, &giver::Giver), Vec<usize>> = BTreeMap::new();
    for at in (0..reports.len()).filter(|at| !repeats[*at]) {
        groups.entry((&things[at], &givers.of[at])).or_default().push(at);
    }
    let series = groups.into_iter().map(|((thing, giver), members)| Series {
        thing: thing.clone(),
        giver: givers.name(members.iter().copied()),
        is_named: matches!(giver, giver::Giver::Named(_)) && givers.name(members.iter().copied()).is_some(),
        points: points::points(members.iter().map(|at| &reports[*at]).collect()),
    });
    let mut series = in_order(series.collect());
    compare::tell_roundings(&mut series);
    for one in &mut series {
        compare::tell_steps(one);
        compare::tell_stale(&mut one.points);
    }
    let conflicts = compare::conflicts(&series, has_places);
    Figures { asked: asked.to_owned(), series, conflicts }
}

/// Where a report stands: in the order of time, then of the text.
fn place(report: &FigureReport) -> ((bool, &str, i64), [usize; 2], i64) {
    (report.article.order(), report.figure.span, report.figure.id)
}

/// Which reports in the writer's voice repeat what their article attributes.
fn repeats(reports: &[FigureReport], things: &[Thing], is_voice: &[bool]) -> Vec<bool> {
    let key = |at: usize| (reports[at].article.id, &things[at], number::key(&reports[at].figure));
    let mut attributed: BTreeMap<(i64, &Thing, [u64; 2]), Vec<usize>> = BTreeMap::new();
    for at in (0..reports.len()).filter(|at| !is_voice[*at]) {
        attributed.entry(key(at)).or_default().push(at);
    }
    let is_told = |at: usize| {
        let same = attributed.get(&key(at)).map_or(&[][..], Vec::as_slice);
        same.iter().any(|other| number::is_same(&reports[*other].figure, &reports[at].figure))
    };
    (0..reports.len()).map(|at| is_voice[at] && is_told(at)).collect()
}

/// The thing with most reports first, then the giver with the earliest carrier.
fn in_order(mut series: Vec<Series>) -> Vec<Series> {
    let mut counts: BTreeMap<Thing, usize> = BTreeMap::new();
    for one in &series {
        *counts.entry(one.thing.clone()).or_default() +=
            one.points.iter().map(|point| point.carriers.len()).sum::<usize>();
    }
    let first = |one: &Series| {
        let carriers = one.points.iter().flat_map(|point| &point.carriers);
        carriers
            .map(place)
            .min()
            .map(|((is_undated, moment, id), span, figure)| (is_undated, moment.to_owned(), id, span, figure))
    };
    series.sort_by_cached_key(|one| (std::cmp::Reverse(counts[&one.thing]), one.thing.clone(), first(one)));
    series
}

#[cfg(test)]
mod tests;
