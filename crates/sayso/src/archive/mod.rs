//! What is done with an archive: articles in, answers out.

pub(crate) mod add;
pub(crate) mod diff;
pub(crate) mod each;
pub(crate) mod export;
pub(crate) mod figures;
mod kept;
pub(crate) mod reread;
pub(crate) mod search;
pub(crate) mod sources;
pub(crate) mod trace;

use std::path::Path;

use anyhow::{anyhow, bail};
use sayso_archive::{Archive, ArchiveError};

use crate::Outcome;
use crate::args::{AnswerArgs, AnswerFormat, named};
use crate::sink::{Inputs, Sink};

/// Opens an archive to ask it.
fn open(path: &Path) -> anyhow::Result<Archive> {
    Archive::open(path).map_err(|error| of(path, &error))
}

/// An archive's trouble with its name.
fn of(path: &Path, error: &ArchiveError) -> anyhow::Error {
    anyhow!("{}: {error}", path.display())
}

/// Writes an answer where it was asked for. It is asked to be written only once it is known that it can go there.
fn write(
    answer: &AnswerArgs,
    archive: &Path,
    is_empty: bool,
    made: impl FnOnce(AnswerFormat) -> Option<String>,
) -> anyhow::Result<Outcome> {
    let format = answer.format();
    let mut sink = Sink::open(answer.output.as_deref(), &Inputs::only(archive))?;
    let Some(text) = made(format) else {
        bail!("this answer is not written as {}: choose another `--format`, such as `json`", named(&format));
    };
    sink.write(&text)?;
    sink.finish()?;
    Ok(if is_empty { Outcome::Findings } else { Outcome::All })
}
