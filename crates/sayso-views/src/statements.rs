//! Sourced statements, as the sourcing benchmark of Santa Clara University counts them: the sentences that one source's
//! words and their attribution stand in, with who that source is.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use sayso_article::Part;
use sayso_reading::{Act, Attribution, AttributionId, Reading, Source, SourceId, SourceType, StatedTerms, Terms};
use sayso_text::{Span, sentences::sentences};

use crate::blocks::blocks;
use crate::csv::{write_row, written};
use crate::facts::spoken;
use crate::listing::Listing;
use crate::sources::{plain, positions};
use crate::text::Options;

/// What one source says in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its sentences, white space made single, `…` where one is left out.
    pub text: String,
    /// The attributions that it is made of, outermost ones, in text order.
    pub attributions: Vec<AttributionId>,
    /// Whose it is.
    pub source: SourceId,
    /// What kind of source that is.
    pub source_type: SourceType,
    /// Whether the source's name is kept back.
    pub anonymous: bool,
    /// The source's name; empty for the unnamed.
    pub name: String,
    /// Its titles, and whom it belongs to where no title says so.
    pub title: String,
    /// Why it can know, in the article's words.
    pub justification: String,
}

/// The sourced statements of a reading, in text order.
///
/// Each outermost attribution that says something is one, with the sentences of its content and its source; those of one
/// source that follow each other in neighbouring sentences of a paragraph are one together.
pub fn statements(reading: &Reading) -> Vec<Statement> {
    let text = &reading.article.text;
    let page = Page::of(reading);
    let mut found: Vec<Found> = Vec::new();
    let is_statement =
        |a: &&Attribution| a.within.is_none() && a.act == Act::Says && !a.negated && a.confidence >= LEAST_CONFIDENCE;
    for a in reading.attributions.iter().filter(is_statement) {
        if !in_body(reading, a) {
            continue;
        }
        let source = a.source_id.and_then(|id| source(reading, id));
        let Some(source) = source else { continue };
        let ranges = page.ranges(a);
        let start = ranges.iter().map(|range| *range.start()).min();
        let end = ranges.iter().map(|range| *range.end()).max();
        let (Some(start), Some(end)) = (start, end) else { continue };
        match found.last_mut().filter(|last| last.source.id == source.id && page.is_next(last.end, start)) {
            Some(last) => {
                last.attributions.push(a);
                last.ranges.extend(ranges);
                last.end = last.end.max(end);
            }
            None => found.push(Found { source, attributions: vec![a], ranges, end }),
        }
    }
    // Once for each source, of whose titles there may be as many as statements.
    let titles: HashMap<SourceId, String> =
        reading.sources.iter().map(|source| (source.id, positions(text, source).join(", "))).collect();
    found.into_iter().map(|found| statement(text, &page, &titles, found)).collect()
}

/// Whether an attribution stands in the article's body, no headline, caption or note on the author.
fn in_body(reading: &Reading, a: &Attribution) -> bool {
    let Some(first) = a.content.first() else { return false };
    let parts = &reading.article.parts;
    parts.get(parts.partition_point(|part| part.span.end <= first.start)).is_none_or(|part| part.part == Part::Body)
}

/// On the benchmark's ten open articles three of four statements above this are ones of the gold, and hardly any is lost.
const LEAST_CONFIDENCE: f32 = 0.62;

/// A statement in the making.
struct Found<'r> {
    source: &'r Source,
    attributions: Vec<&'r Attribution>,
    /// Its sentences, by their numbers.
    ranges: Vec<RangeInclusive<usize>>,
    /// The last of them.
    end: usize,
}

