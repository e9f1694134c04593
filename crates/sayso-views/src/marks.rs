//! Spans that overlap, laid out as marks that open and close like brackets.
//!
//! A content can hold a nested attribution, a source can stand inside another's content, and a span can run over several
//! paragraphs. Within one paragraph the marks of all of them are cut so that each closes before what it opened in: what a
//! page needs to be well formed and a reader of brackets to follow.

use std::cmp::Reverse;

use sayso_reading::{Kind, Reading};
use sayso_text::Span;

use crate::sources::Sources;
use crate::voice::{quoted, quotes};

/// What a mark is for. The order is the order of nesting where two cover the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// What is attributed.
    Content,
    /// The words of a partly quoted content that are in quotation marks.
    Quoted,
    /// A source, by its place in [`Sources`].
    Source(usize),
    /// The words that make the link.
    Cue,
}

/// One span to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) role: Role,
    /// Place in the reading's attributions (the first, for a source or cue that serves several).
    pub(crate) attribution: usize,
    /// Whether it is the first span of its role in its attribution.
    pub(crate) first: bool,
}

/// What stands next in a marked-up paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A mark opens; `again` where it was cut (by a paragraph's end or by a mark that closed) and goes on here.
    Open { mark: Mark, again: bool },
    /// Words, without any edge in them.
    Text(Span),
    /// The mark opened last closes.
    Close(Mark),
}

/// More marks than this over the same word are not drawn, so that any input is laid out in linear time.
const DEPTH: usize = 8;

/// All marks of a reading, in the order in which they open.
pub(crate) fn marks(reading: &Reading, sources: &Sources) -> Vec<Mark> {
    let quotes = quotes(reading);
    let mut out = Vec::new();
    for (attribution, a) in reading.attributions.iter().enumerate() {
        let source = sources.of[attribution].map(Role::Source);
        // A direct content is quoted as a whole, and marked as such.
        let quoted = if a.kind == Kind::Mixed { quoted(&quotes, a.kind, &a.content) } else { Vec::new() };
        let roles = [(Some(Role::Content), &a.content), (Some(Role::Quoted), &quoted), (source, &a.source)];
        for (role, spans) in roles.into_iter().chain([(Some(Role::Cue), &a.cue)]) {
            let Some(role) = role else { continue };
            out.extend(spans.iter().enumerate().filter(|(_, span)| !span.is_empty()).map(|(i, &span)| Mark {
                span,
                role,
                attribution,
                first: i == 0,
            }));
        }
    }
    out.sort_by_key(|m| (m.span.start, Reverse(m.span.end), m.role, m.attribution));
    // A source or a cue that serves several attributions is marked once.
    out.dedup_by(|b, a| b.span == a.span && b.role == a.role && matches!(a.role, Role::Source(_) | Role::Cue));
    out
}

/// Lays the marks of a text out, paragraph by paragraph.
pub(crate) struct Layout<'m> {
    marks: &'m [Mark],
    /// Marks before this one have opened.
    next: usize,
    /// Marks that go on after the last paragraph.
    running: Vec<Mark>,
}

impl<'m> Layout<'m> {
    /// Of marks in the order of [`marks`].
    pub(crate) fn of(marks: &'m [Mark]) -> Self {
        Self { marks, next: 0, running: Vec::new() }
    }

    /// The steps of the next paragraph. Paragraphs are asked for in text order.
    pub(crate) fn paragraph(&mut self, block: Span) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut stack: Vec<Mark> = Vec::new();
        let mut running = std::mem::take(&mut self.running);
        running.retain(|m| m.span.end > block.start);
        let mut at = block.start;
        // Marks that began before: those of an earlier paragraph, and those that opened in the space between two.
        while let Some(mark) = self.marks.get(self.next).filter(|m| m.span.start < block.start) {
            self.next += 1;
            if mark.span.end > block.start && running.len() < DEPTH {
                running.push(*mark);
            }
        }
        for mark in running {
            let again = mark.span.start < block.start;
            open(&mut steps, &mut stack, mark, again);
        }
        loop {
            let opens = self.marks.get(self.next).map_or(block.end, |m| m.span.start.min(block.end));
            let to = stack.iter().map(|m| m.span.end).fold(opens, usize::min);
            if at < to {
                steps.push(Step::Text(Span::new(at, to)));
                at = to;
            }
            if at == block.end {
                break;
            }
            close_ended(&mut steps, &mut stack, at);
            while let Some(mark) = self.marks.get(self.next).filter(|m| m.span.start == at) {
                self.next += 1;
                if stack.len() < DEPTH {
                    open(&mut steps, &mut stack, *mark, false);
                }
            }
        }
        steps.extend(stack.iter().rev().map(|m| Step::Close(*m)));
        stack.retain(|m| m.span.end > block.end);
        self.running = stack;
        steps
    }
}

