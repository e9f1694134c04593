//! An unnamed source attacks or praises a person by name.
//!
//! ## What it does
//!
//! Finds words on a person's character or gifts (“a bully”, “out of her depth”, “cannot be trusted”, “a genius”) that an unnamed source
//! says of somebody whom the article names.
//!
//! ## Why it matters
//!
//! Who is called a coward in print may know by whom. Praise from behind a curtain is as cheap: most often it is an aide's.
//!
//! ## Authority
//!
//! New York Times, “Policy on Confidential Sources”, and NPR, “Ethics Handbook”: no personal or partisan attack from behind
//! anonymity. Reuters, “Handbook of Journalism”: who attacks goes on the record.
//!
//! ## Example
//!
//! ```text
//! “Chairman Harlan Voss is a bully,” said a source close to the board.
//! ```
//!
//! ## Better
//!
//! ```text
//! “Chairman Harlan Voss shouted at three of us on the Monday,” said a source close to the board.
//! ```
//!
//! ## When not to use
//!
//! Where what the person is like is the matter of public interest itself and the desk has cleared it: then let the finding stand
//! with that reason.

use std::ops::Range;

use sayso_reading::Attribution;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::people::People;
use super::unnamed::{around, denies, is_own, without_a_name};
use crate::words::{lower, phrase_at, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO005",
    name: "anonymous-attack",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("attack.rs"),
    check,
};

