//! What stands in quotation marks, and whether a later quotation has it as it was.
//!
//! A quotation may be cut at its edges, be interrupted, have an ellipsis for what is left out and brackets for what
//! was put in; none of these alters it. Another word inside does.

use sayso_reading::Kind;
use sayso_text::Span;

use crate::record::Telling;
use crate::wording::{Run, runs};
use crate::words;

/// A word in quotation marks.
#[derive(Clone, Debug)]
struct Word {
    /// As it is compared.
    plain: String,
    /// The piece of the quotation that it stands in.
    piece: usize,
    /// What stands before it.
    gap: Gap,
}

/// What stands between two words in quotation marks.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    /// Whether something may be left out: a piece begins, or there is an ellipsis or a bracket.
    is_open: bool,
    /// Whether a sentence ends.
    ends_sentence: bool,
    /// How many words in brackets stand there for others.
    put_in: usize,
}

/// The words of a telling that stand in quotation marks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Quoted {
    pieces: Vec<String>,
    words: Vec<Word>,
    /// What stands after the last word.
    end: Gap,
}

/// A later quotation against an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Against {
    /// The words that stood in the marks and those that stand there, where they are others; once for each piece.
    pub altered: Vec<(String, String)>,
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
    pub(crate) fn of(telling: &Telling) -> Self {
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
    pub(crate) fn of_source(telling: &Telling) -> Self {
        let is_quoted = telling.statement.as_ref().is_some_and(|statement| statement.kind != Kind::Indirect);
        if is_quoted { Self::of(telling) } else { Self::default() }
    }

    fn add(&mut self, piece: &str) {
        let is_new = self.pieces.is_empty() || self.end.ends_sentence;
        let mut gap = Gap { is_open: true, ends_sentence: is_new, put_in: 0 };
        let (mut brackets, mut at) = (0, 0);
        for word in words::of(piece).into_iter().take(COMPARED.saturating_sub(self.words.len())) {
            gap.read(&piece[at..word.span.start], &mut brackets);
            at = word.span.end;
            if brackets > 0 {
                gap.put_in += 1;
                continue;
            }
            self.words.push(Word { plain: word.plain, piece: self.pieces.len(), gap });
            gap = Gap::default();
        }
        gap.read(&piece[at..], &mut brackets);
        self.end = gap;
        self.pieces.push(piece.trim().trim_end_matches(',').to_owned());
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many words.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The words, in runs with nothing left out, each between spaces.
    pub(crate) fn runs(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for word in &self.words {
            match out.last_mut().filter(|_| !word.gap.is_open) {
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
    pub(crate) fn joined(&self) -> String {
        self.words.iter().fold(" ".to_owned(), |text, word| text + &word.plain + " ")
    }

    /// What a later quotation is to this one; none where they are not of the same words.
    pub(crate) fn against(&self, later: &Self) -> Option<Against> {
        let keys = |of: &Self| of.words.iter().map(|word| word.plain.clone()).collect::<Vec<_>>();
        let runs = runs(&keys(self), &keys(later));
        let shared: usize = runs.iter().filter(|run| run.is_same).map(|run| run.is.len()).sum();
        let least = self.len().min(later.len());
        if shared == 0 || shared < least.min(2) || shared * 2 < least {
            return None;
        }
        let mut out = Against::default();
        for (at, run) in runs.iter().enumerate().filter(|(_, run)| !run.is_same) {
            let is_edge = at == 0 || at + 1 == runs.len();
            if self.is_alteration(later, run, is_edge) {
                let pair = (self.around(run.was.start), later.around(run.is.start));
                if !out.altered.contains(&pair) {
                    out.altered.push(pair);
                }
                continue;
            }
            // One word for one at the edge is as long as before, and what is put into brackets is no cut.
            let least = usize::from(!is_edge || !run.was.is_empty() && !run.is.is_empty());
            out.is_trimmed |= run.was.len() > least.max(later.gap(run.is.end).put_in);
            out.is_extended |= run.is.len() > least.max(self.gap(run.was.end).put_in);
        }
        Some(out)
    }

    /// Whether a run puts other words into the marks, and does not leave out or add where that may be done.
    fn is_alteration(&self, later: &Self, run: &Run, is_edge: bool) -> bool {
        let (was, is) = (&run.was, &run.is);
        let is_one_for_another = !was.is_empty() && was.len() <= EDGE && is.len() <= EDGE;
        if is_edge {
            let begins = |of: &Self, at: usize| at > 0 && of.gap(at).is_open;
            return is_one_for_another && !is.is_empty() && !begins(self, was.start) && !begins(later, is.start);
        }
        let has_gap =
            |of: &Self, range: &std::ops::Range<usize>| of.gap(range.start).is_open || of.gap(range.end).is_open;
        // Whole sentences may go.
        let is_sentences = is.is_empty() && self.gap(was.start).ends_sentence && self.gap(was.end).ends_sentence;
        let may_be = has_gap(later, is) || has_gap(self, was) && !is.is_empty() || is_sentences;
        // As many words as before, and few: one is put for another, even where a piece begins.
        !may_be || is_one_for_another && was.len() == is.len()
    }

    /// What stands before a word, or behind the last.
    fn gap(&self, at: usize) -> Gap {
        self.words.get(at).map_or(self.end, |word| word.gap)
    }

    /// The piece of the quotation that a word stands in.
    fn around(&self, at: usize) -> String {
        let piece = self.words.get(at).or(self.words.last()).map_or(0, |word| word.piece);
        self.pieces.get(piece).cloned().unwrap_or_default()
    }
}

impl Gap {
    /// Takes in the marks between two words; `brackets` counts those that are open.
    fn read(&mut self, marks: &str, brackets: &mut usize) {
        for c in marks.chars() {
            match c {
                '[' => *brackets += 1,
                ']' => *brackets = brackets.saturating_sub(1),
                _ => {}
            }
        }
        self.is_open |= marks.contains(['[', ']', '…']) || marks.matches('.').count() > 1;
        self.ends_sentence |= marks.contains(['.', '!', '?']);
    }
}

/// Whether one quotation has all the words of another, run by run.
pub(crate) fn holds(joined: &str, runs: &[String]) -> bool {
    runs.iter().all(|run| joined.contains(run.as_str()))
}

/// The place of the quotation that is the fullest form: the one that holds most of the others, then the longest, then
/// the first.
pub(crate) fn fullest(quoted: &[Quoted]) -> Option<usize> {
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
