//! One line a finding, for people who grep and editors that jump.

use std::fmt::Write;

use crate::{Checked, Places};

pub(crate) fn article(checked: &Checked<'_>) -> String {
    let places = Places::of(&checked.article.text);
    let mut out = String::new();
    for finding in checked.findings.iter().filter(|finding| finding.suppressed.is_none()) {
        let at = places.at(finding.span.start);
        let (severity, code, name) = (finding.severity.name(), &finding.code, &finding.name);
        let _ =
            writeln!(out, "{}:{}:{}: {severity} {code} [{name}] {}", checked.path, at.line, at.column, finding.message);
    }
    out
}
