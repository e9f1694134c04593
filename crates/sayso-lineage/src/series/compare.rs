//! What the points of all givers are to one another: roundings, steps, stale repeats, conflicts.

use std::collections::BTreeMap;

use super::points::{order, when};
use super::{Conflict, FigureReport, Point, Remark, Series, Step, number, thing};
use crate::record::FigureRecord;

/// Of the points of one thing, which are another's rounding. Says so in their remarks.
pub(super) fn tell_roundings(series: &mut [Series]) {
    let mut found: Vec<([usize; 2], Remark)> = Vec::new();
    for group in by_thing(series).values() {
        let exact = Exact::new(series, group);
        for at in places(series, group) {
            if let Some(exact) = exact.of(series, at).map(|exact| &point(series, exact).carriers[0]) {
                found.push((at, Remark::Rounds { exact: exact.figure.words.clone(), article: exact.article.id }));
            }
        }
    }
    for ([series_at, point_at], remark) in found {
        series[series_at].points[point_at].remarks.push(remark);
    }
}

/// Numbers of one thing that may have been rounded, by size; of each number the points that give it, in the order of time.
struct Exact {
    values: Vec<f64>,
    points: Vec<Vec<[usize; 2]>>,
}

impl Exact {
    fn new(series: &[Series], group: &std::ops::Range<usize>) -> Self {
        let exact = |figure: &FigureRecord| figure.value.filter(|_| number::is_exact(figure.bound));
        let told = places(series, group).filter_map(|at| Some((exact(point(series, at).figure())?, at)));
        let mut told: Vec<(f64, [usize; 2])> = told.collect();
        told.sort_by(|a, b| {
            let moment = |at: [usize; 2]| (order(&point(series, at).carriers[0]), at);
            a.0.total_cmp(&b.0).then_with(|| moment(a.1).cmp(&moment(b.1)))
        });
        let mut out = Self { values: Vec::new(), points: Vec::new() };
        for (value, at) in told {
            match out.points.last_mut() {
                Some(points) if out.values.last() == Some(&value) => points.push(at),
                _ => {
                    out.values.push(value);
                    out.points.push(vec![at]);
                }
            }
        }
        out
    }

    /// What a point rounds: a number not later than it, of its own giver before another's, the latest, the nearest.
    fn of(&self, series: &[Series], at: [usize; 2]) -> Option<[usize; 2]> {
        let rounded = point(series, at);
        let value = rounded.figure().value?;
        let moment = |at: [usize; 2]| order(&point(series, at).carriers[0]);
        let from = self.values.partition_point(|other| *other < value * 0.8);
        let to = self.values.partition_point(|other| *other <= value * 1.25);
        let best = (from..to.max(from)).filter_map(|number| {
            let points = &self.points[number];
            if !number::rounds(rounded.figure(), point(series, points[0]).figure()) {
                return None;
            }
            let before = &points[..points.partition_point(|other| moment(*other) <= moment(at))];
            // What a giver says of a later day is its number of that day, and rounds none of a day before.
            let is_newer = |other: &[usize; 2]| {
                other[0] == at[0] && rounded.is_stated && when(rounded) > when(point(series, *other))
            };
            let before: Vec<[usize; 2]> = before.iter().filter(|other| !is_newer(other)).copied().collect();
            let own = before.iter().rev().find(|other| other[0] == at[0]);
            own.or(before.last()).map(|other| (number, *other))
        });
        let gap = |number: usize| (self.values[number] - value).abs();
        let best = best.max_by(|a, b| {
            let key = |other: [usize; 2]| (other[0] == at[0], moment(other));
            key(a.1).cmp(&key(b.1)).then(gap(b.0).total_cmp(&gap(a.0))).then(b.0.cmp(&a.0))
        });
        best.map(|(_, other)| other)
    }
}

/// The series of each thing: they stand together.
fn by_thing(series: &[Series]) -> BTreeMap<&super::Thing, std::ops::Range<usize>> {
    let mut out: BTreeMap<&super::Thing, std::ops::Range<usize>> = BTreeMap::new();
    for (at, one) in series.iter().enumerate() {
        let range = out.entry(&one.thing).or_insert(at..at);
        *range = range.start.min(at)..range.end.max(at + 1);
    }
    out
}

fn places<'s>(series: &'s [Series], group: &std::ops::Range<usize>) -> impl Iterator<Item = [usize; 2]> + use<'s> {
    group.clone().flat_map(|at| (0..series[at].points.len()).map(move |point| [at, point]))
}

fn point(series: &[Series], [at, point]: [usize; 2]) -> &Point {
    &series[at].points[point]
}

/// Whether it is a number of its own, and not another one rounded.
pub(super) fn is_own(point: &Point) -> bool {
    !point.remarks.iter().any(|remark| matches!(remark, Remark::Rounds { .. }))
}

