//! What the layout of an article says beyond single windows: speeches over several paragraphs, quotations that stand alone,
//! lines signed with a dash.
//!
//! The tagger reads a few paragraphs at a time and was trained on marks and words. A speech of ten paragraphs, or a
//! quotation whose speaker stands in the paragraph before, is a convention of print, so it is read by its rules. Each rule
//! speaks only where the tagger was silent or split what the marks hold together.

use std::ops::Range;

use sayso_text::Span;
use sayso_text::quotes::{Quotation, Quotes};

use crate::decode::{Draft, Evidence};

/// Words of an article with what the layout rules ask of them.
pub(crate) struct Layout<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: &'a [Span],
    /// The number of each word's paragraph.
    pub(crate) paragraphs: &'a [u32],
    pub(crate) quotes: &'a Quotes,
}

/// A quotation of fewer words is a phrase, and says nothing by standing alone.
const SENTENCE: usize = 5;
/// A signature after a dash has at most this many words.
const SIGNATURE: usize = 12;

/// What is known of an attribution that a rule made: the layout alone, so not much.
const BY_LAYOUT: Evidence = Evidence { cue: 0.6, content: 0.8, edge: 0.8, source: 0.8, pointer: 0.6, link: 0.6 };

/// Applies the rules.
pub(crate) fn apply(layout: &Layout<'_>, drafts: &mut Vec<Draft>) {
    signed_lines(layout, drafts);
    drafts.sort_by_key(Draft::first_word);
    speeches(layout, drafts);
    standing_alone(layout, drafts);
    drafts.sort_by_key(Draft::first_word);
}

/// “…” — Ines Halloran: what follows the dash to the paragraph's end is the source, the dash is the cue.
fn signed_lines(layout: &Layout<'_>, drafts: &mut Vec<Draft>) {
    for quotation in layout.quotes.outermost() {
        let content = layout.words_in(quotation.span);
        if content.len() < SENTENCE || quotation.close.is_none() {
            continue;
        }
        let paragraph = layout.paragraph_of(content.start);
        let dash = content.end;
        let signature = dash + 1..paragraph.end;
        let is_signed = content.start == paragraph.start
            && signature.len() <= SIGNATURE
            && !signature.is_empty()
            && matches!(layout.word(dash), "—" | "–" | "-" | "―")
            && layout.word(signature.start).starts_with(char::is_uppercase)
            && layout.quotes.overlapping(layout.span(&signature)).next().is_none();
        if !is_signed {
            continue;
        }
        let ends = trim_stop(layout, signature);
        drafts.retain(|d| !d.touches(&paragraph));
        drafts.push(Draft {
            source: vec![ends],
            cue: vec![dash..dash + 1],
            content: vec![content],
            evidence: Evidence { cue: 0.9, pointer: 0.95, link: 0.95, ..BY_LAYOUT },
        });
    }
}

/// The paragraphs of one speech (a mark opens each, none closes but the last) belong to one attribution.
fn speeches(layout: &Layout<'_>, drafts: &mut Vec<Draft>) {
    let mut number = None;
    for first in layout.quotes.outermost().filter(|q| q.continues) {
        if number == Some(first.speech) {
            continue;
        }
        number = Some(first.speech);
        let paragraphs: Vec<Range<usize>> =
            layout.quotes.speech(first.speech).map(|q| layout.words_in(q.span)).filter(|r| !r.is_empty()).collect();
        // Who holds the first paragraph that anybody holds, speaks them all.
        let Some(owner) = paragraphs.iter().find_map(|p| owner_of(drafts, p)) else { continue };
        let speaker = drafts[owner].cue.clone();
        for paragraph in &paragraphs {
            // One with a cue of its own is a transcript's turn or a new quotation whose mark before was lost.
            let has_own = drafts.iter().any(|d| {
                d.cue != speaker && d.cue.iter().any(|c| layout.paragraph_of(paragraph.start).contains(&c.start))
            });
            if !has_own {
                give(drafts, &speaker, paragraph);
            }
        }
    }
}

