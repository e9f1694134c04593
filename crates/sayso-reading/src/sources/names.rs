//! Names in a sentence: runs of words with capitals, and whether a person, an organization or a place bears one.

use std::ops::Range;

use super::Gender;
use super::prose::Line;
use super::tables;

/// Who or what bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    Person,
    Organization,
    Place,
}

/// Whether a word is written with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a word is a stop that ends no sentence here: after an initial, a short title, "St".
fn is_inner_stop(sentence: &Line<'_>, at: usize) -> bool {
    sentence.lower(at) == "."
        && at > 0
        && sentence.touches(at)
        && (sentence.word(at - 1).chars().count() == 1 || is_short(sentence.lower(at - 1)))
}

fn is_short(word: &str) -> bool {
    tables::SHORT_TITLES.contains(&word)
        || is_address(word)
        || tables::SUFFIXES.contains(&word)
        || matches!(word, "inc" | "corp" | "co" | "ltd")
}

pub(super) fn is_address(word: &str) -> bool {
    tables::ADDRESS.iter().any(|(address, _)| *address == word)
}

/// Runs of words with capitals, small words of names inside: "Board of Registered Nursing", "Ana de la Cruz", "Sen. J. Ortiz".
pub(super) fn runs(sentence: &Line<'_>, within: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = within.start;
    while at < within.end {
        if !begins_name(sentence, at) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        loop {
            if is_possessive(sentence.word(end - 1)) && !is_of_many(sentence, end - 1) {
                break;
            }
            let next = end + usize::from(is_inner_stop(sentence, end) || is_plural_mark(sentence, end));
            let next =
                next + usize::from(sentence.lower(next) == "-" && sentence.touches(next) && sentence.touches(next + 1));
            let joint = joint(sentence, next);
            if next + joint >= within.end || !continues_name(sentence, next + joint) {
                end = next.min(within.end).max(end);
                break;
            }
            end = next + joint + 1;
        }
        // A stop that only ends the sentence is no part of the name.
        if end > at + 1 && sentence.lower(end - 1) == "." && !is_inner_stop(sentence, end - 1) {
            end -= 1;
        }
        out.push(at..end);
        at = end;
    }
    out
}

/// "People’s", "Women’s" in "Poor People’s Campaign": what many own is a name.
fn is_of_many(sentence: &Line<'_>, at: usize) -> bool {
    matches!(
        bare(sentence.lower(at)),
        "people" | "women" | "men" | "children" | "citizen" | "worker" | "teacher" | "driver"
    ) && sentence.is_capital(at + 1)
}

/// The mark of "Pensioners’ League".
fn is_plural_mark(sentence: &Line<'_>, at: usize) -> bool {
    matches!(sentence.lower(at), "'" | "’")
        && sentence.touches(at)
        && sentence.lower(at - 1).ends_with('s')
        && sentence.is_capital(at + 1)
        && !sentence.touches(at + 1)
}

/// How many small words of a name stand at a word, with a capital after them.
fn joint(sentence: &Line<'_>, at: usize) -> usize {
    let mut count = 0;
    while count < 3
        && (tables::JOINTS.contains(&sentence.lower(at + count))
            || tables::PARTICLES.contains(&sentence.lower(at + count)))
    {
        count += 1;
    }
    // "Brandt and Voss" are two, "Board of Trade and Industry" is one: what "and", "on" and "in" join is left apart but for "of" before.
    let first = sentence.lower(at);
    // "The Coast and Rivers Executive": what one article joins.
    let one = first == "and"
        && at >= 2
        && sentence.lower(at - 2) == "the"
        && sentence.is_capital(at + 1)
        && sentence.is_capital(at + 2);
    if one {
        return 1;
    }
    let apart = matches!(first, "and" | "on" | "in" | "the")
        && !(first == "and" && (0..at).rev().take(4).any(|w| sentence.lower(w) == "of" || sentence.lower(w) == "for"));
    if apart { 0 } else { count }
}

fn begins_name(sentence: &Line<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    if !is_capital(word) || sentence.is_common(at) {
        return false;
    }
    !tables::NOT_IN_NAMES.contains(&sentence.lower(at))
        || (word.len() > 1 && word.chars().all(char::is_uppercase) && word != "I")
}

fn continues_name(sentence: &Line<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    is_capital(word) && !sentence.is_common(at) && !matches!(sentence.lower(at), "i" | "mr" | "mrs" | "ms")
        || (is_capital(word)
            && at > 0
            && is_address(sentence.lower(at))
            && tables::SHORT_TITLES.contains(&sentence.lower(at - 1)))
}

pub(super) fn is_possessive(word: &str) -> bool {
    ["’s", "'s", "ʼs", "s’", "s'", "sʼ"].iter().any(|end| word.ends_with(end))
}

