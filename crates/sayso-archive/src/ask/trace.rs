//! A claim through the articles that tell it.

mod rewordings;
mod told;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use sayso_lineage::claim::{Beside, Content, Form, Match, Matcher};
use sayso_lineage::record::Telling;
use sayso_lineage::side_by_side::{as_they_come, side_by_side};
use sayso_lineage::trace::{Known, Trace, trace};

use self::told::{NearTelling, Seen, Told, best, same_words};
use super::story::Story;
use crate::candidates::Lists;
use crate::clipping::{article_of, in_text_order};
use crate::{Archive, ArchiveError, Clipping};

impl Archive {
    /// A statement by its row.
    pub fn statement(&self, id: i64) -> Result<Option<Telling>, ArchiveError> {
        let Some(clipping) = self.clipping(article_of(id))? else { return Ok(None) };
        let is_it = |telling: &Telling| telling.statement.as_ref().is_some_and(|statement| statement.id == id);
        Ok(clipping.statements.into_iter().find(is_it))
    }

    /// What the archive has of a claim: who told it first here, who followed, what changed.
    pub fn trace(&self, asked: &str, matcher: &Matcher) -> Result<Trace, ArchiveError> {
        let mut look = Look::of(self, matcher, asked);
        let mut others = look.for_words(asked)?;
        // Whoever asks for a part of a quotation asks for its other appearances too.
        if let Some(fuller) = look.fullest() {
            look.ask_for(&fuller);
            others.splice(0..0, look.for_words(&fuller)?);
        }
        if !look.tells() {
            look.for_the_surest(&others)?;
        }
        if look.tells() {
            look.for_the_story(&others)?;
        }
        look.at_relatives()?;
        Ok(look.trace(asked))
    }
}

/// Articles that have it in the same words and say what the story is; more would only say it again.
const MOST_ANCHORS: usize = 4;

/// Articles that are looked at together: as long as any of them has the words, more are.
const AT_ONCE: usize = 30;
/// Where none has the words, so many more are looked at; where one has, so many more of its story, of so many whose texts are.
const MORE: usize = 60;
const OF_STORY: usize = 60;
const MOST_TEXTS: usize = 200;

/// Contents that are read as sentences for one trace to find what tells it, those with the nearest words first, and to find who had it
/// from whom. Reading takes nearly all of the time of a trace, and in a large archive there is always more that sounds like it.
const MOST_READ: usize = 20;
const MOST_READ_FOR_EDGES: usize = 4;
/// Contents that are read in a row and are not it: what comes after them has words that are farther away still, and is not read.
const MOST_IN_VAIN: usize = 8;
/// Contents that are read side by side before what they are decides whether more are read.
const READ_AT_ONCE: usize = 8;

/// How sure it must be that a telling is it where nothing has the words that were asked for, or for others to be found by its words.
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
    /// Contents by their words: those of a copy are read once.
    contents: HashMap<String, Arc<Content>>,
    /// Contents that may still be read as sentences.
    left: usize,
    /// What was read from the indices.
    lists: Lists,
}

impl<'a> Look<'a> {
    fn of(archive: &'a Archive, matcher: &'a Matcher, asked: &str) -> Self {
        let (story, known) = (Story::default(), Known::default());
        let (wordings, seen, contents) = (vec![Content::of(asked)], BTreeMap::new(), HashMap::new());
        Self { archive, matcher, wordings, story, known, seen, contents, left: MOST_READ, lists: Lists::default() }
    }

    /// Takes all that some articles tell, and finds what of it has the words of what is asked, or a part of them.
    fn at(&mut self, articles: &[i64]) -> Result<(), ArchiveError> {
        let Self { archive, matcher, wordings, seen, .. } = &*self;
        let read = |telling: &Telling| {
            let content = Content::of(&telling.told());
            let found = same_words(matcher, wordings, &content);
            (content, found)
        };
        let new = articles.iter().filter(|article| !seen.contains_key(article));
        let all = as_they_come(new.map(|article| archive.clipping(*article)), |clipping| {
            let Some(clipping) = clipping? else { return Ok(None) };
            let voice = clipping.voice();
            let read: Vec<_> = clipping.statements.iter().chain(&voice).map(read).collect();
            Ok(Some((clipping, voice, read)))
        });
        let all: Vec<_> = all.into_iter().collect::<Result<_, ArchiveError>>()?;
        for (mut clipping, voice, read) in all.into_iter().flatten() {
            let tellings = std::mem::take(&mut clipping.statements).into_iter().chain(voice);
            let told = |(telling, (content, found)): (Telling, (Content, Option<Match>))| {
                let content = self.contents.entry(telling.told().into_owned()).or_insert_with(|| Arc::new(content));
                Told { content: Arc::clone(content), telling, found }
            };
            let mut tellings: Vec<Told> = tellings.zip(read).map(told).collect();
            tellings.sort_by_key(|told| in_text_order(&told.telling));
            self.seen.insert(clipping.article.id, Seen { clipping, tellings, is_of_the_story: false });
        }
        Ok(())
    }

