//! Named sources across articles: who is the same, by name with title and context, with a log of every merge. Unnamed
//! sources stay descriptions in their articles.
//!
//! **Persons** are looked for by surname. Rows with most told come first (a full name with middle names, a full name,
//! an initial, a surname), and each joins a person only where every name of that person agrees with its own and no
//! calling says no; where it could be two persons, what stands around it must tell which. A surname alone needs a title
//! or an affiliation in common, and the outlet or names beside it. So two full names that differ are never joined by
//! way of a third.
//!
//! **Organizations** go by name with or without article, and by a short form where an article gives both. A name that
//! many places have ("Interior Ministry") needs the outlet or names beside it. **Documents** go by name alone.
//!
//! **Invariant:** a source without a name stays in `unnamed`, one for each row, whatever its words are. So does one
//! whose terms keep its name back: a pseudonym is the name of nobody.

mod again;
mod bodies;
mod context;
mod find;
pub(crate) mod name;
mod persons;
mod tables;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sayso_reading::SourceType;

use crate::claim::Match;
use crate::fold;
use crate::record::{ArticleRecord, SourceRecord, Telling};
pub(crate) use bodies::{initials as body_initials, key as body_key};
pub use find::named_like;

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

/// Takes a merge back: this source (row of the archive) stands alone, and nothing is joined to it. Those that were
/// joined to it are placed among themselves again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Split {
    /// The source that is somebody else.
    pub source: i64,
}

/// Rows that are one.
struct Group {
    /// Places among all rows, in the order in which they were joined.
    rows: Vec<usize>,
    merges: Vec<Merge>,
}

/// Puts the sources of an archive together by name. `repeats` says what one statement is to another; it is asked for
/// some thousand pairs at most, the newest statements first, and for a few hundred of one source.
pub fn sources(
    mut all: Vec<SourceInArticle>,
    repeats: &dyn Fn(&Telling, &Telling) -> Option<Match>,
    splits: &[Split],
) -> Sources {
    all.sort_by(|one, other| order(one).cmp(&order(other)));
    let alone: BTreeSet<i64> = splits.iter().map(|split| split.source).collect();
    let (mut persons, mut organizations, mut documents) = (Vec::new(), Vec::new(), Vec::new());
    let mut of_article: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (at, place) in all.iter().enumerate() {
        of_article.entry(place.article.id).or_default().push(at);
        match place.source.kind {
            _ if !has_name(&place.source) => {}
            SourceType::NamedPerson => persons.push(at),
            SourceType::NamedOrganization => organizations.push(at),
            _ => documents.push(at),
        }
    }
    let short = bodies::Short::of(&all, &organizations, &of_article);
    let mut groups = persons::persons(&all, &persons, &alone);
    groups.extend(bodies::bodies(&all, &organizations, &alone, &short));
    groups.extend(bodies::bodies(&all, &documents, &alone, &bodies::Short::default()));
    let mut rows: Vec<Option<SourceInArticle>> = all.into_iter().map(Some).collect();
    let mut named: Vec<Named> = groups.into_iter().map(|group| Named::of(group, &mut rows)).collect();
    named.sort_by(|one, other| one.rank().cmp(&other.rank()));
    let mut budget = again::Budget::new();
    for one in &mut named {
        one.again = again::again(&one.places, repeats, &mut budget);
    }
    Sources { named, unnamed: rows.into_iter().flatten().collect() }
}

fn order(place: &SourceInArticle) -> ((bool, &str, i64), u32, i64) {
    (place.article.order(), place.source.number, place.source.id)
}

/// Whether a source can be known again by its name.
fn has_name(source: &SourceRecord) -> bool {
    let Some(name) = source.name.as_deref() else { return false };
    !source.is_kept_back()
        && match source.kind {
            SourceType::NamedPerson => name::Name::of(name).is_some(),
            SourceType::NamedOrganization | SourceType::Document => bodies::key(name).is_some(),
            SourceType::AnonymousSource | SourceType::UnnamedPerson | SourceType::UnnamedGroup => false,
        }
}

impl Named {
    /// A group with its rows taken out of all.
    fn of(group: Group, all: &mut [Option<SourceInArticle>]) -> Self {
        let mut rows = group.rows;
        rows.sort_unstable();
        let places: Vec<SourceInArticle> = rows.iter().filter_map(|at| all[*at].take()).collect();
        let of_row: BTreeMap<i64, usize> = places.iter().enumerate().map(|(at, place)| (place.source.id, at)).collect();
        let mut merges = group.merges;
        merges.sort_by_key(|merge| (of_row.get(&merge.source).copied(), merge.source));
        let mut names: Vec<&str> = Vec::new();
        for name in places.iter().filter_map(|place| place.source.name.as_deref()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        // The first of the fullest: most words, then most letters.
        let fullest = |name: &&&str| {
            let bare =
                name.split_once(' ').filter(|(first, _)| fold::fold(first) == "the").map_or(**name, |(_, rest)| rest);
            (name::spelled_out(bare), bare.chars().filter(|c| c.is_alphanumeric()).count())
        };
        let name = names.iter().rev().max_by_key(fullest).copied().unwrap_or_default().to_owned();
        let aliases = names.iter().filter(|alias| **alias != name).map(|alias| (*alias).to_owned()).collect();
        Named { name, aliases, titles: titles(&places), places, merges, again: Vec::new() }
    }

    /// Those with most statements come first.
    fn rank(&self) -> (std::cmp::Reverse<usize>, &str, i64) {
        let statements =
            self.places.iter().flat_map(|place| &place.tellings).filter(|telling| telling.statement.is_some());
        let first = self.places.first().map_or(0, |place| place.source.id);
        (std::cmp::Reverse(statements.count()), &self.name, first)
    }
}

/// The titles that places in the order of time give, each with its first and last day.
fn titles(places: &[SourceInArticle]) -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for place in places {
        let day = &place.article.day;
        for title in &place.source.titles {
            let at = *known.entry(fold::words(title).join(" ")).or_insert_with(|| {
                titles.push(Title { title: title.clone(), first: day.clone(), last: day.clone() });
                titles.len() - 1
            });
            let held = &mut titles[at];
            held.first = held.first.take().into_iter().chain(day.clone()).min();
            held.last = held.last.take().max(day.clone());
        }
    }
    titles
}
