//! `sayso sources`: who speaks, and all that somebody said.

use sayso_lineage::claim::Matcher;
use sayso_lineage::people::{Split, named_like};
use sayso_pages::sources::{self, Depth};

use super::{of, open, write};
use crate::Outcome;
use crate::args::{AnswerFormat, SourcesArgs};

/// Shows who speaks.
pub(crate) fn run(args: &SourcesArgs) -> anyhow::Result<Outcome> {
    let archive = open(&args.archive)?;
    let splits: Vec<Split> = args.split.iter().map(|source| Split { source: *source }).collect();
    let found = archive.sources(args.name.as_deref(), &Matcher::new(), &splits);
    let mut found = found.map_err(|error| of(&args.archive, &error))?;
    let depth = if args.name.is_some() { Depth::Full } else { Depth::List };
    if let Some(name) = &args.name {
        let like = named_like(name, &found);
        let mut place = 0..;
        found.named.retain(|_| place.next().is_some_and(|place| like.contains(&place)));
    }
    let asked = args.name.as_deref().unwrap_or_default();
    let is_empty = found.named.is_empty() && found.unnamed.is_empty();
    write(&args.answer, &args.archive, is_empty, |format| {
        Some(match format {
            AnswerFormat::Text => sources::text(&found, depth, args.answer.options()),
            AnswerFormat::Json => sources::json(&found, depth),
            AnswerFormat::Csv => sources::csv(&found, depth),
            AnswerFormat::Html => sources::html(&found, asked, depth),
            AnswerFormat::Dot | AnswerFormat::Mermaid => return None,
        })
    })
}
