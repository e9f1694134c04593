//! An archive's file, opened so that nothing is harmed: another program's file, a newer archive or a damaged one is refused before
//! anything is written.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::ArchiveError;

/// The newest version of the format that this program knows, `PRAGMA user_version`.
pub const VERSION: i64 = 1;

/// “Says”: `PRAGMA application_id` of an archive.
const APPLICATION: i64 = 0x5361_7973;

/// What makes an archive of the version before into one of each version.
const MIGRATIONS: [&str; VERSION as usize] = [include_str!("schema/1.sql")];

/// Memory for pages that are written to, in KiB as SQLite counts it: without it an archive that grows is read again and again.
const CACHE: i64 = -64 << 10;

/// How long to wait for another's writing to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// An archive.
#[derive(Debug)]
pub struct Archive {
    pub(crate) db: Connection,
}

impl Archive {
    /// Opens an archive to read.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let archive = Self::of(path, flags)?;
        match archive.version()? {
            Some(found) if found > VERSION => Err(ArchiveError::Newer { found, known: VERSION }),
            Some(found) if found == VERSION => Ok(archive),
            // An older one is brought up to date where it may be written.
            Some(_) => Self::create(path),
            None => Err(ArchiveError::Foreign),
        }
    }

    /// Opens an archive to write, and makes one where there is none.
    pub fn create(path: &Path) -> Result<Self, ArchiveError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let is_new = match fs::metadata(path) {
            Ok(meta) => meta.len() == 0,
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(_) => false,
        };
        let mut archive = if is_new { Self { db: connect(path, flags)? } } else { Self::of(path, flags)? };
        if is_new {
            // Holds for the file for ever: an article's row seldom fills a page of this size badly.
            archive.db.pragma_update(None, "page_size", 16384)?;
        }
        let from = match archive.version()? {
            Some(found) if found > VERSION => return Err(ArchiveError::Newer { found, known: VERSION }),
            Some(found) => found,
            None => return Err(ArchiveError::Foreign),
        };
        archive.db.pragma_update(None, "journal_mode", "wal")?;
        archive.db.pragma_update(None, "synchronous", "normal")?;
        archive.db.pragma_update(None, "cache_size", CACHE)?;
        archive.migrate(from)?;
        Ok(archive)
    }

    fn of(path: &Path, flags: OpenFlags) -> Result<Self, ArchiveError> {
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(ArchiveError::Missing),
            Ok(meta) if meta.is_dir() => return Err(ArchiveError::NoDatabase),
            _ => {}
        }
        Ok(Self { db: connect(path, flags)? })
    }

    /// The version of the format; none where the file is another program's. An empty file is an archive to be.
    fn version(&self) -> Result<Option<i64>, ArchiveError> {
        let pragma = |name| self.db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let (application, version) = (pragma("application_id")?, pragma("user_version")?);
        let tables: i64 = self.db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let is_empty = tables == 0 && version == 0 && application == 0;
        Ok((application == APPLICATION || is_empty).then_some(version))
    }

    fn migrate(&mut self, from: i64) -> Result<(), ArchiveError> {
        for (step, sql) in MIGRATIONS.iter().enumerate().skip(from as usize) {
            let step = step as i64 + 1;
            let transaction = self.db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            // Another writer may have done it meanwhile.
            let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
            if found < step {
                transaction.execute_batch(sql)?;
                transaction.pragma_update(None, "application_id", APPLICATION)?;
                transaction.pragma_update(None, "user_version", step)?;
            }
            transaction.commit()?;
        }
        Ok(())
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, ArchiveError> {
    let db = Connection::open_with_flags(path, flags).map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen) => ArchiveError::ReadOnly,
        _ => error.into(),
    })?;
    db.busy_timeout(PATIENCE)?;
    db.pragma_update(None, "foreign_keys", true)?;
    // An archive may come from anywhere: what its schema says may not act.
    db.pragma_update(None, "trusted_schema", false)?;
    Ok(db)
}
