//! Lines of a given width out of styled words, as a terminal shows them.

use std::fmt::Write;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A space that no line breaks at; it comes out as a plain space.
pub const TIE: char = '\u{A0}';

/// Words in one style. White space between words is any run of white space but [`TIE`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// How they look.
    pub style: Style,
    /// The words.
    pub text: String,
}

impl Run {
    /// Words in a style.
    pub fn of(style: Style, text: impl Into<String>) -> Self {
        Self { style, text: text.into() }
    }
}

/// The page that is written on.
#[derive(Debug)]
pub struct Page {
    /// What is written on it.
    pub out: String,
    /// Columns.
    pub width: usize,
    /// Whether styles are written.
    pub color: bool,
}

/// A word: its pieces in their styles.
#[derive(Default)]
struct Word {
    pieces: Vec<Run>,
    width: usize,
}

impl Page {
    /// An empty page. Lines get no longer than 100 columns and are not made for fewer than 24.
    pub fn new(width: usize, color: bool) -> Self {
        Self { out: String::new(), width: width.clamp(24, 100), color }
    }

    /// Writes runs as a paragraph whose first line begins with `first` and the others with as many spaces.
    pub fn paragraph(&mut self, first: &str, runs: &[Run]) {
        let indent = first.width().min(self.width / 2);
        let mut lead = first.to_owned();
        for line in lines(runs, self.width - indent) {
            let lead = std::mem::replace(&mut lead, " ".repeat(indent));
            self.line(std::iter::once(Run::of(Style::new(), lead)).chain(line));
        }
    }

    /// Writes an empty line.
    pub fn gap(&mut self) {
        self.out.push('\n');
    }

    /// Writes pieces as one line, whatever its length, without white space at its end.
    pub fn line(&mut self, pieces: impl IntoIterator<Item = Run>) {
        let start = self.out.len();
        let mut style = Style::new();
        for piece in pieces {
            if self.color && piece.style != style {
                self.turn(style, piece.style);
                style = piece.style;
            }
            self.out.extend(piece.text.chars().map(|c| if c == TIE { ' ' } else { c }));
        }
        if self.color {
            self.turn(style, Style::new());
        }
        let end = self.out[start..].trim_end_matches(' ').len();
        self.out.truncate(start + end);
        self.out.push('\n');
    }

    fn turn(&mut self, from: Style, to: Style) {
        let _ = write!(self.out, "{from:#}{to}");
    }
}

/// The words of runs in lines of so many columns at most. A space between two words of one style has that style too.
pub fn lines(runs: &[Run], room: usize) -> Vec<Vec<Run>> {
    let mut out = Vec::new();
    let mut line = Line::default();
    for piece in words(runs).into_iter().flat_map(|word| fit(word, room)) {
        if line.width > 0 && line.width + 1 + piece.width > room {
            out.push(std::mem::take(&mut line).pieces);
        }
        line.push(piece);
    }
    out.push(line.pieces);
    out
}

/// A line that is being filled.
#[derive(Default)]
struct Line {
    pieces: Vec<Run>,
    /// Columns in use.
    width: usize,
}

impl Line {
    fn push(&mut self, word: Word) {
        let mut pieces = word.pieces.into_iter();
        if self.width > 0 {
            self.width += 1;
            let first = pieces.next();
            let same = first.as_ref().is_some_and(|f| self.pieces.last().is_some_and(|l| l.style == f.style));
            // A space between two words of one style carries it, so that an underline runs through.
            let style = if same { self.pieces.last().map(|l| l.style).unwrap_or_default() } else { Style::new() };
            self.pieces.push(Run { style, text: " ".to_owned() });
            self.pieces.extend(first);
        }
        self.pieces.extend(pieces);
        self.width += word.width;
    }
}

fn words(runs: &[Run]) -> Vec<Word> {
    let mut words = vec![Word::default()];
    for run in runs {
        for (i, text) in run.text.split(|c: char| c.is_whitespace() && c != TIE).enumerate() {
            if i > 0 {
                words.push(Word::default());
            }
            if !text.is_empty() {
                let word = words.last_mut().expect("one word is always there");
                word.width += text.width();
                word.pieces.push(Run { style: run.style, text: text.to_owned() });
            }
        }
    }
    words.retain(|w| !w.pieces.is_empty());
    words
}

/// A word that is wider than a line, in pieces that fit.
fn fit(word: Word, room: usize) -> Vec<Word> {
    if word.width <= room {
        return vec![word];
    }
    let mut out = vec![Word::default()];
    for piece in word.pieces {
        let mut text = String::new();
        for c in piece.text.chars() {
            let width = c.width().unwrap_or(0);
            let last = out.last_mut().expect("one word is always there");
            if last.width + width > room && last.width > 0 {
                last.pieces.push(Run { style: piece.style, text: std::mem::take(&mut text) });
                out.push(Word { pieces: Vec::new(), width });
            } else {
                last.width += width;
            }
            text.push(c);
        }
        out.last_mut().expect("one word is always there").pieces.push(Run { style: piece.style, text });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(width: usize, first: &str, text: &str, expect: &str) {
        let mut page = Page { out: String::new(), width, color: false };
        page.paragraph(first, &[Run { style: Style::new(), text: text.to_owned() }]);
        assert_eq!(page.out, expect, "{text}");
    }

    #[test]
    fn words_fill_lines() {
        check(9, "", "one two three", "one two\nthree\n");
        check(9, "- ", "one two three", "- one two\n  three\n");
        check(9, "", "", "\n");
        check(9, "", " a\u{a0}b\n c ", "a b c\n");
        check(5, "", "a\u{a0}b\u{a0}c d", "a b c\nd\n");
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        check(4, "", "abcdefghij k", "abcd\nefgh\nij k\n");
        check(4, "", "漢字漢字漢", "漢字\n漢字\n漢\n");
        check(3, "", &format!("e{}fgh", "\u{301}".repeat(50)), &format!("e{}fg\nh\n", "\u{301}".repeat(50)));
    }

    #[test]
    fn styles_end_with_the_line() {
        let mut page = Page { out: String::new(), width: 5, color: true };
        let bold = Run { style: Style::new().bold(), text: "one two".to_owned() };
        page.paragraph("", &[bold, Run { style: Style::new(), text: " x".to_owned() }]);
        assert_eq!(page.out, "\x1b[1mone\x1b[0m\n\x1b[1mtwo\x1b[0m x\n");
    }
}
