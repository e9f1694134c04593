//! A comment under a pull request: the words in their sentence, and what to do; what was let stand is folded away, not left out.

use std::fmt::Write;

use crate::about::Abouts;
use crate::escape::{code, link, markdown as plain};
use crate::proof::Proof;
use crate::{Statistics, stand};

pub(crate) fn begin() -> String {
    "## Sourcing\n\n".to_owned()
}

pub(crate) fn article(proof: &Proof<'_>, abouts: &Abouts) -> String {
    let mut out = String::new();
    if proof.findings.is_empty() {
        return out;
    }
    let _ = writeln!(out, "### {}", code(proof.path));
    for finding in proof.open() {
        let at = proof.places().at(finding.span.start);
        let (severity, rule, name) = (finding.severity.name(), plain(&finding.code), code(&finding.name));
        let category = finding.category.name();
        let rule = abouts.address(&finding.code).map_or(rule.clone(), |address| link(&rule, &address));
        let _ = write!(out, "\n{}:{} **{severity} {rule}** {name} {category}\\\n", at.line, at.column);
        let _ = writeln!(out, "{}", plain(&finding.message));
        let excerpt = proof.excerpt(finding.span);
        if !excerpt.marked.is_empty() {
            let [before, marked, after] = [&excerpt.before, &excerpt.marked, &excerpt.after].map(|words| plain(words));
            let _ = writeln!(out, "\n> {before}<b>{marked}</b>{after}");
        }
        for (at, related) in proof.related(finding) {
            let _ = writeln!(out, "\n- {}:{} {}", at.line, at.column, plain(&related));
        }
        if !finding.help.is_empty() {
            let _ = writeln!(out, "\n{}", plain(&finding.help));
        }
    }
    out + &stood(proof)
}

/// What was let stand, folded; what lies in a baseline without a reason is counted, as a comment has room for so much only.
fn stood(proof: &Proof<'_>) -> String {
    let stood = proof.findings.iter().filter_map(|finding| Some((finding, finding.suppressed.as_ref()?)));
    let (told, counted): (Vec<_>, Vec<_>) = stood.partition(|(_, suppressed)| stand::is_told(suppressed));
    let mut out = String::new();
    let count = told.len() + counted.len();
    if count == 0 {
        return out;
    }
    let _ = writeln!(out, "\n<details><summary>{count} let stand</summary>\n");
    for (finding, suppressed) in told {
        let at = proof.places().at(finding.span.start);
        let (rule, name, how) = (plain(&finding.code), code(&finding.name), plain(&stand::how(proof, suppressed)));
        let _ = writeln!(out, "- {}:{} {rule} {name} {}, {how}", at.line, at.column, plain(&finding.message));
    }
    if !counted.is_empty() {
        let _ = writeln!(out, "- {} from before", counted.len());
    }
    out + "\n</details>\n"
}

pub(crate) fn end(statistics: &Statistics, trouble: &[String]) -> String {
    let mut out = if statistics.rules.is_empty() { String::new() } else { "\n".to_owned() };
    if !trouble.is_empty() {
        let _ = writeln!(out, "### Not checked\n");
        for told in trouble {
            let _ = writeln!(out, "- {}", plain(told));
        }
        out.push('\n');
    }
    out + &format!(
        "**{}**\n\n`sayso rule CODE` tells why, on whose authority, how to let it stand\n",
        statistics.summary()
    )
}
