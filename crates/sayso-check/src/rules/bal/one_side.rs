//! Everybody with a name speaks for one and the same body, or for one side of a dispute.
//!
//! ## What it does
//!
//! Finds articles in which at least three named people are heard, all of whom the article says belong to one office, company or
//! party, and nobody else is heard or shown to have been asked: by its name, or by an office inside the one of which the first
//! paragraph tells. Also articles on a plan that is disputed in which all of them speak against it, or all for it, and the others
//! are at most summed up in a sentence; whoever sits in a house that decides counts where he takes a side, and who speaks in the
//! headline alone does not. How many is the option `people`.
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

use std::collections::{BTreeMap, BTreeSet};

use sayso_article::Part;
use sayso_reading::{Act, Attribution, Kind, Source, SourceId, SourceType};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::desk::link;
use crate::words::lower;
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
    let heard = heard(desk);
    let people: Vec<&Source> = heard.iter().copied().filter(|source| is_person(desk, source)).collect();
    if people.len() < options.number("people").max(2) {
        return;
    }
    let Some(first) = people[0].mentions.first() else { return };
    let count = people.len();
    let body = of_one_body(desk, &heard, &people).or_else(|| inside(desk, &heard, &people));
    let (message, also) = if let Some(side) = body {
        (format!("all {count} people with a name speak for “{side}”, and nobody else is heard"), "speaks for it too")
    } else if let Some(side) = of_one_mind(desk, &people) {
        let side = if side == Side::For { "for" } else { "against" };
        (
            format!("all {count} people with a name speak {side} what is disputed, and nobody on the other side"),
            "so does this one",
        )
    } else {
        return;
    };
    let finding = found.add(
        *first,
        message,
        "Ask somebody whom it affects, or who looks at it from outside, or say who else was asked",
    );
    for person in &people[1..] {
        if let Some(mention) = person.mentions.first() {
            finding.related(*mention, format!("“{}” {also}", desk.called(person)));
        }
    }
}

/// Whether somebody has a name in the body: “Weir Lane says no” stands in a headline alone.
fn is_person(desk: &Desk<'_>, source: &Source) -> bool {
    source.kind == SourceType::NamedPerson
        && source.mentions.iter().any(|mention| desk.part_at(mention.start) == Part::Body)
        && desk.said_by(source.id).any(|a| desk.part_at(link(a).start) == Part::Body)
}

/// The sources of all that is read surely enough; none where somebody without a name in the text speaks.
fn heard<'r>(desk: &Desk<'r>) -> Vec<&'r Source> {
    let mut heard: Vec<bool> = vec![false; desk.reading.sources.len()];
    for a in desk.attributions().filter(|a| a.confidence >= UNSURE) {
        match a.source_id {
            Some(id) => heard[id.0 as usize - 1] = true,
            None if a.act == Act::Says => return Vec::new(),
            None => {}
        }
    }
    desk.reading.sources.iter().zip(&heard).filter(|(_, heard)| **heard).map(|(source, _)| source).collect()
}

/// The body to which the article says that all belong.
fn of_one_body(desk: &Desk<'_>, heard: &[&Source], people: &[&Source]) -> Option<String> {
    let mut sides = people[0].affiliations.iter().map(|span| bare(span.of(desk.text)));
    sides.find(|side| heard.iter().all(|source| is_of(desk, source, side)))
}

/// Offices inside a body.
const INSIDERS: &[&str] = &[
    "director",
    "director-general",
    "deputy",
    "head",
    "chief",
    "chairman",
    "chairwoman",
    "chair",
    "president",
    "secretary",
    "treasurer",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "captain",
    "coach",
    "manager",
    "goalkeeper",
    "leader",
    "councillor",
    "member",
    "fellow",
    "executive",
    "founder",
    "vice-president",
    "partner",
    "trustee",
    "organiser",
    "organizer",
    "whip",
];

