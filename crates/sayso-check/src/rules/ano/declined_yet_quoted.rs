//! An organisation declines to comment, and its own unnamed official speaks in the same article.
//!
//! ## What it does
//!
//! Finds an organisation that is said to have declined to comment while an unnamed source is described as its own.
//!
//! ## Why it matters
//!
//! The reader is told that somebody said nothing who said it under another heading. One of the two sentences misleads.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: never say that somebody declined to comment who is quoted without a name.
//!
//! ## Example
//!
//! ```text
//! The ports ministry declined to comment. A ports ministry official said on condition of anonymity that the sale was off.
//! ```
//!
//! ## Better
//!
//! ```text
//! The ports ministry would say nothing on the record. A ports ministry official said on condition of anonymity that the sale was
//! off.
//! ```
//!
//! ## When not to use
//!
//! Where the source speaks against his own house and it is the house that declined: say so in the text, or let the finding stand
//! with that reason.

use std::collections::HashMap;

use sayso_reading::{Terms, Unanswered};
use sayso_text::Span;

use super::unnamed::unnamed;
use crate::words::{lower, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO011",
    name: "declined-yet-quoted",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("declined_yet_quoted.rs"),
    check,
};

/// Words of a description that name no organisation.
const PEOPLE: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "at",
    "in",
    "for",
    "from",
    "with",
    "on",
    "by",
    "to",
    "one",
    "two",
    "three",
    "several",
    "some",
    "who",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "official",
    "officials",
    "officer",
    "officers",
    "aide",
    "aides",
    "senior",
    "top",
    "source",
    "sources",
    "person",
    "people",
    "employee",
    "employees",
    "executive",
    "executives",
    "insider",
    "insiders",
    "representative",
    "representatives",
    "press",
    "its",
    "his",
    "her",
    "their",
    "another",
    "both",
    "manager",
    "managers",
    "lawyer",
    "lawyers",
    "adviser",
    "advisers",
    "staff",
    "member",
    "members",
    "familiar",
    "close",
    "and",
    "also",
    "itself",
];
/// What makes a source somebody who belongs to the house no more, or never did.
const OUTSIDE: &[&str] =
    &["former", "ex", "rival", "near", "outside", "retired", "close", "familiar", "briefed", "with"];
/// Words that are no house's own by themselves.
const GENERAL: &[&str] = &[
    "office",
    "department",
    "government",
    "company",
    "firm",
    "agency",
    "team",
    "club",
    "it",
    "he",
    "she",
    "they",
    "mr",
    "ms",
    "mrs",
    "’s",
    "'s",
    "city",
    "state",
    "county",
    "school",
    "police",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let declined = |unanswered: &&Unanswered| unanswered.stated.terms == Terms::DeclinedToComment;
    let mut silent: HashMap<Vec<String>, &Unanswered> = HashMap::new();
    for unanswered in desk.reading.unanswered.iter().filter(declined) {
        let house = house(&lower(desk.text, unanswered.who));
        if !house.is_empty() && !house.iter().all(|word| GENERAL.contains(&word.as_str())) {
            silent.entry(house).or_insert(unanswered);
        }
    }
    if silent.is_empty() {
        return;
    }
    for source in unnamed(desk) {
        let of_house = source.source.mentions.iter().find_map(|mention| silent.get(&own_house(desk, *mention)?));
        let Some(unanswered) = of_house else { continue };
        let (who, refusal) = (short(desk.text, unanswered.who), short(desk.text, unanswered.stated.span));
        let speaks = if source.be(desk) == "are" { "speak" } else { "speaks" };
        found
            .add(
                unanswered.stated.span,
                format!("“{who}” {refusal}, yet “{}” {speaks} here without a name", source.called(desk)),
                "Say that nobody would speak on the record, or leave one of the two out",
            )
            .related(source.words, "who speaks for it without a name");
    }
}

/// The words of a description that name an organisation.
fn house(words: &[String]) -> Vec<String> {
    let bare = |word: &String| word.trim_end_matches("’s").trim_end_matches("'s").to_owned();
    let is_name = |word: &&String| word.chars().any(char::is_alphanumeric) && !PEOPLE.contains(&word.as_str());
    words.iter().filter(is_name).map(bare).collect()
}

/// The organisation that an unnamed source is described as of.
fn own_house(desk: &Desk<'_>, mention: Span) -> Option<Vec<String>> {
    let mut words = lower(desk.text, mention);
    if let Some(end) = words.iter().position(|word| matches!(word.as_str(), "," | "who" | "whose" | "speaking")) {
        words.truncate(end);
    }
    let is_outside = words.iter().any(|word| OUTSIDE.contains(&word.as_str()));
    let house = house(&words);
    (!is_outside && !house.is_empty()).then_some(house)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_house_that_declines_and_speaks_is_found() {
        fires(
            &RULE,
            "A Norvane official, who was not authorised to speak publicly, said the plant would close. Norvane ⟦declined to comment⟧.",
        );
        fires(
            &RULE,
            "The plant will close, a person at the Fair Markets Board said on condition of anonymity.\n\nA spokesman for the Fair \
             Markets Board ⟦declined to comment⟧.",
        );
    }

    #[test]
    fn others_may_decline() {
        is_silent(
            &RULE,
            &[
                "A Norvane official, who was not authorised to speak publicly, said the plant would close. Halyard declined to comment.",
                "A former Norvane official, who was not authorised to speak, said the plant would close. Norvane declined to comment.",
                "A person close to Norvane, who asked not to be named, said the plant would close. Norvane declined to comment.",
                "Norvane declined to comment. The mayor, Orla Finch, said the plant would close.",
                "A Norvane official, who was not authorised to speak, said the plant would close. Norvane did not respond.",
                "Norvane declined to comment. A spokeswoman for Norvane, Ida Roe, later said the plant would close.",
            ],
        );
    }
}
