//! “Many believe”, “some say”, “it is widely thought”.
//!
//! ## What it does
//!
//! Finds beliefs and opinions that the writer gives to “many”, “some”, “most people”, “many in the village” or, in the passive, to
//! everybody: “it is widely believed”. One of the many who is named right after them is enough.
//!
//! ## Why it matters
//!
//! There is no opinion that some don't hold. The words give a statement the look of a source and have none.
//!
//! ## Authority
//!
//! Wikipedia, “Manual of Style: Words to watch”, on unsupported attributions. NPR, “Ethics Handbook”, on precise attribution.
//!
//! ## Example
//!
//! ```text
//! The mayor will stand again in May. Many believe that he has already lost.
//! ```
//!
//! ## Better
//!
//! ```text
//! The mayor will stand again in May. In a Lantern poll of 1,200 voters last week, 31 percent said they would vote for him.
//! ```
//!
//! ## When not to use
//!
//! In opinion pieces and obituaries.

use sayso_article::Part;
use sayso_reading::Attribution;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::voices::{is_named_in, is_new};
use crate::desk::{Line, link};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "VAG004",
    name: "many-believe",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "verbs",
        default: Value::Words(Vec::new()),
        doc: "Participles that the rule looks for after “widely”, such as `expected`, besides those that it knows",
    }],
    source: include_str!("many_believe.rs"),
    check,
};

/// Sources that are everybody and nobody.
const MANY: &[&str] = &[
    "many",
    "some",
    "most",
    "others",
    "many people",
    "some people",
    "most people",
    "a lot of people",
    "lots of people",
    "plenty of people",
    "many others",
    "everyone",
    "everybody",
    "there are those who",
    "there are some who",
    "there are many who",
    "some would",
    "many would",
    "people",
];
/// What leads from “many” to the place or the body that they are of.
const WITHIN: &[&str] = &["in", "on", "at", "around", "across", "within", "inside", "outside"];
/// Words of the longest place.
const MOST: usize = 6;
/// Sentences after it in which one of them may be named.
const NEXT: usize = 2;
/// What they do, in the present: in the past it is told of people whom the reporter heard (“some said they would stay”).
const DO: &[&str] = &[
    "say", "believe", "think", "argue", "feel", "fear", "claim", "contend", "suspect", "agree", "says", "believes",
    "thinks", "knows", "agrees",
];
/// Words that begin what those people say of themselves, whom the text has named before.
const OF_THEMSELVES: &[&str] = &["they", "their", "theirs", "we", "our", "them", "themselves"];

/// “It is widely believed”: the adverbs.
const WIDELY: &[&str] = &["widely", "generally", "commonly", "popularly", "universally", "often", "sometimes"];
/// The participles.
const BELIEVED: &[&str] = &[
    "believed",
    "thought",
    "assumed",
    "accepted",
    "held",
    "agreed",
    "felt",
    "feared",
    "suspected",
    "said",
    "acknowledged",
    "speculated",
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    for a in desk.by_the_writer() {
        if let Some(words) = of_many(desk, a) {
            tell(desk, words, found);
        }
    }
    for line in desk.body() {
        for words in widely(&line.sentence, options) {
            if desk.is_writers(words) && !desk.quotes.inside(words.start) {
                tell(desk, words, found);
            }
        }
    }
}

fn tell(desk: &Desk<'_>, words: Span, found: &mut Found) {
    found.add(
        words,
        format!("“{}” is nobody's word: who does?", crate::words::short(desk.text, words)),
        "Name one who does, give a poll, or leave it out",
    );
}

