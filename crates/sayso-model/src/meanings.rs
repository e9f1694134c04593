//! What single words mean, as far as the encoder's vectors of word pieces tell: near vectors, near meanings.
//!
//! For comparing statements. The vectors alone, without the layers: these were trained to tell sources from contents, and what they
//! make of a word says less of its meaning than what it was made from (measured; see `gold/claims/README.md`).

use crate::encoder::{Pieces, VOCABULARY};
use crate::kernels::{self, HIDDEN};
use crate::weights::File;
use crate::wordpiece::WordPiece;

/// Values of a word's vector.
pub const WIDTH: usize = HIDDEN;
/// Ids below are marks, letters and what is unused; from here on the vocabulary is roughly in the order of frequency.
const FIRST_WORD: u32 = 1996;
/// The mean vector is taken over every so many pieces; more change nothing that shows.
const STRIDE: usize = 8;

/// Vectors of words. Made once, used from any thread.
pub struct Meanings {
    words: WordPiece,
    pieces: Pieces,
    /// What all vectors have in common, and says nothing.
    mean: Vec<f32>,
}

impl Meanings {
    /// Those of the weights in this build.
    pub fn new() -> Self {
        let file = File::parse(crate::WEIGHTS).expect("the weights in the build are those that its tests read");
        let pieces = Pieces::load(&file).expect("the weights in the build are those that its tests read");
        let mut mean = vec![0.0; WIDTH];
        let sample = (FIRST_WORD as usize..VOCABULARY).step_by(STRIDE);
        let count = sample.len() as f32;
        for id in sample {
            pieces.add(id as u32, &mut mean);
        }
        for x in &mut mean {
            *x /= count;
        }
        Self { words: WordPiece::new(crate::VOCABULARY), pieces, mean }
    }

    /// A word's vector, of length 1 and without what all have in common; and its place in the order of frequency: 1 for the
    /// commonest, none for a word that is spelled in several pieces, which is rare.
    pub fn of(&self, word: &str) -> (Vec<f32>, Option<u32>) {
        let mut ids = Vec::new();
        self.words.word(word, &mut ids);
        let mut vector = vec![0.0; WIDTH];
        for id in &ids {
            self.pieces.add(*id, &mut vector);
        }
        let share = 1.0 / ids.len() as f32;
        for (x, mean) in vector.iter_mut().zip(&self.mean) {
            *x = *x * share - mean;
        }
        let length = kernels::dot(&vector, &vector).sqrt().max(1e-6);
        for x in &mut vector {
            *x /= length;
        }
        (vector, rank(&ids))
    }

    /// A word's place alone.
    pub fn rank_of(&self, word: &str) -> Option<u32> {
        let mut ids = Vec::new();
        self.words.word(word, &mut ids);
        rank(&ids)
    }
}

fn rank(ids: &[u32]) -> Option<u32> {
    match ids[..] {
        [id] if id >= FIRST_WORD => Some(id - FIRST_WORD + 1),
        _ => None,
    }
}

/// The sum of the products of two vectors of [`WIDTH`] values, in one order on every processor: for vectors of length 1, how near they
/// are.
pub fn dot(one: &[f32], other: &[f32]) -> f32 {
    kernels::dot(one, other)
}

impl Default for Meanings {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_are_nearer_than_others() {
        let meanings = Meanings::new();
        let near = |a: &str, b: &str| -> f32 {
            let (a, b) = (meanings.of(a).0, meanings.of(b).0);
            dot(&a, &b)
        };
        for (word, like, unlike) in
            [("doctor", "physician", "bridge"), ("killed", "died", "signed"), ("ferry", "boat", "school")]
        {
            assert!(near(word, like) > near(word, unlike) + 0.2, "{word}");
        }
    }

    #[test]
    fn common_words_come_first_and_rare_ones_have_no_rank() {
        let rank = |word| Meanings::new().of(word).1;
        assert!(rank("the") < rank("minister") && rank("minister") < rank("inspector"));
        assert_eq!(rank("Drevna"), None);
    }
}
