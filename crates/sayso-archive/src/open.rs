//! An archive's file, opened so that nothing is harmed: another program's file, a newer archive or a damaged one is refused before
//! anything is written.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::header::{self, Place};
use crate::{ArchiveError, copies};

/// The newest version of the format that this program knows, `PRAGMA user_version`.
pub const VERSION: i64 = 3;

/// “Says”: `PRAGMA application_id` of an archive.
pub(crate) const APPLICATION: i64 = 0x5361_7973;

/// What makes an archive of the version before into one of each version.
const MIGRATIONS: [Migration; VERSION as usize] = [
    Migration::by(include_str!("schema/1.sql")),
    Migration::by(include_str!("schema/2.sql")),
    Migration { sql: include_str!("schema/3.sql"), then: copies::note_all },
];

/// A step from one version to the next.
struct Migration {
    sql: &'static str,
    /// What no SQL can work out.
    then: fn(&Connection) -> Result<(), ArchiveError>,
}

impl Migration {
    const fn by(sql: &'static str) -> Self {
        Self { sql, then: |_| Ok(()) }
    }
}

/// Memory for pages, in KiB as SQLite counts it: without it an archive that grows or is asked is read again and again.
const CACHE: i64 = -64 << 10;

/// How long to wait for another's writing to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// An archive.
#[derive(Debug)]
pub struct Archive {
    pub(crate) db: Connection,
}

impl Archive {
    /// Opens an archive to read. What it holds stays as it is; only one of an older version is brought up to date.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        match header::look(path)? {
            Place::Nothing => return Err(ArchiveError::Missing),
            Place::Empty => return Err(ArchiveError::Empty),
            Place::Database => {}
        }
        let (archive, version) = Self::reading(path)?;
        match version {
            Version::Archive(VERSION) => Ok(archive),
            // An older one is brought up to date where it may be written.
            Version::Archive(found) if found < VERSION => Self::create(path).map_err(|error| match error {
                ArchiveError::ReadOnly => ArchiveError::Older { found, known: VERSION },
                error => error,
            }),
            Version::Archive(found) => Err(ArchiveError::Newer { found, known: VERSION }),
            Version::Nothing => Err(ArchiveError::Empty),
            Version::Foreign => Err(ArchiveError::Foreign),
        }
    }

    /// Opens an archive to write, and makes one where there is none.
    pub fn create(path: &Path) -> Result<Self, ArchiveError> {
        let place = header::look(path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if place == Place::Nothing && folder.is_some_and(|folder| !folder.is_dir()) {
            return Err(ArchiveError::NoFolder);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut archive = Self { db: connect(path, flags)? };
        // SQLite opens to read what it may not write, and would say so only when there is something to add.
        if archive.db.is_readonly(MAIN_DB)? {
            return Err(ArchiveError::ReadOnly);
        }
        if place != Place::Database {
            // Holds for the file for ever: an article's row seldom fills a page of this size badly.
            archive.db.pragma_update(None, "page_size", 32768)?;
        }
        let from = match archive.version()? {
            Version::Archive(found) if found > VERSION => return Err(ArchiveError::Newer { found, known: VERSION }),
            Version::Archive(found) => found,
            Version::Nothing => 0,
            Version::Foreign => return Err(ArchiveError::Foreign),
        };
        archive.db.pragma_update(None, "journal_mode", "wal")?;
        archive.db.pragma_update(None, "synchronous", "normal")?;
        archive.db.pragma_update(None, "cache_size", CACHE)?;
        archive.migrate(from, &MIGRATIONS)?;
        Ok(archive)
    }

    /// A database opened to read, and its version.
    fn reading(path: &Path) -> Result<(Self, Version), ArchiveError> {
        // Who may only read leaves the files behind that it made beside the archive; who may write takes them away.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = |path: &Path, flags| {
            let archive = Self { db: connect(path, flags)? };
            archive.db.pragma_update(None, "query_only", true)?;
            archive.db.pragma_update(None, "cache_size", CACHE)?;
            let version = archive.version()?;
            Ok((archive, version))
        };
        match opened(path, flags) {
            // Whoever reads makes files beside the archive to agree with a writer. Where none may be made, nobody here can write; but
            // what a writer that was stopped has left beside it cannot be left out.
            Err(ArchiveError::ReadOnly) if header::has_log(path) => Err(ArchiveError::Unfinished),
            Err(ArchiveError::ReadOnly) => {
                let flags =
                    OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
                opened(&unchanging(path)?, flags)
            }
            opened => opened,
        }
    }

    fn version(&self) -> Result<Version, ArchiveError> {
        // All three at one moment: another program may be making the archive just now.
        let moment = self.db.unchecked_transaction()?;
        let pragma = |name| moment.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        // A transaction that only reads begins with the first row that it reads.
        let tables: i64 = moment.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let (application, version) = (pragma("application_id")?, pragma("user_version")?);
        Ok(match application {
            APPLICATION if version >= 0 => Version::Archive(version),
            0 if version == 0 && tables == 0 => Version::Nothing,
            _ => Version::Foreign,
        })
    }

    /// Takes a database from a version of the format to the last that `migrations` lead to.
    fn migrate(&mut self, from: i64, migrations: &[Migration]) -> Result<(), ArchiveError> {
        for (step, Migration { sql, then }) in migrations.iter().enumerate().skip(from as usize) {
            let step = step as i64 + 1;
            let transaction = self.db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            // Another writer may have done it meanwhile.
            let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
            if found < step {
                transaction.execute_batch(sql)?;
                then(&transaction)?;
                transaction.pragma_update(None, "application_id", APPLICATION)?;
                transaction.pragma_update(None, "user_version", step)?;
            }
            transaction.commit()?;
        }
        Ok(())
    }
}

