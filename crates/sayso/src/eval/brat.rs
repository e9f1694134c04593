//! Scores on brat annotations: outermost attributions.

use std::collections::HashMap;
use std::sync::OnceLock;

use sayso_eval::{Scores, Tally, compare};
use sayso_reading::Reader;

use super::{each, refuse, show, spans, warn_of_differences};
use crate::args::EvalArgs;
use crate::gold_folder::{GoldFiles, gold_files};
use crate::message::Message;
use crate::predictions::{self, Predicted};
use crate::{Outcome, table};

type Predictions = HashMap<String, Vec<Predicted>>;

/// Scores a folder of articles and brat annotations.
pub(super) fn run(args: &EvalArgs) -> anyhow::Result<Outcome> {
    if args.errors {
        return Ok(refuse(&Message::error("no `--errors` for brat annotations: leave it out")));
    }
    let (files, predicted) = match inputs(args) {
        Ok(inputs) => inputs,
        Err(message) => return Ok(refuse(&message)),
    };
    if let Some(predicted) = &predicted {
        warn_of_differences(files.iter().map(|f| f.name.as_str()), predicted);
    }
    let reader = OnceLock::new();
    let score = |files: GoldFiles| score(&files, predicted.as_ref(), &reader).map_err(|message| vec![message]);
    let (tallies, outcome) = each(args, files, score)?;
    let scores = Scores::of(&tallies);
    show(&if args.json { serde_json::to_string_pretty(&scores)? + "\n" } else { table::of(&scores) })?;
    Ok(outcome)
}

fn inputs(args: &EvalArgs) -> Result<(Vec<GoldFiles>, Option<Predictions>), Message> {
    let files = gold_files(&args.gold)?;
    let predicted = args.pred.as_deref().map(predictions::read).transpose()?;
    Ok((files, predicted))
}

fn score(files: &GoldFiles, predicted: Option<&Predictions>, reader: &OnceLock<Reader>) -> Result<Tally, Message> {
    let gold = files.read()?;
    let predicted = if let Some(predicted) = predicted {
        let of_article = predicted.get(&files.name);
        of_article.map(|predicted| predictions::in_bytes(predicted, &gold.text)).unwrap_or_default()
    } else {
        let reader = reader.get_or_init(Reader::new);
        spans(&super::read(reader, &files.text_path(), &gold.text, |_| {})?)
    };
    // Gold has outermost attributions only.
    let outermost = predicted.into_iter().filter(|(_, is_nested)| !is_nested);
    Ok(compare(&gold.text, &gold.attributions, &outermost.map(|(spans, _)| spans).collect::<Vec<_>>()))
}
