//! Sentence ends.
//!
//! Unicode's own rules end a sentence after "Sen." and before "he asked"; news is full of both. So each stop is judged
//! here by the word before it, the marks that close after it and the word that follows. No more than a few words are
//! looked at, so a text of any shape takes linear time.

mod sentence;
mod tables;
#[cfg(test)]
mod tests;

pub use sentence::{Sentence, sentences_of};
use tables::{NEVER_LAST, OFTEN_INSIDE, PARTICLES, SPEECH, STARTERS, TAKES_NUMBER, TITLES};

use crate::Span;
use crate::words::words_in;

/// The sentences of one piece of a text (a paragraph, as a rule), in text order, in the text's offsets.
///
/// None is empty or has white space at its ends, no two overlap, and whatever is not white space lies in one. Marks and
/// brackets that close after a stop belong to the sentence that the stop ends. Words that say who spoke belong to the
/// quotation before them (`“Is it true?” he asked.`). A blank line and a list's bullet end a sentence without a stop.
///
/// What is longer than any sentence (a table, a text without stops) is cut between words, so that what compares the
/// words of a sentence with each other takes linear time.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let piece = within.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut cut = |from: usize, to: usize| {
        let sentence = Span::new(within.start + from, within.start + to).trim(text);
        if !sentence.is_empty() {
            push(text, sentence, &mut found);
        }
        to
    };
    let mut at = 0;
    while let Some(c) = piece[at..].chars().next() {
        if is_stop(c) {
            let stop = Stop::at(piece, start, at);
            if stop.ends_sentence() {
                start = cut(start, stop.end);
            }
            at = stop.end;
        } else if is_line_end(c) {
            let next = skip_white(piece, at);
            if breaks(&piece[at..next], &piece[next..]) {
                start = cut(start, at);
            }
            at = next;
        } else {
            at += c.len_utf8();
        }
    }
    cut(start, piece.len());
    found
}

/// Bytes of the longest sentence. No paragraph of `PolNeAR` dev is half as long.
const LONGEST: usize = 2000;

/// Adds a sentence, or the pieces of what is longer than one.
fn push(text: &str, sentence: Span, found: &mut Vec<Span>) {
    let mut start = sentence.start;
    if sentence.len() > LONGEST {
        let mut words = Vec::new();
        words_in(text, sentence, &mut words);
        for word in words.iter().skip(1) {
            if word.end - start > LONGEST {
                found.push(Span::new(start, word.start).trim(text));
                start = word.start;
            }
        }
    }
    found.push(Span::new(start, sentence.end));
}

/// A run of stops and what closes after it, within a piece of text.
struct Stop<'t> {
    piece: &'t str,
    /// The sentence up to the run.
    sentence: &'t str,
    /// The run with the marks that close after it.
    run: &'t str,
    /// Where the run ends.
    end: usize,
    /// Where the next thing that is not white space begins.
    next: usize,
}

impl<'t> Stop<'t> {
    fn at(piece: &'t str, start: usize, at: usize) -> Self {
        let end = run_end(piece, at);
        Self { piece, sentence: &piece[start..at], run: &piece[at..end], end, next: skip_white(piece, end) }
    }

    fn ends_sentence(&self) -> bool {
        let gap = &self.piece[self.end..self.next];
        let rest = &self.piece[self.next..];
        let Some(first) = rest.chars().next() else { return true };
        if breaks(gap, rest) {
            return true;
        }
        if gap.is_empty() {
            // “So.”She: a space is missing.
            return self.run.ends_with(['”', '»']) && (first.is_uppercase() || is_opening(first));
        }
        if is_dash(first) || is_stop(first) || matches!(first, ',' | ';' | ':' | ')' | ']' | '/') {
            return false;
        }
        let inner = rest.trim_start_matches(is_opening);
        let quoted = self.run.contains(is_closing_quote);
        let word = first_word(inner);
        if word.starts_with(char::is_lowercase) {
            let opens = inner.len() < rest.len() && !quoted && !self.trails_off();
            return opens && !(self.is_full_stop() && self.belongs_inside(word, inner));
        }
        if self.run.contains(['?', '!']) {
            return !(quoted && names_speaker(rest));
        }
        if self.is_full_stop() {
            return !self.belongs_inside(word, inner);
        }
        // An ellipsis; one that stands free may be a pause.
        word != "I" || !self.sentence.ends_with(char::is_whitespace)
    }

    fn is_full_stop(&self) -> bool {
        self.run.starts_with('.') && !self.run[1..].contains(is_stop)
    }

    /// Whether it is an ellipsis, of which `. . .` is one.
    fn trails_off(&self) -> bool {
        !self.run.contains(['?', '!']) && (!self.is_full_stop() || self.sentence.ends_with(char::is_whitespace))
    }

