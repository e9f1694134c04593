//! An unnamed source is described by rank, region or trade alone: nothing says how it can know.
//!
//! ## What it does
//!
//! Finds unnamed sources of whom the article tells no more than “senior”, “top”, “well-placed”, “Western”, “in the capital” and the
//! like: no office, no agency, no side, and not how they come to know. (A noun without any such word, or one that is only called
//! “unnamed”, is `ANO001`.) Finds, too, people of a trade far from power (a baker, a driver, a man who sells flowers) whose names
//! are kept back and who tell what a general, a minister or a board did behind doors, where the article does not say that they saw
//! or heard it. A bare “source” that gave a reason for hiding, and “a woman, who fears for her job”, are told of no more than that:
//! they are found unless what they say is of their own lives; so are “a second person” and, on terms, “a member of her party”, who
//! is one of thousands.
//!
//! ## Why it matters
//!
//! A high rank is no knowledge. What makes an unnamed source worth printing is that he read the letter, sat in the room or took
//! the decision.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: the source is in a position to have accurate information. New York Times, “Policy on
//! Confidential Sources”: tell what knowledge it speaks from. NPR, “Ethics Handbook”, on how a source knows. Reuters, “Handbook of
//! Journalism”, on position and motive.
//!
//! ## Example
//!
//! ```text
//! The two armies will meet in May, a senior official said.
//! ```
//!
//! ## Better
//!
//! ```text
//! The two armies will meet in May, a senior official who has read the invitation said.
//! ```
//!
//! ## When not to use
//!
//! Where any closer word would give the source away: then let the finding stand with that reason.

use std::collections::HashSet;

use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::bare_source::BARE;
use super::unnamed::{KNOWING, Unnamed, around, is_pronoun, noun, unnamed};
use crate::words::{lower, phrase, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO003",
    name: "no-way-of-knowing",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("no_way_of_knowing.rs"),
    check,
};

/// Nouns that say by themselves nothing of what somebody can know.
const NOUNS: &[&str] = &[
    "source",
    "sources",
    "official",
    "officials",
    "insider",
    "insiders",
    "figure",
    "figures",
    "aide",
    "aides",
    "diplomat",
    "diplomats",
    "executive",
    "executives",
    "person",
    "people",
    "adviser",
    "advisers",
];
/// Words that tell of a rank, a region or of nothing.
const VAGUE: &[&str] = &[
    "senior",
    "top",
    "high",
    "ranking",
    "level",
    "well",
    "placed",
    "connected",
    "informed",
    "very",
    "trusted",
    "reliable",
    "credible",
    "knowledgeable",
    "key",
    "influential",
    "leading",
    "prominent",
    "western",
    "eastern",
    "foreign",
    "regional",
    "european",
    "asian",
    "african",
    "arab",
    "gulf",
    "local",
    "unnamed",
    "anonymous",
    "unidentified",
    "veteran",
    "longtime",
    "former",
    "diplomatic",
    "political",
    "industry",
    "-",
];
/// Those of them that tell of nothing. A noun with no other word is found by `ANO001`, where that knows it.
const NAMELESS: &[&str] = &["unnamed", "anonymous", "unidentified"];
/// Fields that say as little of “a security source”; of an official they name an office.
const FIELDS: &[&str] = &["security", "banking", "market", "business"];
/// Places that say no more than a region does: “a diplomat in the capital”.
const PLACES: &[&str] = &["in the capital", "in the region", "in the area", "in the country", "in the city"];
/// What somebody does whose work brings him no nearer to power than the reader.
const TRADES: &[&str] = &[
    "baker",
    "barber",
    "barman",
    "bartender",
    "builder",
    "butcher",
    "carpenter",
    "cleaner",
    "cobbler",
    "cook",
    "dentist",
    "driver",
    "electrician",
    "farmer",
    "fisherman",
    "fishmonger",
    "florist",
    "gardener",
    "greengrocer",
    "grocer",
    "hairdresser",
    "hawker",
    "joiner",
    "locksmith",
    "merchant",
    "milkman",
    "miller",
    "painter",
    "pedlar",
    "pensioner",
    "plumber",
    "porter",
    "postman",
    "receptionist",
    "roofer",
    "shoemaker",
    "shopkeeper",
    "stallholder",
    "tailor",
    "tiler",
    "trader",
    "vendor",
    "waiter",
    "waitress",
];
/// Who is told of by what he does: “a woman who sells flowers outside the ministry”.
const SOMEBODY: &[&str] = &["man", "woman", "person", "somebody", "someone"];
const DOES: &[&str] = &[
    "who sells",
    "who runs a",
    "who keeps a",
    "who supplies",
    "who delivers",
    "who drives a",
    "who bakes",
    "who cuts",
    "who repairs",
    "who rents",
    "who cleans",
];
/// Who acts behind doors.
const POWERS: &[&str] = &[
    "president",
    "minister",
    "premier",
    "chancellor",
    "general",
    "generals",
    "gen",
    "admiral",
    "colonel",
    "commander",
    "commanders",
    "superiors",
    "governor",
    "cabinet",
    "executive",
    "chairman",
    "chairwoman",
    "directors",
    "king",
    "queen",
    "prince",
    "bishop",
    "archbishop",
    "ambassador",
];
/// What says that they were there after all, or whom they have it from.
const THERE: &[&str] = &[
    "saw",
    "seen",
    "heard",
    "overheard",
    "watched",
    "witnessed",
    "showed",
    "shows",
    "present",
    "served",
    "recording",
    "himself",
    "herself",
    "whose",
    "eyewitness",
    "was told",
    "had been told",
    "told him",
    "told her",
];
/// What may stand before them.
const BEFORE: &[&str] =
    &["a", "an", "the", "one", "two", "three", "four", "several", "some", "another", "other", "multiple", "many"];
