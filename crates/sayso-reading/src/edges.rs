//! The edges of an attribution's parts, where the article's own layout says them better than the tagger.
//!
//! The tagger sees words, not pairs of marks. Where most of a quotation is content, all of it is, marks included; and
//! a mark that a content begins or ends beside belongs to it. A dateline belongs to no source, and the conjunction that
//! leads to the next cue to no content.

use std::ops::Range;

use sayso_article::{Part, PartSpan};
use sayso_text::Span;
use sayso_text::quotes::Quotes;

use crate::decode::Draft;
use crate::ranges::{span_of, words_in};
use crate::sources::is_no_person;

/// A quotation of which at least this share of words is one content is that content's, whole.
const MOST: f32 = 0.5;
/// Nor is one told apart whose first words, so many of them, are one content, and whose others are nobody's.
const OPENING: usize = 5;

/// Grows contents to whole quotations, as far as no other attribution holds the words.
pub(crate) fn whole_quotations(drafts: &mut [Draft], words: &[Span], quotes: &Quotes) {
    let mut taken = vec![false; words.len()];
    for draft in &*drafts {
        for range in draft.ranges() {
            taken[range.clone()].fill(true);
        }
    }
    for draft in drafts {
        for i in 0..draft.content.len() {
            let content = draft.content[i].clone();
            let mut grown = content.clone();
            for quotation in quotes.overlapping(span_of(words, &content)) {
                let whole = words_in(words, quotation.span);
                let shared = overlap(&whole, &content);
                // A long paragraph is read in two windows; the second sees neither mark nor cue.
                let opens =
                    content.start <= whole.start && shared >= OPENING && !(content.end..whole.end).any(|w| taken[w]);
                if shared as f32 >= MOST * whole.len() as f32 || opens {
                    grown = grown.start.min(whole.start)..grown.end.max(whole.end);
                }
            }
            while grown.start < content.start && (grown.start..content.start).any(|w| taken[w]) {
                grown.start += 1;
            }
            while grown.end > content.end && (content.end..grown.end).any(|w| taken[w]) {
                grown.end -= 1;
            }
            taken[grown.clone()].fill(true);
            draft.content[i] = grown;
        }
    }
}

/// Takes what stands in a dateline from the parts that reach beyond it ("HARWICK, May 3 — *Esk Water* said").
pub(crate) fn after_datelines(drafts: &mut [Draft], words: &[Span], parts: &[PartSpan]) {
    for range in drafts.iter_mut().flat_map(Draft::ranges_mut) {
        let first = words[range.start].start;
        let part = &parts[parts.partition_point(|p| p.span.end <= first)];
        let after = words.partition_point(|w| w.start < part.span.end);
        if part.part == Part::Dateline && after < range.end {
            range.start = after;
        }
    }
}

