//! When two pieces of an article's words are the same name, title or reason.

use std::collections::HashSet;

use sayso_text::{Span, words};

/// What begins a relative clause after a noun.
const RELATIVES: &[&str] = &["who", "whose", "which"];

/// A source's words without the relative clause that may follow them: PolNeAR's readers mark it or not, and it is the same
/// source.
pub fn without_relative_clause(text: &str, source: Span) -> Span {
    let mut end = source.end;
    for word in words(source.of(text)) {
        if RELATIVES.contains(&word.of(source.of(text))) && word.start > 0 {
            end = source.start + word.start;
            break;
        }
    }
    let kept = source.of(text)[..end - source.start].trim_end_matches([' ', ',']);
    Span::new(source.start, source.start + kept.len())
}

/// The words of a text in lower case, without marks and without a genitive's ending.
pub(super) fn plain(text: &str) -> Vec<String> {
    let words = words(text).into_iter().map(|word| word.of(text).to_lowercase().replace('’', "'"));
    let bare = words.map(|word| word.strip_suffix("'s").map_or(word.clone(), str::to_owned));
    bare.filter(|word| word.contains(char::is_alphanumeric)).collect()
}

/// The same words, or one has all words of the other and both end with the same; two that are both empty are the same.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    let holds = |a: &[String], b: &[String]| b.iter().all(|word| a.contains(word));
    a == b || (a.last() == b.last() && (holds(&a, &b) || holds(&b, &a)))
}

/// Words that make nothing alike.
const ARTICLES: &[&str] = &["the", "a", "an"];

/// At least half of the words are shared (F1 of the two sets, articles left out); two that are both empty are alike.
pub(super) fn alike<'w>(a: impl IntoIterator<Item = &'w str>, b: impl IntoIterator<Item = &'w str>) -> bool {
    let counts = |word: &String| !ARTICLES.contains(&word.as_str());
    let set = |texts: &mut dyn Iterator<Item = &'w str>| texts.flat_map(plain).filter(counts).collect::<HashSet<_>>();
    let (a, b) = (set(&mut a.into_iter()), set(&mut b.into_iter()));
    let shared = a.intersection(&b).count();
    // 2 × shared / (a + b) ≥ ½
    if a.is_empty() || b.is_empty() { a.is_empty() && b.is_empty() } else { 4 * shared >= a.len() + b.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_and_without_first_names() {
        for (a, b, expect) in [
            ("Anselm Krail", "Krail", true),
            ("Krail", "anselm krail", true),
            ("Anselm Krail", "Anselm", false),
            ("Anselm Krail", "Odile Krail", false),
            ("the Harwick Courier’s", "Harwick Courier's", true),
            ("", "", true),
            ("Krail", "", false),
        ] {
            assert_eq!(same_name(a, b), expect, "{a} / {b}");
        }
    }

    #[test]
    fn a_relative_clause_is_left_out() {
        for (source, expect) in [
            ("a driver, who asked not to be named,", "a driver"),
            ("a driver who knows", "a driver"),
            ("who", "who"),
            ("the mayor", "the mayor"),
        ] {
            let kept = without_relative_clause(source, Span::new(0, source.len()));
            assert_eq!(kept.of(source), expect);
        }
    }

    #[test]
    fn half_of_the_words_are_enough() {
        for (a, b, expect) in [
            (&["the board’s chairman"][..], &["chairman of the board"][..], true),
            (&["the board’s chairman"], &["chairman"], true),
            (&["mayor", "a retired baker"], &["mayor of Kesterby, a baker"], true),
            (&["the mayor of Lower Marl"], &["mayor"], false),
            (&["the mayor"], &["mayor"], true),
            (&["the mayor"], &["the baker"], false),
            (&["the mayor"], &[], false),
            (&[], &["“”"], true),
        ] {
            assert_eq!(alike(a.iter().copied(), b.iter().copied()), expect, "{a:?} / {b:?}");
        }
    }
}
