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
    pointers: Linear,
    cue_distance: Vec<f32>,
    source_distance: Vec<f32>,
    transitions: Vec<[f32; TAGS]>,
}

/// What the tagger says of the words of one window. Words are counted from the window's first.
pub struct Tags<'m> {
    heads: &'m Heads,
    /// Which of the words given to the tagger these are.
    pub words: std::ops::Range<usize>,
    /// For each word the log probability of each tag: outside, then beginning and inside of source, cue and content.
    pub tags: Vec<[f32; TAGS]>,
    no_source: Vec<f32>,
    /// A row a word: query and key of the cue pointer, query and key of the source pointer.
    pointers: Vec<f32>,
}

impl Heads {
    pub(crate) fn load(file: &File<'_>) -> Result<Self, WeightsError> {
        let distances = 2 * FAR + 1;
        let _ = file.bytes("transitions", Dtype::F32, &[TAGS + 1, TAGS])?;
        Ok(Self {
            tag: file.floats("tag.weight", &[TAGS + 1, HIDDEN])?,
            tag_bias: file.floats("tag.bias", &[TAGS + 1])?,
            pointers: Linear::pack(file.matrix("pointers", 4 * POINTER, HIDDEN)?),
            cue_distance: file.floats("cue_distance", &[distances])?,
            source_distance: file.floats("source_distance", &[distances])?,
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
        for word in words.chunks_exact(HIDDEN) {
            let score = |i: usize| kernels::dot(word, &self.tag[i * HIDDEN..][..HIDDEN]) + self.tag_bias[i];
            tags.push(log_softmax(std::array::from_fn(score)));
            no_source.push(score(TAGS));
        }
        let mut rows = Quantised::default();
        rows.fill(words, HIDDEN);
        let mut sums = Vec::new();
        self.pointers.multiply(&rows.values, &mut sums);
        let mut pointers = vec![0.0; sums.len()];
        let out = pointers.chunks_exact_mut(4 * POINTER);
        for ((sums, out), (scale, zero)) in sums.chunks_exact(4 * POINTER).zip(out).zip(&rows.scales) {
            kernels::restore(sums, *scale, *zero, &self.pointers.scales(), out);
        }
        Tags { heads: self, words: window.words.clone(), tags, no_source, pointers }
    }
}

impl Tags<'_> {
    /// How much the content word `from` points to the cue whose first word is `to`: a score, to be compared with others
    /// of the same `from`.
    pub fn cue_score(&self, from: usize, to: usize) -> f32 {
        self.point(from, to, 0) + self.heads.cue_distance[distance(from, to)]
    }

    /// The probability of each word to be of the source of the cue whose first word is `cue`; last, that it has none.
    pub fn source_of(&self, cue: usize) -> Vec<f32> {
        let mut scores: Vec<f32> = (0..self.tags.len())
            .map(|to| self.point(cue, to, 2) + self.heads.source_distance[distance(cue, to)])
            .collect();
        scores.push(self.no_source[cue]);
        softmax(&mut scores);
        scores
    }

    /// The likeliest tags that make whole spans (Viterbi over the log probabilities and the weighted odds of each move).
    pub fn best(&self) -> Vec<u8> {
        let moves = &self.heads.transitions;
        let Some((first, rest)) = self.tags.split_first() else { return Vec::new() };
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

    fn point(&self, from: usize, to: usize, part: usize) -> f32 {
        let query = &self.pointers[(from * 4 + part) * POINTER..][..POINTER];
        let key = &self.pointers[(to * 4 + part + 1) * POINTER..][..POINTER];
        kernels::dot(query, key)
    }
}

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
