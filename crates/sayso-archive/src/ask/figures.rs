//! A number through the articles that give it.

use rusqlite::params_from_iter;
use rusqlite::types::Value;
use sayso_lineage::series::{About, FigureReport, Figures, about, figures};

use crate::query::phrase;
use crate::{Archive, ArchiveError};

/// What was found, and how the question was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct FiguresAbout {
    /// How it was understood.
    pub about: About,
    /// What was found.
    pub figures: Figures,
}

impl Archive {
    /// The figures that a question is about: "killed in Osterby".
    pub fn figures(&self, asked: &str) -> Result<FiguresAbout, ArchiveError> {
        let about = about(asked);
        let mut reports = Vec::new();
        for article in self.that_may_have(&about)? {
            let Some(clipping) = self.clipping(article)? else { continue };
            reports.extend(clipping.figures.into_iter().filter(|report| is_about(report, &about)));
        }
        Ok(FiguresAbout { figures: figures(asked, reports), about })
    }

    /// Articles with a figure of the measure, with all names and one of the other words; with all words where the measure is not known.
    fn that_may_have(&self, about: &About) -> Result<Vec<i64>, ArchiveError> {
        let mut conditions = vec!["1"];
        let mut values = Vec::new();
        let is_name = |word: &&String| about.measure.is_none() || word.starts_with(char::is_uppercase);
        let (names, others): (Vec<&String>, Vec<&String>) = about.words.iter().partition(is_name);
        let quoted = |words: &[&String], between: &str| {
            let each: Vec<String> = words.iter().map(|word| phrase(word)).collect();
            (!each.is_empty()).then(|| format!("({})", each.join(between)))
        };
        let words: Vec<String> = [quoted(&names, " AND "), quoted(&others, " OR ")].into_iter().flatten().collect();
        if !words.is_empty() {
            conditions.push("article IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)");
            values.push(Value::Text(words.join(" AND ")));
        }
        if let Some(measure) = about.measure {
            conditions.push("measure = ?");
            values.push(Value::Text(measure.to_owned()));
        }
        let sql = format!("SELECT DISTINCT article FROM figure WHERE {} ORDER BY article", conditions.join(" AND "));
        let mut select = self.db.prepare_cached(&sql)?;
        let rows = select.query_map(params_from_iter(values), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn is_about(report: &FigureReport, about: &About) -> bool {
    let is_measured = about.measure.is_none() || report.figure.measure.as_deref() == about.measure;
    let counted = format!("{} {}", report.figure.unit, report.figure.who.as_deref().unwrap_or_default()).to_lowercase();
    is_measured && (about.who.is_empty() || about.who.iter().all(|who| counted.contains(who.as_str())))
}
