//! Which articles may tell a claim: those that share its rarest words, found by the indices. Whether they do tell it is for
//! [`sayso_lineage::claim`] to say.

use rusqlite::params;
use sayso_reading::overlap;
use sayso_text::words;

use crate::{Archive, ArchiveError};

/// Articles that have a word: beyond so many it tells too little to be looked for by itself.
const COMMON: i64 = 2000;
/// Articles that the words that are looked for have in all, at most.
const MOST_LOOKED_AT: i64 = 6000;
/// Words that are looked for, at most.
const MOST_WORDS: usize = 16;
/// Candidates from the index of statements and from that of articles.
const FROM_STATEMENTS: i64 = 150;
const FROM_ARTICLES: i64 = 100;

impl Archive {
    /// Articles that may tell what these words say, those with the rarest of them first.
    pub fn may_tell(&self, told: &str) -> Result<Vec<i64>, ArchiveError> {
        let Some(query) = self.rarest(told)? else { return Ok(Vec::new()) };
        let mut found: Vec<i64> = Vec::new();
        for (sql, limit) in [
            (
                "SELECT rowid / 1000000 FROM statement_index WHERE statement_index MATCH ? ORDER BY rank, rowid LIMIT ?",
                FROM_STATEMENTS,
            ),
            ("SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rank, rowid LIMIT ?", FROM_ARTICLES),
        ] {
            let mut select = self.db.prepare_cached(sql)?;
            let rows = select.query_map(params![query, limit], |row| row.get(0))?;
            for article in rows {
                let article: i64 = article?;
                if !found.contains(&article) {
                    found.push(article);
                }
            }
        }
        Ok(found)
    }

    /// Other texts of the article, copies of it, and what it is a copy of.
    pub fn relatives(&self, article: i64) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached(
            "WITH first AS (SELECT coalesce((SELECT of FROM copy WHERE article = ?1), ?1) AS id)
             SELECT id FROM article WHERE key = (SELECT key FROM article WHERE id = ?1)
             UNION SELECT id FROM first
             UNION SELECT article FROM copy WHERE of = (SELECT id FROM first)
             ORDER BY 1",
        )?;
        let rows = select.query_map([article], |row| row.get(0))?;
        let found: Vec<i64> = rows.collect::<Result<_, _>>()?;
        Ok(found.into_iter().filter(|other| *other != article).collect())
    }

    /// How many articles have a word, as FTS5 takes it; no more than [`COMMON`] are counted.
    pub(crate) fn articles_with(&self, term: &str) -> Result<i64, ArchiveError> {
        let mut count = self
            .db
            .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT ?)")?;
        Ok(count.query_row(params![term, COMMON], |row| row.get(0))?)
    }

    /// What FTS5 is asked: any of the rarest words.
    fn rarest(&self, told: &str) -> Result<Option<String>, ArchiveError> {
        let mut terms: Vec<String> = words(told)
            .into_iter()
            .map(|word| word.of(told).to_lowercase())
            .filter(|word| word.starts_with(char::is_alphanumeric) && overlap::stem(word).is_some())
            .map(|word| format!("\"{}\"", word.replace('"', " ")))
            .collect();
        terms.sort();
        terms.dedup();
        let mut by_rarity: Vec<(i64, String)> = Vec::with_capacity(terms.len());
        for term in terms {
            let articles = self.articles_with(&term)?;
            if articles > 0 {
                by_rarity.push((articles, term));
            }
        }
        by_rarity.sort();
        let mut looked_at = 0;
        let rare = by_rarity.iter().take(MOST_WORDS).take_while(|(articles, _)| {
            looked_at += articles;
            *articles < COMMON && looked_at <= MOST_LOOKED_AT
        });
        let rare: Vec<&str> = rare.map(|(_, term)| term.as_str()).collect();
        if !rare.is_empty() {
            return Ok(Some(rare.join(" OR ")));
        }
        // Common words only: those that have several of them.
        let common: Vec<&str> = by_rarity.iter().take(4).map(|(_, term)| term.as_str()).collect();
        Ok((!common.is_empty()).then(|| common.join(" AND ")))
    }
}
