//! Workflow commands: GitHub Actions shows each finding beside its line.

use std::fmt::Write;

use sayso_check::{Finding, Severity};

use crate::escape::{command, file, property};
use crate::proof::Proof;
use crate::{InFile, stand};

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let path = file(proof.file());
    let mut out = String::new();
    for finding in proof.findings {
        let (level, title, message) = match &finding.suppressed {
            None => (level(finding.severity), "", told(proof, finding)),
            Some(suppressed) if stand::is_told(suppressed) => {
                ("notice", " let stand", format!("{}\nLet stand {}", finding.message, stand::how(proof, suppressed)))
            }
            Some(_) => continue,
        };
        let title = property(&format!("{} [{}]{title}", finding.code, finding.name));
        let (at, message) = (place(proof, finding), command(&message));
        let _ = writeln!(out, "::{level} file={path}{at},title={title}::{message}");
    }
    out
}

/// What could not be checked.
pub(crate) fn end(trouble: &[String]) -> String {
    let mut out = String::new();
    for told in trouble {
        // Writing to a string never fails.
        let _ = writeln!(out, "::error title=sayso::{}", command(told));
    }
    out
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// Where it stands in the file, as far as that can be told. Columns hold for one line only.
fn place(proof: &Proof<'_>, finding: &Finding) -> String {
    let Some((from, to)) = proof.lines_in_file(finding.span) else { return String::new() };
    if from != to || proof.in_file != InFile::Whole {
        return format!(",line={from},endLine={to}");
    }
    let (start, end) = proof.places().of_span(proof.places().within(finding.span));
    format!(",line={from},col={},endLine={to},endColumn={}", start.column, end.column)
}

/// What is said of a finding.
fn told(proof: &Proof<'_>, finding: &Finding) -> String {
    let related = proof.related_lines(finding);
    let lines = std::iter::once(finding.message.clone()).chain(related).chain(Some(finding.help.clone()));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
