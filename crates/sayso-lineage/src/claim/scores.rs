//! From what was measured to a form: two linear scores against a third that is nought; and another for contents of one story.
//!
//! Fitted by `training/claims.py` on `gold/claims/tuning-*.toml`, softmax regression with a ridge penalty; how to fit them anew stands
//! there, and what they are worth in `gold/claims/README.md`. Forms are decided by margins between sums, not by probabilities.

use super::likeness::{FEATURES, Measured};
use super::sense::SENSE;
use super::{Beside, Form};

/// A feature, and what it counts for "the same in other words" and for "the opposite, or another value", where nought is "neither".
const WEIGHTS: [(&str, f64, f64); FEATURES.len() + SENSE.len()] = [
    ("exact", -3.39, 1.11),
    ("residue", 4.36, 10.95),
    ("residue_whole", -0.67, -10.32),
    ("residue_bag", 2.05, -0.41),
    ("covered", -1.66, 2.66),
    ("run", -5.57, -4.27),
    ("figure_same", 0.31, -1.72),
    ("figure_conflict", -0.79, -1.47),
    ("figure_denied", -1.26, -0.41),
    ("date_conflict", -7.75, -1.66),
    ("negation", 0.74, -0.14),
    ("opposite", 0.23, 0.58),
    ("quantity", 1.73, 0.51),
    ("conflict", -0.30, 0.06),
    ("conflict_exact", -2.78, 3.65),
    ("whole", 2.13, 10.86),
    ("whole_high", -8.95, -14.06),
    ("least_3", -16.82, -22.58),
    ("most_3", -7.73, 0.05),
    ("residue_least_3", -2.08, -3.23),
    ("residue_most_3", 5.26, 7.06),
    ("lowest_3", 5.83, -2.18),
    ("least_6", 14.29, 3.34),
    ("most_6", 11.87, 14.43),
    ("residue_least_6", 7.88, 6.49),
    ("residue_most_6", 6.78, 1.86),
    ("lowest_6", 13.71, 22.22),
    ("whole_exact", -18.81, -19.73),
    ("exact_high", 20.93, 14.26),
];
/// What each of them begins with.
const CONSTANTS: [f64; 2] = [-6.00, -6.15];

/// How far "the same" must be ahead; and how far where a number, a day, a "not" or an opposite speaks against it: to call
/// opposites the same is the worst of errors.
const AHEAD: f64 = 0.25;
const AHEAD_OF_CONFLICT: f64 = 0.5;
/// Where so much of both is in the other, a number, a day, a "not" or an opposite that differs is what the difference is about.
const NEARLY_ALL: f64 = 0.75;
/// How much of a content must be in the other, or near to it, to be worth telling.
const WORTH_TELLING: f64 = 0.35;

/// What each feature counts for "the same" among contents of one story, in the order of [`WEIGHTS`]: logistic regression on what articles
/// of a story tell in generated weeks (`cargo xtask week`, seeds 1 and 2). In gold the pairs that are not the same were made to look alike;
/// in articles of one story most contents are of quite other things.
const WITHIN: [f64; FEATURES.len() + SENSE.len()] = [
    1.08, -3.66, -3.30, 2.63, 2.71, 3.09, 0.87, -1.12, -0.17, -0.59, -0.35, 0.30, -0.89, -0.48, 1.62, 2.92, -0.78,
    3.22, -0.83, -0.43, -3.04, 10.49, 4.17, 4.71, 1.19, 4.59, -2.67, -9.11, -2.33,
];
const WITHIN_CONSTANT: f64 = -10.24;
/// What the weight of shared words counts besides, and the most of it that counts.
const WITHIN_SHARED: f64 = 0.19;
const MOST_SHARED: f64 = 15.0;
/// From here on contents of one story say the same, by what stands beside. With each event of generated week 1 held back `training/within.py`
/// counts, by article, right ones among those above about these: 244 of 244 of the known source, 213 of 220 that name a known outlet, 87 of
/// 116 of unnamed sources above -1, 40 of 68 of other names, 30 of 46 in the writer's voice.
const AHEAD_OF_SOURCE: f64 = -3.0;
const AHEAD_OF_OUTLET: f64 = -1.85;
const AHEAD_OF_SOMEBODY: f64 = -0.5;
const AHEAD_OF_ANOTHER: f64 = -0.2;
const AHEAD_IN_VOICE: f64 = 1.20;
/// Where a number, a day, a "not" or an opposite differs in what another says, "the opposite" may be so far ahead of "the same" at most.
const MOST_AGAINST: f64 = 5.5;
/// So much of both must be in the other, or near to it, for what differs to be another value of the same thing. Of 2,648 pairs below it in
/// generated weeks 1 to 6 that the gold scores alone call opposites, 1,564 are of other claims, and at most 106 stand in articles that say no
/// to the claim; of other claims none is above.
const ABOUT_THE_SAME: f64 = 0.5;

