//! Whom each appearance follows: by a copy, by a name, by the wording, in this order of what they show.

use std::collections::{BTreeMap, BTreeSet};

use sayso_reading::SourceType;

use super::appearances::{Seen, thousandths};
use super::{Change, Compare, Edge, EdgeKind, Form, Match, Why};
use crate::change::changes;
use crate::outlet::{self, OutletKey, Outlets};
use crate::quoted::{Quoted, holds};
use crate::record::{SourceRecord, Telling};
use crate::side_by_side::side_by_side;
use crate::who::are_two;
use crate::wording::pieces;
use crate::words::{SMALL, plain, spaced};

/// So many pairs of tellings are compared for one trace.
const COMPARISONS: usize = 1_000;
/// So many comparisons at once are worth starting threads for: each takes some tens of microseconds.
const WORTH_THREADS: usize = 8;

/// What is known of an appearance's words before any are compared.
struct Words {
    /// All of them in one spelling, each between spaces.
    joined: String,
    /// Those that say what it is about, numbered over the trace, in order.
    about: Vec<u32>,
    /// The runs of its quotation.
    runs: Vec<String>,
}

/// Finds edges, and counts how often words are compared.
struct Finder<'a> {
    seen: &'a [Seen],
    words: Vec<Words>,
    compare: Compare<'a>,
    compared: BTreeMap<(usize, usize), Option<Match>>,
    left: usize,
}

/// Whom each appearance follows, and why. `seen` is in the order of time. With `by_likeness`, words in common make an
/// edge too.
pub(super) fn edges(seen: &[Seen], outlets: &Outlets, compare: Compare<'_>, by_likeness: bool) -> Vec<Edge> {
    let (by_outlet, by_group) = (by_outlet(seen), by_group(seen));
    let mut finder = Finder { seen, words: words(seen), compare, compared: BTreeMap::new(), left: COMPARISONS };
    let mut out: Vec<Edge> = Vec::new();
    // Those whose words nobody has before them: what others may have their wording from.
    let mut originals: Vec<usize> = Vec::new();
    let mut wordings: BTreeSet<String> = BTreeSet::new();
    for to in 0..seen.len() {
        let copied = copied(seen, outlets, &by_group, to).map(|from| (from, EdgeKind::Copy, Why::Copy));
        let found = copied
            .or_else(|| finder.named(outlets, &by_outlet, to))
            .or_else(|| finder.own(outlets, &by_outlet, to))
            .or_else(|| finder.worded(&originals, to, by_likeness));
        if let Some((from, kind, why)) = found {
            let (earlier, later) = (seen[from].telling(), seen[to].telling());
            let wording = pieces(&earlier.told(), &later.told());
            out.push(Edge { from, to, kind, why, wording, changes: changed(earlier, later, kind) });
        }
        if wordings.insert(finder.words[to].joined.clone()) {
            originals.push(to);
        }
    }
    out
}

/// What changed on the way. What a copy has in the same sentence can differ only by how it was read.
pub(super) fn changed(earlier: &Telling, later: &Telling, kind: EdgeKind) -> Vec<Change> {
    let is_same = kind == EdgeKind::Copy && plain(&earlier.sentence) == plain(&later.sentence);
    if is_same { Vec::new() } else { changes(earlier, later) }
}

/// The earlier appearance that an article is a near copy of: the one of the agency that its byline credits, else the
/// first.
fn copied(seen: &[Seen], outlets: &Outlets, by_group: &BTreeMap<i64, Vec<usize>>, to: usize) -> Option<usize> {
    let groups = || seen[to].group.iter().filter_map(|id| by_group.get(id)).flatten().copied();
    let earlier: BTreeSet<usize> = groups().filter(|&from| from < to).collect();
    let credits = seen[to].credits(outlets);
    let is_credited = |from: &usize| {
        outlet::key(seen[*from].article()).is_some_and(|key| credits.iter().any(|one| one.outlet == key))
    };
    earlier.iter().copied().find(is_credited).or_else(|| earlier.first().copied())
}

