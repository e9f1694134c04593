//! The files in a folder that no `.gitignore` and no `.saysoignore` names.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ignore::gitignore::Gitignore;
use ignore::{Error, Match, WalkBuilder};
use sayso_check::suppress::sidecar;

use super::{Source, is_hidden, is_taken, leads_back, leads_nowhere};
use crate::message::Message;

/// As for a whole folder; what an ignore file says wrongly is a warning.
pub(super) fn of_folder(folder: &Path) -> Vec<Source> {
    let walk = WalkBuilder::new(folder)
        .follow_links(true)
        .sort_by_file_name(std::ffi::OsStr::cmp)
        // One that somebody wrote is meant, in a repository or not.
        .require_git(false)
        .ignore(false)
        .add_custom_ignore_filename(".saysoignore")
        .build();
    // What is found in the folder that sayso runs in is called as one would call it.
    let named = |path: PathBuf| path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
    let mut found = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) => {
                found.extend(entry.error().map(|error| Source::Missing(ignore_file_message(error))));
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                found.extend(left_over(&named(entry.path().to_owned())).filter(|_| is_file).map(Source::Missing));
                if is_file && is_taken(entry.path()) {
                    found.push(Source::File(named(entry.into_path())));
                }
            }
            Err(error) => found.extend(walk_message(folder, &error).map(Source::Missing)),
        }
    }
    if !found.iter().any(|source| !matches!(source, Source::Missing(message) if !message.is_error())) {
        let what = "folder holds no file with a known ending, such as `.txt`, `.html` or `.jsonl`, that is not ignored: \
                    name the files themselves";
        found.push(Source::Missing(Message::error_at(folder.display(), what)));
    }
    found
}

/// What is said of a sidecar whose article is gone.
fn left_over(path: &Path) -> Option<Message> {
    let article = path.to_str()?.strip_suffix(sidecar::ENDING)?;
    let is_one = !article.is_empty() && !article.ends_with(std::path::is_separator);
    (is_one && fs::symlink_metadata(article).is_err()).then(|| {
        let what = "stands beside no article: remove it, or give it the article’s name";
        Message::warning(format!("{}: {what}", path.display()))
    })
}

/// What ignore files name, for files that a user names.
#[derive(Default)]
pub(super) struct Ignored {
    /// By folder: what its ignore files say, the nearest to Sayso first.
    folders: HashMap<PathBuf, [Gitignore; 2]>,
}

/// The ignore files, the one that counts most first.
const FILES: [&str; 2] = [".saysoignore", ".gitignore"];

impl Ignored {
    /// Whether a file, or a folder that it is in, is named by an ignore file there or further up.
    pub(super) fn has(&mut self, file: &Path) -> bool {
        let Ok(file) = std::path::absolute(file) else { return false };
        let Some((folder, name)) = file.parent().zip(file.file_name()) else { return false };
        let file = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()).join(name);
        let mut in_repository = true;
        for folder in file.ancestors().skip(1) {
            let read = || FILES.map(|name| Gitignore::new(folder.join(name)).0);
            let said = self.folders.entry(folder.to_owned()).or_insert_with(read);
            // What git ignores is said inside its repository.
            let count = if in_repository { 2 } else { 1 };
            for ignore in said.iter().take(count).filter(|ignore| !ignore.is_empty()) {
                match ignore.matched_path_or_any_parents(&file, false) {
                    Match::Ignore(_) => return true,
                    Match::Whitelist(_) => return false,
                    Match::None => {}
                }
            }
            in_repository &= !folder.join(".git").exists();
        }
        false
    }
}

/// What an error is about, without what is wrapped round it.
struct Core<'e> {
    path: Option<&'e Path>,
    depth: usize,
    error: &'e Error,
}

fn core(mut error: &Error) -> Core<'_> {
    let (mut path, mut depth) = (None, 0);
    loop {
        error = match error {
            Error::WithPath { path: at, err } => {
                path = Some(at.as_path());
                err
            }
            Error::WithDepth { depth: at, err } => {
                depth = *at;
                err
            }
            Error::WithLineNumber { err, .. } => err,
            error => return Core { path, depth, error },
        };
    }
}

/// Why something could not be walked; nothing for a hidden link that leads nowhere.
fn walk_message(folder: &Path, error: &Error) -> Option<Message> {
    let Core { path, depth, error } = core(error);
    let place = path.unwrap_or(folder).display();
    match error {
        Error::Loop { ancestor, child } => Some(leads_back(child.display(), ancestor)),
        Error::Io(_) if depth > 0 && path.and_then(Path::file_name).is_some_and(is_hidden) => None,
        Error::Io(cause) if cause.kind() == io::ErrorKind::NotFound && depth > 0 => Some(leads_nowhere(place)),
        Error::Io(cause) => Some(Message::cannot_read(place, cause)),
        error => Some(Message::error_at(place, error)),
    }
}

fn ignore_file_message(error: &Error) -> Message {
    let what = error.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    Message::warning(format!("{what}: the line is passed over, mend it"))
}
