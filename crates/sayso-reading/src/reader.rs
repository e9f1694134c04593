//! The reader: an article's words to the tagger, its tags to attributions.

use sayso_article::{Article, Part};
use sayso_model::{Reads, Tagger};
use sayso_text::quotes::{self, Quotes};
use sayso_text::{Span, words_in};

use crate::decode::{Draft, Evidence, decode};
use crate::edges::{after_datelines, whole_quotations, without_conjunctions, without_controls};
use crate::layout::{self, Layout};
use crate::ranges::span_of;
use crate::{Attribution, AttributionId, Kind, Reading, confidence};

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
        let paragraphs: Vec<Span> = article.parts.iter().map(|p| p.span).collect();
        let quotes = quotes::read(&article.text, &paragraphs);
        let mut notes = article.notes.clone();
        notes.extend(quotes.notes.iter().cloned());
        let attributions = match article.language.as_deref() {
            None | Some("en") => self.attributions(&article, &quotes).into_iter().map(|(a, _)| a).collect(),
            Some(_) => Vec::new(),
        };
        Reading { article, attributions, notes }
    }

    /// As [`Reader::read`], the attributions alone, each with the evidence for it: for calibrating.
    pub fn read_with_evidence(&self, article: &Article) -> Vec<(Attribution, Evidence)> {
        let paragraphs: Vec<Span> = article.parts.iter().map(|p| p.span).collect();
        self.attributions(article, &quotes::read(&article.text, &paragraphs))
    }

    fn attributions(&self, article: &Article, quotes: &Quotes) -> Vec<(Attribution, Evidence)> {
        let text = &article.text;
        let (words, paragraph) = words_of(article);
        let paragraphs = number(&paragraph);
        let mut drafts: Vec<Draft> = self
            .tagger
            .tag(text, &words, &paragraph, Reads::Article)
            .flat_map(|tags| decode(&tags, &paragraphs))
            .collect();
        after_datelines(&mut drafts, &words, &article.parts);
        without_controls(&mut drafts, text, &words);
        whole_quotations(&mut drafts, &words, quotes);
        without_conjunctions(&mut drafts, text, &words, quotes);
        let drafts = layout::apply(&Layout { text, words: &words, paragraphs: &paragraphs, quotes }, drafts);
        let spans =
            |ranges: &[std::ops::Range<usize>]| -> Vec<Span> { ranges.iter().map(|r| span_of(&words, r)).collect() };
        drafts
            .iter()
            .enumerate()
            .map(|(i, draft)| {
                let content = spans(&draft.content);
                let attribution = Attribution {
                    id: AttributionId(i as u32 + 1),
                    within: None,
                    source: spans(&draft.source),
                    cue: spans(&draft.cue),
                    kind: kind(text, &content, quotes),
                    content,
                    confidence: confidence::of(&draft.evidence),
                };
                (attribution, draft.evidence)
            })
            .collect()
    }
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
fn kind(text: &str, content: &[Span], quotes: &Quotes) -> Kind {
    let (mut inside, mut outside) = (false, false);
    for span in content {
        for (at, c) in span.of(text).char_indices() {
            if c.is_alphanumeric() {
                if quotes.inside(span.start + at) {
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