/// What each point is to its giver's number before. A rounding is no rise, and nothing is measured by it.
pub(super) fn tell_steps(series: &mut Series) {
    let is_part = series.thing.who.as_deref().is_some_and(|who| who.starts_with(thing::PART));
    let mut before: Option<usize> = None;
    for at in 0..series.points.len() {
        let point = &series.points[at];
        let step = before.map_or(Step::First, |before| {
            let was = &series.points[before];
            let step = number::step(was.figure(), point.figure());
            // Of two numbers that one article has for one day it isn't known which is the later.
            let is_at_once = order(&was.carriers[0]) == order(&point.carriers[0]) && when(was) == when(point);
            match step {
                _ if !is_own(point) => Step::Held,
                Step::Held => step,
                _ if is_part || is_at_once => Step::Open,
                step => step,
            }
        });
        if before.is_none_or(|before| is_own(point) || !is_own(&series.points[before])) {
            before = Some(at);
        }
        series.points[at].step = step;
    }
}

/// Which carriers repeat a number after its giver had given another.
pub(super) fn tell_stale(points: &mut [Point]) {
    let remarks: Vec<Vec<Remark>> = (0..points.len()).map(|at| stale(&points[at], &points[at + 1..])).collect();
    for (point, remarks) in points.iter_mut().zip(remarks) {
        point.remarks.extend(remarks);
    }
}

/// The remarks for one point; `later` are the giver's points after it.
fn stale(point: &Point, later: &[Point]) -> Vec<Remark> {
    let Some(last) = point.carriers.last() else { return Vec::new() };
    // Of the later ones that some carrier could have known.
    let known = later.iter().filter(|newer| order(&newer.carriers[0]) < order(last) && is_newer(point, newer));
    let known: Vec<&Point> = known.collect();
    let remark = |carrier: &FigureReport| {
        let newer = known.iter().rev().find(|newer| order(&newer.carriers[0]) < order(carrier))?;
        // An article that has a newer one as well tells what was before.
        let is_its_own =
            |other: &FigureReport| other.article.key == carrier.article.key && other.article.id <= carrier.article.id;
        let has_both = later.iter().any(|newer| is_newer(point, newer) && newer.carriers.iter().any(is_its_own));
        (!has_both).then(|| Remark::Stale {
            article: carrier.article.id,
            newer: newer.figure().words.clone(),
            newer_in: newer.carriers[0].article.id,
        })
    };
    point.carriers.iter().filter_map(remark).collect()
}

fn is_newer(point: &Point, newer: &Point) -> bool {
    is_own(newer)
        && matches!(newer.step, Step::Raised | Step::Lowered)
        && !number::is_same(newer.figure(), point.figure())
}

/// At most so many givers of a thing are compared a day.
const MOST: usize = 64;

/// Two givers, one thing, one day, and numbers that cannot both hold. Of each giver the last number of the day. Where
/// it is not known which of several places a number is of, only an article that has both says that they are of one
/// thing.
pub(super) fn conflicts(series: &[Series], has_places: bool) -> Vec<Conflict> {
    let mut days: BTreeMap<(usize, &str), Vec<[usize; 2]>> = BTreeMap::new();
    for group in by_thing(series).values() {
        for at in group.clone() {
            let thing = &series[at].thing;
            // The writer's voice gives no number: it repeats one, with or without its giver.
            if series[at].giver.is_none() {
                continue;
            }
            if thing.who.as_deref().is_some_and(|who| who.starts_with(thing::PART)) {
                continue;
            }
            let mut last: BTreeMap<&str, usize> = BTreeMap::new();
            let own = series[at].points.iter().enumerate().filter(|(_, point)| is_own(point));
            last.extend(own.filter_map(|(number, point)| Some((point.day.as_deref()?, number))));
            for (day, number) in last {
                let givers = days.entry((group.start, day)).or_default();
                if givers.len() < MOST {
                    givers.push([at, number]);
                }
            }
        }
    }
    let mut out = Vec::new();
    for ((_, day), givers) in days {
        for (number, one) in givers.iter().enumerate() {
            for other in &givers[number + 1..] {
                let (a, b) = (point(series, *one), point(series, *other));
                let thing = &series[one[0]].thing;
                let is_one_thing = thing.place.is_some() || !has_places || shares_an_article(a, b);
                let is_rounding = number::rounds(a.figure(), b.figure()) || number::rounds(b.figure(), a.figure());
                if is_one_thing && !is_rounding && number::is_contradiction(a.figure(), b.figure()) {
                    out.push(Conflict { thing: thing.clone(), day: day.to_owned(), one: *one, other: *other });
                }
            }
        }
    }
    out
}

fn shares_an_article(a: &Point, b: &Point) -> bool {
    a.carriers.iter().any(|one| b.carriers.iter().any(|other| one.article.id == other.article.id))
}
