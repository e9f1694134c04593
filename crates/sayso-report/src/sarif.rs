//! SARIF 2.1.0, as its schema and GitHub have it.
//!
//! Own structs, as few of the format's fields are of use here. The rules stand behind the results, so that a run of any length is
//! written as it goes and still tells of no rule that found nothing.

use sayso_check::{Finding, Severity, Suppressed, SuppressedBy};
use sayso_text::Span;
use serde::Serialize;

use crate::about::{About, Abouts};
use crate::escape::{sarif as message, uri};
use crate::fingerprint::Fingerprints;
use crate::json::written;
use crate::proof::Proof;
use crate::{InFile, Statistics, stand};

/// Words of a region that are repeated in the report; longer ones are found by their place.
const SNIPPET: usize = 1000;

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprint,
    /// Empty where nobody let it stand: all results have it or none, says the format.
    suppressions: Vec<Suppression<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
    #[serde(rename = "physicalLocation")]
    physical: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    end_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Text>,
}

#[derive(Serialize)]
struct Fingerprint {
    /// The one that GitHub goes by.
    #[serde(rename = "primaryLocationLineHash")]
    line: String,
    #[serde(rename = "saysoWords/v1")]
    words: String,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    justification: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
    properties: By,
}

#[derive(Serialize)]
struct By {
    by: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Inserted<'a>,
}

#[derive(Serialize)]
struct Inserted<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Properties<'a> {
    category: &'static str,
    help: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: String,
    name: String,
    short_description: Text,
    full_description: Text,
    help: Help,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    default_configuration: Configuration,
    properties: RuleProperties,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
struct RuleProperties {
    category: &'static str,
    tags: [&'static str; 2],
    /// The one that GitHub goes by.
    #[serde(rename = "problem.severity")]
    severity: &'static str,
}

pub(crate) fn begin() -> String {
    "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\
     \"columnKind\":\"utf16CodeUnits\",\"results\":[\n"
        .to_owned()
}

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let mut fingerprints = Fingerprints::default();
    let results = proof.findings.iter().map(|finding| written(&result(proof, finding, &mut fingerprints)));
    results.collect::<Vec<_>>().join(",\n")
}

pub(crate) fn end(statistics: &Statistics, abouts: &Abouts, trouble: &[String]) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let rules = statistics.rules.iter().map(|(code, count)| rule(abouts.of(code, &count.name), abouts));
    let driver = Driver { name: "Sayso", version, semantic_version: version, rules: rules.collect() };
    let notifications =
        trouble.iter().map(|told| Notification { level: "error", message: Text { text: message(told) } });
    let invocation =
        Invocation { execution_successful: trouble.is_empty(), tool_execution_notifications: notifications.collect() };
    format!("\n],\"invocations\":[{}],\"tool\":{}}}]}}\n", written(&invocation), written(&Tool { driver }))
}

fn result<'a>(proof: &Proof<'_>, finding: &'a Finding, fingerprints: &mut Fingerprints) -> SarifResult<'a> {
    let fingerprint = fingerprints.next(proof, finding).in_article();
    let related = finding.related.iter().enumerate();
    let told = [finding.message.as_str(), finding.help.as_str()].into_iter().filter(|told| !told.is_empty());
    SarifResult {
        rule_id: &finding.code,
        level: level(finding.severity),
        message: Text { text: message(&told.map(sentence).collect::<Vec<_>>().join(" ")) },
        locations: [location(proof, finding.span, None)],
        related_locations: related
            .map(|(i, at)| location(proof, at.span, Some((i + 1, message(&at.message)))))
            .collect(),
        partial_fingerprints: Fingerprint { line: fingerprint.clone(), words: fingerprint },
        suppressions: finding.suppressed.iter().map(|suppressed| suppression(proof, suppressed)).collect(),
        fixes: finding
            .fix
            .iter()
            .filter_map(|fix| {
                let deleted_region = region(proof, fix.span, false).filter(|_| proof.in_file == InFile::Whole)?;
                let replacements = [Replacement { deleted_region, inserted_content: Inserted { text: &fix.text } }];
                Some(Fix { artifact_changes: [Change { artifact_location: artifact(proof), replacements }] })
            })
            .collect(),
        properties: Properties { category: finding.category.name(), help: &finding.help },
    }
}

/// A message as a sentence.
fn sentence(told: &str) -> String {
    if told.ends_with(['.', '?', '!', '…']) { told.to_owned() } else { format!("{told}.") }
}

fn suppression<'a>(proof: &Proof<'_>, suppressed: &'a Suppressed) -> Suppression<'a> {
    let (kind, location) = match suppressed.by {
        SuppressedBy::Comment(span) => ("inSource", Some(location(proof, span, None))),
        SuppressedBy::Sidecar | SuppressedBy::Baseline | SuppressedBy::Revision => ("external", None),
    };
    let properties = By { by: stand::name(suppressed.by) };
    Suppression { kind, status: "accepted", justification: suppressed.reason.as_deref(), location, properties }
}

fn location(proof: &Proof<'_>, span: Span, told: Option<(usize, String)>) -> Location {
    let (id, text) = told.unzip();
    let physical = Physical { artifact_location: artifact(proof), region: region(proof, span, true) };
    Location { id, message: text.map(|text| Text { text }), physical }
}

fn artifact(proof: &Proof<'_>) -> Artifact {
    Artifact { uri: uri(proof.file()) }
}

/// Where a span stands in its file; nothing where that cannot be told.
fn region(proof: &Proof<'_>, span: Span, snippet: bool) -> Option<Region> {
    let (start_line, end_line) = proof.lines_in_file(span)?;
    if proof.in_file != InFile::Whole {
        return Some(Region { start_line, start_column: None, end_line, end_column: None, snippet: None });
    }
    let places = proof.places();
    let span = places.within(span);
    let (start, end) = (places.utf16(span.start), places.utf16(span.end));
    let is_shown = snippet && !span.is_empty() && span.len() <= SNIPPET;
    Some(Region {
        start_line,
        start_column: Some(start.column),
        end_line,
        end_column: Some(end.column),
        snippet: is_shown.then(|| Text { text: span.of(proof.text()).to_owned() }),
    })
}

fn rule(about: About, abouts: &Abouts) -> Rule {
    let help_uri = abouts.address(&about.code);
    let summary = || Text { text: about.summary.clone() };
    Rule {
        short_description: summary(),
        full_description: summary(),
        help: Help { text: about.page.clone(), markdown: about.page.clone() },
        help_uri,
        default_configuration: Configuration { enabled: about.default, level: level(about.severity) },
        properties: RuleProperties {
            category: about.category.name(),
            tags: ["sourcing", about.category.name()],
            severity: match about.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "recommendation",
            },
        },
        id: about.code,
        name: about.name,
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
