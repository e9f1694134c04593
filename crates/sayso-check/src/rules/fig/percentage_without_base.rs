//! Something rose or fell by so many per cent, and nothing says from what or since when.
//!
//! ## What it does
//!
//! Finds changes in per cent (“crime is up 40 percent”, “planting raises protection by 60 percent”) where neither the sentence nor one beside it that speaks of the same names
//! a time, an earlier number or something to compare with, and shares of people who want or think something (“64 percent want
//! to switch”) where nothing near says that anybody was asked, or where a survey is named and nothing in the article says whom it asked.
//! Plans, forecasts, offers, prices at an exchange, changes “to” a number and what stands in quotation marks are left out.
//!
//! ## Why it matters
//!
//! From two burglaries to three is a rise of half. Against last year or against the worst month of the war, from what number to what
//! number: without it a percentage can be made to say anything.
//!
//! ## Authority
//!
//! BBC, “Editorial Guidelines”, on reporting surveys and statistics: figures are put in context. AP, “Stylebook”, on percentages and on data
//! journalism.
//!
//! ## Example
//!
//! ```text
//! Burglaries in Harwick are up 40 percent, the sheriff, Walt Dunmore, said. He wants more deputies.
//! ```
//!
//! ## Better
//!
//! ```text
//! Burglaries in Harwick rose 40 percent from 2023 to 2024, to 70 from 50, the sheriff, Walt Dunmore, said. He wants more deputies.
//! ```
//!
//! ## When not to use
//!
//! In market reports, whose changes are all of one day.

use sayso_reading::Figure;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::{counts, numbers};
use crate::desk::Line;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG005",
    name: "percentage-without-base",
    category: Category::Suspicious,
    severity: Severity::Info,
    default: true,
    options: &[],
    source: include_str!("percentage_without_base.rs"),
    check,
};

/// What names a time, an earlier number or something to compare with.
const BASE: &[&str] = &[
    "from",
    "since",
    "compared",
    "than",
    "year",
    "years",
    "month",
    "months",
    "quarter",
    "week",
    "weeks",
    "day",
    "days",
    "today",
    "yesterday",
    "annual",
    "annually",
    "decade",
    "decades",
    "earlier",
    "previous",
    "ago",
    "last",
    "season",
    "period",
    "between",
    "monthly",
    "quarterly",
    "weekly",
    "daily",
    "century",
    "night",
    "morning",
    "hours",
    "overnight",
    "trading",
    "session",
    "shares",
    "stock",
    "index",
    "against",
    "relative",
    "versus",
    "spring",
    "summer",
    "autumn",
    "winter",
    "pandemic",
    "war",
    "past",
    "recent",
    "original",
    "peak",
    "average",
    "normal",
    "usual",
    "levels",
    "lifetime",
    "tenure",
    "watch",
    "without",
    "placebo",
    "control",
    "controls",
    "untreated",
    "baseline",
    "conventional",
];
/// What names an event as the time, where it stands behind the number: “40 percent after the film was shown”.
const EVENT: &[&str] = &["after", "before", "when", "once", "until", "following", "under", "so"];
/// What makes it a plan or a guess.
const TO_COME: &[&str] = &[
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "if",
    "plan",
    "plans",
    "planned",
    "propose",
    "proposed",
    "proposes",
    "wants",
    "want",
    "expect",
    "expects",
    "expected",
    "forecast",
    "forecasts",
    "predict",
    "predicts",
    "predicted",
    "offer",
    "offered",
    "demand",
    "demanded",
    "demands",
    "cap",
    "limit",
    "pay",
    "wage",
    "wages",
    "interest",
    "tax",
    "can",
    "aims",
    "target",
    "goal",
];

