//! Contents in other words: what they share, whether what the one has alone has a counterpart in the other, and what speaks against.
//!
//! Soft alignment after `BERTScore` (Zhang et al. 2020), with vectors of single words and a weight for rarity, but of the *residues*: the
//! words that both share are set aside first, since two statements from one story share their names and frame whatever they say. What
//! remains either has counterparts of near meaning on the other side, or says something else.

use std::collections::BTreeSet;

use sayso_model::dot;

use super::lexeme::Kind;
use super::runs::{self, Runs};
use super::words::{Word, Words};

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

/// What is known of a content's words before it is compared; made on first use.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// Numbers of the words that say something.
    content: Vec<usize>,
    /// The words' weights; nought for those that say nothing.
    weights: Vec<f32>,
    /// Whether it is a name, as far as writing and rarity show.
    is_name: Vec<bool>,
    /// Hashes of the stems of the words that say something, sorted.
    content_stems: Vec<u64>,
    /// What may speak against another content.
    against: Against,
}

/// What of a content may speak against another.
#[derive(Debug, Default)]
struct Against {
    figures: Vec<(f64, bool)>,
    dates: BTreeSet<String>,
    negations: usize,
    is_softly_negative: bool,
    /// Stems that have opposites: hashes, and those of the opposites.
    opposed: Vec<(u64, &'static [u64])>,
    /// Whether it tells of all of something, or of some of so many.
    is_of_all: bool,
    is_of_some: bool,
}

impl Against {
    fn of(words: &Words) -> Self {
        let all = &words.words;
        let opposites = |word: &Word| (!word.opposites.is_empty()).then_some((word.stem_key, word.opposites));
        let is_some = |three: &[Word]| {
            matches!(three[0].kind, Kind::Figure(_)) && three[1].norm == "of" && three[2].norm == "the"
        };
        Self {
            figures: runs::figures(words),
            dates: all.iter().filter(|word| word.is_date).map(|word| word.norm.clone()).collect(),
            negations: (0..all.len()).filter(|at| all[*at].is_no && !sets_apart(all, *at)).count(),
            is_softly_negative: all.iter().any(|word| word.is_softly_no),
            opposed: all.iter().filter_map(opposites).collect(),
            is_of_all: all.iter().any(|word| word.is_all),
            is_of_some: all.windows(3).any(is_some),
        }
    }
}

/// Whether a "not" says what something is not besides what it is: "for a hundred and forty and not for a hundred and eighty".
fn sets_apart(words: &[Word], not: usize) -> bool {
    words[not].norm == "not" && not > 0 && matches!(words[not - 1].norm.as_str(), "and" | "but")
}

impl Prepared {
    pub(super) fn of(words: &Words) -> Self {
        let count = words.words.len();
        let mut out = Self {
            content: Vec::new(),
            weights: vec![0.0; count],
            is_name: vec![false; count],
            content_stems: Vec::new(),
            against: Against::of(words),
        };
        for (i, word) in words.words.iter().enumerate() {
            if word.kind != Kind::Content {
                continue;
            }
            let meaning = word.meaning();
            out.content.push(i);
            out.weights[i] = meaning.weight;
            out.is_name[i] = word.is_capital && (i > 0 || !meaning.is_known);
        }
        out.content_stems = out.content.iter().map(|i| words.words[*i].stem_key).collect();
        out.content_stems.sort_unstable();
        out
    }

    /// How much each word says, by the number of the word; nought for those that say nothing.
    pub(super) fn weights(&self) -> &[f32] {
        &self.weights
    }
}

/// What a content is about, roughly: the weighted sum of the vectors of its words, of length 1.
#[derive(Debug)]
pub(super) struct Bag(Vec<f32>);

impl Bag {
    pub(super) fn of(side: Side<'_>) -> Self {
        let mut bag = side.bag(&side.prepared.content);
        let length = dot(&bag, &bag).sqrt().max(1e-6);
        for x in &mut bag {
            *x /= length;
        }
        Self(bag)
    }

    /// Whether both are about the same, roughly: of rewordings in tuning gold 19 of 20 are, of contents of two stories 1 of 5.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        const ABOUT: f32 = 0.2;
        dot(&self.0, &other.0) >= ABOUT
    }
}

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
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) words: &'a Words,
    pub(super) prepared: &'a Prepared,
}

impl Side<'_> {
    /// The vector of a word that says something.
    fn vector(&self, word: usize) -> &[f32] {
        &self.words.words[word].meaning().vector
    }

    fn weight(&self, words: &[usize]) -> f32 {
        words.iter().map(|i| self.prepared.weights[*i]).sum()
    }

    /// Whether the other has a word of the same stem that says something.
    fn shares(&self, word: usize, other: &Side<'_>) -> bool {
        other.prepared.content_stems.binary_search(&self.words.words[word].stem_key).is_ok()
    }

    /// Words that say something and are not the other's.
    fn alone(&self, other: &Side<'_>) -> Vec<usize> {
        self.prepared.content.iter().copied().filter(|i| !self.shares(*i, other)).collect()
    }

    fn without_names(&self, words: &[usize]) -> Vec<usize> {
        words.iter().copied().filter(|i| !self.prepared.is_name[*i]).collect()
    }

    fn mean(&self, words: &[usize], values: &[f32]) -> f32 {
        let sum: f32 = words.iter().zip(values).map(|(i, v)| self.prepared.weights[*i] * v).sum();
        sum / self.weight(words).max(1e-6)
    }

    fn bag(&self, words: &[usize]) -> Vec<f32> {
        let mut out = vec![0.0; sayso_model::WIDTH];
        for i in words {
            for (x, v) in out.iter_mut().zip(self.vector(*i)) {
                *x += v * self.prepared.weights[*i];
            }
        }
        out
    }
}

