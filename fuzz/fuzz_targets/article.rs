//! Any bytes, read as every format: no panic, and parts that lie in the text, in order, trimmed, at characters' edges.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_article::{Article, Format, format_of, read};

fuzz_target!(|bytes: &[u8]| {
    format_of(None, bytes);
    for format in [Format::Text, Format::Markdown, Format::Html, Format::JsonLines] {
        check(&read(bytes, format, None));
    }
});

fn check(article: &Article) {
    let mut end = 0;
    for part in &article.parts {
        assert!(part.span.start >= end, "{part:?} begins before {end}");
        let text = article.text.get(part.span.start..part.span.end).expect("a part lies in the text");
        assert!(!text.is_empty() && text.trim() == text, "{part:?} is {text:?}");
        end = part.span.end;
    }
    for note in &article.notes {
        assert!(!note.message.is_empty() && !note.message.contains('\n'), "{note:?}");
        assert!(note.span.is_none_or(|span| article.text.get(span.start..span.end).is_some()), "{note:?}");
    }
}
