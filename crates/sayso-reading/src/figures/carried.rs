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
    let Some(i) = before.filter(|i| goes_on(sentence, candidate, is_back, *i >= begin)) else { return of_people };
    let inherits = is_back || candidate.shares_measure || figures[i].unit == "people";
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
    if !matches!(lead, "to" | "at" | "reached" | "was" | "is" | "by" | "exceeded" | "from" | "passed") {
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

/// “The number of …” stands at most so many words before its number.
const FAR: usize = 14;

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
    // "The true number is higher than 27."
    let put = (before == "at" || candidate.is_bounded && matches!(before, "is" | "was" | "be") && ends(next))
        && (start.saturating_sub(6)..start)
            .any(|at| matches!(sentence.lower(at), "number" | "figure" | "toll" | "count" | "total"));
    let all = matches!(sentence.lower(end.saturating_sub(1)), "all" | "total") && end - start > 1;
    let is_number = matches!(candidate.first.value, Value::Number(_));
    is_back
        || candidate.shares_measure
        || put
        || (is_number && (is_more || verb || all))
        || matches!(next, "more" | "others")
        || (is_same_sentence && (next == "against" || sentence.phrase(end, "in favour").is_some()))
        || (is_same_sentence && candidate.is_bounded && ends(next))
}
