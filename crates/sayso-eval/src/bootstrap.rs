//! How far a figure would move with other articles: 95 % intervals from resampled articles.

use std::collections::BTreeMap;

use crate::scores::Interval;
use crate::tally::Tally;

const SAMPLES: usize = 1000;

type Figure = fn(&Tally) -> f64;

/// What intervals are given for.
const FIGURES: &[(&str, Figure)] = &[
    ("end_to_end_f1", |t| t.attributions.end_to_end.f1()),
    ("end_to_end_precision", |t| t.attributions.end_to_end.precision()),
    ("end_to_end_recall", |t| t.attributions.end_to_end.recall()),
    ("found_f1", |t| t.attributions.found.f1()),
    ("source_right", Tally::source_right),
    ("direct_end_to_end_recall", |t| t.kinds_end_to_end.direct.recall()),
    ("mixed_end_to_end_recall", |t| t.kinds_end_to_end.mixed.recall()),
    ("indirect_end_to_end_recall", |t| t.kinds_end_to_end.indirect.recall()),
    ("characters_source_f1", |t| t.characters.source.f1()),
    ("characters_cue_f1", |t| t.characters.cue.f1()),
    ("characters_content_f1", |t| t.characters.content.f1()),
    ("exact_source_f1", |t| t.spans.source.exact.f1()),
    ("exact_cue_f1", |t| t.spans.cue.exact.f1()),
    ("exact_content_f1", |t| t.spans.content.exact.f1()),
    ("calibration_error", |t| t.calibration.error()),
];

/// The 95 % interval of each headline figure: articles are drawn with replacement, as many as there are, a thousand
/// times. The draws are the same every time. Empty without articles.
pub fn intervals(articles: &[Tally]) -> BTreeMap<&'static str, Interval> {
    if articles.is_empty() {
        return BTreeMap::new();
    }
    let mut draws = Draws(1);
    let samples: Vec<Tally> = (0..SAMPLES)
        .map(|_| {
            let mut sum = Tally::default();
            for _ in articles {
                sum += &articles[draws.below(articles.len())];
            }
            sum
        })
        .collect();
    let interval = |figure: Figure| {
        let mut values: Vec<f64> = samples.iter().map(figure).collect();
        values.sort_by(f64::total_cmp);
        Interval { low: values[SAMPLES * 25 / 1000], high: values[SAMPLES * 975 / 1000] }
    };
    FIGURES.iter().map(|&(name, figure)| (name, interval(figure))).collect()
}

/// `SplitMix64`: few lines, and the same numbers on every machine and with every version of every library.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`. The high bits of a product: the bias for any list that fits in memory is below 2⁻³⁰.
    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::{Attributions, Ratio};

    fn article(right: u64) -> Tally {
        let end_to_end = Ratio { right, gold: 10, predicted: 10 };
        Tally { articles: 1, attributions: Attributions { end_to_end, ..Default::default() }, ..Default::default() }
    }

    fn check(articles: &[u64], low: std::ops::RangeInclusive<f64>, high: std::ops::RangeInclusive<f64>) {
        let articles: Vec<Tally> = articles.iter().map(|&right| article(right)).collect();
        let found = intervals(&articles)["end_to_end_f1"];
        assert!(low.contains(&found.low) && high.contains(&found.high), "{found:?}");
        assert_eq!(intervals(&articles)["end_to_end_f1"], found);
    }

    #[test]
    fn intervals_are_as_wide_as_the_articles_differ() {
        assert!(intervals(&[]).is_empty());
        check(&[7; 20], 0.7..=0.7, 0.7..=0.7);
        // A mean of 50 draws of 0 or 1 lies within ±.14 of a half 95 times in 100.
        let halves: Vec<u64> = (0..50).map(|n| n % 2 * 10).collect();
        check(&halves, 0.32..=0.40, 0.60..=0.68);
    }
}
