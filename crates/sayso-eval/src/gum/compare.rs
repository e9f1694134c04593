//! One text: predicted attributions against its relations.

use std::ops::AddAssign;

use sayso_text::Span;
use serde::Serialize;

use super::{Document, Gold, is_first_person};
use crate::Attribution;
use crate::ink::{Ink, Set};
use crate::matching::{Candidate, best_first};
use crate::sourcing::Difference;
use crate::tally::Ratio;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The cue was found, with another source.
    OtherSource,
    /// The cue was found without a source.
    NoSource,
    /// Nothing has the cue, and a first or second person speaks.
    MissedFirstPerson,
    /// Gold has no cue, and nothing has the source without one.
    MissedWithoutCue,
    /// Nothing has the cue of another.
    Missed,
    /// No relation stands there, and a first or second person speaks.
    ExtraFirstPerson,
    /// No relation stands there; an outermost attribution.
    ExtraOutermost,
    /// The same of a nested one.
    ExtraNested,
}

impl Kind {
    /// All, with their names in JSON and for people.
    pub const ALL: &[(Kind, &str, &str)] = &[
        (Kind::OtherSource, "other_source", "cue found, other source"),
        (Kind::NoSource, "no_source", "cue found, no source"),
        (Kind::MissedFirstPerson, "missed_first_person", "missed: I, we, you"),
        (Kind::MissedWithoutCue, "missed_without_cue", "missed: no cue in gold"),
        (Kind::Missed, "missed", "missed: others"),
        (Kind::ExtraFirstPerson, "extra_first_person", "extra: I, we, you"),
        (Kind::ExtraOutermost, "extra_outermost", "extra: outermost"),
        (Kind::ExtraNested, "extra_nested", "extra: nested"),
    ];

    fn key(self) -> &'static str {
        Kind::ALL[self as usize].1
    }
}

/// The counts of one text, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Texts counted.
    pub texts: u64,
    /// Attributions whose cue and source head are right, of those that can be in GUM.
    pub right: Ratio,
    /// Attributions whose cue is right, whatever the source, of the same.
    pub cue: Ratio,
    /// Attributions whose cue and source head are right, of all that were predicted.
    pub strict: Ratio,
    /// What went wrong, in the order of [`Kind::ALL`].
    pub kinds: [u64; Kind::ALL.len()],
}

impl AddAssign<&Counts> for Counts {
    fn add_assign(&mut self, other: &Counts) {
        self.texts += other.texts;
        self.right += &other.right;
        self.cue += &other.cue;
        self.strict += &other.strict;
        for (sum, other) in self.kinds.iter_mut().zip(&other.kinds) {
            *sum += other;
        }
    }
}

struct GoldSets {
    cue: Set,
    heads: Set,
}

struct PredictedSets {
    cue: Set,
    source: Set,
}

impl GoldSets {
    fn has_cue_of(&self, other: &PredictedSets) -> bool {
        if self.cue.is_empty() { other.cue.is_empty() } else { self.cue.shared(&other.cue) > 0 }
    }

    fn has_source_of(&self, other: &PredictedSets) -> bool {
        if self.heads.is_empty() { other.source.is_empty() } else { self.heads.shared(&other.source) > 0 }
    }
}

