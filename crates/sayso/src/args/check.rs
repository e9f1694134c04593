//! What `check`, `rule` and `config` can be asked for.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use sayso_check::config::{FailOn, Flags};
use sayso_report::Format;

use super::{Color, InputFormat, date};

/// The names of the formats that findings can be written as; the first is the default.
pub(crate) fn output_formats() -> Vec<&'static str> {
    Format::all().map(Format::name).collect()
}

/// A format by its name; the default for one article where there is none of this name.
pub(crate) fn output_format_named(name: Option<&str>) -> (&'static str, Format) {
    let format = name.and_then(Format::named).unwrap_or(Format::Full);
    (format.name(), format)
}

/// Endings of the files that reports are usually kept in.
const ENDINGS: &[(&str, Format)] = &[
    ("json", Format::Json),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("sarif", Format::Sarif),
    ("xml", Format::Junit),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
];

/// The format that a file's ending stands for.
fn by_ending(path: &Path) -> Option<Format> {
    let ending = path.extension()?;
    ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|&(_, format)| format)
}

impl CheckArgs {
    /// What to write of so many files: what was asked for, else what the output's name says, else what the environment or a
    /// configuration says; else each finding in its sentence for one file, and for more a line a finding, so that a day's work is
    /// seen at a look.
    pub(crate) fn format(&self, configured: Option<&str>, files: usize) -> Format {
        let asked = self.output_format.as_deref().and_then(Format::named);
        let named = || self.output.as_deref().and_then(by_ending);
        let by_number = if files > 1 { Format::Grouped } else { Format::Full };
        asked.or_else(named).or_else(|| configured.and_then(Format::named)).unwrap_or(by_number)
    }
}

/// Check articles against a desk's sourcing rules
///
/// Reads what `sayso read` reads and says which statements break the rules, where, why, and what to do. `sayso rule CODE`
/// shows a rule with its reasons. Nothing is sent anywhere.
///
/// Which rules hold, and how strictly, is written in `.sayso.toml` or `sayso.toml`: the nearest one upwards of each article
/// counts, else the user's own in `$XDG_CONFIG_HOME/sayso/sayso.toml`. `sayso config` shows what holds and where it comes
/// from.
///
/// Of an archive (`sayso add`) that is named, every article is checked in its newest text, and the rules of lineage (LIN) compare it
/// with what the archive told before. An archive in a folder is passed over.
///
/// Exit status: 0 when nothing was found, 1 when something was found that `--fail-on` does not let pass, 2 when something
/// could not be read or a configuration is broken, which messages on the error output name; the rest is checked all the
/// same. Findings come in the order in which the articles were named, whatever `--jobs` is.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[command(after_long_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// Files, folders, patterns or `-`; if there is none, standard input where something is piped in, else this folder
    ///
    /// As for `sayso read`. In folders, and of what a pattern matches, what a `.gitignore` or `.saysoignore` names is passed over;
    /// a file that is named itself is always read, unless `--force-exclude` is given.
    pub(crate) paths: Vec<PathBuf>,

    /// What to write findings as [default: what the output's ending, `SAYSO_OUTPUT_FORMAT` or the configuration says, else `full`
    /// for one file and `grouped` for more]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(output_formats()))]
    pub(crate) output_format: Option<String>,

    /// Write here; it appears once it is complete
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) config: ConfigArgs,

    /// Exit with 0 whatever is found; with 2 still where something could not be read
    #[arg(short, long)]
    pub(crate) exit_zero: bool,

    /// Write how often each rule was broken instead of where
    #[arg(long, conflicts_with_all = ["diff", "show_files"])]
    pub(crate) statistics: bool,

    /// Make the changes that can do no harm, in plain text and Markdown files, each in its encoding, and check what they leave
    #[arg(long, conflicts_with = "diff")]
    pub(crate) fix: bool,

    /// Write the changes that `--fix` would make, and make none; exit with 1 where there are any
    #[arg(long)]
    pub(crate) diff: bool,

    /// Write which files would be checked
    #[arg(long)]
    pub(crate) show_files: bool,

    /// Pass over what a `.gitignore` or `.saysoignore` names also where it is named itself, as programs do that name every file
    #[arg(long)]
    pub(crate) force_exclude: bool,

    /// Check again whenever an article or a configuration changes, until Ctrl-C
    #[arg(long, conflicts_with_all = ["fix", "show_files", "add_baseline"])]
    pub(crate) watch: bool,

    /// Let stand what a baseline lets stand: what was found when it was written is told of and fails no run
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Write what is found into a baseline [default file: `sayso-baseline.json`] and exit with 0; what it says of other articles
    /// stays, unless they are gone
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, default_missing_value = "sayso-baseline.json")]
    pub(crate) add_baseline: Option<PathBuf>,

    /// Count only what the edit brought: what was found in the article at this git revision is let stand
    #[arg(long, value_name = "REV")]
    pub(crate) diff_from: Option<String>,

    /// What standard input is called: its ending says the format, its folder which configuration holds
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,

    /// Read every article again, and remember nothing of it
    ///
    /// What was found in an article is kept in `$XDG_CACHE_HOME/sayso`, readable by you alone, and used as long as the
    /// article, what holds for it, and sayso are the same.
    #[arg(long)]
    pub(crate) no_cache: bool,

    /// How many articles to read at once [default: as many as there are processors]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Columns of formats for people [default: the terminal's, else 80]
    #[arg(short, long, value_name = "N")]
    pub(crate) width: Option<usize>,

    /// When to colour formats for people; `auto`: at a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,

    /// The day the articles were published, from which "on Monday" is counted [default: what each article says]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) published: Option<String>,

    /// What every input is, whatever its name says [default: by its name, else by how it begins]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  sayso check draft.md
  sayso check drafts/ --select ANO,CHN --fail-on error
  sayso check --config 'rules.ANO001.severity=error' draft.md
  sayso check --watch drafts/
  sayso check archive/ --add-baseline && sayso check archive/ --baseline sayso-baseline.json
  sayso check --diff-from main drafts/
  sayso check week.db --select LIN
  pbpaste | sayso check --stdin-filename draft.md";