/// Verbs of a change; “up” and “down” are looked at with the word before them.
const CHANGES: &[&str] = &[
    "rose",
    "risen",
    "rises",
    "fell",
    "fallen",
    "falls",
    "dropped",
    "drops",
    "climbed",
    "climbs",
    "jumped",
    "jumps",
    "increased",
    "increases",
    "decreased",
    "decreases",
    "declined",
    "declines",
    "grew",
    "grown",
    "grows",
    "soared",
    "soars",
    "surged",
    "surges",
    "plunged",
    "slumped",
    "shrank",
    "shrunk",
    "shrinks",
];
/// What makes “up” and “down” a change: “are up 40 percent”, “has gone down by 12”.
const MOVED: &[&str] =
    &["is", "are", "was", "were", "been", "gone", "went", "going", "goes", "go", "come", "came", "comes", "coming"];
/// What may stand between a change and its number.
const BY: &[&str] = &[
    "by",
    "about",
    "some",
    "around",
    "nearly",
    "almost",
    "roughly",
    "over",
    "more",
    "than",
    "only",
    "just",
    "another",
    "a",
    "an",
    "further",
    "at",
    "least",
    "as",
    "much",
    "estimated",
    "least",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for figure in desk.reading.figures.iter().filter(|f| f.unit == "percent" && counts::is_body(desk, f)) {
        let Some(line) = desk.sentence_at(figure.span.start) else { continue };
        if is_of_nobody(desk, &line.sentence, figure) || is_of_an_untold_poll(desk, &line.sentence, figure) {
            let called = crate::words::short(desk.text, figure.span);
            found.add(
                figure.span,
                format!("“{called}” of whom? Nothing says who was asked"),
                "Say who was asked, how many, when and by whom",
            );
            continue;
        }
        let Some(change) = change(desk, &line.sentence, figure) else { continue };
        let is_to_come = counts::sentence_has(&line.sentence, |word| TO_COME.contains(&word));
        let behind = line.sentence.words.partition_point(|word| word.start < figure.span.end);
        let has_event = line.sentence.lower[behind..].iter().any(|word| EVENT.contains(&word.as_str()));
        if is_to_come
            || has_event
            || has_base(desk, line, figure)
            || desk.quotes.inside(figure.span.start)
            || has_level(&line.sentence, figure)
            || is_of_a_market(desk, line)
        {
            continue;
        }
        let called = crate::words::short(desk.text, figure.span);
        found.add(
            figure.span,
            format!("“{}” by “{called}”: of what, and since when?", change.of(desk.text)),
            "Give the two numbers or the time between them",
        );
    }
}

/// Whether a sentence, or one beside it that speaks of the same, says against what.
fn has_base(desk: &Desk<'_>, line: &Line<'_>, figure: &Figure) -> bool {
    const WITHOUT: &[&str] = &["without", "placebo", "control", "controls", "untreated", "baseline"];
    let is_dated = |line: &Line<'_>| {
        counts::sentence_has(&line.sentence, |word| counts::is_year(word) || counts::is_day_or_month(word))
    };
    let compares = |line: &Line<'_>| {
        let sentence = &line.sentence;
        let end = clause_end(sentence, figure);
        (0..end).any(|at| {
            BASE.contains(&sentence.lower(at)) && !is_of_a_quality(sentence, at) && !is_of_a_document(sentence, at)
        })
    };
    let counts_too = |line: &Line<'_>| {
        counts::sentence_has(&line.sentence, |word| CHANGES.contains(&word) || matches!(word, "percent" | "per" | "%"))
    };
    let at = line.sentence.whole.start;
    let has_control = desk
        .around(at, 2, 1)
        .iter()
        .filter(|other| other.paragraph == line.paragraph)
        .any(|other| counts::sentence_has(&other.sentence, |word| WITHOUT.contains(&word)));
    let is_here = |other: &&Line<'_>| other.paragraph == line.paragraph;
    let before = desk.around(at, 2, 0);
    let after = desk.around(at, 0, 1).iter().skip(1).filter(is_here);
    is_dated(line)
        || has_control
        || compares(line)
        || before.iter().filter(is_here).any(is_dated)
        // In another paragraph only what tells of a change itself.
        || before.iter().rev().nth(1).is_some_and(|last| (is_dated(last) || compares(last)) && counts_too(last))
        || after.into_iter().any(|next| (is_dated(next) || compares(next)) && takes_up(&next.sentence))
}

