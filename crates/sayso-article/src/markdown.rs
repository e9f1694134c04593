//! Markdown: the text stays as it is, marks and all; the parts leave out front matter, `#`, `>`, list marks and rules.
//!
//! Only the layout of blocks is read. Emphasis and links inside a paragraph stay in it, since nothing of a text is changed.
//! A comment is a part where it has lines of its own, lies between the parts at a paragraph's edge, and stays in the paragraph
//! inside one; its words are read nowhere.

use sayso_text::Span;

use crate::comments::Comments;
use crate::lines::{LineEnds, trim};
use crate::mark::{self, Markup, Paragraph};
use crate::{Article, Part, front_matter};

/// Marks the parts of a Markdown text that is already decoded.
pub(crate) fn read(text: String, mut article: Article) -> Article {
    let from = front_matter::read(&text, &mut article);
    let mut blocks =
        Blocks { text: &text, paragraphs: Vec::new(), open: None, in_item: false, comments: Comments::of(&text) };
    blocks.read(from);
    let Blocks { paragraphs, comments: Comments { found, notes, .. }, .. } = blocks;
    article.comments = found;
    article.notes.extend(notes);
    article.text = text;
    mark::mark(&mut article, &paragraphs);
    article
}

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Fence,
    Comment,
    Rule,
    /// Dashes or equals signs under a line, which make it a heading.
    Underline,
    Heading,
    Quote,
    Item,
    Image,
    Definition,
    Tag,
    Indented,
    Text,
}

struct Blocks<'t> {
    text: &'t str,
    paragraphs: Vec<Paragraph>,
    /// The paragraph that the next line may go on with.
    open: Option<Paragraph>,
    /// Whether an indented line goes on with an item of a list, after a blank line too.
    in_item: bool,
    comments: Comments<'t>,
}

impl Blocks<'_> {
    fn read(&mut self, from: usize) {
        let mut lines = LineEnds::from(self.text, from);
        while let Some((start, end)) = lines.next() {
            let whole = Span::new(start, end);
            let (span, kind) = self.line(whole, &mut lines);
            if kind != Line::Blank && !is_indented(whole.of(self.text)) {
                self.in_item = kind == Line::Item;
            }
            match kind {
                Line::Fence => {
                    let end = self.end_of_fence(span, &mut lines);
                    self.alone(Span::new(span.start, end), Markup::Is(Part::Other));
                }
                Line::Underline if self.open.is_some_and(|open| open.markup == Markup::None) => {
                    self.open = self.open.map(|open| open.marked(Markup::Heading));
                    self.close();
                }
                // Marks that lie between the parts, as white space does.
                Line::Blank | Line::Rule | Line::Underline => self.close(),
                Line::Heading => {
                    let inner = without_ends(span, self.text, |c| c == '#');
                    self.alone(inner, Markup::Heading);
                }
                Line::Quote => {
                    let inner = after_marks(span, self.text, &['>']);
                    let goes_on = self.open.is_some_and(|open| open.markup == Markup::Quote);
                    match inner {
                        Some(inner) if goes_on => self.extend(inner.end),
                        Some(inner) => self.begin(inner, Markup::Quote),
                        None => self.close(),
                    }
                }
                Line::Item => match after_item(span, self.text) {
                    Some(inner) => self.begin(inner, Markup::None),
                    None => self.close(),
                },
                Line::Image => self.alone(span, Markup::Is(Part::Caption)),
                Line::Comment | Line::Definition | Line::Tag => self.alone(span, Markup::Is(Part::Other)),
                Line::Indented | Line::Text => match self.open {
                    Some(_) => self.extend(span.end),
                    None => self.begin(span, Markup::None),
                },
            }
        }
        self.close();
    }

    /// What a line is and holds, without comments at its ends. A comment takes the lines up to its end with it.
    fn line(&mut self, whole: Span, lines: &mut LineEnds) -> (Span, Line) {
        let mut span = trim(whole, self.text);
        let kind = kind(whole.of(self.text), span.of(self.text));
        // What is code shows comments and has none.
        let is_code = is_indented(whole.of(self.text)) && self.open.is_none() && !self.in_item;
        if kind == Line::Fence || is_code {
            return (span, kind);
        }
        let first = self.comments.found.len();
        let mut end = whole.end;
        let mut at = whole.start;
        while let Some(comment) = self.comments.next_in(Span::new(at, end), at == whole.start) {
            at = comment.end;
            while end < at {
                end = lines.next().map_or(at, |(_, end)| end);
            }
        }
        if self.comments.found.len() == first {
            return (span, kind);
        }
        let all = trim(Span::new(whole.start, end), self.text);
        span = self.comments.without_ends(all);
        if span.is_empty() { (all, Line::Comment) } else { (span, self::kind(whole.of(self.text), span.of(self.text))) }
    }

    fn begin(&mut self, span: Span, markup: Markup) {
        self.close();
        self.open = Some(Paragraph::new(span).marked(markup));
    }

    fn extend(&mut self, end: usize) {
        if let Some(open) = &mut self.open {
            open.span.end = end;
        }
    }

    fn alone(&mut self, span: Span, markup: Markup) {
        self.begin(span, markup);
        self.close();
    }

    fn close(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        if !matches!(open.markup, Markup::Is(Part::Other)) {
            open.span = self.comments.without_ends(open.span);
        }
        if open.markup == Markup::None {
            open.span = without_emphasis(open.span, self.text);
        }
        if !open.span.is_empty() {
            self.paragraphs.push(open);
        }
    }

    /// Takes the lines of a code block; the end of its last one.
    fn end_of_fence(&self, opening: Span, lines: &mut LineEnds) -> usize {
        let mark = opening.of(self.text).chars().next().unwrap_or('`');
        let length = opening.of(self.text).chars().take_while(|c| *c == mark).count();
        let mut last = opening.end;
        for (start, end) in lines.by_ref() {
            let line = self.text[start..end].trim();
            if !line.is_empty() {
                last = trim(Span::new(start, end), self.text).end.max(last);
            }
            if line.len() >= length && line.chars().all(|c| c == mark) {
                break;
            }
        }
        last
    }
}

