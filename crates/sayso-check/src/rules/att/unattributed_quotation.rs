//! A whole sentence stands in quotation marks, and nothing says whose it is.
//!
//! ## What it does
//!
//! Finds quotations that are a sentence of their own, for which no speaker was found in their sentence or from those around.
//!
//! ## Why it matters
//!
//! Words in quotation marks are somebody’s. If the reader isn’t told whose, the marks prove nothing.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Statement of News Values”: a quotation has a speaker. Wikipedia, “Manual of
//! Style”: a full-sentence quotation has an author in the text.
//!
//! ## Example
//!
//! ```text
//! The hall was full by seven.
//!
//! “Nobody here has slept for three days.”
//!
//! The vote was put off until Monday.
//! ```
//!
//! ## Better
//!
//! ```text
//! The hall was full by seven.
//!
//! “Nobody here has slept for three days,” said Ines Tarn, a baker.
//!
//! The vote was put off until Monday.
//! ```
//!
//! ## When not to use
//!
//! Where pull quotes or mottos stand among the paragraphs of the text.

use sayso_article::Part;
use sayso_text::quotes::Quotation;

use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ATT007",
    name: "unattributed-quotation",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("unattributed_quotation.rs"),
    check,
};

/// Fewer words are an exclamation, a title, a sign on a door.
const FEWEST_WORDS: usize = 5;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    // The paragraphs of one speech have one speaker.
    let mut told = None;
    for quotation in desk.quotes.outermost() {
        if !stands_alone(desk, quotation) || told.replace(quotation.speech) == Some(quotation.speech) {
            continue;
        }
        let mut paragraphs = desk.quotes.speech(quotation.speech);
        if paragraphs.any(|q| has_speaker(desk, q)) || is_led_up_to(desk, quotation) {
            continue;
        }
        let called = crate::words::short(desk.text, quotation.inner());
        found.add(
            quotation.span,
            format!("nobody is named for “{called}”: who says it?"),
            "Name the speaker, or take the marks away if it is nobody’s",
        );
    }
}

/// Whether a quotation is a sentence or more, with nothing beside it.
fn stands_alone(desk: &Desk<'_>, quotation: &Quotation) -> bool {
    let inner = quotation.inner();
    let text = inner.of(desk.text).trim();
    let begins = text.starts_with(char::is_uppercase) && text.ends_with(['.', '?', '!']);
    if !begins || quotation.close.is_none() || desk.part_at(quotation.span.start) != Part::Body {
        return false;
    }
    let lines = desk.sentences_in(quotation.span);
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return false };
    first.sentence.whole.start == quotation.span.start
        && last.sentence.whole.end == quotation.span.end
        && first.sentence.lower.iter().filter(|word| word.starts_with(char::is_alphanumeric)).count() >= FEWEST_WORDS
}

fn has_speaker(desk: &Desk<'_>, quotation: &Quotation) -> bool {
    desk.touching(quotation.span).any(|a| a.source_id.is_some() || !a.source.is_empty())
}

/// “The sign read:”, and a sentence before that tells of somebody's words.
fn is_led_up_to(desk: &Desk<'_>, quotation: &Quotation) -> bool {
    let before = desk.sentence_before(quotation.span.start);
    before.is_some_and(|before| {
        let span = before.sentence.whole;
        before.part == Part::Body
            && (span.of(desk.text).ends_with([':', '—', ',']) || desk.touching(span).next().is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_sentence_in_marks_needs_a_speaker() {
        fires(
            &RULE,
            "The ferry was an hour late on Monday.\n\n⟦“It was like a wall of water coming down.”⟧\n\nThe coastguard closed the harbour.",
        );
        fires(
            &RULE,
            "The shop on Quay Street closed in May. ⟦“We never sold a single boot after Christmas.”⟧ The windows are boarded up.",
        );
    }

    #[test]
    fn what_has_a_speaker_or_is_no_sentence_is_none() {
        is_silent(
            &RULE,
            &[
                "“It was like a wall of water coming down,” said Corin Vale, a deckhand. “Nobody had told us that it would come.”",
                "The sign on the door reads: “We are closed until further notice to all.”",
                "Corin Vale, a deckhand, shook his head and said it was bad.\n\n“Nobody had told us that it would come.”",
                "“It was like a wall,” said Corin Vale, a deckhand.\n\n“Nobody had told us that it would come.”",
                "She sang “Home.” The hall was full.",
                "The harbour has a new ferry, the “Alda of Dorrin”, since May.",
            ],
        );
    }
}
