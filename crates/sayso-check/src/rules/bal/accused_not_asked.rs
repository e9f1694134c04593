//! Somebody is accused by name and neither answers nor is shown to have been asked.
//!
//! ## What it does
//!
//! Finds people and bodies with a name whom the article says somebody accused or blames, of whom somebody says that they stole,
//! bribed, forged, did away with papers or planned a crime, or whom an unnamed source attacks, if nothing in the article is
//! attributed to them or to somebody who speaks for them, nobody denies anything, and no sentence says that they declined to
//! comment or could not be reached. Articles on a verdict are left out.
//!
//! ## Why it matters
//!
//! A reply belongs to an accusation. Without one the reader cannot know whether the accused has an answer or was never asked.
//!
//! ## Authority
//!
//! BBC, “Editorial Guidelines”, Fairness: right of reply. Reuters, “Handbook of Journalism”: the accused party is asked. AP,
//! “Statement of News Values”, on seeking comment from those who are put in a bad light.
//!
//! ## Example
//!
//! ```text
//! The union’s chairman, Ole Lund, accused Norvane Steel of hiding two accidents at the mill. He said that a third worker had been hurt in May.
//! ```
//!
//! ## Better
//!
//! ```text
//! The union’s chairman, Ole Lund, accused Norvane Steel of hiding two accidents at the mill. Norvane Steel did not respond to questions.
//! ```
//!
//! ## When not to use
//!
//! For history, for the dead, for verdicts, and for running news in which the reply stands in an earlier item.

use std::collections::BTreeSet;
use std::ops::Range;

use sayso_article::Part;
use sayso_reading::{Act, Attribution, Source, SourceId, Stance};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::desk::{Line, link};
use crate::rules::ano::attack::attack;
use crate::rules::ano::people::People;
use crate::rules::ano::unnamed::unnamed;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "BAL002",
    name: "accused-not-asked",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: false,
    options: &[],
    source: include_str!("accused_not_asked.rs"),
    check,
};

/// Verbs whose object is accused, and what must follow the object.
const ACCUSES: &[(&str, &[&str])] = &[
    ("accused", &["of"]),
    ("accuses", &["of"]),
    ("accusing", &["of"]),
    ("accuse", &["of"]),
    ("blamed", &["for"]),
    ("blames", &["for"]),
    ("blaming", &["for"]),
];
/// A name has at most so many words.
const NAME: usize = 6;
/// Words inside a name.
const INSIDE: &[&str] = &["of", "and", "the", "for", "de", "van", "von", "al", "bin", "’s", "'s", "-", "&", "."];
/// Nouns for whoever speaks for somebody.
const SPEAKERS: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "lawyer",
    "lawyers",
    "attorney",
    "attorneys",
    "solicitor",
    "solicitors",
    "representative",
    "representatives",
    "counsel",
    "barrister",
    "defence",
    "defense",
    "family",
    "campaign",
    "agent",
    "office",
    "aides",
];
/// Nouns for a body after its first mention.
const BODIES: &[&str] = &[
    "company",
    "firm",
    "ministry",
    "government",
    "party",
    "group",
    "army",
    "police",
    "club",
    "council",
    "department",
    "agency",
    "officials",
    "authorities",
    "union",
    "bank",
    "team",
    "management",
    "school",
    "university",
    "hospital",
    "board",
    "regulator",
    "organisation",
    "organization",
    "military",
    "embassy",
    "administration",
];
/// Verbs of wrongdoing.
const WRONGS: &[&str] = &[
    "stole",
    "stolen",
    "embezzled",
    "defrauded",
    "swindled",
    "fleeced",
    "conned",
    "bribed",
    "forged",
    "falsified",
    "faked",
    "lied",
    "cheated",
    "rigged",
    "laundered",
    "siphoned",
    "pocketed",
    "plagiarised",
    "plagiarized",
    "blackmailed",
    "extorted",
    "harassed",
    "assaulted",
    "groped",
    "raped",
    "molested",
    "bullied",
    "threatened",
    "misled",
];
/// What is no wrongdoing until something is done to what stands soon behind it.
const DEEDS: &[(&[&str], &[&str])] = &[
    (
        &[
            "tore",
            "torn",
            "shredded",
            "deleted",
            "destroyed",
            "burned",
            "burnt",
            "erased",
            "wiped",
            "altered",
            "doctored",
            "hid",
            "hidden",
        ],
        &[
            "page",
            "pages",
            "record",
            "records",
            "file",
            "files",
            "email",
            "emails",
            "document",
            "documents",
            "evidence",
            "log",
            "logs",
            "minutes",
            "footage",
            "tape",
            "tapes",
            "books",
            "messages",
            "accident",
            "accidents",
            "losses",
            "debts",
            "report",
            "reports",
        ],
    ),
    (
        &["planned", "staged", "masterminded", "plotted", "ordered", "arranged", "organised", "organized"],
        &[
            "raid",
            "robbery",
            "heist",
            "murder",
            "killing",
            "theft",
            "burglary",
            "arson",
            "fraud",
            "kidnapping",
            "bombing",
            "shooting",
            "attack",
            "ambush",
        ],
    ),
    (
        &["took", "taken", "accepted", "paid", "offered"],
        &["bribe", "bribes", "kickback", "kickbacks", "backhander", "backhanders"],
    ),
];
/// So many words behind a verb what it is done to is looked for.
const OBJECT: usize = 6;
/// What makes an article one on a verdict, or a wrong one that was not done.
const VERDICTS: &[&str] = &["convicted", "sentenced", "verdict", "guilty", "jury", "jurors", "jailed"];
/// Words that take a wrong back, or leave it open.
const NEVER: &[&str] = &["not", "never", "no", "nobody", "if", "whether", "didn’t", "didn't", "hadn’t", "hadn't"];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let takes = |a: &Attribution, stances: &[Stance]| a.stance.is_some_and(|stated| stances.contains(&stated.stance));
    if desk.reading.attributions.iter().any(|a| takes(a, &[Stance::Denies, Stance::Rejects])) {
        return;
    }
    let people = People::of(desk);
    let accused = accusations(desk, &people);
    if accused.is_empty() {
        return;
    }
    let mut heard = Heard::of(desk);
    heard.refuses = desk.reading.attributions.iter().any(|a| takes(a, &[Stance::RefusesToComment]));
    let mut told: BTreeSet<String> = BTreeSet::new();
    for accused in accused {
        if heard.answers_for(desk, &people, accused) {
            continue;
        }
        let called = crate::words::short(desk.text, accused);
        if told.insert(called.clone()) {
            found.add(
                accused,
                format!("“{called}” is accused here and neither answers nor is shown to have been asked"),
                format!("Ask “{called}” and give the answer, or say that none was given"),
            );
        }
    }
}

