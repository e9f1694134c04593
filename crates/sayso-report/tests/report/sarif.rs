//! SARIF against the official schema, and what it promises besides.

use sayso_check::{Category, Severity};
use sayso_report::{About, Format, Options, Report};
use serde_json::Value;

use crate::desk::{Draft, drafts, report, written};
use crate::hostile::hostile;

/// The OASIS schema of SARIF 2.1.0, as the crate `serde-sarif` ships it.
const SCHEMA: &str = include_str!("schema/sarif-2.1.0.json");

fn parsed(drafts: &[Draft]) -> Value {
    serde_json::from_str(&report(Format::Sarif, Options::default(), drafts)).unwrap()
}

#[test]
fn every_log_follows_the_schema() {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
    // This pattern has a bracket too many, which a strict reader of patterns refuses.
    for of in ["run", "toolComponent"] {
        let pattern = schema.pointer_mut(&format!("/definitions/{of}/properties/language/pattern")).unwrap();
        assert_eq!(pattern.take(), "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$");
        *pattern = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}$".into();
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    let all = || drafts().into_iter().chain([hostile()]).collect::<Vec<_>>();
    for count in 0..=all().len() {
        let errors: Vec<String> =
            validator.iter_errors(&parsed(&all()[..count])).map(|e| format!("{e} at {}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let mut wrong = parsed(&all());
    wrong["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!validator.is_valid(&wrong), "the schema can refuse");
}

#[test]
fn columns_are_units_of_utf16_as_the_run_says() {
    let log = parsed(&drafts());
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let region = &run["results"][1]["locations"][0]["physicalLocation"]["region"];
    let snippet = region["snippet"]["text"].as_str().unwrap();
    assert_eq!(region["startColumn"], 1);
    assert_eq!(region["endColumn"], snippet.encode_utf16().count() + 1);
}

#[test]
fn what_was_let_stand_has_its_justification_and_the_others_have_none() {
    let log = parsed(&drafts());
    let results = log["runs"][0]["results"].as_array().unwrap();
    let found: Vec<(&Value, &Value)> = results
        .iter()
        .map(|result| (&result["suppressions"][0]["kind"], &result["suppressions"][0]["justification"]))
        .collect();
    assert_eq!(found[2], (&"inSource".into(), &"approved by the desk editor: the source’s safety".into()));
    assert_eq!(found[3], (&"external".into(), &Value::Null));
    assert!([0, 1, 4].iter().all(|i| results[*i]["suppressions"] == Value::Array(Vec::new())));
}

#[test]
fn rules_come_with_their_pages() {
    let house = About {
        code: "DESK01".to_owned(),
        name: "no-dashes".to_owned(),
        command: "sayso rule DESK01".to_owned(),
        summary: "Two hyphens are no dash.".to_owned(),
        page: "# DESK01 no-dashes\n".to_owned(),
        category: Category::Style,
        severity: Severity::Info,
        default: true,
    };
    let mut report = Report::new(Format::Sarif, Options::default());
    report.learn([house]);
    let log: Value = serde_json::from_str(&written(report, &drafts())).unwrap();
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
    assert_eq!(ids, ["ANO001", "ATT004", "DESK01"]);
    assert!(rules[0]["help"]["markdown"].as_str().unwrap().contains("## Why it matters"));
    assert_eq!(rules[2]["shortDescription"]["text"], "Two hyphens are no dash.");
    assert_eq!(rules[0].get("helpUri"), None, "there is no address where none was given");
    let log = parsed(&drafts());
    let uri = &log["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"];
    assert_eq!(uri, "https://example.org/rules/ANO001.html");
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][2].get("helpUri"), None, "a house's rule has no page there");
}

/// The fingerprint of the only finding.
fn fingerprint(text: &str, words: &str) -> String {
    let draft = Draft::of("a.md", text).found("ANO001", Severity::Warning, words, "m", "h");
    let print = &parsed(&[draft])["runs"][0]["results"][0]["partialFingerprints"];
    print["saysoWords/v1"].as_str().unwrap().to_owned()
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_changes_with_the_words() {
    let body = "The mayor was silent on Monday. Officials in Harwick didn’t say who had closed the bridge or why.";
    let print = fingerprint(&format!("Head\n\n{body}\n"), "Officials");
    let moved = [
        format!("Another head\n\nA paragraph that was not there before.\n\n{body}\n\nAnd one after it.\n"),
        format!("Head\n\n{}\n", body.replace(' ', "  ").replace('’', "'")),
        format!("Head\r\n\r\n{body}\r\n"),
        format!("Head\n\n{}\n", body.replace("or why", "and when, nobody knows")),
    ];
    for text in moved {
        assert_eq!(fingerprint(&text, "Officials"), print, "{text}");
    }
    let changed = [("Officials", "Engineers"), ("Harwick", "Tolbury"), ("silent on Monday", "silent on Friday")];
    for (old, new) in changed {
        let text = format!("Head\n\n{}\n", body.replace(old, new));
        let words = if old == "Officials" { new } else { "Officials" };
        assert_ne!(fingerprint(&text, words), print, "{text}");
    }
}
