//! Whether articles are of one story: by the names that they share, the rarer the more.
//!
//! A claim told in other words is known by little. That it stands in an article about the same places, people and companies is most of what tells
//! it from a sentence that only sounds like it.

use std::collections::{BTreeMap, HashSet};

use sayso_reading::dates::{is_month, is_weekday};
use sayso_text::words;

use crate::{Archive, ArchiveError, Clipping};

/// The share of what a story's names weigh that an article of it has. Of articles that tell a claim of a generated week 99 of 100 have it,
/// of those of other stories 4.
const SHARE: f64 = 0.2;
/// A name in nearly half of all articles, and in more, tells nothing.
const LEAST: f64 = 0.7;
/// A name counts no more often than this in one article.
const MOST_OFTEN: usize = 4;

/// The names of a story, each with its weight: how often it stands there, times how rare it is in the archive (tf·idf).
#[derive(Debug, Default)]
pub(super) struct Story {
    names: BTreeMap<String, f64>,
}

impl Story {
    /// That of some articles: the names that more than half of them have, since one of them may tell of other things too.
    pub(super) fn of(archive: &Archive, articles: &[&Clipping]) -> Result<Self, ArchiveError> {
        let all: i64 = archive.db.prepare_cached("SELECT count(*) FROM article")?.query_row([], |row| row.get(0))?;
        let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for clipping in articles {
            let mut here: BTreeMap<String, usize> = BTreeMap::new();
            for name in names(&clipping.text) {
                *here.entry(name).or_default() += 1;
            }
            for (name, count) in here {
                let entry = counts.entry(name).or_default();
                *entry = (entry.0 + 1, entry.1 + count.min(MOST_OFTEN));
            }
        }
        let mut story = Self::default();
        for (name, (having, count)) in counts.into_iter().filter(|(_, (having, _))| having * 2 > articles.len()) {
            let others = archive.articles_with(&name)?.max(1);
            let rarity = (all as f64 / others as f64).ln();
            if rarity >= LEAST || all < FEW {
                story.names.insert(name, rarity.max(0.1) * count as f64 / having as f64);
            }
        }
        Ok(story)
    }

    /// Whether a text is of it.
    pub(super) fn has(&self, text: &str) -> bool {
        let mut found: HashSet<&str> = HashSet::new();
        let mut bare = String::new();
        for word in words(text) {
            make_bare(word.of(text), &mut bare);
            found.extend(self.names.get_key_value(&bare).map(|(name, _)| name.as_str()));
        }
        let shared = self.names.iter().filter(|(name, _)| found.contains(name.as_str()));
        let shared: f64 = shared.map(|(_, weight)| weight).sum();
        let all: f64 = self.names.values().sum();
        shared >= SHARE * all
    }
}

/// Among so few articles a name in half of them may well be the story's.
const FEW: i64 = 40;

/// Words with a capital where no sentence begins.
fn names(text: &str) -> Vec<String> {
    let all = words(text);
    let pairs = all.windows(2).map(|pair| (pair[0].of(text), pair[1].of(text)));
    let inside = pairs.filter(|(before, word)| {
        before.ends_with(char::is_alphanumeric) && word.starts_with(char::is_uppercase) && word.chars().count() > 2
    });
    let names = inside.map(|(_, word)| bare(word));
    names.filter(|name| !is_month(name) && !is_weekday(name)).collect()
}

fn bare(word: &str) -> String {
    let mut out = String::new();
    make_bare(word, &mut out);
    out
}

/// A word in lower case, without its ending as a genitive.
fn make_bare(word: &str, out: &mut String) {
    out.clear();
    out.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    if out.ends_with("'s") {
        out.truncate(out.len() - 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_with_a_capital_inside_a_sentence() {
        let text = "The leak at Lund Cold’s store in Osterby was told on Monday in November. Nobody died.";
        assert_eq!(names(text), ["lund", "cold", "osterby"]);
    }
}
