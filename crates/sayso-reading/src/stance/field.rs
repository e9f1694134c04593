//! Which earlier statement a stance takes up.

use std::ops::Range;

use sayso_article::{Article, Part};
use sayso_text::Span;

use super::tables::{ACCUSED, Hint, REPORTED, WHOLE};
use super::{Object, Stance, Taken, object};
use crate::overlap::{Overlap, stem, stems};
use crate::sources::Source;
use crate::{Act, Attribution, Channel, Kind, SourceId, SourceType, by_link};
use sayso_text::sentences::Sentence;

/// Links before a stance that are looked at.
const LOOK: usize = 40;
/// Bytes before a stance in which a bare "it", "the claim" finds its statement.
const NEAR: usize = 700;
/// Links that follow a stance among which the claim in its content is looked for.
const INSIDE: usize = 6;
/// A longer sentence is no question to one who will not answer.
const SENTENCE: usize = 1000;
/// Bytes between what is denied and who said it, in one sentence.
const AFTER: usize = 30;
/// Bytes before a stance in which "the report" finds what an outlet reported.
const FAR: usize = 3000;
/// Bytes in which one shared word is enough.
const NEXT: usize = 350;

/// The statements of an article, as one that takes another up sees them.
pub(super) struct Field<'a> {
    text: &'a str,
    sentences: &'a [Sentence<'a>],
    sources: &'a [Source],
    attributions: &'a [Attribution],
    order: Vec<usize>,
    /// For each attribution its place in the order.
    rank: Vec<usize>,
    /// For each the outermost one around it.
    outermost: Vec<usize>,
    overlap: Overlap,
    heads: Vec<Span>,
    /// Which refuse to comment: they say nothing that could be taken up.
    pub(super) refuses: Vec<bool>,
    /// Which only turn another down ("dismissed the claim"): a pronoun after one means what that one means.
    pub(super) is_answer: Vec<bool>,
}

