//! The article gives two different counts of the same thing and does not say whose each is.
//!
//! ## What it does
//!
//! Finds two counts of dead, injured, missing, displaced or infected people in the body that can't both be right, both in the writer's
//! voice or both from one source, or one from a source and one in the writer's voice, where nothing says that they are of different
//! events, places, groups or times; and a least count (“at least 27”) that a higher one from the same source has overtaken without
//! a word of it. Also finds a number that the text takes as known (“the 3,900 who came over the bridge”) where it
//! had given another, of people, by whatever words for what befell them, or of things (“three carriages”, then “the four overturned
//! carriages”), and two counts of the same deed from one giver: “at least 31 homes were destroyed”, then “the flood, which destroyed 27
//! homes”.
//!
//! ## Why it matters
//!
//! Two counts are news, if each has its source and its time. Without them one is a mistake, most often a number of the last
//! version that nobody took out.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Statement of News Values”: where sources differ, each number stands with its source.
//!
//! ## Example
//!
//! ```text
//! A landslide killed 14 people near Orrel on Friday.
//!
//! Rescuers dug through the night. The road to the coast is closed.
//!
//! The landslide killed 12 people and swept away a bridge.
//! ```
//!
//! ## Better
//!
//! ```text
//! A landslide killed 14 people near Orrel on Friday, police said.
//!
//! Rescuers dug through the night. The road to the coast is closed.
//!
//! The governor, Ana Moreno, said the landslide had killed 12 people and swept away a bridge.
//! ```
//!
//! ## When not to use
//!
//! In round-ups of several events.

use sayso_reading::figures::Bound;
use sayso_reading::{Attribution, Figure};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::again::Named;
use super::{again, counts};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG007",
    name: "two-counts",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: false,
    options: &[],
    source: include_str!("two_counts.rs"),
    check,
};

/// What says that a count is of another event, group or time.
const OTHER: &[&str] = &[
    "another",
    "other",
    "others",
    "more",
    "further",
    "separately",
    "separate",
    "also",
    "earlier",
    "previous",
    "previously",
    "initially",
    "initial",
    "first",
    "later",
    "then",
    "rose",
    "risen",
    "rise",
    "climbed",
    "up",
    "down",
    "from",
    "revised",
    "raised",
    "lowered",
    "among",
    "including",
    "last",
    "ago",
    "since",
    "similar",
    "elsewhere",
    "alone",
    "of",
    "each",
    "every",
    "per",
    "average",
    "total",
    "overall",
    "nationwide",
    "across",
    "second",
    "third",
    "next",
    "had",
    "would",
    "could",
    "may",
    "might",
    "if",
    "who",
    "that",
    "which",
    "different",
    "worst",
    "deadliest",
    "both",
    "now",
    "still",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let named = Named::of(desk);
    let mut known: Vec<(&Figure, Option<&str>, bool)> = Vec::new();
    for figure in desk.reading.figures.iter().filter(|f| counts::is_body(desk, f)) {
        if let Some(other) = named.instead(desk, figure).filter(|_| !desk.quotes.inside(figure.span.start)) {
            tell(desk, figure, other, found);
            continue;
        }
        if !counts::is_toll(figure) {
            continue;
        }
        let Some(line) = desk.sentence_at(figure.span.start) else { continue };
        let sentence = &line.sentence;
        let is_plain = figure.part_of.is_none()
            && figure.who.is_none()
            && figure.value.is_some_and(|value| value >= 3.0)
            && matches!(figure.bound, Bound::Exactly | Bound::AtLeast)
            && !(0..sentence.words.len()).any(|at| {
                let word = sentence.lower(at);
                // "The last of them reached the hospital".
                let is_of_them = word == "last" && sentence.lower(at + 1) == "of";
                (OTHER.contains(&word) && !TENSE.contains(&word) && !is_of_them) || counts::is_year(word)
            });
        let is_strict = !counts::sentence_has(sentence, |word| TENSE.contains(&word));
        if !is_plain || known.len() >= MOST {
            continue;
        }
        let day = day(sentence);
        let earlier = known.iter().find(|(other, other_day, is_other_strict)| {
            counts::measure(other) == counts::measure(figure)
                && (!counts::agree(other, figure) || is_outgrown(desk, other, figure))
                && ((is_strict && *is_other_strict && is_of_one_giver(desk, other, figure))
                    || is_given_once(other, figure)
                    || is_outgrown(desk, other, figure))
                && (day.is_none() || other_day.is_none() || day == *other_day)
                && is_same_place(desk, other, figure)
        });
        if let Some((other, ..)) = earlier {
            tell(desk, figure, other, found);
        } else {
            known.push((figure, day, is_strict));
        }
    }
    let told: Vec<Span> = found.spans().collect();
    for (here, other) in again::of_things(desk).into_iter().chain(again::of_deeds(desk)) {
        if !told.iter().take(MOST).any(|span| span.overlaps(here)) && !desk.quotes.inside(here.start) {
            tell_of(desk, here, other, found);
        }
    }
}

