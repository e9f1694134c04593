//! Windows: what the encoder reads at once, cut as in `training/data.py`.
//!
//! Whole paragraphs up to [`MAX_WORDS`] words, with a `[SEP]` between them; a longer paragraph is cut where it must be.

use std::ops::Range;

use sayso_text::Span;

use crate::wordpiece::{CLS, SEP, WordPiece};

/// Words of a window at most.
pub const MAX_WORDS: usize = 230;
/// Pieces of a word at most: the rest of a long word says no more.
const MAX_PIECES_OF_WORD: usize = 6;
/// Pieces of a window at most (the encoder has 512 positions).
const MAX_PIECES: usize = 510;

/// One window, ready for the encoder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Which of the words it was made from it holds.
    pub words: Range<usize>,
    /// The word pieces' ids.
    pub ids: Vec<u32>,
    /// The shape of each piece's word.
    pub shapes: Vec<u8>,
    /// For each word the place of its first piece.
    pub first: Vec<usize>,
}

/// What a window is cut from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// An article.
    Article,
    /// One content on its own, for the attributions inside it.
    Content,
}

/// Cuts words into windows. `paragraph` tells for each word whether a paragraph begins with it.
pub fn windows(pieces: &WordPiece, text: &str, words: &[Span], paragraph: &[bool], reads: Reads) -> Vec<Window> {
    let mut out = Vec::new();
    let (mut at, mut most) = (0, MAX_WORDS);
    while at < words.len() {
        let furthest = words.len().min(at + most);
        let end = if furthest == words.len() {
            furthest
        } else {
            (at + 1..=furthest).rev().find(|end| paragraph[*end]).unwrap_or(furthest)
        };
        let window = window(pieces, text, words, paragraph, at..end, reads);
        if window.ids.len() > MAX_PIECES && most > 1 {
            // Words that come to pieces, such as addresses: fewer of them fit.
            most = (end - at) / 2;
            continue;
        }
        out.push(window);
        (at, most) = (end, MAX_WORDS);
    }
    out
}

fn window(
    pieces: &WordPiece,
    text: &str,
    words: &[Span],
    paragraph: &[bool],
    range: Range<usize>,
    reads: Reads,
) -> Window {
    let mut w = Window { words: range.clone(), ..Window::default() };
    w.ids.push(CLS);
    w.shapes.push(if reads == Reads::Content { SHAPE_OF_CONTENT } else { 0 });
    for i in range.clone() {
        if paragraph[i] && i != range.start {
            w.ids.push(SEP);
            w.shapes.push(0);
        }
        let word = words[i].of(text);
        let first = w.ids.len();
        pieces.word(word, &mut w.ids);
        w.ids.truncate(first + MAX_PIECES_OF_WORD);
        w.shapes.resize(w.ids.len(), shape(word));
        w.first.push(first);
    }
    w.ids.push(SEP);
    w.shapes.push(0);
    w
}

const SHAPE_OF_CONTENT: u8 = 7;

/// The encoder reads lower case; how a word was written is told to it apart.
fn shape(word: &str) -> u8 {
    const LOWER: u8 = 1;
    const CAPITAL: u8 = 2;
    const UPPER: u8 = 3;
    const DIGIT: u8 = 4;
    const QUOTE: u8 = 5;
    const OTHER: u8 = 6;
    let mut cased = word.chars().filter(|c| c.is_lowercase() || c.is_uppercase()).peekable();
    let has_case = cased.peek().is_some();
    let (lower, upper) = cased.fold((true, true), |(l, u), c| (l && c.is_lowercase(), u && c.is_uppercase()));
    let first = word.chars().next().unwrap_or(' ');
    match () {
        () if has_case && lower => LOWER,
        () if has_case && upper && word.chars().nth(1).is_some() => UPPER,
        () if first.is_uppercase() => CAPITAL,
        () if first.is_numeric() => DIGIT,
        () if matches!(word, "\"" | "“" | "”") => QUOTE,
        () => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_lost_and_no_window_is_too_long() {
        let pieces = WordPiece::new(include_str!("../data/vocabulary.txt"));
        for (text, least) in [("a b c.\n".repeat(300), 6), ("zxqjkvwpzxqjkvwp ".repeat(900), 11), (String::new(), 0)] {
            let words = sayso_text::words(&text);
            let paragraph: Vec<bool> =
                (0..words.len()).map(|i| i == 0 || text[words[i - 1].end..words[i].start].contains('\n')).collect();
            let windows = windows(&pieces, &text, &words, &paragraph, Reads::Article);
            assert!(windows.len() >= least, "{} windows", windows.len());
            let mut next = 0;
            for w in &windows {
                assert_eq!((w.words.start, w.first.len()), (next, w.words.len()));
                assert!(
                    w.ids.len() <= MAX_PIECES
                        && w.ids.len() == w.shapes.len()
                        && w.first.iter().all(|f| *f < w.ids.len())
                );
                next = w.words.end;
            }
            assert_eq!(next, words.len());
        }
    }

    #[test]
    fn shapes_are_those_of_training() {
        for (word, expect) in [
            ("said", 1),
            ("don’t", 1),
            ("Ines", 2),
            ("McCall", 2),
            ("I", 2),
            ("UN", 3),
            ("F16", 3),
            ("12", 4),
            ("5m", 1),
            ("“", 5),
            ("\"", 5),
            ("‘", 6),
            (".", 6),
            ("_", 6),
            ("ª", 1),
        ] {
            assert_eq!(shape(word), expect, "{word}");
        }
    }
}
