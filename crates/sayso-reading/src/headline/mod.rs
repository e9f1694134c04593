//! Headline and deck: which attribution of the body they rest on, and what they state as fact though the body attributes it.

use sayso_article::Article;
use sayso_text::Note;

use crate::Attribution;
use crate::sources::Source;

/// Tells each attribution in a headline or deck the one in the body that it rests on; notes on headlines that state as fact
/// what the body attributes.
pub(crate) fn attach(_article: &Article, _sources: &[Source], _attributions: &mut [Attribution]) -> Vec<Note> {
    Vec::new()
}
