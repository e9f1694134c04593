//! `sayso trace`: a statement → its appearances in time.

use std::path::Path;

use anyhow::Context;
use sayso_archive::Archive;
use sayso_lineage::claim::Matcher;
use sayso_pages::trace;

use super::{of, open, write};
use crate::Outcome;
use crate::args::{AnswerFormat, TraceArgs};

/// Follows a statement.
pub(crate) fn run(args: &TraceArgs) -> anyhow::Result<Outcome> {
    let wrong = |error| of(&args.archive, &error);
    let archive = open(&args.archive)?;
    let asked = words(&archive, &args.statement, &args.archive)?;
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

/// The words of what is asked for: a statement in words, or `#` and its row.
pub(super) fn words(archive: &Archive, asked: &str, path: &Path) -> anyhow::Result<String> {
    let Some(row) = asked.strip_prefix('#').and_then(|row| row.parse::<i64>().ok()) else {
        return Ok(asked.to_owned());
    };
    let statement = archive.statement(row).map_err(|error| of(path, &error))?;
    let none = || format!("no statement `#{row}` in this archive: `sayso search` gives their rows");
    Ok(statement.with_context(none)?.words)
}