fn kind(whole: &str, bare: &str) -> Line {
    let Some(first) = bare.chars().next() else { return Line::Blank };
    let only = |mark: char| bare.chars().all(|c| c == mark || c == ' ' || c == '\t');
    let marks = |mark: char| bare.chars().filter(|c| *c == mark).count();
    let after = |length: usize| bare[length..].chars().next();
    match first {
        '`' | '~' if marks(first) >= 3 && bare.chars().take_while(|c| *c == first).count() >= 3 => Line::Fence,
        '#' if after(bare.bytes().take_while(|b| *b == b'#').count().min(7)).is_none_or(char::is_whitespace) => {
            Line::Heading
        }
        '=' if only('=') => Line::Underline,
        '-' if only('-') && !bare.contains(' ') && bare.len() >= 2 => Line::Underline,
        '-' | '*' | '_' if only(first) && marks(first) >= 3 => Line::Rule,
        '>' => Line::Quote,
        '-' | '*' | '+' if after(1).is_none_or(char::is_whitespace) => Line::Item,
        '0'..='9' if is_numbered(bare) => Line::Item,
        '!' if bare.starts_with("![") && bare.ends_with(')') => Line::Image,
        '[' if bare.starts_with("[![") && bare.ends_with(')') => Line::Image,
        '[' if bare.split_once("]:").is_some_and(|(label, rest)| !label.contains(' ') && !rest.trim().is_empty()) => {
            Line::Definition
        }
        '|' if bare.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) => Line::Rule,
        '<' if bare.ends_with('>') && !has_words(bare) => Line::Tag,
        _ if is_indented(whole) => Line::Indented,
        _ => Line::Text,
    }
}

fn is_indented(line: &str) -> bool {
    line.starts_with("    ") || line.starts_with('\t')
}

/// "3. " or "3) ", with no more than three digits: "1984. A year" begins a sentence.
fn is_numbered(bare: &str) -> bool {
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    digits <= 3 && bare[digits..].starts_with(['.', ')']) && bare[digits + 1..].starts_with(char::is_whitespace)
}

/// Whether a line of tags has letters outside them.
fn has_words(line: &str) -> bool {
    let mut inside = false;
    line.chars().any(|c| {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ => {}
        }
        !inside && c.is_alphanumeric()
    })
}

