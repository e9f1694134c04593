//! Whether a confidence of 0.8 is right eight times in ten.

use std::ops::AddAssign;

use serde::Serialize;

use crate::tally::share;

const BINS: usize = 10;

/// Predicted attributions by confidence, in ten bins of equal width. One is right when it was found with its source
/// right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    bins: [Bin; BINS],
}

/// One bin.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// Predicted attributions.
    pub predicted: u64,
    /// Those of them that are right.
    pub right: u64,
    /// The sum of their confidences.
    pub confidence: f64,
}

/// One bin's figures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BinScores {
    /// The bin's lower end.
    pub from: f64,
    /// The bin's upper end.
    pub to: f64,
    /// Predicted attributions in it.
    pub predicted: u64,
    /// Their mean confidence, 0 if there is none.
    pub confidence: f64,
    /// The share of them that is right, 0 if there is none.
    pub right: f64,
}

impl Calibration {
    /// Counts one predicted attribution. A confidence outside 0 to 1 counts as the nearer end.
    pub fn count(&mut self, confidence: f32, right: bool) {
        let confidence = if confidence.is_nan() { 0.0 } else { f64::from(confidence.clamp(0.0, 1.0)) };
        let bin = &mut self.bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
        bin.predicted += 1;
        bin.right += u64::from(right);
        bin.confidence += confidence;
    }

    /// The expected calibration error: how far confidence and the share that is right are apart, on average over the
    /// predicted attributions.
    pub fn error(&self) -> f64 {
        let predicted: u64 = self.bins.iter().map(|b| b.predicted).sum();
        let apart: f64 = self.bins.iter().map(|b| (b.confidence - b.right as f64).abs()).sum();
        if predicted == 0 { 0.0 } else { apart / predicted as f64 }
    }

    /// The bins from 0 upwards.
    pub fn bins(&self) -> Vec<BinScores> {
        let edge = |n: usize| n as f64 / BINS as f64;
        let scores = |(n, bin): (usize, &Bin)| BinScores {
            from: edge(n),
            to: edge(n + 1),
            predicted: bin.predicted,
            confidence: if bin.predicted == 0 { 0.0 } else { bin.confidence / bin.predicted as f64 },
            right: share(bin.right, bin.predicted),
        };
        self.bins.iter().enumerate().map(scores).collect()
    }
}

impl AddAssign<&Calibration> for Calibration {
    fn add_assign(&mut self, other: &Calibration) {
        for (bin, other) in self.bins.iter_mut().zip(&other.bins) {
            bin.predicted += other.predicted;
            bin.right += other.right;
            bin.confidence += other.confidence;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(counted: &[(f32, bool)], error: f64, filled: &[(usize, u64)]) {
        let mut calibration = Calibration::default();
        for &(confidence, right) in counted {
            calibration.count(confidence, right);
        }
        assert!((calibration.error() - error).abs() < 1e-6, "{counted:?}: {}", calibration.error());
        let bins = calibration.bins();
        let found: Vec<_> =
            bins.iter().enumerate().filter(|(_, b)| b.predicted > 0).map(|(n, b)| (n, b.predicted)).collect();
        assert_eq!(found, filled, "{counted:?}");
    }

    #[test]
    fn error_is_the_mean_distance_of_confidence_from_what_was_right() {
        check(&[], 0.0, &[]);
        check(&[(1.0, true)], 0.0, &[(9, 1)]);
        check(&[(1.0, false), (f32::NAN, true)], 1.0, &[(0, 1), (9, 1)]);
        check(&[(0.75, true), (0.75, true), (0.75, true), (0.75, false)], 0.0, &[(7, 4)]);
        check(&[(0.62, true), (0.22, false)], 0.3, &[(2, 1), (6, 1)]);
        check(&[(0.1, false), (7.0, true), (-1.0, false)], 0.1 / 3.0, &[(0, 1), (1, 1), (9, 1)]);
    }
}
