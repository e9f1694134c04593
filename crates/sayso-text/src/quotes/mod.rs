//! Quotation marks: which stretches of an article are somebody's words.
//!
//! Real articles mix straight and curly marks, use one character for apostrophe and closing mark, lose marks in editing
//! and put feet and inches between them. So nothing here trusts a single mark: each gets a role from what stands beside
//! it (`marks`), roles are paired one paragraph at a time (`pairs`), and a mark without a partner costs at most the rest
//! of its own paragraph.

mod marks;
mod pairs;
#[cfg(test)]
mod tests;

use crate::{Note, Span};

/// Which marks a quotation stands in. A quotation opened in one style is closed in the same style only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// `"…"`, `“…”`, `„…“`, `''…''`; these are mixed in one article and taken as the same.
    Double,
    /// `'…'`, `‘…’`, `‚…‘`.
    Single,
    /// `«…»`, `»…«`.
    Guillemet,
    /// `‹…›`, `›…‹`.
    SingleGuillemet,
}

/// One quotation within one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What it covers, its marks included. One that is never closed runs to the end of its paragraph, or to the mark that
    /// opens the next one.
    pub span: Span,
    /// Its opening mark.
    pub open: Span,
    /// Its closing mark; none where nothing closes it in its paragraph.
    pub close: Option<Span>,
    /// 1 for an outermost quotation, 2 for one inside that, and so on.
    pub depth: u8,
    /// Whether it goes on in the next paragraph, which begins with an opening mark of its own.
    pub continues: bool,
    /// Numbered in text order from 0. The paragraphs of one quotation share a number, and so do the quotations inside it.
    pub speech: u32,
    /// Which marks it stands in.
    pub style: Style,
}

impl Quotation {
    /// What stands between its marks.
    pub fn inner(&self) -> Span {
        Span::new(self.open.end, self.close.map_or(self.span.end, |close| close.start))
    }
}

/// The quotations of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotes {
    /// In text order, an outer one before those inside it. Two either nest or share nothing.
    pub quotations: Vec<Quotation>,
    /// Marks without a partner, code `unbalanced-quote`: the first 20, then how many more.
    pub notes: Vec<Note>,
    /// Indices of the outermost quotations; they share no byte, so they can be searched.
    outermost: Vec<usize>,
}

impl Quotes {
    /// The outermost quotation around a byte.
    pub fn at(&self, byte: usize) -> Option<&Quotation> {
        self.overlapping(Span::new(byte, byte.saturating_add(1))).next()
    }

    /// Whether a byte lies in a quotation; its marks count.
    pub fn inside(&self, byte: usize) -> bool {
        self.at(byte).is_some()
    }

    /// The outermost quotations, in text order.
    pub fn outermost(&self) -> impl Iterator<Item = &Quotation> {
        self.outermost.iter().map(|&i| &self.quotations[i])
    }

    /// The outermost quotations that share a byte with `span`, in text order.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &Quotation> {
        let first = self.outermost.partition_point(|&i| self.quotations[i].span.end <= span.start);
        self.outermost[first..]
            .iter()
            .map(|&i| &self.quotations[i])
            .take_while(move |quotation| quotation.span.start < span.end)
    }

    /// The paragraphs of one quotation: the outermost quotations with this speech number, in text order.
    pub fn speech(&self, speech: u32) -> impl Iterator<Item = &Quotation> {
        let first = self.outermost.partition_point(|&i| self.quotations[i].speech < speech);
        self.outermost[first..].iter().map(|&i| &self.quotations[i]).take_while(move |q| q.speech == speech)
    }
}

/// Reads the quotation marks of an article.
///
/// `paragraphs` are in text order and do not overlap; what lies outside of them is not read. Takes linear time.
pub fn read(text: &str, paragraphs: &[Span]) -> Quotes {
    let (quotations, notes) = pairs::pair(text, paragraphs);
    let outermost = (0..quotations.len()).filter(|&i| quotations[i].depth == 1).collect();
    Quotes { quotations, notes, outermost }
}
