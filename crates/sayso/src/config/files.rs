//! A configuration's file and the files that it stands on.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sayso_check::config::{Config, Layer, Text, parse};

use crate::args::output_formats;
use crate::config::{Loaded, message, slashed, straight};
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
        let folder = file.parent().map(slashed).unwrap_or_default();
        let mut chain = Self::default();
        let mut seen: Vec<PathBuf> = Vec::new();
        let mut next = Some((file.to_owned(), String::new()));
        while let Some((file, said)) = next.take() {
            let file = straight(&file);
            let name = match file.strip_prefix(here) {
                Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
                Ok(below) => below.display().to_string(),
                Err(_) => file.display().to_string(),
            };
            let place = file.canonicalize().unwrap_or_else(|_| file.clone());
            if seen.contains(&place) {
                let what = format!("`extend` leads back to `{name}`: take one of the two out");
                chain.problems.push(Message::error_at(said, what));
                break;
            }
            seen.push(place);
            let text = match text_of(&file, &name) {
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
            let (layer, problems) = parse(text);
            chain.problems.extend(problems.iter().map(message));
            next = layer.extend.as_ref().map(|said| {
                let folder = file.parent().unwrap_or(Path::new(""));
                (folder.join(&said.value), said.at.to_string())
            });
            chain.files.push(name);
            chain.layers.push(layer);
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
        let is_broken = self.problems.iter().any(Message::is_error);
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
        }
        Loaded { files: self.files, packs: of_packs, problems, config: (!is_broken).then_some(config) }
    }
}

/// The text of a configuration or a pack.
pub(crate) fn text_of(file: &Path, name: &str) -> Result<String, Message> {
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
