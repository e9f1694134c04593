//! Readings → where they go, in the format that was asked for.
//!
//! A file appears under its name only when it is complete: it is written beside its place and moved there.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use sayso_reading::Reading;
use tempfile::NamedTempFile;

use crate::args::{Format, View, named};

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
    count: usize,
    /// What can be written only when all is there: the readings of a page.
    readings: Vec<Reading>,
    /// The annotations of an only article.
    annotations: Option<String>,
}

enum Target {
    Stream(Box<dyn Write>),
    File { temporary: BufWriter<NamedTempFile>, path: PathBuf },
    Folder { path: PathBuf, names: HashSet<String> },
}

impl Output {
    /// Opens a file, a folder (for brat) or standard output.
    pub(crate) fn open(format: Format, view: View, path: Option<&Path>) -> anyhow::Result<Self> {
        if view != View::Attributions && !matches!(format, Format::Text | Format::Csv) {
            bail!(
                "`--view {}` is written as text or csv, not as {}: add `--format csv`, or leave `--view` out, since json has all",
                named(&view),
                named(&format),
            );
        }
        let target = match path {
            None => Target::Stream(Box::new(BufWriter::new(io::stdout()))),
            Some(path) if format == Format::Brat => folder(path)?,
            Some(path) => file(path)?,
        };
        let mut output = Self { format, target, count: 0, readings: Vec::new(), annotations: None };
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
                if let Target::Stream(stream) = &mut self.target {
                    stream.flush().context(NO_STREAM)?;
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
            let path = folder.join(format!("{name}.{ending}"));
            let mut file = beside(&path)?;
            let written = file.write_all(content.as_bytes()).map_err(anyhow::Error::from);
            written.and_then(|()| into_place(file, &path)).with_context(|| cannot_write(&path))?;
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
            Target::Stream(mut stream) => stream.flush().context(NO_STREAM)?,
            Target::File { temporary, path } => {
                let file = temporary.into_inner().map_err(io::IntoInnerError::into_error);
                file.map_err(anyhow::Error::from)
                    .and_then(|file| into_place(file, &path))
                    .with_context(|| cannot_write(&path))?;
            }
            Target::Folder { .. } => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        match &mut self.target {
            Target::Stream(stream) => stream.write_all(text.as_bytes()).context(NO_STREAM)?,
            Target::File { temporary, path } => {
                temporary.write_all(text.as_bytes()).with_context(|| cannot_write(path))?;
            }
            Target::Folder { .. } => {}
        }
        Ok(())
    }
}

fn file(path: &Path) -> anyhow::Result<Target> {
    match fs::metadata(path) {
        Ok(meta) if meta.is_dir() => bail!("{}: a folder, not a file: give `-o` a file's name", path.display()),
        // A device or a pipe is written into; nothing could be moved to its place.
        Ok(meta) if !meta.is_file() => {
            let stream = fs::File::options().write(true).open(path).with_context(|| cannot_write(path))?;
            Ok(Target::Stream(Box::new(BufWriter::new(stream))))
        }
        // The file that a link leads to is replaced, not the link.
        Ok(_) => {
            let path = fs::canonicalize(path).with_context(|| cannot_write(path))?;
            Ok(Target::File { temporary: BufWriter::new(beside(&path)?), path })
        }
        Err(_) => Ok(Target::File { temporary: BufWriter::new(beside(path)?), path: path.to_owned() }),
    }
}

fn folder(path: &Path) -> anyhow::Result<Target> {
    fs::create_dir_all(path).with_context(|| cannot_write(path))?;
    Ok(Target::Folder { path: path.to_owned(), names: HashSet::new() })
}

const NO_STREAM: &str = "the output cannot be written, check where it goes";

fn cannot_write(path: &Path) -> String {
    format!("{}: cannot be written, check that its folder is there and yours", path.display())
}

/// A temporary file in the folder in which `path` will be, so that it can be moved there in one step.
fn beside(path: &Path) -> anyhow::Result<NamedTempFile> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sayso-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The user's mask decides, as for any new file; or the rights of the file that is replaced.
        builder.permissions(fs::metadata(path).map_or_else(|_| fs::Permissions::from_mode(0o666), |m| m.permissions()));
    }
    builder.tempfile_in(folder).with_context(|| cannot_write(path))
}

fn into_place(file: NamedTempFile, path: &Path) -> anyhow::Result<()> {
    file.persist(path).map(|_| ()).map_err(|e| e.error.into())
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