/// Which rules hold: what goes before every file.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ConfigArgs {
    /// The rules that hold: codes (ANO001), their beginnings (ANO), names, categories or ALL, with commas between them
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Option<Vec<String>>,

    /// Rules that hold besides
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) extend_select: Vec<String>,

    /// Rules that do not hold
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,

    /// From which severity on a finding fails the run [default: what the configuration says, else warning]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<Severity>,

    /// A configuration that holds instead of the nearest, or KEY=VALUE that goes before all
    ///
    /// May be given several times, with one file. `SAYSO_CONFIG` names a file, too. Words need no quotation marks and lists of
    /// them no brackets: `--config ignore=ANO,VAG`.
    #[arg(long, value_name = "FILE|KEY=VALUE")]
    pub(crate) config: Vec<String>,

    /// Read no configuration
    #[arg(long)]
    pub(crate) isolated: bool,
}

/// From which severity on a finding fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Severity {
    Error,
    Warning,
    Info,
    Never,
}

impl ConfigArgs {
    /// What the flags say, for the configuration.
    pub(crate) fn flags(&self, output_format: Option<&String>) -> Flags {
        let trimmed = |rules: &Vec<String>| rules.iter().map(|rule| rule.trim().to_owned()).collect();
        Flags {
            select: self.select.as_ref().map(trimmed),
            extend_select: trimmed(&self.extend_select),
            ignore: trimmed(&self.ignore),
            fail_on: self.fail_on.and_then(|severity| FailOn::named(&super::named(&severity))),
            output_format: output_format.cloned(),
        }
    }
}

/// Show a rule: what it does, why it matters, on whose authority, with examples
///
/// Exit status: 0, or 2 where there is no such rule.
#[derive(Debug, clap::Args)]
pub(crate) struct RuleArgs {
    /// Its code or its name, such as ANO001 or bare-source
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub(crate) rule: Option<String>,

    /// All rules, a line each; as JSON with all there is to say of them
    #[arg(long)]
    pub(crate) all: bool,

    /// A configuration whose packs' rules are meant, too [default: the one that holds in this folder]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<String>,

    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Shape::Text)]
    pub(crate) output_format: Shape,

    /// Columns [default: the terminal's, else 80]
    #[arg(short, long, value_name = "N")]
    pub(crate) width: Option<usize>,

    /// When to colour; `auto`: at a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// Show which rules hold for a file, how strictly, and who says so
///
/// Each value stands with where it comes from: a file with line and column, a flag, a variable, or `default`.
///
/// Exit status: 0, or 2 where a configuration is broken.
#[derive(Debug, clap::Args)]
pub(crate) struct ConfigShowArgs {
    /// The file or folder, which need not be there [default: this folder]
    pub(crate) path: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) config: ConfigArgs,

    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Shape::Text)]
    pub(crate) output_format: Shape,
}

/// For people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// For people
    Text,
    /// One JSON document
    Json,
}
