//! What a number counts: the noun after it, and where.

use std::ops::Range;

use sayso_text::Span;

use super::class::{AMOUNT, Class, JOBS, MONEY, PEOPLE as OF_PEOPLE, SHARE, THINGS};
use super::numerals::{Numeral, Value};
use super::tables::{CURRENCY_NOUNS, EVENTS, LONG_UNITS, PEOPLE, PLAIN_PEOPLE, TIMES, UNITS};
use crate::dates::phrases::{is_month_name, is_weekday};
use sayso_text::sentences::Sentence;

/// What a number counts.
#[derive(Clone)]
pub(super) struct Counted {
    /// `people`, a unit, or the noun itself.
    pub(super) unit: String,
    /// The words that say who or what in particular.
    pub(super) who: Option<Range<usize>>,
    /// Where the noun ends.
    pub(super) end: usize,
    /// What kind of thing that is.
    pub(super) class: Class,
    /// Whether it is a length of time.
    pub(super) is_time: bool,
    /// Whether it is what was counted before: "nine of them", "two of the dead".
    pub(super) is_back: bool,
}

impl Counted {
    fn new(unit: impl Into<String>, class: Class, end: usize) -> Self {
        Self { unit: unit.into(), who: None, end, class, is_time: false, is_back: false }
    }
}

/// So many words may stand between a number and its noun: "12 young Harwick residents".
const ADJECTIVES: usize = 3;

/// Words that end the search: no noun phrase goes on over them.
const STOPS: &[&str] = &[
    "a",
    "an",
    "the",
    "and",
    "or",
    "but",
    "nor",
    "in",
    "on",
    "at",
    "to",
    "by",
    "for",
    "from",
    "with",
    "as",
    "than",
    "that",
    "which",
    "who",
    "whose",
    "were",
    "was",
    "is",
    "are",
    "be",
    "been",
    "being",
    "have",
    "has",
    "had",
    "will",
    "would",
    "could",
    "may",
    "might",
    "can",
    "did",
    "does",
    "do",
    "said",
    "says",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "after",
    "before",
    "when",
    "while",
    "since",
    "until",
    "into",
    "over",
    "under",
    "about",
    "between",
    "during",
    "against",
    "his",
    "her",
    "its",
    "their",
    "this",
    "those",
    "these",
    "not",
    "no",
    "so",
    "if",
    "because",
    "among",
    "including",
    "per",
    "out",
    "up",
    "down",
    "off",
    "says",
    "say",
    "told",
    "of",
    "now",
    "then",
    "still",
    "also",
    "where",
    "yet",
    "each",
    "every",
    "any",
    "my",
    "our",
    "your",
    "within",
    "without",
    "through",
    "across",
    "killed",
    "injured",
    "called",
    "became",
    "took",
    "made",
    "last",
    "next",
];

/// Plural in form only, or no thing that is counted.
const UNCOUNTED: &[&str] = &[
    "others",
    "times",
    "always",
    "perhaps",
    "thus",
    "news",
    "series",
    "headquarters",
    "less",
    "plus",
    "yes",
    "ours",
    "theirs",
    "this",
    "does",
    "goes",
    "says",
    "remains",
    "comes",
    "makes",
    "takes",
    "means",
    "needs",
    "wants",
    "believes",
    "follows",
    "begins",
    "ends",
    "starts",
    "opens",
    "lies",
    "stands",
    "appears",
    "seems",
    "shows",
    "gives",
    "keeps",
    "continues",
    "requires",
    "uses",
    "runs",
    "leaves",
    "lives",
    "works",
    "percents",
    "sometimes",
    "besides",
    "nevertheless",
    "politics",
    "economics",
    "mathematics",
    "physics",
    "whereas",
];

