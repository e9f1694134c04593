//! One article: what was predicted against gold.

use crate::ink::{Ink, Set};
use crate::matching::{Candidate, SAME, best_first};
use crate::tally::{Attributions, Ratio, Roles, Spans, Tally};
use crate::{Attribution, Kinds};

type Parts = Roles<Set>;

/// Counts what was predicted for one article against what gold has; both point into `text`.
pub fn compare(text: &str, gold: &[Attribution], predicted: &[Attribution]) -> Tally {
    let ink = Ink::of(text);
    let parts =
        |a: &Attribution| Roles { source: ink.set(&a.source), cue: ink.set(&a.cue), content: ink.set(&a.content) };
    let gold: Vec<Parts> = gold.iter().map(parts).collect();
    let (predicted, confidence): (Vec<Parts>, Vec<f32>) = predicted.iter().map(|a| (parts(a), a.confidence)).unzip();

    let by_role = |role: fn(&Parts) -> &Set| {
        let (gold, predicted): (Vec<&Set>, Vec<&Set>) =
            (gold.iter().map(role).collect(), predicted.iter().map(role).collect());
        (characters(&gold, &predicted), spans(&ink, &different(gold), &different(predicted)))
    };
    let (source, cue, content) = (by_role(|a| &a.source), by_role(|a| &a.cue), by_role(|a| &a.content));

    let mut tally = Tally {
        articles: 1,
        characters: Roles { source: source.0, cue: cue.0, content: content.0 },
        spans: Roles { source: source.1, cue: cue.1, content: content.1 },
        ..Tally::default()
    };
    let with_content = |a: &&Parts| !a.content.is_empty();
    let gold: Vec<&Parts> = gold.iter().filter(with_content).collect();
    let (predicted, confidence): (Vec<&Parts>, Vec<f32>) =
        predicted.iter().zip(confidence).filter(|(a, _)| with_content(a)).unzip();
    count_attributions(&ink, &gold, &predicted, &confidence, &mut tally);
    tally
}

fn characters(gold: &[&Set], predicted: &[&Set]) -> Ratio {
    let (gold, predicted) = (Set::union(gold.iter().copied()), Set::union(predicted.iter().copied()));
    Ratio { right: gold.shared(&predicted), gold: gold.len(), predicted: predicted.len() }
}

/// Every set once, without the empty one, by first character and length.
fn different(mut sets: Vec<&Set>) -> Vec<&Set> {
    sets.retain(|s| !s.is_empty());
    sets.sort_unstable_by_key(|s| (s.bounds().map(|b| b.start), s.len(), *s));
    sets.dedup();
    sets
}

fn spans(ink: &Ink, gold: &[&Set], predicted: &[&Set]) -> Spans {
    let ratio =
        |right: usize| Ratio { right: right as u64, gold: gold.len() as u64, predicted: predicted.len() as u64 };
    let trimmed = |sets: &[&Set]| sets.iter().map(|s| ink.trimmed(s)).collect::<Vec<_>>();
    let owned = |sets: &[&Set]| sets.iter().map(|&s| s.clone()).collect::<Vec<_>>();
    let candidates = candidates(gold, predicted, |s| s, |overlap, _, _| [overlap]);
    Spans {
        exact: ratio(in_both(owned(gold), owned(predicted))),
        trim: ratio(in_both(trimmed(gold), trimmed(predicted))),
        iou50: ratio(best_first(candidates).len()),
    }
}

/// How many equal pairs can be made of two lists.
fn in_both(mut a: Vec<Set>, mut b: Vec<Set>) -> usize {
    a.sort_unstable();
    b.sort_unstable();
    let mut b = b.iter().peekable();
    a.iter()
        .filter(|a| {
            while b.next_if(|b| b < a).is_some() {}
            b.next_if_eq(a).is_some()
        })
        .count()
}

/// Every pair that overlaps enough to be the same.
fn candidates<T, const N: usize>(
    gold: &[&T],
    predicted: &[&T],
    set: fn(&T) -> &Set,
    goodness: impl Fn(f64, &T, &T) -> [f64; N],
) -> Vec<Candidate<N>> {
    let mut out = Vec::new();
    for (g, a) in gold.iter().enumerate() {
        for (p, b) in predicted.iter().enumerate() {
            let overlap = set(a).overlap(set(b));
            if overlap >= SAME {
                out.push(Candidate { goodness: goodness(overlap, a, b), gold: g, predicted: p });
            }
        }
    }
    out
}

