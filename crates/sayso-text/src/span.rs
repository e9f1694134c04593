use std::fmt;

/// A piece of a text: byte offsets, end exclusive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards: {start}..{end}");
        Self { start, end }
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span without white space at its ends.
    pub fn trim(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Span { start, end: (start + inner.trim().len()).max(start) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Converts byte offsets of one text to code points and back.
///
/// Keeps the code-point count at every 256th byte, so a conversion looks at no more than 256 bytes.
pub struct CodePoints<'t> {
    text: &'t str,
    before: Vec<usize>,
}

const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    /// The map of a text.
    pub fn of(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(STEP) {
            before.push(count);
            count += block.iter().filter(|b| starts_char(**b)).count();
        }
        before.push(count);
        Self { text, before }
    }

    /// Code points before the byte `at`.
    pub fn at(&self, at: usize) -> usize {
        let block = at / STEP;
        let start = block * STEP;
        self.before[block] + self.text.as_bytes()[start..at].iter().filter(|b| starts_char(**b)).count()
    }

    /// A span in code points: `[start, end]`, end exclusive.
    pub fn span(&self, span: Span) -> [usize; 2] {
        [self.at(span.start), self.at(span.end)]
    }

    /// The byte at which code point `at` begins (the text's length for the one after the last or any beyond it).
    pub fn byte(&self, at: usize) -> usize {
        let block = self.before.partition_point(|&n| n <= at).saturating_sub(1);
        let mut left = at.saturating_sub(self.before[block]);
        let start = (block * STEP).min(self.text.len());
        for (i, b) in self.text.as_bytes()[start..].iter().enumerate() {
            if starts_char(*b) {
                if left == 0 {
                    return start + i;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn code_points_and_bytes_agree_at_every_character() {
        for text in [String::new(), "a“b”–é𝛼\u{301}".repeat(200), "x".repeat(256), "é".repeat(128)] {
            let map = CodePoints::of(&text);
            let mut count = 0;
            for (byte, _) in text.char_indices() {
                assert_eq!(map.at(byte), count);
                assert_eq!(map.byte(count), byte);
                count += 1;
            }
            assert_eq!(map.at(text.len()), count);
            assert_eq!(map.byte(count), text.len());
            assert_eq!(map.byte(count + 9), text.len());
        }
    }

    #[test]
    fn trim_leaves_an_all_white_span_empty() {
        assert_eq!(Span::new(1, 4).trim("a   b"), Span::new(4, 4));
        assert_eq!(Span::new(0, 5).trim(" a b "), Span::new(1, 4));
    }
    #[test]
    fn an_empty_span_shares_no_byte() {
        assert!(!Span::new(3, 3).overlaps(Span::new(1, 5)));
        assert!(!Span::new(1, 5).overlaps(Span::new(3, 3)));
        assert!(Span::new(1, 5).contains(Span::new(3, 3)));
    }

    proptest! {
        #[test]
        fn code_points_of_any_text_convert_and_return(text in "(?s).{0,700}") {
            let map = CodePoints::of(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(map.at(byte), count);
                prop_assert_eq!(map.byte(count), byte);
            }
            prop_assert_eq!(map.span(Span::new(0, text.len())), [0, text.chars().count()]);
        }

        #[test]
        fn two_spans_compare_as_their_bytes_do(a in 0usize..9, m in 0usize..9, b in 0usize..9, n in 0usize..9) {
            let (one, two) = (Span::new(a, a + m), Span::new(b, b + n));
            prop_assert_eq!(one.overlaps(two), (a..a + m).any(|byte| (b..b + n).contains(&byte)));
            prop_assert!(one.cover(two).contains(one) && one.cover(two).contains(two));
            if !two.is_empty() {
                prop_assert_eq!(one.contains(two), (b..b + n).all(|byte| (a..a + m).contains(&byte)));
            }
        }

        #[test]
        fn trim_takes_white_space_only(text in "(?s)[ \n\u{A0}]{0,4}.{0,8}[ \n\u{3000}]{0,4}") {
            let inner = Span::new(0, text.len()).trim(&text);
            prop_assert_eq!(inner.of(&text), text.trim());
        }
    }
}
