//! Phrases of time, by their first word.

use sayso_text::sentences::Sentence;

/// What a phrase says, before it is known when the article was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// So many days from the article's day.
    Offset(i32),
    /// So many days from the day last spoken of: "the following day".
    AfterBefore(i32),
    /// So many months from the day last spoken of: "later that month".
    MonthsBeside(i32),
    /// So many years from the day last spoken of: "two years later".
    YearsBeside(i32),
    /// The week of the day last spoken of, or so many from it.
    WeekBeside(i32),
    /// A day of the month that has no name: "on the 14th".
    DayAlone(i8),
    /// So many days from Easter Sunday: "Good Friday".
    Easter(i32),
    /// A day of the article's week or of so many weeks before: "Tuesday of last week".
    WeekdayOf { day: i8, weeks: i32 },
    /// The last such day, Monday being 0.
    Weekday { day: i8, strictly_before: bool },
    /// A day of a month.
    Day { month: i8, day: i8, year: Option<i16> },
    /// A month.
    Month { month: i8, year: Option<i16> },
    /// A year.
    Year(i16),
    /// So many weeks from the article's: "last week" is -1.
    Week(i32),
    /// The weekend before the article's day, or around it.
    Weekend,
    /// So many months from the article's.
    Months(i32),
    /// So many years from the article's.
    Years(i32),
    /// The night that ends on the article's day.
    Overnight,
    /// From one such day to another, the last ones.
    Weekdays(i8, i8),
    /// What is still to come, which nothing that was said can lie in.
    ToCome,
}

/// Whether a word, in lower case, is a weekday.
pub fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Short forms, which need a full stop or they are words: "Sun.", "Sat."
const SHORT_WEEKDAYS: &[(&str, i8)] = &[
    ("mon", 0),
    ("tue", 1),
    ("tues", 1),
    ("wed", 2),
    ("thu", 3),
    ("thur", 3),
    ("thurs", 3),
    ("fri", 4),
    ("sat", 5),
    ("sun", 6),
];
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const SHORT_MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];
/// Whether a word, in lower case, is a month's whole name.
pub fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// Whether a word, in lower case, is a month's name or its short form.
pub(crate) fn is_month_name(word: &str) -> bool {
    is_month(word) || SHORT_MONTHS.iter().any(|(short, _)| *short == word)
}

