//! The numbers of a sentence, in digits or words, whether or not a reading has them as figures.

use std::ops::Range;

use sayso_reading::dates::is_month;
use sayso_text::sentences::Sentence;

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// What it comes to: 1,140 for “1,140”, 23 for “twenty-three”, 3,400,000 for “3.4m”.
    pub(super) value: f64,
    /// Its words.
    pub(super) words: Range<usize>,
    /// Whether it is written in digits.
    pub(super) digits: bool,
    /// Whether it has a part behind the point: “3.4 million”, “10.40”.
    pub(super) is_broken: bool,
}

/// Numbers below twenty.
const ONES: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
/// Twenty and its like.
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// What multiplies; the letters only where they touch the digits.
const SCALES: &[(&str, f64)] = &[
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("k", 1e3),
    ("m", 1e6),
    ("mn", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
];
/// What makes a number word a fraction's.
const FRACTIONS: &[&str] = &["third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "half"];

/// The numbers of a sentence, in order.
pub(super) fn of(sentence: &Sentence<'_>) -> Vec<Number> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let found = in_digits(sentence, at).or_else(|| in_words(sentence, at));
        at = found.as_ref().map_or(at + 1, |number| number.words.end);
        out.extend(found);
    }
    out
}

/// “1,140”, “4.5”, “23m”, “3.4 million”; not “4th”, “1960s”, “A388”.
fn in_digits(sentence: &Sentence<'_>, first: usize) -> Option<Number> {
    let split = |at: usize| {
        let word = sentence.lower(at);
        word.split_at(word.bytes().take_while(u8::is_ascii_digit).count())
    };
    let (digits, mut letters) = split(first);
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    let mut text = digits.to_owned();
    let mut end = first + 1;
    let mut is_broken = false;
    while letters.is_empty() && text.len() <= 15 {
        let is_comma = sentence.lower(end) == ",";
        let is_point = sentence.lower(end) == "." && !is_broken;
        if !(is_comma || is_point) || !sentence.touches(end) || !sentence.touches(end + 1) {
            break;
        }
        let (digits, rest) = split(end + 1);
        if digits.is_empty() || digits.len() > 15 || (is_comma && (digits.len() != 3 || is_broken)) {
            break;
        }
        if is_point {
            is_broken = true;
            text.push('.');
        }
        text.push_str(digits);
        letters = rest;
        end += 2;
    }
    let mut value: f64 = text.parse().ok()?;
    if letters.is_empty() {
        let scale = scale(sentence.lower(end)).filter(|_| sentence.lower(end).len() > 3);
        value *= scale.unwrap_or(1.0);
        end += usize::from(scale.is_some());
    } else {
        value *= scale(letters)?;
    }
    Some(Number { value, words: first..end, digits: true, is_broken })
}

fn scale(word: &str) -> Option<f64> {
    SCALES.iter().find(|(name, _)| *name == word).map(|(_, scale)| *scale)
}

/// “Nine”, “twenty-six hundred”, “three hundred and twelve”; not “two thirds”.
fn in_words(sentence: &Sentence<'_>, first: usize) -> Option<Number> {
    let (mut value, mut end) = below_hundred(sentence, first)?;
    while let Some(by) = scale(sentence.lower(end)).filter(|_| sentence.lower(end).len() > 3) {
        value *= by;
        end += 1;
        let and = usize::from(sentence.lower(end) == "and");
        if let Some((rest, after)) = below_hundred(sentence, end + and).filter(|(rest, _)| *rest < by) {
            // "Three hundred and two in Orrel" is read as one number, which a list of parts can't have.
            value += rest;
            end = after;
        }
    }
    let is_fraction = FRACTIONS.contains(&sentence.lower(end))
        || (sentence.lower(end) == "-" && FRACTIONS.contains(&sentence.lower(end + 1)));
    (!is_fraction).then_some(Number { value, words: first..end, digits: false, is_broken: false })
}

fn below_hundred(sentence: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    let place = |names: &[&str], at: usize| names.iter().position(|name| *name == sentence.lower(at));
    if let Some(one) = place(ONES, at) {
        return Some((one as f64, at + 1));
    }
    let ten = (place(TENS, at)? + 2) as f64 * 10.0;
    let hyphen = usize::from(sentence.lower(at + 1) == "-");
    match place(ONES, at + 1 + hyphen).filter(|one| (1..10).contains(one)) {
        Some(one) => Some((ten + one as f64, at + 2 + hyphen)),
        None => Some((ten, at + 1)),
    }
}

/// What is measured or timed and not counted.
const MEASURED: &[&str] = &[
    "%",
    "percent",
    "per",
    "pc",
    "percentage",
    "point",
    "points",
    "years",
    "year",
    "months",
    "month",
    "weeks",
    "week",
    "days",
    "day",
    "hours",
    "hour",
    "minutes",
    "minute",
    "seconds",
    "metres",
    "meters",
    "kilometres",
    "kilometers",
    "km",
    "miles",
    "mile",
    "feet",
    "inches",
    "centimetres",
    "millimetres",
    "tonnes",
    "tons",
    "kilograms",
    "kg",
    "pounds",
    "litres",
    "hectares",
    "acres",
    "degrees",
    "dollars",
    "euros",
    "cents",
    "a",
    "p",
    "am",
    "pm",
    "o'clock",
    "o’clock",
    "gmt",
    "-",
    "/",
];

/// Whether a word is a unit of length, weight, time or share.
pub(super) fn is_measured(word: &str) -> bool {
    MEASURED.contains(&word)
}

/// Whether a number may count something: no year, date, time of the day, age, sum, share or length.
pub(super) fn is_count(sentence: &Sentence<'_>, number: &Number) -> bool {
    let before = |back: usize| number.words.start.checked_sub(back).map_or("", |at| sentence.lower(at));
    let after = sentence.lower(number.words.end);
    let is_year =
        number.digits && number.words.len() == 1 && super::counts::is_year(sentence.lower(number.words.start));
    let is_date = is_month(after) || is_month(before(1)) || (before(1) == "." && is_month(before(2)));
    let is_sum = matches!(before(1), "$" | "£" | "€" | "¥" | "no" | "number" | "page" | "route" | "line" | "gate");
    // "A man, 71, died".
    let is_age = matches!(before(1), "," | "aged" | "age") && matches!(after, "," | ".") && number.value < 110.0;
    // "At nine on Tuesday", "by six".
    let is_hour = number.value <= 24.0
        && matches!(
            before(1),
            "at" | "by" | "until" | "before" | "after" | "since" | "from" | "around" | "about" | "to"
        )
        && !number.is_broken
        && matches!(after, "" | "." | "," | "on" | "in" | "this" | "that" | "and" | "to" | "until" | "sharp" | "when");
    let is_joined = matches!(before(1), "-" | "/" | "–") && sentence.touches(number.words.start);
    let is_whole = !number.is_broken || number.value >= 1000.0;
    is_whole && !(is_year || is_date || is_sum || is_age || is_hour || is_joined) && !is_measured(after)
}

/// Whether a number without a unit may share another's: “from 12 to 21 per cent”, and no year, date or sum.
pub(super) fn is_level(sentence: &Sentence<'_>, number: &Number) -> bool {
    let before = number.words.start.checked_sub(1).map_or("", |at| sentence.lower(at));
    let is_year = number.digits && !number.is_broken && number.words.len() == 1 && number.value > 1000.0;
    let after = sentence.lower(number.words.end);
    !is_year && !is_month(after) && !is_month(before) && !matches!(before, "$" | "£" | "€")
}

#[cfg(test)]
mod tests {
    use sayso_text::Span;

    use super::*;

    fn check(text: &str, expect: &[f64]) {
        let sentence = Sentence::of(text, Span::new(0, text.len()));
        let found: Vec<f64> = of(&sentence).iter().map(|number| number.value).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn numbers_are_read_in_digits_and_in_words() {
        check("1,140 members, 23 and 4.5 of 3.4m or £6bn", &[1140.0, 23.0, 4.5, 3.4e6, 6e9]);
        check("Twenty-six hundred men, three hundred and twelve women, ninety boys", &[2600.0, 312.0, 90.0]);
        check("2 million in the 1960s on the 4th of May, two thirds, half", &[2e6]);
        check("12, 14, 99999999999999999999", &[12.0, 14.0]);
    }

    fn counts(text: &str, expect: &[f64]) {
        let sentence = Sentence::of(text, Span::new(0, text.len()));
        let found = of(&sentence).into_iter().filter(|number| is_count(&sentence, number));
        assert_eq!(found.map(|number| number.value).collect::<Vec<_>>(), expect, "{text}");
    }

    #[test]
    fn what_is_measured_counts_nothing() {
        counts("On 4 May 2021 at 10.40 a man, 71, paid £12 for 30 metres", &[]);
        counts("By nine on Tuesday 14 had gone, 9 percent of all, and 1,200 were left", &[14.0, 1200.0]);
    }
}
