//! When something was said: "on Monday", "last week", "the following day", against the article's own date.
//!
//! Nothing is guessed: without an anchor there is no date, and what names a month stays a month. A weekday is the last one
//! up to the article's day, as newsrooms write it.

mod links;
pub(crate) mod phrases;

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use sayso_article::Article;
use sayso_text::{Note, Span};

pub(crate) use links::attach;
use phrases::{Meaning, phrase};
pub use phrases::{is_month, is_weekday};
use sayso_text::sentences::Sentence;

/// When something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The days, with the precision that the words have.
    pub days: Days,
    /// The words that say it.
    pub span: Span,
}

/// A day, a month, a year or some days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// `2023-11-04`
    Day(Date),
    /// `2023-11`
    Month(i16, i8),
    /// `2023`
    Year(i16),
    /// From one day to another, both included.
    Range(Date, Date),
}

impl Days {
    /// The last day, from which what follows is counted.
    fn last(self) -> Option<Date> {
        match self {
            Days::Day(day) | Days::Range(_, day) => Some(day),
            Days::Month(..) | Days::Year(_) => None,
        }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Days::Day(day) => write!(f, "{day}"),
            Days::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Days::Year(year) => write!(f, "{year:04}"),
            Days::Range(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

/// The day that an article's words count from, and notes on what its dates say against each other.
pub(crate) fn anchor(article: &Article) -> (Option<Date>, Vec<Note>) {
    let read = |given: &Option<String>| given.as_deref().and_then(day);
    let (published, modified) = (read(&article.published), read(&article.modified));
    let mut notes = Vec::new();
    if let (Some(published), Some(modified)) = (published, modified)
        && modified < published
    {
        let message = format!(
            "the article was modified on {modified}, before it was published on {published}: dates are counted from the \
             latter"
        );
        notes.push(Note::new("dates-disagree", message));
    }
    (published.or(modified), notes)
}

/// A date as metadata give it: ISO 8601, or in words with a year.
pub fn day(given: &str) -> Option<Date> {
    let given = given.trim();
    if let Some(date) = given.get(..10).and_then(|date| date.parse().ok()) {
        return Some(date);
    }
    let sentence = Sentence::of(given, Span::new(0, given.len()));
    (0..sentence.words.len().min(MOST_WORDS)).find_map(|at| match phrase(&sentence, at) {
        Some((_, Meaning::Day { month, day, year: Some(year) })) => Date::new(year, month, day).ok(),
        _ => None,
    })
}

/// A date in metadata stands among at most so many words.
const MOST_WORDS: usize = 12;

/// What the words of a sentence say of when, in order: where, and which days. `before` is the day last spoken of.
pub(crate) fn in_sentence(sentence: &Sentence<'_>, anchor: Date, before: Option<Days>) -> Vec<When> {
    let mut out = Vec::new();
    let mut before = before;
    let mut at = 0;
    while at < sentence.words.len() {
        let Some((words, meaning)) = phrase(sentence, at) else {
            at += 1;
            continue;
        };
        if let Some(days) = resolve(meaning, anchor, before) {
            let span = sentence.span(&(at..at + words));
            // What is said next goes on from the day of the sentence's own link.
            if !phrases::dates_what_follows(span.of(sentence.text)) {
                before = Some(days);
            }
            let is_since = sentence.lower(at) == "since" || at > 0 && sentence.lower(at - 1) == "since";
            out.push(When { days: if is_since { since(days, anchor) } else { days }, span });
        }
        at += words;
    }
    out
}

/// What all sentences say of when, in text order.
pub(crate) fn mentions(sentences: &[Sentence<'_>], anchor: Date) -> Vec<When> {
    let mut out: Vec<When> = Vec::new();
    let mut before = None;
    for sentence in sentences {
        let whens = in_sentence(sentence, anchor, before);
        let goes_on = |when: &&When| !phrases::dates_what_follows(when.span.of(sentence.text));
        before = whens.iter().rfind(goes_on).map(|when| when.days).or(before);
        out.extend(whens);
    }
    out
}

/// Days in a week.
const WEEK: i32 = 7;
/// A day without a year is the coming one only if it comes within so many days.
const AHEAD: i32 = 7;

/// “Since Wednesday”: from then to the article's day.
fn since(days: Days, anchor: Date) -> Days {
    let first = match days {
        Days::Day(day) | Days::Range(day, _) => Some(day),
        Days::Month(year, month) => Date::new(year, month, 1).ok(),
        Days::Year(year) => Date::new(year, 1, 1).ok(),
    };
    first.filter(|first| *first < anchor).map_or(days, |first| Days::Range(first, anchor))
}

/// Easter Sunday of a year, by the anonymous Gregorian algorithm.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 19 * golden + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let sum = moon + week - 7 * late + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()
}

/// The months from a day, a month or a year that was spoken of.
fn months_from(before: Days, months: i32) -> Option<Days> {
    let first = match before {
        Days::Day(day) | Days::Range(_, day) => day.first_of_month(),
        Days::Month(year, month) => Date::new(year, month, 1).ok()?,
        Days::Year(_) => return None,
    };
    let date = first.checked_add(months.months()).ok()?;
    Some(Days::Month(date.year(), date.month()))
}

fn resolve(meaning: Meaning, anchor: Date, before: Option<Days>) -> Option<Days> {
    let monday = shift(anchor, -i32::from(anchor.weekday().to_monday_zero_offset()))?;
    Some(match meaning {
        Meaning::Offset(days) => Days::Day(shift(anchor, days)?),
        Meaning::AfterBefore(days) => Days::Day(shift(before?.last()?, days)?),
        Meaning::WeekBeside(weeks) => {
            let day = before?.last()?;
            let monday = shift(day, weeks * WEEK - i32::from(day.weekday().to_monday_zero_offset()))?;
            Days::Range(monday, shift(monday, WEEK - 1)?.min(anchor.max(monday)))
        }
        Meaning::MonthsBeside(months) => months_from(before?, months)?,
        // A month stays one: "in August … a year earlier".
        Meaning::YearsBeside(years) => match before? {
            Days::Month(year, month) if years != 0 => Days::Month(i16::try_from(i32::from(year) + years).ok()?, month),
            Days::Day(day) | Days::Range(_, day) => Days::Year(i16::try_from(i32::from(day.year()) + years).ok()?),
            Days::Month(year, _) | Days::Year(year) => Days::Year(i16::try_from(i32::from(year) + years).ok()?),
        },
        Meaning::DayAlone(day) => {
            let this = Date::new(anchor.year(), anchor.month(), day).ok().filter(|date| *date <= anchor);
            let last = anchor.first_of_month().checked_sub(1.days()).ok()?;
            Days::Day(this.or_else(|| Date::new(last.year(), last.month(), day).ok())?)
        }
        Meaning::Easter(days) => {
            let this = easter(anchor.year()).and_then(|sunday| shift(sunday, days)).filter(|date| *date <= anchor);
            Days::Day(this.or_else(|| shift(easter(anchor.year() - 1)?, days))?)
        }
        Meaning::WeekdayOf { day, weeks } => Days::Day(shift(monday, weeks * WEEK + i32::from(day))?),
        Meaning::Weekday { day, strictly_before } => {
            let back = (i32::from(anchor.weekday().to_monday_zero_offset()) - i32::from(day)).rem_euclid(WEEK);
            Days::Day(shift(anchor, -if back == 0 && strictly_before { WEEK } else { back })?)
        }
        Meaning::Day { month, day, year: Some(year) } => Days::Day(Date::new(year, month, day).ok()?),
        Meaning::Day { month, day, year: None } => {
            let this = Date::new(anchor.year(), month, day).ok();
            let is_past = |date: &Date| shift(anchor, AHEAD).is_some_and(|most| *date <= most);
            Days::Day(this.filter(is_past).or_else(|| Date::new(anchor.year() - 1, month, day).ok())?)
        }
        Meaning::Month { month, year } => {
            let last = if month <= anchor.month() { anchor.year() } else { anchor.year() - 1 };
            Days::Month(year.unwrap_or(last), month)
        }
        Meaning::Year(year) => Days::Year(year),
        Meaning::Weekdays(from, to) => {
            let back = (i32::from(anchor.weekday().to_monday_zero_offset()) - i32::from(to)).rem_euclid(WEEK);
            let last = shift(anchor, -back)?;
            Days::Range(shift(last, -(i32::from(to) - i32::from(from)).rem_euclid(WEEK))?, last)
        }
        Meaning::Overnight => Days::Range(shift(anchor, -1)?, anchor),
        Meaning::Week(0) => Days::Range(monday, anchor),
        Meaning::Week(weeks) => Days::Range(shift(monday, weeks * WEEK)?, shift(monday, weeks * WEEK + WEEK - 1)?),
        Meaning::Weekend => {
            // On a Sunday the weekend is not over: it is that one.
            let saturday = shift(monday, if anchor.weekday().to_monday_zero_offset() == 6 { 5 } else { -2 })?;
            Days::Range(saturday, shift(saturday, 1)?)
        }
        Meaning::Months(months) => {
            let date = anchor.first_of_month().checked_add(months.months()).ok()?;
            Days::Month(date.year(), date.month())
        }
        Meaning::Years(years) => Days::Year(i16::try_from(i32::from(anchor.year()) + years).ok()?),
        Meaning::ToCome => return None,
    })
}

fn shift(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests;
