//! What the user named → the files to read, in order.

mod ignoring;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use glob::{MatchOptions, Pattern};
use sayso_article::format_of;
use walkdir::WalkDir;

use crate::fetch::Web;
use crate::inputs::Many;
use crate::message::Message;
use ignoring::Ignored;

/// One thing to read, or why there is nothing.
#[derive(Debug)]
pub(crate) enum Source {
    /// Standard input, and what it is called: `-`, unless the user said another name.
    Stdin {
        /// Its name.
        name: String,
    },
    /// A file.
    File(PathBuf),
    /// An address to fetch from.
    Web {
        /// As it was named.
        address: String,
        /// How it is fetched.
        web: Web,
    },
    /// What was named but is not there.
    Missing(Message),
}

/// Which of the files in a folder are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folders {
    /// All.
    Whole,
    /// Not those that a `.gitignore` or `.saysoignore` names.
    WithoutIgnored,
    /// Nor what they name and the user names, too.
    ForceIgnored,
}

/// The files of everything that was named, each in its place.
pub(crate) fn sources(named: &[PathBuf], folders: Folders) -> Vec<Source> {
    let mut ignored = Ignored::default();
    let mut sources = Vec::new();
    for path in named {
        let of_pattern = is_pattern(path);
        let mut found = of_one(path, folders);
        if folders == Folders::ForceIgnored || (folders == Folders::WithoutIgnored && of_pattern) {
            found.retain(|source| !matches!(source, Source::File(file) if ignored.has(file)));
        }
        sources.append(&mut found);
    }
    sources
}

/// As [`sources`] of whole folders; addresses are fetched.
pub(crate) fn sources_and_addresses(named: &[PathBuf], web: Web) -> Vec<Source> {
    let of_one = |path: &PathBuf| match path.to_str() {
        Some(address) if is_address(address) && fs::metadata(path).is_err() => {
            vec![Source::Web { address: address.to_owned(), web }]
        }
        _ => of_one(path, Folders::Whole),
    };
    named.iter().flat_map(of_one).collect()
}

/// What is said of an address where nothing is fetched.
const NOT_FETCHED: &str = "is an address, and only `sayso add` fetches: add it to an archive, or name a file";

/// Each file once, by the first of the names that it was named by.
pub(crate) fn once(mut sources: Vec<Source>) -> Vec<Source> {
    let mut seen = HashSet::new();
    sources.retain(|source| match source {
        Source::File(path) => fs::canonicalize(path).map_or(true, |file| seen.insert(file)),
        Source::Stdin { .. } | Source::Web { .. } | Source::Missing(_) => true,
    });
    sources
}

/// A file's name in messages and reports. Bytes that are no UTF-8 are written as `\xFF`, so that two files have two names.
pub(crate) fn name_of(path: &Path) -> String {
    let chunks = path.as_os_str().as_encoded_bytes().utf8_chunks();
    let byte = |byte: &u8| format!("\\x{byte:02X}");
    let bytes = |bytes: &[u8]| bytes.iter().map(byte).collect::<String>();
    chunks.map(|chunk| chunk.valid().to_owned() + &bytes(chunk.invalid())).collect()
}

fn of_one(path: &Path, folders: Folders) -> Vec<Source> {
    if path == Path::new("-") {
        return vec![Source::Stdin { name: "-".to_owned() }];
    }
    match fs::metadata(path) {
        Ok(meta) if meta.is_dir() && folders == Folders::Whole => of_folder(path),
        Ok(meta) if meta.is_dir() => ignoring::of_folder(path),
        Ok(_) => vec![Source::File(path.to_owned())],
        Err(error) => match path.to_str() {
            Some(address) if is_address(address) => vec![Source::Missing(Message::error_at(address, NOT_FETCHED))],
            Some(pattern) if error.kind() == io::ErrorKind::NotFound && pattern.contains(MAGIC) => of_pattern(pattern),
            _ => vec![Source::Missing(Message::cannot_read(path.display(), &error))],
        },
    }
}

/// Whether a name is an address of the web.
fn is_address(name: &str) -> bool {
    let scheme = name.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

/// Whether a name is that of no file and may be a pattern of several.
fn is_pattern(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.contains(MAGIC) && !is_address(path)) && fs::metadata(path).is_err()
}

/// The files in a folder and the folders in it, by name, that have a known ending.
fn of_folder(folder: &Path) -> Vec<Source> {
    let is_shown = |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
    let mut found = Vec::new();
    for entry in walk(folder).into_iter().filter_entry(is_shown) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_taken(entry.path()) => {
                found.push(Source::File(entry.into_path()));
            }
            Ok(_) => {}
            // A hidden link that leads nowhere is passed over as hidden.
            Err(error) if error.path().and_then(Path::file_name).is_some_and(is_hidden) && error.depth() > 0 => {}
            Err(error) => found.push(Source::Missing(walk_message(folder, &error))),
        }
    }
    if found.is_empty() {
        let what =
            "folder holds no file with a known ending, such as `.txt`, `.html` or `.jsonl`: name the files themselves";
        found.push(Source::Missing(Message::error_at(folder.display(), what)));
    }
    found
}

