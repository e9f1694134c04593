//! One run of a program: how long, how much of a processor, how much memory, when it first said something.

use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use wait4::Wait4;

/// What one run took.
pub(crate) struct Run {
    /// From the start to the end.
    pub(crate) clock: Duration,
    /// Processor time of all its threads.
    pub(crate) processor: Duration,
    /// The most memory that it had at once, in bytes.
    pub(crate) peak: u64,
    /// From the start to the first byte of its output.
    pub(crate) first_output: Duration,
}

/// Runs a command to its end and throws its output away.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<Run> {
    let name = command.get_program().to_string_lossy().into_owned();
    let start = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("cannot run `{name}`"))?;
    let mut output = child.stdout.take().context("its output is piped")?;
    let said = output.read(&mut [0])?;
    let first_output = start.elapsed();
    io::copy(&mut output, &mut io::sink())?;
    let end = child.wait4()?;
    let clock = start.elapsed();
    if said == 0 || !end.status.success() {
        bail!("`{name}` failed ({}) or wrote nothing", end.status);
    }
    Ok(Run { clock, processor: end.rusage.utime + end.rusage.stime, peak: end.rusage.maxrss, first_output })
}

/// The middle, the lowest and the highest of some figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Range {
    pub(crate) median: f64,
    pub(crate) min: f64,
    pub(crate) max: f64,
}

/// The range of `values`, of which there is at least one.
pub(crate) fn range(values: impl IntoIterator<Item = f64>) -> Range {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let median = if values.len() % 2 == 1 { values[middle] } else { f64::midpoint(values[middle - 1], values[middle]) };
    Range { median, min: values[0], max: values[values.len() - 1] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
        let check = |values: &[f64], median, min, max| {
            assert_eq!(range(values.iter().copied()), Range { median, min, max }, "{values:?}");
        };
        check(&[3.0], 3.0, 3.0, 3.0);
        check(&[9.0, 1.0, 2.0], 2.0, 1.0, 9.0);
        check(&[4.0, 1.0, 9.0, 2.0], 3.0, 1.0, 9.0);
    }
}
