//! Counts that a text takes as known (“the six killed on the bus”) and that nobody gave before.

use std::collections::HashMap;

use sayso_reading::Figure;
use sayso_reading::figures::Bound;
use sayso_reading::overlap::{stem, stems};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::numbers::Number;
use super::{counts, numbers};
use crate::Desk;
use crate::desk::Line;

/// The numbers that an article's body names, and where first.
pub(super) struct Named {
    /// By the number's bits.
    first: HashMap<u64, usize>,
}

/// So many figures back a count of the same things is looked for.
const BACK: usize = 40;
/// So many words behind a number tell what it counts.
const REACH: usize = 9;
/// Words that say nothing of which people or things are counted.
const STOP: &[&str] = &[
    "people", "the", "and", "who", "that", "which", "were", "was", "are", "have", "has", "had", "been", "being",
    "from", "with", "for", "their", "his", "her", "its", "all", "over", "into", "onto", "came", "come", "went", "now",
    "still", "said", "men", "women", "children", "when", "where", "while", "after", "before", "dead", "killed", "died",
    "injured", "wounded", "hurt", "missing", "taken", "found", "got", "not", "but", "also", "them", "they", "there",
    "out", "more", "than",
];

/// What sets a number beside another that is meant to differ.
const COMPARES: &[&str] = &[
    "than",
    "surpass",
    "surpasses",
    "surpassed",
    "exceeds",
    "exceeded",
    "compared",
    "against",
    "versus",
    "another",
    "other",
    "others",
    "further",
    "earlier",
    "previous",
    "previously",
    "former",
    "originally",
    "planned",
    "last",
    "target",
    "record",
    "needed",
    "required",
];

impl Named {
    /// The numbers of an article's body.
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let mut first = HashMap::new();
        for line in desk.body() {
            let named =
                numbers::of(&line.sentence).into_iter().filter(|number| numbers::is_count(&line.sentence, number));
            for number in named {
                first.entry(number.value.to_bits()).or_insert(line.sentence.words[number.words.start].start);
            }
        }
        Self { first }
    }

    /// The count that was given where the text speaks of another as if it had been: “Police said four on the bus had been killed. … The
    /// six killed on the bus”.
    pub(super) fn instead<'r>(&self, desk: &Desk<'r>, figure: &Figure) -> Option<&'r Figure> {
        let value = figure.value.filter(|value| *value >= 3.0 && figure.part_of.is_none())?;
        let sentence = &desk.sentence_at(figure.span.start)?.sentence;
        let at = sentence.words.partition_point(|word| word.start < figure.span.start);
        let is_definite = |at: usize| matches!(sentence.lower(at), "the" | "those" | "these" | "all");
        let is_first = self.first.get(&value.to_bits()).is_none_or(|first| *first >= figure.span.start);
        if !(is_definite(at) || at.checked_sub(1).is_some_and(is_definite)) || !is_first || !is_exact(figure) {
            return None;
        }
        let is_compared = counts::sentence_has(sentence, |word| COMPARES.contains(&word) || counts::is_year(word));
        let is_counted = figure.unit.len() > 3 && figure.unit != "percent" && !numbers::is_measured(&figure.unit);
        if is_compared || !is_counted {
            return None;
        }
        let is = |number: f64| (number - value).abs() < 0.01;
        let figures = &desk.reading.figures;
        let until = figures.partition_point(|other| other.span.start < figure.span.start);
        let earlier = &figures[until.saturating_sub(BACK)..until];
        let alike: Vec<&Figure> = earlier.iter().filter(|other| is_alike(figure, other)).collect();
        let known: Vec<f64> = alike.iter().filter_map(|other| other.value).collect();
        let is_sum = (0..known.len())
            .any(|at| known[at + 1..].iter().any(|other| is(known[at] + other) || is((known[at] - other).abs())));
        let about: Vec<&str> = (at..sentence.words.len()).take(REACH).filter_map(|at| telling(sentence, at)).collect();
        // "The 23 dead" are all of them.
        let is_toll = |other: &Figure| {
            let is_named = TOLLS.contains(&sentence.lower(at + words_of(sentence, figure)));
            is_named && counts::is_toll(figure) && counts::measure(figure) == counts::measure(other)
        };
        let here = fates_of(sentence, figure).filter(|_| figure.place.is_none());
        let is_same = |other: &&&Figure| {
            let near = other.value.is_some_and(|other| !is(other) && other <= value * 2.0 && value <= other * 2.0);
            let is_before = other.span.end <= sentence.whole.start;
            near && is_before
                && (is_exact(other) || is_beyond(figure, other))
                && counts::is_body(desk, other)
                && (is_toll(other)
                    || desk.sentence_at(other.span.start).is_some_and(|line| {
                        let there = fates_of(&line.sentence, other);
                        let sums = numbers::of(&line.sentence);
                        let is_sum = sums
                            .iter()
                            .skip(1)
                            .any(|number| (sums[0].value + number.value - value).abs() < value * 0.05);
                        here.is_some() && here == there && !is_sum && other.place.is_none_or(|_| figure.place.is_none())
                    })
                    || desk
                        .sentence_at(other.span.start)
                        .is_some_and(|line| shares(&line.sentence, &about, &figure.unit)))
        };
        alike.iter().rev().find(is_same).copied().filter(|_| !is_sum)
    }
}

