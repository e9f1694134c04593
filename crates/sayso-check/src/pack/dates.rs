//! Whether a sentence says when. A Reading knows days only where it knows the article's own; a desk wants to see whether the
//! reader is told a day at all.

use sayso_text::Span;

use crate::words::lower;

/// Words that say a day or a part of one.
const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "tonight",
    "yesterday",
    "tomorrow",
    "overnight",
    "january",
    "february",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
];
/// Months that are other words too: they count with a number or "in" beside them.
const MONTHS: &[&str] = &["march", "april", "may", "june", "july", "mar", "apr"];
/// What may follow "last", "this".
const SPANS: &[&str] = &[
    "week",
    "weekend",
    "month",
    "year",
    "night",
    "morning",
    "afternoon",
    "evening",
    "spring",
    "summer",
    "autumn",
    "winter",
];

/// Whether words say when, those in some pieces left out.
pub(crate) fn says_when(text: &str, sentence: Span, but: &[Span]) -> bool {
    let mut start = sentence.start;
    let mut says = false;
    let mut pieces: Vec<Span> = but.iter().copied().filter(|piece| piece.overlaps(sentence)).collect();
    pieces.sort_by_key(|piece| piece.start);
    for piece in pieces {
        says = says || (piece.start > start && says_when_in(&lower(text, Span::new(start, piece.start))));
        start = start.max(piece.end);
    }
    says || (start < sentence.end && says_when_in(&lower(text, Span::new(start, sentence.end))))
}

fn says_when_in(words: &[String]) -> bool {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let before = |at: usize| at.checked_sub(1).map_or("", word);
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    (0..words.len()).any(|at| {
        let w = word(at);
        DAYS.contains(&w)
            || (MONTHS.contains(&w)
                && (is_number(word(at + 1)) || is_number(before(at)) || matches!(before(at), "in" | "since" | "by")))
            || (SPANS.contains(&w) && matches!(before(at), "last" | "this" | "next"))
            || (w.len() == 4 && is_number(w) && (w.starts_with("19") || w.starts_with("20")) && before(at) == "in")
    })
}
