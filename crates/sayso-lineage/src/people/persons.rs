//! Which rows are one person: the fullest names first, then what agrees with exactly one of them.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, Shared};
use super::name::{Fullness, Name};
use super::{Group, Merge, SourceInArticle};

/// Persons of one name that are looked at; a name that more of them bear tells nobody apart.
const NAMESAKES: usize = 64;

/// A person as far as it is known.
struct Person {
    group: Group,
    names: Vec<Name>,
    /// The first row of the archive with each name.
    first: BTreeMap<String, i64>,
    context: Context,
    articles: BTreeSet<i64>,
    /// Whether nothing may be joined to it: a user took it out, or nothing told which of several it is.
    is_closed: bool,
}

/// A row to be placed.
struct Row {
    at: usize,
    name: Name,
    context: Context,
}

/// What it would rest on to join a row to a person.
struct Candidate {
    person: usize,
    shared: Shared,
}

/// The persons among rows in the order of time. `alone` holds rows that are joined to none.
pub(super) fn persons(all: &[SourceInArticle], rows: &[usize], alone: &BTreeSet<i64>) -> Vec<Group> {
    let mut rows: Vec<Row> = rows
        .iter()
        .filter_map(|at| {
            let name = Name::of(all[*at].source.name.as_deref()?)?;
            Some(Row { at: *at, name, context: Context::of(&all[*at]) })
        })
        .collect();
    // What tells most comes first, so that nothing less told stands between two names that are not one.
    rows.sort_by_key(|row| {
        let untitled = all[row.at].source.titles.is_empty();
        (std::cmp::Reverse((row.name.fullness(), row.name.detail())), untitled, row.at)
    });
    let mut cast = Cast::default();
    for row in rows {
        let place = &all[row.at];
        if alone.contains(&place.source.id) {
            cast.add(row, place, true);
        } else {
            cast.place(row, all);
        }
    }
    cast.persons.into_iter().map(|person| person.group).collect()
}

/// The persons so far, and where to look for them.
#[derive(Default)]
struct Cast {
    persons: Vec<Person>,
    /// By the whole name and by given name and surname; not those to whom nothing may be joined.
    by_name: BTreeMap<String, BTreeSet<usize>>,
    by_surname: BTreeMap<String, BTreeSet<usize>>,
}

impl Cast {
    fn add(&mut self, row: Row, place: &SourceInArticle, is_closed: bool) {
        let person = self.persons.len();
        self.index(&row.name, person, is_closed);
        self.persons.push(Person {
            group: Group { rows: vec![row.at], merges: Vec::new() },
            first: BTreeMap::from([(row.name.whole(), place.source.id)]),
            names: vec![row.name],
            context: row.context,
            articles: BTreeSet::from([place.article.id]),
            is_closed,
        });
    }

    fn index(&mut self, name: &Name, person: usize, is_closed: bool) {
        self.by_surname.entry(name.surname.clone()).or_default().insert(person);
        if !is_closed {
            for key in keys(name) {
                self.by_name.entry(key).or_default().insert(person);
            }
        }
    }

    /// Joins a row to the one person that it can be, or lets it stand as another.
    fn place(&mut self, row: Row, all: &[SourceInArticle]) {
        let fullness = row.name.fullness();
        let place = &all[row.at];
        let Some(found) = self.candidates(&row, fullness, place.article.id) else {
            return self.add(row, place, true);
        };
        let best = found.iter().max_by_key(|one| (one.shared.weight(), std::cmp::Reverse(one.person)));
        let Some(best) = best else {
            return self.add(row, place, false);
        };
        let weight = best.shared.weight();
        let is_only = found.iter().filter(|one| one.shared.weight() == weight).count() == 1;
        let told_apart = is_only && (found.len() == 1 || weight > 0);
        let is_enough = match fullness {
            Fullness::Full => true,
            Fullness::Initial => weight >= 2,
            Fullness::Surname => best.shared.is_enough_for_a_surname(),
        };
        if told_apart && is_enough && !self.persons[best.person].is_closed {
            let why = self.why(&row, best, found.len() > 1);
            let (person, to) = (best.person, self.joined_to(best.person, &row.name, all));
            self.join(person, row, Merge { source: place.source.id, to, why }, place.article.id);
        } else {
            // A full name that may be either of two persons' must not draw a third to it.
            let is_closed = !told_apart && fullness == Fullness::Full;
            self.add(row, place, is_closed);
        }
    }

    /// Whom a row can be; none where so many bear the name that nothing tells them apart.
    fn candidates(&self, row: &Row, fullness: Fullness, article: i64) -> Option<Vec<Candidate>> {
        let near: BTreeSet<usize> = if fullness == Fullness::Full {
            keys(&row.name)
                .iter()
                .filter_map(|key| self.by_name.get(key))
                .flatten()
                .copied()
                .take(2 * NAMESAKES)
                .collect()
        } else {
            let all = self.by_surname.get(&row.name.surname);
            all.into_iter().flatten().copied().take(NAMESAKES + 1).collect()
        };
        if near.len() > NAMESAKES {
            return None;
        }
        let can_be = |at: &usize| {
            let person = &self.persons[*at];
            let kept_apart = fullness != Fullness::Full && person.articles.contains(&article);
            !kept_apart
                && person.names.iter().all(|name| name.agrees(&row.name))
                && !person.context.contradicts(&row.context)
        };
        let fits = near.into_iter().filter(can_be);
        Some(
            fits.map(|person| Candidate { person, shared: self.persons[person].context.shared(&row.context) })
                .collect(),
        )
    }

    fn join(&mut self, person: usize, row: Row, merge: Merge, article: i64) {
        self.index(&row.name, person, false);
        let id = merge.source;
        let one = &mut self.persons[person];
        one.group.rows.push(row.at);
        one.group.merges.push(merge);
        one.context.add(row.context);
        one.articles.insert(article);
        one.first.entry(row.name.whole()).or_insert(id);
        if !one.names.contains(&row.name) {
            one.names.push(row.name);
        }
    }

    /// The row that shows it best: the first with the same name, else the first.
    fn joined_to(&self, person: usize, name: &Name, all: &[SourceInArticle]) -> i64 {
        let person = &self.persons[person];
        person.first.get(&name.whole()).copied().unwrap_or(all[person.group.rows[0]].source.id)
    }

    fn why(&self, row: &Row, best: &Candidate, is_chosen: bool) -> String {
        let names = &self.persons[best.person].names;
        let is_same = names.iter().any(|name| name.whole() == row.name.whole());
        let context = best.shared.told();
        match row.name.fullness() {
            Fullness::Surname => format!("surname, {context}"),
            Fullness::Initial if is_same => format!("same name and {context}"),
            Fullness::Initial => format!("initial and surname, {context}"),
            Fullness::Full => {
                let what = if is_same { "same name" } else { same_but(&names[0], &row.name) };
                if is_chosen { format!("{what}, and of several that bear it {context}") } else { what.to_owned() }
            }
        }
    }
}

/// Under what a name is looked for.
fn keys(name: &Name) -> [String; 2] {
    [format!("={}", name.whole()), name.block()]
}

/// How two full names of one person differ.
fn same_but(one: &Name, other: &Name) -> &'static str {
    let first = |name: &Name| name.given.first().cloned();
    if first(one) == first(other) {
        "same name but for a middle name or an ending"
    } else {
        "same surname, and one given name is short for the other"
    }
}
