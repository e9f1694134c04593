//! A letter for each source of an article, so that an eye finds all that one source says.
//!
//! Two sources share a letter when the article uses the same words for them, and only then: that "the mayor" is Ines
//! Halloran, or who "she" is, is not decided here. A pronoun says so where the letters are listed.

use std::collections::HashMap;

use sayso_reading::Reading;
use sayso_text::Span;

/// The sources of one reading, in the order in which they first speak.
pub(crate) struct Sources {
    pub(crate) list: Vec<Source>,
    /// For each attribution, in the reading's order, its place in `list`; none where no source is named.
    pub(crate) of: Vec<Option<usize>>,
}

/// One source's words and what rests on it.
pub(crate) struct Source {
    /// `A`, `B`, … `Z`, `AA`, …
    pub(crate) letter: String,
    /// Its words as first given, white space made single.
    pub(crate) words: String,
    /// Places in the reading's attributions.
    pub(crate) attributions: Vec<usize>,
}

impl Sources {
    pub(crate) fn of(reading: &Reading) -> Self {
        let text = &reading.article.text;
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut list: Vec<Source> = Vec::new();
        let mut of = Vec::with_capacity(reading.attributions.len());
        for (index, attribution) in reading.attributions.iter().enumerate() {
            if attribution.source.is_empty() {
                of.push(None);
                continue;
            }
            let words = plain(text, &attribution.source);
            let place = *known.entry(words.to_lowercase()).or_insert_with(|| {
                list.push(Source { letter: letter(list.len()), words, attributions: Vec::new() });
                list.len() - 1
            });
            list[place].attributions.push(index);
            of.push(Some(place));
        }
        Self { list, of }
    }
}

impl Source {
    /// Whether its words only point at someone, who may be another each time.
    pub(crate) fn is_pronoun(&self) -> bool {
        PRONOUNS.contains(&self.words.to_lowercase().as_str())
    }
}

const PRONOUNS: [&str; 22] = [
    "he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "us", "who", "his", "their", "its", "my", "our",
    "this", "that", "one", "others", "both",
];

/// The words of some spans in one line: white space made single, `…` where a piece is left out.
pub(crate) fn plain(text: &str, spans: &[Span]) -> String {
    let pieces: Vec<String> =
        spans.iter().map(|s| s.of(text).split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    pieces.join(" … ")
}

fn letter(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (index % 26) as u8));
        if index < 26 {
            return letters.iter().rev().collect();
        }
        index = index / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(index: usize, expect: &str) {
        assert_eq!(letter(index), expect, "{index}");
    }

    #[test]
    fn letters_count_on_after_z() {
        for (index, expect) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            check(index, expect);
        }
    }
}
