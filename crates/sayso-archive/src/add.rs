//! Articles in: each whole or not at all.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};
use sayso_reading::figures::Bound;
use sayso_reading::{Act, AttributionId, Chain, Kind, Reading, SourceId, SourceType, StatedTerms};

use crate::raw::{self, Beside};
use crate::rows::{self, Words};
use crate::{Archive, ArchiveError, Form, Identity, copies};

/// Rows that an article's sources, its statements and its figures each have: an article of 16 MiB has no more words than this.
pub(crate) const EACH: i64 = 1_000_000;

/// A reading on its way into an archive.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'r> {
    /// The article and what was read in it.
    pub reading: &'r Reading,
    /// What its bytes are.
    pub form: &'r Form,
    /// Its bytes, as they came.
    pub bytes: &'r [u8],
    /// Which version of the reader has read it.
    pub reader: &'r str,
}

/// What became of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is new: its row.
    New(i64),
    /// Another text of an article that was there: its row and its revision.
    Revision(i64, i64),
    /// It was there.
    Known,
}

impl Archive {
    /// Whether an article was added before.
    pub fn has(&self, identity: &Identity) -> Result<bool, ArchiveError> {
        is_known(&self.db, identity)
    }

    /// Begins to write; what is added from now on is kept with [`Archive::keep`], and lost where that is not reached. Others can read
    /// meanwhile.
    pub fn begin(&self) -> Result<(), ArchiveError> {
        Ok(self.db.execute_batch("BEGIN IMMEDIATE")?)
    }

    /// Keeps what was added since [`Archive::begin`].
    pub fn keep(&self) -> Result<(), ArchiveError> {
        Ok(self.db.execute_batch("COMMIT")?)
    }

    /// The earliest other article in this archive whose text is nearly the same, if there is one.
    pub fn copy_of(&self, article: i64) -> Result<Option<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached("SELECT of FROM copy WHERE article = ?")?;
        Ok(select.query_row([article], |row| row.get(0)).optional()?)
    }

    /// Adds an article with all that was read in it, whole or not at all. Where that fails, what was added since [`Archive::begin`] is lost
    /// too.
    pub fn add(&self, incoming: &Incoming<'_>) -> Result<Added, ArchiveError> {
        let db = &self.db;
        let identity = Identity::of(&incoming.reading.article);
        if is_known(db, &identity)? {
            return Ok(Added::Known);
        }
        whole(db, || add(db, incoming, &identity))
    }
}

/// Writes an article whole or not at all, with all that was written since [`Archive::begin`]: a savepoint for each article would make
/// each index of full text write down what it has gathered, in a piece of its own that later searches and merges pay for.
pub(crate) fn whole<T>(db: &Connection, write: impl FnOnce() -> Result<T, ArchiveError>) -> Result<T, ArchiveError> {
    let is_alone = db.is_autocommit();
    if is_alone {
        db.execute_batch("BEGIN IMMEDIATE")?;
    }
    let written = write();
    if written.is_ok() && is_alone {
        db.execute_batch("COMMIT")?;
    } else if written.is_err() && !db.is_autocommit() {
        // A full disk may have ended the transaction already.
        db.execute_batch("ROLLBACK")?;
    }
    written
}

fn is_known(db: &Connection, identity: &Identity) -> Result<bool, ArchiveError> {
    let mut known = db.prepare_cached("SELECT 1 FROM article WHERE content = ?")?;
    Ok(known.exists([identity.content])?)
}

fn add(db: &Connection, incoming: &Incoming<'_>, identity: &Identity) -> Result<Added, ArchiveError> {
    let mut last = db.prepare_cached("SELECT max(revision) FROM article WHERE key = ?")?;
    let revision = last.query_row([&identity.key], |row| row.get::<_, Option<i64>>(0))?.unwrap_or(0) + 1;
    let article = article(db, None, incoming, identity, revision)?;
    Ok(if revision == 1 { Added::New(article) } else { Added::Revision(article, revision) })
}

/// The rows of what was read in an article.
fn what_was_read(
    db: &Connection,
    article: i64,
    key: &str,
    reading: &Reading,
    words: &Words<'_>,
) -> Result<(), ArchiveError> {
    sources(db, article, reading, words)?;
    statements(db, article, reading, words)?;
    figures(db, article, reading, words)?;
    copies::note(db, article, key, &reading.article.text)
}

