//! Who is said to know it first hand, once copies and relays of one another are one.
//!
//! Names are put together across articles, descriptions never. Two articles with an unnamed source rest on one root
//! only where one is a copy of the other, or names it, or both name the same third.

use std::collections::{BTreeMap, BTreeSet};

use sayso_reading::SourceType;

use super::appearances::Seen;
use super::{Edge, Root, Why};
use crate::change::firmness::is_knowing;
use crate::outlet::{self, Outlets};
use crate::record::{SourceRecord, Telling};
use crate::who::{CLAIM, Name, groups, is_one};
use crate::words::{plain, spaced};

/// The roots of a trace; every appearance rests on one.
pub(super) fn roots(seen: &[Seen], edges: &[Edge], outlets: &Outlets) -> Vec<Root> {
    let mut group: Vec<usize> = (0..seen.len()).collect();
    for edge in edges {
        if rests_on(&seen[edge.from], &seen[edge.to], edge) {
            join(&mut group, edge.from, edge.to);
        }
    }
    by_relays(seen, edges, outlets, &mut group);
    by_names(seen, outlets, &mut group);
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, of) in group.iter().enumerate() {
        out.entry(*of).or_default().push(at);
    }
    out.into_values().map(|appearances| shown(seen, outlets, appearances)).collect()
}

/// Whether an appearance has its root from the one that it follows: it is its copy, it names it, it has no source of its own, or it has
/// its words, and whose they are one of the two does not say.
fn rests_on(earlier: &Seen, later: &Seen, edge: &Edge) -> bool {
    let (before, now) = (earlier.telling(), later.telling());
    let is_unnamed = |telling: &Telling| root(telling).is_none_or(|root| root.name.is_none());
    edge.why != Why::Wording
        || root(now).is_none()
        || is_a_sentence_of(now, before) && is_unnamed(now)
        || are_the_same_words(now, before) && (is_unnamed(now) || is_unnamed(before))
}

/// Who is said to know it first hand. Who only knew or heard it, as another says, told nobody: "the town had known that", "she said that
/// rescuers had heard".
fn root(telling: &Telling) -> Option<&SourceRecord> {
    match &telling.statement {
        Some(statement) if is_knowing(statement) => {
            let (_, hands) = statement.chain.split_last()?;
            hands.iter().rev().flatten().next().map(AsRef::as_ref)
        }
        _ => telling.root(),
    }
}

/// Whether a sentence stands in a longer one, word for word, with whoever stands in it.
fn is_a_sentence_of(later: &Telling, earlier: &Telling) -> bool {
    let (part, whole) = (spaced(&plain(&later.sentence)), spaced(&plain(&earlier.sentence)));
    part.split(' ').count() > LEAST && part.len() < whole.len() && whole.contains(&part)
}

/// Whether the words of one stand in those of the other.
fn are_the_same_words(one: &Telling, other: &Telling) -> bool {
    let (one, other) = (spaced(&plain(&one.told())), spaced(&plain(&other.told())));
    let (part, whole) = if one.len() < other.len() { (one, other) } else { (other, one) };
    part.split(' ').count() > LEAST && whole.contains(&part)
}

/// So many words are nobody else's by chance.
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

/// Joins groups whose roots are of one name: who speaks for a body here may be named without it there.
fn by_names(seen: &[Seen], outlets: &Outlets, group: &mut [usize]) {
    let named: Vec<(usize, Name)> = heads(group)
        .into_iter()
        .filter_map(|head| Some((head, source_of(seen, outlets, &members(group, head))?)))
        .flat_map(|(head, source)| {
            let called = name(source);
            let own = Name::own(source, CLAIM).filter(|_| called.as_ref().is_some_and(Name::is_body));
            called.into_iter().chain(own).map(move |name| (head, name))
        })
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

/// The source that a group of appearances rests on: the earliest one's. Where that one gives none, or does not say who it is, the next that
/// does may name it, but for one whose name is kept back.
fn source_of<'s>(seen: &'s [Seen], outlets: &Outlets, appearances: &[usize]) -> Option<&'s SourceRecord> {
    let roots = || appearances.iter().filter_map(|&at| root(seen[at].telling()));
    let first = roots().next().or_else(|| appearances.iter().find_map(|&at| seen[at].telling().root()))?;
    let may_be_named = first.name.is_none()
        && !first.is_kept_back()
        && matches!(first.kind, SourceType::UnnamedPerson | SourceType::NamedOrganization);
    let is_person = |root: &&SourceRecord| {
        root.kind == SourceType::NamedPerson && name(root).is_some() && !outlets.are_named(root.called())
    };
    roots().find(|root| may_be_named && is_person(root)).or(Some(first))
}

fn shown(seen: &[Seen], outlets: &Outlets, appearances: Vec<usize>) -> Root {
    let source = source_of(seen, outlets, &appearances);
    let Some(called) = source.and_then(name) else {
        return Root { name: source.map(|source| source.description.clone()), is_named: false, appearances };
    };
    // Others of the same name may have it more fully.
    let others =
        appearances.iter().filter_map(|&at| name(root(seen[at].telling())?)).filter(|other| is_one(&called, other));
    let fullest =
        others.fold(called.clone(), |best, other| if other.fullness() > best.fullness() { other } else { best });
    let speaker = appearances.iter().filter_map(|&at| root(seen[at].telling())).find_map(|root| fullest.speaker(root));
    let name = speaker.map_or(fullest.shown.clone(), |speaker| format!("{} ({speaker})", fullest.shown));
    Root { name: Some(name), is_named: true, appearances }
}
