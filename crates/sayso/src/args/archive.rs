//! What can be asked for of an archive.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::InputFormat;

/// Add articles to an archive, one SQLite file, and make it where there is none
///
/// Takes what `sayso read` takes. What was added before is not added again; an article whose text has changed is kept as a
/// revision beside the old one; near copies (wire copy, syndication) are told of. Others can ask the archive meanwhile.
///
/// It can be stopped at any time: run it again, and it goes on. Articles stand in the archive in the order in which they were named,
/// whatever `--jobs` is.
///
/// Exit status: 0 when everything is in the archive; 2 when something could not be read, which messages on the error output name.
/// The rest is added all the same.
#[derive(Debug, clap::Args)]
#[command(after_long_help = ADD_EXAMPLES)]
pub(crate) struct AddArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// Files, folders, patterns or `-` for standard input, as `sayso read` takes them
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// What every input is, whatever its name says [default: by its name, else by how it begins]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,

    /// How many articles to read at once [default: as many as there are processors]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
}

const ADD_EXAMPLES: &str = "\
Examples:
  sayso add week.db examples/week
  sayso add news.db 'crawl/**/*.jsonl.gz'";
