//! Quotations of two speakers follow each other, and the second is told from the first only at its end or not at all.
//!
//! ## What it does
//!
//! Finds a quotation that begins right behind the quotation and the name of another speaker, in one paragraph, while its own
//! speaker is named after it. Also two quotations with no word between them: whoever goes on speaking needs no new marks.
//!
//! ## Why it matters
//!
//! Until the second name comes the reader gives the words to the first speaker.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”: quotations of different speakers are not run together.
//!
//! ## Example
//!
//! ```text
//! “The wall was sound,” said Ines Tarn, an engineer. “The wall was wet for a year,” said Corin Vale, a neighbour.
//! ```
//!
//! ## Better
//!
//! ```text
//! “The wall was sound,” said Ines Tarn, an engineer. Corin Vale, a neighbour, said: “The wall was wet for a year.”
//! ```
//!
//! ## When not to use
//!
//! In columns of short voices, each with its name at the end.

use sayso_article::Part;
use sayso_reading::{Attribution, Kind};
use sayso_text::Span;
use sayso_text::quotes::Quotation;

use crate::desk::{contents_in, link};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ATT004",
    name: "quotes-run-together",
    category: Category::Style,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "across-paragraphs",
        default: Value::Yes(false),
        doc: "Whether a new paragraph is too little to tell the second speaker from the first",
    }],
    source: include_str!("quotes_run_together.rs"),
    check,
};

/// Fewer words are a title, a cry, an item of a list.
const FEWEST_WORDS: usize = 4;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let across = options.yes("across-paragraphs");
    let spoken: Vec<&Quotation> = desk.quotes.outermost().filter(|q| is_spoken(desk, q)).collect();
    for pair in spoken.windows(2) {
        let [first, second] = pair else { continue };
        if is_end_to_end(desk, first, second) {
            tell_end_to_end(desk, first, second, found);
            continue;
        }
        let (Some(one), Some(other)) = (speech(desk, first), speech(desk, second)) else { continue };
        let differ = one.source_id.is_some() && other.source_id.is_some() && one.source_id != other.source_id;
        if !differ || !follows(desk, first, second, across) {
            continue;
        }
        // Whoever is named before the second quotation tells it apart.
        let names_second = other.source.iter().chain(&other.cue).all(|span| span.start >= second.span.end);
        let names_first = link(one).end <= second.span.start;
        let (Some(speaker), true) = (other.source.first(), names_first && names_second) else { continue };
        let before = one.source.first().copied().unwrap_or_else(|| link(one));
        let called = |span| crate::words::short(desk.text, span);
        found
            .add(
                second.open.cover(*speaker),
                format!("this reads as the words of “{}” until “{}” is named", called(before), called(*speaker)),
                "Name the second speaker before his words",
            )
            .related(before, "the speaker before");
    }
}

/// Whether two whole sentences in marks stand in one paragraph with no word between them.
pub(super) fn is_end_to_end(desk: &Desk<'_>, first: &Quotation, second: &Quotation) -> bool {
    let ends = first.inner().of(desk.text).trim_end().ends_with(['.', '?', '!', '…']);
    let count = |q: &Quotation| q.inner().of(desk.text).split_whitespace().count();
    let is_long = |q: &Quotation| count(q) >= FEWEST_WORDS;
    let gap = desk.text.get(first.span.end..second.span.start).unwrap_or("-");
    ends && gap.trim().is_empty() && !gap.is_empty() && !gap.contains('\n') && is_long(first) && is_long(second)
}

/// Tells of two quotations with no word between them, and of who is named behind the second.
fn tell_end_to_end(desk: &Desk<'_>, first: &Quotation, second: &Quotation, found: &mut Found) {
    let whole = desk.sentence_at(second.span.start).map_or(second.span, |line| line.sentence.whole);
    let behind = |span: &&Span| span.start >= second.span.end && whole.contains(**span);
    let speaker = speech(desk, second).and_then(|a| a.source.iter().find(behind));
    let (called, earlier) =
        (crate::words::short(desk.text, second.inner()), crate::words::short(desk.text, first.inner()));
    found
        .add(
            speaker.map_or(second.span, |speaker| second.span.cover(*speaker)),
            format!("“{called}” follows another quotation with no word between: whose is which?"),
            "Name each speaker before his words, or make it one quotation if it is one speaker’s",
        )
        .related(first.span, format!("“{earlier}” ends here, and nobody is named"));
}

/// A whole sentence in marks, in the body.
fn is_spoken(desk: &Desk<'_>, quotation: &Quotation) -> bool {
    let inner = quotation.inner().of(desk.text);
    let begins = inner.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let ends = inner.trim_end().ends_with([',', '.', '?', '!', '…', '—']);
    quotation.close.is_some() && begins && ends && desk.part_at(quotation.span.start) == Part::Body
}

/// The direct attribution that a quotation is the content of.
fn speech<'r>(desk: &Desk<'r>, quotation: &Quotation) -> Option<&'r Attribution> {
    let inner = quotation.inner();
    let mut direct = desk.touching(inner).filter(|a| a.kind == Kind::Direct && a.within.is_none());
    direct.find(|a| !contents_in(a, inner).is_empty())
}

/// Whether the second begins the sentence right after the one of the first.
fn follows(desk: &Desk<'_>, first: &Quotation, second: &Quotation, across: bool) -> bool {
    let (Some(line), Some(before)) = (desk.sentence_at(second.span.start), desk.sentence_before(second.span.start))
    else {
        return false;
    };
    line.sentence.whole.start == second.span.start
        && before.sentence.whole.start < first.span.end
        && (across || line.paragraph == before.paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_second_speaker_who_comes_too_late_is_found() {
        fires(
            &RULE,
            "“We are ready for the winter,” said Orla Finch, the mayor. ⟦“We have no salt at all,” said Piet Amrol⟧, who drives a plough.",
        );
        fires(
            &RULE,
            "The vote is on Monday. “It will be close,” Senator Lena Marsh said. ⟦“It will not be close at all,” Governor Tom Weld⟧ said.",
        );
    }

    #[test]
    fn quotations_with_no_word_between_are_found() {
        fires(
            &RULE,
            "The meeting was loud. “There is no salt in the store.” ⟦“There is salt for three winters,” said Piet Amrol⟧.",
        );
        fires(
            &RULE,
            "Two drivers spoke in the yard.\n\n\"We were never told about the ice.\" ⟦\"You were told on Monday at six.\"⟧ The yard fell silent.",
        );
    }

    #[test]
    fn who_is_told_apart_is_not() {
        is_silent(
            &RULE,
            &[
                "“We are ready,” said Orla Finch, the mayor. Piet Amrol, who drives a plough, said: “We have no salt at all.”",
                "“We are ready,” said Orla Finch, the mayor. “We have all the salt that we need,” she said.",
                "“We are ready,” said Orla Finch, the mayor.\n\n“We have no salt at all,” said Piet Amrol, who drives a plough.",
                "“We are ready,” said Orla Finch, the mayor. Her drivers disagree. “We have no salt,” said Piet Amrol.",
                "“We are ready,” said Orla Finch, the mayor. “Nobody need worry. There is salt.”",
                "She sang “The Salt of Osk.” “Home.” “The Long Winter.” The hall was full.",
                "“We are ready for the winter,” said Orla Finch, the mayor, “and nobody need worry about the salt.” “I have seen it,” she said.",
            ],
        );
    }
}
