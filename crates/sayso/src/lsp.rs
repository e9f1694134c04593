//! `sayso lsp`: an editor's messages on standard input, answers on standard output.

use std::fs;
use std::io;
use std::sync::{Arc, OnceLock};

use sayso_check::{Rule, Settings};
use sayso_lsp::{Ended, Options, connect, page, serve};
use tempfile::TempDir;

use crate::Outcome;

/// Serves the editor that started this program until it goes away.
pub(crate) fn run() -> anyhow::Result<Outcome> {
    let (connection, wire) = connect(|| io::stdin().lock(), io::stdout());
    let pages = OnceLock::new();
    let options = Options {
        settings_for: Arc::new(|_| Ok(Settings::default())),
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
