//! `sayso eval`: a gold standard's articles → readings → scores.

mod brat;
mod gum;
mod own;
mod readings;

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::ops::AddAssign;
use std::path::Path;

use sayso_article::{Article, Format};
use sayso_eval::Attribution;
use sayso_eval::sourcing::Difference;
use sayso_reading::{Reader, Reading};

use crate::args::{EvalArgs, jobs};
use crate::message::Message;
use crate::{Outcome, pipeline};

/// How a folder holds its gold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// `text/NAME.txt`, `attributions/NAME_1a2b.ann`.
    Brat,
    /// `NAME.txt`, `NAME.toml`.
    Own,
    /// `rs4/NAME.rs4`, `conllu/NAME.conllu`.
    Gum,
}

/// Scores the reader, or a file of predictions, on a folder.
pub(crate) fn run(args: &EvalArgs) -> anyhow::Result<Outcome> {
    match layout(&args.gold) {
        Layout::Brat => brat::run(args),
        Layout::Own => own::run(args),
        Layout::Gum => gum::run(args),
    }
}

fn layout(folder: &Path) -> Layout {
    let holds_toml = || {
        let entries = folder.read_dir().into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).any(|path| path.extension().is_some_and(|ending| ending == "toml"))
    };
    let holds = |name: &str| folder.join(name).is_dir();
    match () {
        () if holds("attributions") => Layout::Brat,
        () if holds("rs4") => Layout::Gum,
        () if holds_toml() => Layout::Own,
        () => Layout::Brat,
    }
}

/// Scores every article on many threads; says what could not be scored.
fn each<T: Send, S: Send>(
    args: &EvalArgs,
    files: Vec<T>,
    score: impl Fn(T) -> Result<S, Vec<Message>> + Sync,
) -> anyhow::Result<(Vec<S>, Outcome)> {
    let mut scores = Vec::new();
    let mut outcome = Outcome::All;
    pipeline::ordered(
        jobs(args.jobs),
        |give| {
            let _ = files.into_iter().try_for_each(give);
        },
        score,
        |scored| {
            match scored {
                Ok(score) => scores.push(score),
                Err(messages) => {
                    messages.iter().for_each(Message::print);
                    outcome = Outcome::Partly;
                }
            }
            Ok::<(), io::Error>(())
        },
    )?;
    Ok((scores, outcome))
}

/// What came of one article.
struct Scored<C> {
    name: String,
    counts: C,
    differences: Vec<Difference>,
}

/// The counts of all articles together, and a line for each difference if they were asked for.
fn total<C: Default + for<'c> AddAssign<&'c C>>(args: &EvalArgs, scored: &[Scored<C>]) -> (C, String) {
    let mut sum = C::default();
    let mut errors = String::new();
    for Scored { name, counts, differences } in scored {
        sum += counts;
        for difference in differences.iter().filter(|_| args.errors) {
            errors += &line(name, difference);
        }
    }
    (sum, errors)
}

/// Ends a run whose input cannot be used at all.
fn refuse(message: &Message) -> Outcome {
    message.print();
    Outcome::Partly
}

fn show(text: &str) -> io::Result<()> {
    io::stdout().write_all(text.as_bytes())
}

/// Says which articles only one side has: those without predictions count as if nothing was found in them.
fn warn_of_differences<'f, T>(gold: impl Iterator<Item = &'f str>, predicted: &HashMap<String, T>) {
    let gold: HashSet<&str> = gold.collect();
    let without_prediction = gold.iter().filter(|name| !predicted.contains_key(**name)).count();
    let without_gold = predicted.keys().filter(|name| !gold.contains(name.as_str())).count();
    for (count, what) in [
        (without_prediction, "articles without predictions, which count as if nothing was found in them"),
        (without_gold, "predicted articles without gold, which are left out"),
    ] {
        if count > 0 {
            Message::warning(format!("{what}: {count}")).print();
        }
    }
}

/// The spans of each attribution, and whether it is nested.
fn spans(reading: &Reading) -> Vec<(Attribution, bool)> {
    let spans = |a: &sayso_reading::Attribution| Attribution {
        source: a.source.clone(),
        cue: a.cue.clone(),
        content: a.content.clone(),
        // As `read` writes it.
        confidence: sayso_views::rounded(a.confidence) as f32,
    };
    reading.attributions.iter().map(|a| (spans(a), a.within.is_some())).collect()
}

/// What differs, in one line: article, what, in which words, gold, what was read.
fn line(name: &str, Difference { what, at, gold, got }: &Difference) -> String {
    let side = |words: &Option<String>| words.clone().unwrap_or_else(|| "—".to_owned());
    let at = if at.is_empty() { String::new() } else { format!("{at} · ") };
    format!("{name}: {what}: {at}gold: {} · got: {}\n", side(gold), side(got))
}

/// Reads an article whose text must stay as it is, since gold points into it; `known` adds what gold knows of it.
fn read(reader: &Reader, path: &str, text: &str, known: impl Fn(&mut Article)) -> Result<Reading, Message> {
    let mut article = sayso_article::read(text.as_bytes(), Format::Text, Some(path));
    known(&mut article);
    let reading = reader.read(article);
    if reading.article.text == text {
        return Ok(reading);
    }
    let what = match reading.notes.iter().find(|note| note.lost) {
        Some(note) => note.message.clone(),
        None => "its text is not kept as it is, so the annotations do not fit: save it as UTF-8".to_owned(),
    };
    Err(Message::error_at(path, what))
}
