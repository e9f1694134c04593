//! Candidates: numbers with what bounds them and what they count, before it is decided whether they are figures.

use std::ops::Range;

use sayso_text::Span;

use super::class::{AMOUNT, BARE, Class, MONEY, SHARE};
use super::counted::{self, Counted};
use super::numerals::{Numeral, Value, numerals};
use super::{Bound, Evident, tables, unfit, votes};
use sayso_text::sentences::Sentence;

/// A number that may be a figure, or two that make a range.
pub(super) struct Candidate {
    pub(super) words: Range<usize>,
    pub(super) first: Numeral,
    /// The upper end of a range.
    pub(super) second: Option<Numeral>,
    pub(super) bound: Bound,
    /// Whether words before the number bound it: what has them is hardly a name.
    pub(super) is_bounded: bool,
    pub(super) counted: Option<Counted>,
    /// What kind of thing it counts.
    pub(super) class: Class,
    /// Whether what befell those counted is what befell those of the number before: "down from 19", "or about 6 percent".
    pub(super) shares_measure: bool,
    /// The measure of a vote's side.
    pub(super) vote: Option<Evident<&'static str>>,
    /// Whether it is a part of the figure that follows: "31 of the 58 schools".
    pub(super) is_part_of_next: bool,
}

impl Candidate {
    /// The number that tells the unit.
    pub(super) fn last(&self) -> &Numeral {
        self.second.as_ref().unwrap_or(&self.first)
    }

    /// The words of the number itself.
    pub(super) fn number(&self) -> Range<usize> {
        self.first.words.start..self.last().words.end
    }

    /// Its unit, where number and noun tell; none for a bare number.
    pub(super) fn unit(&self) -> Option<String> {
        if let (Some(counted), true) = (&self.counted, self.first.unit == Some("metres")) {
            return Some(counted.unit.clone());
        }
        if let Some(unit) = self.last().unit.or(self.first.unit) {
            return Some(unit.to_owned());
        }
        if matches!(self.first.value, Value::Share(_)) {
            return Some("share".to_owned());
        }
        self.counted.as_ref().map(|counted| counted.unit.clone()).filter(|unit| !unit.is_empty())
    }
}

/// The candidates of a sentence, in order; `sources` are the spans that name who says something.
pub(super) fn of(sentence: &Sentence<'_>, is_source: impl Fn(Span) -> bool) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut rest = numerals(sentence).into_iter().peekable();
    while let Some(first) = rest.next() {
        if let Some(second) = rest.next_if(|next| votes::is_pair(sentence, &first, next)) {
            out.extend(sides(sentence, first, second));
            continue;
        }
        let second = rest.next_if(|next| is_range(sentence, &first, next));
        let counted = counted::after(sentence, second.as_ref().unwrap_or(&first));
        let mut candidate = bounded(sentence, first, second, counted);
        if candidate.is_bounded && candidate.counted.is_none() && candidate.first.value == Value::Number(1.0) {
            candidate.counted = counted::singular(sentence, candidate.first.words.end);
            if let Some(counted) = &candidate.counted {
                candidate.words.end = counted.end;
                candidate.class = counted.class;
            }
        }
        let Candidate { first, second, counted, .. } = &candidate;
        let is_unfit = unfit::is_unfit(sentence, &candidate)
            || second.is_some() && !candidate.is_bounded && counted.is_none() && candidate.last().unit.or(first.unit).is_none()
            // "Two officials said": so many sources, while "62 percent of voters" are a finding.
            || (matches!(first.value, Value::Number(n) | Value::Vague(n) if n < 30.0)
                && first.unit.is_none()
                && is_source(sentence.span(&first.words))
                && !is_sample(sentence, first.words.start));
        if !is_unfit {
            out.push(candidate);
        } else if let Some(before) = out.last_mut() {
            before.is_part_of_next = false;
        }
    }
    parts_of_wholes(sentence, &mut out);
    out
}

/// “A poll of 11 analysts”: no sources, but those who were asked.
fn is_sample(sentence: &Sentence<'_>, start: usize) -> bool {
    start > 1
        && matches!(sentence.lower(start - 1), "of" | "among")
        && (start.saturating_sub(5)..start).any(|at| matches!(sentence.lower(at), "poll" | "survey" | "study"))
}

