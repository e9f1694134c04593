//! Where an output goes: standard output, or a file that appears under its name only when it is complete: it is written beside
//! its place and moved there.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::NamedTempFile;

use crate::paths::Source;

/// The files that a run reads, which it must not write over.
#[derive(Debug, Default)]
pub(crate) struct Inputs(HashSet<PathBuf>);

impl Inputs {
    pub(crate) fn of(sources: &[Source]) -> Self {
        let files = sources.iter().filter_map(|source| match source {
            Source::File(path) => fs::canonicalize(path).ok(),
            Source::Stdin { .. } | Source::Web { .. } | Source::Missing(_) => None,
        });
        Self(files.collect())
    }

    /// One file.
    pub(crate) fn only(path: &Path) -> Self {
        Self(fs::canonicalize(path).into_iter().collect())
    }

    /// Whether a file is one of them, by whatever name.
    pub(crate) fn have(&self, path: &Path) -> bool {
        fs::canonicalize(path).is_ok_and(|path| self.0.contains(&path))
    }

    /// Refuses a file that is one of them.
    pub(crate) fn spare(&self, path: &Path) -> anyhow::Result<()> {
        if self.have(path) {
            bail!("{}: is read from, and would be lost: write to another file", path.display());
        }
        Ok(())
    }
}

/// An output under way.
pub(crate) enum Sink {
    /// Standard output, a device or a pipe.
    Stream(Box<dyn Write + Send>),
    /// A file that is not in its place yet.
    File {
        /// What is written so far.
        temporary: BufWriter<NamedTempFile>,
        /// Its place.
        path: PathBuf,
    },
}

impl Sink {
    /// A file that is none of the inputs, or standard output where there is none or it is called `-`.
    pub(crate) fn open(path: Option<&Path>, inputs: &Inputs) -> anyhow::Result<Self> {
        let path = path.filter(|path| *path != Path::new("-"));
        path.map_or(Ok(()), |path| inputs.spare(path))?;
        path.map_or_else(|| Ok(Self::Stream(Box::new(BufWriter::new(io::stdout())))), file)
    }

    pub(crate) fn write(&mut self, text: &str) -> anyhow::Result<()> {
        match self {
            Self::Stream(stream) => stream.write_all(text.as_bytes()).context(NO_STREAM),
            Self::File { temporary, path } => temporary.write_all(text.as_bytes()).with_context(|| cannot_write(path)),
        }
    }

    /// What bytes go to; what goes wrong with it is [`Sink::trouble`].
    pub(crate) fn stream(&mut self) -> &mut dyn Write {
        match self {
            Self::Stream(stream) => stream,
            Self::File { temporary, .. } => temporary,
        }
    }

    /// What is said where it cannot be written.
    pub(crate) fn trouble(&self) -> String {
        match self {
            Self::Stream(_) => NO_STREAM.to_owned(),
            Self::File { path, .. } => cannot_write(path),
        }
    }

    /// Lets a pipe's reader have what is written so far.
    pub(crate) fn flush(&mut self) -> anyhow::Result<()> {
        match self {
            Self::Stream(stream) => stream.flush().context(NO_STREAM),
            Self::File { .. } => Ok(()),
        }
    }

    /// Puts the file in its place.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        self.flush()?;
        match self {
            Self::Stream(_) => Ok(()),
            Self::File { temporary, path } => {
                let file = temporary.into_inner().map_err(io::IntoInnerError::into_error);
                file.map_err(anyhow::Error::from)
                    .and_then(|file| into_place(file, &path))
                    .with_context(|| cannot_write(&path))
            }
        }
    }
}

/// Puts a file in its place, whole, or leaves what is there.
pub(crate) fn replace(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let mut file = beside(path)?;
    let written = file.write_all(content).map_err(anyhow::Error::from);
    written.and_then(|()| into_place(file, path)).with_context(|| cannot_write(path))
}

fn file(path: &Path) -> anyhow::Result<Sink> {
    match fs::metadata(path) {
        Ok(meta) if meta.is_dir() => bail!("{}: a folder, not a file: give `-o` a file's name", path.display()),
        // A device or a pipe is written into; nothing could be moved to its place.
        Ok(meta) if !meta.is_file() => {
            let stream = fs::File::options().write(true).open(path).with_context(|| cannot_write(path))?;
            Ok(Sink::Stream(Box::new(BufWriter::new(stream))))
        }
        Ok(meta) if meta.permissions().readonly() => {
            bail!("{}: may not be written to: change its rights, or give another file's name", path.display())
        }
        // The file that a link leads to is replaced, not the link.
        Ok(_) => {
            let path = fs::canonicalize(path).with_context(|| cannot_write(path))?;
            Ok(Sink::File { temporary: BufWriter::new(beside(&path)?), path })
        }
        Err(_) if fs::symlink_metadata(path).is_ok() => {
            bail!("{}: a link that leads nowhere: take it away, or give another file's name", path.display())
        }
        Err(_) => Ok(Sink::File { temporary: BufWriter::new(beside(path)?), path: path.to_owned() }),
    }
}

const NO_STREAM: &str = "the output cannot be written, check where it goes";

/// What is said where a file cannot be written.
pub(crate) fn cannot_write(path: &Path) -> String {
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
    // Without the temporary file's name, which nobody gave.
    let made = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()));
    made.with_context(|| cannot_write(path))
}

fn into_place(file: NamedTempFile, path: &Path) -> anyhow::Result<()> {
    file.persist(path).map(|_| ()).map_err(|e| e.error.into())
}
