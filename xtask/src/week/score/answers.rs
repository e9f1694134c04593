//! The parts of the program's JSON that are compared. What is not asked for here may change.

use serde::Deserialize;

/// `sayso trace --format json`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Trace {
    /// A number of an appearance.
    pub(crate) earliest: Option<usize>,
    pub(crate) appearances: Vec<Appearance>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) roots: Vec<Root>,
    pub(crate) against: Vec<Appearance>,
}

/// A claim in an article.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Appearance {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) url: Option<String>,
    pub(crate) words: String,
}

/// Numbers of appearances.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Edge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) kind: String,
}

/// Who knows it first hand.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Root {
    pub(crate) name: Option<String>,
    pub(crate) is_named: bool,
}

/// `sayso figures --format json`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Figures {
    pub(crate) series: Vec<Series>,
    pub(crate) conflicts: Vec<Conflict>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Thing {
    pub(crate) measure: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Series {
    pub(crate) thing: Thing,
    pub(crate) giver: Option<String>,
    pub(crate) points: Vec<Point>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Point {
    pub(crate) day: Option<String>,
    pub(crate) value: Option<f64>,
    pub(crate) bound: String,
    pub(crate) words: String,
    pub(crate) carriers: Vec<Carrier>,
    pub(crate) remarks: Vec<Remark>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Carrier {
    pub(crate) url: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Remark {
    pub(crate) kind: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Conflict {
    pub(crate) thing: Thing,
    pub(crate) day: String,
    pub(crate) one: Side,
    pub(crate) other: Side,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Side {
    pub(crate) giver: Option<String>,
    pub(crate) words: String,
}

/// `sayso diff --format json`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Differences {
    pub(crate) differences: Vec<Difference>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Difference {
    pub(crate) changes: Vec<Revised>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Revised {
    pub(crate) changes: Vec<Change>,
    pub(crate) is_silent: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Change {
    pub(crate) kind: String,
}
