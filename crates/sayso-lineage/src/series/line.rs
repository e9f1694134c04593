//! One line from many givers' numbers, by a policy that its reader chooses. Never a sum.

use std::collections::BTreeMap;

use super::points::{order, when};
use super::{Figures, Point, Thing, compare, number};

/// Which number stands for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Policy {
    /// The least of the givers' newest.
    Minimum,
    /// The most of the givers' newest.
    Maximum,
    /// The one that was given last.
    Latest,
    /// Every giver's own.
    PerSource,
}

impl Policy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Minimum, Self::Maximum, Self::Latest, Self::PerSource];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Policy::Minimum => "minimum",
            Policy::Maximum => "maximum",
            Policy::Latest => "latest",
            Policy::PerSource => "per_source",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A day, the least and the most that the number says, and the place of the series and of the point that says so. An
/// open end ("at least 12") is the number itself.
pub type LinePoint = (String, f64, f64, [usize; 2]);

/// One thing's line: for each day on which somebody gives a number, in order, what the policy takes of the newest
/// numbers that the givers had given by then; [`Policy::PerSource`] gives every number with its own day. Roundings
/// are left out, and numbers without a day.
pub fn line(figures: &Figures, thing: &Thing, policy: Policy) -> Vec<LinePoint> {
    let mut given: BTreeMap<String, Vec<[usize; 2]>> = BTreeMap::new();
    for (at, series) in figures.series.iter().enumerate().filter(|(_, series)| series.thing == *thing) {
        for (number, point) in series.points.iter().enumerate().filter(|(_, point)| compare::is_own(point)) {
            if point.day.is_some() && number::extent(point.figure()).is_some() {
                given.entry(when(point).1).or_default().push([at, number]);
            }
        }
    }
    let point = |at: [usize; 2]| &figures.series[at[0]].points[at[1]];
    let told = |day: &str, at: [usize; 2]| {
        let (low, high) = number::extent(point(at).figure())?;
        Some((day.to_owned(), low, high, at))
    };
    let mut newest: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
    let mut out = Vec::new();
    for (day, places) in &given {
        newest.extend(places.iter().map(|at| (at[0], *at)));
        if policy == Policy::PerSource {
            out.extend(places.iter().filter_map(|at| told(day, *at)));
            continue;
        }
        out.extend(chosen(&newest, point, policy).and_then(|at| told(day, at)));
    }
    out
}

/// The one that the policy takes.
fn chosen<'f>(
    newest: &BTreeMap<usize, [usize; 2]>,
    point: impl Fn([usize; 2]) -> &'f Point,
    policy: Policy,
) -> Option<[usize; 2]> {
    let extent = |at: &[usize; 2]| number::extent(point(*at).figure()).unwrap_or((0.0, 0.0));
    let by_size = |a: &[usize; 2], b: &[usize; 2]| {
        let ((low, high), (other_low, other_high)) = (extent(a), extent(b));
        low.total_cmp(&other_low).then(high.total_cmp(&other_high))
    };
    let places = newest.values().copied();
    match policy {
        Policy::Minimum => places.min_by(by_size),
        // The first of two that are equal.
        Policy::Maximum => places.rev().max_by(by_size),
        Policy::Latest | Policy::PerSource => places.rev().max_by(|a, b| {
            let moment = |at: &[usize; 2]| (when(point(*at)), order(&point(*at).carriers[0]));
            moment(a).cmp(&moment(b))
        }),
    }
}
