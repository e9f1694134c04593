//! What can be asked for on the command line. Help, completions and the manual page are made from this.

mod archive;
mod check;
mod test;

use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};

pub(crate) use archive::{
    AddArgs, Among, AnswerArgs, AnswerFormat, DiffArgs, ExportArgs, ExportFormat, FiguresArgs, Policy, RereadArgs,
    SearchArgs, Sort, SourcesArgs, TraceArgs,
};
pub(crate) use check::{CheckArgs, ConfigArgs, ConfigShowArgs, RuleArgs, Shape, output_format_named, output_formats};
pub(crate) use test::TestArgs;

/// Shows on whose say-so each statement of a news article rests
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Read(ReadArgs),
    Check(CheckArgs),
    Rule(RuleArgs),
    Test(TestArgs),
    Config(ConfigShowArgs),
    Add(AddArgs),
    Search(SearchArgs),
    Trace(TraceArgs),
    Figures(FiguresArgs),
    Sources(SourcesArgs),
    Diff(DiffArgs),
    Export(ExportArgs),
    Reread(RereadArgs),
    Eval(EvalArgs),
    /// Serve an editor: findings while a draft is written, and on whose say-so the statement under the cursor rests
    ///
    /// Speaks the Language Server Protocol over standard input and output, so it is started by an editor and not by hand:
    /// docs/editors.md says how. Reads plain text and Markdown. Nothing is sent anywhere else.
    ///
    /// Exit status: 0 when the editor asked it to shut down before it went away; 1 when it did not.
    Lsp {
        /// What it does anyway; many editors say so
        #[arg(long)]
        stdio: bool,
    },
    /// Print a completion script for a shell
    Completions {
        /// Which shell; for bash: `sayso completions bash > ~/.local/share/bash-completion/completions/sayso`
        shell: clap_complete::Shell,
    },
    /// Print the manual page, for `man -l -`
    Man {
        /// Of this command; of the whole program if left out
        command: Option<String>,
    },
}

/// Read articles: who says what, with the exact words
///
/// Reads plain text, Markdown with front matter, web pages, JSON Lines, feeds (RSS, Atom, JSON Feed), web archives (WARC) and Parquet,
/// each also gzipped. Nothing is sent anywhere.
///
/// Exit status: 0 when everything was read; 2 when something could not be, which messages on the error output name. The
/// rest is read all the same. Readings come in the order in which the articles were named, whatever `--jobs` is.
#[derive(Debug, clap::Args)]
#[command(after_long_help = READ_EXAMPLES)]
pub(crate) struct ReadArgs {
    /// Files, folders, patterns or `-`; standard input if there is none
    ///
    /// A folder is read with the folders in it, by name; what begins with a dot and what has no known ending (txt, text,
    /// md, markdown, html, htm, xhtml, jsonl, ndjson, rss, atom, warc, parquet, and xml and json where they are feeds, each also
    /// with .gz) is passed over. A pattern in quotation marks, such as 'news/**/*.html', is matched here and not by the shell:
    /// `*`, `?`, `[a-z]`, and `**` for any folders. A file that is named is read whatever its ending.
    pub(crate) paths: Vec<PathBuf>,

    /// What to write [default: what the ending of `-o` says, else text at a terminal, and otherwise jsonl, or csv for a view]
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<Format>,

    /// What of each reading to show, as `text` or `csv`
    #[arg(long, value_enum, value_name = "VIEW", default_value_t = View::Attributions)]
    pub(crate) view: View,

    /// Write here; it appears once it is complete. For `--format brat` a folder
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// How many articles to read at once [default: as many as there are processors]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Columns of `--format text` [default: the terminal's, else 80]
    #[arg(short, long, value_name = "N")]
    pub(crate) width: Option<usize>,

    /// When to colour `--format text`; `auto`: at a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,

    /// The day the articles were published, from which "on Monday" is counted [default: what each article says]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) published: Option<String>,

    /// What every input is, whatever its name says [default: by its name, else by how it begins]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,
}

/// A date as it was given, if it can be read.
fn date(given: &str) -> Result<String, String> {
    let example = "no date that can be read: write it as `2026-05-03`";
    sayso_reading::dates::day(given).map(|_| given.to_owned()).ok_or_else(|| example.to_owned())
}

const READ_EXAMPLES: &str = "\
Examples:
  sayso read article.html
  sayso read drafts/ -o review.html
  sayso read 'archive/**/*.jsonl.gz' > readings.jsonl
  pbpaste | sayso read";

/// Score readings against a gold standard
///
/// What is scored follows from what the folder holds:
///
/// `text/NAME.txt` and `attributions/NAME_1a2b.ann` (brat annotations; the first annotator by file name counts):
/// characters, spans, attributions with their source, by kind, with 95 % intervals, and how far `confidence` can be
/// believed. Nested attributions are left out, as this gold has outermost ones.
///
/// `NAME.txt` and `NAME.toml` (gold of our own, see gold/README.md): attributions with source and nesting, source types,
/// names, chains, terms, stances, channels, dates, figures.
///
/// `rs4/NAME.rs4` and `conllu/NAME.conllu` (discourse trees, as the GUM corpus has them): attributions, nested ones too,
/// with cue and source head right.
///
/// `docs/eval.md` says how each figure is counted.
///
/// Exit status: 0 when everything was scored; 2 when something could not be, which messages on the error output name.
#[derive(Debug, clap::Args)]
pub(crate) struct EvalArgs {
    /// A folder of articles and annotations
    pub(crate) gold: PathBuf,

    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// Write a line for each thing missed, wrong or too much, before the scores; not for brat annotations
    #[arg(long, conflicts_with = "json")]
    pub(crate) errors: bool,

