//! Contents in other words: what they share, whether what the one has alone has a counterpart in the other, and what speaks against.
//!
//! Soft alignment after `BERTScore` (Zhang et al. 2020), with vectors of single words and a weight for rarity, but of the *residues*: the
//! words that both share are set aside first, since two statements from one story share their names and frame whatever they say. What
//! remains either has counterparts of near meaning on the other side, or says something else.

use std::collections::{BTreeSet, HashSet};
use std::sync::{LazyLock, OnceLock};

use sayso_model::{Meanings, dot};

use super::runs::{self, Runs};
use super::tables;
use super::words::{DATES, Kind, NEGATIONS, SOFT_NEGATIONS, Words, is_in, stem};

/// What the scores are made of.
pub(super) const FEATURES: [&str; 15] = [
    "exact",
    "residue",
    "residue_whole",
    "residue_bag",
    "covered",
    "run",
    "figure_same",
    "figure_conflict",
    "figure_denied",
    "date_conflict",
    "negation",
    "opposite",
    "quantity",
    "conflict",
    "conflict_exact",
];

/// A content's words with their vectors; made on first use.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// Numbers of the words that say something.
    content: Vec<usize>,
    /// Their vectors and weights, by the number of the word.
    vectors: Vec<Vec<f32>>,
    weights: Vec<f32>,
    /// Whether it is a name, as far as writing and rarity show.
    is_name: Vec<bool>,
    /// The weighted sum of the vectors, of length 1: what it is about, roughly.
    bag: Vec<f32>,
}

impl Prepared {
    pub(super) fn of(words: &Words, meanings: &Meanings) -> Self {
        let count = words.words.len();
        let mut out = Self {
            content: Vec::new(),
            vectors: vec![Vec::new(); count],
            weights: vec![0.0; count],
            is_name: vec![false; count],
            bag: vec![0.0; sayso_model::WIDTH],
        };
        for (i, word) in words.words.iter().enumerate() {
            if word.kind != Kind::Content {
                continue;
            }
            let (vector, rank) = meanings.of(&word.norm);
            out.content.push(i);
            out.weights[i] = weight(rank);
            for (x, v) in out.bag.iter_mut().zip(&vector) {
                *x += v * out.weights[i];
            }
            out.vectors[i] = vector;
            out.is_name[i] = word.is_capital && (i > 0 || rank.is_none());
        }
        let length = dot(&out.bag, &out.bag).sqrt().max(1e-6);
        for x in &mut out.bag {
            *x /= length;
        }
        out
    }

    /// How much each word says, by the number of the word; nought for those that say nothing.
    pub(super) fn weights(&self) -> &[f32] {
        &self.weights
    }

    /// Whether both are about the same, roughly: of rewordings in tuning gold 19 of 20 are, of contents of two stories 1 of 5.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        const ABOUT: f32 = 0.2;
        dot(&self.bag, &other.bag) >= ABOUT
    }
}

/// How much a word says: more the rarer it is, as its place in the vocabulary shows. Half a point for the commonest, 4 for one that
/// the vocabulary spells in pieces. The logarithm goes straight between powers of two, so that it is the same on every processor.
pub(super) fn weight(rank: Option<u32>) -> f32 {
    let Some(rank) = rank else { return 4.0 };
    let x = (rank + 20) / 100;
    if x == 0 {
        return 0.5;
    }
    let power = x.ilog2();
    0.5 + 0.7 * (power as f32 + x as f32 / (1u32 << power) as f32 - 1.0)
}

/// Stems of two words that are opposites.
static OPPOSITES: LazyLock<HashSet<(String, String)>> = LazyLock::new(|| {
    let mut out = HashSet::new();
    for (one, other) in tables::OPPOSITES {
        for a in one.split_whitespace() {
            for b in other.split_whitespace() {
                out.insert((stem(a), stem(b)));
                out.insert((stem(b), stem(a)));
            }
        }
    }
    out
});

/// What was measured of two contents.
pub(super) struct Measured {
    /// In the order of [`FEATURES`].
    pub(super) values: [f64; FEATURES.len()],
    /// Words of the other that have a counterpart.
    pub(super) shared: Vec<usize>,
}

impl Measured {
    fn get(&self, name: &str) -> f64 {
        FEATURES.iter().position(|f| *f == name).map_or(0.0, |i| self.values[i])
    }

    /// The share of the words that both have, of the content that has fewer of the other's.
    pub(super) fn exact(&self) -> f64 {
        self.get("exact")
    }

    /// Whether something speaks plainly against their being the same.
    pub(super) fn has_conflict(&self) -> bool {
        self.get("conflict") > 0.0
    }

    /// How much of the content that has less in common is covered, by the same words or by near ones.
    pub(super) fn covered(&self) -> f64 {
        self.get("covered")
    }
}

/// One side of the comparison.
struct Side<'a> {
    words: &'a Words,
    prepared: &'a Prepared,
    stems: HashSet<&'a str>,
}

