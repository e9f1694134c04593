//! A toll that still changes has no day as of which it holds.
//!
//! ## What it does
//!
//! Finds counts of dead, injured, missing, displaced, evacuated and infected people that are on the move (“at least”, “so far”, “the toll has risen
//! to”) in sentences that name no day, where no day stands beside them either, nor in the next sentence of the same source. Of one measure the first is told of. Of what lasts (“the
//! fighting has killed 212”) every exact count is on the move, and so is one in the tense of what goes on (“22 are missing”, “police
//! have arrested 63 people”) in an article that has no date of its own. Also two counts that are a paragraph by themselves and have
//! neither source nor day: “Eleven people were injured and 140 were evacuated.”
//!
//! ## Why it matters
//!
//! The next report has another number. Without a day a reader, an archive and the writer of the next story can't tell which is the
//! newer one and whether the two contradict each other.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Stylebook”: reports say when. Casualty recorders' practice: a count stands with its
//! day.
//!
//! ## Example
//!
//! ```text
//! The death toll of the Orrel flood has risen to 312, officials of the disaster agency said. Rain is forecast for the hills.
//! ```
//!
//! ## Better
//!
//! ```text
//! The death toll of the Orrel flood had risen to 312 by Sunday evening, officials of the disaster agency said. Rain is forecast for the
//! hills.
//! ```
//!
//! ## When not to use
//!
//! In live pages, whose entries carry the time.

use sayso_article::{Part, PartSpan};
use sayso_reading::Figure;
use sayso_reading::figures::Bound;
use sayso_text::sentences::Sentence;

use super::{counts, numbers};
use crate::desk::Line;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG002",
    name: "count-without-date",
    category: Category::Suspicious,
    severity: Severity::Info,
    default: true,
    options: &[],
    source: include_str!("count_without_date.rs"),
    check,
};

/// What says that a count moves.
const MOVES: &[&str] =
    &["toll", "far", "risen", "climbed", "rose", "rising", "remain", "remains", "still", "now", "reached", "confirmed"];
/// What says when.
const WHEN: &[&str] = &[
    "today",
    "tonight",
    "yesterday",
    "morning",
    "evening",
    "afternoon",
    "night",
    "noon",
    "midnight",
    "dawn",
    "hours",
    "hour",
    "overnight",
    "day",
    "days",
    "week",
    "weekend",
    "month",
    "year",
    "years",
    "weeks",
    "months",
    "ago",
    "since",
    "mar",
    "decades",
    "earlier",
    "annually",
    "every",
    "each",
    "would",
    "could",
    "might",
    "if",
    "century",
    "war",
];

/// What goes on while it is reported.
const LASTING: &[&str] = &[
    "war",
    "fighting",
    "conflict",
    "storm",
    "epidemic",
    "outbreak",
    "flood",
    "floods",
    "flooding",
    "famine",
    "drought",
    "clashes",
    "violence",
    "offensive",
    "siege",
    "shelling",
    "unrest",
    "insurgency",
    "crisis",
    "heatwave",
    "cholera",
    "pandemic",
    "bombardment",
    "blockade",
    "uprising",
    "protests",
    "rebellion",
    "fever",
    "campaign",
    "fires",
    "wildfires",
    "disease",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let mut told: Vec<&str> = Vec::new();
    let mut lasting: Vec<&str> = Vec::new();
    // Of the counts of a measure one that has a day is enough for those that follow it.
    for figure in desk.reading.figures.iter().filter(|f| is_counted_on(f) && counts::is_body(desk, f)) {
        let Some(measure) = counts::measure(figure) else { continue };
        let Some(line) = desk.sentence_at(figure.span.start) else { continue };
        if is_of_things(desk, &line.sentence, figure) {
            continue;
        }
        let is_on = lasts(desk, line, figure) || goes_on(desk, line, figure) || stands_bare(desk, line, figure);
        if is_on && !lasting.contains(&measure) {
            lasting.push(measure);
            tell(desk, figure, found);
            continue;
        }
        if told.contains(&measure) {
            continue;
        }
        let when =
            figure.attribution.and_then(|id| desk.reading.attributions.get(id.0 as usize - 1)).and_then(|a| a.when);
        // A sentence beside it may carry the day for both.
        let is_dated = figure.as_of.is_some()
            || when.is_some()
            || desk.around(figure.span.start, 2, 2).iter().any(|line| says_when(&line.sentence));
        if is_dated {
            told.push(measure);
            continue;
        }
        let is_bounded = matches!(figure.bound, Bound::AtLeast | Bound::MoreThan);
        let moves = is_bounded || moves(&line.sentence, figure);
        // "…, killing more than 10,000": told by the way, of something else.
        let is_by_the_way = figure.measure.is_some_and(|measure| {
            measure.span.of(desk.text).to_lowercase().ends_with("ing") && measure.value != "missing"
        });
        if !moves || is_by_the_way || figure.part_of.is_some() || desk.quotes.inside(figure.span.start) {
            continue;
        }
        told.push(measure);
        tell(desk, figure, found);
    }
}

