//! Numerals: what a number's digits or words come to.
//!
//! A numeral is read from the words of one sentence, from left to right, once. What it counts and whether it counts anything
//! is decided elsewhere.

use std::ops::Range;

use super::tables::{CODES, CURRENCIES, DENOMINATORS, NUMBER_WORDS, SCALES, TIMES, VAGUE};
use sayso_text::sentences::Sentence;

/// A number as it stands in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// Its words, the currency's sign and the sign of percent included.
    pub(super) words: Range<usize>,
    pub(super) value: Value,
    /// The unit that is part of it.
    pub(super) unit: Option<&'static str>,
    /// Whether it is written in digits.
    pub(super) digits: bool,
    /// What the word or letter after the digits multiplied it by.
    pub(super) scale: f64,
}

/// What a numeral comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Number(f64),
    /// “Dozens”, “thousands”: at least so many.
    Vague(f64),
    /// “Half”, “two thirds”, “one in five”: a share of something.
    Share(f64),
}

/// Beyond this a number counts nothing that is in the news.
const MOST: f64 = 1e18;

/// The numerals of a sentence, in order.
pub(super) fn numerals(sentence: &Sentence<'_>) -> Vec<Numeral> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let found =
            ratio(sentence, at).or_else(|| in_digits(sentence, at)).or_else(|| in_words(sentence, at)).filter(is_sane);
        at = found.as_ref().map_or(at + 1, |numeral| numeral.words.end);
        out.extend(found);
    }
    out
}

fn is_sane(numeral: &Numeral) -> bool {
    let (Value::Number(n) | Value::Vague(n) | Value::Share(n)) = numeral.value;
    n.is_finite() && n < MOST
}

fn scaled(word: &str) -> Option<f64> {
    SCALES.iter().find(|(name, _)| *name == word).map(|(_, scale)| *scale)
}

/// The same for words, which need not touch the digits.
fn scale_word(word: &str) -> Option<f64> {
    scaled(word).filter(|_| word.len() > 2)
}

/// “$1.2bn”, “1,200”, “30 %”, “3.5 million”, “`EUR40m`”, “Rs 500 crore”.
fn in_digits(sentence: &Sentence<'_>, first: usize) -> Option<Numeral> {
    let currency = currency(sentence, first);
    let start = first + currency.map_or(0, |found| found.words);
    let mut at = start;
    let (mut value, suffix) = digits(sentence, &mut at, currency.map_or(0, |found| found.skip))?;
    let mut unit = currency.map(|found| found.unit);
    let mut scale = 1.0;
    match suffix {
        "" => {
            // "3.5 million", "3.5-million", "$2 bn".
            let hyphen = usize::from(sentence.lower(at) == "-" && scale_word(sentence.lower(at + 1)).is_some());
            let word = sentence.lower(at + hyphen);
            if let Some(by) = scale_word(word).or_else(|| scaled(word).filter(|_| matches!(word, "bn" | "mn" | "tn"))) {
                scale = by;
                at += hyphen + 1;
            }
        }
        // Beside a currency or people an m is a million; alone it is metres.
        "m" if unit.is_none() && !counts_millions(sentence, at) => unit = Some("metres"),
        "mw" => unit = Some("megawatts"),
        "gw" => unit = Some("gigawatts"),
        "p" => unit = Some("pence"),
        "½" => value += 0.5,
        "¼" => value += 0.25,
        "¾" => value += 0.75,
        "pc" | "pct" => unit = Some("percent"),
        suffix => match super::tables::GLUED.iter().find(|(name, _)| *name == suffix) {
            Some((_, glued)) if unit.is_none() => unit = Some(glued),
            _ => scale = scaled(suffix)?,
        },
    }
    value *= scale;
    if unit.is_none() {
        let (words, found) = unit_after(sentence, at);
        at += words;
        unit = found;
    }
    Some(Numeral { words: first..at, value: Value::Number(value), unit, digits: true, scale })
}

/// “2m people”, “1.2m homes”; not “90m high”.
fn counts_millions(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    word == "people" || (word.len() > 3 && word.ends_with('s') && !sentence.is_capital(at))
}

/// The sign or code of a currency.
#[derive(Clone, Copy)]
struct Currency {
    /// How many words stand before the digits.
    words: usize,
    /// How many bytes of the digits' own word: `EUR40m`.
    skip: usize,
    unit: &'static str,
}

