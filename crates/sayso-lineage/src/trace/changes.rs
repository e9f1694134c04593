//! What changed between a telling and the one that follows it, besides words: whose word it is, how firmly, on what
//! terms, with what figures, in what quotation.

use sayso_reading::{Kind, Terms};

use super::cues::{hedge, is_hedging, said_by, strength, unhedged};
use super::outlets;
use super::quoted::Quoted;
use super::who::{Name, is_same_source};
use super::words::{self, SMALL, house, plain};
use super::{Change, EdgeKind};
use crate::record::{FigureRecord, SourceRecord, Telling};
use crate::wording::{Piece, is_same_wording, pieces};

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

/// Less is told where so many times more words are gone than new, and more where it is the other way round.
const MOST: usize = 4;

/// What changed on the way from one telling to the one that follows it, in the order of [`Change`]. `kind` is how it was passed on:
/// whether less or more is told is asked only of the same words, and a copy's same sentence has no changes.
pub fn changes(from: &Telling, to: &Telling, kind: EdgeKind) -> Vec<Change> {
    let is_copied = kind == EdgeKind::Copy && is_same_wording(&from.sentence, &to.sentence);
    let mut out = Vec::new();
    // What a copy has in the same sentence can differ only by how it was read.
    if is_copied {
        return out;
    }
    source(from, to, &mut out);
    figures(from, to, &mut out);
    quotation(from, to, kind, &mut out);
    out
}

/// The root of a telling: the last of its chain, else its source.
pub(super) fn root(telling: &Telling) -> Option<&SourceRecord> {
    let statement = telling.statement.as_ref()?;
    let last = statement.chain.iter().rev().flatten().next();
    last.or(statement.source.as_ref()).map(AsRef::as_ref)
}

fn source(from: &Telling, to: &Telling, out: &mut Vec<Change>) {
    let (was, is) = (root(from), root(to));
    match (was, is) {
        (Some(_), None) => out.push(Change::AttributionDropped { was: said_by(from) }),
        (Some(_), Some(_)) => firmness(from, to, out),
        (None, _) => {}
    }
    hedges(from, to, out);
    let (Some(was), Some(is)) = (was, is) else { return };
    if !is_same_source(was, is) {
        out.push(Change::SourceChanged { was: shown(was).to_owned(), is: shown(is).to_owned() });
    }
    relays(from, to, out);
    // Who is named now speaks on other terms.
    if Name::of(is).is_none() {
        terms(from, to, out);
    }
}

fn shown(source: &SourceRecord) -> &str {
    source.name.as_deref().unwrap_or(&source.description)
}

fn firmness(from: &Telling, to: &Telling, out: &mut Vec<Change>) {
    let of = |telling: &Telling| telling.statement.as_ref().and_then(strength);
    let (Some(before), Some(after)) = (of(from), of(to)) else { return };
    let (was, is) = (said_by(from), said_by(to));
    match after.cmp(&before) {
        std::cmp::Ordering::Greater => out.push(Change::Hardened { was, is }),
        std::cmp::Ordering::Less => out.push(Change::Softened { was, is }),
        std::cmp::Ordering::Equal => {}
    }
}

/// "May have failed" that became "has failed", or the other way. Only where both speak of the same: a hedge of
/// something that is no more told is trimmed, not hardened.
fn hedges(from: &Telling, to: &Telling, out: &mut Vec<Change>) {
    match (hedge(&from.words), hedge(&to.words)) {
        (Some(before), None) => {
            if let Some(after) = unhedged(&to.words, &before) {
                out.push(Change::Hardened { was: before.words.to_owned(), is: after.to_owned() });
            }
        }
        (None, Some(after)) => {
            if let Some(before) = unhedged(&from.words, &after) {
                out.push(Change::Softened { was: before.to_owned(), is: after.words.to_owned() });
            }
        }
        _ => {}
    }
}

/// Hands that it came through and that the later one does not name. The outlet that has it from itself need not.
fn relays(from: &Telling, to: &Telling, out: &mut Vec<Change>) {
    let (Some(before), Some(after)) = (&from.statement, &to.statement) else { return };
    let Some((root, relays)) = before.chain.split_last() else { return };
    let here = outlets::key(&to.article);
    for relay in relays.iter().flatten() {
        let named = |source: &SourceRecord| is_same_source(relay, source);
        let is_kept = after.chain.iter().flatten().chain(&after.source).any(|source| named(source))
            || words::find(&to.sentence, shown(relay)).is_some()
            || here.as_deref().is_some_and(|here| outlets::is_called(here, shown(relay)))
            || root.as_deref().is_some_and(named);
        if !is_kept {
            out.push(Change::RelayDropped { was: shown(relay).to_owned() });
        }
    }
}

