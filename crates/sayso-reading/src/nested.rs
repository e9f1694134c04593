//! Attributions inside contents, to any depth: each content that may hold one is read on its own by the same heads.

use std::ops::Range;

use sayso_model::{Reads, Session, Tagger};
use sayso_text::Span;

use crate::acts::{self, Act};
use crate::confidence;
use crate::decode::{Draft, decode};
use crate::sources::is_no_person;
use crate::{cited, estimates, plain, shapes, taken_up};

/// Fewer words hold no source, cue and content worth telling apart: the rule by which the gold was made.
const LEAST_WORDS: usize = 4;
/// What is less likely right by its own evidence is left out: of those below, on `PolNeAR` dev, a quarter are right.
pub(crate) const LEAST_CONFIDENCE: f32 = 0.35;
/// What counts of the confidence of one without a source: "accused of fraud", "are expected to". On dev a third of them are right.
const WITHOUT_SOURCE: f32 = 0.75;
/// Log odds that some word of a content is part of a cue inside it, below which it is not worth a reading of its own.
const LEAST_ODDS: f32 = -8.0;
/// Sources that are nobody in particular: of 2,755 nested attributions in gold fewer than one in a hundred has one.
const ANYBODY: &[&str] =
    &["nobody", "somebody", "someone", "anybody", "anyone", "everybody", "everyone", "one", "whoever"];
/// Attributions inside an outermost one are read to this depth. No article that was seen goes beyond four.
pub(crate) const MAX_DEPTH: usize = 8;

/// The words of an article, as the reader has them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) spans: &'a [Span],
    /// Whether a paragraph begins with each word.
    pub(crate) begins: &'a [bool],
    /// The number of each word's paragraph.
    pub(crate) paragraphs: &'a [u32],
}

impl<'a> Words<'a> {
    /// A word as it is written; empty beyond the article.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.spans.get(at).map_or("", |span| span.of(self.text))
    }

    /// Whether words name a body or several people and no person: "the Harsk Tribune", "two officials in the ministry".
    pub(crate) fn is_body(&self, source: &[Range<usize>]) -> bool {
        let [source] = source else { return false };
        let is_name = |at: usize| self.word(at).starts_with(char::is_uppercase);
        let is_named = self.word(source.start).eq_ignore_ascii_case("the")
            && source.len() > 1
            && (source.start + 1..source.end).all(is_name);
        is_named || cited::head(*self, source).map(|head| self.word(head)).is_some_and(is_no_person)
    }

    /// Where the words end that say once more who somebody is, from the comma before them: "a guard, *Ole Finch*, in …". The
    /// comma itself where they do not.
    pub(crate) fn end_of_apposition(&self, comma: usize, stop: impl Fn(usize) -> bool) -> usize {
        let next = self.word(comma + 1);
        let describes = matches!(next, "a" | "an" | "the" | "its" | "his" | "her" | "their" | "then")
            || next.starts_with(char::is_uppercase);
        if self.word(comma) != "," || !describes {
            return comma.min(self.spans.len());
        }
        let ends = |at: &usize| stop(*at) || !self.word(*at).starts_with(|c: char| c.is_alphanumeric() || c == '&');
        let end = (comma + 1..comma + APPOSITION).find(ends).unwrap_or(comma);
        // "…, the paper wrote.": what a verb follows is no apposition.
        let tells = (comma + 1..end).any(|at| TELLS.contains(&self.word(at)));
        if matches!(self.word(end), "," | "." | ";") && !tells { end } else { comma }
    }
}

/// Verbs that no apposition has.
const TELLS: &[&str] = &[
    "said",
    "says",
    "say",
    "wrote",
    "writes",
    "reported",
    "reports",
    "told",
    "added",
    "adds",
    "was",
    "were",
    "is",
    "are",
    "had",
    "has",
    "according",
];
/// Words of an apposition.
const APPOSITION: usize = 10;

/// A draft and the one whose content it lies in, by its place among all drafts.
pub(crate) struct Layered {
    pub(crate) draft: Draft,
    pub(crate) within: Option<usize>,
    /// How likely it is right.
    pub(crate) confidence: f32,
}

/// Reads what lies in contents.
pub(crate) struct Inside<'a, 'm> {
    pub(crate) tagger: &'m Tagger,
    pub(crate) session: &'a Session<'m>,
    pub(crate) words: Words<'a>,
    /// For each word the log odds that it is part of a cue inside a content.
    pub(crate) inner: &'a [f32],
    /// What is less likely right is left out.
    pub(crate) least: f32,
}

impl Inside<'_, '_> {
    /// All attributions: the outermost ones as they are, and those in their contents. The second value tells whether some
    /// are left that lie deeper than [`MAX_DEPTH`].
    pub(crate) fn read(&self, outermost: Vec<Draft>) -> (Vec<Layered>, bool) {
        let outermost = outermost.into_iter().map(|draft| {
            let confidence = confidence::of(&draft.evidence);
            Layered { draft, within: None, confidence }
        });
        let mut all: Vec<Layered> = outermost.collect();
        let mut level = 0..all.len();
        for _ in 0..MAX_DEPTH {
            for outer in level.clone() {
                let found = self.within(outer, &all[outer]);
                all.extend(found);
            }
            level = level.end..all.len();
        }
        let deeper = level.into_iter().any(|outer| !self.within(outer, &all[outer]).is_empty());
        (all, deeper)
    }

    /// What lies in the content of the attribution of this number.
    fn within(&self, number: usize, outer: &Layered) -> Vec<Layered> {
        let layered = |draft: Draft| {
            let confidence = confidence::inside(&draft.evidence, outer.confidence);
            Layered { draft, within: Some(number), confidence }
        };
        self.drafts(outer).into_iter().map(layered).collect()
    }

