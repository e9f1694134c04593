//! A place in a text by its words: the quote selector of the W3C's Web Annotation Data Model (`TextQuoteSelector`).
//!
//! A byte's number is wrong after the first edit. The words themselves, with some of what stands before and after, find the
//! place again after edits elsewhere, after a re-wrap, and after small edits nearby. Where the words have gone, or stand only
//! where everything around them is another, nothing is found: no approval moves on to words that nobody approved.

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
/// Words and agreeing context that tell a place have so many characters together, unless all of one side agrees.
const TELLING: usize = 40;
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
}

impl Quotable {
    pub(crate) fn of(text: &str) -> Self {
        Self { flat: Flat::of(text) }
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

    /// Where each quote's words stand now. Quotes that are the same in all take the places that are, one each.
    pub(crate) fn find(&self, quotes: &[&Quote]) -> Vec<Option<Span>> {
        let quotes: Vec<Quote> = quotes.iter().map(|quote| quote.flat()).collect();
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
        let mut seen: HashMap<&Quote, usize> = HashMap::new();
        let mut out = Vec::with_capacity(quotes.len());
        for quote in &quotes {
            let places = numbers.get(quote.exact.as_str()).map(|number| &places[*number]);
            let taken = seen.entry(quote).or_default();
            let start = places.and_then(|places| places.find(&self.flat.text, quote, *taken));
            *taken += usize::from(start.is_some());
            out.push(start.map(|start| self.flat.span(start, start + quote.exact.len())));
        }
        out
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

    /// The place that agrees best with a quote, or of several that agree as well one of a number.
    fn find(&self, text: &str, quote: &Quote, number: usize) -> Option<usize> {
        let suffix = self.by_suffix.partition_point(|at| behind(&text[*at + self.length..]).lt(behind(&quote.suffix)));
        let prefix = self.by_prefix.partition_point(|at| before(&text[..*at]).lt(before(&quote.prefix)));
        let mut near: Vec<usize> = around(&self.by_suffix, suffix).chain(around(&self.by_prefix, prefix)).collect();
        near.sort_unstable();
        near.dedup();
        let agreements: Vec<Agreement> = near.iter().map(|at| Agreement::of(text, quote, *at)).collect();
        let best = *agreements.iter().max_by_key(|agreement| agreement.both())?;
        let length = |text: &str| text.chars().count();
        let own = length(&quote.exact);
        let most = own + length(&quote.prefix) + length(&quote.suffix);
        if own + best.both() < TELLING.min(most) && best.before.max(best.behind) < CONTEXT {
            return None;
        }
        let mut as_good = near.iter().zip(&agreements).filter(|(_, agreement)| agreement.both() == best.both());
        if !quote.has_context() && as_good.clone().count() > 1 {
            return None;
        }
        as_good.nth(number).map(|(at, _)| *at)
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

/// Characters of a quote's context that stand around a place, from the words outwards.
#[derive(Clone, Copy)]
struct Agreement {
    before: usize,
    behind: usize,
}

impl Agreement {
    fn of(text: &str, quote: &Quote, start: usize) -> Self {
        let end = start + quote.exact.len();
        Self {
            before: side(text[..start].chars().rev(), quote.prefix.chars().rev()),
            behind: side(text[end..].chars(), quote.suffix.chars()),
        }
    }

    fn both(self) -> usize {
        self.before + self.behind
    }
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

    fn quote(text: &str, span: Span) -> Quote {
        Quotable::of(text).quote(text, span)
    }

    fn find(text: &str, quote: &Quote) -> Option<Span> {
        Quotable::of(text).find(&[quote])[0]
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
        let quotable = Quotable::of(&text);
        let quotes: Vec<Quote> = all.iter().map(|span| quotable.quote(&text, *span)).collect();
        let found = quotable.find(&quotes.iter().collect::<Vec<_>>());
        assert_eq!(found, all.iter().copied().map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn many_quotes_of_one_word_take_no_time() {
        let text = "officials said, ".repeat(5_000);
        let quotable = Quotable::of(&text);
        let all = spans(&text, "officials");
        let quotes: Vec<Quote> = all.iter().map(|span| quotable.quote(&text, *span)).collect();
        assert_eq!(quotable.find(&quotes.iter().collect::<Vec<_>>()).len(), all.len());
        let nested: Vec<Quote> = (1..2_000).map(|n| Quote { exact: "a".repeat(n), ..Quote::default() }).collect();
        let letters = "a".repeat(100_000);
        assert!(Quotable::of(&letters).find(&nested.iter().collect::<Vec<_>>()).iter().all(Option::is_none));
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
