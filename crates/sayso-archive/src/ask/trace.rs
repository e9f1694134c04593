//! A claim through the articles that tell it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use sayso_lineage::claim::{Content, Form, Match, Matcher};
use sayso_lineage::record::Telling;
use sayso_lineage::trace::{Trace, trace};

use crate::{Archive, ArchiveError};

impl Archive {
    /// A statement by its row.
    pub fn statement(&self, id: i64) -> Result<Option<Telling>, ArchiveError> {
        let Some(clipping) = self.clipping(id.div_euclid(crate::add::EACH))? else { return Ok(None) };
        let is_it = |telling: &Telling| telling.statement.as_ref().is_some_and(|statement| statement.id == id);
        Ok(clipping.statements.into_iter().find(is_it))
    }

    /// What the archive has of a claim: who told it first here, who followed, what changed.
    pub fn trace(&self, asked: &str, matcher: &Matcher) -> Result<Trace, ArchiveError> {
        let mut look = Look::of(self, matcher, asked);
        let found = self.may_tell(asked)?;
        look.at(&found)?;
        // Whoever asks for a part of a quotation asks for its other appearances too.
        if let Some(fuller) = look.fullest() {
            let found = self.may_tell(&fuller)?;
            look.wordings.push(Content::of(&fuller));
            look.again();
            look.at(&found)?;
        }
        look.at_relatives()?;
        Ok(look.trace(asked))
    }
}

/// A search for what tells a claim, under way.
struct Look<'a> {
    archive: &'a Archive,
    matcher: &'a Matcher,
    /// What is asked for, and the fuller form of it that was found.
    wordings: Vec<Content>,
    /// What was looked at, by article, with what each telling is to what is asked.
    seen: BTreeMap<i64, Vec<Seen>>,
}

struct Seen {
    telling: Telling,
    content: Rc<Content>,
    found: Option<Match>,
}

impl<'a> Look<'a> {
    fn of(archive: &'a Archive, matcher: &'a Matcher, asked: &str) -> Self {
        Self { archive, matcher, wordings: vec![Content::of(asked)], seen: BTreeMap::new() }
    }

    /// Looks at all that some articles tell.
    fn at(&mut self, articles: &[i64]) -> Result<(), ArchiveError> {
        for article in articles {
            if self.seen.contains_key(article) {
                continue;
            }
            let Some(clipping) = self.archive.clipping(*article)? else { continue };
            let tellings = clipping.tellings().into_iter().map(|telling| {
                let content = Rc::new(Content::of(&telling.words));
                let found = self.found(&content);
                Seen { telling, content, found }
            });
            let tellings = tellings.collect();
            self.seen.insert(*article, tellings);
        }
        Ok(())
    }

    /// The best that a content is to one of the wordings.
    fn found(&self, content: &Content) -> Option<Match> {
        let [asked, fuller @ ..] = self.wordings.as_slice() else { return None };
        let compare =
            |wording| Matcher::may_match(wording, content).then(|| self.matcher.find(wording, content)).flatten();
        let found = compare(asked);
        if found.as_ref().is_some_and(|found| found.form.is_same()) {
            return found;
        }
        // The fuller form may hold other sentences: a part of it alone is not what was asked for.
        let whole = fuller.iter().filter_map(compare).find(|m| matches!(m.form, Form::Verbatim | Form::Reworded));
        whole.or(found)
    }

    fn again(&mut self) {
        let mut seen = std::mem::take(&mut self.seen);
        for one in seen.values_mut().flatten() {
            one.found = self.found(&one.content);
        }
        self.seen = seen;
    }

    /// The longest telling that holds the words that were asked for and others, if there is one.
    fn fullest(&self) -> Option<String> {
        let holds = self.seen.values().flatten().filter(|one| {
            one.found.as_ref().is_some_and(|found| found.form == Form::Partial) && one.telling.statement.is_some()
        });
        let length = |one: &&Seen| (one.telling.words.chars().count(), std::cmp::Reverse(one.telling.article.id));
        holds.max_by_key(length).map(|one| one.telling.words.clone())
    }

    /// Other texts of the articles that tell it, and copies: whatever their words.
    fn at_relatives(&mut self) -> Result<(), ArchiveError> {
        let tells = |seen: &[Seen]| seen.iter().any(|one| one.found.as_ref().is_some_and(|found| found.form.is_same()));
        let telling: Vec<i64> = self.seen.iter().filter(|(_, seen)| tells(seen)).map(|(article, _)| *article).collect();
        let mut relatives = BTreeSet::new();
        for article in telling {
            relatives.extend(self.archive.relatives(article)?);
        }
        self.at(&relatives.into_iter().collect::<Vec<_>>())
    }

    fn trace(self, asked: &str) -> Trace {
        let mut contents: HashMap<(i64, [usize; 2]), Rc<Content>> = HashMap::new();
        let mut found = Vec::new();
        for one in self.seen.into_values().flatten() {
            contents.insert((one.telling.article.id, one.telling.span), one.content);
            found.extend(one.found.map(|found| (one.telling, found)));
        }
        let contents = RefCell::new(contents);
        let content = |telling: &Telling| {
            let mut contents = contents.borrow_mut();
            let key = (telling.article.id, telling.span);
            Rc::clone(contents.entry(key).or_insert_with(|| Rc::new(Content::of(&telling.words))))
        };
        trace(asked, found, &|one, other| self.matcher.compare(&content(one), &content(other)))
    }
}
