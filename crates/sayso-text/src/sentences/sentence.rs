//! A sentence's words, as the readers by tables look at them.

use std::ops::Range;

use super::sentences;
use crate::Span;

/// The sentences of some pieces of a text, in order.
pub fn sentences_of(text: &str, pieces: impl IntoIterator<Item = Span>) -> Vec<Sentence<'_>> {
    pieces.into_iter().flat_map(|piece| sentences(text, piece)).map(|span| Sentence::of(text, span)).collect()
}

/// The words of one sentence.
pub struct Sentence<'t> {
    /// The text that its words are spans of.
    pub text: &'t str,
    /// From its first character to its last.
    pub whole: Span,
    /// Where each word is.
    pub words: Vec<Span>,
    /// The words in lower case, their digits as ASCII has them.
    pub lower: Vec<String>,
    is_title: std::cell::OnceCell<bool>,
}

impl<'t> Sentence<'t> {
    /// The words of one sentence, or of any other piece of a text.
    pub fn of(text: &'t str, span: Span) -> Self {
        let mut words = Vec::new();
        crate::words_in(text, span, &mut words);
        let lower = words.iter().map(|w| lowered(w.of(text))).collect();
        Self { text, whole: span, words, lower, is_title: std::cell::OnceCell::new() }
    }

    /// A word in lower case; empty beyond the sentence.
    pub fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// A word as it is written; empty beyond the sentence.
    pub fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |w| w.of(self.text))
    }

    /// Whether a word begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether most long words have capitals, as in an American headline: then a capital says nothing.
    pub fn is_title(&self) -> bool {
        *self.is_title.get_or_init(|| self.looks_like_a_title())
    }

    fn looks_like_a_title(&self) -> bool {
        let long = |at: &usize| self.word(*at).len() > 3 && self.word(*at).starts_with(char::is_alphabetic);
        let (all, capital) = (0..self.words.len())
            .filter(long)
            .fold((0, 0), |(all, capital), at| (all + 1, capital + usize::from(self.is_capital(at))));
        all > 2 && capital * 4 > all * 3
    }

    /// Whether a phrase, its words in lower case, stands at a word; where it ends.
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        // Most phrases begin with another word, which is told without a search for the first one's end.
        if !phrase.starts_with(self.lower(at)) {
            return None;
        }
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
    pub fn touches(&self, at: usize) -> bool {
        at > 0 && at < self.words.len() && self.words[at - 1].end == self.words[at].start
    }

    /// From the first of some words to the last; nothing where there are none.
    pub fn span(&self, words: &Range<usize>) -> Span {
        let start = self.words.get(words.start).map_or(self.whole.end, |word| word.start);
        if words.is_empty() { Span::new(start, start) } else { Span::new(start, self.words[words.end - 1].end) }
    }
}

fn lowered(word: &str) -> String {
    let mut out = word.to_lowercase();
    if !out.is_ascii() {
        out = out.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect();
    }
    out
}

/// Where the decimal digits of the commoner scripts begin: Arabic, Persian, Devanagari, Bengali, Thai, full-width.
const ZEROS: [u32; 6] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

fn ascii_digit(c: char) -> Option<char> {
    let zero = ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
    char::from_digit(u32::from(c) - zero, 10)
}