/// The two sides of a vote.
fn sides(sentence: &Sentence<'_>, first: Numeral, second: Numeral) -> [Candidate; 2] {
    let measures = votes::measures(sentence, &first);
    let span = sentence.span(&(first.words.start..second.words.end));
    let mut measures = measures.into_iter();
    [first, second].map(|numeral| {
        let named = usize::from(sentence.lower(numeral.words.end) == "votes");
        let words = numeral.words.start..numeral.words.end + named;
        let counted =
            Counted { unit: "votes".into(), who: None, end: words.end, class: BARE, is_time: false, is_back: false };
        Candidate {
            words,
            first: numeral,
            second: None,
            bound: Bound::Exactly,
            is_bounded: false,
            counted: Some(counted),
            class: BARE,
            shares_measure: false,
            vote: measures.next().map(|value| Evident { value, span }),
            is_part_of_next: false,
        }
    })
}

/// “20 to 30 people”, “20-30”, “between 20 and 30”, “two or three times”; not “from 20 to 30”, which are two.
fn is_range(sentence: &Sentence<'_>, first: &Numeral, next: &Numeral) -> bool {
    if next.words.start != first.words.end + 1 {
        return false;
    }
    let (Value::Number(low), Value::Number(high)) = (first.value, next.value) else { return false };
    let before =
        |word: &str| (first.words.start.saturating_sub(3)..first.words.start).any(|w| sentence.lower(w) == word);
    // "Rose from 20 to 30", "increased 5 percent to 30".
    let rises = low * common_scale(first, next) < high;
    match sentence.lower(first.words.end) {
        "and" => before("between"),
        "to" => {
            (!before("from") || before("anywhere") || before("somewhere"))
                && rises
                && (first.unit.is_none() || first.unit == next.unit || next.unit.is_none())
        }
        "or" => !first.digits && !next.digits && rises,
        "-" | "–" | "—" => first.digits && next.digits && sentence.touches(first.words.end) && rises,
        _ => false,
    }
}

/// “$2-3 billion”, “20 to 30 million”: what the first number is to be multiplied by.
fn common_scale(first: &Numeral, next: &Numeral) -> f64 {
    let Value::Number(number) = first.value else { return 1.0 };
    if first.scale <= 1.0 && next.scale > 1.0 && number < 1000.0 { next.scale } else { 1.0 }
}

/// A number with the words before and after that bound it.
fn bounded(
    sentence: &Sentence<'_>,
    mut first: Numeral,
    second: Option<Numeral>,
    counted: Option<Counted>,
) -> Candidate {
    if let (Some(second), Value::Number(number)) = (&second, first.value) {
        first.value = Value::Number(number * common_scale(&first, second));
    }
    let mut words = first.words.start..second.as_ref().unwrap_or(&first).words.end;
    let number_end = words.end;
    if let Some(counted) = &counted {
        words.end = words.end.max(counted.end);
    }
    let mut bound = match (&second, first.value) {
        (Some(_), _) => Bound::Between,
        (None, Value::Vague(_)) => Bound::Unstated,
        _ => Bound::Exactly,
    };
    let mut is_bounded = false;
    let after =
        |at: usize| tables::AFTER.iter().find_map(|(phrase, bound)| Some((sentence.phrase(at, phrase)?, *bound)));
    if second.is_some() {
        let start = words.start;
        is_bounded = start > 0 && sentence.lower(start - 1) == "between";
        words.start -= usize::from(is_bounded);
        let anywhere = start > 1
            && sentence.lower(start - 1) == "from"
            && matches!(sentence.lower(start - 2), "anywhere" | "somewhere");
        words.start -= 2 * usize::from(anywhere);
        // "About 20 to 30 people".
        if let Some((start, Bound::About)) = before(sentence, words.start) {
            words.start = start;
        }
    } else if let Some((start, found)) = before(sentence, first.words.start) {
        is_bounded = true;
        words.start = start;
        if !(found == Bound::Exactly && bound == Bound::Unstated) {
            bound = found;
        }
    } else if let Some((end, found)) = after(number_end).or_else(|| after(words.end)) {
        is_bounded = true;
        words.end = words.end.max(end);
        bound = found;
    } else if let Some(found) = verb_before(sentence, words.start) {
        is_bounded = true;
        bound = found;
    }
    if counted.is_none() {
        words.end =
            sentence.phrase(words.end, "in all").or(sentence.phrase(words.end, "in total")).unwrap_or(words.end);
    }
    let class = class(&first, second.as_ref(), counted.as_ref());
    let shares_measure = shares_measure(sentence, words.start);
    Candidate {
        words,
        first,
        second,
        bound,
        is_bounded,
        counted,
        class,
        shares_measure,
        vote: None,
        is_part_of_next: false,
    }
}