/// What the number counts, by the words after it.
pub(super) fn after(sentence: &Sentence<'_>, numeral: &Numeral) -> Option<Counted> {
    let mut at = numeral.words.end;
    let is_share = matches!(numeral.value, Value::Share(_));
    let is_percent = matches!(numeral.unit, Some("percent"));
    let of = sentence.lower(at) == "of";
    if numeral.unit.is_some() {
        // "12 per cent of the club": the base is a part of it; "5 percent growth" has none.
        if !(is_percent && of) {
            return long_unit(sentence, numeral);
        }
        return base(sentence, at + 1);
    }
    if let (true, Some(back)) = (of, back(sentence, at + 1)) {
        return Some(back);
    }
    // "One person was killed"; other singulars are what a longer noun begins with: "14 passenger jets".
    if numeral.value == Value::Number(1.0) && is_one_of_people(sentence.lower(at)) {
        return Some(Counted::new("people", OF_PEOPLE, at + 1));
    }
    if is_share {
        if of {
            return base(sentence, at + 1);
        }
        // "Half the homes", "one in four households".
        let determined = is_determiner(sentence.lower(at));
        return noun(sentence, at + usize::from(determined)).or_else(|| base(sentence, at).filter(|_| determined));
    }
    if of {
        let determined = is_determiner(sentence.lower(at + 1)) || sentence.lower(at + 1) == "all";
        if !determined && !matches!(numeral.value, Value::Vague(_)) {
            return None;
        }
        at += 1 + usize::from(determined);
    }
    while matches!(sentence.lower(at), "more" | "other" | "further" | "additional" | "new") {
        at += 1;
    }
    if sentence.lower(at) == "-" && sentence.touches(at) && sentence.touches(at + 1) {
        at += 1;
    }
    let found = noun(sentence, at)?;
    // "Millions of pounds worth", "one of the reasons": a singular in front is none.
    Some(Counted { end: members(sentence, &found), ..found })
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "those" | "these" | "its" | "their" | "his" | "her" | "our" | "my" | "your" | "all")
}

/// “Of them”, “of whom”, “of the dead”, behind the “of”.
fn back(sentence: &Sentence<'_>, at: usize) -> Option<Counted> {
    const BACK: &[&str] =
        &["them", "whom", "which", "those", "these", "it", "us", "the dead", "the victims", "the injured"];
    let end = BACK.iter().find_map(|phrase| sentence.phrase(at, phrase))?;
    // "Of those polled" goes on, "of those homes" counts something.
    if matches!(sentence.lower(at), "those" | "these") && noun(sentence, end).is_some() {
        return None;
    }
    let unit = if sentence.lower(at) == "the" { "people" } else { "" };
    let class = if unit.is_empty() { OF_PEOPLE | THINGS } else { OF_PEOPLE };
    // "Eight of them rebel fighters", "nine of the dead were women".
    let begin = end + usize::from(matches!(sentence.lower(end), "were" | "are"));
    let who = noun(sentence, begin).filter(|n| n.unit == "people").map(|n| n.who.unwrap_or(begin..n.end));
    Some(Counted { who, is_back: true, ..Counted::new(unit, class, end) })
}

/// What a share is a share of.
fn base(sentence: &Sentence<'_>, at: usize) -> Option<Counted> {
    if let Some(back) = back(sentence, at) {
        return Some(Counted { unit: "share".into(), class: SHARE | OF_PEOPLE | THINGS, ..back });
    }
    let begin = at + usize::from(sentence.lower(at) == "all");
    let begin = begin + usize::from(is_determiner(sentence.lower(begin)) || sentence.lower(begin) == "a");
    if let Some(found) = noun(sentence, begin) {
        return Some(found);
    }
    if let Some(end) = sentence.phrase(begin, "u . s .") {
        return noun(sentence, end).or(Some(Counted::new("share", SHARE | THINGS, end)));
    }
    // A singular: "of the club", "of its workforce", "of fresh fruit".
    let is_plain = |at: usize| {
        let word = sentence.lower(at);
        !word.is_empty() && !STOPS.contains(&word) && word.starts_with(char::is_alphabetic)
    };
    let most = if begin > at { 1 } else { 2 };
    let mut end = begin + (begin..begin + most).take_while(|at| is_plain(*at)).count();
    // "The combined group": one more behind what may be an adjective.
    if end > begin && is_plain(end) && is_adjective(sentence.lower(end - 1)) {
        end += 1;
    }
    let is_time = (begin..end).any(|at| TIMES.contains(&sentence.lower(at)));
    (end > begin).then(|| Counted { is_time, ..Counted::new("share", SHARE | THINGS, end) })
}

