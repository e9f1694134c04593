//! reviewdog's diagnostics. Columns are counted in bytes, as its format has it.

use sayso_check::{Finding, Severity};
use sayso_text::Span;
use serde::Serialize;

use crate::Place;
use crate::about::Abouts;
use crate::json::written;
use crate::proof::Proof;

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
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: At,
    end: At,
}

#[derive(Serialize)]
struct At {
    line: usize,
    column: usize,
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
    message: &'a str,
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
    proof.open().map(|finding| written(&diagnostic(proof, finding, abouts))).collect::<Vec<_>>().join(",\n")
}

pub(crate) fn end() -> String {
    "\n]}\n".to_owned()
}

fn diagnostic<'a>(proof: &Proof<'a>, finding: &'a Finding, abouts: &Abouts) -> Diagnostic<'a> {
    let related = finding.related.iter();
    let help = if finding.help.is_empty() { String::new() } else { format!("\n{}", finding.help) };
    Diagnostic {
        message: format!("{}{help}", finding.message),
        location: location(proof, finding.span),
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: &finding.code, url: abouts.address(&finding.code) },
        suggestions: finding
            .fix
            .iter()
            .map(|fix| Suggestion { range: range(proof, fix.span), text: &fix.text })
            .collect(),
        related_locations: related
            .map(|at| Related { message: &at.message, location: location(proof, at.span) })
            .collect(),
    }
}

fn location<'a>(proof: &Proof<'a>, span: Span) -> Location<'a> {
    Location { path: proof.path, range: range(proof, span) }
}

fn range(proof: &Proof<'_>, span: Span) -> Range {
    let places = proof.places();
    let span = places.within(span);
    let at = |byte| {
        let Place { line, column } = places.bytes(byte);
        At { line, column }
    };
    Range { start: at(span.start), end: at(span.end) }
}
