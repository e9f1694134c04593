//! `sayso reread`: an archive's articles → the bytes that were kept → readings by this program → rows.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::OnceLock;

use sayso_archive::{Archive, ArchiveError, Incoming, Raw};
use sayso_reading::{Reader, Reading};

use super::add::AT_ONCE;
use super::kept::{article_of, reader_name, unread_of};
use super::of;
use crate::args::{RereadArgs, jobs};
use crate::message::Message;
use crate::progress::Progress;
use crate::{Outcome, pipeline};

/// An article on its way.
type Kept = (i64, Result<Option<Raw>, ArchiveError>);

/// An article read again, with what it was read from.
struct Again {
    id: i64,
    raw: Raw,
    reading: Box<Reading>,
}

/// Reads again what another reader has read, or everything.
pub(crate) fn run(args: &RereadArgs) -> anyhow::Result<Outcome> {
    let path = &args.archive;
    let wrong = |error| of(path, &error);
    // To make an archive by reading it again would hide that its name is misspelt.
    let kept = Archive::open(path).map_err(wrong)?;
    let archive = Archive::create(path).map_err(wrong)?;
    let ids = if args.all { archive.articles() } else { archive.read_by_others(reader_name()) }.map_err(wrong)?;
    let mut progress = Progress::of_articles(ids.len());
    let reader = OnceLock::new();
    let (mut count, mut changed, mut waiting, mut done) = (0_usize, 0_usize, 0, 0_u64);
    let mut outcome = Outcome::All;
    pipeline::ordered(
        jobs(args.jobs),
        move |give| {
            for id in ids {
                if give((id, kept.raw(id))).is_break() {
                    return;
                }
            }
        },
        |(id, raw): Kept| {
            let Some(raw) = raw? else { return Ok(None) };
            Ok(Some(read(id, raw, reader.get_or_init(Reader::new))))
        },
        |again: Result<Option<Result<Again, Message>>, ArchiveError>| {
            done += 1;
            progress.article();
            progress.used(done);
            let again = match again.map_err(wrong)? {
                None => return Ok(()),
                Some(Err(message)) => {
                    progress.print(&message);
                    outcome = Outcome::Partly;
                    return Ok(());
                }
                Some(Ok(again)) => again,
            };
            if waiting == 0 {
                archive.begin().map_err(wrong)?;
            }
            let Again { id, raw, reading } = again;
            let incoming = Incoming { reading: &reading, form: &raw.form, bytes: &raw.bytes, reader: reader_name() };
            changed += usize::from(archive.replace(id, &incoming).map_err(wrong)?);
            count += 1;
            waiting += 1;
            if waiting == AT_ONCE {
                archive.keep().map_err(wrong)?;
                waiting = 0;
            }
            anyhow::Ok(())
        },
    )?;
    if waiting > 0 {
        archive.keep().map_err(wrong)?;
    }
    drop(progress);
    writeln!(io::stdout(), "{}", told(path, count, changed))?;
    Ok(outcome)
}

/// Reading is made not to fail. Should it do so all the same, what was read before stays.
fn read(id: i64, raw: Raw, reader: &Reader) -> Result<Again, Message> {
    let path = raw.path.clone();
    let again = catch_unwind(AssertUnwindSafe(|| {
        let article = article_of(&unread_of(raw.clone()))?;
        Ok(Again { id, raw, reading: Box::new(reader.read(article)) })
    }));
    again.unwrap_or_else(|_| {
        Err(Message::error_at(&path, "reading it failed, which is a fault in sayso: please report it with this file"))
    })
}

fn told(path: &Path, count: usize, changed: usize) -> String {
    let read = match count {
        0 => "nothing to read again".to_owned(),
        1 => "1 article read again".to_owned(),
        count => format!("{count} articles read again"),
    };
    let changed = match (count, changed) {
        (0, _) => String::new(),
        (_, 0) => ", none with other statements".to_owned(),
        (_, changed) => format!(", {changed} with other statements"),
    };
    format!("{}: {read}{changed}", path.display())
}
