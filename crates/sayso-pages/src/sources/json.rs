//! Sources for programs.

use sayso_lineage::people::{Named, SourceInArticle, Sources};
use serde::Serialize;

use super::{Depth, articles, days, kind, number, starts, statements};
use crate::json::{ArticleJson, FigureJson, SourceJson, TellingJson, VERSION, document};

#[derive(Serialize)]
struct SourcesJson<'s> {
    version: u32,
    named: Vec<NamedJson<'s>>,
    unnamed: Vec<InArticleJson<'s>>,
}

#[derive(Serialize)]
struct NamedJson<'s> {
    name: &'s str,
    #[serde(rename = "type")]
    kind: &'static str,
    aliases: &'s [String],
    titles: Vec<TitleJson<'s>>,
    statements: usize,
    articles: usize,
    first: Option<&'s str>,
    last: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<Vec<InArticleJson<'s>>>,
    merges: Vec<MergeJson<'s>>,
    again: Vec<AgainJson>,
}

#[derive(Serialize)]
struct TitleJson<'s> {
    title: &'s str,
    first: Option<&'s str>,
    last: Option<&'s str>,
}

#[derive(Serialize)]
struct InArticleJson<'s> {
    #[serde(flatten)]
    article: ArticleJson<'s>,
    source: SourceJson<'s>,
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    statements: Option<Vec<SaidJson<'s>>>,
}

#[derive(Serialize)]
struct SaidJson<'s> {
    number: usize,
    #[serde(flatten)]
    telling: TellingJson<'s>,
    figures: Vec<FigureJson<'s>>,
}

#[derive(Serialize)]
struct MergeJson<'s> {
    source: i64,
    to: i64,
    why: &'s str,
}

#[derive(Serialize)]
struct AgainJson {
    kind: &'static str,
    before: usize,
    after: usize,
}

/// Sources as one JSON document. The statements of a named source count from 1 over all its articles.
pub fn json(sources: &Sources, depth: Depth) -> String {
    document(&SourcesJson {
        version: VERSION,
        named: sources.named.iter().map(|one| named(one, depth)).collect(),
        unnamed: sources.unnamed.iter().map(|one| in_article(one, 0, depth)).collect(),
    })
}

fn named(one: &Named, depth: Depth) -> NamedJson<'_> {
    let starts = starts(one);
    let places = || one.places.iter().zip(&starts).map(|(place, start)| in_article(place, *start, depth)).collect();
    let [first, last] = days(one).map(|days| days.map(Some)).unwrap_or_default();
    NamedJson {
        name: &one.name,
        kind: kind(one),
        aliases: &one.aliases,
        titles: one
            .titles
            .iter()
            .map(|title| TitleJson { title: &title.title, first: title.first.as_deref(), last: title.last.as_deref() })
            .collect(),
        statements: statements(one),
        articles: articles(one),
        first,
        last,
        places: (depth == Depth::Full).then(places),
        merges: one
            .merges
            .iter()
            .map(|merge| MergeJson { source: merge.source, to: merge.to, why: &merge.why })
            .collect(),
        again: one
            .again
            .iter()
            .filter_map(|again| {
                Some(AgainJson {
                    kind: if again.contradicts { "contradicts" } else { "repeats" },
                    before: number(one, &starts, again.before)?,
                    after: number(one, &starts, again.after)?,
                })
            })
            .collect(),
    }
}

fn in_article(one: &SourceInArticle, start: usize, depth: Depth) -> InArticleJson<'_> {
    let said = || {
        let tellings = one.tellings.iter().enumerate();
        let said = tellings.map(|(i, telling)| SaidJson {
            number: start + i + 1,
            telling: TellingJson::of(telling),
            figures: telling.figures.iter().map(|figure| FigureJson::of(figure)).collect(),
        });
        said.collect()
    };
    InArticleJson {
        article: ArticleJson::of(&one.article),
        source: SourceJson::of(&one.source),
        count: one.tellings.len(),
        statements: (depth == Depth::Full).then(said),
    }
}
