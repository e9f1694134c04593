//! Revisions for programs.

use sayso_lineage::revision::{Difference, Revised};
use serde::Serialize;

use super::silent_first;
use crate::json::{ArticleJson, ChangeJson, TellingJson, VERSION, changes, document, wording};

#[derive(Serialize)]
struct RevisionsJson<'d> {
    version: u32,
    differences: Vec<DifferenceJson<'d>>,
}

#[derive(Serialize)]
struct DifferenceJson<'d> {
    before: ArticleJson<'d>,
    after: ArticleJson<'d>,
    changes: Vec<RevisedJson<'d>>,
}

#[derive(Serialize)]
struct RevisedJson<'d> {
    is_silent: bool,
    before: Option<TellingJson<'d>>,
    after: Option<TellingJson<'d>>,
    wording: Vec<[&'d str; 2]>,
    changes: Vec<ChangeJson<'d>>,
}

/// The differences of an article's texts as one JSON document.
pub fn json(differences: &[Difference]) -> String {
    let differences = differences.iter().map(|one| DifferenceJson {
        before: ArticleJson::of(&one.before),
        after: ArticleJson::of(&one.after),
        changes: silent_first(one).into_iter().map(revised).collect(),
    });
    document(&RevisionsJson { version: VERSION, differences: differences.collect() })
}

fn revised(one: &Revised) -> RevisedJson<'_> {
    RevisedJson {
        is_silent: one.is_silent,
        before: one.before.as_ref().map(TellingJson::of),
        after: one.after.as_ref().map(TellingJson::of),
        wording: wording(&one.wording),
        changes: changes(&one.changes),
    }
}