fn is_adjective(word: &str) -> bool {
    ["ed", "al", "ive", "ous", "ic", "ary", "ing"].iter().any(|ending| word.ends_with(ending))
        || matches!(
            word,
            "total"
                | "whole"
                | "new"
                | "old"
                | "entire"
                | "gross"
                | "net"
                | "annual"
                | "local"
                | "city’s"
                | "world’s"
                | "country’s"
                | "company’s"
                | "city's"
                | "world's"
                | "country's"
                | "company's"
        )
}

/// “Eleven members of the ruling party”, “seven children of a miner”: where it ends.
fn members(sentence: &Sentence<'_>, found: &Counted) -> usize {
    let is_of = matches!(sentence.lower(found.end.saturating_sub(1)), "members" | "children" | "employees")
        && sentence.lower(found.end) == "of";
    if !is_of {
        return found.end;
    }
    base(sentence, found.end + 1).map_or(found.end, |base| base.end)
}

/// “12 square kilometres”, for a number that has a unit already: the whole of it.
fn long_unit(sentence: &Sentence<'_>, numeral: &Numeral) -> Option<Counted> {
    let (_, end) = long(sentence, numeral.words.end, LONG_UNITS)?;
    (numeral.unit == Some("metres")).then(|| Counted::new("metres per second", AMOUNT, end))
}

fn long(sentence: &Sentence<'_>, at: usize, table: &[(&str, &'static str)]) -> Option<(&'static str, usize)> {
    table.iter().find_map(|(phrase, unit)| Some((*unit, sentence.phrase(at, phrase)?)))
}

/// The noun that begins within a few words, and what it is.
pub(super) fn noun(sentence: &Sentence<'_>, begin: usize) -> Option<Counted> {
    let mut at = begin;
    while at < sentence.words.len() && at - begin <= ADJECTIVES {
        let lower = sentence.lower(at);
        if let Some((unit, end)) = long(sentence, at, LONG_UNITS) {
            return Some(Counted::new(unit, AMOUNT, end));
        }
        if let Some((unit, end)) = long(sentence, at, CURRENCY_NOUNS) {
            return Some(Counted::new(unit, MONEY, end));
        }
        let of = sentence.lower(at + 1) == "of"
            && !matches!(sentence.lower(at + 2), "its" | "his" | "her" | "their" | "our" | "public" | "taxpayers");
        if lower == "pounds" && !of && !is_heavy(sentence, at) {
            return Some(Counted::new("GBP", MONEY, at + 1));
        }
        // "Season tickets", "season-ticket holders" are no season.
        let next = sentence.lower(at + 1);
        let joined = next == "-" && sentence.touches(at + 1) && sentence.touches(at + 2);
        let qualifies =
            joined || !lower.ends_with('s') && is_plural(next) && !STOPS.contains(&next) && !TIMES.contains(&next);
        if TIMES.contains(&lower) && !qualifies {
            return Some(Counted { is_time: true, ..Counted::new(lower, SHARE, at + 1) });
        }
        if let Some((_, unit)) = UNITS.iter().find(|(word, _)| *word == lower) {
            if *unit == "points" && is_of_percent(sentence, begin) {
                return Some(Counted::new("percentage points", SHARE, at + 1));
            }
            let class = match *unit {
                "points" => SHARE,
                "jobs" => JOBS,
                "votes" | "seats" => THINGS,
                "cents" | "pence" | "kr" => MONEY,
                _ => AMOUNT,
            };
            return Some(Counted::new(*unit, class, at + 1));
        }
        if EVENTS.contains(&lower) {
            return Some(Counted::new(lower, OF_PEOPLE | THINGS, at + 1));
        }
        // "260 dead birds", "100 measles cases".
        let modifies = MODIFIERS.contains(&lower)
            && is_plural(next)
            && !STOPS.contains(&next)
            && !is_people_at(sentence, at, next);
        if modifies {
            at += 1;
            continue;
        }
        if is_people(sentence, at) {
            let end = at + 1 + usize::from(is_compound(lower) && is_people(sentence, at + 1));
            let is_plain = PLAIN_PEOPLE.contains(&sentence.lower(end - 1));
            let who = (!is_plain).then_some(begin..end);
            return Some(Counted { who, ..Counted::new("people", OF_PEOPLE, end) });
        }
        let is_word = lower.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'' || c == '’');
        let joins = lower == "-" && sentence.touches(at) && sentence.touches(at + 1);
        if STOPS.contains(&lower) || !(is_word || joins) || lower.is_empty() {
            return None;
        }
        if is_plural(lower) && !UNCOUNTED.contains(&lower) && !begins_a_name(sentence, at) {
            return Some(Counted::new(lower, THINGS, at + 1));
        }
        at += 1;
    }
    None
}