/// Where the clause of a figure ends, if another begins behind it that has no share of its own: “…, and girls more often than boys”.
fn clause_end(sentence: &Sentence<'_>, figure: &Figure) -> usize {
    let from = sentence.words.partition_point(|word| word.start < figure.span.end);
    let begins = |at: &usize| {
        let next = sentence.lower(at + 1);
        sentence.lower(*at) == ";" || (sentence.lower(*at) == "," && matches!(next, "and" | "but" | "while" | "with"))
    };
    let count = sentence.words.len();
    if sentence.words.last().is_none_or(|last| last.end <= figure.span.end) {
        return count;
    }
    let has_share = |from: usize| (from..count).any(|at| matches!(sentence.lower(at), "percent" | "per" | "%"));
    (from..count).find(begins).filter(|at| !has_share(*at)).unwrap_or(count)
}

/// “More often than boys”: who is compared there is no earlier number.
fn is_of_a_quality(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.lower(at) == "than" && at > 0 && matches!(sentence.lower(at - 1), "often" | "rather" | "other" | "likely")
}

/// “In its half-year statement”: how often a document comes out is no time that a change took.
fn is_of_a_document(sentence: &Sentence<'_>, at: usize) -> bool {
    const TIMES: &[&str] = &["year", "month", "quarter", "monthly", "quarterly", "weekly", "daily"];
    const DOCUMENTS: &[&str] =
        &["statement", "report", "newsletter", "bulletin", "review", "letter", "message", "update", "brochure"];
    TIMES.contains(&sentence.lower(at)) && DOCUMENTS.contains(&sentence.lower(at + 1))
}

/// Whether a paragraph speaks of prices at an exchange, whose changes are of the day.
fn is_of_a_market(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    const MARKETS: &[&str] = &[
        "exchange",
        "bourse",
        "futures",
        "traders",
        "stocks",
        "stock",
        "shares",
        "trading",
        "barrel",
        "ounce",
        "investors",
        "copper",
        "crude",
        "brent",
        "bullion",
        "markets",
        "bonds",
        "currency",
    ];
    /// So many sentences of a paragraph are looked at.
    const NEAR: usize = 4;
    let near = desk.around(line.sentence.whole.start, NEAR, NEAR);
    near.iter()
        .filter(|other| other.paragraph == line.paragraph)
        .any(|other| counts::sentence_has(&other.sentence, |word| MARKETS.contains(&word)))
}

/// Verbs of what people who were asked want or think.
const OPINIONS: &[&str] = &[
    "want",
    "wants",
    "wanted",
    "say",
    "said",
    "believe",
    "believed",
    "think",
    "thought",
    "support",
    "supported",
    "oppose",
    "opposed",
    "favour",
    "favor",
    "favoured",
    "favored",
    "prefer",
    "preferred",
    "plan",
    "planned",
    "intend",
    "intended",
    "agree",
    "agreed",
    "disagree",
    "approve",
    "approved",
    "disapprove",
    "expect",
    "fear",
    "feel",
    "felt",
    "trust",
    "distrust",
    "hope",
    "reject",
    "rejected",
];
/// What says that people were asked, and by whom or how many.
const ASKED: &[&str] = &[
    "survey",
    "surveyed",
    "poll",
    "polled",
    "pollster",
    "pollsters",
    "polling",
    "asked",
    "respondents",
    "questioned",
    "questionnaire",
    "interviewed",
    "sample",
    "sampled",
    "responses",
    "replied",
    "replies",
    "answered",
    "answers",
    "ballot",
    "vote",
    "votes",
    "voted",
    "voters",
    "referendum",
    "share",
];
/// So many sentences around a share may say who was asked.
const AROUND: usize = 4;

