//! A claim through the articles that tell it.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use sayso_lineage::claim::{Beside, Content, Form, Match, Matcher, Near};
use sayso_lineage::record::{StatementRecord, Telling};
use sayso_lineage::trace::{Known, Trace, trace};
use sayso_reading::Act;

use super::story::Story;
use crate::{Archive, ArchiveError, Clipping};

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
        look.at(&self.may_tell(asked)?)?;
        look.for_the_same_words();
        // Whoever asks for a part of a quotation asks for its other appearances too.
        if let Some(fuller) = look.fullest() {
            look.at(&self.may_tell(&fuller)?)?;
            look.wordings.push(Content::of(&fuller));
            look.for_the_same_words();
        }
        look.for_other_words()?;
        look.at_relatives()?;
        Ok(look.trace(asked))
    }
}

/// Articles that have it in the same words and say what the story is; more would only say it again.
const MOST_ANCHORS: usize = 4;

/// Contents that are read as sentences for one trace to find what tells it, those with the nearest words first, and to find who had it
/// from whom. Reading takes nearly all of the time of a trace, and in a large archive there is always more that sounds like it.
const MOST_READ: usize = 40;
const MOST_READ_FOR_EDGES: usize = 12;
/// Contents that are read in a row and are not it: what comes after them has words that are farther away still, and is not read.
const MOST_IN_VAIN: usize = 16;

/// How sure it must be that a telling is it where nothing has the words that were asked for.
const SURE: f64 = 0.75;

/// A search for what tells a claim, under way.
struct Look<'a> {
    archive: &'a Archive,
    matcher: &'a Matcher,
    /// What is asked for, and the fuller form of it that was found.
    wordings: Vec<Content>,
    /// The story that it belongs to, and who has it in the words that are known.
    story: Story,
    known: Known,
    /// What was looked at, by article.
    seen: BTreeMap<i64, Seen>,
    /// Contents that may still be read as sentences.
    left: Cell<usize>,
}

/// An article that was looked at.
struct Seen {
    clipping: Clipping,
    tellings: Vec<Told>,
}

/// What it tells, and what that is to what is asked.
struct Told {
    telling: Telling,
    content: Rc<Content>,
    found: Option<Match>,
}

impl Seen {
    fn tells(&self) -> bool {
        self.tellings.iter().any(Told::is_it)
    }

    /// How sure it is that it tells it.
    fn likeness(&self) -> f64 {
        let told = self.tellings.iter().filter(|told| told.is_it()).filter_map(|told| told.found.as_ref());
        told.map(|found| found.likeness).fold(0.0, f64::max)
    }

    /// Statements of which most is what another says, which is judged by itself; but for those that say no to it.
    fn relays(&self) -> Vec<usize> {
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
}

impl Told {
    fn is_it(&self) -> bool {
        self.found.as_ref().is_some_and(|found| found.form.is_same())
    }
}

impl<'a> Look<'a> {
    fn of(archive: &'a Archive, matcher: &'a Matcher, asked: &str) -> Self {
        let (story, known) = (Story::default(), Known::default());
        let (wordings, left) = (vec![Content::of(asked)], Cell::new(MOST_READ));
        Self { archive, matcher, wordings, story, known, seen: BTreeMap::new(), left }
    }

    /// Takes all that some articles tell.
    fn at(&mut self, articles: &[i64]) -> Result<(), ArchiveError> {
        for article in articles {
            if self.seen.contains_key(article) {
                continue;
            }
            let Some(clipping) = self.archive.clipping(*article)? else { continue };
            let told = |telling: Telling| Told { content: Rc::new(Content::of(&telling.words)), telling, found: None };
            let tellings = clipping.tellings().into_iter().map(told).collect();
            self.seen.insert(*article, Seen { clipping, tellings });
        }
        Ok(())
    }

