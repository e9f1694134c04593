//! How the week's numbers were given.

use std::sync::Arc;

use sayso_lineage::record::{ArticleRecord, FigureRecord};
use sayso_lineage::series::{Conflict, FigureReport, Figures, Point, Remark, Series, Step, Thing};
use sayso_reading::figures::Bound;

use super::{article, own};

pub(super) fn figure(id: i64, words: &str, bound: Bound, low: Option<f64>, high: Option<f64>) -> Arc<FigureRecord> {
    let value = if bound == Bound::Between || bound == Bound::Unstated { None } else { low.or(high) };
    Arc::new(FigureRecord {
        id,
        number: id as u32,
        span: [40, 58],
        words: own(words),
        value,
        low,
        high,
        bound,
        unit: own("people"),
        measure: Some(own("killed")),
        who: None,
        place: Some(own("Osterby")),
        as_of: None,
        part_of: None,
    })
}

fn point(
    day: &str,
    figure: &Arc<FigureRecord>,
    carriers: &[&Arc<ArticleRecord>],
    step: Step,
    remarks: Vec<Remark>,
) -> Point {
    let carrier = |article: &&Arc<ArticleRecord>| FigureReport {
        article: (*article).clone(),
        figure: figure.clone(),
        statement: None,
        sentence: format!("The office put the toll at {} on that day.", figure.words),
    };
    Point {
        day: Some(own(day)),
        is_stated: step != Step::First,
        carriers: carriers.iter().map(carrier).collect(),
        step,
        remarks,
    }
}

pub fn figures() -> Figures {
    let wire = article(1, "Northern Wire", "2026-11-24T06:00:00Z", "Twelve dead at Osterby");
    let courier = article(2, "the Courier", "2026-11-25T06:40:00Z", "Toll rises");
    let argus = article(3, "the Argus", "2026-11-27T09:15:00Z", "Toll rises again");
    let thing = Thing { measure: Some(own("killed")), unit: own("people"), who: None, place: Some(own("Osterby")) };
    let hurt = Thing { measure: Some(own("injured")), ..thing.clone() };
    let number = |id, words, bound, low: f64, high: f64| {
        let open = |value: f64| value.is_finite().then_some(value);
        figure(id, words, bound, open(low), open(high))
    };
    let none = f64::NAN;
    let series = |thing: &Thing, giver: Option<&str>, is_named, points| Series {
        thing: thing.clone(),
        giver: giver.map(own),
        is_named,
        points,
    };
    Figures {
        asked: own("killed in Osterby"),
        series: vec![
            series(
                &thing,
                Some("Osterby harbour office"),
                true,
                vec![
                    point(
                        "2026-11-24",
                        &number(1, "at least 12 people", Bound::AtLeast, 12.0, none),
                        &[&wire, &courier, &argus],
                        Step::First,
                        vec![],
                    ),
                    point(
                        "2026-11-25",
                        &number(2, "14 people", Bound::Exactly, 14.0, 14.0),
                        &[&courier],
                        Step::Raised,
                        vec![],
                    ),
                    point(
                        "2026-11-26",
                        &number(3, "13 people", Bound::Exactly, 13.0, 13.0),
                        &[&argus],
                        Step::Lowered,
                        vec![Remark::Stale { article: 1, newer: own("14 people"), newer_in: 2 }],
                    ),
                    point(
                        "2026-11-28",
                        &number(4, "between 15 and 19 people", Bound::Between, 15.0, 19.0),
                        &[&argus],
                        Step::Raised,
                        vec![],
                    ),
                ],
            ),
            series(
                &thing,
                Some("mountain rescue service"),
                true,
                vec![
                    point(
                        "2026-11-25",
                        &number(5, "more than 20 people", Bound::MoreThan, 20.0, none),
                        &[&wire],
                        Step::First,
                        vec![],
                    ),
                    point(
                        "2026-11-27",
                        &number(6, "up to 24 people", Bound::UpTo, none, 24.0),
                        &[&argus],
                        Step::Open,
                        vec![],
                    ),
                ],
            ),
            series(
                &thing,
                None,
                false,
                vec![point(
                    "2026-11-26",
                    &number(7, "nearly 20 people", Bound::About, 20.0, 20.0),
                    &[&courier],
                    Step::First,
                    vec![Remark::Rounds { exact: own("19 people"), article: 3 }],
                )],
            ),
            series(
                &hurt,
                Some("Ines Falk"),
                true,
                vec![
                    point(
                        "2026-11-24",
                        &number(8, "dozens", Bound::Unstated, none, none),
                        &[&wire],
                        Step::First,
                        vec![],
                    ),
                    point(
                        "2026-11-25",
                        &number(9, "9,770 people", Bound::Exactly, 9_770.0, 9_770.0),
                        &[&wire],
                        Step::Open,
                        vec![],
                    ),
                    point(
                        "2026-11-26",
                        &number(10, "9,812 people", Bound::Exactly, 9_812.0, 9_812.0),
                        &[&wire],
                        Step::Raised,
                        vec![],
                    ),
                ],
            ),
        ],
        conflicts: vec![Conflict { thing, day: own("2026-11-25"), one: [0, 1], other: [1, 0] }],
    }
}
