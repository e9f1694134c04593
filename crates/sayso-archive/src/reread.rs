//! Articles read again, by a better reader, from the bytes that were kept.

use rusqlite::OptionalExtension;
use sayso_article::Format;

use crate::add::{EACH, Incoming, article, whole};
use crate::raw::{Beside, unpacked};
use crate::{Archive, ArchiveError, Identity, copies};

/// An article's bytes, as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// What the article is called: the file and the place in it.
    pub path: String,
    /// What the bytes are.
    pub form: Form,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What read them.
    pub reader: String,
}

/// What the bytes of an article are, with all that is needed besides to read it from them again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A whole file; a line of JSON has [`Format::JsonLines`].
    File(Format),
    /// A web page as it was fetched.
    Page(Page),
    /// A feed with one entry.
    Item,
}

/// What is known of a page besides its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Where it was fetched from.
    pub address: Option<String>,
    /// The encoding that the server named.
    pub charset: Option<String>,
    /// When it was fetched, as whoever did so says.
    pub fetched: Option<String>,
}

impl Form {
    /// What the archive calls it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::File(Format::Text) => "text",
            Self::File(Format::Markdown) => "markdown",
            Self::File(Format::Html) => "html",
            Self::File(Format::JsonLines) => "jsonl",
            Self::Page(_) => "page",
            Self::Item => "item",
        }
    }

    /// What has this name, of a page with what is known of it.
    fn of(name: &str, page: Page) -> Self {
        let files = [Format::Text, Format::Markdown, Format::Html, Format::JsonLines].map(Self::File);
        let all = files.into_iter().chain([Self::Page(page), Self::Item]);
        all.into_iter().find(|form| form.name() == name).unwrap_or(Self::File(Format::Text))
    }

    /// What is known of a page.
    pub(crate) fn page(&self) -> Option<&Page> {
        match self {
            Self::Page(page) => Some(page),
            Self::File(_) | Self::Item => None,
        }
    }
}

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
        let mut select = self.db.prepare_cached(
            "SELECT a.path, a.reader, a.format, a.raw, a.text, coalesce(a.address, a.url), a.charset, a.fetched, a.url, o.name, a.title, \
             a.byline, a.published FROM article a LEFT JOIN outlet o ON o.id = a.outlet WHERE a.id = ?",
        )?;
        let found = select.query_row([article], |row| {
            let (format, packed): (String, Option<Vec<u8>>) = (row.get(2)?, row.get(3)?);
            let page = Page { address: row.get(5)?, charset: row.get(6)?, fetched: row.get(7)? };
            let form = Form::of(&format, page);
            let told = |at| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
            let text: String = row.get(4)?;
            let beside = Beside {
                url: told(8)?,
                outlet: told(9)?,
                title: told(10)?,
                byline: told(11)?,
                published: told(12)?,
                text: &text,
            };
            let bytes = match packed {
                Some(packed) => unpacked(&packed, &form, &beside).map_err(|error| {
                    rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Blob, error.into())
                })?,
                None => text.into_bytes(),
            };
            Ok(Raw { path: row.get(0)?, reader: row.get(1)?, form, bytes })
        });
        Ok(found.optional()?)
    }

    /// Puts another reading of an article in the place of the one that is there. Whether it has other statements.
    pub fn replace(&self, id: i64, incoming: &Incoming<'_>) -> Result<bool, ArchiveError> {
        whole(&self.db, || self.put(id, incoming))
    }

    /// Who says what in an article, by the words and not by where they stand.
    fn said(&self, id: i64) -> Result<Vec<String>, ArchiveError> {
        let mut select = self.db.prepare_cached(&format!(
            "SELECT json_array(
                s.within, c.type, c.name, c.description, s.kind, s.act, s.negated, s.terms, s.terms_reason, s.channel, s.stance,
                s.stance_of, s.rests_on, s.said_on, s.chain, substr(a.text, s.start + 1, s.stop - s.start)
            )
            FROM statement s JOIN article a ON a.id = s.article LEFT JOIN source c ON c.id = s.source
            WHERE s.id BETWEEN ?1 * {EACH} AND ?1 * {EACH} + {EACH} - 1 ORDER BY s.id"
        ))?;
        let rows = select.query_map([id], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn put(&self, id: i64, incoming: &Incoming<'_>) -> Result<bool, ArchiveError> {
        let db = &self.db;
        let before = self.said(id)?;
        let identity = Identity::of(&incoming.reading.article);
        // Where the article is now known by another name, it is the latest that is.
        let mut select = db.prepare_cached(
            "SELECT CASE key WHEN ?2 THEN revision ELSE (SELECT coalesce(max(revision), 0) + 1 FROM article WHERE key = ?2) END \
             FROM article WHERE id = ?1",
        )?;
        let revision: i64 = select.query_row((id, &identity.key), |row| row.get(0))?;
        // What the indices have of a row is taken out by the words that they were made of.
        for sql in [
            "INSERT INTO article_index (article_index, rowid, text, title) \
             SELECT 'delete', id, text, title FROM article WHERE id = ?",
            "INSERT INTO statement_index (statement_index, rowid, content) \
             SELECT 'delete', id, content FROM statement_words \
             WHERE id BETWEEN ?1 * 1000000 AND ?1 * 1000000 + 999999",
            "INSERT INTO source_index (source_index, rowid, name, description, titles, affiliations) \
             SELECT 'delete', id, name, description, titles, affiliations FROM source \
             WHERE id BETWEEN ?1 * 1000000 AND ?1 * 1000000 + 999999",
        ] {
            db.prepare_cached(sql)?.execute([id])?;
        }
        for table in ["figure", "statement", "source"] {
            let sql = format!("DELETE FROM {table} WHERE id BETWEEN ?1 * {EACH} AND ?1 * {EACH} + {EACH} - 1");
            db.prepare_cached(&sql)?.execute([id])?;
        }
        let text: String = db.query_row("SELECT text FROM article WHERE id = ?", [id], |row| row.get(0))?;
        copies::forget(db, id, &text)?;
        db.prepare_cached("DELETE FROM copy WHERE article = ?")?.execute([id])?;
        article(db, Some(id), incoming, &identity, revision)?;
        Ok(self.said(id)? != before)
    }
}
