//! Comments: what a text holds for those who work on it and not for its readers.

use std::borrow::Cow;

use memchr::memmem;
use sayso_text::{Note, Span};

use crate::Article;
use crate::lines::trim;

/// What opens a comment.
pub(crate) const OPEN: &str = "<!--";
/// What closes one.
pub(crate) const CLOSE: &str = "-->";

impl Article {
    /// The text as it is read: where a comment stands, as many bytes of white space.
    pub fn prose(&self) -> Cow<'_, str> {
        if self.comments.is_empty() {
            return Cow::Borrowed(&self.text);
        }
        let mut out = String::with_capacity(self.text.len());
        for comment in &self.comments {
            out.push_str(&self.text[out.len()..comment.start]);
            out.extend(std::iter::repeat_n(' ', comment.len()));
        }
        out.push_str(&self.text[out.len()..]);
        Cow::Owned(out)
    }
}

/// Whether a line of plain text is a comment to Sayso and nothing else. Any other is text: nothing is left out of a wire's copy.
pub(crate) fn is_line_for_sayso(line: &str) -> bool {
    line.strip_prefix(OPEN)
        .is_some_and(|rest| rest.find(CLOSE) == rest.len().checked_sub(CLOSE.len()) && is_for_sayso(rest))
}

/// What is said of comments to Sayso in a web page, where nobody reads them.
pub(crate) fn note_in_page(page: &str) -> Option<Note> {
    let message = "comments to Sayso in a web page do nothing: write them into the file beside it, `NAME.sayso.toml`";
    let found =
        memmem::find_iter(page.as_bytes(), OPEN.as_bytes()).any(|open| is_for_sayso(&page[open + OPEN.len()..]));
    found.then(|| Note::new("comment-in-page", message))
}

/// Whether what follows the opening of a comment speaks to Sayso, or was meant to: `sayso: …`, `SAYSO: …`, `sayso-ignore …`.
fn is_for_sayso(rest: &str) -> bool {
    let starts = |text: &str, word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let rest = rest.trim_start();
    if !starts(rest, NAME) {
        return false;
    }
    let rest = &rest[NAME.len()..];
    let verb = rest.trim_start_matches(['-', ' ', '\t']);
    rest.starts_with(':') || ["ignore", "disable", "enable"].iter().any(|known| starts(verb, known))
}

/// Whom such comments speak to.
const NAME: &str = "sayso";

/// The comments to Sayso in a piece of plain text, in order. What else looks like a comment is text: nothing is left out of a wire's
/// copy.
pub(crate) fn for_sayso(text: &str, piece: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = piece.start;
    while let Some(open) = memmem::find(&text.as_bytes()[at..piece.end], OPEN.as_bytes()).map(|open| at + open) {
        at = open + OPEN.len();
        if !is_for_sayso(&text[at..piece.end]) {
            continue;
        }
        let Some(close) = memmem::find(&text.as_bytes()[at..piece.end], CLOSE.as_bytes()) else { break };
        at += close + CLOSE.len();
        found.push(Span::new(open, at));
    }
    found
}

/// Finds the comments of a Markdown text, from its beginning to its end, each character looked at once.
pub(crate) struct Comments<'t> {
    text: &'t str,
    /// Those found, in order.
    pub(crate) found: Vec<Span>,
    /// What is to be said of them.
    pub(crate) notes: Vec<Note>,
    /// Whether a mark that closes one may still come.
    may_close: bool,
}