/// A word in lower case without what marks a possessive.
pub(super) fn bare(word: &str) -> &str {
    ["’s", "'s", "ʼs", "’", "'", "ʼ"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

/// The singular of a plural noun, roughly.
pub(super) fn singular(word: &str) -> String {
    let word = bare(word);
    match word {
        "men" | "women" => word.replace("men", "man"),
        "headquarters" | "customs" | "specimen" | "regimen" | "abdomen" => word.to_owned(),
        "people" | "persons" => "person".to_owned(),
        "children" => "child".to_owned(),
        "schoolchildren" | "grandchildren" | "stepchildren" => word.replace("children", "child"),
        _ if word.ends_with("men") && word.len() > 5 => format!("{}man", &word[..word.len() - 3]),
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
        _ if word.ends_with("sses") || word.ends_with("ches") || word.ends_with("shes") => {
            word[..word.len() - 2].to_owned()
        }
        _ if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && word.len() > 3 => {
            word[..word.len() - 1].to_owned()
        }
        _ => word.to_owned(),
    }
}

/// Whether a word is a title that stands before a name.
pub(super) fn is_title(word: &str) -> bool {
    tables::TITLES.contains(&word) || tables::SHORT_TITLES.contains(&word)
}

/// What nouns for professions end in.
const ROLE_ENDINGS: &[&str] = &[
    "woman", "ologist", "person", "iatrist", "omist", "velist", "nalist", "wright", "keeper", "worker", "owner",
    "holder",
];

/// Whether a word says what a person is by office, profession or role, in the singular or the plural.
pub(super) fn is_role(word: &str) -> bool {
    let one = singular(word);
    let last = one.rsplit('-').next().unwrap_or(&one);
    tables::ROLES.contains(&one.as_str())
        || tables::ROLES.contains(&last)
        || tables::TITLES.contains(&one.as_str())
        || ROLE_ENDINGS.iter().any(|end| one.ends_with(end) && one.len() > end.len())
}

pub(super) fn is_person_noun(word: &str) -> bool {
    tables::PERSONS.contains(&singular(word).as_str())
}

pub(super) fn is_organization_noun(word: &str) -> bool {
    tables::ORGANIZATIONS.contains(&word) || tables::ORGANIZATIONS.contains(&singular(word).as_str())
}

/// The part of a run that is a person's own name: what follows the last title in it.
pub(super) fn without_titles(sentence: &Line<'_>, run: &Range<usize>) -> Range<usize> {
    // "Brask Nurses Association": what ends in an organization's noun holds no title.
    if is_organization_noun(bare(sentence.lower(run.end - 1))) && run.len() > 1 {
        return run.clone();
    }
    let is_before = |at: usize| {
        let word = sentence.lower(at);
        is_title(word) || is_address(word) || (at + 1 < run.end && tables::ROLES.contains(&word))
    };
    let mut start = (run.start..run.end).rev().find(|at| is_before(*at)).map_or(run.start, |at| at + 1);
    while start < run.end && matches!(sentence.lower(start), "." | "-") {
        start += 1;
    }
    // "Minister of Health Ana Brandt": the office ends before the last two words.
    if start > run.start && tables::JOINTS.contains(&sentence.lower(start)) {
        start = if run.end - start > 3 { run.end - 2 } else { run.end };
    }
    start.min(run.end)..run.end
}

/// Whether a word of a name says that it is an organization's.
pub(super) fn has_keyword(sentence: &Line<'_>, run: &Range<usize>) -> bool {
    run.clone()
        .map(|at| bare(sentence.lower(at)))
        .any(|w| tables::ORGANIZATIONS.contains(&w) || tables::NAME_PARTS.contains(&w))
}

/// Whether a word is written in capitals throughout: "WEO".
pub(super) fn is_acronym(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// Where a person's name ends and whom the person belongs to begins: "of" in "Gwenda Hale of the Clerical Workers’ Union".
pub(super) fn belongs(sentence: &Line<'_>, run: &Range<usize>) -> Option<usize> {
    let of = run.clone().find(|at| sentence.lower(*at) == "of")?;
    let name = run.start..of;
    let the = run.start > 0 && sentence.lower(run.start - 1) == "the";
    let last = sentence.lower(of - usize::from(of > run.start));
    let is_name = (2..=3).contains(&name.len()) && !has_keyword(sentence, &name) && singular(last) == last;
    (is_name && !the && sentence.lower(of + 1) == "the").then_some(of)
}

/// Who bears a name that no title makes a person's.
pub(super) fn bearer(sentence: &Line<'_>, run: &Range<usize>) -> Bearer {
    if belongs(sentence, run).is_some() {
        return Bearer::Person;
    }
    let words = || run.clone().map(|at| bare(sentence.lower(at)));
    let the = run.start > 0 && sentence.lower(run.start - 1) == "the";
    let is_acronym = |at: usize| is_acronym(bare(sentence.word(at))) && !tables::SUFFIXES.contains(&sentence.lower(at));
    let is_given = |word: &str| tables::MALE.contains(&word) || tables::FEMALE.contains(&word);
    let count = words().filter(|w| w.starts_with(char::is_alphabetic)).count();
    if has_keyword(sentence, run) && !(count > 1 && is_given(bare(sentence.lower(run.start))) && !the) {
        return Bearer::Organization;
    }
    if count > 1 && is_given(bare(sentence.lower(run.start))) {
        return Bearer::Person;
    }
    if words().all(|w| tables::STATES.contains(&w)) {
        return Bearer::Place;
    }
    let joined = run.clone().any(|at| matches!(sentence.lower(at), "of" | "for" | "and" | "&"));
    let digits = words().any(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    if the || joined || digits || (run.start..run.end).any(is_acronym) || count == 1 || count > 4 {
        return Bearer::Organization;
    }
    if words().any(|w| tables::STATES.contains(&w)) { Bearer::Place } else { Bearer::Person }
}

/// Whether a pronoun for a person of this name is "he" or "she", where the given name or a form of address tells.
pub(super) fn gender(sentence: &Line<'_>, name: &Range<usize>) -> Option<Gender> {
    let before = (name.start.saturating_sub(2)..name.start).map(|at| sentence.lower(at));
    let address = before.filter_map(|w| tables::ADDRESS.iter().find(|(a, _)| *a == w)).find_map(|(_, gender)| *gender);
    let given = bare(sentence.lower(name.start));
    address.or_else(|| {
        if name.len() < 2 {
            None
        } else if tables::MALE.contains(&given) {
            Some(Gender::Male)
        } else {
            tables::FEMALE.contains(&given).then_some(Gender::Female)
        }
    })
}
