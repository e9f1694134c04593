//! Why an archive cannot be opened, read or written, in the words of whoever has to mend it.

use rusqlite::{ErrorCode, ffi};
use thiserror::Error;

/// What went wrong. Each is one line without a full stop that says what to do; the file's name stands before it.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// There is no such file.
    #[error("no such archive: make one with `sayso add`")]
    Missing,
    /// There is none, and no folder to put one in.
    #[error("its folder is not there: make that first, or check the spelling")]
    NoFolder,
    /// Nothing was ever added to it.
    #[error("holds nothing yet: add articles to it with `sayso add`")]
    Empty,
    /// The file is no database.
    #[error("is no archive but another kind of file: give the archive another name")]
    NoDatabase,
    /// The file is another program's database.
    #[error("is a SQLite file of another program: give the archive another name")]
    Foreign,
    /// A later version of Sayso made it.
    #[error("is of a newer Sayso (version {found} of the format, this program knows {known}): use the newer program")]
    Newer {
        /// Its version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// An earlier version of Sayso made it, and it cannot be brought up to date where it is.
    #[error(
        "is of an older Sayso (version {found} of the format, this program reads {known}) and may not be written to: bring a copy \
         up to date with `sayso add`, or change the rights of the file and its folder"
    )]
    Older {
        /// Its version.
        found: i64,
        /// The one that it would have to be.
        known: i64,
    },
    /// Somebody else writes to it.
    #[error("another program writes to it: wait until that has ended, then run this again")]
    Locked,
    /// It may not be written.
    #[error("may not be written to: change the rights of the file and its folder")]
    ReadOnly,
    /// It may not be read.
    #[error("may not be read: change its rights or read it as its owner")]
    Unreadable,
    /// Something that was added stands in the log beside it, where it cannot be read from.
    #[error(
        "was left behind by a `sayso add` that was stopped, and may not be written to: copy it with the file beside it whose name \
         ends in `-wal` to a folder that may be, or change the rights of this one"
    )]
    Unfinished,
    /// The disk is full.
    #[error("the disk is full; what was added before is kept: make room, then run this again")]
    Full,
    /// Its bytes are damaged or end early.
    #[error("is damaged or ends early: take a copy that is whole")]
    Damaged,
    /// The disk, or what stands between, refuses.
    #[error("cannot be read or written ({0}): check the disk and what limits its use, then run this again")]
    Failing(String),
    /// Whatever else the database says.
    #[error("{0}")]
    Other(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for ArchiveError {
    fn from(error: rusqlite::Error) -> Self {
        let code = error.sqlite_error().map(|error| error.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NoDatabase,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            // Files beside the archive that cannot be made.
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            // The file beside the archive that readers and the writer share.
            Some(ErrorCode::SystemIoFailure) if code == Some(ffi::SQLITE_IOERR_SHMSIZE) => Self::Full,
            // An index puts its own name before what failed.
            Some(ErrorCode::SystemIoFailure) => {
                let told = error.to_string();
                Self::Failing(told.rsplit_once(": ").map_or(told.as_str(), |(_, failed)| failed).to_owned())
            }
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            _ => Self::Other(error),
        }
    }
}