/// The number of an outlet, which gets one where it has none.
fn outlet(db: &Connection, name: &str) -> Result<i64, ArchiveError> {
    let mut find = db.prepare_cached("SELECT id FROM outlet WHERE name = ?")?;
    if let Some(id) = find.query_row([name], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    Ok(db.prepare_cached("INSERT INTO outlet (name) VALUES (?)")?.insert([name])?)
}

/// The columns of an article but its row.
const COLUMNS: &str = "key, revision, content, url, outlet, title, byline, published, modified, day, moment, language, path, \
    text, parts, format, address, charset, fetched, raw, reader";

/// The row of an article, and those of what was read in it; a row that is there is written anew.
pub(crate) fn article(
    db: &Connection,
    id: Option<i64>,
    incoming: &Incoming<'_>,
    identity: &Identity,
    revision: i64,
) -> Result<i64, ArchiveError> {
    let reading = incoming.reading;
    let told = &reading.article;
    let words = Words::of(reading);
    let outlet = told.outlet.as_deref().map(|name| outlet(db, name)).transpose()?;
    // SQLite's functions take a NUL for the end of a text.
    let text = told.text.replace('\0', "\u{FFFD}");
    let byline = (!told.byline.is_empty()).then(|| told.byline.join(", "));
    let beside = Beside {
        url: told.url.as_deref(),
        outlet: told.outlet.as_deref(),
        title: told.title.as_deref(),
        byline: byline.as_deref(),
        published: told.published.as_deref(),
        text: &text,
    };
    let raw = (incoming.bytes != text.as_bytes()).then(|| raw::packed(incoming.bytes, incoming.form, &beside));
    let raw = raw.transpose().map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    // Not asked of a new row: what may change another is a savepoint of its own to SQLite (see `whole`).
    let anew = id.map_or(String::new(), |_| {
        let each = COLUMNS.split(", ").map(|column| format!("{column} = excluded.{column}"));
        format!(" ON CONFLICT (id) DO UPDATE SET {}", each.collect::<Vec<_>>().join(", "))
    });
    let mut insert = db.prepare_cached(&format!(
        "INSERT INTO article (id, {COLUMNS}) VALUES (?{}){anew}",
        ", ?".repeat(COLUMNS.split(", ").count())
    ))?;
    let page = incoming.form.page();
    let address = page.and_then(|page| page.address.as_ref()).filter(|address| told.url.as_ref() != Some(*address));
    let row = params![
        id,
        identity.key,
        revision,
        identity.content,
        told.url,
        outlet,
        told.title,
        byline,
        told.published,
        told.modified,
        rows::day(told.published.as_deref()),
        rows::moment(told.published.as_deref()),
        told.language,
        told.path.as_deref().unwrap_or("-"),
        text,
        words.parts(&told.parts),
        incoming.form.name(),
        address,
        page.and_then(|page| page.charset.as_ref()),
        page.and_then(|page| page.fetched.as_ref()),
        raw,
        incoming.reader,
    ];
    insert.execute(row)?;
    let id = id.unwrap_or_else(|| db.last_insert_rowid());
    db.prepare_cached("INSERT INTO article_index (rowid, text, title) VALUES (?, ?, ?)")?
        .execute(params![id, text, told.title])?;
    what_was_read(db, id, &identity.key, reading, &words)?;
    Ok(id)
}

fn terms<'w>(words: &Words<'_>, stated: Option<StatedTerms>) -> (Option<&'w str>, Option<String>) {
    let reason = stated.and_then(|stated| stated.reason).map(|span| words.words(span));
    (stated.map(|stated| stated.terms.name()), reason)
}

