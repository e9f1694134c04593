//! [Web Annotation](https://www.w3.org/TR/annotation-model/): an annotation for each statement, one a line, each a document of its own.
//!
//! The target is the statement's content, piece by piece. In the article's text, as Sayso has it, it is found by position and by its
//! words; at the article's address by its words alone, since a page has more text than the article. Positions are code points: the
//! model counts characters, and asks for code points, not code units.
//!
//! The body says source, cue, act and terms twice: in words for whoever shows notes, and by Sayso's terms for programs.

use std::io::{self, Write};

use sayso_lineage::record::StatementRecord;
use serde_json::{Map, Value, json};

use crate::exported::{Stated, Words, share};
use crate::iris::{self, TERMS};
use crate::{Export, Exported};

/// How many code points of the text before and after are given, at most.
const AROUND: usize = 32;

pub(crate) struct Annotations {
    out: Box<dyn Write + Send>,
}

impl Annotations {
    pub(crate) fn new(out: Box<dyn Write + Send>) -> Self {
        Self { out }
    }
}

impl Export for Annotations {
    fn article(&mut self, article: &Exported<'_>) -> io::Result<()> {
        let words = Words::of(article.text);
        for (stated, record) in article.attributions() {
            serde_json::to_writer(&mut self.out, &annotation(article, &words, stated, record))?;
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn annotation(article: &Exported<'_>, words: &Words<'_>, stated: &Stated, record: &StatementRecord) -> Value {
    let statement = iris::telling(&stated.telling);
    json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"sayso": TERMS}],
        "id": statement.replacen("urn:sayso:statement:", "urn:sayso:annotation:", 1),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": "urn:sayso:program", "type": "Software", "name": "Sayso"},
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": note(stated, record)},
            body(article, &statement, stated, record),
        ],
        "target": targets(article, words, stated),
    })
}

/// The pieces of the content, each in the text and, where it has one, at the article's address.
fn targets(article: &Exported<'_>, words: &Words<'_>, stated: &Stated) -> Vec<Value> {
    let text = iris::article(article.article);
    let address = article.article.url.as_deref().and_then(iris::address);
    let mut targets = Vec::new();
    for span in stated.content() {
        let quote = json!({
            "type": "TextQuoteSelector",
            "exact": words.at(span),
            "prefix": words.before(span, AROUND),
            "suffix": words.after(span, AROUND),
        });
        let position = json!({"type": "TextPositionSelector", "start": span[0], "end": span[1]});
        targets.push(json!({
            "type": "SpecificResource",
            "source": {"id": text, "type": "Text", "format": "text/plain"},
            "selector": [position, quote],
        }));
        if let Some(address) = &address {
            targets.push(json!({"type": "SpecificResource", "source": address, "selector": quote}));
        }
    }
    targets
}

/// What is known of a statement, for people.
fn note(stated: &Stated, record: &StatementRecord) -> String {
    let plain = |name: &str| name.replace('_', " ");
    let source = match (stated.telling.source(), &record.source) {
        (Some(words), Some(source)) => format!("Source: {words} ({})", plain(source.kind.name())),
        _ => "Source: nobody is named".to_owned(),
    };
    let denied = if record.negated { ", the link is denied" } else { "" };
    let cue = (!record.cue.is_empty()).then(|| format!("Cue: {}", record.cue));
    let act = format!("Act: {}, {}{denied}", record.act.name(), record.kind.name());
    let reason = record.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let terms = record.terms.map(|terms| format!("Terms: {}{reason}", plain(terms.name())));
    [Some(source), cue, Some(act), terms].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The same for programs.
fn body(article: &Exported<'_>, id: &str, stated: &Stated, record: &StatementRecord) -> Value {
    let source = record.source.as_deref();
    let entries = [
        ("id", json!(id)),
        ("type", json!("sayso:Statement")),
        ("sayso:source", json!(source.map(|source| json!({"id": iris::source(article.article, source)})))),
        ("sayso:saidBy", json!(stated.telling.source())),
        ("sayso:sourceType", json!(source.map(|source| source.kind.name()))),
        ("sayso:cue", json!((!record.cue.is_empty()).then_some(&record.cue))),
        ("sayso:kind", json!(record.kind.name())),
        ("sayso:act", json!(record.act.name())),
        ("sayso:negated", json!(record.negated)),
        ("sayso:stance", json!(record.stance.map(sayso_reading::Stance::name))),
        ("sayso:terms", json!(record.terms.map(sayso_reading::Terms::name))),
        ("sayso:termsReason", json!(record.reason)),
        ("sayso:saidOn", json!(record.said_on)),
        ("sayso:confidence", json!(share(record.confidence))),
    ];
    let known = entries.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(known.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
