//! A quotation inside a quotation stands in the same marks.
//!
//! ## What it does
//!
//! Finds inner quotations with the marks of the outer one: double inside double, single inside single. `--fix` puts the other
//! marks there where nothing inside them can be taken for a mark.
//!
//! ## Why it matters
//!
//! The reader takes the inner opening mark for the end of what the outer speaker said.
//!
//! ## Authority
//!
//! Guardian style guide and AP style: the two kinds of marks take turns.
//!
//! ## Example
//!
//! ```text
//! “He told me “the wall is sound” and left,” said Ines Tarn, an engineer.
//! ```
//!
//! ## Better
//!
//! ```text
//! “He told me ‘the wall is sound’ and left,” said Ines Tarn, an engineer.
//! ```
//!
//! ## When not to use
//!
//! In languages whose inner marks are the outer ones.

use sayso_text::Span;
use sayso_text::quotes::{Quotation, Style};

use crate::desk::is_reporting;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "QUO004",
    name: "same-marks-inside",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("same_marks_inside.rs"),
    check,
};

/// Marks and what takes turns with them.
const TURNS: &[(&str, &str, &str, &str)] =
    &[("“", "”", "‘", "’"), ("‘", "’", "“", "”"), ("\"", "\"", "'", "'"), ("'", "'", "\"", "\"")];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    // The quotations around the one at hand, outermost first.
    let mut around: Vec<&Quotation> = Vec::new();
    for quotation in &desk.quotes.quotations {
        around.retain(|outer| outer.span.end > quotation.span.start);
        let outer = around.last().copied();
        around.push(quotation);
        let (Some(outer), Some(close)) = (outer, quotation.close) else { continue };
        if outer.style != quotation.style || !is_reporting(desk.part_at(quotation.span.start)) {
            continue;
        }
        let called = crate::words::short(desk.text, quotation.inner());
        let kind = if quotation.style == Style::Single { "double" } else { "single" };
        let finding = found.add(
            quotation.span,
            format!("“{called}” is quoted inside a quotation with the same marks"),
            format!("Put the inner words in {kind} marks"),
        );
        finding.related(outer.open, "the outer quotation begins here");
        if let Some(text) = turned(desk.text, quotation.open, quotation.inner(), close) {
            finding.fix(quotation.span, text);
        }
    }
}

/// An inner quotation with the other marks; none where something in it may be taken for one of them.
fn turned(text: &str, open: Span, inner: Span, close: Span) -> Option<String> {
    let fits = |(opens, closes, ..): &&(&str, &str, &str, &str)| open.of(text) == *opens && close.of(text) == *closes;
    let (.., opens, closes) = TURNS.iter().find(fits)?;
    let words = inner.of(text);
    let marks = ['“', '”', '‘', '’', '"', '\'', '«', '»', '`'];
    (!words.contains(marks)).then(|| format!("{opens}{words}{closes}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;
    use crate::testing::{findings, fires, is_silent};

    #[test]
    fn the_same_marks_inside_are_found_and_turned() {
        let article = "“He told me “the wall is sound” and left,” said Ines Tarn.";
        fires(&RULE, "“He told me ⟦“the wall is sound”⟧ and left,” said Ines Tarn.");
        fires(&RULE, "Ines Tarn said: “The sign says ⟦“no entry”⟧ in red.”");
        let fix = findings(article, &Settings::only(&RULE)).remove(0).fix.expect("a fix");
        assert_eq!(fix.text, "‘the wall is sound’");
    }

    #[test]
    fn what_may_hold_a_mark_is_not_turned() {
        let found = findings("“He told me “it’s sound” and left,” said Ines Tarn.", &Settings::only(&RULE));
        assert!(found.iter().all(|finding| finding.fix.is_none()));
    }

    #[test]
    fn marks_that_take_turns_are_right() {
        is_silent(
            &RULE,
            &[
                "“He told me ‘the wall is sound’ and left,” said Ines Tarn.",
                "‘He told me “the wall is sound” and left,’ said Ines Tarn.",
                "“The wall,” said Ines Tarn, “is sound.” “It is not,” said Corin Vale.",
                "“The wall is sound,” said Ines Tarn. She calls it “her wall”.",
                "\"He told me 'the wall is sound' and left,\" said Ines Tarn.",
            ],
        );
    }
}
