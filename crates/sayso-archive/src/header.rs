//! What stands where an archive should be, told by the first bytes of the file, before SQLite is let at it: SQLite makes files beside
//! what it opens, goes on with what another program left half done, and takes a file for whole whose last page is cut.
//!
//! The bytes are those of “Database File Format”, 1.3, <https://www.sqlite.org/fileformat.html>.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::ArchiveError;
use crate::open::APPLICATION;

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nothing yet.
    Nothing,
    /// A file without a byte.
    Empty,
    /// A database that may be an archive.
    Database,
}

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const LENGTH: usize = 100;

/// Looks at what is there, and changes nothing. What is certainly no archive, or not all of one, is an error.
pub(crate) fn look(path: &Path) -> Result<Place, ArchiveError> {
    let seen = Seen::of(path)?;
    let Seen { length, head, .. } = &seen;
    if seen.is_missing {
        return Ok(Place::Nothing);
    }
    if *length == 0 {
        return Ok(Place::Empty);
    }
    let begin = head.len().min(MAGIC.len());
    if head[..begin] != MAGIC[..begin] {
        return Err(ArchiveError::NoDatabase);
    }
    let Some(header) = Header::of(head) else { return Err(ArchiveError::Damaged) };
    // An archive's number is written with its first table; before that it has one page.
    if header.application != APPLICATION && (header.application != 0 || header.pages > 1) {
        return Err(ArchiveError::Foreign);
    }
    // What is not in the file may be in the log beside it. While that is written back, the file and its first page do not agree:
    // then a moment later something has changed.
    if *length < header.bytes() && !has_log(path) && Seen::of(path)? == seen && !has_log(path) {
        return Err(ArchiveError::Damaged);
    }
    Ok(Place::Database)
}

/// Whether something stands in a file beside it that SQLite has yet to write back, or to take back.
pub(crate) fn has_log(path: &Path) -> bool {
    ["-wal", "-journal"].into_iter().any(|ending| fs::metadata(beside(path, ending)).is_ok_and(|meta| meta.len() > 0))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// A file's length and first bytes.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    is_missing: bool,
    length: u64,
    head: Vec<u8>,
}

impl Seen {
    fn of(path: &Path) -> Result<Self, ArchiveError> {
        let mut seen = Self { is_missing: false, length: 0, head: Vec::new() };
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self { is_missing: true, ..seen }),
            Err(error) => return Err(unreadable(&error)),
            // A pipe would let wait whoever opens it.
            Ok(meta) if !meta.is_file() => return Err(ArchiveError::NoDatabase),
            Ok(meta) => seen.length = meta.len(),
        }
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        file.take(LENGTH as u64).read_to_end(&mut seen.head).map_err(|error| unreadable(&error))?;
        Ok(seen)
    }
}

fn unreadable(error: &io::Error) -> ArchiveError {
    match error.kind() {
        io::ErrorKind::PermissionDenied => ArchiveError::Unreadable,
        io::ErrorKind::NotADirectory => ArchiveError::NoFolder,
        _ => ArchiveError::Failing(error.to_string()),
    }
}

/// What the first page says of the file.
#[derive(Debug, PartialEq, Eq)]
struct Header {
    page: u64,
    pages: u64,
    application: i64,
}

impl Header {
    fn of(head: &[u8]) -> Option<Self> {
        let head: &[u8; LENGTH] = head.try_into().ok()?;
        let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        let page = match u16::from_be_bytes([head[16], head[17]]) {
            1 => 65536,
            page if page >= 512 && page.is_power_of_two() => u64::from(page),
            _ => return None,
        };
        // The number of pages holds for the change that is counted beside it; old programs only count the changes.
        let pages = if number(24) == number(92) { number(28) } else { 0 };
        Some(Self { page, pages: pages.into(), application: i64::from(number(68) as i32) })
    }

    fn bytes(&self) -> u64 {
        self.page * self.pages
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(page: u16, pages: u32, counted: bool, application: i64) -> Vec<u8> {
        let mut head = vec![0; LENGTH];
        head[..16].copy_from_slice(MAGIC);
        head[16..18].copy_from_slice(&page.to_be_bytes());
        head[28..32].copy_from_slice(&pages.to_be_bytes());
        head[68..72].copy_from_slice(&(application as i32).to_be_bytes());
        head[95] = u8::from(!counted);
        head
    }

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        let whole = head(512, 2, true, APPLICATION);
        for (name, begin, length, expect) in [
            ("empty", Vec::new(), 0, "Ok(Empty)"),
            ("text", b"Dear desk".to_vec(), 9, "Err(NoDatabase)"),
            ("ten bytes of an archive", whole[..10].to_vec(), 10, "Err(Damaged)"),
            ("a header too short", whole[..99].to_vec(), 99, "Err(Damaged)"),
            ("a header alone", whole.clone(), 100, "Err(Damaged)"),
            ("a page too few", whole.clone(), 512, "Err(Damaged)"),
            ("a byte too few", whole.clone(), 1023, "Err(Damaged)"),
            ("whole", whole.clone(), 1024, "Ok(Database)"),
            ("longer than it says", whole, 4096, "Ok(Database)"),
            ("no such page", head(513, 2, true, APPLICATION), 4096, "Err(Damaged)"),
            ("the largest page", head(1, 1, true, APPLICATION), 65536, "Ok(Database)"),
            ("not counted", head(512, 9, false, APPLICATION), 1024, "Ok(Database)"),
            ("another program's", head(512, 2, true, 7), 1024, "Err(Foreign)"),
            ("no program's", head(512, 2, true, 0), 1024, "Err(Foreign)"),
            ("about to become one", head(512, 1, true, 0), 512, "Ok(Database)"),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.db");
            let mut bytes = begin;
            bytes.resize(length, 0);
            fs::write(&path, bytes).unwrap();
            assert_eq!(format!("{:?}", look(&path)), expect, "{name}");
        }
    }

    #[test]
    fn what_the_log_may_hold_is_not_missed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        fs::write(&path, head(512, 9, true, APPLICATION)).unwrap();
        fs::write(folder.path().join("a.db-wal"), b"").unwrap();
        assert!(matches!(look(&path), Err(ArchiveError::Damaged)));
        fs::write(folder.path().join("a.db-wal"), b"pages").unwrap();
        assert!(matches!(look(&path), Ok(Place::Database)));
        assert!(matches!(look(folder.path()), Err(ArchiveError::NoDatabase)));
        assert!(matches!(look(&folder.path().join("b.db")), Ok(Place::Nothing)));
    }
}
