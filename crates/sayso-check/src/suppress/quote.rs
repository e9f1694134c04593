//! A place in a text by its words: the quote selector of the W3C's Web Annotation Data Model (`TextQuoteSelector`).
//!
//! A byte's number is wrong after the first edit. The words themselves, with some of what stands before and after, find the
//! place again after edits elsewhere, after a re-wrap, and after small edits nearby. Where the words have gone, or stand only
//! in a sentence that is another, nothing is found: no approval moves on to words that nobody approved. What stands in the next
//! paragraph says nothing of a sentence, so that only the words of its own paragraph are proof.

use std::collections::HashMap;

use aho_corasick::AhoCorasick;
use sayso_text::{Span, words_in};

/// Words and what stands around them, white space and line ends as single spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them; nothing at the text's beginning.
    pub prefix: String,
    /// What stands behind them; nothing at the text's end.
    pub suffix: String,
}

/// Characters of context on each side.
const CONTEXT: usize = 32;
/// Characters of context that are looked at on each side: edits may have put words in.
const LOOKED_AT: usize = 3 * CONTEXT;
/// Words tell a place by themselves by the characters that they have beyond so many.
const TELLING: usize = 40;
/// The share of the context that must agree, in parts of a hundred.
const ENOUGH: usize = 60;
/// An occurrence is compared with a quote if it is among so many whose context is nearest by alphabet, before or behind.
const NEAREST: usize = 16;
/// No more occurrences than this are looked at, those of all quotes together.
const MOST: usize = 1 << 20;

impl Quote {
    /// The same, white space and line ends as single spaces: what a person wrote.
    pub(crate) fn flat(&self) -> Self {
        // A space at the edge of the context belongs to it.
        let flat = |text: &str| Flat::of(text).text;
        Self { exact: flat(&self.exact).trim().to_owned(), prefix: flat(&self.prefix), suffix: flat(&self.suffix) }
    }

    fn has_context(&self) -> bool {
        !(self.prefix.is_empty() && self.suffix.is_empty())
    }
}

/// A text in which places are quoted and found again.
pub(crate) struct Quotable {
    flat: Flat,
    /// Where its paragraphs begin and end, in order.
    edges: Vec<usize>,
}

impl Quotable {
    pub(crate) fn of(text: &str, paragraphs: &[Span]) -> Self {
        let flat = Flat::of(text);
        let edges =
            paragraphs.iter().flat_map(|paragraph| [flat.at(paragraph.start), flat.at(paragraph.end)]).collect();
        Self { flat, edges }
    }

    /// The quote of a place. Where nothing stands, the word behind it is quoted.
    pub(crate) fn quote(&self, text: &str, span: Span) -> Quote {
        let span = if span.trim(text).is_empty() { word_behind(text, span.start) } else { span.trim(text) };
        let flat = &self.flat.text;
        let (start, end) = (self.flat.at(span.start), self.flat.at(span.end));
        let before = flat[..start].char_indices().rev().take(CONTEXT).last().map_or(start, |(at, _)| at);
        let behind = flat[end..].char_indices().nth(CONTEXT).map_or(flat.len(), |(at, _)| end + at);
        Quote {
            exact: flat[start..end].to_owned(),
            prefix: flat[before..start].to_owned(),
            suffix: flat[end..behind].to_owned(),
        }
    }

    /// Where each quote's words stand now, with what each is quoted for. Quotes that are the same in all take the places that are,
    /// one each, and the last of them those that are left over.
    pub(crate) fn find(&self, quotes: &[(&Quote, &str)]) -> Vec<Option<Span>> {
        let (quotes, for_what): (Vec<Quote>, Vec<&str>) =
            quotes.iter().map(|(quote, for_what)| (quote.flat(), *for_what)).unzip();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut patterns: Vec<&str> = Vec::new();
        for quote in quotes.iter().filter(|quote| !quote.exact.is_empty()) {
            numbers.entry(&quote.exact).or_insert_with(|| {
                patterns.push(&quote.exact);
                patterns.len() - 1
            });
        }
        let found = patterns.iter().zip(self.occurrences(&patterns));
        let places: Vec<Places> = found.map(|(words, starts)| Places::of(&self.flat.text, words, starts)).collect();
        let mut seen: HashMap<(&Quote, &str), usize> = HashMap::new();
        let mut out = Vec::with_capacity(quotes.len());
        for (quote, for_what) in quotes.iter().zip(for_what) {
            let places = numbers.get(quote.exact.as_str()).map(|number| &places[*number]);
            let taken = seen.entry((quote, for_what)).or_default();
            let start = places.and_then(|places| self.best(places, quote, *taken));
            *taken += usize::from(start.is_some());
            out.push(start.map(|start| self.flat.span(start, start + quote.exact.len())));
        }
        out
    }

