//! Numbers that are no figures: dates, times, ages, names, addresses, scores.

use super::candidates::Candidate;
use super::class::AMOUNT;
use super::numerals::{Numeral, Value};
use super::tables::{NAMED, PEOPLE, TIMES, YEAR_BEFORE};
use crate::dates::phrases::is_month_name;
use sayso_text::sentences::Sentence;

/// Whether a number is no figure, by what stands beside it.
pub(super) fn is_unfit(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let (numeral, counted) = (&candidate.first, candidate.counted.as_ref());
    let (first, end) = (numeral.words.start, candidate.last().words.end);
    if counted.is_some_and(|counted| counted.is_time) {
        // "Two or three times": how much more, unless it is how often.
        let is_factor = counted.is_some_and(|counted| counted.unit == "times")
            && matches!(
                sentence.lower(counted.map_or(end, |c| c.end)),
                "higher" | "more" | "as" | "larger" | "greater" | "bigger" | "the"
            );
        // "At least 11 times" is counted.
        let is_bounded = numeral.digits
            && counted.is_some_and(|counted| counted.unit == "times")
            && !matches!(candidate.bound, super::Bound::Exactly);
        return !(is_factor || is_bounded);
    }
    let before = first.checked_sub(1).map_or("", |at| sentence.lower(at));
    if is_hyphened(sentence, numeral, before) || is_after_points(sentence, numeral, before) {
        return true;
    }
    // "5-foot-9".
    let behind = counted.map_or(end, |counted| counted.end);
    if sentence.lower(behind) == "-"
        && sentence.touches(behind)
        && sentence.lower(behind + 1).starts_with(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    if numeral.unit.is_some() {
        return false;
    }
    let number = match numeral.value {
        Value::Number(number) => number,
        Value::Vague(_) => return counted.is_none() && is_idle_vague(sentence, candidate, before),
        Value::Share(_) => return !is_plain_share(sentence, candidate, before),
    };
    // "One" is a pronoun or an article, unless it is bounded: "at least one meeting".
    if number < 2.0 && number.fract() == 0.0 && !numeral.digits {
        let is_bare_bound = matches!(candidate.bound, super::Bound::Exactly);
        let is_person = counted.is_some_and(|c| matches!(sentence.lower(c.end - 1), "person" | "death" | "vote"));
        if is_bare_bound && !is_person {
            return true;
        }
    }
    is_part_of_a_name(sentence, candidate, before)
        || is_age(sentence, candidate, before)
        || is_date(sentence, first, end, number)
        || is_year(sentence, candidate, before, number)
        || is_clock_or_score(sentence, candidate)
        || is_anaphor(sentence, candidate, before, number)
        || is_who_told(sentence, first, before)
        || is_idle_noun(sentence, candidate)
        || is_points_of_a_game(sentence, candidate)
        || is_code(sentence, numeral)
        // "12 cases per 100,000 people".
        || matches!(before, "per" | "every")
}

/// “F-16”, “$-5” aside: a number that a mark ties to what stands before.
fn is_hyphened(sentence: &Sentence<'_>, numeral: &Numeral, before: &str) -> bool {
    let first = numeral.words.start;
    if first == 0 || !sentence.touches(first) {
        return false;
    }
    let range = matches!(before, "-" | "–" | "—")
        && first > 1
        && sentence.lower(first - 2).starts_with(|c: char| c.is_ascii_digit());
    match before {
        "/" | "#" | ":" | "_" | "@" | "." => true,
        "-" => !range && (first < 2 || sentence.touches(first - 1)),
        "–" => range,
        _ => false,
    }
}

/// A piece of a longer run of digits: "1,2,3,4", "2.3.1".
fn is_after_points(sentence: &Sentence<'_>, numeral: &Numeral, before: &str) -> bool {
    let first = numeral.words.start;
    let digit = |at: usize| sentence.lower(at).starts_with(|c: char| c.is_ascii_digit());
    let tied = first > 1 && matches!(before, "," | ".") && sentence.touches(first) && sentence.touches(first - 1);
    let end = numeral.words.end;
    let ties = matches!(sentence.lower(end), "," | ".") && sentence.touches(end) && sentence.touches(end + 1);
    (tied && digit(first - 2)) || (numeral.digits && ties && digit(end + 1))
}

/// “In the hundreds”, “hundreds, even thousands”; what befalls them may still say what they are.
fn is_idle_vague(sentence: &Sentence<'_>, candidate: &Candidate, before: &str) -> bool {
    let end = candidate.first.words.end;
    before == "the" || before == "by" || matches!(sentence.lower(end), "-" | "/" | "") || sentence.lower(end) == "of"
}

/// Whether a share is of something, or says by how much something changed.
fn is_plain_share(sentence: &Sentence<'_>, candidate: &Candidate, before: &str) -> bool {
    let end = candidate.first.words.end;
    candidate.counted.is_some()
        || candidate.is_bounded
        // "One in five would sell up".
        || candidate.first.words.len() > 2 && matches!(sentence.lower(end), "would" | "will" | "had" | "has" | "is" | "was" | "say" | "says" | "said" | "”" | "’" | "." | ",")
        || matches!(before, "by" | "of" | "to" | "least" | "than" | "from" | "up" | "down")
        || matches!(sentence.lower(end), "were" | "are" | "have" | "in" | "more" | "less" | "higher" | "lower" | "of")
}

/// Last words of an address.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "lane",
    "avenue",
    "ave",
    "drive",
    "way",
    "square",
    "boulevard",
    "court",
    "terrace",
    "place",
    "row",
    "close",
    "crescent",
    "gardens",
    "hill",
    "park",
    "quay",
    "walk",
    "mews",
    "alley",
    "highway",
    "downing",
];