    /// Whether the full stop belongs to the word before it and the sentence goes on.
    fn belongs_inside(&self, next: &str, rest: &str) -> bool {
        let word = last_word(self.sentence);
        let starts_anew = || is_starter(next, rest);
        let numbered = next.starts_with(char::is_numeric);
        let has_capital = word.starts_with(char::is_uppercase);
        let letters = word.chars().count();
        let is_among = |table: &[&str]| table.iter().any(|entry| entry.eq_ignore_ascii_case(word));

        if is_list_number(word) && self.sentence.trim().len() == word.len() {
            return true;
        }
        if is_among(NEVER_LAST) || (has_capital && is_among(TITLES)) {
            return true;
        }
        if is_among(TAKES_NUMBER) && numbered {
            return true;
        }
        let initial = letters == 1 && has_capital;
        (initial || is_dotted(word) || (is_among(OFTEN_INSIDE) && (has_capital || letters < 4))) && !starts_anew()
    }
}

/// Longer than any word in the tables, and than what can say who spoke; no more of a text is looked at.
const LONGEST_WORD: usize = 16;
const LONGEST_SPEAKER: usize = 120;

/// The end of a run of stops with the marks, brackets and note numbers (`[3]`) that close after it.
fn run_end(piece: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        let rest = &piece[end..];
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return end };
        if is_stop(c) || is_closing(c) {
            end += c.len_utf8();
        } else if let Some(note) = note_number(rest) {
            end += note;
        } else if c.is_whitespace() && matches!(chars.next(), Some('”' | '»')) && at_edge(chars.next()) {
            // A mark that closes with a space before it.
            end = skip_white(piece, end);
        } else {
            return end;
        }
    }
}

fn at_edge(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ')'))
}

/// The length of a note number such as `[3]` at the start of a text.
fn note_number(text: &str) -> Option<usize> {
    let digits = text.strip_prefix('[')?.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && text[digits + 1..].starts_with(']')).then_some(digits + 2)
}

/// Whether the lines on both sides of a gap are no one sentence: a blank line lies between, or a list's bullet follows.
fn breaks(gap: &str, rest: &str) -> bool {
    let lines = gap.chars().filter(|&c| is_line_end(c)).count();
    lines > 1 || gap.contains('\u{2029}') || (lines == 1 && is_bullet(rest))
}

fn is_bullet(text: &str) -> bool {
    let number = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let mark = text[number..].chars().next();
    let bullet = if number > 0 {
        matches!(mark, Some('.' | ')'))
    } else {
        mark.is_some_and(|c| matches!(c, '•' | '‣' | '◦' | '▪' | '●' | '*' | '-' | '–' | '—'))
    };
    bullet && text[number + mark.map_or(0, char::len_utf8)..].starts_with(char::is_whitespace)
}

fn is_list_number(word: &str) -> bool {
    word.len() <= 3 && !word.is_empty() && (word.bytes().all(|b| b.is_ascii_digit()) || word.len() == 1)
}

/// Single letters and pairs with stops between them: `U.S`, `a.m`, `Ph.D`, `J.R`.
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.len() < 3 && part.chars().all(char::is_alphabetic))
}

/// Whether a word that often begins a sentence begins one here; as an initial (`J. I. Moreno`) it does not.
fn is_starter(word: &str, rest: &str) -> bool {
    STARTERS.contains(&word) && !rest[word.len()..].starts_with('.')
}

/// Whether a name and a verb of speech follow: `“Is it true?” Mayor Ana Moreno asked.`
fn names_speaker(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary(LONGEST_SPEAKER)];
    let mut words = near.split_whitespace().take(6).map(|word| word.trim_end_matches([',', '.', ';', ':']));
    words.next().is_some_and(|word| word.starts_with(char::is_uppercase) && !STARTERS.contains(&word))
        && words
            .find(|word| !word.starts_with(char::is_uppercase) && !PARTICLES.contains(word))
            .is_some_and(|word| SPEECH.contains(&word))
}

fn first_word(text: &str) -> &str {
    let end = text.char_indices().take(LONGEST_WORD).find(|&(_, c)| !c.is_alphanumeric()).map(|(at, _)| at);
    &text[..end.unwrap_or_else(|| text.char_indices().nth(LONGEST_WORD).map_or(text.len(), |(at, _)| at))]
}

/// The letters, digits and inner stops that a text ends with.
fn last_word(text: &str) -> &str {
    let letters = text.chars().rev().take(LONGEST_WORD).take_while(|&c| c.is_alphanumeric() || c == '.');
    text[text.len() - letters.map(char::len_utf8).sum::<usize>()..].trim_start_matches('.')
}

fn skip_white(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{2028}' | '\u{2029}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

fn is_closing_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '›')
}

fn is_closing(c: char) -> bool {
    is_closing_quote(c) || matches!(c, ')' | ']' | '}' | '*' | '_')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '`' | '(' | '[' | '{' | '*' | '_')
}
