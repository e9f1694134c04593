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
