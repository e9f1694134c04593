//! Which rows are one organization or one document: by name, with or without its article, or by the short form that an
//! article gives.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, Shared};
use super::tables::{COMMON, COMPANY, INVERTED, OF_ANY_PLACE};
use super::{Group, Merge, SourceInArticle};
use crate::fold::{fold, words};

/// Bodies of one name that are looked at; more tell nobody apart.
const NAMESAKES: usize = 64;

/// The name of a body or a text as it is compared; none where it is no name, but "the ministry".
pub(crate) fn key(name: &str) -> Option<String> {
    let mut parts = words(&name.replace('&', " and "));
    if parts.len() > 1 && matches!(parts[0].as_str(), "the" | "a" | "an") {
        parts.remove(0);
    }
    while parts.len() > 1 && COMPANY.contains(&parts[parts.len() - 1].as_str()) {
        parts.pop();
    }
    // "U.N.", "H. W. U."
    if parts.len() > 1 && parts.iter().all(|part| part.chars().nth(1).is_none()) {
        parts = vec![parts.concat()];
    }
    // "Ministry of the Interior" is "Interior Ministry". Universities and banks "of" a place are others than those with
    // its name.
    if let [head, of, rest @ ..] = parts.as_slice()
        && INVERTED.contains(&head.as_str())
        && matches!(of.as_str(), "of" | "for")
    {
        let rest = rest.strip_prefix(&["the".to_owned()]).unwrap_or(rest);
        if !rest.is_empty() {
            parts = [rest, std::slice::from_ref(head)].concat();
        }
    }
    let is_name = parts.iter().any(|part| part.chars().any(char::is_alphabetic))
        && !(parts.len() == 1 && COMMON.contains(&parts[0].as_str()));
    is_name.then(|| parts.join(" "))
}

/// Whether many places have a body or text of this name.
fn is_of_any_place(key: &str) -> bool {
    let small = ["of", "the", "and", "for", "on"];
    key.split(' ').all(|word| {
        COMMON.contains(&word) || OF_ANY_PLACE.contains(&word) || small.contains(&word) || word.parse::<u32>().is_ok()
    })
}

/// Short forms that an article gives beside a name: short form → name → the article's row.
#[derive(Default)]
pub(super) struct Short(BTreeMap<String, BTreeMap<String, i64>>);

impl Short {
    /// Those of all articles: "Harbour Workers’ Union (HWU)", or the capitals of its words elsewhere in the article.
    pub(super) fn of(all: &[SourceInArticle], rows: &[usize], everything: &BTreeMap<i64, Vec<usize>>) -> Self {
        let mut out = Short::default();
        let mut told: BTreeMap<i64, Told> = BTreeMap::new();
        for at in rows {
            let place = &all[*at];
            let Some(name) = place.source.name.as_deref().and_then(key) else { continue };
            if !name.contains(' ') {
                continue;
            }
            let article = place.article.id;
            let told = told.entry(article).or_insert_with(|| Told::of(all, &everything[&article]));
            let initials = initials(&name);
            let short = told.beside(&name).chain(initials.into_iter().filter(|short| told.capitals.contains(short)));
            for short in short.collect::<Vec<_>>() {
                out.0.entry(short).or_default().entry(name.clone()).or_insert(article);
            }
        }
        out
    }

    /// The one name that a short form stands for in this archive, with the article that says so.
    fn name(&self, short: &str) -> Option<(&str, i64)> {
        let names = self.0.get(short)?;
        let (name, article) = names.first_key_value()?;
        (names.len() == 1).then_some((name, *article))
    }

    /// Whether it stands for several.
    fn is_several(&self, short: &str) -> bool {
        self.0.get(short).is_some_and(|names| names.len() > 1)
    }
}

/// What an article tells of short forms.
struct Told {
    /// Words in capitals throughout, folded.
    capitals: BTreeSet<String>,
    /// The words before one word in parentheses (joined by blanks), that word, and whether it has several capitals;
    /// folded.
    brackets: BTreeSet<(String, String, bool)>,
}

impl Told {
    fn of(all: &[SourceInArticle], rows: &[usize]) -> Self {
        let mut out = Told { capitals: BTreeSet::new(), brackets: BTreeSet::new() };
        let mut seen = BTreeSet::new();
        for at in rows {
            let source = &all[*at].source;
            let told = [source.name.as_deref(), Some(source.description.as_str())].into_iter().flatten();
            let told = told.chain(source.titles.iter().chain(&source.affiliations).map(String::as_str));
            for text in told.chain(all[*at].tellings.iter().map(|telling| telling.sentence.as_str())) {
                if seen.insert(text) {
                    out.read(text);
                }
            }
        }
        out
    }

