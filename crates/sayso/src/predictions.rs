//! Attributions from a file of JSON Lines, by article: `sayso read`'s readings, or bare spans.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use sayso_eval::Attribution;
use sayso_text::{CodePoints, Span};
use serde::Deserialize;

use crate::lines::{Line, next_line};
use crate::message::Message;

/// One predicted attribution, in code points.
#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct Predicted {
    #[serde(default)]
    source: Option<Place>,
    #[serde(default)]
    cue: Option<Place>,
    #[serde(default)]
    content: Option<Place>,
    #[serde(default = "sure")]
    confidence: f32,
    /// Of a nested one: what it lies in.
    #[serde(default)]
    within: Option<String>,
}

/// `[[s, e]]` or `{"spans": [[s, e]]}`.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Place {
    Bare(Vec<(usize, usize)>),
    Named { spans: Vec<(usize, usize)> },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Article {
    Bare { doc: String, attributions: Vec<Predicted> },
    Readings { readings: Vec<Reading> },
    Reading(Reading),
}

#[derive(Deserialize)]
struct Reading {
    document: Document,
    attributions: Vec<Predicted>,
}

#[derive(Deserialize)]
struct Document {
    path: String,
}

fn sure() -> f32 {
    1.0
}

/// The most that one line may hold: readings repeat the article's text and add to it.
const MOST: usize = 1 << 28;

/// Reads a file of predictions: the attributions of each article, by its name without folder and `.txt`.
pub(crate) fn read(path: &Path) -> Result<HashMap<String, Vec<Predicted>>, Message> {
    by_article(path, of_line)
}

/// Reads a file of JSON Lines: what `of_line` makes of each line, by article.
pub(crate) fn by_article<T>(
    path: &Path,
    of_line: impl Fn(&[u8]) -> Result<Vec<(String, T)>, String>,
) -> Result<HashMap<String, T>, Message> {
    let cannot_read = |error| Message::cannot_read(path.display(), &error);
    let mut file = BufReader::new(File::open(path).map_err(cannot_read)?);
    let mut found = HashMap::new();
    let mut number = 0;
    while let Some(line) = next_line(&mut file, MOST).map_err(cannot_read)? {
        number += 1;
        let place = || format!("{}:{number}", path.display());
        let line = match line {
            Line::Whole(line) => line,
            Line::TooLong => {
                return Err(Message::error_at(place(), "line is too long: give each article its own line"));
            }
        };
        if !line.trim_ascii().is_empty() {
            found.extend(of_line(&line).map_err(|what| Message::error_at(place(), what))?);
        }
    }
    Ok(found)
}

fn of_line(line: &[u8]) -> Result<Vec<(String, Vec<Predicted>)>, String> {
    const EXPECTED: &str =
        "write a reading as `sayso read --format jsonl` does, or `{\"doc\": …, \"attributions\": […]}`";
    let article = serde_json::from_slice(line).map_err(|_| format!("line holds no attributions: {EXPECTED}"))?;
    let of_reading = |reading: Reading| (name(&reading.document.path), reading.attributions);
    Ok(match article {
        Article::Bare { doc, attributions } => vec![(name(&doc), attributions)],
        Article::Readings { readings } => readings.into_iter().map(of_reading).collect(),
        Article::Reading(reading) => vec![of_reading(reading)],
    })
}

/// An article's name: its file's, without folder and `.txt`.
pub(crate) fn name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.strip_suffix(".txt").unwrap_or(name).to_owned()
}

/// The attributions in bytes of the article's text, each with whether it is nested.
pub(crate) fn in_bytes(predicted: &[Predicted], text: &str) -> Vec<(Attribution, bool)> {
    let offsets = CodePoints::of(text);
    let spans = |place: Option<&Place>| -> Vec<Span> {
        let Some(Place::Bare(spans) | Place::Named { spans }) = place else { return Vec::new() };
        spans.iter().map(|&(start, end)| Span::new(offsets.byte(start), offsets.byte(end.max(start)))).collect()
    };
    predicted
        .iter()
        .map(|a| {
            let spans = Attribution {
                source: spans(a.source.as_ref()),
                cue: spans(a.cue.as_ref()),
                content: spans(a.content.as_ref()),
                confidence: a.confidence,
            };
            (spans, a.within.is_some())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, text: &str, expect: &[(&str, &str)]) {
        let found = of_line(line.as_bytes()).unwrap();
        let shown: Vec<(String, String)> = found
            .iter()
            .flat_map(|(name, predicted)| in_bytes(predicted, text).into_iter().map(move |a| (name, a)))
            .map(|(name, (a, is_nested))| {
                let words =
                    [a.source, a.cue, a.content].map(|spans| spans.iter().map(|s| s.of(text)).collect::<String>());
                let nested = if is_nested { " nested" } else { "" };
                (name.clone(), format!("{} {}{nested}", words.join("/"), a.confidence))
            })
            .collect();
        let shown: Vec<(&str, &str)> = shown.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(shown, expect, "{line}");
    }

    #[test]
    fn spans_are_read_bare_and_from_readings() {
        let text = "É said: dry.";
        check(
            r#"{"doc": "a.txt", "attributions": [{"source": [[0, 1]], "cue": [[2, 6]], "content": [[8, 10], [10, 99]]}]}"#,
            text,
            &[("a", "É/said/dry. 1")],
        );
        let attribution = r#"{"id": "a1", "within": null, "source": null, "cue": {"spans": []}, "content": {"spans": [[8, 11]]}, "confidence": 0.5}"#;
        let nested = r#"{"id": "a2", "within": "a1", "content": {"spans": [[8, 11]]}}"#;
        let reading = format!(r#"{{"document": {{"path": "d/b.txt"}}, "attributions": [{attribution}, {nested}]}}"#);
        let both = [("b", "//dry 0.5"), ("b", "//dry 1 nested")];
        check(&reading, text, &both);
        check(&format!(r#"{{"schema": "sayso/reading/1", "readings": [{reading}]}}"#), text, &both);
        assert!(of_line(b"{\"doc\": \"a\"}").unwrap_err().starts_with("line holds no attributions"));
    }
}
