//! Words as they are compared, and which of them two texts share.

use sayso_text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::people::fold::fold;
use crate::trace::Change;
use crate::wording::Piece;

/// Words of a text that are compared one by one; the rest of a longer one is compared as a whole. Comparing takes time
/// as the product of the words and of those that differ.
const LONGEST: usize = 1_000;

/// A word with its place.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// As it is compared: folded, in one spelling, numbers in digits.
    pub(crate) plain: String,
    /// Where it stands.
    pub(crate) span: Span,
}

/// The words of a text that are no marks.
pub(crate) fn of(text: &str) -> Vec<Word> {
    let is_word = |span: &Span| span.of(text).starts_with(char::is_alphanumeric);
    let mut out: Vec<Word> = Vec::new();
    let mut spans = sayso_text::words(text).into_iter().peekable();
    while let Some(span) = spans.next() {
        if span.of(text) == "%" {
            out.push(Word { plain: "percent".to_owned(), span });
        }
        if !is_word(&span) {
            continue;
        }
        let mut end = span.end;
        // "9,770" and "3.5" are one word.
        if span.of(text).ends_with(|c: char| c.is_ascii_digit()) {
            loop {
                let mut ahead = spans.clone();
                let (Some(mark), Some(next)) = (ahead.next(), ahead.next()) else { break };
                let joins = matches!(mark.of(text), "," | ".") && mark.start == end && next.start == mark.end;
                if !joins || !next.of(text).starts_with(|c: char| c.is_ascii_digit()) {
                    break;
                }
                end = next.end;
                spans = ahead;
            }
        }
        let span = Span::new(span.start, end);
        let plain = spelled(&fold(span.of(text)));
        // "per cent" is "percent".
        match out.last_mut() {
            Some(last) if plain == "cent" && last.plain == "per" => {
                "percent".clone_into(&mut last.plain);
                last.span.end = span.end;
            }
            _ if plain.is_empty() => {}
            _ => out.push(Word { plain, span }),
        }
    }
    out
}

/// They alone, as they are compared.
pub(crate) fn plain(text: &str) -> Vec<String> {
    of(text).into_iter().map(|word| word.plain).collect()
}

/// Numbers that are written out below a hundred, where one word has them.
const NUMBERS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Endings that are spelled in two ways, and the one that is compared.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("gramme", "gram"),
];

/// A folded word in one spelling.
fn spelled(word: &str) -> String {
    let bare: String = word.chars().filter(|c| !matches!(c, '\'' | '’' | 'ʼ')).collect();
    if bare.starts_with(|c: char| c.is_ascii_digit()) {
        return bare.replace(',', "");
    }
    if let Some(number) = NUMBERS.iter().position(|number| *number == bare) {
        // "One" is a pronoun as often as a number.
        return if number == 1 { bare } else { number.to_string() };
    }
    if let Some(tens) = TENS.iter().position(|tens| *tens == bare) {
        return ((tens + 2) * 10).to_string();
    }
    let long = bare.chars().nth(4).is_some();
    let ending = ENDINGS.iter().find(|(end, _)| long && bare.ends_with(end));
    ending.map_or(bare.clone(), |(end, one)| format!("{}{one}", &bare[..bare.len() - end.len()]))
}

/// Which words of two texts are the same.
pub(crate) struct Difference<'a> {
    before: &'a str,
    after: &'a str,
    pub(crate) was: Vec<Word>,
    pub(crate) is: Vec<Word>,
    pub(crate) runs: Vec<Run>,
}

/// A run of words that stand in both, or in one where the other has others or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) is_same: bool,
    pub(crate) was: (usize, usize),
    pub(crate) is: (usize, usize),
}

impl<'a> Difference<'a> {
    pub(crate) fn of(before: &'a str, after: &'a str) -> Self {
        let (was, is) = (of(before), of(after));
        let runs = runs(&was, &is);
        Difference { before, after, was, is, runs }
    }

