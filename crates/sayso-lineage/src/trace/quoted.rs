//! What stands in quotation marks, and whether a later quotation has it as it was.
//!
//! A quotation may be cut at its edges, be interrupted, have an ellipsis for what is left out and brackets for what
//! was put in; none of these alters it. Another word inside does.

use std::ops::Range;

use sayso_reading::Kind;
use sayso_text::Span;
use similar::DiffOp;

use super::words::{house, plain_word};
use crate::record::Telling;
use crate::wording::ops;

/// A word in quotation marks.
#[derive(Clone, Debug)]
struct Word {
    /// In lower case and one spelling.
    plain: String,
    /// The piece of the quotation that it stands in.
    piece: usize,
    /// Whether something may be left out before it: a piece begins, or there is an ellipsis or a bracket.
    after_gap: bool,
}

/// The words of a telling that stand in quotation marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Quoted {
    pieces: Vec<String>,
    words: Vec<Word>,
    /// Whether something may be left out after the last word.
    ends_open: bool,
}

/// A later quotation against an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Against {
    /// The words that stood in the marks and those that stand there, where they are others.
    pub altered: Option<(String, String)>,
    /// Whether words of the earlier one are left out.
    pub is_trimmed: bool,
    /// Whether there are more words than in the earlier one.
    pub is_extended: bool,
}

/// So many words quoted are compared.
const COMPARED: usize = 400;

/// At most so many words on each side, at the edge of two quotations, are one word put for another and not another
/// sentence.
const EDGE: usize = 3;

impl Quoted {
    pub(super) fn of(telling: &Telling) -> Self {
        let text = telling.words.as_str();
        let whole = Span::new(0, text.len());
        let quotes = sayso_text::quotes::read(text, &[whole]);
        let mut pieces: Vec<Span> = quotes.outermost().map(sayso_text::quotes::Quotation::inner).collect();
        let is_direct = telling.statement.as_ref().is_some_and(|statement| statement.kind == Kind::Direct);
        if pieces.is_empty() && is_direct {
            pieces.push(whole);
        }
        let mut out = Self::default();
        for piece in pieces {
            out.add(piece.of(text));
        }
        out
    }

    /// The words that a source is quoted with; none in the writer's voice, where marks may mean anything.
    pub(super) fn of_source(telling: &Telling) -> Self {
        let is_quoted = telling.statement.as_ref().is_some_and(|statement| statement.kind != Kind::Indirect);
        if is_quoted { Self::of(telling) } else { Self::default() }
    }

