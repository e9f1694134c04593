//! What can be done about what was found: mend it, let it stand with a reason, read the rule.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, Command, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};
use sayso_check::Finding;
use sayso_check::suppress::PLACEHOLDER;
use sayso_text::Span;
use serde_json::Value;

use crate::PageOf;
use crate::client::Client;
use crate::commands::SHOW_RULE;
use crate::diagnostics;
use crate::look::Seen;

/// The document that actions are for.
#[derive(Clone, Copy)]
pub(crate) struct Of<'a> {
    pub(crate) seen: &'a Seen,
    pub(crate) uri: &'a Uri,
    pub(crate) version: Option<i32>,
    pub(crate) client: Client,
    pub(crate) pages: &'a PageOf,
}

/// What can be done in a range.
pub(crate) fn within(of: Of<'_>, range: Range, only: &[String]) -> Vec<CodeActionOrCommand> {
    // (The empty kind is that of all.)
    let is_asked = |asked: &String| asked.is_empty() || asked == CodeActionKind::QUICKFIX.as_str();
    if !only.is_empty() && !only.iter().any(is_asked) {
        return Vec::new();
    }
    let seen = of.seen;
    let asked = seen.places.lines.span(&seen.text, range, seen.places.encoding);
    // A cursor behind the last letter stands at the word.
    let touches = |finding: &&Finding| finding.span.start <= asked.end && asked.start <= finding.span.end;
    let found: Vec<&Finding> = seen.findings.iter().filter(touches).collect();
    let mends = found.iter().filter_map(|finding| mend(of, finding));
    let ignores = found.iter().map(|finding| ignore(of, finding));
    let shows = found.iter().map(|finding| show(of, finding));
    mends.chain(ignores).chain(shows).map(CodeActionOrCommand::CodeAction).collect()
}

fn mend(of: Of<'_>, finding: &Finding) -> Option<CodeAction> {
    let fix = finding.fix.as_ref()?;
    let action = action(of, finding, format!("{} ({})", finding.help, finding.code));
    Some(CodeAction { edit: Some(edit(of, fix.span, &fix.text)), is_preferred: Some(true), ..action })
}

/// A comment on a line of its own before the paragraph.
fn ignore(of: Of<'_>, finding: &Finding) -> CodeAction {
    let text = &of.seen.text;
    let parts = &of.seen.reading.article.parts;
    let after = parts.partition_point(|part| part.span.end <= finding.span.start);
    let paragraph = parts.get(after).filter(|part| part.span.start <= finding.span.start);
    let start = of.seen.places.lines.start(paragraph.map_or(finding.span.start, |part| part.span.start));
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let comment = format!("<!-- sayso: ignore[{}] {PLACEHOLDER} -->{line_end}", finding.code);
    let action = action(of, finding, format!("Ignore {} in this paragraph, with a reason", finding.code));
    CodeAction { edit: Some(edit(of, Span::new(start, start), &comment)), ..action }
}

fn show(of: Of<'_>, finding: &Finding) -> CodeAction {
    let title = format!("Show rule {} {}", finding.code, finding.name);
    let arguments = Some(vec![Value::String(finding.code.clone())]);
    let command = Command { title: title.clone(), command: SHOW_RULE.to_owned(), arguments };
    CodeAction { command: Some(command), ..action(of, finding, title) }
}

fn action(of: Of<'_>, finding: &Finding, title: String) -> CodeAction {
    let diagnostic = diagnostics::of(finding, of.seen, of.uri, of.client, of.pages);
    CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic]),
        ..CodeAction::default()
    }
}

fn edit(of: Of<'_>, span: Span, text: &str) -> WorkspaceEdit {
    let edit = TextEdit { range: of.seen.places.range(&of.seen.text, span), new_text: text.to_owned() };
    if of.client.versions {
        let text_document = OptionalVersionedTextDocumentIdentifier { uri: of.uri.clone(), version: of.version };
        let changes = vec![TextDocumentEdit { text_document, edits: vec![OneOf::Left(edit)] }];
        return WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(changes)), ..WorkspaceEdit::default() };
    }
    #[expect(clippy::mutable_key_type, reason = "the protocol's types have it so, and nobody changes an address")]
    let changes = HashMap::from([(of.uri.clone(), vec![edit])]);
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}
