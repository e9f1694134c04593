//! A reading as rows: spans become code points, names of types those of the JSON.

use sayso_article::PartSpan;
use sayso_reading::dates::When;
use sayso_reading::{Figure, Reading, Source};
use sayso_text::{CodePoints, Span};
use serde::{Deserialize, Serialize};
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

    /// Spans as a JSON array, each its start and its end.
    pub(crate) fn all(&self, spans: &[Span]) -> String {
        json!(spans.iter().flat_map(|span| self.at(*span)).collect::<Vec<_>>()).to_string()
    }

    /// What paragraphs are, and their spans, as a JSON array of [`Run`].
    pub(crate) fn parts(&self, parts: &[PartSpan]) -> String {
        let run = |run: &[PartSpan]| {
            let (part, whole) = (run[0].part.name().to_owned(), run[0].span.cover(run[run.len() - 1].span));
            if paragraphs(self.text, whole).eq(run.iter().map(|part| part.span)) {
                let [start, stop] = self.at(whole);
                return Run::Cut(part, start as usize, stop as usize);
            }
            let each = |part: &PartSpan| self.at(part.span).map(|at| at as usize);
            Run::Each(part, run.iter().map(each).collect())
        };
        json!(parts.chunk_by(|one, next| one.part == next.part).map(run).collect::<Vec<_>>()).to_string()
    }

    pub(crate) fn words(&self, span: Span) -> String {
        span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of spans as a JSON array; none where there are none.
    pub(crate) fn each(&self, spans: &[Span]) -> Option<String> {
        let each = || json!(spans.iter().map(|span| self.words(*span)).collect::<Vec<_>>()).to_string();
        (!spans.is_empty()).then(each)
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

/// Paragraphs in a row that are one and the same, with the name of what they are.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Run {
    /// From the first to the last; blank lines stand between them, and in none of them.
    Cut(String, usize, usize),
    /// Each.
    Each(String, Vec<[usize; 2]>),
}

/// What blank lines cut a span into, without white space at its ends.
pub(crate) fn paragraphs(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let pieces = span.of(text).split("\n\n").map(|piece| {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize + piece.len() - piece.trim_start().len();
        Span::new(start, start + piece.trim().len())
    });
    pieces.filter(|piece| piece.start < piece.end)
}

/// The number of a name among all of its kind.
pub(crate) fn place<T: Copy + PartialEq>(all: &[T], one: T) -> Option<usize> {
    all.iter().position(|known| *known == one)
}

/// Days as `2026-11-27`, `2026-11`, `2026` or with a slash between the first and the last.
pub(crate) fn days(when: Option<When>) -> Option<String> {
    when.map(|when| when.days.to_string())
}

/// The day that an article gives, where it was published.
pub(crate) fn day(published: Option<&str>) -> Option<String> {
    sayso_reading::dates::day(published?).map(|day| day.to_string())
}

/// The moment that an article gives, in UTC where it says its zone; the day alone where it gives no time. As texts, moments stand in
/// the order of time.
pub(crate) fn moment(published: Option<&str>) -> Option<String> {
    let given = published?.trim();
    if let Ok(moment) = given.parse::<jiff::Timestamp>() {
        return Some(moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    }
    match given.parse::<jiff::civil::DateTime>() {
        Ok(time) if given.len() > "2026-11-27".len() => Some(time.strftime("%Y-%m-%dT%H:%M:%S").to_string()),
        _ => day(Some(given)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_stand_in_the_order_of_time() {
        for (given, expect) in [
            ("2026-11-27T08:00:00+02:00", Some("2026-11-27T06:00:00Z")),
            ("2026-11-27 08:00:00Z", Some("2026-11-27T08:00:00Z")),
            ("2026-11-27T23:30:00.250-05:00", Some("2026-11-28T04:30:00Z")),
            ("2026-11-27T08:00:00", Some("2026-11-27T08:00:00")),
            ("2026-11-27", Some("2026-11-27")),
            ("November 27, 2026", Some("2026-11-27")),
            ("last night", None),
        ] {
            assert_eq!(moment(Some(given)).as_deref(), expect, "{given}");
        }
        assert_eq!(
            day(Some("2026-11-27T23:30:00-05:00")).as_deref(),
            Some("2026-11-27"),
            "the day is where it was published"
        );
    }
}
