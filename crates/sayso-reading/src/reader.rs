//! The reader: an article's words to the tagger, its tags to attributions.

use std::borrow::Cow;
use std::ops::Range;

use sayso_article::{Article, Part, PartSpan};
use sayso_model::{Reads, Session, Tagger};
use sayso_text::quotes::{self, Quotes};
use sayso_text::{Note, Span, words_in};

use crate::decode::{Draft, Evidence, decode};
use crate::derive::derive;
use crate::edges::{
    after_datelines, whole_appositions, whole_quotations, with_names, with_what_they_are_called, within_paragraphs,
    without_conjunctions, without_controls, without_days, without_expletives,
};
use crate::layout::{self, Layout};
use crate::nested::{self, Inside, Layered, Words};
use crate::ranges::span_of;
use crate::terms::behind_terms;
use crate::{Attribution, AttributionId, Kind, Reading, acts, cited, estimates, headings, remarks, shapes, taken_up};

/// Reads articles. Made once (it unpacks the weights), used from any thread.
#[derive(Default)]
pub struct Reader {
    tagger: Tagger,
}

impl Reader {
    /// A reader with the weights of this build.
    pub fn new() -> Self {
        Self::default()
    }

    /// The attributions of an article. An article in another language than English gets none, and its notes say so.
    pub fn read(&self, article: Article) -> Reading {
        self.read_in(article, &Session::once())
    }

