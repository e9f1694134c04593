//! What full-text search finds: articles and statements with the words that were looked for marked.

mod csv;
mod html;
mod json;
mod text;

use std::sync::Arc;

use sayso_lineage::record::{ArticleRecord, StatementRecord};

pub use csv::csv;
pub use html::html;
pub use json::json;
pub use text::text;

use crate::words::{called, known, terms};

/// What a search found, or a page of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// What was asked for.
    pub asked: String,
    /// So many were found in all.
    pub total: usize,
    /// Whether there are more than `total`, which are not counted.
    pub total_is_at_least: bool,
    /// So many stand before these.
    pub before: usize,
    /// What is shown, in the order that was asked for.
    pub hits: Vec<Hit>,
}

/// An article or a statement that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where.
    pub article: Arc<ArticleRecord>,
    /// The statement; none where the article's own words were found.
    pub statement: Option<StatementRecord>,
    /// Where `text` stands, in code points of the article's text.
    pub span: [usize; 2],
    /// The evidence: the sentences around what was found.
    pub text: String,
    /// What was found in `text`, in bytes, end exclusive.
    pub marks: Vec<[usize; 2]>,
    /// How well it fits, the more the better.
    pub rank: f64,
}

/// The evidence in pieces, with whether each was looked for. Marks that overlap are one; those that no text has are none.
fn pieces(hit: &Hit) -> Vec<(bool, &str)> {
    let text = hit.text.as_str();
    let mut marks: Vec<[usize; 2]> =
        hit.marks.iter().copied().filter(|[a, b]| a < b && text.get(*a..*b).is_some()).collect();
    marks.sort_unstable();
    marks.dedup_by(|later, earlier| {
        let overlap = later[0] <= earlier[1];
        if overlap {
            earlier[1] = earlier[1].max(later[1]);
        }
        overlap
    });
    let mut out = Vec::new();
    let mut at = 0;
    for [start, end] in marks {
        out.extend([(false, &text[at..start]), (true, &text[start..end])]);
        at = end;
    }
    out.push((false, &text[at..]));
    out.retain(|(_, words)| !words.is_empty());
    out
}

/// Who says it, what kind of source that is, on what terms; none for the article's own words.
fn facts(hit: &Hit) -> Option<String> {
    let statement = hit.statement.as_ref()?;
    let mut facts = vec![statement.source.as_deref().map_or("no source named".to_owned(), called)];
    facts.extend(statement.source.as_deref().map(known).unwrap_or_default());
    facts.extend(terms(statement.terms, statement.reason.as_deref()));
    Some(facts.join(" · "))
}

/// How many are shown of how many.
fn summary(hits: &Hits) -> String {
    if hits.hits.is_empty() {
        return if hits.total == 0 {
            "Nothing found; give fewer words or fewer fields".to_owned()
        } else {
            format!("No more: {} found in all", total(hits))
        };
    }
    format!("{} to {} of {}", hits.before + 1, hits.before + hits.hits.len(), total(hits))
}

fn total(hits: &Hits) -> String {
    if hits.total_is_at_least { format!("more than {}", hits.total) } else { hits.total.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marks: &[[usize; 2]], expect: &str) {
        let hit = Hit {
            article: Arc::default(),
            statement: None,
            span: [0, 14],
            text: "der Dämm brach".to_owned(),
            marks: marks.to_vec(),
            rank: 0.0,
        };
        let show = |(is_hit, words)| if is_hit { format!("»{words}«") } else { String::from(words) };
        let found: String = pieces(&hit).into_iter().map(show).collect();
        assert_eq!(found, expect, "{marks:?}");
    }

    #[test]
    fn marks_cut_the_evidence_into_pieces_and_lose_none_of_it() {
        check(&[], "der Dämm brach");
        check(&[[4, 9]], "der »Dämm« brach");
        check(&[[10, 15], [0, 3]], "»der« Dämm »brach«");
        check(&[[0, 5], [4, 9]], "»der Dämm« brach");
        // Within a character, backwards, behind the end.
        check(&[[0, 6], [9, 4], [10, 99]], "der Dämm brach");
    }
}
