//! A trace in the language of Graphviz.

use std::fmt::Write;

use sayso_lineage::trace::{EdgeKind, Trace};
use sayso_text::safe;

use super::numbered;
use crate::words::{edge_kind, moment, outlet};

/// A directed graph: a node for each appearance, an edge from the earlier to the later one.
pub fn dot(trace: &Trace) -> String {
    let mut out = format!("digraph trace {{\n  label={};\n  rankdir=LR;\n  node [shape=box];\n", quoted(&trace.asked));
    for (number, one) in numbered(trace) {
        let article = &one.telling.article;
        let words = format!("{number} {}\n{}", safe::line(&outlet(article)), moment(article));
        let look = match number {
            1 if !trace.appearances.is_empty() => " peripheries=2 tooltip=\"earliest in this archive\"",
            _ if number > trace.appearances.len() => " style=dashed tooltip=\"against it\"",
            _ => "",
        };
        let _ = writeln!(out, "  n{number} [label={}{look}];", quoted(&words));
    }
    for edge in &trace.edges {
        let style = match edge.kind {
            EdgeKind::Quoted => "solid",
            EdgeKind::Reworded => "dashed",
            EdgeKind::Copy => "bold",
            EdgeKind::Similar => "dotted",
        };
        let (from, to) = (edge.from + 1, edge.to + 1);
        let _ = writeln!(out, "  n{from} -> n{to} [label={} style={style}];", quoted(edge_kind(edge.kind)));
    }
    out + "}\n"
}

/// A quoted string of the DOT language: of its escapes those that make a label's lines are written, all others are words.
fn quoted(words: &str) -> String {
    let lines: Vec<String> =
        words.lines().map(|line| safe::line(line).replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_a_label() {
        for (words, expect) in [
            ("plain", "\"plain\""),
            ("a \"b\" \\n", "\"a \\\"b\\\" \\\\n\""),
            ("a\nb\r\nc", "\"a\\nb\\nc\""),
            ("<b>&amp;\\", "\"<b>&amp;\\\\\""),
            ("\u{0}\u{202e}", "\"<U+0000><U+202E>\""),
        ] {
            assert_eq!(quoted(words), expect);
        }
    }
}