/// “Highway 5”, “No. 3”, “12 Mill Lane”, “the Group of Seven”, “911 calls”.
fn is_part_of_a_name(sentence: &Sentence<'_>, candidate: &Candidate, before: &str) -> bool {
    let numeral = &candidate.first;
    let (first, end) = (numeral.words.start, numeral.words.end);
    let is_title = sentence.is_title();
    let capital = |at: usize| sentence.is_capital(at);
    let stopped =
        before == "." && first > 1 && matches!(sentence.lower(first - 2), "no" | "nos" | "vol" | "pt" | "ch" | "sec");
    let named = NAMED.contains(&before) && !candidate.is_bounded && (numeral.digits || capital(first - 1));
    // "Hall two had been shut": a number in letters that tells one place from the next.
    let numbered = (NAMED.contains(&before) || NUMBERED.contains(&before))
        && !numeral.digits
        && candidate.counted.is_none()
        && !candidate.is_bounded
        && numeral.words.len() == 1;
    let noun_capital = (first > 1 || !is_sentence_start(sentence, first.saturating_sub(1)))
        && first > 0
        && capital(first - 1)
        && !is_title;
    // "Gate 4", "Apollo 11", "Studio 54": a name before digits that count nothing.
    let after_name = numeral.digits && candidate.counted.is_none() && noun_capital && !is_preposition(before);
    let address =
        numeral.digits && capital(end) && (end..end + 4).any(|at| capital(at) && STREETS.contains(&sentence.lower(at)));
    // "7 News", "Seven Network": a capital goes on though no people are named.
    let before_name =
        !is_title && numeral.digits && capital(end) && candidate.counted.is_none() && !candidate.is_bounded;
    // "The Big Four", "the Group of Seven".
    let word_name = !numeral.digits
        && capital(first)
        && !is_title
        && !is_sentence_start(sentence, first)
        && sentence.word(first).chars().skip(1).any(char::is_lowercase);
    let emergency =
        matches!(sentence.lower(first), "911" | "999" | "112") && matches!(sentence.lower(end), "call" | "calls");
    stopped || named || numbered || after_name || address || before_name || word_name || emergency
}

/// Nouns of what is told apart by a number behind it, besides [`NAMED`].
const NUMBERED: &[&str] = &[
    "bay", "berth", "block", "boiler", "building", "camp", "cell", "dock", "floor", "furnace", "hall", "hangar",
    "lock", "pump", "reactor", "shaft", "shed", "silo", "tank", "track", "turbine", "ward", "well", "wing", "zone",
];

fn is_preposition(word: &str) -> bool {
    matches!(word, "in" | "at" | "of" | "for" | "with" | "from" | "by" | "on" | "to" | "and" | "or" | "the" | "about")
}

/// Whether no letters stand before a word in its sentence or quotation.
fn is_sentence_start(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0 || !sentence.word(at - 1).starts_with(char::is_alphanumeric) && sentence.lower(at - 1) != ","
}

