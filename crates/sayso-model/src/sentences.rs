//! What words mean where they stand, and what a sentence says as a whole: the pretrained encoder, before it learned to tag.
//!
//! For comparing statements. `all-MiniLM-L6-v2` (Apache-2.0) as it is, quantised by `training/sentences.py`; it has its word vectors in
//! common with the tagger, whose training hardly moved them. What its layers make of words tells rewordings apart that vectors of
//! single words do not (measured; see `gold/claims/README.md`).

use crate::encoder::{Encoder, Pieces, Scratch};
use crate::kernels::{self, HIDDEN};
use crate::weights::File;
use crate::window::Window;
use crate::wordpiece::{CLS, WordPiece};

static WEIGHTS: &[u8] = include_bytes!("../data/sentences.safetensors");

/// Id of the mark that closes a text.
const SEP: u32 = 102;
/// Pieces of a text that are read at most.
const MOST_PIECES: usize = 120;
/// The layers after which words are looked at.
const LOOKED_AT: [usize; 2] = [3, 6];

/// Reads sentences. Made once, used from any thread.
pub struct Sentences {
    words: WordPiece,
    encoder: Encoder,
    /// What the states of all words have in common, after each of the layers looked at.
    means: Vec<f32>,
}

/// A sentence, as read.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// After the third layer and after the last: for each word a vector of length 1; nought for words that were not read.
    pub words: [Vec<Vec<f32>>; 2],
    /// What it says as a whole, of length 1.
    pub whole: Vec<f32>,
}

impl Sentences {
    /// With the weights in this build. Takes some hundredths of a second.
    pub fn new() -> Self {
        let load = || {
            let file = File::parse(WEIGHTS)?;
            let pieces = Pieces::load(&File::parse(crate::WEIGHTS)?)?;
            let means = file.floats("mean", &[LOOKED_AT.len(), HIDDEN])?;
            Ok::<_, crate::WeightsError>((Encoder::load(&file, pieces)?, means))
        };
        let (encoder, means) = load().expect("the weights in the build are those that its tests read");
        Self { words: WordPiece::new(crate::VOCABULARY), encoder, means }
    }

    /// Reads a sentence's words.
    pub fn read<'w>(&self, words: impl Iterator<Item = &'w str>) -> Sentence {
        let mut window = Window { ids: vec![CLS], ..Window::default() };
        let mut ends = Vec::new();
        for word in words {
            if window.ids.len() <= MOST_PIECES {
                self.words.word(word, &mut window.ids);
                window.ids.truncate(MOST_PIECES + 1);
            }
            ends.push(window.ids.len());
        }
        window.ids.push(SEP);
        window.ends = (1..=window.ids.len()).collect();
        window.shapes = vec![0; window.ids.len()];
        let mut out = Sentence::default();
        let mut scratch = Scratch::default();
        self.encoder.run_through(&window, &mut scratch, |layer, states| {
            if let Some(i) = LOOKED_AT.iter().position(|at| *at == layer) {
                out.words[i] = of_words(states, &ends, &self.means[i * HIDDEN..][..HIDDEN]);
            }
        });
        out.whole = vec![0.0; HIDDEN];
        for row in scratch.states.chunks_exact(HIDDEN) {
            add(&mut out.whole, row, 1.0);
        }
        to_length_one(&mut out.whole);
        out
    }
}

impl Default for Sentences {
    fn default() -> Self {
        Self::new()
    }
}

/// Each word's mean state, less what all have in common.
fn of_words(states: &[f32], ends: &[usize], mean: &[f32]) -> Vec<Vec<f32>> {
    let mut from = 1;
    let word = |end: &usize| {
        let rows = &states[from * HIDDEN..*end * HIDDEN];
        let count = end - from;
        from = *end;
        let mut vector = vec![0.0; HIDDEN];
        if count > 0 {
            for row in rows.chunks_exact(HIDDEN) {
                add(&mut vector, row, 1.0 / count as f32);
            }
            add(&mut vector, mean, -1.0);
            to_length_one(&mut vector);
        }
        vector
    };
    ends.iter().map(word).collect()
}

fn add(to: &mut [f32], row: &[f32], share: f32) {
    for (x, v) in to.iter_mut().zip(row) {
        *x += v * share;
    }
}

fn to_length_one(vector: &mut [f32]) {
    let length = kernels::dot(vector, vector).sqrt().max(1e-6);
    for x in vector {
        *x /= length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_nearer_to_its_rewording_than_to_another() {
        let sentences = Sentences::new();
        let whole = |text: &str| sentences.read(text.split(' ')).whole;
        let asked = whole("the physicians were paid to stay silent");
        let near = |text: &str| kernels::dot(&asked, &whole(text));
        assert!(near("doctors had been given money to keep quiet") > near("the bridge will reopen on Monday") + 0.4);
    }

    #[test]
    fn every_word_has_a_vector_and_no_text_is_too_long() {
        let sentences = Sentences::new();
        for count in [0, 1, 30, 500] {
            let read = sentences.read(std::iter::repeat_n("zxqjkv", count));
            assert!(read.words.iter().all(|words| words.len() == count), "{count}");
            assert!(read.whole.iter().all(|v| v.is_finite()));
        }
    }
}
