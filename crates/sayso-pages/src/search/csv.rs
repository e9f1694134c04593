//! Hits for spreadsheets: a row each.

use sayso_views::csv_rows;

use super::Hits;
use crate::json::rounded;
use crate::words::called;

const HEADER: [&str; 16] = [
    "number",
    "published",
    "outlet",
    "title",
    "url",
    "path",
    "article",
    "revision",
    "statement",
    "source",
    "type",
    "terms",
    "reason",
    "span",
    "text",
    "rank",
];

/// A row for each hit. Spans are `start:end` in code points.
pub fn csv(hits: &Hits) -> String {
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut rows = vec![HEADER.map(str::to_owned).to_vec()];
    for (i, hit) in hits.hits.iter().enumerate() {
        let (article, statement) = (&hit.article, hit.statement.as_ref());
        let source = statement.and_then(|s| s.source.as_deref());
        rows.push(vec![
            (hits.before + i + 1).to_string(),
            article.moment.clone().or_else(|| article.day.clone()).unwrap_or_default(),
            own(&article.outlet),
            own(&article.title),
            own(&article.url),
            article.path.clone(),
            article.id.to_string(),
            article.revision.to_string(),
            statement.map(|s| format!("a{}", s.number)).unwrap_or_default(),
            source.map(called).unwrap_or_default(),
            source.map(|s| s.kind.name().to_owned()).unwrap_or_default(),
            statement.and_then(|s| s.terms).map(|terms| terms.name().to_owned()).unwrap_or_default(),
            statement.and_then(|s| s.reason.clone()).unwrap_or_default(),
            format!("{}:{}", hit.span[0], hit.span[1]),
            hit.text.clone(),
            rounded(hit.rank).to_string(),
        ]);
    }
    csv_rows(rows)
}
