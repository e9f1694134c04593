//! What the heads say of a window's words: a tag, and pointers from contents to cues and from cues to sources.

use safetensors::Dtype;

use crate::encoder::{Quantised, Scratch};
use crate::kernels::{self, HIDDEN};
use crate::product::Linear;
use crate::weights::{File, WeightsError};
use crate::window::Window;

/// The tags, in the order of the tagger's scores.
pub const TAGS: usize = 7;
/// Width of a pointer's query and key.
const POINTER: usize = 256;
/// Distances between words are told apart up to this many.
const FAR: usize = 64;

pub(crate) struct Heads {
    tag: Vec<f32>,
    tag_bias: Vec<f32>,
    to_cue: Pointer,
    to_source: Pointer,
    transitions: Vec<[f32; TAGS]>,
}

/// From a word to the one that it belongs to.
struct Pointer {
    query: Linear,
    key: Linear,
    /// Added for how far the two are apart.
    distance: Vec<f32>,
}

/// What a layer makes of some words of a window.
#[derive(Clone, Default)]
struct Rows {
    /// Where each word's row begins in `values`; none for a word that was not asked for.
    begins: Vec<Option<usize>>,
    values: Vec<f32>,
}

/// What the tagger says of the words of one window. Words are counted from the window's first.
#[derive(Clone)]
pub struct Tags<'m> {
    heads: &'m Heads,
    /// Which of the words given to the tagger these are.
    pub words: std::ops::Range<usize>,
    /// For each word the log probability of each tag: outside, then beginning and inside of source, cue and content.
    pub tags: Vec<[f32; TAGS]>,
    no_source: Vec<f32>,
    /// For each word of an article the log odds that, if a content holds it, it is part of a cue inside that content.
    pub inner: Vec<f32>,
    best: Vec<u8>,
    /// Queries of content words and keys of cue words.
    to_cue: [Rows; 2],
    /// Queries of cue words and keys of all.
    to_source: [Rows; 2],
}

impl Heads {
    pub(crate) fn load(file: &File<'_>) -> Result<Self, WeightsError> {
        let _ = file.bytes("transitions", Dtype::F32, &[TAGS + 1, TAGS])?;
        let [cue_query, cue_key, source_query, source_key] =
            file.matrix("pointers", 4 * POINTER, HIDDEN)?.in_four().map(Linear::pack);
        let distance = |name| file.floats(name, &[2 * FAR + 1]);
        Ok(Self {
            tag: file.floats("tag.weight", &[TAGS + 2, HIDDEN])?,
            tag_bias: file.floats("tag.bias", &[TAGS + 2])?,
            to_cue: Pointer { query: cue_query, key: cue_key, distance: distance("cue_distance")? },
            to_source: Pointer { query: source_query, key: source_key, distance: distance("source_distance")? },
            transitions: file
                .floats("transitions", &[TAGS + 1, TAGS])?
                .chunks_exact(TAGS)
                .map(|row| std::array::from_fn(|i| row[i]))
                .collect(),
        })
    }

    pub(crate) fn run<'m>(&'m self, window: &Window, scratch: &Scratch) -> Tags<'m> {
        // The first row is that of the mark that opens the window.
        let words = &scratch.states[HIDDEN..];
        let mut tags = Vec::with_capacity(window.words.len());
        let mut no_source = Vec::with_capacity(window.words.len());
        let mut inner = Vec::with_capacity(window.words.len());
        for word in words.chunks_exact(HIDDEN) {
            let score = |i: usize| kernels::dot(word, &self.tag[i * HIDDEN..][..HIDDEN]) + self.tag_bias[i];
            tags.push(log_softmax(std::array::from_fn(score)));
            no_source.push(score(TAGS));
            inner.push(score(TAGS + 1));
        }
        let best = self.best(&tags);
        // Nothing points where there is no cue; else queries and keys of those words alone that will be asked for.
        let (mut to_cue, mut to_source) = <([Rows; 2], [Rows; 2])>::default();
        if best.iter().any(|tag| is_cue(*tag)) {
            let rows =
                |layer: &Linear, wanted: fn(u8) -> bool| Rows::of(layer, words, best.iter().map(|tag| wanted(*tag)));
            to_cue = [rows(&self.to_cue.query, is_content), rows(&self.to_cue.key, is_cue)];
            to_source = [rows(&self.to_source.query, is_cue), rows(&self.to_source.key, |_| true)];
        }
        Tags { heads: self, words: window.words.clone(), tags, no_source, inner, best, to_cue, to_source }
    }

    /// The likeliest tags that make whole spans (Viterbi over the log probabilities and the weighted odds of each move).
    fn best(&self, tags: &[[f32; TAGS]]) -> Vec<u8> {
        let moves = &self.transitions;
        let Some((first, rest)) = tags.split_first() else { return Vec::new() };
        let mut score: [f32; TAGS] = std::array::from_fn(|t| first[t] + moves[TAGS][t]);
        let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(rest.len());
        for word in rest {
            let mut from = [0u8; TAGS];
            let next = std::array::from_fn(|t| {
                let mut best = f32::NEG_INFINITY;
                for (before, so_far) in score.iter().enumerate() {
                    let v = so_far + moves[before][t];
                    if v > best {
                        best = v;
                        from[t] = before as u8;
                    }
                }
                best + word[t]
            });
            back.push(from);
            score = next;
        }
        let last = (0..TAGS).fold(0, |best, t| if score[t] > score[best] { t } else { best });
        let mut out = vec![last as u8];
        for from in back.iter().rev() {
            out.push(from[usize::from(out[out.len() - 1])]);
        }
        out.reverse();
        out
    }
}

