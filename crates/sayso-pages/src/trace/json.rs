//! A trace for programs.

use sayso_lineage::trace::{Appearance, Edge, Trace, Why};
use serde::Serialize;

use super::numbered;
use crate::json::{ChangeJson, TellingJson, VERSION, changes, document, rounded, wording};

#[derive(Serialize)]
struct TraceJson<'t> {
    version: u32,
    asked: &'t str,
    earliest: Option<usize>,
    appearances: Vec<AppearanceJson<'t>>,
    edges: Vec<EdgeJson<'t>>,
    fullest: Option<usize>,
    roots: Vec<RootJson<'t>>,
    against: Vec<AppearanceJson<'t>>,
}

#[derive(Serialize)]
struct AppearanceJson<'t> {
    number: usize,
    #[serde(flatten)]
    telling: TellingJson<'t>,
    #[serde(rename = "match")]
    form: &'static str,
    likeness: f64,
    shared: &'t [String],
    revisions: &'t [i64],
}

#[derive(Serialize)]
struct EdgeJson<'t> {
    from: usize,
    to: usize,
    kind: &'static str,
    why: WhyJson<'t>,
    wording: Vec<[&'t str; 2]>,
    changes: Vec<ChangeJson<'t>>,
}

#[derive(Serialize)]
struct WhyJson<'t> {
    kind: &'static str,
    words: Option<&'t str>,
}

#[derive(Serialize)]
struct RootJson<'t> {
    name: Option<&'t str>,
    is_named: bool,
    appearances: Vec<usize>,
}

/// A trace as one JSON document. Numbers of appearances count from 1.
pub fn json(trace: &Trace) -> String {
    let mut appearances: Vec<AppearanceJson> = numbered(trace).map(|(number, one)| appearance(number, one)).collect();
    let against = appearances.split_off(trace.appearances.len());
    document(&TraceJson {
        version: VERSION,
        asked: &trace.asked,
        earliest: (!appearances.is_empty()).then_some(1),
        appearances,
        edges: trace.edges.iter().map(edge).collect(),
        fullest: trace.fullest.map(|place| place + 1),
        roots: trace
            .roots
            .iter()
            .map(|root| RootJson {
                name: root.name.as_deref(),
                is_named: root.is_named,
                appearances: root.appearances.iter().map(|place| place + 1).collect(),
            })
            .collect(),
        against,
    })
}

fn appearance(number: usize, one: &Appearance) -> AppearanceJson<'_> {
    AppearanceJson {
        number,
        telling: TellingJson::of(&one.telling),
        form: one.found.form.name(),
        likeness: rounded(one.found.likeness),
        shared: &one.found.shared,
        revisions: &one.revisions,
    }
}

fn edge(edge: &Edge) -> EdgeJson<'_> {
    let why = match &edge.why {
        Why::Copy => WhyJson { kind: "copy", words: None },
        Why::Names(words) => WhyJson { kind: "names", words: Some(words) },
        Why::Own => WhyJson { kind: "own", words: None },
        Why::Wording => WhyJson { kind: "wording", words: None },
    };
    EdgeJson {
        from: edge.from + 1,
        to: edge.to + 1,
        kind: edge.kind.name(),
        why,
        wording: wording(&edge.wording),
        changes: changes(&edge.changes),
    }
}