fn walk_message(folder: &Path, error: &walkdir::Error) -> Message {
    let place = error.path().unwrap_or(folder).display();
    match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => leads_back(place, ancestor),
        (None, Some(cause)) if cause.kind() == io::ErrorKind::NotFound && error.depth() > 0 => leads_nowhere(place),
        (None, Some(cause)) => Message::cannot_read(place, cause),
        (None, None) => Message::error_at(place, error),
    }
}

fn leads_back(place: impl fmt::Display, ancestor: &Path) -> Message {
    let what = format!("link leads back to `{}`, which is being read: take the link away", ancestor.display());
    Message::error_at(place, what)
}

fn leads_nowhere(place: impl fmt::Display) -> Message {
    Message::error_at(place, "link leads to nothing, or the file went away: take the link away")
}

/// The files that match a pattern, by name.
///
/// The folders are walked here and only the names are left to the `glob` crate: its own walk follows links round in
/// circles.
fn of_pattern(pattern: &str) -> Vec<Source> {
    // Without doubled slashes and the like, which no path of the walk has.
    let parts: Vec<Component> = Path::new(pattern).components().collect();
    let is_fixed = |part: &&Component| !part.as_os_str().to_string_lossy().contains(MAGIC);
    let base: PathBuf = parts.iter().take_while(is_fixed).collect();
    let free = &parts[base.components().count()..];
    let shape = match Pattern::new(&parts.iter().collect::<PathBuf>().to_string_lossy()) {
        Ok(shape) => shape,
        Err(error) => {
            let what = format!("no such file, and as a pattern: {} at character {}", error.msg, error.pos + 1);
            return vec![Source::Missing(Message::error_at(pattern, what))];
        }
    };
    let rules =
        MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };
    let is_any_depth = free.iter().any(|part| part.as_os_str() == "**");
    let depth = if is_any_depth { usize::MAX } else { free.len() };
    let is_open = !free.iter().any(|part| is_hidden(part.as_os_str()));
    let is_walked = |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_open || !is_hidden(entry.file_name());

    // Where the pattern starts with its first star, it is the folder that sayso runs in that is walked.
    let (root, prefix) = if base.as_os_str().is_empty() { (Path::new("."), ".") } else { (base.as_path(), "") };
    let named = |path: &Path| path.strip_prefix(prefix).unwrap_or(path).to_owned();
    let mut found = Vec::new();
    for entry in walk(root).max_depth(depth).into_iter().filter_entry(is_walked) {
        match entry {
            Ok(entry) => {
                let path = named(entry.path());
                if entry.file_type().is_file() && shape.matches_path_with(&path, rules) {
                    found.push(Source::File(path));
                }
            }
            // What a link leads back to is met on the straight way, or the pattern is about something else.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let is_meant = error.path().is_none_or(|path| shape.matches_path_with(&named(path), rules));
                let is_shut = error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::PermissionDenied);
                if is_meant || error.depth() == 0 || (is_shut && error.depth() < depth) {
                    found.push(Source::Missing(walk_message(root, &error)));
                }
            }
        }
    }
    if found.is_empty() {
        let what = "no such file, and as a pattern it matches none: check the spelling";
        found.push(Source::Missing(Message::error_at(pattern, what)));
    }
    found
}

/// What makes a name a pattern.
const MAGIC: [char; 3] = ['*', '?', '['];

fn walk(folder: &Path) -> WalkDir {
    WalkDir::new(folder).follow_links(true).sort_by_file_name()
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Whether a file in a folder is read.
fn is_taken(path: &Path) -> bool {
    has_known_ending(path) || Many::is_in_folder(path)
}

/// Whether a name tells the format: then it is the same whatever the bytes look like.
fn has_known_ending(path: &Path) -> bool {
    let name = path.to_string_lossy();
    format_of(Some(&name), b"<html>") == format_of(Some(&name), b"{")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_ending_is_known() {
        for (path, expect) in [
            ("a.txt", true),
            ("a.TXT.gz", true),
            ("a.md", true),
            ("a.html", true),
            ("a.jsonl", true),
            ("a.jpg", false),
            ("a", false),
            ("txt", false),
            ("a.gz", false),
            ("d.txt/a", false),
        ] {
            assert_eq!(has_known_ending(Path::new(path)), expect, "{path}");
        }
    }
}