const COUNTS: &[(&str, i32)] = &[
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
];
/// Set phrases.
const FIXED: &[(&str, Meaning)] = &[
    ("the day before yesterday", Meaning::Offset(-2)),
    ("the day after tomorrow", Meaning::ToCome),
    ("yesterday", Meaning::Offset(-1)),
    ("tomorrow", Meaning::ToCome),
    ("today", Meaning::Offset(0)),
    ("tonight", Meaning::Offset(0)),
    ("earlier in the day", Meaning::Offset(0)),
    ("later in the day", Meaning::Offset(0)),
    ("overnight", Meaning::Overnight),
    ("this morning", Meaning::Offset(0)),
    ("this afternoon", Meaning::Offset(0)),
    ("this evening", Meaning::Offset(0)),
    ("last night", Meaning::Offset(-1)),
    ("earlier today", Meaning::Offset(0)),
    ("earlier that same day", Meaning::AfterBefore(0)),
    ("the day before", Meaning::AfterBefore(-1)),
    ("the night before", Meaning::AfterBefore(-1)),
    ("the evening before", Meaning::AfterBefore(-1)),
    ("the morning before", Meaning::AfterBefore(-1)),
    ("the previous day", Meaning::AfterBefore(-1)),
    ("the previous night", Meaning::AfterBefore(-1)),
    ("the previous evening", Meaning::AfterBefore(-1)),
    ("the previous afternoon", Meaning::AfterBefore(-1)),
    ("the next morning", Meaning::AfterBefore(1)),
    ("the next afternoon", Meaning::AfterBefore(1)),
    ("the next evening", Meaning::AfterBefore(1)),
    ("the next night", Meaning::AfterBefore(1)),
    ("the following morning", Meaning::AfterBefore(1)),
    ("the following afternoon", Meaning::AfterBefore(1)),
    ("the following evening", Meaning::AfterBefore(1)),
    ("the following night", Meaning::AfterBefore(1)),
    ("the morning after", Meaning::AfterBefore(1)),
    ("that morning", Meaning::AfterBefore(0)),
    ("that afternoon", Meaning::AfterBefore(0)),
    ("that evening", Meaning::AfterBefore(0)),
    ("that night", Meaning::AfterBefore(0)),
    ("the same morning", Meaning::AfterBefore(0)),
    ("the same afternoon", Meaning::AfterBefore(0)),
    ("the same evening", Meaning::AfterBefore(0)),
    ("the same night", Meaning::AfterBefore(0)),
    ("that same day", Meaning::AfterBefore(0)),
    ("that same evening", Meaning::AfterBefore(0)),
    ("that same night", Meaning::AfterBefore(0)),
    ("minutes later", Meaning::AfterBefore(0)),
    ("an hour later", Meaning::AfterBefore(0)),
    ("hours earlier", Meaning::AfterBefore(0)),
    ("that week", Meaning::WeekBeside(0)),
    ("the same week", Meaning::WeekBeside(0)),
    ("the following week", Meaning::WeekBeside(1)),
    ("the week after", Meaning::WeekBeside(1)),
    ("that month", Meaning::MonthsBeside(0)),
    ("the same month", Meaning::MonthsBeside(0)),
    ("the previous month", Meaning::MonthsBeside(-1)),
    ("the month before", Meaning::MonthsBeside(-1)),
    ("the following month", Meaning::MonthsBeside(1)),
    ("the month after", Meaning::MonthsBeside(1)),
    ("that year", Meaning::YearsBeside(0)),
    ("the same year", Meaning::YearsBeside(0)),
    ("the previous year", Meaning::YearsBeside(-1)),
    ("the year before", Meaning::YearsBeside(-1)),
    ("the following year", Meaning::YearsBeside(1)),
    ("the year after", Meaning::YearsBeside(1)),
    ("christmas eve", Meaning::Day { month: 12, day: 24, year: None }),
    ("christmas day", Meaning::Day { month: 12, day: 25, year: None }),
    ("boxing day", Meaning::Day { month: 12, day: 26, year: None }),
    ("new year’s eve", Meaning::Day { month: 12, day: 31, year: None }),
    ("new year's eve", Meaning::Day { month: 12, day: 31, year: None }),
    ("new year’s day", Meaning::Day { month: 1, day: 1, year: None }),
    ("new year's day", Meaning::Day { month: 1, day: 1, year: None }),
    ("ash wednesday", Meaning::Easter(-46)),
    ("palm sunday", Meaning::Easter(-7)),
    ("maundy thursday", Meaning::Easter(-3)),
    ("good friday", Meaning::Easter(-2)),
    ("holy saturday", Meaning::Easter(-1)),
    ("easter sunday", Meaning::Easter(0)),
    ("easter monday", Meaning::Easter(1)),
    ("black friday", Meaning::ToCome),
    ("super tuesday", Meaning::ToCome),
    ("bloody sunday", Meaning::ToCome),
    ("a day earlier", Meaning::AfterBefore(-1)),
    ("the following day", Meaning::AfterBefore(1)),
    ("the next day", Meaning::AfterBefore(1)),
    ("the day after", Meaning::AfterBefore(1)),
    ("a day later", Meaning::AfterBefore(1)),
    ("the same day", Meaning::AfterBefore(0)),
    ("that day", Meaning::AfterBefore(0)),
    ("hours later", Meaning::AfterBefore(0)),
    ("the week before last", Meaning::Week(-2)),
    ("the week before", Meaning::AfterBefore(-7)),
    ("earlier in the week", Meaning::Week(0)),
    ("earlier in the month", Meaning::Months(0)),
    ("earlier in the year", Meaning::Years(0)),
    ("in the past week", Meaning::Week(0)),
    ("over the past week", Meaning::Week(0)),
    ("this past weekend", Meaning::Weekend),
    ("this weekend", Meaning::Weekend),
    ("over the weekend", Meaning::Weekend),
    ("at the weekend", Meaning::Weekend),
    ("on the weekend", Meaning::Weekend),
    ("last weekend", Meaning::Weekend),
    ("last week", Meaning::Week(-1)),
    ("the previous week", Meaning::Week(-1)),
    ("this week", Meaning::Week(0)),
    ("last month", Meaning::Months(-1)),
    ("this month", Meaning::Months(0)),
    ("last year", Meaning::Years(-1)),
    ("this year", Meaning::Years(0)),
    ("later this week", Meaning::ToCome),
    ("later this month", Meaning::ToCome),
    ("later this year", Meaning::ToCome),
    ("later today", Meaning::ToCome),
    ("next week", Meaning::ToCome),
    ("next month", Meaning::ToCome),
    ("next year", Meaning::ToCome),
];

