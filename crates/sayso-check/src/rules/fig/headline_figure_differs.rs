//! The headline's number is not the body's.
//!
//! ## What it does
//!
//! Finds a number in headline or deck for which the body has other numbers of the same measure and unit and none that agrees
//! with it: not rounded, not as a bound, not as a sum or a difference of two that stand together, not in words. Where the
//! headline only counts (“40 villages cut off”), a number of the same things of the same order is enough. A headline that leaves
//! open which of several numbers it is (“nine dead, or thirty”) is right if the body has one of them.
//!
//! ## Why it matters
//!
//! It is what is left when a story is updated and its headline is not. The headline is what is shared.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and BBC, “Editorial Guidelines”: a headline says no more and nothing else than its story.
//!
//! ## Example
//!
//! ```text
//! Landslide near Orrel kills 12, governor says
//!
//! A landslide near Orrel killed 14 people on Friday, the governor, Ana Moreno, said.
//!
//! The road to the coast is closed.
//! ```
//!
//! ## Better
//!
//! ```text
//! Landslide near Orrel kills 14, governor says
//!
//! A landslide near Orrel killed 14 people on Friday, the governor, Ana Moreno, said.
//!
//! The road to the coast is closed.
//! ```
//!
//! ## When not to use
//!
//! On pages whose headline sums up several stories.

use std::collections::HashSet;

use sayso_article::Part;
use sayso_reading::Figure;
use sayso_reading::figures::{Bound, FigureId};
use sayso_reading::overlap::stem;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::{counts, numbers};
use crate::desk::Line;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG003",
    name: "headline-figure-differs",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("headline_figure_differs.rs"),
    check,
};

/// So many figures of one measure are compared.
const MOST: usize = 24;
fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let heads =
        desk.reading.figures.iter().filter(|f| matches!(desk.part_at(f.span.start), Part::Headline | Part::Deck));
    let is_compared =
        |f: &&Figure| f.value.is_some() && f.part_of.is_none() && !is_share(f) && (f.measure.is_some() || is_tally(f));
    few(desk, found);
    let bare = bare(desk);
    let heads: Vec<&Figure> = heads.filter(is_compared).chain(&bare).collect();
    if heads.is_empty() {
        return;
    }
    let body: Vec<&Figure> = desk.reading.figures.iter().filter(|f| counts::is_body(desk, f)).collect();
    let words = numbers(desk);
    let told: Vec<Span> = found.spans().collect();
    for head in heads.into_iter().take(MOST) {
        if told.iter().any(|span| span.overlaps(head.span)) {
            continue;
        }
        let is_same = |f: &&&Figure| {
            let (here, there) = (counts::measure(head), counts::measure(f));
            // "Nine villages cut off" is "seven villages without a road".
            let is_untold = here.is_none() || (is_tally(head) && there.is_none());
            f.unit == head.unit && (here == there || (is_untold && is_near(head, f)))
        };
        let same: Vec<&Figure> = body.iter().filter(is_same).copied().take(MOST).collect();
        let Some(other) = same.iter().find(|f| f.part_of.is_none() && f.value.is_some()) else { continue };
        // What is counted in the same unit by another verb may be an addend: "nine people in Orrel and five in Harwick".
        let addends: Vec<&Figure> = body.iter().filter(|f| f.unit == head.unit).copied().take(MOST).collect();
        let addends = pairs(desk, head, &addends);
        if is_borne_out(head, &same, &addends) || value_is_in(head, &words, &body) || is_open(desk, head, &words) {
            continue;
        }
        let (called, others) = (crate::words::short(desk.text, head.span), crate::words::short(desk.text, other.span));
        found
            .add(
                head.span,
                format!("the headline has “{called}”, the body “{others}”"),
                "Bring the headline up to the body's number, or say in the body where the other one comes from",
            )
            .related(other.span, "the body's number");
    }
}

/// The sentences that open a body are held to be what its headline sums up.
const OPENING: usize = 3;
/// So many words behind a number say what it counts.
const NOUN: usize = 4;

