//! An article's sentences as the resolver looks at them.

use std::collections::HashSet;
use std::ops::{Deref, Range};

use sayso_article::{Article, Part};
use sayso_text::Span;

use super::names::{is_organization_noun, is_person_noun, is_role, singular};
use super::tables;
use sayso_text::sentences::Sentence;

/// A sentence, and which of its words have a capital only because of where they stand.
pub(super) struct Line<'t> {
    sentence: &'t Sentence<'t>,
    common: Vec<bool>,
}

impl<'t> Deref for Line<'t> {
    type Target = Sentence<'t>;

    fn deref(&self) -> &Sentence<'t> {
        self.sentence
    }
}

impl<'t> Line<'t> {
    /// Whether a word has its capital from the sentence's beginning or the headline's manner.
    pub(super) fn is_common(&self, at: usize) -> bool {
        self.common.get(at).copied().unwrap_or(false)
    }

    fn of(sentence: &'t Sentence<'t>, lower: &HashSet<String>, upper: &HashSet<String>, head: bool) -> Self {
        let known = |at: usize| {
            let word = sentence.lower(at);
            let is_name = upper.contains(word) && !lower.contains(word);
            let is_kind = || !head && is_kind_of_people(word);
            let describes = || !head && tables::ADJECTIVES.contains(&word) && !sentence.is_capital(at + 1);
            !is_name
                && (lower.contains(word)
                    || is_kind()
                    || describes()
                    || (is_noun(word) && !(head && sentence.is_capital(at + 1))))
        };
        let opens = |at: usize| opens(sentence, at);
        let is_common = |at: usize| {
            sentence.is_capital(at)
                && if head { known(at) } else { opens(at) && known(at) && !begins_longer(sentence, at) }
        };
        let common = (0..sentence.words.len()).map(is_common).collect();
        Self { sentence, common }
    }
}

/// Whether a capital follows, or a small word of names and then a capital: "Union of Port Workers".
fn begins_longer(sentence: &Sentence<'_>, at: usize) -> bool {
    let joint = tables::JOINTS[..3].contains(&sentence.lower(at + 1));
    sentence.is_capital(at + 1) || (joint && sentence.is_capital(at + 2))
}

/// Whether a word has a capital because of what stands before it.
fn opens(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0 || matches!(sentence.lower(at - 1), "“" | "\"" | "‘" | "'" | ":" | "(" | "—" | "–" | "•")
}

/// How plurals of people end: "collectors", "insurers", "schoolchildren".
const KINDS: &[&str] = &["ers", "ors", "ists", "ents", "ants", "ians", "ees", "men", "women", "children"];

/// Whether a word is a plural of people by its ending, and no outlet's name.
fn is_kind_of_people(word: &str) -> bool {
    word.len() > 5 && KINDS.iter().any(|ending| word.ends_with(ending)) && !tables::OUTLETS.contains(&word)
}

/// Whether a word is a common noun for a source.
pub(super) fn is_noun(word: &str) -> bool {
    is_role(word)
        || is_person_noun(word)
        || is_organization_noun(word)
        || is_one_of_many(word)
        || [tables::GROUPS, tables::DOCUMENTS, tables::SPEAKS_FOR, tables::ANONYMOUS, tables::SHORT_TITLES]
            .iter()
            .any(|table| table.contains(&word))
}

/// Whether a word is the plural of a noun for a group or a document: "families", "invoices".
fn is_one_of_many(word: &str) -> bool {
    let one = singular(word);
    [tables::GROUPS, tables::DOCUMENTS].iter().any(|table| table.contains(&one.as_str()))
}

pub(super) struct Prose<'t> {
    pub(super) text: &'t str,
    pub(super) sentences: Vec<Line<'t>>,
    /// Which of the sentences stand in a headline or deck.
    heads: Vec<bool>,
    datelines: Vec<Span>,
    /// The name of the only author, in the byline.
    pub(super) author: Option<Span>,
}

impl<'t> Prose<'t> {
    pub(super) fn of(article: &'t Article, sentences: &'t [Sentence<'t>]) -> Self {
        let is_head = |sentence: &Sentence<'_>| {
            let at = article.parts.partition_point(|part| part.span.end <= sentence.whole.start);
            article.parts.get(at).is_some_and(|part| matches!(part.part, Part::Headline | Part::Deck))
        };
        let heads: Vec<bool> = sentences.iter().map(is_head).collect();
        let (mut lower, mut upper) = (HashSet::new(), HashSet::new());
        for (sentence, _) in sentences.iter().zip(&heads).filter(|(_, head)| !**head) {
            let is_word = |at: &usize| {
                sentence.word(*at) == sentence.lower(*at) && !in_address(&article.text, sentence.words[*at])
            };
            let uncapped = (0..sentence.words.len()).filter(is_word);
            lower.extend(uncapped.map(|at| sentence.lower(at).to_owned()));
            let inside = (1..sentence.words.len()).filter(|at| sentence.is_capital(*at) && !opens(sentence, *at));
            upper.extend(inside.map(|at| sentence.lower(at).to_owned()));
        }
        let sentences = sentences.iter().zip(&heads).map(|(s, head)| Line::of(s, &lower, &upper, *head)).collect();
        let datelines = article.parts.iter().filter(|part| part.part == Part::Dateline).map(|part| part.span);
        Self { text: &article.text, sentences, heads, datelines: datelines.collect(), author: author(article) }
    }

    /// The sentence that a byte stands in, or the one before it.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.sentences.partition_point(|line| line.whole.start <= byte).saturating_sub(1)
    }

    /// Whether a byte stands in a headline or deck.
    pub(super) fn is_head(&self, byte: usize) -> bool {
        self.heads.get(self.at(byte)).copied().unwrap_or(false)
    }

    /// Whether a word stands in a dateline: a town, and nobody.
    pub(super) fn is_dated(&self, span: Span) -> bool {
        let at = self.datelines.partition_point(|dateline| dateline.end <= span.start);
        self.datelines.get(at).is_some_and(|dateline| dateline.overlaps(span))
    }

    pub(super) fn is_head_sentence(&self, sentence: usize) -> bool {
        self.heads[sentence]
    }

    /// The words of a span, as far as they stand in the sentence that it begins in.
    pub(super) fn words(&self, span: Span) -> Option<(usize, Range<usize>)> {
        let sentence = self.at(span.start);
        let words = crate::ranges::words_in(&self.sentences.get(sentence)?.words, span);
        (!words.is_empty()).then_some((sentence, words))
    }
}

/// Whether a word is a piece of an address: "apple" of "…/apple-tariffs.html".
fn in_address(text: &str, word: Span) -> bool {
    let is_joint = |c: char| matches!(c, '/' | '_' | '#' | '@' | '-' | '=' | '&');
    text[..word.start].ends_with(is_joint) || text[word.end..].starts_with(is_joint)
}

/// Where an only author's name stands in the byline.
fn author(article: &Article) -> Option<Span> {
    let [name] = &article.byline[..] else { return None };
    let byline = article.parts.iter().find(|part| part.part == Part::Byline)?.span;
    let at = byline.start + byline.of(&article.text).find(name.as_str())?;
    Some(Span::new(at, at + name.len()))
}
