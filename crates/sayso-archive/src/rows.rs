//! A reading as rows: spans become code points, names of types those of the JSON.

use sayso_reading::dates::When;
use sayso_reading::{Figure, Reading, Source};
use sayso_text::{CodePoints, Span};
use serde_json::json;

/// What turns a reading's spans into words and offsets.
pub(crate) struct Words<'r> {
    text: &'r str,
    points: CodePoints<'r>,
}

impl<'r> Words<'r> {
    pub(crate) fn of(reading: &'r Reading) -> Self {
        Self { text: &reading.article.text, points: CodePoints::of(&reading.article.text) }
    }

    pub(crate) fn at(&self, span: Span) -> [i64; 2] {
        self.points.span(span).map(|at| at as i64)
    }

    /// Spans as a JSON array of pairs.
    pub(crate) fn all(&self, spans: &[Span]) -> String {
        json!(spans.iter().map(|span| self.at(*span)).collect::<Vec<_>>()).to_string()
    }

    pub(crate) fn words(&self, span: Span) -> String {
        span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of spans as a JSON array.
    pub(crate) fn each(&self, spans: &[Span]) -> String {
        json!(spans.iter().map(|span| self.words(*span)).collect::<Vec<_>>()).to_string()
    }

    /// The words that stand for a source first.
    pub(crate) fn description(&self, source: &Source) -> String {
        let first = source.mentions.first().or(source.name.as_ref());
        first.map_or(String::new(), |span| self.words(*span))
    }

    /// A figure's parts in words.
    pub(crate) fn who_and_place(&self, figure: &Figure) -> [Option<String>; 2] {
        [figure.who, figure.place].map(|span| span.map(|span| self.words(span)))
    }
}

/// Days as `2026-11-27`, `2026-11`, `2026` or with a slash between the first and the last.
pub(crate) fn days(when: Option<When>) -> Option<String> {
    when.map(|when| when.days.to_string())
}

/// The day that a date as an article gives it begins with, in whatever ISO 8601 has after it.
pub(crate) fn day(published: Option<&str>) -> Option<String> {
    let day = published?.trim().get(..10)?;
    let is_day = day.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    is_day.then(|| day.to_owned())
}