    /// How many articles to read at once [default: as many as there are processors]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Score these attributions instead of reading the articles
    ///
    /// JSON Lines: readings as `sayso read` writes them, or, but for gold of our own, one `{"doc": NAME, "attributions":
    /// [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e]]}]}` for each article, in code points.
    #[arg(long, value_name = "FILE")]
    pub(crate) pred: Option<PathBuf>,
}

/// What comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The article marked up, for people
    Text,
    /// One JSON document
    Json,
    /// One JSON reading a line
    Jsonl,
    /// A row for each attribution
    Csv,
    /// One web page; it is made of all readings at once, so all are kept in memory
    Html,
    /// Annotations for brat: with -o a folder of NAME.txt and NAME.ann
    Brat,
}

/// What of a reading is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    /// Who says what
    Attributions,
    /// Who the sources are: name, type, titles, terms, how much each says
    Sources,
    /// Through whose hands each statement came, from the article to who is said to know it first hand
    Chains,
    /// The numbers, each with who gives it
    Figures,
    /// Whole sentences with who stands behind them. As csv in the columns of the sourcing benchmark, which name no article:
    /// write one file for each
    Statements,
}

impl View {
    /// How it is written as text and as csv.
    pub(crate) fn written(self) -> &'static sayso_views::View {
        match self {
            View::Attributions => &sayso_views::ATTRIBUTIONS,
            View::Sources => &sayso_views::SOURCES,
            View::Chains => &sayso_views::CHAINS,
            View::Figures => &sayso_views::FIGURES,
            View::Statements => &sayso_views::STATEMENTS,
        }
    }
}

/// A view or a format as it is named on the command line.
pub(crate) fn named(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// Endings of the files that formats are usually kept in.
const ENDINGS: &[(&str, Format)] = &[
    ("txt", Format::Text),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("ndjson", Format::Jsonl),
    ("csv", Format::Csv),
    ("html", Format::Html),
    ("htm", Format::Html),
];

impl Format {
    fn by_ending(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|&(_, format)| format)
    }
}

/// What goes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// Plain text
    Text,
    /// Markdown, with front matter or without
    Markdown,
    /// A web page
    Html,
    /// One JSON object a line, with `text` and what is known of id, url, outlet, published, title
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl ReadArgs {
    /// What to write: what was asked for, or what the output's name says, or what suits the place it goes to.
    pub(crate) fn format(&self) -> Format {
        let at_terminal = self.output.is_none() && std::io::stdout().is_terminal();
        let by_place = match self.view {
            _ if at_terminal => Format::Text,
            View::Attributions => Format::Jsonl,
            // The others are lines or rows, and rows are for programs.
            _ => Format::Csv,
        };
        self.format.or_else(|| Format::by_ending(self.output.as_deref()?)).unwrap_or(by_place)
    }

    pub(crate) fn view_options(&self) -> sayso_views::Options {
        let default = sayso_views::Options::default();
        let color = self.color.is_wanted(self.output.is_none());
        sayso_views::Options { width: width(self.width, default.width), color, ..default }
    }
}

impl Color {
    /// Whether to colour what goes to standard output, or elsewhere.
    pub(crate) fn is_wanted(self, to_stdout: bool) -> bool {
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => match wants_color() {
                Some(wanted) => wanted,
                None => to_stdout && std::io::stdout().is_terminal(),
            },
        }
    }
}

/// Columns: as many as were asked for, else as many as the terminal has.
pub(crate) fn width(asked: Option<usize>, otherwise: usize) -> usize {
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked.or_else(terminal).unwrap_or(otherwise)
}

/// What the environment says, if it does: `NO_COLOR` (no-color.org) before `FORCE_COLOR` (force-color.org), then `CLICOLOR_FORCE`
/// and `CLICOLOR` (bixense.com/clicolors), and terminals without any.
fn wants_color() -> Option<bool> {
    let said = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if said("NO_COLOR").is_some() {
        return Some(false);
    }
    let is_on = |name: &str| said(name).map(|value| value != "0");
    let is_off =
        said("CLICOLOR").is_some_and(|value| value == "0") || said("TERM").is_some_and(|value| value == "dumb");
    is_on("FORCE_COLOR").or(is_on("CLICOLOR_FORCE").filter(|on| *on)).or(is_off.then_some(false))
}

/// The number of articles to read at once.
pub(crate) fn jobs(asked: Option<NonZeroUsize>) -> usize {
    let default = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    // More threads than this only cost memory.
    asked.map_or_else(default, NonZeroUsize::get).min(256)
}

impl From<InputFormat> for sayso_article::Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Text => Self::Text,
            InputFormat::Markdown => Self::Markdown,
            InputFormat::Html => Self::Html,
            InputFormat::Jsonl => Self::JsonLines,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_holds_together() {
        Args::command().debug_assert();
    }
}