    /// The place that agrees best with a quote, or of several that agree as well one of a number.
    fn best(&self, places: &Places, quote: &Quote, number: usize) -> Option<usize> {
        let context = Context::of(quote);
        let near = places.near(&self.flat.text, quote).into_iter();
        let agreeing = near.filter_map(|at| Some((self.agreement(quote, &context, at)?, at)));
        let agreeing: Vec<(Agreement, usize)> = agreeing.collect();
        let best = agreeing.iter().map(|(agreement, _)| *agreement).max()?;
        let as_good = agreeing.iter().filter(|(agreement, _)| *agreement == best).map(|(_, at)| *at);
        let as_good: Vec<usize> = as_good.collect();
        if !quote.has_context() && as_good.len() > 1 {
            return None;
        }
        as_good.get(number).or(as_good.last()).copied()
    }

    /// How well what stands around a place agrees with a quote; nothing where it is not enough.
    fn agreement(&self, quote: &Quote, context: &Context, start: usize) -> Option<Agreement> {
        let text = &self.flat.text;
        let end = start + quote.exact.len();
        let (first, last) = self.paragraph(start, end);
        let before = context.before.agreement(&Side::before(&text[..start], start - first));
        let behind = context.behind.agreement(&Side::behind(&text[end..], last - end));
        // Words as long as a sentence tell by themselves.
        let own = quote.exact.chars().count().saturating_sub(TELLING) * nearness(0);
        let agreeing = own + before.agreeing + behind.agreeing;
        let whole = own + before.whole + behind.whole;
        (agreeing * 100 >= whole * ENOUGH).then(|| Agreement {
            agreeing,
            beyond: side(text[..start].chars().rev(), quote.prefix.chars().rev())
                + side(text[end..].chars(), quote.suffix.chars()),
        })
    }

    /// Where the paragraph of some words begins and ends.
    fn paragraph(&self, start: usize, end: usize) -> (usize, usize) {
        let before = self.edges.partition_point(|edge| *edge <= start);
        let behind = self.edges.partition_point(|edge| *edge < end);
        let first = before.checked_sub(1).map_or(0, |at| self.edges[at]);
        (first, self.edges.get(behind).map_or(self.flat.text.len(), |edge| *edge))
    }

    /// Where each of some words stands, not inside longer words.
    fn occurrences(&self, patterns: &[&str]) -> Vec<Vec<usize>> {
        let mut out = vec![Vec::new(); patterns.len()];
        let text = &self.flat.text;
        // Patterns beyond any measure make no automaton; nothing is found then.
        let Ok(automaton) = AhoCorasick::new(patterns) else { return out };
        for found in automaton.find_overlapping_iter(text).take(MOST) {
            let joins = |at: usize| {
                let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                is_word(text[..at].chars().next_back()) && is_word(text[at..].chars().next())
            };
            if !joins(found.start()) && !joins(found.end()) {
                out[found.pattern().as_usize()].push(found.start());
            }
        }
        out
    }
}

/// Where some words stand, by what is around them.
struct Places {
    /// Bytes of the words.
    length: usize,
    /// By what stands behind.
    by_suffix: Vec<usize>,
    /// By what stands before, read backwards.
    by_prefix: Vec<usize>,
}

