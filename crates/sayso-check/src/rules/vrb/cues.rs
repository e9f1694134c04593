//! Cues as the writer's words: which verb leads to a statement.

use sayso_reading::Attribution;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::Desk;

/// A verb in a cue of the writer's own.
pub(super) struct Cue<'r> {
    /// The attribution.
    pub(super) attribution: &'r Attribution,
    /// The verb.
    pub(super) span: Span,
    /// The same, in lower case.
    pub(super) word: String,
}

/// The words of a cue, each of which may be its verb.
pub(super) fn words<'r>(desk: &Desk<'r>, attribution: &'r Attribution) -> Vec<Cue<'r>> {
    let sentences = attribution.cue.iter().map(|cue| Sentence::of(desk.text, *cue));
    sentences
        .flat_map(|sentence| {
            let pairs: Vec<_> = sentence.words.iter().copied().zip(sentence.lower).collect();
            pairs.into_iter().map(|(span, word)| Cue { attribution, span, word })
        })
        .collect()
}
