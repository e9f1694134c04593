//! Lists of parts: “27 people: 14 in Dunmore, nine in Sall and six in Brace”, “Of those, 310 were in the hall and 190 in schools”.
//!
//! Told from numbers and words alone. A list is taken to divide its whole only where nothing can be in two of its parts; and one
//! that comes to much more than its whole divides something else. One that comes to less is told of only where it says that it
//! names all the parts.

use std::ops::Range;

use sayso_article::Part;
use sayso_reading::overlap::stem;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::numbers::{self, Number};
use crate::Desk;
use crate::desk::Line;

/// A list whose parts are more than their whole, or less though it names them all.
pub(super) struct Uneven {
    /// The number of the whole.
    pub(super) whole: Span,
    /// Each part's number and the word that says of what.
    pub(super) parts: Vec<Span>,
    /// What the parts add up to.
    pub(super) sum: f64,
}

/// Parts that come to more than this many times their whole are of something else.
const FURTHEST: f64 = 1.25;
/// And parts that come to less than this share of it are some of them.
const NEAREST: f64 = 0.75;
/// A whole below this is divided in words: “two things”, “three days”.
const LEAST: f64 = 5.0;
/// So many lists are looked for in a sentence, and so many parts in each: no news has more, and the time stays linear.
const MOST_LISTS: usize = 16;
const MOST_PARTS: usize = 40;
/// So many words may follow a part's number before the next part.
const REACH: usize = 14;

/// The lists of the body whose parts are somewhat more than their whole, or less.
pub(super) fn uneven(desk: &Desk<'_>) -> Vec<Uneven> {
    let mut out = Vec::new();
    let mut before: Option<(&Line<'_>, Vec<Number>)> = None;
    for line in &desk.sentences {
        if line.part != Part::Body {
            continue;
        }
        let sentence = &line.sentence;
        let all = numbers::of(sentence);
        let before_it = before.as_ref().map(|(line, _)| &line.sentence);
        let openings = openings(sentence, &all, before_it);
        let (sums, others): (Vec<Number>, Vec<Number>) = all.into_iter().partition(|n| is_sum(sentence, n));
        let found: Vec<Number> = others.into_iter().filter(|n| numbers::is_count(sentence, n)).collect();
        for opening in openings.into_iter().take(MOST_LISTS) {
            let earlier = before.as_ref().map(|(line, earlier)| (&line.sentence, earlier.as_slice()));
            let counted = uneven_at(sentence, &found, &opening, earlier);
            let is_of_a_sum = matches!(opening.whole, Whole::Within);
            let spent =
                || (opening.names_all || is_of_a_sum).then(|| uneven_at(sentence, &sums, &opening, None)).flatten();
            if let Some(uneven) = counted.or_else(spent) {
                out.push(uneven);
                break;
            }
        }
        before = Some((line, found));
    }
    out
}

/// So many sentences around a vote may say how many there are.
const NEAR: usize = 4;

/// Votes that do not come to those who cast them: “voted 8 to 4. … All 11 members took part”.
pub(super) fn votes(desk: &Desk<'_>) -> Vec<Uneven> {
    let mut out = Vec::new();
    let body: Vec<&Line<'_>> = desk.body().collect();
    for (at, line) in body.iter().enumerate() {
        let Some(vote) = vote_in(&line.sentence) else { continue };
        let near = &body[at.saturating_sub(NEAR)..(at + 1 + NEAR).min(body.len())];
        // Of two votes nobody knows which the members cast.
        if near.iter().any(|other| other.sentence.whole != line.sentence.whole && vote_in(&other.sentence).is_some()) {
            continue;
        }
        let abstained: f64 = near.iter().filter_map(|other| abstentions(&other.sentence)).sum();
        let Some((all, whole, took_part)) = near.iter().find_map(|other| members(&other.sentence)) else { continue };
        let nobody = |other: &&Line<'_>| {
            let sentence = &other.sentence;
            let away = ["absent", "away", "abstained", "abstain", "recused", "sick", "missed", "vacant"];
            sentence.lower.iter().any(|word| away.contains(&word.as_str()))
                && !matches!(sentence.lower(0), "nobody" | "none")
                && !sentence.lower.iter().any(|word| word == "no")
        };
        let is_under = took_part && !near.iter().copied().any(|other| nobody(&other));
        let sum = vote.0 + abstained;
        if sum > all || (is_under && sum < all) {
            out.push(Uneven { whole, parts: vec![vote.1], sum });
        }
    }
    out
}

