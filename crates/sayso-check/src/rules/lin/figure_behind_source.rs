//! A figure is given as its source’s own, and the source had given a newer one before the article came out.
//!
//! ## What it does
//!
//! In an archive (`sayso check week.db`), follows what each named source gives for one thing (killed in Osterby, arrested in
//! Kell) and finds an article that gives a number of it after an earlier article had the same source’s newer one. Not: an article
//! that has the newer one, too, or says as of when its own is (“as of Tuesday morning”; that it was said on Tuesday does not say
//! so); a rounding of the newer number; a part of a number (“the first twenty people”); sources without a name; figures that no
//! measure is known of.
//!
//! ## Why it matters
//!
//! A count that its own source has given up lives on in articles that were begun before. A reader who meets both cannot tell
//! which one is the newer.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Stylebook”: reports say when. Casualty recorders' practice: a count stands with its
//! source and its day, and a later one of the same source takes its place.
//!
//! ## Example
//!
//! Three articles of an archive, the earliest first:
//!
//! ```text
//! Four killed in Osterby fire
//!
//! Four people were killed in a fire at the cold store in Osterby, the Osterby Fire Brigade said on Tuesday.
//! =====
//! Toll of Osterby fire rises
//!
//! Seven people were killed in the fire at the cold store in Osterby, the Osterby Fire Brigade said.
//! =====
//! Osterby asks questions
//!
//! Four people were killed in the fire at the cold store in Osterby, the Osterby Fire Brigade said.
//! ```
//!
//! ## Better
//!
//! ```text
//! Four killed in Osterby fire
//!
//! Four people were killed in a fire at the cold store in Osterby, the Osterby Fire Brigade said on Tuesday.
//! =====
//! Toll of Osterby fire rises
//!
//! Seven people were killed in the fire at the cold store in Osterby, the Osterby Fire Brigade said.
//! =====
//! Osterby asks questions
//!
//! Seven people were killed in the fire at the cold store in Osterby, the Osterby Fire Brigade said.
//! ```
//!
//! ## When not to use
//!
//! For archives in which many articles have no date: what came first is then known only by the order in which they were added.

use sayso_text::Span;

use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "LIN002",
    name: "figure-behind-source",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("figure_behind_source.rs"),
    check,
};

/// Words before a number that make it a part of another one.
const PARTS: &[&str] = &[
    "first",
    "last",
    "next",
    "other",
    "another",
    "further",
    "remaining",
    "of",
    "these",
    "those",
    "than",
    "to",
    "from",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for figure in &desk.earlier.figures {
        if figure.is_dated || is_part(desk.text, figure.span) {
            continue;
        }
        let called = crate::words::short(desk.text, figure.span);
        found.add(
            figure.span,
            format!(
                "“{called}” is behind {}, who had given “{}” by {}",
                figure.giver,
                figure.newer,
                figure.place.told()
            ),
            "Give the source’s latest number, or say as of when this one is",
        );
    }
}

/// Whether the word before a number, or its own first, makes it a part of another.
fn is_part(text: &str, figure: Span) -> bool {
    let before = text[..figure.start].split_whitespace().next_back();
    let own = figure.of(text).split_whitespace().next();
    before.into_iter().chain(own).any(|word| PARTS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::earlier::{Earlier, Outdated, Place};
    use crate::testing::{fires_after, is_silent_after};

    #[test]
    fn a_part_of_a_number_is_none_of_its_givers_counts() {
        let article = ARTICLE.replace(['⟦', '⟧'], "").replace("\n\nFour", "\n\nThe first four");
        let mut earlier = after(false);
        let at = article.find("four people").unwrap();
        earlier.figures[0].span = Span::new(at, at + "four people".len());
        is_silent_after(&RULE, &article, &earlier);
    }

    const ARTICLE: &str =
        "Osterby asks questions\n\n⟦Four people⟧ were killed in the fire in Osterby, the Osterby Fire Brigade said.";

    fn after(is_dated: bool) -> Earlier {
        let at = ARTICLE.replace(['⟦', '⟧'], "").find("Four people").unwrap();
        let figure = Outdated {
            span: Span::new(at, at + "Four people".len()),
            giver: "the Osterby Fire Brigade".to_owned(),
            newer: "seven people".to_owned(),
            place: Place { article: 2, outlet: None, day: Some("2026-11-25".to_owned()) },
            is_dated,
        };
        Earlier { figures: vec![figure], ..Earlier::default() }
    }

    #[test]
    fn a_number_that_its_giver_had_replaced_is_found() {
        assert_eq!(
            fires_after(&RULE, ARTICLE, &after(false)),
            "“Four people” is behind the Osterby Fire Brigade, who had given “seven people” by an article of 2026-11-25 (#2)"
        );
    }

    #[test]
    fn who_says_as_of_when_the_number_is_gives_it_rightly() {
        let plain = ARTICLE.replace(['⟦', '⟧'], "");
        is_silent_after(&RULE, &plain, &after(true));
        is_silent_after(&RULE, &plain, &Earlier::default());
    }
}