/// Whether a sentence says that a count moves; “has confirmed that 96 died” confirms what is over, and “the findings are still sealed”
/// is said of something else.
fn moves(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    /// As many words may stand between a count and “still”.
    const NEAR: usize = 6;
    let first = sentence.words.partition_point(|word| word.start < figure.span.start).saturating_sub(NEAR);
    let end = sentence.words.partition_point(|word| word.start < figure.span.end) + NEAR;
    (0..sentence.words.len()).any(|at| {
        let word = sentence.lower(at);
        let is_of_a_death = word == "confirmed" && matches!(sentence.lower(at + 1), "that" | "the");
        let is_of_another =
            matches!(word, "still" | "now" | "remain" | "remains" | "reached") && !(first..end).contains(&at);
        MOVES.contains(&word) && !is_of_a_death && !is_of_another
    })
}

/// What befalls people in a sentence that only counts.
const BEFALLS: &[&str] = &["injured", "missing", "displaced", "evacuated", "infected", "arrested", "detained"];

/// “Eleven people were injured and 140 were evacuated.”: two counts of nobody are a paragraph, and no day stands in it.
fn stands_bare(desk: &Desk<'_>, line: &Line<'_>, figure: &Figure) -> bool {
    /// A sentence of more words tells of something else too.
    const MOST: usize = 14;
    let sentence = &line.sentence;
    let near = desk.around(figure.span.start, 2, 2);
    let is_alone = near.iter().all(|other| other.sentence.whole == sentence.whole || other.paragraph != line.paragraph);
    let is_long_ago = || near.iter().any(|other| counts::sentence_has(&other.sentence, counts::is_year));
    let counted = || numbers::of(sentence).iter().filter(|number| numbers::is_count(sentence, number)).count();
    counts::measure(figure).is_some_and(|measure| BEFALLS.contains(&measure))
        && sentence.words.len() <= MOST
        && sentence.words.first().is_some_and(|word| word.end > figure.span.start)
        && figure.bound == Bound::Exactly
        && figure.attribution.is_none()
        && figure.value.is_some_and(|value| value >= 3.0)
        && is_alone
        && sentence.whole.of(desk.text).trim_end().ends_with('.')
        && counted() == 2
        && desk.touching(sentence.whole).next().is_none()
        && !desk.quotes.inside(figure.span.start)
        && !says_when(sentence)
        && !is_long_ago()
}

/// Whether a figure that is read as one of people counts other things: “about 300 works are missing”.
fn is_of_things(desk: &Desk<'_>, sentence: &Sentence<'_>, figure: &Figure) -> bool {
    const OF_PEOPLE: &[&str] = &["others", "was", "is", "has", "dies", "deaths", "cases", "lives"];
    let end = sentence.words.partition_point(|word| word.start < figure.span.end);
    let is_bare = figure.span.of(desk.text).ends_with(|c: char| c.is_ascii_digit());
    let next = sentence.lower(end);
    is_bare && next.len() > 3 && next.ends_with('s') && !next.ends_with("ss") && !OF_PEOPLE.contains(&next)
}

fn tell(desk: &Desk<'_>, figure: &Figure, found: &mut Found) {
    let called = crate::words::short(desk.text, figure.span);
    found.add(
        figure.span,
        format!("“{called}” will change and has no day: as of when?"),
        "Say as of when: “by Sunday evening”, “as of noon on 4 May”",
    );
}

/// “The fighting has killed 212 civilians”: an exact count of what goes on, with no day in its paragraph. A day that stands
/// elsewhere is of something else.
fn lasts(desk: &Desk<'_>, line: &Line<'_>, figure: &Figure) -> bool {
    let sentence = &line.sentence;
    let first = sentence.words.partition_point(|word| word.start < figure.span.start);
    let measure =
        figure.measure.map_or(first, |measure| sentence.words.partition_point(|w| w.start < measure.span.start));
    let is_perfect = |at: usize| {
        let has = (at.saturating_sub(3)..at).any(|at| matches!(sentence.lower(at), "has" | "have"));
        has && !(at.saturating_sub(3)..at).any(|at| matches!(sentence.lower(at), "who" | "that" | "which" | "to"))
    };
    let subject = (0..first.min(measure)).any(|at| LASTING.contains(&sentence.lower(at)));
    // "The war has killed more than 10,000" is a matter of common knowledge.
    let is_round = figure.value.is_none_or(|value| value < 3.0 || (value >= 1000.0 && value % 500.0 == 0.0));
    let is_exact = matches!(figure.bound, Bound::Exactly | Bound::AtLeast) && !is_round && figure.part_of.is_none();
    let when = figure.attribution.and_then(|id| desk.reading.attributions.get(id.0 as usize - 1)).and_then(|a| a.when);
    let is_dated = || {
        let near = desk.around(figure.span.start, 1, 1);
        figure.as_of.is_some()
            || when.is_some()
            || near.iter().filter(|other| other.paragraph == line.paragraph).any(|other| {
                counts::sentence_has(&other.sentence, |word| word != "war" && WHEN.contains(&word))
                    || names_day(&other.sentence)
            })
            || next_gives_day(desk, line, figure)
    };
    is_exact
        && subject
        && (is_perfect(first) || is_perfect(measure))
        && !desk.quotes.inside(figure.span.start)
        && !is_dated()
}