/// What befalls people, in the words that news has for it: one row, one fate.
const FATES: &[&[&str]] = &[
    &[
        "homeless",
        "without a home",
        "without homes",
        "lost their homes",
        "lost their home",
        "lost homes",
        "displaced",
        "without shelter",
        "without a roof",
        "unhoused",
    ],
    &[
        "evacuated",
        "evacuees",
        "moved out",
        "taken to safety",
        "brought to safety",
        "led to safety",
        "driven from their homes",
        "told to leave",
        "left their homes",
        "fled their homes",
        "been moved",
        "were moved",
    ],
    &["killed", "dead", "died", "lost their lives", "deaths", "victims", "perished", "drowned"],
    &["injured", "wounded", "hurt", "casualties"],
    &["missing", "unaccounted for"],
    &["arrested", "detained", "detainees", "held", "in custody", "taken away"],
    &["laid off", "lose their jobs", "lost their jobs", "made redundant", "dismissed", "sacked", "redundant"],
    &["stranded", "trapped", "stuck", "cut off"],
    &["infected", "fell ill", "fallen ill", "sick", "sickened", "taken ill", "poisoned"],
];

/// The row of what befalls those whom a figure counts, told by the words right behind it.
fn fates_of(sentence: &Sentence<'_>, figure: &Figure) -> Option<usize> {
    let first = sentence.words.partition_point(|word| word.start < figure.span.start);
    let behind = sentence.words.partition_point(|word| word.start < figure.span.end);
    let end = behind + REACH;
    let fate = |at: usize| FATES.iter().position(|row| row.iter().any(|words| sentence.phrase(at, words).is_some()));
    (first..end.min(sentence.words.len()))
        .take_while(|at| *at < behind || !matches!(sentence.lower(*at), "," | ";" | "and" | "but"))
        .find_map(fate)
}

/// Whether a rough count before can’t be meant by an exact one: “about 2,300”, then “the 3,100”.
fn is_beyond(figure: &Figure, other: &Figure) -> bool {
    const ROUGH: f64 = 1.2;
    let (Some(here), Some(there)) = (figure.value, other.value) else { return false };
    matches!(other.bound, Bound::About) && (here > there * ROUGH || there > here * ROUGH)
}

/// Nouns for those whom something befell.
const TOLLS: &[&str] =
    &["dead", "killed", "victims", "injured", "wounded", "missing", "displaced", "evacuees", "infected", "casualties"];

/// How many words of a figure are its number.
fn words_of(sentence: &Sentence<'_>, figure: &Figure) -> usize {
    let number = numbers::of(sentence).into_iter().find(|n| sentence.words[n.words.start].start >= figure.span.start);
    number.map_or(1, |number| number.words.len())
}