/// The appearances in each group of near copies, by the row of its first.
fn by_group(seen: &[Seen]) -> BTreeMap<i64, Vec<usize>> {
    let mut out: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (at, one) in seen.iter().enumerate() {
        for id in &one.group {
            out.entry(*id).or_default().push(at);
        }
    }
    out
}

/// The appearances of each outlet, in the order of time.
pub(super) fn by_outlet(seen: &[Seen]) -> BTreeMap<OutletKey, Vec<usize>> {
    let mut out: BTreeMap<OutletKey, Vec<usize>> = BTreeMap::new();
    for (at, one) in seen.iter().enumerate() {
        if let Some(key) = outlet::key(one.article()) {
            out.entry(key).or_default().push(at);
        }
    }
    out
}

fn words(seen: &[Seen]) -> Vec<Words> {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let of = |one: &Seen| {
        let words = plain(&one.telling().told());
        let mut about: Vec<u32> = Vec::new();
        for word in words.iter().filter(|word| !SMALL.contains(&word.as_str())) {
            let next = numbers.len() as u32;
            about.push(*numbers.entry(word.clone()).or_insert(next));
        }
        about.sort_unstable();
        about.dedup();
        Words { joined: spaced(&words), about, runs: Quoted::of(one.telling()).runs() }
    };
    seen.iter().map(of).collect()
}

