//! Something rose or fell by so many per cent, and the sentence says from what.
//!
//! ## What it does
//!
//! Finds changes in per cent (“crime is up 40 percent”) where neither the sentence nor the ones beside it name a time, an
//! earlier number or something to compare with. Plans, forecasts, offers and what stands in quotation marks are left out.
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
use sayso_text::sentences::Sentence;

use super::counts;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "FIG005",
    name: "percentage-without-base",
    category: Category::Suspicious,
    severity: Severity::Info,
    default: false,
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
];
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

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for figure in desk.reading.figures.iter().filter(|f| is_change(desk, f) && counts::is_body(desk, f)) {
        let near = desk.around(figure.span.start, 2, 1);
        let Some(line) = desk.sentence_at(figure.span.start) else { continue };
        let has_base = near.iter().any(|line| {
            counts::sentence_has(&line.sentence, |word| counts::is_year(word) || counts::is_day_or_month(word))
        }) || counts::sentence_has(&line.sentence, |word| BASE.contains(&word));
        let is_to_come = counts::sentence_has(&line.sentence, |word| TO_COME.contains(&word));
        if has_base || is_to_come || desk.quotes.inside(figure.span.start) || has_level(&line.sentence, figure) {
            continue;
        }
        let measure = figure.measure.map_or("", |measure| measure.span.of(desk.text));
        let called = crate::words::short(desk.text, figure.span);
        found.add(
            figure.span,
            format!("“{measure}” by “{called}”: of what, and since when?"),
            "Give the two numbers or the time between them",
        );
    }
}

fn is_change(desk: &Desk<'_>, figure: &Figure) -> bool {
    // "Scored 13 percent higher": than somebody, not than before.
    let is_comparison = figure.measure.is_some_and(|measure| {
        matches!(
            measure.span.of(desk.text),
            "higher" | "lower" | "faster" | "more expensive" | "growth" | "reduction" | "reduce" | "cut" | "cuts"
        )
    });
    figure.unit == "percent" && matches!(counts::measure(figure), Some("rose" | "fell")) && !is_comparison
}

/// “Rose 6 per cent to 3,100”: the number that it came to.
fn has_level(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let from = sentence.words.partition_point(|word| word.start < figure.span.start);
    let end = sentence.words.partition_point(|word| word.start < figure.span.end);
    (from..(end + 4).min(sentence.words.len())).any(|at| {
        matches!(sentence.lower(at), "to" | "at")
            && sentence.word(at + 1).starts_with(|c: char| c.is_numeric() || matches!(c, '$' | '£' | '€'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_change_from_nothing_is_found() {
        fires(
            &RULE,
            "Burglaries in Harwick are up ⟦40 percent⟧, the sheriff, Walt Dunmore, said. He wants more deputies.",
        );
        fires(&RULE, "Rents in the harbour have risen ⟦60 percent⟧, and families are moving out.");
    }

    #[test]
    fn a_change_with_its_base_is_none() {
        is_silent(
            &RULE,
            &[
                "Burglaries in Harwick are up 40 percent from last year, the sheriff, Walt Dunmore, said.",
                "Shares in the company fell 12 percent on Friday.",
                "Output rose 6 percent to 3,100 tonnes.",
                "Prices would rise 6 percent, the minister said.",
                "“Burglaries are up 40 percent,” the sheriff, Walt Dunmore, said.",
                "The report compares 2023 with 2024. Burglaries rose 40 percent, it says.",
            ],
        );
    }
}