/// Small numbers of things, which bodies often have more of: “to close 7 village schools” over “to close five village schools”. The body
/// never has the headline’s, and opens with another of things called alike.
fn few(desk: &Desk<'_>, found: &mut Found) {
    const LEAST: f64 = 3.0;
    const MOST: f64 = 20.0;
    let heads = desk.sentences.iter().filter(|line| line.part == Part::Headline);
    let body: Vec<&Line<'_>> = desk.body().take(OPENING).collect();
    let mut named: Option<HashSet<String>> = None;
    for sentence in heads.map(|line| &line.sentence) {
        for number in numbers::of(sentence) {
            let span = sentence.span(&number.words);
            let is_few = (LEAST..=MOST).contains(&number.value) && numbers::is_count(sentence, &number);
            let noun = counted(sentence, &number);
            if !is_few || noun.is_empty() || is_about(sentence, &number) || desk.quotes.inside(span.start) {
                continue;
            }
            let named = named.get_or_insert_with(|| numbers(desk));
            if named.contains(&number.value.to_string()) || is_made_up(desk, number.value) {
                continue;
            }
            let others = body.iter().flat_map(|line| {
                let all = numbers::of(&line.sentence).into_iter();
                all.filter(|other| numbers::is_count(&line.sentence, other)).map(|other| (&line.sentence, other))
            });
            let other =
                others.filter(|(_, other)| is_of_its_order(number.value, other.value)).find(|(sentence, other)| {
                    let theirs = counted(sentence, other);
                    !is_about(sentence, other) && noun.iter().any(|word| theirs.contains(word))
                });
            let Some((there, other)) = other else { continue };
            let other = there.span(&other.words);
            let (called, others) = (crate::words::short(desk.text, span), crate::words::short(desk.text, other));
            found
                .add(
                    span,
                    format!("the headline has “{called}”, the body “{others}” and nowhere {called}"),
                    "Bring the headline up to the body's number, or say in the body where the other one comes from",
                )
                .related(other, "the body's number");
        }
    }
}

/// The stems of the words that say what a number counts, up to a word that ends them.
fn counted(sentence: &Sentence<'_>, number: &numbers::Number) -> Vec<String> {
    const ENDS: &[&str] = &[
        "in", "of", "at", "on", "for", "from", "to", "after", "by", "were", "was", "are", "have", "has", "and", "who",
        "that",
    ];
    let words = number.words.end..(number.words.end + NOUN).min(sentence.words.len());
    let words = words
        .take_while(|at| !ENDS.contains(&sentence.lower(*at)) && sentence.lower(*at).starts_with(char::is_alphabetic));
    let words = words.filter(|at| !MADE_OF_HEADLINES.contains(&sentence.lower(*at)));
    words.filter_map(|at| stem(sentence.lower(at))).collect()
}

/// Whether a number is called rough, a part, or one of several.
fn is_about(sentence: &Sentence<'_>, number: &numbers::Number) -> bool {
    const ROUGH: &[&str] = &[
        "about", "some", "around", "nearly", "almost", "least", "than", "over", "to", "another", "other", "further",
        "more", "of", "first", "last", "next", "top", "under", "-", "up",
    ];
    let before = number.words.start.checked_sub(1).map_or("", |at| sentence.lower(at));
    let after = sentence.lower(number.words.end);
    (ROUGH.contains(&before) && !(before == "to" && number.words.start < 2))
        || matches!(after, "of" | "more" | "other" | "others" | "-" | "or" | "to" | "–")
}

/// Half to twice as many.
fn is_of_its_order(one: f64, other: f64) -> bool {
    (one - other).abs() > 0.01 && one <= other * 2.0 && other <= one * 2.0
}

/// Whether two numbers of the body’s opening come to a number: “four in Orrel and three on the coast”.
fn is_made_up(desk: &Desk<'_>, value: f64) -> bool {
    const AT_MOST: usize = 24;
    let sentences = desk.body().map(|line| &line.sentence);
    let all: Vec<f64> = sentences
        .flat_map(|sentence| {
            let found = numbers::of(sentence).into_iter();
            found.filter(|number| numbers::is_count(sentence, number)).map(|number| number.value)
        })
        .take(AT_MOST)
        .collect();
    let is = |sum: f64| (sum - value).abs() < 0.01;
    (0..all.len()).any(|at| all[at + 1..].iter().any(|other| is(all[at] + other)))
}

/// Shares are of many wholes.
fn is_share(figure: &Figure) -> bool {
    matches!(figure.unit.as_str(), "percent" | "share" | "percentage points")
}

