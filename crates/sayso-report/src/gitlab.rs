//! GitLab's code quality report: one array.

use sayso_check::Severity;
use serde::Serialize;

use crate::fingerprint::Fingerprints;
use crate::json::written;
use crate::proof::Proof;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub(crate) fn begin() -> String {
    "[\n".to_owned()
}

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let places = proof.places();
    // GitLab takes no path that begins so.
    let path = proof.path.strip_prefix("./").unwrap_or(proof.path);
    let mut fingerprints = Fingerprints::default();
    let mut issues = Vec::new();
    for finding in proof.findings {
        // What was let stand counts too, so that letting one stand does not rename the next with the same words.
        let fingerprint = fingerprints.next(proof, finding).in_report(proof.path);
        if finding.suppressed.is_some() {
            continue;
        }
        let (start, end) = places.of_span(places.within(finding.span));
        issues.push(written(&Issue {
            description: format!("{} [{}] {}", finding.code, finding.name, finding.message),
            check_name: &finding.code,
            fingerprint,
            severity: match finding.severity {
                Severity::Error => "critical",
                Severity::Warning => "minor",
                Severity::Info => "info",
            },
            location: Location { path, lines: Lines { begin: start.line, end: end.line } },
        }));
    }
    issues.join(",\n")
}

pub(crate) fn end() -> String {
    "\n]\n".to_owned()
}