/// How near the nearest of the other's words is to each word of two residues, in the order of these: among the words of the other's
/// residue, and among all that say something.
struct Nearest {
    to: [Vec<f32>; 2],
    all: [Vec<f32>; 2],
}

impl Nearest {
    fn of(a: Side<'_>, b: Side<'_>, residue: &[Vec<usize>; 2]) -> Self {
        let place = |side: Side<'_>, residue: &[usize]| {
            let mut place = vec![None; side.words.words.len()];
            residue.iter().enumerate().for_each(|(at, word)| place[*word] = Some(at));
            place
        };
        let places = [place(a, &residue[0]), place(b, &residue[1])];
        let nothing = || [vec![0.0_f32; residue[0].len()], vec![0.0_f32; residue[1].len()]];
        let (mut to, mut all) = (nothing(), nothing());
        for i in &a.prepared.content {
            for j in &b.prepared.content {
                let (x, y) = (places[0][*i], places[1][*j]);
                if x.is_none() && y.is_none() {
                    continue;
                }
                let near = dot(a.vector(*i), b.vector(*j));
                for (side, at) in [x, y].into_iter().enumerate() {
                    let Some(at) = at else { continue };
                    all[side][at] = all[side][at].max(near);
                    if x.is_some() && y.is_some() {
                        to[side][at] = to[side][at].max(near);
                    }
                }
            }
        }
        Self { to, all }
    }
}

/// What is measured where one side has no residue: everything it says is in the other.
const NO_RESIDUE: f32 = 0.4;
/// From here on two words have something in common, and from there on they mean nearly the same.
const NEAR: [f32; 2] = [0.2, 0.5];

/// Measures two contents.
pub(super) fn measure(a: Side<'_>, b: Side<'_>, runs: &Runs) -> Measured {
    let alone = [a.alone(&b), b.alone(&a)];
    let total = [a.weight(&a.prepared.content).max(1e-6), b.weight(&b.prepared.content).max(1e-6)];
    let share = |side: &Side<'_>, alone: &[usize], total: f32| {
        if side.prepared.content.is_empty() { 0.0 } else { 1.0 - side.weight(alone) / total }
    };
    let exact = [share(&a, &alone[0], total[0]), share(&b, &alone[1], total[1])];
    let residue = [a.without_names(&alone[0]), b.without_names(&alone[1])];
    let mut shared: Vec<usize> = b.prepared.content.iter().copied().filter(|i| b.shares(*i, &a)).collect();
    // A side without a residue says nothing of its own only if what it says is shared: not where it is empty or mere names.
    let is_shared = exact[0].max(exact[1]) >= 0.5;
    let none = if is_shared { NO_RESIDUE } else { 0.0 };
    let (mut near, mut whole, mut bag, mut covered) = (none, none, none, exact[0].min(exact[1]));
    if !residue[0].is_empty() && !residue[1].is_empty() {
        let Nearest { to, all } = Nearest::of(a, b, &residue);
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
    let shorter = a.words.words.len().min(b.words.words.len()).max(1);
    let conflict = conflicts(a, b);
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
fn conflicts(one: Side<'_>, other: Side<'_>) -> [f64; 7] {
    let (a, b) = (&one.prepared.against, &other.prepared.against);
    let (x, y) = (&a.figures, &b.figures);
    let equal = |v: f64, w: f64| (v - w).abs() < 1e-9;
    let agrees = |v: f64, among: &[(f64, bool)]| among.iter().any(|(w, _)| equal(v, *w));
    let left = |from: &[(f64, bool)], among: &[(f64, bool)]| -> Vec<(f64, bool)> {
        from.iter().copied().filter(|(v, _)| !agrees(*v, among)).collect()
    };
    let (x_left, y_left) = (left(x, y), left(y, x));
    let rounds = |(v, hedged): &(f64, bool), (w, also): &(f64, bool)| {
        (*hedged || *also) && (v - w).abs() <= 0.15 * v.abs().max(w.abs())
    };
    let rounded = x_left.iter().any(|v| y_left.iter().any(|w| rounds(v, w)));
    let figure_same = x.len() > x_left.len() || rounded;
    let figure_conflict = !x_left.is_empty() && !y_left.is_empty() && !rounded;
    let figure_denied =
        (a.negations > 0 && x.is_empty() && !y.is_empty()) || (b.negations > 0 && y.is_empty() && !x.is_empty());
    let date_conflict = !a.dates.is_empty() && !b.dates.is_empty() && a.dates.is_disjoint(&b.dates);
    let odd = |side: &Against| side.negations % 2 == 1;
    let soft = if odd(a) { b.is_softly_negative } else { a.is_softly_negative };
    let negation = odd(a) != odd(b) && !soft;
    let has = |side: Side<'_>, stem: &u64| side.words.words.iter().any(|word| word.stem_key == *stem);
    let is_alone = |stem: &u64| !has(one, stem) && has(other, stem);
    let opposite = a.opposed.iter().any(|(stem, opposites)| !has(other, stem) && opposites.iter().any(is_alone));
    let quantity = (a.is_of_all && b.is_of_some && !b.is_of_all) || (b.is_of_all && a.is_of_some && !a.is_of_all);
    [figure_same, figure_conflict, figure_denied, date_conflict, negation, opposite, quantity]
        .map(|v| f64::from(u8::from(v)))
}
