//! From marks to quotations: pairing, one paragraph at a time.

use std::cmp::Reverse;

use super::marks::{Mark, Role, marks};
use super::{Quotation, Style};
use crate::{Note, Span};

/// So many marks without a partner are named one by one.
const MAX_NOTES: usize = 20;
/// The code of every note of this module.
const CODE: &str = "unbalanced-quote";

/// The quotations of these paragraphs in text order, and what could not be paired.
pub(super) fn pair(text: &str, paragraphs: &[Span]) -> (Vec<Quotation>, Vec<Note>) {
    let british = Pairing::run(text, paragraphs, true);
    if !british.opened_single || british.singles_lead() {
        return british.finish();
    }
    Pairing::run(text, paragraphs, false).finish()
}

struct Pairing<'t> {
    text: &'t str,
    /// Whether the article's speech stands in single marks. If not, single marks outside of double ones are trusted only
    /// where both stand in one paragraph and no double mark stands between them.
    single_speech: bool,
    opened_single: bool,
    quotations: Vec<Quotation>,
    /// What is open in the paragraph at hand, outermost first; a handful at most.
    open: Vec<Mark>,
    /// The quotation that was open at the end of the last paragraph.
    left_open: Option<usize>,
    speeches: u32,
    notes: Vec<Note>,
    unpaired: usize,
}

impl<'t> Pairing<'t> {
    fn run(text: &'t str, paragraphs: &[Span], single_speech: bool) -> Self {
        let mut pairing = Self {
            text,
            single_speech,
            opened_single: false,
            quotations: Vec::new(),
            open: Vec::new(),
            left_open: None,
            speeches: 0,
            notes: Vec::new(),
            unpaired: 0,
        };
        for &paragraph in paragraphs {
            let paragraph = paragraph.trim(text);
            if !paragraph.is_empty() {
                pairing.paragraph(paragraph);
            }
        }
        pairing.settle_left_open(None);
        pairing
    }

    fn finish(mut self) -> (Vec<Quotation>, Vec<Note>) {
        self.notes.sort_by_key(|note| note.span);
        if self.unpaired > MAX_NOTES {
            let more = self.unpaired - MAX_NOTES;
            self.notes
                .push(Note::new(CODE, format!("{more} more quotation marks have no partner; look for the first one")));
        }
        (self.quotations, self.notes)
    }

    /// Speech ends in punctuation before its mark (`,'`), words that are only held at arm's length do not.
    fn singles_lead(&self) -> bool {
        let (mut single, mut double) = (0, 0);
        for quotation in self.quotations.iter().filter(|q| q.depth == 1) {
            let spoken = || quotation.inner().of(self.text).trim_end().ends_with([',', '.', '!', '?', '…', '—', '–']);
            match quotation.style {
                Style::Single if quotation.close.is_some() && spoken() => single += 1,
                Style::Double => double += 1,
                _ => {}
            }
        }
        single > double
    }

    fn paragraph(&mut self, paragraph: Span) {
        let first = self.quotations.len();
        let marks = marks(self.text, paragraph);
        for mark in &marks {
            self.take(*mark);
        }
        self.end_paragraph(paragraph.end);
        self.quotations[first..].sort_by_key(|q| (q.span.start, Reverse(q.span.end)));

        let leading = marks.first().filter(|mark| mark.leads).map(|mark| mark.span);
        let goes_on = self.quotations.get(first).filter(|q| Some(q.open) == leading).map(|_| first);
        let mut speech = self.settle_left_open(goes_on);
        let mut ends: Vec<usize> = Vec::new();
        for i in first..self.quotations.len() {
            let Span { start, end } = self.quotations[i].span;
            ends.retain(|&outer| outer > start);
            if ends.is_empty() {
                let number = speech.take().unwrap_or_else(|| self.new_speech());
                self.quotations[i].speech = number;
                let is_open = self.quotations[i].close.is_none() && end == paragraph.end;
                self.left_open = is_open.then_some(i);
            } else {
                self.quotations[i].speech = self.quotations[i - 1].speech;
            }
            self.quotations[i].depth = u8::try_from(ends.len() + 1).unwrap_or(u8::MAX);
            ends.push(end);
        }
    }

    fn new_speech(&mut self) -> u32 {
        self.speeches += 1;
        self.speeches - 1
    }

    /// A quotation left open goes on if the next paragraph opens in the same style; gives the speech that goes on.
    fn settle_left_open(&mut self, next: Option<usize>) -> Option<u32> {
        let left = self.left_open.take()?;
        let Quotation { style, open, speech, .. } = self.quotations[left];
        if next.is_some_and(|next| self.quotations[next].style == style) {
            self.quotations[left].continues = true;
            return Some(speech);
        }
        self.note_unclosed(open);
        None
    }

