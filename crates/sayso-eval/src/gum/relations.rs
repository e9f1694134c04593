//! An eRST file → its attribution relations, in numbers of words from 0.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use roxmltree::{Document, Node, ParsingOptions};

/// One attribution relation.
#[derive(Default)]
pub(super) struct Relation {
    /// The words of its satellite, where that is one clause.
    pub(super) satellite: Option<Range<usize>>,
    /// The words that signals call the source.
    pub(super) source: BTreeSet<usize>,
    /// The words that lexical signals name.
    pub(super) lexical: BTreeSet<usize>,
}

/// What is taken of a file.
pub(super) struct Relations {
    /// The attribution relations in the order of the file.
    pub(super) attributions: Vec<Relation>,
    /// The words of each clause, in text order.
    pub(super) clauses: Vec<Range<usize>>,
}

/// The attribution relations and the clauses of a file.
pub(super) fn relations(rs4: &str) -> Result<Relations, String> {
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    let xml =
        Document::parse_with_options(rs4, options).map_err(|error| format!("no XML: {error}: save the file again"))?;
    let root = xml.root_element();
    let Some(body) = child(root, "body").filter(|_| root.has_tag_name("rst")) else {
        return Err("no discourse tree: an eRST file has `<rst>` and in it `<body>`".to_owned());
    };
    let mut count = 0;
    let mut clauses = Vec::new();
    let mut by_id = HashMap::new();
    let mut found: Vec<(&str, Relation)> = Vec::new();
    for node in body.children().filter(|node| node.has_tag_name("segment") || node.has_tag_name("group")) {
        let id = node.attribute("id").unwrap_or_default();
        let before = count;
        if node.has_tag_name("segment") {
            count += node.text().unwrap_or_default().split_whitespace().count();
            clauses.push(before..count);
            by_id.insert(id, before..count);
        }
        if is_attribution(node) {
            found.push((id, Relation { satellite: by_id.get(id).cloned(), ..Relation::default() }));
        }
    }
    for edge in body.descendants().filter(|node| node.has_tag_name("secedge") && is_attribution(*node)) {
        let satellite = edge.attribute("source").and_then(|satellite| by_id.get(satellite).cloned());
        found.push((edge.attribute("id").unwrap_or_default(), Relation { satellite, ..Relation::default() }));
    }
    let places: HashMap<&str, usize> = found.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    for signal in body.descendants().filter(|node| node.has_tag_name("signal")) {
        let Some(at) = signal.attribute("source").and_then(|id| places.get(id)) else { continue };
        let relation = &mut found[*at].1;
        let words = match (signal.attribute("type"), signal.attribute("subtype")) {
            (_, Some("attribution_source")) => &mut relation.source,
            (Some("lexical"), _) => &mut relation.lexical,
            _ => continue,
        };
        for word in signal.attribute("tokens").unwrap_or_default().split(',').filter(|word| !word.is_empty()) {
            let number = word.trim().parse().ok().filter(|number| (1..=count).contains(number));
            let unknown = || format!("a signal names word {word}, but the words are 1 to {count}: give the whole file");
            words.insert(number.ok_or_else(unknown)? - 1);
        }
    }
    Ok(Relations { attributions: found.into_iter().map(|(_, relation)| relation).collect(), clauses })
}

fn is_attribution(node: Node<'_, '_>) -> bool {
    matches!(node.attribute("relname"), Some("attribution-positive" | "attribution-negative"))
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name(name))
}
