//! The headline states as fact what the body attributes.
//!
//! ## What it does
//!
//! Finds headlines and decks without source, quotation marks or doubt that say what the body gives only as somebody’s word.
//!
//! ## Why it matters
//!
//! Most readers see the headline alone. What is an army’s claim in the second paragraph is by then the outlet’s own statement.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, on headlines that are sourced as the story is. BBC, “Editorial Guidelines”, Accuracy: a
//! headline claims no more than what follows. Guardian and BBC style: quotation marks in a headline stand for a source.
//!
//! ## Example
//!
//! ```text
//! Krail drained Kesterby reservoir at night
//!
//! KESTERBY, Oct. 14 — Krail drained the reservoir of Kesterby by night, two officials of the water board said on Monday.
//!
//! The board met on Tuesday.
//! ```
//!
//! ## Better
//!
//! ```text
//! Krail drained Kesterby reservoir at night, officials say
//!
//! KESTERBY, Oct. 14 — Krail drained the reservoir of Kesterby by night, two officials of the water board said on Monday.
//!
//! The board met on Tuesday.
//! ```
//!
//! ## When not to use
//!
//! Where a house’s headlines never name sources and its readers know it.

use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "CHN004",
    name: "headline-drops-attribution",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("headline_drops_attribution.rs"),
    check,
};

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let reading = desk.reading;
    for stated in &reading.as_fact {
        let Some(body) = reading.attributions.get(stated.of.0 as usize - 1) else { continue };
        let Some(source) = body.source.first() else { continue };
        let called = crate::words::short(desk.text, *source);
        found
            .add(
                stated.head,
                format!("the headline states as fact what the body has from “{called}”"),
                format!("Name “{called}” in it, or put what it says in quotation marks"),
            )
            .related(*source, format!("The body attributes it to “{called}”"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    const BODY: &str = "KESTERBY, Oct. 14 — Krail drained the reservoir of Kesterby by night, two officials of the water board said on Monday.\n\nThe board met on Tuesday.";

    #[test]
    fn a_headline_that_drops_the_source_is_found() {
        fires(&RULE, &format!("⟦Krail drained Kesterby reservoir at night⟧\n\n{BODY}"));
        fires(
            &RULE,
            "⟦Tumari troops crossed river Ans and fired on patrol⟧\n\nBy Ann Lee\n\nTumari troops crossed the river Ans and fired on a patrol, the general staff of Ostrene said on Saturday.\n\nThe river has been the border since 1921.",
        );
    }

    #[test]
    fn a_headline_that_keeps_it_or_says_other_things_is_not() {
        is_silent(
            &RULE,
            &[
                &format!("Krail drained Kesterby reservoir at night, officials say\n\n{BODY}"),
                &format!("‘Krail drained Kesterby reservoir at night’\n\n{BODY}"),
                &format!("Did Krail drain Kesterby reservoir at night?\n\n{BODY}"),
                &format!("Kesterby water board meets on reservoir\n\n{BODY}"),
                &format!("Krail may have drained Kesterby reservoir at night\n\n{BODY}"),
            ],
        );
    }
}