    /// Looks for what has the words of what is asked, or a part of them, where some words may be told. Gives the articles that are left:
    /// they were not looked at, since those with more of the words do not have them as they stand.
    fn for_words(&mut self, words: &str) -> Result<Vec<i64>, ArchiveError> {
        let articles = self.archive.may_tell_by(words, &mut self.lists)?;
        for (at, some) in articles.chunks(AT_ONCE).enumerate() {
            let new: Vec<i64> = some.iter().copied().filter(|article| !self.seen.contains_key(article)).collect();
            self.at(&new)?;
            let looked_at = if new.is_empty() { some } else { &new };
            if !looked_at.iter().any(|article| self.seen.get(article).is_some_and(Seen::tells)) {
                return Ok(articles[((at + 1) * AT_ONCE).min(articles.len())..].to_vec());
            }
        }
        Ok(Vec::new())
    }

    /// Adds what else is asked for, and finds what has its words.
    fn ask_for(&mut self, wording: &str) {
        self.wordings.push(Content::of(wording));
        let Self { matcher, wordings, seen, .. } = self;
        let articles: Vec<&Seen> = seen.values().collect();
        let found = side_by_side(&articles, |seen| {
            let of = |told: &Told| same_words(matcher, wordings, &told.content);
            seen.tellings.iter().map(of).collect::<Vec<_>>()
        });
        let tellings = seen.values_mut().flat_map(|seen| &mut seen.tellings);
        for (told, found) in tellings.zip(found.into_iter().flatten()) {
            told.found = found;
        }
    }

    fn tells(&self) -> bool {
        self.seen.values().any(Seen::tells)
    }

    /// Finds what tells it in other words, in articles of the same story: that of those that have the words, else of the one that is most
    /// surely it.
    fn for_the_story(&mut self, others: &[i64]) -> Result<(), ArchiveError> {
        let surest = self.seen.values().map(Seen::likeness).fold(0.0, f64::max);
        let anchors = self.seen.values().filter(|seen| seen.tells() && seen.likeness() >= surest);
        let mut anchors: Vec<&Seen> = anchors.collect();
        anchors.sort_by(|a, b| a.clipping.article.order().cmp(&b.clipping.article.order()));
        anchors.truncate(MOST_ANCHORS);
        let clippings: Vec<&Clipping> = anchors.iter().map(|seen| &seen.clipping).collect();
        self.story = Story::of(self.archive, &clippings)?;
        let known = anchors.iter().flat_map(|seen| &seen.tellings).filter(|told| told.is_it());
        self.known = Known::of(known.map(|told| &told.telling));
        let mut of_the_story: Vec<i64> = Vec::new();
        let mut known: HashSet<i64> = self.seen.keys().copied().collect();
        for article in others.iter().filter(|article| known.insert(**article)).take(MOST_TEXTS) {
            if of_the_story.len() < OF_STORY && self.archive.text(*article)?.is_some_and(|text| self.story.has(&text)) {
                of_the_story.push(*article);
            }
        }
        self.at(&of_the_story)?;
        let articles: Vec<&Seen> = self.seen.values().collect();
        let are_of_the_story = side_by_side(&articles, |seen| self.story.has(&seen.clipping.text));
        for (seen, is_of_the_story) in self.seen.values_mut().zip(are_of_the_story) {
            seen.is_of_the_story = is_of_the_story;
        }
        self.judge(|seen| seen.is_of_the_story);
        self.without_another_s();
        self.as_reworded();
        Ok(())
    }

    /// Finds its words in sentences of which another part is a statement.
    fn in_any_sentence(&mut self) {
        let Self { matcher, wordings, seen, .. } = self;
        for seen in seen.values_mut() {
            for sentence in seen.clipping.sentences().to_vec() {
                let words = Content::of(sentence.of(&seen.clipping.text));
                let Some(found) = same_words(matcher, wordings, &words) else { continue };
                let telling = seen.clipping.in_the_writers_voice(sentence);
                seen.tellings.push(Told { content: Arc::new(words), telling, found: Some(found) });
            }
        }
    }

    /// Where nobody has the words of what is asked: looks for them in the middle of sentences, else keeps the telling that is most surely it
    /// in other words, and looks for its words besides those that were asked for. Where none is sure, what is like it is similar and no more.
    fn for_the_surest(&mut self, others: &[i64]) -> Result<(), ArchiveError> {
        self.at(&others[..others.len().min(MORE)])?;
        if !self.tells() {
            self.in_any_sentence();
        }
        if self.tells() {
            return Ok(());
        }
        self.judge(|_| true);
        let is_sure = |found: &Match| found.form.is_same() && found.likeness >= SURE;
        let mut surest: Option<(f64, String)> = None;
        for told in self.seen.values_mut().flat_map(|seen| &mut seen.tellings) {
            let Some(found) = &mut told.found else { continue };
            if is_sure(found) && surest.as_ref().is_none_or(|(most, _)| found.likeness > *most) {
                surest = Some((found.likeness, told.telling.told().into_owned()));
            }
            if found.form != Form::Contradicted {
                found.form = Form::Similar;
            }
        }
        if let Some((_, words)) = surest {
            self.ask_for(&words);
        }
        Ok(())
    }

