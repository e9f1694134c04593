//! Full text with fields: which statements, or which articles, have what is searched for.

use std::collections::BTreeMap;

use rusqlite::params_from_iter;
use rusqlite::types::Value;
use sayso_lineage::record::Telling;

use crate::add::EACH;
use crate::query::Query;
use crate::{Archive, ArchiveError};

/// What is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// What somebody says, by its content.
    Statements,
    /// Whole articles, headline and text.
    Articles,
}

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// What has the rarest of the words most often in the fewest words (BM25).
    Rank,
    /// The newest.
    Newest,
    /// The oldest.
    Oldest,
}

/// Something that has what was searched for.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The statement; of an article the sentence that has most of the words.
    pub telling: Telling,
    /// The words that were searched for, in bytes of [`Telling::words`].
    pub marks: Vec<[usize; 2]>,
}

/// A part of what was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundPage {
    /// In order.
    pub found: Vec<Found>,
    /// How many there are in all, up to 10,000.
    pub total: usize,
    /// Whether there are more than `total`.
    pub has_more: bool,
}

/// Stand around a word that was searched for, in what FTS5 gives back. Texts hardly ever have them; where one does, nothing is marked.
const MARKS: [char; 2] = ['\u{E000}', '\u{E001}'];

/// Of more that have the words, those that were added last are put in the order of rank, and the others come after them, the last added
/// first: what a word weighs that so many have says little, and takes a microsecond for each of them. More are not counted either.
const MOST_RANKED: usize = 10_000;

