//! An unnamed source is quoted for an opinion or a guess.
//!
//! ## What it does
//!
//! Finds statements of unnamed sources that judge (“a shambles”), guess (“probably”, “I suspect”) or are told as a judgement
//! (“argued”, “predicted”, “doubts”).
//!
//! ## Why it matters
//!
//! Anonymity is for facts that can be had in no other way and that can be checked. An opinion can be had from somebody who stands
//! for it, and nobody can check one without knowing whose it is.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: anonymous material is information and not opinion or speculation. Reuters, “Handbook of
//! Journalism”, keeps unnamed sources to facts.
//!
//! ## Example
//!
//! ```text
//! “The rollout was a shambles,” said an official at the ports ministry who asked not to be named.
//! ```
//!
//! ## Better
//!
//! ```text
//! “The first three ships found no berth,” said an official at the ports ministry who asked not to be named.
//! ```
//!
//! ## When not to use
//!
//! For reports from places where people may not speak their mind, in which opinion is the news.

use sayso_reading::Attribution;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::attack::{attack, called, person, subject, subject_before};
use super::people::People;
use super::unnamed::{denies_words, is_own, own_words, without_a_name};
use crate::words::{phrase, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO004",
    name: "anonymous-opinion",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("opinion.rs"),
    check,
};

/// Cues of an opinion or a guess. “Believe” is not among them: officials are said to believe what they have found out.
const CUES: &[&str] = &[
    "argued",
    "argues",
    "argue",
    "predicted",
    "predicts",
    "predict",
    "speculated",
    "speculates",
    "speculate",
    "suspects",
    "suspected",
    "suspect",
    "guessed",
    "guesses",
    "reckons",
    "reckoned",
    "doubts",
    "doubted",
    "mused",
    "lamented",
    "laments",
    "scoffed",
    "sneered",
    "opined",
    "thinks",
    "thought",
    "think",
    "grumbled",
    "griped",
    "mocked",
    "derided",
    "criticised",
    "criticized",
    "criticises",
    "criticizes",
    "condemned",
    "slammed",
    "blasted",
    "lambasted",
    "ridiculed",
    "praised",
    "hailed",
    "lauded",
    "bemoaned",
    "deplored",
];
/// Cues of more than one word.
const VIEWS: &[&str] =
    &["in the view of", "in the opinion of", "in the eyes of", "in the judgment of", "in the judgement of"];
