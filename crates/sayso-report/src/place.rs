//! Lines and columns of an article's text.
//!
//! Who reads a report counts columns in his own way: people and JSON in code points, SARIF as it says (UTF-16 here), reviewdog in
//! bytes. A column is never counted from its line's beginning, since an article may be one line of 16 MB with thousands of
//! findings; it is the difference of two counts from the text's beginning, each looked up in a table of blocks.

use sayso_text::{CodePoints, Span};

/// A place as people count: lines from 1, columns from 1 in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in code points.
    pub column: usize,
}

/// The lines of one text, found once.
pub struct Places<'t> {
    text: &'t str,
    /// Where each line begins.
    starts: Vec<usize>,
    points: CodePoints<'t>,
    /// Code points before each block's end that are two units of UTF-16.
    pairs: Vec<usize>,
}

/// Bytes of a block of `Places::pairs`.
const BLOCK: usize = 256;

impl<'t> Places<'t> {
    /// The lines of a text.
    pub fn of(text: &'t str) -> Self {
        let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|at| at + 1);
        // A return with a line feed behind it ends no line of its own.
        let ends = ends.filter(|end| !text[end - 1..].starts_with("\r\n"));
        let starts = std::iter::once(0).chain(ends).collect();
        let mut count = 0;
        let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
            count += pairs(block);
            count
        });
        let pairs = std::iter::once(0).chain(blocks).collect();
        Self { text, starts, points: CodePoints::of(text), pairs }
    }

    /// The place of a byte; the last one for what lies beyond the text.
    pub fn at(&self, byte: usize) -> Place {
        self.counted(byte, |at| self.points.at(at))
    }

    /// Where a span begins and ends.
    pub fn of_span(&self, span: Span) -> (Place, Place) {
        (self.at(span.start), self.at(span.end))
    }

    /// The place of a byte, its column in units of UTF-16.
    pub fn utf16(&self, byte: usize) -> Place {
        self.counted(byte, |at| {
            let block = at / BLOCK;
            self.points.at(at) + self.pairs[block] + pairs(&self.text.as_bytes()[block * BLOCK..at])
        })
    }

    /// The place of a byte, its column in bytes.
    pub fn bytes(&self, byte: usize) -> Place {
        self.counted(byte, |at| at)
    }

    /// A span in code points from the text's beginning.
    pub fn points(&self, span: Span) -> [usize; 2] {
        self.points.span(self.within(span))
    }

    /// A span as far as it lies in the text, at characters' edges: what tells of a place may be wrong, and a report is made all the
    /// same.
    pub fn within(&self, span: Span) -> Span {
        let start = self.text.floor_char_boundary(span.start);
        Span::new(start, self.text.ceil_char_boundary(span.end).max(start))
    }

    /// The line that a byte stands in, without its end.
    pub(crate) fn line(&self, byte: usize) -> Span {
        let place = self.line_of(byte);
        let end = self.starts.get(place + 1).map_or(self.text.len(), |next| next - 1);
        Span::new(self.starts[place], end)
    }

    fn counted(&self, byte: usize, count: impl Fn(usize) -> usize) -> Place {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.line_of(byte);
        // No editor counts a mark of byte order as a column.
        let mark = if line == 0 && self.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8().min(byte) } else { 0 };
        Place { line: line + 1, column: count(byte) - count(self.starts[line].max(mark)) + 1 }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }
}

/// Characters of four bytes, which are two units of UTF-16.
fn pairs(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte >= 0xF0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_code_points() {
        let places = Places::of("a\nÖé “x”\n");
        for (byte, line, column) in [(0, 1, 1), (1, 1, 2), (2, 2, 1), (3, 2, 1), (4, 2, 2), (15, 3, 1), (99, 3, 1)] {
            assert_eq!(places.at(byte), Place { line, column }, "{byte}");
        }
        assert_eq!(Places::of("").at(7), Place { line: 1, column: 1 });
        let places = Places::of("\u{FEFF}a\rb\r\nc");
        for (byte, line, column) in [(0, 1, 1), (3, 1, 1), (4, 1, 2), (5, 2, 1), (8, 3, 1)] {
            assert_eq!(places.at(byte), Place { line, column }, "{byte}");
        }
    }

    #[test]
    fn columns_are_counted_in_three_ways() {
        let text = format!("{}\n“𝛼” é𝛼!", "𝛼é".repeat(300));
        let places = Places::of(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let line = text[..byte].rfind('\n').map_or(0, |at| at + 1);
            let before = &text[line..byte];
            assert_eq!(places.at(byte).column, before.chars().count() + 1, "{byte}");
            assert_eq!(places.utf16(byte).column, before.encode_utf16().count() + 1, "{byte}");
            assert_eq!(places.bytes(byte).column, before.len() + 1, "{byte}");
        }
    }

    #[test]
    fn a_span_past_the_end_is_cut_to_the_text() {
        let places = Places::of("aé");
        let wild = |start, end| places.within(Span { start, end });
        assert_eq!(wild(0, 99), Span::new(0, 3));
        assert_eq!(wild(2, 2), Span::new(1, 3), "inside a character");
        assert_eq!(wild(50, 99), Span::new(3, 3));
        assert_eq!(wild(3, 1), Span::new(3, 3), "backwards");
    }
}
