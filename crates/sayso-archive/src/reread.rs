//! Articles read again, by a better reader, from the bytes that were kept.

use rusqlite::OptionalExtension;
use sayso_article::Format;

use crate::add::{EACH, Incoming, article, format_name, what_was_read};
use crate::{Archive, ArchiveError, Identity};

/// An article's bytes, as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// What the article is called: the file and the place in it.
    pub path: String,
    /// What the bytes are.
    pub format: Format,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What read them.
    pub reader: String,
}

/// Bytes of an article, unpacked; more is none that this program wrote.
const MOST: usize = 64 << 20;

impl Archive {
    /// The articles, in the order in which they were added.
    pub fn articles(&self) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached("SELECT id FROM article ORDER BY id")?;
        let rows = select.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The newest text of each article, in the order in which they were added.
    pub fn newest(&self) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached(
            "SELECT id FROM article a WHERE revision = (SELECT max(revision) FROM article WHERE key = a.key) ORDER BY id",
        )?;
        let rows = select.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Those that another reader has read.
    pub fn read_by_others(&self, reader: &str) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached("SELECT id FROM article WHERE reader <> ? ORDER BY id")?;
        let rows = select.query_map([reader], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// An article's bytes.
    pub fn raw(&self, article: i64) -> Result<Option<Raw>, ArchiveError> {
        let mut select = self.db.prepare_cached("SELECT path, format, raw, text, reader FROM article WHERE id = ?")?;
        let found = select.query_row([article], |row| {
            let (format, packed): (String, Option<Vec<u8>>) = (row.get(1)?, row.get(2)?);
            let bytes = match packed {
                Some(packed) => zstd::bulk::decompress(&packed, MOST).map_err(|error| {
                    rusqlite::Error::FromSqlConversionFailure(2, rusqlite::types::Type::Blob, error.into())
                })?,
                None => row.get::<_, String>(3)?.into_bytes(),
            };
            Ok(Raw { path: row.get(0)?, format: format_named(&format), bytes, reader: row.get(4)? })
        });
        Ok(found.optional()?)
    }

    /// Puts another reading of an article in the place of the one that is there.
    pub fn replace(&self, id: i64, incoming: &Incoming<'_>) -> Result<(), ArchiveError> {
        self.db.execute_batch("SAVEPOINT article")?;
        let done = self.put(id, incoming);
        if done.is_ok() {
            self.db.execute_batch("RELEASE article")?;
        } else if !self.db.is_autocommit() {
            self.db.execute_batch("ROLLBACK TO article; RELEASE article")?;
        }
        done
    }

    fn put(&self, id: i64, incoming: &Incoming<'_>) -> Result<(), ArchiveError> {
        let db = &self.db;
        let revision: i64 = db.query_row("SELECT revision FROM article WHERE id = ?", [id], |row| row.get(0))?;
        // What the indices have of a row is taken out by the words that they were made of.
        for sql in [
            "INSERT INTO article_index (article_index, rowid, title, text) \
             SELECT 'delete', id, title, text FROM article_words WHERE id = ?",
            "INSERT INTO statement_index (statement_index, rowid, content) \
             SELECT 'delete', id, content FROM statement_words WHERE id / 1000000 = ?",
            "INSERT INTO source_index (source_index, rowid, name, description, titles, affiliations) \
             SELECT 'delete', id, name, description, titles, affiliations FROM source WHERE article = ?",
        ] {
            db.prepare_cached(sql)?.execute([id])?;
        }
        db.execute_batch("PRAGMA defer_foreign_keys = on")?;
        for table in ["figure", "statement", "source"] {
            let sql = format!("DELETE FROM {table} WHERE id BETWEEN ?1 * {EACH} AND ?1 * {EACH} + {EACH} - 1");
            db.prepare_cached(&sql)?.execute([id])?;
        }
        for table in ["band", "copy"] {
            db.prepare_cached(&format!("DELETE FROM {table} WHERE article = ?"))?.execute([id])?;
        }
        let identity = Identity::of(&incoming.reading.article);
        article(db, Some(id), incoming, &identity, revision)?;
        what_was_read(db, id, &identity.key, incoming.reading)?;
        Ok(())
    }
}

fn format_named(name: &str) -> Format {
    let all = [Format::Text, Format::Markdown, Format::Html, Format::JsonLines];
    all.into_iter().find(|format| format_name(*format) == name).unwrap_or(Format::Text)
}