/// “Aged 12”, “12-year-old” aside, “Anna Brandt, 43, …”, “(43)”, “children under five”, “a girl of nine”.
fn is_age(sentence: &Sentence<'_>, candidate: &Candidate, before: &str) -> bool {
    if candidate.counted.is_some() {
        return false;
    }
    let Value::Number(number) = candidate.first.value else { return false };
    let (first, end) = (candidate.first.words.start, candidate.last().words.end);
    if number > 120.0 || number.fract() != 0.0 {
        return false;
    }
    let next = sentence.lower(end);
    let apart = matches!(before, "," | "(") && matches!(next, "," | "." | ";" | ")" | "”" | "’" | "—" | "");
    let at_end = before == ","
        && sentence.is_capital(first.saturating_sub(2))
        && matches!(next, "and" | "who" | "from" | "of" | "told" | "said" | "was");
    let start = candidate.words.start;
    let word = start.checked_sub(1).map_or("", |at| sentence.lower(at));
    let word_before = start.checked_sub(2).map_or("", |at| sentence.lower(at));
    let by_word = matches!(word, "age" | "aged" | "ages" | "turned" | "turns" | "turning")
        || (matches!(word, "of" | "and" | "to") && matches!(word_before, "age" | "ages" | "aged"))
        || (matches!(word, "between") && matches!(word_before, "aged" | "ages"))
        // "All under 10".
        || (matches!(word, "all" | "mostly" | "both")
            && matches!(sentence.lower(start), "under" | "over")
            && matches!(next, "," | "." | ";" | "and" | ""))
        // "Aged 19 and 23".
        || (matches!(word, "and" | "to" | "-" | ",")
            && start.checked_sub(3).is_some_and(|at| matches!(sentence.lower(at), "age" | "aged" | "ages")));
    // "At 88", "dies at 88", "he was 43".
    let at_age = before == "at" && !number_is_put(sentence, first);
    let was = matches!(before, "was" | "is" | "am" | "were")
        && matches!(next, "." | "" | "when" | "and" | ",")
        && is_person_word(sentence, first);
    // "A crew of ten".
    let is_body = word == "of" && matches!(word_before, "crew" | "staff" | "police");
    let people_before =
        is_people_word(word) || (!is_body && matches!(word, "of" | "who") && is_people_word(word_before));
    let limit = matches!(before, "under" | "over" | "below" | "above" | "of" | "than") && people_before;
    let than = before == "than" && matches!(sentence.lower(first.wrapping_sub(2)), "younger" | "older");
    apart || at_end || by_word || at_age || was || limit || than
}

fn is_people_word(word: &str) -> bool {
    PEOPLE.contains(&word) || matches!(word, "those" | "anyone" | "everyone" | "kids" | "teens" | "aged")
}

/// “She was 88”.
fn is_person_word(sentence: &Sentence<'_>, number: usize) -> bool {
    number > 1 && matches!(sentence.lower(number - 2), "he" | "she" | "i" | "who")
}

/// “The number of …” stands at most so many words before what it is put at.
const PUT: usize = 24;

/// “Put the toll at 12”, “stood at 300”.
fn number_is_put(sentence: &Sentence<'_>, number: usize) -> bool {
    let is_mark = |at: &usize| matches!(sentence.lower(*at), "," | ";" | ":" | "“" | "”");
    // "Put the number of people hurt in the fire at the port of Osterby at 23".
    let before = (number.saturating_sub(PUT)..number).rev().take_while(|at| !is_mark(at));
    let is_count_of = |at: usize| {
        matches!(sentence.lower(at), "number" | "count" | "total" | "tally") && sentence.lower(at + 1) == "of"
    };
    if before.into_iter().any(is_count_of) {
        return true;
    }
    (number.saturating_sub(7)..number).any(|at| {
        matches!(
            sentence.lower(at),
            "put"
                | "puts"
                | "putting"
                | "toll"
                | "stood"
                | "stands"
                | "number"
                | "estimated"
                | "count"
                | "total"
                | "remained"
                | "capped"
        )
    })
}

/// "He had been briefed by two generals": a number of sources.
fn is_who_told(sentence: &Sentence<'_>, number: usize, before: &str) -> bool {
    before == "by"
        && number > 1
        && matches!(sentence.lower(number - 2), "briefed" | "told" | "informed" | "warned" | "assured" | "advised")
}