fn after_marks(span: Span, text: &str, marks: &[char]) -> Option<Span> {
    let inner = span.of(text);
    let rest = inner.trim_start_matches(|c: char| marks.contains(&c) || c.is_whitespace());
    let inner = trim(Span::new(span.end - rest.len(), span.end), text);
    (!inner.is_empty()).then_some(inner)
}

fn after_item(span: Span, text: &str) -> Option<Span> {
    let inner = span.of(text);
    let mark = inner.find(char::is_whitespace)?;
    let rest = inner[mark..].trim_start();
    let rest = ["[ ] ", "[x] ", "[X] "].iter().find_map(|task| rest.strip_prefix(task)).unwrap_or(rest).trim_start();
    let inner = trim(Span::new(span.end - rest.len(), span.end), text);
    (!inner.is_empty()).then_some(inner)
}

fn without_ends(span: Span, text: &str, mark: impl Fn(char) -> bool + Copy) -> Span {
    let inner = span.of(text);
    let start = span.start + (inner.len() - inner.trim_start_matches(mark).len());
    let end = start.max(span.start + inner.trim_end_matches(mark).len());
    trim(Span::new(start, end), text)
}

/// A paragraph that is emphasised as a whole, without the marks: `*By Ann Lee*`.
fn without_emphasis(span: Span, text: &str) -> Span {
    let inner = span.of(text);
    for mark in ["***", "**", "__", "*", "_"] {
        if let Some(core) = inner.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark))
            && !core.contains(&mark[..1])
            && core.trim() == core
            && !core.is_empty()
        {
            return Span::new(span.start + mark.len(), span.end - mark.len());
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use crate::{Article, Format, read};

    fn check(text: &str, expect: &[(&str, &str)]) -> Article {
        let article = read(text.as_bytes(), Format::Markdown, None);
        let found: Vec<_> = article.parts.iter().map(|p| (p.part.name(), p.span.of(&article.text))).collect();
        assert_eq!(found, expect, "{text}");
        assert_eq!(article.text, text);
        article
    }

    #[test]
    fn blocks_are_parts() {
        let article = check(
            "---\ntitle: Bridge shut\n---\n\n# Bridge shut #\n\n*Repairs may last until June, the county says*\n\nBy Ann Lee\n\n\
             HARWICK, May 3 — The bridge is shut,\nthe mayor said.\n\n## What comes next\n\n> “We will\n> pay,” she said.\n>\n> He \
             did not.\n\n- One **crown**\n- [ ] Two crowns,\n  he said\n\n12. Three\n\n![The bridge](a.png)\n\n```\ncode\n\n```\n<!-- \
             a\n\nb -->\n***\n[1]: https://courier.example\n<div class=\"ad\">\n| a | b |\n|---|---|\n\nHe said\n---\nEnd of it.\n",
            &[
                ("headline", "Bridge shut"),
                ("deck", "Repairs may last until June, the county says"),
                ("byline", "By Ann Lee"),
                ("dateline", "HARWICK, May 3"),
                ("body", "The bridge is shut,\nthe mayor said."),
                ("body", "What comes next"),
                ("body", "“We will\n> pay,” she said."),
                ("body", "He did not."),
                ("body", "One **crown**"),
                ("body", "Two crowns,\n  he said"),
                ("body", "Three"),
                ("caption", "![The bridge](a.png)"),
                ("other", "```\ncode\n\n```"),
                ("other", "<!-- a\n\nb -->"),
                ("other", "[1]: https://courier.example"),
                ("other", "<div class=\"ad\">"),
                ("body", "| a | b |"),
                ("body", "He said"),
                ("body", "End of it."),
            ],
        );
        assert_eq!(article.title.as_deref(), Some("Bridge shut"));
        assert_eq!(article.deck.as_deref(), Some("Repairs may last until June, the county says"));
        assert_eq!(article.byline, ["Ann Lee"]);
    }

    #[test]
    fn a_heading_or_a_first_line_is_the_headline() {
        check("Bridge shut\n===\n\nIt is, she said.", &[("headline", "Bridge shut"), ("body", "It is, she said.")]);
        check(
            "Text comes first, she said.\n\n# Then\n\nMore.",
            &[("body", "Text comes first, she said."), ("body", "Then"), ("body", "More.")],
        );
    }

    #[test]
    fn marks_without_words_are_no_parts() {
        check("#\n\n>\n\n- \n\n---\n\nText.", &[("body", "Text.")]);
    }
}