impl<'a> Side<'a> {
    fn new(words: &'a Words, cell: &'a OnceLock<Prepared>, meanings: &Meanings) -> Self {
        let prepared = cell.get_or_init(|| Prepared::of(words, meanings));
        let stems = words.words.iter().filter(|w| w.kind == Kind::Content).map(|w| w.stem.as_str()).collect();
        Self { words, prepared, stems }
    }

    fn weight(&self, words: &[usize]) -> f32 {
        words.iter().map(|i| self.prepared.weights[*i]).sum()
    }

    /// Words that say something and are not the other's.
    fn alone(&self, other: &Side<'_>) -> Vec<usize> {
        let shares = |i: &usize| other.stems.contains(self.words.words[*i].stem.as_str());
        self.prepared.content.iter().copied().filter(|i| !shares(i)).collect()
    }

    fn without_names(&self, words: &[usize]) -> Vec<usize> {
        words.iter().copied().filter(|i| !self.prepared.is_name[*i]).collect()
    }

    /// For each of `words` how near the nearest of the other's `among` is.
    fn nearest(&self, words: &[usize], other: &Side<'_>, among: &[usize]) -> Vec<f32> {
        let near = |i: &usize| {
            let each = among.iter().map(|j| dot(&self.prepared.vectors[*i], &other.prepared.vectors[*j]));
            each.fold(0.0, f32::max)
        };
        words.iter().map(near).collect()
    }

    fn mean(&self, words: &[usize], values: &[f32]) -> f32 {
        let sum: f32 = words.iter().zip(values).map(|(i, v)| self.prepared.weights[*i] * v).sum();
        sum / self.weight(words).max(1e-6)
    }

    fn bag(&self, words: &[usize]) -> Vec<f32> {
        let mut out = vec![0.0; sayso_model::WIDTH];
        for i in words {
            for (x, v) in out.iter_mut().zip(&self.prepared.vectors[*i]) {
                *x += v * self.prepared.weights[*i];
            }
        }
        out
    }

    fn has(&self, list: &'static LazyLock<HashSet<&'static str>>) -> usize {
        self.words.words.iter().filter(|w| is_in(list, &w.norm)).count()
    }

    fn is_softly_negative(&self) -> bool {
        self.has(&SOFT_NEGATIONS) > 0
            || self.words.words.iter().any(|w| {
                let has_prefix = |p: &str| w.norm.strip_prefix(p).is_some_and(|rest| rest.len() >= 4);
                let is_without = w.norm.strip_suffix(tables::NEGATIVE_ENDING).is_some_and(|base| base.len() >= 3);
                w.kind == Kind::Content && (tables::NEGATIVE_PREFIXES.iter().any(|p| has_prefix(p)) || is_without)
            })
    }
}

/// What is measured where one side has no residue: everything it says is in the other.
const NO_RESIDUE: f32 = 0.4;
/// From here on two words have something in common, and from there on they mean nearly the same.
const NEAR: [f32; 2] = [0.2, 0.5];

/// Measures two contents.
pub(super) fn measure(
    one: (&Words, &OnceLock<Prepared>),
    other: (&Words, &OnceLock<Prepared>),
    runs: &Runs,
    meanings: &Meanings,
) -> Measured {
    let [a, b] = [Side::new(one.0, one.1, meanings), Side::new(other.0, other.1, meanings)];
    let alone = [a.alone(&b), b.alone(&a)];
    let total = [a.weight(&a.prepared.content).max(1e-6), b.weight(&b.prepared.content).max(1e-6)];
    let share = |side: &Side<'_>, alone: &[usize], total: f32| {
        if side.prepared.content.is_empty() { 0.0 } else { 1.0 - side.weight(alone) / total }
    };
    let exact = [share(&a, &alone[0], total[0]), share(&b, &alone[1], total[1])];
    let residue = [a.without_names(&alone[0]), b.without_names(&alone[1])];
    let mut shared: Vec<usize> =
        b.prepared.content.iter().copied().filter(|i| a.stems.contains(b.words.words[*i].stem.as_str())).collect();
    // A side without a residue says nothing of its own only if what it says is shared: not where it is empty or mere names.
    let is_shared = exact[0].max(exact[1]) >= 0.5;
    let none = if is_shared { NO_RESIDUE } else { 0.0 };
    let (mut near, mut whole, mut bag, mut covered) = (none, none, none, exact[0].min(exact[1]));
    if !residue[0].is_empty() && !residue[1].is_empty() {
        let to = [a.nearest(&residue[0], &b, &residue[1]), b.nearest(&residue[1], &a, &residue[0])];
        let all = [a.nearest(&residue[0], &b, &b.prepared.content), b.nearest(&residue[1], &a, &a.prepared.content)];
        near = a.mean(&residue[0], &to[0]).min(b.mean(&residue[1], &to[1]));
        whole = a.mean(&residue[0], &all[0]).min(b.mean(&residue[1], &all[1]));
        let (x, y) = (a.bag(&residue[0]), b.bag(&residue[1]));
        bag = dot(&x, &y) / (dot(&x, &x).sqrt() * dot(&y, &y).sqrt()).max(1e-6);
        let counts = |v: &f32| ((v - NEAR[0]) / (NEAR[1] - NEAR[0])).clamp(0.0, 1.0);
        let cover = |side: &Side<'_>, words: &[usize], values: &[f32]| {
            side.mean(words, &values.iter().map(counts).collect::<Vec<_>>()) * side.weight(words)
        };
        covered = (exact[0] + cover(&a, &residue[0], &all[0]) / total[0])
            .min(exact[1] + cover(&b, &residue[1], &all[1]) / total[1]);
        shared.extend(residue[1].iter().zip(&all[1]).filter(|(_, v)| **v >= NEAR[1] - 0.1).map(|(i, _)| *i));
        shared.sort_unstable();
    }
    let longest = runs.runs.iter().map(|run| run.2).max().unwrap_or(0);
    let shorter = one.0.words.len().min(other.0.words.len()).max(1);
    let conflict = conflicts(&a, &b);
    let any = conflict[1..].iter().copied().fold(0.0, f64::max);
    let exact_least = f64::from(exact[0].min(exact[1]));
    let values = [
        exact_least,
        f64::from(near),
        f64::from(whole),
        f64::from(bag),
        f64::from(covered),
        longest as f64 / shorter as f64,
        conflict[0],
        conflict[1],
        conflict[2],
        conflict[3],
        conflict[4],
        conflict[5],
        conflict[6],
        any,
        any * exact_least,
    ];
    // Sums of floats have one order here; rounding takes the rest.
    Measured { values: values.map(|v| (v * 1000.0).round() / 1000.0), shared }
}