/// “May 3”, “3 May”, “Oct. 14”.
fn is_date(sentence: &Sentence<'_>, first: usize, end: usize, number: f64) -> bool {
    // The verb is no month.
    let is_month = |at: usize| is_month_name(sentence.lower(at)) && sentence.is_capital(at);
    let before =
        first > 0 && (is_month(first - 1) || (first > 1 && sentence.lower(first - 1) == "." && is_month(first - 2)));
    let after = is_month(end) || (sentence.lower(end) == "of" && is_month(end + 1));
    // "May 3-5", "3 and 4 May".
    let range = first > 2 && matches!(sentence.lower(first - 1), "-" | "–" | "and" | "to") && is_month(first - 3);
    (before && number <= 2100.0) || ((after || range) && number <= 31.0)
}

/// “In 2019”: four digits without a comma.
fn is_year(sentence: &Sentence<'_>, candidate: &Candidate, before: &str, number: f64) -> bool {
    let numeral = &candidate.first;
    let bare = numeral.digits && numeral.words.len() == 1 && sentence.lower(numeral.words.start).len() == 4;
    let in_time = (1000.0..=2100.0).contains(&number);
    let counted = candidate.counted.as_ref();
    let touches = sentence.touches(numeral.words.end) && matches!(sentence.lower(numeral.words.end), "-" | "–" | "/");
    let plainly_counts = counted.is_some_and(|c| c.unit == "people")
        && !YEAR_BEFORE.contains(&before)
        && !matches!(before, "a" | "an" | "his" | "her" | "its" | "their")
        && !touches;
    let is_bounded =
        candidate.is_bounded && counted.is_some() && !matches!(before, "about" | "around" | "over" | "under");
    bare && in_time && !plainly_counts && !is_bounded
}

/// “10:30”, “2-1”, “24/7”, “9 p.m.”, “0900 GMT”, “five past nine”.
fn is_clock_or_score(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let (first, end) = (candidate.first.words.start, candidate.first.words.end);
    let counted = candidate.counted.as_ref();
    let digit = |at: usize| sentence.lower(at).starts_with(|c: char| c.is_ascii_digit());
    let joined = |mark: &[&str]| {
        mark.contains(&sentence.lower(end)) && sentence.touches(end) && sentence.touches(end + 1) && digit(end + 1)
    };
    let is_range = candidate.second.is_some();
    let follows = first > 1
        && matches!(sentence.lower(first - 1), "-" | "–" | ":" | "/")
        && sentence.touches(first)
        && digit(first - 2);
    let to_score = matches!(sentence.lower(end), "-" | "–")
        && !is_range
        && sentence.touches(end)
        && !sentence.lower(end + 1).starts_with(char::is_alphabetic)
        && sentence.touches(end + 1);
    // "20.20 Negotiators said": the time of an entry.
    let Value::Number(number) = candidate.first.value else { return false };
    let is_entry = first == 0
        && candidate.first.digits
        && candidate.first.words.len() == 3
        && sentence.lower(1) == "."
        && sentence.word(2).len() == 2
        && number < 24.0
        && sentence.is_capital(end);
    let past = matches!(sentence.lower(end), "past") || (first > 0 && matches!(sentence.lower(first - 1), "past"));
    joined(&[":", "/"])
        || is_entry
        || (counted.is_none() && ((joined(&["-", "–"]) && !is_range) || follows || to_score))
        || (past && counted.is_none())
        || TIMES.contains(&sentence.lower(end)) && counted.is_none_or(|counted| counted.is_time)
        || (matches!(sentence.lower(end), "a" | "p")
            && sentence.lower(end + 1) == "."
            && sentence.lower(end + 2) == "m")
}

/// “The two men”, “both 12”: those spoken of before, which nothing is said about by the number.
fn is_anaphor(sentence: &Sentence<'_>, candidate: &Candidate, before: &str, number: f64) -> bool {
    let is_determined =
        matches!(before, "the" | "these" | "those" | "both" | "his" | "her" | "our" | "my" | "your" | "other");
    // "The two", "one of the two": and "the 12 people killed" are told of.
    let is_told = (candidate.words.end..candidate.words.end + 3).any(|at| {
        matches!(
            sentence.lower(at),
            "killed"
                | "injured"
                | "missing"
                | "wounded"
                | "hurt"
                | "dead"
                | "detained"
                | "arrested"
                | "released"
                | "freed"
                | "rescued"
        )
    });
    // "The six-kilometre front" is six kilometres long.
    let is_measured = candidate.counted.as_ref().is_some_and(|counted| counted.class == AMOUNT);
    is_determined && number <= 12.0 && !is_told && !is_measured && !candidate.is_bounded
}

