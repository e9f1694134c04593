//! The texts that an article has had.

use std::sync::Arc;

use sayso_lineage::revision::{Difference, Version, corrections, difference};

use crate::identity::canonical;
use crate::{Archive, ArchiveError, Clipping};

impl Archive {
    /// The rows of an article's texts, the first first: by its address, its identifier, its path or its row (`#12`).
    pub fn revisions(&self, name: &str) -> Result<Vec<i64>, ArchiveError> {
        let address = canonical(name).unwrap_or_else(|| name.to_owned());
        let row = name.strip_prefix('#').and_then(|row| row.parse::<i64>().ok());
        let mut select = self.db.prepare_cached(
            "SELECT id FROM article WHERE key IN (?1, ?2)
             OR key IN (SELECT key FROM article WHERE path = ?2 OR id = ?3) ORDER BY key, revision",
        )?;
        let rows = select.query_map((address, name, row), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What changed from each text of an article to the next.
    pub fn differences(&self, revisions: &[i64]) -> Result<Vec<Difference>, ArchiveError> {
        let mut versions = Vec::with_capacity(revisions.len());
        for id in revisions {
            versions.extend(self.clipping(*id)?.map(version));
        }
        Ok(versions.windows(2).map(|pair| difference(&pair[0], &pair[1])).collect())
    }
}

fn version(clipping: Clipping) -> Version {
    let paragraphs = clipping.paragraphs();
    let corrections = corrections(&paragraphs);
    Version {
        article: Arc::clone(&clipping.article),
        tellings: clipping.tellings(),
        corrections,
        figures: clipping.figures,
    }
}
