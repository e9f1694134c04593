//! Headline and deck: which attribution of the body they rest on, and what they state as fact though the body attributes it.

mod tables;

use sayso_article::{Article, Part, PartSpan};
use sayso_text::{Note, Span};

use crate::inside::Inside;
use crate::overlap::{Overlap, Shared, stem, stems};
use crate::sources::Source;
use crate::{Act, Attribution, AttributionId, Stance};
use sayso_text::sentences::Sentence;
use tables::{BROAD, SAYS_SO};

/// A headline or deck that states as fact what the body attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsFact {
    /// The headline or deck.
    pub head: Span,
    /// The attribution in the body.
    pub of: AttributionId,
}

impl AsFact {
    /// What is told of it to those who read an article.
    pub(crate) fn note(self, article: &Article, attributions: &[Attribution]) -> Note {
        let body = &attributions[self.of.0 as usize - 1];
        let source = body.source.first().copied().unwrap_or_default().of(&article.text);
        let is_deck = article.parts.iter().any(|part| part.span == self.head && part.part == Part::Deck);
        let what = if is_deck { "deck" } else { "headline" };
        let message = format!(
            "the {what} states as fact what `{}` attributes to `{source}`: name the source in it, or say in the article \
             how it is known",
            self.of
        );
        Note::new("headline-states-as-fact", message).at(self.head)
    }
}

/// Tells each attribution in a headline or deck the one in the body that it rests on; finds headlines and decks that state as
/// fact what the body attributes.
pub(crate) fn attach(article: &Article, sources: &[Source], attributions: &mut [Attribution]) -> Vec<AsFact> {
    let is_head = |part: &&PartSpan| matches!(part.part, Part::Headline | Part::Deck);
    let heads: Vec<Span> = article.parts.iter().filter(is_head).map(|part| part.span).collect();
    if heads.is_empty() || attributions.is_empty() {
        return Vec::new();
    }
    let field = Field { article, heads: &heads, overlap: Overlap::of(&article.text, attributions) };
    for i in 0..attributions.len() {
        if field.is_head(attributions[i].link()) {
            attributions[i].rests_on = field.rests_on(i, sources, attributions).map(|c| attributions[c].id);
        }
    }
    heads.iter().filter_map(|head| field.stated_as_fact(*head, attributions)).collect()
}

struct Field<'a> {
    article: &'a Article,
    heads: &'a [Span],
    overlap: Overlap,
}

/// How well the source of a headline's attribution goes with the source of a body's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Nothing speaks against it: "officials" may be anybody's.
    Open,
    /// The same source, or a word in common.
    Same,
}

