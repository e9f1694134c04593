//! Small questions about words, asked by many rules.

use sayso_text::sentences::Sentence;
use sayso_text::{Span, words};

/// The words of a piece of text, in lower case.
pub(crate) fn lower(text: &str, span: Span) -> Vec<String> {
    Sentence::of(text, span).lower
}

/// Whether one of some phrases, in lower case, stands among words in lower case; where it begins and ends.
#[allow(dead_code, reason = "rules of several families ask")]
pub(crate) fn phrase(lower: &[String], phrases: &[&str]) -> Option<std::ops::Range<usize>> {
    (0..lower.len()).find_map(|at| phrases.iter().find_map(|phrase| phrase_at(lower, at, phrase)))
}

/// Whether a phrase stands at a word.
#[allow(dead_code, reason = "rules of several families ask")]
pub(crate) fn phrase_at(lower: &[String], at: usize, phrase: &str) -> Option<std::ops::Range<usize>> {
    // Most phrases begin with another word, which is told without a search for its end.
    if !phrase.starts_with(lower.get(at)?.as_str()) {
        return None;
    }
    let count = phrase.split(' ').count();
    let fits = lower.get(at..at + count)?.iter().zip(phrase.split(' ')).all(|(word, part)| word == part);
    fits.then_some(at..at + count)
}

/// At most so many characters of a piece of text, cut between words with “…”: for messages.
pub(crate) fn short(text: &str, span: Span) -> String {
    const MOST: usize = 60;
    let piece: String = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if piece.chars().count() <= MOST {
        return piece;
    }
    let ends = words(&piece).into_iter().map(|word| word.end).take_while(|end| piece[..*end].chars().count() < MOST);
    let end = ends.last().unwrap_or(0);
    format!("{}…", &piece[..end])
}