/// A plain number of things or people, of which nothing else is known: “40 villages”, “3,000 dockers”.
fn is_tally(figure: &Figure) -> bool {
    // Fewer are told one by one, or are "five things to know".
    const FEWEST: f64 = 8.0;
    let is_thing = figure.unit.len() > 3 && figure.unit.bytes().all(|b| b.is_ascii_lowercase());
    let is_measured = numbers::is_measured(&figure.unit) || MADE_OF_HEADLINES.contains(&figure.unit.as_str());
    is_thing && !is_measured && figure.value.is_some_and(|value| value >= FEWEST)
}

/// What headlines promise so many of.
const MADE_OF_HEADLINES: &[&str] = &[
    "things",
    "ways",
    "reasons",
    "questions",
    "tips",
    "takeaways",
    "facts",
    "photos",
    "pictures",
    "books",
    "films",
    "places",
];

/// Whether a number is of the same order as a headline's and not a part of something.
fn is_near(head: &Figure, other: &Figure) -> bool {
    let (Some(one), Some(two)) = (head.value, other.value) else { return false };
    other.part_of.is_none() && one <= two * 2.0 && two <= one * 2.0
}

/// Numbers of people that a headline has without a noun: “Flood drives 1,400 from homes”.
fn bare(desk: &Desk<'_>) -> Vec<Figure> {
    const LEAST: f64 = 100.0;
    const AFTER: &[&str] = &["from", "in", "as", "after", "at", "near", "without", "homeless", "out", ""];
    let lines = desk.sentences.iter().filter(|line| line.part == Part::Headline);
    let mut out = Vec::new();
    for sentence in lines.map(|line| &line.sentence) {
        for number in numbers::of(sentence) {
            let span = sentence.span(&number.words);
            let is_read = desk.reading.figures.iter().take(MOST).any(|figure| figure.span.overlaps(span));
            let before = number.words.start.checked_sub(1).map_or("", |at| sentence.lower(at));
            let is_of_people = AFTER.contains(&sentence.lower(number.words.end))
                && !matches!(
                    before,
                    "in" | "of" | "by" | "to" | "than" | "least" | "over" | "about" | "up" | "at" | "for"
                );
            if !is_read
                && number.digits
                && number.value >= LEAST
                && is_of_people
                && numbers::is_count(sentence, &number)
            {
                out.push(Figure {
                    id: FigureId(0),
                    span,
                    value: Some(number.value),
                    low: Some(number.value),
                    high: Some(number.value),
                    bound: Bound::Exactly,
                    unit: "people".to_owned(),
                    measure: None,
                    who: None,
                    place: None,
                    as_of: None,
                    part_of: None,
                    attribution: None,
                });
            }
        }
    }
    out
}

/// Pairs of numbers that may be added up or taken from each other: they stand in one paragraph, one is of the headline's measure
/// and the other of no other: “nine people were killed in Orrel and five people in Harwick”.
fn pairs(desk: &Desk<'_>, head: &Figure, figures: &[&Figure]) -> Vec<(f64, f64)> {
    let known = |figure: &&Figure| {
        let (one, other) = (counts::measure(figure), counts::measure(head));
        let is_apart = one.is_some() && other.is_some() && one != other;
        let line = desk.sentence_at(figure.span.start).filter(|_| !is_apart)?;
        Some((line.paragraph, figure.value.or(figure.low)?, one == other))
    };
    let known: Vec<(usize, f64, bool)> = figures.iter().filter_map(known).collect();
    let mut out = Vec::new();
    for (at, (paragraph, one, is_one)) in known.iter().enumerate() {
        let beside = known[at + 1..].iter().take_while(|(other, ..)| other == paragraph);
        out.extend(beside.filter(|(_, _, is_other)| *is_one || *is_other).map(|(_, other, _)| (*one, *other)));
    }
    out
}

/// The numbers that the body names, as what they come to; of lengths, dates and hours none.
fn numbers(desk: &Desk<'_>) -> HashSet<String> {
    let mut out = HashSet::new();
    for line in desk.body() {
        let sentence = &line.sentence;
        let named = numbers::of(sentence).into_iter().filter(|number| {
            // "A 40-village district".
            numbers::is_count(sentence, number)
                || (sentence.lower(number.words.end) == "-"
                    && !numbers::is_measured(sentence.lower(number.words.end + 1)))
        });
        out.extend(named.map(|number| number.value.to_string()));
    }
    out
}