/// What is said of a person who is attacked.
const ATTACKS: &[&str] = &[
    "liar",
    "bully",
    "coward",
    "fraud",
    "crook",
    "thief",
    "idiot",
    "fool",
    "clown",
    "narcissist",
    "monster",
    "tyrant",
    "snake",
    "menace",
    "disgrace",
    "disaster",
    "joke",
    "nightmare",
    "embarrassment",
    "liability",
    "lightweight",
    "control freak",
    "incompetent",
    "useless",
    "hopeless",
    "clueless",
    "arrogant",
    "lazy",
    "unfit",
    "unhinged",
    "unstable",
    "dishonest",
    "vindictive",
    "toxic",
    "stupid",
    "ignorant",
    "paranoid",
    "erratic",
    "reckless",
    "petty",
    "cruel",
    "delusional",
    "pathetic",
    "out of his depth",
    "out of her depth",
    "not up to the job",
    "losing it",
    "losing the plot",
    "hypocrite",
    "charlatan",
    "traitor",
    "weakling",
    "egomaniac",
    "egotist",
    "megalomaniac",
    "tormentor",
    "buffoon",
    "puppet",
    "crony",
    "dictator",
    "sociopath",
    "psychopath",
    "misogynist",
    "racist",
    "waste of space",
    "laughing stock",
    "loose cannon",
    "lost cause",
    "spent force",
    "vain",
    "spineless",
    "gutless",
    "cowardly",
    "two - faced",
    "thin - skinned",
    "power - mad",
    "ruthless",
    "nasty",
    "spiteful",
    "greedy",
    "selfish",
    "devious",
    "corrupt",
    "untrustworthy",
    "unreliable",
    "impossible to work with",
    "childish",
    "naive",
    "rude",
    "abusive",
    "overrated",
    "all talk",
    "not fit to",
    "spoilt child",
    "spoiled child",
    "spoilt brat",
    "spoiled brat",
    "brat",
    "chancer",
    "amateur",
    "dinosaur",
    "has - been",
    "cheat",
    "cheater",
    "conman",
    "con man",
    "con artist",
    "crybaby",
    "pushover",
    "doormat",
    "hothead",
    "fantasist",
    "opportunist",
    "careerist",
    "dilettante",
    "ditherer",
    "schemer",
    "backstabber",
    "turncoat",
    "quitter",
    "loser",
    "moron",
    "imbecile",
    "dunce",
    "twit",
    "phoney",
    "phony",
    "impostor",
    "imposter",
    "parasite",
    "leech",
    "freeloader",
    "vulture",
    "rat",
    "weasel",
    "brute",
    "thug",
    "gangster",
    "predator",
    "creep",
    "zealot",
    "fanatic",
    "ideologue",
    "stooge",
    "yes - man",
    "lapdog",
    "poodle",
    "windbag",
    "show - off",
    "weak",
    "feeble",
    "clumsy",
    "sloppy",
    "careless",
    "inept",
    "hapless",
    "out of touch",
    "washed up",
    "past it",
    "manipulative",
    "evasive",
    "slippery",
    "shifty",
    "cunning",
    "volatile",
    "abrasive",
    "aloof",
    "pompous",
    "conceited",
    "smug",
    "callous",
    "heartless",
    "petulant",
    "immature",
    "pig - headed",
    "ungrateful",
    "disloyal",
    "shameless",
    "crooked",
    "insane",
    "crazy",
    "deranged",
    "unbalanced",
    "insufferable",
    "unbearable",
    "a pain",
    "dead weight",
    "dead wood",
    "a passenger",
    "bungler",
    "failure",
    "novice",
    "figurehead",
    "nonentity",
    "mediocrity",
    "relic",
    "despot",
    "autocrat",
    "micromanager",
    "shallow",
    "humourless",
    "humorless",
    "charmless",
    "graceless",
    "tactless",
    "disorganised",
    "disorganized",
    "chaotic",
    "indecisive",
    "timid",
    "self - serving",
    "self - obsessed",
    "self - important",
    "hot - headed",
    "hot - tempered",
    "foul - mouthed",
    "short - tempered",
    "work - shy",
    "tyrannical",
    "bone idle",
    "dictatorial",
    "overbearing",
    "domineering",
    "sexist",
    "boor",
    "boorish",
    "prima donna",
    "a man with no",
    "a woman with no",
    "a man without",
    "a woman without",
];
/// What is said that somebody does or cannot do, of whom the words stand behind.
const DEEDS: &[&str] = &[
    "lies about",
    "lies to",
    "lies all",
    "can’t be trusted",
    "can't be trusted",
    "cannot be trusted",
    "has no idea",
    "has no clue",
    "hasn’t a clue",
    "hasn't a clue",
    "doesn’t have a clue",
    "doesn't have a clue",
    "has lost it",
    "has lost the plot",
    "couldn’t run a",
    "couldn't run a",
    "couldn’t organise a",
    "couldn't organise a",
    "only cares about",
    "cares only about",
    "hides behind",
    "should never have been",
    "never listens",
    "doesn’t listen",
    "doesn't listen",
    "does not listen",
    "doesn’t care",
    "doesn't care",
    "does not care",
    "couldn’t lead",
    "couldn't lead",
    "could not lead",
    "cannot lead",
    "can’t lead",
    "can't lead",
    "cannot run",
    "could not run a",
    "treats people like",
    "treats staff like",
    "treats everyone like",
    "thinks he is god",
    "thinks she is god",
    "bullies",
    "belittles",
    "humiliates",
];
/// What is said of a person who is praised.
const PRAISE: &[&str] = &[
    "brilliant",
    "genius",
    "hero",
    "saint",
    "visionary",
    "outstanding",
    "exceptional",
    "superb",
    "terrific",
    "fantastic",
    "wonderful",
    "magnificent",
    "a class act",
    "a natural leader",
    "a born leader",
    "a giant of",
    "inspirational",
    "a legend",
    "the best boss",
];
/// What makes of somebody the first or last of his kind, whatever noun follows: words, and whether they praise.
const SUPERLATIVES: &[(&str, bool)] = &[
    ("the worst", false),
    ("the weakest", false),
    ("the laziest", false),
    ("the stupidest", false),
    ("the most dishonest", false),
    ("the most incompetent", false),
    ("the most arrogant", false),
    ("the best leader", true),
    ("the best coach", true),
    ("the best boss", true),
    ("the best minister", true),
    ("the finest", true),
    ("the greatest", true),
];
/// Cues that say what somebody is by themselves: “called Brand ‘a clown’”.
const CALLS: &[&str] = &[
    "called",
    "calls",
    "calling",
    "described",
    "describes",
    "describing",
    "branded",
    "brands",
    "labelled",
    "labeled",
    "labels",
    "dubbed",
    "dismissed",
    "dismisses",
    "portrayed",
    "depicted",
    "characterised",
    "characterized",
    "likened",
    "compared",
    "nicknamed",
    "mocked",
    "derided",
    "denounced",
    "summed",
    "regarded",
    "regards",
    "rated",
];
/// Verbs that say what somebody is.
const BE: &[&str] = &["is", "was", "isn't", "isn’t", "be", "been", "being", "as", "a"];
/// Words that may stand between what somebody is and the verb.
const REACH: usize = 7;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let unnamed = without_a_name(desk);
    if unnamed.is_empty() {
        return;
    }
    let people = People::of(desk);
    for source in unnamed {
        for attribution in source.in_body(desk) {
            let Some(attack) = attack(desk, &people, attribution) else { continue };
            let (called, name) = (source.called(desk), short(desk.text, attack.person));
            let does = match (attack.praises, source.be(desk)) {
                (true, "are") => "praise",
                (true, _) => "praises",
                (false, "are") => "attack",
                (false, _) => "attacks",
            };
            found
                .add(
                    attack.word,
                    format!("“{called}” {does} {name} without a name: “{}”", short(desk.text, attack.word)),
                    "Report what the person did, or have it said on the record",
                )
                .related(attribution.source.first().copied().unwrap_or(source.words), "who says so")
                .related(attack.person, "of whom");
        }
    }
}

