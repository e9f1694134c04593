//! A quotation mark has no partner in its paragraph.
//!
//! ## What it does
//!
//! Finds marks that open a quotation which nothing closes, and marks that close none. A quotation of several paragraphs opens
//! each of them and closes the last one only, and is right so.
//!
//! ## Why it matters
//!
//! The reader can’t tell where somebody’s words end and the article’s own begin.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: quotations stand exactly as they were said, so it must show what is quoted. Guardian style
//! guide, on quotation marks.
//!
//! ## Example
//!
//! ```text
//! “The wall was sound, said Ines Tarn, an engineer.
//!
//! It fell on Monday.
//! ```
//!
//! ## Better
//!
//! ```text
//! “The wall was sound,” said Ines Tarn, an engineer.
//!
//! It fell on Monday.
//! ```
//!
//! ## When not to use
//!
//! In texts that came through a program which loses marks. Mend them first.

use crate::desk::is_reporting;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "QUO001",
    name: "unbalanced-marks",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("unbalanced_marks.rs"),
    check,
};

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for note in desk.quotes.notes.iter().filter(|note| note.code == "unbalanced-quote") {
        // The note that counts what is left has no place.
        let Some(mark) = note.span.filter(|span| is_reporting(desk.part_at(span.start))) else { continue };
        let (what, todo) = note.message.split_once("; ").unwrap_or((&note.message, "look for its partner"));
        found.add(mark, what, capitalised(todo));
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_mark_without_a_partner_is_found() {
        fires(&RULE, "⟦“⟧The wall was sound, said Ines Tarn, an engineer.\n\nIt fell on Monday.");
        fires(&RULE, "The wall was sound,⟦”⟧ said Ines Tarn, an engineer.");
    }

    #[test]
    fn speech_over_paragraphs_inches_and_apostrophes_are_right() {
        is_silent(
            &RULE,
            &[
                "“The wall was sound,” said Ines Tarn.\n\n“It stood for a year.\n\n“Then it fell.”",
                "The boys’ boots were size 9. Rock ’n’ roll played in the ’80s bar.",
                "He is 6' 2\" tall, and the plank is 12\" wide.",
                "“He told me, ‘It is sound’,” said Ines Tarn.",
            ],
        );
    }
}