    fn add(&mut self, piece: &str) {
        let mut after_gap = true;
        let mut brackets = 0_usize;
        let mut stops = 0;
        for span in sayso_text::words(piece) {
            let word = span.of(piece);
            stops = if word == "." { stops + 1 } else { 0 };
            match word {
                "[" => brackets += 1,
                "]" => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            after_gap |= brackets > 0 || word == "…" || stops > 1;
            let Some(plain) = plain_word(word).filter(|_| brackets == 0 && self.words.len() < COMPARED) else {
                continue;
            };
            self.words.push(Word { plain: house(&plain), piece: self.pieces.len(), after_gap });
            after_gap = false;
        }
        self.ends_open = after_gap;
        self.pieces.push(piece.trim().trim_end_matches(',').to_owned());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The words, in runs with nothing left out, each between spaces.
    pub(super) fn runs(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for word in &self.words {
            match out.last_mut().filter(|_| !word.after_gap) {
                Some(run) => {
                    run.push_str(&word.plain);
                    run.push(' ');
                }
                None => out.push(format!(" {} ", word.plain)),
            }
        }
        out
    }

    /// All words, as one text that [`Quoted::runs`] of another can be sought in.
    pub(super) fn joined(&self) -> String {
        self.words.iter().fold(" ".to_owned(), |text, word| text + &word.plain + " ")
    }

    /// What a later quotation is to this one; none where they are not of the same words.
    pub(super) fn against(&self, later: &Self) -> Option<Against> {
        let keys = |of: &Self| of.words.iter().map(|word| word.plain.clone()).collect::<Vec<_>>();
        let steps = ops(&keys(self), &keys(later));
        let is_equal = |op: &DiffOp| matches!(op, DiffOp::Equal { len, .. } if *len > 0);
        let shared: usize = steps.iter().filter(|op| is_equal(op)).map(|op| op.new_range().len()).sum();
        let least = self.len().min(later.len());
        if shared < least.min(3) || shared * 2 < least || shared == 0 {
            return None;
        }
        let first = steps.iter().position(is_equal)?;
        let last = steps.iter().rposition(is_equal)?;
        let mut out = Against::default();
        for (at, op) in steps.iter().enumerate().filter(|(_, op)| !is_equal(op)) {
            let is_edge = at < first || at > last;
            let (_, was, is) = op.as_tag_tuple();
            if self.is_alteration(later, op, is_edge) {
                out.altered.get_or_insert_with(|| (self.around(was.start), later.around(is.start)));
            } else {
                // One word for one at the edge is as long as before, and one word for a bracket is no cut.
                let least = usize::from(!is_edge || !was.is_empty() && !is.is_empty());
                out.is_trimmed |= was.len() > least;
                out.is_extended |= is.len() > least;
            }
        }
        Some(out)
    }

    /// Whether a step puts other words into the marks, and does not leave out or add where that may be done.
    fn is_alteration(&self, later: &Self, op: &DiffOp, is_edge: bool) -> bool {
        let (_, was, is) = op.as_tag_tuple();
        let is_one_for_another = !was.is_empty() && was.len() <= EDGE && is.len() <= EDGE;
        if is_edge {
            let begins = self.begins_piece(was.start) || later.begins_piece(is.start);
            return is_one_for_another && !is.is_empty() && !begins;
        }
        let has_gap = |of: &Self, range: &Range<usize>| of.is_open(range.start) || of.is_open(range.end);
        // As many words as before, and few: one is put for another, even where a piece begins.
        !(has_gap(later, &is) || has_gap(self, &was) && !is.is_empty()) || is_one_for_another && was.len() == is.len()
    }

    /// Whether something may be left out before a word.
    fn is_open(&self, at: usize) -> bool {
        self.words.get(at).map_or(self.ends_open, |word| word.after_gap)
    }

    /// Whether a piece, not the first, begins with a word.
    fn begins_piece(&self, at: usize) -> bool {
        at > 0 && self.words.get(at).is_none_or(|word| word.after_gap)
    }

    /// The piece of the quotation that a word stands in.
    fn around(&self, at: usize) -> String {
        let piece = self.words.get(at).or(self.words.last()).map_or(0, |word| word.piece);
        self.pieces.get(piece).cloned().unwrap_or_default()
    }
}

/// Whether one quotation has all the words of another, run by run.
pub(super) fn holds(joined: &str, runs: &[String]) -> bool {
    runs.iter().all(|run| joined.contains(run.as_str()))
}

/// The place of the quotation that is the fullest form: the one that holds most of the others, then the longest, then
/// the first.
pub(super) fn fullest(quoted: &[Quoted]) -> Option<usize> {
    let joined: Vec<String> = quoted.iter().map(Quoted::joined).collect();
    let runs: Vec<Vec<String>> = quoted.iter().map(Quoted::runs).collect();
    let mut distinct: Vec<usize> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for at in 0..quoted.len() {
        if !quoted[at].is_empty() && seen.insert(&joined[at]) {
            distinct.push(at);
        }
    }
    distinct.sort_by_key(|&at| (std::cmp::Reverse(quoted[at].len()), at));
    // Whatever holds the others is among the longest, and those asked for are bounded.
    let held = |at: usize| distinct.iter().take(400).filter(|&&other| holds(&joined[at], &runs[other])).count();
    let best = distinct
        .iter()
        .take(40)
        .map(|&at| (std::cmp::Reverse(held(at)), std::cmp::Reverse(quoted[at].len()), at))
        .min();
    best.map(|(_, _, at)| at)
}
