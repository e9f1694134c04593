//! What an archive told before an article: what the rules of lineage see beside a reading.
//!
//! These are plain values, which whoever has an archive fills in; nothing here knows of a file or a database. Without them the
//! rules of lineage find nothing.

use sayso_text::Span;

/// What earlier articles of an archive have that an article takes up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Earlier {
    /// Its quotations that earlier articles have, too.
    pub quotations: Vec<Requoted>,
    /// Its figures whose givers had given newer ones by then.
    pub figures: Vec<Outdated>,
    /// What it says in the writer's voice and earlier articles told.
    pub voice: Vec<Retold>,
}

/// Nothing.
pub(crate) static NOTHING: Earlier = Earlier { quotations: Vec::new(), figures: Vec::new(), voice: Vec::new() };

/// An earlier article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its row in the archive.
    pub article: i64,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day of publication, `2026-11-24`.
    pub day: Option<String>,
}

/// A quotation that earlier articles have, too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requoted {
    /// The content that it stands in.
    pub span: Span,
    /// Where it stood before, the earliest first.
    pub before: Vec<QuotedBefore>,
}

/// A quotation in an earlier article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuotedBefore {
    /// Where.
    pub place: Place,
    /// The quotation as it stood and as it stands, where its words are others: more than cut, with an ellipsis or brackets, or
    /// spelled in another way.
    pub altered: Option<[String; 2]>,
    /// Whether both have the same speaker, as far as they name one.
    pub is_same_speaker: bool,
}

/// A figure whose giver had given a newer one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outdated {
    /// The figure.
    pub span: Span,
    /// Who gives it: a name.
    pub giver: String,
    /// The words of the newest that the archive has from before.
    pub newer: String,
    /// The article that had it first.
    pub place: Place,
    /// Whether the article says as of when its figure is, and that is before the newer one.
    pub is_dated: bool,
}

/// What the writer says and earlier articles told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retold {
    /// The sentence.
    pub span: Span,
    /// Whether the article gives it to somebody elsewhere.
    pub is_attributed_here: bool,
    /// Where it was told before, the earliest first.
    pub before: Vec<ToldBefore>,
}

/// What an earlier article told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldBefore {
    /// Where.
    pub place: Place,
    /// Its words.
    pub words: String,
    /// On whose say-so.
    pub by: SaidBy,
}

/// On whose say-so something was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaidBy {
    /// The writer's own.
    #[default]
    Writer,
    /// One whose name is kept from the reader or not told, in the words that stand for them: an anonymous source, “a driver”.
    Unnamed(String),
    /// Anybody else: a name, a body, a document, a group.
    Other,
}

impl Earlier {
    /// What of it is about places that a text has.
    pub(crate) fn within(&self, text: &str) -> Self {
        let has = |span: Span| text.get(span.start..span.end).is_some();
        Self {
            quotations: self.quotations.iter().filter(|one| has(one.span)).cloned().collect(),
            figures: self.figures.iter().filter(|one| has(one.span)).cloned().collect(),
            voice: self.voice.iter().filter(|one| has(one.span)).cloned().collect(),
        }
    }
}

impl Place {
    /// For a message: “the Courier of 2026-11-24 (#12)”.
    pub(crate) fn told(&self) -> String {
        let outlet = self.outlet.as_deref().map(str::trim).filter(|outlet| !outlet.is_empty());
        let day = self.day.as_deref().map(|day| format!(" of {day}")).unwrap_or_default();
        format!("{}{day} (#{})", outlet.unwrap_or("an article"), self.article)
    }
}