/// Whether what follows a phrase is what it is counted from: "the night before the vote", "the day after talks began".
fn leans_on_more(sentence: &Sentence<'_>, end: usize) -> bool {
    let is_beside = matches!(sentence.lower(end - 1), "before" | "after");
    let next = sentence.lower(end);
    let goes_on = next.starts_with(char::is_alphanumeric);
    is_beside && goes_on && !GOES_ON.contains(&next)
}

/// Words behind "the day before" that it is not counted from.
const GOES_ON: &[&str] = &["that", "and", "but", "to", "in", "at", "by", "with", "as", "on", "for", "or", "had", "was"];

/// The phrase of time at a word: how many words it has, and what it says.
pub(super) fn phrase(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    if let Some(words) = day_beside(sentence, at).or_else(|| weekdays(sentence, at)) {
        return Some(words);
    }
    let fixed = FIXED.iter().find_map(|(phrase, meaning)| Some((sentence.phrase(at, phrase)? - at, *meaning)));
    let fixed = fixed.map(|(words, meaning)| {
        let is_known = !leans_on_more(sentence, at + words);
        (words, if is_known { meaning } else { Meaning::ToCome })
    });
    fixed
        .or_else(|| ago(sentence, at))
        .or_else(|| on_a_weekday(sentence, at))
        .or_else(|| day_of_month(sentence, at))
        .or_else(|| day_alone(sentence, at))
        .or_else(|| month_or_year(sentence, at))
        .or_else(|| year_of_a_text(sentence, at))
}

/// “From Monday to Thursday”.
fn weekdays(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    let day = |at: usize| WEEKDAYS.iter().position(|day| *day == sentence.lower(at)).map(|day| day as i8);
    let is_range = sentence.lower(at) == "from" && matches!(sentence.lower(at + 2), "to" | "until" | "through");
    let (from, to) = (day(at + 1)?, day(at + 3)?);
    is_range.then_some((4, Meaning::Weekdays(from, to)))
}

/// Whether a count of days says how long, not when: "for at least four months before people left".
fn is_how_long(sentence: &Sentence<'_>, at: usize) -> bool {
    let lasts = ["for", "least", "most", "within", "over", "than", "nearly", "almost"];
    at > 0 && lasts.contains(&sentence.lower(at - 1))
}

/// “A day after the paper reported …”, “two weeks after”: what follows was so long before. “The day after” alone is
/// the next one.
fn day_beside(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    let (count, unit) = match sentence.lower(at) {
        "hours" | "minutes" => (0, at),
        _ => (count(sentence, at)?, at + 1),
    };
    let end = unit + 2;
    let turn = match sentence.lower(unit + 1) {
        "after" => -1,
        "before" => 1,
        _ => return None,
    };
    if is_how_long(sentence, at) {
        return None;
    }
    // "Two days before, on Monday, …": there the words stand alone.
    let goes_on = sentence.lower(end).starts_with(char::is_alphabetic);
    if !goes_on {
        return None;
    }
    let meaning = match sentence.lower(unit).trim_end_matches('s') {
        // Midnight may lie between.
        "hour" | "minute" => Meaning::ToCome,
        "day" => Meaning::AfterBefore(turn * count),
        "week" => Meaning::AfterBefore(turn * count * 7),
        "month" => Meaning::MonthsBeside(turn * count),
        "year" => Meaning::YearsBeside(turn * count),
        _ => return None,
    };
    Some((end - at, meaning))
}

