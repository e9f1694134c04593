//! What is so in a generated week, as `truth.json` has it.

use serde::{Deserialize, Serialize};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Truth {
    /// The seed that it was made from.
    pub(crate) seed: u64,
    /// How many articles there are, later texts left out.
    pub(crate) articles: usize,
    pub(crate) claims: Vec<Claim>,
    pub(crate) series: Vec<Series>,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) revisions: Vec<Revision>,
    /// Addresses of one text: the first is the one that the others are copies of.
    pub(crate) copies: Vec<Vec<String>>,
}

/// A claim and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Claim {
    pub(crate) id: String,
    /// What to ask: all of a quotation or statement, and a part of it or other words for it.
    pub(crate) queries: Vec<String>,
    /// The same in other words; there is no floor for what is found by them.
    pub(crate) in_other_words: String,
    pub(crate) earliest: String,
    pub(crate) appearances: Vec<Appearance>,
    pub(crate) edges: Vec<Edge>,
    /// Appearances that have it first hand although there were some before: an edge into them counts neither as right nor as wrong.
    pub(crate) either: Vec<String>,
    /// How many know it first hand, copies and relays collapsed.
    pub(crate) roots: usize,
    /// Those of them that have a name.
    pub(crate) root_names: Vec<String>,
}

/// A claim in an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Appearance {
    pub(crate) url: String,
    /// Its words as they stand, one piece for each time that it is told.
    pub(crate) words: Vec<String>,
    /// Where the article has it from.
    pub(crate) kind: String,
}

/// One appearance follows another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Edge {
    /// Each of these is right: the text does not tell them apart.
    pub(crate) from: Vec<String>,
    pub(crate) to: String,
    /// `copy`, `quoted` or `reworded`.
    pub(crate) kind: String,
    /// `copy`, `names` or `wording`.
    pub(crate) why: String,
}

/// One giver's numbers of one thing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Series {
    /// What to ask.
    pub(crate) about: String,
    pub(crate) giver: String,
    pub(crate) measure: Option<String>,
    pub(crate) place: String,
    pub(crate) points: Vec<Point>,
    /// Articles that have a number rounded.
    pub(crate) rounded: Vec<Rounded>,
}

/// A number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Point {
    pub(crate) day: String,
    pub(crate) value: f64,
    pub(crate) bound: String,
    /// The first article that has it.
    pub(crate) first: String,
    /// Those that have it later.
    pub(crate) later: Vec<String>,
    /// Those of them that have it although the giver had given another by then.
    pub(crate) stale: Vec<String>,
}

/// A number in round words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rounded {
    pub(crate) url: String,
    pub(crate) words: String,
    pub(crate) exact: f64,
}

/// Two givers, one thing, one day, numbers that cannot both hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Conflict {
    pub(crate) about: String,
    pub(crate) measure: Option<String>,
    pub(crate) day: String,
    pub(crate) givers: [String; 2],
    pub(crate) values: [f64; 2],
}

/// A text that was changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Revision {
    pub(crate) url: String,
    pub(crate) changes: Vec<String>,
    /// Whether a number changed and the later text says nothing of it.
    pub(crate) is_silent: bool,
}
