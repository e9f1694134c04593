//! Scores on gold of our own: whole readings.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sayso_eval::sourcing::{self, Counts, Gold, Score, Shape, Sourcing, compare};
use sayso_reading::Reader;
use serde::Deserialize;

use super::readings::ReadingJson;
use super::{Scored, each, refuse, show, total, warn_of_differences};
use crate::Outcome;
use crate::args::EvalArgs;
use crate::gold_folder::{file_names, read_utf8};
use crate::message::Message;
use crate::predictions;

/// An article and its gold.
struct Files {
    name: String,
    text: PathBuf,
    gold: PathBuf,
}

type Predictions = HashMap<String, ReadingJson>;

/// Scores a folder of articles and their gold.
pub(super) fn run(args: &EvalArgs) -> anyhow::Result<Outcome> {
    let (files, predicted) = match inputs(args) {
        Ok(inputs) => inputs,
        Err(message) => return Ok(refuse(&message)),
    };
    if let Some(predicted) = &predicted {
        warn_of_differences(files.iter().map(|f| f.name.as_str()), predicted);
    }
    let reader = OnceLock::new();
    let (scored, outcome) = each(args, files, |files| score(files, predicted.as_ref(), &reader))?;
    let (sum, errors) = total(args, &scored);
    show(&if args.json { serde_json::to_string_pretty(&sum)? + "\n" } else { errors + &table(&sum) })?;
    Ok(outcome)
}

fn inputs(args: &EvalArgs) -> Result<(Vec<Files>, Option<Predictions>), Message> {
    let files = files(&args.gold)?;
    let predicted = args.pred.as_deref().map(|path| predictions::by_article(path, of_line)).transpose()?;
    Ok((files, predicted))
}

/// The articles of a folder, by name: each with a `.txt` and a `.toml`.
fn files(folder: &Path) -> Result<Vec<Files>, Message> {
    let mut found = Vec::new();
    for file in file_names(folder)? {
        let Some(name) = file.strip_suffix(".toml") else { continue };
        let (text, gold) = (folder.join(format!("{name}.txt")), folder.join(&file));
        if !text.is_file() {
            return Err(Message::error_at(gold.display(), format!("no article beside it: add `{name}.txt`")));
        }
        found.push(Files { name: name.to_owned(), text, gold });
    }
    Ok(found)
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Article {
    Readings { readings: Vec<ReadingJson> },
    Reading(Box<ReadingJson>),
}

fn of_line(line: &[u8]) -> Result<Vec<(String, ReadingJson)>, String> {
    let article = serde_json::from_slice(line)
        .map_err(|_| "line holds no reading: write one as `sayso read --format jsonl` does".to_owned())?;
    let readings = match article {
        Article::Readings { readings } => readings,
        Article::Reading(reading) => vec![*reading],
    };
    Ok(readings.into_iter().map(|reading| (predictions::name(&reading.document.path), reading)).collect())
}

fn score(
    files: Files,
    predicted: Option<&Predictions>,
    reader: &OnceLock<Reader>,
) -> Result<Scored<Counts>, Vec<Message>> {
    let read_file = |path: &Path| read_utf8(path).map_err(|message| vec![message]);
    let (text, gold) = (read_file(&files.text)?, read_file(&files.gold)?);
    let gold = sourcing::parse(&gold, &text).map_err(|problems| {
        let place = |line: usize| format!("{}:{line}", files.gold.display());
        problems.iter().map(|problem| Message::error_at(place(problem.line), problem)).collect::<Vec<_>>()
    })?;
    let got = match predicted {
        Some(predicted) => predicted.get(&files.name).map(|reading| reading.sourcing(&text)).unwrap_or_default(),
        None => read(&files, &text, &gold, reader.get_or_init(Reader::new)).map_err(|message| vec![message])?,
    };
    let (counts, differences) = compare(&text, &gold.sourcing, &got);
    Ok(Scored { name: files.name, counts, differences })
}

/// What the reader finds, with what gold knows of the article.
fn read(files: &Files, text: &str, gold: &Gold, reader: &Reader) -> Result<Sourcing, Message> {
    let reading = super::read(reader, &files.text.to_string_lossy(), text, |article| {
        article.published.clone_from(&gold.published);
        article.outlet.clone_from(&gold.outlet);
    })?;
    let json: ReadingJson = serde_json::from_str(&sayso_views::json_line(&reading)).map_err(|error| {
        Message::error_at(files.text.display(), format!("its reading is not as it should be: {error}"))
    })?;
    Ok(json.sourcing(text))
}

fn table(counts: &Counts) -> String {
    let mut out = format!(
        "articles scored: {}\n\n                             P     R    F1  right   gold  predicted\n",
        counts.articles
    );
    let of_shape = |shape| Score::ALL.iter().filter(move |row| row.3 == shape);
    // Writing to a string never fails.
    for (score, _, name, _) in of_shape(Shape::F1) {
        let r = counts.of(*score);
        let (p, recall, f1) = (r.precision(), r.recall(), r.f1());
        let _ = writeln!(out, "{name:<24} {p:.3} {recall:.3} {f1:.3} {:>6} {:>6} {:>10}", r.right, r.gold, r.predicted);
    }
    out += "\nof those found           share  right     of\n";
    for (score, _, name, _) in of_shape(Shape::Share) {
        let r = counts.of(*score);
        let share = if r.gold == 0 { "    —".to_owned() } else { format!("{:.3}", r.recall()) };
        let _ = writeln!(out, "{name:<24} {share} {:>6} {:>6}", r.right, r.gold);
    }
    out
}
