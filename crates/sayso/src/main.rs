//! `sayso`: articles in, on whose say-so each statement rests out. This crate is where bytes come from and go to; what is
//! done with them is in the others.
//!
//! Exit status: 0 when everything was read, 1 when `check` found what a desk does not let pass (or an editor left without
//! asking), 2 when something could not be read (the rest still is). A reader of the output that goes away (`sayso read news | head`) ends the program quietly.

mod archive;
mod args;
mod articles;
mod check;
mod config;
mod counted;
mod eval;
mod fetch;
mod folder;
mod gold_folder;
mod inputs;
mod lines;
mod lsp;
mod message;
mod output;
mod packs;
mod paths;
mod pipeline;
mod predictions;
mod progress;
mod read;
mod rule;
mod sink;
mod table;
mod test;
mod wrap;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use clap::{CommandFactory, Parser};

use crate::args::{Args, Command};
use crate::message::Message;

/// A trace and a reading make many small things and throw them away: the system's allocator takes a tenth more of their time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What a run came to; the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Everything could be read.
    All,
    /// Everything could be read, and something in it should not pass; of `lsp`, that the editor left without asking, which its
    /// protocol wants to be 1.
    Findings,
    /// Not all; messages say what.
    Partly,
}

impl Outcome {
    /// The exit status that says so.
    pub(crate) fn status(self) -> i32 {
        self as i32
    }
}

fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(outcome) => ExitCode::from(outcome as u8),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            Message::error(format!("{error:#}")).print();
            ExitCode::from(2)
        }
    }
}

fn run(args: Args) -> anyhow::Result<Outcome> {
    match args.command {
        Command::Read(args) => read::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Rule(args) => rule::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Config(args) => config::show::run(&args),
        Command::Add(args) => archive::add::run(&args),
        Command::Search(args) => archive::search::run(&args),
        Command::Trace(args) => archive::trace::run(&args),
        Command::Figures(args) => archive::figures::run(&args),
        Command::Sources(args) => archive::sources::run(&args),
        Command::Diff(args) => archive::diff::run(&args),
        Command::Export(args) => archive::export::run(&args),
        Command::Reread(args) => archive::reread::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Lsp { .. } => lsp::run(),
        Command::Completions { shell } => completions(shell),
        Command::Man { command } => man(command.as_deref()),
    }
}

fn completions(shell: clap_complete::Shell) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "sayso", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Outcome::All)
}

fn man(name: Option<&str>) -> anyhow::Result<Outcome> {
    let mut command = Args::command();
    command.build();
    if let Some(name) = name {
        let commands: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        let unknown = format!("no command `{name}`: the commands are {}", commands.join(", "));
        command = command.find_subcommand(name).context(unknown)?.clone();
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(Outcome::All)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}
