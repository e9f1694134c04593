//! Inputs → articles → what a command makes of each, on many threads, taken in the order of the input. One that cannot be read,
//! or whose reading fails, costs itself alone.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use sayso_article::{Article, Format, read_json_line};
use sayso_feed::{Kind, Raw};
use sayso_report::InFile;
use sayso_text::Note;

use crate::inputs::{self, Input};
use crate::message::Message;
use crate::paths::Source;
use crate::progress::Progress;
use crate::{Outcome, pipeline};

/// What one article is read from.
#[derive(Debug)]
pub(crate) struct Unread {
    /// What the article is called.
    pub(crate) path: String,
    /// What its bytes are.
    pub(crate) origin: Origin,
    /// Its bytes, decompressed.
    pub(crate) bytes: Vec<u8>,
    /// Its row in the archive that it is taken from.
    pub(crate) row: Option<i64>,
}

/// What an article's bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A whole file.
    File(Format),
    /// A line of JSON.
    Line,
    /// A record of a feed, a web archive or a Parquet file, or a page that was fetched.
    Record(Record),
}

/// What is known of a record besides its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// The file that it was cut out of, or the address.
    pub(crate) file: String,
    /// As in [`Raw::kind`].
    pub(crate) kind: Kind,
    /// As in [`Raw::url`].
    pub(crate) url: Option<String>,
    /// As in [`Raw::charset`].
    pub(crate) charset: Option<String>,
    /// As in [`Raw::fetched`].
    pub(crate) fetched: Option<String>,
    /// As in [`Raw::notes`].
    pub(crate) notes: Vec<Note>,
}

impl Unread {
    /// One that is in a file, or is one.
    pub(crate) fn of(path: String, origin: Origin, bytes: Vec<u8>) -> Self {
        Self { path, origin, bytes, row: None }
    }

    /// A record of a file.
    pub(crate) fn of_record(file: &str, raw: Raw) -> Self {
        let Raw { place, kind, bytes, url, charset, fetched, notes } = raw;
        let record = Record { file: file.to_owned(), kind, url, charset, fetched, notes };
        Self::of(place, Origin::Record(record), bytes)
    }

    /// The article.
    pub(crate) fn article(&self) -> Result<Article, Message> {
        let wrong = |error: String| Message::error_at(&self.path, error);
        match &self.origin {
            Origin::File(format) => Ok(sayso_article::read(&self.bytes, *format, Some(&self.path))),
            Origin::Line => read_json_line(&self.bytes, Some(&self.path)).map_err(|e| wrong(e.to_string())),
            Origin::Record(record) => record.raw(&self.path, &self.bytes).article().map_err(wrong),
        }
    }

    /// The file that it is in: the name of a line, or of an archive's article, has its number besides, a record's its own.
    pub(crate) fn file(&self) -> &str {
        let numbered = |mark: char| self.path.rsplit_once(mark).map_or(self.path.as_str(), |(file, _)| file);
        match &self.origin {
            _ if self.row.is_some() => numbered('#'),
            Origin::File(_) => &self.path,
            Origin::Line => numbered(':'),
            Origin::Record(record) => &record.file,
        }
    }

    /// The same article with other bytes.
    pub(crate) fn with(&self, bytes: Vec<u8>) -> Self {
        Self { path: self.path.clone(), origin: self.origin.clone(), bytes, row: self.row }
    }

    /// Whether it is all that its file holds.
    pub(crate) fn is_whole_file(&self) -> bool {
        self.row.is_none() && matches!(self.origin, Origin::File(_))
    }

    /// How its text stands in that file.
    pub(crate) fn in_file(&self) -> InFile {
        let is_packed = self.file().to_ascii_lowercase().ends_with(".gz");
        let line = || self.path.rsplit_once(':').and_then(|(_, line)| line.parse().ok());
        match self.origin {
            _ if is_packed || self.row.is_some() => InFile::Taken,
            Origin::Line => line().map_or(InFile::Taken, InFile::Line),
            Origin::File(Format::Html) | Origin::Record(_) => InFile::Taken,
            Origin::File(_) => InFile::Whole,
        }
    }
}