/// “The toll passed 300”.
fn verb_before(sentence: &Sentence<'_>, number: usize) -> Option<Bound> {
    let at = number.checked_sub(1)?;
    tables::BOUNDING_VERBS.iter().find(|(verb, _)| *verb == sentence.lower(at)).map(|(_, bound)| *bound)
}

/// “Down from 19”, “compared with 12”, “1,400 jobs, or about 6 percent”: a number beside one before.
fn shares_measure(sentence: &Sentence<'_>, start: usize) -> bool {
    let is_compared = |at: usize| sentence.lower(at) == "compared" && matches!(sentence.lower(at + 1), "with" | "to");
    if (start.saturating_sub(7)..start).any(is_compared) {
        return true;
    }
    ["down from", "up from", "against", ", or", "( or"].iter().any(|phrase| {
        let Some(at) = start.checked_sub(phrase.split(' ').count()) else { return false };
        sentence.phrase(at, phrase) == Some(start)
            && (*phrase != "against" || sentence.lower(at.wrapping_sub(1)) == ",")
    })
}

fn class(first: &Numeral, second: Option<&Numeral>, counted: Option<&Counted>) -> Class {
    let unit = second.and_then(|second| second.unit).or(first.unit);
    let is_share = matches!(first.value, Value::Share(_));
    match unit {
        Some("percent") => SHARE | counted.map_or(0, |counted| counted.class & BARE),
        Some("percentage points" | "basis points") => SHARE,
        Some("kr" | "pence") => MONEY,
        Some(unit) if unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()) => MONEY,
        Some(_) => AMOUNT,
        None if is_share => SHARE | counted.map_or(0, |counted| counted.class),
        None => counted.map_or(BARE, |counted| counted.class),
    }
}

/// The phrase before a number that bounds it, and where it begins.
fn before(sentence: &Sentence<'_>, number: usize) -> Option<(usize, Bound)> {
    let mut end = number;
    for _ in 0..3 {
        let found = tables::BEFORE.iter().find_map(|(phrase, bound)| {
            let start = end.checked_sub(phrase.split(' ').count())?;
            sentence.phrase(start, phrase).filter(|at| *at == end).map(|_| (start, *bound))
        });
        if let Some((start, bound)) = found {
            // "Hand over 60 prisoners": the word goes with the verb.
            let verb = start.checked_sub(1).map_or("", |at| sentence.lower(at));
            // "Sue them over the 12 million": what it is about.
            let is_about = start + 1 == end && end < number && is_place(sentence.lower(start));
            if is_about || sentence.lower(start) == "over" && tables::VERBS_WITH_OVER.contains(&verb) {
                return None;
            }
            // "Just over", "only about": one more word that says how.
            let outer = start.checked_sub(1).filter(|at| matches!(sentence.lower(*at), "only" | "just" | "well"));
            return Some((outer.unwrap_or(start), bound));
        }
        end = end.checked_sub(1).filter(|at| tables::BETWEEN.contains(&sentence.lower(*at)))?;
    }
    None
}

/// Words that bound a number right behind them, and lead to something else before "the".
fn is_place(word: &str) -> bool {
    matches!(word, "over" | "above" | "under" | "below" | "within")
}

/// “31 of the province's 58 schools”: the first number counts what the second one counts, and is a part of it.
fn parts_of_wholes(sentence: &Sentence<'_>, candidates: &mut [Candidate]) {
    for number in 1..candidates.len() {
        let (done, rest) = candidates.split_at_mut(number);
        let (Some(part), Some(whole)) = (done.last_mut(), rest.first()) else { continue };
        let begin = part.first.words.end;
        let leads = sentence.lower(begin) == "of"
            && whole.words.start > begin + 1
            && whole.words.start <= begin + 5
            && (begin + 1..whole.words.start).all(|at| {
                matches!(
                    sentence.lower(at),
                    "the" | "its" | "their" | "all" | "his" | "her" | "our" | "nearly" | "some"
                ) || sentence.is_capital(at)
                    || sentence.lower(at).ends_with("'s")
                    || sentence.lower(at).ends_with("’s")
                    || sentence.lower(at + 1).ends_with("'s")
                    || sentence.lower(at + 1).ends_with("’s")
            });
        let Some(counted) = whole.counted.as_ref().filter(|_| leads && part.second.is_none()) else { continue };
        if matches!(part.first.value, Value::Number(_)) && part.first.unit.is_none() {
            part.counted = Some(Counted { is_back: false, ..counted.clone() });
            part.class = counted.class;
        }
        part.words.end = whole.words.end;
        part.is_part_of_next = true;
    }
}