/// Whether a phrase dates the link that follows it, not the one before: "…, a day after the paper reported that".
pub(super) fn dates_what_follows(words: &str) -> bool {
    let mut words = words.split_whitespace();
    let last = words.next_back();
    matches!(last, Some("after" | "before")) && words.next().is_some_and(|first| !first.eq_ignore_ascii_case("the"))
}

fn count(sentence: &Sentence<'_>, at: usize) -> Option<i32> {
    let word = sentence.lower(at);
    COUNTS.iter().find(|(known, _)| *known == word).map(|(_, n)| *n).or_else(|| number(sentence, at, 2).map(i32::from))
}

/// “Three days ago”, “two weeks ago”, “two days later”, “a year earlier”.
fn ago(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    let count = count(sentence, at)?;
    // "For at least four months before" is how long.
    let lasts =
        |word: &str| matches!(word, "for" | "least" | "most" | "within" | "over" | "than" | "nearly" | "almost");
    if sentence.lower(at + 2) != "ago" && at > 0 && lasts(sentence.lower(at - 1)) {
        return None;
    }
    let unit = sentence.lower(at + 1).trim_end_matches('s');
    let meaning = match (sentence.lower(at + 2), unit) {
        ("ago", "day") => Meaning::Offset(-count),
        ("ago", "week") => Meaning::Week(-count),
        ("ago", "fortnight") => Meaning::Week(-2 * count),
        ("ago", "month") => Meaning::Months(-count),
        ("ago", "year") => Meaning::Years(-count),
        ("ago", "hour" | "minute") => Meaning::Offset(0),
        ("later" | "earlier" | "before", "hour" | "minute") => Meaning::AfterBefore(0),
        ("later", "day") => Meaning::AfterBefore(count),
        ("earlier" | "before", "day") => Meaning::AfterBefore(-count),
        ("later", "week") => Meaning::AfterBefore(count * 7),
        ("earlier" | "before", "week") => Meaning::AfterBefore(-count * 7),
        ("later", "month") => Meaning::MonthsBeside(count),
        ("earlier" | "before", "month") => Meaning::MonthsBeside(-count),
        ("later", "year") => Meaning::YearsBeside(count),
        ("earlier" | "before", "year") => Meaning::YearsBeside(-count),
        _ => return None,
    };
    Some((3, meaning))
}

/// “On the 14th”; not “on the 14th floor”.
fn day_alone(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    let ordinal = sentence.lower(at + 2);
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| ordinal.ends_with(ending));
    let next = sentence.lower(at + 3);
    let ends = !next.starts_with(char::is_alphanumeric) && next != "-" || GOES_ON.contains(&next);
    if sentence.lower(at) != "on" || sentence.lower(at + 1) != "the" || !is_ordinal || !ends {
        return None;
    }
    Some((3, Meaning::DayAlone(day_number(sentence, at + 2)?)))
}

/// “Monday”, “last Monday”, “Tues.”, “next Friday”.
fn on_a_weekday(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    let lead = match sentence.lower(at) {
        "last" => Some(Meaning::Weekday { day: 0, strictly_before: true }),
        "next" | "coming" | "this" | "every" | "each" => Some(Meaning::ToCome),
        _ => None,
    };
    let here = at + usize::from(lead.is_some());
    let word = sentence.lower(here);
    let day = WEEKDAYS.iter().position(|day| *day == word).map(|day| day as i8).or_else(|| {
        let short = SHORT_WEEKDAYS.iter().find(|(short, _)| *short == word && sentence.is_capital(here));
        short.filter(|_| sentence.lower(here + 1) == "." && sentence.touches(here + 1)).map(|(_, day)| *day)
    })?;
    let words = here + 1 - at;
    // "Tuesday of last week", "on Tuesday last week".
    let of = here + 1 + usize::from(sentence.lower(here + 1) == "of");
    if lead.is_none() && sentence.lower(of + 1) == "week" && matches!(sentence.lower(of), "last" | "this") {
        let weeks = if sentence.lower(of) == "last" { -1 } else { 0 };
        return Some((of + 2 - at, Meaning::WeekdayOf { day, weeks }));
    }
    Some((
        words,
        match lead {
            Some(Meaning::ToCome) => Meaning::ToCome,
            lead => Meaning::Weekday { day, strictly_before: lead.is_some() },
        },
    ))
}

