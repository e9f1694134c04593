//! What changed between two tellings of one thing, besides words: who says it, how firmly, on what terms, which number,
//! which quotation.
//!
//! The two are known to tell the same thing; what is not comparable gives no change. Each change has the words as they
//! stand in both.

mod figures;
pub(crate) mod firmness;
#[cfg(test)]
pub(crate) mod tests;

use sayso_reading::{Kind, Terms};

use crate::outlet;
use crate::quoted::Quoted;
use crate::record::{SourceRecord, Telling};
use crate::trace::Change;
use crate::who::is_same_source;
use crate::wording::Wording;
use crate::words::{self, SMALL};
pub(crate) use figures::{change as changed_figure, counts_same};

/// What is said of a source that does not want to be known, for the terms that may be dropped on the way.
const TERMS: &[(Terms, &str)] = &[
    (Terms::Anonymity, "on condition of anonymity"),
    (Terms::Background, "on background"),
    (Terms::NotAuthorised, "not authorised to speak publicly"),
    (Terms::AskedNotToBeNamed, "asked not to be named"),
    (Terms::DeclinedToBeIdentified, "declined to be identified"),
    (Terms::NameWithheld, "name withheld"),
    (Terms::Pseudonym, "not the real name"),
];

/// What changed from one telling to a later one: the source and the relays first, then how firm it is, terms, figures and the
/// quotation, and how much is told.
pub fn changes(before: &Telling, after: &Telling) -> Vec<Change> {
    let mut out = Vec::new();
    let told = (before.told(), after.told());
    let wording = Wording::of(&told.0, &told.1);
    match (before.root(), after.root()) {
        (Some(was), Some(is)) => sources(was, is, before, after, &mut out),
        (None, Some(_)) => {}
        (was, None) => {
            let is_dropped = was.is_some() || after.statement.is_none() && before.statement.is_some();
            let was = Some(link(before)).filter(|link| is_dropped && !link.is_empty());
            out.extend(was.map(|was| Change::AttributionDropped { was }));
        }
    }
    firmness::of_cue(before, after, &mut out);
    firmness::of_content(&wording, &mut out);
    terms(before, after, &mut out);
    figures::changed(&before.figures, &after.figures, &mut out);
    quotation(before, after, &wording, &mut out);
    out
}

/// Another source, and relays that are not named any more. The outlet that has it from itself need not name itself.
fn sources(was: &SourceRecord, is: &SourceRecord, before: &Telling, after: &Telling, out: &mut Vec<Change>) {
    if !is_same_source(was, is) {
        out.push(Change::SourceChanged { was: was.called().to_owned(), is: is.called().to_owned() });
    }
    let (Some(statement), Some(later)) = (&before.statement, &after.statement) else { return };
    let Some((root, relays)) = statement.chain.split_last().filter(|_| !later.chain.is_empty()) else { return };
    let here = outlet::key(&after.article);
    for relay in relays.iter().flatten() {
        let is_named = |source: &SourceRecord| is_same_source(relay, source);
        let is_kept = later.chain.iter().flatten().chain(&later.source).any(|source| is_named(source))
            || words::find(&after.sentence, relay.called()).is_some()
            || here.as_deref().is_some_and(|here| outlet::is_called(here, relay.called()))
            || root.as_deref().is_some_and(is_named);
        if !is_kept {
            out.push(Change::RelayDropped { was: relay.called().to_owned() });
        }
    }
}

/// Terms and their reason that are not told any more. A source that is named now needs none.
fn terms(before: &Telling, after: &Telling, out: &mut Vec<Change>) {
    let (Some(was), Some(is)) = (&before.statement, &after.statement) else { return };
    let is_named = |source: &SourceRecord| source.kind.is_named() && source.name.is_some();
    if was.root().is_none() || is.root().is_none_or(is_named) {
        return;
    }
    let stated = |terms: Option<Terms>| TERMS.iter().find(|(one, _)| Some(*one) == terms);
    if let (Some((_, was)), None) = (stated(was.terms), stated(is.terms)) {
        out.push(Change::TermsDropped { was: (*was).to_owned() });
    }
    if let (Some(reason), None) = (&was.reason, &is.reason) {
        out.push(Change::ReasonDropped { was: reason.clone() });
    }
}

/// What became of the words in quotation marks, and whether less or more is told.
fn quotation(before: &Telling, after: &Telling, wording: &Wording<'_>, out: &mut Vec<Change>) {
    let (was, is) = (Quoted::of(before), Quoted::of(after));
    let was_quoted = before.statement.as_ref().is_some_and(|statement| statement.kind != Kind::Indirect);
    if was_quoted && !was.is_empty() && is.is_empty() {
        out.push(Change::QuotationDropped);
    }
    if let Some(against) = was.against(&is) {
        out.extend(against.altered.into_iter().map(|(was, is)| Change::QuotationAltered { was, is }));
        // A quotation in other sentences around it is as long as what is quoted.
        if is.len() * 2 >= wording.is.len() {
            out.extend(against.is_trimmed.then_some(Change::Trimmed));
            out.extend(against.is_extended.then_some(Change::Extended));
            return;
        }
    }
    length(wording, out);
}

/// Words that must be gone or new before it is called trimmed or extended.
const LEAST: usize = 2;

/// Less is told where so many times more words are gone than new and than new ones stand among those that are left, and more where
/// it is the other way round.
const MOST: usize = 4;

/// Whether less or more is told in the same words. Small words, and those that only leave open what is told, count for nothing.
fn length(wording: &Wording<'_>, out: &mut Vec<Change>) {
    let tells = |word: &&words::Word| !SMALL.contains(&word.plain.as_str()) && !firmness::is_open(&word.plain);
    let count = |words: &[words::Word]| words.iter().filter(tells).count();
    let gone: usize = wording.others().map(|run| count(&wording.was[run.was.clone()])).sum();
    let new: usize = wording.others().map(|run| count(&wording.is[run.is.clone()])).sum();
    let is_so = |more: usize, less: usize, rest: usize| more >= LEAST && more > less * MOST && rest > less * MOST;
    out.extend(is_so(gone, new, count(&wording.is)).then_some(Change::Trimmed));
    out.extend(is_so(new, gone, count(&wording.was)).then_some(Change::Extended));
}

/// First words of cues that stand before their source.
const CUES_BEFORE: &[&str] = &["according", "as", "by", "citing", "from", "in", "per", "quoting"];

/// Source and cue as they stand: "officials believe", "according to officials".
pub(crate) fn link(telling: &Telling) -> String {
    let Some(statement) = &telling.statement else { return String::new() };
    let source = statement.source.as_deref().map(|source| shown(source, &telling.sentence)).unwrap_or_default();
    let cue = Some(statement.cue.trim()).filter(|cue| cue.contains(char::is_alphabetic)).unwrap_or_default();
    let is_before = words::plain(cue).first().is_some_and(|word| CUES_BEFORE.contains(&word.as_str()));
    let words = if is_before { [cue, source] } else { [source, cue] };
    words.join(" ").trim().to_owned()
}

/// The words for a source that stand in its sentence, else what it is called.
fn shown<'s>(source: &'s SourceRecord, sentence: &str) -> &'s str {
    let stands = |words: &&str| !words.is_empty() && sentence.contains(*words);
    [source.description.as_str()].into_iter().chain(source.name.as_deref()).find(stands).unwrap_or(source.called())
}