/// Words on a person.
pub(in crate::rules) struct Attack {
    /// What is said.
    pub word: Span,
    /// The name of whom it is said.
    pub person: Span,
    /// Whether it is praise.
    pub praises: bool,
}

/// What an attribution says of what a named person is like.
pub(in crate::rules) fn attack(desk: &Desk<'_>, people: &People<'_>, attribution: &Attribution) -> Option<Attack> {
    if denies(desk, attribution) {
        return None;
    }
    attribution.content.iter().find_map(|piece| {
        let content = Sentence::of(desk.text, *piece);
        (0..content.words.len()).find_map(|at| {
            // “In vain”.
            if at > 0 && content.lower(at - 1) == "in" {
                return None;
            }
            let word = |phrases: &[&str]| phrases.iter().find_map(|phrase| phrase_at(&content.lower, at, phrase));
            let deed = || Some((word(DEEDS)?, false, true));
            let praise = || Some((word(PRAISE)?, true, false));
            let gift = || word(ATTACKS).map(|found| (found, false, false)).or_else(praise);
            let told = deed().or_else(gift).or_else(|| superlative(&content, at));
            let (found, praises, is_deed) = told.or_else(|| Some((lack(&content, at)?, false, true)))?;
            let is_first = is_deed && content.lower(at) != "the";
            let subject = if is_first { subject_before(&content, at) } else { subject(&content, at) };
            let subject =
                subject.or_else(|| called(desk, attribution, content.span(&found)).map(|(subject, _)| subject))?;
            let word = content.span(&found);
            // “A disaster for the club” is said of no person's gifts, nor is “a reckless plan”.
            let is_of_a_thing = matches!(content.lower(found.end), "for" | "that" | "to" | "in" | "waiting" | "of")
                || starts_noun(&content, found.end);
            if (is_of_a_thing && !is_deed) || !is_own(desk, attribution, word) {
                return None;
            }
            let person = person(desk, people, attribution, &subject)?;
            Some(Attack { word, person, praises })
        })
    })
}