impl Places {
    fn of(text: &str, words: &str, starts: Vec<usize>) -> Self {
        let length = words.len();
        let (mut by_suffix, mut by_prefix) = (starts.clone(), starts);
        by_suffix.sort_by(|a, b| behind(&text[*a + length..]).cmp(behind(&text[*b + length..])));
        by_prefix.sort_by(|a, b| before(&text[..*a]).cmp(before(&text[..*b])));
        Self { length, by_suffix, by_prefix }
    }

    /// The places whose context is nearest to a quote's by alphabet, in text order.
    fn near(&self, text: &str, quote: &Quote) -> Vec<usize> {
        let suffix = self.by_suffix.partition_point(|at| behind(&text[*at + self.length..]).lt(behind(&quote.suffix)));
        let prefix = self.by_prefix.partition_point(|at| before(&text[..*at]).lt(before(&quote.prefix)));
        let mut near: Vec<usize> = around(&self.by_suffix, suffix).chain(around(&self.by_prefix, prefix)).collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// The context at the beginning of a text that stands behind some words.
fn behind(text: &str) -> impl Iterator<Item = char> {
    text.chars().take(CONTEXT)
}

/// The context at the end of a text that stands before some words, read backwards.
fn before(text: &str) -> impl Iterator<Item = char> {
    text.chars().rev().take(CONTEXT)
}

fn around(places: &[usize], at: usize) -> impl Iterator<Item = usize> {
    places[at.saturating_sub(NEAREST)..places.len().min(at + NEAREST)].iter().copied()
}

/// How well a place agrees with a quote; what stands in the same paragraph first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Agreement {
    /// The weight of the words of the same paragraph that agree.
    agreeing: usize,
    /// Characters that agree from the words outwards, also beyond the paragraph's edges: of places that agree as well, those whose
    /// neighbours are the same.
    beyond: usize,
}

fn side(mut here: impl Iterator<Item = char>, quoted: impl Iterator<Item = char>) -> usize {
    let mut count = 0;
    for c in quoted {
        if here.next() != Some(c) {
            return count;
        }
        count += 1;
    }
    // The text's edge tells as much as any words.
    if here.next().is_none() { count.max(CONTEXT) } else { count }
}

/// The words that a quote has around its own.
struct Context<'q> {
    before: Side<'q>,
    behind: Side<'q>,
}

impl<'q> Context<'q> {
    fn of(quote: &'q Quote) -> Self {
        let (prefix, suffix) = (quote.prefix.as_str(), quote.suffix.as_str());
        let mut behind = Side::behind(suffix, suffix.len());
        let own_end = quote.exact.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        behind.after_sentence |= ends_sentence(&quote.exact[own_end..]);
        Self { before: Side::before(prefix, prefix.len()), behind }
    }
}

/// The words on one side of some others, the nearest first.
struct Side<'t> {
    words: Vec<Near<'t>>,
    /// Whether a sentence ends between the others and these.
    after_sentence: bool,
    /// Whether they end with the paragraph.
    ends: bool,
    /// How those that are no part of the paragraph go on.
    beyond: Vec<Near<'t>>,
    /// Whether they stand before.
    is_before: bool,
}

/// A word near some others.
#[derive(Clone, Copy)]
struct Near<'t> {
    word: &'t str,
    /// Characters between.
    distance: usize,
    /// Whether a sentence ends between it and the next one outwards.
    ends_sentence: bool,
}

/// What a word of a context tells.
fn weight(near: &Near<'_>) -> usize {
    // Short words stand in every sentence.
    near.word.chars().count().saturating_sub(2).max(1) * nearness(near.distance)
}

fn nearness(distance: usize) -> usize {
    (2 * CONTEXT).saturating_sub(distance).max(CONTEXT / 2)
}

/// The weight of a context that agrees, and of all of it.
struct Agreeing {
    agreeing: usize,
    whole: usize,
}