/// What says, near the source, how it can know.
const WAYS: &[&str] = &[
    "who attended",
    "who was",
    "who were",
    "who had",
    "who has",
    "who have",
    "who saw",
    "who read",
    "who took",
    "who worked",
    "who works",
    "who reviewed",
    "present at",
    "took part",
    "in the room",
    "at the meeting",
    "had seen",
    "has seen",
    "have seen",
    "had read",
    "has read",
    "seen by",
    "saw the",
    "work with",
    "worked with",
    "works with",
    "responsible for",
    "direct knowledge",
    "first - hand",
    "part of the",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for (line, next) in desk.body().zip(desk.body().skip(1).map(Some).chain([None])) {
        // The next sentence may tell it of the person.
        let tells_next = next.is_some_and(|next| tells_a_way(&next.sentence.lower));
        if let Some(words) = nobody(desk, &line.sentence).filter(|_| !tells_next) {
            found.add(
                words,
                format!(
                    "Of “{}” nothing is told but that the name is kept back: how can the source know?",
                    short(desk.text, words)
                ),
                "Say the office or the side, and how the source knows: read it, was there, decides it",
            );
        }
    }
    let unnamed = unnamed(desk);
    if unnamed.is_empty() {
        return;
    }
    let powers = powers(desk);
    let ways: Vec<bool> = desk.sentences.iter().map(|line| tells_a_way(&line.sentence.lower)).collect();
    for source in unnamed.iter().filter(|unnamed| !unnamed.is_member) {
        let tells_how = |mention: &Span| ways[around(desk, mention.start, 0, 1)].contains(&true);
        if let Some(power) = tells_of_power(desk, source, &powers) {
            let (called, power_is) = (source.called(desk), short(desk.text, power));
            found
                .add(
                    source.words,
                    format!("“{called}” is not placed to know what “{power_is}” did: how does the source know?"),
                    "Say how the source knows it (saw it, was told by whom), or leave it out",
                )
                .related(power, "who acts behind doors");
        } else if is_mere_member(desk, source) && !source.source.mentions.iter().any(tells_how) {
            found.add(
                source.words,
                format!("“{}” is one of many: nothing says how the source can know", source.called(desk)),
                "Say what the source does there, and how the source knows: read it, was there, decides it",
            );
        } else if is_vague(desk, source) && !source.source.mentions.iter().any(tells_how) {
            found.add(
                source.words,
                format!("“{}” tells a rank or a region, not how the source can know", source.called(desk)),
                "Say the office or the side, and how the source knows: read it, was there, decides it",
            );
        }
    }
}