impl<'t> Comments<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, found: Vec::new(), notes: Vec::new(), may_close: true }
    }

    /// The next comment that begins in a piece of text. It may end behind the piece.
    ///
    /// One that nothing closes runs to the text's end where it begins a line, and is text anywhere else, as in a browser.
    pub(crate) fn next_in(&mut self, piece: Span, begins_line: bool) -> Option<Span> {
        let mut at = piece.start;
        while let Some(found) = memmem::find(&self.text.as_bytes()[at..piece.end], OPEN.as_bytes()) {
            let open = at + found;
            at = open + OPEN.len();
            // Marks in code are shown.
            if self.text[..open].ends_with('`') {
                continue;
            }
            if let Some(end) = self.close_of(open) {
                self.found.push(Span::new(open, end));
                return self.found.last().copied();
            }
            let runs_on = begins_line && self.text[piece.start..open].trim().is_empty();
            self.tell_unclosed(open, runs_on);
            if runs_on {
                self.found.push(Span::new(open, open + self.text[open..].trim_end().len()));
                return self.found.last().copied();
            }
        }
        None
    }

    /// A piece of text without the comments and the white space at its ends; empty where nothing else is there.
    pub(crate) fn without_ends(&self, piece: Span) -> Span {
        let mut out = trim(piece, self.text);
        let first = self.found.partition_point(|comment| comment.start < out.start);
        for comment in &self.found[first..] {
            if comment.start != out.start || comment.end > out.end {
                break;
            }
            out = trim(Span::new(comment.end, out.end), self.text);
        }
        let last = self.found.partition_point(|comment| comment.end <= out.end);
        for comment in self.found[..last].iter().rev() {
            if comment.end != out.end || comment.start < out.start {
                break;
            }
            out = trim(Span::new(out.start, comment.start), self.text);
        }
        out
    }

    /// Where the comment that opens at a byte ends.
    fn close_of(&mut self, open: usize) -> Option<usize> {
        // `<!-->` is a whole comment.
        let from = open + 2;
        if !self.may_close {
            return None;
        }
        let found = memmem::find(&self.text.as_bytes()[from..], CLOSE.as_bytes());
        self.may_close = found.is_some();
        found.map(|at| from + at + CLOSE.len())
    }

    /// Says so once.
    fn tell_unclosed(&mut self, open: usize, runs_on: bool) {
        if !self.notes.is_empty() {
            return;
        }
        let what = if runs_on { "what follows is not read" } else { "it is read as text" };
        let message = format!("the comment that begins here has no end, and {what}: close it with `{CLOSE}`");
        let note = Note::new("unclosed-comment", message).at(Span::new(open, open + OPEN.len()));
        self.notes.push(if runs_on { note.lost() } else { note });
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Format, Part, read};

    fn markdown(text: &str) -> Article {
        let article = read(text.as_bytes(), Format::Markdown, None);
        assert_eq!(article.prose().len(), text.len());
        article
    }

    fn check(text: &str, comments: &[&str], parts: &[(Part, &str)]) {
        let article = markdown(text);
        let found: Vec<_> = article.comments.iter().map(|span| span.of(&article.text)).collect();
        assert_eq!(found, comments, "{text}");
        let found: Vec<_> = article.parts.iter().map(|p| (p.part, p.span.of(&article.text))).collect();
        assert_eq!(found, parts, "{text}");
    }

    #[test]
    fn a_comment_on_lines_of_its_own_is_no_body() {
        check(
            "It is shut.\n\n<!-- a\n\nb -->\n\nIt is, she said.",
            &["<!-- a\n\nb -->"],
            &[(Part::Body, "It is shut."), (Part::Other, "<!-- a\n\nb -->"), (Part::Body, "It is, she said.")],
        );
    }

    #[test]
    fn a_comment_at_the_edge_of_a_paragraph_lies_between_the_parts() {
        check(
            "# Bridge shut <!-- a --> #\n\n<!-- b --> It is. <!-- c -->\n\n- <!-- d --> One.\n- Two. <!-- e\n\nf -->\n\nEnd.",
            &["<!-- a -->", "<!-- b -->", "<!-- c -->", "<!-- d -->", "<!-- e\n\nf -->"],
            &[
                (Part::Headline, "Bridge shut"),
                (Part::Body, "It is."),
                (Part::Body, "One."),
                (Part::Body, "Two."),
                (Part::Body, "End."),
            ],
        );
    }

    #[test]
    fn a_comment_inside_a_paragraph_is_white_space_in_its_prose() {
        let article = markdown("The bridge <!-- “x\n\ny --> is\nshut.");
        assert_eq!(article.prose(), "The bridge                  is\nshut.");
        assert_eq!(article.parts.len(), 1);
        assert_eq!(markdown("The bridge").prose(), "The bridge");
    }

    #[test]
    fn what_nothing_closes_runs_to_the_end_or_is_text() {
        let runs_on = markdown("It is shut.\n\n<!-- sayso: a\n\nb <!-- c\n");
        assert_eq!(runs_on.comments.len(), 1);
        assert_eq!(runs_on.parts.len(), 2);
        assert!(runs_on.notes.iter().any(|note| note.code == "unclosed-comment" && note.lost));
        let text = markdown("It is <!-- shut.\n\nIt <!-- is.");
        assert_eq!((text.comments.len(), text.parts.len()), (0, 2));
        assert!(text.notes.iter().any(|note| note.code == "unclosed-comment" && !note.lost));
    }

    #[test]
    fn code_holds_no_comment() {
        let article = markdown("Write `<!-- sayso: x -->` there.\n\n```\n<!-- y -->\n```\n");
        assert_eq!(article.comments, []);
    }

    #[test]
    fn plain_text_has_comments_to_sayso_alone() {
        let text = "The bridge is shut, she said.\n<!-- sayso: ignore[X] y -->\n<!-- z -->\nSo <!-- sayso: a --> it is. <!-- \
            SAYSO-ignore[Y] z -->\n<!-- sayso --> No, she said.";
        let article = read(text.as_bytes(), Format::Text, None);
        let comments: Vec<_> = article.comments.iter().map(|c| c.of(text)).collect();
        assert_eq!(comments, ["<!-- sayso: ignore[X] y -->", "<!-- sayso: a -->", "<!-- SAYSO-ignore[Y] z -->"]);
        assert_eq!(article.parts.iter().filter(|p| p.part == Part::Other).count(), 1);
        let parts: Vec<_> = article.parts.iter().map(|p| p.span.of(text)).collect();
        assert_eq!(parts[2..], ["<!-- z -->", "So <!-- sayso: a --> it is.", "<!-- sayso --> No, she said."]);
        let prose = article.prose();
        assert!(prose.contains("<!-- z -->") && !prose.contains("sayso:") && !prose.contains("SAYSO"), "{prose}");
    }

    #[test]
    fn hard_wrapped_lines_do_not_take_up_a_comment() {
        let wrapped = "The bridge over the Esk will stay shut until June at the earliest, the\n\
            county said on Monday, because two of its piers have moved by more than\n\
            anyone had thought, and because the ministry has yet to say whether it\n\
            will pay.\n<!-- sayso: ignore[ANO001] approved by the editor of the desk -->\n\
            Repairs will cost 4 million crowns, a third more than planned, said Tom\nOkoro.\n";
        let article = read(wrapped.as_bytes(), Format::Text, None);
        let parts: Vec<_> = article.parts.iter().map(|p| p.part).collect();
        assert_eq!(parts, [Part::Body, Part::Other, Part::Body]);
    }

    #[test]
    fn hostile_comments_are_read_once() {
        for text in [
            "<!--".repeat(200_000),
            "a <!-- ".repeat(100_000),
            "a <!-- -->".repeat(100_000),
            "<!-- <!-- --> -->\n".repeat(50_000),
            "`<!--".repeat(100_000),
            "<!-->".repeat(100_000),
            format!("{}-->", "x\n\n<!--".repeat(100_000)),
        ] {
            markdown(&text);
        }
    }
}
