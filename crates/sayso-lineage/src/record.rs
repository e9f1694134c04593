//! What an archive knows, as values: articles, tellings, sources, figures.

use std::borrow::Cow;
use std::sync::Arc;

use sayso_reading::{Act, Kind, SourceType, Stance, Terms, figures::Bound};

/// An article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleRecord {
    /// Its row in the archive; a later one was added later.
    pub id: i64,
    /// What stays when its text changes: an address, an identifier or a path.
    pub key: String,
    /// 1 for the first text with this key, then 2, …
    pub revision: i64,
    /// Its address.
    pub url: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its authors, or the agency that it credits.
    pub byline: Option<String>,
    /// When it was published, as the article says.
    pub published: Option<String>,
    /// The moment of it in UTC, as `2026-11-24T06:00:00Z`, or the day alone, `2026-11-24`, where no time is given; as texts they
    /// stand in the order of time.
    pub moment: Option<String>,
    /// The day of publication where it was published: `2026-11-24`.
    pub day: Option<String>,
    /// The file and the place in it that it was read from.
    pub path: String,
    /// The article of which this one is a near copy: the first of them in the archive.
    pub copy_of: Option<i64>,
}

impl ArticleRecord {
    /// What articles are put in order of time by: dated ones first, and among those of one moment the one that was added first.
    pub fn order(&self) -> (bool, &str, i64) {
        (self.moment.is_none(), self.moment.as_deref().unwrap_or(""), self.id)
    }
}

/// Who is a source in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRecord {
    /// Its row in the archive.
    pub id: i64,
    /// Its number in the article, from 1.
    pub number: u32,
    /// What kind of source.
    pub kind: SourceType,
    /// The fullest name that the article gives; none for the unnamed.
    pub name: Option<String>,
    /// The words that stand for it first.
    pub description: String,
    /// Words that state an office, a profession, a role.
    pub titles: Vec<String>,
    /// Words that state whom it belongs to.
    pub affiliations: Vec<String>,
    /// Why it can know.
    pub justification: Option<String>,
    /// On what terms it speaks, where the article states any.
    pub terms: Option<Terms>,
    /// The reason that the article gives for these terms.
    pub reason: Option<String>,
}

impl SourceRecord {
    /// What it is called: its name, else its description.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.description)
    }

    /// Whether the article keeps its name back: a name that stands there all the same is a pseudonym, or nobody's to use.
    pub fn is_kept_back(&self) -> bool {
        self.kind == SourceType::AnonymousSource || self.terms.is_some_and(|terms| KEPT_BACK.contains(&terms))
    }
}

/// Terms that keep a name back.
const KEPT_BACK: &[Terms] =
    &[Terms::Anonymity, Terms::AskedNotToBeNamed, Terms::DeclinedToBeIdentified, Terms::NameWithheld, Terms::Pseudonym];

/// One attribution.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementRecord {
    /// Its row in the archive.
    pub id: i64,
    /// Its number in the article, from 1.
    pub number: u32,
    /// Whether it is quoted.
    pub kind: Kind,
    /// What the source does.
    pub act: Act,
    /// Whether the link is denied.
    pub negated: bool,
    /// What it does with another statement.
    pub stance: Option<Stance>,
    /// The words of the cue; empty where there are none.
    pub cue: String,
    /// Who; none where nobody is named ("it was reported that").
    pub source: Option<Arc<SourceRecord>>,
    /// The hands that it came through, the article itself left out: the outermost relay first, the root last. None for a link
    /// without a name. Empty for a statement in which others lie: these have the chain.
    pub chain: Vec<Option<Arc<SourceRecord>>>,
    /// On what terms: those of the statement, else of its source.
    pub terms: Option<Terms>,
    /// The reason that the article gives for these terms.
    pub reason: Option<String>,
    /// When it was said: a day, a month, a year, or `2026-11-01/2026-11-03`.
    pub said_on: Option<String>,
    /// How likely it is that a reader would find it so, 0 to 1.
    pub confidence: f64,
}

impl StatementRecord {
    /// Whether the source says no to what it is given with: "denied that", "did not say that".
    pub fn says_no(&self) -> bool {
        crate::change::firmness::denies(self)
    }

    /// Who is said to know it first hand: the last of the chain, else the source.
    pub fn root(&self) -> Option<&SourceRecord> {
        self.chain.iter().rev().flatten().next().or(self.source.as_ref()).map(AsRef::as_ref)
    }
}

/// A statement of an article, or a sentence of it in the writer's own voice: what may tell a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// Where.
    pub article: Arc<ArticleRecord>,
    /// The attribution; none for the writer's voice.
    pub statement: Option<StatementRecord>,
    /// The content's first and last character, end exclusive, in code points of the article's text; the sentence's for the
    /// writer's voice.
    pub span: [usize; 2],
    /// The content's words, as they stand.
    pub words: String,
    /// Where in them, in bytes, source and cue stand between two parts of the content: “…,” *she said.* “…”.
    pub interposed: Option<[usize; 2]>,
    /// The whole sentence or sentences that it stands in, with source and cue: what is shown as evidence.
    pub sentence: String,
    /// The figures in it.
    pub figures: Vec<Arc<FigureRecord>>,
}

impl Telling {
    /// The words without what stands between them and is not told: “…,” … “…”.
    pub fn told(&self) -> Cow<'_, str> {
        let parts = self.interposed.and_then(|[start, end]| Some((self.words.get(..start)?, self.words.get(end..)?)));
        let joined = |(before, after): (&str, &str)| format!("{} … {}", before.trim_end(), after.trim_start());
        parts.map_or(Cow::Borrowed(&self.words), |parts| Cow::Owned(joined(parts)))
    }

    /// What the source is called: its name, else its description.
    pub fn source(&self) -> Option<&str> {
        Some(self.statement.as_ref()?.source.as_deref()?.called())
    }

    /// Who is said to know it first hand.
    pub fn root(&self) -> Option<&SourceRecord> {
        self.statement.as_ref()?.root()
    }
}

/// A number that something is said about.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRecord {
    /// Its row in the archive.
    pub id: i64,
    /// Its number in the article, from 1.
    pub number: u32,
    /// From the words that bound it to what it counts, in code points of the article's text.
    pub span: [usize; 2],
    /// These words.
    pub words: String,
    /// The number; none for "dozens" and for a range.
    pub value: Option<f64>,
    /// The least that it can be.
    pub low: Option<f64>,
    /// The most that it can be.
    pub high: Option<f64>,
    /// How it binds.
    pub bound: Bound,
    /// What is counted: `people`, an ISO 4217 code, `percent`, or the noun that stands there.
    pub unit: String,
    /// What befell those counted: `killed`, `injured`.
    pub measure: Option<String>,
    /// Who is counted, more closely than by `people`.
    pub who: Option<String>,
    /// Where, as the sentence says.
    pub place: Option<String>,
    /// As of when, as the sentence says: a day, a month, a year or a range.
    pub as_of: Option<String>,
    /// The figure (row of the archive) that this one is a part of: "12 people, including 3 children".
    pub part_of: Option<i64>,
}
