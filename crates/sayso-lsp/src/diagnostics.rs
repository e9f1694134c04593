//! Findings as an editor shows them.

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Range, Uri,
};
use sayso_check::{Finding, Severity, rule};

use crate::PageOf;
use crate::client::Client;
use crate::look::Seen;

/// What diagnostics say they are from.
pub(crate) const SOURCE: &str = "sayso";

/// What is said of a document whose text is not known any more.
pub(crate) const LOST: &str =
    "a change could not be taken, so nothing is found here any more: close it and open it again";

/// All of a document: what keeps it from being read at its first line, then what was found.
pub(crate) fn all(seen: &Seen, uri: &Uri, client: Client, page_of: &PageOf) -> Vec<Diagnostic> {
    let first = seen.places.range(&seen.text, seen.first_line());
    let remarks = seen.remarks.iter().map(|(code, message)| remark(first, code, message));
    remarks.chain(seen.findings.iter().map(|finding| of(finding, seen, uri, client, page_of))).collect()
}

/// What stands in the place of findings where a change was lost: none would be said to be a clean draft.
pub(crate) fn lost() -> Diagnostic {
    remark(Range::default(), "lost-change", LOST)
}

fn remark(range: Range, code: &str, message: &str) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(DiagnosticSeverity::INFORMATION),
        code: Some(NumberOrString::String(code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: message.to_owned(),
        ..Diagnostic::default()
    }
}

/// One finding. Its help stands on a second line.
pub(crate) fn of(finding: &Finding, seen: &Seen, uri: &Uri, client: Client, page_of: &PageOf) -> Diagnostic {
    let range = |span| seen.places.range(&seen.text, span);
    let page = rule(&finding.code).and_then(|rule| page_of(rule)).and_then(|page| page.parse().ok());
    let related = finding.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location { uri: uri.clone(), range: range(related.span) },
        message: related.message.clone(),
    });
    let related: Vec<_> = related.filter(|_| client.related).collect();
    let help = if finding.help.is_empty() { String::new() } else { format!("\n{}", finding.help) };
    // A comment that lets nothing stand any more is shown faded, like code that is not used.
    let tags = finding.code.starts_with("SUP").then(|| vec![DiagnosticTag::UNNECESSARY]);
    Diagnostic {
        range: range(finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.code.clone())),
        code_description: page.map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: format!("{}{help}", finding.message),
        related_information: (!related.is_empty()).then_some(related),
        tags,
        data: None,
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
    }
}
