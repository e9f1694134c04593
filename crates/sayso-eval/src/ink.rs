//! The characters of a text that are no white space, counted from 0, and sets of them.
//!
//! Counting only these makes a source, cue or content a short list of runs: two spans with white space between them
//! become one run, so that equal sets have equal runs, and overlap is arithmetic on run ends.

use std::ops::Range;

use sayso_text::Span;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::quoted;

/// A text's characters that are no white space.
pub(crate) struct Ink {
    /// For each byte of the text, and for its end: how many of the characters begin before it.
    before: Vec<u32>,
    marks: Vec<Mark>,
}

#[derive(Clone, Copy)]
struct Mark {
    group: GeneralCategoryGroup,
    quoted: bool,
}

/// A set of an [`Ink`]'s characters: runs in order, with a gap between any two.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Set(Vec<Range2>);

/// A run's first character and the one after its last. (`Range` has no order.)
type Range2 = (u32, u32);

/// White space as the gold standard's tools count it: Unicode's, and the four separators of ASCII.
pub(crate) fn is_white(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\x1c'..='\x1f')
}

/// Letters and numbers, without the marks that `char::is_alphanumeric` takes in.
pub(crate) fn is_letter_or_number(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

impl Ink {
    pub(crate) fn of(text: &str) -> Self {
        let quoted = quoted::mask(text);
        let mut before = Vec::with_capacity(text.len() + 1);
        let mut marks = Vec::new();
        for (c, quoted) in text.chars().zip(quoted) {
            before.push(marks.len() as u32);
            if !is_white(c) {
                marks.push(Mark { group: c.general_category_group(), quoted });
            }
            before.resize(before.len() + c.len_utf8() - 1, marks.len() as u32);
        }
        before.push(marks.len() as u32);
        Self { before, marks }
    }

    /// The characters of some spans; what lies outside the text is left out.
    pub(crate) fn set(&self, spans: &[Span]) -> Set {
        let last = self.before.len() - 1;
        let runs = spans.iter().map(|s| (self.before[s.start.min(last)], self.before[s.end.min(last)]));
        Set::of_runs(runs.filter(|(start, end)| start < end).collect())
    }

    /// A set without the punctuation at its outer edges; the set itself if it is nothing else.
    pub(crate) fn trimmed(&self, set: &Set) -> Set {
        let is_inner = |&at: &u32| self.marks[at as usize].group != GeneralCategoryGroup::Punctuation;
        let (Some(first), Some(last)) =
            (set.chars().find(is_inner), set.0.iter().rev().flat_map(|&(s, e)| (s..e).rev()).find(is_inner))
        else {
            return set.clone();
        };
        set.within(first..last + 1)
    }

    /// How many letters and numbers a set holds, and how many of them stand in quotation marks.
    pub(crate) fn quoted(&self, set: &Set) -> (usize, usize) {
        let is_counted = |m: &Mark| matches!(m.group, GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number);
        let counted: Vec<Mark> = set.chars().map(|at| self.marks[at as usize]).filter(is_counted).collect();
        (counted.len(), counted.iter().filter(|m| m.quoted).count())
    }
}

impl Set {
    fn of_runs(mut runs: Vec<Range2>) -> Self {
        runs.sort_unstable();
        let mut joined: Vec<Range2> = Vec::with_capacity(runs.len());
        for (start, end) in runs {
            match joined.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => joined.push((start, end)),
            }
        }
        Self(joined)
    }

    /// Every character that is in any of the sets.
    pub(crate) fn union<'s>(sets: impl Iterator<Item = &'s Set>) -> Self {
        Self::of_runs(sets.flat_map(|s| s.0.iter().copied()).collect())
    }

    fn within(&self, bounds: Range<u32>) -> Self {
        let cut = self.0.iter().map(|&(s, e)| (s.max(bounds.start), e.min(bounds.end)));
        Self(cut.filter(|(s, e)| s < e).collect())
    }

    fn chars(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|&(s, e)| s..e)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many characters it holds.
    pub(crate) fn len(&self) -> u64 {
        self.0.iter().map(|&(s, e)| u64::from(e - s)).sum()
    }

    /// Its first character, and one past its last; none of an empty set.
    pub(crate) fn bounds(&self) -> Option<Range<u32>> {
        Some(self.0.first()?.0..self.0.last()?.1)
    }

    /// How many characters the two share.
    pub(crate) fn shared(&self, other: &Self) -> u64 {
        let (mut a, mut b, mut shared) = (0, 0, 0);
        while let (Some(&(a_start, a_end)), Some(&(b_start, b_end))) = (self.0.get(a), other.0.get(b)) {
            shared += u64::from(a_end.min(b_end).saturating_sub(a_start.max(b_start)));
            if a_end <= b_end {
                a += 1;
            } else {
                b += 1;
            }
        }
        shared
    }

    /// Shared characters over all characters of the two, 0 to 1; 0 if either is empty.
    pub(crate) fn overlap(&self, other: &Self) -> f64 {
        match self.shared(other) {
            0 => 0.0,
            shared => shared as f64 / (self.len() + other.len() - shared) as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, spans: &[(usize, usize)], expect: &[Range2], trimmed: &[Range2]) {
        let ink = Ink::of(text);
        let spans: Vec<Span> = spans.iter().map(|&(s, e)| Span::new(s, e)).collect();
        let set = ink.set(&spans);
        assert_eq!(set.0, expect, "{text}");
        assert_eq!(ink.trimmed(&set).0, trimmed, "{text} trimmed");
    }

    #[test]
    fn white_space_never_matters_and_edge_punctuation_can_be_left_out() {
        check("a b", &[(0, 3)], &[(0, 2)], &[(0, 2)]);
        check("a b", &[(2, 3), (0, 1)], &[(0, 2)], &[(0, 2)]);
        check("a b", &[(0, 2)], &[(0, 1)], &[(0, 1)]);
        check("ab cd", &[(0, 1), (3, 99)], &[(0, 1), (2, 4)], &[(0, 1), (2, 4)]);
        check(" ", &[(0, 1)], &[], &[]);
        check("“Dry,” ok", &[(0, 10)], &[(0, 6)], &[(1, 4)]);
        check("“Dry,” ok", &[(3, 6), (7, 10)], &[(1, 4), (5, 6)], &[(1, 4)]);
        check("…!", &[(0, 4)], &[(0, 2)], &[(0, 2)]);
        check("$5", &[(0, 2)], &[(0, 2)], &[(0, 2)]);
    }

    #[test]
    fn overlap_is_shared_over_all() {
        let ink = Ink::of("abcdefgh");
        let set = |spans: &[(usize, usize)]| ink.set(&spans.iter().map(|&(s, e)| Span::new(s, e)).collect::<Vec<_>>());
        for (a, b, expect) in [
            (&[(0, 4)][..], &[(0, 4)][..], 1.0),
            (&[(0, 4)], &[(2, 6)], 2.0 / 6.0),
            (&[(0, 2), (4, 6)], &[(1, 5)], 2.0 / 6.0),
            (&[(0, 8)], &[(0, 1), (3, 4), (7, 8)], 3.0 / 8.0),
            (&[(0, 4)], &[(4, 8)], 0.0),
            (&[], &[], 0.0),
        ] {
            assert!((set(a).overlap(&set(b)) - expect).abs() < 1e-12, "{a:?} {b:?}");
            assert!((set(b).overlap(&set(a)) - expect).abs() < 1e-12, "{b:?} {a:?}");
        }
    }
}
