use crate::Span;

/// The words of a text: runs of letters, digits and `_`, joined by inner apostrophes (`don't`, `O’Brien`), or else one mark
/// that is no white space.
///
/// The tagger was trained on these words (`WORD` in `training/data.py`).
pub fn words(text: &str) -> Vec<Span> {
    let mut out = Vec::with_capacity(text.len() / 5);
    words_in(text, Span::new(0, text.len()), &mut out);
    out
}

/// Appends the words of one piece of a text, in the text's offsets.
pub fn words_in(text: &str, within: Span, out: &mut Vec<Span>) {
    let mut rest = within.of(text).char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let start = within.start + at;
        let mut end = start + c.len_utf8();
        if is_word(c) {
            while let Some(&(at, c)) = rest.peek() {
                let joins = matches!(c, '\'' | '’') && {
                    let mut after = rest.clone();
                    after.next();
                    after.peek().is_some_and(|&(_, next)| is_word(next))
                };
                if !is_word(c) && !joins {
                    break;
                }
                end = within.start + at + c.len_utf8();
                rest.next();
            }
        }
        out.push(Span::new(start, end));
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = words(text).into_iter().map(|w| w.of(text)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn words_are_runs_of_letters_with_inner_apostrophes_or_single_marks() {
        check("", &[]);
        check("“I don’t,” O'Brien said.", &["“", "I", "don’t", ",", "”", "O'Brien", "said", "."]);
        check("rock 'n' roll’", &["rock", "'", "n", "'", "roll", "’"]);
        check("3.5m-year $1,200 a_b", &["3", ".", "5m", "-", "year", "$", "1", ",", "200", "a_b"]);
        check("a''b x'\ny", &["a", "'", "'", "b", "x", "'", "y"]);
    }
    proptest! {
        #[test]
        fn every_character_that_is_not_white_lies_in_one_word(text in "(?s)(.|[a-z'’_ \u{301}]){0,60}") {
            let mut covered = 0;
            for word in words(&text) {
                let inner = word.of(&text);
                prop_assert!(text[covered..word.start].trim().is_empty());
                prop_assert!(!inner.is_empty() && !inner.contains(char::is_whitespace));
                prop_assert!(inner.chars().count() == 1 || (inner.starts_with(is_word) && inner.ends_with(is_word)));
                covered = word.end;
            }
            prop_assert!(text[covered..].trim().is_empty());
        }
    }
}
