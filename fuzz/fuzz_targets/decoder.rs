//! Any bytes as a short text, read to attributions: spans in bounds and at characters' edges, contents never empty, ids
//! in order.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use sayso_article::Format;
use sayso_reading::{Attribution, Reader};
use sayso_text::Span;

/// Two windows at most, or the encoder takes all the time.
const MOST_BYTES: usize = 1500;

static READER: OnceLock<Reader> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    let mut article = sayso_article::read(&bytes[..bytes.len().min(MOST_BYTES)], Format::Text, None);
    // Hardly any of what comes here is English, and nothing else is given to the tagger.
    article.language = None;
    let reading = READER.get_or_init(Reader::new).read(article);
    let text = &reading.article.text;
    let mut before = 0;
    for (i, attribution) in reading.attributions.iter().enumerate() {
        assert_eq!(attribution.id.0 as usize, i + 1, "ids count from 1");
        let first = check(attribution, text);
        assert!(first >= before, "{attribution:?} begins before {before}");
        before = first;
        if let Some(outer) = attribution.within {
            assert!(outer != attribution.id && outer.0 as usize <= reading.attributions.len(), "{attribution:?}");
        }
    }
});

/// Checks one attribution and gives the byte where it begins.
fn check(attribution: &Attribution, text: &str) -> usize {
    let Attribution { source, cue, content, confidence, .. } = attribution;
    assert!(!content.is_empty(), "{attribution:?} has no content");
    assert!((0.0..=1.0).contains(confidence), "{attribution:?}");
    for spans in [source, cue, content] {
        check_spans(spans, text);
    }
    let all = [source, cue, content].into_iter().flatten();
    all.map(|span| span.start).min().unwrap_or_default()
}

fn check_spans(spans: &[Span], text: &str) {
    let mut end = 0;
    for span in spans {
        let words = text.get(span.start..span.end).expect("a span lies in the text");
        assert!(!words.trim().is_empty(), "{span:?} holds nothing");
        assert!(span.start >= end, "{span:?} begins before {end}");
        end = span.end;
    }
}
