//! Figures for programs.

use sayso_lineage::series::{FigureReport, Figures, Point, Remark, Series, Thing};
use serde::Serialize;

use super::{Line, LinePoint};
use crate::json::{ArticleJson, FigureJson, StatementJson, VERSION, document};

#[derive(Serialize)]
struct FiguresJson<'f> {
    version: u32,
    asked: &'f str,
    series: Vec<SeriesJson<'f>>,
    conflicts: Vec<ConflictJson<'f>>,
    lines: Vec<LineJson<'f>>,
}

#[derive(Serialize)]
struct ThingJson<'f> {
    measure: Option<&'f str>,
    unit: &'f str,
    who: Option<&'f str>,
    place: Option<&'f str>,
}

#[derive(Serialize)]
struct SeriesJson<'f> {
    number: usize,
    thing: ThingJson<'f>,
    giver: Option<&'f str>,
    is_named: bool,
    points: Vec<PointJson<'f>>,
}

#[derive(Serialize)]
struct PointJson<'f> {
    number: usize,
    day: Option<&'f str>,
    is_stated: bool,
    /// The number as its first carrier has it.
    words: &'f str,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    bound: &'static str,
    step: &'static str,
    carriers: Vec<CarrierJson<'f>>,
    remarks: Vec<RemarkJson<'f>>,
}

#[derive(Serialize)]
struct CarrierJson<'f> {
    #[serde(flatten)]
    article: ArticleJson<'f>,
    figure: FigureJson<'f>,
    statement: Option<StatementJson<'f>>,
    sentence: &'f str,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum RemarkJson<'f> {
    Rounds { exact: &'f str, article: i64 },
    Stale { article: i64, newer: &'f str, newer_in: i64 },
}

#[derive(Serialize)]
struct ConflictJson<'f> {
    thing: ThingJson<'f>,
    day: &'f str,
    one: SideJson<'f>,
    other: SideJson<'f>,
}

/// One of two numbers that cannot both hold.
#[derive(Serialize)]
struct SideJson<'f> {
    series: usize,
    point: usize,
    giver: Option<&'f str>,
    words: &'f str,
    value: Option<f64>,
    url: Option<&'f str>,
}

#[derive(Serialize)]
struct LineJson<'f> {
    thing: ThingJson<'f>,
    policy: &'f str,
    points: &'f [LinePoint],
}

/// Figures as one JSON document. Series and points count from 1.
pub fn json(figures: &Figures, lines: &[Line]) -> String {
    let side = |[series, point]: [usize; 2]| {
        let figure = figures.series[series].points[point].figure();
        SideJson {
            series: series + 1,
            point: point + 1,
            giver: figures.series[series].giver.as_deref(),
            words: &figure.words,
            value: figure.value,
            url: figures.series[series].points[point].carriers[0].article.url.as_deref(),
        }
    };
    document(&FiguresJson {
        version: VERSION,
        asked: &figures.asked,
        series: figures.series.iter().enumerate().map(|(i, one)| series(i + 1, one)).collect(),
        conflicts: figures
            .conflicts
            .iter()
            .map(|one| ConflictJson {
                thing: thing(&one.thing),
                day: &one.day,
                one: side(one.one),
                other: side(one.other),
            })
            .collect(),
        lines: lines
            .iter()
            .map(|line| LineJson { thing: thing(&line.thing), policy: &line.policy, points: &line.points })
            .collect(),
    })
}

fn thing(thing: &Thing) -> ThingJson<'_> {
    ThingJson {
        measure: thing.measure.as_deref(),
        unit: &thing.unit,
        who: thing.who.as_deref(),
        place: thing.place.as_deref(),
    }
}

fn series(number: usize, series: &Series) -> SeriesJson<'_> {
    SeriesJson {
        number,
        thing: thing(&series.thing),
        giver: series.giver.as_deref(),
        is_named: series.is_named,
        points: series.points.iter().enumerate().map(|(i, one)| point(i + 1, one)).collect(),
    }
}

fn point(number: usize, point: &Point) -> PointJson<'_> {
    PointJson {
        number,
        day: point.day.as_deref(),
        is_stated: point.is_stated,
        words: &point.figure().words,
        value: point.figure().value,
        low: point.figure().low,
        high: point.figure().high,
        bound: point.figure().bound.name(),
        step: point.step.name(),
        carriers: point.carriers.iter().map(carrier).collect(),
        remarks: point
            .remarks
            .iter()
            .map(|remark| match remark {
                Remark::Rounds { exact, article } => RemarkJson::Rounds { exact, article: *article },
                Remark::Stale { article, newer, newer_in } => {
                    RemarkJson::Stale { article: *article, newer, newer_in: *newer_in }
                }
            })
            .collect(),
    }
}

fn carrier(report: &FigureReport) -> CarrierJson<'_> {
    CarrierJson {
        article: ArticleJson::of(&report.article),
        figure: FigureJson::of(&report.figure),
        statement: report.statement.as_ref().map(StatementJson::of),
        sentence: &report.sentence,
    }
}
