//! "The ministry has put the toll at 34": somebody gives a number for something. The corpus that the tagger learned from hardly
//! has it; reports of the dead, of damage and of costs are full of it.

#![expect(clippy::single_range_in_vec_init, reason = "a part of one piece is one range of words")]

use std::ops::Range;

use crate::decode::Draft;
use crate::edges::is_short_title;
use crate::layout::BY_LAYOUT;
use crate::nested::Words;
use crate::sources::is_source_noun;

const PUTS: &[&str] = &["put", "puts"];
/// "Gave the number of dead as 23".
const GIVES: &[&str] = &["gave", "gives"];
const HELPERS: &[&str] = &["has", "have", "had", "also", "now", "earlier", "later", "initially"];
/// The same where who gives the number stands behind it: "was put at 60 million by the bank", "was given as 14 by the police".
const GIVEN: &[&str] = &["put", "estimated", "set", "given", "assessed", "valued"];
const BE: &[&str] = &["was", "were", "is", "are", "been", "being"];
/// What a number is given for.
const COUNTS: &[&str] = &[
    "number",
    "toll",
    "figure",
    "count",
    "total",
    "cost",
    "costs",
    "damage",
    "loss",
    "losses",
    "value",
    "strength",
    "share",
    "bill",
    "size",
    "deficit",
    "price",
    "turnout",
    "crowd",
    "proportion",
    "rate",
    "area",
    "debt",
    "hole",
    "shortfall",
    "dead",
    "injured",
    "wounded",
    "missing",
    "killed",
];
/// What may stand between "at" and the number.
const BOUNDS: &[&str] = &[
    "more", "less", "fewer", "than", "at", "least", "most", "about", "some", "nearly", "almost", "around", "roughly",
    "up", "to", "as", "many", "much", "over", "under", "just", "only", "between", "$", "£", "€", "a", "well", "no",
];
/// Words of an amount, which no hour and no place has.
const AMOUNTS: &[&str] = &[
    "more", "less", "fewer", "least", "most", "nearly", "almost", "about", "some", "roughly", "$", "£", "€", "million",
    "billion", "percent", "per", "euros", "dollars", "people",
];
const NUMBERS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "dozens",
    "thousands",
    "half",
    "third",
    "quarter",
];
/// What ends the content, and, looked for backwards, the source.
const ENDS: &[&str] =
    &[",", ";", ".", "?", "!", "”", "\"", "—", "–", ")", "while", "but", "after", "because", "though", "although"];
