//! The figures of a reading: as rows for a spreadsheet, and as lines for a terminal, each with who gives it.

use anstyle::Style;
use sayso_reading::{Attribution, Figure, Reading};
use sayso_text::{CodePoints, Span};

use crate::csv::{words, write_row, written};
use crate::safe::visible;
use crate::text::Options;
use crate::wrap::{Page, Run};

const HEADER: [&str; 16] = [
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
    "part_of",
    "attribution",
    "source",
    "when",
    "span",
];

/// The header line of the rows of [`figures_csv_rows`].
pub fn figures_csv_header() -> String {
    written(|writer| write_row(writer, HEADER.map(str::to_owned)))
}

/// A row for each figure of a reading, without header. Spans are `start:end` in code points.
pub fn figures_csv_rows(reading: &Reading) -> String {
    let text = &reading.article.text;
    let map = CodePoints::of(text);
    let of = |span: Option<Span>| span.map(|span| span.of(text).to_owned()).unwrap_or_default();
    let number = |number: Option<f64>| number.map(|n| n.to_string()).unwrap_or_default();
    written(|writer| {
        for f in &reading.figures {
            let giver = giver(reading, f);
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
                    f.part_of.map(|id| id.to_string()).unwrap_or_default(),
                    f.attribution.map(|id| id.to_string()).unwrap_or_default(),
                    giver.map(|a| words(text, &a.source)).unwrap_or_default(),
                    giver.and_then(|a| a.when).map(|when| when.days.to_string()).unwrap_or_default(),
                    format!("{start}:{end}"),
                ],
            );
        }
    })
}

/// The figures of a reading for a terminal: a line or two each.
pub fn figures_text(reading: &Reading, options: Options) -> String {
    let mut page = Page { out: String::new(), width: options.width.clamp(24, 100), color: options.color };
    let plain = |text: String| Run { style: Style::new(), text };
    let bold = |text: String| Run { style: Style::new().bold(), text };
    let text = &reading.article.text;
    let shown = |span: Span| visible(span.of(text));
    let name = reading.article.title.as_deref().or(reading.article.path.as_deref()).unwrap_or("article");
    page.paragraph("", &[bold(visible(name))]);
    if reading.figures.is_empty() {
        page.paragraph("  ", &[plain("no figures".to_owned())]);
    }
    for f in &reading.figures {
        let mut says = vec![bold(shown(f.span))];
        let mut say = |label: &str, value: String| says.push(plain(format!("; {label}{value}")));
        if let Some(measure) = f.measure {
            say("", measure.value.to_owned());
        }
        if let Some(place) = f.place {
            say("in ", shown(place));
        }
        if let Some(outer) = f.part_of {
            say("part of ", outer.to_string());
        }
        match giver(reading, f) {
            None => say("", "in the writer's voice".to_owned()),
            Some(a) if a.source.is_empty() => say("", format!("nobody named ({})", a.id)),
            Some(a) => say("", format!("says {} ({})", visible(&words(text, &a.source)), a.id)),
        }
        page.paragraph(&format!("  {:<4}", f.id.to_string()), &says);
    }
    page.out
}

fn giver<'r>(reading: &'r Reading, figure: &Figure) -> Option<&'r Attribution> {
    let id = figure.attribution?;
    reading.attributions.iter().find(|a| a.id == id)
}