fn statement(text: &str, page: &Page, titles: &HashMap<SourceId, String>, found: Found) -> Statement {
    let Found { source, attributions, mut ranges, .. } = found;
    ranges.sort_unstable_by_key(|range| *range.start());
    let mut spans: Vec<Span> = Vec::new();
    let mut next = 0;
    for range in ranges {
        let piece = page.sentences[*range.start()].span.cover(page.sentences[*range.end()].span);
        match spans.last_mut().filter(|_| *range.start() <= next) {
            Some(last) => *last = last.cover(piece),
            None => spans.push(piece),
        }
        next = next.max(range.end() + 1);
    }
    let hides = |terms: Option<StatedTerms>| terms.is_some_and(|stated| HIDES.contains(&stated.terms));
    Statement {
        text: plain(text, &spans),
        source: source.id,
        source_type: source.kind,
        anonymous: source.kind == SourceType::AnonymousSource
            || hides(source.terms)
            || attributions.iter().any(|a| hides(a.terms)),
        name: source.name.map(|span| plain(text, &[span])).unwrap_or_default(),
        // What several people are is no title of theirs.
        title: match source.kind {
            SourceType::UnnamedGroup => String::new(),
            _ => titles.get(&source.id).cloned().unwrap_or_default(),
        },
        justification: source.justification.map(|span| plain(text, &[span])).unwrap_or_default(),
        attributions: attributions.iter().map(|a| a.id).collect(),
    }
}

/// Terms that keep a name back.
const HIDES: [Terms; 6] = [
    Terms::Anonymity,
    Terms::NotAuthorised,
    Terms::AskedNotToBeNamed,
    Terms::DeclinedToBeIdentified,
    Terms::NameWithheld,
    Terms::Pseudonym,
];

fn source(reading: &Reading, id: SourceId) -> Option<&Source> {
    let place = (id.0 as usize).checked_sub(1)?;
    reading.sources.get(place).filter(|source| source.id == id)
}

/// The sentences of an article.
struct Page {
    sentences: Vec<Sentence>,
}

struct Sentence {
    span: Span,
    /// The number of its paragraph.
    paragraph: usize,
}

impl Page {
    fn of(reading: &Reading) -> Self {
        let text = &reading.article.text;
        let blocks = blocks(&reading.article);
        let of_block = |(paragraph, span): (usize, Span)| {
            sentences(text, span).into_iter().map(move |span| Sentence { span, paragraph })
        };
        Self { sentences: blocks.iter().map(|block| block.span).enumerate().flat_map(of_block).collect() }
    }

    /// The sentences in which an attribution's content and source stand.
    fn ranges(&self, a: &Attribution) -> Vec<RangeInclusive<usize>> {
        let range = |span: &Span| {
            let first = self.sentences.partition_point(|s| s.span.end <= span.start);
            let after = self.sentences.partition_point(|s| s.span.start < span.end);
            (first < after).then(|| first..=after - 1)
        };
        a.content.iter().chain(&a.source).filter_map(range).collect()
    }

    /// Whether a sentence is the last one before, or the one after that in the same paragraph.
    fn is_next(&self, last: usize, next: usize) -> bool {
        next <= last + 1 && self.sentences[next].paragraph == self.sentences[last].paragraph
    }
}

pub(crate) const HEADER: [&str; 6] = ["statement", "source_type", "anonymous", "name", "title", "justification"];

/// A row for each statement.
pub(crate) fn rows(reading: &Reading) -> String {
    written(|writer| {
        for statement in statements(reading) {
            let anonymous = if statement.anonymous { "Y" } else { "" };
            let Statement { text, source_type, name, title, justification, .. } = statement;
            write_row(writer, [text, spoken(source_type.name()), anonymous.to_owned(), name, title, justification]);
        }
    })
}

/// The statements for a terminal: whose each is, and its words.
pub(crate) fn text(reading: &Reading, options: Options) -> String {
    let statements = statements(reading);
    let mut listing = Listing::of(reading, options, statements.len(), "sourced statements");
    for (statement, number) in statements.iter().zip(1..) {
        let Statement { text, source_type, anonymous, name, title, justification, .. } = statement;
        let anonymous = if *anonymous && *source_type != SourceType::AnonymousSource { "anonymous" } else { "" };
        let kind = spoken(source_type.name());
        let (head, kind) = if name.is_empty() { (kind, String::new()) } else { (name.clone(), kind) };
        let mut told = vec![kind, anonymous.to_owned(), title.clone(), justification.clone()];
        told.retain(|told| !told.is_empty());
        listing.item(&number.to_string(), &head, &told);
        listing.more(text);
    }
    listing.done()
}

#[cfg(test)]
mod tests;
