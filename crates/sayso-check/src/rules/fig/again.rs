//! Counts that a text takes as known (“the six killed on the bus”) and that nobody gave before.

use std::collections::HashMap;

use sayso_reading::Figure;
use sayso_reading::figures::Bound;
use sayso_text::sentences::Sentence;

use super::{counts, numbers};
use crate::Desk;

/// The numbers that an article's body names, and where first.
pub(super) struct Named {
    /// By the number's bits.
    first: HashMap<u64, usize>,
}

/// So many figures back a count of the same things is looked for.
const BACK: usize = 40;
/// So many words behind a number tell what it counts.
const REACH: usize = 9;
/// Words that say nothing of which people or things are counted.
const STOP: &[&str] = &[
    "people", "the", "and", "who", "that", "which", "were", "was", "are", "have", "has", "had", "been", "being",
    "from", "with", "for", "their", "his", "her", "its", "all", "over", "into", "onto", "came", "come", "went", "now",
    "still", "said", "men", "women", "children", "when", "where", "while", "after", "before", "dead", "killed", "died",
    "injured", "wounded", "hurt", "missing", "taken", "found", "got", "not", "but", "also", "them", "they", "there",
    "out", "more", "than",
];

/// What sets a number beside another that is meant to differ.
const COMPARES: &[&str] = &[
    "than",
    "surpass",
    "surpasses",
    "surpassed",
    "exceeds",
    "exceeded",
    "compared",
    "against",
    "versus",
    "another",
    "other",
    "others",
    "further",
    "earlier",
    "previous",
    "previously",
    "former",
    "originally",
    "planned",
    "last",
    "target",
    "record",
    "needed",
    "required",
];

impl Named {
    /// The numbers of an article's body.
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let mut first = HashMap::new();
        for line in desk.body() {
            let named =
                numbers::of(&line.sentence).into_iter().filter(|number| numbers::is_count(&line.sentence, number));
            for number in named {
                first.entry(number.value.to_bits()).or_insert(line.sentence.words[number.words.start].start);
            }
        }
        Self { first }
    }

    /// The count that was given where the text speaks of another as if it had been: “Police said four on the bus had been killed. … The
    /// six killed on the bus”.
    pub(super) fn instead<'r>(&self, desk: &Desk<'r>, figure: &Figure) -> Option<&'r Figure> {
        let value = figure.value.filter(|value| *value >= 3.0 && figure.part_of.is_none())?;
        let sentence = &desk.sentence_at(figure.span.start)?.sentence;
        let at = sentence.words.partition_point(|word| word.start < figure.span.start);
        let is_definite = |at: usize| matches!(sentence.lower(at), "the" | "those" | "these" | "all");
        let is_first = self.first.get(&value.to_bits()).is_none_or(|first| *first >= figure.span.start);
        if !(is_definite(at) || at.checked_sub(1).is_some_and(is_definite)) || !is_first || !is_exact(figure) {
            return None;
        }
        let is_compared = counts::sentence_has(sentence, |word| COMPARES.contains(&word) || counts::is_year(word));
        let is_counted = figure.unit.len() > 3 && figure.unit != "percent" && !numbers::is_measured(&figure.unit);
        if is_compared || !is_counted {
            return None;
        }
        let is = |number: f64| (number - value).abs() < 0.01;
        let figures = &desk.reading.figures;
        let until = figures.partition_point(|other| other.span.start < figure.span.start);
        let earlier = &figures[until.saturating_sub(BACK)..until];
        let alike: Vec<&Figure> = earlier.iter().filter(|other| is_alike(figure, other)).collect();
        let known: Vec<f64> = alike.iter().filter_map(|other| other.value).collect();
        let is_sum = (0..known.len())
            .any(|at| known[at + 1..].iter().any(|other| is(known[at] + other) || is((known[at] - other).abs())));
        let about: Vec<&str> = (at..sentence.words.len()).take(REACH).filter_map(|at| telling(sentence, at)).collect();
        let is_same = |other: &&&Figure| {
            let near = other.value.is_some_and(|other| !is(other) && other <= value * 2.0 && value <= other * 2.0);
            let is_before = other.span.end <= sentence.whole.start;
            near && is_before
                && is_exact(other)
                && counts::is_body(desk, other)
                && desk.sentence_at(other.span.start).is_some_and(|line| shares(&line.sentence, &about, &figure.unit))
        };
        alike.iter().rev().find(is_same).copied().filter(|_| !is_sum)
    }
}

fn is_exact(figure: &Figure) -> bool {
    matches!(figure.bound, Bound::Exactly)
}

/// Whether two figures count the same kind of thing, and nothing else befell it.
fn is_alike(one: &Figure, other: &Figure) -> bool {
    let (here, there) = (counts::measure(one), counts::measure(other));
    one.unit == other.unit && (here == there || here.is_none() || there.is_none())
}

fn telling<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s str> {
    let word = sentence.lower(at);
    (word.len() > 2 && word.starts_with(char::is_alphabetic) && !STOP.contains(&word)).then_some(word)
}

/// Whether a sentence has one of some words, other than the name of what is counted.
fn shares(sentence: &Sentence<'_>, about: &[&str], unit: &str) -> bool {
    let stem = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    let about = about.iter().map(|word| stem(word)).filter(|word| *word != stem(unit));
    let has = |word: String| {
        (0..sentence.words.len()).filter_map(|at| telling(sentence, at)).any(|other| stem(other) == word)
    };
    about.into_iter().any(has)
}
