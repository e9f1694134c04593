//! A configuration's file and the files that it stands on.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sayso_check::config::{Config, Layer, Text, parse};

use crate::args::output_formats;
use crate::config::{Loaded, called, message, slashed, straight};
use crate::message::Message;
use crate::packs;

/// A file that holds more is no configuration.
const MOST_BYTES: u64 = 256 << 10;

/// A file and those at the end of `extend`, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    files: Vec<String>,
    /// What each says, the nearest first.
    layers: Vec<Layer>,
    pub(crate) problems: Vec<Message>,
}

impl Chain {
    /// Reads a file and what it stands on. Names in messages count from `here`.
    pub(crate) fn read(file: &Path, here: &Path) -> Self {
        Self::of(file, here, text_of)
    }

    /// The same of a file that somebody named, which may be a pipe.
    pub(crate) fn named(file: &Path, here: &Path) -> Self {
        Self::of(file, here, text_of_any)
    }

    fn of(file: &Path, here: &Path, mut text_of_next: TextOf) -> Self {
        let folder = file.parent().map(slashed).unwrap_or_default();
        let mut chain = Self::default();
        let mut seen: Vec<PathBuf> = Vec::new();
        let mut next = Some((file.to_owned(), String::new()));
        while let Some((file, said)) = next.take() {
            let file = straight(&file);
            let name = called(&file, here);
            let place = file.canonicalize().unwrap_or_else(|_| file.clone());
            if seen.contains(&place) {
                let what = format!("`extend` leads back to `{name}`: take one of the two out");
                chain.problems.push(Message::error_at(said, what));
                break;
            }
            seen.push(place);
            chain.files.push(name.clone());
            let text = match text_of_next(&file, &name) {
                Ok(text) => text,
                Err(what) if said.is_empty() => {
                    chain.problems.push(what);
                    break;
                }
                Err(what) => {
                    chain.problems.push(Message::error_at(said, format!("`extend`: {}", what.text())));
                    break;
                }
            };
            let formats = output_formats();
            let text = Text { text: &text, name: &name, folder: &folder, is_file: true, output_formats: &formats };
            let (mut layer, problems) = parse(text);
            layer.packs_from = file.parent().map(slashed).unwrap_or_default();
            chain.problems.extend(problems.iter().map(message));
            next = layer.extend.as_ref().map(|said| {
                let folder = file.parent().unwrap_or(Path::new(""));
                (folder.join(&said.value), said.at.to_string())
            });
            chain.layers.push(layer);
            text_of_next = text_of;
        }
        chain
    }

    /// The same, with patterns that count from another folder.
    pub(crate) fn counted_from(mut self, folder: &Path) -> Self {
        for layer in &mut self.layers {
            layer.folder = slashed(folder);
        }
        self
    }

    /// The whole that holds with these layers on top.
    pub(crate) fn under(self, above: &[Layer]) -> Loaded {
        let mut is_broken = self.problems.iter().any(Message::is_error);
        let mut config = Config { layers: self.layers.into_iter().rev().chain(above.iter().cloned()).collect() };
        let mut problems = self.problems;
        let mut of_packs = Vec::new();
        if !is_broken {
            let load = |named: &str, from: &str| {
                of_packs.push(packs::place(named, from));
                packs::load(named, from)
            };
            // What is wrong with a pack leaves the rest to hold.
            problems.extend(config.load_packs(load).iter().map(message));
            let unknown = config.unknown_rules();
            is_broken = !unknown.of_none.is_empty();
            problems.extend(unknown.of_packs.iter().chain(&unknown.of_none).map(message));
        }
        Loaded { files: self.files, packs: of_packs, problems, config: (!is_broken).then_some(config) }
    }
}

/// What reads a file that is called so.
type TextOf = fn(&Path, &str) -> Result<String, Message>;

/// The text of a configuration or a pack: of an ordinary file, since from another one may wait for ever.
pub(crate) fn text_of(file: &Path, name: &str) -> Result<String, Message> {
    let wrong = |what: &str| Err(Message::error_at(name, what));
    match fs::metadata(file) {
        Ok(meta) if meta.is_dir() => wrong("a folder where a file was expected: give it another name"),
        Ok(meta) if !meta.is_file() => wrong("no ordinary file, and is not read: put one in its place"),
        Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(file).is_ok() => {
            wrong("link leads to nothing: take it away, or put a file where it leads")
        }
        _ => text_of_any(file, name),
    }
}

fn text_of_any(file: &Path, name: &str) -> Result<String, Message> {
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| Message::cannot_read(name, &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Message::error_at(
            name,
            "file holds more than 256 KiB, which no configuration does: check what it is",
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = memchr::memchr_iter(b'\n', &error.as_bytes()[..at]).count() + 1;
        Message::error_at(format!("{name}:{line}"), "file is not UTF-8: save it as UTF-8")
    })
}
