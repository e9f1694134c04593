//! An article's sentences as the resolver looks at them.

use std::ops::Range;

use sayso_article::{Article, Part};
use sayso_text::Span;

use crate::sentence::Sentence;

pub(super) struct Prose<'t> {
    pub(super) text: &'t str,
    pub(super) sentences: Vec<Sentence<'t>>,
    spans: Vec<Span>,
    /// Which of the sentences stand in a headline or deck.
    heads: Vec<bool>,
}

impl<'t> Prose<'t> {
    pub(super) fn of(article: &'t Article, spans: &[Span]) -> Self {
        let is_head = |span: &Span| {
            let at = article.parts.partition_point(|part| part.span.end <= span.start);
            article.parts.get(at).is_some_and(|part| matches!(part.part, Part::Headline | Part::Deck))
        };
        Self {
            text: &article.text,
            sentences: spans.iter().map(|span| Sentence::of(&article.text, *span)).collect(),
            spans: spans.to_vec(),
            heads: spans.iter().map(is_head).collect(),
        }
    }

    /// The sentence that a byte stands in, or the one before it.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.spans.partition_point(|span| span.start <= byte).saturating_sub(1)
    }

    /// Whether a byte stands in a headline or deck.
    pub(super) fn is_head(&self, byte: usize) -> bool {
        self.heads.get(self.at(byte)).copied().unwrap_or(false)
    }

    pub(super) fn is_head_sentence(&self, sentence: usize) -> bool {
        self.heads[sentence]
    }

    /// The words of a span, as far as they stand in the sentence that it begins in.
    pub(super) fn words(&self, span: Span) -> Option<(usize, Range<usize>)> {
        let sentence = self.at(span.start);
        let words = crate::ranges::words_in(&self.sentences.get(sentence)?.words, span);
        (!words.is_empty()).then_some((sentence, words))
    }
}
