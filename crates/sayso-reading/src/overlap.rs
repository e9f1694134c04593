//! Which contents share content words: the words without endings, and an index by word.

use std::collections::HashMap;

use sayso_text::Span;

use crate::Attribution;
use sayso_text::sentences::Sentence;

/// Words that tell nothing of what a content is about, in lower case and in order.
const FUNCTION_WORDS: &[&str] = &[
    "a",
    "about",
    "above",
    "after",
    "again",
    "against",
    "all",
    "also",
    "although",
    "am",
    "among",
    "an",
    "and",
    "another",
    "any",
    "anyone",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "between",
    "both",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "doing",
    "done",
    "down",
    "during",
    "each",
    "either",
    "else",
    "even",
    "ever",
    "every",
    "for",
    "from",
    "get",
    "gets",
    "got",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "just",
    "like",
    "made",
    "make",
    "makes",
    "many",
    "may",
    "me",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "neither",
    "never",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "our",
    "out",
    "over",
    "own",
    "per",
    "said",
    "same",
    "say",
    "saying",
    "says",
    "shall",
    "she",
    "should",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "to",
    "too",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "very",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yet",
    "you",
    "your",
];

/// Forms that no ending explains, and small numbers in words.
const FORMS: &[(&str, &str)] = &[
    ("dead", "die"),
    ("death", "die"),
    ("deaths", "die"),
    ("died", "die"),
    ("dies", "die"),
    ("dying", "die"),
    ("eight", "8"),
    ("fallen", "fall"),
    ("fell", "fall"),
    ("five", "5"),
    ("four", "4"),
    ("men", "man"),
    ("met", "meet"),
    ("nine", "9"),
    ("risen", "ris"),
    ("rose", "ris"),
    ("seven", "7"),
    ("shot", "shoot"),
    ("six", "6"),
    ("ten", "10"),
    ("three", "3"),
    ("two", "2"),
    ("women", "woman"),
];

/// The word without its ending, in lower case; none for a function word or a mark.
pub fn stem(word: &str) -> Option<String> {
    let lower = word.to_lowercase().replace('’', "'");
    let bare = lower.strip_suffix("'s").unwrap_or(&lower).replace('\'', "");
    let is_letter = bare.chars().nth(1).is_none() && !bare.starts_with(|c: char| c.is_ascii_digit());
    if is_letter || FUNCTION_WORDS.binary_search(&bare.as_str()).is_ok() {
        return None;
    }
    if let Ok(at) = FORMS.binary_search_by_key(&bare.as_str(), |form| form.0) {
        return Some(FORMS[at].1.to_owned());
    }
    Some(without_ending(&bare))
}

/// What is left of a shorter word says too little.
const LEAST_STEM: usize = 3;

fn without_ending(word: &str) -> String {
    let cut = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() >= LEAST_STEM);
    if let Some(stem) = cut("ies").or_else(|| cut("ied")) {
        return format!("{stem}y");
    }
    if let Some(stem) = cut("ing").or_else(|| cut("ed")) {
        let mut last = stem.chars().rev();
        let doubled = match (last.next(), last.next()) {
            (Some(a), Some(b)) => a == b && a.is_ascii_alphabetic() && !matches!(a, 'l' | 's' | 'z'),
            _ => false,
        };
        let stem = if doubled { &stem[..stem.len() - 1] } else { stem };
        return stem.to_owned();
    }
    let plural = cut("s").filter(|stem| !stem.ends_with(['s', 'u', 'i']));
    let stem = plural.unwrap_or(word);
    let hissing =
        |stem: &&str| stem.ends_with("ss") || stem.ends_with("sh") || stem.ends_with("ch") || stem.ends_with('x');
    if let Some(stem) = stem.strip_suffix('e').filter(|_| plural.is_some()).filter(hissing) {
        return stem.to_owned();
    }
    stem.strip_suffix('e').filter(|stem| stem.len() >= LEAST_STEM).unwrap_or(stem).to_owned()
}