/// What describes a plural behind it, though it could be counted itself: "measles cases", "dead birds".
const MODIFIERS: &[&str] = &[
    "measles",
    "mumps",
    "sports",
    "arms",
    "customs",
    "sales",
    "savings",
    "drugs",
    "goods",
    "dead",
    "injured",
    "wounded",
    "missing",
    "mines",
    "communications",
    "operations",
    "communities",
];

/// “12 missing Marines” are people all the same.
fn is_people_at(sentence: &Sentence<'_>, at: usize, next: &str) -> bool {
    matches!(sentence.lower(at), "dead" | "injured" | "wounded" | "missing")
        && (is_people(sentence, at + 1) || TIMES.contains(&next) || sentence.is_capital(at + 1))
}

/// “At least one meeting”, “only one house”: the noun in its plural.
pub(super) fn singular(sentence: &Sentence<'_>, begin: usize) -> Option<Counted> {
    let is_plain = |at: &usize| {
        let word = sentence.lower(*at);
        word.starts_with(char::is_alphabetic) && !STOPS.contains(&word)
    };
    let end = (begin..begin + 3).take_while(is_plain).last()? + 1;
    let noun = sentence.lower(end - 1);
    // Only where a verb or a mark ends the phrase it is known which word is the noun.
    let ends = !sentence.lower(end).starts_with(char::is_alphabetic) || STOPS.contains(&sentence.lower(end));
    if is_one_of_people(noun) || noun.ends_with("man") {
        return ends.then(|| Counted {
            who: (noun != "person").then_some(begin..end),
            ..Counted::new("people", OF_PEOPLE, end)
        });
    }
    let plural = match noun {
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") => format!("{noun}es"),
        _ if noun.ends_with('y')
            && !noun.ends_with(['a', 'e', 'o'])
            && !noun.ends_with("ay")
            && !noun.ends_with("ey") =>
        {
            format!("{}ies", &noun[..noun.len() - 1])
        }
        _ => format!("{noun}s"),
    };
    let is_time = TIMES.contains(&noun);
    ends.then(|| Counted { is_time, ..Counted::new(plural, THINGS, end) })
}

/// Whether a noun of people is a singular, by its form.
fn is_one_of_people(word: &str) -> bool {
    const MANY: &[&str] = &[
        "people",
        "police",
        "staff",
        "personnel",
        "crew",
        "dead",
        "injured",
        "wounded",
        "missing",
        "clergy",
        "schoolchildren",
    ];
    PEOPLE.contains(&word)
        && !word.ends_with('s')
        && !word.ends_with("men")
        && !word.ends_with("children")
        && !MANY.contains(&word)
}

/// Nouns before a noun of people: "police officers".
fn is_compound(word: &str) -> bool {
    matches!(word, "police" | "staff" | "crew" | "men" | "women" | "student" | "patient" | "suspect" | "worker")
}

/// “31 percent, 4 points more than”, “a margin of error of 2.5 points”.
fn is_of_percent(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_market = |at: usize| {
        matches!(
            sentence.lower(at),
            "index" | "dow" | "nasdaq" | "average" | "shares" | "stocks" | "futures" | "composite"
        )
    };
    let is_poll = |at: usize| {
        matches!(
            sentence.lower(at),
            "percent" | "percentage" | "margin" | "poll" | "survey" | "%" | "turnout" | "lead" | "support"
        )
    };
    let mut near = at.saturating_sub(16)..at + 8;
    !near.clone().any(is_market) && near.any(is_poll)
}

/// “12 pounds heavier”: a weight.
fn is_heavy(sentence: &Sentence<'_>, at: usize) -> bool {
    let weighs = |at: usize| matches!(sentence.lower(at), "weighing" | "weighs" | "weighed" | "weigh" | "weight");
    matches!(sentence.lower(at + 1), "heavier" | "lighter" | "overweight") || (at.saturating_sub(5)..at).any(weighs)
}

