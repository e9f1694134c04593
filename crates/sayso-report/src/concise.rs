//! One line a finding, for people who grep and editors that jump.

use std::fmt::Write;

use sayso_text::safe::line;

use crate::proof::Proof;

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let path = line(proof.path);
    let mut out = String::new();
    for finding in proof.open() {
        let at = proof.places().at(finding.span.start);
        let (severity, code, name) = (finding.severity.name(), line(&finding.code), line(&finding.name));
        let message = line(&finding.message);
        let _ = writeln!(out, "{path}:{}:{}: {severity} {code} [{name}] {message}", at.line, at.column);
    }
    out
}
