//! One ornate verb after another stands for “said”.
//!
//! ## What it does
//!
//! Finds runs of statements in text order, each with another ornate cue (“quipped”, “mused”, “enthused”), without a plain one
//! between them; three, unless the desk says otherwise. What a document shows, and what is told in an ornate one's own sentence, is
//! not between them. “Vowed” and the like count beside a quotation only.
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

use std::collections::HashSet;

use sayso_article::Part;
use sayso_reading::{Kind, SourceType};
use sayso_text::Span;

use super::cues;
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
    "bellowed",
    "chortled",
    "guffawed",
    "cackled",
    "smirked",
    "winked",
    "drawled",
    "wailed",
    "moaned",
    "whined",
    "grumbled",
    "griped",
    "groused",
    "huffed",
    "harrumphed",
    "crowed",
    "gloated",
    "bragged",
    "boasted",
    "ranted",
    "raved",
    "spluttered",
    "gasped",
    "blurted",
    "chirped",
    "trilled",
    "effused",
    "bristled",
    "blustered",
    "bleated",
    "pontificated",
    "howled",
    "shrieked",
    "bellows",
    "chortles",
    "thunders",
    "beams",
    "fumes",
    "roars",
    "growls",
    "grins",
];
/// Verbs for what is more than said (“vowed to go”), which are ornate as a quotation's tag only.
const TAGS: &[&str] = &["vowed", "vows", "implored", "protested", "countered", "pleaded", "inquired", "enquired"];
/// Words of the longest name between a quotation and its tag.
const NAME: usize = 4;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let run = options.number("run").max(2);
    let mut row: Vec<Tag> = Vec::new();
    for (_, ornate) in statements(desk, options) {
        let Some(tag) = ornate.filter(|tag| row.iter().all(|other| other.word != tag.word)) else {
            row.clear();
            continue;
        };
        row.push(tag);
        if row.len() == run {
            tell(desk, &row, found);
            row.clear();
        }
    }
}

/// An ornate cue.
struct Tag {
    span: Span,
    /// The same, in lower case.
    word: String,
}

/// Where statements are made in the body, in text order, and the ornate cue of each that has one.
fn statements(desk: &Desk<'_>, options: &Options) -> Vec<(usize, Option<Tag>)> {
    let is_ornate = |word: &str| ORNATE.contains(&word) || options.words("cues").iter().any(|more| more == word);
    let mut ornate: Vec<Tag> = tags(desk, |word| is_ornate(word) || TAGS.contains(&word));
    let tagged: HashSet<usize> = ornate.iter().map(|tag| tag.span.start).collect();
    let mut plain = Vec::new();
    for a in desk.by_the_writer().filter(|a| desk.part_at(link(a).start) == Part::Body && !a.cue.is_empty()) {
        let cues = cues::words(desk, a);
        if cues.iter().any(|cue| tagged.contains(&cue.span.start)) {
            continue;
        }
        match cues.into_iter().find(|cue| is_ornate(&cue.word)) {
            Some(cue) => ornate.push(Tag { span: cue.span, word: cue.word }),
            None => plain.push(a),
        }
    }
    let sentence = |at: usize| desk.sentence_at(at).map(|line| line.sentence.whole.start);
    let sentences: HashSet<usize> = ornate.iter().filter_map(|tag| sentence(tag.span.start)).collect();
    plain.retain(|a| {
        let is_document = desk.source_of(a).is_some_and(|source| source.kind == SourceType::Document);
        let is_beside = a.kind == Kind::Indirect && sentence(link(a).start).is_some_and(|at| sentences.contains(&at));
        !is_document && !is_beside
    });
    let plain = plain.into_iter().map(|a| (link(a).start, None));
    let mut out: Vec<_> = ornate.into_iter().map(|tag| (tag.span.start, Some(tag))).chain(plain).collect();
    out.sort_by_key(|(at, _)| *at);
    out
}

/// Ornate verbs right behind a quotation, “…,” quipped Ida Roe, or behind a name that is; whoever reads which quotation is whose.
fn tags(desk: &Desk<'_>, is_ornate: impl Fn(&str) -> bool) -> Vec<Tag> {
    let mut out = Vec::new();
    for line in desk.body() {
        let sentence = &line.sentence;
        for at in (1..sentence.words.len()).filter(|at| is_ornate(sentence.lower(*at))) {
            let span = sentence.words[at];
            let is_name = |at: &usize| sentence.is_capital(*at) || matches!(sentence.lower(*at), "he" | "she" | "they");
            let name = (0..at).rev().take(NAME).take_while(is_name).count();
            let is_said = |close: usize| {
                let close = sentence.words[close];
                desk.quotes
                    .at(close.start)
                    .and_then(|quotation| quotation.close)
                    .is_some_and(|mark| mark.contains(close))
                    && desk.text[..close.start].ends_with([',', '.', '!', '?', '…', '—', '–', '-'])
            };
            if at > name && is_said(at - name - 1) && !desk.quotes.inside(span.start) {
                out.push(Tag { span, word: sentence.lower(at).to_owned() });
            }
        }
    }
    out
}

fn tell(desk: &Desk<'_>, row: &[Tag], found: &mut Found) {
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
            "“My mother swam here,” sobbed nobody. “Mine too,” bellowed Ida Roe, a baker. “Mine did not,” chortled Otto Brand. “Mine \
             would have,” ⟦vowed⟧ Bea Orme.",
        );
        fires(
            &RULE,
            "“It is my goal,” fumed Otto Brand, who says the referee never liked him.\n\nBrand, known as “the Post”, has scored nine \
             goals, league records show.\n\n“I was there,” he thundered. “Ask the keeper.”\n\nHis agent, Ida Roe, stood by. “He was robbed,” \
             she ⟦stormed⟧.",
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
                "Orla Finch vowed to mend the bridge. Tom Adder countered that it was not hers. Bea Orme pleaded for time.",
                "“A joke,” Orla Finch quipped. The bridge cost £4m, she said. “Ours,” Tom Adder sighed. “Mine,” Bea Orme mused.",
                "Bea Orme laughed, Tom Adder sighed and Orla Finch smiled at the old “bridge”.",
                "“Yes,” Orla Finch said. “No,” Tom Adder said. “Perhaps,” Bea Orme said.",
                "“Yes,” Orla Finch joked. “No,” Tom Adder joked. “Perhaps,” Bea Orme joked.",
            ],
        );
    }
}
