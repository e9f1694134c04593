//! A document that is open in the editor, and what is known of it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use lsp_server::RequestId;
use lsp_types::{Position, Range, Uri};

use crate::look::Seen;
use crate::places::{Encoding, Lines};

/// An open document.
pub(crate) struct Document {
    pub(crate) uri: Uri,
    /// The file that it is in.
    pub(crate) path: Option<PathBuf>,
    /// What the editor takes it for.
    pub(crate) language: String,
    pub(crate) version: Option<i32>,
    pub(crate) text: String,
    lines: Lines,
    /// Which of all texts that the server has seen this one is.
    pub(crate) generation: u64,
    /// The same, for who reads it: what is not wanted any more is given up.
    pub(crate) wanted: Arc<AtomicU64>,
    /// When it is to be looked at; none where that is done or under way.
    pub(crate) due: Option<Instant>,
    /// What was last seen in it; of an older text while the newer one is being read.
    pub(crate) seen: Option<Arc<Seen>>,
    /// Who waits until it has been looked at.
    pub(crate) waiting: Vec<(RequestId, Ask)>,
    /// What was last told of it in a message, which need not be told again.
    pub(crate) told: Option<String>,
}

/// What an editor asks about a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ask {
    /// What is known of the statement at a position.
    Hover(Position),
    /// What can be done in a range, of these kinds; of any where there are none.
    Actions(Range, Vec<String>),
    /// What stands above the first line.
    Lenses,
    /// Its sources.
    Symbols,
    /// What was found; the answer that the editor has already.
    Diagnostics(Option<String>),
    /// A list of its sources, as a message.
    ShowSources,
}

impl Ask {
    /// Whether it is about a place of the text as it was when it was asked.
    pub(crate) fn is_of_a_place(&self) -> bool {
        matches!(self, Self::Hover(_) | Self::Actions(..))
    }
}

impl Document {
    pub(crate) fn new(uri: Uri, language: String, version: Option<i32>, text: String) -> Self {
        Self {
            path: crate::uri::path(uri.as_str()),
            uri,
            language,
            version,
            lines: Lines::of(&text),
            text,
            generation: 0,
            wanted: Arc::default(),
            due: None,
            seen: None,
            waiting: Vec::new(),
            told: None,
        }
    }

    /// Puts a text in the place of a range, or of everything.
    pub(crate) fn change(&mut self, range: Option<Range>, text: String, encoding: Encoding) {
        match range {
            None => self.text = text,
            Some(range) => {
                let span = self.lines.span(&self.text, range, encoding);
                self.text.replace_range(span.start..span.end, &text);
            }
        }
        self.lines = Lines::of(&self.text);
    }

    /// Says that it is another text now, to be looked at at some time.
    pub(crate) fn is_now(&mut self, generation: u64, due: Instant) {
        self.generation = generation;
        self.wanted.store(generation, Ordering::Relaxed);
        self.due = Some(due);
    }

    /// What was seen in it, if that is still so.
    pub(crate) fn seen(&self) -> Option<&Arc<Seen>> {
        self.seen.as_ref().filter(|seen| seen.generation == self.generation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::new("file:///a.md".parse().unwrap(), "markdown".to_owned(), Some(1), text.to_owned())
    }

    fn range(a: (u32, u32), b: (u32, u32)) -> Range {
        Range::new(Position::new(a.0, a.1), Position::new(b.0, b.1))
    }

    #[test]
    fn changes_follow_each_other() {
        let mut document = document("One.\nTwo é𝛼.\n");
        for (at, text, expect) in [
            (range((1, 4), (1, 7)), "is", "One.\nTwo is.\n"),
            (range((0, 4), (1, 0)), " ", "One. Two is.\n"),
            (range((0, 99), (7, 0)), "\r\nThree", "One. Two is.\r\nThree"),
            (range((1, 5), (1, 0)), "", "One. Two is.\r\n"),
            (range((9, 9), (9, 9)), "End", "One. Two is.\r\nEnd"),
        ] {
            document.change(Some(at), text.to_owned(), Encoding::Utf16);
            assert_eq!(document.text, expect);
        }
        document.change(None, "All new".to_owned(), Encoding::Utf16);
        assert_eq!(document.text, "All new");
    }
}
