//! What rules look at: a reading, and what they keep asking of one.

use sayso_article::Part;
use sayso_reading::{Attribution, Reading, Source, SourceId, SourceType, Terms};
use sayso_text::Span;
use sayso_text::quotes::{self, Quotes};
use sayso_text::sentences::{Sentence, sentences_of};

use crate::earlier::{Earlier, NOTHING};

/// A reading on a standards editor's desk.
pub struct Desk<'r> {
    /// The reading.
    pub reading: &'r Reading,
    /// The article's text, without the words of comments.
    pub text: &'r str,
    /// What an archive told before; nothing where the article is in none.
    pub earlier: &'r Earlier,
    /// Its quotation marks.
    pub quotes: Quotes,
    /// The sentences of headline, deck and body, in text order.
    pub sentences: Vec<Line<'r>>,
    /// The attributions in the order of their first byte.
    in_order: Vec<usize>,
    /// The first byte of each of `in_order`.
    starts: Vec<usize>,
    /// The furthest byte of each of `in_order` and all before it.
    reach: Vec<usize>,
}

/// A sentence and the part that it stands in.
pub struct Line<'r> {
    /// Its words.
    pub sentence: Sentence<'r>,
    /// What it stands in.
    pub part: Part,
    /// The number of its paragraph among `Article::parts`.
    pub paragraph: usize,
}

impl<'r> Desk<'r> {
    /// Lays a reading on the desk, with its article's prose ([`sayso_article::Article::prose`]).
    pub fn of(reading: &'r Reading, text: &'r str) -> Self {
        Self::after(reading, text, &NOTHING)
    }

    /// The same with what an archive told before.
    pub fn after(reading: &'r Reading, text: &'r str, earlier: &'r Earlier) -> Self {
        let article = &reading.article;
        let paragraphs: Vec<Span> = article.parts.iter().map(|part| part.span).collect();
        let reporting = article.parts.iter().enumerate().filter(|(_, p)| is_reporting(p.part));
        let sentences = reporting
            .flat_map(|(paragraph, part)| {
                let lines = sentences_of(text, [part.span]).into_iter();
                lines.map(move |sentence| Line { sentence, part: part.part, paragraph })
            })
            .collect();
        let mut by_start: Vec<(usize, usize)> =
            reading.attributions.iter().enumerate().map(|(i, a)| (whole(a).start, i)).collect();
        by_start.sort_unstable();
        let (starts, in_order): (Vec<usize>, Vec<usize>) = by_start.into_iter().unzip();
        let mut furthest = 0;
        let reach = in_order.iter().map(|i| {
            furthest = furthest.max(whole(&reading.attributions[*i]).end);
            furthest
        });
        let reach = reach.collect();
        Self { reading, text, earlier, quotes: quotes::read(text, &paragraphs), sentences, in_order, starts, reach }
    }

    /// The part that a byte stands in; `Body` between parts.
    pub fn part_at(&self, byte: usize) -> Part {
        let parts = &self.reading.article.parts;
        let at = parts.partition_point(|part| part.span.end <= byte);
        parts.get(at).filter(|part| part.span.start <= byte).map_or(Part::Body, |part| part.part)
    }

