//! A language server over a reading: what breaks a desk's rules while it is being written, and on whose say-so a statement rests
//! where the cursor stands.
//!
//! One loop answers the editor and never reads an article: that is done on threads of its own (module `worker`), which give up a
//! reading as soon as another change makes it stale. Nothing that an editor sends ends the loop but its own `exit` or the end of
//! its messages (so does the end of the editor): what cannot be understood is answered with an error or logged, and the next message is taken.
//!
//! Does no I/O of its own: the program gives what to read from and write to ([`connect`]), where settings come from and where a
//! rule's page lies ([`Options`]).

mod actions;
mod answers;
mod client;
mod commands;
mod diagnostics;
mod document;
mod hover;
mod lens;
mod look;
mod params;
mod places;
mod server;
mod symbols;
mod transport;
mod uri;
mod worker;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sayso_check::config::RulePages;
use sayso_check::suppress::Kept;
use sayso_check::{Rule, Settings};

pub use commands::page;
pub use lsp_server::Connection;
pub use server::{Ended, serve};
pub use transport::{Wire, connect};

/// What a server is made with.
#[derive(Clone)]
pub struct Options {
    /// How long a draft must rest before it is read unasked: the pause between two keys.
    pub debounce: Duration,
    /// How long what is found may be waited for while a draft does not rest.
    pub longest: Duration,
    /// What holds for a draft. Asked for before each check, on a thread that may take its time.
    pub settings_for: SettingsFor,
    /// The address of a rule's page, if there is one, where a draft's desk does not serve it. Asked for on the loop.
    pub page_of: PageOf,
    /// Whether a process runs: the editor's, which may end without a word.
    pub runs: Runs,
}

/// Where a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts<'p> {
    /// In a file.
    File(&'p Path),
    /// In no file yet; the first folder that the editor works in, if it names one.
    Unsaved(Option<&'p Path>),
}

/// What holds for a draft.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// Which rules, and how strictly.
    pub settings: Settings,
    /// What lets findings stand from outside the draft.
    pub kept: Vec<Kept>,
    /// Where the desk serves the rules' pages.
    pub rule_pages: Option<RulePages>,
    /// What is wrong with what says so, and is shown once.
    pub trouble: Vec<Trouble>,
}

/// Something that a desk should mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    /// Whether something does not hold that should, or is only doubtful.
    pub is_error: bool,
    /// What, where, and what to do.
    pub message: String,
}

/// See [`Options::settings_for`].
pub type SettingsFor = Arc<dyn Fn(Whereabouts<'_>) -> Desk + Send + Sync>;
/// See [`Options::page_of`].
pub type PageOf = Arc<dyn Fn(&'static Rule) -> Option<String> + Send + Sync>;
/// See [`Options::runs`].
pub type Runs = Arc<dyn Fn(u32) -> bool + Send + Sync>;

impl Default for Options {
    fn default() -> Self {
        Self {
            debounce: Duration::from_millis(50),
            longest: Duration::from_millis(500),
            settings_for: Arc::new(|_| Desk::default()),
            page_of: Arc::new(|_| None),
            runs: Arc::new(|_| true),
        }
    }
}
