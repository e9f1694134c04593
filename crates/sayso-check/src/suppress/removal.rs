//! What takes out of an article what lets nothing stand there: a whole comment, or one selector of several.
//!
//! Only where the words and their paragraphs stay what they are: a comment whose line would then begin with what Markdown may take
//! for a mark of its own is left to its writer.

use sayso_text::Span;

use super::directives::{Directive, Verb};
use crate::Fix;

/// White space inside a line.
const BLANK: [char; 2] = [' ', '\t'];
/// Bytes of a line that are looked at for a word before a comment. A line that has none in so many is an odd one.
const LOOKED_AT: usize = 200;

/// The change that takes out one selector of a comment, with the comment where it has no other. None for one that begins or ends a
/// range: its partner would be left.
pub(super) fn of(text: &str, directive: &Directive, place: usize) -> Option<Fix> {
    if !matches!(directive.verb, Verb::Ignore | Verb::IgnoreFile) {
        return None;
    }
    let selectors = &directive.selectors;
    let span = match (selectors.get(place.wrapping_sub(1)), selectors.get(place), selectors.get(place + 1)) {
        (_, Some(own), Some(next)) => Span::new(own.start, next.start),
        (Some(before), Some(own), None) => Span::new(before.end, own.end),
        _ => comment(text, directive.comment)?,
    };
    Some(Fix { span, text: String::new() })
}

/// What goes with a comment.
fn comment(text: &str, comment: Span) -> Option<Span> {
    let before = text[..comment.start].trim_end_matches(BLANK);
    let after = text[comment.end..].trim_start_matches(BLANK);
    let (start, end) = (before.len(), text.len() - after.len());
    let begins_line = before.is_empty() || before.ends_with(['\n', '\r']);
    let ends_line = after.is_empty() || after.starts_with(['\n', '\r']);
    match (begins_line, ends_line) {
        (true, true) => Some(line(text, Span::new(start, end))),
        // What comes next begins the line; its indentation stays.
        (true, false) => is_word(after).then_some(Span::new(comment.start, end)),
        (false, true) => has_word(before).then_some(Span::new(start, comment.end)),
        (false, false) if !has_word(before) && !is_word(after) => None,
        (false, false) if start < comment.start => Some(Span::new(comment.start, end)),
        (false, false) => Some(comment),
    }
}

/// What goes with a line that holds nothing but a comment: its end, and one of two blank lines that would then lie together. The
/// end stays where the lines around it would run into one.
fn line(text: &str, line: Span) -> Span {
    let (before, behind) = (&text[..line.start], &text[line.end..]);
    let next = text.len() - without_line_end(behind).unwrap_or(behind).len();
    let after = &text[next..];
    let blank_after = without_line_end(after.trim_start_matches(BLANK));
    let is_last = after.trim().is_empty();
    match (blank_line_at_end(before), blank_after) {
        (Some(blank), _) if is_last => Span::new(blank, next),
        (Some(_), Some(rest)) => Span::new(line.start, text.len() - rest.len()),
        (None, None) if !is_last => line,
        _ => Span::new(line.start, next),
    }
}

/// Where the blank line begins that a text ends with; at its end where it is empty.
fn blank_line_at_end(text: &str) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let inner = text.strip_suffix("\r\n").or_else(|| text.strip_suffix(['\n', '\r']))?.trim_end_matches(BLANK);
    (inner.is_empty() || inner.ends_with(['\n', '\r'])).then_some(inner.len())
}

/// A text without the line end that it begins with.
fn without_line_end(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix(['\n', '\r']))
}

/// Whether a text begins with a word, which no line of Markdown takes for a mark, or with another comment.
fn is_word(text: &str) -> bool {
    text.trim_start_matches(['“', '”', '‘', '’', '"', '\'', '(']).starts_with(char::is_alphabetic)
        || text.starts_with("<!--")
}

/// Whether a word stands in the line that a text ends with.
fn has_word(text: &str) -> bool {
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(LOOKED_AT))..];
    let line = near.rsplit(['\n', '\r']).next().unwrap_or(near);
    line.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMENT: &str = "<!-- sayso: ignore[X] a -->";

    /// What is left of a text in which `@` stands for a comment; nothing where it stays.
    fn check(with: &str, expect: Option<&str>) {
        for end in ["\n", "\r\n"] {
            let text = with.replace('@', COMMENT).replace('\n', end);
            let at = text.find(COMMENT).unwrap();
            let left = comment(&text, Span::new(at, at + COMMENT.len()))
                .map(|span| format!("{}{}", &text[..span.start], &text[span.end..]));
            assert_eq!(left, expect.map(|expect| expect.replace('\n', end)), "{with:?}");
        }
    }

    #[test]
    fn a_line_of_its_own_goes_with_a_blank_line() {
        check("@\n\nTwo.\n", Some("Two.\n"));
        check("One.\n\n@\n\nTwo.\n", Some("One.\n\nTwo.\n"));
        check("One.\n\n@\nTwo.\n", Some("One.\n\nTwo.\n"));
        check("One.\n@\n\nTwo.\n", Some("One.\n\nTwo.\n"));
        check("One.\n\n  @ \n \nTwo.\n", Some("One.\n\nTwo.\n"));
        check("One.\n\n@\n", Some("One.\n"));
        check("One.\n\n@", Some("One.\n"));
        check("One.\n@", Some("One.\n"));
        check("@", Some(""));
        check("@\nTwo.", Some("Two."));
    }

    #[test]
    fn lines_do_not_run_into_one() {
        check("One.\n@\nTwo.\n", Some("One.\n\nTwo.\n"));
        check("- One\n@\n- Two\n", Some("- One\n\n- Two\n"));
    }

    #[test]
    fn in_a_line_it_goes_with_the_space_that_it_leaves() {
        check("One. @\n\nTwo.\n", Some("One.\n\nTwo.\n"));
        check("@ Two.\n", Some("Two.\n"));
        check("  @ Two.\n", Some("  Two.\n"));
        check("One @ two.\n", Some("One two.\n"));
        check("One@ two.\n", Some("One two.\n"));
        check("One (@two).\n", Some("One (two).\n"));
        check("- @ “Two,” she said.\n", Some("- “Two,” she said.\n"));
        check("One. @ <!-- b -->\n", Some("One. <!-- b -->\n"));
    }

    #[test]
    fn what_would_make_a_mark_of_a_line_stays() {
        for text in ["@ # Two\n", "@ 1. Two\n", "@ - Two\n", "@ ===\n", "One\n- @\n", "> @ > Two\n", "| @ | Two |\n"] {
            check(text, None);
        }
    }
}
