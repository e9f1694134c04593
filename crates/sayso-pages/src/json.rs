//! The shapes that several answers share in JSON. Fields stand in the order of the structs; numbers count from 1.

use sayso_lineage::record::{ArticleRecord, FigureRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::trace::Change;
use sayso_lineage::wording::Piece;
use serde::Serialize;

use crate::words;

/// The version of the shapes; a field may be added under the same version, never renamed or removed.
pub(crate) const VERSION: u32 = 1;

/// A document, indented, with a line end.
pub(crate) fn document(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("strings and numbers always serialize") + "\n"
}

/// A likeness or a rank with three decimals.
pub(crate) fn rounded(value: f64) -> f64 {
    if value.is_finite() { (value * 1000.0).round() / 1000.0 } else { 0.0 }
}

#[derive(Serialize)]
pub(crate) struct ArticleJson<'a> {
    article: i64,
    url: Option<&'a str>,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<&'a str>,
    moment: Option<&'a str>,
    day: Option<&'a str>,
    revision: i64,
    copy_of: Option<i64>,
    path: &'a str,
}

impl<'a> ArticleJson<'a> {
    pub(crate) fn of(article: &'a ArticleRecord) -> Self {
        Self {
            article: article.id,
            url: article.url.as_deref(),
            outlet: article.outlet.as_deref(),
            title: article.title.as_deref(),
            published: article.published.as_deref(),
            moment: article.moment.as_deref(),
            day: article.day.as_deref(),
            revision: article.revision,
            copy_of: article.copy_of,
            path: &article.path,
        }
    }
}

#[derive(Serialize)]
pub(crate) struct StatementJson<'a> {
    id: i64,
    number: String,
    kind: &'static str,
    act: &'static str,
    negated: bool,
    stance: Option<&'static str>,
    cue: &'a str,
    said_on: Option<&'a str>,
}

impl<'a> StatementJson<'a> {
    pub(crate) fn of(statement: &'a StatementRecord) -> Self {
        Self {
            id: statement.id,
            number: format!("a{}", statement.number),
            kind: statement.kind.name(),
            act: statement.act.name(),
            negated: statement.negated,
            stance: statement.stance.map(sayso_reading::Stance::name),
            cue: &statement.cue,
            said_on: statement.said_on.as_deref(),
        }
    }
}

#[derive(Serialize)]
pub(crate) struct SourceJson<'a> {
    id: i64,
    name: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'a str,
    titles: &'a [String],
}

impl<'a> SourceJson<'a> {
    pub(crate) fn of(source: &'a SourceRecord) -> Self {
        Self {
            id: source.id,
            name: source.name.as_deref(),
            kind: source.kind.name(),
            description: &source.description,
            titles: &source.titles,
        }
    }
}

#[derive(Serialize)]
pub(crate) struct TellingJson<'a> {
    #[serde(flatten)]
    article: ArticleJson<'a>,
    statement: Option<StatementJson<'a>>,
    span: [usize; 2],
    words: &'a str,
    sentence: &'a str,
    source: Option<SourceJson<'a>>,
    chain: Vec<Option<String>>,
    terms: Option<&'static str>,
    reason: Option<&'a str>,
}

impl<'a> TellingJson<'a> {
    pub(crate) fn of(telling: &'a Telling) -> Self {
        let statement = telling.statement.as_ref();
        Self {
            article: ArticleJson::of(&telling.article),
            statement: statement.map(StatementJson::of),
            span: telling.span,
            words: &telling.words,
            sentence: &telling.sentence,
            source: statement.and_then(|s| s.source.as_deref()).map(SourceJson::of),
            chain: statement.map(chain).unwrap_or_default(),
            terms: statement.and_then(|s| s.terms).map(sayso_reading::Terms::name),
            reason: statement.and_then(|s| s.reason.as_deref()),
        }
    }
}

fn chain(statement: &StatementRecord) -> Vec<Option<String>> {
    statement.chain.iter().map(|source| source.as_deref().map(words::called)).collect()
}

#[derive(Serialize)]
pub(crate) struct FigureJson<'a> {
    id: i64,
    number: String,
    span: [usize; 2],
    words: &'a str,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    bound: &'static str,
    as_of: Option<&'a str>,
}

impl<'a> FigureJson<'a> {
    pub(crate) fn of(figure: &'a FigureRecord) -> Self {
        Self {
            id: figure.id,
            number: format!("f{}", figure.number),
            span: figure.span,
            words: &figure.words,
            value: figure.value,
            low: figure.low,
            high: figure.high,
            bound: figure.bound.name(),
            as_of: figure.as_of.as_deref(),
        }
    }
}

#[derive(Serialize)]
pub(crate) struct ChangeJson<'a> {
    kind: &'static str,
    was: Option<&'a str>,
    is: Option<&'a str>,
}

pub(crate) fn changes(changes: &[Change]) -> Vec<ChangeJson<'_>> {
    changes
        .iter()
        .map(|change| {
            let (kind, was, is) = words::parts(change);
            ChangeJson { kind, was, is }
        })
        .collect()
}

/// A comparison: `["gone", "wet"]`.
pub(crate) fn wording(pieces: &[Piece]) -> Vec<[&str; 2]> {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Same(words) => ["same", words],
            Piece::Gone(words) => ["gone", words],
            Piece::New(words) => ["new", words],
        })
        .collect()
}