/// “64 percent want to switch”: a share of nobody, in an article that does not tell of a poll beside it.
fn is_of_nobody(desk: &Desk<'_>, sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let first = sentence.words.partition_point(|word| word.start < figure.span.start);
    let end = sentence.words.partition_point(|word| word.start < figure.span.end);
    let at = end + usize::from(matches!(sentence.lower(end), "also" | "now" | "even"));
    let of_whom = |word: &str| ASKED.contains(&word);
    let near = desk.around(figure.span.start, AROUND, AROUND);
    OPINIONS.contains(&sentence.lower(at))
        && !(0..first).any(|at| matches!(sentence.lower(at), "of" | "among"))
        && figure.part_of.is_none()
        && !desk.quotes.inside(figure.span.start)
        && !near.iter().any(|line| counts::sentence_has(&line.sentence, of_whom) || is_of_them(&line.sentence))
}

/// “68 percent are against it, according to a survey by the group”: a poll of which the article does not say who was asked.
fn is_of_an_untold_poll(desk: &Desk<'_>, sentence: &Sentence<'_>, figure: &Figure) -> bool {
    const POLLS: &[&str] = &["survey", "poll", "questionnaire"];
    const SIDES: &[&str] = &["against", "for", "in", "opposed", "behind", "satisfied", "unhappy", "happy"];
    const WHO: &[&str] = &[
        "respondents",
        "questioned",
        "surveyed",
        "polled",
        "interviewed",
        "sample",
        "sampled",
        "households",
        "adults",
        "voters",
        "pollster",
        "pollsters",
        "margin",
        "aged",
        "replied",
        "replies",
        "answered",
        "answers",
        "responded",
        "responses",
        "participants",
        "subscribers",
        "readers",
        "referendum",
        "ballot",
    ];
    let first = sentence.words.partition_point(|word| word.start < figure.span.start);
    let end = sentence.words.partition_point(|word| word.start < figure.span.end);
    let is_side = matches!(sentence.lower(end), "are" | "were") && SIDES.contains(&sentence.lower(end + 1));
    let has_poll = counts::sentence_has(sentence, |word| POLLS.contains(&word));
    let of_others = || (0..first).any(|at| matches!(sentence.lower(at), "of" | "among"));
    let counts_others = || {
        let all = numbers::of(sentence);
        all.iter().any(|number| number.words.start >= end && numbers::is_count(sentence, number))
    };
    // "She had asked the council" is no poll.
    let asks = |line: &Line<'_>| {
        let sentence = &line.sentence;
        (1..sentence.words.len()).any(|at| {
            sentence.lower(at) == "asked"
                && (matches!(sentence.lower(at - 1), "were" | "was" | "those" | "people" | "been")
                    || sentence.lower(at + 1) == "all"
                    || counts::sentence_has(sentence, |word| POLLS.contains(&word)))
        })
    };
    let is_of_a_sort = figure.span.of(desk.text).contains(" of ");
    (is_side || OPINIONS.contains(&sentence.lower(end)))
        && has_poll
        && !is_of_a_sort
        && figure.part_of.is_none()
        && !desk.quotes.inside(figure.span.start)
        && !of_others()
        && !counts_others()
        && !desk.body().any(|line| asks(line) || counts::sentence_has(&line.sentence, |word| WHO.contains(&word)))
}

/// “Of them”, “among those”: a share of people of whom the text has told.
fn is_of_them(sentence: &Sentence<'_>) -> bool {
    (1..sentence.words.len()).any(|at| {
        matches!(sentence.lower(at), "them" | "these" | "those") && matches!(sentence.lower(at - 1), "of" | "among")
    })
}

/// Whether a sentence goes on about the number of the one before it: “That is”, “The rise”, “In 2019 there were”.
fn takes_up(sentence: &Sentence<'_>) -> bool {
    const NUMBER: &[&str] = &[
        "figure", "figures", "number", "numbers", "total", "rate", "rise", "increase", "fall", "drop", "change",
        "count",
    ];
    match sentence.lower(0) {
        "the" => NUMBER.contains(&sentence.lower(1)),
        "that" | "this" | "it" | "they" | "there" | "in" | "from" | "compared" | "between" | "then" => true,
        _ => false,
    }
}

