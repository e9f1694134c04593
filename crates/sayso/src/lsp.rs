//! `sayso lsp`: an editor's messages on standard input, answers on standard output.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use sayso_check::Rule;
use sayso_lsp::{Desk, Ended, Options, Trouble, Whereabouts, connect, page, serve};
use tempfile::TempDir;

use crate::Outcome;
use crate::args::ConfigArgs;
use crate::check::kept;
use crate::config::{Configs, user_folder};
use crate::message::Message;
use crate::sink::replace;

/// Serves the editor that started this program until it goes away.
pub(crate) fn run() -> anyhow::Result<Outcome> {
    let (connection, wire) = connect(|| io::stdin().lock(), io::stdout());
    let pages = OnceLock::new();
    #[cfg(unix)]
    let started_by = std::os::unix::process::parent_id();
    #[cfg(not(unix))]
    let started_by = 0;
    let options = Options {
        settings_for: Arc::new(desk_for),
        page_of: Arc::new(move |rule| page_of(pages.get_or_init(Pages::new).as_ref()?, rule)),
        runs: Arc::new(move |process| runs(process, started_by)),
        ..Options::default()
    };
    let ended = serve(&connection, options);
    drop(connection);
    let written = wire.finish();
    match ended {
        Ended::Asked => written.map(|()| Outcome::All).map_err(Into::into),
        // Whether it still read is its own affair.
        Ended::Left => Ok(Outcome::Findings),
    }
}

/// What holds for a draft: read anew each time, since configurations are edited beside drafts. What is broken is told of, and the
/// rest holds.
fn desk_for(draft: Whereabouts<'_>) -> Desk {
    let args = ConfigArgs::default();
    let configs = match Configs::of(&args, args.flags(None)) {
        Ok(configs) => configs,
        Err(problems) => return Desk { trouble: problems.iter().map(trouble).collect(), ..Desk::default() },
    };
    let (file, unsaved) = match draft {
        Whereabouts::File(file) => (Some(file), None),
        Whereabouts::Unsaved(folder) => (None, folder.map(|folder| folder.join("unsaved"))),
    };
    let loaded = configs.of_file(file.or(unsaved.as_deref()));
    let mut desk = Desk { trouble: loaded.problems.iter().map(trouble).collect(), ..Desk::default() };
    if let Some(resolved) = configs.resolve(&loaded, file) {
        desk.settings = resolved.settings;
        desk.rule_pages = resolved.rule_pages.map(|held| held.value);
    }
    let (kept, wrong) = file.map(kept::of_file).unwrap_or_default();
    desk.kept = kept;
    desk.trouble.extend(wrong.iter().map(trouble));
    desk
}

fn trouble(message: &Message) -> Trouble {
    Trouble { is_error: message.is_error(), message: message.to_string() }
}

/// Whether a process runs, where that can be told without a signal to it: Linux lists all, any Unix names the one that started
/// this one.
#[cfg(unix)]
fn runs(process: u32, started_by: u32) -> bool {
    let list = Path::new("/proc");
    if list.join("self/stat").exists() {
        let told = fs::read_to_string(list.join(format!("{process}/stat")));
        // One that is dead and that nobody has asked about is listed as Z, behind its name.
        return told.is_ok_and(|told| !told.rsplit(')').next().unwrap_or_default().starts_with(" Z"));
    }
    process != started_by || std::os::unix::process::parent_id() == started_by
}

#[cfg(not(unix))]
fn runs(_: u32, _: u32) -> bool {
    true
}

/// Where rules' pages lie.
enum Pages {
    /// In the user's cache, for any server of this version.
    Kept(PathBuf),
    /// In a folder of this run, which is gone when the run ends, where there is no other place.
    OfRun(TempDir),
}

impl Pages {
    fn new() -> Option<Self> {
        let folder = user_folder("XDG_CACHE_HOME", ".cache")
            .map(|folder| folder.join(concat!("rules-", env!("CARGO_PKG_VERSION"))));
        let kept = folder.filter(|folder| fs::create_dir_all(folder).is_ok()).map(Self::Kept);
        kept.or_else(|| tempfile::Builder::new().prefix("sayso-rules-").tempdir().ok().map(Self::OfRun))
    }

    fn folder(&self) -> &Path {
        match self {
            Self::Kept(folder) => folder,
            Self::OfRun(folder) => folder.path(),
        }
    }
}

/// The address of a rule's page: a file, since an editor can open no other that needs no network.
fn page_of(pages: &Pages, rule: &Rule) -> Option<String> {
    let path = pages.folder().join(format!("{}.md", rule.code));
    let page = page(rule);
    // An editor may have it open.
    if !fs::read_to_string(&path).is_ok_and(|there| there == page) {
        replace(&path, page.as_bytes()).ok()?;
    }
    let path = path.to_str()?.replace('\\', "/");
    Some(format!(
        "file://{}{}",
        if path.starts_with('/') { "" } else { "/" },
        path.replace('%', "%25").replace(' ', "%20")
    ))
}