fn open(steps: &mut Vec<Step>, stack: &mut Vec<Mark>, mark: Mark, again: bool) {
    steps.push(Step::Open { mark, again });
    stack.push(mark);
}

/// Closes the marks that end here, and those inside them, which go on afterwards.
fn close_ended(steps: &mut Vec<Step>, stack: &mut Vec<Mark>, at: usize) {
    let Some(lowest) = stack.iter().position(|m| m.span.end <= at) else { return };
    let closed = stack.split_off(lowest);
    steps.extend(closed.iter().rev().map(|m| Step::Close(*m)));
    for mark in closed.into_iter().filter(|m| m.span.end > at) {
        open(steps, stack, mark, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks named by their place; `(n` opens, `<n` opens again, `)` closes.
    fn check(text: &str, spans: &[(usize, usize)], blocks: &[(usize, usize)], expect: &str) {
        let mut marks: Vec<Mark> = spans
            .iter()
            .enumerate()
            .map(|(i, &(a, b))| Mark { span: Span::new(a, b), role: Role::Content, attribution: i, first: true })
            .collect();
        marks.sort_by_key(|m| (m.span.start, Reverse(m.span.end), m.role, m.attribution));
        let mut layout = Layout::of(&marks);
        let mut out = String::new();
        for &(a, b) in blocks {
            let mut open = Vec::new();
            for step in layout.paragraph(Span::new(a, b)) {
                match step {
                    Step::Open { mark, again } => {
                        open.push(mark);
                        out.push(if again { '<' } else { '(' });
                        out.push_str(&mark.attribution.to_string());
                    }
                    Step::Text(span) => out.push_str(span.of(text)),
                    Step::Close(mark) => {
                        assert_eq!(open.pop(), Some(mark), "the mark opened last closes first");
                        out.push(')');
                    }
                }
            }
            assert!(open.is_empty());
            out.push('/');
        }
        assert_eq!(out, expect, "{spans:?}");
    }

    #[test]
    fn marks_close_before_what_they_opened_in() {
        check("abcdef", &[], &[(0, 6)], "abcdef/");
        check("abcdef", &[(0, 6)], &[(0, 6)], "(0abcdef)/");
        check("abcdef", &[(1, 5), (2, 4)], &[(0, 6)], "a(0b(1cd)e)f/");
        check("abcdef", &[(1, 4), (2, 6)], &[(0, 6)], "a(0b(1cd))<1ef)/");
        check("abcdef", &[(2, 3), (2, 3)], &[(0, 6)], "ab(0(1c))def/");
        check("abcdef", &[(0, 2), (2, 4)], &[(0, 6)], "(0ab)(1cd)ef/");
    }

    #[test]
    fn marks_run_over_paragraphs() {
        check("ab\n\ncd\n\nef", &[(1, 9)], &[(0, 2), (4, 6), (8, 10)], "a(0b)/<0cd)/<0e)f/");
        check("ab\n\ncd", &[(0, 2), (2, 5)], &[(0, 2), (4, 6)], "(0ab)/<1c)d/");
        check("ab\n\ncd", &[(2, 3)], &[(0, 2), (4, 6)], "ab/cd/");
        check("ab\n\ncd", &[(0, 6), (1, 5)], &[(0, 2), (4, 6)], "(0a(1b))/<0<1c)d)/");
    }

    #[test]
    fn no_more_than_eight_marks_over_one_word() {
        let spans: Vec<(usize, usize)> = (0..1000).map(|_| (0, 2)).collect();
        check("ab\n\ncd", &spans, &[(0, 2), (4, 6)], "(0(1(2(3(4(5(6(7ab))))))))/cd/");
    }
}
