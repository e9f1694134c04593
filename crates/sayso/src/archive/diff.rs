//! `sayso diff`: an article → what changed between its texts.

use anyhow::bail;
use sayso_pages::revisions;

use super::{of, open, write};
use crate::Outcome;
use crate::args::{AnswerFormat, DiffArgs};

/// Shows what changed.
pub(crate) fn run(args: &DiffArgs) -> anyhow::Result<Outcome> {
    let wrong = |error| of(&args.archive, &error);
    let archive = open(&args.archive)?;
    let texts = archive.revisions(&args.article).map_err(wrong)?;
    if texts.is_empty() {
        bail!(
            "no article `{}` in {}: give its address, its path or `#` and its row",
            args.article,
            args.archive.display()
        );
    }
    let found = archive.differences(&texts).map_err(wrong)?;
    write(&args.answer, &args.archive, false, |format| {
        Some(match format {
            AnswerFormat::Text => revisions::text(&found, args.answer.options()),
            AnswerFormat::Json => revisions::json(&found),
            AnswerFormat::Html => revisions::html(&found),
            AnswerFormat::Csv | AnswerFormat::Dot | AnswerFormat::Mermaid => return None,
        })
    })
}
