//! Sources for spreadsheets: a row for each source, or for each thing that one said.

use sayso_lineage::people::{Named, SourceInArticle, Sources};
use sayso_views::csv_rows;

use super::{Depth, articles, days, kind, statements};
use crate::words::chain;

const LIST: [&str; 8] = ["name", "aliases", "type", "titles", "statements", "articles", "first", "last"];

const FULL: [&str; 17] = [
    "name",
    "description",
    "type",
    "titles",
    "published",
    "outlet",
    "title",
    "url",
    "path",
    "article",
    "source",
    "statement",
    "chain",
    "terms",
    "span",
    "words",
    "sentence",
];

/// A row for each named source with [`Depth::List`], for each statement of each source with [`Depth::Full`], where the unnamed
/// have no name. Spans are `start:end` in code points.
pub fn csv(sources: &Sources, depth: Depth) -> String {
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    match depth {
        Depth::List => csv_rows(std::iter::once(own(&LIST)).chain(sources.named.iter().map(row))),
        Depth::Full => {
            let named = sources.named.iter().flat_map(|one| one.places.iter().flat_map(|place| said(&one.name, place)));
            let unnamed = sources.unnamed.iter().flat_map(|one| said("", one));
            csv_rows(std::iter::once(own(&FULL)).chain(named).chain(unnamed))
        }
    }
}

fn row(named: &Named) -> Vec<String> {
    let [first, last] = days(named).map(|days| days.map(str::to_owned)).unwrap_or_default();
    vec![
        named.name.clone(),
        named.aliases.join("; "),
        kind(named).to_owned(),
        named.titles.iter().map(|title| title.title.clone()).collect::<Vec<_>>().join("; "),
        statements(named).to_string(),
        articles(named).to_string(),
        first,
        last,
    ]
}

fn said(name: &str, place: &SourceInArticle) -> Vec<Vec<String>> {
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    let (article, source) = (&place.article, &place.source);
    let rows = place.tellings.iter().map(|telling| {
        let statement = telling.statement.as_ref();
        vec![
            name.to_owned(),
            source.description.clone(),
            source.kind.name().to_owned(),
            source.titles.join("; "),
            article.moment.clone().or_else(|| article.day.clone()).unwrap_or_default(),
            own(&article.outlet),
            own(&article.title),
            own(&article.url),
            article.path.clone(),
            article.id.to_string(),
            source.id.to_string(),
            statement.map(|s| format!("a{}", s.number)).unwrap_or_default(),
            chain(telling).join(" ← "),
            statement.and_then(|s| s.terms).map(|terms| terms.name().to_owned()).unwrap_or_default(),
            format!("{}:{}", telling.span[0], telling.span[1]),
            telling.words.clone(),
            telling.sentence.clone(),
        ]
    });
    rows.collect()
}
