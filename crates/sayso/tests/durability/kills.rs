//! `sayso add`, killed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Child;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use sayso_archive::{Archive, ArchiveError};

use crate::support::{ADD, Chance, add, archive, contents, copy, database, desk, is_whole, sayso};

/// How often it is killed before it has ended.
const KILLS: u64 = 200;
/// Enough for three commits: the tables, 50 articles, the rest.
const ARTICLES: u64 = 56;
/// How many are run at once.
const AT_ONCE: u64 = 2;

/// What an unbroken run has, and how long it took.
struct Whole {
    contents: BTreeMap<String, Vec<String>>,
    time: Duration,
    /// The most bytes that the log had, and the bytes of the archive.
    log: u64,
    archive: u64,
}

/// When to kill.
#[derive(Debug)]
enum Moment {
    /// After so long.
    Time(Duration),
    /// When the log has so many bytes: while articles are being kept.
    Log(u64),
    /// When the file has so many bytes: while the log is written back to it.
    Archive(u64),
}

impl Moment {
    fn of(number: u64, whole: &Whole) -> Self {
        let mut chance = Chance::of(number + 1);
        let time = Duration::from_micros(chance.below(whole.time.as_micros() as u64));
        match number % 4 {
            0 | 1 => Self::Time(time),
            2 => Self::Log(1 + chance.below(whole.log)),
            _ => Self::Archive(1 + chance.below(whole.archive)),
        }
    }

    /// Waits until it has come, or the program has ended.
    fn wait(&self, child: &mut Child, folder: &Path) {
        match self {
            Self::Time(time) => thread::sleep(*time),
            Self::Log(bytes) => watch(child, || length(folder, "a.db-wal") >= *bytes),
            Self::Archive(bytes) => watch(child, || length(folder, "a.db") >= *bytes),
        }
    }
}

fn length(folder: &Path, name: &str) -> u64 {
    fs::metadata(folder.join(name)).map_or(0, |meta| meta.len())
}

/// Looks again and again whether something has come, or the program has ended.
fn watch(child: &mut Child, mut has_come: impl FnMut() -> bool) {
    while !has_come() && child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn an_add_that_is_killed_at_any_moment_leaves_a_whole_archive_and_goes_on() {
    let whole = unbroken();
    let (next, killed) = (AtomicU64::new(0), AtomicU64::new(0));
    let left = Mutex::new(BTreeSet::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while killed.load(Ordering::SeqCst) < KILLS {
                    let number = next.fetch_add(1, Ordering::SeqCst);
                    // Some moments come too late, on a machine that has less to do than when the time was taken.
                    assert!(number < KILLS * 2, "most runs ended before they were killed");
                    if let Some(articles) = kill(number, &whole) {
                        killed.fetch_add(1, Ordering::SeqCst);
                        left.lock().unwrap().insert(articles);
                    }
                }
            });
        }
    });
    let left = left.into_inner().unwrap();
    assert!(left.len() >= 3, "kills at every stage: none of it, the first articles, all; not only {left:?}");
}

/// Runs it to its end, two at once as later.
fn unbroken() -> Whole {
    let runs: Vec<Whole> = thread::scope(|scope| {
        let runs: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(one_unbroken)).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let longest = runs.into_iter().max_by_key(|whole| whole.time).unwrap();
    assert_eq!(longest.contents["article"].len() as u64, ARTICLES);
    assert!(
        longest.contents["copy"].len() >= 5
            && longest.contents["article"].iter().any(|row| row.contains("Integer(2) | Blob"))
    );
    assert!(longest.contents["statement_index"].len() > 200);
    longest
}

fn one_unbroken() -> Whole {
    let desk = desk(ARTICLES);
    let folder = desk.path();
    let start = Instant::now();
    let mut child = sayso(folder, ADD).spawn().unwrap();
    let mut log = 0;
    watch(&mut child, || {
        log = log.max(length(folder, "a.db-wal"));
        false
    });
    let time = start.elapsed();
    assert!(child.wait().unwrap().success());
    let db = database(folder);
    is_whole(&db);
    Whole { contents: contents(&db), time, log, archive: length(folder, "a.db") }
}

/// Kills a run and goes on with it. How many articles it left; nothing where it had ended before.
fn kill(number: u64, whole: &Whole) -> Option<usize> {
    let desk = desk(ARTICLES);
    let folder = desk.path();
    let moment = Moment::of(number, whole);
    let mut child = sayso(folder, ADD).spawn().unwrap();
    moment.wait(&mut child, folder);
    child.kill().unwrap();
    let was_killed = child.wait().unwrap().code().is_none();

    // Looked at in a copy: what the run left beside the archive is for the next run to go on with.
    let beside = tempfile::tempdir().unwrap();
    copy(folder, beside.path());
    let articles = match Archive::open(&archive(beside.path())) {
        Ok(archive) => archive.articles().unwrap().len(),
        Err(ArchiveError::Missing | ArchiveError::Empty) => 0,
        Err(error) => panic!("{number} {moment:?}: {error}"),
    };
    is_whole(&database(beside.path()));

    let again = add(folder);
    assert_eq!((again.status, again.err.as_str()), (Some(0), ""), "{number} {moment:?}");
    let db = database(folder);
    is_whole(&db);
    for (table, rows) in contents(&db) {
        assert!(rows == whole.contents[&table], "{number} {moment:?}: {table} is another than that of an unbroken run");
    }
    was_killed.then_some(articles)
}