/// “Voted 8 to 4”, “by 8 votes to 4”, “in an 8-4 vote”: what both come to.
fn vote_in(sentence: &Sentence<'_>) -> Option<(f64, Span)> {
    const VOTES: &[&str] = &[
        "voted", "vote", "votes", "approved", "rejected", "passed", "backed", "agreed", "ruled", "decided", "adopted",
        "carried", "defeated", "split", "divided", "majority", "lost", "won",
    ];
    /// Plain words that stand between a verb and the numbers.
    const NEAR_VERB: usize = 8;
    let all = numbers::of(sentence);
    let is_whole = |number: &Number| !number.is_broken && number.value < 1000.0;
    all.windows(2).filter(|pair| is_whole(&pair[0]) && is_whole(&pair[1])).find_map(|pair| {
        let (one, other) = (&pair[0], &pair[1]);
        let gap: Vec<&str> = (one.words.end..other.words.start).map(|at| sentence.lower(at)).collect();
        let joins = matches!(gap.as_slice(), ["to" | "-" | "–" | "against"] | ["votes", "to" | "against"]);
        let around = one.words.start.saturating_sub(NEAR_VERB)..(other.words.end + 2).min(sentence.words.len());
        let is_vote = around.clone().any(|at| VOTES.contains(&sentence.lower(at)));
        let before = one.words.start.checked_sub(1).map_or("", |at| sentence.lower(at));
        // "Voted to raise the age from 8 to 14", "8 to 10 members".
        let is_range = matches!(before, "from" | "between" | "about" | "around" | "$" | "£" | "€" | "aged" | "ages")
            || numbers::is_measured(sentence.lower(other.words.end))
            || sentence.lower(other.words.end).ends_with('s') && sentence.lower(other.words.end) != "votes";
        let third = sentence.lower(other.words.end) == "-" && sentence.touches(other.words.end);
        (joins && is_vote && !is_range && !third)
            .then(|| (one.value + other.value, sentence.span(&(one.words.start..other.words.end))))
    })
}

/// “With two abstentions”, “three abstained”.
fn abstentions(sentence: &Sentence<'_>) -> Option<f64> {
    numbers::of(sentence).into_iter().find_map(|number| {
        let end = number.words.end;
        let is_one = (end..end + 3).any(|at| {
            matches!(sentence.lower(at), "abstentions" | "abstention" | "abstained" | "abstaining" | "absent" | "away")
        });
        is_one.then_some(number.value)
    })
}

/// What a body that votes is made of.
const MEMBERS: &[&str] = &[
    "members",
    "councillors",
    "councilors",
    "trustees",
    "delegates",
    "deputies",
    "directors",
    "judges",
    "justices",
    "aldermen",
    "governors",
    "commissioners",
    "lawmakers",
    "legislators",
    "senators",
    "jurors",
    "shareholders",
];
const BODIES: &[&str] =
    &["board", "council", "committee", "panel", "court", "jury", "commission", "assembly", "senate"];

/// How many there are, where that is told: “all 11 members took part”, “the 11-member board”; whether all are said to have voted.
fn members(sentence: &Sentence<'_>) -> Option<(f64, Span, bool)> {
    const TOOK_PART: &[&str] = &["part", "voted", "present", "attended", "ballots", "cast", "attendance", "vote"];
    numbers::of(sentence).into_iter().find_map(|number| {
        let (first, end) = (number.words.start, number.words.end);
        let before = |back: usize| first.checked_sub(back).map_or("", |at| sentence.lower(at));
        let of_them = (end..end + 2).any(|at| MEMBERS.contains(&sentence.lower(at)));
        let is_all =
            (before(1) == "all" || (before(2) == "all" && matches!(before(1), "the" | "its" | "of"))) && of_them;
        let is_of_body = sentence.lower(end) == "-"
            && matches!(sentence.lower(end + 1), "member" | "seat" | "strong" | "person")
            && (end + 2..end + 5).any(|at| BODIES.contains(&sentence.lower(at)));
        let took_part = is_all
            && (end..sentence.words.len()).any(|at| TOOK_PART.contains(&sentence.lower(at)))
            && !sentence.lower.iter().any(|word| matches!(word.as_str(), "not" | "but" | "except" | "if" | "must"));
        let span = sentence.span(&(first..end));
        (took_part || is_of_body).then_some((number.value, span, took_part))
    })
}

