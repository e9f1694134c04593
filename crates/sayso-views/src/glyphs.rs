//! The characters that the views for a terminal add, and those of the article brought down to what it can show.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::wrap::TIE;
use sayso_text::safe::visible;

/// The characters that a view for a terminal itself adds.
#[derive(Clone, Copy, Debug)]
pub struct Glyphs {
    pub(crate) open: &'static str,
    pub(crate) close: &'static str,
    /// Between two things that are told of one.
    pub dot: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) none: &'static str,
    /// Between two links of a chain, the one nearer to the reader first.
    pub from: &'static str,
    /// Whether the article's own characters may stay as they are.
    unicode: bool,
}

impl Glyphs {
    /// Those of a terminal that shows more than ASCII, or of one that does not.
    pub fn of(unicode: bool) -> Self {
        if unicode {
            Self { open: "⟦", close: "⟧", dot: " · ", rule: "─", none: "–", from: " ← ", unicode }
        } else {
            Self { open: "[", close: "]", dot: "; ", rule: "-", none: "-", from: " <- ", unicode }
        }
    }

    /// Words of the article, made safe to show.
    pub fn show(self, words: &str) -> String {
        let words = visible(words);
        if self.unicode { words } else { ascii(&words) }
    }

    /// What is told of something: phrases after it, a dot before each.
    pub(crate) fn told(self, phrases: &[String]) -> String {
        phrases.iter().flat_map(|phrase| [self.dot.to_owned(), self.show(phrase)]).collect()
    }
}

/// A text in ASCII: typographic marks by their typewriter ones, letters without their accents, `?` for the rest.
fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == TIE {
            out.push(c);
            continue;
        }
        for c in c.nfkd() {
            match MARKS.iter().find(|(mark, _)| *mark == c) {
                Some((_, plain)) => out.push_str(plain),
                None if c.is_ascii() => out.push(c),
                None if c.is_whitespace() => out.push(' '),
                None if is_combining_mark(c) => {}
                None => out.push('?'),
            }
        }
    }
    out
}

const MARKS: [(char, &str); 23] = [
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('«', "\""),
    ('»', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('‚', "'"),
    ('‹', "'"),
    ('›', "'"),
    ('–', "-"),
    ('—', "--"),
    ('‒', "-"),
    ('−', "-"),
    ('⁄', "/"),
    ('•', "*"),
    ('·', "-"),
    ('ß', "ss"),
    ('ø', "o"),
    ('ł', "l"),
    ('€', "EUR"),
    ('←', "<-"),
    ('→', "->"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expect: &str) {
        assert_eq!(ascii(input), expect, "{input}");
    }

    #[test]
    fn ascii_keeps_what_it_can() {
        check("“José’s café” — ½ …", "\"Jose's cafe\" -- 1/2 ...");
        check("漢 e\u{301}\u{2009}x", "? e x");
        check("plain\n<U+001B>", "plain\n<U+001B>");
    }
}