    /// As [`Reader::read`], of an article that is being written: what the session knows from its last reading is not read again.
    /// None once the session does not go on, because another change makes this reading stale.
    pub fn read_again<'m>(&'m self, article: Article, session: &Session<'m>) -> Option<Reading> {
        session.begin();
        let reading = self.read_in(article, session);
        session.goes_on().then_some(reading)
    }

    fn read_in<'m>(&'m self, mut article: Article, session: &Session<'m>) -> Reading {
        // What is written in comments is for nobody's reading.
        let written = (!article.comments.is_empty()).then(|| article.text.clone());
        if written.is_some() {
            article.text = article.prose().into_owned();
        }
        let paragraphs: Vec<Span> = article.parts.iter().map(|p| p.span).collect();
        let quotes = quotes::read(&article.text, &paragraphs);
        let mut notes = article.notes.clone();
        notes.extend(quotes.notes.iter().cloned());
        let mut reading = Reading { article, ..Reading::default() };
        if matches!(reading.article.language.as_deref(), None | Some("en")) {
            let found = self.attributions(&reading.article, &quotes, nested::LEAST_CONFIDENCE, session);
            reading.attributions = found.attributions.into_iter().map(|(a, _)| a).collect();
            notes.extend(found.deeper.then(|| Note::new("too-deep", TOO_DEEP)));
            derive(&mut reading, &mut notes);
        }
        if let Some(written) = written {
            reading.article.text = written;
        }
        Reading { notes, ..reading }
    }

    /// As [`Reader::read`], the attributions alone, the unlikely ones too, each with the evidence for it: for calibrating.
    pub fn read_with_evidence(&self, article: &Article) -> Vec<(Attribution, Evidence)> {
        let paragraphs: Vec<Span> = article.parts.iter().map(|p| p.span).collect();
        let prose = article.prose();
        if matches!(prose, Cow::Owned(_)) {
            let article = Article { text: prose.into_owned(), comments: Vec::new(), ..article.clone() };
            return self.read_with_evidence(&article);
        }
        self.attributions(article, &quotes::read(&article.text, &paragraphs), 0.0, &Session::once()).attributions
    }

    fn attributions<'m>(&'m self, article: &Article, quotes: &Quotes, least: f32, session: &Session<'m>) -> Found {
        let text = &article.text;
        let (words, begins) = words_of(article);
        let paragraphs = number(&begins);
        let headings = headings_of(article, &words);
        let body = headings.last().map_or(0, |last| last.end)..words.len();
        // Headline and deck stand alone: their words are no beginning of the first paragraph's. The body is read with the deck
        // before it all the same, which tells what it is about.
        let with_deck = headings.first().map_or(0, |headline| headline.end)..words.len();
        let mut inner = vec![f32::NEG_INFINITY; words.len()];
        let mut drafts: Vec<Draft> = Vec::new();
        let mut read = |read: &Range<usize>, kept: &Range<usize>, drafts: &mut Vec<Draft>| {
            let (spans, begins) = (&words[read.clone()], &begins[read.clone()]);
            for mut tags in self.tagger.tag_again(text, spans, begins, Reads::Article, session) {
                tags.words = tags.words.start + read.start..tags.words.end + read.start;
                inner[tags.words.clone()].copy_from_slice(&tags.inner);
                let found = decode(&tags, &paragraphs, Reads::Article, |w| {
                    quotes.at(words[w].start).is_some_and(|q| q.close.is_some() || q.continues)
                });
                drafts.extend(found.into_iter().filter_map(|draft| draft.within(kept)));
            }
        };
        for (whole, kept) in headings.iter().map(|heading| (heading, heading)).chain([(&with_deck, &body)]) {
            read(whole, kept, &mut drafts);
        }
        let article_words = Words { text, spans: &words, begins: &begins, paragraphs: &paragraphs };
        let apart = remarks::glued(article_words, &mut drafts);
        for sentences in &apart {
            read(sentences, sentences, &mut drafts);
        }
        if !apart.is_empty() {
            drafts.sort_by_key(Draft::first_word);
        }
        after_datelines(&mut drafts, &words, &article.parts);
        without_controls(&mut drafts, text, &words);
        with_names(&mut drafts, text, &words);
        with_what_they_are_called(&mut drafts, text, &words, &paragraphs);
        without_days(&mut drafts, text, &words);
        whole_appositions(&mut drafts, text, &words);
        whole_quotations(&mut drafts, &words, quotes);
        without_conjunctions(&mut drafts, text, &words, quotes);
        without_expletives(&mut drafts, text, &words);
        within_paragraphs(&mut drafts, text, &words, &paragraphs, quotes);
        let mut drafts = layout::apply(&Layout { text, words: &words, paragraphs: &paragraphs, quotes }, drafts);
        for heading in headings {
            headings::read(text, &words, heading, &mut drafts);
        }
        shapes::mend(article_words, &mut drafts);
        remarks::mend(article_words, &mut drafts);
        estimates::add(article_words, &mut drafts);
        taken_up::add(article_words, &mut drafts);
        behind_terms(article_words, &mut drafts);
        cited::according(article_words, &mut drafts);
        cited::leading(article_words, &mut drafts);
        cited::had_written(article_words, &mut drafts);
        cited::interposed(article_words, &mut drafts);
        cited::trailing(article_words, &mut drafts);
        cited::without_rivals(article_words, &mut drafts);
        let inside = Inside { tagger: &self.tagger, session, words: article_words, inner: &inner, least };
        let (mut layered, deeper) = inside.read(drafts);
        cited::read(article_words, &mut layered);
        // In text order, an outer one before those inside it.
        let mut order: Vec<usize> = (0..layered.len()).collect();
        // (Who is cited may stand before the report: "Citing two aides, the Courier said …".)
        let first = |i: usize| outwards(&layered, i).map(|i| layered[i].draft.first_word()).max();
        order.sort_by_key(|i| (first(*i), outwards(&layered, *i).count()));
        let mut ids = vec![AttributionId(0); layered.len()];
        for (number, i) in order.iter().enumerate() {
            ids[*i] = AttributionId(number as u32 + 1);
        }
        let spans = |ranges: &[Range<usize>]| -> Vec<Span> { ranges.iter().map(|r| span_of(&words, r)).collect() };
        let attribution = |i: usize| {
            let Layered { draft, within, confidence } = &layered[i];
            let (cue, content) = (spans(&draft.cue), spans(&draft.content));
            let kind = match within {
                None => kind(text, &content, |byte| quotes.inside(byte)),
                Some(_) => kind_inside(text, &cue, &content, quotes),
            };
            let within = within.map(|outer| ids[outer]);
            let source = spans(&draft.source).into_iter().map(|span| without_verb(text, span)).collect();
            let (act, negated) = acts::of(text, &cue);
            let attribution = Attribution {
                id: ids[i],
                within,
                source,
                cue,
                content,
                kind,
                confidence: *confidence,
                act,
                negated,
                ..Attribution::default()
            };
            (attribution, draft.evidence)
        };
        Found { attributions: order.into_iter().map(attribution).collect(), deeper }
    }
}

