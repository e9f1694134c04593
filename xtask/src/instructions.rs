//! `cargo xtask bench --instructions`: how many instructions one window of text takes, and which loops take them.
//!
//! Times on a busy machine say little about a change of a loop; counts are the same every time. valgrind shows the program
//! a processor with AVX2 and no VNNI, whatever this one has, so it is the kernels for that one that are counted.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, ensure};

use crate::places;

/// What is reported: a name for people, and the function that does it. The counts include what the function calls.
const PIECES: &[(&str, &str)] = &[
    ("words to pieces", "window::windows"),
    ("encoder", "encoder::Encoder::run"),
    ("  product", "pairs::Pairs::multiply"),
    ("  product (rten-gemm)", "rten_gemm::GemmExecutor<LhsT,RhsT,OutT>::gemm"),
    ("  attention", "kernels::attend"),
    ("  quantise", "kernels::quantise"),
    ("  restore", "kernels::restore"),
    ("  restore, GELU", "kernels::restore_gelu"),
    ("  restore, add, norm", "kernels::restore_add_norm"),
    ("heads", "tags::Heads::run"),
];
/// A function may be compiled once for any processor and once for some: these ends are of one and the same.
const VARIANTS: &[&str] = &["_wide", "_body", "_avx2"];
/// Functions shown with what they themselves take.
const TOP: usize = 12;

/// Counts one window.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let found = Command::new("valgrind").arg("--version").output();
    ensure!(
        found.is_ok_and(|found| found.status.success()),
        "no `valgrind`, which counts the instructions: install it"
    );

    let mut cargo = places::cargo();
    // As released, but with the names of functions kept.
    cargo.env("CARGO_PROFILE_BENCH_STRIP", "none").env("CARGO_PROFILE_BENCH_DEBUG", "line-tables-only");
    cargo.args(["build", "--profile", "bench", "--locked", "--package", "sayso-model", "--example", "hot"]);
    let program = places::build(&mut cargo)?;

    let counts = places::target().join("callgrind.out");
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--toggle-collect=hot::one_window*"]);
    places::quietly(valgrind.arg(format!("--callgrind-out-file={}", counts.display())).arg(&program))?;
    let words = words(&program)?;
    let inclusive = annotate(&counts, true)?;
    let own = annotate(&counts, false)?;

    let total = inclusive.iter().map(|f| f.count).max().context("nothing was counted")?;
    println!(
        "one window of {words} words: {} million instructions, {} a word\n",
        millions(total),
        millions(total / words)
    );
    println!("{:<32} {:>9}   share", "with what it calls", "millions");
    for (name, function) in PIECES {
        let count = inclusive.iter().filter(|f| is(&f.name, function)).map(|f| f.count).max();
        if let Some(count) = count {
            print(name, count, total);
        }
    }
    println!("\n{:<32} {:>9}   share", "on its own", "millions");
    for function in own.iter().take(TOP) {
        print(&short(&function.name), function.count, total);
    }
    Ok(ExitCode::SUCCESS)
}

/// How many words the program says that its window has.
fn words(program: &Path) -> anyhow::Result<u64> {
    let said = String::from_utf8(Command::new(program).output()?.stdout)?;
    said.trim().parse().with_context(|| format!("the example should print its count of words, not `{said}`"))
}

/// A function and its instructions.
#[derive(Debug, PartialEq)]
struct Counted {
    name: String,
    count: u64,
}

fn annotate(counts: &Path, inclusive: bool) -> anyhow::Result<Vec<Counted>> {
    let mut annotate = Command::new("callgrind_annotate");
    annotate.arg(if inclusive { "--inclusive=yes" } else { "--inclusive=no" });
    let done = annotate.args(["--auto=no", "--threshold=100"]).arg(counts).output()?;
    ensure!(done.status.success(), "callgrind_annotate failed: {}", String::from_utf8_lossy(&done.stderr));
    let lines = String::from_utf8_lossy(&done.stdout);
    let lines = lines.lines().filter_map(counted);
    Ok(if inclusive { lines.collect() } else { summed(lines) })
}

