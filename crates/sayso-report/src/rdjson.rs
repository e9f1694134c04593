//! reviewdog's diagnostics. Columns are counted in bytes, as its format has it.

use sayso_check::{Finding, Severity};
use sayso_text::Span;
use serde::Serialize;

use crate::about::Abouts;
use crate::json::written;
use crate::proof::Proof;
use crate::{InFile, Place, stand};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: At,
    end: At,
}

#[derive(Serialize)]
struct At {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

pub(crate) fn begin(abouts: &Abouts) -> String {
    // The address of all rules is that of one without its code.
    let url = abouts.address.as_deref().and_then(|address| address.split("{code}").next());
    format!("{{\"source\":{},\"diagnostics\":[\n", written(&Source { name: "sayso", url }))
}

pub(crate) fn article(proof: &Proof<'_>, abouts: &Abouts) -> String {
    let is_told = |finding: &&Finding| finding.suppressed.as_ref().is_none_or(stand::is_told);
    let told = proof.findings.iter().filter(is_told);
    told.map(|finding| written(&diagnostic(proof, finding, abouts))).collect::<Vec<_>>().join(",\n")
}

pub(crate) fn end() -> String {
    "\n]}\n".to_owned()
}

fn diagnostic<'a>(proof: &Proof<'a>, finding: &'a Finding, abouts: &Abouts) -> Diagnostic<'a> {
    let more = match &finding.suppressed {
        Some(suppressed) => format!("\nLet stand {}", stand::how(proof, suppressed)),
        None if finding.help.is_empty() => String::new(),
        None => format!("\n{}", finding.help),
    };
    let related = proof.related(finding).into_iter().zip(&finding.related);
    Diagnostic {
        message: format!("{} [{}, {}]{more}", finding.message, finding.name, finding.category.name()),
        location: location(proof, finding.span),
        severity: match finding.severity {
            _ if finding.suppressed.is_some() => "INFO",
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: &finding.code, url: abouts.address(&finding.code) },
        suggestions: finding
            .fix
            .iter()
            .filter_map(|fix| Some(Suggestion { range: range(proof, fix.span)?, text: &fix.text }))
            .collect(),
        related_locations: related
            .map(|((_, message), at)| Related { message, location: location(proof, at.span) })
            .collect(),
    }
}

fn location<'a>(proof: &Proof<'a>, span: Span) -> Location<'a> {
    Location { path: proof.file(), range: range(proof, span) }
}

/// Where a span stands in its file; nothing where that cannot be told.
fn range(proof: &Proof<'_>, span: Span) -> Option<Range> {
    let places = proof.places();
    let span = places.within(span);
    let at = |byte| {
        let Place { line, column } = places.bytes(byte);
        At { line, column: Some(column) }
    };
    match proof.in_file {
        InFile::Whole => Some(Range { start: at(span.start), end: at(span.end) }),
        InFile::Line(line) => Some(Range { start: At { line, column: None }, end: At { line, column: None } }),
        InFile::Taken => None,
    }
}
