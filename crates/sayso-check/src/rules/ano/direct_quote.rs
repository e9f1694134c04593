//! An unnamed source is quoted word for word.
//!
//! ## What it does
//!
//! Finds quotations of at least so many words that an unnamed source stands behind.
//!
//! ## Why it matters
//!
//! A quotation gives colour and weight to words for which nobody stands, and which nobody can hold against the speaker's. What is
//! needed is most often the fact, and that can be told without marks.
//!
//! ## Authority
//!
//! New York Times, “Policy on Confidential Sources” as tightened in 2016: direct quotations from unnamed sources are rare and
//! approved by the head of the department.
//!
//! ## Example
//!
//! ```text
//! “We were told to say nothing until the vote,” said a source close to the board.
//! ```
//!
//! ## Better
//!
//! ```text
//! Staff were told to say nothing until the vote, said a source close to the board.
//! ```
//!
//! ## When not to use
//!
//! In features that live from voices whose names are kept back for safety. Off unless a desk selects it.

use sayso_reading::Kind;

use super::unnamed::unnamed;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ANO006",
    name: "anonymous-direct-quote",
    category: Category::Style,
    severity: Severity::Info,
    default: false,
    options: &[Opt { name: "words", default: Value::Number(5), doc: "Quotations of fewer words are let pass" }],
    source: include_str!("direct_quote.rs"),
    check,
};

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    for source in unnamed(desk) {
        for attribution in source.in_body(desk).filter(|a| a.kind != Kind::Indirect) {
            let quotations = attribution.content.iter().flat_map(|piece| desk.quotes.overlapping(*piece));
            let long =
                quotations.into_iter().find(|quotation| count(desk, quotation.inner()) >= options.number("words"));
            let Some(quotation) = long else { continue };
            found
                .add(
                    quotation.span,
                    format!("“{}” {} quoted word for word without a name", source.called(desk), source.be(desk)),
                    "Tell the fact without quotation marks, or have the head of the desk approve the quotation",
                )
                .related(attribution.source.first().copied().unwrap_or(source.words), "who says so");
        }
    }
}

/// How many words, marks not counted.
pub(super) fn count(desk: &Desk<'_>, span: sayso_text::Span) -> usize {
    span.of(desk.text).split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_quotation_is_found() {
        fires(&RULE, "⟦“They knew about the lift in March,”⟧ said a nurse who asked not to be named.");
        fires(
            &RULE,
            "A person familiar with the talks said the bid ⟦“would have died by Easter anyway.”⟧ The chairman, Otto Brand, \
             disagreed.",
        );
    }

    #[test]
    fn who_holds_an_office_or_is_kept_back_in_other_words_is_unnamed() {
        fires(
            &RULE,
            "⟦“The vote was over before we sat down,”⟧ one councillor said. The chair, Otto Brand, disagreed.",
        );
        fires(
            &RULE,
            "⟦“They knew about the lift in March,”⟧ said one porter, who would lose his post if he were named.",
        );
        fires(
            &RULE,
            "⟦“They knew about the lift in March,”⟧ a man who used to grease it told me. He was a porter until May, and I am not naming \
             him because he fears for his pension.",
        );
        fires(
            &RULE,
            "⟦“The bonds were sold before anybody looked,”⟧ said a person at the company. Halden fell 6 per cent.",
        );
    }

    #[test]
    fn a_few_words_and_named_speakers_are_none() {
        is_silent(
            &RULE,
            &[
                "A person familiar with the talks said the bid was “dead”.",
                "“They knew about the lift in March,” said the head nurse, Orla Finch.",
                "“They knew about the lift in March,” said a shopper outside the clinic.",
                "A nurse who asked not to be named said they knew about the lift in March.",
                "“They knew about the lift in March,” one shopkeeper said.",
                "“They knew about the lift in March,” said another councillor, Ole Lund.",
                "“They knew about the lift in March,” said a person at the market.",
            ],
        );
    }
}
