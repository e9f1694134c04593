//! The paragraphs of a plain text: each line, or each block of lines where the lines are hard-wrapped.

use sayso_text::Span;

use crate::Part;
use crate::comments::{Comments, for_sayso, is_line_for_sayso};
use crate::mark::{Markup, Paragraph};

/// Columns of a line of hard-wrapped text that is not the last of its paragraph.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=90;

/// The paragraphs of a plain text, trimmed, in order.
pub(crate) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let joins = is_hard_wrapped(text, &lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<Line> = None;
    for line in lines {
        match before {
            Some(before) if joins && continues(before, line) => {
                let open = paragraphs.last_mut().expect("a line came before");
                open.span.end = line.span.end;
            }
            _ => {
                let markup = if is_line_for_sayso(line.span.of(text)) { Markup::Is(Part::Other) } else { Markup::None };
                paragraphs.push(Paragraph::new(line.span).marked(markup).after_blank(line.after_blank));
            }
        }
        before = Some(line);
    }
    paragraphs
}

/// The comments in the paragraphs of a plain text, which are left without those at their edges.
pub(crate) fn comments(text: &str, paragraphs: &mut Vec<Paragraph>) -> Vec<Span> {
    let mut comments = Comments::of(text);
    comments.found = paragraphs.iter().flat_map(|paragraph| for_sayso(text, paragraph.span)).collect();
    if !comments.found.is_empty() {
        for paragraph in paragraphs.iter_mut().filter(|paragraph| paragraph.markup != Markup::Is(Part::Other)) {
            paragraph.span = comments.without_ends(paragraph.span);
        }
        paragraphs.retain(|paragraph| !paragraph.span.is_empty());
    }
    comments.found
}

/// A line that holds something.
#[derive(Clone, Copy)]
struct Line {
    /// Without white space and byte order mark at its ends.
    span: Span,
    /// Characters up to its end, indentation with them.
    columns: usize,
    /// Whether it is indented.
    indented: bool,
    /// Whether a blank line, or nothing, comes before it.
    after_blank: bool,
    /// Whether it stands alone: a rule or a row of stars, which have no letter and no digit, or a comment to Sayso.
    alone: bool,
}

/// A wrapped line runs on in the next one; a short one ends its paragraph, an indented one begins another.
fn continues(before: Line, line: Line) -> bool {
    !line.after_blank
        && !line.alone
        && !before.alone
        && *WRAPPED.start() <= before.columns
        && (!line.indented || before.indented)
}

/// Most lines that another follows at once are 45 to 90 columns long and stop in mid-sentence.
fn is_hard_wrapped(text: &str, lines: &[Line]) -> bool {
    let (mut inner, mut wrapped, mut stops) = (0, 0, 0);
    for pair in lines.windows(2).filter(|pair| !pair[1].after_blank) {
        inner += 1;
        wrapped += usize::from(WRAPPED.contains(&pair[0].columns));
        stops += usize::from(pair[0].span.of(text).ends_with(['.', '!', '?', '”', '"', ':']));
    }
    inner >= 3 && wrapped * 10 >= inner * 7 && stops * 10 <= inner * 4
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    for (start, end) in LineEnds::from(text, 0) {
        let whole = Span::new(start, end);
        let span = trim(whole, text);
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        let columns = if whole.len() <= 400 { text[start..span.end].chars().count() } else { whole.len() };
        let inner = span.of(text);
        let alone = !inner.contains(char::is_alphanumeric) || is_line_for_sayso(inner);
        lines.push(Line { span, columns, indented: span.start > start, after_blank, alone });
        after_blank = false;
    }
    lines
}

/// A span without white space and byte order marks at its ends.
pub(crate) fn trim(span: Span, text: &str) -> Span {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let inner = span.of(text);
    let start = span.start + (inner.len() - inner.trim_start_matches(blank).len());
    Span { start, end: (start + inner.trim_matches(blank).len()).max(start) }
}

/// Lines as byte ranges without their ends: `\n`, `\r\n`, `\r`.
pub(crate) struct LineEnds<'t> {
    text: &'t str,
    /// Where the next line begins.
    pub(crate) at: usize,
}

impl<'t> LineEnds<'t> {
    /// The lines of a text from byte `at`, which begins one.
    pub(crate) fn from(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }
}

impl Iterator for LineEnds<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return None;
        }
        let start = self.at;
        let end = memchr::memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |n| start + n);
        self.at = (end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 }).min(bytes.len());
        Some((start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = paragraphs(text).iter().map(|p| p.span.of(text)).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn every_line_is_a_paragraph() {
        check("", &[]);
        check("\u{feff} one \r\n\r\ntwo\rthree\n\u{a0}\n", &["one", "two", "three"]);
        check(
            "The council met on Monday and put the vote off, the clerk said.\nIt meets again in May, she said on Tuesday.\n\
             The mayor was not there and could not be reached by the paper.\nNobody from the ministry came to Harwick.\n\
             Two of the nine seats have been empty since the start of the year.",
            &[
                "The council met on Monday and put the vote off, the clerk said.",
                "It meets again in May, she said on Tuesday.",
                "The mayor was not there and could not be reached by the paper.",
                "Nobody from the ministry came to Harwick.",
                "Two of the nine seats have been empty since the start of the year.",
            ],
        );
    }

    #[test]
    fn hard_wrapped_lines_are_joined() {
        let wrapped = "Harwick bridge to stay shut until June\nBy Ann Lee\n\n\
            The bridge over the Esk will stay shut until June at the earliest, the\n\
            county said on Monday, because two of its piers have moved by more than\n\
            anyone had thought.\n\nRepairs will cost 4 million crowns, a third more than planned, said Tom\n\
            Okoro, who runs the works. The ministry has yet to say whether it will\npay.\n  \
            Shops on the north bank fear for their summer, the traders' union has\nwritten.\n";
        check(
            wrapped,
            &[
                "Harwick bridge to stay shut until June",
                "By Ann Lee",
                "The bridge over the Esk will stay shut until June at the earliest, the\ncounty said on Monday, because two of \
                 its piers have moved by more than\nanyone had thought.",
                "Repairs will cost 4 million crowns, a third more than planned, said Tom\nOkoro, who runs the works. The \
                 ministry has yet to say whether it will\npay.",
                "Shops on the north bank fear for their summer, the traders' union has\nwritten.",
            ],
        );
        let ruled = paragraphs(&format!("{}\n{wrapped}", "=".repeat(60)));
        assert_eq!(ruled.len(), paragraphs(wrapped).len() + 1);
        let crlf = wrapped.replace('\n', "\r\n");
        assert_eq!(paragraphs(&crlf).len(), paragraphs(wrapped).len());
    }
}