fn count_attributions(ink: &Ink, gold: &[&Parts], predicted: &[&Parts], confidence: &[f32], tally: &mut Tally) {
    let both_absent = |a: &Set, b: &Set| a.is_empty() && b.is_empty();
    let agreement = |a: &Set, b: &Set| if both_absent(a, b) { 1.0 } else { a.overlap(b) };
    // Between contents that fit equally well, the source decides, then the cue.
    let goodness = |overlap, a: &Parts, b: &Parts| [overlap, agreement(&a.source, &b.source), a.cue.overlap(&b.cue)];
    let pairs = best_first(candidates(gold, predicted, |a| &a.content, goodness));

    let all = Ratio { right: 0, gold: gold.len() as u64, predicted: predicted.len() as u64 };
    let mut counts = Attributions { found: all, end_to_end: all, ..Attributions::default() };
    for a in gold {
        of_kind(&mut tally.kinds_found, ink, &a.content).gold += 1;
        of_kind(&mut tally.kinds_end_to_end, ink, &a.content).gold += 1;
    }
    let mut is_right = vec![false; predicted.len()];
    for (g, p) in pairs {
        let (a, b) = (gold[g], predicted[p]);
        let source_right = agreement(&a.source, &b.source) >= SAME;
        let source_overlaps = both_absent(&a.source, &b.source) || a.source.shared(&b.source) > 0;
        let names_source = !a.source.is_empty();
        counts.found.right += 1;
        counts.end_to_end.right += u64::from(source_right);
        counts.found_with_source += u64::from(names_source);
        counts.end_to_end_with_source += u64::from(names_source && source_right);
        counts.source_overlaps += u64::from(source_overlaps);
        counts.cue_right += u64::from(agreement(&a.cue, &b.cue) >= SAME);
        of_kind(&mut tally.kinds_found, ink, &a.content).right += 1;
        of_kind(&mut tally.kinds_end_to_end, ink, &a.content).right += u64::from(source_right);
        is_right[p] = source_right;
    }
    for (&confidence, right) in confidence.iter().zip(is_right) {
        tally.calibration.count(confidence, right);
    }
    tally.attributions = counts;
}

/// The count of the kind that a content is.
fn of_kind<'k>(kinds: &'k mut Kinds<Ratio>, ink: &Ink, content: &Set) -> &'k mut Ratio {
    match ink.quoted(content) {
        (_, 0) => &mut kinds.indirect,
        (all, quoted) if quoted == all => &mut kinds.direct,
        _ => &mut kinds.mixed,
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "shares of small counts are exact")]
mod tests {
    use sayso_text::Span;

    use super::*;

    const TEXT: &str = "“The weir held,” said Odile Marsh, the lock keeper. Two farmers feared that “the worst” was to come. \
                        It was reported that the road is shut.";

    /// An attribution by its words; each is found at its first place in [`TEXT`].
    fn attribution(source: &str, cue: &str, content: &[&str], confidence: f32) -> Attribution {
        let spans = |words: &[&str]| {
            let place = |w: &&str| {
                let start = TEXT.find(w).unwrap();
                Span::new(start, start + w.len())
            };
            words.iter().filter(|w| !w.is_empty()).map(place).collect()
        };
        Attribution { source: spans(&[source]), cue: spans(&[cue]), content: spans(content), confidence }
    }

    fn gold() -> Vec<Attribution> {
        vec![
            attribution("Odile Marsh, the lock keeper", "said", &["“The weir held,”"], 1.0),
            attribution("Two farmers", "feared", &["that “the worst” was to come"], 1.0),
            attribution("", "It was reported", &["that the road is shut"], 1.0),
        ]
    }

    fn right(r: Ratio) -> (u64, u64, u64) {
        (r.right, r.gold, r.predicted)
    }

