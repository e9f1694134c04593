//! Scores on discourse trees: cue and source head of every attribution.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sayso_eval::gum::{self, Counts, Error, Kind, MAX_BYTES, compare};
use sayso_reading::Reader;

use super::{Scored, each, refuse, show, spans, total, warn_of_differences};
use crate::Outcome;
use crate::args::EvalArgs;
use crate::gold_folder::{file_names, read_utf8};
use crate::message::Message;
use crate::predictions::{self, Predicted};

/// A text's discourse tree, and its words.
struct Files {
    name: String,
    rs4: PathBuf,
    conllu: PathBuf,
}

type Predictions = HashMap<String, Vec<Predicted>>;

/// Scores a folder of discourse trees.
pub(super) fn run(args: &EvalArgs) -> anyhow::Result<Outcome> {
    let (files, predicted) = match inputs(args) {
        Ok(inputs) => inputs,
        Err(message) => return Ok(refuse(&message)),
    };
    if let Some(predicted) = &predicted {
        warn_of_differences(files.iter().map(|f| f.name.as_str()), predicted);
    }
    let reader = OnceLock::new();
    let score = |files| score(files, predicted.as_ref(), &reader).map_err(|message| vec![message]);
    let (scored, outcome) = each(args, files, score)?;
    let (sum, errors) = total(args, &scored);
    show(&if args.json { json(&sum)? } else { errors + &table(&sum) })?;
    Ok(outcome)
}

fn inputs(args: &EvalArgs) -> Result<(Vec<Files>, Option<Predictions>), Message> {
    let folder = args.gold.join("rs4");
    let mut files = Vec::new();
    for file in file_names(&folder)? {
        let Some(name) = file.strip_suffix(".rs4") else { continue };
        let conllu = args.gold.join("conllu").join(format!("{name}.conllu"));
        files.push(Files { name: name.to_owned(), rs4: folder.join(&file), conllu });
    }
    if files.is_empty() {
        let what = "no discourse trees: give a folder with `rs4/NAME.rs4` and `conllu/NAME.conllu`";
        return Err(Message::error_at(args.gold.display(), what));
    }
    let predicted = args.pred.as_deref().map(predictions::read).transpose()?;
    Ok((files, predicted))
}

fn score(files: Files, predicted: Option<&Predictions>, reader: &OnceLock<Reader>) -> Result<Scored<Counts>, Message> {
    let (rs4, conllu) = (read_bounded(&files.rs4)?, read_bounded(&files.conllu)?);
    let document = gum::parse(&rs4, &conllu).map_err(|error| {
        let file = if matches!(error, Error::Words(_)) { &files.conllu } else { &files.rs4 };
        Message::error_at(file.display(), error)
    })?;
    let predicted = if let Some(predicted) = predicted {
        let of_text = predicted.get(&files.name);
        of_text.map(|predicted| predictions::in_bytes(predicted, &document.text)).unwrap_or_default()
    } else {
        let reader = reader.get_or_init(Reader::new);
        spans(&super::read(reader, &files.conllu.to_string_lossy(), &document.text, |_| {})?)
    };
    let (counts, differences) = compare(&document, &predicted);
    Ok(Scored { name: files.name, counts, differences })
}

fn read_bounded(path: &Path) -> Result<String, Message> {
    let bytes = fs::metadata(path).map_err(|error| Message::cannot_read(path.display(), &error))?.len();
    if bytes > MAX_BYTES {
        let what = format!("has {bytes} bytes, more than the {MAX_BYTES} that are read: give each text its own file");
        return Err(Message::error_at(path.display(), what));
    }
    read_utf8(path)
}

fn json(counts: &Counts) -> serde_json::Result<String> {
    let kinds: serde_json::Map<_, _> =
        Kind::ALL.iter().zip(counts.kinds).map(|((_, key, _), n)| ((*key).to_owned(), n.into())).collect();
    let json = serde_json::json!({ "texts": counts.texts, "right": counts.right, "cue": counts.cue, "strict": counts.strict, "errors": kinds });
    Ok(serde_json::to_string_pretty(&json)? + "\n")
}

fn table(counts: &Counts) -> String {
    let mut out = format!("texts scored: {}\n\n", counts.texts);
    out += "                             P     R    F1  right   gold  predicted\n";
    // Writing to a string never fails.
    for (name, r) in [
        ("cue and source head", counts.right),
        ("  cue, any source", counts.cue),
        ("  of all predicted", counts.strict),
    ] {
        let (p, recall, f1) = (r.precision(), r.recall(), r.f1());
        let _ = writeln!(out, "{name:<24} {p:.3} {recall:.3} {f1:.3} {:>6} {:>6} {:>10}", r.right, r.gold, r.predicted);
    }
    out += "\nerrors\n";
    for ((_, _, name), n) in Kind::ALL.iter().zip(counts.kinds) {
        let _ = writeln!(out, "{name:<24} {n:>5}");
    }
    out
}
