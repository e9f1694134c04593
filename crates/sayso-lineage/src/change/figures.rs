//! Which number stands where another stood.

use std::sync::Arc;

use sayso_reading::figures::Bound;

use super::words::plain;
use crate::record::FigureRecord;
use crate::trace::Change;

/// Figures of one telling that are compared; the rest of a table is not.
const COMPARED: usize = 100;

/// Adds what became of the numbers of two tellings: first those that stay are set aside, then each that is left meets
/// the first that counts the same thing.
pub(super) fn changed(was: &[Arc<FigureRecord>], is: &[Arc<FigureRecord>], out: &mut Vec<Change>) {
    let mut left: Vec<&FigureRecord> = is.iter().take(COMPARED).map(AsRef::as_ref).collect();
    let mut open: Vec<&FigureRecord> = Vec::new();
    for figure in was.iter().take(COMPARED) {
        let stays = left.iter().position(|other| {
            counts_same(figure, other) && is_same_number(figure, other) && figure.bound == other.bound
        });
        match stays {
            Some(at) => drop(left.remove(at)),
            None => open.push(figure),
        }
    }
    // The same number with another bound is nearer than another number.
    for asks_number in [true, false] {
        open.retain(|figure| {
            let meets =
                |other: &&FigureRecord| counts_same(figure, other) && (!asks_number || is_same_number(figure, other));
            let Some(at) = left.iter().position(meets) else { return true };
            out.extend(change(figure, left.remove(at)));
            false
        });
    }
}

/// What changed between two figures of one thing.
pub(crate) fn change(was: &FigureRecord, is: &FigureRecord) -> Option<Change> {
    let words = || (was.words.clone(), is.words.clone());
    if !is_same_number(was, is) {
        let (was, is) = words();
        Some(Change::FigureChanged { was, is })
    } else if was.bound != is.bound {
        let (was, is) = words();
        Some(Change::BoundChanged { was, is })
    } else {
        None
    }
}

/// Whether two figures count the same thing, as far as both say.
pub(crate) fn counts_same(one: &FigureRecord, other: &FigureRecord) -> bool {
    let agrees = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => plain(one) == plain(other),
        _ => true,
    };
    one.unit == other.unit && agrees(&one.measure, &other.measure) && agrees(&one.who, &other.who)
}

fn is_same_number(one: &FigureRecord, other: &FigureRecord) -> bool {
    match (one.value, other.value) {
        (Some(a), Some(b)) => is_equal(a, b),
        (None, None) if one.bound == Bound::Unstated && other.bound == Bound::Unstated => {
            plain(&one.words) == plain(&other.words)
        }
        (None, None) => same_end(one.low, other.low) && same_end(one.high, other.high),
        _ => false,
    }
}

fn same_end(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(a), Some(b)) => is_equal(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// Numbers as they are written have few digits; a difference below a billionth is the float's.
fn is_equal(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}
