//! From what was measured to a form: two linear scores against a third that is nought.
//!
//! Fitted by `training/claims.py` on `gold/claims/tuning-*.toml`, softmax regression with a ridge penalty; how to fit them anew stands
//! there, and what they are worth in `gold/claims/README.md`. Forms are decided by margins between sums, not by probabilities.

use super::Form;
use super::likeness::{FEATURES, Measured};

/// A feature, and what it counts for "the same in other words" and for "the opposite, or another value"; nought is "neither".
const WEIGHTS: [(&str, f64, f64); FEATURES.len()] = [
    ("exact", -1.73, -4.71),
    ("residue", -4.02, -2.41),
    ("residue_whole", 40.47, 28.99),
    ("residue_bag", 7.54, 4.40),
    ("covered", 6.24, 8.51),
    ("run", -14.58, -4.47),
    ("figure_same", 2.62, 0.29),
    ("figure_conflict", -0.05, -1.16),
    ("figure_denied", -0.76, 0.99),
    ("date_conflict", -3.51, -1.93),
    ("negation", -0.95, -1.02),
    ("opposite", 1.24, 2.04),
    ("quantity", -2.19, 1.90),
    ("conflict", -0.12, 0.99),
    ("conflict_exact", 2.13, 8.93),
];
/// What "the same" and "the opposite" begin with.
const CONSTANTS: [f64; 2] = [-8.57, -8.68];

/// How far "the same" must be ahead; and how far where a number, a day, a "not" or an opposite speaks against it: to call
/// opposites the same is the worst of errors.
const AHEAD: f64 = 0.5;
const AHEAD_OF_CONFLICT: f64 = 1.5;
/// How much of a content must be in the other, or near to it, to be worth telling.
const WORTH_TELLING: f64 = 0.35;

/// The form, and how sure.
pub(super) fn decide(measured: &Measured) -> Option<(Form, f64)> {
    let [mut same, mut against] = CONSTANTS;
    for ((_, for_same, for_against), value) in WEIGHTS.iter().zip(&measured.values) {
        same += for_same * value;
        against += for_against * value;
    }
    let has_conflict = measured.has_conflict();
    let ahead = same - against.max(0.0);
    if ahead >= if has_conflict { AHEAD_OF_CONFLICT } else { AHEAD } {
        return Some((Form::Reworded, sure(ahead)));
    }
    let ahead = against - same.max(0.0);
    if has_conflict && ahead > 0.0 {
        return Some((Form::Contradicted, sure(ahead)));
    }
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
        assert_eq!(WEIGHTS.map(|(name, ..)| name), FEATURES);
    }
}
