//! What only an export wants of an article besides its [`Clipping`](crate::Clipping): where exactly everything stands, what the article
//! copies and what it revises.

use rusqlite::{OptionalExtension, Row};
use sayso_lineage::record::ArticleRecord;
use sayso_reading::Channel;

use crate::clipping::{ARTICLE, FROM, article_record, maybe_named, rows_of, spans_at};
use crate::{Archive, ArchiveError};

/// Where everything of an article stands, and what it is to other articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// When it was last changed, as it says.
    pub modified: Option<String>,
    /// What read it: a version of Sayso.
    pub reader: String,
    /// One for each of [`Clipping::statements`](crate::Clipping::statements).
    pub statements: Vec<StatementPlaces>,
    /// The first article in the archive that it nearly copies, with the share of word triples that both have.
    pub copy: Option<(ArticleRecord, f64)>,
    /// The text before this one, of a revision.
    pub revises: Option<ArticleRecord>,
}

/// Where exactly a statement stands, and what it has to do with others of its article (by their rows). Spans are `[start, end]` in code
/// points of the article's text, end exclusive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementPlaces {
    /// The pieces of its content where there are several.
    pub pieces: Vec<[usize; 2]>,
    /// The words of its source.
    pub source_at: Vec<[usize; 2]>,
    /// The words of its cue.
    pub cue_at: Vec<[usize; 2]>,
    /// The statement in whose content it lies.
    pub within: Option<i64>,
    /// The statement that its stance is about.
    pub stance_of: Option<i64>,
    /// Of one in a headline: the statement in the body that it rests on.
    pub rests_on: Option<i64>,
    /// By what way it was said.
    pub channel: Option<Channel>,
}

impl Archive {
    /// Sees the archive from now on as it is now, whatever others add meanwhile. Only for an archive that was opened to read.
    pub fn hold(&self) -> Result<(), ArchiveError> {
        // The transaction begins with what is read first.
        self.db.execute_batch("BEGIN")?;
        Ok(self.db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?)
    }

    /// The articles by day, those of one day in the order in which they were added; those without a day first.
    pub fn articles_by_day(&self) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached("SELECT id FROM article ORDER BY day, id")?;
        let rows = select.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Where everything of an article stands.
    pub fn places(&self, article: i64) -> Result<Option<Places>, ArchiveError> {
        let mut find = self.db.prepare_cached("SELECT modified, reader FROM article WHERE id = ?")?;
        let found = find.query_row([article], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((modified, reader)) = found else { return Ok(None) };
        let mut select = self.db.prepare_cached(
            "SELECT pieces, source_at, cue_at, within, stance_of, rests_on, channel FROM statement \
             WHERE id BETWEEN ? AND ? ORDER BY id",
        )?;
        let statements = select.query_map(rows_of(article), statement_places)?.collect::<Result<_, _>>()?;
        let mut copied = self.db.prepare_cached("SELECT of, likeness FROM copy WHERE article = ?")?;
        let copied = copied.query_row([article], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?))).optional()?;
        let copy = match copied {
            Some((of, likeness)) => self.article(of)?.map(|of| (of, likeness)),
            None => None,
        };
        let mut before = self.db.prepare_cached(&format!(
            "{ARTICLE} FROM {FROM} JOIN article b ON a.key = b.key AND a.revision < b.revision \
             WHERE b.id = ? ORDER BY a.revision DESC LIMIT 1"
        ))?;
        let revises = before.query_row([article], article_record).optional()?;
        Ok(Some(Places { modified, reader, statements, copy, revises }))
    }
}

fn statement_places(row: &Row<'_>) -> rusqlite::Result<StatementPlaces> {
    Ok(StatementPlaces {
        pieces: spans_at(row, 0)?,
        source_at: spans_at(row, 1)?,
        cue_at: spans_at(row, 2)?,
        within: row.get(3)?,
        stance_of: row.get(4)?,
        rests_on: row.get(5)?,
        channel: maybe_named(row, 6, Channel::named)?,
    })
}
