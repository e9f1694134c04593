//! Named sources across articles: who is the same, by name with title and context, with a log of every merge. Unnamed sources stay
//! descriptions in their articles.

use std::sync::Arc;

use crate::record::{ArticleRecord, SourceRecord, Telling};

/// A source in an article with all it says there.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceInArticle {
    /// Where.
    pub article: Arc<ArticleRecord>,
    /// Who.
    pub source: Arc<SourceRecord>,
    /// What it says, in text order.
    pub tellings: Vec<Telling>,
}

/// All sources of an archive, or those asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// Named ones, those with most statements first.
    pub named: Vec<Named>,
    /// Unnamed ones, each of one article, in the order of time.
    pub unnamed: Vec<SourceInArticle>,
}

/// A named person, organization or document across articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The fullest name.
    pub name: String,
    /// Other names that it goes by.
    pub aliases: Vec<String>,
    /// Its sources in articles, in the order of time.
    pub places: Vec<SourceInArticle>,
    /// Titles held, each with the day of the first and the last article that gives it, in the order of time.
    pub titles: Vec<Title>,
    /// Why sources of different articles are taken for one.
    pub merges: Vec<Merge>,
    /// What it says that repeats or contradicts what it said before.
    pub again: Vec<Again>,
}

/// A title that somebody held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// As it stands.
    pub title: String,
    /// Day of the first article that gives it.
    pub first: Option<String>,
    /// Day of the last.
    pub last: Option<String>,
}

/// Why two sources are taken for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The source (row of the archive) that was joined to those before.
    pub source: i64,
    /// The one that it was joined to.
    pub to: i64,
    /// What shows it: "same name", "surname and the title ‘harbour master’".
    pub why: String,
}

/// Somebody says again what they said, or the opposite. Places count statements over `places` in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Again {
    /// The earlier: place and telling.
    pub before: [usize; 2],
    /// The later: place and telling.
    pub after: [usize; 2],
    /// Whether it says no to the earlier or gives another value.
    pub contradicts: bool,
}
