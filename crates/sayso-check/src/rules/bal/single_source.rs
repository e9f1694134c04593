//! The whole article rests on one source.
//!
//! ## What it does
//!
//! Finds articles of some length in which nobody is heard but one and the same source, several times, and nobody else is shown to
//! have been asked. Studies at large, the reporter's own questions and what “is believed” are nobody's voice; a paper that the
//! article names is one, also where its headline calls it “audit” and its authors speak. The least length and the least number of
//! statements are options.
//!
//! ## Why it matters
//!
//! One source may be wrong, or have a side. What a press release says becomes news by being the only thing anybody read.
//!
//! ## Authority
//!
//! BBC, “Editorial Guidelines”, Accuracy: reluctance to rest on a single source. AP, “Statement of News Values”, and Reuters,
//! “Handbook of Journalism”: more than one source is sought.
//!
//! ## Example
//!
//! ```text
//! The county’s roads office said on Monday that the bridge over the Esk would stay closed until June. The bridge was closed in March, when a lorry hit the third pier. It carried nine thousand cars a day and is the only way from the north bank to the hospital.
//!
//! The office said that two of the piers had moved by more than anyone had thought. Divers went down on eleven days in April and took pictures of every foot of the stone. The river was high for most of that time, and on three days nobody could go down at all.
//!
//! The roads office said that the repair would cost 4 million crowns. Buses go by the old ferry road until then, and the journey takes fifty minutes. Shops on the north bank open an hour later than they did. The office added that no other bridge in the county was in danger.
//! ```
//!
//! ## Better
//!
//! ```text
//! The county’s roads office said on Monday that the bridge over the Esk would stay closed until June. The bridge was closed in March, when a lorry hit the third pier. It carried nine thousand cars a day and is the only way from the north bank to the hospital.
//!
//! The office said that two of the piers had moved by more than anyone had thought. Divers went down on eleven days in April and took pictures of every foot of the stone. The river was high for most of that time, and on three days nobody could go down at all.
//!
//! The roads office said that the repair would cost 4 million crowns. Buses go by the old ferry road until then, and the journey takes fifty minutes. Shops on the north bank open an hour later than they did. The head of the traders’ union, Ana Lund, said that a third of them would not last until June.
//! ```
//!
//! ## When not to use
//!
//! For interviews, obituaries, reviews and short items.

use std::collections::BTreeSet;

use sayso_article::Part;
use sayso_reading::{Attribution, Source, SourceId, SourceType};
use sayso_text::Span;

use super::voices::{UNSURE, Voice, pronoun, voice};
use crate::desk::link;
use crate::words::lower;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "BAL001",
    name: "single-source",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[
        Opt { name: "words", default: Value::Number(150), doc: "Words of the body at least" },
        Opt { name: "statements", default: Value::Number(4), doc: "Attributed statements at least" },
    ],
    source: include_str!("single_source.rs"),
    check,
};

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    if !desk.reading.unanswered.is_empty() {
        return;
    }
    let Some(heard) = Heard::of(desk) else { return };
    let (Some(source), Some(first)) = (desk.source(heard.only), heard.first) else { return };
    let words: usize = desk.body().map(|line| line.sentence.words.len()).sum();
    if heard.count < options.number("statements").max(2) || words < options.number("words") {
        return;
    }
    let (called, count) = (desk.called(source), heard.count);
    found.add(
        first,
        format!("Nobody is heard but “{called}”, on whom {count} statements rest"),
        "Ask somebody who knows it independently, or say who else was asked",
    );
}

/// The one who is heard.
struct Heard {
    only: SourceId,
    /// How many statements of the body are his.
    count: usize,
    /// The words that name him with the first of them.
    first: Option<Span>,
}

impl Heard {
    /// None where nobody or somebody else is heard.
    fn of(desk: &Desk<'_>) -> Option<Self> {
        let mut heard: Vec<SourceId> = Vec::new();
        let mut pronouns: Vec<&Attribution> = Vec::new();
        // What lies in somebody's words comes from him.
        let outermost = || desk.attributions().filter(|a| a.confidence >= UNSURE && a.within.is_none());
        for a in outermost() {
            match voice(desk, a) {
                Voice::Pronoun => pronouns.push(a),
                // A quotation without a speaker is somebody else's.
                Voice::Somebody if !heard.contains(&a.source_id?) => heard.push(a.source_id?),
                Voice::Nobody | Voice::Somebody => {}
            }
        }
        let only = one_of(desk, &heard)?;
        let own: Vec<&Attribution> = outermost().filter(|a| a.source_id == Some(only)).collect();
        let in_body = |a: &&&Attribution| desk.part_at(link(a).start) == Part::Body;
        let said = |a: &&Attribution| pronoun(desk, a.source.first().copied()?);
        // A pronoun without anybody is his, if it is the one that stands for him elsewhere and he says the most by far.
        let he: BTreeSet<String> = own.iter().filter_map(said).collect();
        let is_his = |a: &&Attribution| said(a).is_some_and(|word| he.len() == 1 && he.contains(&word));
        if !pronouns.iter().all(is_his) || pronouns.len() > own.len() {
            return None;
        }
        let mut named = own.iter().filter(in_body).filter_map(|a| a.source.first().copied()).peekable();
        let first = named.peek().copied();
        let first = named.find(|words| pronoun(desk, *words).is_none()).or(first);
        let count = own.iter().filter(in_body).count() + pronouns.len();
        Some(Self { only, count, first })
    }
}

