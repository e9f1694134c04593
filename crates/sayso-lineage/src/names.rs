//! Which names stand for one: a small matcher for those who give numbers. It joins what the words themselves show,
//! and where a short name could be two fuller ones it joins neither.

use std::collections::{BTreeMap, BTreeSet};

/// A name with what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    /// Its words in lower case, as [`words`] gives them.
    pub(crate) words: Vec<String>,
    /// Whether it is a person's.
    pub(crate) is_person: bool,
    /// Words of titles and affiliations that stand with it.
    pub(crate) context: BTreeSet<String>,
    /// The articles that have it.
    pub(crate) articles: BTreeSet<i64>,
}

/// Forms of address, which are no part of a name.
const ADDRESS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "professor",
    "rev",
    "president",
    "minister",
    "mayor",
    "governor",
    "senator",
    "judge",
    "justice",
    "general",
    "gen",
    "colonel",
    "col",
    "major",
    "maj",
    "captain",
    "capt",
    "sergeant",
    "sgt",
    "lieutenant",
    "lt",
    "inspector",
    "chief",
    "jr",
    "sr",
];

/// What a body is called by, in "ministry of health" and "health ministry" alike.
const BODIES: &[&str] = &[
    "ministry",
    "department",
    "office",
    "bureau",
    "agency",
    "board",
    "council",
    "committee",
    "institute",
    "service",
    "authority",
    "directorate",
    "university",
];

/// Words that hold a name together.
const SMALL: &[&str] = &["the", "a", "an", "of", "for", "and"];

/// Words in lower case, without marks and possessives.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .map(|word| word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

impl Name {
    /// A person's name: "Dr Lena K. Orm" is "lena orm".
    pub(crate) fn person(name: &str) -> Self {
        let all = words(name);
        let mut bare: Vec<String> = all.iter().filter(|word| !ADDRESS.contains(&word.as_str())).cloned().collect();
        let last = bare.len().saturating_sub(1);
        let mut at = 0;
        bare.retain(|word| {
            at += 1;
            at == 1 || at > last || word.chars().count() > 1
        });
        Self { words: if bare.is_empty() { all } else { bare }, is_person: true, ..Self::default() }
    }

    /// The name of an organization, a document or an outlet: "the Ministry of Health" is "health ministry".
    pub(crate) fn body(name: &str) -> Self {
        let all = words(name);
        let from = all.iter().position(|word| word != "the").unwrap_or(0);
        let (head, rest) = all[from.min(all.len())..].split_at(usize::from(all.len() > from));
        let is_inverted = head.first().is_some_and(|head| BODIES.contains(&head.as_str()))
            && rest.first().is_some_and(|link| link == "of" || link == "for");
        let ordered = if is_inverted { [&rest[1..], head].concat() } else { [head, rest].concat() };
        let bare: Vec<String> = ordered.iter().filter(|word| !SMALL.contains(&word.as_str())).cloned().collect();
        Self { words: if bare.is_empty() { all } else { bare }, ..Self::default() }
    }
}

/// Of each name the number of the name that it is taken for: the first in order of those that are one. Which names go
/// together does not depend on the order in which they come.
pub(crate) fn groups(names: &[Name]) -> Vec<usize> {
    let mut by_last: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, name) in names.iter().enumerate() {
        by_last.entry(last(&name.words)).or_default().push(number);
    }
    let same_last = |words: &[String]| by_last.get(last(words)).map_or(&[][..], Vec::as_slice);
    let of = |name: &Name| {
        let fuller: Vec<&Name> =
            same_last(&name.words).iter().map(|other| &names[*other]).filter(|full| is_short_for(name, full)).collect();
        // "Orm" is Lena Orm where there is no Tom Orm that she could be as well.
        let longest = fuller.iter().max_by_key(|full| (full.words.len(), &full.words));
        let words = longest
            .filter(|longest| fuller.iter().all(|full| longest.words.ends_with(&full.words)))
            .map_or(&name.words, |longest| &longest.words);
        let same = |other: &&usize| names[**other].is_person == name.is_person && names[**other].words == *words;
        same_last(words).iter().find(same).copied()
    };
    names.iter().enumerate().map(|(number, name)| of(name).unwrap_or(number)).collect()
}

fn last(words: &[String]) -> &str {
    words.last().map_or("", String::as_str)
}

/// Whether the words show that one may stand for the other.
fn is_short_for(short: &Name, full: &Name) -> bool {
    if full.words.len() <= short.words.len() || short.is_person != full.is_person {
        return false;
    }
    let is_known = || !short.articles.is_disjoint(&full.articles) || !short.context.is_disjoint(&full.context);
    if short.is_person {
        // "Orm" in the same article as Lena Orm, or with her title.
        short.words.len() == 1 && full.words.ends_with(&short.words) && is_known()
    } else {
        // "Interior ministry" and "Kelland's interior ministry".
        short.words.len() > 1 && full.words.ends_with(&short.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[(&str, bool, i64, &str)], expect: &[usize]) {
        let names: Vec<Name> = names
            .iter()
            .map(|(name, is_person, article, context)| {
                let name = if *is_person { Name::person(name) } else { Name::body(name) };
                let context = words(context).into_iter().collect();
                Name { articles: [*article].into(), context, ..name }
            })
            .collect();
        assert_eq!(groups(&names), expect);
    }

    #[test]
    fn a_surname_needs_the_title_or_the_article() {
        check(&[("Lena Orm", true, 1, "harbour master"), ("Dr Orm", true, 2, "harbour master")], &[0, 0]);
        check(&[("Lena Orm", true, 1, ""), ("Orm", true, 1, "")], &[0, 0]);
        check(&[("Lena Orm", true, 1, ""), ("Orm", true, 2, "")], &[0, 1]);
        check(&[("Lena K. Orm", true, 1, ""), ("Lena Orm", true, 2, "")], &[0, 0]);
    }

    #[test]
    fn what_could_be_two_is_neither() {
        check(&[("Lena Orm", true, 1, "mayor"), ("Tom Orm", true, 2, "mayor"), ("Orm", true, 3, "mayor")], &[0, 1, 2]);
        let ministries = [("Kelland interior ministry", false, 1, ""), ("Norland’s interior ministry", false, 2, "")];
        check(&[ministries[0], ministries[1], ("the interior ministry", false, 3, "")], &[0, 1, 2]);
    }

    #[test]
    fn a_body_is_one_whatever_its_form() {
        check(&[("the Ministry of the Interior", false, 1, ""), ("Interior Ministry", false, 2, "")], &[0, 0]);
        check(&[("interior ministry", false, 1, ""), ("Kelland’s interior ministry", false, 2, "")], &[1, 1]);
        check(&[("Interior Ministry", false, 1, ""), ("Interior Ministry rescue service", false, 2, "")], &[0, 1]);
        check(&[("Times", false, 1, ""), ("Osterby Times", false, 2, "")], &[0, 1]);
    }
}