/// What a list does not come to, if it is one.
fn uneven_at(
    sentence: &Sentence<'_>,
    found: &[Number],
    opening: &Opening,
    earlier: Option<(&Sentence<'_>, &[Number])>,
) -> Option<Uneven> {
    let from = found.partition_point(|number| number.words.start < opening.at);
    let parts = list(sentence, &found[from..], opening.at, opening.leads);
    let (value, whole) = match opening.whole {
        Whole::Before => greatest(sentence, &found[..from]),
        Whole::Within => found.get(from.wrapping_sub(1)).and_then(|whole| exact(sentence, whole)),
        Whole::Earlier => earlier.and_then(|(sentence, earlier)| greatest(sentence, earlier)),
    }?;
    let sum: f64 = parts.iter().map(|part| part.number.value).sum();
    // "Of the $84 million, $40 million will go to schools": to the million, as the whole is.
    let is_divided = matches!(opening.whole, Whole::Within) && found.iter().any(|number| is_sum(sentence, number));
    let to_the_unit = |grain: f64| if is_divided { grain.min(value_grain(value)) } else { grain };
    let rounded: f64 = parts.iter().map(|part| to_the_unit(grain(sentence, part.number))).sum::<f64>();
    let rounded = f64::midpoint(rounded, value_grain(value));
    // What is counted one by one is not rounded.
    let slack = if found.iter().any(|number| is_sum(sentence, number)) { rounded } else { 0.0 };
    let is_over = sum > value + slack && sum <= value * FURTHEST;
    let is_under = opening.names_all && sum + slack < value && sum >= value * NEAREST && parts.len() > 2;
    let fits = parts.len() <= MOST_PARTS && value >= LEAST && (is_over || is_under) && parts.len() >= opening.fewest;
    let divides = divide(
        sentence,
        &parts,
        opening.is_exhaustive || is_divided || (opening.takes_up && are_named(sentence, &parts)),
    );
    (fits && divides).then(|| {
        let parts = parts.iter().map(|part| called(sentence, part)).collect();
        Uneven { whole, parts, sum }
    })
}

/// Whether a number is a sum of money, by the mark before it.
fn is_sum(sentence: &Sentence<'_>, number: &Number) -> bool {
    number.words.start.checked_sub(1).is_some_and(|at| matches!(sentence.lower(at), "£" | "$" | "€"))
}

/// The first word of a number, with the mark of its currency.
fn first_word(sentence: &Sentence<'_>, number: &Number) -> usize {
    number.words.start - usize::from(is_sum(sentence, number))
}

/// To what a sum may have been rounded: 100,000 for “1.9 million” and for “600,000”.
fn grain(sentence: &Sentence<'_>, number: &Number) -> f64 {
    let written = sentence.span(&number.words).of(sentence.text);
    let decimals = written.split('.').nth(1).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let scale = match value_grain(number.value) {
        grain if decimals == 0 => return grain,
        grain => grain,
    };
    let unit = [1e9, 1e6, 1e3].into_iter().find(|unit| number.value >= *unit).unwrap_or(1.0);
    scale.max(unit / 10f64.powi(i32::try_from(decimals).unwrap_or(0)))
}

/// The greatest power of ten that divides a number.
fn value_grain(value: f64) -> f64 {
    let mut unit = 1.0;
    while unit < value && (value / (unit * 10.0)).fract().abs() < 1e-9 {
        unit *= 10.0;
    }
    unit
}

/// Where a list may begin in a sentence, and what it is a list of.
struct Opening {
    /// The word at which its first part's number may stand.
    at: usize,
    /// How many words may stand before that number.
    leads: usize,
    whole: Whole,
    /// Whether such lists name all parts.
    is_exhaustive: bool,
    /// The fewest parts that are a list.
    fewest: usize,
    /// Whether it says that no part is left out.
    names_all: bool,
    /// Whether its sentence begins with what the one before counted.
    takes_up: bool,
}

/// Where the whole is.
enum Whole {
    /// The greatest number before the list.
    Before,
    /// The number right before the list: “Of the 64 boats, …”.
    Within,
    /// The greatest number of the sentence before: “Of those, …”.
    Earlier,
}

fn openings(sentence: &Sentence<'_>, numbers: &[Number], before: Option<&Sentence<'_>>) -> Vec<Opening> {
    // "Nine have been discharged, eight are on wards and seven in intensive care": of those in the sentence before.
    let all_voted = before.is_some_and(|before| has_all(before)) && sentence.lower.iter().any(|word| word == "against");
    let mut out = vec![Opening {
        at: 0,
        leads: 0,
        whole: Whole::Earlier,
        is_exhaustive: false,
        fewest: 3,
        names_all: all_voted,
        takes_up: false,
    }];
    if let Some(at) = before.and_then(|before| taken_up(sentence, numbers, before)) {
        out.push(Opening {
            at,
            leads: 0,
            whole: Whole::Earlier,
            is_exhaustive: false,
            fewest: 3,
            names_all: true,
            takes_up: true,
        });
    }
    for at in 0..sentence.words.len() {
        match sentence.lower(at) {
            ":" | "–" | "—" | "(" => {
                let names_all = matches!(sentence.lower(at), ":" | "(")
                    && numbers.iter().filter(|number| number.words.start < at).count() == 1;
                let whole = Whole::Before;
                let opening =
                    Opening { at: at + 1, leads: 0, whole, is_exhaustive: true, fewest: 3, names_all, takes_up: false };
                out.push(opening);
            }
            "of" if matches!(sentence.lower(at + 1), "whom" | "which") => {
                out.push(some_of(at + 2));
            }
            "made" | "consisting" | "comprising" | "composed" => {
                // "A panel of nine, made up of four judges and six lay members"
                let end = at + 1 + usize::from(sentence.lower(at + 1) == "up");
                let end = end + usize::from(sentence.lower(end) == "of");
                if sentence.lower(at) == "comprising" || sentence.lower(end - 1) == "of" {
                    let whole = Whole::Before;
                    out.push(Opening {
                        at: end,
                        leads: 0,
                        whole,
                        is_exhaustive: true,
                        fewest: 2,
                        names_all: true,
                        takes_up: false,
                    });
                }
            }
            "including" => out.push(some_of(at + 1)),
            "among" if sentence.lower(at + 1) == "them" => out.push(some_of(at + 2)),
            "of" if at == 0 => {
                let is_back = matches!(sentence.lower(1), "those" | "these" | "them");
                let is_within = matches!(sentence.lower(1), "the" | "its" | "their" | "his" | "her" | "all");
                // "Of those, she said, 310 were in the hall": the list stands behind the last of these commas.
                let comma = (2..sentence.words.len()).take(REACH).find(|at| sentence.lower(*at) == ",");
                if let Some(comma) = comma.filter(|_| is_back || is_within) {
                    // "Of the posts to go, 180 are at the works": their number stands in the sentence before.
                    let has_number = numbers.iter().any(|number| number.words.end <= comma);
                    let whole = if has_number { Whole::Within } else { Whole::Earlier };
                    let at = comma + 1;
                    out.push(Opening {
                        at,
                        leads: 5,
                        whole,
                        is_exhaustive: false,
                        fewest: 2,
                        names_all: false,
                        takes_up: false,
                    });
                }
            }
            _ => {}
        }
    }
    out
}

/// A list at a word of some of what stands before it.
fn some_of(at: usize) -> Opening {
    Opening { at, leads: 0, whole: Whole::Before, is_exhaustive: false, fewest: 2, names_all: false, takes_up: false }
}

/// Whether a sentence speaks of everybody: “All 31 members were present”.
fn has_all(sentence: &Sentence<'_>) -> bool {
    (0..sentence.words.len()).any(|at| {
        matches!(sentence.lower(at), "all" | "full")
            && (at + 1..at + 4)
                .any(|at| sentence.lower(at).starts_with(|c: char| c.is_ascii_digit()) || is_number(sentence, at))
    })
}

fn is_number(sentence: &Sentence<'_>, at: usize) -> bool {
    numbers::of(sentence).iter().any(|number| number.words.start == at)
}

/// Where the list stands of a sentence that takes up what the one before counted: “It will cut 640 jobs. The cuts will hit 280 …”.
fn taken_up(sentence: &Sentence<'_>, numbers: &[Number], before: &Sentence<'_>) -> Option<usize> {
    /// What leaves parts out, or says that there are others.
    const SOME: &[&str] = &[
        "including",
        "among",
        "such",
        "mostly",
        "mainly",
        "most",
        "biggest",
        "largest",
        "already",
        "first",
        "some",
        "about",
        "include",
        "includes",
        "also",
        "other",
        "others",
        "rest",
        "remaining",
        "remainder",
        "another",
        "more",
    ];
    /// So many words may stand before the first part.
    const LEAD: usize = 8;
    let first = numbers.first().map(|number| first_word(sentence, number)).filter(|at| (2..=LEAD).contains(at))?;
    let takes_up = match sentence.lower(0) {
        "they" => true,
        "the" | "these" | "those" => {
            let noun = stem(sentence.lower(1));
            noun.is_some() && before.lower.iter().any(|word| stem(word) == noun)
        }
        _ => false,
    };
    let is_some = sentence.lower.iter().any(|word| SOME.contains(&word.as_str()));
    (takes_up && !is_some).then_some(first)
}

/// A part of a list.
struct Item<'n> {
    number: &'n Number,
    /// The words behind its number, up to the next part.
    said: Range<usize>,
}