/// “A person who asked for anonymity because the talks are private said”: somebody of whom nothing is told but that he hides, and why.
fn nobody(desk: &Desk<'_>, sentence: &Sentence<'_>) -> Option<Span> {
    const PERSONS: &[&str] = &["person", "people", "individual", "individuals", "someone", "somebody", "man", "woman"];
    const BEHIND: &[&str] = &["who", ",", "speaking", "asking", "granted", "on"];
    const HIDES: &[&str] = &["anonym", "named", "identified", "name", "unnamed"];
    // What tells of a post or a rule that he is under.
    const PLACED: &[&str] = &[
        "authori",
        "permitted",
        "allowed",
        "employ",
        "staff",
        "colleague",
        "barred",
        "forbid",
        "rules",
        "works",
        "worked",
        "works",
        "boss",
        "superior",
        "source",
        "resident",
        "lawyer",
        "party",
        "member",
        "client",
        "meeting",
        "witness",
        "neighbo",
        "victim",
        "family",
        "relative",
        "friend",
        "visa",
        "home",
        "house",
    ];
    const SAYS: &[&str] = &["said", "says", "told", "added"];
    let at = (0..sentence.words.len()).find(|at| {
        let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
        let is_one = matches!(before, "a" | "an" | "one" | "two" | "three" | "another" | "second" | "third" | "fourth")
            || sentence.lower(*at).starts_with("some");
        PERSONS.contains(&sentence.lower(*at)) && is_one && BEHIND.contains(&sentence.lower(at + 1))
    })?;
    let begins = |with: &[&str]| {
        let is_thing = |word: &str| word.starts_with("workshop") || word.starts_with("housing") || word == "parties";
        let begins = |word: &String| with.iter().any(|with| word.starts_with(with)) && !is_thing(word);
        sentence.lower.iter().any(begins)
    };
    let hides = sentence.lower[at..].iter().any(|word| HIDES.iter().any(|hides| word.starts_with(hides)));
    let says = sentence.lower[at..].iter().any(|word| SAYS.contains(&word.as_str()))
        || sentence.lower(at.saturating_sub(2)) == "said";
    let is_ordinal = matches!(sentence.lower(at.saturating_sub(1)), "second" | "third" | "fourth");
    let start =
        if sentence.lower(at).starts_with("some") { at } else { at.saturating_sub(1 + usize::from(is_ordinal)) };
    let words = sentence.span(&(start..at + 1));
    // What is told of him stands before the verb: “the alarm in the room” is none of it.
    let is_said = |word: &String| SAYS.contains(&word.as_str());
    let until = sentence.lower[at..].iter().rposition(is_said).map_or(sentence.lower.len(), |says| at + says);
    let told = &sentence.lower[..until];
    // A “workshop” in what he says is none of his.
    let is_placed = begins(PLACED) || tells_a_way(told) || phrase(told, THERE).is_some();
    (hides && says && !is_placed && !tells_of_itself(sentence, start, at) && !desk.is_quoted(words)).then_some(words)
}

/// Whether what somebody says is of his own life, which he knows: “a man who asked not to be named said he had waited a year”.
fn tells_of_itself(sentence: &Sentence<'_>, start: usize, at: usize) -> bool {
    const OWN: &[&str] =
        &["i", "my", "me", "we", "our", "us", "he", "she", "his", "her", "they", "their", "him", "them"];
    let is_says = |word: &String| matches!(word.as_str(), "said" | "says" | "told" | "added");
    let own = |words: &[String]| words.iter().any(|word| OWN.contains(&word.as_str()));
    match sentence.lower[at..].iter().rposition(is_says) {
        Some(says) => own(&sentence.lower[at + says..]),
        None => own(&sentence.lower[..start]),
    }
}

/// “A member of her party”, “a party member”, who keeps the name back: one of thousands.
fn is_mere_member(desk: &Desk<'_>, unnamed: &Unnamed<'_>) -> bool {
    const MANY: &[&str] = &["party", "union", "association", "movement", "congregation", "church", "club"];
    let is_mere = |mention: &Span| {
        let words = lower(desk.text, *mention);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["a" | "one", "member", "of", rest @ ..] => {
                rest.len() <= 3 && rest.last().is_some_and(|w| MANY.contains(w))
            }
            ["a" | "one" | "the", many, "member"] | [many, "member"] => MANY.contains(many),
            _ => false,
        }
    };
    let is_new =
        |mention: &Span| is_mere(mention) && lower(desk.text, *mention).first().is_none_or(|word| word != "the");
    let all = |mention: &Span| {
        is_mere(mention) || is_pronoun(&lower(desk.text, *mention)) || lower(desk.text, *mention) == ["the", "member"]
    };
    let source = unnamed.source;
    source.terms.is_some()
        && source.justification.is_none()
        && source.mentions.iter().any(is_new)
        && source.mentions.iter().all(all)
}

