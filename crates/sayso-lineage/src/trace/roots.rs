//! Who is said to know it first hand, once copies and relays of one another are one.
//!
//! Names are put together across articles, descriptions never. Two articles with an unnamed source rest on one root
//! only where one is a copy of the other, or names it, or both name the same third.

use std::collections::{BTreeMap, BTreeSet};

use super::appearances::Seen;
use super::{Edge, Root, Why};
use crate::outlet::{self, Outlets};
use crate::record::{SourceRecord, Telling};
use crate::who::{CLAIM, Name, groups, is_one};
use crate::words::plain;

/// The roots of a trace; every appearance rests on one.
pub(super) fn roots(seen: &[Seen], edges: &[Edge], outlets: &Outlets) -> Vec<Root> {
    let mut group: Vec<usize> = (0..seen.len()).collect();
    for edge in edges {
        if rests_on(&seen[edge.from], &seen[edge.to], edge) {
            join(&mut group, edge.from, edge.to);
        }
    }
    by_relays(seen, edges, outlets, &mut group);
    by_names(seen, &mut group);
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, of) in group.iter().enumerate() {
        out.entry(*of).or_default().push(at);
    }
    out.into_values().map(|appearances| shown(seen, appearances)).collect()
}

/// Whether an appearance has its root from the one that it follows: it is its copy, it names it, it has no source of its own, or it has
/// the whole sentence from there, with whoever stands in it.
fn rests_on(earlier: &Seen, later: &Seen, edge: &Edge) -> bool {
    edge.why != Why::Wording || later.telling().root().is_none() || is_a_sentence_of(later.telling(), earlier.telling())
}

/// Whether a sentence with an unnamed source stands in a longer one, word for word: what was told there as somebody's word.
fn is_a_sentence_of(later: &Telling, earlier: &Telling) -> bool {
    let joined = |sentence: &str| format!(" {} ", plain(sentence).join(" "));
    let (part, whole) = (joined(&later.sentence), joined(&earlier.sentence));
    later.root().is_none_or(|root| root.name.is_none())
        && part.split(' ').count() > LEAST
        && part.len() < whole.len()
        && whole.contains(&part)
}

/// So many words of a sentence are nobody else's by chance.
const LEAST: usize = 8;

/// Puts two groups together; a group goes by its earliest appearance.
fn join(group: &mut [usize], one: usize, other: usize) {
    let (low, high) = (group[one].min(group[other]), group[one].max(group[other]));
    group.iter_mut().filter(|of| **of == high).for_each(|of| *of = low);
}

/// Joins those that name one relay with each other, whether the archive has its report later, or not at all.
fn by_relays(seen: &[Seen], edges: &[Edge], outlets: &Outlets, group: &mut [usize]) {
    let follows: BTreeSet<usize> = edges.iter().filter(|edge| edge.why != Why::Wording).map(|edge| edge.to).collect();
    let by_outlet = super::edges::by_outlet(seen);
    let mut absent: BTreeMap<String, usize> = BTreeMap::new();
    for at in (0..seen.len()).filter(|at| !follows.contains(at)) {
        let present =
            seen[at].names(outlets).into_iter().find_map(|named| by_outlet.get(&named.outlet)?.first().copied());
        if let Some(other) = present {
            join(group, at, other);
        } else if let Some(relay) = relay(&seen[at]).and_then(name) {
            let other = *absent.entry(relay.shown.to_lowercase()).or_insert(at);
            join(group, at, other);
        }
    }
}

/// The outermost hand that passes an unnamed source on. A source with a name counts by it, whoever passes it on; an
/// outlet's own name is none.
fn relay(seen: &Seen) -> Option<&SourceRecord> {
    let chain = &seen.telling().statement.as_ref()?.chain;
    let (last, relays) = chain.split_last()?;
    if last.as_deref().and_then(name).is_some() {
        return None;
    }
    let here = outlet::key(seen.article());
    let called = |relay: &SourceRecord| here.as_deref().is_some_and(|here| outlet::is_called(here, relay.called()));
    relays.iter().flatten().map(AsRef::as_ref).find(|relay| !called(relay))
}

/// Joins groups whose roots are of one name.
fn by_names(seen: &[Seen], group: &mut [usize]) {
    let named: Vec<(usize, Name)> = heads(group)
        .into_iter()
        .filter_map(|head| Some((head, name(source_of(seen, &members(group, head))?)?)))
        .collect();
    let names: Vec<Name> = named.iter().map(|(_, name)| name.clone()).collect();
    for (at, same) in groups(&names).into_iter().enumerate() {
        join(group, named[at].0, named[same].0);
    }
}

fn name(source: &SourceRecord) -> Option<Name> {
    Name::of(source, CLAIM)
}

fn heads(group: &[usize]) -> BTreeSet<usize> {
    group.iter().copied().collect()
}

fn members(group: &[usize], head: usize) -> Vec<usize> {
    (0..group.len()).filter(|&at| group[at] == head).collect()
}

/// The source that a group of appearances rests on: the earliest one's. Where that one gives none, the next that does
/// may name it.
fn source_of<'s>(seen: &'s [Seen], appearances: &[usize]) -> Option<&'s SourceRecord> {
    appearances.iter().find_map(|&at| seen[at].telling().root())
}

fn shown(seen: &[Seen], appearances: Vec<usize>) -> Root {
    let source = source_of(seen, &appearances);
    let Some(called) = source.and_then(name) else {
        return Root { name: source.map(|source| source.description.clone()), is_named: false, appearances };
    };
    // Others of the same name may have it more fully.
    let others =
        appearances.iter().filter_map(|&at| name(seen[at].telling().root()?)).filter(|other| is_one(&called, other));
    let fullest =
        others.fold(called.clone(), |best, other| if other.fullness() > best.fullness() { other } else { best });
    let speaker = appearances.iter().filter_map(|&at| seen[at].telling().root()).find_map(|root| fullest.speaker(root));
    let name = speaker.map_or(fullest.shown.clone(), |speaker| format!("{} ({speaker})", fullest.shown));
    Root { name: Some(name), is_named: true, appearances }
}
