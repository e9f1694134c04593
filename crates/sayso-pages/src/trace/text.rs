//! A trace for a terminal.

use sayso_lineage::trace::{Appearance, Edge, Trace};

use super::{NOTHING, earliest, edges_by_place, follows, numbered, root, summary};
use crate::Options;
use crate::sheet::{BOLD, DIM, PLAIN, Sheet, differs};
use crate::words::{chain, change, head, known, place, terms};

/// A trace in the width of a terminal. Ends in a line end.
pub fn text(trace: &Trace, options: Options) -> String {
    let mut sheet = Sheet::new(options);
    sheet.runs("", &[(PLAIN, "Asked: ".to_owned()), (BOLD, trace.asked.clone())]);
    match earliest(trace) {
        Some(earliest) => sheet.line("", PLAIN, &earliest),
        None => sheet.line("", PLAIN, NOTHING),
    }
    if !trace.appearances.is_empty() || !trace.against.is_empty() {
        sheet.line("", PLAIN, &summary(trace));
    }
    let edges = edges_by_place(trace);
    for (number, appearance) in numbered(trace) {
        if number == trace.appearances.len() + 1 {
            sheet.gap();
            sheet.line("", BOLD, "Against it");
        }
        sheet.gap();
        let edge = edges.get(number - 1).copied().flatten();
        self::appearance(&mut sheet, number, appearance, edge.map(|edge| (edge, follows(trace, edge))));
    }
    if !trace.appearances.is_empty() {
        ending(&mut sheet, trace);
    }
    sheet.done()
}

const INDENT: &str = "     ";

fn appearance(sheet: &mut Sheet, number: usize, one: &Appearance, edge: Option<(&Edge, String)>) {
    let telling = &one.telling;
    sheet.line(&format!("{number:>3}  "), BOLD, &head(&telling.article));
    let mut facts = vec![chain(telling).join(" ← ")];
    if let Some(statement) = &telling.statement {
        facts.extend(statement.source.as_deref().map(known).unwrap_or_default());
        facts.extend(terms(statement.terms, statement.reason.as_deref()));
    }
    sheet.line(INDENT, PLAIN, &facts.join(" · "));
    sheet.line(INDENT, PLAIN, &telling.sentence);
    if let Some((edge, how)) = edge {
        let follows = format!("follows {} ({how})", edge.from + 1);
        sheet.line(INDENT, BOLD, &follows);
        if differs(&edge.wording) {
            sheet.wording(&format!("{INDENT}  "), &edge.wording);
        }
        for one in &edge.changes {
            sheet.line(&format!("{INDENT}- "), PLAIN, &change(one));
        }
    }
    if !one.revisions.is_empty() {
        let revisions: Vec<String> = one.revisions.iter().map(ToString::to_string).collect();
        sheet.line(INDENT, PLAIN, &format!("still in revision {}", revisions.join(", ")));
    }
    let statement = telling.statement.as_ref().map(|s| format!(", statement a{}", s.number)).unwrap_or_default();
    sheet.line(INDENT, DIM, &format!("{}{statement}", place(&telling.article, telling.span)));
}

fn ending(sheet: &mut Sheet, trace: &Trace) {
    sheet.gap();
    if let Some(fullest) = trace.fullest {
        sheet.line("", PLAIN, &format!("Fullest form: {}", fullest + 1));
    }
    sheet.line("", PLAIN, &format!("Independent roots: {}", trace.roots.len()));
    for one in &trace.roots {
        sheet.line("  - ", PLAIN, &root(one));
    }
}
