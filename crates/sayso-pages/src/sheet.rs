//! Lines for a terminal, in the width and the characters that it has. Nothing of an article acts on it.

use anstyle::Style;
use sayso_lineage::wording::Piece;
use sayso_text::safe;
use sayso_views::wrap::{Page, Run};
use sayso_views::{Glyphs, Options};

use crate::words::plain;

pub(crate) const PLAIN: Style = Style::new();
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const BOLD: Style = Style::new().bold();
const GONE: Style = Style::new().strikethrough();
const NEW: Style = Style::new().underline();

/// A sheet that is written on.
pub(crate) struct Sheet {
    page: Page,
    glyphs: Glyphs,
    unicode: bool,
}

impl Sheet {
    pub(crate) fn new(options: Options) -> Self {
        let glyphs = Glyphs::of(options.unicode);
        Self { page: Page::new(options.width, options.color), glyphs, unicode: options.unicode }
    }

    /// Words as the terminal can show them, in one line.
    pub(crate) fn show(&self, words: &str) -> String {
        self.glyphs.show(&safe::line(&plain(words)))
    }

    /// A paragraph in one style. `first` stands before it, and so many spaces before its later lines.
    pub(crate) fn line(&mut self, first: &str, style: Style, words: &str) {
        self.runs(first, &[(style, words.to_owned())]);
    }

    /// A paragraph in several styles, each part's own white space at its ends kept. On a narrow terminal a wide `first` is its
    /// first words.
    pub(crate) fn runs(&mut self, first: &str, parts: &[(Style, String)]) {
        let runs: Vec<Run> = parts.iter().map(|(style, words)| Run::of(*style, self.edged(words))).collect();
        if first.chars().count() <= self.page.width / 2 {
            return self.page.paragraph(first, &runs);
        }
        let lead = Run::of(PLAIN, format!("{first} "));
        self.page.paragraph("    ", &std::iter::once(lead).chain(runs).collect::<Vec<_>>());
    }

    fn edged(&self, words: &str) -> String {
        let edge = |is: bool| if is { " " } else { "" };
        let (before, after) = (words.starts_with(char::is_whitespace), words.ends_with(char::is_whitespace));
        if words.trim().is_empty() {
            return edge(before).to_owned();
        }
        format!("{}{}{}", edge(before), self.show(words), edge(after))
    }

    /// Two wordings as one: what is gone in `[-…-]`, what is new in `[+…+]`.
    pub(crate) fn wording(&mut self, first: &str, pieces: &[Piece]) {
        let parts: Vec<(Style, String)> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Same(words) => (PLAIN, format!("{} ", plain(words))),
                Piece::Gone(words) => (GONE, format!("[-{}-] ", plain(words))),
                Piece::New(words) => (NEW, format!("[+{}+] ", plain(words))),
            })
            .collect();
        self.runs(first, &parts);
    }

    /// The marks around words that were searched for.
    pub(crate) fn hit(&self) -> [&'static str; 2] {
        if self.unicode { ["»", "«"] } else { ["[", "]"] }
    }

    pub(crate) fn gap(&mut self) {
        self.page.gap();
    }

    pub(crate) fn done(self) -> String {
        self.page.out
    }
}

/// Whether a comparison shows any difference.
pub(crate) fn differs(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| !matches!(piece, Piece::Same(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(unicode: bool) -> Sheet {
        Sheet::new(Options { width: 40, color: false, unicode })
    }

    #[test]
    fn differences_can_be_read_without_colour() {
        let mut sheet = sheet(true);
        let own = str::to_owned;
        sheet.wording(
            "  ",
            &[Piece::Same(own("the")), Piece::Gone(own("wet")), Piece::New(own("dry")), Piece::Same(own("wall"))],
        );
        assert_eq!(sheet.done(), "  the [-wet-] [+dry+] wall\n");
    }

    #[test]
    fn no_words_act_on_the_terminal() {
        let mut hostile = sheet(true);
        hostile.line("", BOLD, "a\u{1b}[31m\nb\u{202e}c\u{0}");
        assert_eq!(hostile.done(), "a<U+001B>[31m b<U+202E>c<U+0000>\n");
        let mut ascii = sheet(false);
        ascii.line("", PLAIN, "“José” → ← ·");
        assert_eq!(ascii.done(), "\"Jose\" -> <- -\n");
    }
}