/// A count of things by its noun: “three carriages”.
struct Counted<'d, 'r> {
    line: &'d Line<'r>,
    number: Number,
    /// The stem of the noun, and the word that it is.
    noun: String,
    at: usize,
}

impl Counted<'_, '_> {
    fn span(&self) -> Span {
        self.line.sentence.span(&(self.number.words.start..self.at + 1))
    }
}

/// So many words before the noun say which things: “the four overturned carriages”.
const WHICH: usize = 2;
/// Words that make other things of them.
const OTHERS: &[&str] = &[
    "other",
    "remaining",
    "new",
    "further",
    "last",
    "first",
    "next",
    "second",
    "third",
    "more",
    "largest",
    "biggest",
    "smallest",
    "oldest",
    "main",
    "additional",
    "extra",
    "surviving",
    "original",
    "proposed",
    "planned",
    "rear",
    "front",
    "same",
    "different",
    "so",
    "or",
    "to",
    "top",
    "best",
    "most",
    "least",
];
/// What tells behind the noun which of them are meant.
const NARROWS: &[&str] = &[
    "who", "that", "which", "in", "on", "at", "of", "with", "where", "from", "without", "near", "under", "whose",
    "for", "between", "along", "to",
];

/// Things that a text takes as known in a number that it never gave, and the number that it gave: “Three carriages ended on their
/// sides. … The four overturned carriages”.
pub(super) fn of_things(desk: &Desk<'_>) -> Vec<(Span, Span)> {
    let all: Vec<Counted<'_, '_>> = desk.body().flat_map(counted).collect();
    let mut by_noun: HashMap<&str, Vec<&Counted<'_, '_>>> = HashMap::new();
    let mut out = Vec::new();
    for here in &all {
        let before = by_noun.entry(&here.noun).or_default();
        if let Some(other) = other_count(here, before) {
            out.push((here.span(), other.span()));
        }
        before.push(here);
    }
    out
}

/// A count of those to whom something was done: “six people were treated for burns”, “which destroyed 27 homes”.
struct Deed<'d, 'r> {
    line: &'d Line<'r>,
    value: f64,
    /// Whether it is only the least: “at least 31”.
    is_least: bool,
    /// The noun, and the stem of what was done.
    noun: &'d str,
    verb: String,
    /// What is told behind it in its clause: stems, and words with a capital.
    behind: Vec<String>,
    names: Vec<&'d str>,
    giver: Option<String>,
    span: Span,
}

/// So many words before a number may make another count of it, and so many behind its verb tell of what it is.
const CLAUSE: usize = 8;
/// So many deeds are compared.
const DEEDS: usize = 48;
/// What has its own rule.
const TOLL_VERBS: &[&str] = &[
    "killed",
    "injured",
    "wounded",
    "displaced",
    "evacuated",
    "infected",
    "added",
    "scored",
    "needed",
    "included",
    "received",
    "used",
    "asked",
    "spoken",
    "interviewed",
];

/// Counts of the same deed from one giver that can’t both be right: “six people were treated for smoke”, then “eight people had been
/// treated for smoke”.
pub(super) fn of_deeds(desk: &Desk<'_>) -> Vec<(Span, Span)> {
    let mut known: Vec<Deed<'_, '_>> = Vec::new();
    let mut out = Vec::new();
    for deed in desk.body().flat_map(|line| deeds(desk, line)) {
        if let Some(other) = known.iter().find(|other| contradicts(other, &deed)) {
            out.push((deed.span, other.span));
        } else if known.len() < DEEDS {
            known.push(deed);
        }
    }
    out
}