/// The one behind all who are heard: a lead's “its manager” is whom the next sentence names, and an office is its director.
fn one_of(desk: &Desk<'_>, heard: &[SourceId]) -> Option<SourceId> {
    let [first, rest @ ..] = heard else { return None };
    if rest.is_empty() {
        return Some(*first);
    }
    let source = |id: &SourceId| desk.source(*id);
    if let Some(paper) = paper_of_all(desk, heard) {
        return Some(paper);
    }
    let is_asides =
        |id: &&SourceId| source(id).is_some_and(|source| is_opener(desk, source) || is_held_by_another(desk, source));
    let mut named = heard.iter().filter(|id| !is_asides(id));
    let only = named.next().copied()?;
    let person = source(&only).filter(|person| person.kind == SourceType::NamedPerson)?;
    let is_his = |id: &SourceId| source(id).is_some_and(|body| is_body_of(desk, body, person));
    named.all(is_his).then_some(only)
}

/// Who wrote a paper, or for whom it was written, by a noun.
const AUTHORS: &[&str] = &[
    "author",
    "authors",
    "researchers",
    "scientists",
    "auditors",
    "inspectors",
    "company",
    "firm",
    "group",
    "foundation",
    "institute",
    "agency",
    "organisation",
    "organization",
    "bank",
    "charity",
    "think-tank",
    "executive",
    "chairman",
    "chairwoman",
    "board",
    "foreword",
    "management",
    "commission",
    "panel",
];

/// The paper on which all rests: everybody else wrote it, or belongs to the one who published it.
fn paper_of_all(desk: &Desk<'_>, heard: &[SourceId]) -> Option<SourceId> {
    let kinds =
        |kind: SourceType| heard.iter().filter_map(|id| desk.source(*id)).filter(move |source| source.kind == kind);
    let is_headline = |source: &Source| {
        let is_in_body = |mention: &Span| desk.part_at(mention.start) == Part::Body;
        let words = source.mentions.iter().flat_map(|mention| lower(desk.text, *mention));
        !source.mentions.iter().any(is_in_body) && words.into_iter().all(|word| PAPERS.contains(&word.as_str()))
    };
    let mut papers = kinds(SourceType::Document).filter(|source| !is_headline(source));
    let (paper, None) = (papers.next()?, papers.next()) else { return None };
    let mut bodies = kinds(SourceType::NamedOrganization);
    let (body, None) = (bodies.next(), bodies.next()) else { return None };
    let is_its = |source: &Source| {
        let words = lower(desk.text, source.mentions.first().copied().unwrap_or_default());
        source.id == paper.id
            || is_headline(source)
            || body.is_some_and(|body| body.id == source.id && publishes(desk, body, paper))
            || (!has_other_name(desk, source, body) && words.iter().any(|word| AUTHORS.contains(&word.as_str())))
    };
    heard.iter().all(|id| desk.source(*id).is_some_and(is_its)).then_some(paper.id)
}

/// Papers as a headline calls them.
const PAPERS: &[&str] = &[
    "audit", "report", "study", "survey", "inquiry", "review", "paper", "poll", "figures", "analysis", "watchdog",
    "data", "records", "probe", "census", "research", "the", "a", "new", "official",
];

/// Whether a paper is a body's: “its report”, “a report by the Larkfield Foundation”.
fn publishes(desk: &Desk<'_>, body: &Source, paper: &Source) -> bool {
    let words = lower(desk.text, paper.mentions.first().copied().unwrap_or_default());
    let name = body.name.or(body.mentions.first().copied()).map(|name| lower(desk.text, name)).unwrap_or_default();
    words.iter().any(|word| word == "its" || word == "their" || (word.len() > 3 && name.contains(word)))
}