/// The names of those who are accused, in text order.
fn accusations(desk: &Desk<'_>, people: &People<'_>) -> Vec<Span> {
    let by_verb = desk.body().flat_map(|line| accused_in(&line.sentence)).filter(|accused| !desk.is_quoted(*accused));
    let mut accused: Vec<Span> = by_verb.collect();
    let is_verdict = |line: &Line<'_>| line.sentence.lower.iter().any(|word| VERDICTS.contains(&word.as_str()));
    if !desk.sentences.iter().any(is_verdict) {
        let said = desk.attributions().filter(|a| a.act == Act::Says && desk.part_at(link(a).start) == Part::Body);
        accused.extend(said.flat_map(|a| wrongdoers(desk, a)));
    }
    for unnamed in unnamed(desk) {
        let attacks = unnamed.in_body(desk).filter_map(|a| attack(desk, people, a));
        accused.extend(attacks.filter(|attack| !attack.praises).map(|attack| attack.person));
    }
    accused.sort_unstable();
    accused
}

/// The names of those of whom an attribution says that they did wrong.
fn wrongdoers(desk: &Desk<'_>, a: &Attribution) -> Vec<Span> {
    if a.negated {
        return Vec::new();
    }
    let contents = a.content.iter().map(|piece| Sentence::of(desk.text, *piece));
    contents
        .flat_map(|content| {
            let is_taken_back = |word: &String| NEVER.contains(&word.as_str());
            if content.lower.iter().any(is_taken_back) {
                return Vec::new();
            }
            let wrongs = (0..content.words.len()).filter(|at| is_wrong(&content, *at));
            wrongs.filter_map(|at| who_did(&content, at)).map(|name| content.span(&name)).collect()
        })
        .collect()
}

/// Whether a verb of wrongdoing stands at a word.
fn is_wrong(content: &Sentence<'_>, at: usize) -> bool {
    let word = content.lower(at);
    let has_object = |objects: &[&str]| (at + 1..=at + OBJECT).any(|at| objects.contains(&content.lower(at)));
    WRONGS.contains(&word) || DEEDS.iter().any(|(verbs, objects)| verbs.contains(&word) && has_object(objects))
}

