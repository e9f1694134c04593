//! What somebody says again, and what somebody said otherwise before.

use std::collections::{BTreeMap, BTreeSet};

use super::{Again, SourceInArticle};
use crate::claim::{Form, Match};
use crate::fold::words;
use crate::record::Telling;

/// Pairs of statements that are compared for one person, and for all of them. A comparison is dear.
const PAIRS_OF_ONE: usize = 300;
const PAIRS: usize = 6_000;
/// Earlier statements that one is compared with: those with most words in common.
const NEAREST: usize = 8;
/// Words that so many statements of one person have tell nothing.
const COMMON_TO: usize = 200;

/// How many comparisons are left.
pub(super) struct Budget(usize);

impl Budget {
    pub(super) fn new() -> Self {
        Budget(PAIRS)
    }
}

/// Where a statement stands: place and telling.
type At = [usize; 2];

/// What somebody says that says again or denies what was said before, newest statements looked at first. Each later
/// statement is shown with the latest earlier one that it repeats and the latest that it contradicts. Texts of one
/// article and its copies are one.
pub(super) fn again(
    places: &[SourceInArticle],
    repeats: &dyn Fn(&Telling, &Telling) -> Option<Match>,
    budget: &mut Budget,
) -> Vec<Again> {
    if places.len() < 2 {
        return Vec::new();
    }
    let said: Vec<At> = (0..places.len())
        .flat_map(|place| (0..places[place].tellings.len()).map(move |telling| [place, telling]))
        .filter(|at| of(places, *at).statement.is_some())
        .collect();
    let vocabulary: Vec<BTreeSet<String>> = said.iter().map(|at| content_words(&of(places, *at).words)).collect();
    let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, told) in vocabulary.iter().enumerate() {
        for word in told {
            having.entry(word).or_default().push(i);
        }
    }
    having.retain(|_, said| said.len() <= COMMON_TO);
    let mut left = PAIRS_OF_ONE;
    let mut out = Vec::new();
    for later in (0..said.len()).rev() {
        if left == 0 || budget.0 == 0 {
            break;
        }
        let mut found: [Option<At>; 2] = [None, None];
        for earlier in nearest(later, &vocabulary, &having, |earlier| is_other(places, said[earlier], said[later])) {
            if left == 0 || budget.0 == 0 {
                break;
            }
            (left, budget.0) = (left - 1, budget.0 - 1);
            let form = repeats(of(places, said[earlier]), of(places, said[later])).map(|found| found.form);
            let contradicts = form == Some(Form::Contradicted);
            if contradicts || form.is_some_and(Form::is_same) {
                let slot = &mut found[usize::from(contradicts)];
                *slot = (*slot).max(Some(said[earlier]));
            }
        }
        for (slot, contradicts) in found.into_iter().zip([false, true]) {
            out.extend(slot.map(|before| Again { before, after: said[later], contradicts }));
        }
    }
    out.reverse();
    out.sort_by_key(|one| (one.after, one.before));
    out
}

fn of(places: &[SourceInArticle], at: At) -> &Telling {
    &places[at[0]].tellings[at[1]]
}

/// Whether two statements are of articles that are no texts or copies of one.
fn is_other(places: &[SourceInArticle], one: At, other: At) -> bool {
    let (one, other) = (&places[one[0]].article, &places[other[0]].article);
    let first = |article: &crate::record::ArticleRecord| article.copy_of.unwrap_or(article.id);
    one.id != other.id && (one.key.is_empty() || one.key != other.key) && first(one) != first(other)
}

/// The earlier statements with most words in common, at least two.
fn nearest(
    later: usize,
    vocabulary: &[BTreeSet<String>],
    having: &BTreeMap<&str, Vec<usize>>,
    fits: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    for said in vocabulary[later].iter().filter_map(|word| having.get(word.as_str())) {
        for earlier in said.iter().take_while(|earlier| **earlier < later) {
            *shared.entry(*earlier).or_default() += 1;
        }
    }
    let mut near: Vec<(usize, usize)> = shared.into_iter().filter(|(at, n)| *n > 1 && fits(*at)).collect();
    near.sort_by_key(|(at, n)| (std::cmp::Reverse(*n), std::cmp::Reverse(*at)));
    near.into_iter().take(NEAREST).map(|(at, _)| at).collect()
}

/// Words that tell what a statement is about: the longer ones and numbers.
fn content_words(text: &str) -> BTreeSet<String> {
    let tells = |word: &String| word.chars().nth(3).is_some() || word.starts_with(|c: char| c.is_ascii_digit());
    words(text).into_iter().filter(tells).take(60).collect()
}
