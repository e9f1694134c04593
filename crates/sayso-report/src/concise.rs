//! One line a finding, for people who grep and editors that jump.

use std::fmt::Write;

use sayso_text::safe::line;

use crate::proof::Proof;
use crate::stand;

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let path = line(proof.path);
    let mut out = String::new();
    for finding in proof.findings {
        let at = proof.places().at(finding.span.start);
        let (severity, why) = match &finding.suppressed {
            None => (finding.severity.name(), String::new()),
            Some(suppressed) if stand::is_told(suppressed) => {
                (stand::STANDS, format!(" ({})", line(&stand::how(proof, suppressed))))
            }
            Some(_) => continue,
        };
        let (code, name, message) = (line(&finding.code), line(&finding.name), line(&finding.message));
        let _ = writeln!(out, "{path}:{}:{}: {severity} {code} [{name}] {message}{why}", at.line, at.column);
    }
    out
}