fn deeds<'d, 'r>(desk: &Desk<'_>, line: &'d Line<'r>) -> Vec<Deed<'d, 'r>> {
    const HELPERS: &[&str] = &["was", "were", "had", "have", "has", "been", "are", "being", "all"];
    let sentence = &line.sentence;
    let stops = |at: &usize| matches!(sentence.lower(*at), "," | ";" | ":" | "and" | "but" | "." | "while");
    let is_done = |word: &str| word.len() > 4 && (word.ends_with("ed") || matches!(word, "taken" | "stolen" | "burnt"));
    let found = numbers::of(sentence).into_iter().filter(|number| numbers::is_count(sentence, number));
    let deed = |number: Number| {
        let at = number.words.end;
        let noun = Some(sentence.lower(at)).filter(|noun| is_plural(noun) && !numbers::is_measured(noun))?;
        let helped = (at + 1..sentence.words.len()).take_while(|at| HELPERS.contains(&sentence.lower(*at))).count();
        let is_least = number.words.start > 1 && sentence.lower(number.words.start - 1) == "least";
        let from = if is_least { number.words.start - 2 } else { number.words.start };
        let passive = Some(at + 1 + helped).filter(|verb| helped > 0 && is_done(sentence.lower(*verb)));
        let active = || from.checked_sub(1).filter(|verb| is_done(sentence.lower(*verb)));
        let verb = passive.or_else(active)?;
        let begin = (0..verb.min(from)).rev().find(stops).map_or(0, |at| at + 1).max(from.saturating_sub(CLAUSE));
        let until = (verb.max(at) + 1 + CLAUSE).min(sentence.words.len());
        let end = (verb.max(at) + 1..until).find(stops).unwrap_or(until);
        let is_other = (begin..end).any(|at| {
            let word = sentence.lower(at);
            COMPARES.contains(&word)
                || counts::is_year(word)
                || matches!(word, "more" | "also" | "about" | "nearly" | "almost" | "some" | "first" | "each" | "every")
        });
        let behind = verb.max(at) + 1..end;
        if is_other || number.value < 3.0 || TOLL_VERBS.contains(&sentence.lower(verb)) {
            return None;
        }
        let span = sentence.span(&(number.words.start..at + 1));
        let speaker = desk.touching(span).find(|a| a.content.iter().any(|said| said.contains(span)));
        Some(Deed {
            line,
            value: number.value,
            is_least,
            noun,
            verb: stem(sentence.lower(verb))?,
            behind: behind.clone().filter_map(|at| stem(telling(sentence, at)?)).collect(),
            names: behind.filter(|at| sentence.is_capital(*at)).map(|at| sentence.lower(at)).collect(),
            giver: speaker.and_then(|a| Some(a.source.first()?.of(desk.text).to_lowercase())),
            span,
        })
    };
    found.filter_map(deed).collect()
}

fn contradicts(one: &Deed<'_, '_>, other: &Deed<'_, '_>) -> bool {
    let day = |deed: &Deed<'_, '_>| deed.line.sentence.lower.iter().find(|word| counts::is_day_or_month(word)).cloned();
    let is_same = one.noun == other.noun && one.verb == other.verb && one.giver == other.giver;
    let is_near = one.value <= other.value * 2.0 && other.value <= one.value * 2.0;
    let differs = match (one.is_least, other.is_least) {
        (false, false) => (one.value - other.value).abs() > 0.01,
        (true, false) => other.value < one.value,
        (false, true) => one.value < other.value,
        (true, true) => false,
    };
    let days = (day(one), day(other));
    let is_elsewhere = !one.names.is_empty() && !other.names.is_empty() && one.names != other.names;
    let is_another_day = days.0.is_some() && days.1.is_some() && days.0 != days.1;
    // People are treated for many things; houses are destroyed by the one thing that the article is about.
    let shares = || one.behind.iter().any(|stem| other.behind.contains(stem));
    let is_of_things = !matches!(one.noun, "people" | "men" | "women" | "children");
    let is_of_it = shares() || (is_of_things && one.behind.is_empty() | other.behind.is_empty());
    let is_apart = one.line.sentence.whole != other.line.sentence.whole;
    is_same && is_near && differs && !is_elsewhere && !is_another_day && is_apart && is_of_it
}

