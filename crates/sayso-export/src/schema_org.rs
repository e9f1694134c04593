//! [schema.org](https://schema.org): quotations in their articles, and claims with where they appear.
//!
//! A direct or mixed statement is a `Quotation`, spoken by its source; an indirect one a `Claim` with its article as `appearance`:
//! schema.org has no word for a paraphrase. It has none for "did not say" either, so a statement whose link is denied is left out.
//! `firstAppearance` of a traced claim is the earliest in the archive, and its description says so.

use std::io::{self, Write};

use sayso_lineage::record::{ArticleRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::trace::Trace;
use sayso_reading::{Kind, SourceType};
use serde_json::{Map, Value, json};

use crate::exported::Words;
use crate::graph::JsonLd;
use crate::{Export, Exported, iris};

/// Stands between two pieces of a content, which source and cue stand between in the article.
const GAP: &str = " … ";

pub(crate) struct SchemaOrg {
    out: JsonLd,
}

impl SchemaOrg {
    pub(crate) fn new(out: Box<dyn Write + Send>) -> io::Result<Self> {
        Ok(Self { out: JsonLd::with_context(out, &json!("https://schema.org"))? })
    }
}

impl Export for SchemaOrg {
    fn article(&mut self, exported: &Exported<'_>) -> io::Result<()> {
        self.out.value(&article(exported.article, exported.language))?;
        let words = Words::of(exported.text);
        for (stated, record) in exported.attributions().filter(|(_, record)| !record.negated) {
            let pieces: Vec<&str> = stated.content().into_iter().map(|piece| words.at(piece)).collect();
            self.out.value(&statement(&stated.telling, record, &pieces.join(GAP)))?;
        }
        Ok(())
    }

    fn trace(&mut self, trace: &Trace) -> io::Result<()> {
        let Some(first) = trace.appearances.first() else { return Ok(()) };
        let appearances: Vec<Value> =
            trace.appearances.iter().map(|appearance| appears(&appearance.telling.article)).collect();
        self.out.value(&node([
            ("@type", json!("Claim")),
            ("text", json!(first.telling.words)),
            ("description", json!("The first appearance is the earliest in this archive.")),
            ("firstAppearance", appearances[0].clone()),
            ("appearance", json!(appearances)),
        ]))
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.close()
    }
}

/// An object without what is `null` or an empty list.
fn node<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let is_there = |value: &Value| !value.is_null() && value.as_array().is_none_or(|values| !values.is_empty());
    let entries = entries.into_iter().filter(|(_, value)| is_there(value));
    Value::Object(entries.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

fn article(record: &ArticleRecord, language: Option<&str>) -> Value {
    node([
        ("@type", json!("NewsArticle")),
        ("@id", json!(iris::article(record))),
        ("url", json!(record.url.as_deref().and_then(iris::address))),
        ("headline", json!(record.title)),
        ("datePublished", json!(record.moment)),
        ("inLanguage", json!(language)),
        ("creditText", json!(record.byline)),
        ("version", json!(record.revision)),
        ("publisher", json!(record.outlet.as_deref().map(outlet))),
    ])
}

/// An article where a claim appears; all of it, since the article itself may not be in the export.
fn appears(record: &ArticleRecord) -> Value {
    article(record, None)
}

fn outlet(name: &str) -> Value {
    json!({"@type": "Organization", "@id": iris::outlet(name), "name": name})
}

fn statement(telling: &Telling, record: &StatementRecord, words: &str) -> Value {
    let source = record.source.as_deref();
    let is_document = source.is_some_and(|source| source.kind == SourceType::Document);
    let speaker = source.filter(|_| !is_document).map(|source| who(&telling.article, source));
    let document = source.filter(|_| is_document).map(|source| who(&telling.article, source));
    let relays = record.chain.split_last().map_or(&[][..], |(_, relays)| relays);
    let relays: Vec<&str> =
        relays.iter().flatten().map(|relay| relay.name.as_deref().unwrap_or(&relay.description)).collect();
    let article = json!({"@id": iris::article(&telling.article)});
    let is_quoted = record.kind != Kind::Indirect;
    let (kind, speaks, place) =
        if is_quoted { ("Quotation", "spokenByCharacter", "isPartOf") } else { ("Claim", "creator", "appearance") };
    node([
        ("@type", json!(kind)),
        ("@id", json!(iris::telling(telling))),
        ("text", json!(words)),
        (speaks, json!(speaker)),
        ("isBasedOn", json!(document)),
        (place, article),
        ("citation", json!(relays)),
    ])
}

/// A source. Its IRI is of this article alone; one without a name has only its description.
fn who(article: &ArticleRecord, source: &SourceRecord) -> Value {
    let kind = match source.kind {
        SourceType::NamedPerson | SourceType::UnnamedPerson | SourceType::AnonymousSource => "Person",
        SourceType::NamedOrganization | SourceType::UnnamedGroup => "Organization",
        SourceType::Document => "CreativeWork",
    };
    let is_person = kind == "Person";
    let organizations = || source.affiliations.iter().map(|name| json!({"@type": "Organization", "name": name}));
    node([
        ("@type", json!(kind)),
        ("@id", json!(iris::source(article, source))),
        ("name", json!(source.name)),
        ("description", json!(source.description)),
        ("jobTitle", if is_person { json!(source.titles) } else { Value::Null }),
        ("affiliation", if is_person { json!(organizations().collect::<Vec<_>>()) } else { Value::Null }),
    ])
}
