//! The same words: runs of words that two contents share, in the same order in both.

use std::ops::Range;

use super::lexeme::Kind;
use super::words::{LIGHT, Word, Words, is_in};

/// Words that two neighbours share at least to be a run.
const SHORTEST: usize = 2;
/// Words of a fragment that is the other's at least.
const FRAGMENT: usize = 5;

/// Runs of shared words, in order.
pub(super) struct Runs {
    /// Where each begins in one and in the other, and how many words it has.
    pub(super) runs: Vec<(usize, usize, usize)>,
}

impl Runs {
    /// The longest shared run, then the longest on each side of it, and so on.
    pub(super) fn of(one: &[Word], other: &[Word]) -> Self {
        let mut runs = Vec::new();
        let mut open = vec![(0..one.len(), 0..other.len())];
        while let Some((a, b)) = open.pop() {
            let Some((i, j, length)) = longest(&one[a.clone()], &other[b.clone()]) else { continue };
            let (i, j) = (a.start + i, b.start + j);
            runs.push((i, j, length));
            open.push((a.start..i, b.start..j));
            open.push((i + length..a.end, j + length..b.end));
        }
        runs.sort_unstable();
        Self { runs }
    }

    /// How many words are shared.
    pub(super) fn words(&self) -> usize {
        self.runs.iter().map(|run| run.2).sum()
    }

    /// The words of `words` that no run has; `side` is 0 for the one, 1 for the other.
    fn left(&self, side: usize, count: usize) -> Vec<usize> {
        let begins = |run: &(usize, usize, usize)| if side == 0 { run.0 } else { run.1 };
        (0..count).filter(|i| !self.runs.iter().any(|run| (begins(run)..begins(run) + run.2).contains(i))).collect()
    }
}

/// The longest run of shared words; the first of those of one length.
fn longest(one: &[Word], other: &[Word]) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut before = vec![0; other.len() + 1];
    let mut now = vec![0; other.len() + 1];
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            now[j + 1] = if a.key == b.key { before[j] + 1 } else { 0 };
            let length = now[j + 1];
            if length >= SHORTEST && best.is_none_or(|(_, _, longest)| length > longest) {
                best = Some((i + 1 - length, j + 1 - length, length));
            }
        }
        std::mem::swap(&mut before, &mut now);
    }
    best
}

/// What the words alone show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Same {
    /// All of them.
    Whole,
    /// Those of one are a part of the other's.
    Part,
}

/// Whether two contents have the same words, or one a part of the other's.
pub(super) fn same(one: &Words, other: &Words, runs: &Runs) -> Option<Same> {
    if squeezed(one).eq(squeezed(other)) {
        return (!one.words.is_empty()).then_some(Same::Whole);
    }
    let left = [runs.left(0, one.words.len()), runs.left(1, other.words.len())];
    if all_light(one, &left[0]) && all_light(other, &left[1]) {
        return Some(Same::Whole);
    }
    let is_part = contains(other, one, &left[0], |run| (run.1, run.0), runs)
        || contains(one, other, &left[1], |run| (run.0, run.1), runs)
        || has_fragment(one, other)
        || has_fragment(other, one);
    is_part.then_some(Same::Part)
}

/// All bytes of the words, as if they were one word.
fn squeezed(words: &Words) -> impl Iterator<Item = u8> {
    words.words.iter().flat_map(|word| word.norm.bytes())
}

fn all_light(words: &Words, left: &[usize]) -> bool {
    left.len() * 5 <= words.words.len() && left.iter().all(|i| is_in(&LIGHT, &words.words[*i].norm))
}

/// Whether nearly all words of `short` are in `long`, in a few runs, and nothing that was cut out between them turns the sense.
/// `order` gives a run's beginnings in the long one and in the short one.
fn contains(
    long: &Words,
    short: &Words,
    left: &[usize],
    order: fn(&(usize, usize, usize)) -> (usize, usize),
    runs: &Runs,
) -> bool {
    let count = short.words.len();
    if count > long.words.len() || runs.words() < FRAGMENT.min(count.max(4)) || left.len() * 7 > count {
        return false;
    }
    let turns = |word: &Word| matches!(word.kind, Kind::Figure(_)) || word.is_no;
    if left.iter().any(|i| turns(&short.words[*i])) || left.iter().filter(|i| is_content(&short.words[**i])).count() > 1
    {
        return false;
    }
    let mut gaps = 0;
    for pair in runs.runs.windows(2) {
        let ((from, short_from), (to, short_to)) = (order(&pair[0]), order(&pair[1]));
        let gap = from + pair[0].2..to;
        let is_cut = short.cuts.iter().any(|cut| (short_from + pair[0].2..=short_to).contains(cut));
        if !is_cut && long.words[gap.clone()].iter().any(|w| w.is_no) {
            return false;
        }
        gaps += usize::from(!is_cut && gap.len() > 2);
    }
    let first = order(&runs.runs[0]).0;
    gaps <= 1 && !turned(long, first)
}

/// Whether the word before a place says no to what follows.
fn turned(words: &Words, at: usize) -> bool {
    at > 0 && words.words[at - 1].is_no
}

fn is_content(word: &Word) -> bool {
    word.kind == Kind::Content
}

/// Whether a quotation of `one`, long enough to be known again, stands in `other`.
fn has_fragment(one: &Words, other: &Words) -> bool {
    one.quoted.iter().any(|range| {
        let fragment = &one.words[range.clone()];
        if fragment.len() < FRAGMENT.min(4) || fragment.iter().filter(|w| is_content(w)).count() < 2 {
            return false;
        }
        let runs = Runs::of(fragment, &other.words);
        let frame_says_no = outside(one, range).any(|w| w.is_no);
        let other_says_no = other.words.iter().any(|w| w.is_no);
        let is_whole = runs.runs.len() <= 2 && runs.words() * 10 >= fragment.len() * 9;
        is_whole && (other_says_no || !frame_says_no) && !turned(other, runs.runs[0].1)
    })
}

fn outside<'a>(words: &'a Words, range: &Range<usize>) -> impl Iterator<Item = &'a Word> {
    words.words[..range.start].iter().chain(&words.words[range.end..])
}

/// Numbers of a content, with whether the word before hedges.
pub(super) fn figures(words: &Words) -> Vec<(f64, bool)> {
    let hedged = |i: usize| (i.saturating_sub(3)..i).any(|j| words.words[j].hedges);
    let figure = |(i, word): (usize, &Word)| match word.kind {
        Kind::Figure(value) => Some((value, hedged(i))),
        _ => None,
    };
    words.words.iter().enumerate().filter_map(figure).collect()
}
