//! `sayso add`: inputs → articles → readings → rows.

use std::io::{self, Write};
use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::bail;
use sayso_archive::{Added, Archive, ArchiveError, Form, Identity, Incoming};
use sayso_reading::{Reader, Reading};

use super::kept::{article_of, form_of, reader_name};
use super::of;
use crate::args::{AddArgs, jobs};
use crate::articles::{Articles, Made};
use crate::fetch::Web;
use crate::message::Message;
use crate::paths::Source;
use crate::sink::Inputs;
use crate::{Outcome, paths};

/// Articles that are kept together: so many are read again when a run was stopped.
pub(super) const AT_ONCE: usize = 50;
/// Their bytes; more of them do not wait for others.
const BYTES_AT_ONCE: usize = 8 << 20;

/// What has become of an article on a worker's thread.
enum Read {
    Known,
    New(New),
}

/// An article that may have to be added.
struct New {
    reading: Box<Reading>,
    form: Form,
    bytes: Vec<u8>,
}

/// Adds everything that was named.
pub(crate) fn run(args: &AddArgs) -> anyhow::Result<Outcome> {
    let path = &args.archive;
    let wrong = |error| of(path, &error);
    let web = Web { follow: args.follow, allow_private: args.allow_private };
    let sources = paths::sources_and_addresses(&args.paths, web);
    if Inputs::of(&sources).have(path) {
        bail!("{}: is the archive and cannot be added to itself: name the files to add only", path.display());
    }
    if sources.iter().all(|source| matches!(source, Source::Missing(_))) {
        // No archive is made for nothing.
        return Ok(tell_of(&sources));
    }
    let archive = Archive::create(path).map_err(wrong)?;
    // What is known need not be read again: asked by the threads that read.
    let known = Mutex::new(Archive::open(path).map_err(wrong)?);
    let articles =
        Articles { sources, format: args.input_format.map(Into::into), jobs: jobs(args.jobs), shares_screen: false };
    let reader = OnceLock::new();
    let mut writer = Writer { archive: &archive, waiting: Vec::new(), bytes: 0, count: Count::default() };
    let read = articles.each(
        |unread| {
            let article = article_of(&unread)?;
            let identity = Identity::of(&article);
            let is_known = known.lock().unwrap_or_else(PoisonError::into_inner).has(&identity);
            // What cannot be asked now is found out when it is added.
            if is_known.unwrap_or(false) {
                return Ok(Made { messages: Vec::new(), result: Read::Known });
            }
            let reading = reader.get_or_init(Reader::new).read(article);
            let lost = reading.notes.iter().filter(|note| note.lost);
            let messages = lost.map(|note| Message::of_note(&unread.path, &note.message, true)).collect();
            let form = form_of(&unread.origin);
            Ok(Made { messages, result: Read::New(New { reading: Box::new(reading), form, bytes: unread.bytes }) })
        },
        |read, _, _| {
            match read {
                Read::Known => writer.count.known += 1,
                Read::New(new) => writer.take(new).map_err(wrong)?,
            }
            Ok(())
        },
    )?;
    writer.keep().map_err(wrong)?;
    writeln!(io::stdout(), "{}: {}", path.display(), writer.count.told())?;
    Ok(read.outcome)
}

fn tell_of(sources: &[Source]) -> Outcome {
    for source in sources {
        if let Source::Missing(message) = source {
            message.print();
        }
    }
    Outcome::Partly
}

/// Writes articles, some at a time: another program that adds to the same archive waits for the writing alone, not for the reading.
struct Writer<'a> {
    archive: &'a Archive,
    waiting: Vec<New>,
    /// Of those that wait.
    bytes: usize,
    count: Count,
}

impl Writer<'_> {
    fn take(&mut self, new: New) -> Result<(), ArchiveError> {
        self.bytes += new.bytes.len();
        self.waiting.push(new);
        if self.waiting.len() >= AT_ONCE || self.bytes >= BYTES_AT_ONCE { self.keep() } else { Ok(()) }
    }

    /// Writes what waits.
    fn keep(&mut self) -> Result<(), ArchiveError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        self.archive.begin()?;
        for New { reading, form, bytes } in self.waiting.drain(..) {
            let incoming = Incoming { reading: &reading, form: &form, bytes: &bytes, reader: reader_name() };
            let added = self.archive.add(&incoming)?;
            match added {
                Added::New(_) => self.count.new += 1,
                Added::Revision(..) => self.count.revisions += 1,
                Added::Known => self.count.known += 1,
            }
            if let Added::New(row) | Added::Revision(row, _) = added {
                self.count.copies += usize::from(self.archive.copy_of(row)?.is_some());
            }
        }
        self.bytes = 0;
        self.archive.keep()
    }
}

/// What was added.
#[derive(Default)]
struct Count {
    new: usize,
    revisions: usize,
    /// Of both, those that are nearly the same as another article.
    copies: usize,
    known: usize,
}

impl Count {
    fn told(&self) -> String {
        let some = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        };
        let told = [
            some(self.new, "article added", "articles added"),
            some(self.revisions, "revision added", "revisions added"),
            some(self.copies, "of them a copy of another", "of them copies of others"),
            some(self.known, "was there", "were there"),
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        if told.is_empty() { "nothing to add".to_owned() } else { told.join(", ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_told_in_a_line() {
        for ([new, revisions, copies, known], expect) in [
            ([0, 0, 0, 0], "nothing to add"),
            ([0, 0, 0, 1], "1 was there"),
            ([1, 0, 1, 0], "1 article added, 1 of them a copy of another"),
            ([24, 3, 2, 5], "24 articles added, 3 revisions added, 2 of them copies of others, 5 were there"),
        ] {
            assert_eq!(Count { new, revisions, copies, known }.told(), expect);
        }
    }
}
