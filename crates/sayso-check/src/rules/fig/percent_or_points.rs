//! Percent stands where percentage points are meant, or the other way round.
//!
//! ## What it does
//!
//! Finds “from 4% to 6%” where the sentence, or the next one (“That is an increase of 2%”), calls the change 2 percent (it is 2
//! percentage points, or 50 percent), or 50 percentage points. The two levels may stand in two sentences: “It had 6% then. Now it
//! has 4%, a drop of 2%”, also where the older one stands behind: “27% named them. A month ago 24% had; support has thus gone up by
//! 3%”.
//!
//! ## Why it matters
//!
//! A tax that goes from 4 to 6 percent rises by half. Called “2 percent” it looks like nothing.
//!
//! ## Authority
//!
//! AP, “Stylebook”, on percent and percentage points. BBC, “Editorial Guidelines”, on reporting surveys and statistics. Guardian, style
//! guide, on percentages.
//!
//! ## Example
//!
//! ```text
//! Unemployment rose from 4% to 6%, an increase of 2%, the statistics office said.
//! ```
//!
//! ## Better
//!
//! ```text
//! Unemployment rose from 4% to 6%, an increase of two percentage points, the statistics office said.
//! ```
//!
//! ## When not to use
//!
//! There is no such case.

use std::ops::Range;

use sayso_reading::dates::{is_month, is_weekday};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::{counts, numbers};
use crate::desk::Line;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG006",
    name: "percent-or-points",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("percent_or_points.rs"),
    check,
};

/// What a number is followed by.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Percent,
    Points,
    /// Nothing: “from 4 to 6 percent”.
    None,
}

/// A number in a sentence and its unit.
#[derive(Debug)]
struct Number {
    value: f64,
    unit: Unit,
    /// Its words, the unit's included.
    words: Range<usize>,
    span: Span,
    /// The word before it.
    before: String,
}