fn tell(desk: &Desk<'_>, figure: &Figure, other: &Figure, found: &mut Found) {
    tell_of(desk, figure.span, other.span, found);
}

fn tell_of(desk: &Desk<'_>, here: Span, other: Span, found: &mut Found) {
    let (one, two) = (crate::words::short(desk.text, other), crate::words::short(desk.text, here));
    found
        .add(
            here,
            format!("“{two}” here, “{one}” before: which, or whose is each?"),
            "Take out the older number, or give each its source and time",
        )
        .related(other, "the other count");
}

/// Words of `OTHER` that reported speech has anyway: “15 people had been hurt, two of them badly”.
const TENSE: &[&str] = &["had", "of", "that", "who", "which", "also", "up", "first", "still", "now", "from"];

/// Whether one of two exact counts of the same order has a giver and the other none.
fn is_given_once(one: &Figure, other: &Figure) -> bool {
    let (Some(here), Some(there)) = (one.value, other.value) else { return false };
    let is_near = here <= there * 2.0 && there <= here * 2.0;
    let is_exact = one.bound == Bound::Exactly && other.bound == Bound::Exactly;
    one.attribution.is_some() != other.attribution.is_some() && is_near && is_exact
}

/// “At least 27 people died”, then “31 had died”, from one giver and with no word of a rise: the older one was left in.
fn is_outgrown(desk: &Desk<'_>, older: &Figure, newer: &Figure) -> bool {
    const IT: &[&str] = &["it", "he", "she", "they"];
    let (Some(least), Some(all)) = (older.value, newer.value) else { return false };
    let giver = |figure: &Figure| {
        let a = desk.reading.attributions.get(figure.attribution?.0 as usize - 1)?;
        a.source.first().map(|source| source.of(desk.text).to_lowercase())
    };
    let by_pronoun = giver(newer).is_some_and(|giver| IT.contains(&giver.as_str()));
    let has_moved = desk.sentence_at(newer.span.start).is_none_or(|line| {
        counts::sentence_has(&line.sentence, |word| LATER.contains(&word) || counts::is_day_or_month(word))
    });
    let sentence = |figure: &Figure| desk.sentence_at(figure.span.start).map(|line| line.sentence.whole);
    older.bound == Bound::AtLeast
        && sentence(older) != sentence(newer)
        && newer.bound == Bound::Exactly
        && all > least
        && all <= least * 2.0
        && !has_moved
        && (by_pronoun || is_of_one_giver(desk, older, newer))
}

/// Words that give the newer of two counts its time.
const LATER: &[&str] = &[
    "later",
    "by",
    "evening",
    "afternoon",
    "night",
    "today",
    "tonight",
    "now",
    "then",
    "toll",
    "rose",
    "risen",
    "climbed",
    "revised",
    "afterwards",
    "hours",
    "subsequently",
    "final",
    "eventually",
    "morning",
];

/// So many counts are compared with each other.
const MOST: usize = 32;

/// Whether one source gives both, or the writer.
fn is_of_one_giver(desk: &Desk<'_>, one: &Figure, other: &Figure) -> bool {
    let attribution = |figure: &Figure| {
        let id = figure.attribution?;
        desk.reading.attributions.get(id.0 as usize - 1)
    };
    match (attribution(one), attribution(other)) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            // "Police" and "police" are one giver too.
            let words = |a: &Attribution| a.source.first().map(|source| source.of(desk.text).to_lowercase());
            (one.source_id.is_some() && one.source_id == other.source_id)
                || (words(one).is_some() && words(one) == words(other))
        }
        _ => false,
    }
}

fn day<'s>(sentence: &'s Sentence<'_>) -> Option<&'s str> {
    sentence.lower.iter().map(String::as_str).find(|word| counts::is_day_or_month(word))
}

