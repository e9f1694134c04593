//! The parts of a number are more than the whole.
//!
//! ## What it does
//!
//! Finds a part that is greater than what it is a part of (“12 people, including 14 children”), parts of one list whose sum is
//! (“12 people: five men, four women and six children”), and the dead and injured of one group that are. Of lists behind a colon
//! or “of those”, and of what something is made up of, it is told where they divide the whole by place or kind and their sum is
//! somewhat more than it: “Of those, 310 were in the sports hall, 190 in schools and 180 with relatives”, “Of the $84 million, $40
//! million will go to …”. Where a list says that
//! it names all the parts (“made up of”, a colon, “the cuts hit …”, “all 31 members”), it is found too if they come short. And
//! votes that come to more than the members of a board, or to less where all of them took part: “voted 8 to 4”, “all 11 members”.
//!
//! ## Why it matters
//!
//! One of the numbers is wrong, and a reader who adds up trusts none of them.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and BBC, “Editorial Guidelines”, on accuracy: figures are checked before publication, sums
//! added up again.
//!
//! ## Example
//!
//! ```text
//! The bus carried 12 people: five men, four women and six children, police said.
//! ```
//!
//! ## Better
//!
//! ```text
//! The bus carried 15 people: five men, four women and six children, police said.
//! ```
//!
//! ## When not to use
//!
//! There is no such case.

use sayso_reading::Figure;
use sayso_reading::figures::Bound;
use sayso_text::Span;

use super::{counts, lists};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG004",
    name: "parts-exceed-whole",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("parts_exceed_whole.rs"),
    check,
};

/// What befalls somebody once: nobody is counted in two of them.
const APART: &[&str] = &["killed", "injured", "missing"];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let figures = &desk.reading.figures;
    for (at, whole) in figures.iter().enumerate() {
        let Some(most) = most(desk, whole) else { continue };
        if whole.part_of.is_some() {
            continue;
        }
        let near = &figures[at.saturating_sub(NEAR)..(at + 1 + NEAR).min(figures.len())];
        let parts: Vec<&Figure> =
            near.iter().filter(|part| part.part_of == Some(whole.id) && counts_alike(desk, part, whole)).collect();
        let first = parts.iter().find(|part| least(part) > most);
        if let Some(part) = first {
            tell(desk, whole, &[part], found);
            continue;
        }
        let after = &figures[at + 1..(at + 1 + NEAR).min(figures.len())];
        let listed = list(desk, whole, after);
        let group = if is_a_group(desk, whole) {
            after.iter().filter(|f| counts_alike(desk, f, whole)).collect()
        } else {
            parts.clone()
        };
        for parts in [in_a_row(desk, &parts), apart(&group), listed] {
            if parts.len() > 1 && parts.iter().map(|part| least(part)).sum::<f64>() > most {
                tell(desk, whole, &parts, found);
                break;
            }
        }
    }
    let mut known: Vec<Span> = found.spans().collect();
    known.sort_unstable_by_key(|span| span.start);
    for list in lists::uneven(desk).into_iter().chain(lists::votes(desk)) {
        // What the figures told already.
        let all = list.parts.iter().copied().fold(list.whole, Span::cover);
        let until = known.partition_point(|span| span.start < all.end);
        if known[..until].iter().rev().take(NEAR).any(|span| span.overlaps(all)) {
            continue;
        }
        let called = crate::words::short(desk.text, list.whole);
        let message = format!("the parts add up to {}, the whole is “{called}”", list.sum);
        let finding = found.add(list.parts[0], message, "Check each number with whoever gave it");
        finding.related(list.whole, "the whole");
        for part in &list.parts[1..] {
            finding.related(*part, "another part");
        }
    }
}

/// Parts stand at most so many figures away from their whole.
const NEAR: usize = 8;

fn tell(desk: &Desk<'_>, whole: &Figure, parts: &[&Figure], found: &mut Found) {
    let called = |figure: &Figure| crate::words::short(desk.text, figure.span);
    let sum: f64 = parts.iter().map(|part| least(part)).sum();
    let message = match parts {
        [part] => format!("“{}” is a part of “{}” and more than it", called(part), called(whole)),
        _ => format!("the parts add up to {sum}, the whole is “{}”", called(whole)),
    };
    let finding = found.add(parts[0].span, message, "Check each number with whoever gave it");
    finding.related(whole.span, "the whole");
    for part in &parts[1..] {
        finding.related(part.span, "another part");
    }
}

/// The most that a whole can be; nothing where it has no end.
fn most(desk: &Desk<'_>, whole: &Figure) -> Option<f64> {
    let value = whole.value?;
    let is_share = matches!(whole.unit.as_str(), "percent" | "share" | "percentage points");
    let is_nearly =
        crate::words::lower(desk.text, whole.span).first().is_some_and(|word| word == "nearly" || word == "almost");
    let most = match whole.bound {
        Bound::Exactly | Bound::UpTo => value,
        Bound::LessThan if is_nearly => value,
        Bound::About => value * 1.25,
        _ => return None,
    };
    (!is_share).then_some(most)
}

