//! PROV-O by a Turtle and a JSON-LD parser.

use std::collections::BTreeSet;

use sayso_export::Format;

use crate::{files, linked, sample};

const PROV: &str = "http://www.w3.org/ns/prov#";

/// The triples of Turtle, which those of JSON-LD are the same as.
fn triples() -> BTreeSet<String> {
    let (articles, trace) = (sample::articles(), sample::trace());
    let turtle = files::one(Format::ProvTurtle, &articles, Some(&trace));
    let json = files::one(Format::ProvJson, &articles, Some(&trace));
    let triples = linked::turtle(turtle.as_bytes());
    assert_eq!(triples, linked::json_ld(json.as_bytes()));
    triples
}

#[test]
fn what_passed_what_on_is_said_as_far_as_articles_say_it() {
    let triples = triples();
    let check = |name: &str, expect: &[&str]| {
        let found = linked::with(&triples, name);
        let plain: Vec<String> =
            found.iter().map(|t| t.replace(&format!("<{name}>"), "→").replace("urn:sayso:", "")).collect();
        assert_eq!(plain, expect, "{name}");
    };
    let prov = |name: &str| format!("{PROV}{name}");
    let argus = "https%3A%2F%2Fargus.example%2Fa%20b%3Fx%3D1%23q/1";
    let courier = "feed.jsonl%3A7%20%7B%C3%A9%7D/1";
    check(&prov("wasQuotedFrom"), &[&format!("<statement:{courier}/1> → <statement:{argus}/1>")]);
    check(&prov("wasRevisionOf"), &[&format!("<article:{}2> → <article:{argus}>", argus.trim_end_matches('1'))]);
    check(
        &prov("alternateOf"),
        &[
            &format!("<article:wire%3A4/1> → <article:{argus}>"),
            &format!("<statement:{courier}/3> → <statement:{argus}/2>"),
            &format!("<statement:wire%3A4/1/2> → <statement:{argus}/2>"),
        ],
    );
    check(
        "urn:sayso:terms#similarTo",
        &[&format!("<statement:{argus}/3> → <statement:{argus}/1>").replace("urn:sayso:", "")],
    );
    check("urn:sayso:terms#notAttributedTo", &[&format!("<statement:{courier}/2> → <source:{courier}/2>")]);
    check("urn:sayso:terms#relayedBy", &[&format!("<statement:{courier}/1> → <source:{courier}/1>")]);
    check("urn:sayso:terms#saysOtherwiseThan", &[&format!("<passage:sheet/1/0-19> → <statement:{argus}/1>")]);
    check(
        &prov("hadPrimarySource"),
        &[
            &format!("<statement:{courier}/1> → <utterance:{argus}/1>"),
            &format!("<statement:{courier}/3> → <utterance:{courier}/3>"),
            &format!("<statement:{argus}/1> → <utterance:{argus}/1>"),
            &format!("<statement:{argus}/2> → <utterance:{argus}/2>"),
            &format!("<statement:{argus}/3> → <source:{argus}/3>"),
            "<statement:wire%3A4/1/2> → <utterance:wire%3A4/1/2>",
        ],
    );
}

#[test]
fn what_a_source_did_not_say_has_no_root() {
    let triples = triples();
    let roots = linked::with(&triples, "urn:sayso:terms#root");
    assert_eq!(roots.len(), 8, "one for each statement but that one: {roots:?}");
    assert!(roots.iter().all(|root| !root.contains("statement:feed.jsonl%3A7%20%7B%C3%A9%7D/1/2>")));
}

#[test]
fn an_unnamed_source_is_one_of_its_article_and_has_no_name() {
    let triples = triples();
    for triple in &triples {
        let articles: BTreeSet<&str> = triple
            .split(['<', '>'])
            .filter_map(|iri| iri.strip_prefix("urn:sayso:source:"))
            .filter_map(|rest| rest.rsplit_once('/').map(|(article, _)| article))
            .collect();
        assert!(articles.len() < 2, "two articles' sources are linked: {triple}");
    }
    assert_eq!(linked::with(&triples, "\"officials\"").len(), 2, "described in the Argus and in its copy");
    assert!(linked::with(&triples, "foaf/0.1/name> \"officials\"").is_empty());
}

#[test]
fn words_come_back_as_they_were() {
    let triples = triples();
    for words in
        ["Harbour 𝛼 shut” \\\\ The Argus", "not allowed to \\\"speak\\\"", "“The harbour,” Ana Petrel said, “is shut.”"]
    {
        assert!(!linked::with(&triples, words).is_empty(), "{words}");
    }
    let typed = linked::with(&triples, "XMLSchema#dateTime");
    assert_eq!(typed.len(), 3, "the Argus twice, Northern Wire once: {typed:?}");
}
