//! Figures: numbers that something is said about, with what bounds them, what they count and what befell those counted.
//!
//! Read by tables and by what stands beside a number in its own sentence. What is not plainly a figure is none: ages, dates,
//! times, addresses, numbers in names, scores of a game.

mod as_of;
mod candidates;
mod carried;
mod class;
mod counted;
mod givers;
mod measures;
mod numerals;
mod tables;
mod unfit;
mod votes;

use std::fmt;

use sayso_text::Span;

use candidates::Candidate;
use carried::Known;
use class::Class;
use numerals::{Numeral, Value};

use crate::dates::When;
use crate::{Attribution, AttributionId};
use sayso_text::sentences::Sentence;

/// A number that something is said about.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name in this reading.
    pub id: FigureId,
    /// From the words that bound it to what it counts: "at least 12 people".
    pub span: Span,
    /// The number, where one is given: none for "dozens" and for a range.
    pub value: Option<f64>,
    /// The least that it can be, where the words say so.
    pub low: Option<f64>,
    /// The most that it can be, where the words say so.
    pub high: Option<f64>,
    /// How the number binds.
    pub bound: Bound,
    /// What is counted: `people`, an ISO 4217 code, `percent`, or the noun that stands there. `share` for "a third of".
    pub unit: String,
    /// What was done to those counted or with the sum: `killed`, `injured`, `requested`.
    pub measure: Option<Evident<&'static str>>,
    /// Who is counted, more closely than by `people`: "children".
    pub who: Option<Span>,
    /// Where, as the sentence says after the number.
    pub place: Option<Span>,
    /// The days as of which it holds, where the sentence says: "by Friday".
    pub as_of: Option<When>,
    /// The figure that this one is a part of: "12 people, including 3 children".
    pub part_of: Option<FigureId>,
    /// The innermost attribution whose content holds it; none in the writer's voice.
    pub attribution: Option<AttributionId>,
}

/// A value and the words that show why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evident<T> {
    /// The value.
    pub value: T,
    /// The words.
    pub span: Span,
}

/// Numbered in text order from 1; shown as `f1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureId(pub u32);

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "f{}", self.0)
    }
}

/// How a number binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The number itself.
    Exactly,
    /// “At least 12”.
    AtLeast,
    /// “More than 12”.
    MoreThan,
    /// “Some 12”.
    About,
    /// “Up to 12”.
    UpTo,
    /// “Fewer than 12”.
    LessThan,
    /// “Between 12 and 20”.
    Between,
    /// “Dozens”.
    Unstated,
}

impl Bound {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Exactly,
        Self::AtLeast,
        Self::MoreThan,
        Self::About,
        Self::UpTo,
        Self::LessThan,
        Self::Between,
        Self::Unstated,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exactly => "exactly",
            Bound::AtLeast => "at_least",
            Bound::MoreThan => "more_than",
            Bound::About => "about",
            Bound::UpTo => "up_to",
            Bound::LessThan => "less_than",
            Bound::Between => "between",
            Bound::Unstated => "unstated",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// The measure that a word or phrase tells, in lower case: `killed` for "dead", "death toll". Of a word that tells several, the first in
/// the table.
pub fn measure_of(words: &str) -> Option<&'static str> {
    tables::MEASURES.iter().find(|(phrase, ..)| *phrase == words).map(|(_, measure, _)| *measure)
}

/// Whether a word, in lower case, is a noun for people: "children", "miners".
pub fn is_people(word: &str) -> bool {
    tables::PEOPLE.contains(&word)
}