/// The counts of a sentence whose nouns stand beside them.
fn counted<'d, 'r>(line: &'d Line<'r>) -> Vec<Counted<'d, 'r>> {
    let sentence = &line.sentence;
    let found = numbers::of(sentence).into_iter().filter(|number| numbers::is_count(sentence, number));
    let with_noun = found.filter_map(|number| {
        let end = number.words.end;
        let is_name = |at: &usize| {
            sentence.lower(*at).starts_with(char::is_alphabetic) && !NARROWS.contains(&sentence.lower(*at))
        };
        let mut run = (end..=end + WHICH).take_while(is_name);
        let at = run.find(|at| is_plural(sentence.lower(*at)))?;
        let is_measured = numbers::is_measured(sentence.lower(at));
        let noun = stem(sentence.lower(at)).filter(|_| !is_measured)?;
        Some(Counted { line, number, noun, at })
    });
    with_noun.collect()
}

fn is_plural(word: &str) -> bool {
    let is_s = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous");
    is_s || matches!(word, "people" | "children" | "men" | "women" | "cows" | "dogs")
}

/// The one count before of what is counted here as if it were known, if it is another.
fn other_count<'c, 'd, 'r>(here: &Counted<'d, 'r>, before: &[&'c Counted<'d, 'r>]) -> Option<&'c Counted<'d, 'r>> {
    const FEWEST: f64 = 3.0;
    let sentence = &here.line.sentence;
    let value = here.number.value;
    let first = here.number.words.start;
    let is_definite = first > 0
        && matches!(sentence.lower(first - 1), "the" | "those" | "these" | "all")
        && !(first > 1 && sentence.lower(first - 2) == "of");
    let named = (here.number.words.end..here.at).collect::<Vec<_>>();
    let is_other = named.iter().any(|at| {
        let word = sentence.lower(*at);
        OTHERS.contains(&word) || word.ends_with("er") || word.ends_with("est") || sentence.is_capital(*at)
    });
    let is_day = counts::is_day_or_month(sentence.lower(here.at + 2));
    let is_narrowed = NARROWS.contains(&sentence.lower(here.at + 1)) && !is_day;
    let is_compared = counts::sentence_has(sentence, |word| COMPARES.contains(&word) || counts::is_year(word));
    if !is_definite || value < FEWEST || is_other || is_narrowed || is_compared {
        return None;
    }
    let last = *before.last()?;
    // Where they are counted twice before, a sum or a rest may be meant.
    let is_one = before.iter().all(|other| (other.number.value - last.number.value).abs() < 0.01);
    let is_near = (last.number.value - value).abs() > 0.01
        && value <= last.number.value * 2.0
        && last.number.value <= value * 2.0;
    let there = stems(sentence.text, &[last.line.sentence.whole]);
    let is_told_of = named.iter().filter_map(|at| stem(sentence.lower(*at))).all(|stem| there.contains(&stem));
    let is_part = |at: &usize| sentence.lower(*at).ends_with("ed") || sentence.lower(*at).ends_with("en");
    // More than were counted are no part of them.
    let is_more = value > last.number.value && named.iter().all(is_part);
    let is_exact = last.number.words.start == 0
        || !counts::sentence_has(&last.line.sentence, |word| {
            matches!(word, "about" | "nearly" | "almost" | "least" | "another" | "further" | "more")
        });
    (is_one && is_near && is_exact && (is_told_of || is_more)).then_some(last)
}

fn is_exact(figure: &Figure) -> bool {
    matches!(figure.bound, Bound::Exactly)
}

/// Whether two figures count the same kind of thing, and nothing else befell it.
fn is_alike(one: &Figure, other: &Figure) -> bool {
    let (here, there) = (counts::measure(one), counts::measure(other));
    one.unit == other.unit && (here == there || here.is_none() || there.is_none())
}

fn telling<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s str> {
    let word = sentence.lower(at);
    (word.len() > 2 && word.starts_with(char::is_alphabetic) && !STOP.contains(&word)).then_some(word)
}

/// Whether a sentence has one of some words, other than the name of what is counted.
fn shares(sentence: &Sentence<'_>, about: &[&str], unit: &str) -> bool {
    let stem = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    let about = about.iter().map(|word| stem(word)).filter(|word| *word != stem(unit));
    let has = |word: String| {
        (0..sentence.words.len()).filter_map(|at| telling(sentence, at)).any(|other| stem(other) == word)
    };
    about.into_iter().any(has)
}
