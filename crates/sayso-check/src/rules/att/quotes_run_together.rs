//! Quotations of two speakers follow each other, and the second is told from the first only at its end.
//!
//! ## What it does
//!
//! Finds a quotation that begins right behind the quotation and the name of another speaker, in one paragraph, while its own
//! speaker is named after it.
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

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let across = options.yes("across-paragraphs");
    let spoken: Vec<&Quotation> = desk.quotes.outermost().filter(|q| is_spoken(desk, q)).collect();
    for pair in spoken.windows(2) {
        let [first, second] = pair else { continue };
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
            "“We are ready for the winter,” said Orla Finch, the mayor. ⟦“We have no salt at all,” said Piet Amrol, who drives a plough⟧.",
        );
        fires(
            &RULE,
            "The vote is on Monday. “It will be close,” Senator Lena Marsh said. ⟦“It will not be close at all,” Governor Tom Weld⟧ said.",
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
            ],
        );
    }
}
