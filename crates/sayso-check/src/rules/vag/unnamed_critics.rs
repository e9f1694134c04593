//! “Critics say”, and no critic is named.
//!
//! ## What it does
//!
//! Finds “critics”, “opponents”, “supporters” and the like who argue something in the writer's voice while nobody with a name
//! speaks for them in the same sentence or the next few. The official who answers them does not.
//!
//! ## Why it matters
//!
//! “Critics argue” is how a writer puts his own case, or invents the other side of a debate. The reader must be able to tell who
//! the critics are and what they have at stake.
//!
//! ## Authority
//!
//! Wikipedia, “Manual of Style: Words to watch”, on unsupported attributions. NPR, “Ethics Handbook”, on precise attribution.
//! BBC, “Editorial Guidelines”, on naming those whose views are reported.
//!
//! ## Example
//!
//! ```text
//! The council will vote on the tram on Friday. Critics argue that it will ruin the shops of Pell Street. Work would begin in May.
//! ```
//!
//! ## Better
//!
//! ```text
//! The council will vote on the tram on Friday. The Pell Street Traders argue that it will ruin their shops. Work would begin in
//! May.
//! ```
//!
//! ## When not to use
//!
//! In summaries whose full version names the critics.

use sayso_reading::{Attribution, SourceType};

use super::voices::{self, Group, is_named_in, is_new, is_one_of_them_in};
use crate::desk::Line;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "VAG002",
    name: "unnamed-critics",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: false,
    options: &[
        Opt {
            name: "nouns",
            default: Value::Words(Vec::new()),
            doc: "Plural nouns for those who take a side, besides those that the rule knows",
        },
        Opt { name: "sentences", default: Value::Number(3), doc: "Sentences after it in which one must be named" },
    ],
    source: include_str!("unnamed_critics.rs"),
    check,
};

/// Those who are said to be for something or against it.
const SIDES: &[&str] = &[
    "critics",
    "opponents",
    "detractors",
    "sceptics",
    "skeptics",
    "supporters",
    "proponents",
    "advocates",
    "backers",
    "defenders",
    "naysayers",
    "doubters",
    "campaigners",
    "objectors",
    "rivals",
    "champions",
    "cynics",
    "sympathisers",
    "sympathizers",
    "protesters",
    "loyalists",
    "fans",
    "dissenters",
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let reach = options.number("sentences");
    let is_named = |line: &Line<'_>, at: usize| {
        // Who spoke before them is as likely their target, and whom another crowd introduces is of that one.
        let near = desk.around(at, 0, reach);
        let end = near.iter().position(|next| is_anothers(desk, next, line.paragraph)).unwrap_or(near.len());
        let near = &near[..end];
        // One who was heard before and speaks next, in the same paragraph, is likely one of them.
        let count = near.iter().take_while(|next| next.paragraph == line.paragraph).count();
        is_named_in(desk, &near[..count.min(1)], |_, _| true)
            || is_one_of_them_in(desk, near, is_new)
            || is_one_of_them_in(desk, &near[..count], |_, _| true)
    };
    let sides = Group {
        nouns: SIDES,
        // "His critics" are as vague as critics are; his opponents are those who stand against him in an election.
        is_meant: &|voice, _| !voice.points_back(matches!(voice.noun.as_str(), "opponents" | "supporters" | "backers")),
        is_named: &is_named,
        help: "Name one, or the group that has said so",
    };
    voices::tell_unnamed(desk, options, &sides, found);
}

/// Whether a sentence of another paragraph begins with others without a name: “Librarians say”.
fn is_anothers(desk: &Desk<'_>, line: &Line<'_>, paragraph: usize) -> bool {
    let begins = |a: &&Attribution| a.source.first().is_some_and(|source| source.start == line.sentence.whole.start);
    line.paragraph != paragraph
        && desk.touching(line.sentence.whole).filter(begins).any(|a| {
            desk.source_of(a).is_some_and(|source| source.kind == SourceType::UnnamedGroup)
                && voices::voice(desk, a).is_some_and(|voice| !SIDES.contains(&voice.noun.as_str()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn who_answers_critics_is_none_of_them() {
        fires(
            &RULE,
            "The bogs cool the air, said Thekla Nyborg, who led a study of them.\n\n⟦Critics⟧ argue that the work will be used to drain more.\n\nNyborg said nothing in the paper spoke for that.",
        );
    }

    #[test]
    fn critics_of_whom_none_is_named_are_found() {
        fires(
            &RULE,
            "The council will vote on the tram on Friday. ⟦Critics⟧ argue that it will ruin the shops. Work would begin in May.",
        );
        fires(
            &RULE,
            "“We are not there yet,” the governor, Mira Dole, said. ⟦Critics of the bank⟧ argue that it moved too late.",
        );
        fires(
            &RULE,
            "The board voted to close the lido. ⟦Critics⟧ say the count was wrong.\n\nSwimmers say that they will stay. “I swam here as a \
             girl,” said Bea Orme, a butcher.",
        );
        fires(
            &RULE,
            "The council wants a tram. ⟦Critics⟧ say it will ruin the shops of Pell Street.\n\nThe deputy mayor, Otto Brand, said that \
             the shops would have more guests than ever.",
        );
        fires(&RULE, "The tax would be the first of its kind. ⟦Opponents of the plan⟧ say it would drive firms away.");
    }

    #[test]
    fn critics_with_a_name_near_are_none() {
        is_silent(
            &RULE,
            &[
                "Critics argue that the tram will ruin the shops. “We shall be gone in a year,” said Bea Orme, a butcher.",
                "Critics of the plan, like Councillor Tom Adder, say it would drive firms away.",
                "Supporters of the Harwick Ramblers said they would appeal.",
                "Critics say it will ruin the shops.\n\n“We shall be gone,” said Ida Roe, chair of the traders’ association.",
                "The tram has its critics.",
                "Critics argue that it will ruin the shops. Among them are two former mayors, Ida Roe and Otto Brand.",
                "“Critics say I am too old,” said the mayor, Orla Finch.",
                "The chamber of trade is against the tram. The critics say it will ruin the shops.",
            ],
        );
    }
}
