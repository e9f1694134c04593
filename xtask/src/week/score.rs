//! What the program says of a week beside what is so.
//!
//! An edge of kind `similar` claims nothing, so it counts neither as found nor as wrong. Where the truth allows several answers
//! each of them is right.

mod answers;
mod claims;
mod figures;
mod revisions;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, ensure};

use crate::week::truth::Truth;

/// Shares that must be reached.
const EARLIEST: f64 = 0.98;
const EDGES: f64 = 0.9;
const ROOTS: f64 = 0.9;
const POINTS: f64 = 0.95;
const CONFLICTS: f64 = 0.9;

/// One line of the table: how many of how many.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    what: &'static str,
    right: usize,
    of: usize,
    floor: Option<f64>,
}

impl Row {
    fn new(what: &'static str, floor: impl Into<Option<f64>>) -> Self {
        Self { what, right: 0, of: 0, floor: floor.into() }
    }

    fn count(&mut self, is_right: bool) -> bool {
        self.of += 1;
        self.right += usize::from(is_right);
        is_right
    }

    fn share(&self) -> f64 {
        self.right as f64 / self.of.max(1) as f64
    }

    /// A measure of which there was nothing to count misses its floor: it says nothing.
    fn is_met(&self) -> bool {
        self.floor.is_none_or(|floor| self.of > 0 && self.share() >= floor)
    }

    fn print(&self) {
        let floor = self.floor.map_or(String::new(), |floor| format!("≥ {floor:.2}"));
        let verdict = match (self.floor, self.is_met()) {
            (None, _) => "",
            (_, true) => "reached",
            (_, false) => "MISSED",
        };
        println!("{:<36} {:>6} {:>6} {:>6.3}   {floor:<7} {verdict}", self.what, self.right, self.of, self.share());
    }
}

/// Rows, and what was missed, a line each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    rows: Vec<Row>,
    missed: Vec<String>,
}

/// Asks the program about everything and prints what is right.
pub(crate) fn run(archive: &Path, truth: &Path, sayso: &Path, is_verbose: bool) -> anyhow::Result<ExitCode> {
    let bytes = fs::read(truth).with_context(|| format!("cannot read `{}`", truth.display()))?;
    let truth: Truth = serde_json::from_slice(&bytes).with_context(|| format!("`{}` is no truth", truth.display()))?;
    let program = Program { sayso, archive };
    let scores = [
        claims::score(&truth, &|query| program.answer(&["trace"], &[query]))?,
        figures::score(&truth, &|about| program.answer(&["figures"], &["--about", about]))?,
        revisions::score(&truth, &|url| program.answer(&["diff"], &[url]))?,
    ];
    println!("seed {}, {} articles\n", truth.seed, truth.articles);
    println!("{:<36} {:>6} {:>6} {:>6}   floor", "", "right", "of", "share");
    for row in scores.iter().flat_map(|score| &score.rows) {
        row.print();
    }
    if is_verbose {
        println!();
        for missed in scores.iter().flat_map(|score| &score.missed) {
            println!("{missed}");
        }
    }
    let is_met = scores.iter().flat_map(|score| &score.rows).all(Row::is_met);
    Ok(if is_met { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The program and the archive that it is asked about.
struct Program<'p> {
    sayso: &'p Path,
    archive: &'p Path,
}

impl Program<'_> {
    /// What it prints as JSON. Status 1 says that there is nothing; the JSON says so too.
    fn answer(&self, command: &[&str], asked: &[&str]) -> anyhow::Result<Vec<u8>> {
        let mut program = Command::new(self.sayso);
        program.args(command).arg(self.archive).args(asked).args(["--format", "json"]);
        let done = program.output().with_context(|| format!("cannot run `{}`", self.sayso.display()))?;
        let is_answer = matches!(done.status.code(), Some(0 | 1));
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        ensure!(is_answer, "`{} {}` failed: {}", command.join(" "), asked.join(" "), told.trim_end());
        Ok(done.stdout)
    }
}

/// Where an answer comes from: the program, or a test.
type Ask<'a> = &'a dyn Fn(&str) -> anyhow::Result<Vec<u8>>;

/// Whether two names are one: the same last word, whatever stands before it.
fn is_same_name(one: &str, other: &str) -> bool {
    let last = |name: &str| {
        let plain = name.to_lowercase();
        let mut words = plain.rsplit(|c: char| !c.is_alphanumeric() && c != '-');
        words.find(|word| !word.is_empty() && *word != "s").map(str::to_owned)
    };
    last(one).is_some() && last(one) == last(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_last_word() {
        for (one, other, expect) in [
            ("the fire service", "fire service", true),
            ("Oda Lindgard", "Lindgard", true),
            ("Oda Lindgard", "Anselm Krail", false),
            ("", "", false),
        ] {
            assert_eq!(is_same_name(one, other), expect, "{one} {other}");
        }
    }

    #[test]
    fn a_floor_is_missed_where_nothing_was_counted() {
        let mut row = Row::new("edges", 0.9);
        assert!(!row.is_met());
        row.count(true);
        assert!(row.is_met());
        row.count(false);
        assert!(!row.is_met());
        assert!(Row::new("stale", None).is_met());
    }
}
