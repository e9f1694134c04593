//! The JSON against its schema and its promises.

use sayso_reading::{Kind, Reading};
use sayso_views::{json, json_begin, json_between, json_end, json_item, json_line};
use serde_json::Value;

use crate::HOSTILE;
use crate::article::{reading, small};

const SCHEMA: &str = include_str!("../../../../docs/schema/reading-1.json");

pub(crate) fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

/// Readings of every shape: full, hostile, empty.
fn readings() -> Vec<Reading> {
    vec![reading(), small(HOSTILE, &[("漢字", "𝛼", "e\u{301}\u{323}", Kind::Mixed)]), Reading::default()]
}

#[test]
fn every_document_follows_the_schema() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for count in 0..=readings().len() {
        let document: Value = serde_json::from_str(&json(&readings()[..count])).unwrap();
        let errors: Vec<String> = validator.iter_errors(&document).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn the_schema_can_refuse() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let good: Value = serde_json::from_str(&json(&[reading()])).unwrap();
    let check = |pointer: &str, value: Value| {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&document), "{pointer}");
    };
    check("/schema", "sayso/reading/2".into());
    check("/readings/0/attributions/0/kind", "rumour".into());
    check("/readings/0/attributions/0/content", Value::Null);
    check("/readings/0/attributions/0/confidence", 1.5.into());
    check("/readings/0/attributions/0/source/spans/0", vec![1, 2, 3].into());
    check("/readings/0/document/parts/0/part", "lead".into());
    check("/readings/0/document/title", 1.into());
}

/// Every field that is written is described: the schema knows its name at its place.
#[test]
fn every_field_is_in_the_schema() {
    let schema = schema();
    let document: Value = serde_json::from_str(&json(&readings())).unwrap();
    described(&schema, &schema, &document, "");
}

fn described(schema: &Value, at: &Value, value: &Value, path: &str) {
    if let Some(reference) = at["$ref"].as_str() {
        return described(schema, schema.pointer(reference.trim_start_matches('#')).unwrap(), value, path);
    }
    if let Some(any) = at["anyOf"].as_array().filter(|_| !value.is_null()) {
        return described(schema, &any[0], value, path);
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = format!("{path}/{name}");
                let at = at["properties"].get(name).unwrap_or_else(|| panic!("{path} is not described"));
                described(schema, at, value, &path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| described(schema, &at["items"], item, path)),
        _ => {}
    }
}

#[test]
fn offsets_are_code_points_of_the_text() {
    for reading in readings() {
        let value: Value = serde_json::from_str(&json_line(&reading)).unwrap();
        let chars: Vec<char> = value["document"]["text"].as_str().unwrap().chars().collect();
        for (a, written) in reading.attributions.iter().zip(value["attributions"].as_array().unwrap()) {
            for (role, spans) in [("source", &a.source), ("cue", &a.cue), ("content", &a.content)] {
                let words: Vec<&str> = spans.iter().map(|s| s.of(&reading.article.text)).collect();
                let found: Vec<String> = written[role]["spans"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|s| (s[0].as_u64().unwrap() as usize, s[1].as_u64().unwrap() as usize))
                    .map(|(start, end)| chars[start..end].iter().collect())
                    .collect();
                assert_eq!(found, words, "{} {role}", a.id);
            }
        }
    }
}

#[test]
fn a_line_and_a_document_say_the_same() {
    let document: Value = serde_json::from_str(&json(&readings())).unwrap();
    for (reading, in_document) in readings().iter().zip(document["readings"].as_array().unwrap()) {
        let line = json_line(reading);
        assert!(!line.contains('\n'));
        assert_eq!(&serde_json::from_str::<Value>(&line).unwrap(), in_document);
    }
}

#[test]
fn pieces_make_the_whole() {
    let all = readings();
    let mut out = json_begin();
    for (i, reading) in all.iter().enumerate() {
        if i > 0 {
            out.push_str(json_between());
        }
        out.push_str(&json_item(reading));
    }
    out.push_str(json_end());
    assert_eq!(out, json(&all));
}

#[test]
fn confidence_has_three_decimals() {
    let check = |confidence: f32, expect: &str| {
        let mut reading = small("Ann said no.", &[("Ann", "said", "no", Kind::Indirect)]);
        reading.attributions[0].confidence = confidence;
        let line = json_line(&reading);
        assert!(line.contains(&format!("\"confidence\":{expect},")), "{confidence} {line}");
    };
    check(0.93, "0.93");
    check(0.123_456, "0.123");
    check(1.0, "1.0");
    check(2.0, "1.0");
    check(-1.0, "0.0");
    check(f32::NAN, "0.0");
}

#[test]
fn a_document_is_laid_out_for_people() {
    let mut reading = small("Ann said no.", &[("Ann", "said", "no", Kind::Indirect)]);
    reading.article.path = Some("a.txt".to_owned());
    insta::assert_snapshot!(json(&[reading]), @r#"
    {
      "schema": "sayso/reading/1",
      "readings": [
        {
          "document": {
            "path": "a.txt",
            "id": null,
            "url": null,
            "title": null,
            "deck": null,
            "byline": [],
            "outlet": null,
            "published": null,
            "modified": null,
            "language": null,
            "text": "Ann said no.",
            "parts": []
          },
          "attributions": [
            {"id": "a1", "within": null, "source": {"id": null, "spans": [[0, 3]]}, "cue": {"spans": [[4, 8]]}, "content": {"spans": [[9, 11]]}, "kind": "indirect", "confidence": 0.9, "act": "says", "negated": false, "stance": null, "channel": null, "rests_on": null, "when": null, "terms": null}
          ],
          "sources": [],
          "chains": [],
          "figures": [],
          "unanswered": [],
          "notes": []
        }
      ]
    }
    "#);
}
