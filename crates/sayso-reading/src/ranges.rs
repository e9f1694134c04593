//! Between words, by number, and the bytes that they cover.

use std::ops::Range;

use sayso_text::Span;

/// The words that lie in a span.
pub(crate) fn words_in(words: &[Span], span: Span) -> Range<usize> {
    let start = words.partition_point(|w| w.start < span.start);
    let end = words.partition_point(|w| w.end <= span.end);
    start..end.max(start)
}

/// From the first of some words to the last; there is at least one.
pub(crate) fn span_of(words: &[Span], range: &Range<usize>) -> Span {
    Span::new(words[range.start].start, words[range.end - 1].end)
}
