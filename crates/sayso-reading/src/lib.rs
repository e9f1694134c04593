//! Tags → [`Reading`]: the attributions of an article, each with source, cue and content as exact spans.

pub mod acts;
mod board;
pub mod chains;
pub mod channel;
mod cited;
mod confidence;
pub mod dates;
mod decode;
mod derive;
mod edges;
mod estimates;
pub mod figures;
mod headings;
pub mod headline;
mod inside;
mod layout;
#[cfg(test)]
mod marked;
mod nested;
pub mod overlap;
mod plain;
mod ranges;
mod reader;
mod remarks;
mod shapes;
pub mod sources;
pub mod stance;
mod taken_up;
pub mod terms;
mod turns;

use std::fmt;

use sayso_article::Article;
use sayso_text::{Note, Span};

pub use acts::Act;
pub use chains::{Chain, Link};
pub use channel::{Channel, StatedChannel};
pub use dates::When;
pub use decode::Evidence;
pub use figures::{Figure, FigureId};
pub use headline::AsFact;
pub use reader::Reader;
pub use sayso_model::Session;
pub use sources::{Relay, Source, SourceId, SourceType};
pub use stance::{Stance, StatedStance};
pub use terms::{StatedTerms, Terms, Unanswered};

/// An article and what was read in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// Its attributions, in the order of their first character.
    pub attributions: Vec<Attribution>,
    /// Who the sources are, in the order in which they are first named.
    pub sources: Vec<Source>,
    /// For each innermost attribution the hands that it came through, in the order of the attributions.
    pub chains: Vec<Chain>,
    /// The numbers that something is said about, in text order.
    pub figures: Vec<Figure>,
    /// Who was asked and gave no answer.
    pub unanswered: Vec<Unanswered>,
    /// Headlines and decks that state as fact what the body attributes.
    pub as_fact: Vec<AsFact>,
    /// What could not be read, the article's own notes first.
    pub notes: Vec<Note>,
}

/// A source, a cue and a content: "**officials** *said* \<the bridge was closed\>".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// Its name in this reading.
    pub id: AttributionId,
    /// The attribution in whose content this one lies (nested); none for an outermost one.
    pub within: Option<AttributionId>,
    /// Who or what the content is attributed to; empty where nobody is named ("it was reported that").
    pub source: Vec<Span>,
    /// Who that is in this article; none where nobody is named.
    pub source_id: Option<SourceId>,
    /// Who passes it on from there, outermost first: "told the Courier".
    pub through: Vec<Relay>,
    /// The words that make the link; empty for a quotation that stands alone.
    pub cue: Vec<Span>,
    /// What is attributed; several spans where source and cue interrupt it.
    pub content: Vec<Span>,
    /// How much of the content stands in quotation marks.
    pub kind: Kind,
    /// How likely it is that a trained reader would find this content with this source, 0 to 1; calibrated on `PolNeAR` dev.
    pub confidence: f32,
    /// What the source does with the content.
    pub act: Act,
    /// Whether the link is denied: "he did not say that".
    pub negated: bool,
    /// What it does with another statement: denies, rejects, confirms, supports it.
    pub stance: Option<StatedStance>,
    /// By what way it was said, where the sentence tells: in an interview, in a statement.
    pub channel: Option<StatedChannel>,
    /// Of one in a headline or deck: the attribution in the body that it rests on.
    pub rests_on: Option<AttributionId>,
    /// When it was said, where the sentence tells and the article's own date is known.
    pub when: Option<When>,
    /// On what terms the source speaks, where the article states any.
    pub terms: Option<StatedTerms>,
}

impl Attribution {
    /// Where the link is made: the cue, else the source, else the content.
    fn link(&self) -> Span {
        self.cue.first().or(self.source.first()).or(self.content.first()).copied().unwrap_or_default()
    }

    /// Whether a piece of the content shares something with a span. A speech may have as many pieces as paragraphs.
    fn content_touches(&self, span: Span) -> bool {
        let at = self.content.partition_point(|piece| piece.end <= span.start);
        self.content.get(at).is_some_and(|piece| piece.overlaps(span))
    }
}

/// The places of attributions in the order of their links.
fn by_link(attributions: &[Attribution]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|i| attributions[*i].link().start);
    order
}

/// Numbered in text order from 1; shown as `a1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttributionId(pub u32);

impl fmt::Display for AttributionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a{}", self.0)
    }
}

/// How a content is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Wholly in quotation marks.
    Direct,
    /// Without quotation marks.
    #[default]
    Indirect,
    /// Partly in quotation marks.
    Mixed,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Direct => "direct",
            Kind::Indirect => "indirect",
            Kind::Mixed => "mixed",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}