/// Counts what was predicted for one text, each with whether it is nested, and says where it differs from gold.
pub fn compare(document: &Document, predicted: &[(Attribution, bool)]) -> (Counts, Vec<Difference>) {
    let ink = Ink::of(&document.text);
    let gold: Vec<GoldSets> =
        document.attributions.iter().map(|a| GoldSets { cue: ink.set(&a.cue), heads: ink.set(&a.heads) }).collect();
    let sets: Vec<PredictedSets> =
        predicted.iter().map(|(a, _)| PredictedSets { cue: ink.set(&a.cue), source: ink.set(&a.source) }).collect();
    let with_source = pairs(&gold, &sets, |a, b| a.has_cue_of(b) && a.has_source_of(b));
    // A cue alone says nothing where gold has none.
    let by_cue = pairs(&gold, &sets, |a, b| a.has_cue_of(b) && (!a.cue.is_empty() || a.has_source_of(b)));
    let counted: Vec<bool> = predicted.iter().map(|(a, _)| is_between_clauses(&ink, a, &document.clauses)).collect();
    let ratio = |pairs: &[(usize, usize)], counts: &dyn Fn(usize) -> bool| Ratio {
        right: pairs.len() as u64,
        gold: gold.len() as u64,
        predicted: (0..predicted.len()).filter(|p| counts(*p) || pairs.iter().any(|pair| pair.1 == *p)).count() as u64,
    };
    let mut counts = Counts {
        texts: 1,
        right: ratio(&with_source, &|p| counted[p]),
        cue: ratio(&by_cue, &|p| counted[p]),
        strict: ratio(&with_source, &|_| true),
        ..Counts::default()
    };
    let mut differences = Vec::new();
    let mut differ = |kind: Kind, gold, got| {
        counts.kinds[kind as usize] += 1;
        differences.push(Difference { what: kind.key(), at: String::new(), gold, got });
    };
    let mut served = vec![false; predicted.len()];
    let mut found = vec![false; gold.len()];
    for &(g, p) in &with_source {
        (found[g], served[p]) = (true, true);
    }
    for (g, a) in document.attributions.iter().enumerate().filter(|(g, _)| !found[*g]) {
        let with_cue =
            (0..sets.len()).find(|p| !served[*p] && !gold[g].cue.is_empty() && gold[g].has_cue_of(&sets[*p]));
        let kind = match with_cue {
            Some(p) if sets[p].source.is_empty() => Kind::NoSource,
            Some(_) => Kind::OtherSource,
            None if gold[g].cue.is_empty() => Kind::MissedWithoutCue,
            None if a.first_person => Kind::MissedFirstPerson,
            None => Kind::Missed,
        };
        if let Some(p) = with_cue {
            served[p] = true;
        }
        let got = with_cue.map(|p| shown_predicted(&document.text, &predicted[p].0));
        differ(kind, Some(shown_gold(&document.text, a)), got);
    }
    for (_, (a, is_nested)) in predicted.iter().enumerate().filter(|(p, _)| !served[*p] && counted[*p]) {
        let kind = match a.source.first() {
            Some(source) if is_first_person(source.of(&document.text)) => Kind::ExtraFirstPerson,
            _ if *is_nested => Kind::ExtraNested,
            _ => Kind::ExtraOutermost,
        };
        differ(kind, None, Some(shown_predicted(&document.text, a)));
    }
    (counts, differences)
}

/// Whether more than half of a content lies in other clauses than the cue.
fn is_between_clauses(ink: &Ink, a: &Attribution, clauses: &[Span]) -> bool {
    let of_cue = |cue: &Span| {
        let (start, end) = (cue.start, cue.end);
        let first = clauses.partition_point(|clause| clause.end <= start);
        clauses[first..].iter().take_while(move |clause| clause.start < end).copied()
    };
    let content = ink.set(&a.content);
    let beside_cue = ink.set(&a.cue.iter().flat_map(of_cue).collect::<Vec<Span>>()).shared(&content);
    2 * beside_cue < content.len().max(1)
}

/// One-to-one pairs; those whose cues share the most come first.
fn pairs(
    gold: &[GoldSets],
    predicted: &[PredictedSets],
    is_same: impl Fn(&GoldSets, &PredictedSets) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (g, a) in gold.iter().enumerate() {
        for (p, b) in predicted.iter().enumerate().filter(|(_, b)| is_same(a, b)) {
            candidates.push(Candidate { goodness: [a.cue.overlap(&b.cue)], gold: g, predicted: p });
        }
    }
    best_first(candidates)
}