    fn read(&mut self, text: &str) {
        for raw in text.split(|c: char| !c.is_alphanumeric() && c != '.') {
            let letters: String = raw.chars().filter(|c| *c != '.').collect();
            if letters.chars().nth(1).is_some() && letters.chars().all(char::is_uppercase) {
                self.capitals.insert(fold(&letters));
            }
        }
        for (open, _) in text.match_indices('(') {
            let inner = text[open + 1..].split(')').next().unwrap_or_default();
            let short = words(inner);
            let short =
                if short.iter().all(|word| word.chars().nth(1).is_none()) { vec![short.concat()] } else { short };
            // "(HWU)", "(Harwu)"; "(Osterby)" may be a place.
            let capitals = inner.chars().filter(|c| c.is_uppercase()).count();
            if let [short] = short.as_slice()
                && short.chars().nth(1).is_some()
                && capitals > 0
            {
                let before = words(tail(&text[..open], 120)).join(" ");
                self.brackets.insert((before, short.clone(), capitals > 1));
            }
        }
    }

    /// Short forms in parentheses right behind a name.
    fn beside<'a>(&'a self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        let ends =
            move |before: &str| before.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        let is_short = move |short: &str| {
            short.chars().next() == name.chars().next() && !name.split(' ').any(|word| word == short)
        };
        let fits = move |(before, short, is_capital): &&(String, String, bool)| {
            ends(before) && (*is_capital || is_short(short))
        };
        self.brackets.iter().filter(fits).map(|(_, short, _)| short.clone())
    }
}

/// The last characters of a text.
fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// The first letters of a name's words, with and without the small words.
pub(crate) fn initials(name: &str) -> BTreeSet<String> {
    let of = |small: bool| -> String {
        let words =
            name.split(' ').filter(|word| small || !matches!(*word, "of" | "the" | "and" | "for" | "on" | "in"));
        words.filter_map(|word| word.chars().next()).collect()
    };
    [of(true), of(false)].into_iter().filter(|short| short.chars().nth(1).is_some()).collect()
}

/// One body so far.
struct Body {
    group: Group,
    context: Context,
}

/// The bodies among rows in the order of time. `alone` holds rows that are joined to none.
pub(super) fn bodies(all: &[SourceInArticle], rows: &[usize], alone: &BTreeSet<i64>, short: &Short) -> Vec<Group> {
    let mut bodies: Vec<Body> = Vec::new();
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in rows {
        let place = &all[*at];
        let Some(own) = place.source.name.as_deref().and_then(key) else { continue };
        let long = short.name(&own);
        let key = long.map_or(own.as_str(), |(name, _)| name);
        let context = Context::of(place);
        let near = by_key.entry(key.to_owned()).or_default();
        let is_alone = alone.contains(&place.source.id) || short.is_several(&own) || near.len() >= NAMESAKES;
        let found = if is_alone { None } else { join(&bodies, near, &context, is_of_any_place(key)) };
        if let Some((body, shared)) = found {
            let group = &mut bodies[body].group;
            let to = all[group.rows[0]].source.id;
            group.rows.push(*at);
            group.merges.push(Merge { source: place.source.id, to, why: why(long, &shared, is_of_any_place(key)) });
            bodies[body].context.add(context);
        } else {
            if !is_alone {
                near.push(bodies.len());
            }
            bodies.push(Body { group: Group { rows: vec![*at], merges: Vec::new() }, context });
        }
    }
    bodies.into_iter().map(|body| body.group).collect()
}

/// The one body that a row is, among those of its name.
fn join(bodies: &[Body], near: &[usize], context: &Context, is_of_any_place: bool) -> Option<(usize, Shared)> {
    let can_be = near.iter().filter(|at| !bodies[**at].context.belongs_elsewhere(context));
    let mut found: Vec<(usize, Shared)> = can_be.map(|at| (*at, bodies[*at].context.shared(context))).collect();
    // "The Interior Ministry" is another in another country: the outlet or names beside it must be the same.
    found.retain(|(_, shared)| !is_of_any_place || shared.weight() > 0);
    found.sort_by_key(|(at, shared)| (std::cmp::Reverse(shared.weight()), *at));
    let weight = found.first()?.1.weight();
    let is_only = found.get(1).is_none_or(|(_, second)| second.weight() < weight);
    is_only.then(|| found.swap_remove(0))
}

fn why(long: Option<(&str, i64)>, shared: &Shared, is_of_any_place: bool) -> String {
    match long {
        Some((name, article)) => format!("short form of ‘{name}’, as article {article} gives it"),
        None if is_of_any_place => format!("same name and {}", shared.told()),
        None => "same name".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_one_name_with_or_without_its_article() {
        for (name, expect) in [
            ("the Harbour Workers’ Union", Some("harbour workers union")),
            ("Harbour Workers' Union", Some("harbour workers union")),
            ("H.W.U.", Some("hwu")),
            ("Lund Steel Ltd.", Some("lund steel")),
            ("Brandt & Voss", Some("brandt and voss")),
            ("Ministry of the Interior", Some("interior ministry")),
            ("University of Osterby", Some("university of osterby")),
            ("the ministry", None),
            ("Police", None),
            ("2026", None),
            ("…", None),
        ] {
            assert_eq!(key(name).as_deref(), expect, "{name}");
        }
    }
}
