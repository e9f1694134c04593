//! One ornate verb after another stands for “said”.
//!
//! ## What it does
//!
//! Finds runs of statements in text order, each with another ornate cue (“quipped”, “mused”, “enthused”), without a plain one
//! between them; three, unless the desk says otherwise.
//!
//! ## Why it matters
//!
//! “Said” is not seen by readers; that is its merit. A row of ornate verbs draws the eye to the writer and colours every quotation.
//!
//! ## Authority
//!
//! Wikipedia, “Manual of Style: Words to watch”, on synonyms of “said”. Common advice of newsroom style guides.
//!
//! ## Example
//!
//! ```text
//! “The bridge is a joke,” the mayor, Orla Finch, quipped.
//!
//! “Nobody laughs,” Councillor Tom Adder retorted.
//!
//! “One day we all shall,” Councillor Bea Orme mused.
//! ```
//!
//! ## Better
//!
//! ```text
//! “The bridge is a joke,” the mayor, Orla Finch, said.
//!
//! “Nobody laughs,” Councillor Tom Adder retorted.
//!
//! “One day we all shall,” Councillor Bea Orme said.
//! ```
//!
//! ## When not to use
//!
//! In sketches and reviews.

use sayso_article::Part;

use super::cues::{self, Cue};
use crate::desk::link;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "VRB003",
    name: "said-bookism",
    category: Category::Style,
    severity: Severity::Info,
    default: true,
    options: &[
        Opt { name: "run", default: Value::Number(3), doc: "So many different ornate cues in a row are too many" },
        Opt {
            name: "cues",
            default: Value::Words(Vec::new()),
            doc: "Forms of ornate verbs, besides those that the rule knows",
        },
    ],
    source: include_str!("said_bookism.rs"),
    check,
};

/// Verbs that tell more of the voice than of the statement.
const ORNATE: &[&str] = &[
    "quipped",
    "mused",
    "enthused",
    "opined",
    "exclaimed",
    "gushed",
    "intoned",
    "retorted",
    "proclaimed",
    "averred",
    "chuckled",
    "laughed",
    "smiled",
    "sighed",
    "thundered",
    "fumed",
    "lamented",
    "bemoaned",
    "interjected",
    "chimed",
    "beamed",
    "marvelled",
    "marveled",
    "pondered",
    "snapped",
    "barked",
    "cried",
    "groaned",
    "growled",
    "whispered",
    "joked",
    "deadpanned",
    "raged",
    "seethed",
    "scoffed",
    "sniffed",
    "sneered",
    "snarled",
    "shrugged",
    "reflected",
    "philosophised",
    "philosophized",
    "boomed",
    "cooed",
    "purred",
    "hissed",
    "roared",
    "trumpeted",
    "grinned",
    "giggled",
    "blasted",
    "stormed",
    "ventured",
    "volunteered",
    "rhapsodised",
    "rhapsodized",
    "theorised",
    "theorized",
    "quips",
    "muses",
    "enthuses",
    "opines",
    "exclaims",
    "gushes",
    "intones",
    "retorts",
    "laments",
    "sighs",
    "laughs",
    "smiles",
    "jokes",
    "chuckles",
    "recalled",
    "confided",
    "asserted",
    "declared",
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let run = options.number("run").max(2);
    let mut statements: Vec<_> =
        desk.by_the_writer().filter(|a| desk.part_at(link(a).start) == Part::Body && !a.cue.is_empty()).collect();
    statements.sort_by_key(|a| link(a).start);
    let mut row: Vec<Cue<'_>> = Vec::new();
    for a in statements {
        let ornate = cues::words(desk, a)
            .into_iter()
            .find(|cue| ORNATE.contains(&cue.word.as_str()) || options.words("cues").contains(&cue.word));
        let Some(cue) = ornate.filter(|cue| row.iter().all(|other| other.word != cue.word)) else {
            row.clear();
            continue;
        };
        row.push(cue);
        if row.len() == run {
            tell(desk, &row, found);
            row.clear();
        }
    }
}

fn tell(desk: &Desk<'_>, row: &[Cue<'_>], found: &mut Found) {
    let Some((last, before)) = row.split_last() else { return };
    let words: Vec<String> = before.iter().map(|cue| format!("“{}”", cue.span.of(desk.text))).collect();
    let message = format!("{} and “{}” in a row, none of them “said”", words.join(", "), last.span.of(desk.text));
    let finding = found.add(last.span, message, "Write “said” for most of them");
    for cue in before {
        finding.related(cue.span, "one of the row");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_row_of_ornate_cues_is_found() {
        fires(
            &RULE,
            "“The bridge is a joke,” the mayor, Orla Finch, quipped.\n\n“Nobody laughs,” Councillor Tom Adder retorted.\n\n“One day \
             we all shall,” Councillor Bea Orme ⟦mused⟧.",
        );
        fires(
            &RULE,
            "“What a bridge,” Orla Finch enthused.\n\n“It is mine,” she exclaimed.\n\n“Mine,” she ⟦sighed⟧.\n\nIt was built in a year.",
        );
    }

    #[test]
    fn plain_cues_and_a_few_ornate_ones_are_none() {
        is_silent(
            &RULE,
            &[
                "“The bridge is a joke,” the mayor, Orla Finch, quipped. “Nobody laughs,” Councillor Tom Adder said. “One day we all \
                 shall,” Councillor Bea Orme mused.",
                "“The bridge is a joke,” the mayor, Orla Finch, joked.",
                "“Yes,” Orla Finch said. “No,” Tom Adder said. “Perhaps,” Bea Orme said.",
                "“Yes,” Orla Finch joked. “No,” Tom Adder joked. “Perhaps,” Bea Orme joked.",
            ],
        );
    }
}
