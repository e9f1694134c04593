//! JSON against its schema and its promises; other formats that are JSON.

use sayso_report::{Format, Options};
use serde_json::Value;

use crate::desk::{Draft, drafts, report};
use crate::hostile::hostile;

const SCHEMA: &str = include_str!("../../../../docs/schema/findings-1.json");

fn all() -> Vec<Draft> {
    drafts().into_iter().chain([hostile(), Draft::of("c", "A b.")]).collect()
}

fn parsed(format: Format) -> Value {
    serde_json::from_str(&report(format, Options::default(), &all())).unwrap()
}

#[test]
fn every_document_follows_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for count in 0..=all().len() {
        let out = report(Format::Json, Options::default(), &all()[..count]);
        let document: Value = serde_json::from_str(&out).unwrap();
        let errors: Vec<String> = validator.iter_errors(&document).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    let mut wrong = parsed(Format::Json);
    wrong["articles"][0]["findings"][0]["severity"] = "grave".into();
    assert!(!validator.is_valid(&wrong), "the schema can refuse");
}

#[test]
fn every_field_is_in_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let known: Vec<&String> = schema["$defs"]["finding"]["properties"].as_object().unwrap().keys().collect();
    let lines = report(Format::JsonLines, Options::default(), &all());
    assert_eq!(lines.lines().count(), all().iter().map(|draft| draft.findings.len()).sum::<usize>());
    for line in lines.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        assert_eq!(finding.as_object().unwrap().keys().collect::<Vec<_>>(), known);
    }
}

#[test]
fn spans_and_places_are_in_code_points() {
    let document = parsed(Format::Json);
    for (draft, article) in all().iter().zip(document["articles"].as_array().unwrap()) {
        let text: Vec<char> = draft.article.text.chars().collect();
        for (finding, item) in draft.findings.iter().zip(article["findings"].as_array().unwrap()) {
            let at = |i: usize| item["span"][i].as_u64().unwrap() as usize;
            let words: String = text[at(0)..at(1)].iter().collect();
            assert_eq!(words, finding.span.of(&draft.article.text));
            let line = text[..at(0)].iter().filter(|c| **c == '\n').count() + 1;
            let column = at(0) - text[..at(0)].iter().rposition(|c| *c == '\n').map_or(0, |n| n + 1) + 1;
            assert_eq!((&item["start"]["line"], &item["start"]["column"]), (&line.into(), &column.into()));
        }
    }
}

#[test]
fn gitlab_gives_each_issue_its_own_fingerprint() {
    let issues = parsed(Format::Gitlab);
    let prints: Vec<&str> = issues.as_array().unwrap().iter().map(|i| i["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), 7);
    assert!(prints.iter().enumerate().all(|(i, print)| !prints[..i].contains(print)), "{prints:?}");
}

#[test]
fn reviewdog_counts_columns_in_bytes() {
    let document = parsed(Format::Rdjson);
    let end = &document["diagnostics"][1]["location"]["range"]["end"];
    let text = &all()[0].article.text;
    let line = text.lines().find(|line| line.starts_with('“')).unwrap();
    assert_eq!(end["column"], line.len() + 1);
    assert_eq!(document["diagnostics"][3]["suggestions"][0]["text"], "–");
}
