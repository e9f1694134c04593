//! `sayso eval`: a gold standard's articles → readings → scores.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::sync::OnceLock;

use sayso_article::Format;
use sayso_eval::{Attribution, Scores, Tally, compare};
use sayso_reading::Reader;

use crate::args::{EvalArgs, jobs};
use crate::gold_folder::{GoldFiles, gold_files};
use crate::message::Message;
use crate::predictions::{self, Predicted};
use crate::{Outcome, pipeline, table};

/// Scores the reader, or a file of predictions, on a folder.
pub(crate) fn run(args: &EvalArgs) -> anyhow::Result<Outcome> {
    let (files, predicted) = match inputs(args) {
        Ok(inputs) => inputs,
        Err(message) => {
            message.print();
            return Ok(Outcome::Partly);
        }
    };
    if let Some(predicted) = &predicted {
        warn_of_differences(&files, predicted);
    }
    let reader = OnceLock::new();
    let mut tallies = Vec::new();
    let mut outcome = Outcome::All;
    pipeline::ordered(
        jobs(args.jobs),
        |give| {
            let _ = files.into_iter().try_for_each(give);
        },
        |files: GoldFiles| score(&files, predicted.as_ref(), &reader),
        |scored| {
            match scored {
                Ok(tally) => tallies.push(tally),
                Err(message) => {
                    message.print();
                    outcome = Outcome::Partly;
                }
            }
            Ok::<(), io::Error>(())
        },
    )?;
    let scores = Scores::of(&tallies);
    let shown = if args.json { serde_json::to_string_pretty(&scores)? + "\n" } else { table::of(&scores) };
    io::stdout().write_all(shown.as_bytes())?;
    Ok(outcome)
}

type Predictions = HashMap<String, Vec<Predicted>>;

fn inputs(args: &EvalArgs) -> Result<(Vec<GoldFiles>, Option<Predictions>), Message> {
    let files = gold_files(&args.gold)?;
    let predicted = args.pred.as_deref().map(predictions::read).transpose()?;
    Ok((files, predicted))
}

/// Says which articles only one side has: those without predictions count as if nothing was found in them.
fn warn_of_differences(files: &[GoldFiles], predicted: &Predictions) {
    let gold: HashSet<&str> = files.iter().map(|f| f.name.as_str()).collect();
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

fn score(files: &GoldFiles, predicted: Option<&Predictions>, reader: &OnceLock<Reader>) -> Result<Tally, Message> {
    let gold = files.read()?;
    let predicted = match predicted {
        Some(predicted) => {
            predicted.get(&files.name).map(|predicted| predictions::in_bytes(predicted, &gold.text)).unwrap_or_default()
        }
        None => read(files, &gold.text, reader.get_or_init(Reader::new))?,
    };
    Ok(compare(&gold.text, &gold.attributions, &predicted))
}

/// What the reader finds: outermost attributions only, as gold has no others.
fn read(files: &GoldFiles, text: &str, reader: &Reader) -> Result<Vec<Attribution>, Message> {
    let path = files.text_path();
    let reading = reader.read(sayso_article::read(text.as_bytes(), Format::Text, Some(&path)));
    if reading.article.text != text {
        let what = match reading.notes.iter().find(|note| note.lost) {
            Some(note) => note.message.clone(),
            None => "its text is not kept as it is, so the annotations do not fit: save it as UTF-8".to_owned(),
        };
        return Err(Message::error_at(path, what));
    }
    let outermost = reading.attributions.iter().filter(|a| a.within.is_none());
    let spans = |a: &sayso_reading::Attribution| Attribution {
        source: a.source.clone(),
        cue: a.cue.clone(),
        content: a.content.clone(),
        confidence: a.confidence,
    };
    Ok(outermost.map(spans).collect())
}