/// The least that a part is.
fn least(part: &Figure) -> f64 {
    match part.bound {
        Bound::UpTo | Bound::LessThan => 0.0,
        Bound::About => part.value.unwrap_or(0.0) * 0.75,
        _ => part.value.or(part.low).unwrap_or(0.0),
    }
}

/// Whether both count the same kind of thing, in one sentence.
fn counts_alike(desk: &Desk<'_>, part: &Figure, whole: &Figure) -> bool {
    let sentence = desk.sentence_at(whole.span.start);
    part.unit == whole.unit && sentence.is_some_and(|line| line.sentence.whole.contains(part.span))
}

/// The parts that one list names: “including four women and six children”.
fn in_a_row<'f>(desk: &Desk<'_>, parts: &[&'f Figure]) -> Vec<&'f Figure> {
    let joined = parts.windows(2).all(|pair| {
        let who = |figure: &Figure| figure.who.map(|span| span.of(desk.text).to_lowercase());
        who(pair[0]).is_some()
            && who(pair[1]).is_some()
            && who(pair[0]) != who(pair[1])
            && is_joined(desk, pair[0], pair[1])
    });
    // Children are men and women too, women officers and students.
    let is_a_sort = |part: &&Figure| part.who.is_some_and(|who| is_sort(who.of(desk.text)));
    if joined && parts.iter().all(is_a_sort) { parts.to_vec() } else { Vec::new() }
}

/// Sorts of people that nobody is two of.
fn is_sort(who: &str) -> bool {
    const SORTS: &[&str] = &["men", "women", "children"];
    SORTS.contains(&who.to_lowercase().as_str())
}

fn is_joined(desk: &Desk<'_>, one: &Figure, other: &Figure) -> bool {
    let between = Span::new(one.span.end, other.span.start.max(one.span.end)).of(desk.text).trim();
    matches!(between, "," | "and" | ", and" | "&")
}

/// “Of the 40 passengers”: what follows in the sentence is of them.
fn is_a_group(desk: &Desk<'_>, whole: &Figure) -> bool {
    let Some(line) = desk.sentence_at(whole.span.start) else { return false };
    let at = line.sentence.words.partition_point(|word| word.start < whole.span.start);
    line.sentence.lower(0) == "of" && at <= 2
}

/// The dead, the injured and the missing of one group.
fn apart<'f>(parts: &[&'f Figure]) -> Vec<&'f Figure> {
    let mut seen = Vec::new();
    let mut out = Vec::new();
    for part in parts {
        if let Some(measure) =
            counts::measure(part).filter(|measure| APART.contains(measure) && !seen.contains(measure))
        {
            seen.push(measure);
            out.push(*part);
        }
    }
    out
}

