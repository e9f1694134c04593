//! Any text, a paragraph a line: quotations nest or share nothing, sentences leave nothing out.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_text::quotes::{self, Quotation};
use sayso_text::sentences::sentences;
use sayso_text::{Span, words_in};

fuzz_target!(|text: &str| {
    let paragraphs = paragraphs(text);
    check_quotations(text, &paragraphs);
    for paragraph in &paragraphs {
        check_sentences(text, *paragraph);
        check_words(text, *paragraph);
    }
});

fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        start += line.len();
        Span::new(start - line.len(), start).trim(text)
    });
    lines.collect()
}

fn check_quotations(text: &str, paragraphs: &[Span]) {
    let quotes = quotes::read(text, paragraphs);
    let mut open: Vec<&Quotation> = Vec::new();
    let mut last = 0;
    for quotation in &quotes.quotations {
        let span = quotation.span;
        assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{quotation:?}");
        assert!(span.start >= last, "{quotation:?} begins before {last}");
        last = span.start;
        open.retain(|outer| outer.span.end > span.start);
        assert!(open.iter().all(|outer| outer.span.contains(span)), "{quotation:?} crosses one of {open:?}");
        open.push(quotation);
        assert_eq!(usize::from(quotation.depth), open.len(), "{quotation:?}");
        assert!(paragraphs.iter().any(|paragraph| paragraph.contains(span)), "{quotation:?} leaves its paragraph");
        assert!(quotation.inner().start <= quotation.inner().end, "{quotation:?}");
    }
}

fn check_sentences(text: &str, paragraph: Span) {
    let mut covered = paragraph.start;
    for sentence in sentences(text, paragraph) {
        assert!(!sentence.is_empty() && sentence.trim(text) == sentence, "{sentence:?}");
        assert!(text[covered..sentence.start].trim().is_empty(), "something is left out before {sentence:?}");
        covered = sentence.end;
    }
    assert!(text[covered..paragraph.end].trim().is_empty(), "something is left out at the end");
}

fn check_words(text: &str, paragraph: Span) {
    let mut words = Vec::new();
    words_in(text, paragraph, &mut words);
    let mut end = paragraph.start;
    for word in words {
        assert!(word.start >= end && !word.is_empty() && paragraph.contains(word), "{word:?}");
        assert!(text.get(word.start..word.end).is_some(), "{word:?}");
        end = word.end;
    }
}