const BEFORE: &[&str] = &[
    ",", ";", ".", "?", "!", "“", "”", "\"", "—", "–", "(", ":", "that", "and", "but", "while", "said", "says", "which",
];
/// Words of what the number is given for, of its bounds, and of who gives it.
const OF_WHAT: usize = 10;
const BOUND: usize = 5;
const SOURCE: usize = 10;
/// Words of what was given a number, and of a name behind a comma.
const SUBJECT: usize = 24;
const NAME: usize = 6;
/// Words of a time by which something was so: "put at 40 by the end of the week".
const TIMES: &[&str] = &[
    "end",
    "time",
    "day",
    "week",
    "weekend",
    "month",
    "year",
    "hour",
    "deadline",
    "noon",
    "midnight",
    "morning",
    "evening",
    "nightfall",
    "then",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
/// Words of what stands between commas behind who gives it.
const DESCRIBED: usize = 14;

/// Whether a word may be the verb of an estimate.
pub(crate) fn is_link(word: &str) -> bool {
    PUTS.contains(&word) || GIVES.contains(&word)
}

/// Adds an article's estimates to what was found in it. "…, while police put the number at 96" ends the content before it.
pub(crate) fn add(words: Words<'_>, drafts: &mut Vec<Draft>) {
    let in_source = |at: usize| drafts.iter().any(|d| d.source.iter().any(|range| range.contains(&at)));
    let found = read(words, in_source);
    for estimate in found {
        let (start, verb) = (estimate.first_word(), estimate.cue[0].end - 1);
        let before = |back: usize| start.checked_sub(back).map_or("", |at| words.word(at));
        let cut = match (before(2), before(1)) {
            (_, ";") => Some(start - 1),
            (",", "while" | "but") => Some(start - 2),
            _ => None,
        };
        // Who stands behind the number gives it: not nobody, and the number is no part of the verb.
        let is_behind = estimate.source[0].start > verb;
        let number = estimate.content[estimate.content.len() - 1].start + 1;
        let is_short = |draft: &&mut Draft| {
            let has = |at: usize| draft.cue.iter().any(|cue| cue.contains(&at));
            is_behind && has(verb) && (draft.source.is_empty() || has(number))
        };
        if let Some(short) = drafts.iter_mut().find(is_short) {
            *short = estimate;
            continue;
        }
        // "Put the dead" is short of the number.
        if let Some(short) = drafts.iter_mut().find(|draft| draft.cue.iter().any(|cue| cue.contains(&verb))) {
            let behind = |c: &Range<usize>| estimate.content[0].start <= c.start && c.end <= estimate.content[0].end;
            if let [content] = &mut short.content[..]
                && behind(content)
            {
                *content = estimate.content[0].clone();
            }
            continue;
        }
        let holds = |draft: &Draft| draft.content.iter().any(|c| c.contains(&verb));
        if drafts.iter().any(holds) {
            // What stands in quotation marks is one speaker's.
            let is_quoted = |at: usize| matches!(words.word(at), "“" | "”" | "\"" | "‘");
            let in_marks =
                |draft: &Draft| draft.content.iter().filter(|c| c.contains(&verb)).cloned().flatten().any(is_quoted);
            let Some(cut) = cut.filter(|_| !drafts.iter().any(in_marks)) else { continue };
            for piece in drafts.iter_mut().flat_map(|draft| &mut draft.content).filter(|c| c.contains(&verb)) {
                if piece.start < cut {
                    piece.end = cut;
                }
            }
            if drafts.iter().any(holds) {
                continue;
            }
        }
        drafts.push(estimate);
        drafts.sort_by_key(Draft::first_word);
    }
}

/// The estimates among some words, outside of those that are taken.
pub(crate) fn read(words: Words<'_>, taken: impl Fn(usize) -> bool) -> Vec<Draft> {
    (0..words.spans.len())
        .filter(|at| is_link(words.word(*at)) && !taken(*at))
        .filter_map(|verb| estimate(words, verb))
        .chain((1..words.spans.len()).filter(|at| !taken(*at)).filter_map(|verb| given(words, verb)))
        .collect()
}

/// "The cost of the bridge was put at 60 million crowns on Monday by the county audit office."
fn given(words: Words<'_>, verb: usize) -> Option<Draft> {
    let is_given = GIVEN.contains(&words.word(verb)) && BE.contains(&words.word(verb - 1));
    let same = |at: &usize| *at < words.spans.len() && words.paragraphs[*at] == words.paragraphs[verb];
    let ends = |at: &usize| !same(at) || ENDS.contains(&words.word(*at)) && !is_inside_a_number(words, *at);
    let link = verb + 1;
    if !is_given || !same(&link) || !matches!(words.word(link), "at" | "as") {
        return None;
    }
    let is_number = |at: &usize| {
        let word = words.word(*at);
        word.starts_with(|c: char| c.is_ascii_digit())
            || word.split('-').next().is_some_and(|first| NUMBERS.contains(&first))
    };
    let number = (link + 1..link + 1 + BOUND).take_while(same).find(is_number)?;
    (link + 1..number).all(|at| BOUNDS.contains(&words.word(at))).then_some(())?;
    let by = (number + 1..number + 1 + OF_WHAT).take_while(|at| !ends(at)).find(|at| words.word(*at) == "by")?;
    let is_when = |at: &usize| matches!(words.word(*at), "on" | "last" | "late" | "early" | "earlier");
    let end = (by + 1..=words.spans.len()).take(DESCRIBED).find(|at| ends(at) || is_when(at))?;
    let is_time =
        |at: usize| TIMES.contains(&words.word(at)) || words.word(at).starts_with(|c: char| c.is_ascii_digit());
    let aux = verb - 1 - usize::from(verb > 1 && matches!(words.word(verb - 2), "has" | "had" | "have"));
    let is_counted = |at: &usize| same(at) && !BEFORE.contains(&words.word(*at));
    let start = (aux.saturating_sub(SUBJECT)..aux).rev().take_while(is_counted).last()?;
    let is_determined = matches!(words.word(by + 1), "the" | "a" | "an");
    let tells = |at: usize| words.word(at).starts_with(char::is_uppercase) || is_source_noun(words.word(at));
    let counts = (start..aux).any(|at| COUNTS.contains(&words.word(at).to_lowercase().as_str()));
    let is_somebody = (is_determined && counts || (by + 1..end).any(tells)) && !(by + 1..end).any(is_time);
    // "By the insurer, Northern Mutual."
    let is_name = |at: &usize| same(at) && words.word(*at).starts_with(char::is_uppercase);
    let name = (end + 1..end + 1 + NAME).take_while(is_name).last().map(|last| last + 1);
    let called = name.filter(|name| words.word(end) == "," && (ends(name) || *name == words.spans.len()));
    is_somebody.then(|| Draft {
        source: vec![by + 1..called.unwrap_or(end)],
        cue: vec![aux..verb + 1],
        content: vec![start..aux, link..by],
        evidence: BY_LAYOUT,
    })
}

fn estimate(words: Words<'_>, verb: usize) -> Option<Draft> {
    let same = |at: &usize| *at < words.spans.len() && words.paragraphs[*at] == words.paragraphs[verb];
    let until = |from: usize, most: usize| (from..from + most).take_while(same);
    let ends = |at: &usize| ENDS.contains(&words.word(*at));
    let count = until(verb + 1, OF_WHAT).take_while(|at| !ends(at)).find(|at| COUNTS.contains(&words.word(*at)));
    let is_gift = GIVES.contains(&words.word(verb));
    let link = if is_gift { "as" } else { "at" };
    let behind = count.unwrap_or(verb + 1) + 1;
    let given = until(behind, OF_WHAT).take_while(|at| !ends(at)).find(|at| words.word(*at) == link)?;
    let is_number = |at: &usize| {
        let word = words.word(*at);
        word.starts_with(|c: char| c.is_ascii_digit())
            || word.split('-').next().is_some_and(|first| NUMBERS.contains(&first))
    };
    let number = until(given + 1, BOUND).find(is_number)?;
    (given + 1..number).all(|at| BOUNDS.contains(&words.word(at))).then_some(())?;
    // What a number is given for may be anything where the number tells that it is an amount: "put withdrawals at $6 billion".
    let is_amount = || {
        let is_digit = |at: usize| words.word(at).starts_with(|c: char| c.is_ascii_digit());
        let thousands = words.word(number + 1) == "," && is_digit(number + 2);
        let of_things = words.word(number + 1).ends_with('s') && words.word(number + 1).starts_with(char::is_lowercase);
        thousands || of_things || (given + 1..number + 2).any(|at| AMOUNTS.contains(&words.word(at)))
    };
    (count.is_some() || !is_gift && is_amount()).then_some(())?;
    let end = (number + 1..words.spans.len()).find(|at| !same(at) || (ends(at) && !is_inside_a_number(words, *at)));
    let end = end.unwrap_or(words.spans.len());
    let first =
        (verb.saturating_sub(3)..verb).rev().take_while(|at| HELPERS.contains(&words.word(*at))).last().unwrap_or(verb);
    // "St. Brannoc's hospital".
    let is_short = |at: usize| {
        words.word(at) == "." && at > 0 && (words.word(at - 1) == "St" || is_short_title(words.word(at - 1)))
    };
    let is_source = |at: &usize| same(at) && (!BEFORE.contains(&words.word(*at)) || is_short(*at));
    // "Open Well, the aid agency that ran the clinic, puts …": what stands between commas belongs to who it is.
    let described = (first > 0 && words.word(first - 1) == ",")
        .then(|| (first.saturating_sub(DESCRIBED)..first - 1).rev().take_while(same).find(|at| words.word(*at) == ","))
        .flatten()
        .filter(|comma| matches!(words.word(comma + 1), "a" | "an" | "the" | "which" | "who" | "its"));
    let before = described.unwrap_or(first);
    let start = (before.saturating_sub(SOURCE)..before).rev().take_while(is_source).last()?;
    // "An assessment published on Tuesday puts …": without the day.
    let is_when =
        |at: &usize| matches!(words.word(*at), "on" | "in" | "published" | "released" | "last" | "late" | "early");
    let last = (start + 1..before).find(is_when).unwrap_or(if described.is_some() { first - 1 } else { first });
    // "To put the toll at 40 would be wrong" has nobody.
    (!matches!(words.word(first - 1), "to" | "not" | "would" | "could" | "will")).then(|| Draft {
        source: vec![start..last],
        cue: vec![first..verb + 1],
        content: vec![verb + 1..end],
        evidence: BY_LAYOUT,
    })
}

/// "2,300", "1.4 billion": a mark with a digit right behind it.
fn is_inside_a_number(words: Words<'_>, at: usize) -> bool {
    let next = words.spans.get(at + 1);
    matches!(words.word(at), "," | ".")
        && next.is_some_and(|next| next.start == words.spans[at].end)
        && words.word(at + 1).starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ranges::span_of;

    fn check(text: &str, expect: Option<(&str, &str, &str)>) {
        let spans = sayso_text::words(text);
        let begins: Vec<bool> = (0..spans.len()).map(|at| at == 0).collect();
        let paragraphs = vec![0; spans.len()];
        let words = Words { text, spans: &spans, begins: &begins, paragraphs: &paragraphs };
        let found = read(words, |_| false);
        let parts = found.first().map(|d| {
            let of = |range| span_of(&spans, range).of(text);
            (of(&d.source[0]), of(&d.cue[0]), of(&d.content[0]))
        });
        assert_eq!(parts, expect, "{text}");
    }

    #[test]
    fn who_puts_a_number_at_what_is_a_source() {
        check(
            "The ministry has put the number of injured at 34; relatives had counted more.",
            Some(("The ministry", "has put", "the number of injured at 34")),
        );
        check(
            "On Monday, aid groups put the cost at more than €3,000 a year for each farm.",
            Some(("aid groups", "put", "the cost at more than €3,000 a year for each farm")),
        );
        check(
            "It is said that the mayor puts the damage at $4.5 million.",
            Some(("the mayor", "puts", "the damage at $4.5 million")),
        );
    }

    #[test]
    fn an_amount_may_be_given_for_anything() {
        check(
            "The agency had put withdrawals before the branches shut at more than 6 billion crowns.",
            Some(("The agency", "had put", "withdrawals before the branches shut at more than 6 billion crowns")),
        );
        check("The Sentinel put the ransom at $4 million.", Some(("The Sentinel", "put", "the ransom at $4 million")));
    }

    #[test]
    fn who_gives_a_number_may_be_described() {
        check(
            "Open Well, the aid agency that ran the clinic, puts the toll at no fewer than 31 people.",
            Some(("Open Well, the aid agency that ran the clinic", "puts", "the toll at no fewer than 31 people")),
        );
    }

    #[test]
    fn who_gives_a_number_may_stand_behind_it() {
        check(
            "The cost of rescuing Brill Savings was put at 60 million crowns on Monday by the county audit office.",
            Some(("the county audit office", "was put", "The cost of rescuing Brill Savings")),
        );
        check(
            "Damage to roads had been estimated at $40 million by the insurer, Northern Mutual.",
            Some(("the insurer, Northern Mutual", "had been estimated", "Damage to roads")),
        );
        check("The toll was put at 40 by the end of the week.", None);
        check(
            "On Monday, St. Anne hospital gave the number of dead in Harwick as twenty-three.",
            Some(("St. Anne hospital", "gave", "the number of dead in Harwick as twenty-three")),
        );
        check("He gave the figure as he left.", None);
        check("The table was set at eight by the window.", None);
    }

    #[test]
    fn to_put_something_somewhere_is_no_estimate() {
        check("He put the cost of the meal on the table.", None);
        check("They put the figure at the gate.", None);
        check("She put 20 eggs at the door.", None);
        check("She put the children to bed at 8 in the evening.", None);
        check("It is too early to put the toll at 40.", None);
    }
}