/// The list that stands behind a whole with a colon, a dash or a bracket.
fn list<'f>(desk: &Desk<'_>, whole: &Figure, after: &'f [Figure]) -> Vec<&'f Figure> {
    let Some(first) = after.first().filter(|first| counts_alike(desk, first, whole)) else { return Vec::new() };
    let gap = Span::new(whole.span.end, first.span.start.max(whole.span.end)).of(desk.text).trim();
    if !matches!(gap, ":" | "–" | "—" | "-" | "(") {
        return Vec::new();
    }
    let mut out = vec![first];
    for next in &after[1..] {
        if !counts_alike(desk, next, whole) || !is_joined(desk, out[out.len() - 1], next) {
            break;
        }
        out.push(next);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn parts_that_are_more_than_the_whole_are_found() {
        fires(&RULE, "The fire killed 12 people, including ⟦14 children⟧, police said.");
        fires(&RULE, "The bus carried 12 people: ⟦five men⟧, four women and six children, police said.");
        fires(&RULE, "Of the 40 passengers, ⟦25⟧ were killed and 18 injured, the coroner said.");
        fires(&RULE, "Police said 31 homes had been searched: ⟦12⟧ in Orrel, eleven in Harwick and nine on the quay.");
        fires(
            &RULE,
            "The school has 240 pupils (⟦95 boarders⟧, 88 town pupils and 61 trainees), its head, Ana Moreno, said.",
        );
        fires(
            &RULE,
            "Some of the ferry's 420 passengers were ill, the coastguard said. Of those on the list, ⟦210⟧ were flown to Orrel, 130 to \
             Harwick and 96 to the islands.",
        );
        fires(&RULE, "The fund helped 640 families, of whom ⟦350⟧ live in Orrel, 190 in Harwick and 120 on the coast.");
        fires(&RULE, "The hospital has treated 118 patients, including ⟦64 men⟧ and 61 women, since April, it said.");
        fires(
            &RULE,
            "A panel of nine, made up of ⟦four judges⟧, three lawyers and three lay members, ruled on Monday.",
        );
        fires(
            &RULE,
            "The tile maker will cut 340 jobs, it said. Of the posts to go, ⟦180⟧ are at the works in Dorn, 95 at the Eskby plant and 85 \
             at the head office.",
        );
        fires(
            &RULE,
            "Twenty-two residents were taken to hospital. ⟦Nine⟧ have since been discharged, eight are on ordinary wards and seven are \
             in intensive care, the clinic said.",
        );
        fires(
            &RULE,
            "The £5.1 million hall is made up of ⟦£2.2 million⟧ for stone, £1.4 million for the roof and £700,000 for glass.",
        );
        fires(
            &RULE,
            "The tile maker will cut 340 jobs, it said. The cuts will hit ⟦180 jobs⟧ at the works in Dorn, 75 at the Eskby plant and \
             60 at head office.",
        );
        fires(
            &RULE,
            "All 27 members of the council were there. ⟦Fourteen⟧ voted for the lido and nine against, and three abstained.",
        );
        fires(&RULE, "Police said 31 homes had been searched: ⟦12⟧ in Orrel, ten in Harwick and eight on the quay.");
        fires(
            &RULE,
            "Of the $62 million, ⟦$30 million will go⟧ to the harbour, $20 million to the mole and $18 million to all other works.",
        );
        is_silent(
            &RULE,
            &[
                "Of the $62 million, $30 million will go to the harbour, $20 million to the mole and $12 million to all other works.",
            ],
        );
        fires(&RULE, "Of the 64 boats, ⟦31⟧ lie in the old basin, 22 in the new one and fourteen at the mole.");
    }

    #[test]
    fn parts_that_add_up_or_overlap_are_none() {
        is_silent(
            &RULE,
            &[
                "The fire killed 12 people, including 4 children, police said.",
                "The £5.1 million hall is made up of £2.2 million for stone, £1.4 million for the roof and £1.5 million for glass.",
                "The £5 million hall is made up of £2.2 million for stone, £1.4 million for the roof and £1.3 million for glass.",
                "All 27 members of the council were there. Fourteen voted for the lido and nine against, and four abstained.",
                "The council has 27 members. Fourteen voted for the lido and nine against, and three abstained.",
                "The tile maker will cut 340 jobs, it said. The cuts will hit mostly Dorn, with 180 jobs, Eskby with 75 and Orrel with 60.",
                "The hospital has treated 118 patients, including 64 men and 54 women, since April, it said.",
                "Fourteen people were treated, among them nine women and eight people over 60, the hospital said.",
                "A panel of nine, made up of four judges, three lawyers and two lay members, ruled on Monday.",
                "The town has 22 pubs. Nine closed last year, eight the year before and seven in 2019.",
                "The bus carried 15 people: five men, four women and six children, police said.",
                "At least 12 people were killed, including 14 children, an early report said and was corrected.",
                "The fire killed 12 people, including 8 students and 6 women, police said.",
                "Of the 40 passengers, 22 were killed and 18 injured, the coroner said.",
                "The company has 40 workers, including 30 drivers and 20 trainees.",
                "Police said 31 homes had been searched: 12 in Orrel, ten in Harwick and nine on the quay.",
                "About 31 homes had been searched: 12 in Orrel, eleven in Harwick and nine on the quay.",
                "The firm has 40 workers. Of those, 25 belong to the union, 18 are women and 4 are apprentices.",
                "Two things are certain: five people died and seven were hurt.",
                "The choir has 24 voices: six have sung in it for 20 years, nine live in Orrel and twelve are over 60.",
                "Harwick won 21–14, with 12 points from the wing, six from the captain and nine from kicks.",
                "Of the 40 homes, 25 were without power, and 22 without water.",
                "The council voted 19 to 14 on Monday: 12 members of the League, nine of the Civic List and two others.",
            ],
        );
    }

    #[test]
    fn votes_that_do_not_come_to_those_who_voted_are_found() {
        fires(
            &RULE,
            "The council voted ⟦9 to 5⟧ on Monday to sell the mill.\n\nAll 13 councillors took part, the clerk, Ada Venn, said.",
        );
        fires(
            &RULE,
            "The board rejected the plan by ⟦7 votes to 4⟧. All 13 members were present, the clerk, Ada Venn, said.",
        );
        fires(&RULE, "The 15-member board approved the budget ⟦11 to 6⟧ on Tuesday.");
        is_silent(
            &RULE,
            &[
                "The council voted 9 to 4 on Monday to sell the mill. All 13 councillors took part, the clerk, Ada Venn, said.",
                "The board rejected the plan by 7 votes to 4, with two abstentions. All 13 members were present, the clerk said.",
                "The 15-member board approved the budget 11 to 3 on Tuesday. One member was away.",
                "The council voted to raise the age for the pool from 8 to 14. All 13 councillors took part.",
            ],
        );
    }

    #[test]
    fn sorts_that_do_not_come_to_what_was_counted_before_are_found() {
        fires(
            &RULE,
            "Tarn Steel will cut 240 jobs, it said. The cuts will hit ⟦120 welders⟧, 60 drivers and 48 clerks, the company said.",
        );
        is_silent(
            &RULE,
            &[
                "Tarn Steel will cut 240 jobs, it said. The cuts will hit 120 welders, 60 drivers and 60 clerks, the company said.",
                "Tarn Steel will cut 240 jobs, it said. The cuts will mostly hit 120 welders, 60 drivers and 40 clerks.",
            ],
        );
    }
}
