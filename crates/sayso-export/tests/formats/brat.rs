//! brat by the parser that `sayso eval` reads corpora with.

use sayso_eval::gold;
use sayso_export::Format;
use sayso_text::{CodePoints, Span};

use crate::files;
use crate::sample::{self, Owned};

/// Whether a parser finds every source, cue and content where it stands. A piece ends with its line.
pub(crate) fn check(articles: &[Owned]) {
    let files = files::export(Format::Brat, articles, None);
    for article in articles {
        let id = article.record.id;
        assert_eq!(files[&format!("{id}.txt")], article.text.as_bytes());
        let annotations = std::str::from_utf8(&files[&format!("{id}.ann")]).unwrap();
        let found = gold::parse(annotations, &article.text).unwrap();
        let points = CodePoints::of(&article.text);
        let lines = |spans: &[[usize; 2]]| -> Vec<Span> {
            let spans = spans.iter().map(|at| Span::new(points.byte(at[0]), points.byte(at[1])));
            spans.filter(|span| !span.of(&article.text).contains(['\n', '\r'])).collect()
        };
        let expect: Vec<_> = article.statements.iter().filter(|stated| stated.telling.statement.is_some()).collect();
        assert_eq!(found.len(), expect.len(), "{annotations}");
        for (found, stated) in found.iter().zip(expect) {
            let content = if stated.pieces.is_empty() { vec![stated.telling.span] } else { stated.pieces.clone() };
            for (found, expect) in
                [(&found.source, &stated.source_at), (&found.cue, &stated.cue_at), (&found.content, &content)]
            {
                assert!(lines(expect).iter().all(|span| found.contains(span)), "{expect:?} in {found:?}");
            }
        }
    }
}

#[test]
fn sources_cues_and_contents_come_back() {
    check(&sample::articles());
}

#[test]
fn a_note_says_what_a_statement_lies_in() {
    let files = files::export(Format::Brat, &sample::articles(), None);
    let annotations = String::from_utf8(files["3.ann"].clone()).unwrap();
    assert!(annotations.contains("#2\tAnnotatorNotes E2\tindirect 0.912 within E1\n"), "{annotations}");
    assert!(files.contains_key("annotation.conf"));
}
