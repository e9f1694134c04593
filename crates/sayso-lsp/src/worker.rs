//! The threads that read.
//!
//! A short draft never waits for a long one: each has a thread of its own. A thread keeps what it knows of each document
//! ([`Session`]), so that a change costs the windows that it touches. The reader is made on the first of them, while the editor
//! still opens its files.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};
use sayso_reading::{Reader, Session};

use crate::SettingsFor;
use crate::look::{Seen, Subject, look};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

/// A draft of more bytes is long: it takes some seconds to read.
const LONG: usize = 256 << 10;

/// A look at a document, for a thread.
pub(crate) struct Job {
    pub(crate) uri: String,
    pub(crate) subject: Subject,
    /// Which of the document's texts is wanted.
    pub(crate) wanted: Arc<AtomicU64>,
}

enum Order {
    Look(Box<Job>),
    /// A document that was closed.
    Forget(String),
}

/// What came of a look.
pub(crate) struct Done {
    pub(crate) uri: String,
    pub(crate) generation: u64,
    pub(crate) look: u64,
    /// What was seen; none where looking failed, which is a fault of Sayso.
    pub(crate) seen: Option<Arc<Seen>>,
}

/// The threads.
pub(crate) struct Workers {
    short: Sender<Order>,
    long: Sender<Order>,
    pub(crate) done: Receiver<Done>,
}

impl Workers {
    pub(crate) fn start(settings_for: &SettingsFor) -> Self {
        let (results, done) = unbounded();
        let start = || {
            let (sender, orders) = unbounded();
            let (settings_for, results) = (Arc::clone(settings_for), results.clone());
            thread::spawn(move || work(&orders, &settings_for, &results));
            sender
        };
        Self { short: start(), long: start(), done }
    }

    pub(crate) fn look(&self, job: Job) {
        let is_long = job.subject.text.len() > LONG;
        let thread = if is_long { &self.long } else { &self.short };
        // A thread ends only with the server.
        let _ = thread.send(Order::Look(Box::new(job)));
    }

    pub(crate) fn forget(&self, uri: &str) {
        for thread in [&self.short, &self.long] {
            let _ = thread.send(Order::Forget(uri.to_owned()));
        }
    }
}

/// A document as a thread knows it.
struct Known {
    session: Session<'static>,
    /// The text that is being read.
    reading: Arc<AtomicU64>,
}

impl Known {
    fn of(wanted: &Arc<AtomicU64>) -> Self {
        let reading = Arc::<AtomicU64>::default();
        let (wanted, now) = (Arc::clone(wanted), Arc::clone(&reading));
        let session = Session::new(move || wanted.load(Ordering::Relaxed) == now.load(Ordering::Relaxed));
        Self { session, reading }
    }
}

fn work(orders: &Receiver<Order>, settings_for: &SettingsFor, results: &Sender<Done>) {
    LazyLock::force(&READER);
    let mut known: HashMap<String, Known> = HashMap::new();
    for order in orders {
        let Job { uri, subject, wanted } = match order {
            Order::Look(job) => *job,
            Order::Forget(uri) => {
                known.remove(&uri);
                continue;
            }
        };
        let (generation, number) = (subject.generation, subject.look);
        if wanted.load(Ordering::Relaxed) != generation {
            continue;
        }
        let session = known.entry(uri.clone()).or_insert_with(|| Known::of(&wanted));
        session.reading.store(generation, Ordering::Relaxed);
        let looked = catch_unwind(AssertUnwindSafe(|| look(subject, settings_for, &READER, &session.session)));
        let seen = match looked {
            // Another change came meanwhile.
            Ok(None) => continue,
            Ok(Some(seen)) => Some(Arc::new(seen)),
            Err(_) => {
                known.remove(&uri);
                None
            }
        };
        if results.send(Done { uri, generation, look: number, seen }).is_err() {
            return;
        }
    }
}
