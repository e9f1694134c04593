//! The figures of a [`Tally`], as they are shown and written to JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calibration::BinScores;
use crate::tally::{Kinds, Ratio, Roles, Spans, Tally, share};

/// All figures. The definitions are those of [`Tally`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// Articles scored.
    pub articles: u64,
    /// Characters that have the role in any attribution.
    pub characters: Roles<Ratio>,
    /// Different spans of each role.
    pub spans: Roles<Spans>,
    /// Attributions whose content was found.
    pub found: Ratio,
    /// The share of those found whose source is right.
    pub source_right: f64,
    /// The same over those for which gold names a source.
    pub source_right_where_named: f64,
    /// The share of those found whose source shares a character with gold's.
    pub source_overlaps: f64,
    /// The share of those found whose cue is right.
    pub cue_right: f64,
    /// Attributions found with their source right.
    pub end_to_end: Ratio,
    /// Recall by gold's kind.
    pub by_kind: Kinds<KindScores>,
    /// The expected calibration error of `confidence`.
    pub calibration_error: f64,
    /// Confidence against what was right, in ten bins.
    pub calibration: Vec<BinScores>,
    /// 95 % intervals of the headline figures; see [`intervals`](crate::intervals).
    pub intervals: BTreeMap<&'static str, Interval>,
}

/// Recall of one kind of attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct KindScores {
    /// Gold attributions of this kind.
    pub gold: u64,
    /// The share that was found.
    pub found: f64,
    /// The share that was found with the source right.
    pub end_to_end: f64,
}

/// Where a figure lies 95 times in 100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Scores {
    /// The figures of several articles' counts.
    pub fn of(articles: &[Tally]) -> Self {
        let mut sum = Tally::default();
        for article in articles {
            sum += article;
        }
        let kind = |kind: fn(&Kinds<Ratio>) -> Ratio| KindScores {
            gold: kind(&sum.kinds_found).gold,
            found: kind(&sum.kinds_found).recall(),
            end_to_end: kind(&sum.kinds_end_to_end).recall(),
        };
        let found = sum.attributions.found.right;
        Self {
            articles: sum.articles,
            characters: sum.characters,
            spans: sum.spans,
            found: sum.attributions.found,
            source_right: sum.source_right(),
            source_right_where_named: share(
                sum.attributions.end_to_end_with_source,
                sum.attributions.found_with_source,
            ),
            source_overlaps: share(sum.attributions.source_overlaps, found),
            cue_right: share(sum.attributions.cue_right, found),
            end_to_end: sum.attributions.end_to_end,
            by_kind: Kinds { direct: kind(|k| k.direct), mixed: kind(|k| k.mixed), indirect: kind(|k| k.indirect) },
            calibration_error: sum.calibration.error(),
            calibration: sum.calibration.bins(),
            intervals: crate::intervals(articles),
        }
    }
}

impl Tally {
    /// The share of those found whose source is right.
    pub(crate) fn source_right(&self) -> f64 {
        share(self.attributions.end_to_end.right, self.attributions.found.right)
    }
}
