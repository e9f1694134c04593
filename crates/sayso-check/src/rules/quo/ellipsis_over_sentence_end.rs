//! An ellipsis inside a quotation swallows the end of a sentence.
//!
//! ## What it does
//!
//! Finds an ellipsis between marks after which a new sentence begins, while the one before it has no stop. “I”, which has its capital
//! everywhere, begins one where the words before the ellipsis are a whole sentence.
//!
//! ## Why it matters
//!
//! It can’t be seen whether words of one sentence were left out, or whole sentences between two that the speaker never joined.
//!
//! ## Authority
//!
//! AP style, on the ellipsis: a whole sentence before it keeps its stop. BBC, “Editorial Guidelines”, Accuracy: what is left out
//! must not change what is meant.
//!
//! ## Example
//!
//! ```text
//! “We will rebuild the wall … The money is there,” said Ines Tarn, an engineer.
//! ```
//!
//! ## Better
//!
//! ```text
//! “We will rebuild the wall. … The money is there,” said Ines Tarn, an engineer.
//! ```
//!
//! ## When not to use
//!
//! In transcripts, where an ellipsis is a pause.

use sayso_text::Span;

use crate::desk::is_reporting;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "QUO005",
    name: "ellipsis-over-sentence-end",
    category: Category::Pedantic,
    severity: Severity::Info,
    default: false,
    options: &[],
    source: include_str!("ellipsis_over_sentence_end.rs"),
    check,
};

/// Words that have a capital at the beginning of a sentence only.
const STARTERS: &[&str] = &[
    "The",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "They",
    "Their",
    "We",
    "Our",
    "He",
    "His",
    "She",
    "Her",
    "It",
    "It's",
    "It’s",
    "Its",
    "You",
    "Your",
    "But",
    "And",
    "So",
    "If",
    "When",
    "While",
    "Then",
    "Now",
    "What",
    "Why",
    "How",
    "Who",
    "In",
    "On",
    "At",
    "For",
    "With",
    "From",
    "To",
    "As",
    "A",
    "An",
    "No",
    "Not",
    "Nobody",
    "Everybody",
    "Every",
    "All",
    "Some",
    "Many",
    "Most",
    "My",
    "We're",
    "We’re",
    "They're",
    "They’re",
    "That's",
    "That’s",
    "There's",
    "There’s",
    "You're",
    "You’re",
    "He's",
    "He’s",
    "She's",
    "She’s",
    "Because",
    "After",
    "Before",
    "Until",
    "Do",
    "Don't",
    "Don’t",
];
/// “I”, which begins a sentence or goes on with one.
const SELF: &[&str] = &["I", "I'm", "I’m", "I've", "I’ve", "I'll", "I’ll", "I'd", "I’d"];
/// Words, in lower case, that begin a whole sentence: subjects, and what may stand before one.
const SUBJECTS: &[&str] = &[
    "i",
    "i'm",
    "i’m",
    "i've",
    "i’ve",
    "i'll",
    "i’ll",
    "i'd",
    "i’d",
    "we",
    "we're",
    "we’re",
    "we've",
    "we’ve",
    "we'll",
    "we’ll",
    "you",
    "you're",
    "you’re",
    "he",
    "he's",
    "he’s",
    "she",
    "she's",
    "she’s",
    "it",
    "it's",
    "it’s",
    "they",
    "they're",
    "they’re",
    "this",
    "that",
    "that's",
    "that’s",
    "these",
    "those",
    "there",
    "there's",
    "there’s",
    "the",
    "a",
    "an",
    "my",
    "our",
    "his",
    "her",
    "their",
    "its",
    "nobody",
    "everybody",
    "everyone",
    "somebody",
    "someone",
    "all",
    "some",
    "most",
    "and",
    "but",
    "so",
    "well",
    "yes",
    "no",
];
/// Words, in lower case, with which no sentence ends: the ellipsis after one is a pause.
const LEAD_ON: &[&str] = &[
    "somebody",
    "someone",
    "people",
    "nobody",
    "everybody",
    "those",
    "one",
    "this",
    "not",
    "never",
    "I",
    "a",
    "an",
    "the",
    "to",
    "of",
    "for",
    "with",
    "from",
    "by",
    "at",
    "into",
    "and",
    "or",
    "but",
    "if",
    "when",
    "while",
    "that",
    "because",
    "until",
    "than",
    "as",
    "like",
    "had",
    "have",
    "has",
    "was",
    "is",
    "are",
    "were",
    "be",
    "been",
    "am",
    "could",
    "would",
    "should",
    "will",
    "can",
    "may",
    "might",
    "must",
    "did",
    "do",
    "does",
    "so",
    "very",
    "really",
    "just",
    "my",
    "our",
    "his",
    "her",
    "their",
    "your",
    "its",
    "which",
    "who",
    "what",
    "where",
    "how",
    "think",
    "thought",
    "know",
    "mean",
    "say",
    "said",
    "says",
    "guess",
    "suppose",
    "believe",
    "believed",
    "feel",
    "felt",
    "hope",
    "hoped",
    "wish",
    "i",
    "we",
    "he",
    "she",
    "they",
    "you",
    "well",
    "yes",
    "no",
    "maybe",
    "perhaps",
    "then",
    "now",
];
/// The words of the shortest sentence that is taken for a whole one.
const WHOLE: usize = 4;
/// Stops of an ellipsis.
const DOTS: usize = 3;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for quotation in desk.quotes.outermost().filter(|q| is_reporting(desk.part_at(q.span.start))) {
        let inner = quotation.inner();
        for ellipsis in ellipses(desk.text, inner) {
            let before = Span::new(inner.start, ellipsis.start).of(desk.text).trim_end();
            let after = Span::new(ellipsis.end, inner.end).of(desk.text).trim_start();
            let word =
                after.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'))).next().unwrap_or_default();
            let is_open = before.ends_with(|c: char| c.is_alphanumeric());
            let begins = STARTERS.contains(&word) || SELF.contains(&word) && is_whole(before, after);
            if is_open && begins {
                let last = before.split_whitespace().next_back().unwrap_or_default();
                found.add(
                    ellipsis,
                    format!("the ellipsis between “{last}” and “{word}” swallows the end of a sentence"),
                    "Keep the stop before the ellipsis, or quote the two sentences apart",
                );
            }
        }
    }
}