/// “Oct. 7”, “October 7, 2023”, “7 October 2023”, “7th of October”.
fn day_of_month(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    let (month, day, mut end) = if let Some((month, words)) = month(sentence, at) {
        (month, day_number(sentence, at + words)?, at + words + 1)
    } else {
        let day = day_number(sentence, at)?;
        let of = usize::from(sentence.lower(at + 1) == "of");
        let (month, words) = month(sentence, at + 1 + of)?;
        (month, day, at + 1 + of + words)
    };
    let comma = usize::from(sentence.lower(end) == ",");
    let year = number(sentence, end + comma, 4).filter(|year| (1500..=2200).contains(year));
    if year.is_some() {
        end += comma + 1;
    }
    Some((end - at, Meaning::Day { month, day, year }))
}

/// “In October”, “in October 2023”, “in 2023”, “last October”, “a report of 1988”.
fn month_or_year(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    if !matches!(sentence.lower(at), "in" | "last" | "since" | "early" | "late" | "of" | "during" | "from" | "by") {
        return None;
    }
    let mut here = at + 1;
    here += usize::from(sentence.lower(at) == "in" && matches!(sentence.lower(here), "early" | "late" | "mid"));
    here += usize::from(sentence.lower(here) == "-");
    if let Some((month, words)) = month(sentence, here) {
        let year = number(sentence, here + words, 4).filter(|year| (1500..=2200).contains(year));
        return Some((here + words + usize::from(year.is_some()) - at, Meaning::Month { month, year }));
    }
    let year = number(sentence, here, 4).filter(|year| (1900..=2200).contains(year))?;
    let is_of_a_text = matches!(sentence.lower(at), "of") && at > 0 && TEXTS.contains(&sentence.lower(at - 1));
    (matches!(sentence.lower(at), "in" | "from" | "during") || is_of_a_text)
        .then_some((here + 1 - at, Meaning::Year(year)))
}

/// Texts and talks that are called by their year.
const TEXTS: &[&str] = &[
    "report",
    "review",
    "interview",
    "study",
    "speech",
    "letter",
    "book",
    "memo",
    "survey",
    "poll",
    "paper",
    "article",
    "essay",
    "memoir",
    "statement",
    "audit",
    "ruling",
    "filing",
    "documentary",
    "lecture",
    "email",
    "e-mail",
    "column",
];

/// “A 1988 review”, “its own 2021 report”: the year of a text or a talk.
fn year_of_a_text(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Meaning)> {
    let year = number(sentence, at, 4).filter(|year| (1900..=2200).contains(year))?;
    (1..=3).any(|ahead| TEXTS.contains(&sentence.lower(at + ahead))).then_some((1, Meaning::Year(year)))
}

/// The month at a word, from 1, and how many words its name has. “May” and “March” need their capital.
fn month(sentence: &Sentence<'_>, at: usize) -> Option<(i8, usize)> {
    if !sentence.is_capital(at) {
        return None;
    }
    let word = sentence.lower(at);
    if let Some(month) = MONTHS.iter().position(|month| *month == word) {
        return Some((month as i8 + 1, 1));
    }
    let month = SHORT_MONTHS.iter().find(|(short, _)| *short == word)?.1;
    Some((month, 1 + usize::from(sentence.lower(at + 1) == ".")))
}

fn day_number(sentence: &Sentence<'_>, at: usize) -> Option<i8> {
    let word = sentence.lower(at);
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A number of at most so many digits, and of exactly four where four are asked for.
fn number(sentence: &Sentence<'_>, at: usize, digits: usize) -> Option<i16> {
    let word = sentence.lower(at);
    let fits = !word.is_empty() && word.len() <= digits && (digits != 4 || word.len() == 4);
    (fits && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}
