//! `cargo xtask`: what is done to the project and is no part of it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for people at a terminal")]

mod bench;
mod instructions;
mod measure;
mod places;
mod rules;
mod week;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Chores of the project
#[derive(Debug, Parser)]
enum Task {
    Bench(BenchArgs),
    /// Write `docs/rules/`, a page for each rule of `sayso check` and their index, from the rules' own comments
    Rules,
    Week(week::WeekArgs),
}

/// Measure what the reader must reach: speed beside a peer's, memory, start, size
///
/// Builds the release binary, installs the peer (spaCy's small English model) under `target/`, runs both in turn on one
/// thread over the same articles and compares. Ends with status 1 where a floor is missed, 2 where something could not be
/// measured.
#[derive(Debug, clap::Args)]
pub(crate) struct BenchArgs {
    /// A folder of plain-text articles [default: ../shared/data/polnear/dev/text]
    pub(crate) text: Option<PathBuf>,

    /// How often each of the two reads all of it
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) rounds: u32,

    /// Count instructions of the encoder's hot loops instead, with valgrind: the same on a busy machine as on an idle one
    #[arg(long)]
    pub(crate) instructions: bool,
}

fn main() -> ExitCode {
    let done = match Task::parse() {
        Task::Bench(args) if args.instructions => instructions::run(),
        Task::Bench(args) => bench::run(&args),
        Task::Rules => rules::run(),
        Task::Week(args) => week::run(&args),
    };
    done.unwrap_or_else(|error| {
        eprintln!("xtask: error: {error:#}");
        ExitCode::from(2)
    })
}
