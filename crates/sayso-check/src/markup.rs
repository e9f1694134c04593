//! Tags and code in a text: what stands there is no article's words, and nothing of it is changed.

use sayso_text::Span;

use crate::{Finding, Fix};

/// Bytes of the longest tag, and of the longest piece of code in a line.
const LONGEST: usize = 2000;

/// Takes out findings that are about a tag alone, and changes of tags and code.
pub(crate) fn spare(text: &str, findings: &mut Vec<Finding>) {
    if !text.contains(['<', '`']) || findings.is_empty() {
        return;
    }
    let (tags, code) = (tags(text), code(text));
    findings.retain(|finding| !near(&tags, finding.span).any(|tag| tag.contains(finding.span)));
    for finding in findings {
        let is_spared =
            |fix: &Fix| near(&tags, fix.span).chain(near(&code, fix.span)).all(|span| stays(text, fix, span));
        finding.fix = finding.fix.take().filter(is_spared);
    }
}

/// Whether a change leaves a piece of text as it is.
fn stays(text: &str, fix: &Fix, piece: Span) -> bool {
    !fix.span.overlaps(piece) || (fix.span.contains(piece) && fix.text.contains(piece.of(text)))
}

/// Those of some pieces in order that share a byte with another piece.
fn near(pieces: &[Span], span: Span) -> impl Iterator<Item = Span> {
    let first = pieces.partition_point(|piece| piece.end <= span.start);
    pieces[first..].iter().copied().take_while(move |piece| piece.start < span.end)
}

/// `<a href="…">`, `</a>`, `<!-- … -->`.
fn tags(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|open| at + open) {
        at = open + 1;
        if !text[at..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
            continue;
        }
        let near = &text[at..text.floor_char_boundary(at + LONGEST)];
        if let Some(close) = near.find(['>', '<']).filter(|close| near[*close..].starts_with('>')) {
            at += close + 1;
            out.push(Span::new(open, at));
        }
    }
    out
}

/// Code inside a paragraph: between backticks, as many at its end as at its beginning.
fn code(text: &str) -> Vec<Span> {
    let runs = text.match_indices('`').fold(Vec::<Span>::new(), |mut runs, (at, _)| {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => runs.push(Span::new(at, at + 1)),
        }
        runs
    });
    let mut out = Vec::new();
    let mut rest = runs.as_slice();
    while let [open, others @ ..] = rest {
        let close =
            others.iter().take_while(|run| run.end - open.start <= LONGEST).position(|run| run.len() == open.len());
        let close = close.filter(|at| !text[open.end..others[*at].start].contains("\n\n"));
        rest = others;
        if let Some(at) = close {
            out.push(Span::new(open.start, others[at].end));
            rest = &others[at + 1..];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use sayso_article::Format;

    use super::*;
    use crate::testing::findings_in;
    use crate::{Settings, rule};

    fn words(text: &str, spans: &[Span]) -> Vec<String> {
        spans.iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn tags_and_code_are_what_they_are_in_a_page() {
        let text = "a < b, <a href=\"x\">c</a> <1> <b\n<i>d `e` ``f ` g`` `h\n\ni` é";
        assert_eq!(words(text, &tags(text)), ["<a href=\"x\">", "</a>", "<i>"]);
        assert_eq!(words(text, &code(text)), ["`e`", "``f ` g``"]);
        for hostile in ["<a ".repeat(100_000), "`a ``b".repeat(50_000), "<".repeat(100_000), "`".repeat(100_000)] {
            tags(&hostile);
            code(&hostile);
        }
    }

    #[test]
    fn what_mends_marks_leaves_tags_and_code() {
        let settings = Settings::only(rule("QUO004").unwrap());
        let mended = |text: &str| {
            let found = findings_in(text, Format::Markdown, &settings);
            found.into_iter().map(|finding| finding.fix.is_some()).collect::<Vec<_>>()
        };
        assert!(mended("She said \"the <a href=\"http://x.example/a\">report</a> is wrong\" on Monday.\n").is_empty());
        assert!(!mended("\"He said `x = \"no\"` to me,\" she said.\n").contains(&true));
        assert_eq!(mended("“It was “shut”,” said Bo Lund.\n"), [true]);
    }
}