impl Archive {
    /// What has all that a query asks for: those from the place `skip` on, `limit` of them.
    pub fn search(
        &self,
        query: &Query,
        among: Among,
        order: Order,
        skip: usize,
        limit: usize,
    ) -> Result<FoundPage, ArchiveError> {
        let (sql, values) = select(query, among);
        let (index, id, article) = match among {
            Among::Statements => ("statement_index", "s.id", "f.id / 1000000"),
            Among::Articles => ("article_index", "a.id", "f.id"),
        };
        let is_ranked = order == Order::Rank && query.words.is_some();
        let mut ids;
        let mut count = 0;
        if is_ranked {
            // Found, ranked and counted in one walk.
            let in_order = format!(
                "WITH f AS MATERIALIZED (
                    SELECT {index}.rowid AS id, {index}.rank AS rank {sql} ORDER BY {index}.rowid DESC LIMIT {MOST_RANKED} + 1
                 )
                 SELECT f.id, a.id, (SELECT count(*) FROM f) FROM f JOIN article a ON a.id = {article}
                 ORDER BY f.rank, a.moment DESC, f.id"
            );
            ids = self.rows(&in_order, &values, skip, limit)?;
            count = ids.first().map_or(0, |row| row.2);
        } else {
            let time = if order == Order::Oldest { "a.moment" } else { "a.moment DESC" };
            let in_order = format!("SELECT {id}, a.id, 0 {sql} ORDER BY a.moment IS NULL, {time}, {id}");
            ids = self.rows(&in_order, &values, skip, limit)?;
        }
        if count == 0 {
            // From a query of its own, in which SQLite leaves out tables that nothing asks for.
            let all = match &query.words {
                Some(_) if query.filters.is_empty() => format!("SELECT 1 FROM {index} WHERE {index} MATCH ?"),
                _ => format!("SELECT 1 {sql}"),
            };
            let counted = format!("SELECT count(*) FROM ({all} LIMIT {MOST_RANKED} + 1)");
            count = self.db.prepare_cached(&counted)?.query_row(params_from_iter(&values), |row| row.get(0))?;
        }
        if is_ranked && ids.len() < limit && count > MOST_RANKED {
            let unranked = format!("SELECT {index}.rowid, a.id, 0 {sql} ORDER BY {index}.rowid DESC");
            ids.extend(self.rows(&unranked, &values, skip.max(MOST_RANKED + 1), limit - ids.len())?);
        }
        let mut clippings = BTreeMap::new();
        let mut found = Vec::with_capacity(ids.len());
        for (id, article, _) in ids {
            if let std::collections::btree_map::Entry::Vacant(entry) = clippings.entry(article) {
                let Some(clipping) = self.clipping(article)? else { continue };
                entry.insert(clipping);
            }
            let clipping = &clippings[&article];
            found.extend(match among {
                Among::Statements => {
                    let is_it = |telling: &&Telling| telling.statement.as_ref().is_some_and(|s| s.id == id);
                    let telling = clipping.statements.iter().find(is_it).cloned();
                    let marks = self.marks("statement_index", 0, id, query)?;
                    telling.map(|telling| Found { marks: marks_in(&telling.words, &marks), telling })
                }
                Among::Articles => {
                    let marks = marks_in(&clipping.text, &self.marks("article_index", 0, id, query)?);
                    most_marked(clipping, &marks)
                }
            });
        }
        let total = count.min(MOST_RANKED);
        Ok(FoundPage { found, total, has_more: count > total })
    }

    /// A part of the rows that a query finds, each with its article's and a count.
    fn rows(
        &self,
        sql: &str,
        values: &[Value],
        skip: usize,
        limit: usize,
    ) -> Result<Vec<(i64, i64, usize)>, ArchiveError> {
        let mut select = self.db.prepare_cached(&format!("{sql} LIMIT ? OFFSET ?"))?;
        let part = [limit, skip].map(|number| Value::Integer(number as i64));
        let rows = select.query_map(params_from_iter(values.iter().chain(&part)), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A row's text with the words that were searched for between marks; empty where only fields were.
    fn marks(&self, index: &str, column: usize, id: i64, query: &Query) -> Result<String, ArchiveError> {
        let Some(words) = &query.words else { return Ok(String::new()) };
        let [open, close] = MARKS;
        let sql = format!(
            "SELECT highlight({index}, {column}, '{open}', '{close}') FROM {index} WHERE {index} MATCH ? AND rowid = ?"
        );
        let mut select = self.db.prepare_cached(&sql)?;
        Ok(select.query_row((words, id), |row| row.get::<_, Option<String>>(0))?.unwrap_or_default())
    }
}

/// From where, and what must hold. Tables are joined to the left, so that SQLite leaves out those that nothing asks for.
fn select(query: &Query, among: Among) -> (String, Vec<Value>) {
    let (index, id, first) = match among {
        Among::Statements => ("statement_index", "s.id", "statement s"),
        Among::Articles => ("article_index", "a.id", "article a"),
    };
    let mut values = Vec::new();
    let mut conditions = vec!["1"];
    let mut from = first.to_owned();
    let mut row = id.to_owned();
    if let Some(words) = &query.words {
        from = format!("{index} LEFT JOIN {first} ON {id} = {index}.rowid");
        row = format!("{index}.rowid");
        conditions.push(match among {
            Among::Statements => "statement_index MATCH ?",
            Among::Articles => "article_index MATCH ?",
        });
        values.push(Value::Text(words.clone()));
    }
    for filter in &query.filters {
        conditions.push(&filter.sql);
        values.extend(filter.values.iter().cloned());
    }
    // An article is found by the row of its statement, so that who asks for the article alone reads no statement.
    let others = match among {
        Among::Statements => {
            format!("LEFT JOIN article a ON a.id = {row} / {EACH} LEFT JOIN source c ON c.id = s.source")
        }
        Among::Articles => String::new(),
    };
    (format!("FROM {from} {others} WHERE {}", conditions.join(" AND ")), values)
}

/// The marked places in bytes of a text, as far as the marked text is that text.
fn marks_in(text: &str, marked: &str) -> Vec<[usize; 2]> {
    let mut places: Vec<[usize; 2]> = Vec::new();
    let mut at = 0;
    for piece in marked.split_inclusive(MARKS) {
        let plain = piece.trim_end_matches(MARKS);
        at += plain.len();
        if piece.ends_with(MARKS[0]) {
            places.push([at, at]);
        } else if let (Some(last), true) = (places.last_mut(), piece.ends_with(MARKS[1])) {
            last[1] = at;
        }
    }
    places.retain(|[start, end]| start < end && text.get(*start..*end).is_some());
    if at == text.len() { places } else { Vec::new() }
}

/// The sentence of an article that has most of the marks, as what was found; the first where none has.
fn most_marked(clipping: &crate::Clipping, marks: &[[usize; 2]]) -> Option<Found> {
    let sentences = clipping.sentences();
    let count = |span: &sayso_text::Span| marks.iter().filter(|m| span.start <= m[0] && m[1] <= span.end).count();
    let best = sentences.iter().enumerate().max_by_key(|(at, span)| (count(span), std::cmp::Reverse(*at)))?.1;
    let inside = marks.iter().filter(|m| best.start <= m[0] && m[1] <= best.end);
    Some(Found {
        marks: inside.map(|m| [m[0] - best.start, m[1] - best.start]).collect(),
        telling: clipping.in_the_writers_voice(*best),
    })
}