/// Words that judge.
const JUDGEMENTS: &[&str] = &[
    "shambles",
    "shambolic",
    "farce",
    "farcical",
    "joke",
    "laughable",
    "ridiculous",
    "absurd",
    "outrageous",
    "disgraceful",
    "shameful",
    "pathetic",
    "embarrassing",
    "embarrassment",
    "disastrous",
    "a disaster",
    "catastrophic",
    "a mess",
    "a total mess",
    "a complete mess",
    "insane",
    "crazy",
    "stupid",
    "idiotic",
    "terrible",
    "awful",
    "horrible",
    "appalling",
    "dreadful",
    "amateurish",
    "amateur hour",
    "incompetent",
    "incompetence",
    "toxic",
    "a circus",
    "fantastic",
    "brilliant",
    "brilliantly",
    "wonderful",
    "a masterstroke",
    "a nightmare",
    "unforgivable",
    "delusional",
    "pointless",
    "a waste of",
    "a witch hunt",
    "fiasco",
    "a big mistake",
    "a huge mistake",
    "a betrayal",
    "a scandal",
    "a car crash",
    "a stunt",
    "a stitch - up",
    "a sham",
    "a charade",
    "a bad joke",
    "a triumph",
    "a laughing stock",
    "lunacy",
    "madness",
    "nonsense",
    "ludicrous",
    "preposterous",
    "hopeless",
    "useless",
    "hypocrisy",
    "hypocritical",
    "unacceptable",
    "inexcusable",
    "indefensible",
    "irresponsible",
    "heartless",
    "short - sighted",
    "out of touch",
    "out of ideas",
    "the wrong time",
    "the wrong choice",
    "the wrong decision",
    "a bad idea",
    "a terrible idea",
    "a good idea",
    "a great idea",
    "the worst idea",
    "the worst decision",
    "the best decision",
    "silliest",
    "stupidest",
    "dumbest",
    "daftest",
    "craziest",
    "silly",
    "daft",
    "foolish",
    "worse than no",
    "worse than nothing",
    "worse than useless",
    "excellent",
    "superb",
    "a gamble",
    "a con",
    "a rip - off",
    "a whitewash",
    "a flop",
    "a mistake",
    "dead in the water",
    "unfair",
    "unjust",
    "cynical",
    "too little , too late",
    "a bluff",
    "rotten",
    "a house of cards",
    "a time bomb",
    "a ticking bomb",
    "a death sentence",
    "a slap in the face",
    "an insult",
    "insulting",
    "a kick in the teeth",
    "a vanity project",
    "a white elephant",
    "a fantasy",
    "a fig leaf",
    "a smokescreen",
    "a sideshow",
    "a pantomime",
    "window dressing",
    "rubbish",
    "garbage",
    "nuts",
    "bonkers",
    "deluded",
    "clueless",
    "spineless",
    "cowardly",
    "vindictive",
    "petty",
    "mean - spirited",
    "reckless",
    "rudderless",
    "leaderless",
    "a sinking ship",
    "past its best",
    "second - rate",
    "third - rate",
    "a laughing - stock",
    "beyond parody",
    "unworkable",
    "ill - judged",
    "ill - conceived",
    "half - baked",
    "cack - handed",
    "botched",
    "bungled",
    "long overdue",
    "the right decision",
    "the right choice",
    "a masterclass",
    "superbly",
    "flawless",
];
/// Words that lay something on a person.
const BLAMES: &[&str] = &["to blame", "at fault", "the problem"];
/// Words that guess or speak of oneself.
const GUESSES: &[&str] = &[
    "i think",
    "i believe",
    "i suspect",
    "i guess",
    "i doubt",
    "my guess",
    "my sense",
    "my view",
    "my opinion",
    "probably",
    "perhaps",
    "who knows",
    "should resign",
    "should quit",
    "should go",
    "should be ashamed",
    "ought to",
    "has to go",
    "doomed",
    "must resign",
    "must go",
    "needs to go",
    "deserves to",
    "going to lose",
    "going to fail",
    "going to collapse",
    "going to fall apart",
    "in my view",
    "in my opinion",
    "bound to fail",
    "bound to lose",
    "bound to collapse",
    "won’t last",
    "won't last",
    "will not last",
    "has no future",
    "have no future",
    "has no chance",
    "have no chance",
    "no chance of",
    "stands no chance",
    "nobody believes",
    "everyone knows",
    "everybody knows",
    "should be sacked",
    "should be fired",
    "should have been sacked",
    "should have been fired",
    "should step down",
    "must step down",
    "ought to resign",
    "should be ashamed",
    "deserve better",
    "deserves better",
    "will never recover",
    "never going to",
    "i ’d be surprised",
    "i would be surprised",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let unnamed = without_a_name(desk);
    if unnamed.is_empty() {
        return;
    }
    let people = People::of(desk);
    for source in unnamed {
        for attribution in source.in_body(desk) {
            // Judgements on a person by name are `ANO005`.
            if attribution.content.is_empty() || attack(desk, &people, attribution).is_some() {
                continue;
            }
            // A passer-by may think what he likes of the weather: only what is said of a person asks for his name.
            let is_known = !source.is_stranger;
            let told = attribution.cue.iter().find_map(|cue| opinion_cue(desk, *cue));
            let told = told.filter(|cue| is_known && !is_estimate(desk, attribution, *cue));
            let said = || own_words(desk, attribution, JUDGEMENTS).map(|span| (span, "a judgement"));
            let guessed = || own_words(desk, attribution, GUESSES).map(|span| (span, "a guess or advice"));
            let blamed = || blame(desk, &people, attribution).map(|span| (span, "a judgement"));
            let told = told.map(|span| (span, "an opinion"));
            let likened = || characterised(desk, &people, attribution).map(|span| (span, "a judgement"));
            let of_things = || told.or_else(said).or_else(guessed).or_else(blamed);
            let judged = if is_known { of_things().or_else(likened) } else { likened() };
            let Some((span, what)) = judged else { continue };
            // That something “is the wrong one” denies nothing.
            if denies_words(desk, attribution, Some(span)) {
                continue;
            }
            let (called, be) = (source.called(desk), source.be(desk));
            found
                .add(
                    span,
                    format!("“{}” is {what} of “{called}”, who {be} not named", short(desk.text, span)),
                    "Keep unnamed sources to facts, or find somebody who says this on the record",
                )
                .related(attribution.source.first().copied().unwrap_or(source.words), "who says so");
        }
    }
}

