//! Which articles may tell a claim: those that share its rarest words, found by the indices. Whether they do tell it is for
//! [`sayso_lineage::claim`] to say.
//!
//! How much sharing a word says is counted from the articles that have it (inverse document frequency: Spärck Jones 1972), and each
//! word counts once: the lists of those that have it are read anyway, and FTS5's own rank would read them twice more.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use rusqlite::params;
use sayso_reading::overlap;
use sayso_text::words;

use crate::clipping::article_of;
use crate::query::phrase;
use crate::{Archive, ArchiveError};

/// Articles that have a word: beyond so many it tells too little to be looked for by itself.
const COMMON: usize = 2000;
/// Articles that the words that are looked for have in all, at most.
const MOST_LOOKED_AT: usize = 6000;
/// Words of which it is counted how many articles have them, and those that are looked for, at most.
const MOST_COUNTED: usize = 24;
const MOST_WORDS: usize = 16;
/// Where all words are common: those that have so many of them, and if they are too few, those that have fewer.
const TOGETHER: [usize; 2] = [8, 4];
/// Candidates from the index of statements and from that of articles: so many of each in turn, and so many in all.
const IN_TURN: [usize; 2] = [18, 12];
const IN_ALL: [usize; 2] = [150, 100];

/// A word that is looked for, as FTS5 takes it, with the articles that have it, no more than [`COMMON`].
struct Term {
    phrase: String,
    articles: Rc<[i64]>,
}

/// What was read from the indices for one question: several wordings of a claim have most of their words in common.
#[derive(Default)]
pub(crate) struct Lists {
    of: HashMap<(&'static str, String), Rc<[i64]>>,
}

impl Lists {
    fn of(
        &mut self,
        archive: &Archive,
        sql: &'static str,
        phrase: &str,
        most: usize,
    ) -> Result<Rc<[i64]>, ArchiveError> {
        let asked = (sql, phrase.to_owned());
        if let Some(list) = self.of.get(&asked) {
            return Ok(Rc::clone(list));
        }
        let list: Rc<[i64]> = archive.having(sql, phrase, most)?.into();
        self.of.insert(asked, Rc::clone(&list));
        Ok(list)
    }
}

impl Archive {
    /// Articles that may tell what these words say, those with the rarest of them first.
    pub fn may_tell(&self, told: &str) -> Result<Vec<i64>, ArchiveError> {
        self.may_tell_by(told, &mut Lists::default())
    }

    /// As [`Archive::may_tell`], with what was read for other wordings.
    pub(crate) fn may_tell_by(&self, told: &str, lists: &mut Lists) -> Result<Vec<i64>, ArchiveError> {
        let terms = self.terms(told, lists)?;
        let (by_statement, by_article) = match terms.iter().filter(|term| term.articles.len() < COMMON).count() {
            0 => self.with_many(&terms)?,
            rare => self.with_rarest(&terms[..rare.min(MOST_WORDS)], lists)?,
        };
        let mut turns = [by_statement.chunks(IN_TURN[0]), by_article.chunks(IN_TURN[1])];
        let mut found: Vec<i64> = Vec::new();
        let mut known: HashSet<i64> = HashSet::new();
        loop {
            let [some, others] = turns.each_mut().map(Iterator::next);
            if some.is_none() && others.is_none() {
                return Ok(found);
            }
            let turn = some.into_iter().chain(others).flatten().copied();
            found.extend(turn.filter(|article| known.insert(*article)));
        }
    }

    /// Other texts of the article, copies of it, and what it is a copy of.
    pub fn relatives(&self, article: i64) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached(
            "WITH first AS (SELECT coalesce((SELECT of FROM copy WHERE article = ?1), ?1) AS id)
             SELECT id FROM article WHERE key = (SELECT key FROM article WHERE id = ?1)
             UNION SELECT id FROM first
             UNION SELECT article FROM copy WHERE of = (SELECT id FROM first)
             ORDER BY 1",
        )?;
        let rows = select.query_map([article], |row| row.get(0))?;
        let found: Vec<i64> = rows.collect::<Result<_, _>>()?;
        Ok(found.into_iter().filter(|other| *other != article).collect())
    }

    /// How many articles have a word, no more than [`COMMON`].
    pub(crate) fn articles_with(&self, word: &str) -> Result<usize, ArchiveError> {
        Ok(self.having(ARTICLES, &phrase(word), COMMON)?.len())
    }