/// Figures that agree; that cannot both hold; a figure against "none"; other days; one says no; opposites; "all six" against "two of
/// the six". Each 0 or 1.
fn conflicts(a: &Side<'_>, b: &Side<'_>) -> [f64; 7] {
    let (x, y) = (runs::figures(a.words), runs::figures(b.words));
    let equal = |v: f64, w: f64| (v - w).abs() < 1e-9;
    let agrees = |v: f64, among: &[(f64, bool)]| among.iter().any(|(w, _)| equal(v, *w));
    let left = |from: &[(f64, bool)], among: &[(f64, bool)]| -> Vec<(f64, bool)> {
        from.iter().copied().filter(|(v, _)| !agrees(*v, among)).collect()
    };
    let (x_left, y_left) = (left(&x, &y), left(&y, &x));
    let rounds = |(v, hedged): &(f64, bool), (w, also): &(f64, bool)| {
        (*hedged || *also) && (v - w).abs() <= 0.15 * v.abs().max(w.abs())
    };
    let rounded = x_left.iter().any(|v| y_left.iter().any(|w| rounds(v, w)));
    let figure_same = x.len() > x_left.len() || rounded;
    let figure_conflict = !x_left.is_empty() && !y_left.is_empty() && !rounded;
    let says_none = |side: &Side<'_>| side.has(&NEGATIONS) > 0;
    let figure_denied =
        (says_none(a) && x.is_empty() && !y.is_empty()) || (says_none(b) && y.is_empty() && !x.is_empty());
    let dates = |side: &Side<'_>| -> BTreeSet<String> {
        side.words.words.iter().filter(|w| is_in(&DATES, &w.norm)).map(|w| w.norm.clone()).collect()
    };
    let (p, q) = (dates(a), dates(b));
    let date_conflict = !p.is_empty() && !q.is_empty() && p.is_disjoint(&q);
    let odd = |side: &Side<'_>| side.has(&NEGATIONS) % 2 == 1;
    let soft = if odd(a) { b.is_softly_negative() } else { a.is_softly_negative() };
    let negation = odd(a) != odd(b) && !soft;
    let stems = |side: &Side<'_>| -> BTreeSet<String> { side.words.words.iter().map(|w| w.stem.clone()).collect() };
    let (s, t) = (stems(a), stems(b));
    let opposite = s.difference(&t).any(|v| t.difference(&s).any(|w| OPPOSITES.contains(&(v.clone(), w.clone()))));
    let all_of = |side: &Side<'_>| side.words.words.iter().any(|w| matches!(w.norm.as_str(), "all" | "every" | "each"));
    let some_of = |side: &Side<'_>| {
        side.words
            .words
            .windows(3)
            .any(|w| matches!(w[0].kind, Kind::Figure(_)) && w[1].norm == "of" && w[2].norm == "the")
    };
    let quantity = (all_of(a) && some_of(b) && !all_of(b)) || (all_of(b) && some_of(a) && !all_of(a));
    [figure_same, figure_conflict, figure_denied, date_conflict, negation, opposite, quantity]
        .map(|v| f64::from(u8::from(v)))
}