/// What a database is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    /// An archive, of this version of the format.
    Archive(i64),
    /// An archive to be.
    Nothing,
    /// Another program's.
    Foreign,
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, ArchiveError> {
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    db.pragma_update(None, "foreign_keys", true)?;
    // An archive may come from anywhere: what its schema says may not act.
    db.pragma_update(None, "trusted_schema", false)?;
    Ok(db)
}

/// The address of a file that nobody writes to while it is open, <https://www.sqlite.org/uri.html>: SQLite then needs no file beside it.
fn unchanging(path: &Path) -> Result<PathBuf, ArchiveError> {
    let whole = std::path::absolute(path).map_err(|error| ArchiveError::Failing(error.to_string()))?;
    let bytes = whole.as_os_str().as_encoded_bytes().iter().skip_while(|byte| **byte == b'/');
    let written = bytes.map(|byte| match byte {
        b'/' | b'.' | b'-' | b'_' => char::from(*byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    Ok(format!("file:/{}?immutable=1", written.collect::<Vec<_>>().concat()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two steps that only together make what they make.
    const STEPS: [Migration; 2] = [
        Migration::by("CREATE TABLE cat (name TEXT)"),
        Migration {
            sql: "ALTER TABLE cat ADD COLUMN age INTEGER",
            then: |db| Ok(db.execute_batch("UPDATE cat SET age = 3")?),
        },
    ];

    fn ages(archive: &Archive) -> Vec<i64> {
        let mut select = archive.db.prepare("SELECT age FROM cat").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn an_older_archive_is_brought_up_step_by_step_and_only_once() {
        let mut archive = Archive { db: Connection::open_in_memory().unwrap() };
        archive.migrate(0, &STEPS[..1]).unwrap();
        archive.db.execute("INSERT INTO cat VALUES ('Tom')", []).unwrap();
        assert_eq!(archive.version().unwrap(), Version::Archive(1));
        archive.migrate(1, &STEPS).unwrap();
        assert_eq!((archive.version().unwrap(), ages(&archive)), (Version::Archive(2), vec![3]));
        // As where another has done it since the version was looked at.
        archive.migrate(0, &STEPS).unwrap();
        assert_eq!((archive.version().unwrap(), ages(&archive)), (Version::Archive(2), vec![3]));
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_before() {
        let mut archive = Archive { db: Connection::open_in_memory().unwrap() };
        archive.migrate(0, &STEPS[..1]).unwrap();
        let [one, mut other] = STEPS;
        other.then = |db| Ok(db.execute_batch("UPDATE dog SET age = 3")?);
        assert!(archive.migrate(1, &[one, other]).is_err());
        assert_eq!(archive.version().unwrap(), Version::Archive(1));
        assert!(archive.db.prepare("SELECT age FROM cat").is_err());
    }

    #[test]
    fn the_newest_version_has_a_migration_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::create(&folder.path().join("a.db")).unwrap();
        assert_eq!(archive.version().unwrap(), Version::Archive(VERSION));
    }

    #[test]
    fn an_address_has_no_byte_that_means_something() {
        let address = unchanging(Path::new("/tmp/50% of a?b#c/ä.db")).unwrap();
        assert_eq!(address, Path::new("file:/tmp/50%25%20of%20a%3Fb%23c/%C3%A4.db?immutable=1"));
    }
}