/// Verbs by which one thing changes another by so much: “raises protection by 60 percent”.
const RAISES: &[&str] = &[
    "raise",
    "raises",
    "raised",
    "cut",
    "cuts",
    "reduce",
    "reduces",
    "reduced",
    "boost",
    "boosts",
    "boosted",
    "lower",
    "lowers",
    "lowered",
    "lift",
    "lifts",
    "lifted",
    "improve",
    "improves",
    "improved",
    "increase",
    "increases",
    "increased",
    "decrease",
    "decreases",
    "decreased",
    "halve",
    "slash",
    "slashes",
    "slashed",
    "trim",
    "trimmed",
    "push",
    "pushed",
    "pushes",
    "drive",
    "drives",
    "drove",
    "bring",
    "brought",
    "strengthen",
    "strengthens",
    "speed",
    "speeds",
    "slow",
    "slows",
    "slowed",
    "shorten",
    "shortens",
    "shortened",
    "extend",
    "extends",
];
/// As many words may stand between such a verb and “by”.
const OBJECT: usize = 6;

/// Whether a verb stands at a word by which somebody or something changes another thing.
fn is_raised(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
    let is_verb = RAISES.contains(&sentence.lower(at)) && !matches!(before, "" | "the" | "a" | "an" | "of" | "this");
    // "To cut costs by 20 percent" is a plan.
    let is_plan = matches!(before, "to" | "not" | "never") || before.ends_with("n’t") || before.ends_with("n't");
    let next = sentence.lower(at + 1);
    is_verb && !is_plan && !matches!(next, "by" | "," | "." | "up" | "down" | "off")
}

/// The words that make a percentage a change.
fn change(desk: &Desk<'_>, sentence: &Sentence<'_>, figure: &Figure) -> Option<Span> {
    let mut at = sentence.words.partition_point(|word| word.start < figure.span.start);
    while at > 0 && BY.contains(&sentence.lower(at - 1)) {
        at -= 1;
    }
    let verb = at.checked_sub(1)?;
    let is_moved = matches!(sentence.lower(verb), "up" | "down")
        && verb.checked_sub(1).is_some_and(|before| MOVED.contains(&sentence.lower(before)));
    if CHANGES.contains(&sentence.lower(verb)) || is_moved {
        let first = if is_moved { verb - 1 } else { verb };
        return Some(sentence.span(&(first..verb + 1)));
    }
    // "Planting raises protection by 60 percent": of what it was without?
    if sentence.lower(verb + 1) == "by"
        && let Some(moves) = (verb.saturating_sub(OBJECT)..=verb).rev().find(|at| is_raised(sentence, *at))
    {
        return Some(sentence.span(&(moves..moves + 1)));
    }
    // "Scored 13 percent higher": than somebody, not than before.
    let measure = figure.measure.filter(|measure| matches!(measure.value, "rose" | "fell"))?;
    let is_comparison = matches!(
        measure.span.of(desk.text),
        "higher" | "lower" | "faster" | "more expensive" | "growth" | "reduction" | "reduce" | "cut" | "cuts"
    );
    // "Made up 40 percent of the cargo".
    let at = sentence.words.partition_point(|word| word.start < measure.span.start);
    let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
    let is_of_a_verb = matches!(measure.span.of(desk.text), "up" | "down")
        && before.starts_with(char::is_alphabetic)
        && !MOVED.contains(&before);
    (!is_comparison && !is_of_a_verb).then_some(measure.span)
}