    /// What the tellings of some articles are to what is asked, but for those that have its words.
    fn judge(&mut self, is_looked_at: impl Fn(&Seen) -> bool) {
        let Self { matcher, wordings, seen, .. } = &*self;
        let articles: Vec<&Seen> = seen.values().filter(|seen| is_looked_at(seen)).collect();
        let near = side_by_side(&articles, |seen| seen.near(matcher, wordings));
        let mut near: Vec<NearTelling> = near.into_iter().flatten().collect();
        near.sort_by(|one, other| other.nearness.total_cmp(&one.nearness));
        let mut in_vain = 0;
        for some in near.chunks(READ_AT_ONCE) {
            let read = self.read(some, if in_vain < MOST_IN_VAIN { self.left } else { 0 });
            let Self { matcher, wordings, seen, known, .. } = self;
            for (one, read) in some.iter().zip(read) {
                let Some(told) = seen.get_mut(&one.article).map(|seen| &mut seen.tellings[one.at]) else { continue };
                let beside = || known.beside(&told.telling);
                told.found = best(wordings.iter().zip(&one.near), |(wording, near)| {
                    matcher.find_near(wording, &told.content, near.as_ref()?, beside)
                });
                in_vain = if told.is_it() { 0 } else { in_vain + read };
            }
        }
    }

    /// Reads what is worth it, so many contents at most, and what they are compared with; how many of each.
    fn read(&mut self, some: &[NearTelling], most: usize) -> Vec<usize> {
        let mut new: Vec<&Content> = self.wordings.iter().filter(|wording| !wording.is_read()).collect();
        let wordings = new.len();
        let mut counts = Vec::with_capacity(some.len());
        for one in some {
            let before = new.len();
            let content = &self.seen[&one.article].tellings[one.at].content;
            for part in one.near.iter().flatten().flat_map(|near| near.worth_reading(content)) {
                add_unread(&mut new, part, wordings + most);
            }
            counts.push(new.len() - before);
        }
        self.matcher.read(&new);
        self.left -= new.len() - wordings;
        counts
    }

    /// The longest telling that holds the words that were asked for and others, if there is one.
    fn fullest(&self) -> Option<String> {
        let holds = self.seen.values().flat_map(|seen| &seen.tellings).filter(|told| {
            told.found.as_ref().is_some_and(|found| found.form == Form::Partial) && told.telling.statement.is_some()
        });
        let length = |told: &&Told| (told.telling.told().chars().count(), std::cmp::Reverse(told.telling.article.id));
        holds.max_by_key(length).map(|told| told.telling.told().into_owned())
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
        self.judge(|seen| relatives.contains(&seen.clipping.article.id));
        Ok(())
    }

    fn trace(self, asked: &str) -> Trace {
        self.read_for_edges();
        let mut contents: HashMap<(i64, [usize; 2]), Arc<Content>> = HashMap::new();
        let mut found = Vec::new();
        for Told { telling, content, found: is } in self.seen.into_values().flat_map(|seen| seen.tellings) {
            let Some(is) = is else { continue };
            contents.insert((telling.article.id, telling.span), content);
            found.push((telling, is));
        }
        let content = |telling: &Telling| {
            let known = contents.get(&(telling.article.id, telling.span));
            known.map_or_else(|| Arc::new(Content::of(&telling.told())), Arc::clone)
        };
        trace(asked, found, &|one, other| self.matcher.find_within(&content(one), &content(other), Beside::Somebody))
    }

    /// Reads the first of what has the same words, so that who had it from whom can be told by what the words mean.
    fn read_for_edges(&self) {
        let mut telling: Vec<&Told> =
            self.seen.values().flat_map(|seen| &seen.tellings).filter(|told| told.is_it()).collect();
        telling.sort_by(|a, b| a.telling.article.order().cmp(&b.telling.article.order()));
        let mut new: Vec<&Content> = Vec::new();
        for told in telling {
            add_unread(&mut new, &told.content, MOST_READ_FOR_EDGES);
        }
        self.matcher.read(&new);
    }
}

/// Adds a content that is to be read, unless it was, is among them already, or they are `most`.
fn add_unread<'c>(new: &mut Vec<&'c Content>, content: &'c Content, most: usize) {
    if new.len() < most && !content.is_read() && !new.iter().any(|known| std::ptr::eq(*known, content)) {
        new.push(content);
    }
}
