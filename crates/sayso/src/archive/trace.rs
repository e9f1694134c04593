//! `sayso trace`: a statement → its appearances in time.

use anyhow::Context;
use sayso_lineage::claim::Matcher;
use sayso_pages::trace;

use super::{of, open, write};
use crate::Outcome;
use crate::args::{AnswerFormat, TraceArgs};

/// Follows a statement.
pub(crate) fn run(args: &TraceArgs) -> anyhow::Result<Outcome> {
    let wrong = |error| of(&args.archive, &error);
    let archive = open(&args.archive)?;
    let row = args.statement.strip_prefix('#').and_then(|row| row.parse::<i64>().ok());
    let asked = match row {
        Some(row) => {
            let statement = archive.statement(row).map_err(wrong)?;
            statement
                .with_context(|| format!("no statement `#{row}` in this archive: `sayso search` gives their rows"))?
                .words
        }
        None => args.statement.clone(),
    };
    let found = archive.trace(&asked, &Matcher::new()).map_err(wrong)?;
    let is_empty = found.appearances.is_empty();
    write(&args.answer, &args.archive, is_empty, |format| {
        Some(match format {
            AnswerFormat::Text => trace::text(&found, args.answer.options()),
            AnswerFormat::Json => trace::json(&found),
            AnswerFormat::Html => trace::html(&found),
            AnswerFormat::Dot => trace::dot(&found),
            AnswerFormat::Mermaid => trace::mermaid(&found),
            AnswerFormat::Csv => return None,
        })
    })
}