/// “Reckoned the repair at nine million pounds”: what can be counted is no opinion.
fn is_estimate(desk: &Desk<'_>, attribution: &Attribution, cue: Span) -> bool {
    const NUMBERS: &[&str] =
        &["million", "billion", "thousand", "hundred", "percent", "dozen", "half", "third", "quarter"];
    let is_it =
        cue.of(desk.text).to_lowercase().starts_with("reckon") || cue.of(desk.text).to_lowercase().starts_with("guess");
    let is_number = |word: &String| NUMBERS.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit());
    is_it && attribution.content.iter().any(|piece| Sentence::of(desk.text, *piece).lower.iter().any(is_number))
}

fn opinion_cue(desk: &Desk<'_>, cue: Span) -> Option<Span> {
    let words = Sentence::of(desk.text, cue);
    let at = words.lower.iter().position(|word| CUES.contains(&word.as_str()));
    at.map(|at| words.words[at]).or_else(|| Some(words.span(&phrase(&words.lower, VIEWS)?)))
}

/// The quoted words that say what a person by name is: “Brand was ‘a man in a hurry’”, “called Brand ‘a child with a whistle’”. That the
/// writer leaves them in quotation marks shows that they are a view, whatever they are.
fn characterised(desk: &Desk<'_>, people: &People<'_>, attribution: &Attribution) -> Option<Span> {
    let quoted = attribution.content.iter().find_map(|piece| {
        let content = Sentence::of(desk.text, *piece);
        (0..content.words.len().saturating_sub(1)).find_map(|at| {
            let words = predicate(desk, &content, at)?;
            let is_verb = |at: &usize| matches!(content.lower(*at), "is" | "was" | "be" | "been");
            let verb = at.checked_sub(1).filter(is_verb);
            let subject = match verb {
                Some(verb) => subject_before(&content, verb),
                None => called(desk, attribution, content.words[at]).map(|(subject, _)| subject),
            }?;
            person(desk, people, attribution, &subject)?;
            is_own(desk, attribution, words).then_some(words)
        })
    });
    quoted.or_else(|| drawn(desk, people, attribution))
}

/// What makes of words on somebody words against him.
const AGAINST: &[&str] = &[
    "no",
    "not",
    "never",
    "without",
    "cannot",
    "can’t",
    "can't",
    "couldn’t",
    "couldn't",
    "would",
    "only",
    "little",
    "nothing",
    "nobody",
    "any",
    "always",
    "doesn’t",
    "doesn't",
    "didn’t",
    "didn't",
    "too",
];

/// The words by which “described Brand as a man who …” draws somebody by name.
fn drawn(desk: &Desk<'_>, people: &People<'_>, attribution: &Attribution) -> Option<Span> {
    const SOMEBODY: &[&str] = &[
        "man",
        "woman",
        "person",
        "leader",
        "boss",
        "manager",
        "coach",
        "minister",
        "chief",
        "politician",
        "figure",
        "captain",
        "director",
        "chairman",
        "teacher",
        "doctor",
        "officer",
        "colleague",
    ];
    attribution.content.iter().find_map(|piece| {
        let content = Sentence::of(desk.text, *piece);
        let at = (0..content.words.len()).find(|at| {
            let is_who = matches!(content.lower(at + 1), "who" | "with" | "without");
            SOMEBODY.contains(&content.lower(*at)) && is_who
        })?;
        let from = (at.saturating_sub(3)..at).find(|at| matches!(content.lower(*at), "a" | "an" | "the"))?;
        let (subject, _) = called(desk, attribution, content.words[from])?;
        person(desk, people, attribution, &subject)?;
        let end = (at..content.words.len()).find(|at| matches!(content.lower(*at), "," | "." | ";"));
        let end = end.unwrap_or(content.words.len());
        // “A quiet man who kept to himself” is a neighbour's word for anybody.
        if !(at..end).any(|at| AGAINST.contains(&content.lower(at))) {
            return None;
        }
        let words = content.span(&(from..end));
        is_own(desk, attribution, words).then_some(words)
    })
}

