//! From what was measured to a form: three linear scores.

use super::Form;
use super::likeness::{FEATURES, Measured};

/// Each score's constant and its weights, in the order of the features.
const SAME: (f64, [f64; FEATURES.len()]) = (0.0, [0.0; 13]);
const AGAINST: (f64, [f64; FEATURES.len()]) = (0.0, [0.0; 13]);

fn score(of: &(f64, [f64; FEATURES.len()]), measured: &Measured) -> f64 {
    of.1.iter().zip(&measured.values).fold(of.0, |sum, (weight, value)| sum + weight * value)
}

/// The form, and how sure.
pub(super) fn decide(measured: &Measured) -> Option<(Form, f64)> {
    let same = score(&SAME, measured);
    let against = score(&AGAINST, measured);
    let _ = (same, against, measured.has_conflict(), measured.covered());
    None
}
