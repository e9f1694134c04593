//! A language server over a reading: what breaks a desk's rules while it is being written, and on whose say-so a statement rests
//! where the cursor stands.
//!
//! One loop answers the editor and never reads an article: that is done on threads of its own (module `worker`), which give up a
//! reading as soon as another change makes it stale. Nothing that an editor sends ends the loop but its own `exit` or the end of
//! its messages: what cannot be understood is answered with an error or logged, and the next message is taken.
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
    /// How long a draft must rest before it is read: a writer's pause between words.
    pub debounce: Duration,
    /// What holds for a file, or for a draft that is in no file yet. What goes wrong is shown once, and the default holds. Asked
    /// for before each check, on a thread that may take its time.
    pub settings_for: SettingsFor,
    /// The address of a rule's page, if there is one, where a draft's desk does not serve it. Asked for on the loop.
    pub page_of: PageOf,
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
}

/// See [`Options::settings_for`].
pub type SettingsFor = Arc<dyn Fn(Option<&Path>) -> Result<Desk, String> + Send + Sync>;
/// See [`Options::page_of`].
pub type PageOf = Arc<dyn Fn(&'static Rule) -> Option<String> + Send + Sync>;

impl Default for Options {
    fn default() -> Self {
        Self {
            debounce: Duration::from_millis(150),
            settings_for: Arc::new(|_| Ok(Desk::default())),
            page_of: Arc::new(|_| None),
        }
    }
}
