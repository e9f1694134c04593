//! Lines of a given width out of styled words, as a terminal shows them.

use std::fmt::Write;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::Options;

/// A space that no line breaks at; it comes out as a plain space.
pub(crate) const TIE: char = '\u{A0}';

/// Words in one style. White space between words is any run of white space but [`TIE`].
pub(crate) struct Run {
    pub(crate) style: Style,
    pub(crate) text: String,
}

/// The page that is written on.
pub(crate) struct Page {
    pub(crate) out: String,
    /// Columns.
    pub(crate) width: usize,
    /// Whether styles are written.
    pub(crate) color: bool,
}

/// A word: its pieces in their styles.
#[derive(Default)]
struct Word {
    pieces: Vec<Run>,
    width: usize,
}

impl Page {
    pub(crate) fn of(options: Options) -> Self {
        Self { out: String::new(), width: options.width.clamp(24, 100), color: options.color }
    }

    /// Writes runs as a paragraph whose first line begins with `first` and the others with as many spaces.
    pub(crate) fn paragraph(&mut self, first: &str, runs: &[Run]) {
        let indent = first.width().min(self.width / 2);
        let room = self.width - indent;
        let mut line = Line { pieces: vec![Run { style: Style::new(), text: first.to_owned() }], width: 0 };
        for word in words(runs) {
            for piece in fit(word, room) {
                if line.width > 0 && line.width + 1 + piece.width > room {
                    self.line(line);
                    line = Line { pieces: vec![Run { style: Style::new(), text: " ".repeat(indent) }], width: 0 };
                }
                line.push(piece);
            }
        }
        self.line(line);
    }

    /// Writes an empty line.
    pub(crate) fn gap(&mut self) {
        self.out.push('\n');
    }

    fn line(&mut self, line: Line) {
        let start = self.out.len();
        let mut style = Style::new();
        for piece in line.pieces {
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

/// A line that is being filled.
struct Line {
    pieces: Vec<Run>,
    /// Columns in use, the indent not counted.
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