/// The parts that stand in a row from a word on: each number behind a comma or an “and”.
fn list<'n>(sentence: &Sentence<'_>, numbers: &'n [Number], from: usize, leads: usize) -> Vec<Item<'n>> {
    let mut out: Vec<Item<'n>> = Vec::new();
    for number in numbers {
        let start = first_word(sentence, number);
        let is_next = match out.last() {
            None => start <= from + leads,
            Some(last) => {
                let is_joined = matches!(sentence.lower(start - 1), "," | "and" | ";" | "&");
                let gap = last.number.words.end..start;
                let is_over = gap.clone().any(|at| matches!(sentence.lower(at), ")" | "–" | "—" | ":"));
                if is_over || gap.len() > REACH {
                    break;
                }
                // "14 in Dunmore, two of them children".
                is_joined && sentence.lower(number.words.end) != "of"
            }
        };
        if !is_next {
            if out.is_empty() {
                break;
            }
            continue;
        }
        if let Some(last) = out.last_mut() {
            last.said.end = start - 1;
        }
        let end = (number.words.end..sentence.words.len())
            .find(|at| matches!(sentence.lower(*at), "," | ";" | ")" | "." | "–" | "—" | ":"))
            .unwrap_or(sentence.words.len());
        out.push(Item { number, said: number.words.end..end });
    }
    out
}

