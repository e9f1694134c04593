//! A giver's numbers of one thing as points in time, each with the articles that carry it.

use std::collections::BTreeMap;

use sayso_reading::figures::Bound;

use super::{FigureReport, Point, Step, number};

/// What reports are put in the order of time by.
pub(super) fn order(report: &FigureReport) -> (bool, &str, i64) {
    report.article.order()
}

/// The day that a report states: as of which the number holds, else on which it was said.
fn stated(report: &FigureReport) -> Option<&str> {
    report.figure.as_of.as_deref().or_else(|| report.statement.as_ref()?.said_on.as_deref())
}

/// The last day of a day, a month, a year or a range, for comparing.
fn last_day(day: &str) -> String {
    let end = day.rsplit('/').next().unwrap_or(day);
    match end.len() {
        4 => format!("{end}-12-31"),
        7 => format!("{end}-31"),
        _ => end.to_owned(),
    }
}

/// Where a point stands in time; those without a day last. No number is as of a day after the article that has it.
pub(super) fn when(point: &Point) -> (bool, String) {
    let Some(day) = &point.day else { return (true, String::new()) };
    let told = point.carriers.iter().filter_map(|carrier| carrier.article.day.as_deref()).min();
    let day = last_day(day);
    (false, told.map_or(day.clone(), |told| day.min(told.to_owned())))
}

/// How well a report stands for others of its article that give the same number: attributed, dated, exact, early.
fn rank(report: &FigureReport) -> (bool, bool, u8, [usize; 2]) {
    let vagueness = match report.figure.bound {
        Bound::Exactly | Bound::Between => 0,
        Bound::AtLeast | Bound::UpTo => 1,
        Bound::MoreThan | Bound::LessThan => 2,
        Bound::About | Bound::Unstated => 3,
    };
    (report.statement.is_none(), stated(report).is_none(), vagueness, report.figure.span)
}

/// One report for each number that an article gives: a headline and a lead give one. Takes and gives reports in the
/// order of time.
fn mentions(reports: Vec<&FigureReport>) -> Vec<&FigureReport> {
    let mut by_article: BTreeMap<(bool, &str, i64), Vec<&FigureReport>> = BTreeMap::new();
    for report in reports {
        by_article.entry(order(report)).or_default().push(report);
    }
    let mut out = Vec::new();
    for (_, mut reports) in by_article {
        reports.sort_by_key(|report| rank(report));
        let mut kept: Vec<&FigureReport> = Vec::new();
        for report in reports {
            let is_told = |other: &&FigureReport| {
                number::is_same(&other.figure, &report.figure)
                    && (stated(report).is_none() || stated(other) == stated(report))
            };
            if !kept.iter().any(is_told) {
                kept.push(report);
            }
        }
        kept.sort_by_key(|report| (report.figure.span, report.figure.id));
        out.extend(kept);
    }
    out
}

/// The points of one giver's reports of one thing, in the order of time. Steps and remarks are left to say.
pub(super) fn points(reports: Vec<&FigureReport>) -> Vec<Point> {
    let mentions = mentions(reports);
    let mut points: Vec<Point> = Vec::new();
    let mut by_number: BTreeMap<[u64; 2], Vec<usize>> = BTreeMap::new();
    for report in mentions.iter().filter(|report| stated(report).is_some()) {
        let same = by_number.entry(number::key(&report.figure)).or_default();
        let day = stated(report);
        let is_it = |at: &&usize| points[**at].day.as_deref() == day && gives(&points[**at], report);
        if let Some(&at) = same.iter().find(is_it) {
            points[at].carriers.push((*report).clone());
        } else {
            same.push(points.len());
            points.push(point(report, day, true));
        }
    }
    let mut unstated: Vec<&FigureReport> = mentions.into_iter().filter(|report| stated(report).is_none()).collect();
    unstated.sort_by_key(|report| (order(report), report.figure.span));
    // What an article has without a day is its giver's latest number that it can be.
    for report in unstated {
        let day = report.article.day.as_deref();
        let same = by_number.get(&number::key(&report.figure)).map_or(&[][..], Vec::as_slice);
        let can_be = |at: &&usize| {
            let (is_open, when) = when(&points[**at]);
            gives(&points[**at], report) && (is_open || day.is_none_or(|day| *when <= *day))
        };
        let latest = same.iter().filter(can_be).max_by_key(|at| (when(&points[**at]), **at)).copied();
        let known = latest.filter(|at| {
            let point = &points[*at];
            // "At least 12" became "12" without another number in between: it is given anew.
            point.carriers.iter().any(|carrier| carrier.figure.bound == report.figure.bound)
                || point.day.as_deref() == day
                || points.iter().any(|other| {
                    when(other) > when(point)
                        && order(&other.carriers[0]) < order(report)
                        && !number::is_same(other.figure(), point.figure())
                })
        });
        if let Some(at) = known {
            points[at].carriers.push((*report).clone());
        } else {
            by_number.entry(number::key(&report.figure)).or_default().push(points.len());
            points.push(point(report, day, false));
        }
    }
    for point in &mut points {
        settle(point);
    }
    points.sort_by_cached_key(|point| {
        let first = &point.carriers[0];
        let (is_undated, moment, id) = order(first);
        let figure = &first.figure;
        let least = number::extent(figure).map_or(f64::MAX, |(low, _)| low);
        (when(point), (is_undated, moment.to_owned(), id), Total(least), figure.span)
    });
    points
}

/// Floats by size.
#[derive(Clone, Copy, PartialEq)]
struct Total(f64);

impl Eq for Total {}

impl PartialOrd for Total {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Total {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn point(report: &FigureReport, day: Option<&str>, is_stated: bool) -> Point {
    Point {
        day: day.map(str::to_owned),
        is_stated,
        carriers: vec![report.clone()],
        step: Step::First,
        remarks: Vec::new(),
    }
}

/// Whether a point gives the number of a report.
fn gives(point: &Point, report: &FigureReport) -> bool {
    point.carriers.iter().any(|carrier| number::is_same(&carrier.figure, &report.figure))
}

/// Puts the carriers in order; an article's revisions count once.
fn settle(point: &mut Point) {
    point.carriers.sort_by(|a, b| (order(a), a.figure.span, a.figure.id).cmp(&(order(b), b.figure.span, b.figure.id)));
    let mut seen = std::collections::BTreeSet::new();
    point.carriers.retain(|carrier| seen.insert(carrier.article.key.clone()));
}