fn currency(sentence: &Sentence<'_>, at: usize) -> Option<Currency> {
    let is_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let sign = CURRENCIES.iter().find_map(|(sign, unit)| {
        let mut end = at;
        let mut rest = *sign;
        while !rest.is_empty() && (end == at || sentence.touches(end)) {
            rest = rest.strip_prefix(sentence.word(end)).filter(|_| !sentence.word(end).is_empty())?;
            end += 1;
        }
        (rest.is_empty() && is_digit(sentence.lower(end))).then_some(Currency { words: end - at, skip: 0, unit })
    });
    let code = || {
        CODES.iter().find_map(|(code, unit)| {
            let rest = sentence.word(at).strip_prefix(code)?;
            if is_digit(rest) {
                return Some(Currency { words: 0, skip: code.len(), unit });
            }
            let stop = usize::from(sentence.lower(at + 1) == "." && sentence.touches(at + 1));
            (rest.is_empty() && is_digit(sentence.lower(at + 1 + stop))).then_some(Currency {
                words: 1 + stop,
                skip: 0,
                unit,
            })
        })
    };
    sign.or_else(code)
}

/// So many groups of digits a number has at most.
const GROUPS: usize = 8;

/// Digits with their commas and point, and the letters that touch them; moves `at` behind. `skip` bytes of the first word
/// belong to the currency.
fn digits<'s>(sentence: &'s Sentence<'_>, at: &mut usize, skip: usize) -> Option<(f64, &'s str)> {
    let split = |at: usize, skip: usize| {
        let word = sentence.lower(at).get(skip..).unwrap_or_default();
        word.split_at(word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len())
    };
    let (whole, mut suffix) = split(*at, skip);
    if whole.is_empty() {
        return None;
    }
    let mut number = whole.to_owned();
    *at += 1;
    let goes_on = |at: usize, mark: &str| {
        sentence.lower(at) == mark && sentence.touches(at) && sentence.touches(at + 1) && !split(at + 1, 0).0.is_empty()
    };
    if suffix.is_empty() && whole.len() <= 3 {
        let groups: Vec<_> =
            (0..GROUPS).map(|n| *at + 2 * n).take_while(|at| goes_on(*at, ",")).map(|at| split(at + 1, 0)).collect();
        let inner = groups.len().saturating_sub(1);
        // "1,234,567", or as in India "12,34,567".
        let are = |size: usize| {
            groups.iter().enumerate().all(|(n, (group, rest))| {
                group.len() == if n == inner { 3 } else { size } && (n == inner || rest.is_empty())
            })
        };
        let taken = if are(3) || (whole.len() <= 2 && are(2)) {
            groups.len()
        } else {
            // "1,200,3": what still makes groups of three.
            groups.iter().take_while(|(group, rest)| group.len() == 3 && rest.is_empty()).count()
        };
        for (group, rest) in &groups[..taken] {
            number += group;
            suffix = rest;
            *at += 2;
        }
        // "12 000" with a space that does not break.
        while suffix.is_empty() && taken == 0 && number.len() < 3 * GROUPS && is_narrow_space_before(sentence, *at) {
            let (group, rest) = split(*at, 0);
            if group.len() != 3 {
                break;
            }
            number += group;
            suffix = rest;
            *at += 1;
        }
    }
    if suffix.is_empty() && goes_on(*at, ".") {
        let (part, rest) = split(*at + 1, 0);
        number = format!("{number}.{part}");
        suffix = rest;
        *at += 2;
    }
    Some((number.parse().ok()?, suffix))
}

fn is_narrow_space_before(sentence: &Sentence<'_>, at: usize) -> bool {
    at > 0
        && at < sentence.words.len()
        && sentence
            .text
            .get(sentence.words[at - 1].end..sentence.words[at].start)
            .is_some_and(|gap| matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}"))
}

/// “%”, “percent”, “percentage points”, “basis points”, “°” at a word: how many words, and the unit.
fn unit_after(sentence: &Sentence<'_>, at: usize) -> (usize, Option<&'static str>) {
    let hyphen = usize::from(sentence.lower(at) == "-" && sentence.touches(at));
    let end = at + hyphen;
    let between = usize::from(sentence.lower(end + 1) == "-");
    match (sentence.lower(end), sentence.lower(end + 1 + between)) {
        ("percentage", "point" | "points") => (hyphen + 2 + between, Some("percentage points")),
        ("basis", "point" | "points") => (hyphen + 2 + between, Some("basis points")),
        ("per", "cent") => (hyphen + 2 + between, Some("percent")),
        ("%" | "percent" | "pc" | "pct", _) => (hyphen + 1, Some("percent")),
        ("°", "c" | "f") => (hyphen + 2, Some("degrees")),
        ("°", _) => (hyphen + 1, Some("degrees")),
        ("€", _) => (hyphen + 1, Some("EUR")),
        _ => (0, None),
    }
}

