//! What a statement does with another one: denies, rejects, confirms, supports it.

use sayso_text::Span;

use crate::sources::Source;
use crate::{Attribution, AttributionId};

/// What a statement does with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stance {
    /// "Denied it".
    Denies,
    /// "Rejected the suggestion".
    Rejects,
    /// "Confirmed the report".
    Confirms,
    /// "Backed the claim".
    Supports,
    /// "Would neither confirm nor deny", "declined to comment on the report".
    RefusesToComment,
}

impl Stance {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Denies => "denies",
            Stance::Rejects => "rejects",
            Stance::Confirms => "confirms",
            Stance::Supports => "supports",
            Stance::RefusesToComment => "refuses_to_comment",
        }
    }
}

/// A stance, the words that state it, and the statement that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedStance {
    /// The stance.
    pub stance: Stance,
    /// The words.
    pub span: Span,
    /// The attribution that it takes up, where that is in the article.
    pub of: Option<AttributionId>,
}

/// States for each attribution what it does with another one.
pub(crate) fn attach(_text: &str, _sentences: &[Span], _sources: &[Source], _attributions: &mut [Attribution]) {}
