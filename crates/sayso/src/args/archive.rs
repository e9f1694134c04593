//! What can be asked for of an archive.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::ValueEnum;

use super::{Color, InputFormat, width};

/// Add articles to an archive, one SQLite file, and make it where there is none
///
/// Takes what `sayso read` takes, and addresses, `https://courier.example/feed.xml`: of a feed its items as they stand there, or with
/// `--follow` the page of each; of any other address the page. Nothing else is fetched, and nothing is sent but the request. The
/// site's `robots.txt` is obeyed, and a host is asked no more than once a second. What was added before is not added again; an article whose text has changed is kept as a
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

    /// Files, folders, patterns or `-` for standard input, as `sayso read` takes them; or addresses
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Fetch the page of each item of the feeds whose addresses are named, and add it in the item's place
    #[arg(long)]
    pub(crate) follow: bool,

    /// Fetch from addresses of this machine and of private networks, too
    ///
    /// Else they are refused, wherever a name or a redirection leads, since who writes a feed could make Sayso ask where he cannot.
    #[arg(long)]
    pub(crate) allow_private: bool,

    /// What every input that is no address is, whatever its name says [default: by its name, else by how it begins]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,

    /// How many articles to read at once [default: as many as there are processors]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
}

const ADD_EXAMPLES: &str = "\
Examples:
  sayso add week.db examples/week
  sayso add news.db 'crawl/**/*.jsonl.gz' CC-NEWS-20261124.warc.gz
  sayso add news.db --follow https://courier.example/feed.xml";

/// Read an archive's articles again, as this version of the program reads them
///
/// From the bytes that the archive keeps: no file is needed, and nothing is fetched. Only what another version or other weights have read
/// is read again, unless `--all` says otherwise. It can be stopped at any time: run it again, and it goes on.
///
/// Exit status: 0 when all that was to be read again was; 2 when something could not be, which keeps the reading that it has.
#[derive(Debug, clap::Args)]
pub(crate) struct RereadArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// Read everything again
    #[arg(long)]
    pub(crate) all: bool,

    /// How many articles to read at once [default: as many as there are processors]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
}

/// Find statements, or articles, by words and fields
///
/// All words must be there, in any form (`survivor` finds survivors); "a phrase" in quotation marks as it stands, `dam*` whatever
/// begins so, `a OR b` one of the two, `-word` not. Fields: `source:Krail`, `outlet:Courier`, `title:dam`, `after:2026-11-24` and
/// `before:2026-11` (both with the day, month or year named), `type:anonymous` (person, organization, document, unnamed, group),
/// `terms:anonymity` (any, background, …), `act:denies` (says, thinks, wants, confirms, …), `kind:direct`, `has:figure` (quote, source,
/// terms, reason, date, relay, stance); each also with a minus before it.
///
/// Exit status: 0 when something is found; 1 when nothing is; 2 when the archive or the query cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_long_help = SEARCH_EXAMPLES)]
pub(crate) struct SearchArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// Words and fields; several arguments are one query, and one that begins with a minus goes after `--`
    #[arg(required = true)]
    pub(crate) query: Vec<String>,

    /// What is looked through
    #[arg(long = "in", value_enum, value_name = "WHAT", default_value_t = Among::Statements)]
    pub(crate) among: Among,

    /// What comes first
    #[arg(long, value_enum, value_name = "ORDER", default_value_t = Sort::Rank)]
    pub(crate) sort: Sort,

    /// How many to show; 0 for all
    #[arg(short = 'n', long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,

    /// How many to pass over first
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) skip: usize,

    #[command(flatten)]
    pub(crate) answer: AnswerArgs,
}

const SEARCH_EXAMPLES: &str = "\
Examples:
  sayso search week.db valve wired shut
  sayso search week.db 'type:anonymous -has:reason after:2026-11-24'
  sayso search week.db '\"cold store\" has:figure' --sort date -f csv";

/// What a search looks through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Among {
    /// What somebody says
    Statements,
    /// Whole articles
    Articles,
}

/// What of a search comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sort {
    /// What fits best
    Rank,
    /// The newest
    Date,
    /// The oldest
    Oldest,
}