/// What somebody is said not to have or not to do, which says what he is like: “has no plan”, “never listens”, “could not lead”.
fn lack(content: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    const GIFTS: &[&str] = &[
        "plan",
        "plans",
        "idea",
        "ideas",
        "clue",
        "vision",
        "feel",
        "feeling",
        "respect",
        "shame",
        "backbone",
        "spine",
        "authority",
        "judgement",
        "judgment",
        "sense",
        "grasp",
        "understanding",
        "patience",
        "manners",
        "principles",
        "convictions",
        "empathy",
        "courage",
        "conscience",
        "honour",
        "honor",
        "integrity",
        "talent",
        "charm",
        "tact",
        "decency",
        "loyalty",
        "credibility",
        "imagination",
        "gravitas",
        "scruples",
        "morals",
        "compassion",
        "guts",
    ];
    const FAILS: &[&str] = &[
        "listen",
        "listens",
        "listened",
        "understand",
        "understands",
        "understood",
        "learn",
        "learns",
        "learned",
        "learnt",
        "care",
        "cares",
        "cared",
        "lead",
        "delegate",
        "delegates",
        "apologise",
        "apologises",
        "apologize",
        "apologizes",
        "cope",
        "grasp",
        "grasps",
        "grasped",
        "thank",
        "thanks",
        "thanked",
        "respect",
        "respects",
    ];
    const NOT: &[&str] = &[
        "never",
        "doesn’t",
        "doesn't",
        "didn’t",
        "didn't",
        "can’t",
        "can't",
        "cannot",
        "couldn’t",
        "couldn't",
        "wouldn’t",
        "wouldn't",
        "won’t",
        "won't",
    ];
    let word = content.lower(at);
    if matches!(word, "has" | "had" | "shows" | "showed") {
        let none = match content.lower(at + 1) {
            "no" | "little" | "zero" => at + 2,
            "lost" if content.phrase(at + 2, "the dressing room").is_some() => return Some(at..at + 5),
            "lost" if content.phrase(at + 2, "the locker room").is_some() => return Some(at..at + 5),
            "lost" if content.phrase(at + 2, "touch with").is_some() => return Some(at..at + 4),
            _ => return None,
        };
        let noun = (none..none + 3).find(|at| GIFTS.contains(&content.lower(*at)))?;
        // “Has no plan to resign”, “no plans for the pier”: what he means to do.
        let is_intent =
            content.lower(noun).starts_with("plan") && matches!(content.lower(noun + 1), "to" | "for" | "yet");
        return (!is_intent).then_some(at..noun + 1);
    }
    let verb = match word {
        word if NOT.contains(&word) => at + 1,
        "does" | "did" | "could" | "can" | "will" | "would" if content.lower(at + 1) == "not" => at + 2,
        _ => return None,
    };
    FAILS.contains(&content.lower(verb)).then_some(at..verb + 1)
}

/// “The worst coach”, and whether it praises; it needs no look at the noun behind, so it counts as a deed.
fn superlative(content: &Sentence<'_>, at: usize) -> Option<(Range<usize>, bool, bool)> {
    SUPERLATIVES.iter().find_map(|(words, praises)| Some((phrase_at(&content.lower, at, words)?, *praises, true)))
}

/// Whom an attribution says to be something, by a cue that does so by itself, and what it calls him: “called Brand ‘a clown’”,
/// “described her as out of her depth”; where the words given are of what it calls him.
pub(super) fn called(desk: &Desk<'_>, attribution: &Attribution, words: Span) -> Option<(Subject, Span)> {
    let cue = attribution.cue.first()?;
    let is_call = lower(desk.text, *cue).iter().any(|word| CALLS.contains(&word.as_str()));
    let line = desk.sentence_at(cue.start)?.sentence.whole;
    if !is_call || words.start <= cue.end || !line.contains(words) {
        return None;
    }
    let behind = Sentence::of(desk.text, Span::new(cue.end, line.end));
    let (subject, mut at) = match behind.lower(0) {
        "him" | "her" => (Subject::Pronoun(behind.words[0].start), 1),
        // “Called the chairman ‘a coward’”: the last whom the article named.
        "the" if is_boss(behind.lower(1)) && is_mark(behind.lower(2)) => (Subject::Pronoun(behind.words[0].start), 2),
        _ => {
            let name = named_first(&behind)?;
            (Subject::Name(behind.span(&name)), name.end)
        }
    };
    while matches!(behind.lower(at), "up" | "as" | "to" | "with" | "being" | "simply" | "just" | ",") {
        at += 1;
    }
    let first = behind.words.get(at)?.start;
    // The words belong to what he is called: no clause begins between.
    let between = Sentence::of(desk.text, Span::new(first.min(words.start), words.start));
    let is_near = !between.lower.iter().any(|word| matches!(word.as_str(), "." | ";" | "but" | "that"));
    (is_near && between.words.len() <= REACH).then(|| (subject, Span::new(first, line.end)))
}