    /// How many words are in one only: gone, new.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let other = self.runs.iter().filter(|run| !run.is_same);
        other.fold((0, 0), |(gone, new), run| (gone + run.was.1 - run.was.0, new + run.is.1 - run.is.0))
    }

    /// Less or more of the same.
    pub(crate) fn amount(&self, least: usize) -> Option<Change> {
        match self.counts() {
            (gone, 0) if gone >= least && !self.is.is_empty() => Some(Change::Trimmed),
            (0, new) if new >= least && !self.was.is_empty() => Some(Change::Extended),
            _ => None,
        }
    }

    /// Words of the earlier text as they stand.
    pub(crate) fn was_told(&self, words: (usize, usize)) -> &'a str {
        told(self.before, &self.was, words)
    }

    /// Words of the later text as they stand.
    pub(crate) fn is_told(&self, words: (usize, usize)) -> &'a str {
        told(self.after, &self.is, words)
    }

    /// A run in both texts with the marks on its two sides.
    pub(crate) fn with_marks(&self, run: &Run) -> (&'a str, &'a str) {
        let side = |text: &'a str, words: &[Word], (start, end): (usize, usize)| {
            let from = start.checked_sub(1).map_or(0, |last| words[last].span.end);
            &text[from..words.get(end).map_or(text.len(), |next| next.span.start)]
        };
        (side(self.before, &self.was, run.was), side(self.after, &self.is, run.is))
    }

    /// The two texts in pieces; what is the same stands as in the later one. What stands between words goes with the
    /// word before it.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        let mut out = Vec::new();
        for run in &self.runs {
            if run.is_same {
                out.push(Piece::Same(stretch(self.after, &self.is, run.is)));
                continue;
            }
            if run.was.0 < run.was.1 {
                out.push(Piece::Gone(stretch(self.before, &self.was, run.was)));
            }
            if run.is.0 < run.is.1 {
                out.push(Piece::New(stretch(self.after, &self.is, run.is)));
            }
        }
        out
    }
}

/// The words of a run, from the first to the last.
fn told<'a>(text: &'a str, words: &[Word], (start, end): (usize, usize)) -> &'a str {
    if start == end { "" } else { &text[words[start].span.start..words[end - 1].span.end] }
}

/// The same with the marks before the first word of all and behind the last of the run.
fn stretch(text: &str, words: &[Word], (start, end): (usize, usize)) -> String {
    let from = if start == 0 { 0 } else { words[start].span.start };
    let to = words.get(end).map_or(text.len(), |next| next.span.start);
    text[from..to].trim().to_owned()
}

fn runs(was: &[Word], is: &[Word]) -> Vec<Run> {
    let plain = |words: &[Word]| -> Vec<String> { words.iter().take(LONGEST).map(|word| word.plain.clone()).collect() };
    let ops = capture_diff_slices(Algorithm::Myers, &plain(was), &plain(is));
    let mut runs: Vec<Run> = Vec::new();
    for op in ops {
        let (old, new) = (op.old_range(), op.new_range());
        let is_same = matches!(op, DiffOp::Equal { .. });
        push(&mut runs, Run { is_same, was: (old.start, old.end), is: (new.start, new.end) });
    }
    let (was_end, is_end) = (was.len().min(LONGEST), is.len().min(LONGEST));
    if was_end < was.len() || is_end < is.len() {
        let rest =
            |words: &[Word], from: usize| words[from..].iter().map(|word| word.plain.clone()).collect::<Vec<_>>();
        let is_same = rest(was, was_end) == rest(is, is_end);
        push(&mut runs, Run { is_same, was: (was_end, was.len()), is: (is_end, is.len()) });
    }
    runs
}

/// Adds a run; two that differ side by side are one.
fn push(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        Some(last) if last.is_same == run.is_same => {
            last.was.1 = run.was.1;
            last.is.1 = run.is.1;
        }
        _ => runs.push(run),
    }
}
