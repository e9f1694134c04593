//! Whether the words in quotation marks are the same.

use sayso_reading::Kind;

use super::words::{Difference, Run};
use crate::record::{StatementRecord, Telling};
use crate::trace::Change;

/// Quotations of one telling that are compared.
const COMPARED: usize = 40;

/// Adds each quotation whose words are others than before. Less of it, an ellipsis, words in brackets and spelling are
/// no other words.
pub(super) fn altered(
    before: &Telling,
    was: &StatementRecord,
    after: &Telling,
    is: &StatementRecord,
    out: &mut Vec<Change>,
) {
    let (was, is) = (quoted(&before.words, was.kind), quoted(&after.words, is.kind));
    for one in &was {
        let fits = is.iter().map(|other| Difference::of(one, other)).filter(|wording| shares_half(wording));
        let best = fits.max_by_key(|wording| {
            std::cmp::Reverse({
                let (gone, new) = wording.counts();
                gone + new
            })
        });
        if let Some(wording) = best
            && is_altered(one, &wording)
        {
            let (was, is) = (wording.was_told((0, wording.was.len())), wording.is_told((0, wording.is.len())));
            out.push(Change::QuotationAltered { was: was.to_owned(), is: is.to_owned() });
        }
    }
}

/// What stands in quotation marks: all of a direct content, one text where it was interrupted; of a mixed one each
/// quotation.
fn quoted(words: &str, kind: Kind) -> Vec<String> {
    match kind {
        Kind::Direct => vec![words.to_owned()],
        Kind::Indirect => Vec::new(),
        Kind::Mixed => {
            let mut out: Vec<String> = Vec::new();
            let mut open = false;
            for c in words.chars() {
                match c {
                    '“' => {
                        open = true;
                        out.push(String::new());
                    }
                    '”' => open = false,
                    '"' => {
                        open = !open;
                        if open {
                            out.push(String::new());
                        }
                    }
                    _ => {
                        if let Some(last) = out.last_mut().filter(|_| open) {
                            last.push(c);
                        }
                    }
                }
            }
            out.truncate(COMPARED);
            out
        }
    }
}

/// Whether half of the shorter one's words stand in both: else it is another quotation.
fn shares_half(wording: &Difference<'_>) -> bool {
    let (gone, _) = wording.counts();
    let shared = wording.was.len() - gone;
    let shorter = wording.was.len().min(wording.is.len());
    shared > 0 && 2 * shared >= shorter
}

fn is_altered(before: &str, wording: &Difference<'_>) -> bool {
    let last = wording.runs.len().saturating_sub(1);
    wording.runs.iter().enumerate().filter(|(_, run)| !run.is_same).any(|(at, run)| {
        let (gone, new) = (run.was.0 < run.was.1, run.is.0 < run.is.1);
        let is_end = at == 0 || at == last;
        // Cut at an end, or taken up there.
        !(is_end && !(gone && new)) && !is_marked(before, wording, run)
    })
}

/// Marks that say that words are left out or put in.
const MARKS: &[&str] = &["...", "…", ". . .", "[", "]"];

/// Marks between quotations: what stood between the two was not quoted.
const BREAKS: &[&str] = &["” “", "\" \"", "”“", "\"\""];

/// Whether the text itself says that something else stands there: an ellipsis, brackets, a quotation that was broken
/// off; or whole sentences are left out.
fn is_marked(before: &str, wording: &Difference<'_>, run: &Run) -> bool {
    let (was, is) = wording.with_marks(run);
    let has = |text: &str, marks: &[&str]| marks.iter().any(|mark| text.contains(mark));
    if has(was, MARKS) || has(is, MARKS) {
        return true;
    }
    let (gone, new) = (run.was.0 < run.was.1, run.is.0 < run.is.1);
    if gone && new {
        return false;
    }
    // The side that lacks the words may be broken off there; the other may have whole sentences.
    let lacks = if gone { is } else { was };
    has(lacks, BREAKS) || (gone && is_sentences(before, wording, run))
}

/// Whether what is gone is whole sentences.
fn is_sentences(before: &str, wording: &Difference<'_>, run: &Run) -> bool {
    let words = &wording.was;
    let gap = |at: usize| {
        let from = if at == 0 { 0 } else { words[at - 1].span.end };
        let to = words.get(at).map_or(before.len(), |word| word.span.start);
        &before[from..to]
    };
    [run.was.0, run.was.1].iter().all(|at| gap(*at).contains(['.', '!', '?']))
}
