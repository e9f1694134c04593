//! Words as they are compared in a trace: in lower case, without marks, in one spelling.

use sayso_text::Span;

/// The words of a text in lower case, marks left out, apostrophes straight.
pub(super) fn plain(text: &str) -> Vec<String> {
    sayso_text::words(text).into_iter().filter_map(|span| plain_word(span.of(text))).collect()
}

/// One word in lower case; none for a mark.
pub(super) fn plain_word(word: &str) -> Option<String> {
    word.chars().any(char::is_alphanumeric).then(|| word.replace('’', "'").to_lowercase())
}

/// Whether a word begins with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// One spelling for what house styles spell in two ways: "neighbour", "organise", "twelve".
pub(super) fn house(word: &str) -> String {
    if let Some((_, digits)) = NUMBERS.iter().find(|(name, _)| *name == word) {
        return (*digits).to_owned();
    }
    SPELLINGS.iter().fold(word.to_owned(), |word, (british, american)| word.replace(british, american))
}

const SPELLINGS: &[(&str, &str)] = &[
    ("our", "or"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ogue", "og"),
    ("ll", "l"),
    ("entre", "enter"),
    ("metre", "meter"),
    ("defence", "defense"),
];

const NUMBERS: &[(&str, &str)] = &[
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
];

/// Small words that say nothing of what a text is about.
pub(super) const SMALL: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "in", "is", "it", "its", "of", "on", "or", "our", "she", "that", "the", "their", "they", "this", "to",
    "was", "we", "were", "will", "with", "would",
];

/// Where one text stands in another, as words: the same words in the same order, whatever marks are between.
pub(super) fn find(text: &str, words: &str) -> Option<Span> {
    let sought = plain(words);
    if sought.is_empty() {
        return None;
    }
    let spans: Vec<(Span, String)> =
        sayso_text::words(text).into_iter().filter_map(|span| Some((span, plain_word(span.of(text))?))).collect();
    spans
        .windows(sought.len())
        .find(|window| window.iter().zip(&sought).all(|((_, have), want)| have == want))
        .map(|window| Span::new(window[0].0.start, window[window.len() - 1].0.end))
}