/// The name before a verb: “Norvane had forged”, “Ada Venn, 44, stole”.
fn who_did(content: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let is_age = |at: usize| content.lower(at) == "," || content.lower(at).bytes().all(|b| b.is_ascii_digit());
    let mut end = verb;
    while end > 0 && matches!(content.lower(end - 1), "had" | "has" | "have" | "also" | "then" | "once" | "twice") {
        end -= 1;
    }
    while end > 0 && is_age(end - 1) {
        end -= 1;
    }
    let start = (0..end).rev().take_while(|at| content.is_capital(*at)).take(NAME).last()?;
    // Where a sentence begins, a capital says nothing: “They lied”.
    let is_name = !matches!(
        content.lower(start),
        "he" | "she" | "they" | "it" | "we" | "i" | "who" | "you" | "somebody" | "someone"
    );
    (is_name && (start > 0 || end > start + 1)).then_some(start..end)
}

/// The names of those whom a sentence says somebody accuses.
fn accused_in(sentence: &Sentence<'_>) -> Vec<Span> {
    let accuses = |at: &usize| ACCUSES.iter().find(|(verb, _)| *verb == sentence.lower(*at));
    (0..sentence.words.len())
        .filter_map(|at| {
            let (_, follows) = accuses(&at)?;
            let first = at + 1 + usize::from(sentence.lower(at + 1) == "the");
            let is_name = |at: &usize| {
                let word = sentence.word(*at);
                word.starts_with(char::is_uppercase) || INSIDE.contains(&sentence.lower(*at))
            };
            if !sentence.is_capital(first) || sentence.is_title() {
                return None;
            }
            let end = (first..(first + NAME + 1).min(sentence.words.len()))
                .find(|at| follows.contains(&sentence.lower(*at)) || !is_name(at))?;
            let follows = follows.contains(&sentence.lower(end));
            (follows && end > first).then(|| sentence.span(&(first..end)))
        })
        .collect()
}

/// Who is heard in an article, or was asked.
struct Heard {
    /// Words of their names, in lower case, without what makes a people of a country.
    words: BTreeSet<String>,
    /// Whether somebody speaks for another one without his name beside it.
    speaker: bool,
    /// Whether somebody refuses to comment, who may do so for a body.
    refuses: bool,
    /// The nouns of bodies that speak without their names: “the company”.
    bodies: BTreeSet<&'static str>,
}

/// As many letters of a name tell it: “Norvane”, “Norvanian”.
const LETTERS: usize = 5;
/// So many words before a name may say of which body it is: “council leader Roland Brand”.
const BEFORE: usize = 3;

impl Heard {
    fn of(desk: &Desk<'_>) -> Self {
        let mut heard = Self { words: BTreeSet::new(), speaker: false, refuses: false, bodies: BTreeSet::new() };
        // What an accuser quotes him as saying is no answer, nor what he is said to have planned.
        let is_answer =
            |a: &&Attribution| a.within.is_none() || (a.act == Act::Says && !desk.quotes.inside(link(a).start));
        let speak: BTreeSet<SourceId> =
            desk.reading.attributions.iter().filter(is_answer).filter_map(|a| a.source_id).collect();
        for source in desk.reading.sources.iter().filter(|source| speak.contains(&source.id)) {
            let own = source.mentions.iter().take(8).chain(&source.name).chain(&source.aliases);
            let own = own.chain(&source.affiliations).chain(&source.titles);
            own.for_each(|span| heard.words.extend(names(desk.text, *span)));
            if source.name.is_none() && names_nobody(desk, source) {
                source.mentions.iter().take(8).for_each(|mention| heard.learn(desk, *mention));
            }
            // “A lawyer, Jo Parr”: whose?
            heard.speaker |= source.mentions.iter().take(8).any(|mention| speaks_for_somebody(desk, *mention));
        }
        for unanswered in &desk.reading.unanswered {
            let names = names(desk.text, unanswered.who);
            heard.speaker |= names.is_empty();
            heard.words.extend(names);
        }
        heard
    }

    fn learn(&mut self, desk: &Desk<'_>, mention: Span) {
        for word in crate::words::lower(desk.text, mention) {
            self.speaker |= SPEAKERS.contains(&word.as_str());
            self.bodies.extend(BODIES.iter().find(|body| **body == word));
        }
    }