/// Whether a noun stands for a person of whom the article has told.
fn is_boss(word: &str) -> bool {
    const BOSSES: &[&str] = &[
        "chairman",
        "chairwoman",
        "mayor",
        "minister",
        "coach",
        "manager",
        "director",
        "president",
        "premier",
        "boss",
        "captain",
        "governor",
        "headteacher",
        "principal",
        "leader",
        "treasurer",
        "chancellor",
        "bishop",
        "owner",
    ];
    BOSSES.contains(&word)
}

/// Whether what somebody is called begins.
fn is_mark(word: &str) -> bool {
    matches!(word, "as" | "“" | "\"" | "‘" | "'" | "a")
}

/// The name before what somebody is called: “Brand”, “the port's chairman, Otto Brand,” before “as a bully”; not the plan of “Brand's plan”.
fn named_first(behind: &Sentence<'_>) -> Option<Range<usize>> {
    const MOST: usize = 12;
    let is_stop =
        |at: &usize| matches!(behind.lower(*at), "as" | "“" | "\"" | "‘" | "'" | "." | ";" | ":" | "who" | "for");
    let stop = (0..behind.words.len().min(MOST)).find(is_stop).unwrap_or(behind.words.len().min(MOST));
    let first = (0..stop).take_while(|at| behind.is_capital(*at)).count();
    let is_owner =
        |end: usize| end > 0 && matches!(behind.word(end - 1), word if word.ends_with("’s") || word.ends_with("'s"));
    if first > 0 && !is_owner(first) {
        return Some(0..first);
    }
    let end = (0..stop).rev().find(|at| behind.is_capital(*at))? + 1;
    // Nothing but a comma stands between the name and what he is called.
    let is_close = stop == end || (stop == end + 1 && behind.lower(end) == ",");
    let start = (0..end).rev().take_while(|at| behind.is_capital(*at)).last()?;
    (is_close && !is_owner(end) && end - start > 1).then_some(start..end)
}

/// The name of whom something is said, where the article has it.
pub(super) fn person(
    desk: &Desk<'_>,
    people: &People<'_>,
    attribution: &Attribution,
    subject: &Subject,
) -> Option<Span> {
    match *subject {
        Subject::Name(span) => people.is_name(span.of(desk.text)).then_some(span),
        Subject::Pronoun(at) => {
            // In the pronoun's sentence or the two before.
            let from = desk.sentences.get(around(desk, at, 2, 0).start).map_or(at, |line| line.sentence.whole.start);
            people.before(at, from, &attribution.source)
        }
    }
}

/// Whether a noun follows an adjective: then the noun is judged.
fn starts_noun(content: &Sentence<'_>, at: usize) -> bool {
    let next = content.lower(at);
    let is_word = next.chars().all(char::is_alphabetic) && !next.is_empty();
    is_word
        && !matches!(
            next,
            "and" | "but" | "or" | "with" | "at" | "on" | "who" | "when" | "as" | "enough" | "man" | "woman" | "person"
        )
        && !matches!(
            next,
            "leader"
                | "boss"
                | "about"
                | "in"
                | "he"
                | "she"
                | "politician"
                | "if"
                | "because"
                | "now"
                | "these"
                | "by"
        )
}

pub(super) enum Subject {
    Name(Span),
    Pronoun(usize),
}

/// Of whom the word at a place is said: “Voss is a bully”, “he’s a bully”.
pub(super) fn subject(content: &Sentence<'_>, at: usize) -> Option<Subject> {
    for before in (at.saturating_sub(REACH)..at).rev() {
        // “Was ‘a bully’”: the mark stands between the verb and what somebody is.
        let is_mark = matches!(content.lower(before), "“" | "\"" | "‘" | "'");
        if is_mark && before > 0 && BE.contains(&content.lower(before - 1)) {
            continue;
        }
        match content.lower(before) {
            "he’s" | "she’s" | "he's" | "she's" => return Some(Subject::Pronoun(content.words[before].start)),
            "not" | "never" | "no" | "if" | "." | ";" | "," | "“" | "”" | "\"" => return None,
            word if BE.contains(&word) && word != "a" => {
                return subject_before(content, before);
            }
            _ => {}
        }
    }
    None
}