/// What functions take themselves is counted by source file, as others' code is inlined into them: one sum each, the
/// highest first.
fn summed(lines: impl Iterator<Item = Counted>) -> Vec<Counted> {
    let mut sums = BTreeMap::new();
    for Counted { name, count } in lines {
        *sums.entry(name).or_insert(0) += count;
    }
    let mut sums: Vec<_> = sums.into_iter().map(|(name, count)| Counted { name, count }).collect();
    sums.sort_by_key(|function| Reverse(function.count));
    sums
}

/// A line such as `9,412 (12.1%)  hot.rs:hot::one_window [/…/hot]`; the headings and the total are none.
fn counted(line: &str) -> Option<Counted> {
    let (count, rest) = line.trim_start().split_once(' ')?;
    let count = count.replace(',', "").parse().ok()?;
    let rest = rest.trim_start();
    let place = if rest.starts_with('(') { rest.split_once(')')?.1 } else { rest };
    let (_, name) = place.trim_start().split_once(':')?;
    let name = name.split(" [").next().unwrap_or(name);
    // Recursion is numbered, and old symbols end in a hash.
    let name = name.split('\'').next().unwrap_or(name);
    let name = name.rsplit_once("::h").filter(|(_, h)| h.len() == 16).map_or(name, |(name, _)| name);
    Some(Counted { name: name.to_owned(), count })
}

/// Whether a symbol is a function or one of its variants.
fn is(symbol: &str, function: &str) -> bool {
    let plain = VARIANTS.iter().find_map(|end| symbol.strip_suffix(end)).unwrap_or(symbol);
    plain.strip_suffix(function).is_some_and(|before| before.is_empty() || before.ends_with("::"))
}

/// The last two parts of a path.
fn short(name: &str) -> String {
    let parts: Vec<&str> = name.rsplitn(3, "::").collect();
    parts.iter().take(2).rev().copied().collect::<Vec<_>>().join("::")
}

fn print(name: &str, count: u64, total: u64) {
    println!("{name:<32} {:>9} {:>6.1} %", millions(count), 100.0 * count as f64 / total as f64);
}

fn millions(count: u64) -> String {
    format!("{:.2}", count as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_counts_are_read_and_others_passed_over() {
        let check = |line: &str, expect: Option<(&str, u64)>| {
            let expect = expect.map(|(name, count)| Counted { name: name.to_owned(), count });
            assert_eq!(counted(line), expect, "{line}");
        };
        check("1,234,567 (12.34%)  ???:hot::one_window [/a/hot]", Some(("hot::one_window", 1_234_567)));
        check(" 9,412 ( 1.20%)  src/x.rs:a::kernels::attend_wide'2 [/a/hot]", Some(("a::kernels::attend_wide", 9412)));
        check("5  ???:a::b::h0123456789abcdef [/a/hot]", Some(("a::b", 5)));
        check("Ir                      file:function", None);
        check("9,999 (100.0%)  PROGRAM TOTALS", None);
        check("----", None);
    }

    #[test]
    fn a_function_s_lines_are_summed() {
        let check = |lines: &[(&str, u64)], expect: &[(&str, u64)]| {
            let counted = |&(name, count): &(&str, u64)| Counted { name: name.to_owned(), count };
            let expect: Vec<_> = expect.iter().map(counted).collect();
            assert_eq!(summed(lines.iter().map(counted)), expect);
        };
        check(&[], &[]);
        check(&[("a", 3), ("b", 4), ("a", 2)], &[("a", 5), ("b", 4)]);
    }

    #[test]
    fn a_function_is_known_by_the_end_of_its_path() {
        let check = |symbol, function, expect| assert_eq!(is(symbol, function), expect, "{symbol}");
        check("sayso_model::kernels::restore_wide", "kernels::restore", true);
        check("sayso_model::kernels::restore_gelu_wide", "kernels::restore", false);
        check("sayso_model::pairs::Pairs::multiply_avx2", "pairs::Pairs::multiply", true);
        check("other_kernels::restore", "kernels::restore", false);
    }
}
