//! `cargo xtask week`: a week of invented reporting whose lineage is known, and how much of it the program finds.

mod article;
mod files;
mod frames;
mod lineage;
mod make;
mod names;
mod pen;
mod plan;
mod prng;
mod score;
mod style;
mod truth;
mod wording;
mod world;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, ensure};

/// Write a week of invented reporting with its lineage, or score what the program says of one
///
/// The week is files that `sayso add` takes, and `truth.json` with what is so. The same seed gives the same week. With `--score`,
/// `--truth` and `--sayso`, asks the program about all of it and ends with status 1 where a floor is missed.
#[derive(Debug, clap::Args)]
pub(crate) struct WeekArgs {
    /// Write the week into this folder
    #[arg(long, required_unless_present = "score", conflicts_with = "score")]
    out: Option<PathBuf>,

    /// Another seed gives another week; 0 leaves people and places their names
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// How many articles, about
    #[arg(long, default_value_t = 240)]
    articles: usize,

    /// About two dozen articles of two events: the folder `examples/week`
    #[arg(long)]
    small: bool,

    /// Score the answers of this archive
    #[arg(long, requires = "truth", requires = "sayso")]
    score: Option<PathBuf>,

    /// The truth to compare with; when a week is written, where its truth goes [default: OUT.truth.json]
    #[arg(long)]
    truth: Option<PathBuf>,

    /// The program to ask
    #[arg(long)]
    sayso: Option<PathBuf>,

    /// Tell what was missed
    #[arg(long)]
    verbose: bool,
}

/// Writes or scores.
pub(crate) fn run(args: &WeekArgs) -> anyhow::Result<ExitCode> {
    if let (Some(archive), Some(truth), Some(sayso)) = (&args.score, &args.truth, &args.sayso) {
        return score::run(archive, truth, sayso, args.verbose);
    }
    let out = args.out.as_ref().context("no folder to write to: give `--out`")?;
    let week = if args.small { make::small()? } else { make::week(args.seed, args.articles)? };
    fs::create_dir_all(out).with_context(|| format!("cannot make `{}`", out.display()))?;
    let is_empty = fs::read_dir(out)?.next().is_none();
    ensure!(is_empty, "`{}` is not empty: name a new folder, or empty it", out.display());
    let files = files::files(&week.world, &week.articles);
    for (name, text) in &files {
        fs::write(out.join(name), text).with_context(|| format!("cannot write `{name}`"))?;
    }
    // Beside the folder, so that the folder holds articles only. The small one needs none.
    let beside = args.truth.clone().or_else(|| (!args.small).then(|| out.with_extension("truth.json")));
    if let Some(path) = beside {
        let truth = serde_json::to_string_pretty(&week.truth)? + "\n";
        fs::write(&path, truth).with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    let (articles, claims) = (week.truth.articles, week.truth.claims.len());
    println!("{articles} articles in {} files, {claims} claims", files.len());
    Ok(ExitCode::SUCCESS)
}
