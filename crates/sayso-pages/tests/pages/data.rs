//! What programs read: fields in a fixed order, numbers from 1.

use sayso_pages::sources::Depth;
use sayso_pages::{figures, revisions, search, sources, trace};
use serde_json::{Value, json};

use crate::hostile::hostile;
use crate::{Answers, samples};

fn value(document: &str) -> Value {
    serde_json::from_str(document).unwrap_or_else(|error| panic!("{error}: {document}"))
}

#[test]
fn every_document_can_be_read_and_says_its_version() {
    for answers in [Answers::samples(), Answers::empty(), hostile()] {
        for document in answers.documents() {
            assert_eq!(value(&document)["version"], 1);
            assert!(document.ends_with("}\n") && document.starts_with("{\n  \"version\": 1,\n"));
        }
    }
}

#[test]
fn a_trace_has_the_fields_that_its_readers_know() {
    let document = trace::json(&samples::trace());
    let value = value(&document);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    let sorted = |names: &str| {
        let mut names: Vec<&str> = names.split(' ').collect();
        names.sort_unstable();
        names.join(" ")
    };
    for (found, expect) in [
        (&value, "version asked earliest appearances edges fullest roots against"),
        (
            &value["appearances"][0],
            "number article url outlet title published moment day revision copy_of path statement span words sentence source chain \
             terms reason match likeness shared revisions",
        ),
        (&value["appearances"][0]["statement"], "id number kind act negated stance cue said_on"),
        (&value["appearances"][0]["source"], "id name type description titles"),
        (&value["edges"][0], "from to kind why wording changes"),
        (&value["roots"][0], "name is_named appearances"),
    ] {
        let mut names: Vec<String> = keys(found).split(' ').map(str::to_owned).collect();
        names.sort_unstable();
        assert_eq!(names.join(" "), sorted(expect));
    }
    assert_eq!(value["earliest"], 1);
    assert_eq!(value["fullest"], 2);
    assert_eq!(value["edges"][0]["why"], json!({"kind": "names", "words": "Northern Wire reported"}));
    assert_eq!(
        value["edges"][2]["changes"][0],
        json!({"kind": "attribution_dropped", "was": "two officials said", "is": null})
    );
    assert_eq!(value["edges"][0]["wording"][1], json!(["gone", "damp"]));
    assert_eq!(value["appearances"][1]["chain"], json!(["Northern Wire", "two officials"]));
    assert_eq!(value["appearances"][0]["likeness"], 0.912);
    assert_eq!(value["against"][0]["number"], 7);
    assert_eq!(value["roots"][1]["appearances"], json!([6]));
    let places: Vec<usize> =
        ["\"version\"", "\"asked\"", "\"earliest\"", "\"appearances\"", "\"edges\"", "\"fullest\"", "\"against\""]
            .iter()
            .map(|name| document.find(name).unwrap())
            .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn conflicts_and_repeats_name_numbers_that_are_there() {
    let value = value(&figures::json(&samples::figures(), &[]));
    let one = &value["conflicts"][0]["one"];
    assert_eq!((&one["series"], &one["point"], &one["words"]), (&json!(1), &json!(2), &json!("14 people")));
    assert_eq!(value["series"][0]["points"][1]["carriers"][0]["figure"]["words"], "14 people");
    assert_eq!(
        value["series"][0]["points"][2]["remarks"][0],
        json!({"kind": "stale", "article": 1, "newer": "14 people", "newer_in": 2})
    );
    let value = crate::data::value(&sources::json(&samples::sources(), Depth::Full));
    assert_eq!(value["named"][0]["again"][0], json!({"kind": "contradicts", "before": 1, "after": 2}));
    assert_eq!(value["named"][0]["places"][1]["statements"][0]["number"], 2);
    assert_eq!(value["unnamed"].as_array().unwrap().len(), 2);
}

#[test]
fn the_silent_change_comes_first_and_marks_count_code_points() {
    let value = value(&revisions::json(&samples::differences()));
    assert_eq!(value["differences"][0]["changes"][0]["is_silent"], true);
    let mut hits = samples::hits();
    hits.hits[0].text = "“Die Mauer”".to_owned();
    hits.hits[0].marks = vec![[7, 12]];
    let value = crate::data::value(&search::json(&hits));
    assert_eq!(value["hits"][0]["marks"], json!([[5, 10]]));
    assert_eq!(value["hits"][0]["number"], 3);
}

#[test]
fn a_row_stands_for_each_carrier() {
    let table = figures::csv(&samples::figures());
    let points: usize = samples::figures().series.iter().flat_map(|s| &s.points).map(|p| p.carriers.len()).sum();
    assert_eq!(table.matches("\r\n").count(), points + 1);
    assert!(table.contains(
        "people,killed,,Osterby,Osterby harbour office,true,2026-11-25,true,raised,1,14 people,14,14,14,exactly,"
    ));
    assert_eq!(sources::csv(&samples::sources(), Depth::Full).matches("\r\n").count(), 1 + 2 + 2);
}
