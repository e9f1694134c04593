//! Characters that could act on a screen instead of standing on it are shown, not sent.
//!
//! An article may hold terminal escapes, or controls that reorder a line so that one source's words seem another's. No
//! view and no report passes them on: each has a visible name in their place.

use std::fmt::Write;

/// The visible name of a character that must not reach a screen; none for one that may. White space is none of these.
pub fn name(c: char) -> Option<String> {
    let acts = match c {
        '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' => false,
        // Tags and noncharacters show nothing at all and can carry hidden words.
        '\u{E0000}'..='\u{E007F}' | '\u{FFFE}' | '\u{FFFF}' => true,
        _ => c.is_control() || is_bidi(c),
    };
    acts.then(|| format!("<U+{:04X}>", u32::from(c)))
}

/// Marks, embeddings, overrides and isolates of the bidirectional algorithm.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text with every such character named.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match name(c) {
            Some(name) => out.push_str(&name),
            None => out.push(c),
        }
    }
    out
}

/// The same, with every character named that ends a line or leaves it too: for what must stay on one line, such as a file's name.
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let leaves = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        match name(c) {
            Some(name) => out.push_str(&name),
            None if leaves => {
                let _ = write!(out, "<U+{:04X}>", u32::from(c));
            }
            None => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expect: &str) {
        assert_eq!(visible(input), expect, "{input:?}");
    }

    #[test]
    fn what_acts_on_a_screen_gets_a_name() {
        check("“Plain,” she said.\n\tÉ 漢 👩‍🚒 e\u{301} שלום", "“Plain,” she said.\n\tÉ 漢 👩‍🚒 e\u{301} שלום");
        check("\x1b[31mred\x07\0\x7f", "<U+001B>[31mred<U+0007><U+0000><U+007F>");
        check("\u{9b}2J\u{90}", "<U+009B>2J<U+0090>");
        check(
            "a\u{202e}b\u{202c}\u{2066}\u{2069}\u{200f}\u{61c}",
            "a<U+202E>b<U+202C><U+2066><U+2069><U+200F><U+061C>",
        );
        check("\u{e0041}", "<U+E0041>");
    }

    #[test]
    fn a_line_stays_one() {
        assert_eq!(line("a b\nc\u{2028}d\t\x1b"), "a b<U+000A>c<U+2028>d<U+0009><U+001B>");
    }
}
