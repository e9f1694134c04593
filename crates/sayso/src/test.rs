//! `sayso test`: the rules of packs on their own tests.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use sayso_check::Pack;
use sayso_check::config::nearest;
use sayso_check::pack::{SHIPPED, Trial, shipped, try_out};
use sayso_reading::Reader;

use crate::Outcome;
use crate::args::TestArgs;
use crate::config::message;
use crate::message::Message;
use crate::packs::{FILE, load};

/// Tries the packs that were named.
pub(crate) fn run(args: &TestArgs) -> anyhow::Result<Outcome> {
    let here = [".".to_owned()];
    let named = if args.packs.is_empty() { &here[..] } else { &args.packs };
    if args.packs.is_empty() && !Path::new(FILE).is_file() {
        let advice = "name one, such as `sayso test house/` or `sayso test wire`";
        Message::error(format!("there is no `{FILE}` in this folder: {advice}")).print();
        return Ok(Outcome::Partly);
    }
    let reader = Reader::new();
    let mut outcome = Outcome::All;
    for named in named {
        // What is there goes before what has the same name and comes with Sayso.
        let shipped = shipped(named).filter(|_| !Path::new(named).exists());
        let loaded = shipped.map_or_else(|| load(named, ""), |pack| Ok((pack, Vec::new())));
        let (pack, problems) = match loaded {
            Ok(loaded) => loaded,
            Err(why) => {
                let near = nearest(named, SHIPPED.iter().map(|(name, _)| *name)).filter(|_| !Path::new(named).exists());
                let meant = |near| format!("there is no pack `{named}`: did you mean `{near}`");
                Message::error(near.map_or(why, meant)).print();
                outcome = Outcome::Partly;
                continue;
            }
        };
        for problem in problems.iter().map(message) {
            problem.print();
            outcome = if problem.is_error() { Outcome::Partly } else { outcome };
        }
        let trials = try_out(&pack, &reader);
        let text = report(named, &pack, &trials) + &if args.coverage { coverage(&pack) } else { String::new() };
        io::stdout().write_all(text.as_bytes())?;
        if trials.iter().any(|trial| trial.failure.is_some()) {
            outcome = outcome.max(Outcome::Findings);
        }
    }
    Ok(outcome)
}

/// The tests that failed, and how many there were.
fn report(named: &str, pack: &Pack, trials: &[Trial<'_>]) -> String {
    let mut out = String::new();
    let mut failed = 0;
    for Trial { rule, at, failure } in trials {
        let Some(failure) = failure else { continue };
        failed += 1;
        // Writing to a string never fails.
        let _ = writeln!(out, "{at}: {} [{}] {}", rule.code, rule.name, failure.message);
        for (label, article) in [("expected", &failure.marked), ("found", &failure.found)] {
            let mut lines = article.lines();
            let _ = writeln!(out, "  {label:<9} {}", lines.next().unwrap_or_default());
            for line in lines {
                let _ = writeln!(out, "{:<12}{line}", "");
            }
        }
        out.push('\n');
    }
    let name = if pack.name.is_empty() { named } else { &pack.name };
    let (rules, tests) = (pack.rules.len(), trials.len());
    let _ = writeln!(out, "{name}: rules: {rules}, tests: {tests}, failed: {failed}");
    out
}

/// How many tests each rule has.
fn coverage(pack: &Pack) -> String {
    let widest = pack.rules.iter().map(|rule| rule.code.len() + rule.name.len() + 3).max().unwrap_or(0);
    let mut out = String::new();
    let mut whole = 0;
    for rule in &pack.rules {
        let (fires, silent) = rule.tests();
        let missing = match (fires, silent) {
            (0, 0) => "  no tests",
            (0, _) => "  none that fires",
            (_, 0) => "  none that is silent",
            _ => "",
        };
        whole += usize::from(missing.is_empty());
        let called = format!("{} [{}]", rule.code, rule.name);
        // Writing to a string never fails.
        let _ = writeln!(out, "  {called:<widest$}  fires: {fires}  silent: {silent}{missing}");
    }
    let _ = writeln!(out, "  rules with tests of both kinds: {whole} of {}", pack.rules.len());
    out
}
