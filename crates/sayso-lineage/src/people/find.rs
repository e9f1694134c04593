//! Sources by a name that somebody types.

use super::bodies;
use super::name::Name;
use super::{Named, Sources};
use crate::fold::words;

/// Longest word that is compared letter by letter.
const LONGEST: usize = 30;

/// Places in `named` that a name finds, best first: those that bear it or a fuller one (a surname, a given name that is
/// short for another, an initial), in any case and without accents; where there are none, those that are a letter or
/// two away.
pub fn named_like(name: &str, sources: &Sources) -> Vec<usize> {
    let asked = Asked::of(name);
    if asked.words.is_empty() {
        return Vec::new();
    }
    let near = |distance: &dyn Fn(&Asked, &str) -> Option<usize>| -> Vec<usize> {
        let of = |named: &Named| {
            std::iter::once(&named.name).chain(&named.aliases).filter_map(|borne| distance(&asked, borne)).min()
        };
        let mut found: Vec<(usize, usize)> =
            sources.named.iter().enumerate().filter_map(|(at, named)| Some((of(named)?, at))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect()
    };
    let borne = near(&Asked::bears);
    if borne.is_empty() { near(&Asked::typed) } else { borne }
}

/// What is asked for.
struct Asked {
    words: Vec<String>,
    name: Option<Name>,
    body: Option<String>,
}

impl Asked {
    fn of(name: &str) -> Self {
        let mut parts = words(name);
        if parts.len() > 1 {
            parts.retain(|word| word != "the");
        }
        Asked { words: parts, name: Name::of(name), body: bodies::key(name) }
    }

    /// How near a name is that is borne: 0 for this very one, then one that holds it.
    fn bears(&self, borne: &str) -> Option<usize> {
        let has = words(borne);
        let name = Name::of(borne);
        let is_same = has == self.words
            || self.body.is_some() && self.body == bodies::key(borne)
            || self.name.is_some() && name.as_ref().map(Name::whole) == self.name.as_ref().map(Name::whole);
        if is_same {
            return Some(0);
        }
        let agrees =
            self.name.as_ref().zip(name.as_ref()).is_some_and(|(asked, borne)| {
                (asked.given.is_empty() || !borne.given.is_empty()) && asked.agrees(borne)
            });
        (agrees || self.words.iter().all(|word| has.contains(word))).then_some(1)
    }

    /// By how many letters a name is off, where each word asked for is at most one off in four and two in eight.
    fn typed(&self, borne: &str) -> Option<usize> {
        let has = words(borne);
        let off = |word: &String| has.iter().filter_map(|other| letters_off(word, other)).min();
        self.words.iter().map(off).sum()
    }
}

/// By how many letters two words differ (one left out, put in, changed, or two neighbours swapped); none where by too
/// many.
fn letters_off(one: &str, other: &str) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let allowed = match one.len().min(other.len()) {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    if one.len().abs_diff(other.len()) > allowed || one.len().max(other.len()) > LONGEST {
        return None;
    }
    // The restricted Damerau–Levenshtein distance, three rows at a time.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let changed = last[j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut least = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|off| *off <= allowed)
}