impl<'t> Side<'t> {
    /// What stands before some words; so many bytes of it in their paragraph.
    fn before(text: &'t str, in_paragraph: usize) -> Self {
        let edge = text.len() - in_paragraph;
        let from = text.char_indices().rev().take(LOOKED_AT).last().map_or(text.len(), |(at, _)| at);
        let mut words = Vec::new();
        words_in(text, Span::new(from, text.len()), &mut words);
        words.retain(|word| is_word(word.of(text)));
        let near = |(at, word): (usize, &Span)| {
            let earlier = at.checked_sub(1).map_or(from, |at| words[at].end);
            Near {
                word: word.of(text),
                distance: text[word.end..].chars().count(),
                ends_sentence: ends_sentence(&text[earlier..word.start]),
            }
        };
        let inside = words.iter().enumerate().rev().filter(|(_, word)| word.start >= edge).map(near).collect();
        let beyond = words.iter().enumerate().rev().filter(|(_, word)| word.start < edge).map(near).collect();
        let last = words.last().map_or(from, |word| word.end);
        Self {
            words: inside,
            after_sentence: ends_sentence(&text[last..]),
            ends: from <= edge,
            beyond,
            is_before: true,
        }
    }

    /// What stands behind some words; so many bytes of it in their paragraph.
    fn behind(text: &'t str, in_paragraph: usize) -> Self {
        let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
        let mut words = Vec::new();
        words_in(text, Span::new(0, end), &mut words);
        words.retain(|word| is_word(word.of(text)));
        let near = |(at, word): (usize, &Span)| Near {
            word: word.of(text),
            distance: text[..word.start].chars().count(),
            ends_sentence: ends_sentence(&text[word.end..words.get(at + 1).map_or(end, |next| next.start)]),
        };
        let inside = words.iter().enumerate().filter(|(_, word)| word.end <= in_paragraph).map(near).collect();
        let beyond = words.iter().enumerate().filter(|(_, word)| word.end > in_paragraph).map(near).collect();
        let first = words.first().map_or(end, |word| word.start);
        Self {
            words: inside,
            after_sentence: ends_sentence(&text[..first]),
            ends: end >= in_paragraph,
            beyond,
            is_before: false,
        }
    }

    /// How much of this context stands at a place.
    fn agreement(&self, here: &Side<'_>) -> Agreeing {
        let matched = self.matched(here);
        let sum = |count: usize| Agreeing {
            agreeing: (0..count).filter(|at| matched[*at]).map(|at| weight(&self.words[at])).sum(),
            whole: self.words[..count].iter().map(weight).sum(),
        };
        let all = sum(self.words.len());
        if !here.ends {
            return all;
        }
        // What was quoted of another paragraph neither speaks for a place nor against it: what goes on there as it is quoted, or
        // follows a sentence's end.
        let ends_sentence =
            |from: &usize| from.checked_sub(1).map_or(self.after_sentence, |at| self.words[at].ends_sentence);
        let last = matched.iter().rposition(|matched| *matched).map_or(0, |at| at + 1);
        let goes_on = (0..self.words.len()).find(|from| self.goes_on(*from, here));
        goes_on.or_else(|| (last..self.words.len()).find(ends_sentence)).map_or(all, sum)
    }

    /// Whether the words from one on are those beyond the paragraph's edge.
    fn goes_on(&self, from: usize, here: &Side<'_>) -> bool {
        let rest = &self.words[from..];
        rest.len() <= here.beyond.len()
            && rest
                .iter()
                .zip(&here.beyond)
                .enumerate()
                .all(|(at, (quoted, here))| self.is_same(quoted.word, here.word, from + at))
    }

    /// Which words stand at a place too, in their order: those that weigh most together.
    fn matched(&self, here: &Side<'_>) -> Vec<bool> {
        let (rows, columns) = (self.words.len(), here.words.len());
        let mut best = vec![0_usize; (rows + 1) * (columns + 1)];
        let at = |row: usize, column: usize| row * (columns + 1) + column;
        let same = |row: usize, column: usize| self.is_same(self.words[row].word, here.words[column].word, row);
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let without = best[at(row + 1, column)].max(best[at(row, column + 1)]);
                let with = if same(row, column) { weight(&self.words[row]) + best[at(row + 1, column + 1)] } else { 0 };
                best[at(row, column)] = without.max(with);
            }
        }
        let mut out = vec![false; rows];
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            if best[at(row, column)] == best[at(row, column + 1)] {
                column += 1;
            } else if best[at(row, column)] == best[at(row + 1, column)] {
                row += 1;
            } else {
                out[row] = true;
                (row, column) = (row + 1, column + 1);
            }
        }
        out
    }

    /// Whether a quoted word is one that stands at a place; the last that is quoted may be cut.
    fn is_same(&self, quoted: &str, here: &str, at: usize) -> bool {
        let is_cut = at + 1 == self.words.len();
        quoted == here || (is_cut && if self.is_before { here.ends_with(quoted) } else { here.starts_with(quoted) })
    }
}