/// Follow a statement: where it was first said in this archive, who took it up, and what changed on the way
///
/// Shows each appearance in the order of time, with outlet, chain and the words, against the one that it follows: quoted, reworded, in a
/// copy of the article, or similar only. Tells where an attribution was dropped or hardened, where a quotation stands most fully, who
/// says otherwise, and how many independent roots remain once copies and relays are taken away. The first is the earliest in this
/// archive, which need not be the origin.
///
/// Exit status: 0 when it is found; 1 when not; 2 when the archive cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_long_help = TRACE_EXAMPLES)]
pub(crate) struct TraceArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// The statement in words, a quotation or a part of one; or `#` and the row of a statement in the archive
    pub(crate) statement: String,

    #[command(flatten)]
    pub(crate) answer: AnswerArgs,
}

const TRACE_EXAMPLES: &str = "\
Examples:
  sayso trace week.db 'the relief valve had been wired shut'
  sayso trace week.db '#12000003' -o valve.html
  sayso trace week.db 'wired shut' -f dot | dot -Tsvg > valve.svg";

/// Follow a number: who gave it, who carried it, who raised or lowered it, who says otherwise
///
/// One series for each giver and thing (what befell whom, where): each number with its bound, the day that it holds for, who had it first
/// and who later. Conflicts (two givers, one day, numbers that cannot both hold), roll-backs, roundings and stale repeats are named.
/// Reports are never added up.
///
/// Exit status: 0 when there are figures; 1 when there are none; 2 when the archive cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_long_help = FIGURES_EXAMPLES)]
pub(crate) struct FiguresArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// What is counted, and words that the articles have: "killed in Osterby"
    #[arg(long, value_name = "WORDS")]
    pub(crate) about: String,

    /// One line through the numbers of each thing, by the newest of each giver day by day
    #[arg(long, value_enum, value_name = "POLICY")]
    pub(crate) line: Option<Policy>,

    #[command(flatten)]
    pub(crate) answer: AnswerArgs,
}

const FIGURES_EXAMPLES: &str = "\
Examples:
  sayso figures week.db --about 'killed in Osterby'
  sayso figures week.db --about 'injured' --line maximum -o injured.html";

/// How several givers' numbers make one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Policy {
    /// The least of the givers' newest
    Minimum,
    /// The most of the givers' newest
    Maximum,
    /// The newest of all
    Latest,
    /// Each giver's own
    PerSource,
}

/// List who speaks in an archive, or show all that somebody said
///
/// Named persons, organizations and documents across articles, put together by name, title and context, with a log of why; `--split` takes a
/// row out again. Of one: what they said in time, the titles they held, what repeats or contradicts what they said before. Unnamed
/// sources are descriptions in their articles and are never put together.
///
/// Exit status: 0 when somebody is found; 1 when nobody is; 2 when the archive cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_long_help = SOURCES_EXAMPLES)]
pub(crate) struct SourcesArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// A name or a part of one; all if left out
    pub(crate) name: Option<String>,

    /// A source (row of the archive) that is somebody else than its name says
    #[arg(long, value_name = "SOURCE")]
    pub(crate) split: Vec<i64>,

    #[command(flatten)]
    pub(crate) answer: AnswerArgs,
}

const SOURCES_EXAMPLES: &str = "\
Examples:
  sayso sources week.db
  sayso sources week.db Krail
  sayso sources week.db Krail --split 7000002";

/// Show what changed between the texts that an article has had
///
/// Attributions dropped, sources renamed, reasons for anonymity gone, numbers silently changed; not commas.
///
/// Exit status: 0 when the article is there; 1 when it is not; 2 when the archive cannot be read.
#[derive(Debug, clap::Args)]
pub(crate) struct DiffArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// The article: its address, its identifier, its path, or `#` and its row
    pub(crate) article: String,

    #[command(flatten)]
    pub(crate) answer: AnswerArgs,
}

/// Write an archive in the formats of the field
///
/// All of it, each article with its sources, statements and figures, as it was when the export began. Offsets are code points of the
/// articles' texts. docs/export.md has what each format holds. A file or a folder appears only once it is complete.
///
/// Exit status: 0 when it is written; 2 when it could not be.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXPORT_EXAMPLES)]
pub(crate) struct ExportArgs {
    /// The archive
    pub(crate) archive: PathBuf,

    /// What to write
    #[arg(short, long, value_enum)]
    pub(crate) format: ExportFormat,

