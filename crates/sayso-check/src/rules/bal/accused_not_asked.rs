//! Somebody is accused by name and neither answers nor is shown to have been asked.
//!
//! ## What it does
//!
//! Finds people and bodies with a name whom the article says somebody accused or blames, if nothing in the article is attributed
//! to them or to somebody who speaks for them, nobody denies anything, and no sentence says that they declined to comment or
//! could not be reached.
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

use sayso_reading::{Source, Stance};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

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
/// Nouns for whoever speaks for somebody, or for a body after its first mention.
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
    "office",
    "campaign",
    "officials",
    "authorities",
    "union",
    "bank",
    "team",
    "defence",
    "defense",
    "family",
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
    "aides",
    "counsel",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let answers = |a: &sayso_reading::Attribution| {
        a.stance
            .is_some_and(|stated| matches!(stated.stance, Stance::Denies | Stance::Rejects | Stance::RefusesToComment))
    };
    if desk.reading.attributions.iter().any(answers) {
        return;
    }
    let mut heard: Option<Heard> = None;
    let mut told: BTreeSet<String> = BTreeSet::new();
    for line in desk.body() {
        for accused in accused_in(&line.sentence) {
            let heard = heard.get_or_insert_with(|| Heard::of(desk));
            if heard.anybody_for_others || heard.has(desk, accused) || desk.is_quoted(accused) {
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
    /// Whether somebody speaks for a body or a person without their names beside it.
    anybody_for_others: bool,
}

/// As many letters of a name tell it: “Norvane”, “Norvanian”.
const LETTERS: usize = 5;

impl Heard {
    fn of(desk: &Desk<'_>) -> Self {
        let mut words = BTreeSet::new();
        let mut anybody_for_others = false;
        let mut learn = |span: Span| words.extend(names(desk.text, span));
        let speaks = |source: &Source| {
            source.name.is_none()
                && source.mentions.iter().take(8).any(|span| {
                    crate::words::lower(desk.text, *span).iter().any(|word| SPEAKERS.contains(&word.as_str()))
                })
        };
        for source in &desk.reading.sources {
            let own = source.mentions.iter().take(8).chain(&source.name).chain(&source.aliases);
            own.chain(&source.affiliations).chain(&source.titles).for_each(|span| learn(*span));
            anybody_for_others |= speaks(source) && names_nobody(desk, source);
        }
        for unanswered in &desk.reading.unanswered {
            learn(unanswered.who);
            anybody_for_others |= names(desk.text, unanswered.who).is_empty();
        }
        Self { words, anybody_for_others }
    }

    fn has(&self, desk: &Desk<'_>, accused: Span) -> bool {
        names(desk.text, accused).iter().any(|word| self.words.contains(word))
    }
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
        .map(|at| sentence.lower(at).chars().take(LETTERS).collect())
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
                "The union’s chairman, Ole Lund, accused the owners of hiding two accidents at the mill.",
                "Two men were accused of theft on Monday, the police said.",
            ],
        );
    }
}
