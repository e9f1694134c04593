//! “Many believe”, “some say”, “it is widely thought”.
//!
//! ## What it does
//!
//! Finds beliefs and opinions that the writer gives to “many”, “some”, “most people”, “many in the village” or, in the passive, to
//! everybody: “it is widely believed”, “it is seen by many as”, “the consensus is that”. One of the many who is named right after
//! them is enough. What “everyone” agrees must change in general (“that something must be done”) is left out: nobody disputes it.
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

use super::voices::{is_new, is_one_of_them_in};
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
    "many now",
    "some even",
    "some still",
    "many still",
    "some now",
    "a number of people",
    "many locals",
    "many residents",
    "many voters",
    "many parents",
    "many fans",
    "many here",
    "plenty",
    "insiders and outsiders alike",
];
/// Of whom nothing is said but that they are not many: “few doubt”.
const FEW: &[&str] = &["few", "few people", "nobody", "no one", "hardly anyone", "hardly anybody"];
/// What they then do not do.
const FEW_DO: &[&str] = &["doubt", "doubts", "believe", "believes", "dispute"];
/// Phrases for a belief of everybody's, before “that”, “is” or a comma.
const NOBODYS: &[&str] = &[
    "everyone knows",
    "everybody knows",
    "as everyone knows",
    "as everybody knows",
    "as is well known",
    "it is common knowledge",
    "it is no secret",
    "conventional wisdom holds",
    "the conventional wisdom is",
    "received wisdom has it",
    "the consensus is",
    "the general consensus is",
    "the general view is",
    "the general feeling is",
    "the widespread view is",
    "the prevailing view is",
    "the feeling is",
    "the perception is",
    "rumour has it",
    "rumor has it",
    "legend has it",
    "word has it",
    "the word is",
    "word on the street is",
    "the talk is",
    "it goes without saying",
    "it is often said",
    "it has long been said",
    "it has often been said",
];
/// “There is a widespread belief that”.
const SPREAD: &[&str] = &["widespread", "common", "general", "growing", "broad", "popular", "prevailing"];
const BELIEF: &[&str] =
    &["belief", "feeling", "view", "perception", "fear", "suspicion", "sense", "consensus", "agreement", "assumption"];
/// Participles before “by many”.
const BY_MANY: &[&str] = &[
    "seen",
    "regarded",
    "considered",
    "viewed",
    "believed",
    "thought",
    "said",
    "felt",
    "held",
    "credited",
    "blamed",
    "tipped",
    "feared",
    "suspected",
];
/// What leads from “many” to the place or the body that they are of.
const WITHIN: &[&str] = &["in", "on", "at", "around", "across", "within", "inside", "outside"];
/// Words of the longest place.
const MOST: usize = 6;
/// Sentences after it in which one of them may be named.
const NEXT: usize = 2;
/// What they do, in the present: in the past it is told of people whom the reporter heard (“some said they would stay”).
const DO: &[&str] = &[
    "say",
    "believe",
    "think",
    "argue",
    "feel",
    "fear",
    "claim",
    "contend",
    "suspect",
    "agree",
    "says",
    "believes",
    "thinks",
    "knows",
    "agrees",
    "worry",
    "suggest",
    "wonder",
    "complain",
    "insist",
    "speculate",
    "maintain",
    "see",
    "argued",
    "suggested",
    "said",
    "claimed",
    "questioned",
    "wondered",
    "speculated",
    "complained",
];
/// What stands beside the verb: with “have” it may be in the past.
const BESIDES: &[&str] = &["have", "would", "now", "still", "also", "might", "may", "even", "already", "long"];
/// Verbs in the past, right only after “have”.
const PAST: &[&str] = &["argued", "suggested", "said", "claimed", "questioned", "wondered", "speculated", "complained"];
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
        let sentence = &line.sentence;
        for words in widely(sentence, options).chain(nobodys(sentence)).chain(by_many(sentence)) {
            if desk.is_writers(words) && !desk.quotes.inside(words.start) && !is_in_a_mouth(desk, line, words) {
                tell(desk, words, found);
            }
        }
    }
}