/// The figures of an article, in text order. `whens` are the dates that it speaks of, in text order.
pub(crate) fn read(
    text: &str,
    sentences: &[Sentence<'_>],
    whens: &[When],
    attributions: &[Attribution],
) -> Vec<Figure> {
    let sources = givers::sources(attributions);
    let is_poll = ["poll ", "Poll", "pollster"].iter().any(|word| text.contains(word));
    let mut found = Found { is_poll, ..Found::default() };
    for sentence in sentences {
        if sentence.whole.of(text).contains(char::is_alphanumeric) {
            let from = whens.partition_point(|when| when.span.start < sentence.whole.start);
            let whens = &whens[from..][..whens[from..].partition_point(|when| when.span.start < sentence.whole.end)];
            in_sentence(sentence, whens, &sources, &mut found);
        }
    }
    let Found { mut figures, numbers, .. } = found;
    givers::attach(&mut figures, &numbers, attributions);
    figures
}

/// What has been read so far.
#[derive(Default)]
struct Found {
    figures: Vec<Figure>,
    /// Of each figure the words of the number itself.
    numbers: Vec<Span>,
    /// Of each figure what kind of thing it counts.
    classes: Vec<Class>,
    /// Whether the article tells of a poll.
    is_poll: bool,
}

fn in_sentence(sentence: &Sentence<'_>, whens: &[When], sources: &[Span], found: &mut Found) {
    let candidates = candidates::of(sentence, |span| givers::is_source(sources, span));
    if candidates.is_empty() {
        return;
    }
    let measures = measures::of(sentence, &candidates);
    let begin = found.figures.len();
    // Figures that are a part of the one that comes after.
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (number, candidate) in candidates.iter().enumerate() {
        let carried = carried::of(sentence, candidate, measures[number], begin, &found.figures, &found.classes);
        let Some(Known { unit, who, measure, outer }) = carried else { continue };
        // "Two of the country's largest companies are in talks": nothing is said by the number.
        if measure.is_none() && is_idle_partitive(sentence, candidate) {
            continue;
        }
        let measure = measure
            .or_else(|| polled(sentence, candidate, found.is_poll))
            .or_else(|| as_before(sentence, candidate, found));
        if candidate.is_part_of_next {
            parts.push((found.figures.len(), number + 1));
        }
        let (value, low, high) = values(candidate);
        let id = FigureId(found.figures.len() as u32 + 1);
        let before = found.figures[begin..].last().filter(|outer| is_part(sentence, outer, candidate));
        let part_of = before.map(|outer| outer.part_of.unwrap_or(outer.id)).or(outer);
        let next = candidates.get(number + 1).map_or(sentence.words.len(), |next| next.words.start);
        found.numbers.push(sentence.span(&candidate.number()));
        found.classes.push(candidate.class);
        found.figures.push(Figure {
            id,
            span: sentence.span(&candidate.words),
            value,
            low,
            high,
            bound: candidate.bound,
            unit,
            measure,
            who,
            place: counted::place(sentence, candidate.words.end),
            as_of: as_of::of(sentence, &candidate.words, next, whens),
            part_of,
            attribution: None,
        });
        if let Some((part, _)) = parts.pop_if(|(_, whole)| *whole == number) {
            found.figures[part].part_of = Some(id);
        }
    }
}

/// “Two of the country’s largest companies”.
fn is_idle_partitive(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let is_small = matches!(candidate.first.value, Value::Number(n) if n <= 12.0) && !candidate.first.digits;
    let is_back = candidate.counted.as_ref().is_some_and(|counted| counted.is_back);
    // "Two of the three doors", "four of the patients" tell how many; "two of the town’s bakers" name a few.
    let from = candidate.first.words.end + 1;
    let is_owned = !matches!(sentence.lower(from), "the" | "those")
        || (from..candidate.words.end + 3).any(|at| {
            let word = sentence.lower(at);
            word.ends_with("’s")
                || word.ends_with("'s")
                || word.ends_with("s’")
                || word.ends_with("est")
                || word == "most"
        });
    let is_one = matches!(candidate.first.value, Value::Number(1.0));
    is_small
        && (is_owned || is_one)
        && !is_back
        && !candidate.is_part_of_next
        && sentence.lower(candidate.first.words.end) == "of"
        && candidate.first.unit.is_none()
        && matches!(
            sentence.lower(candidate.first.words.end + 1),
            "the" | "its" | "their" | "his" | "her" | "our" | "my" | "those"
        )
}

/// In an article about a poll a party stands “at 31 percent”.
fn polled(sentence: &Sentence<'_>, candidate: &Candidate, is_poll: bool) -> Option<Evident<&'static str>> {
    let before = candidate.words.start.checked_sub(1)?;
    let is_percent = candidate.last().unit == Some("percent");
    let stands = |at: usize| {
        matches!(sentence.lower(at), "leads" | "led" | "lead" | "leading" | "trails" | "trailed" | "trailing" | "ahead")
    };
    // "At 31 percent", "leads her by 48% to 42%".
    let is_led = matches!(sentence.lower(before), "by" | "to") && (before.saturating_sub(LED)..before).any(stands);
    let is_standing = (matches!(sentence.lower(before), "at" | "on") || is_led) && is_percent;
    (is_poll && is_standing).then(|| Evident { value: "supported", span: sentence.words[before] })
}

/// “Leads … by”: at most so many words.
const LED: usize = 12;

/// “All four victims”: what was said of the same number before.
fn as_before(sentence: &Sentence<'_>, candidate: &Candidate, found: &Found) -> Option<Evident<&'static str>> {
    let is_again = sentence.lower(candidate.words.start) == "all"
        || candidate.words.start > 0 && sentence.lower(candidate.words.start - 1) == "the";
    let (value, ..) = values(candidate);
    let same = |figure: &&Figure| figure.unit == "people" && figure.value == value && value.is_some();
    let is_people = candidate.unit().is_some_and(|unit| unit == "people");
    found.figures.iter().rev().take(AGAIN).find(same).filter(|_| is_again && is_people)?.measure
}

/// So many figures back one is looked for that is spoken of again.
const AGAIN: usize = 12;

fn values(candidate: &Candidate) -> (Option<f64>, Option<f64>, Option<f64>) {
    let (Value::Number(first) | Value::Share(first) | Value::Vague(first)) = candidate.first.value;
    if let Some(Numeral { value: Value::Number(second), .. }) = candidate.second {
        return (None, Some(first.min(second)), Some(first.max(second)));
    }
    // "More than dozens" gives no number either.
    if matches!(candidate.first.value, Value::Vague(_)) {
        return (None, Some(first), None);
    }
    match candidate.bound {
        Bound::Unstated => (None, Some(first), None),
        Bound::AtLeast | Bound::MoreThan => (Some(first), Some(first), None),
        Bound::UpTo | Bound::LessThan => (Some(first), None, Some(first)),
        Bound::About => (Some(first), None, None),
        Bound::Exactly | Bound::Between => (Some(first), Some(first), Some(first)),
    }
}

/// Whether a figure is said to be a part of the one before it.
fn is_part(sentence: &Sentence<'_>, outer: &Figure, candidate: &Candidate) -> bool {
    let from = sentence.words.partition_point(|w| w.start < outer.span.end);
    // "Of the 120 passengers, 14 were hurt".
    let first = sentence.words.partition_point(|w| w.start < outer.span.start);
    let is_whole = first > 0
        && first <= 2
        && sentence.lower(0) == "of"
        && sentence.lower(from) == ","
        && from + 1 == candidate.words.start;
    is_whole
        || (from..candidate.words.start).any(|at| {
            ["including", "among them", "of them", "of whom", "of which", "among whom", "of those"]
                .iter()
                .any(|phrase| sentence.phrase(at, phrase).is_some_and(|end| end <= candidate.words.start))
        })
}

#[cfg(test)]
mod tests;
