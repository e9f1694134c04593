//! Where an article names its sources: every place in its text, not only those where they speak.

use std::collections::HashMap;

use sayso_reading::{Source, SourceId, SourceType};
use sayso_text::sentences::Sentence;

use crate::Desk;

/// A place where a person who speaks in the article is named.
pub(super) struct Place {
    /// Which of the desk's sentences.
    pub line: usize,
    /// The words of the name there, without a title.
    pub words: std::ops::Range<usize>,
}

/// The people by name who speak in an article, and every place that names each.
pub(super) fn people<'r>(desk: &Desk<'r>) -> Vec<(&'r Source, Vec<Place>)> {
    let is_person = |source: &&Source| source.kind == SourceType::NamedPerson && source.name.is_some();
    let people: Vec<&Source> = desk.reading.sources.iter().filter(is_person).collect();
    // A family name that two share tells of neither.
    let mut by_last: HashMap<&str, Option<SourceId>> = HashMap::new();
    for person in &people {
        let last = name(desk, person).rsplit(' ').next().unwrap_or_default();
        by_last.entry(last).and_modify(|id| *id = None).or_insert(Some(person.id));
    }
    let mut places: HashMap<SourceId, Vec<Place>> = HashMap::new();
    for (number, line) in desk.sentences.iter().enumerate() {
        let sentence = &line.sentence;
        for at in 0..sentence.words.len() {
            let Some(Some(id)) = by_last.get(bare(sentence.word(at))) else { continue };
            let Some(person) = desk.source(*id) else { continue };
            let first = first_word(sentence, at, name(desk, person));
            places.entry(*id).or_default().push(Place { line: number, words: first..at + 1 });
        }
    }
    people.into_iter().map(|person| (person, places.remove(&person.id).unwrap_or_default())).collect()
}

/// A person's name.
pub(super) fn name<'r>(desk: &Desk<'r>, person: &Source) -> &'r str {
    person.name.map_or("", |span| span.of(desk.text))
}

/// Where a name begins whose last word stands at a place.
fn first_word(sentence: &Sentence<'_>, last: usize, name: &str) -> usize {
    let before = name.split(' ').rev().skip(1).collect::<Vec<_>>();
    let same = before
        .iter()
        .enumerate()
        .take_while(|(i, word)| last.checked_sub(i + 1).is_some_and(|at| sentence.word(at) == **word));
    last - same.count()
}

/// A word without what makes it possessive.
pub(super) fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word)
}
