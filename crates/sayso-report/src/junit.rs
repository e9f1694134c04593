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
        let line = proof.lines_in_file(finding.span).map_or(String::new(), |(line, _)| format!(" line=\"{line}\""));
        let file = xml(proof.file());
        let _ = write!(out, "    <testcase name=\"{name}\" classname=\"{path}\" file=\"{file}\"{line}>");
        let message = xml(&finding.message);
        let told = if let Some(suppressed) = &finding.suppressed {
            format!("<skipped message=\"let stand {}\">{message}</skipped>", xml(&stand::how(proof, suppressed)))
        } else {
            let excerpt = proof.excerpt(finding.span);
            let sentence = xml(&format!("{}[{}]{}", excerpt.before, excerpt.marked, excerpt.after));
            let related: Vec<String> = proof.related_lines(finding).map(|line| xml(&format!("\n{line}"))).collect();
            let (severity, category, help) = (finding.severity.name(), finding.category.name(), xml(&finding.help));
            format!(
                "<failure type=\"{severity}\" message=\"{message}\">{sentence}{}&#10;{help}&#10;{category}</failure>",
                related.concat()
            )
        };
        let _ = writeln!(out, "{told}</testcase>");
    }
    out + "  </testsuite>\n"
}

/// What could not be checked: tests that could not be run.
pub(crate) fn end(trouble: &[String]) -> String {
    let mut out = String::new();
    if !trouble.is_empty() {
        let count = trouble.len();
        let _ = writeln!(
            out,
            "  <testsuite name=\"not checked\" tests=\"{count}\" failures=\"0\" errors=\"{count}\" skipped=\"0\">"
        );
        for told in trouble {
            let told = xml(told);
            let _ = writeln!(
                out,
                "    <testcase name=\"{told}\" classname=\"not checked\"><error message=\"{told}\"/></testcase>"
            );
        }
        out += "  </testsuite>\n";
    }
    out + "</testsuites>\n"
}