    /// The outermost attributions of one draft's content.
    fn drafts(&self, outer: &Layered) -> Vec<Draft> {
        let Self { tagger, session, words, .. } = *self;
        let places: Vec<usize> = outer.draft.content.iter().cloned().flatten().collect();
        let may_hold_one = places.iter().any(|w| self.inner[*w] >= LEAST_ODDS && tagger.may_be_cue(words.word(*w)));
        let is_link = |word: &str| plain::is_link(word) || estimates::is_link(word);
        let may_be_plain = || places.iter().any(|w| is_link(&words.word(*w).to_lowercase()));
        if places.len() < LEAST_WORDS || !(may_hold_one || may_be_plain()) {
            return Vec::new();
        }
        let spans: Vec<Span> = places.iter().map(|w| words.spans[*w]).collect();
        let begins: Vec<bool> = places.iter().map(|w| words.begins[*w]).collect();
        let paragraphs: Vec<u32> = places.iter().map(|w| words.paragraphs[*w]).collect();
        let tagged = may_hold_one.then(|| tagger.tag_again(words.text, &spans, &begins, Reads::Content, session));
        let drafts =
            tagged.into_iter().flatten().flat_map(|tags| decode(&tags, &paragraphs, Reads::Content, |_| false));
        // One that holds all there is says the outer one again.
        let is_less = |draft: &Draft| draft.content.iter().map(Range::len).sum::<usize>() < places.len();
        let is_thought = |draft: &Draft| {
            let cue: Vec<Span> = draft.cue.iter().cloned().flatten().map(|w| spans[w]).collect();
            acts::of(words.text, &cue).0 == Act::Thinks
        };
        let share = |draft: &Draft| if draft.source.is_empty() { WITHOUT_SOURCE } else { 1.0 };
        let is_likely = |draft: &Draft| {
            let in_article = draft.cue.iter().cloned().flatten().any(|w| self.inner[places[w]] >= LEAST_ODDS);
            let is_sure = || confidence::inside(&draft.evidence, outer.confidence) * share(draft) >= self.least;
            let needs_more = draft.source.is_empty() || is_thought(draft);
            in_article && confidence::of(&draft.evidence) >= self.least && (!needs_more || is_sure())
        };
        let mut found: Vec<Draft> = drafts.filter(|draft| is_less(draft) && is_likely(draft)).collect();
        let own = Words { spans: &spans, begins: &begins, paragraphs: &paragraphs, ..words };
        cited::according(own, &mut found);
        shapes::mend(own, &mut found);
        taken_up::add(own, &mut found);
        let told = plain::read(words, &places, words.is_body(&outer.draft.source), &mut found);
        found.extend(told);
        let taken = |at: usize| found.iter().flat_map(Draft::ranges).any(|range| range.contains(&at));
        found.extend(estimates::read(own, taken));
        coordinated(own, &mut found);
        // Nobody in particular is no source.
        let is_anybody = |draft: &Draft| match &draft.source[..] {
            [source] if source.len() == 1 => ANYBODY.contains(&own.word(source.start).to_lowercase().as_str()),
            _ => false,
        };
        found.retain(|draft| !is_anybody(draft));
        found.sort_by_key(Draft::first_word);
        for part in found.iter_mut().flat_map(|draft| [&mut draft.source, &mut draft.cue, &mut draft.content]) {
            *part = part.iter().flat_map(|range| runs(&places[range.clone()], &outer.draft.content)).collect();
        }
        found
    }
}

/// "That engineers had warned of cracks *and that* the firm had refused …": the second clause is the outer speaker's, like the first.
fn coordinated(words: Words<'_>, drafts: &mut [Draft]) {
    let is_that = |at: usize| words.word(at).eq_ignore_ascii_case("that");
    if !is_that(0) {
        return;
    }
    for draft in drafts {
        let [content] = &mut draft.content[..] else { continue };
        let joins = |at: &usize| matches!(words.word(*at), "and" | "but") && is_that(at + 1);
        if !is_that(content.start)
            && let Some(and) = (content.start + 1..content.end.saturating_sub(1)).find(joins)
        {
            content.end = and - usize::from(words.word(and - 1) == ",");
        }
    }
}

/// Rising numbers as runs without a gap, none beyond one of the pieces that they were taken from.
fn runs(places: &[usize], pieces: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> {
    let begins_piece = |at: usize| pieces.iter().any(|piece| piece.start == at);
    places.chunk_by(move |a, b| a + 1 == *b && !begins_piece(*b)).map(|run| run[0]..run[run.len() - 1] + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Evidence;

    fn check(text: &str, content: Range<usize>, expect: &str) {
        let spans = sayso_text::words(text);
        let words = Words { text, spans: &spans, begins: &[], paragraphs: &[] };
        let mut drafts =
            [Draft { source: vec![], cue: vec![], content: Vec::from([content]), evidence: Evidence::default() }];
        coordinated(words, &mut drafts);
        assert_eq!(crate::ranges::span_of(&spans, &drafts[0].content[0]).of(text), expect);
    }

    #[test]
    fn a_second_clause_is_the_outer_speakers() {
        check("that engineers had warned of cracks and that the firm refused", 4..11, "of cracks");
        check(
            "that engineers said that it leaked and that it would break",
            3..11,
            "that it leaked and that it would break",
        );
        check("engineers had warned of cracks and that the firm refused", 3..10, "of cracks and that the firm refused");
    }
}