/// What says that the number behind it is the change.
const CHANGE: &[&str] = &[
    "of",
    "by",
    "up",
    "down",
    "rose",
    "fell",
    "risen",
    "fallen",
    "rise",
    "fall",
    "increase",
    "decrease",
    "jump",
    "drop",
    "a",
    "gained",
    "lost",
    "grew",
    "climbed",
    "dropped",
    "jumped",
    "increased",
    "decreased",
    "slipped",
    "declined",
    "slid",
    "shrank",
    "soared",
    "surged",
    "widened",
    "narrowed",
    "about",
    "nearly",
    "almost",
];
/// Nouns of a change.
const NOUNS: &[&str] = &[
    "increase",
    "rise",
    "jump",
    "drop",
    "fall",
    "decrease",
    "decline",
    "gain",
    "hike",
    "cut",
    "climb",
    "loss",
    "growth",
    "improvement",
    "reduction",
    "slide",
    "slump",
    "swing",
];
/// What may stand before a number that is not meant to the last digit.
const ROUGHLY: &[&str] = &["about", "just", "only", "nearly", "almost", "some", "around", "roughly", "over", "under"];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let mut before: Option<(&Line<'_>, Levels)> = None;
    let mut level: Option<(&Line<'_>, Number)> = None;
    let mut recent: Vec<(&Line<'_>, f64, Span)> = Vec::new();
    for line in desk.body() {
        let numbers = numbers(&line.sentence);
        let mut last = None;
        for (at, pair) in numbers.windows(2).enumerate() {
            let Some(levels) = levels(&pair[0], &pair[1]) else { continue };
            // The change stands right before the levels or right behind them.
            let ahead = at.checked_sub(1).and_then(|at| numbers.get(at)).filter(|change| {
                levels.is_plain
                    && is_called_a_change(&line.sentence, change)
                    && is_beside(&line.sentence, change.words.end..pair[0].words.start)
            });
            let behind = numbers.get(at + 2).filter(|change| {
                let gap = pair[1].words.end..change.words.start;
                is_summed_up(&line.sentence, change, &gap)
                    || (levels.is_plain && is_called_a_change(&line.sentence, change) && is_beside(&line.sentence, gap))
            });
            for change in ahead.into_iter().chain(behind) {
                tell(desk, &levels, change, found);
            }
            last = Some(levels);
        }
        // "… to 6%. That is an increase of 2%."
        let goes_on = matches!(line.sentence.lower(0), "that" | "this" | "the");
        if let (Some((earlier, levels)), Some(change), true) = (&before, numbers.first(), goes_on)
            && earlier.paragraph == line.paragraph
            && is_told_of_before(&line.sentence, change)
        {
            tell(desk, levels, change, found);
        }
        // "It sold 18 percent four years ago. Today its share is 12 percent, a drop of 6 percent."
        if last.is_none()
            && let Some(from) = level.filter(|(earlier, _)| earlier.paragraph == line.paragraph).map(|(_, from)| from)
            && let [to, change, ..] = numbers.as_slice()
            && let Some(levels) = level_by_level(&from, to)
            && is_summed_up(&line.sentence, change, &(to.words.end..change.words.start))
            && goes_its_way(&line.sentence, change, &levels)
        {
            tell(desk, &levels, change, found);
        }
        // "27 percent named them. A month ago 24 percent had; support has thus gone up by 3 percent."
        if last.is_none() {
            let earlier = recent.iter().filter(|(other, ..)| other.paragraph == line.paragraph);
            let mut levels: Vec<(f64, Span)> = earlier.map(|(_, value, span)| (*value, *span)).collect();
            for number in &numbers {
                if concludes(&line.sentence, number) {
                    if let [.., one, other] = levels.as_slice()
                        && let Some(levels) = in_time(desk, &line.sentence, number, *one, *other)
                    {
                        tell(desk, &levels, number, found);
                    }
                } else if number.unit == Unit::Percent && !is_called_a_change(&line.sentence, number) {
                    levels.push((number.value, number.span));
                }
            }
        }
        recent.retain(|(other, ..)| other.paragraph == line.paragraph);
        let are_levels =
            numbers.iter().filter(|number| number.unit == Unit::Percent && !is_called_a_change(&line.sentence, number));
        recent.extend(are_levels.map(|number| (line, number.value, number.span)));
        if recent.len() > MOST {
            recent.drain(..recent.len() - MOST);
        }
        level = numbers.into_iter().rev().find(|number| number.unit == Unit::Percent).map(|number| (line, number));
        before = last.map(|levels| (line, levels));
    }
}

/// Two levels in the order of their times: as they stand, or the other way round where the second is told of as the older one and the
/// change went that way.
fn in_time(
    desk: &Desk<'_>,
    sentence: &Sentence<'_>,
    change: &Number,
    one: (f64, Span),
    other: (f64, Span),
) -> Option<Levels> {
    const PAST: &[&str] = &["ago", "earlier", "previous", "previously", "last", "before", "then"];
    const DOWN: &[&str] = &[
        "down",
        "drop",
        "dropped",
        "fall",
        "fell",
        "fallen",
        "decrease",
        "decreased",
        "decline",
        "declined",
        "loss",
        "lost",
        "cut",
        "reduction",
        "slide",
        "slid",
        "slump",
        "shrank",
        "slipped",
        "falling",
        "narrowed",
        "lower",
    ];
    let stops = |at: &usize| matches!(sentence.lower(*at), ";" | ":" | "," | "–" | "—" | ".");
    let first = (0..change.words.start).rev().find(stops).map_or(0, |at| at + 1);
    let is_down = (first..change.words.start).any(|at| DOWN.contains(&sentence.lower(at)));
    let levels = |from: (f64, Span), to: (f64, Span)| Levels {
        from: from.0,
        to: to.0,
        span: one.1.cover(other.1),
        is_plain: false,
    };
    if (other.0 < one.0) == is_down {
        return Some(levels(one, other));
    }
    let there = &desk.sentence_at(other.1.start)?.sentence;
    let is_past = (0..there.words.len()).any(|at| {
        let word = there.lower(at);
        PAST.contains(&word) || counts::is_year(word) || (is_month(word) && there.is_capital(at))
    });
    is_past.then(|| levels(other, one))
}

/// So many levels are kept of a paragraph.
const MOST: usize = 4;

/// “Support has thus gone up by 3 percent”, “which means a rise of 3 percent”: a clause that concludes from two levels before it.
fn concludes(sentence: &Sentence<'_>, change: &Number) -> bool {
    const SO: &[&str] = &[
        "thus",
        "so",
        "therefore",
        "hence",
        "means",
        "meaning",
        "meant",
        "making",
        "amounts",
        "accordingly",
        "overall",
    ];
    /// What a share is called when it is taken up.
    const SHARES: &[&str] = &[
        "support",
        "share",
        "rate",
        "figure",
        "turnout",
        "approval",
        "proportion",
        "backing",
        "level",
        "it",
        "that",
        "this",
        "which",
        "ratio",
        "popularity",
        "rating",
        "unemployment",
        "membership",
    ];
    const MOVED: &[&str] = &["by", "up", "down", "of"];
    let stops = |at: &usize| matches!(sentence.lower(*at), ";" | ":" | "," | "–" | "—" | ".");
    let first = (0..change.words.start).rev().find(stops).map_or(0, |at| at + 1);
    let clause = || (first..change.words.start).map(|at| sentence.lower(at));
    let is_led = matches!(sentence.lower(first), "a" | "an" | "up" | "down") || clause().any(|word| SO.contains(&word));
    let takes_up = clause().take(3).any(|word| SHARES.contains(&word));
    let before = change.words.start.checked_sub(1).map_or("", |at| sentence.lower(at));
    let is_change = change.unit == Unit::Percent
        && (MOVED.contains(&before) || ROUGHLY.contains(&before) || is_called_a_change(sentence, change))
        && clause().any(|word| (CHANGE.contains(&word) && !matches!(word, "a" | "about" | "of")) || word == "by")
        || NOUNS.contains(&sentence.lower(change.words.end));
    let is_since = (first..change.words.start).any(|at| matches!(sentence.lower(at), "from" | "to"));
    is_change && !is_since && (is_led || takes_up)
}

/// The levels that two sentences name, one each.
fn level_by_level(from: &Number, to: &Number) -> Option<Levels> {
    let are_levels = from.unit == Unit::Percent && to.unit == Unit::Percent;
    are_levels.then(|| Levels { from: from.value, to: to.value, span: from.span.cover(to.span), is_plain: false })
}

/// Whether the word for a change says that it went the way that the levels went.
fn goes_its_way(sentence: &Sentence<'_>, change: &Number, levels: &Levels) -> bool {
    const DOWN: &[&str] =
        &["down", "drop", "fall", "decrease", "decline", "loss", "cut", "reduction", "slide", "slump", "falling"];
    let Some(first) = begins(sentence, change) else { return false };
    let is_down = (first..=change.words.end).any(|at| DOWN.contains(&sentence.lower(at)));
    is_down == (levels.to < levels.from)
}

/// A noun or a verb of change leads to a number or follows it: “a 10% increase”, “rose 10%”.
fn is_called_a_change(sentence: &Sentence<'_>, change: &Number) -> bool {
    NOUNS.contains(&sentence.lower(change.words.end)) || CHANGE.contains(&change.before.as_str())
}

/// Whether nothing else is told in some words between the change and the levels: “…, while prices went up 2%” is of something
/// else.
fn is_beside(sentence: &Sentence<'_>, gap: Range<usize>) -> bool {
    const BETWEEN: &[&str] = &[
        ",",
        "a",
        "an",
        "the",
        "of",
        "up",
        "down",
        "by",
        "from",
        "to",
        "about",
        "just",
        "only",
        "nearly",
        "almost",
        "some",
        "around",
        "(",
        ")",
        "-",
        "–",
        "—",
        "difference",
        "change",
        "or",
        "that",
        "is",
        "sharp",
        "total",
        "in",
        "increasing",
        "rising",
        "falling",
        "going",
    ];
    /// “Dropped 3 percent last year, from 11 percent”.
    const TIMES: &[&str] = &[
        "last",
        "this",
        "that",
        "past",
        "first",
        "second",
        "third",
        "fourth",
        "same",
        "previous",
        "year",
        "years",
        "month",
        "months",
        "quarter",
        "quarters",
        "week",
        "weeks",
        "decade",
        "half",
        "season",
        "period",
        "spring",
        "summer",
        "autumn",
        "winter",
        "since",
        "during",
        "over",
        "within",
        "at",
        "end",
        "beginning",
        "start",
        "alone",
        "earlier",
        "later",
        "between",
        "two",
        "three",
        "five",
        "ten",
        "ended",
        "ending",
        "on",
        "and",
        "annually",
    ];
    gap.into_iter().all(|at| {
        let word = sentence.lower(at);
        BETWEEN.contains(&word)
            || TIMES.contains(&word)
            || NOUNS.contains(&word)
            || counts::is_year(word)
            || is_month(word)
            || is_weekday(word)
            // "21 per cent of posts".
            || (at > 0 && sentence.lower(at - 1) == "of")
    })
}

/// “…, an increase of 2%”, “…, up 2%”, “… (a 2% rise)”: what sums up the clause before it, with nothing else told between.
fn is_summed_up(sentence: &Sentence<'_>, change: &Number, gap: &Range<usize>) -> bool {
    /// What begins another clause, whose change it may be.
    const BREAKS: &[&str] =
        &["while", "but", "whereas", "as", "although", "though", "because", "and", "with", "after", "when", ";", ":"];
    /// So many words may stand between: “…, the ministry said in its yearly report, an increase of 2%”.
    const MOST: usize = 14;
    let Some(first) = begins(sentence, change) else { return false };
    let is_set_off = first > gap.start && matches!(sentence.lower(first - 1), "," | "(" | "–" | "—" | "-" | "or");
    let between = gap.start..first.max(gap.start);
    is_set_off && between.len() <= MOST && !between.into_iter().any(|at| BREAKS.contains(&sentence.lower(at)))
}

/// “That is an increase of 2%”, “The 2% rise …”: a sentence that takes up the levels of the one before.
fn is_told_of_before(sentence: &Sentence<'_>, change: &Number) -> bool {
    let Some(first) = begins(sentence, change) else { return false };
    first == 0
        || (first <= 4
            && (1..first).all(|at| {
                matches!(
                    sentence.lower(at),
                    "is" | "was" | "means" | "meant" | "marks" | "represents" | "amounts" | "to"
                )
            }))
}

/// The first word of the phrase that calls a number a change, if one does: “an” of “an increase of about 2%”.
fn begins(sentence: &Sentence<'_>, change: &Number) -> Option<usize> {
    let mut first = change.words.start;
    let back = |first: &mut usize, words: &[&str]| {
        while *first > 0 && words.contains(&sentence.lower(*first - 1)) {
            *first -= 1;
        }
    };
    back(&mut first, ROUGHLY);
    let before = |first: usize| first.checked_sub(1).map_or("", |at| sentence.lower(at));
    if matches!(before(first), "up" | "down" | "rising" | "falling") {
        return Some(first - 1);
    }
    let is_of = matches!(before(first), "of" | "by") && first > 1;
    if is_of && matches!(sentence.lower(first - 2), "up" | "down" | "rising" | "falling" | "increasing") {
        return Some(first - 2);
    }
    if is_of && NOUNS.contains(&sentence.lower(first - 2)) {
        first -= 2;
    } else if !NOUNS.contains(&sentence.lower(change.words.end)) {
        return None;
    }
    // "A sharp and unforeseen rise" has too many words.
    let article = (first.saturating_sub(3)..first).rev().find(|at| matches!(sentence.lower(*at), "a" | "an" | "the"));
    article.filter(|at| !(*at..first).any(|at| matches!(sentence.lower(at), "," | "and")))
}

/// From what to what in per cent.
#[derive(Clone, Copy)]
struct Levels {
    from: f64,
    to: f64,
    span: Span,
    /// Whether two numbers say “from” and “to”, and not only “18 percent in May and 11 percent in June”.
    is_plain: bool,
}

/// The levels that two numbers say: “from 4% to 6%”, “to 6% from 4%”, “was 4% in May and 6% in June”.
fn levels(one: &Number, other: &Number) -> Option<Levels> {
    let units = (one.unit, other.unit);
    if !matches!(units, (Unit::Percent | Unit::None, Unit::Percent) | (Unit::Percent, Unit::None)) {
        return None;
    }
    let (from, to, is_plain) = match (one.before.as_str(), other.before.as_str()) {
        ("from", "to") => (one.value, other.value, true),
        ("to", "from") => (other.value, one.value, true),
        ("at" | "was" | "were" | "to", "against" | "with" | "than" | "to") => (other.value, one.value, false),
        ("at" | "was" | "were", "at" | "and" | "was") => (one.value, other.value, false),
        _ => return None,
    };
    Some(Levels { from, to, span: one.span.cover(other.span), is_plain })
}

/// Whether a change is called by the wrong unit, and whether it is points in truth.
fn mistaken(levels: &Levels, change: &Number) -> Option<bool> {
    let points = (levels.to - levels.from).abs();
    let share = if levels.from == 0.0 { return None } else { points / levels.from * 100.0 };
    let is = |number: f64| (number - change.value).abs() < 0.051;
    match change.unit {
        Unit::Percent if is(points) && (share - points).abs() > 0.6 => Some(true),
        Unit::Points if (share - change.value).abs() < 0.6 && (share - points).abs() > 1.2 => Some(false),
        _ => None,
    }
}

fn tell(desk: &Desk<'_>, levels: &Levels, change: &Number, found: &mut Found) {
    let Some(is_points) = mistaken(levels, change) else { return };
    let called = change.span.of(desk.text);
    let (message, help) = if is_points {
        let share = ((levels.to - levels.from) / levels.from * 100.0).abs();
        (
            format!("“{called}” is in percentage points here"),
            format!("Write “percentage points”, or {share:.0} percent"),
        )
    } else {
        (format!("“{called}” is in percent here"), "Write “percent”, or give the difference in points".to_owned())
    };
    found.add(change.span, message, help).related(levels.span, "from what to what");
}

/// The numbers of a sentence that are shares, points, or one of two levels of which the other has the unit.
fn numbers(sentence: &Sentence<'_>) -> Vec<Number> {
    let mut out = Vec::new();
    for number in numbers::of(sentence) {
        let (unit, end) = unit(sentence, number.words.end);
        let mut first = number.words.start;
        while first > 0
            && (ROUGHLY.contains(&sentence.lower(first - 1)) || matches!(sentence.lower(first - 1), "a" | "-"))
        {
            first -= 1;
        }
        let before = first.checked_sub(1).map_or("", |before| sentence.lower(before)).to_owned();
        // "In 2020" and "of the 14 wards" stand between levels and are none.
        let may_be_level = matches!(before.as_str(), "from" | "to") && numbers::is_level(sentence, &number);
        if unit != Unit::None || may_be_level {
            let words = number.words.start..end;
            let span = sentence.span(&words);
            out.push(Number { value: number.value, unit, words, span, before });
        }
    }
    out
}

fn unit(sentence: &Sentence<'_>, at: usize) -> (Unit, usize) {
    const UNITS: &[(&str, Unit)] = &[
        ("percentage points", Unit::Points),
        ("percentage point", Unit::Points),
        ("- percentage - point", Unit::Points),
        ("- point", Unit::Points),
        ("points", Unit::Points),
        ("point", Unit::Points),
        ("percent", Unit::Percent),
        ("per cent", Unit::Percent),
        ("- per - cent", Unit::Percent),
        ("- percent", Unit::Percent),
        ("%", Unit::Percent),
        ("pc", Unit::Percent),
    ];
    let found = UNITS.iter().find_map(|(phrase, unit)| Some((*unit, sentence.phrase(at, phrase)?)));
    // "2% points".
    match found {
        Some((Unit::Percent, end)) if matches!(sentence.lower(end), "points" | "point") => (Unit::Points, end + 1),
        Some(found) => found,
        None => (Unit::None, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn percent_for_points_is_found() {
        fires(&RULE, "Unemployment rose from 4% to 6%, an increase of ⟦2%⟧, the statistics office said.");
        fires(&RULE, "Vaccination rose from 40% to 50%, a ⟦10%⟧ increase, the ministry said.");
        fires(&RULE, "The tax went up ⟦2 per cent⟧, from 10 to 12 per cent.");
        fires(&RULE, "Turnout fell by ⟦8.5 percent⟧ to 51.5 percent from 60 percent.");
        fires(&RULE, "Unemployment rose from 4% to 6%, a jump of ⟦50 percentage points⟧.");
        fires(&RULE, "The dropout rate fell ⟦5 per cent⟧ last autumn, from 16 per cent of apprentices to 11 per cent.");
        fires(&RULE, "Recycling rose from 31 percent in 2019 to 38 percent last year, an increase of ⟦7 percent⟧.");
        fires(
            &RULE,
            "The share of late trains went from nine to twelve per cent in June, the Orrel line said, a rise of ⟦three per cent⟧.",
        );
        fires(&RULE, "Turnout was 52 percent in 2019 and 61 percent in May, up ⟦9 percent⟧.");
        fires(
            &RULE,
            "The yard built 21 percent of all barges ten years ago. Now it has 15 percent, a fall of ⟦6 percent⟧, the guild says.",
        );
        fires(&RULE, "The tax goes from 4 to 7 percent. That is an increase of ⟦3 percent⟧.");
    }

    #[test]
    fn each_by_its_own_unit_is_none() {
        is_silent(
            &RULE,
            &[
                "Unemployment rose from 4% to 6%, an increase of two percentage points.",
                "Unemployment rose from 4% to 6%, an increase of 50%.",
                "Unemployment rose from 4% to 6%, while prices went up 2%, the office said.",
                "Unemployment rose 2 points, from 4 to 6 percent.",
                "Output rose 2 percent, from 98 tonnes to 100 tonnes.",
                "The rate went from 98% to 100%, up 2%.",
                "Profit rose to 6 million from 4 million, up 50 percent.",
                "The yard built 21 percent of all barges ten years ago. Now it has 15 percent, a fall of six points.",
                "The yard built 21 percent of all barges in 2010. Now it has 15 percent, while wages are up by 6 percent.",
                "Turnout was 21 percent. In Orrel it was 15 percent, a rise of 6 percent.",
                "The rate rose from 4% to 6% after exports had seen an increase of 2%, the office said.",
                "The rate rose from 4% to 6%, and wages, after a poor spring, were up 2%.",
                "Sales rose 2% last year as the margin went from 4% to 6%.",
                "Turnout was 52 percent in 2019 and 61 percent in May, up nine points.",
                "The share went from 12 in 2018 to 19 percent in 2022, an increase of 58 percent.",
                "The tax goes from 4 to 7 percent. The harbour wants an increase of 3 percent in the budget.",
            ],
        );
    }

    #[test]
    fn a_clause_that_concludes_from_two_levels_is_found() {
        fires(
            &RULE,
            "In May 31 percent backed the mayor. In March it was 36 percent; her approval has therefore dropped by ⟦5 percent⟧.",
        );
        fires(
            &RULE,
            "Some 44 percent of pupils now walk to school. Five years ago it was 40 percent, which means a rise of ⟦4 percent⟧.",
        );
        is_silent(
            &RULE,
            &[
                "In May 31 percent backed the mayor. In March it was 36 percent; her approval has therefore dropped by 5 points.",
                "Some 44 percent of pupils now walk to school. Five years ago it was 40 percent, which means a rise of 10 percent.",
                "Turnout was 61 percent, the office said. Four years ago 66 percent had voted. Prices rose by 5 percent, the bank said.",
            ],
        );
    }
}