/// “Rose 6 per cent to 3,100”, “fell by four points to 61 percent”, “…, to 3,100 crowns”: the number that it came to.
fn has_level(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    /// Behind a comma it may stand so many words off.
    const FAR: usize = 10;
    let from = sentence.words.partition_point(|word| word.start < figure.span.start);
    let end = sentence.words.partition_point(|word| word.start < figure.span.end);
    let is_level = from > 0 && sentence.lower(from - 1) == "to";
    let leads = |at: usize| {
        (at < end + 4 && matches!(sentence.lower(at), "to" | "at"))
            || (sentence.lower(at) == "to" && at > from && sentence.lower(at - 1) == ",")
    };
    is_level
        || (from..(end + FAR).min(sentence.words.len())).any(|at| {
            leads(at) && sentence.word(at + 1).starts_with(|c: char| c.is_numeric() || matches!(c, '$' | '£' | '€'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_poll_of_nobody_and_a_statement_without_a_time_are_found() {
        fires(
            &RULE,
            "⟦Some 74 percent⟧ are for the new pier, according to a survey that the skippers’ club sent round.",
        );
        fires(&RULE, "Orders have risen by ⟦90 percent⟧, the yard said in its half-year report. It builds barges.");
        is_silent(
            &RULE,
            &[
                "Some 74 percent are for the new pier, according to a survey of 310 skippers by their club.",
                "Some 74 percent are for the new pier, according to a survey. The club asked all skippers.",
                "Tin rose 2.1 percent on the Velm exchange, to $9,140 a ton.",
                "Attendance fell by nearly three points to 58 percent, the clerk, Ada Venn, said.",
                "Trading in the shares was halted at noon. By then Velm Works had gained 17 percent.",
            ],
        );
    }

    #[test]
    fn a_change_from_nothing_is_found() {
        fires(
            &RULE,
            "Burglaries in Harwick are up ⟦40 percent⟧, the sheriff, Walt Dunmore, said. He wants more deputies.",
        );
        fires(&RULE, "Rents in the harbour have risen ⟦60 percent⟧, and families are moving out.");
        fires(
            &RULE,
            "Falls on the ice have risen by ⟦60 percent⟧, the clinic said, and men slip more often than women.",
        );
        fires(
            &RULE,
            "The new nets cost two crowns each. ⟦Some 71 percent⟧ want to use them, the trainer, Ana Moreno, said.",
        );
        fires(
            &RULE,
            "Thefts of bicycles have gone up by ⟦35 per cent⟧. Those of cars fell from 90 in 2021 to 70 in 2023.",
        );
        fires(
            &RULE,
            "The warden has left the post open since November.\n\nVisits to the reserve are down ⟦22 per cent⟧, said Ana Moreno, who \
             runs the kiosk.",
        );
    }

    #[test]
    fn a_change_with_its_base_is_none() {
        is_silent(
            &RULE,
            &[
                "Burglaries in Harwick are up 40 percent from last year, the sheriff, Walt Dunmore, said.",
                "The guild asked 90 skippers about the new nets. Some 71 percent want to use them, it said.",
                "Of the skippers, 71 percent want to use the new nets, the guild said.",
                "Falls on the ice have risen by 60 percent, the clinic said, and cuts by 20 percent, from 40 last winter.",
                "Shares in the company fell 12 percent on Friday.",
                "Prices have answered. Flour rose 8% in a day.",
                "Output rose 6 percent to 3,100 tonnes.",
                "Prices would rise 6 percent, the minister said.",
                "“Burglaries are up 40 percent,” the sheriff, Walt Dunmore, said.",
                "The report compares 2023 with 2024. Burglaries rose 40 percent, it says.",
                "Burglaries have gone up by 35 per cent. That is against the first half of 2021.",
                "Burglaries fell 12 percent between 2021 and 2023, the report says.\n\nThefts of bicycles are up 35 percent.",
                "Premiums rose 12 percent last year, the regulator said.\n\nThose for farms have risen 20 percent.",
                "Ticket sales jumped 40 percent after the film was shown, the festival said.",
                "Steel made up 40 percent of the cargo. The crane can lift up to 40 percent more.",
            ],
        );
    }

    #[test]
    fn what_one_thing_does_to_another_needs_a_base_too() {
        fires(&RULE, "Mulching lifts yields by ⟦30 percent⟧, the Tarn farm institute says in a leaflet.");
        fires(&RULE, "The new valve cuts fuel use by ⟦22 percent⟧, its maker, Velm Works, said.");
        is_silent(
            &RULE,
            &[
                "Mulching lifts yields by 30 percent compared with bare soil, the Tarn farm institute says in a leaflet.",
                "The council wants to reduce burglaries by 45 percent, Inspector Ines Vale said.",
                "The council voted to cut the grant by 45 percent, the clerk, Ines Vale, said.",
                "Plots without mulch were measured too. Mulching lifts yields by 30 percent, the Tarn farm institute says.",
            ],
        );
    }
}