impl Record {
    fn raw(&self, place: &str, bytes: &[u8]) -> Raw {
        let Self { file: _, kind, url, charset, fetched, notes } = self.clone();
        Raw { place: place.to_owned(), kind, bytes: bytes.to_vec(), url, charset, fetched, notes }
    }
}

/// What a command has made of an article.
#[derive(Debug)]
pub(crate) struct Made<R> {
    pub(crate) messages: Vec<Message>,
    pub(crate) result: R,
}

/// Everything that is to be read, and how.
pub(crate) struct Articles {
    /// From where.
    pub(crate) sources: Vec<Source>,
    /// What all of it is, if the user said so.
    pub(crate) format: Option<Format>,
    /// How many at once.
    pub(crate) jobs: usize,
    /// Whether the output goes to the same screen as messages do.
    pub(crate) shares_screen: bool,
}

/// What has become of all of it.
pub(crate) struct Read {
    /// Whether everything could be read.
    pub(crate) outcome: Outcome,
    /// What could not be, a line each.
    pub(crate) trouble: Vec<String>,
}

/// What has become of one input.
struct Done<R> {
    messages: Vec<Message>,
    result: Option<R>,
    /// Bytes of the files that were used up with it.
    used: u64,
}

impl Articles {
    /// Calls `make` on every article, on many threads, and `take` on what it made, in order, on this one; with it comes what the
    /// articles before have come to.
    pub(crate) fn each<R: Send>(
        self,
        make: impl Fn(Unread) -> Result<Made<R>, Message> + Sync,
        mut take: impl FnMut(R, &Progress, Outcome) -> anyhow::Result<()>,
    ) -> anyhow::Result<Read> {
        let Articles { sources, format, jobs, shares_screen } = self;
        let mut progress = Progress::of(&sources, shares_screen);
        let mut read = Read { outcome: Outcome::All, trouble: Vec::new() };
        let mut last: Option<Message> = None;
        pipeline::ordered(
            jobs,
            |give| {
                let used = AtomicU64::new(0);
                inputs::feed(sources, format, &used, &mut |input| give((input, used.load(Ordering::Relaxed))));
            },
            |(input, used)| Done { used, ..done(input, &make) },
            |done: Done<R>| {
                for message in &done.messages {
                    // What is wrong with a file beside many articles is wrong with each.
                    if last.as_ref() == Some(message) {
                        continue;
                    }
                    progress.print(message);
                    if message.is_error() {
                        read.outcome = Outcome::Partly;
                        read.trouble.push(message.text().to_owned());
                    }
                    last = Some(message.clone());
                }
                progress.used(done.used);
                let Some(result) = done.result else { return Ok(()) };
                progress.article();
                take(result, &progress, read.outcome).inspect_err(|error| {
                    if crate::is_broken_pipe(error) {
                        // Nobody reads on. The thread that waits for more input may wait for long, and nothing is left to do.
                        std::process::exit(read.outcome.status());
                    }
                })
            },
        )?;
        Ok(read)
    }
}

fn done<R>(input: Input, make: impl Fn(Unread) -> Result<Made<R>, Message>) -> Done<R> {
    let nothing = |messages| Done { messages, result: None, used: 0 };
    let unread = match input {
        Input::Trouble(message) => return nothing(vec![message]),
        Input::EndOfFile => return nothing(Vec::new()),
        Input::Article(unread) => unread,
    };
    let path = unread.path.clone();
    // Reading is made not to fail. Should it do so all the same, the other articles are not lost with this one.
    let caught = catch_unwind(AssertUnwindSafe(|| make(unread))).unwrap_or_else(|_| {
        Err(Message::error_at(&path, "reading it failed, which is a fault in sayso: please report it with this file"))
    });
    match caught {
        Ok(Made { messages, result }) => Done { messages, result: Some(result), used: 0 },
        Err(message) => nothing(vec![message]),
    }
}