fn terms(from: &Telling, to: &Telling, out: &mut Vec<Change>) {
    let (Some(before), Some(after)) = (&from.statement, &to.statement) else { return };
    let stated = |terms: Option<Terms>| terms.and_then(|terms| TERMS.iter().find(|(one, _)| *one == terms));
    if let (Some((_, was)), None) = (stated(before.terms), stated(after.terms)) {
        out.push(Change::TermsDropped { was: (*was).to_owned() });
    }
    if let (Some(was), None) = (&before.reason, &after.reason) {
        out.push(Change::ReasonDropped { was: was.clone() });
    }
}

/// Figures of one thing, one by one: those with the same number first.
fn figures(from: &Telling, to: &Telling, out: &mut Vec<Change>) {
    let mut left: Vec<&FigureRecord> = to.figures.iter().map(AsRef::as_ref).collect();
    let mut take =
        |fits: &dyn Fn(&FigureRecord) -> bool| left.iter().position(|figure| fits(figure)).map(|at| left.remove(at));
    let mut other = Vec::new();
    for was in from.figures.iter().map(AsRef::as_ref) {
        match take(&|is| is_of_one_thing(was, is) && number(was) == number(is)) {
            Some(is) if is.bound != was.bound => {
                out.push(Change::BoundChanged { was: was.words.clone(), is: is.words.clone() });
            }
            Some(_) => {}
            None => other.push(was),
        }
    }
    for was in other {
        if let Some(is) = take(&|is| is_of_one_thing(was, is)) {
            out.push(Change::FigureChanged { was: was.words.clone(), is: is.words.clone() });
        }
    }
}

/// What makes two figures the same number; the bound of "at least 9" leaves the number 9.
fn number(figure: &FigureRecord) -> [Option<u64>; 3] {
    match figure.value {
        Some(value) => [Some(value.to_bits()), None, None],
        None => [None, figure.low.map(f64::to_bits), figure.high.map(f64::to_bits)],
    }
}

fn is_of_one_thing(one: &FigureRecord, other: &FigureRecord) -> bool {
    let agree = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => one.to_lowercase() == other.to_lowercase(),
        _ => true,
    };
    one.unit.to_lowercase() == other.unit.to_lowercase()
        && agree(&one.measure, &other.measure)
        && agree(&one.who, &other.who)
        && agree(&one.place, &other.place)
}

fn quotation(from: &Telling, to: &Telling, kind: EdgeKind, out: &mut Vec<Change>) {
    let (before, after) = (Quoted::of(from), Quoted::of(to));
    let was_quoted = from.statement.as_ref().is_some_and(|statement| statement.kind != Kind::Indirect);
    if was_quoted && !before.is_empty() && after.is_empty() {
        out.push(Change::QuotationDropped);
    }
    if let Some(against) = before.against(&after) {
        if let Some((was, is)) = against.altered {
            out.push(Change::QuotationAltered { was, is });
        }
        // A quotation in other sentences around it is as long as what is quoted.
        if after.len() * 2 >= plain(&to.words).len() {
            out.extend(against.is_trimmed.then_some(Change::Trimmed));
            out.extend(against.is_extended.then_some(Change::Extended));
            return;
        }
    }
    if matches!(kind, EdgeKind::Quoted | EdgeKind::Copy) {
        length(from, to, out);
    }
}

/// Whether less or more is told in the same words. Small words, and those that only leave open what is told, count
/// for nothing.
fn length(from: &Telling, to: &Telling, out: &mut Vec<Change>) {
    let spelt = |text: &str| {
        let words = plain(text).into_iter().filter(|word| !SMALL.contains(&word.as_str()) && !is_hedging(word));
        words.map(|word| house(&word)).collect::<Vec<_>>().join(" ")
    };
    let (mut gone, mut new) = (0, 0);
    for piece in pieces(&spelt(&from.words), &spelt(&to.words)) {
        match piece {
            Piece::Same(_) => {}
            Piece::Gone(words) => gone += words.split(' ').count(),
            Piece::New(words) => new += words.split(' ').count(),
        }
    }
    if gone > new * MOST {
        out.push(Change::Trimmed);
    }
    if new > gone * MOST {
        out.push(Change::Extended);
    }
}