/// The body of which the top tells, where everybody has an office inside one, no other body is named with any of them, and one is
/// said to belong to it.
fn inside(desk: &Desk<'_>, heard: &[&Source], people: &[&Source]) -> Option<String> {
    let first = desk.body().next()?.paragraph;
    let top = desk.sentences.iter().filter(|line| line.part != Part::Body || line.paragraph == first);
    let top: BTreeSet<String> = top.flat_map(|line| capitals(&line.sentence)).collect();
    let of_top = |span: &Span| capitals(&Sentence::of(desk.text, *span)).iter().all(|word| top.contains(word));
    let has_office = |source: &Source| {
        source.titles.iter().any(|title| lower(desk.text, *title).iter().any(|word| INSIDERS.contains(&word.as_str())))
    };
    let is_inside = |source: &Source| has_office(source) && source.affiliations.iter().all(of_top);
    let is_body = |source: &Source| {
        source.kind == SourceType::NamedOrganization && source.name.iter().chain(&source.mentions).take(3).all(of_top)
    };
    // “Its leaders”.
    let is_its = |source: &Source| {
        let mention = source.mentions.first().map(|mention| lower(desk.text, *mention)).unwrap_or_default();
        source.kind == SourceType::UnnamedGroup && matches!(mention.first().map(String::as_str), Some("its" | "their"))
    };
    let all = heard.iter().all(|source| {
        if source.kind == SourceType::NamedPerson { is_inside(source) } else { is_body(source) || is_its(source) }
    });
    let body = people.iter().flat_map(|source| source.affiliations.iter()).next().copied();
    let told = body
        .or_else(|| heard.iter().find(|source| is_body(source)).and_then(|source| source.mentions.first().copied()));
    told.filter(|_| all).map(|span| bare(span.of(desk.text)))
}

/// The beginnings of a sentence's words with capitals.
fn capitals(sentence: &Sentence<'_>) -> Vec<String> {
    let is_name = |at: &usize| sentence.is_capital(*at) && sentence.lower(*at).len() > 3;
    (0..sentence.words.len()).filter(is_name).map(|at| sentence.lower(at).chars().take(5).collect()).collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    For,
    Against,
}

/// What is disputed.
const PLANS: &[&str] = &[
    "plan",
    "plans",
    "planned",
    "proposal",
    "proposed",
    "scheme",
    "project",
    "merger",
    "merge",
    "closure",
    "close",
    "dam",
    "turbines",
    "runway",
    "bypass",
    "cut",
    "cuts",
    "ban",
    "quota",
    "share",
    "levy",
    "tax",
    "toll",
    "law",
    "bill",
    "development",
    "redundancies",
    "demolition",
    "expansion",
    "motorway",
    "pylons",
    "quarry",
    "incinerator",
    "landfill",
    "fees",
    "charge",
    "move",
    "rules",
    "tram",
    "line",
    "road",
    "bridge",
    "factory",
    "plant",
    "mine",
    "pipeline",
    "depot",
    "terminal",
    "casino",
    "arena",
    "mast",
    "crematorium",
    "application",
    "wind",
    "farm",
    "airport",
    "port",
    "stadium",
    "hotel",
    "housing",
    "homes",
    "reform",
    "ordinance",
    "curfew",
    "closing",
    "merging",
    "sale",
    "privatisation",
    "privatization",
    "takeover",
    "relocation",
    "reservoir",
    "prison",
    "hostel",
    "shelter",
    "warehouse",
    "route",
    "lane",
    "zone",
    "pier",
    "harbour",
    "harbor",
];
/// That it is.
const DISPUTED: &[&str] = &[
    "against",
    "oppose",
    "opposes",
    "opposed",
    "opponents",
    "protest",
    "protests",
    "protesters",
    "fight",
    "fear",
    "fears",
    "anger",
    "angry",
    "row",
    "split",
    "divided",
    "divides",
    "campaign",
    "campaigners",
    "petition",
    "cry",
    "outcry",
    "backlash",
    "object",
    "objections",
    "favor",
    "favour",
    "welcome",
    "supporters",
    "furious",
    "fury",
    "resist",
    "battle",
    "disputed",
    "controversial",
    "organise",
    "organize",
    "refuse",
    "reject",
    "contested",
    "hopes",
    "worries",
    "drop",
    "scrap",
    "abandon",
    "halt",
    "rethink",
    "urge",
    "urged",
    "demand",
    "demands",
    "demanded",
    "slam",
    "condemn",
    "condemned",
    "alarm",
    "concern",
    "concerns",
    "outrage",
    "dismay",
    "unite",
    "united",
    "oppose",
    "opposition",
    "defend",
    "back",
    "backing",
    "backed",
    "praise",
    "praised",
    "welcomed",
    "rally",
];
/// Words of those who speak against a thing.
const AGAINST: &[&str] = &[
    "worse",
    "worst",
    "fear",
    "fears",
    "worry",
    "worries",
    "worried",
    "lose",
    "lost",
    "loss",
    "destroy",
    "destroys",
    "ruin",
    "kill",
    "killing",
    "threat",
    "threatens",
    "cannot",
    "can't",
    "can’t",
    "won't",
    "won’t",
    "never",
    "noise",
    "danger",
    "dangerous",
    "damage",
    "against",
    "oppose",
    "oppos",
    "unfair",
    "wrong",
    "disaster",
    "mistake",
    "madness",
    "insane",
    "hid",
    "dishonest",
    "not",
    "no",
    "nobody",
    "refuse",
    "turned",
    "fight",
    "stop",
    "drown",
    "scar",
    "court",
    "sue",
    "close",
    "gone",
    "end",
    "suffer",
    "harm",
    "risk",
    "breach",
    "march",
    "betrayal",
    "betrayed",
    "insult",
    "shame",
    "unsafe",
    "scrap",
    "drop",
    "abandon",
    "halt",
    "reject",
    "rejects",
    "folly",
    "absurd",
    "nonsense",
    "nothing",
    "hurt",
    "hurts",
    "ignored",
    "empty",
    "polluted",
    "poison",
    "strangle",
    "outrage",
    "outrageous",
    "petition",
];
/// Words of those who speak for it.
const FOR: &[&str] = &[
    "build",
    "support",
    "supports",
    "favor",
    "favour",
    "welcome",
    "welcomes",
    "better",
    "best",
    "jobs",
    "work",
    "growth",
    "benefit",
    "benefits",
    "need",
    "needs",
    "needed",
    "hope",
    "hopes",
    "chance",
    "opportunity",
    "improve",
    "improves",
    "safer",
    "cheaper",
    "bring",
    "brings",
    "boost",
    "future",
    "finally",
    "overdue",
];
/// Those who speak for a house that decides, or that is asked: they are no side's neighbours.
const DECIDERS: &[&str] = &[
    "minister",
    "mayor",
    "councillor",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "police",
    "judge",
    "prosecutor",
    "inspector",
];

