//! Counts of one article, or the sum of several.

use std::ops::AddAssign;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::Calibration;

/// How many were right, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// Predicted ones that gold has too.
    pub right: u64,
    /// All that gold has.
    pub gold: u64,
    /// All that were predicted.
    pub predicted: u64,
}

impl Ratio {
    /// The share of the predicted that is right, 0 if there is none.
    pub fn precision(self) -> f64 {
        share(self.right, self.predicted)
    }

    /// The share of gold that was predicted, 0 if there is none.
    pub fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

pub(crate) fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Ratio", 6)?;
        out.serialize_field("precision", &self.precision())?;
        out.serialize_field("recall", &self.recall())?;
        out.serialize_field("f1", &self.f1())?;
        out.serialize_field("right", &self.right)?;
        out.serialize_field("gold", &self.gold)?;
        out.serialize_field("predicted", &self.predicted)?;
        out.end()
    }
}

/// One of something for each part of an attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Roles<T> {
    /// Of sources.
    pub source: T,
    /// Of cues.
    pub cue: T,
    /// Of contents.
    pub content: T,
}

impl<T> Roles<T> {
    /// The three with their names.
    pub fn named(&self) -> [(&'static str, &T); 3] {
        [("source", &self.source), ("cue", &self.cue), ("content", &self.content)]
    }
}

/// One of something for each kind of attribution, by gold's content.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Kinds<T> {
    /// Every letter and number stands in quotation marks.
    pub direct: T,
    /// Some do.
    pub mixed: T,
    /// None does.
    pub indirect: T,
}

impl<T> Kinds<T> {
    /// The three with their names.
    pub fn named(&self) -> [(&'static str, &T); 3] {
        [("direct", &self.direct), ("mixed", &self.mixed), ("indirect", &self.indirect)]
    }
}

/// Different spans of one role. One that several attributions share counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Spans {
    /// The same characters.
    pub exact: Ratio,
    /// The same characters, punctuation at the edges left out.
    pub trim: Ratio,
    /// Paired one to one with at least half of all characters shared.
    pub iou50: Ratio,
}

/// Attributions that have a content, paired one to one by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attributions {
    /// Right: found, that is at least half of both contents' characters are shared.
    pub found: Ratio,
    /// Right: found, and its source is right (at least half shared, or absent on both sides).
    pub end_to_end: Ratio,
    /// Of those found: gold names a source.
    pub found_with_source: u64,
    /// Of those found: gold names a source and it is right.
    pub end_to_end_with_source: u64,
    /// Of those found: the sources share a character, or are absent on both sides.
    pub source_overlaps: u64,
    /// Of those found: at least half of the cues is shared, or both are absent.
    pub cue_right: u64,
}

/// Counts of one article, or the sum of several; [`Scores`](crate::Scores) turns them into figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Articles counted.
    pub articles: u64,
    /// Characters that have the role in any attribution.
    pub characters: Roles<Ratio>,
    /// Spans.
    pub spans: Roles<Spans>,
    /// Attributions.
    pub attributions: Attributions,
    /// Attributions found, by gold's kind; only recall has a meaning.
    pub kinds_found: Kinds<Ratio>,
    /// Attributions found with their source right, by gold's kind; only recall has a meaning.
    pub kinds_end_to_end: Kinds<Ratio>,
    /// Confidence against what was right.
    pub calibration: Calibration,
}

/// `a += b`, field by field.
macro_rules! add_fields {
    ($type:ty, $($field:ident),+) => {
        impl AddAssign<&$type> for $type {
            fn add_assign(&mut self, other: &$type) {
                $(self.$field += &other.$field;)+
            }
        }
    };
}

add_fields!(Ratio, right, gold, predicted);
add_fields!(Roles<Ratio>, source, cue, content);
add_fields!(Roles<Spans>, source, cue, content);
add_fields!(Kinds<Ratio>, direct, mixed, indirect);
add_fields!(Spans, exact, trim, iou50);
add_fields!(Attributions, found, end_to_end, found_with_source, end_to_end_with_source, source_overlaps, cue_right);
add_fields!(Tally, articles, characters, spans, attributions, kinds_found, kinds_end_to_end, calibration);