    /// Finds what has the words of what is asked, or a part of them.
    fn for_the_same_words(&mut self) {
        let Self { matcher, wordings, seen, .. } = self;
        for told in seen.values_mut().flat_map(|seen| &mut seen.tellings) {
            told.found = best(wordings.iter(), |wording| matcher.same_words(wording, &told.content));
        }
    }

    /// Finds what tells it in other words, in articles of the same story: that of those that have the words, else of the one that is most
    /// surely it.
    fn for_other_words(&mut self) -> Result<(), ArchiveError> {
        if !self.seen.values().any(Seen::tells) {
            self.in_any_sentence();
        }
        if !self.seen.values().any(Seen::tells) {
            self.for_the_surest();
        }
        if !self.seen.values().any(Seen::tells) {
            return Ok(());
        }
        let surest = self.seen.values().map(Seen::likeness).fold(0.0, f64::max);
        let anchors = self.seen.values().filter(|seen| seen.tells() && seen.likeness() >= surest);
        let mut anchors: Vec<&Seen> = anchors.collect();
        anchors.sort_by(|a, b| a.clipping.article.order().cmp(&b.clipping.article.order()));
        anchors.truncate(MOST_ANCHORS);
        let clippings: Vec<&Clipping> = anchors.iter().map(|seen| &seen.clipping).collect();
        self.story = Story::of(self.archive, &clippings)?;
        let known = anchors.iter().flat_map(|seen| &seen.tellings).filter(|told| told.is_it());
        self.known = Known::of(known.map(|told| &told.telling));
        // What is only like it, or against it, is judged again by the measures for one story.
        for told in self.seen.values_mut().flat_map(|seen| &mut seen.tellings) {
            told.found = told.found.take().filter(|found| matches!(found.form, Form::Verbatim | Form::Partial));
        }
        self.judge(|look, clipping| look.story.has(&clipping.text));
        Ok(())
    }

    /// Finds its words in sentences of which another part is a statement.
    fn in_any_sentence(&mut self) {
        let Self { matcher, wordings, seen, .. } = self;
        for seen in seen.values_mut() {
            for sentence in seen.clipping.sentences() {
                let words = Content::of(sentence.of(&seen.clipping.text));
                let Some(found) = best(wordings.iter(), |wording| matcher.same_words(wording, &words)) else {
                    continue;
                };
                let telling = seen.clipping.in_the_writers_voice(sentence);
                seen.tellings.push(Told { content: Rc::new(words), telling, found: Some(found) });
            }
        }
    }

    /// Keeps the telling that is most surely it, and looks for its words besides those that were asked for. Where none is sure, what is
    /// like it is similar and no more.
    fn for_the_surest(&mut self) {
        self.judge(|_, _| true);
        let is_sure = |found: &Match| found.form.is_same() && found.likeness >= SURE;
        let mut surest: Option<(f64, String)> = None;
        for told in self.seen.values_mut().flat_map(|seen| &mut seen.tellings) {
            let Some(found) = &mut told.found else { continue };
            if is_sure(found) && surest.as_ref().is_none_or(|(most, _)| found.likeness > *most) {
                surest = Some((found.likeness, told.telling.words.clone()));
            }
            if found.form != Form::Contradicted {
                found.form = Form::Similar;
            }
        }
        if let Some((_, words)) = surest {
            self.wordings.push(Content::of(&words));
            self.for_the_same_words();
        }
    }