fn is_cue(tag: u8) -> bool {
    matches!(tag, 3 | 4)
}

fn is_content(tag: u8) -> bool {
    matches!(tag, 5 | 6)
}

impl Rows {
    /// What `layer` makes of the wanted ones of some words' states.
    fn of(layer: &Linear, states: &[f32], wanted: impl Iterator<Item = bool>) -> Self {
        let mut chosen = Vec::new();
        let mut begins = Vec::with_capacity(states.len() / HIDDEN);
        for (state, wanted) in states.chunks_exact(HIDDEN).zip(wanted) {
            begins.push(wanted.then_some(chosen.len() / HIDDEN * POINTER));
            if wanted {
                chosen.extend_from_slice(state);
            }
        }
        let mut rows = Quantised::default();
        rows.fill(&chosen, HIDDEN);
        let mut sums = Vec::new();
        layer.multiply(&rows.values, &mut sums);
        let mut values = vec![0.0; sums.len()];
        let out = values.chunks_exact_mut(POINTER);
        for ((sums, out), (scale, zero)) in sums.chunks_exact(POINTER).zip(out).zip(&rows.scales) {
            kernels::restore(sums, *scale, *zero, &layer.scales(), out);
        }
        Self { begins, values }
    }

    fn row(&self, word: usize) -> Option<&[f32]> {
        Some(&self.values[(*self.begins.get(word)?)?..][..POINTER])
    }
}

impl Tags<'_> {
    /// How much the content word `from` points to the cue whose first word is `to`: a score, to be compared with others
    /// of the same `from`. Both by the best tags: else it is lower than any other.
    pub fn cue_score(&self, from: usize, to: usize) -> f32 {
        point(&self.to_cue, &self.heads.to_cue, from, to)
    }

    /// The probability of each word to be of the source of the cue whose first word is `cue`; last, that it has none.
    pub fn source_of(&self, cue: usize) -> Vec<f32> {
        let mut scores: Vec<f32> =
            (0..self.tags.len()).map(|to| point(&self.to_source, &self.heads.to_source, cue, to)).collect();
        scores.push(self.no_source[cue]);
        softmax(&mut scores);
        scores
    }

    /// The likeliest tags that make whole spans.
    pub fn best(&self) -> &[u8] {
        &self.best
    }
}

fn point([queries, keys]: &[Rows; 2], pointer: &Pointer, from: usize, to: usize) -> f32 {
    match (queries.row(from), keys.row(to)) {
        (Some(query), Some(key)) => kernels::dot(query, key) + pointer.distance[distance(from, to)],
        _ => NOT_ASKED,
    }
}

/// Lower than any score.
const NOT_ASKED: f32 = -1e4;

fn distance(from: usize, to: usize) -> usize {
    (FAR + from).saturating_sub(to).min(2 * FAR)
}

fn log_softmax(scores: [f32; TAGS]) -> [f32; TAGS] {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let total: f32 = scores.iter().map(|s| libm::expf(s - highest)).sum();
    let log = libm::logf(total) + highest;
    scores.map(|s| s - log)
}

fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut total = 0.0;
    for s in &mut *scores {
        *s = libm::expf(*s - highest);
        total += *s;
    }
    for s in scores {
        *s /= total;
    }
}
