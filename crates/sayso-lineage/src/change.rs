//! What changed between two tellings of one thing, besides words: who says it, how firmly, on what terms, which number,
//! which quotation.
//!
//! The two are known to tell the same thing; what is not comparable gives no change. Each change has the words as they
//! stand in both.

mod figures;
mod firmness;
mod quotation;
pub(crate) mod source;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod words;

use sayso_reading::{Kind, Terms};

use crate::record::{StatementRecord, Telling};
use crate::trace::Change;
pub(crate) use figures::{change as changed_figure, counts_same};
use words::Difference;

/// Words that must be gone or new before it is called trimmed or extended.
const TRIMMED: usize = 3;

/// What changed from one telling to a later one, in the order of [`Change`]: the source first, then how firm it is,
/// terms, figures and the quotation, and how much is told.
pub fn changes(before: &Telling, after: &Telling) -> Vec<Change> {
    let mut out = Vec::new();
    let wording = Difference::of(&before.words, &after.words);
    match (&before.statement, &after.statement) {
        (Some(was), Some(is)) => {
            between(was, is, after, &mut out);
            quotation::altered(before, was, after, is, &mut out);
        }
        (Some(was), None) if has_link(was) => out.push(Change::AttributionDropped { was: link(was) }),
        _ => {}
    }
    firmness::of_content(&wording, &mut out);
    figures::changed(&before.figures, &after.figures, &mut out);
    out.extend(wording.amount(TRIMMED));
    out.sort_by_key(order);
    out
}

/// What changed between two statements, their contents aside.
fn between(was: &StatementRecord, is: &StatementRecord, after: &Telling, out: &mut Vec<Change>) {
    match (&was.source, &is.source) {
        (Some(_), None) => out.push(Change::AttributionDropped { was: link(was) }),
        (Some(one), Some(other)) => {
            if !source::is_same(one, other) {
                out.push(Change::SourceChanged { was: source::told(one), is: source::told(other) });
            }
            relays(was, is, after, out);
            terms(was, is, out);
        }
        _ => {}
    }
    firmness::of_cue(was, is, out);
    if was.kind != Kind::Indirect && is.kind == Kind::Indirect {
        out.push(Change::QuotationDropped);
    }
}

/// Relays that are not named any more. The article's own outlet need not name itself.
fn relays(was: &StatementRecord, is: &StatementRecord, after: &Telling, out: &mut Vec<Change>) {
    let Some((_, relays)) = was.chain.split_last() else { return };
    if is.chain.is_empty() {
        return;
    }
    let own = after.article.outlet.as_deref();
    for relay in relays.iter().flatten() {
        let stays = is.chain.iter().flatten().any(|link| source::is_same(relay, link));
        let is_own = own.is_some_and(|outlet| source::is_outlet(relay, outlet));
        if !stays && !is_own {
            out.push(Change::RelayDropped { was: source::told(relay) });
        }
    }
}

/// Terms and their reason that are not told any more. A source that is named now needs none.
fn terms(was: &StatementRecord, is: &StatementRecord, out: &mut Vec<Change>) {
    let keeps =
        |terms: &Terms| !matches!(terms, Terms::DeclinedToComment | Terms::DidNotRespond | Terms::CouldNotBeReached);
    let is_named = is.source.as_ref().is_some_and(|source| source.kind.is_named() && source.name.is_some());
    if is_named {
        return;
    }
    if let (Some(terms), None) = (was.terms.filter(keeps), is.terms.filter(keeps)) {
        out.push(Change::TermsDropped { was: terms.name().replace('_', " ") });
    }
    if let (Some(reason), None) = (&was.reason, &is.reason) {
        out.push(Change::ReasonDropped { was: reason.clone() });
    }
}

fn has_link(statement: &StatementRecord) -> bool {
    statement.source.is_some() || !statement.cue.trim().is_empty()
}

/// Source and cue as they stand: "officials believe", "according to officials".
pub(crate) fn link(statement: &StatementRecord) -> String {
    let source = statement.source.as_deref().map(source::told).unwrap_or_default();
    let cue = statement.cue.trim();
    let is_before = words::plain(cue).first().is_some_and(|word| CUES_BEFORE.contains(&word.as_str()));
    let parts = if is_before { [cue, &source] } else { [&source, cue] };
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// First words of cues that stand before their source.
const CUES_BEFORE: &[&str] = &["according", "per", "citing", "quoting", "in"];

fn order(change: &Change) -> u8 {
    match change {
        Change::AttributionDropped { .. } => 0,
        Change::SourceChanged { .. } => 1,
        Change::RelayDropped { .. } => 2,
        Change::Hardened { .. } => 3,
        Change::Softened { .. } => 4,
        Change::TermsDropped { .. } => 5,
        Change::ReasonDropped { .. } => 6,
        Change::FigureChanged { .. } => 7,
        Change::BoundChanged { .. } => 8,
        Change::QuotationDropped => 9,
        Change::QuotationAltered { .. } => 10,
        Change::Trimmed => 11,
        Change::Extended => 12,
    }
}
