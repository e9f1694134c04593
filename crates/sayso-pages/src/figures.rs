//! A number in time: who gave it, who carried it, what it is to the one before.
//!
//! Numbers stand beside one another as they were given. No view adds them up.

mod chart;
mod csv;
mod html;
mod json;
mod text;

pub use csv::csv;
pub use html::html;
pub use json::json;
pub use text::text;

use std::collections::BTreeMap;

use sayso_lineage::series::{Conflict, Figures, Point, Step, Thing};
use serde::Serialize;

use crate::words::{day, giver, outlet, plain, remark};

/// One line through the numbers of a thing, by a policy that somebody chose: the least, the most, the latest that was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What is counted.
    pub thing: Thing,
    /// The policy's name: `minimum`, `maximum`, `latest`. Each giver's own numbers are drawn without a line.
    pub policy: String,
    /// Its numbers in time.
    pub points: Vec<LinePoint>,
}

/// A number of a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinePoint {
    /// The day that it holds for.
    pub day: String,
    /// The least that it can be.
    pub low: Option<f64>,
    /// The most that it can be.
    pub high: Option<f64>,
}

impl From<(String, f64, f64)> for LinePoint {
    /// A day with the least and the most.
    fn from((day, low, high): (String, f64, f64)) -> Self {
        Self { day, low: Some(low), high: Some(high) }
    }
}

/// What is counted, each with the places of its series, in their order.
fn things(figures: &Figures) -> Vec<(&Thing, Vec<usize>)> {
    let mut known: BTreeMap<&Thing, usize> = BTreeMap::new();
    let mut out: Vec<(&Thing, Vec<usize>)> = Vec::new();
    for (place, series) in figures.series.iter().enumerate() {
        let at = *known.entry(&series.thing).or_insert(out.len());
        if at == out.len() {
            out.push((&series.thing, Vec::new()));
        }
        out[at].1.push(place);
    }
    out
}

/// The points of some series in the order of time, each with the place of its series; those without a day last.
fn in_time<'f>(figures: &'f Figures, series: &[usize]) -> Vec<(usize, &'f Point)> {
    let mut points: Vec<(usize, &Point)> =
        series.iter().flat_map(|&place| figures.series[place].points.iter().map(move |point| (place, point))).collect();
    points.retain(|(_, point)| !point.carriers.is_empty());
    points.sort_by_key(|(_, point)| (point.day.is_none(), point.day.as_deref().unwrap_or("")));
    points
}

/// What a number is to the one before, as a sign and in words.
fn step(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::First => (" ", "first"),
        Step::Raised => ("+", "raised"),
        Step::Lowered => ("-", "lowered"),
        Step::Held => ("=", "held"),
        Step::Open => ("?", "cannot be compared"),
    }
}

/// The signs of the steps, told once.
const SIGNS: &str = "+ raised, - lowered, = held, ? cannot be compared with the same giver’s number before";

/// The day of a point for a person.
fn as_of(point: &Point) -> String {
    let known = point.day.as_deref().map_or("undated".to_owned(), day);
    if point.is_stated || point.day.is_none() { known } else { format!("{known} (article’s day)") }
}

/// The outlets of all carriers, by article.
fn outlets(figures: &Figures) -> BTreeMap<i64, String> {
    let carriers = figures.series.iter().flat_map(|series| &series.points).flat_map(|point| &point.carriers);
    carriers.map(|carrier| (carrier.article.id, outlet(&carrier.article))).collect()
}

/// What is remarked on a point, a phrase each.
fn remarks(point: &Point, outlets: &BTreeMap<i64, String>) -> Vec<String> {
    let of = |article: i64| outlets.get(&article).cloned().unwrap_or_else(|| format!("article {article}"));
    point.remarks.iter().map(|one| remark(one, &of)).collect()
}

/// Series and point of one side of a conflict, where there are such.
fn side(figures: &Figures, [series, point]: [usize; 2]) -> Option<&Point> {
    figures.series.get(series)?.points.get(point).filter(|point| !point.carriers.is_empty())
}

/// A conflict in one line: "24 Nov 2026: “12 dead” (harbour office) and “at least 20 dead” (rescue service) cannot both hold".
fn conflict(figures: &Figures, conflict: &Conflict) -> Option<String> {
    let told = |place: [usize; 2]| {
        let point = side(figures, place)?;
        Some(format!("“{}” ({})", plain(&point.figure().words), giver(&figures.series[place[0]])))
    };
    let (one, other) = (told(conflict.one)?, told(conflict.other)?);
    Some(format!("{}: {one} and {other} cannot both hold", day(&conflict.day)))
}

/// The numbers of a line in one line.
fn line_words(line: &Line) -> String {
    let number = |value: Option<f64>| value.map(crate::svg::number);
    let points = line.points.iter().map(|point| {
        let words = match (number(point.low), number(point.high)) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!("{low} or more"),
            (None, Some(high)) => format!("{high} or less"),
            (None, None) => "open".to_owned(),
        };
        format!("{} {words}", day(&point.day))
    });
    points.collect::<Vec<_>>().join("; ")
}

/// The hint where nothing was found.
const NOTHING: &str = "No such figures in this archive; give fewer words with `--about`, or leave it out";
