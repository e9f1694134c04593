//! What articles tell, and what that is to what is asked.

use std::sync::Arc;

use sayso_lineage::claim::{Content, Form, Match, Matcher, Near};
use sayso_lineage::record::{StatementRecord, Telling};
use sayso_reading::Act;

use crate::Clipping;

/// A telling that is near to what is asked.
pub(super) struct NearTelling {
    pub(super) article: i64,
    /// Its place among what the article tells.
    pub(super) at: usize,
    /// What the words show of each wording of what is asked, and of the one that it is nearest to.
    pub(super) near: Vec<Option<Near>>,
    pub(super) nearness: f64,
}

/// An article that was looked at.
pub(super) struct Seen {
    /// Without its statements, which are among its tellings.
    pub(super) clipping: Clipping,
    pub(super) tellings: Vec<Told>,
    pub(super) is_of_the_story: bool,
}

/// What it tells, and what that is to what is asked.
pub(super) struct Told {
    pub(super) telling: Telling,
    pub(super) content: Arc<Content>,
    pub(super) found: Option<Match>,
}

impl Seen {
    pub(super) fn tells(&self) -> bool {
        self.tellings.iter().any(Told::is_it)
    }

    /// How sure it is that it tells it.
    pub(super) fn likeness(&self) -> f64 {
        let told = self.tellings.iter().filter(|told| told.is_it()).filter_map(|told| told.found.as_ref());
        told.map(|found| found.likeness).fold(0.0, f64::max)
    }

    /// Statements of which most is what another says, which is judged by itself; but for those that say no to it.
    pub(super) fn relays(&self) -> Vec<usize> {
        let says_no = |told: &Told| told.telling.statement.as_ref().is_some_and(StatementRecord::says_no);
        let says =
            |told: &&Told| told.telling.statement.as_ref().is_some_and(|one| one.act == Act::Says && !one.says_no());
        let inner: Vec<[usize; 2]> = self.tellings.iter().filter(says).map(|told| told.telling.span).collect();
        let is_relay = |told: &Told| {
            let [start, end] = told.telling.span;
            let is_most = |[from, to]: &[usize; 2]| {
                start <= *from && *to <= end && to - from < end - start && (to - from) * 2 > end - start
            };
            told.telling.statement.is_some() && !says_no(told) && inner.iter().any(is_most)
        };
        (0..self.tellings.len()).filter(|at| is_relay(&self.tellings[*at])).collect()
    }

    /// What it tells that is near to what is asked.
    pub(super) fn near(&self, matcher: &Matcher, wordings: &[Content]) -> Vec<NearTelling> {
        let relays = self.relays();
        let open = self.tellings.iter().enumerate().filter(|(at, told)| told.found.is_none() && !relays.contains(at));
        let near = open.filter_map(|(at, told)| {
            let near: Vec<Option<Near>> = wordings.iter().map(|wording| matcher.near(wording, &told.content)).collect();
            let nearness = near.iter().flatten().map(Near::nearness).reduce(f64::max)?;
            Some(NearTelling { article: self.clipping.article.id, at, near, nearness })
        });
        near.collect()
    }
}

impl Told {
    pub(super) fn is_it(&self) -> bool {
        self.found.as_ref().is_some_and(|found| found.form.is_same())
    }
}

/// What a content is to what is asked where it has the words, or a part of them.
pub(super) fn same_words(matcher: &Matcher, wordings: &[Content], content: &Content) -> Option<Match> {
    best(wordings.iter(), |wording| matcher.same_words(wording, content))
}

/// The best that a content is to what is asked, or to the fuller form of it. That may hold other sentences: a part of it alone is not what
/// was asked for.
pub(super) fn best<W>(mut wordings: impl Iterator<Item = W>, find: impl Fn(W) -> Option<Match>) -> Option<Match> {
    let found = find(wordings.next()?);
    if found.as_ref().is_some_and(|found| found.form.is_same()) {
        return found;
    }
    let whole = wordings.filter_map(find).find(|m| matches!(m.form, Form::Verbatim | Form::Reworded));
    whole.or(found)
}
