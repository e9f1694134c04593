//! Bytes of a text and the editor's positions in it.
//!
//! An editor counts lines from 0, and on a line bytes, UTF-16 units or code points, whichever was agreed on. A position beyond a
//! line's end is the line's end, one beyond the last line the text's: an editor may be a change ahead.

use lsp_types::{Position, PositionEncodingKind, Range};
use sayso_text::Span;

/// What columns are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16,
    Utf32,
}

impl Encoding {
    /// The one to use with an editor that offers these; UTF-16, which every editor knows, if it offers none.
    pub(crate) fn agreed(offered: &[&str]) -> Self {
        let known = [("utf-8", Self::Utf8), ("utf-32", Self::Utf32)];
        let offers = |name: &str| offered.iter().any(|offered| offered.eq_ignore_ascii_case(name));
        known.into_iter().find(|(name, _)| offers(name)).map_or(Self::Utf16, |(_, encoding)| encoding)
    }

    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// How many columns a byte adds to those before it: a character's first byte those of the character.
    fn units(self, byte: u8) -> usize {
        let begins = usize::from(byte & 0xC0 != 0x80);
        match self {
            Self::Utf8 => 1,
            Self::Utf16 => begins + usize::from(byte >= 0xF0),
            Self::Utf32 => begins,
        }
    }
}

/// Where the lines of a text begin. A line ends with LF, CR LF or CR, as editors have it.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        Self { starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    /// The number of the line that a byte is on.
    fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }

    /// The first byte of the line that a byte is on.
    pub(crate) fn start(&self, byte: usize) -> usize {
        self.starts[self.line(byte)]
    }

    /// The byte at a position, at a character's edge.
    pub(crate) fn byte(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else { return text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let content = text[start..end].trim_end_matches(['\n', '\r']);
        let mut left = position.character as usize;
        for (at, c) in content.char_indices() {
            let width: usize = c.encode_utf8(&mut [0; 4]).bytes().map(|byte| encoding.units(byte)).sum();
            if left < width {
                return start + at;
            }
            left -= width;
        }
        start + content.len()
    }

    /// The bytes of a range, whichever of its ends comes first.
    pub(crate) fn span(&self, text: &str, range: Range, encoding: Encoding) -> Span {
        let (a, b) = (self.byte(text, range.start, encoding), self.byte(text, range.end, encoding));
        Span::new(a.min(b), a.max(b))
    }
}

/// The positions of a text's bytes. Asked for many, also where the whole text is one line.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    pub(crate) lines: Lines,
    pub(crate) encoding: Encoding,
    /// Units before every so many bytes; none where they are the bytes.
    before: Vec<usize>,
}

const STEP: usize = 256;

impl Places {
    pub(crate) fn of(text: &str, encoding: Encoding) -> Self {
        let mut count = 0;
        let before = text.as_bytes().chunks(STEP).map(|block| {
            let before = count;
            count += block.iter().map(|byte| encoding.units(*byte)).sum::<usize>();
            before
        });
        let before = if encoding == Encoding::Utf8 { Vec::new() } else { before.collect() };
        Self { lines: Lines::of(text), encoding, before }
    }

    pub(crate) fn position(&self, text: &str, byte: usize) -> Position {
        let byte = byte.min(text.len());
        let line = self.lines.line(byte);
        let column = self.units(text, byte) - self.units(text, self.lines.starts[line]);
        Position::new(line as u32, column as u32)
    }

    pub(crate) fn range(&self, text: &str, span: Span) -> Range {
        Range::new(self.position(text, span.start), self.position(text, span.end))
    }

    /// Units before a byte.
    fn units(&self, text: &str, byte: usize) -> usize {
        let block = byte / STEP;
        match self.before.get(block) {
            Some(before) => before + self.sum(&text.as_bytes()[block * STEP..byte]),
            // Just behind the last block, which is full.
            None if self.encoding != Encoding::Utf8 && block > 0 => {
                self.before[block - 1] + self.sum(&text.as_bytes()[(block - 1) * STEP..byte])
            }
            None => byte,
        }
    }

    fn sum(&self, bytes: &[u8]) -> usize {
        bytes.iter().map(|byte| self.encoding.units(*byte)).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn columns_are_counted_in_what_was_agreed_on() {
        let text = "a\r\nÖ𝛼“x”\rb\n";
        for (encoding, columns) in
            [(Encoding::Utf8, [2, 6, 9]), (Encoding::Utf16, [1, 3, 4]), (Encoding::Utf32, [1, 2, 3])]
        {
            let places = Places::of(text, encoding);
            for (byte, column) in [5, 9, 12].into_iter().zip(columns) {
                assert_eq!(places.position(text, byte), Position::new(1, column), "{encoding:?} {byte}");
                assert_eq!(places.lines.byte(text, Position::new(1, column), encoding), byte);
            }
            assert_eq!(places.position(text, 19), Position::new(3, 0));
        }
    }

    #[test]
    fn a_position_beyond_is_the_end() {
        let text = "a\r\n𝛼b";
        let byte = |line, character| Lines::of(text).byte(text, Position::new(line, character), Encoding::Utf16);
        for (line, character, expect) in [
            (0, 1, 1),
            (0, 2, 1),
            (0, u32::MAX, 1),
            (1, 0, 3),
            (1, 1, 3),
            (1, 2, 7),
            (1, 9, 8),
            (2, 0, 8),
            (u32::MAX, 7, 8),
        ] {
            assert_eq!(byte(line, character), expect, "{line}:{character}");
        }
    }

    #[test]
    fn the_best_that_is_offered_is_agreed_on() {
        assert_eq!(Encoding::agreed(&[]), Encoding::Utf16);
        assert_eq!(Encoding::agreed(&["utf-16"]), Encoding::Utf16);
        assert_eq!(Encoding::agreed(&["utf-16", "utf-8", "utf-32"]), Encoding::Utf8);
        assert_eq!(Encoding::agreed(&["utf-32", "utf-16"]), Encoding::Utf32);
        assert_eq!(Encoding::agreed(&["utf-9"]), Encoding::Utf16);
    }

    proptest! {
        #[test]
        fn every_character_has_a_position_of_its_own(text in "[a𝛼é\r\n ]{0,600}") {
            for encoding in ALL {
                let places = Places::of(&text, encoding);
                for (byte, c) in text.char_indices().chain([(text.len(), ' ')]) {
                    if !matches!(c, '\r' | '\n') {
                        let position = places.position(&text, byte);
                        prop_assert_eq!(places.lines.byte(&text, position, encoding), byte);
                    }
                }
            }
        }
    }
}