/// Whether a sentence is somebody's, though what he says was read to begin behind the words: “It goes without saying that I am sorry,
/// she said.”
fn is_in_a_mouth(desk: &Desk<'_>, line: &Line<'_>, words: Span) -> bool {
    const SPEAKS: &[&str] = &["i", "we", "our", "my", "us", "me", "i’m", "i'm", "we’re", "we're", "you", "your"];
    let speaks = line.sentence.lower.iter().any(|word| SPEAKS.contains(&word.as_str()));
    let is_behind = |a: &&Attribution| {
        let at = link(a).start;
        // A pair of the words' own (“the feeling is that …”) is no one's.
        a.source_id.is_some()
            && at >= words.end
            && line.sentence.whole.contains(link(a))
            && a.content.iter().any(|c| c.start <= words.end + 6 && c.end < at)
    };
    speaks || desk.touching(line.sentence.whole).any(|a| is_behind(&a))
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
    let is_past = does.iter().any(|word| PAST.contains(&word.as_str())) != does.iter().any(|word| word == "have");
    let verbs: Vec<&str> = does.iter().map(String::as_str).filter(|word| !BESIDES.contains(word)).collect();
    let is_few = FEW.contains(&who.as_str()) && verbs.iter().all(|word| FEW_DO.contains(word));
    let is_many = (MANY.contains(&who.as_str()) || is_crowd) && verbs.iter().all(|word| DO.contains(word));
    let is_many = (is_many || is_few) && verbs.len() == 1 && !is_past;
    if !is_many || !is_beside || is_of_themselves(&line.sentence, cue) || is_common_ground(&line.sentence, cue, &who) {
        return None;
    }
    // “Some in the party want him to go. Ida Roe and Otto Brand, two of its members, wrote to him.”
    if (is_crowd || who == "some") && is_one_of_them_in(desk, desk.around(cue.start, 0, NEXT), is_new) {
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

/// “Everyone in Osk agrees that something must be done”: nobody disputes it, and what is told is that they agree on no more.
fn is_common_ground(sentence: &Sentence<'_>, cue: Span, who: &str) -> bool {
    let after = sentence.words.partition_point(|word| word.start < cue.end);
    let first = after + usize::from(matches!(sentence.lower(after), "that" | "on" | ","));
    let is_all = who.starts_with("everyone") || who.starts_with("everybody");
    is_all
        && matches!(sentence.lower(first), "something" | "things" | "this")
        && (first + 1..first + 3)
            .any(|at| matches!(sentence.lower(at), "must" | "has" | "have" | "needs" | "need" | "cannot" | "should"))
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

/// “The consensus is that”, “there is a widespread fear that”.
fn nobodys<'s>(sentence: &'s Sentence<'_>) -> impl Iterator<Item = Span> + 's {
    (0..sentence.words.len()).filter_map(move |at| {
        let known = NOBODYS.iter().find_map(|phrase| Some(at..sentence.phrase(at, phrase)?));
        let words = known.or_else(|| {
            let noun = at + 4;
            let is_spread = sentence.phrase(at, "there is a").is_some() && SPREAD.contains(&sentence.lower(at + 3));
            (is_spread && BELIEF.contains(&sentence.lower(noun))).then_some(at..noun + 1)
        })?;
        let leads = matches!(sentence.lower(words.end), "that" | "," | ":" | "the" | "he" | "she" | "it" | "they");
        leads.then(|| sentence.span(&words))
    })
}

/// “Is seen by many as”.
fn by_many<'s>(sentence: &'s Sentence<'_>) -> impl Iterator<Item = Span> + 's {
    (0..sentence.words.len()).filter_map(move |at| {
        let is_many = sentence.lower(at + 1) == "by" && matches!(sentence.lower(at + 2), "many" | "some" | "most");
        let is_bare = matches!(sentence.lower(at + 3), "as" | "to" | "for" | "," | "." | "that" | "");
        (BY_MANY.contains(&sentence.lower(at)) && is_many && is_bare).then(|| sentence.span(&(at..at + 3)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn what_everybody_wants_in_general_is_no_claim() {
        fires(&RULE, "The pier rots. ⟦Everyone in Osk agrees⟧ that the mayor lied about it.");
        is_silent(&RULE, &["The pier rots. Everyone in Osk agrees that something has to be done. There it ends."]);
    }

    #[test]
    fn what_a_source_finds_plain_is_his() {
        is_silent(&RULE, &["It goes without saying that we are sorry, the coach, Ida Roe, said."]);
    }

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
        fires(
            &RULE,
            "The lido will close in May. ⟦The consensus is⟧ that it cannot be saved. Nobody has made an offer.",
        );
        fires(&RULE, "The bridge is old. ⟦There is a growing fear⟧ that it will fall. It was built in 1911.");
        fires(&RULE, "Otto Brand keeps the bridge. He is ⟦seen by many⟧ as the best miller in the valley.");
        fires(&RULE, "⟦Many have argued⟧ that the tram should run by night. It stops at ten.");
        fires(
            &RULE,
            "⟦Some in the town believe⟧ that the mill was burned for its insurance. The mayor, Orla Finch, said it was an accident.",
        );
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
                "The consensus is a rare thing in Harwick. The board was seen by some of its members in May.",
            ],
        );
    }
}
