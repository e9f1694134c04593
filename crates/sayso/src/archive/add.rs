//! `sayso add`: inputs → articles → readings → rows.

use std::io::{self, Write};
use std::sync::{Mutex, OnceLock, PoisonError};

use sayso_archive::{Added, Archive, Form, Identity, Incoming};
use sayso_reading::{Reader, Reading};

use super::kept::{article_of, form_of, reader_name};
use super::of;
use crate::args::{AddArgs, jobs};
use crate::articles::{Articles, Made};
use crate::fetch::Web;
use crate::message::Message;
use crate::{Outcome, paths};

/// Articles that are kept together: so many are read again when a run was stopped.
pub(super) const AT_ONCE: usize = 50;

/// What has become of an article on a worker's thread.
enum Read {
    Known,
    New { reading: Box<Reading>, form: Form, bytes: Vec<u8> },
}

/// What was added.
#[derive(Default)]
struct Count {
    new: usize,
    revisions: usize,
    known: usize,
}

/// Adds everything that was named.
pub(crate) fn run(args: &AddArgs) -> anyhow::Result<Outcome> {
    let path = &args.archive;
    let wrong = |error| of(path, &error);
    let archive = Archive::create(path).map_err(wrong)?;
    // What is known need not be read again: asked by the threads that read.
    let known = Mutex::new(Archive::open(path).map_err(wrong)?);
    let web = Web { follow: args.follow, allow_private: args.allow_private };
    let articles = Articles {
        sources: paths::sources_and_addresses(&args.paths, web),
        format: args.input_format.map(Into::into),
        jobs: jobs(args.jobs),
        shares_screen: false,
    };
    let reader = OnceLock::new();
    let mut count = Count::default();
    let mut waiting = 0;
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
            Ok(Made { messages, result: Read::New { reading: Box::new(reading), form, bytes: unread.bytes } })
        },
        |read, _, _| {
            let Read::New { reading, form, bytes } = read else {
                count.known += 1;
                return Ok(());
            };
            if waiting == 0 {
                archive.begin().map_err(wrong)?;
            }
            let incoming = Incoming { reading: &reading, form: &form, bytes: &bytes, reader: reader_name() };
            match archive.add(&incoming).map_err(wrong)? {
                Added::New(_) => count.new += 1,
                Added::Revision(..) => count.revisions += 1,
                Added::Known => count.known += 1,
            }
            waiting += 1;
            if waiting == AT_ONCE {
                archive.keep().map_err(wrong)?;
                waiting = 0;
            }
            Ok(())
        },
    )?;
    if waiting > 0 {
        archive.keep().map_err(wrong)?;
    }
    writeln!(io::stdout(), "{}: {}", path.display(), count.told())?;
    Ok(read.outcome)
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
            some(self.known, "was there", "were there"),
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        if told.is_empty() { "nothing to add".to_owned() } else { told.join(", ") }
    }
}
