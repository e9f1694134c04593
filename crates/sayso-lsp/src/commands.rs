//! What an editor can have the server do, and a rule's page.

use std::fmt::Write;

use sayso_check::{Doc, Rule};

/// Shows a rule's page. Argument: its code or name.
pub(crate) const SHOW_RULE: &str = "sayso.showRule";
/// Lists a document's sources. Argument: its address.
pub(crate) const SHOW_SOURCES: &str = "sayso.showSources";
/// All.
pub(crate) const COMMANDS: [&str; 2] = [SHOW_RULE, SHOW_SOURCES];

/// A rule's page in Markdown.
pub fn page(rule: &Rule) -> String {
    let doc = Doc::of(rule);
    let mut out = format!("# {} {}\n\n{}\n", rule.code, rule.name, doc.summary);
    for section in &doc.sections {
        let _ = write!(out, "\n## {}\n\n{}\n", section.heading, section.text);
    }
    out
}
