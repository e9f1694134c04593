//! `sayso figures`: what is counted → series.

use std::collections::BTreeSet;

use sayso_lineage::series::{self, Figures};
use sayso_pages::figures::{self, Line, LinePoint};

use super::{of, open, write};
use crate::Outcome;
use crate::args::{AnswerFormat, FiguresArgs, Policy};

/// Follows a number.
pub(crate) fn run(args: &FiguresArgs) -> anyhow::Result<Outcome> {
    let archive = open(&args.archive)?;
    let found = archive.figures(&args.about).map_err(|error| of(&args.archive, &error))?.figures;
    let lines = args.line.map_or(Vec::new(), |policy| lines(&found, policy));
    write(&args.answer, &args.archive, found.series.is_empty(), |format| {
        Some(match format {
            AnswerFormat::Text => figures::text(&found, &lines, args.answer.options()),
            AnswerFormat::Json => figures::json(&found, &lines),
            AnswerFormat::Csv => figures::csv(&found),
            AnswerFormat::Html => figures::html(&found, &lines),
            AnswerFormat::Dot | AnswerFormat::Mermaid => return None,
        })
    })
}

/// A line through each thing's numbers.
fn lines(found: &Figures, policy: Policy) -> Vec<Line> {
    let policy = match policy {
        Policy::Minimum => series::Policy::Minimum,
        Policy::Maximum => series::Policy::Maximum,
        Policy::Latest => series::Policy::Latest,
        Policy::PerSource => return Vec::new(),
    };
    let things: BTreeSet<_> = found.series.iter().map(|series| &series.thing).collect();
    let line = |thing: &series::Thing| {
        let points = series::line(found, thing, policy).into_iter();
        let points = points.map(|(day, low, high, _)| LinePoint::from((day, low, high))).collect();
        Line { thing: thing.clone(), policy: policy.name().to_owned(), points }
    };
    things.into_iter().map(line).filter(|line| !line.points.is_empty()).collect()
}
