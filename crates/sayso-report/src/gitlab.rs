//! GitLab's code quality report: one array.

use sayso_check::Severity;
use serde::Serialize;

use crate::fingerprint::Fingerprints;
use crate::json::written;
use crate::proof::Proof;
use crate::stand;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    categories: [&'static str; 1],
    content: Content,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Content {
    body: String,
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
    // GitLab takes no path that begins so.
    let path = proof.file().strip_prefix("./").unwrap_or(proof.file());
    let mut fingerprints = Fingerprints::default();
    let mut issues = Vec::new();
    for finding in proof.findings {
        // What was let stand counts too, so that letting one stand does not rename the next with the same words.
        let fingerprint = fingerprints.next(proof, finding).in_report(proof.path);
        let (stands, severity) = match &finding.suppressed {
            None => (String::new(), severity(finding.severity)),
            Some(suppressed) if stand::is_told(suppressed) => {
                (format!(" (let stand {})", stand::how(proof, suppressed)), "info")
            }
            Some(_) => continue,
        };
        // An article's place is its file's first line where none is known.
        let (begin, end) = proof.lines_in_file(finding.span).unwrap_or((1, 1));
        let body: Vec<String> =
            proof.related_lines(finding).chain(Some(finding.help.clone()).filter(|help| !help.is_empty())).collect();
        issues.push(written(&Issue {
            description: format!("{} [{}] {}{stands}", finding.code, finding.name, finding.message),
            check_name: &finding.code,
            fingerprint,
            severity,
            categories: [finding.category.name()],
            content: Content { body: body.join("\n\n") },
            location: Location { path, lines: Lines { begin, end } },
        }));
    }
    issues.join(",\n")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}

pub(crate) fn end() -> String {
    "\n]\n".to_owned()
}