    /// Whether an accused is heard, or somebody who may speak for him.
    fn answers_for(&self, desk: &Desk<'_>, people: &People<'_>, accused: Span) -> bool {
        if self.speaker || names(desk.text, accused).iter().any(|word| self.words.contains(word)) {
            return true;
        }
        if !people.is_name(accused.of(desk.text)) {
            return self.refuses || !self.bodies.is_empty();
        }
        let Some(line) = desk.sentence_at(accused.start) else { return true };
        let at = line.sentence.words.partition_point(|word| word.start < accused.start);
        (at.saturating_sub(BEFORE)..at).any(|at| self.bodies.contains(line.sentence.lower(at)))
    }
}

/// Whether somebody is told to speak for another one, and not for whom: not “Venn’s lawyer”, nor “its spokeswoman”, who speaks for a
/// body.
fn speaks_for_somebody(desk: &Desk<'_>, mention: Span) -> bool {
    let words = crate::words::lower(desk.text, mention);
    let has_owner = words.iter().any(|word| word == "its" || word.ends_with("’s") || word.ends_with("'s"));
    !has_owner && words.iter().any(|word| SPEAKERS.contains(&word.as_str()))
}

/// Whether nothing tells for whom an unnamed source speaks: “the company”, “a spokesman”.
fn names_nobody(desk: &Desk<'_>, source: &Source) -> bool {
    source.mentions.iter().all(|span| names(desk.text, *span).is_empty())
}

/// The beginnings of the names in a piece of text.
fn names(text: &str, span: Span) -> Vec<String> {
    let sentence = Sentence::of(text, span);
    (0..sentence.words.len())
        .filter(|at| {
            sentence.is_capital(*at)
                && !matches!(
                    sentence.lower(*at),
                    "the" | "a" | "an" | "mr" | "mrs" | "ms" | "its" | "he" | "she" | "they" | "it"
                )
        })
        .map(|at| sentence.lower(at).trim_end_matches("’s").trim_end_matches("'s").chars().take(LETTERS).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn an_accused_who_is_not_heard_is_found() {
        fires(
            &RULE,
            "The union’s chairman, Ole Lund, accused ⟦Norvane Steel⟧ of hiding two accidents at the mill. He said that a third worker had been hurt.",
        );
        fires(
            &RULE,
            "Ole Lund, who lost the vote, said he would appeal, blaming ⟦Ada Venn⟧ for the delay in the count.",
        );
    }

    #[test]
    fn wrongs_and_attacks_without_a_name_accuse_too() {
        fires(
            &RULE,
            "A clerk at the court, Ole Lund, said that ⟦Ada Venn⟧ had forged two wills. He said that he had seen both.",
        );
        fires(
            &RULE,
            "A fitter who asked not to be named said that the manager, ⟦Douglas Brand⟧, had torn two pages out of the book.",
        );
        fires(
            &RULE,
            "The coach met the board on Monday.\n\n“⟦Orla Finch⟧ is a bully and a liar, and she knows it,” said a source close to \
             the board. Trainer Orla Finch has been there for nine years.",
        );
    }

    #[test]
    fn another_ones_silence_is_none_of_a_persons() {
        fires(
            &RULE,
            "Inspector Ole Lund said that the jeweller ⟦Casper Venn⟧ had planned the raid on his own shop. A second man was held on \
             Monday. Lee Gorley’s lawyer declined to comment.",
        );
    }

    #[test]
    fn who_answers_was_asked_or_has_no_name_is_not() {
        let accused = "The union’s chairman, Ole Lund, accused Norvane Steel of hiding two accidents at the mill.";
        is_silent(
            &RULE,
            &[
                &format!("{accused} Norvane Steel said that there had been none."),
                &format!("{accused} Norvane did not respond to questions."),
                &format!("{accused} The company said that there had been none."),
                &format!("{accused} A spokeswoman for the mill’s owner denied it."),
                &format!("{accused} Norvane’s director, Ada Venn, said that there had been none."),
                "A clerk, Ole Lund, said that Ada Venn had forged two wills. Venn’s lawyer said that she had not.",
                "A clerk, Ole Lund, said that Ada Venn had forged two wills. A lawyer, Jo Parr, said that both were in order.",
                "A clerk, Ole Lund, said that Ada Venn had forged two wills. A jury found her guilty in May.",
                "A clerk, Ole Lund, said that Ada Venn had never forged a will.",
                "A clerk, Ole Lund, said that Ada Venn had planned the attack on the hill for a film.\n\nVenn laughed. “It is a good \
                 film,” she said.",
                "The union’s chairman, Ole Lund, accused the owners of hiding two accidents at the mill.",
                "Two men were accused of theft on Monday, the police said.",
            ],
        );
    }
}