impl<'a> Field<'a> {
    pub(super) fn of(
        article: &'a Article,
        sentences: &'a [Sentence<'a>],
        sources: &'a [Source],
        attributions: &'a [Attribution],
    ) -> Self {
        let order = by_link(attributions);
        let mut rank = vec![0; order.len()];
        for (at, i) in order.iter().enumerate() {
            rank[*i] = at;
        }
        let mut outermost: Vec<usize> = (0..attributions.len()).collect();
        for (i, attribution) in attributions.iter().enumerate() {
            // An outer one stands before those inside it.
            if let Some(outer) = attribution.within {
                outermost[i] = outermost[outer.0 as usize - 1];
            }
        }
        let heads = article.parts.iter().filter(|p| matches!(p.part, Part::Headline | Part::Deck)).map(|p| p.span);
        let overlap = Overlap::of(&article.text, attributions);
        let heads = heads.collect();
        Self {
            text: &article.text,
            sentences,
            sources,
            attributions,
            order,
            rank,
            outermost,
            overlap,
            heads,
            refuses: vec![false; attributions.len()],
            is_answer: vec![false; attributions.len()],
        }
    }

    /// The attribution that a stance takes up.
    pub(super) fn find(&self, i: usize, taken: &Taken) -> Option<usize> {
        let asked;
        let mut object = &taken.object;
        if taken.stance == Stance::RefusesToComment && object.noun.is_none() {
            asked = self.asked(i);
            object = asked.as_ref().unwrap_or(object);
        }
        if let Some(own) = self.inside(i, object) {
            return Some(own);
        }
        if object.noun.is_some() && object.words.is_empty() {
            // What is backed or rejected as "it" may be a bill as well.
            let is_thing = object.is_pronoun && taken.stance == Stance::Supports;
            return if is_thing { None } else { self.by_noun(i, object) };
        }
        // What is backed or rejected may be a bill, a treaty, an offer that others speak of as well.
        let is_thing = matches!(taken.stance, Stance::Supports | Stance::Rejects) && object.noun.is_none();
        if is_thing {
            return None;
        }
        let own = self.by_words(i, &object.words, object.noun.is_some());
        own.or_else(|| object.noun.and_then(|_| self.by_noun_alone(i, object)))
            .or_else(|| self.after(i))
            .or_else(|| self.against(i, taken.stance))
            .or_else(|| self.near(i, taken))
    }

    /// What was said right before that shares words with what is denied, or to which "any such meeting" points back.
    fn near(&self, i: usize, taken: &Taken) -> Option<usize> {
        if taken.stance != Stance::Denies {
            return None;
        }
        let link = self.attributions[i].link().start;
        let right_before = |c: usize| {
            let there = self.attributions[c].link().start;
            there < link && link - there <= NEAR && self.is_other(i, c) && self.is_headed(c) == self.is_headed(i)
        };
        let shared = self
            .overlap
            .shared(&taken.object.words, i)
            .into_iter()
            .filter(|shared| shared.words > 1 && right_before(shared.other));
        let most = shared.max_by_key(|shared| (shared.weight, self.attributions[shared.other].link().start));
        let nearest =
            || self.before(i, NEAR).find(|c| self.is_other(i, *c) && self.is_level(i, *c) && !self.is_answer[*c]);
        most.map(|shared| shared.other).or_else(|| nearest().filter(|_| taken.object.is_such))
    }

    /// "Rejected a claim by the guild that the tax would rise": the claim stands in the content itself.
    fn inside(&self, i: usize, object: &Object) -> Option<usize> {
        object.noun.filter(|_| !object.is_pronoun)?;
        let id = self.attributions[i].id;
        let from = self.rank[i];
        let near = self.order[from..].iter().take(INSIDE).copied();
        near.filter(|c| self.attributions[*c].within == Some(id)).find(|c| {
            let mut cues = self.attributions[*c].cue.iter();
            cues.any(|cue| cue.of(self.text).to_lowercase().split(' ').any(|word| word == object.called))
        })
    }

    /// "Asked about the memo, she said: no comment": what was asked about.
    fn asked(&self, i: usize) -> Option<Object> {
        let sentence = self.sentence(self.attributions[i].link().start).filter(|s| s.whole.len() <= SENTENCE)?;
        let at = (0..sentence.words.len()).find_map(|at| sentence.phrase(at, "asked about"))?;
        let ends = |at: &usize| matches!(sentence.lower(*at), "," | "." | ";" | "on" | "at" | "during");
        let end = (at..sentence.words.len()).find(ends)?;
        let words = Span::new(sentence.words.get(at)?.start, sentence.words[end].start);
        Some(object(&Sentence::of(self.text, words.trim(self.text))))
    }

    /// What "it", "the claim", "the ministry's claim" stands for.
    fn by_noun(&self, i: usize, object: &Object) -> Option<usize> {
        if !object.whose.is_empty() {
            let is_whose = |c: &usize| {
                let words = self.own_names(*c);
                words.iter().any(|word| object.whose.contains(word)) || self.is_named(*c, &object.whose)
            };
            let is_report = |c: &usize| {
                let source = self.source(*c).and_then(|id| self.sources.get(id.0 as usize - 1));
                let is_body = source.is_some_and(|source| source.kind == SourceType::NamedOrganization);
                is_body && self.attributions[*c].within.is_none() && self.is_headed(*c) == self.is_headed(i)
            };
            if WHOLE.contains(&object.called.as_str()) {
                let all = self.order[..self.rank[i]].iter().copied();
                let first = all.filter(|c| is_whose(c) && !self.is_own(i, *c)).find(is_report);
                if first.is_some() {
                    return first;
                }
            }
            let candidates: Vec<usize> = self.before(i, NEAR * 2).filter(|c| !self.is_own(i, *c)).collect();
            let nearest = candidates.iter().copied().find(is_whose)?;
            return Some(self.introduced(nearest, &candidates));
        }
        self.by_noun_alone(i, object)
    }

    fn by_noun_alone(&self, i: usize, object: &Object) -> Option<usize> {
        let hint = object.noun?;
        let candidates: Vec<usize> = self.before(i, NEAR).filter(|c| self.is_other(i, *c)).collect();
        let level = |c: &&usize| self.is_level(i, **c);
        let nearest = || {
            let is_own_words = |c: &usize| level(&c) && !self.is_answer[*c];
            let first = candidates.iter().copied().find(is_own_words)?;
            Some(self.introduced(first, &candidates))
        };
        match hint {
            Hint::Any => nearest(),
            Hint::Number => {
                let has_number = |c: &&usize| {
                    self.attributions[**c]
                        .content
                        .iter()
                        .any(|s| s.of(self.text).contains(|c: char| c.is_ascii_digit()))
                };
                candidates.iter().find(has_number).copied()
            }
            Hint::Report => {
                let published = |c: &usize| self.is_other(i, *c) && self.is_level(i, *c) && self.has_cue(*c, REPORTED);
                self.before(i, FAR).find(published).or_else(nearest)
            }
            Hint::Text => candidates.iter().find(|c| self.is_called(**c, &object.called)).copied(),
            Hint::Cue(words) => candidates.iter().find(|c| self.has_cue(**c, words)).copied().or_else(nearest),
            Hint::Wish => candidates.iter().filter(level).find(|c| self.attributions[**c].act == Act::Wants).copied(),
        }
    }

    /// Of a speaker who goes on in quotations: where the statement was introduced in the writer's words.
    fn introduced(&self, first: usize, candidates: &[usize]) -> usize {
        if self.attributions[first].kind != Kind::Direct {
            return first;
        }
        let goes_on = |c: &usize| self.source(*c).is_some() && self.source(*c) == self.source(first);
        let run =
            candidates.iter().copied().skip_while(|c| *c != first).filter(|c| self.attributions[*c].within.is_none());
        run.take_while(goes_on)
            .find(|c| self.attributions[*c].kind != Kind::Direct && self.attributions[*c].act == Act::Says)
            .unwrap_or(first)
    }

    /// The statement with which a content shares most of its words.
    fn by_words(&self, i: usize, words: &[String], is_named: bool) -> Option<usize> {
        let own = self.overlap.weight(words);
        if own == 0 {
            return None;
        }
        let link = self.attributions[i].link();
        let mut best: Option<(usize, usize, usize)> = None;
        for shared in self.overlap.shared(words, i) {
            let c = shared.other;
            if !self.is_other(i, c) || self.is_headed(c) != self.is_headed(i) {
                continue;
            }
            let there = self.attributions[c].link();
            let gap = link.start.abs_diff(there.start);
            let is_next = there.start < link.start && gap <= NEXT;
            let most = own.min(self.overlap.weight_at(c));
            let enough = if is_next {
                shared.weight * 2 >= most && (shared.words >= 2 || shared.weight * 3 >= own)
            } else {
                shared.words >= 2 && shared.weight * 2 >= own
            };
            let enough = enough || is_next && shared.weight == self.overlap.weight_at(c);
            let alone = shared.words == 1 && own <= shared.weight && there.start < link.start;
            if !(enough || alone || is_named && is_next && shared.words >= 2) {
                continue;
            }
            // The nearest of those that share most; the outer one of two that hold the same words.
            let better = best.is_none_or(|(_, weight, gap_before)| {
                shared.weight > weight
                    || (shared.weight == weight && gap < gap_before && self.attributions[c].within.is_none())
            });
            if better {
                best = Some((c, shared.weight, gap));
            }
        }
        best.map(|(c, ..)| c)
    }

    /// What was said right before of the one who denies it or will not comment: an accusation, a case in court.
    fn against(&self, i: usize, stance: Stance) -> Option<usize> {
        let who = self.names(i);
        let c = self.before(i, NEXT).find(|c| self.is_other(i, *c) && self.is_level(i, *c))?;
        let content = stems(self.text, &self.attributions[c].content);
        let names_him = who.iter().any(|word| content.binary_search(word).is_ok());
        let channel = self.attributions[c].channel.map(|stated| stated.channel);
        let in_court = matches!(channel, Some(Channel::Hearing | Channel::CourtDocuments));
        let fits = match stance {
            Stance::Denies => in_court || (names_him && self.has_cue(c, ACCUSED)),
            Stance::RefusesToComment => names_him,
            _ => false,
        };
        fits.then_some(c)
    }

    /// The stems of a source's words, but for those that something of theirs is named by: "the guard’s lawyer" is no guard.
    fn own_names(&self, i: usize) -> Vec<String> {
        let words = self.attributions[i].source.iter().flat_map(|span| span.of(self.text).split_whitespace());
        let own = words.filter(|word| !word.ends_with("’s") && !word.ends_with("'s"));
        own.filter_map(|word| stem(word.trim_matches(|c: char| !c.is_alphanumeric()))).collect()
    }

    /// The stems of the capitalized words of a source.
    fn names(&self, i: usize) -> Vec<String> {
        let words = self.attributions[i].source.iter().flat_map(|span| Sentence::of(self.text, *span).words);
        let upper = words.filter(|word| word.of(self.text).starts_with(char::is_uppercase));
        upper.filter_map(|word| stem(word.of(self.text))).collect()
    }

    /// "Denied on Monday that …, a day after the Courier reported that …"
    fn after(&self, i: usize) -> Option<usize> {
        let c = self.order.get(self.rank[i] + 1).copied().filter(|c| self.is_other(i, *c) && self.is_level(i, *c))?;
        let end = self.attributions[i].content.last()?.end;
        let start = self.attributions[c].source.first()?.start;
        let between = self.text.get(end..start)?;
        (between.len() <= AFTER && between.trim_end().ends_with(" after")).then_some(c)
    }

    /// The attributions whose links stand before, the nearest first.
    fn before(&self, i: usize, bytes: usize) -> impl Iterator<Item = usize> {
        let link = self.attributions[i].link().start;
        let near: Range<usize> = self.rank[i].saturating_sub(LOOK)..self.rank[i];
        let is_headed = self.is_headed(i);
        near.rev()
            .map(|at| self.order[at])
            .take_while(move |c| link - self.attributions[*c].link().start <= bytes)
            .filter(move |c| is_headed || !self.is_headed(*c))
    }

    /// Whether one can take the other up: it is neither around it nor inside it, and another says it.
    fn is_other(&self, i: usize, c: usize) -> bool {
        if self.is_own(i, c) || self.refuses[c] || self.has_cue(c, &["asked"]) {
            return false;
        }
        let inside = self.outermost[i] == self.outermost[c];
        let same = |one: usize, other: usize| self.source(one).is_some() && self.source(one) == self.source(other);
        // What another says that one said can be confirmed by that one.
        if inside { !same(i, c) } else { !same(i, self.outermost[c]) }
    }

    /// Whether one is the other, or holds it.
    fn is_own(&self, i: usize, c: usize) -> bool {
        let holds = |outer: usize, inner: usize| {
            let mut at = Some(inner);
            while let Some(here) = at {
                if here == outer {
                    return true;
                }
                at = self.attributions[here].within.map(|id| id.0 as usize - 1);
            }
            false
        };
        holds(i, c) || holds(c, i)
    }

    /// Whether it is an outermost one or stands beside, so that a bare pronoun can mean it.
    fn is_level(&self, i: usize, c: usize) -> bool {
        self.attributions[c].within.is_none() || self.attributions[c].within == self.attributions[i].within
    }

    fn source(&self, i: usize) -> Option<SourceId> {
        self.attributions[i].source_id
    }

    fn is_named(&self, i: usize, whose: &[String]) -> bool {
        let source = self.source(i).and_then(|id| self.sources.get(id.0 as usize - 1));
        source.and_then(|s| s.name).is_some_and(|name| stems(self.text, &[name]).iter().any(|w| whose.contains(w)))
    }

    fn has_cue(&self, i: usize, beginnings: &[&str]) -> bool {
        let words = self.attributions[i].cue.iter().flat_map(|cue| cue.of(self.text).split(' '));
        words.map(str::to_lowercase).any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
    }

    /// Whether its source or its channel is called by a noun: "a leaked memo", "in an email".
    fn is_called(&self, i: usize, noun: &str) -> bool {
        let attribution = &self.attributions[i];
        // One who goes on by the same way speaks of no text: the sentence must name it.
        let sentence = self.sentence(attribution.link().start);
        let channel = attribution.channel.filter(|c| sentence.is_some_and(|sentence| sentence.whole.overlaps(c.span)));
        let spans = attribution.source.iter().copied().chain(channel.map(|c| c.span));
        spans.into_iter().any(|span| span.of(self.text).to_lowercase().split(' ').any(|word| word == noun))
    }

    fn is_headed(&self, i: usize) -> bool {
        let at = self.attributions[i].link().start;
        self.heads.iter().any(|head| head.start <= at && at < head.end)
    }

    fn sentence(&self, at: usize) -> Option<&Sentence<'a>> {
        let after = self.sentences.partition_point(|s| s.whole.start <= at);
        self.sentences[..after].last()
    }
}