/// The stems of some spans, each once, in order of the alphabet.
pub fn stems(text: &str, spans: &[Span]) -> Vec<String> {
    let mut out: Vec<String> =
        spans.iter().flat_map(|span| Sentence::of(text, *span).lower).filter_map(|word| stem(&word)).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The content words of each attribution's content, by number, and where each occurs.
pub struct Overlap {
    numbers: HashMap<String, usize>,
    /// For each attribution what its words weigh together.
    weights: Vec<usize>,
    /// For each word the attributions whose content has it, in order.
    places: Vec<Vec<usize>>,
}

/// An attribution is compared with the nearest so many of those that share a word.
const NEAREST: usize = 64;
/// So many words of a content are compared.
const WORDS: usize = 120;

/// How much one content shares with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The place of the other attribution.
    pub other: usize,
    /// Words that both have.
    pub words: usize,
    /// The same, rare words counting more.
    pub weight: usize,
}

impl Overlap {
    /// What the contents of an article's attributions share.
    pub fn of(text: &str, attributions: &[Attribution]) -> Self {
        let mut out = Self { numbers: HashMap::new(), weights: Vec::new(), places: Vec::new() };
        let mut bags: Vec<Vec<usize>> = Vec::new();
        for (i, attribution) in attributions.iter().enumerate() {
            let mut bag = Vec::new();
            for stem in stems(text, &attribution.content) {
                let next = out.places.len();
                let number = *out.numbers.entry(stem).or_insert(next);
                if number == next {
                    out.places.push(Vec::new());
                }
                out.places[number].push(i);
                bag.push(number);
            }
            bags.push(bag);
        }
        out.weights = bags.iter().map(|bag| bag.iter().map(|number| out.weight_of(*number)).sum()).collect();
        out
    }

    /// What the words of a content weigh together.
    pub fn weight_at(&self, i: usize) -> usize {
        self.weights[i]
    }

    /// What some stems weigh together.
    pub fn weight(&self, stems: &[String]) -> usize {
        stems.iter().map(|stem| self.numbers.get(stem).map_or(RARE, |number| self.weight_of(*number))).sum()
    }

    /// A name that half of the article's contents have says little.
    fn weight_of(&self, number: usize) -> usize {
        match self.places[number].len() {
            0..=2 => RARE,
            3..=5 => 3,
            6..=12 => 2,
            _ => 1,
        }
    }

    /// The attributions around a place whose contents share some of these words, in order.
    pub fn shared(&self, stems: &[String], around: usize) -> Vec<Shared> {
        let mut hits: Vec<(usize, usize)> = Vec::new();
        for number in stems.iter().take(WORDS).filter_map(|stem| self.numbers.get(stem)) {
            let places = &self.places[*number];
            let at = places.partition_point(|place| *place < around);
            let near = at.saturating_sub(NEAREST / 2)..(at + NEAREST / 2).min(places.len());
            hits.extend(places[near].iter().map(|place| (*place, self.weight_of(*number))));
        }
        hits.sort_unstable();
        hits.chunk_by(|a, b| a.0 == b.0)
            .map(|run| Shared { other: run[0].0, words: run.len(), weight: run.iter().map(|hit| hit.1).sum() })
            .collect()
    }
}

const RARE: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(FORMS.is_sorted());
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["move", "moves", "moved", "moving"][..],
            &["stop", "stops", "stopped", "stopping"],
            &["kill", "kills", "killed", "killing"],
            &["payment", "payments", "payment’s"],
            &["deny", "denies", "denied", "denying"],
            &["crash", "crashes", "crashed"],
            &["dead", "died", "deaths"],
            &["two", "2"],
            &["agree", "agreed", "agrees"],
            &["Bridge", "bridges", "bridge's"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|stem| stem.is_some() && *stem == stems[0]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn function_words_and_marks_have_none() {
        for word in ["the", "“", ".", "a", "Said", "it's"] {
            assert_eq!(stem(word), None, "{word}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [("bus", "bu"), ("crisis", "cris"), ("king", "k"), ("red", "r"), ("glass", "glas")] {
            assert_ne!(stem(one), stem(other), "{one}");
        }
    }
}
