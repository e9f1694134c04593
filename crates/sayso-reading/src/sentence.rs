//! A sentence's words, as the readers by tables look at them.

use std::ops::Range;

use sayso_text::Span;
use sayso_text::sentences::sentences;

/// The sentences of some pieces of a text, in order.
pub(crate) fn sentences_of(text: &str, pieces: impl IntoIterator<Item = Span>) -> Vec<Sentence<'_>> {
    pieces.into_iter().flat_map(|piece| sentences(text, piece)).map(|span| Sentence::of(text, span)).collect()
}

/// The words of one sentence.
pub(crate) struct Sentence<'t> {
    pub(crate) text: &'t str,
    /// From its first character to its last.
    pub(crate) whole: Span,
    pub(crate) words: Vec<Span>,
    /// The words in lower case, their digits as ASCII has them.
    pub(crate) lower: Vec<String>,
    is_title: std::cell::OnceCell<bool>,
}

impl<'t> Sentence<'t> {
    pub(crate) fn of(text: &'t str, span: Span) -> Self {
        let mut words = Vec::new();
        sayso_text::words_in(text, span, &mut words);
        let lower = words.iter().map(|w| lowered(w.of(text))).collect();
        Self { text, whole: span, words, lower, is_title: std::cell::OnceCell::new() }
    }

    /// A word in lower case; empty beyond the sentence.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// A word as it is written; empty beyond the sentence.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |w| w.of(self.text))
    }

    /// Whether a word begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether most long words have capitals, as in an American headline: then a capital says nothing.
    pub(crate) fn is_title(&self) -> bool {
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
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
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
    pub(crate) fn touches(&self, at: usize) -> bool {
        at > 0 && at < self.words.len() && self.words[at - 1].end == self.words[at].start
    }

    pub(crate) fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.words[words.start].start, self.words[words.end - 1].end)
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