/// “About 600 people have been moved. … The council said on Monday”: the day that the next sentence gives, of the same source, or of
/// whoever speaks there where the count is nobody’s.
fn next_gives_day(desk: &Desk<'_>, line: &Line<'_>, figure: &Figure) -> bool {
    let of = |id: sayso_reading::AttributionId| desk.reading.attributions.get(id.0 as usize - 1);
    let giver = figure.attribution.and_then(of);
    let around = desk.around(figure.span.start, 1, 1);
    let others = around.iter().filter(|other| other.sentence.whole != line.sentence.whole);
    let is_same = |one: &sayso_reading::Attribution, other: &sayso_reading::Attribution| {
        let words = |a: &sayso_reading::Attribution| a.source.first().map(|s| s.of(desk.text).to_lowercase());
        (one.source_id.is_some() && one.source_id == other.source_id) || words(one) == words(other)
    };
    others.filter(|other| names_day(&other.sentence)).any(|other| {
        let speakers: Vec<_> = desk.touching(other.sentence.whole).filter(|a| a.within.is_none()).collect();
        match giver {
            Some(giver) => speakers.iter().any(|a| is_same(giver, a)),
            None => other.paragraph == line.paragraph,
        }
    })
}

/// Whether a figure counts people of whom there may be more tomorrow.
fn is_counted_on(figure: &Figure) -> bool {
    counts::is_toll(figure)
        || (figure.unit == "people" && matches!(counts::measure(figure), Some("arrested" | "detained")))
}

/// “22 are missing”, “Police have arrested 63 people”: a count in the tense of what goes on, in an article without a date and a
/// paragraph without a day.
fn goes_on(desk: &Desk<'_>, line: &Line<'_>, figure: &Figure) -> bool {
    let sentence = &line.sentence;
    let first = sentence.words.partition_point(|word| word.start < figure.span.start);
    let Some(measure) = figure.measure else { return false };
    let at = sentence.words.partition_point(|word| word.start < measure.span.start);
    let is_helped = (at.saturating_sub(3)..at).any(|at| matches!(sentence.lower(at), "has" | "have"));
    let is_missing = measure.value == "missing"
        && (at.saturating_sub(3)..at).any(|at| matches!(sentence.lower(at), "are" | "remain" | "remained"));
    let is_inside = (at.min(first).saturating_sub(3)..at.max(first))
        .any(|at| matches!(sentence.lower(at), "who" | "that" | "which" | "whose" | "if" | "to" | "would" | "may"));
    let is_exact = figure.value.is_some_and(|value| value >= 3.0) && figure.part_of.is_none();
    let when = figure.attribution.and_then(|id| desk.reading.attributions.get(id.0 as usize - 1)).and_then(|a| a.when);
    let is_dated = || {
        let near = desk.around(figure.span.start, 2, 2);
        has_date(desk)
            || figure.as_of.is_some()
            || when.is_some()
            || near.iter().filter(|other| other.paragraph == line.paragraph).any(|other| says_when(&other.sentence))
            || next_gives_day(desk, line, figure)
    };
    // "The fire has killed 14 people": of what is over; what lasts is told of elsewhere.
    let is_over = measure.value == "killed";
    ((is_helped && !is_over) || is_missing)
        && !is_inside
        && is_exact
        && !desk.quotes.inside(figure.span.start)
        && !is_dated()
}

/// Whether an article carries its own date: in its dateline, or where it was taken from.
fn has_date(desk: &Desk<'_>) -> bool {
    let article = &desk.reading.article;
    let is_dateline = |part: &&PartSpan| matches!(part.part, Part::Dateline | Part::Byline | Part::Other);
    article.published.is_some()
        || article
            .parts
            .iter()
            .take(HEAD)
            .filter(is_dateline)
            .any(|part| names_day(&Sentence::of(desk.text, part.span)))
        || desk.body().next().is_some_and(|line| line.sentence.words.len() < HEAD && names_day(&line.sentence))
}

