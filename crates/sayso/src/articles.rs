//! Inputs → articles → what a command makes of each, on many threads, taken in the order of the input. One that cannot be read,
//! or whose reading fails, costs itself alone.

use std::panic::{AssertUnwindSafe, catch_unwind};

use sayso_article::{Article, Format, read_json_line};
use sayso_report::InFile;

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
    /// What its bytes are; a line of JSON has none.
    pub(crate) format: Option<Format>,
    /// Its bytes, decompressed.
    pub(crate) bytes: Vec<u8>,
    /// Its row in the archive that it is taken from.
    pub(crate) row: Option<i64>,
}

impl Unread {
    /// The article.
    pub(crate) fn article(&self) -> Result<Article, Message> {
        match self.format {
            Some(format) => Ok(sayso_article::read(&self.bytes, format, Some(&self.path))),
            None => read_json_line(&self.bytes, Some(&self.path)).map_err(|e| Message::error_at(&self.path, e)),
        }
    }

    /// The file that it is in: the name of a line, or of an archive's article, has its number besides.
    pub(crate) fn file(&self) -> &str {
        let number = match self.row {
            Some(_) => self.path.rsplit_once('#'),
            None => self.path.rsplit_once(':').filter(|_| self.format.is_none()),
        };
        number.map_or(self.path.as_str(), |(file, _)| file)
    }

    /// Whether its file may hold others.
    pub(crate) fn is_one_of_many(&self) -> bool {
        self.row.is_some() || self.format.is_none()
    }

    /// How its text stands in that file.
    pub(crate) fn in_file(&self) -> InFile {
        let is_packed = self.file().to_ascii_lowercase().ends_with(".gz");
        let line = || self.path.rsplit_once(':').and_then(|(_, line)| line.parse().ok());
        match self.format {
            _ if is_packed || self.row.is_some() => InFile::Taken,
            None => line().map_or(InFile::Taken, InFile::Line),
            Some(Format::Html) => InFile::Taken,
            Some(_) => InFile::Whole,
        }
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
    ends_file: bool,
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
        let mut progress = Progress::of(sources.len(), shares_screen);
        let mut read = Read { outcome: Outcome::All, trouble: Vec::new() };
        let mut last: Option<Message> = None;
        pipeline::ordered(
            jobs,
            |give| inputs::feed(sources, format, give),
            |input| done(input, &make),
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
                if done.ends_file {
                    progress.file();
                }
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
    let nothing = |messages| Done { messages, result: None, ends_file: false };
    let unread = match input {
        Input::Trouble(message) => return nothing(vec![message]),
        Input::EndOfFile => return Done { ends_file: true, ..nothing(Vec::new()) },
        Input::Article { path, format, bytes } => Unread { path, format: Some(format), bytes, row: None },
        Input::Line { path, bytes } => Unread { path, format: None, bytes, row: None },
        Input::Archived { path, row, format, bytes } => {
            Unread { path, format: Some(format).filter(|format| *format != Format::JsonLines), bytes, row: Some(row) }
        }
    };
    let path = unread.path.clone();
    // Reading is made not to fail. Should it do so all the same, the other articles are not lost with this one.
    let caught = catch_unwind(AssertUnwindSafe(|| make(unread))).unwrap_or_else(|_| {
        Err(Message::error_at(&path, "reading it failed, which is a fault in sayso: please report it with this file"))
    });
    match caught {
        Ok(Made { messages, result }) => Done { messages, result: Some(result), ends_file: false },
        Err(message) => nothing(vec![message]),
    }
}