/// Whether a headline leaves open which number it is, and the body has one of them: “Nine dead, or thirty, or none”.
fn is_open(desk: &Desk<'_>, head: &Figure, words: &HashSet<String>) -> bool {
    let Some(line) = desk.sentence_at(head.span.start) else { return false };
    let sentence = &line.sentence;
    let named = numbers::of(sentence);
    // A noun behind it would have another thing counted: “12 dead as five or six houses fall”.
    let ends = |at: usize| sentence.lower(at) == "or" || !sentence.lower(at).starts_with(char::is_alphanumeric);
    let follows_or = |at: usize| at > 0 && sentence.lower(at - 1) == "or";
    let is_other = named.iter().any(|number| follows_or(number.words.start) && ends(number.words.end));
    let is_none = |at: usize| follows_or(at) && matches!(sentence.lower(at), "none" | "nobody") && ends(at + 1);
    (is_other || (0..sentence.words.len()).any(is_none))
        && named.iter().any(|number| words.contains(&number.value.to_string()))
}

/// Whether the body names the number anywhere, whatever it counts there.
fn value_is_in(head: &Figure, words: &HashSet<String>, body: &[&Figure]) -> bool {
    let Some(value) = head.value else { return true };
    words.contains(&value.to_string()) || body.iter().any(|f| f.value == Some(value) && f.unit == head.unit)
}

/// Whether one of the body's numbers, or two of them together, bear out the headline's.
fn is_borne_out(head: &Figure, same: &[&Figure], addends: &[(f64, f64)]) -> bool {
    let Some(value) = head.value else { return true };
    let unit = rounded_to(value);
    let fits = |number: f64| match head.bound {
        Bound::MoreThan => number >= value && number < value + 10.0 * unit,
        Bound::AtLeast => number >= value && number < value + unit,
        Bound::UpTo | Bound::LessThan => number <= value && number > value - 10.0 * unit,
        Bound::About => (number - value).abs() <= (value * 0.1).max(unit),
        // "3,000" is none for 2,600.
        Bound::Exactly | Bound::Between | Bound::Unstated => {
            let off = (number - value).abs();
            off < unit && off <= (number * FURTHEST).max(1.0)
        }
    };
    let numbers: Vec<f64> = same.iter().filter_map(|f| f.value.or(f.low)).collect();
    let is_open = |f: &&Figure| f.value.is_none() && counts::agree(f, head);
    numbers.iter().any(|number| fits(*number))
        || same.iter().any(is_open)
        || addends.iter().any(|(one, other)| fits(one + other) || fits((one - other).abs()))
        || fits(numbers.iter().sum())
}

/// A rounded number is off by no greater share.
const FURTHEST: f64 = 1.0 / 7.0;

