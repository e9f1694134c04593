//! Checks again whenever something changes.
//!
//! The files are asked for their time and size a few times a second. That works on every system and file system alike, and what
//! editors do to save a file (write it anew, move it, link it) makes no difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::bail;

use super::{Session, once, sources};
use crate::Outcome;
use crate::args::CheckArgs;
use crate::config::candidates;
use crate::message::Message;
use crate::paths::Source;

const PAUSE: Duration = Duration::from_millis(200);

/// Checks, and again on each change. Ends only where nothing can be watched, or nobody reads on.
pub(super) fn run(args: &CheckArgs, session: &mut Session) -> anyhow::Result<Outcome> {
    if sources(args).iter().any(|source| matches!(source, Source::Stdin { .. })) {
        bail!("`--watch` cannot watch standard input: name a file or a folder");
    }
    loop {
        // Taken before, so that what changes while it is read is read again.
        let mut before = state(args, session);
        if io::stdout().is_terminal() && args.output.is_none() {
            // Only this run's findings are on the screen.
            io::stdout().write_all(b"\x1b[2J\x1b[H")?;
        }
        match once(args, session) {
            Ok(_) => {}
            Err(error) if crate::is_broken_pipe(&error) => return Err(error),
            Err(error) => Message::error(format!("{error:#}")).print(),
        }
        for (config, stamp) in &session.configs {
            before.entry(config.clone()).or_insert(*stamp);
        }
        Message::note("watching: Ctrl-C ends").print();
        let mut now = state(args, session);
        while now == before {
            thread::sleep(PAUSE);
            now = state(args, session);
        }
        // Somebody who saves several files at once is not done with the first.
        loop {
            thread::sleep(PAUSE / 4);
            let later = state(args, session);
            if later == now {
                break;
            }
            now = later;
        }
    }
}

/// Time and size of each file.
type State = BTreeMap<PathBuf, Stamp>;

/// Time and size of a file, if it is there.
pub(super) type Stamp = Option<(SystemTime, u64)>;

/// What there is to watch: articles, what they are checked by, and what they would be checked by if it were there.
fn state(args: &CheckArgs, session: &Session) -> State {
    let mut files: BTreeSet<PathBuf> = session.configs.keys().cloned().collect();
    let mut folders = BTreeSet::new();
    for source in sources(args) {
        if let Source::File(path) = source {
            if folders.insert(path.parent().map(Path::to_owned)) {
                files.extend(candidates(&path));
            }
            files.insert(path);
        }
    }
    files.extend(args.config.config.iter().map(PathBuf::from));
    // What a run itself writes is no change.
    files.retain(|file| args.output.as_ref() != Some(file));
    files.into_iter().map(|file| (file.clone(), stamp(&file))).collect()
}

pub(super) fn stamp(file: &Path) -> Stamp {
    let meta = fs::metadata(file).ok()?;
    Some((meta.modified().ok()?, meta.len()))
}
