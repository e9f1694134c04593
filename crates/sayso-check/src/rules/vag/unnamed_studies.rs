//! “Studies show”, and no study can be looked up.
//!
//! ## What it does
//!
//! Finds “studies”, “research”, “a survey”, “polls” that show something in the writer's voice while no author, institution or
//! journal is named in the rest of the paragraph, nor in a sentence beside it that speaks of a study. In the first two paragraphs, which
//! sum up, one named anywhere in the article is enough.
//!
//! ## Why it matters
//!
//! Who did a study, where it was published and who paid for it is what tells a good one from a bad one. A reader who can't find
//! it must take the writer's word.
//!
//! ## Authority
//!
//! AP, “Stylebook”, on polls and surveys and on health and science: say who did it and how. BBC, “Editorial Guidelines”, on
//! reporting surveys and statistics. Wikipedia, “Manual of Style: Words to watch”, on unsupported attributions.
//!
//! ## Example
//!
//! ```text
//! The town has new lamps. Studies show that bats avoid streets with white light. They cost £2m.
//! ```
//!
//! ## Better
//!
//! ```text
//! The town has new lamps. Bats avoid streets with white light, a study by Saskia Vroom of Holmgate University found last year. They
//! cost £2m.
//! ```
//!
//! ## When not to use
//!
//! Where a link on the words leads to the study and the text that is checked does not carry it.

use sayso_article::Part;
use sayso_reading::Source;
use sayso_text::Span;

use super::voices::{self, is_a_house_named, is_named_in, is_new};
use crate::desk::{Line, link};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "VAG003",
    name: "unnamed-studies",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[
        Opt {
            name: "nouns",
            default: Value::Words(Vec::new()),
            doc: "Nouns for works of research, besides those that the rule knows",
        },
        Opt {
            name: "sentences",
            default: Value::Number(3),
            doc: "Sentences after it in which its maker must be named",
        },
    ],
    source: include_str!("unnamed_studies.rs"),
    check,
};

/// Works of research.
const STUDIES: &[&str] =
    &["study", "studies", "research", "survey", "surveys", "science", "polls", "poll", "statistics", "experiments"];
/// Those that are no one work.
const MANY: &[&str] = &["studies", "surveys", "research", "science", "polls", "statistics", "experiments"];
/// What a sentence beside it has that goes on about one.
const BESIDE: &[&str] = &[
    "study",
    "studies",
    "survey",
    "surveys",
    "research",
    "researcher",
    "researchers",
    "paper",
    "papers",
    "experiment",
    "experiments",
    "findings",
    "analysis",
    "review",
    "author",
    "authors",
    "poll",
    "polls",
    "pollster",
];
/// What somebody speaks of who has done one.
const WORKS: &[&str] = &[
    "study",
    "studies",
    "survey",
    "surveys",
    "research",
    "paper",
    "papers",
    "report",
    "experiment",
    "experiments",
    "trial",
    "trials",
    "findings",
    "results",
    "data",
    "work",
    "analysis",
    "review",
    "found",
];
/// Words that say whose it is, or that it is nobody's to see.
const GIVEN: &[&str] = &[
    "internal",
    "federal",
    "government",
    "official",
    "company",
    "council",
    "police",
    "union",
    "leaked",
    "confidential",
    "secret",
    "draft",
    "unpublished",
    "own",
    "state",
    "exit",
    "parliamentary",
    "congressional",
    "legislative",
    "county",
    "city",
    "ministry",
];
/// Paragraphs that sum up what comes.
const LEAD: usize = 2;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let reach = options.number("sentences");
    let mut told = None;
    let mut house = None;
    for a in desk.by_the_writer() {
        let at = link(a).start;
        let Some(line) = desk.sentence_at(at).filter(|line| line.part == Part::Body) else { continue };
        let Some(voice) = voices::voice(desk, a) else { continue };
        let noun = voice.noun.as_str();
        let is_study = STUDIES.contains(&noun) || options.words("nouns").iter().any(|more| more == noun);
        if !is_study
            || told == Some(line.paragraph)
            || voice.points_back(true)
            || voice.names_somebody()
            || is_by_somebody(voice.lower())
            || voice
                .lower()
                .iter()
                .any(|word| GIVEN.contains(&word.as_str()) || word.ends_with("’s") || word.ends_with("'s"))
        {
            continue;
        }
        let near = beside(desk, at, reach);
        // Who is heard first right beside it is its author; a mayor some sentences on is not.
        let is_beside = |line: &&&Line<'_>| desk.around(at, 1, 1).iter().any(|near| std::ptr::eq(near, **line));
        // Nor is somebody who knows the field and has been heard before the author of “studies”, unless he speaks of one.
        let is_of_a_study = |line: &Line<'_>| {
            !line.sentence.whole.contains(voice.span)
                && line.sentence.lower.iter().any(|word| WORKS.contains(&word.as_str()))
        };
        let is_many = MANY.contains(&noun) && !near.iter().any(|line| is_of_a_study(line));
        let is_one = |line: &&Line<'_>, fits: &dyn Fn(&Source, Span) -> bool| {
            is_named_in(desk, std::slice::from_ref(*line), fits)
        };
        if near.iter().any(|line| is_a_house_named(std::slice::from_ref(*line)))
            || near.iter().filter(is_beside).any(|line| is_one(line, &is_new))
            || near.iter().any(|line| {
                is_one(line, &|source, window| voices::is_learned(desk, source) && (!is_many || is_new(source, window)))
            })
        {
            continue;
        }
        if is_one_named(desk.around(at, 1, reach)) {
            continue;
        }
        if desk.is_in_lead(at, LEAD)
            && *house.get_or_insert_with(|| are_houses_named(desk) || is_one_named(&desk.sentences))
        {
            continue;
        }
        told = Some(line.paragraph);
        let called = crate::words::short(desk.text, voice.span);
        found.add(
            voice.span,
            format!("no author, institution or journal stands by “{called}”: nobody can look it up"),
            "Say who did it, where it was published and when",
        );
    }
}

