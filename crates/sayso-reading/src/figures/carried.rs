//! What a number takes from the figures before it: "six people are missing, down from 19", "nine of the dead", "a further 85".

use sayso_text::Span;

use super::candidates::Candidate;
use super::class::{AMOUNT, BARE, Class, MONEY, PEOPLE, SHARE};
use super::numerals::Value;
use super::{Evident, Figure, FigureId, counted};
use sayso_text::sentences::Sentence;

/// What is known of a figure besides its number.
pub(super) struct Known {
    pub(super) unit: String,
    pub(super) who: Option<Span>,
    pub(super) measure: Option<Evident<&'static str>>,
    /// The figure that it is a part of.
    pub(super) outer: Option<FigureId>,
}

/// What befalls people: a bare number beside it counts them.
const OF_PEOPLE: &[&str] = &[
    "killed",
    "injured",
    "missing",
    "displaced",
    "evacuated",
    "detained",
    "arrested",
    "infected",
    "rescued",
    "laid off",
    "treated",
    "attended",
    "charged",
    "convicted",
    "sentenced",
];

/// So many bytes back a figure may lie that a bare number goes on from.
const REACH: usize = 350;

/// Unit, who and measure of a candidate; none where it cannot be told what it counts, and then it is no figure. `begin` is
/// the first figure of the sentence.
pub(super) fn of(
    sentence: &Sentence<'_>,
    candidate: &Candidate,
    measure: Option<Evident<&'static str>>,
    begin: usize,
    figures: &[Figure],
    classes: &[Class],
) -> Option<Known> {
    let who = candidate.counted.as_ref().and_then(|c| c.who.as_ref()).map(|words| sentence.span(words));
    let measure = candidate.vote.or(measure);
    let is_back = candidate.counted.as_ref().is_some_and(|counted| counted.is_back);
    let before = (0..figures.len()).rev().take(4).find(|i| {
        sentence.words[candidate.words.start].start.saturating_sub(figures[*i].span.end) < REACH
            && classes[*i] & (BARE | MONEY | AMOUNT) != 0
            && (classes[*i] & SHARE == 0 || *i >= begin)
    });
    let outer = before.filter(|_| is_back).map(|i| figures[i].part_of.unwrap_or(figures[i].id));
    if let Some(unit) = candidate.unit() {
        // "Nine of the dead": the words say it.
        let measure = measure.or_else(|| said_by_the_back_word(sentence, candidate).filter(|_| is_back));
        return Some(Known { unit, who, measure, outer });
    }
    // Of people by what befell them, next to the number.
    let of_people = measure.filter(|m| OF_PEOPLE.contains(&m.value)).map(|measure| Known {
        unit: "people".into(),
        who,
        measure: Some(measure),
        outer,
    });
    let is_toll = (candidate.words.start.saturating_sub(12)..candidate.words.start)
        .any(|at| matches!(sentence.lower(at), "toll" | "dead" | "deaths" | "fatalities"));
    if is_toll && measure.is_some_and(|m| m.value == "killed") {
        return of_people;
    }
    if let Some((unit, who)) = counted_before(sentence, candidate) {
        return Some(Known { unit, who, measure, outer });
    }
    if let Some((unit, who)) = changed(sentence, candidate) {
        return Some(Known { unit, who, measure, outer });
    }
    if is_body_of(sentence, candidate) {
        return Some(Known { unit: "people".into(), who, measure, outer });
    }
    // "The ministry had counted 9,300" people before it had counted anything else, and no money.
    let counts = candidate.words.start.checked_sub(1).is_some_and(|at| COUNTS.contains(&sentence.lower(at)));
    let near = |i: &usize| {
        sentence.words[candidate.words.start].start.saturating_sub(figures[*i].span.end) < REACH
            && classes[*i] & MONEY == 0
    };
    let of_people_before = (0..figures.len()).rev().take(4).filter(near).find(|i| figures[*i].unit == "people");
    let before = if counts { of_people_before.or(before.filter(near)) } else { before };
    let Some(i) = before.filter(|i| goes_on(sentence, candidate, is_back, *i >= begin)) else { return of_people };
    let is_to = i >= begin && is_from_to(sentence, candidate.words.start);
    let inherits = is_to || is_back || candidate.shares_measure || figures[i].unit == "people";
    let own = measure.filter(|m| {
        !(candidate.shares_measure || m.value == "rose" || m.value == "fell") || figures[i].measure.is_none()
    });
    let unit = figures[i].unit.clone();
    if unit == "people" || classes[i] & PEOPLE != 0 || of_people.is_none() || i >= begin {
        return Some(Known {
            unit,
            who: who.or(figures[i].who),
            measure: own.or(figures[i].measure.filter(|_| inherits)),
            outer,
        });
    }
    of_people
}

