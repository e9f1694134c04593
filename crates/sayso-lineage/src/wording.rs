//! How the wording of two contents differs, word by word.
//!
//! A reader who checks a quotation looks for other words, not for other commas: marks, case, accents and spelling ("labour",
//! "twelve") depend on where a content stands and on the house that prints it, and so are no difference.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::words::{self, Word};

/// A piece of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both.
    Same(String),
    /// Stood in the earlier one only.
    Gone(String),
    /// Stands in the later one only.
    New(String),
}

/// Words of a text that are compared one by one; the rest of a longer one is compared as a whole. Comparing takes time
/// as the product of the words and of those that differ.
const LONGEST: usize = 1_000;

/// The earlier words against the later ones. What is the same is given as it stands later; marks go with the word before
/// them.
///
/// The texts of `Same` and `Gone`, joined by spaces, are the earlier words again, those of `Same` and `New` the later
/// ones, up to what makes no difference.
pub fn pieces(earlier: &str, later: &str) -> Vec<Piece> {
    Wording::of(earlier, later).pieces()
}

/// Which words of two texts are the same.
pub(crate) struct Wording<'a> {
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
    pub(crate) was: Vec<Word>,
    pub(crate) is: Vec<Word>,
    pub(crate) runs: Vec<Run>,
}

/// A run of words that stand in both, or in one where the other has others or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) is_same: bool,
    pub(crate) was: Range<usize>,
    pub(crate) is: Range<usize>,
}

impl<'a> Wording<'a> {
    pub(crate) fn of(before: &'a str, after: &'a str) -> Self {
        let (was, is) = (words::of(before), words::of(after));
        let plain = |words: &'_ [Word]| words.iter().map(|word| word.plain.clone()).collect::<Vec<_>>();
        let runs = runs(&plain(&was), &plain(&is));
        Self { before, after, was, is, runs }
    }

    /// The runs that differ, in the order of both texts.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(|run| !run.is_same)
    }

    /// Words of the earlier text as they stand.
    pub(crate) fn was_told(&self, words: Range<usize>) -> &'a str {
        told(self.before, &self.was[words])
    }

    /// Words of the later text as they stand.
    pub(crate) fn is_told(&self, words: Range<usize>) -> &'a str {
        told(self.after, &self.is[words])
    }

    /// The two texts in pieces; what is the same stands as in the later one.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        let gone = |run: &Run| Piece::Gone(stretch(self.before, &self.was, &run.was));
        let new = |run: &Run| Piece::New(stretch(self.after, &self.is, &run.is));
        let of = |run: &Run| {
            if run.is_same {
                return [Some(Piece::Same(stretch(self.after, &self.is, &run.is))), None];
            }
            [(!run.was.is_empty()).then(|| gone(run)), (!run.is.is_empty()).then(|| new(run))]
        };
        self.runs.iter().flat_map(of).flatten().collect()
    }
}

/// Words from the first to the last.
fn told<'a>(text: &'a str, words: &[Word]) -> &'a str {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return "" };
    &text[first.span.start..last.span.end]
}

/// The same with the marks before the first word of all and behind the last of the run.
fn stretch(text: &str, words: &[Word], run: &Range<usize>) -> String {
    let from = if run.start == 0 { 0 } else { words[run.start].span.start };
    let to = words.get(run.end).map_or(text.len(), |next| next.span.start);
    text[from..to].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Two lists of words in runs.
pub(crate) fn runs(was: &[String], is: &[String]) -> Vec<Run> {
    let (was_end, is_end) = (was.len().min(LONGEST), is.len().min(LONGEST));
    let mut runs: Vec<Run> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &was[..was_end], &is[..is_end]) {
        let is_same = matches!(op, DiffOp::Equal { .. });
        push(&mut runs, Run { is_same, was: op.old_range(), is: op.new_range() });
    }
    if was_end < was.len() || is_end < is.len() {
        let is_same = was[was_end..] == is[is_end..];
        push(&mut runs, Run { is_same, was: was_end..was.len(), is: is_end..is.len() });
    }
    runs
}

/// Adds a run; two that differ side by side are one.
fn push(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        Some(last) if last.is_same == run.is_same => {
            last.was.end = run.was.end;
            last.is.end = run.is.end;
        }
        _ => runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces in short: `=same`, `-gone`, `+new`, parted by `|`.
    fn check(earlier: &str, later: &str, expect: &str) {
        let shown: Vec<String> = pieces(earlier, later)
            .into_iter()
            .map(|piece| match piece {
                Piece::Same(words) => format!("={words}"),
                Piece::Gone(words) => format!("-{words}"),
                Piece::New(words) => format!("+{words}"),
            })
            .collect();
        assert_eq!(shown.join("|"), expect, "{earlier} / {later}");
    }

    #[test]
    fn runs_of_words_are_one_piece() {
        check("", "", "");
        check("the weir gave way", "the weir gave way", "=the weir gave way");
        check("the old weir gave way", "the weir slowly gave way", "=the|-old|=weir|+slowly|=gave way");
        check("two gates were shut", "nobody came", "-two gates were shut|+nobody came");
        check("", "the weir", "+the weir");
    }

    #[test]
    fn marks_case_and_spacing_at_edges_are_no_change() {
        check("“The weir gave way,”", "the weir gave  way", "=the weir gave way");
        check("it was 'a wet wall'", "it was a wet wall.", "=it was a wet wall.");
        check("the wardens’ hut", "the wardens' hut", "=the wardens' hut");
    }

    #[test]
    fn other_words_inside_a_quotation_are_a_change() {
        check("“we watched both”", "“we watched it”", "=“we watched|-both”|+it”");
        check("at least 9 hurt", "9 hurt", "-at least|=9 hurt");
    }

    #[test]
    fn long_texts_are_compared_in_bounded_time() {
        let long = |seed: usize| (0..30_000).map(|n| format!("w{}", n * seed % 7_919)).collect::<Vec<_>>().join(" ");
        let (one, other) = (long(3), long(5));
        let gone = |one, other| Wording::of(one, other).others().map(|run| run.was.len()).sum::<usize>();
        assert!(gone(&one, &other) > 20_000);
        assert_eq!(gone(&one, &one), 0);
    }

    proptest! {
        #[test]
        fn pieces_give_back_both_texts(one in "([abAB9“”,.…]{1,3} ){0,12}", other in "([abAB9“”,.…]{1,3} ){0,12}") {
            let mut texts = [Vec::new(), Vec::new()];
            for piece in pieces(&one, &other) {
                match piece {
                    Piece::Same(words) => { texts[0].push(words.clone()); texts[1].push(words); }
                    Piece::Gone(words) => texts[0].push(words),
                    Piece::New(words) => texts[1].push(words),
                }
            }
            prop_assert_eq!(words::plain(&texts[0].join(" ")), words::plain(&one));
            prop_assert_eq!(words::plain(&texts[1].join(" ")), words::plain(&other));
        }
    }
}