    fn take(&mut self, mark: Mark) {
        let lone_single = !self.single_speech && mark.style != Style::Single;
        if lone_single && self.open.iter().all(|outer| outer.style == Style::Single) {
            self.open.clear();
        }
        let same = self.open.iter().rposition(|outer| outer.style == mark.style);
        match (mark.role, same) {
            (Role::Opens, Some(outer)) if !self.nests(mark) => self.restart(outer, mark),
            (Role::Opens, _) | (Role::Turns, None) => self.push(mark),
            (Role::ClosesOrOpensIfClosed, None) if mark.then_closes[mark.style as usize] => self.push(mark),
            (Role::ClosesUnlessApostrophe, Some(_)) if mark.sure_single_ahead => {}
            (Role::ClosesUnlessInches, Some(_)) if self.says_inches(mark) => {}
            (_, Some(outer)) => self.close(outer, mark),
            (Role::Closes | Role::ClosesOrOpensIfClosed, None) if mark.style == Style::Double => {
                self.note_unopened(mark.span);
            }
            _ => {}
        }
    }

    fn push(&mut self, mark: Mark) {
        self.opened_single |= mark.style == Style::Single;
        self.open.push(mark);
    }

    /// Whether a mark that opens does so inside one of its own style, rather than after one that was never closed.
    fn nests(&self, mark: Mark) -> bool {
        let between = self.open.last().is_some_and(|outer| outer.style != mark.style);
        if mark.style == Style::Single { between } else { mark.then_close_two }
    }

    fn says_inches(&self, mark: Mark) -> bool {
        let same = self.open.iter().filter(|outer| outer.style == mark.style).count();
        same == 1 && mark.then_closes[mark.style as usize]
    }

    /// Closes the open mark number `outer`; what was opened inside it and not closed is no quotation.
    fn close(&mut self, outer: usize, mark: Mark) {
        let inner = &self.open[outer + 1..];
        if mark.style == Style::Single && inner.iter().any(|inner| mark.then_closes[inner.style as usize]) {
            return; // An apostrophe: the quotation inside is still to be closed.
        }
        self.drop_from(outer + 1);
        if let Some(open) = self.open.pop() {
            self.found(open, mark.span.end, Some(mark.span));
        }
    }

    /// Ends the open mark number `outer` without a closing mark, since `mark` opens a new quotation in its style.
    fn restart(&mut self, outer: usize, mark: Mark) {
        self.drop_from(outer + 1);
        if let Some(open) = self.open.pop()
            && self.is_sure(open)
        {
            self.note_unclosed(open.span);
            let end = Span::new(open.span.start, mark.span.start).trim(self.text).end;
            self.found(open, end, None);
        }
        self.push(mark);
    }

    /// The outermost quotation left open runs to the paragraph's end.
    fn end_paragraph(&mut self, end: usize) {
        let kept = self.open.iter().position(|&open| self.is_sure(open));
        if let Some(kept) = kept {
            self.drop_from(kept + 1);
            let open = self.open[kept];
            self.found(open, end, None);
        }
        self.open.clear();
    }

    /// Whether a mark surely opened a quotation although nothing closes it. A single one may have been an apostrophe.
    fn is_sure(&self, open: Mark) -> bool {
        let typographic = matches!(open.span.of(self.text), "‘" | "‚" | "‛");
        open.style != Style::Single || (self.single_speech && (typographic || open.leads))
    }

    fn drop_from(&mut self, first: usize) {
        for at in first..self.open.len() {
            if self.open[at].style != Style::Single {
                self.note_unclosed(self.open[at].span);
            }
        }
        self.open.truncate(first);
    }

    fn found(&mut self, open: Mark, end: usize, close: Option<Span>) {
        self.quotations.push(Quotation {
            span: Span::new(open.span.start, end),
            open: open.span,
            close,
            depth: 1,
            continues: false,
            speech: 0,
            style: open.style,
        });
    }

    fn note_unclosed(&mut self, mark: Span) {
        self.note(mark, "opens a quotation that nothing closes in its paragraph; add the closing mark");
    }

    fn note_unopened(&mut self, mark: Span) {
        self.note(mark, "closes no quotation of its paragraph; add the opening mark or take this one out");
    }

    fn note(&mut self, mark: Span, what: &str) {
        self.unpaired += 1;
        if self.unpaired <= MAX_NOTES {
            self.notes.push(Note::new(CODE, format!("`{}` {what}", mark.of(self.text))).at(mark));
        }
    }
}
