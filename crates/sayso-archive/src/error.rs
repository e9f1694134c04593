//! Why an archive cannot be opened, read or written, in the words of whoever has to mend it.

use rusqlite::ErrorCode;
use thiserror::Error;

/// What went wrong. Each is one line without a full stop that says what to do; the file's name stands before it.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// There is no such file.
    #[error("no such archive: make one with `sayso add`")]
    Missing,
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
    /// Somebody else writes to it.
    #[error("another program writes to it: wait until that has ended, then run this again")]
    Locked,
    /// It may not be written.
    #[error("may not be written to: change the rights of the file and its folder")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full; what was added before is kept: make room, then run this again")]
    Full,
    /// Its bytes are damaged or end early.
    #[error("is damaged or ends early: take a copy that is whole")]
    Damaged,
    /// Whatever else the database says.
    #[error("{0}")]
    Other(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for ArchiveError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NoDatabase,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            _ => Self::Other(error),
        }
    }
}