/// The side that all with a name take, where what is disputed is one plan and others are at most summed up.
fn of_one_mind(desk: &Desk<'_>, people: &[&Source]) -> Option<Side> {
    if !is_disputed(desk) || !people.iter().all(|person| is_neighbour(desk, person)) {
        return None;
    }
    let mut score = (0, 0);
    for person in people {
        match leaning(desk, person) {
            Some(Side::For) => score.0 += 1,
            Some(Side::Against) => score.1 += 1,
            None => {}
        }
    }
    let side = match score {
        (for_it, 0) if for_it > 1 => Side::For,
        (0, against) if against > 1 => Side::Against,
        _ => return None,
    };
    (!others_speak(desk, side)).then_some(side)
}

/// Whether headline and first paragraphs tell of a plan and of those for or against it.
fn is_disputed(desk: &Desk<'_>) -> bool {
    let Some(first) = desk.body().next().map(|line| line.paragraph) else { return false };
    let top = desk.sentences.iter().filter(|line| line.part != Part::Body || line.paragraph <= first + 2);
    let words: BTreeSet<&str> = top.flat_map(|line| line.sentence.lower.iter().map(String::as_str)).collect();
    let says_no = desk.sentences.iter().any(|line| {
        line.part != Part::Body && (0..line.sentence.words.len()).any(|at| line.sentence.phrase(at, "no to").is_some())
    });
    PLANS.iter().any(|word| words.contains(word)) && (says_no || DISPUTED.iter().any(|word| words.contains(word)))
}

/// Whether somebody speaks for himself and his like, and not for those who decide; whoever of these takes a side is on it.
fn is_neighbour(desk: &Desk<'_>, person: &Source) -> bool {
    if leaning(desk, person).is_some() {
        return true;
    }
    let words = person.titles.iter().chain(person.mentions.first()).flat_map(|span| lower(desk.text, *span));
    !words.into_iter().any(|word| DECIDERS.contains(&word.as_str()))
}

