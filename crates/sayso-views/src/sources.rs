//! The sources of an article with a letter each, so that an eye finds all that one source says, and what is known of them.

use std::collections::{HashMap, HashSet};

use sayso_reading::{Reading, Source, SourceId};
use sayso_text::{CodePoints, Span};

use crate::csv::{each, offsets, write_row, written};
use crate::facts::{spoken, terms};
use crate::listing::Listing;
use crate::text::Options;

/// The sources of one reading: those it resolved, in its order, then words that it did not resolve.
pub(crate) struct Sources<'r> {
    pub(crate) list: Vec<Speaker<'r>>,
    /// For each attribution, in the reading's order, its place in `list`; none where no source is named.
    pub(crate) of: Vec<Option<usize>>,
    ids: HashMap<SourceId, usize>,
}

/// One source and what rests on it.
pub(crate) struct Speaker<'r> {
    /// `A`, `B`, … `Z`, `AA`, …
    pub(crate) letter: String,
    /// Its name, or the words that first describe it, white space made single.
    pub(crate) words: String,
    /// Who it is; none for words that were not resolved.
    pub(crate) source: Option<&'r Source>,
    /// Places in the reading's attributions.
    pub(crate) attributions: Vec<usize>,
    /// How many chains it stands in between the article and the root.
    pub(crate) relays: usize,
}

impl<'r> Sources<'r> {
    pub(crate) fn of(reading: &'r Reading) -> Self {
        let text = &reading.article.text;
        let mut sources = Self { list: Vec::new(), of: Vec::new(), ids: HashMap::new() };
        for source in &reading.sources {
            let place = sources.push(called(text, source), Some(source));
            sources.ids.insert(source.id, place);
        }
        let mut unresolved: HashMap<String, usize> = HashMap::new();
        for (index, attribution) in reading.attributions.iter().enumerate() {
            let known = attribution.source_id.and_then(|id| sources.place(id));
            let place = known.or_else(|| {
                let words = Some(plain(text, &attribution.source)).filter(|words| !words.is_empty())?;
                let key = words.to_lowercase();
                Some(*unresolved.entry(key).or_insert_with(|| sources.push(words, None)))
            });
            sources.of.push(place);
            if let Some(place) = place {
                sources.list[place].attributions.push(index);
            }
        }
        for chain in &reading.chains {
            let between = chain.links.get(1..chain.links.len().saturating_sub(1)).unwrap_or_default();
            for place in between.iter().filter_map(|link| sources.ids.get(&link.source?)) {
                sources.list[*place].relays += 1;
            }
        }
        sources
    }

    /// Where a source stands in `list`.
    pub(crate) fn place(&self, id: SourceId) -> Option<usize> {
        self.ids.get(&id).copied()
    }

    fn push(&mut self, words: String, source: Option<&'r Source>) -> usize {
        let letter = letter(self.list.len());
        self.list.push(Speaker { letter, words, source, attributions: Vec::new(), relays: 0 });
        self.list.len() - 1
    }
}

impl Speaker<'_> {
    /// Whether its words only point at someone who is not known, and may be another each time.
    pub(crate) fn is_pronoun(&self) -> bool {
        self.source.is_none() && is_pronoun(&self.words)
    }

    /// What is known of it, a phrase each: type, titles, affiliations, terms, why it can know.
    pub(crate) fn details(&self, text: &str) -> Vec<String> {
        let Some(source) = self.source else {
            let doubt = "a pronoun: may be another each time".to_owned();
            return self.is_pronoun().then_some(doubt).into_iter().collect();
        };
        let words = self.words.to_lowercase();
        let mut unsaid = positions(text, source);
        unsaid.retain(|position| !words.contains(&position.to_lowercase()));
        let details = [
            Some(spoken(source.kind.name())),
            Some(unsaid.join(", ")),
            source.terms.map(|stated| terms(text, stated)),
            source.justification.map(|span| plain(text, &[span])),
            (self.relays > 0).then(|| format!("passes on {}", self.relays)),
        ];
        details.into_iter().flatten().filter(|detail| !detail.is_empty()).collect()
    }

    /// How much it says, for a person.
    pub(crate) fn count(&self) -> String {
        counted(self.attributions.len(), "statement")
    }
}

