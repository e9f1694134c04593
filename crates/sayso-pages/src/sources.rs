//! Named sources across articles, and unnamed ones, each in its article.
//!
//! An unnamed source is a description in one article. No view puts two of them together, and none links one to a name.

mod csv;
mod html;
mod json;
mod text;

pub use csv::csv;
pub use html::html;
pub use json::json;
pub use text::text;

use std::collections::BTreeSet;

use sayso_lineage::people::{Again, Merge, Named, SourceInArticle, Sources, Title};
use sayso_lineage::record::Telling;

use crate::words::{counted, day, plain, spoken};

/// How much is told of each source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// A line: name, type, titles, how much it says.
    List,
    /// All it said in time, titles held, figures, repeats and contradictions, and why its sources are taken for one.
    Full,
}

/// What kind of source it is in most of its articles, the first of them where that is open.
fn kind(named: &Named) -> &'static str {
    let kinds: Vec<&'static str> = named.places.iter().map(|place| place.source.kind.name()).collect();
    let count = |kind: &str| kinds.iter().filter(|one| **one == kind).count();
    let mut distinct: Vec<&'static str> = Vec::new();
    for kind in &kinds {
        if !distinct.contains(kind) {
            distinct.push(kind);
        }
    }
    let most = distinct.iter().map(|kind| count(kind)).max().unwrap_or(0);
    distinct.into_iter().find(|kind| count(kind) == most).unwrap_or("named_person")
}

fn statements(named: &Named) -> usize {
    named.places.iter().map(|place| place.tellings.len()).sum()
}

fn articles(named: &Named) -> usize {
    named.places.iter().map(|place| place.article.id).collect::<BTreeSet<_>>().len()
}

/// The days of its first and its last article.
fn days(named: &Named) -> Option<[&str; 2]> {
    let days = || named.places.iter().filter_map(|place| place.article.day.as_deref());
    Some([days().min()?, days().max()?])
}

/// Two days for a person; one where they are the same.
fn between(first: &str, last: &str) -> String {
    if first == last { day(first) } else { format!("{} to {}", day(first), day(last)) }
}

/// What is known of a named source, in one line.
fn line(named: &Named) -> String {
    let titles = named.titles.iter().map(|title| plain(&title.title)).collect::<Vec<_>>().join(", ");
    let count = format!("{} in {}", counted(statements(named), "statement"), counted(articles(named), "article"));
    let days = days(named).map(|[first, last]| between(first, last));
    let parts = [Some(spoken(kind(named))), Some(titles), Some(count), days];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn title(title: &Title) -> String {
    let days = match (title.first.as_deref(), title.last.as_deref()) {
        (Some(first), Some(last)) => between(first, last),
        (Some(one), None) | (None, Some(one)) => day(one),
        (None, None) => "undated".to_owned(),
    };
    format!("{} ({days})", plain(&title.title))
}

/// The numbers that stand before the statements of each article: all are numbered on from 1.
fn starts(named: &Named) -> Vec<usize> {
    let ends = named.places.iter().scan(0, |sum, place| {
        *sum += place.tellings.len();
        Some(*sum)
    });
    std::iter::once(0).chain(ends).collect()
}

/// The number of a statement; none where there is no such.
fn number(named: &Named, starts: &[usize], [place, telling]: [usize; 2]) -> Option<usize> {
    named.places.get(place)?.tellings.get(telling)?;
    Some(starts[place] + telling + 1)
}

fn again(named: &Named, starts: &[usize], again: &Again) -> Option<String> {
    let how = if again.contradicts { "contradicts" } else { "repeats" };
    Some(format!("{} {how} {}", number(named, starts, again.after)?, number(named, starts, again.before)?))
}

/// Why two are taken for one, with what tells them apart again.
fn merge(merge: &Merge) -> String {
    format!(
        "source {0} joined to source {1}: {2}; to split them: `--split {0}`",
        merge.source,
        merge.to,
        plain(&merge.why)
    )
}

/// The figures of a telling in one line.
fn figures(telling: &Telling) -> Option<String> {
    let words: Vec<String> = telling.figures.iter().map(|figure| plain(&figure.words)).collect();
    (!words.is_empty()).then(|| format!("figures: {}", words.join("; ")))
}

/// An unnamed source: its description, never put together with another's.
fn description(one: &SourceInArticle) -> String {
    let said = counted(one.tellings.len(), "statement");
    format!("{} · {} · {said}", plain(&one.source.description), spoken(one.source.kind.name()))
}

/// How many there are.
fn summary(sources: &Sources) -> String {
    let named = counted(sources.named.len(), "named source");
    let unnamed = counted(sources.unnamed.len(), "description");
    format!("{named}; {unnamed} of unnamed sources, each of one article")
}

/// The hint where nothing was found.
const NOTHING: &str = "No such source in this archive; `sayso sources ARCHIVE` without a name lists all";
