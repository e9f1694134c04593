//! What somebody let stand: by what, and why.

use sayso_check::{Suppressed, SuppressedBy};
use sayso_text::safe;

use crate::proof::Proof;

/// Stands in a severity's place.
pub(crate) const STANDS: &str = "let stand";

/// The name in JSON of what lets a finding stand.
pub(crate) fn name(by: SuppressedBy) -> &'static str {
    match by {
        SuppressedBy::Comment(_) => "comment",
        SuppressedBy::Sidecar => "sidecar",
        SuppressedBy::Baseline => "baseline",
        SuppressedBy::Revision => "revision",
    }
}

/// By what a finding was let stand, and why, on one line: “by a comment at 6:1: the desk's approval”.
pub(crate) fn how(proof: &Proof<'_>, suppressed: &Suppressed) -> String {
    let by = match suppressed.by {
        SuppressedBy::Comment(span) => {
            let at = proof.places().at(span.start);
            format!("by a comment at {}:{}", at.line, at.column)
        }
        SuppressedBy::Sidecar => "by a file beside the article".to_owned(),
        SuppressedBy::Baseline => "in the baseline".to_owned(),
        SuppressedBy::Revision => "as it was there at the revision".to_owned(),
    };
    let reason = suppressed.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    format!("{by}: {}", reason.unwrap_or("no reason given"))
}

/// Whether a list tells of it by itself. What lies in a baseline without a reason is only counted, as it may be thousands.
pub(crate) fn is_told(suppressed: &Suppressed) -> bool {
    !matches!(suppressed.by, SuppressedBy::Baseline | SuppressedBy::Revision) || suppressed.reason.is_some()
}

/// A line for each finding of an article that was let stand, but for those in a baseline without a reason.
pub(crate) fn told(proof: &Proof<'_>) -> Vec<String> {
    let told = proof.findings.iter().filter_map(|finding| {
        let suppressed = finding.suppressed.as_ref()?;
        if !is_told(suppressed) {
            return None;
        }
        let at = proof.places().at(finding.span.start);
        let (path, how) = (safe::line(proof.path), safe::line(&how(proof, suppressed)));
        let (code, name) = (safe::line(&finding.code), safe::line(&finding.name));
        Some(format!("{path}:{}:{}: {code} [{name}], {how}", at.line, at.column))
    });
    told.collect()
}