/// “The number of cases has risen to 1,204”, “put entries at 2,300”, “the population has grown to 1.2 million”.
fn counted_before(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<(String, Option<Span>)> {
    let start = candidate.words.start;
    let lead = sentence.lower(start.checked_sub(1)?);
    if !matches!(
        lead,
        "to" | "at" | "reached" | "was" | "is" | "by" | "exceeded" | "from" | "passed" | "averaged" | "averages"
    ) {
        return None;
    }
    (start.saturating_sub(FAR)..start).rev().find_map(|at| {
        if matches!(sentence.lower(at), "population" | "attendance") {
            return Some(("people".to_owned(), None));
        }
        // "Put illegal entries in April at 2,300".
        let is_put = lead == "at" && matches!(sentence.lower(at), "put" | "puts" | "putting");
        let noun = sentence.phrase(at, "number of").or(is_put.then_some(at + 1));
        let noun = noun.and_then(|noun| counted::noun(sentence, noun))?;
        let who = noun.who.map(|words| sentence.span(&words));
        (!noun.is_time && noun.end < start).then_some((noun.unit, who))
    })
}

/// Verbs of a change to a number.
const CHANGES: &[&str] = &[
    "rose",
    "risen",
    "fell",
    "fallen",
    "grew",
    "grown",
    "increased",
    "climbed",
    "dropped",
    "declined",
    "shrank",
    "shrunk",
    "jumped",
    "doubled",
    "tripled",
    "swelled",
    "slipped",
];

/// “Kidnappings rose by 18 percent last year to 312”: what rose is counted.
fn changed(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<(String, Option<Span>)> {
    let to = candidate.words.start.checked_sub(1).filter(|at| sentence.lower(*at) == "to")?;
    let is_number = matches!(candidate.first.value, Value::Number(n) if n.fract() == 0.0);
    let verb = (to.saturating_sub(FAR)..to).rev().find(|at| CHANGES.contains(&sentence.lower(*at)))?;
    let helper = |at: &usize| {
        matches!(sentence.lower(*at), "had" | "has" | "have" | "also" | "already" | "nearly" | "more" | "than")
    };
    let noun = (verb.saturating_sub(FROM)..verb).rev().find(|at| !helper(at))?;
    let noun = counted::noun(sentence, noun).filter(|found| is_number && found.end == noun + 1 && !found.is_time)?;
    let is_money = noun.class & MONEY != 0
        || matches!(
            noun.unit.as_str(),
            "prices" | "wages" | "sales" | "profits" | "costs" | "rents" | "rates" | "shares" | "losses"
        );
    let who = noun.who.map(|words| sentence.span(&words));
    (!is_money).then_some((noun.unit, who))
}

/// What is so many people: “a town of 21,000”, “a crew of ten”.
const BODIES: &[&str] = &[
    "town",
    "city",
    "village",
    "hamlet",
    "island",
    "settlement",
    "community",
    "nation",
    "country",
    "crew",
    "force",
    "army",
    "garrison",
    "brigade",
    "workforce",
    "staff",
    "population",
    "congregation",
    "audience",
    "membership",
    "electorate",
    "household",
    "jury",
];

fn is_body_of(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let start = candidate.words.start;
    let is_number = matches!(candidate.first.value, Value::Number(n) if n.fract() == 0.0);
    is_number
        && candidate.counted.is_none()
        && start > 1
        && sentence.lower(start - 1) == "of"
        && BODIES.contains(&sentence.lower(start - 2))
        && !sentence.lower(candidate.words.end).starts_with(|c: char| c.is_alphanumeric() && !c.is_ascii_lowercase())
}

/// “The number of …” stands at most so many words before its number.
const FAR: usize = 24;

/// “Nine of the dead”.
fn said_by_the_back_word(sentence: &Sentence<'_>, candidate: &Candidate) -> Option<Evident<&'static str>> {
    let at = candidate.counted.as_ref()?.end.checked_sub(1)?;
    let value = match sentence.lower(at) {
        "dead" => "killed",
        "injured" => "injured",
        _ => return None,
    };
    Some(Evident { value, span: sentence.words[at] })
}

/// Verbs that a bare number is the object of: what was counted before.
const COUNTS: &[&str] = &["counted", "counts", "buried", "tallied", "recorded", "registered", "logged"];
/// What becomes of some of those counted: "and five went to independents".
const WENT: &[&str] =
    &["went", "came", "fled", "returned", "stayed", "left", "failed", "survived", "escaped", "sank", "closed", "fell"];
/// How badly: "nine seriously".
const HOW: &[&str] = &["seriously", "critically", "badly", "severely", "gravely", "slightly", "lightly", "fatally"];
/// Words between "from" and "to".
const FROM: usize = 6;

/// “From nine ships to four”.
fn is_from_to(sentence: &Sentence<'_>, start: usize) -> bool {
    start > 0
        && sentence.lower(start - 1) == "to"
        && (start.saturating_sub(FROM)..start).any(|at| sentence.lower(at) == "from")
}

fn is_number_word(candidate: &Candidate) -> bool {
    candidate.counted.is_none() && candidate.second.is_none()
}

/// Whether a bare number goes on from a figure before.
fn goes_on(sentence: &Sentence<'_>, candidate: &Candidate, is_back: bool, is_same_sentence: bool) -> bool {
    if matches!(candidate.first.value, Value::Share(_)) {
        return false;
    }
    let (start, end) = (candidate.words.start, candidate.words.end);
    let before = start.checked_sub(1).map_or("", |at| sentence.lower(at));
    let first = sentence.lower(start);
    let is_more = matches!(first, "another" | "additional" | "only" | "just")
        || (matches!(first, "a" | "an") && matches!(sentence.lower(start + 1), "further" | "additional"));
    let next = sentence.lower(end);
    let ends = |word: &str| matches!(word, "." | "," | ";" | "" | "and");
    let verb = matches!(
        next,
        "were" | "was" | "had" | "have" | "are" | "has" | "remain" | "remained" | "died" | "would" | "will"
    );
    // "Nine seriously", "17 of them critically".
    let how = is_same_sentence && is_number_word(candidate) && HOW.contains(&next) && before == ",";
    // "Fallen from nine ships to four", "costs 9 crowns in spring and costs 16 now".
    let from = is_same_sentence && is_from_to(sentence, start);
    let costs = is_same_sentence && matches!(before, "costs" | "cost" | "fetches" | "fetched");
    // "The office had counted 9,300."
    let counts = COUNTS.contains(&before) && ends(next);
    // "The coast guard put it at between 160 and 180."
    let put_it = before == "at"
        && start > 2
        && matches!(sentence.lower(start - 2), "it" | "them" | "that")
        && matches!(sentence.lower(start - 3), "put" | "puts" | "putting" | "set" | "sets");
    // "The true number is higher than 27."
    let is_number_said =
        start > 1 && matches!(sentence.lower(start - 2), "number" | "figure" | "toll" | "count" | "total");
    let put = (before == "at"
        || before == ":"
        || (candidate.is_bounded || is_number_said) && matches!(before, "is" | "was" | "be") && ends(next))
        && (start.saturating_sub(6)..start)
            .any(|at| matches!(sentence.lower(at), "number" | "figure" | "toll" | "count" | "total"));
    let all = matches!(sentence.lower(end.saturating_sub(1)), "all" | "total") && end - start > 1;
    let is_number = matches!(candidate.first.value, Value::Number(_));
    is_back
        || candidate.shares_measure
        || put
        || put_it
        || (is_number && (how || from || costs || counts))
        || (is_number && (is_more || verb || all))
        || (is_same_sentence && is_number && WENT.contains(&next))
        || matches!(next, "more" | "others")
        || (is_same_sentence && (next == "against" || sentence.phrase(end, "in favour").is_some()))
        || (is_same_sentence && candidate.is_bounded && ends(next))
}
