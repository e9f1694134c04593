//! The paragraphs of an article, none lost: its parts in order, and as body what lies between them.

use sayso_article::{Article, Part, PartSpan};
use sayso_text::Span;

/// Every piece of the text that holds more than white space, in order, trimmed, no two overlapping.
pub(crate) fn blocks(article: &Article) -> Vec<PartSpan> {
    let text = article.text.as_str();
    let mut parts = article.parts.clone();
    parts.sort_by_key(|p| p.span);
    let mut out = Vec::with_capacity(parts.len());
    let mut at = 0;
    for part in parts {
        let start = part.span.start.max(at);
        paragraphs(text, Span::new(at, start), &mut out);
        if start < part.span.end {
            push(text, part.part, Span::new(start, part.span.end), &mut out);
            at = part.span.end;
        }
    }
    paragraphs(text, Span::new(at, text.len()), &mut out);
    out
}

/// What no part covers, a paragraph after each empty line.
fn paragraphs(text: &str, gap: Span, out: &mut Vec<PartSpan>) {
    let mut start = gap.start;
    let mut line = gap.start;
    for piece in gap.of(text).split_inclusive('\n') {
        if piece.trim().is_empty() {
            push(text, Part::Body, Span::new(start, line), out);
            start = line + piece.len();
        }
        line += piece.len();
    }
    push(text, Part::Body, Span::new(start, gap.end.max(start)), out);
}

fn push(text: &str, part: Part, span: Span, out: &mut Vec<PartSpan>) {
    let span = span.trim(text);
    if !span.is_empty() {
        out.push(PartSpan { part, span });
    }
}

/// The blocks, those that stand in one line together: a dateline and the paragraph it opens.
pub(crate) fn lines<'b>(text: &str, blocks: &'b [PartSpan]) -> Vec<&'b [PartSpan]> {
    let apart = |a: &PartSpan, b: &PartSpan| {
        a.part != Part::Dateline || Span::new(a.span.end, b.span.start).of(text).contains('\n')
    };
    blocks.chunk_by(|a, b| !apart(a, b)).collect()
}

/// Whether a part is the article's own reporting, whose words are counted.
pub(crate) fn is_reporting(part: Part) -> bool {
    matches!(part, Part::Headline | Part::Deck | Part::Dateline | Part::Body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, parts: &[(Part, usize, usize)], expect: &[(Part, &str)]) {
        let parts = parts.iter().map(|&(part, a, b)| PartSpan { part, span: Span::new(a, b) }).collect();
        let article = Article { text: text.to_owned(), parts, ..Article::default() };
        let found: Vec<_> = blocks(&article).iter().map(|b| (b.part, b.span.of(text))).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn no_word_is_lost_between_the_parts() {
        use Part::{Bio, Body, Headline};
        check("", &[], &[]);
        check(" \n ", &[], &[]);
        check("One\ntwo\n\n \nthree ", &[], &[(Body, "One\ntwo"), (Body, "three")]);
        check("Head\n\nOne", &[(Headline, 0, 4), (Body, 6, 9)], &[(Headline, "Head"), (Body, "One")]);
        check("Head\n\nOne\n\nTwo", &[(Headline, 0, 4)], &[(Headline, "Head"), (Body, "One"), (Body, "Two")]);
        check("abcdef", &[(Bio, 2, 4)], &[(Body, "ab"), (Bio, "cd"), (Body, "ef")]);
        check("abcdef", &[(Bio, 2, 6), (Headline, 0, 4)], &[(Headline, "abcd"), (Bio, "ef")]);
    }
}