/// A paragraph that is one quotation, and has no speaker of its own, goes on with the speaker before it.
fn standing_alone(layout: &Layout<'_>, drafts: &mut Vec<Draft>) {
    for quotation in layout.quotes.outermost() {
        let content = layout.words_in(quotation.span);
        if content.len() < SENTENCE || content != layout.paragraph_of(content.start) || is_taken(drafts, &content) {
            continue;
        }
        if content.start == 0 {
            continue;
        }
        let before = layout.paragraph_of(content.start - 1);
        let introduces = layout.word(before.end - 1) == ":";
        let last = drafts
            .iter()
            .filter(|d| d.cue.first().is_some_and(|c| before.contains(&c.start)))
            .max_by_key(|d| d.last_word());
        match last {
            Some(last) if introduces || ends_quoted(layout, last, &before) => {
                let speaker = last.cue.clone();
                give(drafts, &speaker, &content);
            }
            _ => {
                drafts.push(Draft { source: Vec::new(), cue: Vec::new(), content: vec![content], evidence: BY_LAYOUT })
            }
        }
    }
}

/// Whether an attribution has a quotation in its content, in the paragraph `within`.
fn ends_quoted(layout: &Layout<'_>, draft: &Draft, within: &Range<usize>) -> bool {
    draft.content.iter().any(|c| {
        within.contains(&c.start)
            && layout.quotes.overlapping(layout.span(c)).any(|q: &Quotation| layout.words_in(q.span).len() >= SENTENCE)
    })
}

/// The attribution that most of a stretch of words is content of, if that is most of the stretch.
fn owner_of(drafts: &[Draft], words: &Range<usize>) -> Option<usize> {
    let held = |d: &Draft| d.content.iter().map(|c| overlap(c, words)).sum::<usize>();
    let best = (0..drafts.len()).max_by_key(|i| (held(&drafts[*i]), std::cmp::Reverse(*i)))?;
    (held(&drafts[best]) * 2 > words.len()).then_some(best)
}

fn is_taken(drafts: &[Draft], words: &Range<usize>) -> bool {
    drafts.iter().any(|d| d.content.iter().chain(&d.cue).any(|c| overlap(c, words) > 0))
}

/// Gives a stretch of words to the content of the attribution with this cue. What lies wholly inside it is nested, and no
/// outermost attribution; what others hold of it they lose.
fn give(drafts: &mut Vec<Draft>, speaker: &[Range<usize>], words: &Range<usize>) {
    drafts.retain(|d| d.cue == speaker || !d.is_inside(words));
    for draft in drafts.iter_mut() {
        let is_speaker = draft.cue == speaker;
        draft.content = draft.content.iter().flat_map(|c| without(c, words)).collect();
        if is_speaker {
            draft.content.push(words.clone());
            draft.content.sort_by_key(|c| c.start);
        }
    }
    drafts.retain(|d| !d.content.is_empty());
}

/// What is left of a range when another is taken out of it.
fn without(range: &Range<usize>, taken: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
    let left = range.start..range.end.min(taken.start);
    let right = range.start.max(taken.end)..range.end;
    [left, right].into_iter().filter(|r| r.start < r.end)
}

/// A full stop or comma after a name is no part of it.
fn trim_stop(layout: &Layout<'_>, range: Range<usize>) -> Range<usize> {
    let stops = matches!(layout.word(range.end - 1), "." | ",") && range.len() > 1;
    range.start..range.end - usize::from(stops)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

impl Layout<'_> {
    fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |w| w.of(self.text))
    }

    fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.words[words.start].start, self.words[words.end - 1].end)
    }

    fn words_in(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|w| w.start < span.start);
        start..self.words.partition_point(|w| w.end <= span.end).max(start)
    }

    /// The words of the paragraph around a word.
    fn paragraph_of(&self, word: usize) -> Range<usize> {
        let number = self.paragraphs[word];
        self.paragraphs.partition_point(|p| *p < number)..self.paragraphs.partition_point(|p| *p <= number)
    }
}

impl Draft {
    fn ranges(&self) -> impl Iterator<Item = &Range<usize>> {
        self.source.iter().chain(&self.cue).chain(&self.content)
    }

    /// The first word of any of its parts.
    pub(crate) fn first_word(&self) -> usize {
        self.ranges().map(|r| r.start).min().unwrap_or(0)
    }

    fn last_word(&self) -> usize {
        self.ranges().map(|r| r.end).max().unwrap_or(0)
    }

    fn touches(&self, words: &Range<usize>) -> bool {
        self.cue.iter().chain(&self.content).any(|r| overlap(r, words) > 0)
    }

    fn is_inside(&self, words: &Range<usize>) -> bool {
        self.cue.iter().chain(&self.content).all(|r| words.start <= r.start && r.end <= words.end)
    }
}
