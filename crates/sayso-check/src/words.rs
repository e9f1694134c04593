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

/// Whether “since” before a word is told of a time: “since May”, “since 2019”, “since then”.
pub(crate) fn is_time_since(sentence: &Sentence<'_>, after: usize) -> bool {
    let next = sentence.lower(after);
    let is_time = matches!(next, "then" | "last" | "early" | "late" | "at" | "before" | "mid" | "when" | "noon" | "");
    is_time || sentence.is_capital(after) || next.starts_with(|c: char| c.is_ascii_digit())
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

/// Which of some words is meant by one that is none of them: the nearest, if it is near.
pub(crate) fn nearest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    // Nothing so long is a slip of the pen.
    const LONGEST: usize = 40;
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let near = known.iter().map(|known| (distance(&word, &known.to_lowercase()), *known)).min()?;
    (near.0 <= length.div_ceil(4).max(1)).then_some(near.1)
}

/// How many letters are put in, left out, changed, or changed places.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (i, c) in one.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, d) in other.iter().enumerate() {
            let swapped = i > 0 && j > 0 && last == Some(*d) && other[j - 1] == c;
            let swap = if swapped { before[j - 1] + 1 } else { usize::MAX };
            next.push((row[j] + usize::from(c != *d)).min(row[j + 1] + 1).min(next[j] + 1).min(swap));
        }
        last = Some(c);
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_means_the_nearest_word() {
        let known = ["ANO001", "bare-source", "ignore"];
        for (word, meant) in [
            ("ano01", Some("ANO001")),
            ("ANO100", Some("ANO001")),
            ("bear-source", Some("bare-source")),
            ("ingore", Some("ignore")),
            ("chain", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &known), meant, "{word}");
        }
        assert_eq!(nearest(&"x".repeat(1 << 20), &known), None);
    }
}
