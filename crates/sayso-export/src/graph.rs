//! Nodes of a graph, written as Turtle or as JSON-LD.
//!
//! Both writers take the same nodes and so hold the same triples; nodes are named, never blank, so the two compare line by line.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::iris::TERMS;

/// Prefixes that names of terms may have.
pub(crate) const PREFIXES: [(&str, &str); 6] = [
    ("prov", "http://www.w3.org/ns/prov#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("sayso", TERMS),
];

/// A thing with what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// Its IRI.
    pub(crate) id: String,
    /// Its types, as prefixed names.
    types: Vec<&'static str>,
    /// What is said of it, by prefixed names.
    facts: Vec<(&'static str, Object)>,
}

/// What a fact points to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Object {
    /// A thing.
    Iri(String),
    /// Words.
    Text(String),
    /// Words of a data type, which is a prefixed name.
    Typed(String, &'static str),
}

impl Node {
    pub(crate) fn new(id: String, types: &[&'static str]) -> Self {
        Self { id, types: types.to_vec(), facts: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &'static str, object: impl Into<Option<Object>>) -> Self {
        self.facts.extend(object.into().map(|object| (name, object)));
        self
    }
}

impl Object {
    pub(crate) fn text(words: impl Into<String>) -> Self {
        Object::Text(words.into())
    }

    pub(crate) fn number(value: i64) -> Self {
        Object::Typed(value.to_string(), "xsd:integer")
    }
}

/// Writes nodes.
pub(crate) trait Nodes {
    fn node(&mut self, node: &Node) -> io::Result<()>;
    fn end(&mut self) -> io::Result<()>;
}

/// [RDF 1.1 Turtle](https://www.w3.org/TR/turtle/).
pub(crate) struct Turtle {
    out: Box<dyn Write + Send>,
}

impl Turtle {
    pub(crate) fn new(mut out: Box<dyn Write + Send>) -> io::Result<Self> {
        for (prefix, iri) in PREFIXES {
            writeln!(out, "@prefix {prefix}: <{iri}> .")?;
        }
        Ok(Self { out })
    }
}

impl Nodes for Turtle {
    fn node(&mut self, node: &Node) -> io::Result<()> {
        let types = (!node.types.is_empty()).then(|| format!("a {}", node.types.join(", ")));
        let facts = node.facts.iter().map(|(name, object)| format!("{name} {}", turtle(object)));
        let lines: Vec<String> = types.into_iter().chain(facts).collect();
        if lines.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n<{}>\n    {} .", node.id, lines.join(" ;\n    "))
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn turtle(object: &Object) -> String {
    match object {
        Object::Iri(iri) => format!("<{iri}>"),
        Object::Text(words) => quoted(words),
        Object::Typed(words, kind) => format!("{}^^{kind}", quoted(words)),
    }
}

/// A string in quotation marks, with what may not stand in them escaped.
fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => drop(write!(out, "\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// [JSON-LD 1.1](https://www.w3.org/TR/json-ld11/): one document, a node in each line of its `@graph`.
pub(crate) struct JsonLd {
    out: Box<dyn Write + Send>,
    is_first: bool,
}

impl JsonLd {
    pub(crate) fn new(out: Box<dyn Write + Send>) -> io::Result<Self> {
        let context: Map<String, Value> =
            PREFIXES.iter().map(|(prefix, iri)| ((*prefix).to_owned(), Value::from(*iri))).collect();
        Self::with_context(out, &Value::Object(context))
    }

    /// A document in another context.
    pub(crate) fn with_context(mut out: Box<dyn Write + Send>, context: &Value) -> io::Result<Self> {
        write!(out, "{{\"@context\":{context},\n\"@graph\":[")?;
        Ok(Self { out, is_first: true })
    }

    /// A node as it is written in JSON.
    pub(crate) fn value(&mut self, node: &Value) -> io::Result<()> {
        let between = if self.is_first { "" } else { "," };
        self.is_first = false;
        write!(self.out, "{between}\n{node}")
    }

    pub(crate) fn close(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()
    }
}

impl Nodes for JsonLd {
    fn node(&mut self, node: &Node) -> io::Result<()> {
        let mut map = Map::new();
        map.insert("@id".to_owned(), json!(node.id));
        if !node.types.is_empty() {
            map.insert("@type".to_owned(), json!(node.types));
        }
        for (name, object) in &node.facts {
            let value = match object {
                Object::Iri(name) => json!({"@id": name}),
                Object::Text(words) => json!({"@value": words}),
                Object::Typed(words, kind) => json!({"@value": words, "@type": kind}),
            };
            if let Value::Array(values) = map.entry(*name).or_insert_with(|| json!([])) {
                values.push(value);
            }
        }
        self.value(&Value::Object(map))
    }

    fn end(&mut self) -> io::Result<()> {
        self.close()
    }
}
