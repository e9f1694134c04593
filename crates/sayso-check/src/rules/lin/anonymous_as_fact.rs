//! What only sources without a name had told in the archive stands here in the writer’s voice, as a fact.
//!
//! ## What it does
//!
//! In an archive (`sayso check week.db`), looks for each sentence that nobody is given for among what earlier articles told. It
//! is found where they have it, in the same words or in others very near to them, on the word of anonymous sources or of single
//! people without a name alone. Not: what a named source, a body, a document, a group (“residents”) or an outlet in its own
//! voice had told by then; what this article gives to somebody in another place; a sentence beside one that says who told so.
//!
//! ## Why it matters
//!
//! A statement that rests on people nobody can name is passed on until it rests on nobody. The article that drops the
//! attribution vouches for it with its own name.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”, on anonymous sources and on crediting others for what they report. BBC, “Editorial
//! Guidelines”, Accuracy: what comes from an agency or another outlet is attributed to it.
//!
//! ## Example
//!
//! Two articles of an archive, the earlier first:
//!
//! ```text
//! Valve at cold store was wired shut
//!
//! The relief valve in hall two of the Osterby cold store had been wired shut since May, said a worker who asked not to be named.
//! =====
//! Osterby after the leak
//!
//! The relief valve in hall two of the Osterby cold store had been wired shut since May.
//! ```
//!
//! ## Better
//!
//! ```text
//! Valve at cold store was wired shut
//!
//! The relief valve in hall two of the Osterby cold store had been wired shut since May, said a worker who asked not to be named.
//! =====
//! Osterby after the leak
//!
//! The relief valve in hall two of the Osterby cold store had been wired shut since May, a worker told the Courier.
//! ```
//!
//! ## When not to use
//!
//! Where the writer has seen for himself what was told before, and says so elsewhere.

use crate::earlier::{Retold, SaidBy, ToldBefore};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "LIN003",
    name: "anonymous-as-fact",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("anonymous_as_fact.rs"),
    check,
};

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for retold in &desk.earlier.voice {
        let Some((before, who)) = unnamed(retold) else { continue };
        if !desk.is_writers(retold.span) || is_told_beside(desk, retold) {
            continue;
        }
        let who = crate::words::short(who, sayso_text::Span::new(0, who.len()));
        let words = crate::words::short(&before.words, sayso_text::Span::new(0, before.words.len()));
        found.add(
            retold.span,
            format!("nobody is given for this; in {} it was “{who}” who said “{words}”", before.place.told()),
            "Say who told it and through whom, or what else shows it",
        );
    }
}

/// The earliest that told it, and who said so there, where it was sources without a name alone.
fn unnamed(retold: &Retold) -> Option<(&ToldBefore, &str)> {
    let is_unnamed = |told: &ToldBefore| matches!(told.by, SaidBy::Unnamed(_));
    let earliest =
        retold.before.first().filter(|_| !retold.is_attributed_here && retold.before.iter().all(is_unnamed))?;
    match &earliest.by {
        SaidBy::Unnamed(who) => Some((earliest, who)),
        SaidBy::Writer | SaidBy::Other => None,
    }
}

/// Whether the sentence before or after, in the same paragraph, is somebody's: what they say may be meant to cover this one.
fn is_told_beside(desk: &Desk<'_>, retold: &Retold) -> bool {
    let Some(here) = desk.sentence_at(retold.span.start) else { return false };
    let beside = desk.around(retold.span.start, 1, 1).iter().filter(|line| line.paragraph == here.paragraph);
    beside.into_iter().any(|line| desk.touching(line.sentence.whole).next().is_some())
}

#[cfg(test)]
mod tests {
    use sayso_text::Span;

    use super::*;
    use crate::earlier::{Earlier, Place};
    use crate::testing::{fires_after, is_silent_after};

    const ARTICLE: &str = "Osterby after the leak\n\nThe town buried its dead on Monday.\n\n⟦The relief valve in hall two had \
                           been wired shut since May.⟧\n\nThe hall stays closed until spring.";

    fn plain() -> String {
        ARTICLE.replace(['⟦', '⟧'], "")
    }

    fn after(article: &str, is_attributed_here: bool, by: &[SaidBy]) -> Earlier {
        let words = "The relief valve in hall two had been wired shut since May.";
        let at = article.find(words).unwrap();
        let place = |article| Place { article, outlet: Some("the Courier".to_owned()), day: None };
        let told = by.iter().zip(1..).map(|(by, article)| ToldBefore {
            place: place(article),
            words: "the relief valve in hall two had been wired shut since May".to_owned(),
            by: by.clone(),
        });
        let voice = Retold { span: Span::new(at, at + words.len()), is_attributed_here, before: told.collect() };
        Earlier { voice: vec![voice], ..Earlier::default() }
    }

    fn worker() -> SaidBy {
        SaidBy::Unnamed("a worker who asked not to be named".to_owned())
    }

    #[test]
    fn what_only_the_unnamed_had_told_is_found() {
        assert_eq!(
            fires_after(&RULE, ARTICLE, &after(&plain(), false, &[worker(), worker()])),
            "nobody is given for this; in the Courier (#1) it was “a worker who asked not to be named” who said “the relief \
             valve in hall two had been wired shut since May”"
        );
    }

    #[test]
    fn what_somebody_else_had_told_by_then_is_not() {
        for other in [SaidBy::Writer, SaidBy::Other] {
            is_silent_after(&RULE, &plain(), &after(&plain(), false, &[worker(), other.clone()]));
            is_silent_after(&RULE, &plain(), &after(&plain(), false, &[other]));
        }
    }

    #[test]
    fn what_the_article_attributes_is_not() {
        is_silent_after(&RULE, &plain(), &after(&plain(), true, &[worker()]));
        let beside = plain().replace("since May.", "since May. A worker said that everybody knew it.");
        is_silent_after(&RULE, &beside, &after(&beside, false, &[worker()]));
    }
}