/// Whether what stands before an ellipsis is a whole sentence, and what follows it the beginning of another.
fn is_whole(before: &str, after: &str) -> bool {
    // No more of a long speech is looked at than a sentence has.
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    let sentence = near.rsplit(['.', '!', '?', '…', ';', ':']).next().unwrap_or_default();
    let is_in_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    let words: Vec<&str> = sentence.split(|c| !is_in_word(c)).filter(|word| !word.is_empty()).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let goes_on = after.split_whitespace().nth(1).is_some_and(|next| next.starts_with(char::is_lowercase));
    let is_subject = SUBJECTS.contains(&first.to_lowercase().as_str());
    words.len() >= WHOLE && is_subject && !LEAD_ON.contains(last) && goes_on
}

/// Bytes of the longest sentence that is looked at.
const LONGEST: usize = 400;

/// The ellipses of a piece of text: `…`, `...`, `. . .`. A run with a stop more has kept the sentence’s own and is none.
fn ellipses(text: &str, within: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut run: Option<Span> = None;
    let mut marks = 0;
    let stops = within.of(text).char_indices().filter(|(_, c)| matches!(c, '.' | '…'));
    let stops = stops.map(|(at, c)| (Span::new(within.start + at, within.start + at + c.len_utf8()), c));
    for (span, c) in stops {
        let joins = run.filter(|run| matches!(Span::new(run.end, span.start).of(text), "" | " " | "\u{a0}"));
        if joins.is_none() {
            out.extend(run.filter(|_| marks == DOTS));
            marks = 0;
        }
        marks += if c == '…' { DOTS } else { 1 };
        run = Some(joins.map_or(span, |run| run.cover(span)));
    }
    out.extend(run.filter(|_| marks == DOTS));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_sentence_without_its_end_is_found() {
        fires(&RULE, "“We will rebuild the wall ⟦…⟧ The money is there,” said Ines Tarn.");
        fires(&RULE, "\"They told us nothing⟦...⟧ We found out from the radio,\" said Corin Vale.");
        fires(&RULE, "“They moved the stop in May ⟦…⟧ I have to walk to Osk,” said Ines Tarn.");
        fires(&RULE, "“I worked that ferry for nine years⟦...⟧ I've not been paid since,” said Corin Vale.");
    }

    #[test]
    fn what_keeps_its_stop_or_its_sentence_is_right() {
        is_silent(
            &RULE,
            &[
                "“We will rebuild the wall. … The money is there,” said Ines Tarn.",
                "“We will rebuild the wall .... The money is there,” said Ines Tarn.",
                "“We will rebuild the wall … when the money is there,” said Ines Tarn.",
                "“We went to … Osk for the money,” said Ines Tarn.",
                "“If only I had … I can’t say it,” said Corin Vale.",
                "“The thing that I think … I don’t know,” said Corin Vale.",
                "“We were told that somebody … I do not know who … had the key,” said Corin Vale.",
                "“He came up to me and … I ran,” said Corin Vale.",
                "“When they moved the stop … I was in Osk,” said Ines Tarn.",
                "“Well, no … I would not say so,” said Ines Tarn.",
                "“We will rebuild the wall…. The money is there,” said Ines Tarn.",
                "“Will you rebuild it? … The money is there,” said Ines Tarn.",
                "The list goes on … The money is there, said Ines Tarn.",
            ],
        );
    }
}
