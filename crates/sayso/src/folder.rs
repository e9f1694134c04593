//! A folder that appears under its name only when it is complete: it is written beside its place and moved there.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::TempDir;

use crate::sink::cannot_write;

/// A folder under way; what is not finished leaves nothing.
pub(crate) struct Folder {
    /// What is written so far.
    temporary: TempDir,
    /// Its place.
    path: PathBuf,
    /// As it was called.
    named: PathBuf,
}

impl Folder {
    /// A folder that is new, or is there and empty.
    pub(crate) fn open(named: &Path) -> anyhow::Result<Self> {
        let path = match fs::symlink_metadata(named) {
            // The folder that a link leads to is filled, not the link.
            Ok(_) => fs::canonicalize(named).with_context(|| cannot_write(named))?,
            Err(_) => named.components().collect(),
        };
        if path.exists() && !path.is_dir() {
            bail!("{}: a file, not a folder: give `-o` the name of a new folder", named.display());
        }
        if fs::read_dir(&path).is_ok_and(|mut entries| entries.next().is_some()) {
            bail!("{}: a folder with something in it: give `-o` the name of a new one", named.display());
        }
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".sayso-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // The user's mask decides, as for any new folder.
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        // Without the temporary folder's name, which nobody gave.
        let made = builder.tempdir_in(parent).map_err(|error| io::Error::from(error.kind()));
        Ok(Self { temporary: made.with_context(|| cannot_write(named))?, path, named: named.to_owned() })
    }

    /// Makes a file in it, by its path with `/` between names.
    pub(crate) fn file(&self, path: &str) -> io::Result<Box<dyn Write + Send>> {
        let path = path.split('/').fold(self.temporary.path().to_owned(), |path, name| path.join(name));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(Box::new(BufWriter::new(fs::File::create_new(path)?)))
    }

    /// What is said where it cannot be written.
    pub(crate) fn trouble(&self) -> String {
        cannot_write(&self.named)
    }

    /// Puts the folder in its place.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        // An empty folder gives way; one that was filled meanwhile does not.
        let moved = match fs::remove_dir(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => fs::rename(self.temporary.path(), &self.path),
        };
        moved.with_context(|| cannot_write(&self.named))?;
        // What was moved is no longer there to be taken away.
        let _ = self.temporary.keep();
        Ok(())
    }
}