/// What says when, and not who: "Esk Water *today* announced".
const WHEN: &[&str] = &[
    "today",
    "yesterday",
    "tonight",
    "also",
    "now",
    "later",
    "meanwhile",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Takes what says when a source spoke from its end.
pub(crate) fn without_days(drafts: &mut [Draft], text: &str, words: &[Span]) {
    for draft in drafts {
        for source in &mut draft.source {
            let is_last = |at: usize| draft.cue.iter().any(|cue| cue.start == at + 1);
            if source.len() > 1 && is_last(source.end - 1) && WHEN.contains(&words[source.end - 1].of(text)) {
                source.end -= 1;
            }
        }
    }
}

/// An apposition that leads its sentence ends with its comma, as PolNeAR has it: "Orla Finch, the engineer*,* said".
pub(crate) fn whole_appositions(drafts: &mut [Draft], text: &str, words: &[Span]) {
    let is_comma = |at: usize| words.get(at).is_some_and(|word| word.of(text) == ",");
    for draft in drafts {
        let link: Vec<usize> = draft.cue.iter().map(|cue| cue.start).collect();
        for source in &mut draft.source {
            let has_apposition = (source.start + 1..source.end - 1).any(is_comma);
            let leads = draft.content.iter().all(|piece| piece.start > source.start);
            if leads && has_apposition && is_comma(source.end) && link.contains(&(source.end + 1)) {
                source.end += 1;
            }
        }
    }
}

/// Titles cut short that a stop follows and then a name.
const SHORT: &[&str] =
    &["dr", "rev", "prof", "col", "gen", "capt", "sgt", "lt", "gov", "sen", "rep", "mr", "mrs", "ms", "hon", "fr"];

/// Whether a stop behind a word ends no sentence: "Gen. Idris Kallow".
pub(crate) fn is_short_title(word: &str) -> bool {
    SHORT.contains(&word.to_lowercase().as_str())
}

/// A source that ends behind a short title takes the name that follows: "said Rev. | Dr. Mara Olin".
pub(crate) fn with_names(drafts: &mut [Draft], text: &str, words: &[Span]) {
    let word = |at: usize| words.get(at).map_or("", |word| word.of(text));
    let is_title = |at: usize| is_short_title(word(at)) && word(at + 1) == ".";
    let is_name = |at: usize| word(at).starts_with(char::is_uppercase) && !is_title(at);
    for source in drafts.iter_mut().flat_map(|draft| &mut draft.source) {
        let stop = usize::from(word(source.end - 1) == ".");
        if source.len() <= stop || !is_title(source.end - 1 - stop) {
            continue;
        }
        let mut end = source.end + 1 - stop;
        while is_title(end) {
            end += 2;
        }
        while is_name(end) {
            end += 1;
            source.end = end;
        }
    }
}

/// A name has at most so many words.
const CALLED: usize = 6;
/// What a company is to a thing.
const ROLES_OF_BODIES: &[&str] = &[
    "builder",
    "carrier",
    "contractor",
    "insurer",
    "landlord",
    "lender",
    "maker",
    "manufacturer",
    "operator",
    "owner",
    "producer",
    "publisher",
    "retailer",
    "supplier",
];

/// "According to the company, *Deep Zinc*": a name between a comma and a mark tells which company, and is no content.
pub(crate) fn with_what_they_are_called(drafts: &mut [Draft], text: &str, words: &[Span], paragraphs: &[u32]) {
    let word = |at: usize| words.get(at).map_or("", |word| word.of(text));
    for draft in drafts {
        let follows = |source: &Range<usize>| draft.cue.iter().any(|cue| cue.end == source.start);
        let [source] = &draft.source[..] else { continue };
        let is_plain = source.clone().skip(1).all(|at| word(at).starts_with(char::is_lowercase));
        let noun = word(source.end - 1);
        let is_body = is_no_person(noun) || ROLES_OF_BODIES.contains(&noun);
        let is_body = matches!(word(source.start), "the" | "its") && is_plain && is_body;
        if !(is_body && follows(source) && word(source.end) == ",") {
            continue;
        }
        let first = source.end + 1;
        let is_name = |at: &usize| {
            paragraphs.get(*at) == Some(&paragraphs[source.start]) && word(*at).starts_with(char::is_uppercase)
        };
        let end = first + (first..first + CALLED).take_while(is_name).count();
        let is_over = matches!(word(end), "." | "," | ";" | ")") || paragraphs.get(end) != paragraphs.get(source.start);
        if end > first && is_over {
            let called = source.start..end;
            draft.content.retain(|piece| !(piece.start >= first && piece.end <= end));
            draft.source = vec![called];
        }
    }
}

/// Takes what nobody sees from the ends of all parts: a zero-width space and marks of writing direction are words of their
/// own.
pub(crate) fn without_controls(drafts: &mut [Draft], text: &str, words: &[Span]) {
    let unseen = |word: usize| words[word].of(text).chars().all(is_unseen);
    for range in drafts.iter_mut().flat_map(Draft::ranges_mut) {
        while range.len() > 1 && unseen(range.start) {
            range.start += 1;
        }
        while range.len() > 1 && unseen(range.end - 1) {
            range.end -= 1;
        }
    }
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Takes a conjunction from the end of what nobody quotes: "they had drowned *and*", said of one who "said … and added …".
pub(crate) fn without_conjunctions(drafts: &mut [Draft], text: &str, words: &[Span], quotes: &Quotes) {
    for content in drafts.iter_mut().flat_map(|d| &mut d.content) {
        let last = words[content.end - 1];
        if content.len() > 1 && matches!(last.of(text), "and" | "but" | "or") && !quotes.inside(last.start) {
            content.end -= 1;
            let is_comma = words[content.end - 1].of(text) == ",";
            content.end -= usize::from(is_comma && content.len() > 1);
        }
    }
}

/// Takes from an attribution what stands unquoted in a paragraph below its cue's, unless that one ends with a colon: a byline or
/// a date line under a deck goes on with nobody's words.
pub(crate) fn within_paragraphs(drafts: &mut [Draft], text: &str, words: &[Span], paragraphs: &[u32], quotes: &Quotes) {
    for draft in drafts {
        let Some(cue) = draft.cue.first().map(|cue| cue.start) else { continue };
        let below = |r: &Range<usize>| paragraphs[r.start] > paragraphs[cue];
        let quoted = |r: &Range<usize>| quotes.overlapping(span_of(words, r)).next().is_some();
        let strays = |r: &Range<usize>| below(r) && !quoted(r);
        if draft.content.iter().any(strays) && draft.content.iter().any(|r| !strays(r)) {
            let end = paragraphs.partition_point(|p| *p <= paragraphs[cue]);
            if words[end - 1].of(text) != ":" {
                draft.content.retain(|r| !strays(r));
            }
        }
    }
}

/// Takes the "it" from "It was reported that …": it stands for what follows.
pub(crate) fn without_expletives(drafts: &mut [Draft], text: &str, words: &[Span]) {
    for draft in drafts {
        let Some(cue) = draft.cue.first() else { continue };
        let is_it =
            |r: &Range<usize>| r.len() == 1 && r.end <= cue.start && words[r.start].of(text).eq_ignore_ascii_case("it");
        if draft.content.iter().any(|r| r.start >= cue.end) {
            draft.content.retain(|r| !is_it(r));
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
