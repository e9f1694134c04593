//! Workflow commands: GitHub Actions shows each finding beside its line.

use std::fmt::Write;

use sayso_check::Severity;

use crate::escape::{command, property};
use crate::proof::Proof;

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let places = proof.places();
    let path = property(proof.path);
    let mut out = String::new();
    for finding in proof.open() {
        let (start, end) = places.of_span(places.within(finding.span));
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        // Columns hold for one line only.
        let end = if start.line == end.line {
            format!("col={},endLine={},endColumn={}", start.column, end.line, end.column)
        } else {
            format!("endLine={}", end.line)
        };
        let title = property(&format!("{} [{}]", finding.code, finding.name));
        let help = if finding.help.is_empty() { String::new() } else { format!("\n{}", finding.help) };
        let message = command(&format!("{}{help}", finding.message));
        let _ = writeln!(out, "::{level} file={path},line={},{end},title={title}::{message}", start.line);
    }
    out
}
