//! Figures: numbers that something is said about, with what bounds them, what they count and what befell those counted.
//!
//! Read by tables and by what stands beside a number in its own sentence. What is not plainly a figure is none: ages, dates,
//! times, addresses, numbers in names, scores of a game.

mod counted;
mod numerals;
mod tables;
mod unfit;

use std::fmt;
use std::ops::Range;

use sayso_text::Span;

use counted::Counted;
use numerals::{Numeral, Value, numerals};

use crate::sentence::Sentence;
use crate::{Attribution, AttributionId};

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
}

/// The figures of an article, in text order.
pub(crate) fn read(text: &str, sentences: &[Span], attributions: &[Attribution]) -> Vec<Figure> {
    let mut out = Vec::new();
    for sentence in sentences {
        if sentence.of(text).contains(is_number_like) {
            in_sentence(&Sentence::of(text, *sentence), &mut out);
        }
    }
    attribute(&mut out, attributions);
    out
}

/// Every sentence with letters may hold a number in words; one without letters or digits holds none.
fn is_number_like(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// A number that may be a figure, or two that make a range.
struct Candidate {
    words: Range<usize>,
    first: Numeral,
    /// The upper end of a range.
    second: Option<Numeral>,
    bound: Bound,
    counted: Option<Counted>,
}

fn in_sentence(sentence: &Sentence<'_>, out: &mut Vec<Figure>) {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut rest = numerals(sentence).into_iter().peekable();
    while let Some(first) = rest.next() {
        let second = rest.next_if(|next| is_range(sentence, &first, next));
        let last = second.as_ref().unwrap_or(&first);
        let counted = counted::after(sentence, last);
        if unfit::is_unfit(sentence, &first, counted.as_ref())
            || second.as_ref().is_some_and(|second| counted.is_none() && second.unit.is_none())
        {
            continue;
        }
        candidates.push(bounded(sentence, first, second, counted));
    }
    let measures = measures(sentence, &candidates);
    let begin = out.len();
    for (number, candidate) in candidates.iter().enumerate() {
        let measure = measures[number];
        let Some((unit, who)) = unit(sentence, candidate, measure.map(|m| m.value)) else { continue };
        let (value, low, high) = values(candidate);
        let id = FigureId(out.len() as u32 + 1);
        let before = out[begin..].last().filter(|outer| is_part(sentence, outer, candidate));
        let part_of = before.map(|outer| outer.part_of.unwrap_or(outer.id));
        out.push(Figure {
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
            part_of,
            attribution: None,
        });
    }
}

/// “20 to 30 people”, “20-30”, “between 20 and 30”; not “from 20 to 30”, which are two.
fn is_range(sentence: &Sentence<'_>, first: &Numeral, next: &Numeral) -> bool {
    if next.words.start != first.words.end + 1 {
        return false;
    }
    let before =
        |word: &str| (first.words.start.saturating_sub(3)..first.words.start).any(|w| sentence.lower(w) == word);
    match sentence.lower(first.words.end) {
        "and" => before("between"),
        "to" => !before("from"),
        "-" | "–" => first.digits && next.digits && sentence.touches(first.words.end),
        _ => false,
    }
}

/// A number with the words before and after that bound it.
fn bounded(sentence: &Sentence<'_>, first: Numeral, second: Option<Numeral>, counted: Option<Counted>) -> Candidate {
    let mut words = first.words.start..second.as_ref().unwrap_or(&first).words.end;
    if let Some(counted) = &counted {
        words.end = words.end.max(counted.end);
    }
    let mut bound = match (&second, first.value) {
        (Some(_), _) => Bound::Between,
        (None, Value::Vague(_)) => Bound::Unstated,
        _ => Bound::Exactly,
    };
    let number_end = first.words.end;
    let after =
        |at: usize| tables::AFTER.iter().find_map(|(phrase, bound)| Some((sentence.phrase(at, phrase)?, *bound)));
    if second.is_none() {
        if let Some((start, found)) = before(sentence, first.words.start) {
            words.start = start;
            bound = found;
        } else if let Some((end, found)) = after(number_end).or_else(|| after(words.end)) {
            words.end = words.end.max(end);
            bound = found;
        }
    } else if first.words.start > 0 && sentence.lower(first.words.start - 1) == "between" {
        words.start -= 1;
    }
    Candidate { words, first, second, bound, counted }
}

/// The phrase before a number that bounds it, and where it begins.
fn before(sentence: &Sentence<'_>, number: usize) -> Option<(usize, Bound)> {
    let mut end = number;
    for _ in 0..3 {
        let found = tables::BEFORE.iter().find_map(|(phrase, bound)| {
            let start = end.checked_sub(phrase.split(' ').count())?;
            sentence.phrase(start, phrase).filter(|at| *at == end).map(|_| (start, *bound))
        });
        if found.is_some() {
            return found;
        }
        end = end.checked_sub(1).filter(|at| tables::BETWEEN.contains(&sentence.lower(*at)))?;
    }
    None
}

fn values(candidate: &Candidate) -> (Option<f64>, Option<f64>, Option<f64>) {
    let (Value::Number(first) | Value::Share(first) | Value::Vague(first)) = candidate.first.value;
    if let Some(Numeral { value: Value::Number(second), .. }) = candidate.second {
        return (None, Some(first), Some(second));
    }
    match candidate.bound {
        Bound::Unstated => (None, Some(first), None),
        Bound::AtLeast | Bound::MoreThan => (Some(first), Some(first), None),
        Bound::UpTo | Bound::LessThan => (Some(first), None, Some(first)),
        Bound::About => (Some(first), None, None),
        Bound::Exactly | Bound::Between => (Some(first), Some(first), Some(first)),
    }
}

/// What a number counts, and who in particular; none where it cannot be told, and then it is no figure.
fn unit(sentence: &Sentence<'_>, candidate: &Candidate, measure: Option<&str>) -> Option<(String, Option<Span>)> {
    let last = candidate.second.as_ref().unwrap_or(&candidate.first);
    let who = candidate.counted.as_ref().and_then(|c| c.who.as_ref()).map(|words| sentence.span(words));
    if let Some(unit) = last.unit.or(candidate.first.unit) {
        return Some((unit.to_owned(), who));
    }
    if matches!(candidate.first.value, Value::Share(_)) {
        return candidate.counted.as_ref().map(|_| ("share".to_owned(), who));
    }
    if let Some(counted) = &candidate.counted {
        return Some((counted.unit.clone(), who));
    }
    measure.filter(|m| OF_PEOPLE.contains(m)).map(|_| ("people".to_owned(), None))
}

/// What befalls people: a bare number beside it counts them.
const OF_PEOPLE: &[&str] = &[
    "killed",
    "injured",
    "missing",
    "displaced",
    "evacuated",
    "detained",
    "infected",
    "rescued",
    "laid off",
    "treated",
    "vaccinated",
];

/// The measure of each candidate. A word that leads to a number directly ("killing at least 12") is that number's alone;
/// every other number takes the nearest word that is left, none beyond the next number.
fn measures(sentence: &Sentence<'_>, candidates: &[Candidate]) -> Vec<Option<Evident<&'static str>>> {
    let word =
        |at: usize| tables::MEASURES.iter().find(|(word, _)| *word == sentence.lower(at)).map(|(_, measure)| *measure);
    let evident = |at: usize, value| Evident { value, span: sentence.words[at] };
    let mut out = vec![None; candidates.len()];
    let mut taken = vec![false; sentence.words.len()];
    for (number, candidate) in candidates.iter().enumerate() {
        // "Killing at least 12", "injured 30 others".
        let at = candidate.words.start.checked_sub(1);
        if let Some((at, measure)) = at.and_then(|at| Some((at, word(at)?))) {
            // "12 were killed and 30 injured": what follows its own number leads to no other.
            let is_own = number > 0
                && (candidates[number - 1].words.end..at).all(|w| sentence.lower(w) != ",")
                && sentence.lower(at).ends_with("ed")
                && out[number - 1].is_none();
            if !is_own {
                out[number] = Some(evident(at, measure));
                taken[at] = true;
            }
        }
    }
    for (number, candidate) in candidates.iter().enumerate() {
        if out[number].is_some() {
            continue;
        }
        // What is counted may say it: "12 deaths".
        let inside = candidate.words.clone().rev().find_map(|at| Some((at, word(at)?)));
        let after =
            candidate.words.end..candidates.get(number + 1).map_or(sentence.words.len(), |next| next.words.start);
        let before = number.checked_sub(1).map_or(0, |last| candidates[last].words.end)..candidate.words.start;
        let free = |at: &usize| !taken[*at] && word(*at).is_some();
        let near = |at: Option<usize>, from: usize| at.map(|at| (at.abs_diff(from), at));
        let following = near(after.take(REACH).find(free), candidate.words.end);
        let leading = near(before.rev().take(REACH).find(free), candidate.words.start);
        let nearest = match (following, leading) {
            (Some(following), Some(leading)) => Some(if leading.0 < following.0 { leading } else { following }),
            (found, other) => found.or(other),
        };
        let found = inside.or_else(|| nearest.and_then(|(_, at)| Some((at, word(at)?))));
        if let Some((at, measure)) = found {
            taken[at] = true;
            out[number] = Some(evident(at, measure));
        }
    }
    out
}

/// A number and the word that says what befell those counted stand at most this far apart.
const REACH: usize = 8;

/// Whether a figure is said to be a part of the one before it.
fn is_part(sentence: &Sentence<'_>, outer: &Figure, candidate: &Candidate) -> bool {
    let from = sentence.words.partition_point(|w| w.start < outer.span.end);
    (from..candidate.words.start).any(|at| {
        ["including", "among them", "of them", "of whom", "of which", "among whom", "of those"]
            .iter()
            .any(|phrase| sentence.phrase(at, phrase).is_some_and(|end| end <= candidate.words.start))
    })
}

/// Gives each figure the innermost attribution whose content holds it. An inner one comes after its outer one and lies in it,
/// so the last that holds it is the innermost.
fn attribute(figures: &mut [Figure], attributions: &[Attribution]) {
    let mut pieces: Vec<(Span, AttributionId)> =
        attributions.iter().flat_map(|a| a.content.iter().map(|span| (*span, a.id))).collect();
    pieces.sort_by_key(|(span, id)| (span.start, std::cmp::Reverse(span.end), *id));
    let mut open: Vec<(Span, AttributionId)> = Vec::new();
    let mut next = pieces.into_iter().peekable();
    for figure in figures {
        while let Some(piece) = next.next_if(|(span, _)| span.start <= figure.span.start) {
            open.retain(|(span, _)| span.end > figure.span.start);
            open.push(piece);
        }
        open.retain(|(span, _)| span.end > figure.span.start);
        // The number itself may end the content, and what it counts stand outside.
        figure.attribution = open.last().map(|(_, id)| *id);
    }
}

#[cfg(test)]
mod tests;
