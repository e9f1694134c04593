//! The figures of a reading, each with who gives it.

use sayso_reading::{Figure, Reading};
use sayso_text::{CodePoints, Span};

use crate::csv::{write_row, written};
use crate::facts::place;
use crate::listing::Listing;
use crate::sources::{Sources, plain};
use crate::text::Options;

pub(crate) const HEADER: [&str; 17] = [
    "path",
    "id",
    "words",
    "value",
    "low",
    "high",
    "bound",
    "unit",
    "measure",
    "who",
    "place",
    "as_of",
    "part_of",
    "attribution",
    "source",
    "when",
    "span",
];

/// A row for each figure. Spans are `start:end` in code points.
pub(crate) fn rows(reading: &Reading) -> String {
    let text = &reading.article.text;
    let map = CodePoints::of(text);
    let of = |span: Option<Span>| span.map(|span| span.of(text).to_owned()).unwrap_or_default();
    let number = |number: Option<f64>| number.map(|n| n.to_string()).unwrap_or_default();
    let sources = Sources::of(reading);
    written(|writer| {
        for f in &reading.figures {
            let giver = giver(reading, f);
            let source = giver.and_then(|giver| sources.of[giver]);
            let [start, end] = map.span(f.span);
            write_row(
                writer,
                [
                    reading.article.path.clone().unwrap_or_default(),
                    f.id.to_string(),
                    f.span.of(text).to_owned(),
                    number(f.value),
                    number(f.low),
                    number(f.high),
                    f.bound.name().to_owned(),
                    f.unit.clone(),
                    f.measure.map(|m| m.value.to_owned()).unwrap_or_default(),
                    of(f.who),
                    of(f.place),
                    f.as_of.map(|when| when.days.to_string()).unwrap_or_default(),
                    f.part_of.map(|id| id.to_string()).unwrap_or_default(),
                    f.attribution.map(|id| id.to_string()).unwrap_or_default(),
                    source.map(|source| sources.list[source].words.clone()).unwrap_or_default(),
                    giver
                        .and_then(|giver| reading.attributions[giver].when)
                        .map(|when| when.days.to_string())
                        .unwrap_or_default(),
                    format!("{start}:{end}"),
                ],
            );
        }
    })
}

/// The figures for a terminal: a line or two each.
pub(crate) fn text(reading: &Reading, options: Options) -> String {
    let sources = Sources::of(reading);
    let mut listing = Listing::of(reading, options, reading.figures.len(), "figures");
    for f in &reading.figures {
        let mut told = told(reading, f);
        told.push(match giver(reading, f) {
            None => "writer's voice".to_owned(),
            Some(giver) => {
                let source = sources.of[giver].map_or("no source named", |source| sources.list[source].words.as_str());
                format!("{source}\u{A0}({})", reading.attributions[giver].id)
            }
        });
        listing.item(&f.id.to_string(), &plain(&reading.article.text, &[f.span]), &told);
    }
    listing.done()
}

/// What is told of a figure besides its words and who gives it, a phrase each.
pub(crate) fn told(reading: &Reading, f: &Figure) -> Vec<String> {
    let place = f.place.map(|place| format!("in {}", plain(&reading.article.text, &[place])));
    let as_of = f.as_of.map(|when| format!("as of {}", when.days));
    let told = [f.measure.map(|m| m.value.to_owned()), place, as_of, f.part_of.map(|id| format!("part of {id}"))];
    told.into_iter().flatten().collect()
}

/// The place of the attribution that gives a figure; none in the writer's voice.
pub(crate) fn giver(reading: &Reading, figure: &Figure) -> Option<usize> {
    figure.attribution.and_then(|id| place(reading, id))
}