/// The greatest of the numbers that may be the whole; nothing where one of them has no upper end.
fn greatest(sentence: &Sentence<'_>, numbers: &[Number]) -> Option<(f64, Span)> {
    let all: Option<Vec<(f64, Span)>> = numbers.iter().map(|number| exact(sentence, number)).collect();
    all?.into_iter().max_by(|one, other| one.0.total_cmp(&other.0))
}

/// A number and its words, unless it is called rough or only the least.
fn exact(sentence: &Sentence<'_>, number: &Number) -> Option<(f64, Span)> {
    const ROUGH: &[&str] = &[
        "about",
        "some",
        "around",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "estimated",
        "least",
        "over",
        "than",
        "to",
        "close",
        "another",
        "further",
    ];
    let before = first_word(sentence, number).checked_sub(1).map_or("", |at| sentence.lower(at));
    let or_more = matches!(sentence.lower(number.words.end), "or" | "plus" | "+");
    (!ROUGH.contains(&before) && !or_more).then(|| (number.value, sentence.span(&number.words)))
}

/// Whether nothing can be in two of the parts.
fn divide(sentence: &Sentence<'_>, parts: &[Item<'_>], is_exhaustive: bool) -> bool {
    let exact = parts.iter().all(|part| exact(sentence, part.number).is_some());
    let kinds: Vec<Kind<'_>> = parts.iter().map(|part| kind(sentence, part)).collect();
    let is_same =
        |words: &Range<usize>, other: &Range<usize>| sentence.lower[words.clone()] == sentence.lower[other.clone()];
    let differ = (1..parts.len()).all(|at| !parts[..at].iter().any(|other| is_same(&other.said, &parts[at].said)));
    let ends_with_and = parts
        .last()
        .and_then(|last| first_word(sentence, last.number).checked_sub(1))
        .is_some_and(|before| matches!(sentence.lower(before), "and" | "&" | ";" | ","));
    if !exact || !differ || !ends_with_and {
        return false;
    }
    if is_exhaustive {
        // Things that are named, or where they are; no clauses, which may be about anything.
        return kinds.iter().all(|kind| matches!(kind, Kind::Place | Kind::Named));
    }
    // "64 men and 61 women"
    let sorts: Vec<&str> = parts.iter().map(|part| sentence.lower(part.said.start)).collect();
    let are_sorts =
        sorts.iter().all(|sort| SORTS.contains(sort)) && (1..sorts.len()).all(|at| !sorts[..at].contains(&sorts[at]));
    // "1,450 work the container quays, 700 the grain terminal and 350 the tugs": the first verb is that of all.
    let rest = &kinds[1..];
    let is_place = |kind: &Kind<'_>| matches!(kind, Kind::Place);
    let fates: Vec<&str> =
        kinds.iter().filter_map(|kind| if let Kind::Fate(word) = kind { Some(*word) } else { None }).collect();
    let are_fates = fates.len() == kinds.len() && (1..fates.len()).all(|at| !fates[..at].contains(&fates[at]));
    // "180 jobs at the works in Dorn, 75 at the Eskby plant and 60 at head office".
    let first = &parts[0].said;
    let has_place = kinds[0] == Kind::Named && first.clone().any(|at| AT.contains(&sentence.lower(at)));
    (rest.iter().all(is_place) && (has_place || matches!(kinds[0], Kind::Place | Kind::Clause)))
        || (rest.iter().all(|kind| matches!(kind, Kind::Object)) && matches!(kinds[0], Kind::Clause))
        || are_fates
        || are_sorts
}

