//! From what was measured to a form: two linear scores against a third that is nought, and one against contents of other stories.
//!
//! Fitted by `training/claims.py` on `gold/claims/tuning-*.toml`, softmax regression with a ridge penalty; how to fit them anew stands
//! there, and what they are worth in `gold/claims/README.md`. Forms are decided by margins between sums, not by probabilities.

use super::Form;
use super::likeness::{FEATURES, Measured};
use super::sense::SENSE;

/// A feature, and what it counts for "the same in other words" and for "the opposite, or another value", where nought is "neither"; and
/// for "the same" against contents of other stories.
const WEIGHTS: [(&str, f64, f64, f64); FEATURES.len() + SENSE.len()] = [
    ("exact", -3.39, 1.11, -2.46),
    ("residue", 4.36, 10.95, 8.17),
    ("residue_whole", -0.67, -10.32, -1.79),
    ("residue_bag", 2.05, -0.41, -0.85),
    ("covered", -1.66, 2.66, -1.00),
    ("run", -5.57, -4.27, 1.55),
    ("figure_same", 0.31, -1.72, 0.78),
    ("figure_conflict", -0.79, -1.47, -1.47),
    ("figure_denied", -1.26, -0.41, -0.97),
    ("date_conflict", -7.75, -1.66, -4.25),
    ("negation", 0.74, -0.14, 0.44),
    ("opposite", 0.23, 0.58, 0.68),
    ("quantity", 1.73, 0.51, -0.56),
    ("conflict", -0.30, 0.06, -0.29),
    ("conflict_exact", -2.78, 3.65, 0.61),
    ("whole", 2.13, 10.86, -0.06),
    ("whole_high", -8.95, -14.06, 1.95),
    ("least_3", -16.82, -22.58, -1.78),
    ("most_3", -7.73, 0.05, -4.46),
    ("residue_least_3", -2.08, -3.23, -2.47),
    ("residue_most_3", 5.26, 7.06, -0.13),
    ("lowest_3", 5.83, -2.18, 6.17),
    ("least_6", 14.29, 3.34, 5.96),
    ("most_6", 11.87, 14.43, 5.29),
    ("residue_least_6", 7.88, 6.49, 11.88),
    ("residue_most_6", 6.78, 1.86, 10.66),
    ("lowest_6", 13.71, 22.22, 6.59),
    ("whole_exact", -18.81, -19.73, -1.26),
    ("exact_high", 20.93, 14.26, 2.53),
];
/// What each of them begins with.
const CONSTANTS: [f64; 3] = [-6.00, -6.15, -9.34];

/// How far "the same" must be ahead; and how far where a number, a day, a "not" or an opposite speaks against it: to call
/// opposites the same is the worst of errors.
const AHEAD: f64 = 0.25;
const AHEAD_OF_CONFLICT: f64 = 0.5;
/// Where so much of both is in the other, a number, a day, a "not" or an opposite that differs is what the difference is about.
const NEARLY_ALL: f64 = 0.75;
/// How far it must be ahead of contents of other stories, where contents of any story are looked through; and how far where they have
/// no word in common.
const AHEAD_OF_OTHERS: f64 = 0.5;
const AHEAD_WITHOUT_A_WORD: f64 = 2.5;
/// How much of a content must be in the other, or near to it, to be worth telling.
const WORTH_TELLING: f64 = 0.35;

/// What shared words and ten times the likeness must be together.
const SHOWN: f64 = 13.0;

/// What the words alone count for "the same" against contents of other stories, in the order of the features.
const WORDS_ALONE: [f64; FEATURES.len()] =
    [2.99, 13.83, 9.40, 5.09, 9.20, 3.57, 2.13, -1.12, -1.04, -2.87, 0.11, 0.27, -0.94, -0.10, 0.25];
const WORDS_ALONE_CONSTANT: f64 = -7.65;
/// From here on contents of any story are read as sentences: 4 of 5 rewordings in tuning gold, 1 of 40 contents of other stories.
const WORTH_READING: f64 = -1.5;
/// And from here on contents of one story.
const WORTH_READING_WITHIN: f64 = -4.0;

/// Whether two contents that may be of any story are near enough, as far as the words alone show, to be read as sentences.
pub(super) fn is_worth_reading(measured: &Measured) -> bool {
    words_alone(measured) >= WORTH_READING
}

/// The same of contents that are of one story, as the names around them show: fewer of them are something else.
pub(super) fn is_worth_reading_within(measured: &Measured) -> bool {
    words_alone(measured) >= WORTH_READING_WITHIN
}

fn words_alone(measured: &Measured) -> f64 {
    let sum: f64 = WORDS_ALONE.iter().zip(&measured.values).map(|(weight, value)| weight * value).sum();
    sum + WORDS_ALONE_CONSTANT
}

/// Whether words that both have, by what they weigh, and the likeness together show that contents of one story say the same. Chosen on
/// generated weeks (`cargo xtask week`, seed 1).
pub(super) fn is_shown(shared: f64, likeness: f64) -> bool {
    shared + 10.0 * likeness >= SHOWN
}

/// How sure each score is: the same, the opposite, and the same rather than of another story.
pub(super) fn scores(measured: &Measured, sense: &[f64; SENSE.len()]) -> [f64; 3] {
    let mut out = CONSTANTS;
    for ((_, same, against, others), value) in WEIGHTS.iter().zip(measured.values.iter().chain(sense)) {
        out[0] += same * value;
        out[1] += against * value;
        out[2] += others * value;
    }
    out
}

/// The form, and how sure.
pub(super) fn decide(measured: &Measured, scores: [f64; 3]) -> Option<(Form, f64)> {
    let [same, against, _] = scores;
    let has_conflict = measured.has_conflict();
    let differs_in_that = has_conflict && measured.exact() >= NEARLY_ALL;
    let ahead = same - against.max(0.0);
    if !differs_in_that && ahead >= if has_conflict { AHEAD_OF_CONFLICT } else { AHEAD } {
        return Some((Form::Reworded, sure(ahead)));
    }
    let ahead = against - same.max(0.0);
    if differs_in_that || (has_conflict && ahead > 0.0) {
        return Some((Form::Contradicted, sure(ahead.max(0.0))));
    }
    similar(measured)
}

/// Words in common, where there are enough.
pub(super) fn similar(measured: &Measured) -> Option<(Form, f64)> {
    let covered = measured.covered();
    (covered >= WORTH_TELLING).then(|| (Form::Similar, covered.min(1.0)))
}

/// Whether two contents that may be of any story are of one.
pub(super) fn are_of_one_story(scores: [f64; 3], share_a_word: bool) -> bool {
    scores[2] >= if share_a_word { AHEAD_OF_OTHERS } else { AHEAD_WITHOUT_A_WORD }
}

/// From a margin to 0.5…1, with three decimals; without a power, so that it is the same on every processor.
fn sure(ahead: f64) -> f64 {
    ((0.5 + 0.5 * ahead / (1.0 + ahead)) * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_stand_in_the_order_of_the_features() {
        assert!(WEIGHTS.iter().map(|(name, ..)| name).eq(FEATURES.iter().chain(&SENSE)));
    }
}
