//! Two texts of one article: what changed in attributions, figures and terms, and not in commas.

use crate::record::{ArticleRecord, Telling};
use crate::series::FigureReport;
use crate::trace::Change;
use crate::wording::Piece;

/// One text of an article and what was read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The article.
    pub article: std::sync::Arc<ArticleRecord>,
    /// Its statements and the sentences in the writer's voice, in text order.
    pub tellings: Vec<Telling>,
    /// Its figures in text order.
    pub figures: Vec<FigureReport>,
    /// Corrections and notes that the article itself has of a change ("This article was amended …"), as they stand.
    pub corrections: Vec<String>,
}

/// What changed between two texts of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The earlier.
    pub before: std::sync::Arc<ArticleRecord>,
    /// The later.
    pub after: std::sync::Arc<ArticleRecord>,
    /// What changed, in the order of the later text; what is gone stands where it stood.
    pub changes: Vec<Revised>,
}

/// A statement or a figure that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Revised {
    /// As it stood; none for a new one.
    pub before: Option<Telling>,
    /// As it stands; none where it is gone.
    pub after: Option<Telling>,
    /// The words of both, where both stand.
    pub wording: Vec<Piece>,
    /// What changed besides words; empty where a statement is new or gone.
    pub changes: Vec<Change>,
    /// Whether a figure changed and no correction in the later text speaks of it.
    pub is_silent: bool,
}