/// Whether every part is a sort by its name: “95 nurses, 40 technicians and 35 clerks”. The last may have words of who says so
/// behind a comma.
fn are_named(sentence: &Sentence<'_>, parts: &[Item<'_>]) -> bool {
    parts.len() > 2
        && parts.iter().all(|part| {
            let is_plural = (part.said.start..part.said.end.min(part.said.start + 3))
                .any(|at| sentence.lower(at).len() > 3 && sentence.lower(at).ends_with('s'));
            kind(sentence, part) == Kind::Named && is_plural
        })
}

/// Sorts of people that nobody is two of.
const SORTS: &[&str] = &["men", "women", "boys", "girls"];

/// What is said of a part.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind<'s> {
    /// “In Dunmore”, “were taken to the grammar school”, “had gone to relatives”.
    Place,
    /// “Drivers”, “depot staff”.
    Named,
    /// “The grain terminal”, of a verb that stands before.
    Object,
    /// What befalls nobody beside another: “died”, “were unhurt”.
    Fate(&'s str),
    /// Anything else with a verb.
    Clause,
}

/// What leads to a place.
const AT: &[&str] = &["in", "at", "on", "near", "from", "to", "with", "around", "outside", "along", "across", "for"];
/// What was done with somebody who is in one place then.
const MOVED: &[&str] = &[
    "taken",
    "moved",
    "brought",
    "sent",
    "flown",
    "gone",
    "driven",
    "carried",
    "transferred",
    "housed",
    "living",
    "staying",
    "lying",
    "based",
    "went",
    "live",
    "lived",
    "lie",
    "lay",
    "stayed",
    "stay",
    "came",
    "work",
    "worked",
    "born",
    "registered",
    "found",
    "held",
    "treated",
    "assigned",
    "posted",
];
const IS: &[&str] = &["is", "are", "was", "were", "had", "has", "have", "been", "being", "still", "now", "already"];
/// What befalls nobody beside another.
const FATES: &[&str] = &[
    "died",
    "dead",
    "killed",
    "survived",
    "unhurt",
    "injured",
    "wounded",
    "hurt",
    "missing",
    "abstained",
    "against",
    "won",
    "lost",
    "drawn",
    "acquitted",
    "convicted",
    "approved",
    "rejected",
    "passed",
    "failed",
    "open",
    "closed",
];

