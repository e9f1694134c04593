//! [PROV-O](https://www.w3.org/TR/prov-o/): articles, statements and what was said as entities, sources and outlets as agents.
//!
//! PROV's words for one thing coming from another are claims. They are used where an article makes the claim itself (it names the
//! outlet it has it from, the source who said it) or where the archive is sure (a revision). Equal wording alone, and near copies, are
//! `prov:alternateOf`, which says that both present the same and not which had it from which; words in common alone are
//! `sayso:similarTo`. `prov:hadPrimarySource` points to an utterance, which the archive does not have, of whoever is said to know it
//! first hand.

use std::io;

use sayso_lineage::record::{ArticleRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::trace::{Edge, EdgeKind, Root, Trace, Why};
use sayso_reading::SourceType;

use crate::exported::share;
use crate::graph::{Node, Nodes, Object};
use crate::{Export, Exported, iris};

pub(crate) struct Provenance<N> {
    nodes: N,
}

impl<N: Nodes> Provenance<N> {
    pub(crate) fn new(nodes: N) -> Self {
        Self { nodes }
    }

    /// What a telling points to, which may be in no article that was exported.
    fn context(&mut self, telling: &Telling) -> io::Result<()> {
        self.nodes.node(&article(&telling.article))?;
        if let Some(outlet) = outlet(&telling.article) {
            self.nodes.node(&outlet)?;
        }
        let Some(statement) = &telling.statement else { return Ok(()) };
        for who in statement.source.iter().chain(statement.chain.iter().flatten()) {
            self.nodes.node(&source(&telling.article, who))?;
        }
        Ok(())
    }
}

impl<N: Nodes> Export for Provenance<N> {
    fn article(&mut self, exported: &Exported<'_>) -> io::Result<()> {
        let of = exported.copy.map(|copy| Object::Iri(iris::article(copy.of)));
        let before = exported.revises.map(|before| Object::Iri(iris::article(before)));
        let node = article(exported.article)
            .with("dcterms:language", exported.language.map(Object::text))
            .with("prov:wasRevisionOf", before)
            .with("prov:alternateOf", of);
        self.nodes.node(&node)?;
        if let Some(outlet) = outlet(exported.article) {
            self.nodes.node(&outlet)?;
        }
        for cited in exported.sources {
            self.nodes.node(&source(exported.article, &cited.record))?;
        }
        for (stated, _) in exported.attributions() {
            self.nodes.node(&telling(&stated.telling))?;
        }
        Ok(())
    }

    fn trace(&mut self, trace: &Trace) -> io::Result<()> {
        for appearance in trace.appearances.iter().chain(&trace.against) {
            self.context(&appearance.telling)?;
            self.nodes.node(&telling(&appearance.telling))?;
        }
        for edge in &trace.edges {
            if let Some(node) = passed_on(trace, edge) {
                self.nodes.node(&node)?;
            }
        }
        for root in &trace.roots {
            for node in primary(trace, root) {
                self.nodes.node(&node)?;
            }
        }
        let first = trace.appearances.first().map(|first| iris::telling(&first.telling));
        for against in &trace.against {
            let node = Node::new(iris::telling(&against.telling), &[])
                .with("sayso:saysOtherwiseThan", first.clone().map(Object::Iri));
            self.nodes.node(&node)?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.nodes.end()
    }
}

fn article(article: &ArticleRecord) -> Node {
    let publisher = article.outlet.as_deref().map(|name| Object::Iri(iris::outlet(name)));
    let address = article.url.as_deref().and_then(iris::address);
    Node::new(iris::article(article), &["prov:Entity", "sayso:Article"])
        .with("dcterms:title", article.title.as_deref().map(Object::text))
        .with("dcterms:issued", article.moment.as_deref().map(moment))
        .with("dcterms:source", address.map(|url| Object::Typed(url, "xsd:anyURI")))
        .with("prov:wasAttributedTo", publisher)
        .with("sayso:byline", article.byline.as_deref().map(Object::text))
        .with("sayso:revision", Object::number(article.revision))
}

fn outlet(article: &ArticleRecord) -> Option<Node> {
    let name = article.outlet.as_deref()?;
    Some(Node::new(iris::outlet(name), &["prov:Agent", "prov:Organization"]).with("foaf:name", Object::text(name)))
}

/// A moment or a day, as `ArticleRecord::moment` has it; anything else stays words.
fn moment(given: &str) -> Object {
    let is = |shape: &str| {
        given.len() == shape.len()
            && given.bytes().zip(shape.bytes()).all(|(b, s)| if s == b'0' { b.is_ascii_digit() } else { b == s })
    };
    if is("0000-00-00T00:00:00Z") {
        Object::Typed(given.to_owned(), "xsd:dateTime")
    } else if is("0000-00-00") {
        Object::Typed(given.to_owned(), "xsd:date")
    } else {
        Object::text(given)
    }
}

fn source(article: &ArticleRecord, source: &SourceRecord) -> Node {
    let types: &[&str] = match source.kind {
        SourceType::NamedPerson | SourceType::UnnamedPerson => &["prov:Agent", "prov:Person"],
        SourceType::NamedOrganization => &["prov:Agent", "prov:Organization"],
        SourceType::AnonymousSource | SourceType::UnnamedGroup => &["prov:Agent"],
        SourceType::Document => &["prov:Entity"],
    };
    let mut node = Node::new(iris::source(article, source), types)
        .with("foaf:name", source.name.as_deref().map(Object::text))
        .with("dcterms:description", Object::text(&source.description))
        .with("sayso:sourceType", Object::text(source.kind.name()))
        .with("dcterms:isReferencedBy", Object::Iri(iris::article(article)));
    for title in &source.titles {
        node = node.with("sayso:title", Object::text(title));
    }
    for affiliation in &source.affiliations {
        node = node.with("sayso:affiliation", Object::text(affiliation));
    }
    node.with("sayso:justification", source.justification.as_deref().map(Object::text))
        .with("sayso:terms", source.terms.map(|terms| Object::text(terms.name())))
        .with("sayso:termsReason", source.reason.as_deref().map(Object::text))
}

fn telling(telling: &Telling) -> Node {
    let kind = if telling.statement.is_some() { "sayso:Statement" } else { "sayso:Passage" };
    let node = Node::new(iris::telling(telling), &["prov:Entity", kind])
        .with("prov:value", Object::text(&telling.words))
        .with("dcterms:isPartOf", Object::Iri(iris::article(&telling.article)))
        .with("sayso:start", Object::number(telling.span[0] as i64))
        .with("sayso:end", Object::number(telling.span[1] as i64));
    match &telling.statement {
        Some(statement) => attributed(node, &telling.article, statement),
        None => node,
    }
}

fn attributed(node: Node, article: &ArticleRecord, statement: &StatementRecord) -> Node {
    let name = |source: &SourceRecord| Object::Iri(iris::source(article, source));
    let mut node = node;
    if let Some(source) = &statement.source {
        let link = match (statement.negated, source.kind) {
            // "He did not say that": to say that it is his would be the opposite.
            (true, _) => "sayso:notAttributedTo",
            (false, SourceType::Document) => "prov:wasDerivedFrom",
            (false, _) => "prov:wasAttributedTo",
        };
        node = node.with(link, name(source));
    }
    let chain = if statement.negated { &[][..] } else { &statement.chain };
    for relay in chain.split_last().map_or(&[][..], |(_, relays)| relays).iter().flatten() {
        node = node.with("sayso:relayedBy", name(relay));
    }
    node.with("sayso:root", chain.last().and_then(Option::as_deref).map(name))
        .with("sayso:cue", (!statement.cue.is_empty()).then(|| Object::text(&statement.cue)))
        .with("sayso:kind", Object::text(statement.kind.name()))
        .with("sayso:act", Object::text(statement.act.name()))
        .with("sayso:stance", statement.stance.map(|stance| Object::text(stance.name())))
        .with("sayso:terms", statement.terms.map(|terms| Object::text(terms.name())))
        .with("sayso:termsReason", statement.reason.as_deref().map(Object::text))
        .with("sayso:saidOn", statement.said_on.as_deref().map(Object::text))
        .with("sayso:confidence", Object::Typed(share(statement.confidence).to_string(), "xsd:decimal"))
}

/// That one appearance follows another.
fn passed_on(trace: &Trace, edge: &Edge) -> Option<Node> {
    let from = &trace.appearances.get(edge.from)?.telling;
    let to = &trace.appearances.get(edge.to)?.telling;
    let names = match &edge.why {
        Why::Names(words) => Some(words),
        Why::Copy | Why::Own | Why::Wording => None,
    };
    let name = match (edge.kind, names) {
        (EdgeKind::Quoted | EdgeKind::Copy, Some(_)) => "prov:wasQuotedFrom",
        (EdgeKind::Reworded, Some(_)) => "prov:wasDerivedFrom",
        (EdgeKind::Quoted | EdgeKind::Reworded | EdgeKind::Copy, None) => "prov:alternateOf",
        (EdgeKind::Similar, _) => "sayso:similarTo",
    };
    Some(
        Node::new(iris::telling(to), &[])
            .with(name, Object::Iri(iris::telling(from)))
            .with("sayso:namesWhereFrom", names.map(Object::text)),
    )
}

/// That appearances rest on what a root said. An unnamed root is another in each article.
fn primary(trace: &Trace, root: &Root) -> Vec<Node> {
    let Some(name) = &root.name else { return Vec::new() };
    let tellings = root.appearances.iter().filter_map(|i| Some(&trace.appearances.get(*i)?.telling));
    let mut nodes = Vec::new();
    let mut shared = None;
    for telling in tellings {
        let Some(source) = knows(telling) else { continue };
        let agent = iris::source(&telling.article, source);
        let rests = |on: String| Node::new(iris::telling(telling), &[]).with("prov:hadPrimarySource", Object::Iri(on));
        if source.kind == SourceType::Document {
            nodes.push(rests(agent));
            continue;
        }
        let known = shared.clone().filter(|_| root.is_named);
        let utterance = known.unwrap_or_else(|| {
            let id = iris::utterance(telling);
            let said = Node::new(id.clone(), &["prov:Entity", "sayso:Utterance"])
                .with("rdfs:label", Object::text(format!("what {name} said")));
            nodes.push(said.with("prov:wasAttributedTo", Object::Iri(agent)));
            id
        });
        nodes.push(rests(utterance.clone()));
        shared = Some(utterance);
    }
    nodes
}

/// Who is said to know first hand what a telling tells.
fn knows(telling: &Telling) -> Option<&SourceRecord> {
    let statement = telling.statement.as_ref().filter(|statement| !statement.negated)?;
    match statement.chain.last() {
        Some(root) => root.as_deref(),
        None => statement.source.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_its_data_type_and_no_other_words_have_one() {
        let check = |given: &str, kind| assert_eq!(moment(given), Object::Typed(given.to_owned(), kind));
        check("2026-11-24T06:00:00Z", "xsd:dateTime");
        check("2026-11-24", "xsd:date");
        assert_eq!(moment("24 November"), Object::text("24 November"));
    }
}
