//! What changed between the texts of one article: attributions, figures, terms; not commas.

mod html;
mod json;
mod text;

pub use html::html;
pub use json::json;
pub use text::text;

use sayso_lineage::record::ArticleRecord;
use sayso_lineage::revision::{Difference, Revised};

use crate::words::{change, moment};

/// The changes, those of figures that nothing in the later text speaks of first, else in their order.
fn silent_first(difference: &Difference) -> Vec<&Revised> {
    let mut changes: Vec<&Revised> = difference.changes.iter().collect();
    changes.sort_by_key(|one| !one.is_silent);
    changes
}

/// What became of a statement, a phrase each.
fn told(revised: &Revised) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    if revised.is_silent {
        told.push("number changed, and no correction says so".to_owned());
    }
    told.extend(match (&revised.before, &revised.after) {
        (None, Some(_)) => Some("new".to_owned()),
        (Some(_), None) => Some("gone".to_owned()),
        _ => None,
    });
    told.extend(revised.changes.iter().map(change));
    if told.is_empty() {
        told.push("reworded".to_owned());
    }
    told
}

/// Which of so many revisions, and when it was published.
fn version(article: &ArticleRecord, total: i64) -> String {
    format!("revision {} of {total}, published {}", article.revision, moment(article))
}

/// The number of the last revision that is known here.
fn total(differences: &[Difference]) -> i64 {
    differences.iter().map(|one| one.after.revision.max(one.before.revision)).max().unwrap_or(0)
}

/// The article's address, or its key.
fn asked(differences: &[Difference]) -> String {
    let article = differences.first().map(|one| &one.before);
    article.map(|article| article.url.clone().unwrap_or_else(|| article.key.clone())).unwrap_or_default()
}

/// The hint where nothing changed.
const NOTHING: &str = "Nothing but wording and punctuation outside attributions and figures changed";
/// The hint where there is nothing to compare.
const ONE: &str = "The archive has one text of this article; add it again after it changed";