    #[test]
    fn gold_against_itself_is_all_right() {
        let tally = compare(TEXT, &gold(), &gold());
        for (_, spans) in tally.spans.named() {
            assert_eq!([spans.exact.f1(), spans.trim.f1(), spans.iou50.f1()], [1.0; 3]);
        }
        assert_eq!(right(tally.attributions.end_to_end), (3, 3, 3));
        assert_eq!(tally.attributions.cue_right, 3);
        assert_eq!(tally.attributions.found_with_source, 2);
        for (_, kind) in tally.kinds_end_to_end.named() {
            assert_eq!((kind.right, kind.gold), (1, 1));
        }
        assert_eq!(tally.calibration.error(), 0.0);
    }

    /// Source, cue and content spans that are exact, and attributions found, then found with the source right.
    fn check(predicted: &[Attribution], exact: [u64; 3], trim: [u64; 3], found: u64, end_to_end: u64) {
        let tally = compare(TEXT, &gold(), predicted);
        assert_eq!(tally.spans.named().map(|(_, s)| s.exact.right), exact, "exact {predicted:?}");
        assert_eq!(tally.spans.named().map(|(_, s)| s.trim.right), trim, "trim {predicted:?}");
        assert_eq!(tally.attributions.found.right, found, "found {predicted:?}");
        assert_eq!(tally.attributions.end_to_end.right, end_to_end, "end to end {predicted:?}");
    }

    #[test]
    fn each_measure_forgives_what_it_says() {
        check(&[], [0; 3], [0; 3], 0, 0);
        // The marks left out: not exact, but the same when trimmed.
        check(&[attribution("Odile Marsh", "said", &["The weir held"], 0.5)], [0, 1, 0], [0, 1, 1], 1, 0);
        // Half of the source is enough.
        check(&[attribution("Marsh, the lock keeper", "", &["“The weir held,”"], 0.5)], [0, 0, 1], [0, 0, 1], 1, 1);
        // A source where gold has none is wrong; none where gold has one too.
        check(&[attribution("Odile Marsh", "", &["that the road is shut"], 0.5)], [0, 0, 1], [0, 0, 1], 1, 0);
        check(&[attribution("", "", &["“The weir held,”"], 0.5)], [0, 0, 1], [0, 0, 1], 1, 0);
        // Pieces make one span, and white space between them is nothing.
        let pieces = attribution("", "", &["that the road", "is shut"], 0.5);
        check(&[pieces], [0, 0, 1], [0, 0, 1], 1, 1);
        // One without content is scored by role only.
        check(&[attribution("Two farmers", "feared", &[], 0.5)], [1, 1, 0], [1, 1, 0], 0, 0);
        // Two predictions of one content: one is found, and it is the one with the right source.
        let twice = [
            attribution("Odile Marsh, the lock keeper", "", &["that “the worst” was to come"], 0.5),
            attribution("Two farmers", "", &["that “the worst” was to come"], 0.5),
        ];
        check(&twice, [2, 0, 1], [2, 0, 1], 1, 1);
    }

    #[test]
    fn a_shared_source_counts_once_and_characters_count_once() {
        let shared = [
            attribution("Two farmers", "feared", &["“the worst”"], 0.5),
            attribution("Two farmers", "feared", &["was to come"], 0.5),
        ];
        let tally = compare(TEXT, &gold(), &shared);
        assert_eq!(right(tally.spans.source.exact), (1, 2, 1));
        assert_eq!(right(tally.spans.content.exact), (0, 3, 2));
        assert_eq!(right(tally.characters.source).0, 10);
        assert_eq!(tally.characters.source.predicted, 10);
    }

    #[test]
    fn kinds_are_gold_s_and_confidence_meets_what_was_right() {
        let predicted = [
            attribution("Two farmers", "", &["that “the worst” was to come"], 0.75),
            attribution("Two farmers", "", &["that the road is shut"], 0.25),
        ];
        let tally = compare(TEXT, &gold(), &predicted);
        let recall = |kinds: Kinds<Ratio>| kinds.named().map(|(_, k)| k.recall());
        assert_eq!(recall(tally.kinds_found), [0.0, 1.0, 1.0]);
        assert_eq!(recall(tally.kinds_end_to_end), [0.0, 1.0, 0.0]);
        assert!((tally.calibration.error() - 0.25).abs() < 1e-9);
    }
}