fn is_same_place(desk: &Desk<'_>, one: &Figure, other: &Figure) -> bool {
    match (one.place, other.place) {
        (Some(here), Some(there)) => here.of(desk.text).eq_ignore_ascii_case(there.of(desk.text)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn two_counts_of_nobody_are_found() {
        fires(
            &RULE,
            "A landslide killed 14 people near Orrel on Friday.\n\nRescuers dug through the night.\n\nThe landslide killed ⟦12 \
             people⟧ and swept away a bridge.",
        );
        fires(
            &RULE,
            "The fire killed 14 people, police said.\n\nThe shop was closed.\n\nThe blaze killed ⟦17 people⟧, police said.",
        );
        fires(
            &RULE,
            "The coastguard said 21 people had been injured, three of them badly.\n\nThe ferry was towed in.\n\n⟦Twenty-six \
             people⟧ were injured when it struck the mole, and the last of them left the infirmary at ten.",
        );
        fires(
            &RULE,
            "The council said 240 families had taken rooms in the barracks.\n\nRain is forecast.\n\nThe ⟦310 families⟧ in the \
             barracks are fed by the army.",
        );
    }

    #[test]
    fn a_least_count_that_was_left_in_is_found() {
        fires(
            &RULE,
            "At least 11 people were killed when a bus left the road, police said.\n\nRain fell.\n\nPolice said ⟦15 people⟧ had been \
             killed and that the driver survived.",
        );
        is_silent(
            &RULE,
            &[
                "At least 11 people were killed when a bus left the road, police said.\n\nBy evening police said 15 people had been killed.",
                "At least 11 people were killed, the ministry said; the Harwick Courier put the number of dead at 15.",
            ],
        );
    }

    #[test]
    fn two_counts_of_one_deed_are_found() {
        fires(
            &RULE,
            "Nine people were treated for burns, the clinic said.\n\nRain fell.\n\nThe clinic said ⟦twelve people⟧ had been treated for \
             burns and sent home.",
        );
        fires(
            &RULE,
            "At least 40 barns were flattened below the pass.\n\nThe slide, which flattened ⟦33 barns⟧, came at dawn.",
        );
        is_silent(
            &RULE,
            &[
                "Nine people were treated for burns, the clinic said.\n\nThe clinic said twelve people had been treated for cuts.",
                "At least 40 barns were flattened below the pass.\n\nThe slide, which flattened 44 barns, came at dawn.",
                "Nine people were treated for burns, the clinic said.\n\nThe mayor, Ana Lund, said twelve people had been treated for burns.",
                "The slide flattened 40 barns on Monday.\n\nA second slide flattened 33 barns on Friday.",
            ],
        );
    }

    #[test]
    fn a_fate_in_other_words_is_the_same() {
        fires(
            &RULE,
            "About 500 people have been driven from their homes by the flood.\n\nRain fell.\n\nThe ⟦820 evacuees⟧ are fed by the army, \
             Colonel Dag Ferrel said.",
        );
        is_silent(
            &RULE,
            &[
                "About 500 people have been driven from their homes by the flood.\n\nThe 550 evacuees are fed by the army.",
                "About 500 people lost their homes in Tarn.\n\nThe 820 people made homeless in Harwick live in tents, the mayor, Ana Lund, said.",
            ],
        );
    }

    #[test]
    fn another_number_of_known_things_is_found() {
        fires(&RULE, "The storm threw three barges onto the mole.\n\nA tug is to tow off the ⟦four stranded barges⟧.");
        fires(&RULE, "The clinic has closed six rooms.\n\nThe ⟦seven closed rooms⟧ will open on Monday.");
        fires(&RULE, "Eleven people have died in the cold.\n\nA bell will be rung on Monday for the ⟦14 dead⟧.");
        is_silent(
            &RULE,
            &[
                "The storm threw three barges onto the mole.\n\nA tug is to tow off the three stranded barges.",
                "The storm threw nine barges onto the mole.\n\nA tug is to tow off the five smaller barges.",
                "The storm threw nine barges onto the mole.\n\nThe seven barges in the basin were spared.",
                "The storm threw nine barges onto the mole and sank four barges.\n\nThe 13 barges were old.",
            ],
        );
    }

    #[test]
    fn counts_of_two_givers_times_or_events_are_none() {
        is_silent(
            &RULE,
            &[
                "The League holds 76 of the 150 seats. It lost six seats in Orrel.",
                "Donations to the harbour fund came to £610,000. That surpasses the £420,000 that the fund raised before.",
                "Police said the fire killed 14 people. The governor, Ana Moreno, said it killed 12 people.",
                "The fire killed 14 people, police said. Its last fire killed 31 people in 2016, police said.",
                "The council said 240 families had taken rooms in the barracks. The 310 families on the quay are fed by the army.",
                "The council said 240 families had taken rooms in the barracks and 70 families in schools. The 310 families in the \
                 barracks and schools are fed by the army.",
                "The council said 240 families had taken rooms in the barracks. The 240 families in the barracks are fed by the army.",
                "The toll rose from 12 people to 14 people killed, police said.",
                "The fire killed 14 people, police said. Another killed 5 people in Harwick, police said.",
                "The fire on Friday killed 14 people, police said. The flood on Sunday killed 5 people, police said.",
            ],
        );
    }
}
