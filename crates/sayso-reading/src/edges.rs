//! The edges of contents at quotation marks.
//!
//! The tagger sees words, not pairs of marks. Where nearly all of a quotation is content, all of it is, marks included; and
//! a mark that a content begins or ends beside belongs to it.

use std::ops::Range;

use sayso_text::Span;
use sayso_text::quotes::Quotes;

use crate::decode::Draft;

/// A quotation of which at least this share of words is one content is that content's, whole.
const NEARLY_ALL: f32 = 0.6;

/// Grows contents to whole quotations, as far as no other attribution holds the words.
pub(crate) fn whole_quotations(drafts: &mut [Draft], words: &[Span], quotes: &Quotes) {
    let mut taken = vec![false; words.len()];
    for draft in &*drafts {
        for range in draft.source.iter().chain(&draft.cue).chain(&draft.content) {
            taken[range.clone()].fill(true);
        }
    }
    for draft in drafts {
        for i in 0..draft.content.len() {
            let content = draft.content[i].clone();
            let span = Span::new(words[content.start].start, words[content.end - 1].end);
            let mut grown = content.clone();
            for quotation in quotes.overlapping(span) {
                let whole = words_in(words, quotation.span);
                let shared = overlap(&whole, &content);
                if shared as f32 >= NEARLY_ALL * whole.len() as f32 {
                    grown = grown.start.min(whole.start)..grown.end.max(whole.end);
                }
            }
            while grown.start < content.start && (grown.start..content.start).any(|w| taken[w]) {
                grown.start += 1;
            }
            while grown.end > content.end && (content.end..grown.end).any(|w| taken[w]) {
                grown.end -= 1;
            }
            taken[grown.clone()].fill(true);
            draft.content[i] = grown;
        }
    }
}

/// The words that lie in a span.
fn words_in(words: &[Span], span: Span) -> Range<usize> {
    let start = words.partition_point(|w| w.start < span.start);
    let end = words.partition_point(|w| w.end <= span.end);
    start..end.max(start)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