/// An attribution and those around it, from the inside.
fn outwards(layered: &[Layered], inner: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(inner), |i| layered[*i].within).take(nested::MAX_DEPTH + 2)
}

const TOO_DEEP: &str = "attributions lie inside each other deeper than is read: read the innermost content by itself";

/// The attributions of an article, and whether some lie too deep to be among them.
struct Found {
    attributions: Vec<(Attribution, Evidence)>,
    deeper: bool,
}

/// The words of all parts, and for each whether a paragraph begins with it.
///
/// What `Part::Other` marks is read too: a correction or a caption has its sources like any other text.
fn words_of(article: &Article) -> (Vec<Span>, Vec<bool>) {
    let mut words = Vec::new();
    let mut paragraph = Vec::new();
    let mut before = 0;
    for part in &article.parts {
        let count = words.len();
        words_in(&article.text, part.span, &mut words);
        let breaks = article.text[before..part.span.start].contains(['\n', '\r']) || before == 0;
        // A dateline and the paragraph it opens are two parts of one paragraph.
        paragraph.resize(words.len(), false);
        if let Some(first) = paragraph.get_mut(count) {
            *first = breaks || part.part == Part::Headline;
        }
        before = part.span.end;
    }
    (words, paragraph)
}

/// “He’s” as a source is “He”.
fn without_verb(text: &str, span: Span) -> Span {
    layout::contraction(span.of(text)).map_or(span, |end| Span::new(span.start, span.start + end))
}

/// The words of each headline and deck at an article's beginning.
fn headings_of(article: &Article, words: &[Span]) -> Vec<Range<usize>> {
    let is_heading = |part: &&PartSpan| matches!(part.part, Part::Headline | Part::Deck);
    let end = |part: &PartSpan| words.partition_point(|word| word.end <= part.span.end);
    let ends = article.parts.iter().take_while(is_heading).map(end);
    ends.scan(0, |start, end| Some(std::mem::replace(start, end)..end)).filter(|heading| !heading.is_empty()).collect()
}

/// The number of each word's paragraph.
fn number(paragraph: &[bool]) -> Vec<u32> {
    paragraph
        .iter()
        .scan(0, |number, begins| {
            *number += u32::from(*begins);
            Some(*number)
        })
        .collect()
}

/// How much of a content stands in quotation marks, by its letters and digits.
fn kind(text: &str, content: &[Span], quoted: impl Fn(usize) -> bool) -> Kind {
    let (mut inside, mut outside) = (false, false);
    for span in content {
        for (at, c) in span.of(text).char_indices() {
            if c.is_alphanumeric() {
                if quoted(span.start + at) {
                    inside = true;
                } else {
                    outside = true;
                }
            }
        }
    }
    match (inside, outside) {
        (true, false) => Kind::Direct,
        (true, true) => Kind::Mixed,
        (false, _) => Kind::Indirect,
    }
}

/// The same inside another content: marks that hold the cue as well are those of the outer source's own words.
fn kind_inside(text: &str, cue: &[Span], content: &[Span], quotes: &Quotes) -> Kind {
    let own: Vec<Span> = content
        .iter()
        .flat_map(|content| {
            // A mark may stand just outside of the words.
            let first = quotes.quotations.partition_point(|q| q.span.start + MARK < content.start);
            quotes.quotations[first..].iter().take_while(|q| q.span.start < content.end).map(|q| q.span)
        })
        .filter(|quotation| !cue.iter().any(|cue| quotation.overlaps(*cue)))
        .collect();
    kind(text, content, |byte| own.iter().any(|span| span.start <= byte && byte < span.end))
}

/// Bytes of a quotation mark at most.
const MARK: usize = 4;
