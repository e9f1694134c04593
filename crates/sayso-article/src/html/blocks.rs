//! The blocks of a piece of a page: one paragraph for each element that begins on a line of its own.

use dom_query::{NodeId, NodeRef};

use super::Block;
use crate::Part;
use crate::mark::Markup;

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements whose text is not shown, or is a control's.
const UNSHOWN: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "select", "textarea",
    "head", "title", "button", "input", "audio", "video", "canvas", "map",
];

/// Elements that say what the paragraphs inside them are.
const MARKUPS: &[(&str, Markup)] = &[
    ("figcaption", Markup::Is(Part::Caption)),
    ("figure", Markup::Is(Part::Caption)),
    ("caption", Markup::Is(Part::Caption)),
    ("aside", Markup::Is(Part::Other)),
    ("nav", Markup::Is(Part::Other)),
    ("footer", Markup::Is(Part::Other)),
    ("form", Markup::Is(Part::Other)),
    ("blockquote", Markup::Quote),
    ("h1", Markup::Heading),
    ("h2", Markup::Heading),
    ("h3", Markup::Heading),
    ("h4", Markup::Heading),
    ("h5", Markup::Heading),
    ("h6", Markup::Heading),
];

/// Words of a class that say what a short element is.
const CLASS_WORDS: &[(&str, Markup)] = &[
    ("caption", Markup::Is(Part::Caption)),
    ("figcaption", Markup::Is(Part::Caption)),
    ("photocredit", Markup::Is(Part::Caption)),
    ("bio", Markup::Is(Part::Bio)),
    ("newsletter", Markup::Is(Part::Other)),
    ("related", Markup::Is(Part::Other)),
    ("readmore", Markup::Is(Part::Other)),
    ("promo", Markup::Is(Part::Other)),
    ("advertisement", Markup::Is(Part::Other)),
    ("share", Markup::Is(Part::Other)),
    ("social", Markup::Is(Part::Other)),
    ("sharing", Markup::Is(Part::Other)),
    ("copyright", Markup::Is(Part::Other)),
    ("correction", Markup::Is(Part::Other)),
    ("tags", Markup::Is(Part::Other)),
];

/// An element with more text than this, in bytes, is no box whatever its class is.
const SHORT: usize = 600;

/// The paragraphs under a node, in order.
pub(super) fn of(root: &NodeRef) -> Vec<Block> {
    let mut walk = Walk::default();
    let mut at = root.first_child();
    // Without recursion, whatever the depth: down, else along, else up and along.
    while let Some(node) = at {
        if walk.enter(&node)
            && let Some(child) = node.first_child()
        {
            at = Some(child);
            continue;
        }
        let mut left = node;
        at = loop {
            walk.leave(&left);
            if let Some(next) = left.next_sibling() {
                break Some(next);
            }
            match left.parent() {
                Some(parent) if parent.id != root.id => left = parent,
                _ => break None,
            }
        };
    }
    walk.flush();
    walk.blocks
}

/// The text of a node on one line.
pub(super) fn text_of(node: &NodeRef) -> String {
    let blocks = of(node);
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ").replace('\n', " ")
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    /// The paragraph so far, its white space collapsed.
    run: String,
    /// What the open elements say, outermost first.
    markups: Vec<(NodeId, Markup)>,
    /// The open `article` and `main` elements, outermost first.
    articles: Vec<NodeId>,
    quotes: usize,
}

impl Walk {
    /// Takes a node in; whether its children are to be walked.
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            self.text(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else { return true };
        let name: &str = &name;
        if UNSHOWN.contains(&name) || is_hidden(node) {
            return false;
        }
        if BLOCKS.contains(&name) {
            self.flush();
        }
        match name {
            "br" => self.line_break(),
            "td" | "th" => self.text(" "),
            // A browser shows quotation marks that the page's text doesn't have.
            "q" => {
                self.run.push(if self.quotes.is_multiple_of(2) { '“' } else { '‘' });
                self.quotes += 1;
            }
            _ => {}
        }
        let markup = MARKUPS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, markup)| *markup)
            .or_else(|| by_class(node, name));
        if let Some(markup) = markup {
            self.markups.push((node.id, markup));
        }
        if matches!(name, "article" | "main") {
            self.articles.push(node.id);
        }
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let Some(name) = node.node_name() else { return };
        let name: &str = &name;
        if UNSHOWN.contains(&name) {
            return;
        }
        if name == "q" && self.quotes > 0 && !is_hidden(node) {
            self.quotes -= 1;
            self.run.push(if self.quotes.is_multiple_of(2) { '”' } else { '’' });
        }
        if BLOCKS.contains(&name) {
            self.flush();
        }
        if self.markups.last().is_some_and(|(id, _)| *id == node.id) {
            self.markups.pop();
        }
        if self.articles.last() == Some(&node.id) {
            self.articles.pop();
        }
    }

    fn text(&mut self, text: &str) {
        for piece in text.split_inclusive(is_space) {
            let word = piece.trim_end_matches(is_space);
            self.run.push_str(word);
            if word.len() < piece.len() && !self.run.is_empty() && !self.run.ends_with([' ', '\n']) {
                self.run.push(' ');
            }
        }
    }

    fn line_break(&mut self) {
        let end = self.run.trim_end_matches(' ').len();
        self.run.truncate(end);
        if !self.run.is_empty() {
            self.run.push('\n');
        }
    }

    fn flush(&mut self) {
        let text = self.run.trim();
        if !text.is_empty() {
            // The outermost box decides, and inside none the innermost mark.
            let boxed = self.markups.iter().find(|(_, markup)| matches!(markup, Markup::Is(_)));
            let markup = boxed.or(self.markups.last()).map_or(Markup::None, |(_, markup)| *markup);
            self.blocks.push(Block { text: text.to_owned(), markup, article: self.articles.last().copied() });
        }
        self.run.clear();
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| style.replace(' ', "").to_ascii_lowercase().contains("display:none"))
}

/// What the class of a short element says it is.
fn by_class(node: &NodeRef, name: &str) -> Option<Markup> {
    if !matches!(name, "p" | "div" | "section" | "ul" | "figure" | "span" | "small") {
        return None;
    }
    let class = node.class()?.to_ascii_lowercase();
    let markup = class
        .split(|c: char| !c.is_alphanumeric())
        .find_map(|word| CLASS_WORDS.iter().find(|(known, _)| *known == word).map(|(_, markup)| *markup))?;
    let mut length = 0;
    for inner in node.descendants_it().filter(NodeRef::is_text) {
        length += inner.text().len();
        if length > SHORT {
            return None;
        }
    }
    Some(markup)
}