/// Whether a sentence anywhere that speaks of a study names a house of learning.
fn are_houses_named(desk: &Desk<'_>) -> bool {
    let speaks = |line: &&Line<'_>| line.sentence.lower.iter().any(|word| BESIDE.contains(&word.as_str()));
    desk.sentences.iter().filter(speaks).any(|line| is_a_house_named(std::slice::from_ref(line)))
}

/// The sentence, the rest of its paragraph, and those beside it that go on about a study.
fn beside<'d, 'r>(desk: &'d Desk<'r>, at: usize, reach: usize) -> Vec<&'d Line<'r>> {
    let Some(here) = desk.sentence_at(at) else { return Vec::new() };
    let goes_on = |line: &&Line<'_>| {
        (line.paragraph == here.paragraph && line.sentence.whole.start >= here.sentence.whole.start)
            || line.sentence.lower.iter().any(|word| BESIDE.contains(&word.as_str()))
    };
    desk.around(at, 1, reach).iter().filter(goes_on).collect()
}

/// Whether a study anywhere has a maker's name: “the Lantern poll”, “the survey, conducted by Brightwater Data”.
fn is_one_named(lines: &[Line<'_>]) -> bool {
    lines.iter().any(|line| {
        let sentence = &line.sentence;
        let is_name = |at: usize| sentence.is_capital(at) && !voices::is_day_or_month(sentence.lower(at));
        (1..sentence.words.len()).filter(|at| STUDIES.contains(&sentence.lower(*at))).any(|at| {
            let by = (at..at + MAKER).find(|at| matches!(sentence.lower(*at), "by" | "from" | "of" | "for"));
            // "By Saskia Vroom", "by the pollster Sifera"
            let is_said = by.is_some_and(|by| (by + 1..=by + NAME).any(is_name));
            // A sentence's first word has a capital in any case.
            is_said || (at > 1 && is_name(at - 1) && !sentence.is_title())
        })
    })
}

/// A study's maker stands at most so many words behind it.
const MAKER: usize = 6;
/// Its name begins at most so many words behind “by”.
const NAME: usize = 3;

/// “A survey by the federation”: whoever that is, the text has named it.
fn is_by_somebody(lower: &[String]) -> bool {
    lower.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "by" | "from" | "for")
            && matches!(pair[1].as_str(), "the" | "his" | "her" | "its" | "their" | "this" | "our")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_study_that_is_nobodys_is_found() {
        fires(&RULE, "The town has new lamps. ⟦Studies⟧ show that bats avoid streets with white light. They cost £2m.");
        fires(
            &RULE,
            "The gulls of Harwick were counted by Ina Bloem, a biologist, who said there were fewer.\n\nBloem said she had missed \
             none.\n\nThe count took a week.\n\nIt rained.\n\n⟦Studies⟧ show that gulls know people by their faces. “They know me,” \
             Bloem said.",
        );
        fires(&RULE, "Naps are good for memory, according to ⟦a recent study⟧. Most people in Harwick never take one.");
        fires(&RULE, "The school has banned phones. ⟦Research⟧ suggests that pupils sleep better without them.");
        fires(
            &RULE,
            "The stars over Harwick were lost last year, said Ina Bloem, an astronomer at the Kell Institute.\n\n⟦Studies⟧ have found that \
             birds lose them, too.\n\nThe lamps were paid for by Otto Brand, a retired grocer, who said that he liked the light.",
        );
        fires(
            &RULE,
            "The board will vote on the lido in May. ⟦Polls⟧ show that most people in Harwick want to keep it. It opened in 1931.",
        );
    }

    #[test]
    fn a_study_with_its_maker_is_none() {
        is_silent(
            &RULE,
            &[
                "Bats avoid streets with white light, a study by Saskia Vroom found last year.",
                "A study published on Wednesday found that gulls look people in the eye. “They are clever,” said its author, Ina \
                 Bloem.",
                "Researchers at Holmgate University tagged 3,412 bats. The study found that lamps shorten their lives.",
                "An internal survey found that nine of ten members would back a levy.",
                "The gulls of Harwick were counted by Ina Bloem, a biologist, who said there were fewer.\n\nBloem said she had missed \
                 none.\n\nThe count took a week.\n\nIt rained.\n\nStudies show that gulls know people by their faces. Bloem said her \
                 own experiments had shown the same.",
                "The mayor, Orla Finch, said that studies showed the lamps to be safe.",
                "According to a study in the journal Rest & Mind, naps are good for memory.",
                "Four in ten would vote for her, according to a poll published on Monday.\n\nThe survey by the pollster Lumen asked 900 \
                 people.",
                "A poll for this newspaper shows the Civic List ahead.",
                "A new poll shows the Civic List ahead.\n\nIts lead is small.\n\nIn May it had none.\n\nIn April it was behind.\n\nThe \
                 Lantern poll of 1,200 voters was taken last week.",
                "The study of gulls is a young science.",
            ],
        );
    }
}
