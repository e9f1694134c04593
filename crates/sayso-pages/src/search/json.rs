//! Hits for programs.

use serde::Serialize;

use super::{Hit, Hits};
use crate::json::{ArticleJson, SourceJson, StatementJson, VERSION, document, rounded};

#[derive(Serialize)]
struct HitsJson<'h> {
    version: u32,
    asked: &'h str,
    total: usize,
    total_is_at_least: bool,
    hits: Vec<HitJson<'h>>,
}

#[derive(Serialize)]
struct HitJson<'h> {
    number: usize,
    #[serde(flatten)]
    article: ArticleJson<'h>,
    statement: Option<StatementJson<'h>>,
    source: Option<SourceJson<'h>>,
    terms: Option<&'static str>,
    reason: Option<&'h str>,
    span: [usize; 2],
    text: &'h str,
    /// In code points of `text`, as every offset that comes out.
    marks: Vec<[usize; 2]>,
    rank: f64,
}

/// Hits as one JSON document, numbered from 1 over all pages.
pub fn json(hits: &Hits) -> String {
    document(&HitsJson {
        version: VERSION,
        asked: &hits.asked,
        total: hits.total,
        total_is_at_least: hits.total_is_at_least,
        hits: hits.hits.iter().enumerate().map(|(i, one)| hit(hits.before + i + 1, one)).collect(),
    })
}

fn hit(number: usize, hit: &Hit) -> HitJson<'_> {
    let statement = hit.statement.as_ref();
    HitJson {
        number,
        article: ArticleJson::of(&hit.article),
        statement: statement.map(StatementJson::of),
        source: statement.and_then(|s| s.source.as_deref()).map(SourceJson::of),
        terms: statement.and_then(|s| s.terms).map(sayso_reading::Terms::name),
        reason: statement.and_then(|s| s.reason.as_deref()),
        span: hit.span,
        text: &hit.text,
        marks: marks(hit),
        rank: rounded(hit.rank),
    }
}

fn marks(hit: &Hit) -> Vec<[usize; 2]> {
    let mut at = 0;
    let mut out = Vec::new();
    for (is_hit, words) in super::pieces(hit) {
        let end = at + words.chars().count();
        if is_hit {
            out.push([at, end]);
        }
        at = end;
    }
    out
}
