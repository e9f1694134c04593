//! The first quotation of the article is an unnamed source's.
//!
//! ## What it does
//!
//! Finds articles whose first quotation of some length in the body comes from an unnamed source.
//!
//! ## Why it matters
//!
//! The first voice sets the tone. A story that opens with a voice without a name asks for trust before it has shown why.
//!
//! ## Authority
//!
//! The ombudsman of the Washington Post advised in 2006 that the first quotation of a story not be an anonymous one. BBC, “Editorial
//! Guidelines”, Accuracy, prefers named sources on the record.
//!
//! ## Example
//!
//! ```text
//! “We were told to say nothing,” said a source close to the board.
//!
//! “That is not so,” said the chairman, Otto Brand.
//! ```
//!
//! ## Better
//!
//! ```text
//! “Nobody was told to be silent,” said the chairman, Otto Brand.
//!
//! “We were told to say nothing,” said a source close to the board.
//! ```
//!
//! ## When not to use
//!
//! In features that live from voices whose names are kept back for safety. Off unless a desk selects it.

use sayso_article::Part;

use super::direct_quote::count;
use super::unnamed::unnamed;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ANO007",
    name: "first-quote-anonymous",
    category: Category::Style,
    severity: Severity::Info,
    default: false,
    options: &[Opt { name: "words", default: Value::Number(4), doc: "Quotations of fewer words are passed over" }],
    source: include_str!("first_quote.rs"),
    check,
};

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let is_long = |inner| count(desk, inner) >= options.number("words");
    let in_body = desk.quotes.outermost().filter(|quotation| desk.part_at(quotation.span.start) == Part::Body);
    let Some(first) = in_body.into_iter().find(|quotation| is_long(quotation.inner())) else { return };
    let speaks = |a: &&sayso_reading::Attribution| {
        a.within.is_none() && a.content.iter().any(|content| content.overlaps(first.inner()))
    };
    let Some(speaker) = desk.touching(first.span).find(speaks).and_then(|a| Some((a.source_id?, a))) else { return };
    let unnamed = unnamed(desk);
    let Some(source) = unnamed.iter().find(|unnamed| unnamed.source.id == speaker.0) else { return };
    found
        .add(
            first.span,
            format!("The first quotation is of “{}”, who {} not named", source.called(desk), source.be(desk)),
            "Let somebody speak first who stands for it by name",
        )
        .related(speaker.1.source.first().copied().unwrap_or(source.words), "who says so");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn an_unnamed_first_voice_is_found() {
        fires(&RULE, "The lift is broken.\n\n⟦“They knew about it in March,”⟧ said a nurse who asked not to be named.");
        fires(&RULE, "⟦“Nobody had read a page of it,”⟧ said one councillor. The chairman, Otto Brand, nodded.");
        fires(
            &RULE,
            "A senior official at the port said: ⟦“We have had the money since May.”⟧ “Not a penny,” said the mayor, Orla Finch.",
        );
    }

    #[test]
    fn a_named_first_voice_is_none() {
        is_silent(
            &RULE,
            &[
                "“It is broken and we know it,” said the head nurse, Orla Finch. “They knew in March and did nothing,” said a nurse \
                 who asked not to be named.",
                "The “lift of shame” is broken, said a nurse who asked not to be named.",
                "“It is broken and we know it,” said a shopper outside.",
                "A nurse who asked not to be named said the lift was broken.",
            ],
        );
    }
}
