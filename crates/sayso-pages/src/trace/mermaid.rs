//! A trace as a Mermaid flowchart. Of its syntax only what every version reads is used: plain names, labels in double quotes.

use std::fmt::Write;

use sayso_lineage::trace::{EdgeKind, Trace};
use sayso_text::safe;

use super::numbered;
use crate::words::{edge_kind, moment, outlet};

/// A flowchart: a node for each appearance, an edge from the earlier to the later one.
pub fn mermaid(trace: &Trace) -> String {
    let mut out = "flowchart LR\n".to_owned();
    for (number, one) in numbered(trace) {
        let article = &one.telling.article;
        let words = format!("{number} {}, {}", outlet(article), moment(article));
        let words = if number > trace.appearances.len() { format!("{words} (against it)") } else { words };
        let _ = writeln!(out, "  n{number}[\"{}\"]", escaped(&words));
    }
    for edge in &trace.edges {
        let (from, to, arrow) = (edge.from + 1, edge.to + 1, arrow(edge.kind));
        let _ = writeln!(out, "  n{from} {arrow}|\"{}\"| n{to}", edge_kind(edge.kind));
    }
    if !trace.appearances.is_empty() {
        out.push_str("  style n1 stroke-width:4px\n");
    }
    for number in trace.appearances.len() + 1..=trace.appearances.len() + trace.against.len() {
        let _ = writeln!(out, "  style n{number} stroke-dasharray:4");
    }
    out
}

fn arrow(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Quoted => "-->",
        EdgeKind::Copy => "==>",
        EdgeKind::Reworded | EdgeKind::Similar => "-.->",
    }
}

/// Words of a label. What could end it, or be read as markup, as Markdown or as an entity, is an entity.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in safe::line(words).chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' | '#' | ';' | '`' | '*' | '_' | '\\' | '[' | ']' | '{' | '}' | '|' | '%' | '$' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_a_label() {
        for (words, expect) in [
            ("plain, 06:00 (UTC)", "plain, 06:00 (UTC)"),
            ("a \"b\"", "a #quot;b#quot;"),
            ("#quot; %%", "#35;quot#59; #37;#37;"),
            ("<b>`\\", "#lt;b#gt;#96;#92;"),
            ("a\nb]", "a#lt;U+000A#gt;b#93;"),
        ] {
            assert_eq!(escaped(words), expect);
        }
    }
}
