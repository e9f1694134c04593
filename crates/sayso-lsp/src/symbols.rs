//! The outline: who speaks, and under each what he says.

use lsp_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Uri};
use sayso_reading::{Attribution, SourceType};
use sayso_text::Span;
use sayso_views::Cards;

use crate::look::Seen;

/// The outline of a document, for an editor that takes symbols in symbols, or for one that does not.
pub(crate) fn outline(seen: &Seen, uri: &Uri, nests: bool) -> DocumentSymbolResponse {
    let nested = sources(seen);
    if nests {
        return DocumentSymbolResponse::Nested(nested);
    }
    let flat = nested.into_iter().flat_map(|mut source| {
        let under = source.children.take().unwrap_or_default();
        let name = source.name.clone();
        let own = information(source, None, uri);
        std::iter::once(own)
            .chain(under.into_iter().map(move |said| information(said, Some(&name), uri)))
            .collect::<Vec<_>>()
    });
    DocumentSymbolResponse::Flat(flat.collect())
}

fn sources(seen: &Seen) -> Vec<DocumentSymbol> {
    let reading = &seen.reading;
    let cards = Cards::of(reading);
    let said = |indices: &[usize]| indices.iter().map(|i| statement(seen, &reading.attributions[*i])).collect();
    let mut out: Vec<DocumentSymbol> = cards
        .sources()
        .map(|card| {
            let kind = card.kind.map_or(SymbolKind::VARIABLE, symbol_kind);
            symbol(seen, &card.who, &card.known.join(", "), kind, (card.first, card.first), said(&card.attributions))
        })
        .collect();
    let nobodys: Vec<usize> =
        (0..reading.attributions.len()).filter(|i| reading.attributions[*i].source.is_empty()).collect();
    if let Some(first) = nobodys.first() {
        let link = link(&reading.attributions[*first]);
        out.push(symbol(seen, "no source named", "", SymbolKind::NULL, (link, link), said(&nobodys)));
    }
    out
}

/// Editors have a picture for each kind of a program's parts, and none for sources.
fn symbol_kind(kind: SourceType) -> SymbolKind {
    match kind {
        SourceType::NamedPerson => SymbolKind::CLASS,
        SourceType::NamedOrganization => SymbolKind::MODULE,
        SourceType::Document => SymbolKind::FILE,
        SourceType::AnonymousSource => SymbolKind::NULL,
        SourceType::UnnamedPerson => SymbolKind::VARIABLE,
        SourceType::UnnamedGroup => SymbolKind::ARRAY,
    }
}

fn statement(seen: &Seen, a: &Attribution) -> DocumentSymbol {
    let content: Vec<String> = a.content.iter().map(|span| one_line(seen, *span)).collect();
    let cue: Vec<String> = a.cue.iter().map(|span| one_line(seen, *span)).collect();
    let detail = [cue.join(" … "), a.kind.name().to_owned()].into_iter().filter(|part| !part.is_empty());
    let detail = detail.collect::<Vec<_>>().join(", ");
    symbol(seen, &short(&content.join(" … ")), &detail, SymbolKind::STRING, (whole(a), link(a)), Vec::new())
}

fn symbol(
    seen: &Seen,
    name: &str,
    detail: &str,
    kind: SymbolKind,
    (whole, link): (Span, Span),
    children: Vec<DocumentSymbol>,
) -> DocumentSymbol {
    let range = |span| seen.places.range(&seen.text, span);
    // Editors refuse a symbol without a name.
    let name = if name.trim().is_empty() { "…" } else { name };
    #[expect(deprecated, reason = "the type has no other way to be made")]
    DocumentSymbol {
        name: name.to_owned(),
        detail: (!detail.is_empty()).then(|| detail.to_owned()),
        kind,
        tags: None,
        deprecated: None,
        range: range(whole),
        selection_range: range(link),
        children: (!children.is_empty()).then_some(children),
    }
}

fn information(symbol: DocumentSymbol, container: Option<&str>, uri: &Uri) -> SymbolInformation {
    #[expect(deprecated, reason = "the type has no other way to be made")]
    SymbolInformation {
        name: symbol.name,
        kind: symbol.kind,
        tags: None,
        deprecated: None,
        location: Location { uri: uri.clone(), range: symbol.range },
        container_name: container.map(str::to_owned),
    }
}

/// From an attribution's first byte to its last.
fn whole(a: &Attribution) -> Span {
    a.source.iter().chain(&a.cue).chain(&a.content).copied().reduce(Span::cover).unwrap_or_default()
}

/// Where its link is made: the cue, else the source, else the content.
fn link(a: &Attribution) -> Span {
    a.cue.first().or(a.source.first()).or(a.content.first()).copied().unwrap_or_default()
}

fn one_line(seen: &Seen, span: Span) -> String {
    span.of(&seen.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An outline is narrow.
fn short(words: &str) -> String {
    const MOST: usize = 72;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