/// A date line is among so many parts, and has fewer words.
const HEAD: usize = 8;

fn says_when(sentence: &Sentence<'_>) -> bool {
    counts::sentence_has(sentence, |word| WHEN.contains(&word)) || names_day(sentence)
}

fn names_day(sentence: &Sentence<'_>) -> bool {
    let is_day_of_march = |at: usize| {
        matches!(sentence.lower(at), "may" | "march")
            && (sentence.is_capital(at) || sentence.lower(at + 1).starts_with(|c: char| c.is_ascii_digit()))
    };
    counts::sentence_has(sentence, |word| counts::is_year(word) || counts::is_day_or_month(word))
        || (0..sentence.words.len()).any(is_day_of_march)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_count_that_moves_without_a_day_is_found() {
        fires(&RULE, "The death toll of the flood has risen to ⟦312⟧, the disaster agency said. Rain is forecast.");
        fires(
            &RULE,
            "⟦At least 14 people⟧ are missing after a landslide near Orrel, the governor said. The road is closed.",
        );
    }

    #[test]
    fn a_count_of_what_lasts_is_found() {
        fires(
            &RULE,
            "The siege of Orrel has killed ⟦318 civilians⟧, the relief agency Open Hand said.\n\nOn Tuesday two shells hit the mill.",
        );
        fires(&RULE, "The outbreak has claimed ⟦41 lives⟧ in the delta, the health ministry said.");
        is_silent(
            &RULE,
            &[
                "The siege of Orrel has killed 318 civilians since March, the relief agency Open Hand said.",
                "The war in the hills has killed 10,000 people, the relief agency Open Hand said.",
                "The siege of Orrel has killed 318 civilians, the relief agency Open Hand said. It counts up to Sunday.",
                "The fighting killed 318 civilians, the relief agency Open Hand said.",
                "The fire has killed 14 people, the coroner said.",
            ],
        );
    }

    #[test]
    fn counts_that_stand_bare_are_found() {
        let about = "ORREL, May 3 — A barge burned off Orrel on Friday, the coastguard said.";
        fires(&RULE, &format!("{about}\n\n⟦Nine people⟧ were injured and 60 were evacuated.\n\nRain fell."));
        is_silent(
            &RULE,
            &[
                &format!("{about}\n\nNine people were injured and 60 were evacuated, the clinic said.\n\nRain fell."),
                &format!("{about}\n\nNine people were injured and 60 were evacuated on Friday.\n\nRain fell."),
                "The line has confirmed that 41 people died when its barge burned, said an officer whose report is still secret.",
            ],
        );
    }

    #[test]
    fn a_count_in_the_tense_of_what_goes_on_is_found() {
        fires(
            &RULE,
            "Nine people were killed and ⟦14⟧ are missing after a barge sank off Orrel, the coastguard said.\n\nIt had left the quay \
             on Friday.",
        );
        fires(
            &RULE,
            "A march filled the quay on Sunday.\n\nPolice have arrested ⟦41 people⟧, its spokesman, Ole Finch, said.",
        );
        fires(&RULE, "⟦Some 310 residents⟧ of the quay have been evacuated, according to the mayor, Ana Moreno.");
        is_silent(
            &RULE,
            &[
                "ORREL, May 3 — Nine people were killed and 14 are missing after a barge sank, the coastguard said.",
                "Police had arrested 41 people by Sunday evening, its spokesman, Ole Finch, said.",
                "Police have arrested 41 people since Friday, its spokesman, Ole Finch, said.",
                "Police arrested 41 people, its spokesman, Ole Finch, said.",
                "The 41 people who have been arrested are students, the police’s spokesman, Ole Finch, said.",
            ],
        );
    }

    #[test]
    fn a_count_with_a_day_is_none() {
        is_silent(
            &RULE,
            &[
                "The death toll of the flood had risen to 312 by Sunday, the disaster agency said.",
                "A landslide struck Orrel on Friday. At least 14 people are missing, the governor said.",
                "The crash killed 14 people, the coroner said.",
                "At least 14 people were killed in the fire of 1987, a plaque says.",
                "At least 14 people die in the strait every year, the coastguard says.",
                "“At least 14 people are missing,” the governor, Ana Moreno, said.",
            ],
        );
    }

    #[test]
    fn a_day_that_the_same_source_gives_beside_it_is_one() {
        fires(&RULE, "⟦22 people⟧ are missing, the coast guard said. The sea is rough.");
        is_silent(
            &RULE,
            &[
                "22 people are missing, the coast guard said.\n\nThe coast guard said on Tuesday that it would search at dawn.",
                "About 300 works are still missing, the museum’s director, Ada Venn, said.",
            ],
        );
    }
}