/// What a number was rounded to: 1,000 for 12,000, 0.1 for 3.4, 1 for 12.
fn rounded_to(value: f64) -> f64 {
    let mut unit = 0.01;
    while unit < value && ((value / (unit * 10.0)).round() * unit * 10.0 - value).abs() < 1e-6 * value.max(1.0) {
        unit *= 10.0;
    }
    // “10 people” is ten.
    if value <= 100.0 { unit.min(1.0) } else { unit }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_headline_that_was_left_behind_is_found() {
        fires(
            &RULE,
            "Landslide near Orrel kills ⟦12⟧\n\nA landslide near Orrel killed 14 people on Friday, the governor, Ana Moreno, \
             said.\n\nThe road to the coast is closed.",
        );
        fires(
            &RULE,
            "Storm blacks out ⟦60 villages⟧\n\nA storm left 45 villages in the dark on Friday, the grid's operator said.\n\nIts \
             masts had stood for 60 years.",
        );
        fires(
            &RULE,
            "Wildfire drives ⟦2,300⟧ from homes\n\nSome 3,100 people were evacuated from the hills above Orrel, the council \
             said.\n\nThe wind is expected to drop.",
        );
        fires(
            &RULE,
            "⟦9 dead⟧ in quarry blast\n\nA blast in a quarry killed 11 people on Friday, police said. Nine o'clock had just struck. \
             Two workers were hurt.\n\nThe quarry is closed.",
        );
        fires(
            &RULE,
            "⟦4,000 nurses⟧ walk out\n\nNurses stopped work on Monday. Their union put the number of strikers at 3,300.\n\nTalks \
             are to go on.",
        );
        fires(
            &RULE,
            "Flood forces ⟦12,000 people⟧ from their homes\n\nMore than 20,000 people were evacuated from the valley of the \
             Lenn on Friday, the council said.\n\nRain is forecast for Monday.",
        );
    }

    #[test]
    fn a_headline_that_counts_a_few_is_found() {
        fires(
            &RULE,
            "Orrel to shut ⟦6⟧ branch libraries\n\nThe council of Orrel voted on Monday to shut four branch libraries next \
             year.\n\nReaders shouted from the gallery.",
        );
        fires(
            &RULE,
            "Divers find ⟦5⟧ new corals off Orrel\n\nSeven corals new to science grow on one reef off Orrel, divers \
             write.\n\nThe reef is not protected.",
        );
        is_silent(
            &RULE,
            &[
                "Orrel to shut 6 branch libraries\n\nThe council of Orrel voted on Monday to shut six branch libraries and four \
                 village halls.\n\nReaders shouted from the gallery.",
                "Orrel to shut 6 branch libraries\n\nThe council of Orrel voted on Monday to shut four branch libraries in the town \
                 and two on the coast.\n\nReaders shouted from the gallery.",
                "Six facts about Orrel\n\nThe council of Orrel has four facts to tell.\n\nReaders shouted from the gallery.",
                "5 labs date corals off Orrel\n\nDivers brought up nine corals, and five laboratories have dated them.\n\nThe reef \
                 is not protected.",
            ],
        );
    }

    #[test]
    fn numbers_that_a_headline_leaves_open_are_held_to_one_of_them() {
        is_silent(
            &RULE,
            &[
                "Nine dead at Ostrel ford, or thirty, or none\n\nNine people were killed at the ford of Ostrel on Friday, the army \
                 said.\n\nThe rebels, who put the dead at 31, said nobody of theirs was there.",
                "Landslide near Orrel kills 40 or 50\n\nA landslide near Orrel killed fifty people on Friday, police said.\n\nThe road \
                 is closed.",
                "Ninety killed in landslide near Orrel\n\nA landslide near Orrel killed ninety on Friday, police said. In 1987 a \
                 landslide killed 31 people.\n\nThe road is closed.",
            ],
        );
        fires(
            &RULE,
            "Landslide near Orrel kills ⟦12⟧ as five or six houses fall\n\nA landslide near Orrel killed 14 people on Friday, the \
             governor, Ana Moreno, said. It took five or six houses with it.\n\nThe road to the coast is closed.",
        );
    }

    #[test]
    fn a_headline_that_rounds_or_sums_up_is_none() {
        is_silent(
            &RULE,
            &[
                "Landslide near Orrel kills 14\n\nA landslide near Orrel killed fourteen people on Friday, police said.\n\nThe road \
                 is closed.",
                "Flood forces 12,000 people from their homes\n\nA flood forced 12,370 people from their homes on Friday, the council \
                 said.\n\nRain is forecast.",
                "Landslide kills 14\n\nA landslide killed nine people in Orrel on Friday and five people in Harwick, police \
                 said.\n\nThe road is closed.",
                "Landslide near Orrel kills at least 12\n\nA landslide near Orrel killed 12 people on Friday, police said. Another in \
                 1987 killed 31.\n\nThe road is closed.",
                "Storm blacks out 60 villages\n\nA storm left 45 villages in the dark on Friday and 15 villages without water, the \
                 grid's operator said.\n\nIts masts are old.",
                "Storm blacks out 60 villages\n\nA storm left 58 villages in the valley of the Lenn in the dark, the grid's operator \
                 said. Two more on the coast make it sixty.\n\nIts masts are old.",
                "10 things to know on Friday\n\nThe three things that matter most today are these.\n\nA storm is on its way, the \
                 weather service said.",
                "Wildfire drives 3,000 from homes\n\nSome 3,100 people were evacuated from the hills above Orrel, the council \
                 said.\n\nThe wind is expected to drop.",
                "12 villages get water back\n\nThe main was mended on Friday, the council said. A 12-village district had been \
                 dry.\n\nSix villages had had tanks.",
                "Dozens killed in landslide near Orrel\n\nA landslide near Orrel killed 47 people on Friday, police said.\n\nThe road \
                 is closed.",
                "Landslide kills three\n\nThe driver of a bus and two of his passengers died in a landslide on Friday, police said. In \
                 1987 a landslide killed 31 people.\n\nThe three were on their way to Orrel.",
            ],
        );
    }
}