/// The rows of an article's sources.
fn sources(db: &Connection, article: i64, reading: &Reading, words: &Words<'_>) -> Result<(), ArchiveError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO source (id, type_number, name, description, titles, affiliations, justification, terms, terms_reason) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let mut index = db.prepare_cached(
        "INSERT INTO source_index (rowid, name, description, titles, affiliations) VALUES (?, ?, ?, ?, ?)",
    )?;
    for source in &reading.sources {
        let (terms, reason) = terms(words, source.terms);
        let name = source.name.map(|span| words.words(span));
        let description = Some(words.description(source)).filter(|told| name.as_ref() != Some(told));
        let (titles, affiliations) = (words.each(&source.titles), words.each(&source.affiliations));
        let row = row_of(article, source.id.0);
        insert.execute(params![
            row,
            rows::place(&SourceType::ALL, source.kind),
            name,
            description,
            titles,
            affiliations,
            source.justification.map(|span| words.words(span)),
            terms,
            reason,
        ])?;
        index.execute(params![row, name, description, titles, affiliations])?;
    }
    Ok(())
}

/// The rows of an article's attributions.
fn statements(db: &Connection, article: i64, reading: &Reading, words: &Words<'_>) -> Result<(), ArchiveError> {
    let chains: HashMap<AttributionId, &Chain> =
        reading.chains.iter().map(|chain| (chain.attribution, chain)).collect();
    let number = |id: Option<AttributionId>| id.map(|id| id.0);
    let mut insert = db.prepare_cached(
        "INSERT INTO statement (id, within_number, source_number, kind_number, act_number, negated, confidence, start, stop, \
         pieces, source_at, cue_at, terms, terms_reason, channel, stance, stance_of_number, rests_on_number, said_on, chain, holds) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let mut index = db.prepare_cached("INSERT INTO statement_index (rowid, content) VALUES (?, ?)")?;
    for a in &reading.attributions {
        let Some(cover) = a.content.iter().copied().reduce(sayso_text::Span::cover) else { continue };
        let [start, stop] = words.at(cover);
        let (terms, reason) = terms(words, a.terms);
        let row = row_of(article, a.id.0);
        let chain = chains.get(&a.id);
        insert.execute(params![
            row,
            number(a.within),
            a.source_id.map(|id| id.0),
            rows::place(&Kind::ALL, a.kind),
            rows::place(&Act::ALL, a.act),
            a.negated,
            (f64::from(a.confidence) * 1000.0).round() as i64,
            start,
            stop,
            (a.content.len() > 1).then(|| words.all(&a.content)),
            (!a.source.is_empty()).then(|| words.all(&a.source)),
            (!a.cue.is_empty()).then(|| words.all(&a.cue)),
            terms,
            reason,
            a.channel.map(|stated| stated.channel.name()),
            a.stance.map(|stated| stated.stance.name()),
            number(a.stance.and_then(|stated| stated.of)),
            number(a.rests_on),
            rows::days(a.when),
            chain.and_then(|chain| told(chain, a.source_id)),
            chain.is_none(),
        ])?;
        index.execute(params![row, cover.of(&reading.article.text)])?;
    }
    Ok(())
}

/// A chain as a JSON array; none where it is the article, which is no source in itself, and the source.
fn told(chain: &Chain, source: Option<SourceId>) -> Option<String> {
    let links: Vec<Option<u32>> = chain.links.iter().map(|link| link.source.map(|id| id.0)).collect();
    (links != [None, source.map(|id| id.0)]).then(|| serde_json::json!(links).to_string())
}

/// The row of an article's thing with a number.
fn row_of(article: i64, number: u32) -> i64 {
    article * EACH + i64::from(number)
}

/// The rows of an article's figures.
fn figures(db: &Connection, article: i64, reading: &Reading, words: &Words<'_>) -> Result<(), ArchiveError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO figure (id, statement_number, start, stop, value, low, high, bound_number, unit, measure, who, place, as_of, \
         part_of_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for figure in &reading.figures {
        let [start, stop] = words.at(figure.span);
        let [who, place] = words.who_and_place(figure);
        insert.execute(params![
            row_of(article, figure.id.0),
            figure.attribution.map(|id| id.0),
            start,
            stop,
            figure.value,
            figure.low,
            figure.high,
            rows::place(&Bound::ALL, figure.bound),
            figure.unit,
            figure.measure.as_ref().map(|measure| measure.value),
            who,
            place,
            rows::days(figure.as_of),
            figure.part_of.map(|id| id.0),
        ])?;
    }
    Ok(())
}
