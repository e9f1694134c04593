//! Everybody with a name speaks for one and the same body.
//!
//! ## What it does
//!
//! Finds articles in which at least three named people are heard, all of whom the article says belong to one office, company or
//! party, and nobody else is heard or shown to have been asked. How many is the option `people`.
//!
//! ## Why it matters
//!
//! Three spokesmen of one ministry are one source. Their number makes it look as if many had looked and agreed.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”: all sides are taken into account. BBC, “Editorial Guidelines”, Impartiality. SPJ, “Code of
//! Ethics”: diverse sources are sought.
//!
//! ## Example
//!
//! ```text
//! Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested twice.
//!
//! Ada Venn of the Harwick Port Authority said that no worker had complained.
//! ```
//!
//! ## Better
//!
//! ```text
//! Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested twice.
//!
//! Ada Venn of the dockers’ union said that nine workers had complained.
//! ```
//!
//! ## When not to use
//!
//! For sport, for what happens inside one body, such as a council’s meeting, and for portraits of a company.

use sayso_reading::{Source, SourceType};

use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "BAL003",
    name: "one-side",
    category: Category::Suspicious,
    severity: Severity::Info,
    default: false,
    options: &[Opt { name: "people", default: Value::Number(3), doc: "Named people at least" }],
    source: include_str!("one_side.rs"),
    check,
};

/// What is read with less confidence is no second side.
const UNSURE: f32 = 0.2;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    if !desk.reading.unanswered.is_empty() {
        return;
    }
    let mut heard: Vec<bool> = vec![false; desk.reading.sources.len()];
    for a in desk.attributions().filter(|a| a.confidence >= UNSURE) {
        let Some(id) = a.source_id else { return };
        heard[id.0 as usize - 1] = true;
    }
    let heard = || desk.reading.sources.iter().zip(&heard).filter(|(_, heard)| **heard).map(|(source, _)| source);
    let people: Vec<&Source> = heard().filter(|source| source.kind == SourceType::NamedPerson).collect();
    if people.len() < options.number("people").max(2) {
        return;
    }
    let Some(side) = people[0]
        .affiliations
        .iter()
        .map(|span| bare(span.of(desk.text)))
        .find(|side| heard().all(|source| is_of(desk, source, side)))
    else {
        return;
    };
    let Some(first) = people[0].mentions.first() else { return };
    let count = people.len();
    let finding = found.add(
        *first,
        format!("all {count} people with a name speak for “{side}”, and nobody else is heard"),
        "Ask somebody whom it affects, or who looks at it from outside, or say who else was asked",
    );
    for person in &people[1..] {
        if let Some(mention) = person.mentions.first() {
            finding.related(*mention, format!("“{}” speaks for it too", desk.called(person)));
        }
    }
}

/// Whether a source belongs to a body, or is it.
fn is_of(desk: &Desk<'_>, source: &Source, side: &str) -> bool {
    let same = |span: &sayso_text::Span| bare(span.of(desk.text)).eq_ignore_ascii_case(side);
    source.affiliations.iter().chain(&source.name).chain(&source.aliases).any(same)
}

/// A body's name without what a sentence adds to it.
fn bare(name: &str) -> String {
    let name = name.trim_start_matches("the ").trim_start_matches("The ");
    let name = name.trim_end_matches("’s").trim_end_matches("'s");
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn people_of_one_body_are_found() {
        fires(
            &RULE,
            "⟦Orla Finch of the Harwick Port Authority⟧ said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested twice. Ada Venn of the Harwick Port Authority said that no worker had complained.",
        );
        fires(
            &RULE,
            "⟦Orla Finch, a director of Norvane Steel,⟧ said that the mill would close. Ole Lund, an engineer at Norvane Steel, said that the furnace was old. Ada Venn of Norvane Steel said that 40 people would lose their posts. Norvane Steel said that it would pay them.",
        );
    }

    #[test]
    fn people_of_two_are_not() {
        is_silent(
            &RULE,
            &[
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested.",
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested. Ada Venn of the dockers’ union said that nine had complained.",
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said so too. Ada Venn of the Harwick Port Authority agreed. A docker said that they were not.",
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested twice. Ada Venn of the Harwick Port Authority said that no worker had complained. The dockers’ union declined to comment.",
            ],
        );
    }
}
