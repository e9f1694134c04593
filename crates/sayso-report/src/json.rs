//! Findings as JSON, one document or a line each. `docs/schema/findings-1.json` says what each field is.

use sayso_check::{Finding, Severity, SuppressedBy};
use sayso_text::Span;
use serde::Serialize;

use crate::fingerprint::Fingerprints;
use crate::proof::Proof;
use crate::{Place, Statistics, stand};

/// A value as JSON. Values are made of strings and numbers, which JSON always holds.
pub(crate) fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct Article<'a> {
    path: &'a str,
    findings: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    path: &'a str,
    #[serde(flatten)]
    item: Item<'a>,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'a str,
    name: &'a str,
    category: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    place: Where,
    words: String,
    message: &'a str,
    help: &'a str,
    related: Vec<Related<'a>>,
    fix: Option<Fix<'a>>,
    suppressed: Option<Suppressed<'a>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Where {
    span: [usize; 2],
    start: At,
    end: At,
}

#[derive(Serialize)]
struct At {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Where,
    message: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    span: [usize; 2],
    text: &'a str,
}

#[derive(Serialize)]
struct Suppressed<'a> {
    by: &'static str,
    span: Option<[usize; 2]>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct Summary<'a> {
    articles: usize,
    findings: usize,
    error: usize,
    warning: usize,
    info: usize,
    let_stand: usize,
    not_checked: &'a [String],
}

pub(crate) fn begin() -> String {
    format!("{{\"schema\":\"sayso/findings/1\",\"version\":\"{}\",\"articles\":[\n", env!("CARGO_PKG_VERSION"))
}

pub(crate) fn article(proof: &Proof<'_>) -> String {
    written(&Article { path: proof.path, findings: items(proof).collect() })
}

pub(crate) fn lines(proof: &Proof<'_>) -> String {
    items(proof).map(|item| written(&Row { path: proof.path, item }) + "\n").collect()
}

pub(crate) fn end(statistics: &Statistics, trouble: &[String]) -> String {
    let of = |severity| statistics.of(severity);
    let summary = Summary {
        articles: statistics.articles,
        findings: statistics.findings(),
        error: of(Severity::Error),
        warning: of(Severity::Warning),
        info: of(Severity::Info),
        let_stand: statistics.let_stand(),
        not_checked: trouble,
    };
    format!("\n],\"summary\":{}}}\n", written(&summary))
}

fn items<'a>(proof: &'a Proof<'_>) -> impl Iterator<Item = Item<'a>> {
    let mut fingerprints = Fingerprints::default();
    proof.findings.iter().map(move |finding| item(proof, finding, &mut fingerprints))
}

fn item<'a>(proof: &Proof<'_>, finding: &'a Finding, fingerprints: &mut Fingerprints) -> Item<'a> {
    let fix = finding.fix.as_ref().map(|fix| Fix { span: proof.places().points(fix.span), text: &fix.text });
    let related = finding.related.iter();
    Item {
        code: &finding.code,
        name: &finding.name,
        category: finding.category.name(),
        severity: finding.severity.name(),
        place: place(proof, finding.span),
        words: proof.words(finding.span),
        message: &finding.message,
        help: &finding.help,
        related: related.map(|at| Related { place: place(proof, at.span), message: &at.message }).collect(),
        fix,
        suppressed: finding.suppressed.as_ref().map(|suppressed| Suppressed {
            by: stand::name(suppressed.by),
            span: match suppressed.by {
                SuppressedBy::Comment(span) => Some(proof.places().points(span)),
                SuppressedBy::Sidecar | SuppressedBy::Baseline | SuppressedBy::Revision => None,
            },
            reason: suppressed.reason.as_deref(),
        }),
        fingerprint: fingerprints.next(proof, finding).in_article(),
    }
}

fn place(proof: &Proof<'_>, span: Span) -> Where {
    let places = proof.places();
    let span = places.within(span);
    let (start, end) = places.of_span(span);
    let at = |Place { line, column }| At { line, column };
    Where { span: places.points(span), start: at(start), end: at(end) }
}