/// Beginnings of words of a reason that speaks of a source’s work.
const WORK: &[&str] = &[
    "sack",
    "fire",
    "job",
    "employ",
    "authori",
    "staff",
    "permit",
    "allow",
    "colleague",
    "boss",
    "superior",
    "dismiss",
];
/// Whether a rank or a region is all that the article tells of a source.
fn is_vague(desk: &Desk<'_>, unnamed: &Unnamed<'_>) -> bool {
    let source = unnamed.source;
    // “Who asked not to be named” says nothing of what somebody knows.
    if source.justification.is_some_and(|why| !source.terms.is_some_and(|terms| why.contains(terms.span))) {
        return false;
    }
    // “A source, who asked not to be named because the offer is secret”: the reason says nothing of it either.
    // unless it speaks of his work.
    let speaks_of_work =
        |reason: Span| lower(desk.text, reason).iter().any(|word| WORK.iter().any(|work| word.starts_with(work)));
    let reason = source.terms.and_then(|stated| stated.reason);
    let has_reason = reason.is_some_and(|reason| !speaks_of_work(reason));
    let mut is_ranked = false;
    for mention in &source.mentions {
        let words = noun(desk.text, *mention);
        if is_pronoun(&words) {
            continue;
        }
        let Some((head, before)) = words.split_last() else { return false };
        let is_source = matches!(head.as_str(), "source" | "sources" | "insider" | "insiders");
        let is_rank = |word: &&String| VAGUE.contains(&word.as_str()) || (is_source && FIELDS.contains(&word.as_str()));
        let is_vague = |word: &String| is_rank(&word) || BEFORE.contains(&word.as_str());
        let place = says_place(desk, *mention, words.len());
        let is_more = !place && says_more(desk, *mention, words.len());
        if !NOUNS.contains(&head.as_str()) || !before.iter().all(is_vague) || is_more {
            return false;
        }
        let is_bare = BARE.contains(&head.as_str());
        let tells = |word: &&String| *word != "-" && (!is_bare || !NAMELESS.contains(&word.as_str()));
        // Where it first speaks: the words that the finding points at.
        let is_here = mention.overlaps(unnamed.words);
        is_ranked |= is_here && (place || before.iter().filter(is_rank).any(|word| tells(&word)));
        is_ranked |= is_here && has_reason && is_source;
    }
    is_ranked
}

/// Who acts behind doors in what somebody tells who is far from power: the words for it.
fn tells_of_power(desk: &Desk<'_>, unnamed: &Unnamed<'_>, powers: &HashSet<&str>) -> Option<Span> {
    let source = unnamed.source;
    let is_far =
        source.terms.is_some() && !unnamed.is_several(desk) && source.mentions.iter().any(|m| is_far(desk, *m));
    // What the source tells of itself may show that it was there.
    let is_there = |mention: &Span| {
        let lines = &desk.sentences[around(desk, mention.start, 0, 2)];
        lines.iter().any(|line| phrase(&line.sentence.lower, THERE).is_some())
    };
    if !is_far || source.mentions.iter().any(is_there) {
        return None;
    }
    unnamed.in_body(desk).flat_map(|a| &a.content).find_map(|piece| {
        let content = Sentence::of(desk.text, *piece);
        let has_power = |at: &usize| POWERS.contains(&content.lower(*at)) || powers.contains(content.word(*at));
        (0..content.words.len()).find(has_power).map(|at| content.words[at])
    })
}

/// The last names of those who hold an office in which one acts behind doors.
fn powers<'r>(desk: &Desk<'r>) -> HashSet<&'r str> {
    let holds = |title: &Span| lower(desk.text, *title).iter().any(|word| POWERS.contains(&word.as_str()));
    let holders = desk.reading.sources.iter().filter(|source| source.titles.iter().any(holds));
    holders.filter_map(|source| source.name?.of(desk.text).rsplit(' ').next()).collect()
}

/// Whether a source's words tell of a trade that is far from power.
fn is_far(desk: &Desk<'_>, mention: Span) -> bool {
    let words = noun(desk.text, mention);
    let Some(head) = words.last() else { return false };
    let all = lower(desk.text, mention);
    TRADES.contains(&head.as_str()) || (SOMEBODY.contains(&head.as_str()) && phrase(&all, DOES).is_some())
}