/// Whether a word is a noun of people, by the table or by its ending: "economists", "Palestinians".
fn is_people(sentence: &Sentence<'_>, at: usize) -> bool {
    let lower = sentence.lower(at);
    let ends = |ending: &str| lower.len() > ending.len() + 2 && lower.ends_with(ending);
    if PEOPLE.contains(&lower) {
        return !is_one_of_people(lower);
    }
    let is_kind = ["ists", "icians", "ologists", "women", "eteers", "ineers"].iter().any(|ending| ends(ending))
        || (ends("men") && !matches!(lower, "specimen" | "regimen" | "abdomen"));
    // "Americans", "Israelis": a name of people, unless more of a name follows.
    let is_nation = sentence.is_capital(at)
        && !sentence.is_title()
        && !sentence.is_capital(at + 1)
        && (ends("ans") || ends("elis") || ends("raqis"));
    (is_kind && !matches!(lower, "lists" | "exists" | "consists" | "insists" | "assists" | "resists")) || is_nation
}

/// Whether a word is a plural, as far as its form tells.
fn is_plural(word: &str) -> bool {
    INVARIABLE.contains(&word) || is_plural_by_ending(word)
}

/// Nouns that are their own plurals.
const INVARIABLE: &[&str] = &[
    "aircraft",
    "spacecraft",
    "hovercraft",
    "watercraft",
    "cattle",
    "sheep",
    "deer",
    "swine",
    "poultry",
    "salmon",
    "trout",
    "cod",
    "livestock",
    "offspring",
    "carp",
    "buffalo",
    "bison",
];

fn is_plural_by_ending(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && !word.ends_with("'s")
        && !word.ends_with("’s")
}

/// Capitals that go on: "12 Mills Lane".
fn begins_a_name(sentence: &Sentence<'_>, at: usize) -> bool {
    at > 0 && sentence.is_capital(at) && !sentence.is_title()
}

/// Prepositions that lead to a place.
const PLACE: &[&str] = &["in", "at", "near", "from", "across", "outside", "around"];
/// A place stands at most this far behind the figure.
const REACH: usize = 6;

/// Kinds of places that need no name: "in the capital".
const AREAS: &[&str] = &[
    "area",
    "camp",
    "capital",
    "city",
    "country",
    "county",
    "district",
    "neighborhood",
    "neighbourhood",
    "province",
    "region",
    "state",
    "suburb",
    "territory",
    "town",
    "valley",
    "village",
];
/// Words before which such a place ends.
const ENDS: &[&str] = &[
    "and",
    "as",
    "after",
    "were",
    "was",
    "are",
    "had",
    "have",
    "has",
    "on",
    "since",
    "by",
    "overnight",
    "when",
    "while",
    "who",
    "that",
    "to",
    "said",
    "last",
];

/// The place that follows a figure in its clause: "12 people were killed in Harwick".
pub(super) fn place(sentence: &Sentence<'_>, end: usize) -> Option<Span> {
    let capital = |at: usize| sentence.word(at).starts_with(char::is_uppercase);
    for at in end..sentence.words.len().min(end + REACH) {
        let lower = sentence.lower(at);
        if matches!(lower, "," | ";" | ":" | "“" | "\"" | "and" | "but")
            || lower.starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        if !PLACE.contains(&lower) {
            continue;
        }
        let first = at + 1 + usize::from(sentence.lower(at + 1) == "the");
        let is_time = |at: usize| is_month_name(sentence.lower(at)) || is_weekday(sentence.lower(at));
        if capital(first) && !is_time(first) {
            let last = (first..sentence.words.len()).take_while(|w| capital(*w)).last()?;
            return Some(sentence.span(&(first..last + 1)));
        }
        // "In the capital", "in the town".
        let next = sentence.lower(first + 1);
        let is_the = first == at + 2 && matches!(lower, "in" | "across" | "at");
        if is_the
            && AREAS.contains(&sentence.lower(first))
            && (ENDS.contains(&next) || !next.starts_with(char::is_alphanumeric))
        {
            return Some(sentence.span(&(at + 1..first + 1)));
        }
    }
    None
}
