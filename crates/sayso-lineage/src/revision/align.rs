//! Which telling of one text is which of the other: the same words first, then most words in common, then the same
//! thing counted.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::counts_same;
use crate::record::Telling;
use crate::who::is_same_source;
use crate::words;

/// Tellings of each text among which all pairs are looked at; of more, those that stand near each other in the two texts.
pub(super) const MOST: usize = 500;

/// Words in common, in a thousand of both, from which two tellings are one told otherwise.
const ENOUGH: usize = 500;
/// The same of the shorter one's words, where it has at least so many.
const HELD: usize = 800;
const HELD_WORDS: usize = 4;

/// A telling of the earlier text and the one that it became; one of the two where the other is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) was: Option<usize>,
    pub(super) is: Option<usize>,
}

/// A telling prepared for comparison.
struct Side<'a> {
    telling: &'a Telling,
    /// All its words.
    whole: String,
    /// They once each, numbers alike.
    words: BTreeSet<String>,
}

impl<'a> Side<'a> {
    fn of(telling: &'a Telling) -> Self {
        let plain = words::plain(&telling.words);
        let alike = |word: &String| {
            if word.starts_with(|c: char| c.is_ascii_digit()) { "#".to_owned() } else { word.clone() }
        };
        Side { telling, whole: plain.join(" "), words: plain.iter().map(alike).collect() }
    }

    fn is_attributed(&self) -> bool {
        self.telling.statement.is_some()
    }

    fn has_source_of(&self, other: &Side<'_>) -> bool {
        let source = |side: &Side<'_>| side.telling.statement.as_ref()?.source.clone();
        match (source(self), source(other)) {
            (Some(one), Some(other)) => is_same_source(&one, &other),
            (None, None) => true,
            _ => false,
        }
    }
}

/// Every telling of both texts, alone or with the one that it became.
pub(super) fn pairs(was: &[&Telling], is: &[&Telling]) -> Vec<Pair> {
    let was: Vec<Side<'_>> = was.iter().map(|telling| Side::of(telling)).collect();
    let is: Vec<Side<'_>> = is.iter().map(|telling| Side::of(telling)).collect();
    let mut board = Board { became: vec![None; was.len()], came: vec![None; is.len()] };
    board.same_words(&was, &is, |one, other| one.is_attributed() == other.is_attributed() && one.has_source_of(other));
    board.same_words(&was, &is, |one, other| one.is_attributed() == other.is_attributed());
    board.same_words(&was, &is, |_, _| true);
    board.most_words(&was, &is);
    board.same_thing(&was, &is);
    let both = board.became.iter().enumerate().map(|(at, is)| Pair { was: Some(at), is: *is });
    let new = board.came.iter().enumerate().filter(|(_, was)| was.is_none());
    both.chain(new.map(|(at, _)| Pair { was: None, is: Some(at) })).collect()
}

/// What was found so far.
struct Board {
    became: Vec<Option<usize>>,
    came: Vec<Option<usize>>,
}

impl Board {
    fn join(&mut self, was: usize, is: usize) {
        self.became[was] = Some(is);
        self.came[is] = Some(was);
    }

    fn open_was(&self) -> Vec<usize> {
        (0..self.became.len()).filter(|at| self.became[*at].is_none()).collect()
    }

    fn open_is(&self) -> Vec<usize> {
        (0..self.came.len()).filter(|at| self.came[*at].is_none()).collect()
    }

    /// Joins what has the same words, in the order of both texts.
    fn same_words(&mut self, was: &[Side<'_>], is: &[Side<'_>], fits: impl Fn(&Side<'_>, &Side<'_>) -> bool) {
        let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in self.open_is().into_iter().rev() {
            having.entry(&is[at].whole).or_default().push(at);
        }
        for one in self.open_was() {
            let Some(others) = having.get_mut(was[one].whole.as_str()) else { continue };
            // A sentence that stands hundreds of times is looked at in its first places.
            let from = others.len().saturating_sub(MOST);
            if let Some(at) = others[from..].iter().rposition(|other| fits(&was[one], &is[*other])) {
                let other = others.remove(from + at);
                self.join(one, other);
            }
        }
    }

    /// Joins what has most words in common, the nearest in place where that is equal.
    fn most_words(&mut self, was: &[Side<'_>], is: &[Side<'_>]) {
        let (open_was, open_is) = (self.open_was(), self.open_is());
        let mut found = Vec::new();
        for (n, one) in open_was.iter().enumerate() {
            for other in near(n, open_was.len(), &open_is) {
                let alike = likeness(&was[*one], &is[*other]);
                if alike > 0 {
                    let off = (one * is.len()).abs_diff(other * was.len());
                    found.push((std::cmp::Reverse(alike), off, *one, *other));
                }
            }
        }
        found.sort_unstable();
        for (_, _, one, other) in found {
            if self.became[one].is_none() && self.came[other].is_none() {
                self.join(one, other);
            }
        }
    }

    /// Joins two that count the same thing, where no others do.
    fn same_thing(&mut self, was: &[Side<'_>], is: &[Side<'_>]) {
        let (open_was, open_is) = (self.open_was(), self.open_is());
        if open_was.len() > MOST || open_is.len() > MOST {
            return;
        }
        let counts = |one: &Telling, other: &Telling| {
            let measured = one.figures.iter().filter(|figure| figure.measure.is_some()).take(MOST);
            measured.into_iter().any(|a| {
                other.figures.iter().take(MOST).any(|b| b.measure.is_some() && counts_same(a, b) && a.place == b.place)
            })
        };
        let meets: Vec<Vec<usize>> = open_was
            .iter()
            .map(|one| open_is.iter().copied().filter(|other| counts(was[*one].telling, is[*other].telling)).collect())
            .collect();
        for (one, others) in open_was.iter().zip(&meets) {
            if let [other] = others.as_slice()
                && meets.iter().filter(|others| others.contains(other)).count() == 1
            {
                self.join(*one, *other);
            }
        }
    }
}

/// Those among the other text's tellings that the n-th of so many is compared with: all of a few, else those about its
/// own place.
fn near(n: usize, of: usize, others: &[usize]) -> &[usize] {
    if of <= MOST && others.len() <= MOST {
        return others;
    }
    let middle = n * others.len() / of.max(1);
    &others[middle.saturating_sub(MOST / 4)..(middle + MOST / 4).min(others.len())]
}

/// How much two tellings have in common, in thousandths; 0 where it is too little to be one.
fn likeness(one: &Side<'_>, other: &Side<'_>) -> usize {
    let (a, b) = (one.words.len(), other.words.len());
    let shorter = a.min(b);
    if shorter == 0 {
        return 0;
    }
    let shared = one.words.iter().filter(|word| other.words.contains(*word)).count();
    let (of_both, of_shorter) = (2_000 * shared / (a + b), 1_000 * shared / shorter);
    if of_both < ENOUGH && (of_shorter < HELD || shorter < HELD_WORDS) {
        return 0;
    }
    let source = if one.has_source_of(other) { 100 } else { 0 };
    let kind = if one.is_attributed() == other.is_attributed() { 50 } else { 0 };
    of_both.max(of_shorter * 4 / 5) + source + kind
}