fn is_word(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// Whether a sentence ends in what stands between two words.
fn ends_sentence(between: &str) -> bool {
    between.contains(['.', '!', '?', '…'])
}

fn word_behind(text: &str, at: usize) -> Span {
    let behind = Span::new(at, text.floor_char_boundary(at + 4 * CONTEXT)).trim(text);
    let mut words = Vec::new();
    words_in(text, behind, &mut words);
    words.first().copied().unwrap_or(Span::new(at, at))
}

/// A text with its runs of white space as single spaces.
struct Flat {
    text: String,
    /// Where the two texts stop to run alike: an offset in this one and the one in the other that goes with it.
    jumps: Vec<(usize, usize)>,
}

impl Flat {
    fn of(text: &str) -> Self {
        let mut out = Self { text: String::with_capacity(text.len()), jumps: vec![(0, 0)] };
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            out.text.push_str(&rest[..word]);
            let white = rest[word..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - word);
            rest = &rest[word + white..];
            if white > 0 {
                out.text.push(' ');
            }
            if white > 1 {
                out.jumps.push((out.text.len(), text.len() - rest.len()));
            }
        }
        out
    }

    /// The offset here of one in the other text that lies at a word.
    fn at(&self, other: usize) -> usize {
        let (here, there) = self.jumps[self.jumps.partition_point(|(_, there)| *there <= other) - 1];
        let flat = here + (other - there);
        // A word's end lies before the next jump, the white space behind it may not.
        let next = self.jumps.get(self.jumps.partition_point(|(_, there)| *there <= other));
        flat.min(next.map_or(self.text.len(), |(here, _)| *here))
    }

    /// The span in the other text of some words here.
    fn span(&self, start: usize, end: usize) -> Span {
        let there = |at: usize| {
            let (here, there) = self.jumps[self.jumps.partition_point(|(here, _)| *here <= at) - 1];
            there + (at - here)
        };
        let last = self.text[start..end].chars().next_back().map_or(0, char::len_utf8);
        Span::new(there(start), there(end - last) + last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The bridge will stay closed until spring, officials said on Monday.\n\nThe bridge will stay open, officials \
        said on Tuesday. “Nobody knows,” the clerk said.\n";

    fn spans(text: &str, words: &str) -> Vec<Span> {
        text.match_indices(words).map(|(at, _)| Span::new(at, at + words.len())).collect()
    }

    /// A text whose paragraphs have blank lines between them.
    fn quotable(text: &str) -> Quotable {
        let mut at = 0;
        let paragraphs = text.split("\n\n").map(|paragraph| {
            let span = Span::new(at, at + paragraph.len());
            at = span.end + 2;
            span.trim(text)
        });
        let paragraphs: Vec<Span> = paragraphs.filter(|paragraph| !paragraph.is_empty()).collect();
        Quotable::of(text, &paragraphs)
    }

    fn quote(text: &str, span: Span) -> Quote {
        quotable(text).quote(text, span)
    }

    fn find(text: &str, quote: &Quote) -> Option<Span> {
        quotable(text).find(&[(quote, "")])[0]
    }

    #[test]
    fn a_place_is_quoted_with_what_is_around_it() {
        let found = spans(TEXT, "officials");
        let second = quote(TEXT, found[1]);
        assert_eq!(second.prefix, "day. The bridge will stay open, ");
        assert_eq!(second.exact, "officials");
        assert_eq!(second.suffix, " said on Tuesday. “Nobody knows,");
        let first = quote(TEXT, spans(TEXT, "The bridge")[0]);
        assert_eq!((first.prefix.as_str(), first.exact.as_str()), ("", "The bridge"));
        assert_eq!(quote(TEXT, Span::new(0, 0)).exact, "The");
        assert_eq!(quote("", Span::new(0, 0)).exact, "");
    }

    /// Each place of each word, found again in the text after an edit.
    #[test]
    fn edits_before_and_behind_leave_a_place_where_it_is() {
        let all: Vec<Span> = ["officials", "The bridge", "“Nobody knows,”", "said", "clerk said", "Monday"]
            .iter()
            .flat_map(|words| spans(TEXT, words))
            .collect();
        for span in all {
            let quote = quote(TEXT, span);
            assert_eq!(find(TEXT, &quote), Some(span), "{quote:?}");
            let edits: [(&str, &str); 6] = [
                ("", "Two workers were hurt, officials said on Friday.\n\n"),
                ("", "Die Brücke — “é” 𝛼\n\n"),
                ("until spring", "until the end of spring"),
                (" on Tuesday", " late on Tuesday"),
                ("\n\n", "\n"),
                (" ", "\n"),
            ];
            for (from, to) in edits {
                // An edit of the words themselves is another thing.
                if !from.trim().is_empty() && span.of(TEXT).contains(from) {
                    continue;
                }
                let edited = if from.is_empty() { format!("{to}{TEXT}") } else { TEXT.replace(from, to) };
                let found = find(&edited, &quote).unwrap_or_else(|| panic!("{quote:?} in {edited:?}"));
                let order = |text: &str, at: usize| text[..at].matches(span.of(TEXT)).count();
                let words = |span: Span, text: &str| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(words(found, &edited), words(span, TEXT));
                if !to.contains(span.of(TEXT)) && !span.of(TEXT).contains(' ') {
                    assert_eq!(order(&edited, found.start), order(TEXT, span.start), "{quote:?} in {edited:?}");
                }
            }
            let appended = format!("{TEXT}\nThe bridge, officials said on Monday, is old. The clerk said so.");
            assert_eq!(find(&appended, &quote), Some(span), "{quote:?}");
        }
    }

    #[test]
    fn no_place_is_found_for_words_that_went_or_that_stand_elsewhere() {
        let quote = quote(TEXT, spans(TEXT, "officials")[0]);
        assert_eq!(find("", &quote), None);
        assert_eq!(find(&TEXT.replace("officials", "engineers"), &quote), None);
        assert_eq!(find("Nine officials resigned in the spring.", &quote), None);
        assert_eq!(find(&TEXT.replace("officials", "unofficials"), &quote), None);
    }

    const BRIDGE: &str = "The council met on Monday.\n\nThe bridge will stay closed until spring, officials say.\n\nThe mayor, Anna \
        Berg, said the repairs would begin soon.\n";

    /// Whether a quote of “officials” that Sayso wrote, or a person by hand, holds in the text after some edits.
    fn check_edits(edits: &[(&str, &str)], holds: bool) {
        let edited = edits.iter().fold(BRIDGE.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        let written = quote(BRIDGE, spans(BRIDGE, "officials")[0]);
        let by_hand = Quote {
            prefix: " until spring, ".to_owned(),
            suffix: " say. The mayor, Anna Berg, said".to_owned(),
            ..written.clone()
        };
        assert_eq!(find(&edited, &written).is_some(), holds, "{edits:?}");
        if edits.len() < 2 {
            assert_eq!(find(&edited, &by_hand).is_some(), holds, "by hand: {edits:?}");
        }
    }

    #[test]
    fn a_sentence_holds_after_small_edits_and_not_when_it_is_rewritten() {
        let kept: &[&[(&str, &str)]] = &[
            &[],
            &[("stay closed", "remain closed")],
            &[("stay closed", "remain closed"), ("The mayor, Anna Berg,", "Mayor Anna Berg")],
            &[("until spring", "until summer"), ("say.", "said.")],
            &[("officials say.\n\nThe mayor, Anna Berg,", "officials say. Nobody knows why.\n\nThe clerk")],
            &[("\n\nThe mayor", "\n\nIt rained.\n\nThe mayor")],
            &[("The mayor, Anna Berg, said the repairs would begin soon.", "")],
            &[("say.\n\nThe", "say. The")],
            &[("closed until", "closed to all traffic until the end of")],
        ];
        for edits in kept {
            check_edits(edits, true);
        }
        let lost: &[&[(&str, &str)]] = &[
            &[("The bridge will stay closed until spring,", "The mayor took a bribe of 40,000 crowns from a builder,")],
            &[("The bridge will stay closed until spring, officials say.", "Officials say nothing.")],
            &[("officials", "engineers")],
            &[("The bridge will stay closed until spring, ", "Nobody wants the old harbour bridge, ")],
        ];
        for edits in lost {
            check_edits(edits, false);
        }
    }

    #[test]
    fn a_quote_written_by_hand_needs_no_context_where_its_words_stand_once() {
        let by_hand = |exact: &str, suffix: &str| Quote {
            exact: exact.to_owned(),
            suffix: suffix.to_owned(),
            ..Quote::default()
        };
        assert!(find(TEXT, &by_hand("the\nclerk", "")).is_some());
        assert_eq!(find(TEXT, &by_hand("officials", "")), None);
        assert_eq!(find(TEXT, &by_hand("officials", " said on Tues")), Some(spans(TEXT, "officials")[1]));
        assert_eq!(find(TEXT, &by_hand("", "")), None);
    }

    #[test]
    fn quotes_that_are_the_same_take_one_place_each() {
        let text = "Officials said so, and that is all that is known.\n".repeat(5);
        let all = spans(&text, "Officials");
        let quotable = quotable(&text);
        let quotes: Vec<Quote> = all.iter().map(|span| quotable.quote(&text, *span)).collect();
        let found = quotable.find(&quotes.iter().map(|quote| (quote, "")).collect::<Vec<_>>());
        assert_eq!(found, all.iter().copied().map(Some).collect::<Vec<_>>());
        // What is quoted for two reasons stands at one place.
        let twice: Vec<(&Quote, &str)> = quotes.iter().flat_map(|quote| [(quote, "a"), (quote, "b")]).collect();
        let expect: Vec<Option<Span>> = all.iter().flat_map(|span| [Some(*span); 2]).collect();
        assert_eq!(quotable.find(&twice), expect);
        // What is left over stands where the last one does.
        let more: Vec<(&Quote, &str)> = std::iter::repeat_n((&quotes[2], ""), 9).collect();
        assert!(quotable.find(&more).iter().all(Option::is_some));
    }

    #[test]
    fn many_quotes_of_one_word_take_no_time() {
        let text = "officials said, ".repeat(5_000);
        let many = quotable(&text);
        let all = spans(&text, "officials");
        let quotes: Vec<Quote> = all.iter().map(|span| many.quote(&text, *span)).collect();
        let pairs = |quotes: &'_ [Quote]| quotes.iter().map(|quote| (quote.clone(), "")).collect::<Vec<_>>();
        let found = |text: &Quotable, quotes: &[Quote]| {
            let owned = pairs(quotes);
            text.find(&owned.iter().map(|(quote, for_what)| (quote, *for_what)).collect::<Vec<_>>())
        };
        assert_eq!(found(&many, &quotes).len(), all.len());
        let nested: Vec<Quote> = (1..2_000).map(|n| Quote { exact: "a".repeat(n), ..Quote::default() }).collect();
        let letters = "a".repeat(100_000);
        assert!(found(&quotable(&letters), &nested).iter().all(Option::is_none));
    }

    #[test]
    fn offsets_go_back_to_the_text() {
        let text = "  a\u{a0}\n b\tcé  d ";
        let flat = Flat::of(text);
        assert_eq!(flat.text, " a b cé d ");
        for word in ["a", "b", "cé", "d"] {
            let (there, here) = (text.find(word).unwrap(), flat.text.find(word).unwrap());
            assert_eq!(flat.at(there), here);
            assert_eq!(flat.at(there + word.len()), here + word.len());
            assert_eq!(flat.span(here, here + word.len()), Span::new(there, there + word.len()));
        }
    }
}
