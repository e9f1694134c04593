//! The words inside quotation marks are others than in all earlier articles of the archive that have the quotation.
//!
//! ## What it does
//!
//! In an archive (`sayso check week.db`), compares each quotation of six words or more with the same speaker’s quotation in earlier
//! articles. A quotation may be cut at its ends, be broken off, have an ellipsis for what is left out, brackets for what was put in
//! and another spelling; what is left is other words. Not: a quotation that an earlier article has as it stands here, so that
//! of many articles that copy an altered one only the first is told of; other texts of the same article; what shares fewer than
//! six words, or too few of its own.
//!
//! Which of the two has the words as they were said, an archive cannot know.
//!
//! ## Why it matters
//!
//! Quotation marks promise somebody’s very words. A word that was changed on the way from one article to the next stays
//! changed in every article that follows.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: quotations are not altered, not even for grammar. Reuters, “Handbook of Journalism”: quotes
//! are sacrosanct. BBC, “Editorial Guidelines”, Accuracy.
//!
//! ## Example
//!
//! Two articles of an archive, the earlier first:
//!
//! ```text
//! Engineer warned of wall
//!
//! “The wall on Quay Street may not hold another wet winter,” Ines Tarn, an engineer, said on Monday.
//! =====
//! Wall was bound to fall
//!
//! “The wall on Quay Street will not hold another wet winter,” Ines Tarn, an engineer, said on Monday.
//! ```
//!
//! ## Better
//!
//! ```text
//! Engineer warned of wall
//!
//! “The wall on Quay Street may not hold another wet winter,” Ines Tarn, an engineer, said on Monday.
//! =====
//! Wall was bound to fall
//!
//! “The wall on Quay Street may not hold,” Ines Tarn, an engineer, said on Monday.
//! ```
//!
//! ## When not to use
//!
//! For archives of articles translated from another language, where each desk puts a quotation into words of its own.

use sayso_text::Span;

use crate::earlier::{QuotedBefore, Requoted};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "LIN001",
    name: "quotation-altered",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("quotation_altered.rs"),
    check,
};

/// Words that both quotations have in the same order at least: fewer may be two remarks.
const SHARED: usize = 6;
/// Of ten words of the shorter one, so many at least.
const SHARED_OF_TEN: usize = 7;
/// Words that are compared.
const COMPARED: usize = 200;
/// Words shown before and after what is other.
const BESIDE: usize = 3;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for quotation in &desk.earlier.quotations {
        let Some((before, [was, is])) = altered(quotation) else { continue };
        let whole = quotation.span;
        // The piece in quotation marks, where the content has more.
        let piece =
            whole.of(desk.text).find(is.as_str()).map(|at| Span::new(whole.start + at, whole.start + at + is.len()));
        let (was, is) = shown(was, is);
        found.add(
            piece.unwrap_or(whole),
            format!("“{is}” stood as “{was}” in {}, the earliest in this archive", before.place.told()),
            "Compare both with what was said; mark what is left out or put in with an ellipsis or brackets",
        );
    }
}

/// The earliest that has other words, if no earlier one has the same.
fn altered(quotation: &Requoted) -> Option<(&QuotedBefore, &[String; 2])> {
    let mut theirs = quotation.before.iter().filter(|before| before.is_same_speaker);
    let earliest = theirs.clone().next()?;
    let is_new = theirs.all(|before| before.altered.is_some());
    earliest.altered.as_ref().filter(|[was, is]| is_new && is_one_quotation(was, is)).map(|altered| (earliest, altered))
}

/// A quotation's words as they are compared.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).take(COMPARED).collect()
}

/// Whether enough words stand in both, in one order.
fn is_one_quotation(was: &str, is: &str) -> bool {
    let (was, is) = (words(was), words(is));
    let mut row = vec![0_usize; is.len() + 1];
    for one in &was {
        let mut before = 0;
        for (at, other) in is.iter().enumerate() {
            let here = if one == other { before + 1 } else { row[at + 1].max(row[at]) };
            before = std::mem::replace(&mut row[at + 1], here);
        }
    }
    let shared = row.last().copied().unwrap_or(0);
    shared >= SHARED && shared * 10 >= was.len().min(is.len()) * SHARED_OF_TEN
}

/// Both, from shortly before the first other word to shortly after the last.
fn shown(was: &str, is: &str) -> (String, String) {
    let tokens = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let same = |(one, other): &(&String, &String)| words(one) == words(other);
    let (a, b) = (tokens(was), tokens(is));
    let head = a.iter().zip(&b).take_while(same).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(same).count();
    let cut = |tokens: &[String]| {
        let (from, to) = (head.saturating_sub(BESIDE), (tokens.len() - tail + BESIDE).min(tokens.len()));
        let piece = tokens[from..to].join(" ");
        crate::words::short(&piece, Span::new(0, piece.len())).trim_matches(['“', '”', '"', ',']).to_owned()
    };
    (cut(&a), cut(&b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::earlier::{Earlier, Place};
    use crate::testing::{fires_after, is_silent_after};

    const ARTICLE: &str = "Wall fell\n\n“⟦The wall on Quay Street will not hold another wet winter⟧,” Ines Tarn, an engineer, said on Monday.";

    fn plain() -> String {
        ARTICLE.replace(['⟦', '⟧'], "")
    }

    /// The quotation of the article after earlier ones: as each stood, and whether it was the same speaker's.
    fn after(before: &[(&str, bool)]) -> Earlier {
        let is = "The wall on Quay Street will not hold another wet winter";
        let at = plain().find(is).unwrap();
        let place =
            |article| Place { article, outlet: Some("the Courier".to_owned()), day: Some("2026-11-24".to_owned()) };
        let before = before.iter().zip(1..).map(|((was, is_same_speaker), article)| QuotedBefore {
            place: place(article),
            altered: (*was != is).then(|| [(*was).to_owned(), is.to_owned()]),
            is_same_speaker: *is_same_speaker,
        });
        let quotation = Requoted { span: Span::new(at, at + is.len()), before: before.collect() };
        Earlier { quotations: vec![quotation], ..Earlier::default() }
    }

    #[test]
    fn another_word_than_before_is_found() {
        let message =
            fires_after(&RULE, ARTICLE, &after(&[("The wall on Quay Street may not hold another wet winter", true)]));
        assert_eq!(
            message,
            "“on Quay Street will not hold another” stood as “on Quay Street may not hold another” in the Courier of \
             2026-11-24 (#1), the earliest in this archive"
        );
    }

    #[test]
    fn who_copies_what_was_altered_is_not_told_of() {
        let same = "The wall on Quay Street will not hold another wet winter";
        is_silent_after(
            &RULE,
            &plain(),
            &after(&[("The wall on Quay Street may not hold another wet winter", true), (same, true)]),
        );
        is_silent_after(&RULE, &plain(), &after(&[(same, true)]));
    }

    #[test]
    fn another_speaker_or_another_remark_is_no_alteration() {
        is_silent_after(&RULE, &plain(), &after(&[("The wall on Quay Street may not hold another wet winter", false)]));
        is_silent_after(&RULE, &plain(), &after(&[("The wall on Mill Lane will not see another dry summer", true)]));
        is_silent_after(&RULE, &plain(), &Earlier::default());
    }
}
