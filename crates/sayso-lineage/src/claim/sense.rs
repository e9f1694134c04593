//! What is measured of two contents once both have been read as sentences: dearer than their words, and it tells rewordings apart that
//! share no word.
//!
//! Each word of the one is set beside the word of the other whose state is nearest (`BERTScore`, Zhang et al. 2020), after the third
//! layer of the encoder, where words still are themselves, and after the last; all words, and those that the other does not have.

use std::collections::HashSet;

use sayso_model::{Sentence, dot};

use super::lexeme::Kind;
use super::words::Words;

/// What the scores are made of, besides what the words show.
pub(super) const SENSE: [&str; 14] = [
    "whole",
    "whole_high",
    "least_3",
    "most_3",
    "residue_least_3",
    "residue_most_3",
    "lowest_3",
    "least_6",
    "most_6",
    "residue_least_6",
    "residue_most_6",
    "lowest_6",
    "whole_exact",
    "exact_high",
];

/// What is measured where one side has no words of its own.
const NO_RESIDUE: f32 = 0.5;
/// So many words with the poorest counterparts are looked at on their own.
const LOWEST: usize = 3;

/// A content's words, what each weighs, and the sentence that they are.
pub(super) struct Read<'a> {
    pub(super) words: &'a Words,
    pub(super) weights: &'a [f32],
    pub(super) sentence: &'a Sentence,
}

/// Measures two contents; `exact` is the share of their words that both have.
pub(super) fn measure(one: &Read<'_>, other: &Read<'_>, exact: f64) -> [f64; SENSE.len()] {
    let whole = f64::from(dot(&one.sentence.whole, &other.sentence.whole));
    let [third, last] = [0, 1].map(|layer| aligned(one, other, layer));
    let values = [
        whole,
        whole * whole,
        third[0],
        third[1],
        third[2],
        third[3],
        third[4],
        last[0],
        last[1],
        last[2],
        last[3],
        last[4],
        whole * exact,
        exact * exact,
    ];
    values.map(|v| (v * 1000.0).round() / 1000.0)
}

/// How near the counterparts are: the side that has poorer ones, and the other; of the words that only one has; the poorest three.
fn aligned(one: &Read<'_>, other: &Read<'_>, layer: usize) -> [f64; 5] {
    let (a, b) = (&one.sentence.words[layer], &other.sentence.words[layer]);
    let (mut near_a, mut near_b) = (vec![0.0f32; a.len()], vec![0.0f32; b.len()]);
    for (x, near_x) in a.iter().zip(&mut near_a) {
        for (y, near_y) in b.iter().zip(&mut near_b) {
            let near = dot(x, y);
            (*near_x, *near_y) = (near_x.max(near), near_y.max(near));
        }
    }
    let all = [mean(one, &near_a, |_| true), mean(other, &near_b, |_| true)].map(|v| v.unwrap_or(0.0));
    let stems = |read: &Read<'_>| -> HashSet<u64> { read.words.words.iter().map(|w| w.stem_key).collect() };
    let (has_a, has_b) = (stems(one), stems(other));
    let alone_a = mean(one, &near_a, |stem| !has_b.contains(&stem));
    let alone_b = mean(other, &near_b, |stem| !has_a.contains(&stem));
    let alone = alone_a.zip(alone_b).map_or([NO_RESIDUE; 2], |(x, y)| [x, y]);
    let lowest = |near: &[f32]| {
        let mut near = near.to_vec();
        near.sort_unstable_by(f32::total_cmp);
        near.truncate(LOWEST);
        near.iter().sum::<f32>() / near.len().max(1) as f32
    };
    let lowest = lowest(&near_a).min(lowest(&near_b));
    [all[0].min(all[1]), all[0].max(all[1]), alone[0].min(alone[1]), alone[0].max(alone[1]), lowest].map(f64::from)
}

fn mean(read: &Read<'_>, near: &[f32], counts: impl Fn(u64) -> bool) -> Option<f32> {
    let (mut sum, mut total) = (0.0, 0.0);
    for ((word, weight), near) in read.words.words.iter().zip(read.weights).zip(near) {
        if counts(word.stem_key) {
            // A function word says little, a number much, whatever the vocabulary has of them.
            let weight = match word.kind {
                Kind::Function => 0.4,
                Kind::Figure(_) => 2.0,
                Kind::Content => *weight,
            };
            sum += weight * near;
            total += weight;
        }
    }
    (total > 0.0).then(|| sum / total)
}