    /// Write here: a file, or for `csv`, `parquet`, `brat` and `datasette` a folder, which must be new or empty [default for a file:
    /// standard output]
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,

    /// By what time of publication Parquet is partitioned
    #[arg(long, value_enum, value_name = "TIME", default_value_t = Partition::Day)]
    pub(crate) by: Partition,

    /// A statement, in words or as `#` and its row, whose trace is written too: of `prov-turtle`, `prov-json` and `schema-org`; can be
    /// given several times
    #[arg(long, value_name = "STATEMENT")]
    pub(crate) trace: Vec<String>,
}

const EXPORT_EXAMPLES: &str = "\
Examples:
  sayso export week.db --format jsonl | jq -r '.statements[].content'
  sayso export week.db --format parquet --by month -o week
  sayso export week.db --format prov-turtle --trace 'the relief valve had been wired shut' -o week.ttl
  sayso export week.db --format datasette -o desk && datasette week.db -m desk/metadata.json --plugins-dir desk/plugins";

/// What an archive is exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// JSON Lines: an object for each article
    Jsonl,
    /// A CSV file for each table, for spreadsheets
    Csv,
    /// Parquet files for each table, Hive-partitioned, for data frames
    Parquet,
    /// brat standoff: two files for each article, for annotation tools
    Brat,
    /// W3C Web Annotation, as JSON Lines: an annotation for each statement
    WebAnnotation,
    /// PROV-O, as Turtle
    ProvTurtle,
    /// PROV-O, as JSON-LD
    ProvJson,
    /// schema.org, as JSON-LD
    SchemaOrg,
    /// What Datasette wants to know of the archive: titles, facets, search, questions, links; no article
    Datasette,
}

impl ExportFormat {
    /// The format of the articles; none for Datasette, which reads the archive itself.
    pub(crate) fn of_articles(self) -> Option<sayso_export::Format> {
        sayso_export::Format::named(&super::named(&self))
    }
}

/// A time by which files are partitioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Partition {
    /// `year=2026`
    Year,
    /// `month=2026-11`
    Month,
    /// `day=2026-11-24`
    Day,
}

impl From<Partition> for sayso_export::By {
    fn from(by: Partition) -> Self {
        match by {
            Partition::Year => Self::Year,
            Partition::Month => Self::Month,
            Partition::Day => Self::Day,
        }
    }
}

/// How an answer is written.
#[derive(Debug, clap::Args)]
pub(crate) struct AnswerArgs {
    /// What to write [default: what the ending of `-o` says, else text]
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<AnswerFormat>,

    /// Write here; it appears once it is complete
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Columns of `--format text` [default: the terminal's, else 80]
    #[arg(short, long, value_name = "N")]
    pub(crate) width: Option<usize>,

    /// When to colour `--format text`; `auto`: at a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// What an answer is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// For people, at a terminal
    Text,
    /// One JSON document
    Json,
    /// Rows, for a spreadsheet; of searches, figures and sources
    Csv,
    /// One web page without scripts
    Html,
    /// A graph for Graphviz; of traces
    Dot,
    /// A graph for Mermaid; of traces
    Mermaid,
}

/// Endings of the files that answers are kept in.
const ENDINGS: &[(&str, AnswerFormat)] = &[
    ("txt", AnswerFormat::Text),
    ("json", AnswerFormat::Json),
    ("csv", AnswerFormat::Csv),
    ("html", AnswerFormat::Html),
    ("htm", AnswerFormat::Html),
    ("dot", AnswerFormat::Dot),
    ("gv", AnswerFormat::Dot),
    ("mmd", AnswerFormat::Mermaid),
];

impl AnswerArgs {
    /// What to write: what was asked for, or what the output's name says.
    pub(crate) fn format(&self) -> AnswerFormat {
        let ending = || self.output.as_deref()?.extension();
        let by_ending = || {
            let ending = ending()?;
            ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|&(_, format)| format)
        };
        self.format.or_else(by_ending).unwrap_or(AnswerFormat::Text)
    }

    pub(crate) fn options(&self) -> sayso_pages::Options {
        let default = sayso_pages::Options::default();
        let color = self.color.is_wanted(self.output.is_none());
        sayso_pages::Options { width: width(self.width, default.width), color, ..default }
    }
}
