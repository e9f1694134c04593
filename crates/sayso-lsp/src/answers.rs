//! What an editor asked about a document, and what was seen in it, to an answer.

use lsp_types::{
    DocumentDiagnosticReport, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};
use serde::Serialize;
use serde_json::Value;

use crate::PageOf;
use crate::client::Client;
use crate::document::{Ask, Document};
use crate::look::Seen;
use crate::{actions, diagnostics, hover, lens, symbols};

/// The answer to one question.
pub(crate) fn answer(ask: &Ask, seen: &Seen, document: &Document, client: Client, page_of: &PageOf) -> Value {
    let uri = &document.uri;
    match ask {
        Ask::Hover(position) => json(hover::at(seen, *position, client.markdown)),
        Ask::Actions(range, only) => {
            let of = actions::Of { seen, uri, version: document.version, client, pages: page_of };
            json(actions::within(of, *range, only))
        }
        Ask::Lenses => json(lens::lenses(seen, uri)),
        Ask::Symbols => json(symbols::outline(seen, uri, client.nests)),
        Ask::Diagnostics(known) => json(report(known.as_deref(), seen, document, client, page_of)),
        Ask::ShowSources => Value::String(sources(seen)),
    }
}

/// The sources, one or two lines each.
pub(crate) fn sources(seen: &Seen) -> String {
    sayso_views::SOURCES.text(&seen.reading, sayso_views::Options { width: 76, ..sayso_views::Options::default() })
}

fn report(
    known: Option<&str>,
    seen: &Seen,
    document: &Document,
    client: Client,
    page_of: &PageOf,
) -> DocumentDiagnosticReport {
    let id = seen.look.to_string();
    if known == Some(id.as_str()) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id: id };
        let report =
            RelatedUnchangedDocumentDiagnosticReport { related_documents: None, unchanged_document_diagnostic_report };
        return DocumentDiagnosticReport::Unchanged(report);
    }
    let items = diagnostics::all(seen, &document.uri, client, page_of);
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id: Some(id), items };
    let report = RelatedFullDocumentDiagnosticReport { related_documents: None, full_document_diagnostic_report };
    DocumentDiagnosticReport::Full(report)
}

/// What was found in a document whose text is not known any more.
pub(crate) fn lost() -> Value {
    let items = vec![diagnostics::lost()];
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id: None, items };
    let report = RelatedFullDocumentDiagnosticReport { related_documents: None, full_document_diagnostic_report };
    json(DocumentDiagnosticReport::Full(report))
}

fn json(answer: impl Serialize) -> Value {
    // None of the types can fail to be written.
    serde_json::to_value(answer).unwrap_or_default()
}