/// “One in five”, “9 out of 10”, “1 in 3,000”; not “five in 10 days”.
fn ratio(sentence: &Sentence<'_>, first: usize) -> Option<Numeral> {
    let word = sentence.lower(first);
    let small = NUMBER_WORDS.iter().find(|(name, _)| *name == word).map(|(_, n)| *n);
    let count = small.or_else(|| (word.len() == 1).then(|| word.parse().ok()).flatten()).filter(|n| *n < 10.0)?;
    if sentence.touches(first) && matches!(sentence.lower(first - 1), "." | "," | "-" | "$" | "€" | "£" | "/") {
        return None;
    }
    let links = ["out of every", "in every", "out of", "in", "of"];
    let (link, start) = links.iter().find_map(|link| Some((*link, sentence.phrase(first + 1, link)?)))?;
    let mut end = start;
    let of = match digits(sentence, &mut end, 0) {
        Some((of, "")) => of,
        Some(_) => return None,
        None => {
            let (of, at) = cardinal(sentence, start)?;
            end = at;
            of
        }
    };
    let is_year = end == start + 1 && (1000.0..=2100.0).contains(&of) && sentence.lower(start).len() == 4;
    let goes_on = sentence.lower(end) == "-"
        || scale_word(sentence.lower(end)).is_some()
        || TIMES.contains(&sentence.lower(end))
        || unit_after(sentence, end).0 > 0;
    let fits = of > count && of <= 1e6 && (link != "of" || count > 1.0) && (link != "in" || of > 2.0);
    (fits && !is_year && !goes_on).then_some(Numeral {
        words: first..end,
        value: Value::Share(count / of),
        unit: None,
        digits: false,
        scale: 1.0,
    })
}

/// “Twenty-five”, “two hundred and six thousand”, “dozens”, “two thirds”, “half”.
fn in_words(sentence: &Sentence<'_>, first: usize) -> Option<Numeral> {
    let numeral = |words: Range<usize>, value, unit| Some(Numeral { words, value, unit, digits: false, scale: 1.0 });
    if let Some((words, value)) = vague(sentence, first) {
        return numeral(first..first + words, Value::Vague(value), None);
    }
    if let Some((words, value)) = part_of_a_scale(sentence, first) {
        return numeral(first..first + words, Value::Number(value), None);
    }
    if let Some((words, value)) = share(sentence, first) {
        return numeral(first..first + words, Value::Share(value), None);
    }
    let (value, mut at) = cardinal(sentence, first)?;
    let scale = scale_word(sentence.lower(at - 1)).unwrap_or(1.0);
    let (words, unit) = unit_after(sentence, at);
    at += words;
    numeral(first..at, Value::Number(value), unit).map(|numeral| Numeral { scale, ..numeral })
}

fn vague(sentence: &Sentence<'_>, at: usize) -> Option<(usize, f64)> {
    let found = VAGUE.iter().find_map(|(phrase, value)| Some((sentence.phrase(at, phrase)? - at, *value)))?;
    // A game has scores too.
    (sentence.lower(at) != "scores" || matches!(sentence.lower(at + 1), "of" | "more")).then_some(found)
}

/// “Half a million”, “a quarter of a million”, “half a dozen”.
fn part_of_a_scale(sentence: &Sentence<'_>, at: usize) -> Option<(usize, f64)> {
    let forms = [
        ("half a", 0.5),
        ("half - a -", 0.5),
        ("half -", 0.5),
        ("a quarter of a", 0.25),
        ("a quarter", 0.25),
        ("three - quarters of a", 0.75),
        ("three quarters of a", 0.75),
    ];
    forms.iter().find_map(|(form, part)| {
        let end = sentence.phrase(at, form)?;
        let scale = scale_word(sentence.lower(end)).filter(|_| sentence.lower(end) != "hundred")?;
        Some((end + 1 - at, part * scale))
    })
}

/// Words after which “half” is no share: “the first half”, “cut in half”.
const NOT_BEFORE_HALF: &[&str] = &["first", "second", "other", "better", "latter", "in", "a"];
/// Words before which it is none.
const NOT_AFTER_HALF: &[&str] = &[
    "-", "time", "past", "an", "hour", "brother", "sister", "way", "marathon", "century", "term", "board", "measures",
];

