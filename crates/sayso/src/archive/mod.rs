//! What is done with an archive: articles in, answers out.

pub(crate) mod add;

use std::path::Path;

use anyhow::anyhow;
use sayso_archive::{Archive, ArchiveError};

/// Opens an archive to ask it.
#[expect(dead_code, reason = "the commands that ask follow")]
pub(crate) fn open(path: &Path) -> anyhow::Result<Archive> {
    Archive::open(path).map_err(|error| of(path, &error))
}

/// An archive's trouble with its name.
pub(crate) fn of(path: &Path, error: &ArchiveError) -> anyhow::Error {
    anyhow!("{}: {error}", path.display())
}
