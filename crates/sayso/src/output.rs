//! Readings → where they go, in the format that was asked for.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use sayso_reading::Reading;

use crate::args::{Format, View, named};
use crate::sink::{Inputs, Sink, cannot_write, replace};

/// What one reading has become: made on any thread, written in order.
pub(crate) enum Piece {
    /// A part of the output.
    Text(String),
    /// A part of a page that is made of all readings.
    Reading(Box<Reading>),
    /// Two files.
    Brat {
        /// What the article is called.
        path: String,
        /// The article.
        text: String,
        /// Its annotations.
        annotations: String,
    },
}

/// One reading in a format.
pub(crate) fn piece(reading: Reading, format: Format, view: View, options: sayso_views::Options) -> Piece {
    match format {
        Format::Text => Piece::Text(view.written().text(&reading, options)),
        Format::Csv => Piece::Text(view.written().csv_rows(&reading)),
        Format::Json => Piece::Text(sayso_views::json_item(&reading)),
        Format::Jsonl => Piece::Text(sayso_views::json_line(&reading) + "\n"),
        Format::Html => Piece::Reading(Box::new(reading)),
        Format::Brat => Piece::Brat {
            annotations: sayso_views::brat(&reading),
            path: reading.article.path.unwrap_or_default(),
            text: reading.article.text,
        },
    }
}

/// Whether the format has a place for an article's notes; what it can't say is said on the error output.
pub(crate) fn says_notes(format: Format) -> bool {
    !matches!(format, Format::Csv | Format::Brat)
}

/// Where readings go.
pub(crate) struct Output {
    format: Format,
    target: Target,
    /// What must not be written over.
    inputs: Inputs,
    count: usize,
    /// What can be written only when all is there: the readings of a page.
    readings: Vec<Reading>,
    /// The annotations of an only article.
    annotations: Option<String>,
}

enum Target {
    Sink(Sink),
    Folder { path: PathBuf, names: HashSet<String> },
}

impl Output {
    /// Opens a file, a folder (for brat) or standard output.
    pub(crate) fn open(format: Format, view: View, path: Option<&Path>, inputs: Inputs) -> anyhow::Result<Self> {
        if view != View::Attributions && !matches!(format, Format::Text | Format::Csv) {
            bail!(
                "`--view {}` is written as text or csv, not as {}: add `--format csv`, or leave `--view` out, since json has all",
                named(&view),
                named(&format),
            );
        }
        let target = match path {
            Some(path) if format == Format::Brat => folder(path)?,
            path => Target::Sink(Sink::open(path, &inputs)?),
        };
        let mut output = Self { format, target, inputs, count: 0, readings: Vec::new(), annotations: None };
        match format {
            Format::Json => output.write(&sayso_views::json_begin())?,
            Format::Csv => output.write(&view.written().csv_header())?,
            Format::Text | Format::Jsonl | Format::Html | Format::Brat => {}
        }
        Ok(output)
    }

    /// Takes the next reading.
    pub(crate) fn take(&mut self, piece: Piece) -> anyhow::Result<()> {
        let between = match self.format {
            _ if self.count == 0 => "",
            Format::Json => sayso_views::json_between(),
            Format::Text => "\n",
            Format::Jsonl | Format::Csv | Format::Html | Format::Brat => "",
        };
        self.count += 1;
        match piece {
            Piece::Text(text) => {
                self.write(between)?;
                self.write(&text)?;
                // A pipe's reader gets each reading as soon as it is there.
                if let Target::Sink(sink) = &mut self.target {
                    sink.flush()?;
                }
            }
            Piece::Reading(reading) => self.readings.push(*reading),
            Piece::Brat { path, text, annotations } => self.take_brat(&path, &text, annotations)?,
        }
        Ok(())
    }

    fn take_brat(&mut self, path: &str, text: &str, annotations: String) -> anyhow::Result<()> {
        let Target::Folder { path: folder, names } = &mut self.target else {
            if self.annotations.is_some() {
                bail!("`--format brat` writes one article to standard output: use `-o FOLDER` for several");
            }
            self.annotations = Some(annotations);
            return Ok(());
        };
        let name = free_name(&stem(path), names);
        for (ending, content) in [("txt", text), ("ann", &annotations)] {
            let file = folder.join(format!("{name}.{ending}"));
            self.inputs.spare(&file)?;
            replace(&file, content.as_bytes())?;
        }
        Ok(())
    }

    /// Writes what comes last and puts the file in its place.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        match self.format {
            Format::Json => self.write(sayso_views::json_end())?,
            Format::Html => self.write(&sayso_views::html(&self.readings))?,
            Format::Brat => {
                let annotations = self.annotations.take().unwrap_or_default();
                self.write(&annotations)?;
            }
            Format::Text | Format::Jsonl | Format::Csv => {}
        }
        match self.target {
            Target::Sink(sink) => sink.finish(),
            Target::Folder { .. } => Ok(()),
        }
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        match &mut self.target {
            Target::Sink(sink) => sink.write(text),
            Target::Folder { .. } => Ok(()),
        }
    }
}

fn folder(path: &Path) -> anyhow::Result<Target> {
    fs::create_dir_all(path).with_context(|| cannot_write(path))?;
    Ok(Target::Folder { path: path.to_owned(), names: HashSet::new() })
}

/// An article's name without folders and ending, of characters that every file system and brat take.
fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(name);
    // `file.jsonl:12` keeps its number.
    let (name, line) = match name.rsplit_once(':') {
        Some((name, line)) if line.bytes().all(|b| b.is_ascii_digit()) => (name, format!("-{line}")),
        _ => (name, String::new()),
    };
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    let is_kept = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    // Names of 255 bytes are the most that common file systems take.
    let name: String = name.chars().take(48).map(|c| if is_kept(c) { c } else { '_' }).collect();
    match name.trim_start_matches(['.', '-']) {
        "" => format!("stdin{line}"),
        name => format!("{name}{line}"),
    }
}

/// The name, or the name with the first number that is free.
fn free_name(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2_u64..).map(|n| format!("{name}-{n}"));
    // Case is left out of account as on the systems that do not tell it apart.
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
    free.expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_annotations_get_plain_names_of_their_own() {
        let mut taken = HashSet::new();
        for (path, expect) in [
            ("news/bridge.txt", "bridge"),
            ("old/Bridge.html.gz", "Bridge-2"),
            ("bridge.md", "bridge-3"),
            ("a.jsonl:12", "a-12"),
            ("a.jsonl.gz:13", "a-13"),
            ("-", "stdin"),
            ("-:3", "stdin-3"),
            ("", "stdin-2"),
            ("..", "stdin-4"),
            ("dir/..x y?.txt", "x_y_"),
            (".txt", "txt"),
            ("a:b.txt", "a_b"),
        ] {
            assert_eq!(free_name(&stem(path), &mut taken), expect, "{path}");
        }
        assert!(stem(&"é".repeat(500)).len() < 200);
    }
}
