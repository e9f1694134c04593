//! What the tagger was sure of → how likely the attribution is right.
//!
//! A logistic regression over the log odds of the evidence: as many numbers as there are pieces of evidence and one more,
//! so that the fit on `PolNeAR` dev holds elsewhere. `training/calibrate.py` fits it and says how well it holds on articles
//! that it did not see.

use crate::decode::Evidence;

/// Weights of the log odds of cue, content, edge, source, pointer and link; then the constant.
const OUTERMOST: [f32; 7] = include!("confidence.in");
/// For one inside a content, weights of the log odds that it is right as far as its evidence tells, and that the one around
/// it is; then the constant.
const INSIDE: [f32; 3] = include!("confidence-inside.in");

/// How likely it is that a trained reader would find this content with this source.
pub(crate) fn of(e: &Evidence) -> f32 {
    logistic([e.cue, e.content, e.edge, e.source, e.pointer, e.link], OUTERMOST)
}

/// The same of an attribution inside another, which is right with a probability of `outer`; never more than that.
pub(crate) fn inside(e: &Evidence, outer: f32) -> f32 {
    logistic([of(e), outer], INSIDE).min(outer)
}

/// The logistic function of the weighted log odds; the last weight is the constant.
fn logistic<const N: usize, const M: usize>(evidence: [f32; N], weights: [f32; M]) -> f32 {
    const { assert!(M == N + 1) };
    let sum: f64 = evidence.iter().zip(weights).map(|(p, w)| log_odds(*p) * f64::from(w)).sum();
    (1.0 / (1.0 + libm::exp(-sum - f64::from(weights[N])))) as f32
}

/// Bounded, so that no single piece of evidence decides alone.
fn log_odds(p: f32) -> f64 {
    let p = f64::from(p).clamp(0.01, 0.99);
    libm::log(p / (1.0 - p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_evidence_is_more_confidence_and_both_stay_probabilities() {
        let all = |p| Evidence { cue: p, content: p, edge: p, source: p, pointer: p, link: p };
        let steps: Vec<f32> = [0.0, 0.3, 0.6, 0.9, 0.98].map(|p| of(&all(p))).to_vec();
        assert!(steps.windows(2).all(|w| w[0] < w[1]), "{steps:?}");
        assert!(steps[0] > 0.0 && steps[4] < 1.0);
        assert!([0.1, 0.5, 0.9].iter().all(|outer| inside(&all(0.98), *outer) <= *outer));
        assert!(inside(&all(0.9), 0.9) > inside(&all(0.5), 0.9));
    }
}
