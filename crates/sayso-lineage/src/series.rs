//! A number in time: who gave it, who carried it, who raised or lowered it, and who says otherwise.

use std::sync::Arc;

use crate::record::{ArticleRecord, FigureRecord, StatementRecord};

/// A figure in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureReport {
    /// Where.
    pub article: Arc<ArticleRecord>,
    /// The figure.
    pub figure: Arc<FigureRecord>,
    /// The innermost statement that has it; none in the writer's voice.
    pub statement: Option<StatementRecord>,
    /// The sentence that it stands in.
    pub sentence: String,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Thing {
    /// What befell those counted.
    pub measure: Option<String>,
    /// The unit.
    pub unit: String,
    /// Who is counted, in lower case.
    pub who: Option<String>,
    /// Where, where the sentences say.
    pub place: Option<String>,
}

/// All that an archive has of some figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// What was asked for.
    pub asked: String,
    /// A series for each giver and thing, the thing with most reports first, the earliest giver first.
    pub series: Vec<Series>,
    /// Two givers, one thing, one day, and numbers that cannot both hold.
    pub conflicts: Vec<Conflict>,
}

/// One giver's numbers of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What is counted.
    pub thing: Thing,
    /// Who gives it: a name, an unnamed source's description, none for the writer's voice.
    pub giver: Option<String>,
    /// Whether that is a name. The points of an unnamed giver are of one article and its copies.
    pub is_named: bool,
    /// Its numbers in time.
    pub points: Vec<Point>,
}

/// One number, as of one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The day that it holds for: as of which it is given, else on which it was said, else of the first article that has it.
    pub day: Option<String>,
    /// Whether the articles say so, and it is not the article's own day.
    pub is_stated: bool,
    /// Who carries it, the earliest first: places in the archive.
    pub carriers: Vec<FigureReport>,
    /// What it is to the giver's number before.
    pub step: Step,
    /// What else is to be said of it.
    pub remarks: Vec<Remark>,
}

impl Point {
    /// The number as its first carrier has it.
    pub fn figure(&self) -> &FigureRecord {
        &self.carriers[0].figure
    }
}

/// What a number is to the same giver's number before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// There is none before.
    First,
    /// It is more.
    Raised,
    /// It is less: a roll-back.
    Lowered,
    /// It is the same, as of a later day.
    Held,
    /// The two cannot be compared: "dozens".
    Open,
}

impl Step {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Step::First => "first",
            Step::Raised => "raised",
            Step::Lowered => "lowered",
            Step::Held => "held",
            Step::Open => "open",
        }
    }
}

/// What else is to be said of a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// It is another number of the same giver or of another, rounded: "at least 9,770" became "nearly 10,000".
    Rounds {
        /// The words of the exact one.
        exact: String,
        /// The article that has it.
        article: i64,
    },
    /// An article carries it after the same giver had given another.
    Stale {
        /// The article that carries it.
        article: i64,
        /// The words of the newer number.
        newer: String,
        /// The article that had it by then.
        newer_in: i64,
    },
}

/// Numbers that cannot both hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What is counted.
    pub thing: Thing,
    /// The day.
    pub day: String,
    /// Series and point of one.
    pub one: [usize; 2],
    /// Series and point of the other.
    pub other: [usize; 2],
}
