//! The JSON of answers about an archive against its schemas, on the example week.

use std::path::Path;

use serde_json::Value;

use crate::support::Desk;

const SCHEMAS: [(&str, &str); 5] = [
    ("trace", include_str!("../../../../docs/schema/trace-1.json")),
    ("figures", include_str!("../../../../docs/schema/figures-1.json")),
    ("sources", include_str!("../../../../docs/schema/sources-1.json")),
    ("diff", include_str!("../../../../docs/schema/diff-1.json")),
    ("search", include_str!("../../../../docs/schema/search-1.json")),
];

/// What is asked, with a place in the answer that must not be empty.
const ASKED: [(&[&str], &str); 9] = [
    (&["trace", "week.db", "the relief valve had been wired shut"], "/edges/0/wording/0"),
    (&["trace", "week.db", "workers had fixed a safety valve in the second hall with wire"], "/edges/0/changes"),
    (&["trace", "week.db", "Nobody ate the turnips"], "/version"),
    (&["figures", "week.db", "--about", "killed in Osterby", "--line", "maximum"], "/conflicts/0"),
    (&["figures", "week.db", "--about", "injured"], "/series/0/points/0/carriers/0"),
    (&["sources", "week.db"], "/unnamed/0/source"),
    (&["sources", "week.db", "Krail"], "/named/0/places/0/statements/0"),
    (&["search", "week.db", "valve", "has:source"], "/hits/0/marks/0"),
    (&["search", "week.db", "--in", "articles", "bridge"], "/hits/0/marks/0"),
];

fn schema(name: &str) -> Value {
    let (_, text) = SCHEMAS.iter().find(|(known, _)| *known == name).unwrap();
    serde_json::from_str(text).unwrap()
}

fn week() -> Desk {
    let desk = Desk::new(&[]);
    let week = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/week");
    let run = desk.run(&["add", "week.db", week.to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.err);
    desk
}

/// What is wrong with a document: what its schema refuses, and fields that the schema does not describe.
fn wrong(schema: &Value, document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    let mut wrong: Vec<String> = validator.iter_errors(document).map(|error| error.to_string()).collect();
    undescribed(schema, schema, document, "", &mut wrong);
    wrong
}

fn undescribed(schema: &Value, at: &Value, value: &Value, path: &str, wrong: &mut Vec<String>) {
    if let Some(reference) = at["$ref"].as_str() {
        let at = schema.pointer(reference.trim_start_matches('#')).unwrap();
        return undescribed(schema, at, value, path, wrong);
    }
    if let Some(any) = at["anyOf"].as_array() {
        if !value.is_null() {
            undescribed(schema, &any[0], value, path, wrong);
        }
        return;
    }
    if let Some(one) = at["oneOf"].as_array() {
        let kind = |at: &&Value| at["properties"]["kind"]["const"] == value["kind"];
        return undescribed(schema, one.iter().find(kind).unwrap(), value, path, wrong);
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = format!("{path}/{name}");
                match at["properties"].get(name) {
                    Some(at) => undescribed(schema, at, value, &path, wrong),
                    None => wrong.push(format!("{path} is not described")),
                }
            }
        }
        Value::Array(items) if at["items"].is_object() => {
            for (i, item) in items.iter().enumerate() {
                undescribed(schema, &at["items"], item, &format!("{path}/{i}"), wrong);
            }
        }
        _ => {}
    }
}

#[test]
fn every_answer_follows_its_schema_and_every_field_is_described() {
    let desk = week();
    let check = |args: &[&str], part: &str| {
        let run = desk.run(&[args, &["--format", "json"]].concat());
        assert!(run.status < 2, "{args:?}: {}", run.err);
        let document: Value = serde_json::from_str(&run.out).unwrap();
        assert!(document.pointer(part).is_some(), "{args:?} has no {part}");
        assert_eq!(wrong(&schema(args[0]), &document), Vec::<String>::new(), "{args:?}");
        document
    };
    for (args, part) in ASKED {
        check(args, part);
    }
    let revised = check(&["search", "week.db", "--in", "articles", "-n", "0", "before:2027"], "/hits/0");
    let revised = revised["hits"].as_array().unwrap().iter().find(|hit| hit["revision"] == 2).unwrap();
    check(&["diff", "week.db", &format!("#{}", revised["article"])], "/differences/0/changes");
}

#[test]
fn the_schemas_can_refuse() {
    let desk = week();
    let run = desk.run(&["trace", "week.db", "the relief valve had been wired shut", "--format", "json"]);
    let good: Value = serde_json::from_str(&run.out).unwrap();
    let check = |pointer: &str, value: Value| {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        assert!(!wrong(&schema("trace"), &document).is_empty(), "{pointer}");
    };
    check("/version", 2.into());
    check("/appearances/0/match", "rumour".into());
    check("/appearances/0/span", vec![1, 2, 3].into());
    check("/appearances/0/statement", 1.into());
    check("/edges/0/why/kind", "guess".into());
    check("/roots/0/name", 4.into());
}
