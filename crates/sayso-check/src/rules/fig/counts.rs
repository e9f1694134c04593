//! Counts: which figures are tolls, which numbers are within another's bounds, what a sentence says of time.

use sayso_article::Part;
use sayso_reading::Figure;
use sayso_reading::dates::{is_month, is_weekday};
use sayso_reading::figures::Bound;
use sayso_text::sentences::Sentence;

use crate::Desk;

/// What befalls people and goes on being counted.
const TOLLS: &[&str] = &["killed", "injured", "missing", "displaced", "evacuated", "infected"];

/// Whether a figure counts people whom something befell.
pub(super) fn is_toll(figure: &Figure) -> bool {
    figure.unit == "people" && figure.measure.is_some_and(|measure| TOLLS.contains(&measure.value))
}

/// What was done to those counted or with the sum.
pub(super) fn measure(figure: &Figure) -> Option<&'static str> {
    figure.measure.map(|measure| measure.value)
}

/// Whether a figure stands in the body.
pub(super) fn is_body(desk: &Desk<'_>, figure: &Figure) -> bool {
    desk.part_at(figure.span.start) == Part::Body
}

/// The least and the most that a figure can mean.
pub(super) fn bounds(figure: &Figure) -> (f64, f64) {
    let value = figure.value.or(figure.low).unwrap_or(0.0);
    match figure.bound {
        Bound::Exactly => (value, value),
        Bound::AtLeast | Bound::MoreThan | Bound::Unstated => (value, f64::INFINITY),
        Bound::UpTo | Bound::LessThan => (0.0, value),
        Bound::About => (value * 0.9, value * 1.1),
        Bound::Between => (figure.low.unwrap_or(0.0), figure.high.unwrap_or(f64::INFINITY)),
    }
}

/// Whether one number can be meant by both figures.
pub(super) fn agree(one: &Figure, other: &Figure) -> bool {
    let ((low, high), (least, most)) = (bounds(one), bounds(other));
    low <= most && least <= high
}

/// Whether a figure has one of these words in its sentence.
pub(super) fn sentence_has(sentence: &Sentence<'_>, is_such: impl Fn(&str) -> bool) -> bool {
    sentence.lower.iter().any(|word| is_such(word))
}

/// Whether a word is a year.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word is a weekday's or a month's name; `may` and `march` only where a day stands by.
pub(super) fn is_day_or_month(word: &str) -> bool {
    const SHORT: &[&str] = &["jan", "feb", "aug", "sept", "oct", "nov", "dec"];
    is_weekday(word) || (is_month(word) && !matches!(word, "march" | "may")) || SHORT.contains(&word)
}