/// Whether somebody without a name, who is not on that side, is quoted, or says more than one thing.
fn others_speak(desk: &Desk<'_>, side: Side) -> bool {
    let is_other = |a: &&Attribution| {
        desk.source_of(a).is_some_and(|source| {
            source.kind != SourceType::NamedPerson
                && (leaning(desk, source) != Some(side) || speaks_for_it(desk, source))
        })
    };
    let others: Vec<&Attribution> = desk
        .attributions()
        .filter(|a| a.act == Act::Says && desk.part_at(link(a).start) == Part::Body)
        .filter(is_other)
        .collect();
    let mut said: BTreeMap<Option<SourceId>, usize> = BTreeMap::new();
    for a in &others {
        *said.entry(a.source_id).or_default() += 1;
    }
    others.iter().any(|a| a.kind != Kind::Indirect) || said.values().any(|count| *count > 1) || said.len() > 2
}

/// Whether somebody is a house with a name, of which a word or two tells no side.
fn speaks_for_it(desk: &Desk<'_>, source: &Source) -> bool {
    source.kind == SourceType::NamedOrganization && desk.said_by(source.id).count() > 1
}

/// Which side somebody's words are on.
fn leaning(desk: &Desk<'_>, person: &Source) -> Option<Side> {
    let said = desk.said_by(person.id).flat_map(|a| a.content.iter().chain(&a.cue));
    let words: Vec<String> = said.flat_map(|span| lower(desk.text, *span)).collect();
    let count = |table: &[&str]| words.iter().filter(|word| table.contains(&word.as_str())).count();
    match (count(FOR), count(AGAINST)) {
        (for_it, against) if for_it > against => Some(Side::For),
        (for_it, against) if against > for_it => Some(Side::Against),
        _ => None,
    }
}

/// Whether a source belongs to a body, or is it.
fn is_of(desk: &Desk<'_>, source: &Source, side: &str) -> bool {
    let same = |span: &Span| bare(span.of(desk.text)).eq_ignore_ascii_case(side);
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
    fn offices_inside_the_body_of_the_top_are_found() {
        fires(
            &RULE,
            "The Reform List will vote against the tram, its leaders said on Monday.\n\n⟦Group leader Orla Finch⟧ said that the tram was dear. The List’s transport spokesman, Ole Lund, said that it was slow. Treasurer Ada Venn said that the loan was too high.",
        );
    }

    #[test]
    fn people_of_one_mind_are_found() {
        fires(
            &RULE,
            "Neighbours fight the plan for a quarry at Osk.\n\nThe county decides in May.\n\n“We shall lose the wells,” said ⟦Orla Finch, a baker⟧. Farmer Ole Lund said that he feared the noise. Ada Venn, who keeps bees, said that it would ruin the hill.",
        );
    }

    #[test]
    fn neighbours_who_say_no_are_of_one_mind() {
        fires(
            &RULE,
            "Mill Row says no to depot in old brewery\n\nA carrier, Vanto, wants to run its lorries from the brewery, and the people who live there have begun to organise.\n\n“My bed is two metres from the kerb,” said ⟦Ines Tarn, a nurse⟧.\n\nOle Lund, a retired baker, said the row was dangerous and had no room for two lorries.\n\nThe head of the school, Ada Venn, said she feared for the children and would fight the depot.",
        );
    }

    #[test]
    fn one_who_sits_on_a_council_may_be_of_one_mind_with_them() {
        fires(
            &RULE,
            "Anger grows over the plan to close the clinic at Osk. Patients have called on the board to drop it.\n\n“They have not counted people,” said ⟦nurse Orla Finch⟧. Town councillor Ole Lund said that it was a breach of a promise. Ada Venn, a doctor, said that the road was 50 minutes on a good day.",
        );
    }

    #[test]
    fn people_of_two_are_not() {
        is_silent(
            &RULE,
            &[
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested.",
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested. Ada Venn of the dockers’ union said that nine had complained.",
                "Neighbours fight the plan for a quarry at Osk.\n\nThe county decides in May.\n\n“We shall lose the wells,” said Orla Finch, a baker. Farmer Ole Lund said that he feared the noise. Ada Venn, who owns the hill, said that it would bring work to the town.",
                "The Reform List will vote against the tram.\n\nGroup leader Orla Finch said that the tram was dear. Treasurer Ada Venn said that the loan was too high. The head of the Tram Company, Ole Lund, said that it was neither.",
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said so too. Ada Venn of the Harwick Port Authority agreed. A docker said that they were not.",
                "Orla Finch of the Harwick Port Authority said that the cranes were safe. Ole Lund, an engineer at the Harwick Port Authority, said that they had been tested twice. Ada Venn of the Harwick Port Authority said that no worker had complained. The dockers’ union declined to comment.",
            ],
        );
    }
}