fn share(sentence: &Sentence<'_>, at: usize) -> Option<(usize, f64)> {
    let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
    if sentence.lower(at) == "half" {
        let is_plain = NOT_BEFORE_HALF.contains(&before) || NOT_AFTER_HALF.contains(&sentence.lower(at + 1));
        return (!is_plain).then_some((1, 0.5));
    }
    let count = match sentence.lower(at) {
        "a" | "an" => 1.0,
        word => NUMBER_WORDS.iter().find(|(name, n)| *name == word && *n < 10.0).map(|(_, n)| *n)?,
    };
    let hyphen = usize::from(sentence.lower(at + 1) == "-");
    let part = sentence.lower(at + 1 + hyphen);
    let of = DENOMINATORS.iter().find(|(one, many, _)| *one == part || *many == part).map(|(.., of)| *of)?;
    // "A third man" is an ordinal, "a quarter past nine" a time.
    let next = sentence.lower(at + 2 + hyphen);
    let is_share = count > 1.0 || AFTER_SHARE.contains(&next) || (before == "by" && AFTER_CHANGE.contains(&next));
    let is_time = matches!(before, "at" | "past") || TIMES.contains(&next);
    (count < of && is_share && !is_time).then_some((2 + hyphen, count / of))
}

/// What may follow a change: "rose by a third if …", but "by a third party".
const AFTER_CHANGE: &[&str] = &[
    "if", "when", "unless", "because", "as", "at", "with", "for", "before", "between", "during", "but", "while",
    "until", "every", "each", "or", "through",
];
const AFTER_SHARE: &[&str] = &[
    "of", "", ".", ",", ";", ")", "”", "’", "\"", "to", "from", "more", "less", "fewer", "in", "since", "and", "were",
    "are", "have", "higher", "lower", "over", "this", "last", "after", "on", "by", "compared", "–", "—",
];

/// A number in words; where it ends.
fn cardinal(sentence: &Sentence<'_>, first: usize) -> Option<(f64, usize)> {
    let small = |at: usize| NUMBER_WORDS.iter().find(|(word, _)| *word == sentence.lower(at)).map(|(_, n)| *n);
    let scale = |at: usize| scale_word(sentence.lower(at));
    let (mut total, mut now, mut at) = (0.0, None::<f64>, first);
    // Whatever follows must be smaller than what came before: "twenty-five", not "five twenty".
    let mut room = f64::INFINITY;
    // "A hundred", "a million", "a dozen".
    if matches!(sentence.lower(at), "a" | "one") && (scale(at + 1).is_some()) {
        now = Some(1.0);
        at += 1;
    }
    loop {
        let skip = match sentence.lower(at) {
            "-" if at > first && sentence.touches(at) => 1,
            "and" if now.is_some_and(|n| n >= 100.0) || (now.is_none() && total > 0.0) => 1,
            _ => 0,
        };
        if let Some(n) = small(at + skip).filter(|n| *n < room && now.is_none_or(|now| now >= 20.0)) {
            now = Some(now.unwrap_or(0.0) + n);
            room = if n >= 20.0 { 10.0 } else { 0.0 };
            at += skip + 1;
        } else if let (Some(n), Some(by)) = (now, scale(at + usize::from(skip == 1 && sentence.lower(at) == "-"))) {
            at += usize::from(skip == 1) + 1;
            if by < 1000.0 {
                now = Some(n * by);
                room = by;
            } else {
                total += n * by;
                now = None;
                room = by;
            }
        } else if let (Some(n), Some(end)) = (now, sentence.phrase(at, "and a half")) {
            // "One and a half million".
            now = Some(n + 0.5);
            at = end;
            if scale(at).is_none() {
                break;
            }
        } else {
            break;
        }
    }
    let value = total + now.unwrap_or(0.0);
    (at > first && (total > 0.0 || now.is_some())).then_some((value, at))
}

#[cfg(test)]
mod tests {
    use sayso_text::Span;

    use super::*;

