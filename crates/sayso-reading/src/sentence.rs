//! A sentence's words, as the readers by tables look at them.

use std::ops::Range;

use sayso_text::Span;

/// The words of one sentence.
pub(crate) struct Sentence<'t> {
    pub(crate) text: &'t str,
    pub(crate) words: Vec<Span>,
    /// The words in lower case.
    pub(crate) lower: Vec<String>,
}

impl<'t> Sentence<'t> {
    pub(crate) fn of(text: &'t str, span: Span) -> Self {
        let mut words = Vec::new();
        sayso_text::words_in(text, span, &mut words);
        let lower = words.iter().map(|w| w.of(text).to_lowercase()).collect();
        Self { text, words, lower }
    }

    /// A word in lower case; empty beyond the sentence.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// A word as it is written; empty beyond the sentence.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |w| w.of(self.text))
    }

    /// Whether a phrase, its words in lower case, stands at a word; where it ends.
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut end = at;
        for word in phrase.split(' ') {
            if self.lower(end) != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Whether nothing stands between a word and the one before it.
    pub(crate) fn touches(&self, at: usize) -> bool {
        at > 0 && at < self.words.len() && self.words[at - 1].end == self.words[at].start
    }

    pub(crate) fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.words[words.start].start, self.words[words.end - 1].end)
    }
}