fn kind<'s>(sentence: &'s Sentence<'_>, part: &Item<'_>) -> Kind<'s> {
    let mut at = part.said.start;
    let end = part.said.end;
    let first = sentence.lower(at);
    if let Some(vote) = vote(sentence, at, end) {
        return Kind::Fate(vote);
    }
    if at >= end || AT.contains(&first) {
        return Kind::Place;
    }
    if matches!(first, "the" | "a" | "an") {
        return Kind::Object;
    }
    while at < end && IS.contains(&sentence.lower(at)) {
        at += 1;
    }
    let is_led = at > part.said.start;
    let word = sentence.lower(at);
    if at < end && (FATES.contains(&word)) && (is_led || !word.is_empty()) {
        return Kind::Fate(word);
    }
    // "Three lay members" are nowhere.
    let moved = MOVED.contains(&word) && !(word == "lay" && sentence.lower(at + 1).ends_with('s'));
    if (is_led && AT.contains(&word)) || (moved && AT.contains(&sentence.lower(at + 1))) {
        return Kind::Place;
    }
    // "95 boarders", "160 depot staff", "88 men and boys from Orrel": no verb among them.
    let has_verb = (part.said.start..end).any(|at| {
        let word = sentence.lower(at);
        IS.contains(&word)
            || matches!(word, "who" | "that" | "which" | "over" | "under" | "aged" | "did" | "do" | "said" | "say")
            || FATES.contains(&word)
            || (word.len() > 3 && word.ends_with("ed"))
    });
    let is_short = end - part.said.start <= 6;
    if !has_verb && is_short && !moved { Kind::Named } else { Kind::Clause }
}

/// How a part voted.
fn vote(sentence: &Sentence<'_>, from: usize, end: usize) -> Option<&'static str> {
    let at = from
        + usize::from(matches!(sentence.lower(from), "members" | "councillors" | "delegates" | "deputies" | "votes"));
    let voted = matches!(sentence.lower(at), "voted" | "were" | "spoke");
    let at = at + usize::from(voted);
    let is_alone = at + 1 >= end;
    match sentence.lower(at) {
        "for" | "yes" if voted || is_alone => Some("for"),
        "in" if matches!(sentence.lower(at + 1), "favour" | "favor") => Some("for"),
        "backed" | "supported" | "approved" if !voted => Some("for"),
        "against" | "no" => Some("against"),
        "opposed" | "rejected" if !voted => Some("against"),
        "abstained" | "abstaining" | "abstentions" | "abstention" => Some("abstained"),
        "absent" | "away" => Some("absent"),
        _ => None,
    }
}

/// A part's number and the noun behind it, where one stands there.
fn called(sentence: &Sentence<'_>, part: &Item<'_>) -> Span {
    let mut end = part.number.words.end;
    if kind(sentence, part) == Kind::Named {
        while end < part.said.end && !AT.contains(&sentence.lower(end)) {
            end += 1;
        }
    }
    sentence.span(&(first_word(sentence, part.number)..end))
}