fn shown_gold(text: &str, gold: &Gold) -> String {
    format!("{} | {}", words(text, &gold.source), words(text, &gold.cue))
}

fn shown_predicted(text: &str, a: &Attribution) -> String {
    let content: String = words(text, &a.content).chars().take(60).collect();
    format!("{} | {} <{content}>", words(text, &a.source), words(text, &a.cue))
}

fn words(text: &str, spans: &[Span]) -> String {
    let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    words.join(" ").replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Odile Marsh, the lock keeper, said it is dry. I think so. Tom: No.";

    fn spans(wanted: &[&str]) -> Vec<Span> {
        let place = |words: &&str| TEXT.find(words).map(|at| Span::new(at, at + words.len()));
        wanted.iter().filter_map(place).collect()
    }

    fn document() -> Document {
        let gold = |cue: &[&str], source: &[&str], head: &str| Gold {
            cue: spans(cue),
            source: spans(source),
            heads: spans(&[head]),
            first_person: head == "I",
        };
        let attributions = vec![
            gold(&["said"], &["Odile", "Marsh"], "Odile"),
            gold(&["think"], &["I"], "I"),
            gold(&[], &["Tom"], "Tom"),
        ];
        let clauses = spans(&["Odile Marsh, the lock keeper, said", "it is dry.", "I think", "so.", "Tom: No."]);
        Document { text: TEXT.to_owned(), attributions, clauses }
    }

    fn check(predicted: &[(&str, &str)], right: u64, cue: u64, kinds: &[Kind]) {
        let attribution = |&(source, cue): &(&str, &str)| {
            let part = |words: &str| if words.is_empty() { Vec::new() } else { spans(&[words]) };
            (Attribution { source: part(source), cue: part(cue), ..Attribution::default() }, false)
        };
        let predicted: Vec<_> = predicted.iter().map(attribution).collect();
        let (counts, differences) = compare(&document(), &predicted);
        assert_eq!((counts.right.right, counts.cue.right), (right, cue), "{differences:?}");
        let found: Vec<&str> = differences.iter().map(|d| d.what).collect();
        assert_eq!(found, kinds.iter().map(|kind| kind.key()).collect::<Vec<_>>());
    }

    #[test]
    fn cue_and_source_head_must_both_be_right() {
        use Kind::{ExtraOutermost, Missed, MissedFirstPerson, MissedWithoutCue, NoSource, OtherSource};
        let all = [("Odile Marsh, the lock keeper", "said"), ("I", "think so"), ("Tom", "")];
        check(&all, 3, 3, &[]);
        check(&[], 0, 0, &[Missed, MissedFirstPerson, MissedWithoutCue]);
        // Another source, none, a part without the head.
        check(&[("Tom", "said"), all[1], all[2]], 2, 3, &[OtherSource]);
        check(&[("", "said"), all[1], all[2]], 2, 3, &[NoSource]);
        check(&[("the lock keeper", "said"), all[1], all[2]], 2, 3, &[OtherSource]);
        // A cue where gold has none.
        check(&[all[0], all[1], ("Tom", ":")], 2, 2, &[MissedWithoutCue, ExtraOutermost]);
        // Each serves once.
        check(&[all[0], all[0], all[1], all[2]], 3, 3, &[ExtraOutermost]);
    }

    #[test]
    fn what_gum_cannot_have_counts_only_when_strict() {
        let predicted = |cue: &str, content: &str| {
            (Attribution { cue: spans(&[cue]), content: spans(&[content]), ..Attribution::default() }, false)
        };
        let (counts, _) = compare(&document(), &[predicted("Tom", "No."), predicted("keeper", "it is dry.")]);
        assert_eq!((counts.right.predicted, counts.strict.predicted), (1, 2));
    }

    #[test]
    fn kinds_stand_in_the_order_of_their_table() {
        assert!(Kind::ALL.iter().enumerate().all(|(at, row)| row.0 as usize == at));
    }
}
