//! What the points of all givers are to one another: roundings, steps, stale repeats, conflicts.

use std::collections::BTreeMap;

use super::points::{order, when};
use super::{Conflict, Point, Remark, Series, Step, number, thing};

/// Of the points of one thing, which are another's rounding. Says so in their remarks.
pub(super) fn tell_roundings(series: &mut [Series]) {
    let mut found: Vec<([usize; 2], Remark)> = Vec::new();
    let groups = by_thing(series);
    for group in groups.values() {
        let mut exact: Vec<(f64, [usize; 2])> = places(series, group)
            .filter_map(|at| Some((point(series, at).figure().value?, at)))
            .filter(|(value, _)| value.is_finite())
            .collect();
        exact.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for at in places(series, group) {
            let rounded = point(series, at);
            let Some(value) = rounded.figure().value else { continue };
            let near = exact.partition_point(|(other, _)| *other < value * 0.8)
                ..exact.partition_point(|(other, _)| *other <= value * 1.25);
            let first = &rounded.carriers[0];
            let best = exact[near]
                .iter()
                .filter(|(_, other)| {
                    let other = point(series, *other);
                    number::rounds(rounded.figure(), other.figure()) && order(&other.carriers[0]) <= order(first)
                })
                // The giver's own before another's, then the latest, then the nearest.
                .max_by(|a, b| {
                    let key =
                        |other: &(f64, [usize; 2])| (other.1[0] == at[0], order(&point(series, other.1).carriers[0]));
                    let gap = |other: &(f64, [usize; 2])| (other.0 - value).abs();
                    key(a).cmp(&key(b)).then(gap(b).total_cmp(&gap(a))).then(b.1.cmp(&a.1))
                });
            if let Some((_, other)) = best {
                let exact = &point(series, *other).carriers[0];
                found.push((at, Remark::Rounds { exact: exact.figure.words.clone(), article: exact.article.id }));
            }
        }
    }
    for ([series_at, point_at], remark) in found {
        series[series_at].points[point_at].remarks.push(remark);
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
    for at in 0..points.len() {
        let stale: Vec<Remark> = points[at]
            .carriers
            .iter()
            .filter_map(|carrier| {
                let later = &points[at + 1..];
                // An article that has the newer one as well tells what was before.
                let has_both = later.iter().any(|newer| {
                    is_newer(&points[at], newer)
                        && newer.carriers.iter().any(|other| {
                            other.article.key == carrier.article.key && other.article.id <= carrier.article.id
                        })
                });
                let newer = later
                    .iter()
                    .rev()
                    .find(|newer| is_newer(&points[at], newer) && order(&newer.carriers[0]) < order(carrier))?;
                (!has_both).then(|| Remark::Stale {
                    article: carrier.article.id,
                    newer: newer.figure().words.clone(),
                    newer_in: newer.carriers[0].article.id,
                })
            })
            .collect();
        points[at].remarks.extend(stale);
    }
}

fn is_newer(point: &Point, newer: &Point) -> bool {
    is_own(newer)
        && matches!(newer.step, Step::Raised | Step::Lowered)
        && !number::is_same(newer.figure(), point.figure())
}

/// At most so many givers of a thing are compared a day.
const MOST: usize = 64;

/// Two givers, one thing, one day, and numbers that cannot both hold. Of each giver the last number of the day. Where it is not known
/// which of several places a number is of, only an article that has both says that they are of one thing.
pub(super) fn conflicts(series: &[Series], has_places: bool) -> Vec<Conflict> {
    let mut days: BTreeMap<(usize, &str), Vec<[usize; 2]>> = BTreeMap::new();
    for group in by_thing(series).values() {
        for at in group.clone() {
            let thing = &series[at].thing;
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