    /// The sentence around a byte.
    pub fn sentence_at(&self, byte: usize) -> Option<&Line<'r>> {
        let at = self.sentences.partition_point(|line| line.sentence.whole.end <= byte);
        self.sentences.get(at).filter(|line| line.sentence.whole.start <= byte)
    }

    /// The sentence before the one around a byte.
    pub fn sentence_before(&self, byte: usize) -> Option<&Line<'r>> {
        let at = self.sentences.partition_point(|line| line.sentence.whole.end <= byte);
        self.sentences.get(at.checked_sub(1)?)
    }

    /// The sentences that share a byte with a piece of text, in text order.
    pub fn sentences_in(&self, span: Span) -> &[Line<'r>] {
        let first = self.sentences.partition_point(|line| line.sentence.whole.end <= span.start);
        let last = self.sentences.partition_point(|line| line.sentence.whole.start < span.end);
        &self.sentences[first.min(last)..last]
    }

    /// The body's sentences, in text order.
    pub fn body(&self) -> impl DoubleEndedIterator<Item = &Line<'r>> {
        self.sentences.iter().filter(|line| line.part == Part::Body)
    }

    /// The attributions that lie in headline, deck or body (not in a caption, a correction), in the order of their ids.
    pub fn attributions(&self) -> impl DoubleEndedIterator<Item = &'r Attribution> {
        self.reading.attributions.iter().filter(|a| is_reporting(self.part_at(link(a).start)))
    }

    /// The attributions whose link the writer makes himself: not one inside another's content, nor in quotation marks.
    pub fn by_the_writer(&self) -> impl DoubleEndedIterator<Item = &'r Attribution> {
        self.attributions().filter(|a| a.within.is_none() && !self.quotes.inside(link(a).start))
    }

    /// From the sentence so many before the one around a byte to the one so many after it, all of one part.
    pub fn around(&self, byte: usize, before: usize, after: usize) -> &[Line<'r>] {
        let at = self.sentences.partition_point(|line| line.sentence.whole.end <= byte);
        let Some(here) = self.sentences.get(at) else { return &[] };
        let is_same = |line: &&Line<'_>| line.part == here.part;
        let first = at - self.sentences[..at].iter().rev().take(before).take_while(is_same).count();
        let last = at + self.sentences[at + 1..].iter().take(after).take_while(is_same).count();
        &self.sentences[first..=last]
    }

    /// Whether a byte lies in one of the first so many paragraphs of the body.
    pub fn is_in_lead(&self, byte: usize, paragraphs: usize) -> bool {
        let first = self.body().next().map_or(0, |line| line.paragraph);
        let is_body = |line: &&Line<'_>| line.part == Part::Body;
        self.sentence_at(byte).filter(is_body).is_some_and(|line| line.paragraph < first + paragraphs)
    }

    /// The attributions of which any part shares a byte with a piece of text, by their first byte.
    pub fn touching(&self, span: Span) -> impl Iterator<Item = &'r Attribution> {
        // What begins behind the piece, and what ends before it, with all before that one.
        let last = self.starts.partition_point(|start| *start < span.end);
        let first = self.reach.partition_point(|end| *end <= span.start);
        let reading = self.reading;
        self.in_order[first.min(last)..last].iter().map(move |i| &reading.attributions[*i]).filter(move |a| {
            !contents_in(a, span).is_empty() || a.source.iter().chain(&a.cue).any(|piece| piece.overlaps(span))
        })
    }

    /// The attributions whose content holds a piece of text, the innermost last.
    pub fn holders(&self, span: Span) -> Vec<&'r Attribution> {
        let mut out: Vec<_> =
            self.touching(span).filter(|a| a.content.iter().any(|content| content.contains(span))).collect();
        out.sort_by_key(|a| self.depth(a));
        out
    }

    /// How many attributions lie around one.
    pub fn depth(&self, attribution: &Attribution) -> usize {
        std::iter::successors(attribution.within, |id| self.reading.attributions[id.0 as usize - 1].within).count()
    }

    /// Whether nobody but the writer says a piece of text: no content shares a byte with it.
    pub fn is_writers(&self, span: Span) -> bool {
        !self.touching(span).any(|a| !contents_in(a, span).is_empty())
    }

    /// Who a source is.
    pub fn source(&self, id: SourceId) -> Option<&'r Source> {
        self.reading.sources.get(id.0 as usize - 1)
    }

    /// Who is behind an attribution; none where nobody is named.
    pub fn source_of(&self, attribution: &Attribution) -> Option<&'r Source> {
        self.source(attribution.source_id?)
    }

    /// What a source is called for a message: its name, else its first mention.
    pub fn called(&self, source: &Source) -> String {
        let span = source.name.or(source.mentions.first().copied()).unwrap_or_default();
        crate::words::short(self.text, span)
    }

    /// Whether a source's name is kept from the reader by agreement: an anonymous source, or one on terms that say so.
    pub fn is_anonymous(&self, source: &Source) -> bool {
        source.kind == SourceType::AnonymousSource || source.terms.is_some_and(|stated| hides_a_name(stated.terms))
    }

    /// The attributions that rest on a source, in text order.
    pub fn said_by(&self, id: SourceId) -> impl Iterator<Item = &'r Attribution> {
        self.reading.attributions.iter().filter(move |a| a.source_id == Some(id))
    }

    /// Whether a piece of text stands wholly in quotation marks.
    pub fn is_quoted(&self, span: Span) -> bool {
        self.quotes.at(span.start).is_some_and(|quotation| quotation.span.contains(span))
    }
}

/// Whether a part is the article's own reporting.
pub(crate) fn is_reporting(part: Part) -> bool {
    matches!(part, Part::Headline | Part::Deck | Part::Body)
}

/// Where an attribution's link is made: its cue, else its source, else its content.
pub(crate) fn link(a: &Attribution) -> Span {
    a.cue.first().or(a.source.first()).or(a.content.first()).copied().unwrap_or_default()
}

/// The pieces of an attribution's content that share a byte with a piece of text. A speech may have as many as paragraphs.
pub(crate) fn contents_in(a: &Attribution, span: Span) -> &[Span] {
    let first = a.content.partition_point(|content| content.end <= span.start);
    let last = a.content.partition_point(|content| content.start < span.end);
    &a.content[first.min(last)..last]
}

/// From an attribution's first byte to its last.
pub(crate) fn whole(a: &Attribution) -> Span {
    a.source.iter().chain(&a.cue).chain(&a.content).copied().reduce(Span::cover).unwrap_or_default()
}

/// Whether terms keep a name from the reader.
pub(crate) fn hides_a_name(terms: Terms) -> bool {
    !matches!(terms, Terms::DeclinedToComment | Terms::DidNotRespond | Terms::CouldNotBeReached)
}