/// Whether all that words behind the noun tell is a region.
fn says_place(desk: &Desk<'_>, mention: Span, noun: usize) -> bool {
    let words = lower(desk.text, mention);
    let behind = words.get(noun..).unwrap_or_default();
    PLACES.iter().any(|place| behind.iter().map(String::as_str).eq(place.split(' ')))
}

/// Whether words behind the noun tell more of the source: “a senior official *at the ministry*”.
fn says_more(desk: &Desk<'_>, mention: Span, noun: usize) -> bool {
    const MORE: &[&str] = &[
        "of", "at", "in", "from", "with", "for", "familiar", "close", "briefed", "involved", "inside", "within",
        "near", "to", "there",
    ];
    let words = lower(desk.text, mention);
    let next = words.get(noun).cloned().unwrap_or_else(|| {
        let behind = desk.text[mention.end..].trim_start_matches([',', ' ']);
        behind.chars().take_while(|c| c.is_alphabetic()).collect()
    });
    MORE.contains(&next.as_str())
}

/// Whether a sentence says how somebody can know.
fn tells_a_way(words: &[String]) -> bool {
    phrase(words, KNOWING).is_some() || phrase(words, WAYS).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_second_person_and_one_of_thousands_know_nothing_by_that() {
        fires(
            &RULE,
            "⟦A second person⟧, who asked not to be named for fear of losing trade with the port, said that four of the cranes were false.",
        );
        fires(
            &RULE,
            "The mayor, Otto Brand, will not stand again, ⟦a member of his party⟧ said on condition of anonymity so as not to get ahead of \
             him.",
        );
        is_silent(
            &RULE,
            &[
                "The mayor, Otto Brand, will not stand again, said a member of his party’s board, who spoke on condition of anonymity \
                 because its talks are secret.",
            ],
        );
    }

    #[test]
    fn somebody_who_only_hides_is_found_unless_he_tells_of_himself() {
        fires(
            &RULE,
            "⟦A man⟧, who asked not to be named for fear of losing his job, said the safe had stood open for a week.",
        );
        is_silent(
            &RULE,
            &["A man, who asked not to be named for fear of losing his job, said he had been paid nothing for a week."],
        );
    }

    #[test]
    fn a_rank_alone_is_found() {
        fires(&RULE, "The talks have failed, ⟦a well-placed source⟧ said on Friday. The source expected no others.");
        fires(&RULE, "The talks have failed, ⟦an unnamed senior official⟧ said on Friday.");
        fires(&RULE, "The talks have failed, ⟦an unnamed diplomat⟧ said on Friday.");
        fires(&RULE, "⟦A diplomat in the capital⟧ said on Monday that the envoys had met twice.");
        fires(&RULE, "⟦Two senior officials⟧ said on Monday that the envoys had met twice.");
    }

    #[test]
    fn who_is_far_from_power_is_found() {
        fires(
            &RULE,
            "The admiral fell out with the minister over the price of coal, said ⟦a barber in Brenn⟧, who asked not to be named \
             for fear of arrest. The ministry did not answer.",
        );
    }

    #[test]
    fn who_was_there_or_tells_of_his_own_is_none() {
        is_silent(
            &RULE,
            &[
                "The admiral struck the minister, said a barber in Brenn, who asked not to be named for fear of arrest. He said he \
                 had seen it from his shop.",
                "Bread has doubled in price, said a baker in Brenn, who asked not to be named for fear of arrest.",
                "The president has done nothing for bakers, said a baker in Brenn.",
                "The admiral fell out with the minister, said the barber of both men, Abel Roe.",
            ],
        );
    }

    #[test]
    fn an_office_a_side_or_a_seat_is_enough() {
        is_silent(
            &RULE,
            &[
                "A senior official at the ports ministry said the harbour would be sold.",
                "A senior official familiar with the sale said the harbour would be sold.",
                "A senior official, who was in the room, said the harbour would be sold.",
                "A senior official said the harbour would be sold. The official had read the contract.",
                "A senior ports ministry official said the harbour would be sold.",
                "A veteran angler said the harbour would be sold.",
                "A senior adviser to the board said the harbour would be sold.",
                "Officials said the harbour would be sold.",
                // ANO001 finds it.
                "The harbour will be sold, an unnamed official said on Friday.",
                "The harbour will be sold, anonymous sources said on Friday.",
            ],
        );
    }
}
