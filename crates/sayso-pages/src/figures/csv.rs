//! Figures for spreadsheets and data frames: a row for each point and carrier.

use sayso_lineage::record::StatementRecord;
use sayso_lineage::series::Figures;
use sayso_views::csv_rows;

use super::{outlets, remarks};

const HEADER: [&str; 26] = [
    "unit",
    "measure",
    "who",
    "place",
    "giver",
    "giver_is_named",
    "day",
    "day_is_stated",
    "step",
    "carrier",
    "words",
    "value",
    "low",
    "high",
    "bound",
    "as_of",
    "published",
    "outlet",
    "title",
    "url",
    "path",
    "article",
    "statement",
    "span",
    "sentence",
    "remarks",
];

/// A row for each point and carrier, the first carrier of a point first. Spans are `start:end` in code points.
pub fn csv(figures: &Figures) -> String {
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let outlets = outlets(figures);
    let mut rows = vec![HEADER.map(str::to_owned).to_vec()];
    for series in &figures.series {
        for point in &series.points {
            let remarks = remarks(point, &outlets).join("; ");
            for (carrier, report) in point.carriers.iter().enumerate() {
                let (article, figure) = (&report.article, &report.figure);
                let statement = |one: &StatementRecord| format!("a{}", one.number);
                rows.push(vec![
                    series.thing.unit.clone(),
                    own(&series.thing.measure),
                    own(&series.thing.who),
                    own(&series.thing.place),
                    own(&series.giver),
                    series.is_named.to_string(),
                    own(&point.day),
                    point.is_stated.to_string(),
                    point.step.name().to_owned(),
                    (carrier + 1).to_string(),
                    figure.words.clone(),
                    number(figure.value),
                    number(figure.low),
                    number(figure.high),
                    figure.bound.name().to_owned(),
                    own(&figure.as_of),
                    article.moment.clone().or_else(|| article.day.clone()).unwrap_or_default(),
                    own(&article.outlet),
                    own(&article.title),
                    own(&article.url),
                    article.path.clone(),
                    article.id.to_string(),
                    report.statement.as_ref().map(statement).unwrap_or_default(),
                    format!("{}:{}", figure.span[0], figure.span[1]),
                    report.sentence.clone(),
                    remarks.clone(),
                ]);
            }
        }
    }
    csv_rows(rows)
}