/// The words in quotation marks that open at a word and say what somebody is: “a …”, “not …”, “like …”.
fn predicate(desk: &Desk<'_>, content: &Sentence<'_>, at: usize) -> Option<Span> {
    // What is seen and not judged.
    const SEEN: &[&str] = &["suspect", "friend", "witness", "man", "woman", "hostage", "target", "member", "person"];
    let quotation = desk.quotes.at(content.words[at + 1].start)?;
    let opens = matches!(content.lower(at), "“" | "\"" | "‘" | "'") && content.words[at].start == quotation.span.start;
    let begins = matches!(
        content.lower(at + 1),
        "a" | "an"
            | "not"
            | "no"
            | "too"
            | "like"
            | "all"
            | "more"
            | "less"
            | "out"
            | "the"
            | "one"
            | "someone"
            | "somebody"
            | "nothing"
            | "everything"
            | "completely"
            | "totally"
            | "utterly"
            | "hopelessly"
            | "simply"
    );
    let end = (at + 1..content.words.len()).find(|at| content.words[*at].end >= quotation.span.end);
    let end = end.unwrap_or(content.words.len());
    // “Not getting into it” tells what somebody does.
    let is_doing = content.lower(at + 1) == "not" && content.lower(at + 2).ends_with("ing");
    let is_seen = is_doing || end == at + 3 && SEEN.contains(&content.lower(at + 2));
    (opens && begins && !is_seen && end > at + 1).then(|| content.span(&(at + 1..end)))
}

/// Words that lay something on a person by name: “Brand was to blame”. What a pilot's error is to blame for may be a finding.
fn blame(desk: &Desk<'_>, people: &People<'_>, attribution: &Attribution) -> Option<Span> {
    let span = own_words(desk, attribution, BLAMES)?;
    let piece = attribution.content.iter().find(|piece| piece.contains(span))?;
    let content = Sentence::of(desk.text, *piece);
    let at = content.words.iter().position(|word| word.start == span.start)?;
    person(desk, people, attribution, &subject(&content, at)?)?;
    Some(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn words_that_draw_a_person_are_found_whoever_says_them() {
        fires(&RULE, "Coach Stig Halden lost again. A trustee called Halden “⟦the last man I would send for milk⟧”.");
        is_silent(
            &RULE,
            &[
                "Coach Stig Halden lost again. The treasurer, Ida Roe, called Halden “the last man I would send for milk”.",
                "A senior official reckoned the repair at nine million crowns, asking not to be named because talks go on.",
            ],
        );
    }

    #[test]
    fn a_judgement_a_guess_or_a_cue_of_opinion_is_found() {
        fires(&RULE, "“The whole sale is a ⟦farce⟧,” a source close to the talks said.");
        fires(&RULE, "A person familiar with the talks ⟦predicted⟧ that the bid would fail by Easter.");
        fires(&RULE, "“They will ⟦probably⟧ be back in May,” said a diplomat who asked not to be named.");
    }

    #[test]
    fn a_view_blame_and_what_somebody_thinks_are_found() {
        fires(&RULE, "The bridge comes at ⟦the wrong time⟧, according to a person close to the cabinet.");
        fires(&RULE, "The chairman, Otto Brand, left in May. A senior official said that Brand was ⟦to blame⟧.");
        fires(&RULE, "One trader, who did not want to be named, ⟦thought⟧ the whole market would be gone by Easter.");
        fires(&RULE, "“It was a ⟦fiasco⟧ from start to end,” one councillor said.");
    }

    #[test]
    fn facts_and_the_opinions_of_others_are_none() {
        is_silent(
            &RULE,
            &[
                "A source close to the talks said the bid had failed.",
                "The mayor, Orla Finch, said the sale was a farce.",
                "A source close to the talks said the mayor, Orla Finch, had called the sale “a farce”.",
                "Two officials briefed on the inquiry said investigators believe the axle had been broken for 200 miles.",
                "Two officials briefed on the inquiry said a broken axle was to blame.",
                "A person familiar with the talks said the chairman, Otto Brand, wants to sell.",
                "“It is a shambles,” a shopper outside the market said.",
                "A person familiar with the talks denied that the bid was a joke of the chairman’s.",
            ],
        );
    }
}