/// Who stands before a verb, and words that help it.
pub(super) fn subject_before(content: &Sentence<'_>, verb: usize) -> Option<Subject> {
    let mut subject = verb.checked_sub(1)?;
    while matches!(
        content.lower(subject),
        "has" | "had" | "can" | "could" | "must" | "would" | "to" | "simply" | "just"
    ) {
        subject = subject.checked_sub(1)?;
    }
    if matches!(content.lower(subject), "he" | "she") {
        return Some(Subject::Pronoun(content.words[subject].start));
    }
    let first = (0..=subject).rev().take_while(|at| content.is_capital(*at)).last()?;
    Some(Subject::Name(content.span(&(first..subject + 1))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn who_has_no_name_attacks_though_no_terms_say_so() {
        fires(
            &RULE,
            "One clerk described the port’s chairman, Otto Brand, as a ⟦bully⟧. The board will meet on Friday.",
        );
        fires(
            &RULE,
            "Coach Stig Halden lost again. A member of the board called Halden “⟦the worst⟧ appointment in years”.",
        );
        fires(&RULE, "Coach Stig Halden lost again. A trustee said Halden ⟦had lost the dressing room⟧ in May.");
        fires(&RULE, "The chairman, Otto Brand, left. A source close to the board said Brand ⟦never listens⟧.");
        fires(&RULE, "The chairman, Otto Brand, left. A source close to the board said Brand ⟦has no vision⟧.");
        is_silent(
            &RULE,
            &[
                "Coach Stig Halden lost again. The treasurer, Ida Roe, called Halden “the worst coach in years”.",
                "Coach Stig Halden lost again. A former player, Jon Vesk, said Halden was a bully.",
                "The chairman, Otto Brand, left. A source close to the board said Brand has no plans to return.",
            ],
        );
    }

    #[test]
    fn words_on_a_person_are_found() {
        fires(
            &RULE,
            "The chairman, Harlan Voss, met the staff on Monday.\n\n“He’s a ⟦coward⟧ and they all know it,” said a source close to \
             the board.",
        );
        fires(&RULE, "A senior official who asked not to be named said Mayor Orla Finch was ⟦incompetent⟧.");
        fires(
            &RULE,
            "A spokesman, Dale Orton, declined to comment. “Dale is ⟦clueless⟧ about television,” a source close to the campaign \
             said. His agent, Luis Cano, could not be reached. Cano is a ⟦liar⟧, according to one insider.",
        );
        fires(&RULE, "“Coach Tate Brannock is a ⟦genius⟧,” an insider said.");
    }

    #[test]
    fn what_somebody_cannot_do_and_other_words_on_a_person_are_found() {
        fires(
            &RULE,
            "The owner, Tate Brannock, met the players.\n\n“Brannock ⟦can’t be trusted⟧ with a kit bag,” said a source close to the \
             board.",
        );
        fires(&RULE, "Surveyor Orla Finch left in May. “Orla Finch is ⟦vain⟧ and slow to learn,” one minister said.");
        fires(&RULE, "Gaffer Dunstan Pike spoke first. An insider said Pike was a ⟦hypocrite⟧ and had been for years.");
    }

    #[test]
    fn deeds_things_and_named_critics_are_none() {
        is_silent(
            &RULE,
            &[
                "The chairman, Harlan Voss, met the staff. “He shouted at three of us,” said a source close to the board.",
                "“Harlan Voss is a bully,” said the mayor, Orla Finch.",
                "“The plan is a disaster,” said a source close to the board.",
                "A source close to the board said the mayor, Orla Finch, had told them that Harlan Voss was a bully.",
                "“Harlan Voss is not a bully,” said a source close to the board.",
                "A source close to the board said Harlan Voss was a reckless plan’s last friend.",
                "The chairman, Harlan Voss, left. A source close to the board said Voss was looking in vain for a buyer.",
                "The chairman, Harlan Voss, left. A source close to the board said the numbers can’t be trusted.",
                "The supplier Halden Foods is late. A source close to the board said Halden was unreliable.",
            ],
        );
    }
}