/// What the words alone count for the same: from `WORTH_READING_WITHIN` on, 97 of 100 that say the same, 14 of 100 others.
const WORDS_ALONE_WITHIN: [f64; FEATURES.len()] =
    [1.10, -12.10, 6.08, 6.20, 12.33, 3.72, 1.76, -1.10, 0.19, -0.36, -0.53, 0.52, -1.92, -0.41, 1.74];
const WORDS_ALONE_WITHIN_CONSTANT: f64 = -6.66;
const WORTH_READING_WITHIN: f64 = -5.0;

/// How near two contents of one story are, as far as the words alone show: from nought on near enough to be read as sentences.
pub(super) fn nearness_within(measured: &Measured) -> f64 {
    weighed(&WORDS_ALONE_WITHIN, measured) + WORDS_ALONE_WITHIN_CONSTANT - WORTH_READING_WITHIN
}

fn weighed(weights: &[f64; FEATURES.len()], measured: &Measured) -> f64 {
    weights.iter().zip(&measured.values).map(|(weight, value)| weight * value).sum()
}

fn least(beside: Beside) -> f64 {
    match beside {
        Beside::Source => AHEAD_OF_SOURCE,
        Beside::Outlet => AHEAD_OF_OUTLET,
        Beside::Somebody => AHEAD_OF_SOMEBODY,
        Beside::Another => AHEAD_OF_ANOTHER,
        Beside::Nobody => AHEAD_IN_VOICE,
    }
}

/// What contents of one story are to each other; `shared` is what the words that both have weigh.
pub(super) fn decide_within(
    measured: &Measured,
    sense: &[f64; SENSE.len()],
    shared: f64,
    scores: [f64; 2],
    beside: Beside,
) -> Option<(Form, f64)> {
    let values = measured.values.iter().chain(sense);
    let sum: f64 = WITHIN.iter().zip(values).map(|(weight, value)| weight * value).sum();
    let ahead = sum + WITHIN_CONSTANT + WITHIN_SHARED * shared.min(MOST_SHARED) - least(beside);
    if ahead < 0.0 {
        let found = decide(measured, scores)?;
        let is_against = found.0 == Form::Contradicted && measured.covered() >= ABOUT_THE_SAME;
        return if is_against { Some(found) } else { similar(measured) };
    }
    let is_said_otherwise = beside == Beside::Another && scores[1] - scores[0] > MOST_AGAINST;
    let is_against = measured.has_conflict() && (measured.exact() >= NEARLY_ALL || is_said_otherwise);
    let form = if is_against { Form::Contradicted } else { Form::Reworded };
    Some((form, sure(ahead)))
}

/// How sure each score is: the same, and the opposite.
pub(super) fn scores(measured: &Measured, sense: &[f64; SENSE.len()]) -> [f64; 2] {
    let mut out = CONSTANTS;
    for ((_, same, against), value) in WEIGHTS.iter().zip(measured.values.iter().chain(sense)) {
        out[0] += same * value;
        out[1] += against * value;
    }
    out
}

/// The form, and how sure.
pub(super) fn decide(measured: &Measured, scores: [f64; 2]) -> Option<(Form, f64)> {
    let [same, against] = scores;
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
