//! `JUnit` XML: an article is a suite, a finding a test that failed, one that was let stand a test that was skipped.

use std::fmt::Write;

use crate::escape::xml;
use crate::proof::Proof;
use crate::stand;

pub(crate) fn begin() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sayso\">\n".to_owned()
}

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let path = xml(proof.path);
    let failures = proof.open().count();
    let (tests, skipped) = (proof.findings.len().max(1), proof.findings.len() - failures);
    let mut out = format!(
        "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">\n"
    );
    if proof.findings.is_empty() {
        let _ = writeln!(out, "    <testcase name=\"sayso check\" classname=\"{path}\"/>");
    }
    for finding in proof.findings {
        let at = proof.places().at(finding.span.start);
        let name = xml(&format!("{} [{}] {}:{}", finding.code, finding.name, at.line, at.column));
        let _ = write!(out, "    <testcase name=\"{name}\" classname=\"{path}\" file=\"{path}\" line=\"{}\">", at.line);
        let message = xml(&finding.message);
        let told = if let Some(suppressed) = &finding.suppressed {
            format!("<skipped message=\"{}\"/>", xml(&stand::how(proof, suppressed)))
        } else {
            let excerpt = proof.excerpt(finding.span);
            let sentence = xml(&format!("{}[{}]{}", excerpt.before, excerpt.marked, excerpt.after));
            let (severity, help) = (finding.severity.name(), xml(&finding.help));
            format!("<failure type=\"{severity}\" message=\"{message}\">{sentence}&#10;{help}</failure>")
        };
        let _ = writeln!(out, "{told}</testcase>");
    }
    out + "  </testsuite>\n"
}

pub(crate) fn end() -> String {
    "</testsuites>\n".to_owned()
}
