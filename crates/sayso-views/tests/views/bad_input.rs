//! Readings of texts that no newsroom writes: every view is made of them, the JSON follows its schema, and what is written
//! grows no faster than the text.

use std::sync::LazyLock;

use sayso_article::{Article, Format, read};
use sayso_reading::{Reader, Reading};
use sayso_views::{ATTRIBUTIONS, CHAINS, FIGURES, Options, SOURCES, STATEMENTS, brat, html, json};
use serde_json::Value;

use crate::HOSTILE;
use crate::json::schema;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn reading_of(text: &str) -> Reading {
    let article = read(text.as_bytes(), Format::Text, None);
    READER.read(Article { published: Some("2023-11-09".into()), language: Some("en".into()), ..article })
}

/// All that is written of a reading.
fn views(reading: &Reading) -> Vec<(&'static str, String)> {
    let mut out = vec![
        ("json", json(std::slice::from_ref(reading))),
        ("brat", brat(reading)),
        ("html", html(std::slice::from_ref(reading))),
    ];
    for (name, view) in [
        ("attributions", ATTRIBUTIONS),
        ("sources", SOURCES),
        ("chains", CHAINS),
        ("figures", FIGURES),
        ("statements", STATEMENTS),
    ] {
        out.push((name, view.csv_rows(reading)));
        out.push((name, view.text(reading, Options::default())));
    }
    out
}

/// Sentences of which there are as many as asked for.
const SENTENCES: &[&str] = &[
    "“It rained,” said Ada Orr, the mayor of Brask. ",
    "He told the Courier in an interview with Radio Brask that the board said it rained. ",
    "he said she said ",
    "ADA ORR SAID THE BRIDGE WAS SHUT ",
    "Žofia Ž, the 李 minister, denied the claim on Monday (“no). ",
    "An official, who was at the meeting, said on condition of anonymity that at least 12 of the 40 people died. ",
    "Citing two aides, the Harwick Courier reported that the clerk did not respond to questions. ",
    "1,2,3,4 ٣٠ $5 million ",
];

#[test]
fn all_views_of_any_reading() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let sentences = SENTENCES.iter().map(|sentence| sentence.repeat(5));
    let numbers = format!("The clerk said {} people died.", "9".repeat(400));
    for text in
        sentences.chain([String::new(), HOSTILE.to_owned(), SENTENCES.concat(), SENTENCES.join("\r\n\r\n"), numbers])
    {
        let reading = reading_of(&text);
        for (name, written) in views(&reading) {
            assert!(name != "html" || written.contains("</html>"), "{text}");
        }
        let document: Value = serde_json::from_str(&json(&[reading])).unwrap();
        let errors: Vec<String> = validator.iter_errors(&document).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{text}: {errors:?}");
    }
}

#[test]
fn what_is_written_grows_with_the_text() {
    for sentence in SENTENCES {
        let [few, many] = [100, 400].map(|count| views(&reading_of(&sentence.repeat(count))));
        for ((name, few), (_, many)) in few.iter().zip(&many) {
            assert!(many.len() < 6 * few.len() + 10_000, "{sentence}: {name}, {} and {}", few.len(), many.len());
        }
    }
}
