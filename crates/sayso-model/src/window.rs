//! Windows: what the encoder reads at once, cut as in `training/data.py`.
//!
//! Whole paragraphs up to [`MAX_WORDS`] words; a longer paragraph is cut where it must be. A window has a *row* for the mark
//! that opens it and one for each word, whatever the number of its pieces.

use std::ops::Range;

use sayso_text::Span;

use crate::wordpiece::{CLS, WordPiece};

/// Words of a window at most.
pub const MAX_WORDS: usize = 230;
/// Pieces of a word at most: the rest of a long word says no more.
const MAX_PIECES_OF_WORD: usize = 6;

/// One window, ready for the encoder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Window {
    /// Which of the words it was made from it holds.
    pub words: Range<usize>,
    /// The word pieces' ids, row after row.
    pub ids: Vec<u32>,
    /// Where in `ids` each row ends.
    pub ends: Vec<usize>,
    /// The shape of each row.
    pub shapes: Vec<u8>,
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
    let mut at = 0;
    while at < words.len() {
        let furthest = words.len().min(at + MAX_WORDS);
        let end = if furthest == words.len() {
            furthest
        } else {
            (at + 1..=furthest).rev().find(|end| paragraph[*end]).unwrap_or(furthest)
        };
        out.push(window(pieces, text, words, paragraph, at..end, reads));
        at = end;
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
    let mut w = Window { words: range.clone(), ids: vec![CLS], ends: vec![1], shapes: vec![0] };
    if reads == Reads::Content {
        w.shapes[0] = SHAPE_OF_CONTENT;
    }
    for i in range.clone() {
        let word = words[i].of(text);
        let begin = w.ids.len();
        pieces.word(word, &mut w.ids);
        w.ids.truncate(begin + MAX_PIECES_OF_WORD);
        w.ends.push(w.ids.len());
        let begins = paragraph[i] || i == range.start;
        w.shapes.push(shape(word) + if begins { PARAGRAPH } else { 0 });
    }
    w
}

const SHAPE_OF_CONTENT: u8 = 7;
/// Added to the shape of a paragraph's first word.
const PARAGRAPH: u8 = 8;

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
        for (text, least) in [("a b c.\n".repeat(300), 6), ("zxqjkvwpzxqjkvwp ".repeat(900), 4), (String::new(), 0)] {
            let words = sayso_text::words(&text);
            let paragraph: Vec<bool> =
                (0..words.len()).map(|i| i == 0 || text[words[i - 1].end..words[i].start].contains('\n')).collect();
            let windows = windows(&pieces, &text, &words, &paragraph, Reads::Article);
            assert!(windows.len() >= least, "{} windows", windows.len());
            let mut next = 0;
            for w in &windows {
                assert_eq!(w.words.start, next);
                assert!(w.words.len() <= MAX_WORDS);
                assert_eq!((w.ends.len(), w.shapes.len()), (w.words.len() + 1, w.words.len() + 1));
                assert!(w.ends.is_sorted_by(|a, b| a < b) && w.ends.last() == Some(&w.ids.len()));
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
