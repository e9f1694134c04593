//! A document that is open in the editor, and what is known of it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use lsp_server::RequestId;
use lsp_types::{Position, Range, Uri};

use crate::Trouble;
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
    /// The first change that nothing has been found in yet.
    since: Option<Instant>,
    /// A look that goes on whatever changes meanwhile, since what it finds has been waited for long enough.
    pub(crate) held: Option<Held>,
    /// The last look at it.
    pub(crate) look: u64,
    /// Whether a change was lost, so that nobody knows its text.
    pub(crate) is_lost: bool,
    /// What was last seen in it; of an older text while the newer one is being read.
    pub(crate) seen: Option<Arc<Seen>>,
    /// Who waits until it has been looked at.
    pub(crate) waiting: Vec<(RequestId, Ask)>,
    /// What was last told of it in a message, which need not be told again.
    pub(crate) told: Option<String>,
    /// What was last wrong with its settings.
    pub(crate) trouble: Vec<Trouble>,
}

/// See [`Document::held`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    pub(crate) generation: u64,
    pub(crate) version: Option<i32>,
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
            since: None,
            held: None,
            look: 0,
            is_lost: false,
            seen: None,
            waiting: Vec::new(),
            told: None,
            trouble: Vec::new(),
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

    /// Says that it is another text since `now`, to be looked at once it has rested, or has not for the longest time.
    pub(crate) fn is_now(&mut self, generation: u64, now: Instant, debounce: Duration, longest: Duration) {
        self.generation = generation;
        if self.held.is_none() {
            self.wanted.store(generation, Ordering::Relaxed);
        }
        let since = *self.since.get_or_insert(now);
        self.due = Some((now + debounce).min(since + longest));
    }

    /// Has it looked at now, unless that is done or under way.
    pub(crate) fn hurry(&mut self, now: Instant) {
        self.due = self.due.map(|_| now);
        if self.held.take().is_some() {
            self.wanted.store(self.generation, Ordering::Relaxed);
        }
    }

    /// Says that a look has begun, which other changes end unless it has been waited for long enough.
    pub(crate) fn is_looked_at(&mut self, look: u64, now: Instant, longest: Duration) {
        self.look = look;
        self.due = None;
        if self.since.is_some_and(|since| since + longest <= now) {
            self.held = Some(Held { generation: self.generation, version: self.version });
            self.since = None;
        }
    }

    /// Says that a look is done: whether it was at the newest text, and the version that it was at; none where nobody wants what
    /// it found.
    pub(crate) fn is_done(&mut self, generation: u64, look: u64) -> Option<(bool, Option<i32>)> {
        let held = self.held.take_if(|held| held.generation == generation);
        if held.is_some() {
            self.wanted.store(self.generation, Ordering::Relaxed);
        }
        if self.generation == generation {
            // A newer look, by other settings, may be under way.
            return (self.look == look).then(|| {
                self.since = None;
                (true, self.version)
            });
        }
        held.map(|held| (false, held.version))
    }

    /// Says that a change was lost.
    pub(crate) fn lose(&mut self, generation: u64) {
        self.is_lost = true;
        self.generation = generation;
        self.wanted.store(generation, Ordering::Relaxed);
        (self.due, self.since, self.held, self.seen) = (None, None, None, None);
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
