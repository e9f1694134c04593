//! Parsers of Turtle and JSON-LD: documents as sets of triples.

use std::collections::BTreeSet;
use std::error::Error;

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Triple;
use oxttl::TurtleParser;

/// Contexts that documents name, as far as they use them. No test asks the web; `validate.py` has the whole ones.
const CONTEXTS: [(&str, &str); 2] = [
    (
        "http://www.w3.org/ns/anno.jsonld",
        r#"{"@context": {
            "oa": "http://www.w3.org/ns/oa#", "dc": "http://purl.org/dc/elements/1.1/", "as": "http://www.w3.org/ns/activitystreams#",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "foaf": "http://xmlns.com/foaf/0.1/",
            "id": "@id", "type": "@type", "@vocab": "http://www.w3.org/ns/oa#",
            "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
            "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
            "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
            "generator": {"@id": "as:generator", "@type": "@id"}, "value": "rdf:value", "name": "foaf:name",
            "format": "dc:format", "language": "dc:language"
        }}"#,
    ),
    (
        "https://schema.org",
        r#"{"@context": {"@vocab": "http://schema.org/", "url": {"@id": "http://schema.org/url", "@type": "@id"}}}"#,
    ),
];

fn context(iri: &str) -> Result<JsonLdRemoteDocument, Box<dyn Error + Send + Sync>> {
    let (_, document) =
        CONTEXTS.into_iter().find(|(name, _)| *name == iri).ok_or_else(|| format!("no context {iri}"))?;
    let document_url = iri.to_owned();
    Ok(JsonLdRemoteDocument { document: document.as_bytes().to_vec(), document_url })
}

pub(crate) fn turtle(document: &[u8]) -> BTreeSet<String> {
    TurtleParser::new().for_slice(document).map(|triple| triple.unwrap().to_string()).collect()
}

pub(crate) fn json_ld(document: &[u8]) -> BTreeSet<String> {
    let parser = JsonLdParser::new().for_slice(document).with_load_document_callback(|iri, _| context(iri));
    parser.map(|quad| Triple::from(quad.unwrap()).to_string()).collect()
}

/// The triples that have some words.
pub(crate) fn with<'t>(triples: &'t BTreeSet<String>, words: &str) -> Vec<&'t str> {
    triples.iter().filter(|triple| triple.contains(words)).map(String::as_str).collect()
}
