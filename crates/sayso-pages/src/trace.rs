//! A claim through the articles that tell it.
//!
//! Appearances are numbered from 1 in the order of time; those that say no to the claim are numbered on after them, so that a number
//! means one telling in every view.

mod dot;
mod html;
mod json;
mod lanes;
mod mermaid;
mod text;

pub use dot::dot;
pub use html::html;
pub use json::json;
pub use mermaid::mermaid;
pub use text::text;

use sayso_lineage::trace::{Appearance, Edge, Root, Trace};

use crate::words::{counted, followed, moment, numbers, outlet, plain};

/// Every appearance with its number, those against the claim last.
fn numbered(trace: &Trace) -> impl Iterator<Item = (usize, &Appearance)> {
    trace.appearances.iter().chain(&trace.against).enumerate().map(|(i, one)| (i + 1, one))
}

/// The edge by which each appearance follows an earlier one.
fn edges_by_place(trace: &Trace) -> Vec<Option<&Edge>> {
    let mut edges = vec![None; trace.appearances.len()];
    for edge in &trace.edges {
        if let Some(place) = edges.get_mut(edge.to).filter(|_| edge.from < trace.appearances.len()) {
            *place = Some(edge);
        }
    }
    edges
}

/// How the later one of an edge follows the earlier one.
fn follows(trace: &Trace, edge: &Edge) -> String {
    followed(edge, &trace.appearances[edge.from].telling.article)
}

/// The line that says which is the earliest: never that it is the origin.
fn earliest(trace: &Trace) -> Option<String> {
    let article = &trace.appearances.first()?.telling.article;
    Some(format!("Earliest in this archive: {}, {}", moment(article), outlet(article)))
}

/// What was found, counted.
fn summary(trace: &Trace) -> String {
    let mut parts =
        vec![counted(trace.appearances.len(), "appearance"), counted(trace.roots.len(), "independent root")];
    if !trace.against.is_empty() {
        parts.push(format!("{} against it", trace.against.len()));
    }
    parts.join(", ")
}

/// A root in one line.
fn root(root: &Root) -> String {
    let name = root.name.as_deref().map_or("nobody is named".to_owned(), plain);
    let unnamed = if root.name.is_some() && !root.is_named { ", unnamed" } else { "" };
    format!("{name}{unnamed}: in {}", numbers(&root.appearances))
}

/// The hint where nothing was found.
const NOTHING: &str = "Nothing in this archive tells it; give fewer words, or look with `sayso search`";
