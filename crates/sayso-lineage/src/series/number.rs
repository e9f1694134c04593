//! Numbers as they are given: whether two are the same, whether both can hold, what changed, whether one rounds the
//! other.

use sayso_reading::figures::Bound;

use super::Step;
use crate::record::FigureRecord;

/// Equal for figures that give the same number or the same range, whatever bounds it.
pub(crate) fn key(figure: &FigureRecord) -> [u64; 2] {
    // Numbers as they are written have few digits: what is less than a thousandth is the float's. Zero has two forms.
    let bits = |value: Option<f64>| value.map_or(u64::MAX, |value| ((value * 1000.0).round() + 0.0).to_bits());
    match figure.value {
        Some(value) => [bits(Some(value)), bits(Some(value))],
        None => [bits(figure.low), bits(figure.high)],
    }
}

/// Whether two figures give one number: "at least 12" and "12" do, "more than 12" and "12" don't.
pub(super) fn is_same(a: &FigureRecord, b: &FigureRecord) -> bool {
    key(a) == key(b) && (a.bound == b.bound || !(clash(a.bound, b.bound) || clash(b.bound, a.bound)))
}

/// Whether two different bounds make two numbers of one value.
fn clash(a: Bound, b: Bound) -> bool {
    match a {
        Bound::AtLeast | Bound::MoreThan => is_upper(b),
        Bound::Exactly => matches!(b, Bound::MoreThan | Bound::LessThan),
        Bound::Between | Bound::Unstated => true,
        Bound::About | Bound::UpTo | Bound::LessThan => false,
    }
}

fn is_upper(bound: Bound) -> bool {
    matches!(bound, Bound::UpTo | Bound::LessThan)
}

/// What stands at the head of a rounding that comes close to the number from below or above.
const CLOSE: &[&str] = &["nearly", "almost", "close to", "just under", "just over", "just short of"];

/// So far "about 300" and "nearly 10,000" reach, as a share of the number.
const REACH: f64 = 0.15;

/// What a number can be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Range {
    low: f64,
    high: f64,
    /// Whether the ends themselves are left out.
    is_open: bool,
}

fn range(figure: &FigureRecord) -> Range {
    let bounded = Range { low: f64::NEG_INFINITY, high: f64::INFINITY, is_open: false };
    let Some(value) = figure.value else {
        return Range { low: figure.low.unwrap_or(bounded.low), high: figure.high.unwrap_or(bounded.high), ..bounded };
    };
    let words = figure.words.to_lowercase();
    let is_close = CLOSE.iter().any(|close| words.starts_with(close));
    let near =
        if is_close { Range { low: value * (1.0 - REACH), high: value * (1.0 + REACH), ..bounded } } else { bounded };
    match figure.bound {
        Bound::Exactly | Bound::Between | Bound::Unstated => Range { low: value, high: value, ..bounded },
        Bound::AtLeast => Range { low: value, ..near },
        Bound::MoreThan => Range { low: value, is_open: true, ..near },
        Bound::UpTo => Range { high: value, ..near },
        Bound::LessThan => Range { high: value, is_open: true, ..near },
        Bound::About => Range { low: value * (1.0 - REACH), high: value * (1.0 + REACH), ..bounded },
    }
}

/// Whether one range ends before the other begins.
fn is_below(a: Range, b: Range) -> bool {
    a.high < b.low || (a.high <= b.low && (a.is_open || b.is_open))
}

/// Whether no number is both.
pub(super) fn is_contradiction(a: &FigureRecord, b: &FigureRecord) -> bool {
    let (a, b) = (range(a), range(b));
    is_below(a, b) || is_below(b, a)
}

/// What a number is to the one before it.
pub(super) fn step(before: &FigureRecord, after: &FigureRecord) -> Step {
    if is_same(before, after) {
        return Step::Held;
    }
    let (was, is) = (range(before), range(after));
    if is_below(was, is) {
        return Step::Raised;
    }
    if is_below(is, was) {
        return Step::Lowered;
    }
    match (before.value, after.value) {
        // "Up to 20" and then 15 may be one count.
        (Some(_), Some(_)) if is_upper(before.bound) != is_upper(after.bound) => Step::Open,
        (Some(was), Some(is)) if is > was => Step::Raised,
        (Some(was), Some(is)) if is < was => Step::Lowered,
        (Some(_), Some(_)) => Step::Open,
        _ if was.low <= is.low && was.high <= is.high && was != is => bounded(was, is, Step::Raised),
        _ if was.low >= is.low && was.high >= is.high && was != is => bounded(was, is, Step::Lowered),
        _ => Step::Open,
    }
}

/// A step between two ranges, where both have two ends.
fn bounded(was: Range, is: Range, step: Step) -> Step {
    if [was.low, was.high, is.low, is.high].iter().all(|end| end.is_finite()) { step } else { Step::Open }
}

/// What a number without a rounding word is rounded to at least, in thousandths.
const PLAINLY_ROUND: u64 = 100_000;

/// Whether a number bound so may be one that another rounds.
pub(super) fn is_exact(bound: Bound) -> bool {
    matches!(bound, Bound::Exactly | Bound::AtLeast | Bound::MoreThan)
}

/// Whether one is the other, rounded to the digits that it gives, the way that its bound says: "nearly 10,000" and
/// "more than 9,700" round 9,770, and so does "some 9,800".
pub(super) fn rounds(rounded: &FigureRecord, exact: &FigureRecord) -> bool {
    let (Some(r), Some(e)) = (rounded.value.and_then(thousandths), exact.value.and_then(thousandths)) else {
        return false;
    };
    let place = place(r);
    if r == e || place <= self::place(e) || !is_exact(exact.bound) {
        return false;
    }
    // Without a word that says that it rounds, it has to be rounder and to come nearer: 30 after 31 is another number.
    let (is_right, within) = match rounded.bound {
        Bound::MoreThan => (e / place * place == r, 150),
        Bound::LessThan => (e.div_ceil(place) * place == r, 150),
        Bound::About => (r.abs_diff(e) * 2 <= place, 150),
        Bound::AtLeast => (e / place * place == r && place >= PLAINLY_ROUND, 25),
        Bound::UpTo => (e.div_ceil(place) * place == r && place >= PLAINLY_ROUND, 25),
        Bound::Exactly => (r.abs_diff(e) * 2 <= place && place >= PLAINLY_ROUND, 25),
        Bound::Between | Bound::Unstated => (false, 0),
    };
    is_right && r.abs_diff(e) <= r / 1000 * within
}

/// A number in thousandths; none for what is not more than nothing, or is too large to count on.
fn thousandths(value: f64) -> Option<u64> {
    let scaled = (value * 1000.0).round();
    // Below 2^53 every whole number is one that a float can be.
    (1.0..9e15).contains(&scaled).then_some(scaled as u64)
}

/// The power of ten of the last digit that is no zero.
fn place(number: u64) -> u64 {
    let mut place = 1;
    while number.is_multiple_of(place * 10) {
        place *= 10;
    }
    place
}

/// The least and the most that a number says it is; an open end is the number itself.
pub(super) fn extent(figure: &FigureRecord) -> Option<(f64, f64)> {
    let low = figure.low.or(figure.value).or(figure.high)?;
    let high = figure.high.or(figure.value).or(figure.low)?;
    let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
    Some((rounded(low.min(high)), rounded(high.max(low))))
}
