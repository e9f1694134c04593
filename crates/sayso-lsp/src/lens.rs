//! What stands above a draft: on how many sources it rests, how many of them have names, and how much of it is attributed.

use lsp_types::{CodeLens, Command, Uri};
use sayso_reading::{Reading, SourceType};
use serde_json::Value;

use crate::commands::SHOW_SOURCES;
use crate::look::Seen;

/// The one lens; none above what was not read.
pub(crate) fn lenses(seen: &Seen, uri: &Uri) -> Vec<CodeLens> {
    if seen.reading.article.parts.is_empty() {
        return Vec::new();
    }
    let arguments = Some(vec![Value::String(uri.as_str().to_owned())]);
    let command = Command { title: title(&seen.reading), command: SHOW_SOURCES.to_owned(), arguments };
    let range = seen.places.range(&seen.text, seen.first_line());
    vec![CodeLens { range, command: Some(command), data: None }]
}

fn title(reading: &Reading) -> String {
    let count = |is: fn(SourceType) -> bool| reading.sources.iter().filter(|source| is(source.kind)).count();
    let documents = count(|kind| kind == SourceType::Document);
    let named = count(SourceType::is_named);
    let sources = reading.sources.len();
    let unnamed = sources - named - documents;
    let kinds =
        [(named, "named"), (unnamed, "unnamed"), (documents, if documents == 1 { "document" } else { "documents" })];
    let kinds: Vec<String> = kinds.iter().filter(|(n, _)| *n > 0).map(|(n, kind)| format!("{n} {kind}")).collect();
    let kinds = if kinds.is_empty() { String::new() } else { format!(": {}", kinds.join(", ")) };
    let [.., writer] = sayso_views::shares(reading).percent();
    let of = if sources == 1 { "source" } else { "sources" };
    format!("{sources} {of}{kinds} · {} % attributed", 100 - writer)
}