/// Nouns that are counted without a figure being given: scores of a game, sides of a matter.
const IDLE: &[&str] = &[
    "sides",
    "ways",
    "things",
    "fronts",
    "occasions",
    "halves",
    "goals",
    "runs",
    "wickets",
    "tries",
    "touchdowns",
    "laps",
    "sets",
    "stars",
    "reasons",
    "questions",
    "options",
    "words",
    "steps",
    "counterparts",
    "eyes",
    "hands",
    "legs",
    "arms",
    "games",
    "matches",
    "rounds",
    "assists",
    "rebounds",
    "innings",
    "birdies",
    "versions",
    "thoughts",
    "examples",
    "factors",
    "choices",
    "paragraphs",
    "stages",
    "superpowers",
    "worlds",
];

/// What a few tell the news: "two newspapers", "three accounts"; "4,000 reports of theft" are counted.
const TELLS: &[&str] = &["stories", "accounts", "papers", "newspapers", "titles", "outlets", "reports"];

/// Who is counted as a source of news rather than as a fact: "two officials", "three people familiar with the matter".
const SOURCES: &[&str] = &[
    "officials",
    "sources",
    "aides",
    "diplomats",
    "insiders",
    "spokesmen",
    "spokespeople",
    "spokeswomen",
    "advisers",
    "advisors",
];

/// Words of the clause on why somebody is not named.
const CLAUSE: usize = 12;

fn is_idle_noun(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let Some(counted) = &candidate.counted else { return false };
    let noun = sentence.lower(counted.end - 1);
    let next = sentence.lower(counted.end);
    let is_familiar = matches!(noun, "people" | "persons" | "officials")
        && (matches!(next, "familiar" | "briefed" | "close")
            || sentence.phrase(counted.end, "with knowledge").is_some()
            || sentence.phrase(counted.end, "with direct knowledge").is_some());
    let begins_saying = matches!(
        next,
        "said" | "say" | "told" | "with" | "who" | "briefed" | "familiar" | "involved" | "confirmed" | "described"
    );
    let has_seen = matches!(noun, "reporters" | "journalists" | "correspondents" | "photographers")
        && matches!(next, "saw" | "heard" | "watched" | "witnessed" | "counted" | "visited");
    // "Two brokers who did not want their names used".
    let keeps_name =
        (counted.end + 1..counted.end + CLAUSE).take_while(|at| !matches!(sentence.lower(*at), "." | ";")).any(|at| {
            matches!(sentence.lower(at), "named" | "names" | "name" | "identified" | "anonymity" | "anonymously")
        });
    let is_kept = next == "who" && keeps_name;
    let is_few = matches!(candidate.first.value, Value::Number(n) if n <= 5.0) && !candidate.first.digits;
    let is_told = is_few && TELLS.contains(&noun);
    let is_idle =
        IDLE.contains(&noun) && !(noun == "rounds" && next == "of" && sentence.lower(counted.end + 1) != "talks");
    is_told || is_idle || is_kept || is_familiar || has_seen || (SOURCES.contains(&noun) && begins_saying)
}

/// “Won by 12 points”: no index and no poll, unless a word of change leads to them.
fn is_points_of_a_game(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let first = candidate.words.start;
    let changes = (first.saturating_sub(3)..first).any(|at| {
        matches!(
            sentence.lower(at),
            "rose"
                | "fell"
                | "up"
                | "down"
                | "lost"
                | "gained"
                | "dropped"
                | "climbed"
                | "slid"
                | "added"
                | "shed"
                | "jumped"
        )
    });
    let Value::Number(number) = candidate.first.value else { return false };
    candidate.counted.as_ref().is_some_and(|counted| counted.unit == "points") && !changes && number.fract() == 0.0
}

/// “0800 123 456”: digits that begin with nought, or that other digits follow.
fn is_code(sentence: &Sentence<'_>, numeral: &Numeral) -> bool {
    let word = |at: usize| sentence.lower(at);
    let digit = |at: usize| word(at).starts_with(|c: char| c.is_ascii_digit());
    let first = numeral.words.start;
    let nought = word(first).len() > 1 && word(first).starts_with('0') && numeral.words.len() == 1;
    numeral.digits && (nought || digit(numeral.words.end) || (first > 0 && digit(first - 1)))
}
