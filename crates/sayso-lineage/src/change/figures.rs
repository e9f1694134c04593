//! Which number stands where another stood.

use std::sync::Arc;

use crate::record::FigureRecord;
use crate::series::{Place, number_key};
use crate::trace::Change;
use crate::words::plain;

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
    let place = |figure: &FigureRecord| figure.place.as_deref().and_then(Place::of);
    let is_elsewhere = place(one).zip(place(other)).is_some_and(|(one, other)| one.is_apart_from(&other));
    plain(&one.unit) == plain(&other.unit)
        && agrees(&one.measure, &other.measure)
        && agrees(&one.who, &other.who)
        && !is_elsewhere
}

fn is_same_number(one: &FigureRecord, other: &FigureRecord) -> bool {
    number_key(one) == number_key(other)
}
