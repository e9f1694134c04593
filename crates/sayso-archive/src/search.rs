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
/// first: what a word weighs that so many have says little, and takes some microseconds for each of them.
const MOST_RANKED: usize = 2_500;
/// More are not counted.
const MOST_COUNTED: usize = 10_000;

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
        let is_ranked = order == Order::Rank && query.words.is_some();
        let Select { row, article, sql, values } = select(query, among, !is_ranked);
        let (mut ids, known);
        if is_ranked {
            // Where all that is found is ranked, it is counted too.
            let ranked = format!(
                "WITH f AS MATERIALIZED (SELECT {row} AS id, rank {sql} ORDER BY {row} DESC LIMIT {MOST_RANKED})
                 SELECT f.id, a.id, (SELECT count(*) FROM f)
                 FROM f JOIN article a INDEXED BY article_by_id ON a.id = {} ORDER BY f.rank, a.day DESC, f.id",
                article.replace(row, "f.id")
            );
            ids = self.rows(&ranked, &values, skip, limit)?;
            known = ids.first().map(|row| row.2).filter(|count| *count < MOST_RANKED);
        } else {
            let time = if order == Order::Oldest { "a.moment" } else { "a.moment DESC" };
            let in_order = format!("SELECT {row}, a.id, 0 {sql} ORDER BY a.moment IS NULL, {time}, {row}");
            (ids, known) = (self.rows(&in_order, &values, skip, limit)?, None);
        }
        let count = if let Some(known) = known {
            known
        } else if ids.is_empty() && skip == 0 && limit > 0 {
            0
        } else {
            let Select { row, sql, .. } = select(query, among, false);
            let counted = format!("SELECT count(*) FROM (SELECT {row} {sql} LIMIT {MOST_COUNTED} + 1)");
            self.db.prepare_cached(&counted)?.query_row(params_from_iter(&values), |row| row.get(0))?
        };
        if is_ranked && ids.len() < limit && count > MOST_RANKED {
            let unranked = format!("SELECT {row}, {article}, 0 {sql} ORDER BY {row} DESC");
            ids.extend(self.rows(&unranked, &values, skip.max(MOST_RANKED), limit - ids.len())?);
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
        let total = count.min(MOST_COUNTED);
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

/// What is selected from.
struct Select {
    /// The row of what is found, and that of its article, as SQL.
    row: &'static str,
    article: String,
    /// From where, and what must hold.
    sql: String,
    values: Vec<Value>,
}

/// Only the tables that something is asked of are joined; `by_time` asks the article's.
fn select(query: &Query, among: Among, by_time: bool) -> Select {
    let (index, table, first) = match among {
        Among::Statements => ("statement_index", "s", "statement s"),
        Among::Articles => ("article_index", "a", "article a"),
    };
    let row = match (among, &query.words) {
        (Among::Statements, Some(_)) => "statement_index.rowid",
        (Among::Statements, None) => "s.id",
        (Among::Articles, Some(_)) => "article_index.rowid",
        (Among::Articles, None) => "a.id",
    };
    let article = match among {
        Among::Statements => format!("{row} / {EACH}"),
        Among::Articles => row.to_owned(),
    };
    let filters: Vec<String> =
        query.filters.iter().map(|filter| filter.sql.replace("{row}", row).replace("{article}", &article)).collect();
    let asks = |table: &str| filters.iter().any(|filter| filter.contains(&format!("{table}.")));
    let mut values = Vec::new();
    let mut conditions = vec!["1".to_owned()];
    let mut from = first.to_owned();
    if let Some(words) = &query.words {
        index.clone_into(&mut from);
        conditions.push(format!("{index} MATCH ?"));
        values.push(Value::Text(words.clone()));
        // The columns of a source are joined by a statement's.
        if among == Among::Statements && (asks("s") || asks("c")) {
            from.push_str(" LEFT JOIN statement s ON s.id = statement_index.rowid");
        }
    }
    if (asks("a") || by_time) && !(table == "a" && query.words.is_none()) {
        from = format!("{from} LEFT JOIN article a INDEXED BY article_by_id ON a.id = {article}");
    }
    if asks("c") {
        from.push_str(" LEFT JOIN source c ON c.id = s.source");
    }
    conditions.extend(filters);
    values.extend(query.filters.iter().flat_map(|filter| filter.values.iter().cloned()));
    Select { row, article, sql: format!("FROM {from} WHERE {}", conditions.join(" AND ")), values }
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
