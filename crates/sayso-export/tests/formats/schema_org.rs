//! schema.org by a JSON-LD parser, and as what it says.

use sayso_export::Format;
use serde_json::Value;

use crate::{files, linked, sample};

fn nodes() -> Vec<Value> {
    let document = files::one(Format::SchemaOrg, &sample::articles(), Some(&sample::trace()));
    assert!(!linked::json_ld(document.as_bytes()).is_empty());
    let document: Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    document["@graph"].as_array().unwrap().clone()
}

#[test]
fn a_quotation_has_its_words_its_speaker_and_its_article() {
    let nodes = nodes();
    let quotations: Vec<&Value> = nodes.iter().filter(|node| node["@type"] == "Quotation").collect();
    assert_eq!(quotations.len(), 3, "the Argus, the Courier, Northern Wire");
    assert_eq!(quotations[0]["text"], "“The harbour,” … “is shut.”", "without source and cue");
    let courier = quotations[1];
    assert_eq!(courier["text"], "“The harbour is shut,”");
    assert_eq!(courier["spokenByCharacter"]["name"], "Ana Petrel");
    assert_eq!(courier["spokenByCharacter"]["@type"], "Person");
    assert_eq!(courier["citation"], serde_json::json!(["the Argus"]));
    let article = nodes.iter().find(|node| node["@id"] == courier["isPartOf"]["@id"]).unwrap();
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["publisher"]["name"], "The Courier");
    assert_eq!(article.get("url"), None, "its key is no address");
}

#[test]
fn a_paraphrase_is_a_claim_and_what_nobody_said_is_none() {
    let nodes = nodes();
    let claims: Vec<&Value> =
        nodes.iter().filter(|node| node["@type"] == "Claim" && node.get("@id").is_some()).collect();
    assert_eq!(claims.len(), 5);
    assert!(claims.iter().all(|claim| claim["appearance"]["@id"].is_string()));
    assert_eq!(claims[0]["creator"].get("name"), None, "an anonymous source has none");
    assert_eq!(claims[0]["creator"]["description"], "officials");
    assert_eq!(claims[1]["isBasedOn"]["@type"], "CreativeWork");
    let denied =
        |claim: &&&Value| claim["text"] == "the gate failed" && claim["@id"].as_str().unwrap().contains("feed");
    assert_eq!(claims.iter().find(denied), None);
}

#[test]
fn a_traced_claim_first_appears_in_the_earliest_article_of_the_archive() {
    let nodes = nodes();
    let claim = nodes.last().unwrap();
    assert_eq!(claim["firstAppearance"]["publisher"]["name"], "The Argus");
    assert_eq!(claim["firstAppearance"]["url"], "https://argus.example/a%20b?x=1#q");
    assert_eq!(claim["appearance"].as_array().unwrap().len(), 6);
    assert!(claim["description"].as_str().unwrap().contains("in this archive"));
}