impl Field<'_> {
    fn text(&self) -> &str {
        &self.article.text
    }

    fn is_head(&self, span: Span) -> bool {
        self.heads.iter().any(|head| head.contains(span))
    }

    /// The body's attribution whose content shares most with a headline's.
    fn rests_on(&self, i: usize, sources: &[Source], attributions: &[Attribution]) -> Option<usize> {
        let own = stems(self.text(), &attributions[i].content);
        let weight = self.overlap.weight(&own);
        let mut best: Option<(usize, Fit, usize, usize)> = None;
        for Shared { other, words, weight: shared } in self.overlap.shared(&own, i) {
            let body = &attributions[other];
            if self.is_head(body.link()) || body.negated != attributions[i].negated {
                continue;
            }
            let Some(fit) = self.fit(&attributions[i], body, sources) else { continue };
            let most = words == own.len() && fit == Fit::Same;
            if !(most || (words >= LEAST && shared * FLOOR.1 >= weight * FLOOR.0)) {
                continue;
            }
            // A source that fits outweighs some words; of two contents with the same words the closer one is meant.
            let score = shared * if fit == Fit::Same { 3 } else { 2 };
            let size = self.overlap.weight_at(other);
            if best.is_none_or(|(_, _, most, least)| score > most || (score == most && size < least)) {
                best = Some((other, fit, score, size));
            }
        }
        best.map(|(other, ..)| other)
    }

    /// Whether two sources may be the same; none where both are told apart by name.
    fn fit(&self, head: &Attribution, body: &Attribution, sources: &[Source]) -> Option<Fit> {
        if head.source_id.is_some() && head.source_id == body.source_id {
            return Some(Fit::Same);
        }
        let named = body.source_id.and_then(|id| sources.get(id.0 as usize - 1)).into_iter();
        let known: Vec<Span> = named.flat_map(|s| s.name.iter().chain(s.titles.iter().take(TITLES)).copied()).collect();
        let mut words = stems(self.text(), &body.source);
        words.extend(stems(self.text(), &known));
        let own = stems(self.text(), &head.source);
        if own.iter().any(|word| words.contains(word)) {
            return Some(Fit::Same);
        }
        let is_broad = own.iter().all(|word| BROAD.contains(&word.as_str()));
        (is_broad || words.is_empty()).then_some(Fit::Open)
    }

    /// Whether a headline states as fact what the body attributes.
    fn stated_as_fact(&self, head: Span, attributions: &[Attribution]) -> Option<AsFact> {
        let text = self.text();
        let touches = |a: &Attribution| a.content.iter().chain(&a.cue).chain(&a.source).any(|span| span.overlaps(head));
        if gives_say_so(head.of(text)) || attributions.iter().take_while(|a| starts(a) < head.end).any(touches) {
            return None;
        }
        let own = stems(text, &[head]);
        if own.len() < LEAST_STATED {
            return None;
        }
        let weight = self.overlap.weight(&own);
        let fits = |shared: &Shared| {
            let body = &attributions[shared.other];
            shared.words >= LEAST_STATED
                && shared.weight * MOST.1 >= weight * MOST.0
                && shared.words * MOST.1 >= own.len() * MOST.0
                && body.act == Act::Says
                && !body.negated
                && !has_not(head.of(text))
                && body.confidence >= SURE
                && matches!(body.stance.map(|s| s.stance), None | Some(Stance::Confirms))
                && !self.is_head(body.link())
                && !self.is_of(body, &own)
        };
        let found = self.overlap.shared(&own, 0).into_iter().filter(fits);
        let found = found.max_by_key(|s| (s.weight, std::cmp::Reverse(s.other)))?;
        if self.voice_covers(&own, attributions) {
            return None;
        }
        let body = &attributions[found.other];
        (!body.source.is_empty()).then_some(AsFact { head, of: body.id })
    }

    /// Whether a headline speaks of the source itself: a council that moves is no say-so of the council, nor is "we".
    fn is_of(&self, body: &Attribution, own: &[String]) -> bool {
        let words = stems(self.text(), &body.source);
        words.is_empty() || words.iter().any(|word| own.contains(word))
    }

    /// Whether a paragraph of the body says most of it in the writer's voice.
    fn voice_covers(&self, own: &[String], attributions: &[Attribution]) -> bool {
        let text = self.text();
        let inside = Inside::of(attributions);
        let bodies = self.article.parts.iter().filter(|part| part.part == Part::Body);
        bodies.into_iter().any(|part| {
            let words = Sentence::of(text, part.span).words;
            let voice = words.into_iter().filter(|word| inside.at(word.start).is_none());
            let mut said: Vec<String> = voice.filter_map(|word| stem(word.of(text))).collect();
            said.sort_unstable();
            let shared = own.iter().filter(|word| said.binary_search(word).is_ok()).count();
            shared * VOICE.1 >= own.len() * VOICE.0
        })
    }
}

/// A headline's attribution shares so many words with the body's, and this share of their weight.
const LEAST: usize = 2;
const FLOOR: (usize, usize) = (2, 5);
/// A headline that states something has so many words that tell what it is about, and the body's content this share of them.
const LEAST_STATED: usize = 4;
const MOST: (usize, usize) = (3, 4);
/// A paragraph in the writer's voice that has this share of a headline's words says the same.
const VOICE: (usize, usize) = (1, 2);
/// An attribution that is read with less confidence is none to point at.
const SURE: f32 = 0.5;
/// Titles of a source that are compared.
const TITLES: usize = 4;

fn starts(attribution: &Attribution) -> usize {
    let spans = attribution.content.iter().chain(&attribution.cue).chain(&attribution.source);
    spans.map(|span| span.start).min().unwrap_or(0)
}

/// Whether a headline shows that it gives somebody's say-so, leaves a thing open, or asks.
fn gives_say_so(head: &str) -> bool {
    if head.contains(['“', '”', '"', '‘', '«', '?', ':', '|', '–', '—']) || head.contains(" '") || head.contains(" - ")
    {
        return true;
    }
    let words = Sentence::of(head, Span::new(0, head.len())).lower;
    words.iter().any(|word| SAYS_SO.binary_search(&word.as_str()).is_ok())
}

/// Whether words deny something; what they share with a content is then no sign that both say the same.
fn has_not(head: &str) -> bool {
    let words = Sentence::of(head, Span::new(0, head.len())).lower;
    words
        .iter()
        .any(|word| matches!(word.as_str(), "no" | "not" | "never") || word.ends_with("n't") || word.ends_with("n’t"))
}

#[cfg(test)]
mod tests;