    /// The words that may tell something and that any article has, the rarest first.
    fn terms(&self, told: &str, lists: &mut Lists) -> Result<Vec<Term>, ArchiveError> {
        let all = words(told).into_iter().map(|word| word.of(told));
        // Each with whether it is written without a capital.
        let mut found: BTreeMap<String, bool> = BTreeMap::new();
        for word in all.filter(|word| word.starts_with(char::is_alphanumeric)) {
            let (low, is_small) = (word.to_lowercase(), !word.starts_with(char::is_uppercase));
            *found.entry(low).or_insert(true) &= is_small;
        }
        let mut words: Vec<(String, bool)> =
            found.into_iter().filter(|(word, _)| overlap::stem(word).is_some()).collect();
        // What is likely to be rare: names, then long words.
        words.sort_by_key(|(word, is_small)| (*is_small, Reverse(word.chars().count())));
        words.truncate(MOST_COUNTED);
        let mut terms: Vec<Term> = Vec::with_capacity(words.len());
        for (word, _) in words {
            let phrase = phrase(&word);
            let articles = lists.of(self, ARTICLES, &phrase, COMMON)?;
            terms.extend((!articles.is_empty()).then_some(Term { phrase, articles }));
        }
        terms.sort_by(|a, b| (a.articles.len(), &a.phrase).cmp(&(b.articles.len(), &b.phrase)));
        Ok(terms)
    }

    /// By statements and by articles, those that share the rarest words.
    fn with_rarest(&self, rare: &[Term], lists: &mut Lists) -> Result<(Vec<i64>, Vec<i64>), ArchiveError> {
        let all: i64 = self.db.prepare_cached("SELECT max(id) FROM article")?.query_row([], |row| row.get(0))?;
        let (mut statements, mut articles) = (Shared::default(), Shared::default());
        let mut looked_at = 0;
        for (at, term) in rare.iter().enumerate() {
            looked_at += term.articles.len();
            if at > 0 && looked_at > MOST_LOOKED_AT {
                break;
            }
            let weight = rarity(term.articles.len(), all);
            articles.add(&term.articles, weight);
            statements.add(&lists.of(self, STATEMENTS, &term.phrase, MOST_LOOKED_AT)?, weight);
        }
        Ok((statements.most(IN_ALL[0]).into_iter().map(article_of).collect(), articles.most(IN_ALL[1])))
    }

    /// By statements and by articles, those that have many of the words, of equals the first that were added.
    fn with_many(&self, terms: &[Term]) -> Result<(Vec<i64>, Vec<i64>), ArchiveError> {
        let (mut by_statement, mut by_article) = (Vec::new(), Vec::new());
        let phrases: Vec<&str> = terms.iter().map(|term| term.phrase.as_str()).collect();
        let mut counts: Vec<usize> = TOGETHER.iter().map(|count| phrases.len().min(*count)).collect();
        counts.dedup();
        for count in counts.into_iter().filter(|count| *count > 0) {
            let query = phrases[..count].join(" AND ");
            for (sql, found, most) in
                [(STATEMENTS, &mut by_statement, IN_ALL[0]), (ARTICLES, &mut by_article, IN_ALL[1])]
            {
                if found.len() < most {
                    found.extend(self.having(sql, &query, most)?);
                }
            }
        }
        Ok((by_statement.into_iter().map(article_of).collect(), by_article))
    }

    fn having(&self, sql: &str, query: &str, most: usize) -> Result<Vec<i64>, ArchiveError> {
        let mut select = self.db.prepare_cached(sql)?;
        let rows = select.query_map(params![query, most as i64], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

const ARTICLES: &str = "SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT ?";
const STATEMENTS: &str = "SELECT rowid FROM statement_index WHERE statement_index MATCH ? LIMIT ?";

/// What sharing a word says, in quarters of a bit: the logarithm of all over those that have it. In whole numbers, so that it is the same
/// on every processor.
fn rarity(having: usize, all: i64) -> u32 {
    let fourth = |count: u64| u128::from(count.min(1 << 31)).pow(4);
    1 + (fourth(all.unsigned_abs()) / fourth(having.max(1) as u64)).max(1).ilog2()
}

/// Rows by what the words weigh that they share with what is told.
#[derive(Default)]
struct Shared {
    weights: HashMap<i64, u32>,
}

impl Shared {
    fn add(&mut self, rows: &[i64], weight: u32) {
        for row in rows {
            *self.weights.entry(*row).or_default() += weight;
        }
    }

    /// Those that share most, so many of them; of equals those that were added first.
    fn most(self, count: usize) -> Vec<i64> {
        let mut rows: Vec<(Reverse<u32>, i64)> =
            self.weights.into_iter().map(|(row, weight)| (Reverse(weight), row)).collect();
        rows.sort_unstable();
        rows.into_iter().take(count).map(|(_, row)| row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rarer_word_says_more_and_any_word_something() {
        assert_eq!([rarity(1, 1), rarity(100, 100), rarity(0, 1)], [1, 1, 1]);
        assert_eq!([rarity(50, 100), rarity(25, 100), rarity(1, 1 << 20)], [5, 9, 81]);
        assert!(rarity(1, i64::MAX) > rarity(2, i64::MAX));
    }

    #[test]
    fn those_that_share_most_come_first_and_of_equals_the_first_added() {
        let mut shared = Shared::default();
        shared.add(&[4, 7, 9], 2);
        shared.add(&[9, 3], 5);
        assert_eq!(shared.most(3), [9, 3, 4]);
    }
}