/// Whether somebody belongs to a body that is another than this one.
fn has_other_name(desk: &Desk<'_>, source: &Source, body: Option<&Source>) -> bool {
    let name = body.and_then(|body| body.name).map(|name| name.of(desk.text).to_lowercase()).unwrap_or_default();
    source.affiliations.iter().any(|of| {
        let of = of.of(desk.text).to_lowercase();
        !(name.contains(&of) || of.contains(&name)) || name.is_empty()
    })
}

/// “The log that she opened on her desk”: whether a paper is only shown by somebody who is heard.
fn is_held_by_another(desk: &Desk<'_>, source: &Source) -> bool {
    let holds = |word: &String| matches!(word.as_str(), "he" | "she" | "his" | "her");
    source.kind == SourceType::Document
        && source.justification.is_some_and(|clause| lower(desk.text, clause).iter().any(holds))
}

/// Whether somebody without a name is only spoken of by an office in the headline or the first paragraph: “its manager”.
fn is_opener(desk: &Desk<'_>, source: &Source) -> bool {
    let [mention] = source.mentions[..] else { return false };
    let words = lower(desk.text, mention);
    // “…, driver says”: a headline has no room for names.
    if desk.part_at(mention.start) != Part::Body {
        return source.kind == SourceType::UnnamedPerson;
    }
    let is_known = words.iter().any(|word| matches!(word.as_str(), "its" | "the" | "their") || word.ends_with("’s"));
    source.kind == SourceType::UnnamedPerson && is_known && desk.is_in_lead(mention.start, 1)
}

/// Whether a person belongs to a body.
fn is_body_of(desk: &Desk<'_>, body: &Source, person: &Source) -> bool {
    let name = body.name.map(|name| name.of(desk.text).to_lowercase());
    body.kind == SourceType::NamedOrganization
        && name.is_some_and(|name| person.affiliations.iter().any(|of| of.of(desk.text).to_lowercase().contains(&name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Doc;
    use crate::testing::{fires, is_silent};

    fn example() -> String {
        Doc::of(&RULE).fenced("Example").unwrap_or_default().to_owned()
    }

    #[test]
    fn an_article_of_one_source_is_found() {
        let example = example();
        fires(&RULE, &example.replacen("The county’s roads office", "⟦The county’s roads office⟧", 1));
        let named = example
            .replace("The county’s roads office", "Orla Finch, the county’s engineer,")
            .replace("The office", "She");
        let named = named.replace("The roads office", "Ms Finch");
        fires(&RULE, &named.replacen("Orla Finch, the county’s engineer,", "⟦Orla Finch, the county’s engineer,⟧", 1));
    }

    #[test]
    fn who_opens_the_story_is_the_one_who_is_named_next() {
        let named = example().replace("The office", "She").replace("The roads office", "Ms Finch");
        let named = named.replace("The county’s roads office said on Monday", "The bridge over the Esk needs a new deck, its engineer says.\n\nOrla Finch, who has kept it since 2016, said on Monday");
        fires(&RULE, &named.replacen("Orla Finch, who", "⟦Orla Finch⟧, who", 1));
    }

    #[test]
    fn the_reporter_and_studies_at_large_are_no_voices() {
        let named = example()
            .replace("The county’s roads office", "Orla Finch, the county’s engineer,")
            .replace("The office", "She")
            .replace("The roads office", "Ms Finch");
        let marked = named.replacen("Orla Finch, the county’s engineer,", "⟦Orla Finch, the county’s engineer,⟧", 1);
        fires(&RULE, &format!("{marked}\n\nStudies show that old piers move in spring."));
        fires(&RULE, &format!("{marked}\n\nMany in the county believe that a new bridge is needed."));
        fires(&RULE, &format!("{marked}\n\nThe other bridge is thought to be in no danger."));
    }

    #[test]
    fn an_article_of_two_is_not_nor_is_a_short_one() {
        let example = example();
        is_silent(
            &RULE,
            &[
                "The roads office said that the bridge was shut. It said that it would open in May. It added that nobody was hurt. The office said that it would pay.",
                &format!("{example}\n\nThe traders’ union did not respond to a request for comment."),
                &format!("{example}\n\n“We will not last until June,” one shopkeeper said."),
                &format!("{example}\n\nAccording to the court’s records, the firm that built it had been fined twice."),
                &format!("{example}\n\nA study by the University of Harwick shows that the piers were too thin."),
                &format!("{example}\n\n“They told us nothing until the lorries stood at the door,” he said."),
                &format!("{example}\n\nThe mayor, Ole Lund, told the Harwick Courier that she was right."),
            ],
        );
    }
}
