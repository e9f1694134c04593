//! What is exported: an article with its text and all that was read in it.
//!
//! The records are `sayso_lineage`'s; what only an export wants (where exactly source and cue stand, in how many pieces) is beside them.

use std::sync::Arc;

use sayso_lineage::record::{ArticleRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::series::FigureReport;
use sayso_text::CodePoints;

/// An article with all that was read in it. Spans are `[start, end]` in code points of the text, end exclusive.
#[derive(Clone, Copy, Debug)]
pub struct Exported<'a> {
    /// The article.
    pub article: &'a ArticleRecord,
    /// Its text.
    pub text: &'a str,
    /// When it was last changed, as it says.
    pub modified: Option<&'a str>,
    /// Its language: `en`.
    pub language: Option<&'a str>,
    /// What read it: a version of Sayso.
    pub reader: Option<&'a str>,
    /// What its paragraphs are, in text order.
    pub parts: &'a [Part<'a>],
    /// Its sources, by number.
    pub sources: &'a [Cited],
    /// Its statements, in text order. One without [`Telling::statement`] is passed over.
    pub statements: &'a [Stated],
    /// Its figures, in text order.
    pub figures: &'a [FigureReport],
    /// The article that it nearly copies.
    pub copy: Option<Copied<'a>>,
    /// The revision before this one.
    pub revises: Option<&'a ArticleRecord>,
}

/// A paragraph and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// `headline`, `byline`, `body`, …
    pub name: &'a str,
    /// Where.
    pub span: [usize; 2],
}

/// A source and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// Who.
    pub record: Arc<SourceRecord>,
    /// Every place where it stands as a source.
    pub mentions: Vec<[usize; 2]>,
}

/// A statement and where exactly it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The statement.
    pub telling: Telling,
    /// The pieces of its content where there are several; otherwise empty, and [`Telling::span`] is all of it.
    pub pieces: Vec<[usize; 2]>,
    /// The words of its source.
    pub source_at: Vec<[usize; 2]>,
    /// The words of its cue.
    pub cue_at: Vec<[usize; 2]>,
    /// The statement (row) in whose content it lies.
    pub within: Option<i64>,
    /// The statement (row) that its stance is about.
    pub stance_of: Option<i64>,
    /// Of one in a headline: the statement (row) in the body that it rests on.
    pub rests_on: Option<i64>,
    /// By what way it was said: `interview`.
    pub channel: Option<&'static str>,
}

/// What an article nearly copies.
#[derive(Clone, Copy, Debug)]
pub struct Copied<'a> {
    /// The first such article in the archive.
    pub of: &'a ArticleRecord,
    /// The share of word triples that both have, 0 to 1.
    pub likeness: f64,
}

impl Stated {
    /// The attribution, where this is one.
    pub(crate) fn record(&self) -> Option<&StatementRecord> {
        self.telling.statement.as_ref()
    }

    /// The pieces of its content, one at least.
    pub(crate) fn content(&self) -> Vec<[usize; 2]> {
        if self.pieces.is_empty() { vec![self.telling.span] } else { self.pieces.clone() }
    }
}

impl<'a> Exported<'a> {
    /// Its attributions with their records, in text order.
    pub(crate) fn attributions(&self) -> impl Iterator<Item = (&'a Stated, &'a StatementRecord)> + use<'a> {
        self.statements.iter().filter_map(|stated| Some((stated, stated.record()?)))
    }
}

/// A text that is asked for words by code points.
pub(crate) struct Words<'a> {
    text: &'a str,
    points: CodePoints<'a>,
}

impl<'a> Words<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, points: CodePoints::of(text) }
    }

    /// A span in bytes. One that is no span of this text is empty.
    pub(crate) fn bytes(&self, [start, end]: [usize; 2]) -> [usize; 2] {
        let start = self.points.byte(start);
        [start, self.points.byte(end).max(start)]
    }

    /// The words at a span.
    pub(crate) fn at(&self, span: [usize; 2]) -> &'a str {
        let [start, end] = self.bytes(span);
        &self.text[start..end]
    }

    /// Up to `most` code points before a span, beginning with a whole word.
    pub(crate) fn before(&self, span: [usize; 2], most: usize) -> &'a str {
        let start = span[0].saturating_sub(most);
        let words = self.at([start, span[0]]);
        if start == 0 || self.at([start - 1, start]).chars().all(char::is_whitespace) {
            return words;
        }
        words.find(char::is_whitespace).map_or(words, |cut| &words[cut..])
    }

    /// Up to `most` code points after a span, ending with a whole word.
    pub(crate) fn after(&self, span: [usize; 2], most: usize) -> &'a str {
        let end = span[1].saturating_add(most);
        let words = self.at([span[1], end]);
        if self.at([end, end.saturating_add(1)]).chars().all(char::is_whitespace) {
            return words;
        }
        words.rfind(char::is_whitespace).map_or(words, |cut| &words[..cut])
    }
}

/// A share as every format gives it: three decimals, between 0 and 1.
pub(crate) fn share(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { (value.clamp(0.0, 1.0) * 1000.0).round() / 1000.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_a_span_are_whole() {
        let check = |span, most, before: &str, after: &str| {
            let words = Words::of("The harbour 𝛼 is shut, officials said.");
            assert_eq!((words.before(span, most), words.after(span, most)), (before, after), "{span:?} {most}");
        };
        check([12, 13], 32, "The harbour ", " is shut, officials said.");
        check([12, 13], 5, " ", " is");
        check([12, 13], 8, "harbour ", " is");
        check([12, 13], 9, " harbour ", " is shut,");
        check([0, 38], 9, "", "");
        check([90, 99], 4, "", "");
    }
}
