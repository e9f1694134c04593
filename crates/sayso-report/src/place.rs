//! Lines and columns of an article's text.

use sayso_text::Span;

/// A place as people count: lines from 1, columns from 1 in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in code points.
    pub column: usize,
}

/// The lines of one text, found once.
#[derive(Debug)]
pub struct Places<'t> {
    text: &'t str,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'t> Places<'t> {
    /// The lines of a text.
    pub fn of(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The place of a byte; the last one for what lies beyond the text.
    pub fn at(&self, byte: usize) -> Place {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte) - 1;
        Place { line: line + 1, column: self.text[self.starts[line]..byte].chars().count() + 1 }
    }

    /// Where a span begins and ends.
    pub fn of_span(&self, span: Span) -> (Place, Place) {
        (self.at(span.start), self.at(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_code_points() {
        let places = Places::of("a\nÖé “x”\n");
        for (byte, line, column) in [(0, 1, 1), (1, 1, 2), (2, 2, 1), (4, 2, 2), (15, 3, 1), (99, 3, 1)] {
            assert_eq!(places.at(byte), Place { line, column }, "{byte}");
        }
    }
}