/// The titles of a source, and those whom it belongs to that stand in none of them; the same words once.
pub(crate) fn positions(text: &str, source: &Source) -> Vec<String> {
    let titles = distinct(text, &source.titles);
    let said = titles.join(", ");
    let affiliations = distinct(text, &source.affiliations).into_iter();
    let affiliations: Vec<String> = affiliations.filter(|words| !said.contains(words.as_str())).collect();
    [titles, affiliations].concat()
}

/// A number with its word.
pub(crate) fn counted(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}

/// A description of more words is not taken for a name.
const MOST_WORDS: usize = 10;

/// What a source is called: its name, else the first words that describe it.
fn called(text: &str, source: &Source) -> String {
    // Of several descriptions the fullest, if it is none that tells a story.
    let words = |mention: &Span| mention.of(text).split_whitespace().count();
    let brief =
        || source.mentions.iter().filter(|mention| !is_pronoun(mention.of(text)) && words(mention) <= MOST_WORDS);
    let longest = || brief().map(words).max().unwrap_or(0);
    let fullest = || {
        let most = longest();
        brief().find(|mention| words(mention) == most)
    };
    let described = || fullest().or_else(|| source.mentions.iter().find(|mention| !is_pronoun(mention.of(text))));
    let else_known = || source.mentions.first().or(source.aliases.first()).or(source.titles.first());
    source.name.as_ref().or_else(described).or_else(else_known).map(|span| plain(text, &[*span])).unwrap_or_default()
}

fn is_pronoun(words: &str) -> bool {
    PRONOUNS.contains(&words.to_lowercase().as_str())
}

const PRONOUNS: [&str; 22] = [
    "he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "us", "who", "his", "their", "its", "my", "our",
    "this", "that", "one", "others", "both",
];

/// The words of some spans in one line: white space made single, `…` where a piece is left out.
pub(crate) fn plain(text: &str, spans: &[Span]) -> String {
    let pieces: Vec<String> =
        spans.iter().map(|s| s.of(text).split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    pieces.join(" … ")
}

/// The words of each span in one line, the same words once.
fn distinct(text: &str, spans: &[Span]) -> Vec<String> {
    let mut known = HashSet::new();
    let words = spans.iter().map(|span| plain(text, &[*span]));
    words.filter(|words| known.insert(words.to_lowercase())).collect()
}

fn letter(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (index % 26) as u8));
        if index < 26 {
            return letters.iter().rev().collect();
        }
        index = index / 26 - 1;
    }
}

pub(crate) const HEADER: [&str; 14] = [
    "path",
    "id",
    "type",
    "name",
    "description",
    "titles",
    "affiliations",
    "aliases",
    "terms",
    "reason",
    "justification",
    "statements",
    "relays",
    "mentions",
];

/// A row for each source.
pub(crate) fn rows(reading: &Reading) -> String {
    let text = &reading.article.text;
    let map = CodePoints::of(text);
    let sources = Sources::of(reading);
    let words = |span: Option<Span>| span.map(|span| span.of(text).to_owned()).unwrap_or_default();
    written(|writer| {
        for speaker in &sources.list {
            let Some(source) = speaker.source else { continue };
            write_row(
                writer,
                [
                    reading.article.path.clone().unwrap_or_default(),
                    source.id.to_string(),
                    source.kind.name().to_owned(),
                    words(source.name),
                    speaker.words.clone(),
                    each(text, &source.titles),
                    each(text, &source.affiliations),
                    each(text, &source.aliases),
                    source.terms.map(|stated| stated.terms.name().to_owned()).unwrap_or_default(),
                    words(source.terms.and_then(|stated| stated.reason)),
                    words(source.justification),
                    speaker.attributions.len().to_string(),
                    speaker.relays.to_string(),
                    offsets(&map, &source.mentions),
                ],
            );
        }
    })
}

/// The sources for a terminal: a line or two each.
pub(crate) fn text(reading: &Reading, options: Options) -> String {
    let words = &reading.article.text;
    let sources = Sources::of(reading);
    let mut listing = Listing::of(reading, options, sources.list.len(), "sources");
    for speaker in &sources.list {
        let id = speaker.source.map(|source| source.id.to_string()).unwrap_or_default();
        listing.item(&id, &speaker.words, &[speaker.details(words), vec![speaker.count()]].concat());
    }
    listing.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(index: usize, expect: &str) {
        assert_eq!(letter(index), expect, "{index}");
    }

    #[test]
    fn letters_count_on_after_z() {
        for (index, expect) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            check(index, expect);
        }
    }
}
