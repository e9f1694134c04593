//! What holds for any input: no panic, and parts that lie in the text, in order, trimmed, at the edges of characters.

use proptest::prelude::*;
use sayso_article::{Article, Format, Part, format_of, read, read_json_line};

fn check(article: &Article) {
    let mut end = 0;
    for part in &article.parts {
        assert!(part.span.start >= end && part.span.end <= article.text.len(), "{part:?} after {end}");
        let text = article.text.get(part.span.start..part.span.end).expect("at the edges of characters");
        assert!(!text.is_empty(), "{part:?}");
        assert_eq!(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'), text, "{part:?}");
        end = part.span.end;
    }
    assert!(article.comments.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", article.comments);
    assert_eq!(article.prose().len(), article.text.len());
    for note in &article.notes {
        assert!(!note.message.is_empty() && !note.message.contains('\n'));
        if let Some(span) = note.span {
            assert!(article.text.get(span.start..span.end).is_some());
        }
    }
}

/// In plain text nothing is left out but white space, the mark at its beginning, a dateline's dash and comments to Sayso.
fn check_covered(article: &Article) {
    let text = article.prose();
    let mut end = 0;
    for (at, part) in article.parts.iter().enumerate() {
        let between = &text[end..part.span.start];
        let dashed = at > 0 && article.parts[at - 1].part == Part::Dateline;
        let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || (dashed && matches!(c, '-' | '–' | '—' | '―'));
        assert!(between.chars().all(blank), "{between:?}");
        end = part.span.end;
    }
    if !article.parts.is_empty() {
        assert!(text[end..].chars().all(|c| c.is_whitespace() || c == '\u{feff}'));
    }
}

fn all_formats(bytes: &[u8]) {
    format_of(None, bytes);
    for format in [Format::Text, Format::Markdown, Format::Html, Format::JsonLines] {
        let article = read(bytes, format, Some("a"));
        check(&article);
        if format == Format::Text {
            check_covered(&article);
        }
        assert_eq!(read(bytes, format, Some("a")), article, "the same bytes give the same article");
    }
    if let Ok(article) = read_json_line(bytes, None) {
        check(&article);
    }
}

/// Pieces of which articles and their breakages are made.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "\u{feff}",
    "\u{a0}",
    "\u{85}",
    "\u{2028}",
    "\0",
    "“",
    "”",
    "\"",
    "’",
    "—",
    "--",
    " - ",
    "(AP)",
    "By Ann Lee",
    "By ",
    "HARWICK, May 3",
    "HARWICK",
    "(",
    ")",
    "[",
    "]",
    "Photo: ",
    "Read more: ",
    "©",
    "Updated May 3, 2026 | ",
    "May 3, 2026",
    "Bridge over the Esk shut",
    "The county said on Monday that the bridge would stay shut until June.",
    "said",
    ".",
    ",",
    ":",
    ";",
    "?",
    "é",
    "𝛼",
    "\u{301}",
    "ß",
    "İ",
    "---",
    "+++",
    "***",
    "# ",
    "> ",
    "- ",
    "1. ",
    "```",
    "<!--",
    "-->",
    "<!-- sayso: ignore[X] y -->",
    "![a](b)",
    "title: ",
    "title = ",
    "a: >\n",
    "byline: [",
    "- name: ",
    "'",
    "\\",
    "\\u12",
    "<p>",
    "</p>",
    "<div>",
    "<div class=\"share\">",
    "</div>",
    "<b>",
    "<q>",
    "</q>",
    "<br>",
    "<script>",
    "</script>",
    "<h1>",
    "<figcaption>",
    "<table><tr><td>",
    "<svg>",
    "<!doctype html>",
    "<meta charset=utf-16>",
    "<?xml encoding='x'",
    "&amp;",
    "&#x110000;",
    "{\"text\": \"",
    "\"}",
    "<html lang=fr>",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"",
    "\"}</script>",
    "Ann Lee is a reporter for the Courier.",
    "Follow her on Twitter @",
    "Headline: ",
    "Published ",
    "updated",
    "|",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        all_formats(&bytes);
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        all_formats(text.as_bytes());
    }

    #[test]
    fn any_pieces(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)) {
        all_formats(pieces.concat().as_bytes());
    }

    #[test]
    fn any_pieces_cut_anywhere(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..20), cut in 0.0..1.0f64) {
        let bytes = pieces.concat().into_bytes();
        all_formats(&bytes[..(bytes.len() as f64 * cut) as usize]);
    }
}