impl Finder<'_> {
    /// The earlier appearance of an outlet that this one names.
    fn named(
        &mut self,
        outlets: &Outlets,
        by_outlet: &BTreeMap<OutletKey, Vec<usize>>,
        to: usize,
    ) -> Option<(usize, EdgeKind, Why)> {
        for named in self.seen[to].names(outlets) {
            let of = by_outlet.get(&named.outlet).map_or(&[][..], Vec::as_slice);
            let mut earlier: Vec<usize> = of.iter().copied().take_while(|&from| from < to).collect();
            if outlet::key(self.seen[to].article()).as_ref() == Some(&named.outlet) {
                // What was told to it now may be another's word than what it had before.
                earlier.retain(|&from| may_be_one(&self.seen[from], &self.seen[to], outlets));
            }
            let chosen = self.nearest(&earlier, to, earlier.len().min(20)).into_iter().next();
            let Some((from, found)) = chosen.or(earlier.first().map(|&from| (from, None))) else { continue };
            return Some((from, self.kind(from, to, found.as_ref()), Why::Names(named.words)));
        }
        None
    }

    /// What the outlet itself had before, where its source may be the same.
    fn own(
        &mut self,
        outlets: &Outlets,
        by_outlet: &BTreeMap<OutletKey, Vec<usize>>,
        to: usize,
    ) -> Option<(usize, EdgeKind, Why)> {
        let of = by_outlet.get(&outlet::key(self.seen[to].article())?)?;
        let is_before = |from: &usize| *from < to && may_be_one(&self.seen[*from], &self.seen[to], outlets);
        let earlier: Vec<usize> = of.iter().copied().filter(is_before).collect();
        let (from, found) = self.nearest(&earlier, to, earlier.len().min(20)).into_iter().next()?;
        Some((from, self.kind(from, to, found.as_ref()), Why::Own))
    }

    /// How it was passed on where something else than the wording shows that it was.
    fn kind(&self, from: usize, to: usize, found: Option<&Match>) -> EdgeKind {
        let says_same = |at: usize| self.seen[at].appearance.found.form.is_same();
        match found {
            Some(found) if found.form.is_same() => EdgeKind::of(found.form),
            // Each says the same as what was asked for.
            _ if says_same(from) && says_same(to) => EdgeKind::Reworded,
            _ => EdgeKind::Similar,
        }
    }

    /// The earlier appearance whose wording is closest.
    fn worded(&mut self, originals: &[usize], to: usize, by_likeness: bool) -> Option<(usize, EdgeKind, Why)> {
        // What is left is shared evenly among those that are left.
        let share = self.left.div_ceil(self.seen.len() - to).min(self.left);
        let near = self.nearest(originals, to, share);
        let fits = |from: usize, form: Form| match form {
            // Two who are named and say the same, each in other words, have it from each other by no evidence.
            Form::Reworded => !self.are_two(from, to),
            Form::Similar => by_likeness,
            form => form.is_same(),
        };
        let (from, found) =
            near.into_iter().find_map(|(from, found)| Some((from, found.filter(|found| fits(from, found.form))?)))?;
        Some((from, EdgeKind::of(found.form), Why::Wording))
    }

    fn are_two(&self, from: usize, to: usize) -> bool {
        let of = |at: usize| self.seen[at].telling().root();
        of(from).zip(of(to)).is_some_and(|(from, to)| are_two(from, to))
    }

    /// Earlier appearances, the closest in wording first: those that have all that the later one quotes, then those
    /// most alike, then the closest form, then the earliest. At most `share` of them, those with most words in
    /// common, are compared.
    fn nearest(&mut self, earlier: &[usize], to: usize, share: usize) -> Vec<(usize, Option<Match>)> {
        let mut likely = earlier.to_vec();
        if likely.len() > share {
            likely.sort_by_cached_key(|&from| {
                (std::cmp::Reverse(common(&self.words[from].about, &self.words[to].about)), from)
            });
            likely.truncate(share.max(1));
        }
        self.compare_with(&likely, to);
        let mut out: Vec<(usize, Option<Match>)> =
            likely.into_iter().map(|from| (from, self.matched(from, to))).collect();
        out.sort_by_cached_key(|(from, found)| {
            let lacks = !holds(&self.words[*from].joined, &self.words[to].runs);
            let (form, likeness) =
                found.as_ref().map_or((Form::Similar, 0), |found| (found.form, thousandths(found.likeness)));
            (!form.is_same(), lacks, std::cmp::Reverse(likeness), form, *from)
        });
        out
    }

    /// Compares what was not compared yet.
    fn compare_with(&mut self, likely: &[usize], to: usize) {
        let is_new = |from: &usize| !self.are_same_words(*from, to) && !self.compared.contains_key(&(*from, to));
        let new: Vec<usize> = likely.iter().copied().filter(is_new).take(self.left).collect();
        self.left -= new.len();
        let Self { seen, compare, .. } = self;
        let compare = |from: &usize| compare(seen[*from].telling(), seen[to].telling());
        let found =
            if new.len() < WORTH_THREADS { new.iter().map(compare).collect() } else { side_by_side(&new, compare) };
        self.compared.extend(new.into_iter().map(|from| (from, to)).zip(found));
    }

    fn are_same_words(&self, from: usize, to: usize) -> bool {
        self.words[from].joined == self.words[to].joined
    }

    /// What the words of one are to those of another; the same words need no comparison.
    fn matched(&self, from: usize, to: usize) -> Option<Match> {
        if self.are_same_words(from, to) {
            let shared = vec![self.seen[to].telling().words.clone()];
            return Some(Match { form: Form::Verbatim, likeness: 1.0, shared });
        }
        self.compared.get(&(from, to)).cloned().flatten()
    }
}

/// Whether two may rest on one source: both on a name that is not another's, or both on somebody without a name that are both documents or both none.
fn may_be_one(one: &Seen, other: &Seen, outlets: &Outlets) -> bool {
    // Where an outlet is all that is named, nobody is.
    let known = |seen: &Seen| seen.telling().root().filter(|root| outlets.named(root.called()).is_empty()).cloned();
    let (Some(one), Some(other)) = (&known(one), &known(other)) else { return true };
    let is_named = |root: &SourceRecord| root.name.is_some() && !root.is_kept_back();
    is_named(one) == is_named(other)
        && !are_two(one, other)
        && (is_named(one) || (one.kind == SourceType::Document) == (other.kind == SourceType::Document))
}

/// How many numbers two lists in order share.
fn common(one: &[u32], other: &[u32]) -> usize {
    let (mut at, mut shared) = (0, 0);
    for number in one {
        while other.get(at).is_some_and(|next| next < number) {
            at += 1;
        }
        shared += usize::from(other.get(at) == Some(number));
    }
    shared
}
