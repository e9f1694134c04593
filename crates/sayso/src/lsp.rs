//! `sayso lsp`: an editor's messages on standard input, answers on standard output.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use sayso_check::Rule;
use sayso_lsp::{Desk, Ended, Options, connect, page, serve};
use tempfile::TempDir;

use crate::Outcome;
use crate::args::ConfigArgs;
use crate::check::kept;
use crate::config::Configs;
use crate::message::Message;

/// Serves the editor that started this program until it goes away.
pub(crate) fn run() -> anyhow::Result<Outcome> {
    let (connection, wire) = connect(|| io::stdin().lock(), io::stdout());
    let pages = OnceLock::new();
    let options = Options {
        settings_for: Arc::new(desk_for),
        page_of: Arc::new(move |rule| page_of(&pages, rule)),
        ..Options::default()
    };
    let ended = serve(&connection, options);
    drop(connection);
    wire.finish()?;
    Ok(match ended {
        Ended::Asked => Outcome::All,
        Ended::Left => Outcome::Partly,
    })
}

/// What holds for a draft: read anew each time, since configurations are edited beside drafts.
fn desk_for(path: Option<&Path>) -> Result<Desk, String> {
    let args = ConfigArgs::default();
    let first = |messages: &[Message]| messages.first().map(ToString::to_string).unwrap_or_default();
    let configs = Configs::of(&args, args.flags(None)).map_err(|problems| first(&problems))?;
    let loaded = configs.of_file(path);
    let resolved = configs.resolve(&loaded, path).ok_or_else(|| first(&loaded.problems))?;
    let (kept, wrong) = path.map(kept::of_file).unwrap_or_default();
    if let Some(error) = wrong.iter().find(|message| message.is_error()) {
        return Err(error.to_string());
    }
    Ok(Desk { settings: resolved.settings, kept, rule_pages: resolved.rule_pages.map(|held| held.value) })
}

/// The address of a rule's page: a file, since an editor can open no other that needs no network. It lies in a folder of this
/// run, which is gone when the run ends.
fn page_of(folder: &OnceLock<Option<TempDir>>, rule: &Rule) -> Option<String> {
    let folder = folder.get_or_init(|| tempfile::Builder::new().prefix("sayso-rules-").tempdir().ok());
    let path = folder.as_ref()?.path().join(format!("{}.md", rule.code));
    fs::write(&path, page(rule)).ok()?;
    let path = path.to_str()?.replace('\\', "/");
    Some(format!(
        "file://{}{}",
        if path.starts_with('/') { "" } else { "/" },
        path.replace('%', "%25").replace(' ', "%20")
    ))
}
