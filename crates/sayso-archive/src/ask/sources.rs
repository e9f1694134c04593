//! Who has spoken, across articles.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use sayso_lineage::claim::{Content, Matcher};
use sayso_lineage::people::{SourceInArticle, Sources, Split, sources};
use sayso_lineage::record::{StatementRecord, Telling};

use crate::clipping::article_of;
use crate::query::words_of;
use crate::{Archive, ArchiveError};

impl Archive {
    /// Sources whose name, title, affiliation or description has all the words of a name, with all they said; all sources where none is
    /// asked for. `splits` are rows that stand for somebody else than their names say.
    pub fn sources(&self, name: Option<&str>, matcher: &Matcher, splits: &[Split]) -> Result<Sources, ArchiveError> {
        let rows = match name {
            Some(name) => self.bearers(name)?,
            None => self.all_sources()?,
        };
        let mut by_article: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for row in rows {
            by_article.entry(article_of(row)).or_default().push(row);
        }
        let mut found = Vec::new();
        for (article, rows) in by_article {
            let Some(clipping) = self.clipping(article)? else { continue };
            let mut said: HashMap<i64, Vec<Telling>> = HashMap::new();
            for telling in &clipping.statements {
                let source = |statement: &StatementRecord| statement.source.as_ref().map(|source| source.id);
                if let Some(source) = telling.statement.as_ref().and_then(source) {
                    said.entry(source).or_default().push(telling.clone());
                }
            }
            for source in clipping.sources.iter().filter(|source| rows.contains(&source.id)) {
                let tellings = said.remove(&source.id).unwrap_or_default();
                let article = Arc::clone(&clipping.article);
                found.push(SourceInArticle { article, source: Arc::clone(source), tellings });
            }
        }
        let repeats = |one: &Telling, other: &Telling| {
            let (one, other) = (Content::of(&one.told()), Content::of(&other.told()));
            Matcher::may_match(&one, &other).then(|| matcher.compare(&one, &other)).flatten()
        };
        Ok(sources(found, &repeats, splits))
    }

    /// Rows of sources that have the last word of a name: a surname, the head of an organization's.
    fn bearers(&self, name: &str) -> Result<Vec<i64>, ArchiveError> {
        let words = words_of(name);
        let Some(last) = words.last() else { return Ok(Vec::new()) };
        let mut select =
            self.db.prepare_cached("SELECT rowid FROM source_index WHERE source_index MATCH ? ORDER BY rowid")?;
        // All the words, or the last of them: where an article has the surname alone.
        let asked = format!("({}) OR {last}", words.join(" AND "));
        let rows = select.query_map([asked], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn all_sources(&self) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached("SELECT id FROM source ORDER BY id")?;
        let rows = select.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
