//! Who gives each figure: the innermost attribution whose content holds it.

use sayso_text::Span;

use super::Figure;
use crate::{Attribution, AttributionId};

/// Gives each figure the innermost attribution whose content holds it, or that says it in its own words before the content
/// begins. An inner one comes after its outer one and lies in it, so the last that holds it is the innermost.
pub(super) fn attach(figures: &mut [Figure], numbers: &[Span], attributions: &[Attribution]) {
    let mut pieces: Vec<(Span, AttributionId)> =
        attributions.iter().flat_map(|a| a.content.iter().map(|span| (*span, a.id))).collect();
    pieces.sort_by_key(|(span, id)| (span.start, std::cmp::Reverse(span.end), *id));
    let mut open: Vec<(Span, AttributionId)> = Vec::new();
    let mut next = pieces.into_iter().peekable();
    for (figure, number) in figures.iter_mut().zip(numbers) {
        while let Some(piece) = next.next_if(|(span, _)| span.start < figure.span.end) {
            open.retain(|(span, _)| span.end > figure.span.start);
            open.push(piece);
        }
        open.retain(|(span, _)| span.end > figure.span.start);
        // What a content merely touches is held where the number itself lies in it: "at least <12 people died>".
        let holds = |span: &Span| span.start < number.end && span.end > number.start;
        figure.attribution = open.iter().rev().find(|(span, _)| holds(span)).map(|(_, id)| *id);
    }
}

/// The spans of sources, in text order: a number of them is no figure.
pub(super) fn sources(attributions: &[Attribution]) -> Vec<Span> {
    let mut out: Vec<Span> = attributions.iter().flat_map(|a| a.source.iter().copied()).collect();
    out.sort_by_key(|span| (span.start, span.end));
    out
}

/// Whether a source holds it.
pub(super) fn is_source(sources: &[Span], span: Span) -> bool {
    // Sources are short and rarely inside each other: a look at the few that begin before is enough.
    let before = sources.partition_point(|source| source.start <= span.start);
    sources[before.saturating_sub(4)..before].iter().any(|source| source.end >= span.end)
}
