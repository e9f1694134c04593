//! Web Annotation: by a JSON-LD parser, by what the model demands, and by looking up the words.

use sayso_export::Format;
use serde_json::Value;

use crate::sample::Owned;
use crate::{files, linked, sample};

pub(crate) fn annotations(articles: &[Owned]) -> Vec<Value> {
    let lines = files::one(Format::WebAnnotation, articles, None);
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The parts of a text that a target's selectors select: by position, by words.
pub(crate) fn selected(text: &str, target: &Value) -> Vec<String> {
    let count = |value: &Value| value.as_u64().unwrap() as usize;
    let one = |selector: &Value| match selector["type"].as_str().unwrap() {
        "TextPositionSelector" => {
            let [start, end] = [count(&selector["start"]), count(&selector["end"])];
            text.chars().skip(start).take(end - start).collect()
        }
        "TextQuoteSelector" => {
            let [before, exact, after] = ["prefix", "exact", "suffix"].map(|name| selector[name].as_str().unwrap());
            assert!(before.chars().count() <= 32 && after.chars().count() <= 32);
            assert!(text.contains(&format!("{before}{exact}{after}")), "{selector}");
            exact.to_owned()
        }
        other => panic!("no selector of ours: {other}"),
    };
    target["selector"].as_array().map_or_else(|| vec![one(&target["selector"])], |all| all.iter().map(one).collect())
}

#[test]
fn an_annotation_has_what_the_model_demands() {
    for annotation in annotations(&sample::articles()) {
        assert_eq!(annotation["@context"][0], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(annotation["type"], "Annotation");
        assert!(annotation["id"].as_str().unwrap().starts_with("urn:sayso:annotation:"));
        for target in annotation["target"].as_array().unwrap() {
            assert_eq!(target["type"], "SpecificResource");
            let source = target["source"].as_str().or(target["source"]["id"].as_str()).unwrap();
            assert!(oxiri::Iri::parse(source).is_ok(), "{source}");
        }
    }
}

#[test]
fn a_json_ld_parser_finds_targets_bodies_and_selectors() {
    let lines = files::one(Format::WebAnnotation, &sample::articles(), None);
    let triples: std::collections::BTreeSet<String> =
        lines.lines().flat_map(|line| linked::json_ld(line.as_bytes())).collect();
    let count = |words: &str| linked::with(&triples, words).len();
    assert_eq!(count("type> <http://www.w3.org/ns/oa#Annotation>"), 9);
    assert_eq!(count("oa#hasBody>"), 18);
    assert_eq!(count("type> <urn:sayso:terms#Statement>"), 9);
    assert!(count("oa#hasSelector>") > 18);
}

#[test]
fn every_piece_of_a_content_is_selected_in_the_text_and_at_the_address() {
    let articles = sample::articles();
    let annotations = annotations(&articles);
    let targets = annotations[0]["target"].as_array().unwrap();
    let words: Vec<_> = targets.iter().map(|target| selected(&articles[0].text, target)).collect();
    let [harbour, shut] = ["“The harbour,”", "“is shut.”"].map(str::to_owned);
    assert_eq!(words, [vec![harbour.clone(); 2], vec![harbour], vec![shut.clone(); 2], vec![shut]]);
    assert_eq!(targets[1]["source"], "https://argus.example/a%20b?x=1#q");
    assert_eq!(annotations[3]["target"].as_array().unwrap().len(), 1, "the Courier's has no address");
}

#[test]
fn the_body_says_who_said_it_and_on_what_terms() {
    let annotations = annotations(&sample::articles());
    let [note, facts] = annotations[1]["body"].as_array().unwrap().as_slice() else { panic!("two bodies") };
    assert_eq!(
        note["value"],
        "Source: officials (anonymous source)\nCue: said on\nAct: says, indirect\nTerms: anonymity (not allowed to \"speak\")"
    );
    assert_eq!(facts["sayso:terms"], "anonymity");
    assert_eq!(facts["sayso:confidence"], 0.912);
    assert_eq!(annotations[4]["body"][1]["sayso:negated"], true);
}