/// “Many believe”: the source and the cue, where they stand side by side.
fn of_many(desk: &Desk<'_>, a: &Attribution) -> Option<Span> {
    let (source, cue) = (*a.source.first()?, *a.cue.first()?);
    let line: &Line<'_> = desk.sentence_at(link(a).start).filter(|line| line.part == Part::Body)?;
    let who = crate::words::lower(desk.text, source).join(" ");
    let does = crate::words::lower(desk.text, cue);
    let is_beside = source.end < cue.start && Span::new(source.end, cue.start).of(desk.text).trim().is_empty();
    let is_crowd = is_crowd(&who);
    let is_many = (MANY.contains(&who.as_str()) || is_crowd)
        && does.len() == 1
        && does.iter().all(|word| DO.contains(&word.as_str()));
    if !is_many || !is_beside || is_of_themselves(&line.sentence, cue) {
        return None;
    }
    // “Some in the party want him to go. Ida Roe and Otto Brand, two of its members, wrote to him.”
    if (is_crowd || who == "some") && is_named_in(desk, desk.around(cue.start, 0, NEXT), is_new) {
        return None;
    }
    Some(source.cover(cue))
}

/// “Many in the village”, “some on the council”: words in lower case.
fn is_crowd(who: &str) -> bool {
    let within = MANY.iter().filter_map(|many| who.strip_prefix(many)?.strip_prefix(' ')).min_by_key(|rest| rest.len());
    within.is_some_and(|within| {
        let (first, rest) = within.split_once(' ').unwrap_or((within, ""));
        (WITHIN.contains(&first) && (1..=MOST).contains(&rest.split(' ').count()) && !rest.is_empty())
            || matches!(within, "here" | "there" | "locally")
    })
}

/// “Some say they will stay”.
fn is_of_themselves(sentence: &Sentence<'_>, cue: Span) -> bool {
    let after = sentence.words.partition_point(|word| word.start < cue.end);
    let first = after + usize::from(matches!(sentence.lower(after), "that" | ","));
    OF_THEMSELVES.contains(&sentence.lower(first))
}

/// “It is widely believed”, “is widely believed to”.
fn widely<'s>(sentence: &'s Sentence<'_>, options: &'s Options) -> impl Iterator<Item = Span> + 's {
    (1..sentence.words.len()).filter_map(move |at| {
        let believed = sentence.lower(at + 1);
        let is_known = BELIEVED.contains(&believed) || options.words("verbs").iter().any(|verb| verb == believed);
        let is_be = matches!(sentence.lower(at - 1), "is" | "are" | "was" | "were" | "been");
        if !WIDELY.contains(&sentence.lower(at)) || !is_known || !is_be {
            return None;
        }
        let is_it = at > 1 && sentence.lower(at - 2) == "it" || at > 2 && sentence.lower(at - 3) == "it";
        let is_of_all = sentence.lower(at) == "widely" && sentence.lower(at + 2) == "to";
        let from = if is_it && sentence.lower(at - 1) == "been" {
            at - 3
        } else if is_it {
            at - 2
        } else {
            at - 1
        };
        (is_it || is_of_all).then(|| sentence.span(&(from..at + 2)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn what_many_believe_is_found() {
        fires(&RULE, "The mayor will stand again in May. ⟦Many believe⟧ that he has already lost.");
        fires(&RULE, "The bridge is old. ⟦Some say⟧ the council wants it to fall.");
        fires(
            &RULE,
            "The lido will close in May. ⟦Many in the town think⟧ that it should be sold. Nobody has made an offer.",
        );
        fires(&RULE, "The harbour has silted up. ⟦Some at the port fear⟧ that the ferry will not come back.");
        fires(&RULE, "⟦It is widely thought⟧ that the bridge will fall before it is mended.");
        fires(&RULE, "The fire ⟦was widely believed⟧ to be the work of a rival.");
    }

    #[test]
    fn what_somebody_says_is_none() {
        is_silent(
            &RULE,
            &[
                "Residents came back on Monday. Some said they would stay.",
                "Residents came back on Monday. Some say they will stay.",
                "Some believe the mill will be sold for flats. Otto Brand, a miller, said he had seen two builders there.",
                "Some in the choir think that it should go. Ida Roe, who sings alto, told the board so in May.",
                "Many in the town think they will be next.",
                "Many in the town said that the lido should be sold.",
                "Many of the workers believe that the plant will close.",
                "“Many believe that I have lost,” the mayor, Orla Finch, said.",
                "The mayor, Orla Finch, said it was widely believed that the bridge would fall.",
                "The paint is widely used in schools.",
                "Some believers say a prayer at the bridge.",
            ],
        );
    }
}