    fn check(text: &str, expect: &[(&str, Value, Option<&str>)]) {
        let sentence = Sentence::of(text, Span::new(0, text.len()));
        let found: Vec<_> =
            numerals(&sentence).iter().map(|n| (sentence.span(&n.words).of(text), n.value, n.unit)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn digits_with_commas_points_and_scales() {
        use Value::Number;
        check("1,200 homes", &[("1,200", Number(1200.0), None)]);
        check("a record $1.2bn", &[("$1.2bn", Number(1.2e9), Some("USD"))]);
        check("US$3.5 million", &[("US$3.5 million", Number(3.5e6), Some("USD"))]);
        check("£250k, €40m", &[("£250k", Number(250_000.0), Some("GBP")), ("€40m", Number(4e7), Some("EUR"))]);
        check(
            "12.5% and 3 per cent",
            &[("12.5%", Number(12.5), Some("percent")), ("3 per cent", Number(3.0), Some("percent"))],
        );
        check("2 percentage points", &[("2 percentage points", Number(2.0), Some("percentage points"))]);
        check("90m wide", &[("90m", Number(90.0), Some("metres"))]);
        check("2 million people", &[("2 million", Number(2e6), None)]);
    }

    #[test]
    fn lists_of_digits_and_endless_digits() {
        use Value::Number;
        let ones = [("1", Number(1.0), None), ("2", Number(2.0), None), ("3", Number(3.0), None)];
        check("1,2,3", &ones);
        check(&"9".repeat(400), &[]);
        check("٣٠ and １２", &[("٣٠", Number(30.0), None), ("１２", Number(12.0), None)]);
        check("3rd 1990s F16", &[]);
        check(
            "1,2,3,4,5,6,7,8,9,10,11",
            &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]
                .map(|n| (n, Number(n.parse().unwrap_or_default()), None)),
        );
    }

    #[test]
    fn words_come_to_numbers() {
        use Value::Number;
        for (text, value) in [
            ("twelve", 12.0),
            ("twenty-five", 25.0),
            ("one hundred and twenty", 120.0),
            ("two hundred and six thousand", 206_000.0),
            ("a hundred", 100.0),
            ("a million", 1e6),
            ("three million two hundred thousand", 3.2e6),
            ("two dozen", 24.0),
            ("a dozen", 12.0),
        ] {
            check(text, &[(text, Number(value), None)]);
        }
        check("five twenty", &[("five", Number(5.0), None), ("twenty", Number(20.0), None)]);
        check("said and a man", &[]);
        for (text, value) in [
            ("half a million", 500_000.0),
            ("half a dozen", 6.0),
            ("a quarter of a million", 250_000.0),
            ("one and a half million", 1_500_000.0),
            ("two and a half", 2.5),
            ("12,34,567", 1_234_567.0),
            ("12\u{a0}000", 12_000.0),
            ("2½", 2.5),
        ] {
            check(text, &[(text, Number(value), None)]);
        }
    }

    #[test]
    fn currencies_by_code_and_sign() {
        use Value::Number;
        check("EUR40m", &[("EUR40m", Number(4e7), Some("EUR"))]);
        check("USD 5 million", &[("USD 5 million", Number(5e6), Some("USD"))]);
        check("Rs 500 crore", &[("Rs 500 crore", Number(5e9), Some("INR"))]);
        check("Rs. 200", &[("Rs. 200", Number(200.0), Some("INR"))]);
        check("kr 40", &[("kr 40", Number(40.0), Some("kr"))]);
        check("$2 bn", &[("$2 bn", Number(2e9), Some("USD"))]);
        check("40 €", &[("40 €", Number(40.0), Some("EUR"))]);
    }

    #[test]
    fn units_that_belong_to_the_number() {
        use Value::Number;
        check("25 basis points", &[("25 basis points", Number(25.0), Some("basis points"))]);
        check("a 5-percent rise", &[("5-percent", Number(5.0), Some("percent"))]);
        check("a 2-percentage-point rise", &[("2-percentage-point", Number(2.0), Some("percentage points"))]);
        check("38°C", &[("38°C", Number(38.0), Some("degrees"))]);
        check("12km", &[("12km", Number(12.0), Some("kilometres"))]);
        check("2m people", &[("2m", Number(2e6), None)]);
    }

    #[test]
    fn vague_numbers_and_shares() {
        use Value::{Share, Vague};
        check("dozens of homes", &[("dozens", Vague(24.0), None)]);
        check("tens of thousands fled", &[("tens of thousands", Vague(20_000.0), None)]);
        check("two thirds of them", &[("two thirds", Share(2.0 / 3.0), None)]);
        check("two-thirds", &[("two-thirds", Share(2.0 / 3.0), None)]);
        check("half the town", &[("half", Share(0.5), None)]);
        check("by a third to", &[("a third", Share(1.0 / 3.0), None)]);
        check("a third man", &[]);
        check("three-quarters", &[("three-quarters", Share(0.75), None)]);
        check("one in five people", &[("one in five", Share(0.2), None)]);
        check("nine out of 10", &[("nine out of 10", Share(0.9), None)]);
        check("1 in 20 of them", &[("1 in 20", Share(0.05), None)]);
        check("1 in 4,000 units", &[("1 in 4,000", Share(0.00025), None)]);
        check("9 of 10 members", &[("9 of 10", Share(0.9), None)]);
        check("the first half", &[]);
        check("several hundred people", &[("several hundred", Vague(200.0), None)]);
        check("the scores were even", &[]);
    }
}