    /// What the tellings of some articles are to what is asked, but for those that have its words.
    fn judge(&mut self, is_looked_at: impl Fn(&Self, &Clipping) -> bool) {
        let mut near: Vec<(i64, usize, Vec<Option<Near>>)> = Vec::new();
        for (article, seen) in self.seen.iter().filter(|(_, seen)| is_looked_at(self, &seen.clipping)) {
            let relays = seen.relays();
            for (at, told) in seen.tellings.iter().enumerate() {
                if told.found.is_some() || relays.contains(&at) {
                    continue;
                }
                let all = self.wordings.iter().map(|wording| self.matcher.near(wording, &told.content));
                let all: Vec<Option<Near>> = all.collect();
                if all.iter().any(Option::is_some) {
                    near.push((*article, at, all));
                }
            }
        }
        let nearness = |all: &[Option<Near>]| all.iter().flatten().map(Near::nearness).fold(-1.0, f64::max);
        near.sort_by(|(.., a), (.., b)| nearness(b).total_cmp(&nearness(a)));
        let Self { matcher, wordings, seen, known, left, .. } = self;
        let may_be_read = Cell::new(left.get());
        let mut in_vain = 0;
        for (article, at, near) in near {
            let Some(told) = seen.get_mut(&article).map(|seen| &mut seen.tellings[at]) else { continue };
            let before = may_be_read.get();
            let beside = || known.beside(&told.telling);
            told.found = best(wordings.iter().zip(&near), |(wording, near)| {
                matcher.find_near(wording, &told.content, near.as_ref()?, beside, &may_be_read)
            });
            let read = before - may_be_read.get();
            left.set(left.get() - read);
            in_vain = if told.is_it() { 0 } else { in_vain + read };
            if in_vain >= MOST_IN_VAIN {
                may_be_read.set(0);
            }
        }
    }

    /// The longest telling that holds the words that were asked for and others, if there is one.
    fn fullest(&self) -> Option<String> {
        let holds = self.seen.values().flat_map(|seen| &seen.tellings).filter(|told| {
            told.found.as_ref().is_some_and(|found| found.form == Form::Partial) && told.telling.statement.is_some()
        });
        let length = |told: &&Told| (told.telling.words.chars().count(), std::cmp::Reverse(told.telling.article.id));
        holds.max_by_key(length).map(|told| told.telling.words.clone())
    }

    /// Other texts of the articles that tell it, and copies: whatever their words.
    fn at_relatives(&mut self) -> Result<(), ArchiveError> {
        let telling: Vec<i64> =
            self.seen.iter().filter(|(_, seen)| seen.tells()).map(|(article, _)| *article).collect();
        let mut relatives = BTreeSet::new();
        for article in telling {
            relatives.extend(self.archive.relatives(article)?);
        }
        relatives.retain(|article| !self.seen.contains_key(article));
        let relatives: Vec<i64> = relatives.into_iter().collect();
        self.at(&relatives)?;
        self.judge(|_, clipping| relatives.contains(&clipping.article.id));
        Ok(())
    }

    fn trace(self, asked: &str) -> Trace {
        let mut contents: HashMap<(i64, [usize; 2]), Rc<Content>> = HashMap::new();
        let mut found = Vec::new();
        for told in self.seen.into_values().flat_map(|seen| seen.tellings) {
            contents.insert((told.telling.article.id, told.telling.span), told.content);
            found.extend(told.found.map(|found| (told.telling, found)));
        }
        let contents = RefCell::new(contents);
        let left = Cell::new(MOST_READ_FOR_EDGES);
        let content = |telling: &Telling| {
            let mut contents = contents.borrow_mut();
            let key = (telling.article.id, telling.span);
            Rc::clone(contents.entry(key).or_insert_with(|| Rc::new(Content::of(&telling.words))))
        };
        trace(asked, found, &|one, other| {
            self.matcher.find_within(&content(one), &content(other), Beside::Somebody, &left)
        })
    }
}

/// The best that a content is to what is asked, or to the fuller form of it. That may hold other sentences: a part of it alone is not what
/// was asked for.
fn best<W>(mut wordings: impl Iterator<Item = W>, find: impl Fn(W) -> Option<Match>) -> Option<Match> {
    let found = find(wordings.next()?);
    if found.as_ref().is_some_and(|found| found.form.is_same()) {
        return found;
    }
    let whole = wordings.filter_map(find).find(|m| matches!(m.form, Form::Verbatim | Form::Reworded));
    whole.or(found)
}
