//! Pairs gold with predicted, one to one.

/// From this overlap on, two sets are taken for the same source, cue or content.
pub(crate) const SAME: f64 = 0.5;

/// A pair that could be made: how good it is (the first number decides, the others break ties), gold's and predicted's
/// place in their lists.
pub(crate) struct Candidate<const N: usize> {
    pub(crate) goodness: [f64; N],
    pub(crate) gold: usize,
    pub(crate) predicted: usize,
}

/// Takes the best candidate, then the best of those left whose two sides are free, and so on. Equals are taken in the
/// order of the lists.
pub(crate) fn best_first<const N: usize>(mut candidates: Vec<Candidate<N>>) -> Vec<(usize, usize)> {
    let descending = |a: &[f64; N], b: &[f64; N]| {
        let orders = a.iter().zip(b).map(|(a, b)| b.total_cmp(a));
        orders.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    };
    candidates.sort_by(|a, b| {
        descending(&a.goodness, &b.goodness).then(a.gold.cmp(&b.gold)).then(a.predicted.cmp(&b.predicted))
    });
    let last = |side: fn(&Candidate<N>) -> usize| candidates.iter().map(side).max().map_or(0, |last| last + 1);
    let (mut gold_taken, mut predicted_taken) = (vec![false; last(|c| c.gold)], vec![false; last(|c| c.predicted)]);
    let mut pairs = Vec::new();
    for Candidate { gold, predicted, .. } in candidates {
        if !gold_taken[gold] && !predicted_taken[predicted] {
            gold_taken[gold] = true;
            predicted_taken[predicted] = true;
            pairs.push((gold, predicted));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_pair_is_made_first_and_ties_go_by_the_next_number() {
        let candidates = |pairs: &[([f64; 2], usize, usize)]| {
            pairs.iter().map(|&(goodness, gold, predicted)| Candidate { goodness, gold, predicted }).collect()
        };
        for (pairs, expect) in [
            (&[][..], &[][..]),
            (&[([0.6, 0.0], 0, 0), ([0.9, 0.0], 0, 1)], &[(0, 1)]),
            (&[([0.6, 0.0], 0, 0), ([0.9, 0.0], 0, 1), ([0.5, 0.0], 1, 0)], &[(0, 1), (1, 0)]),
            (&[([0.6, 0.1], 0, 0), ([0.6, 0.2], 1, 0)], &[(1, 0)]),
            (&[([0.6, 0.1], 1, 0), ([0.6, 0.1], 0, 0)], &[(0, 0)]),
        ] {
            assert_eq!(best_first(candidates(pairs)), expect);
        }
    }
}
