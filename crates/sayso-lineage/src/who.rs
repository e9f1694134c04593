//! Who a source is, as far as names tell it within one question: a claim, or a number.
//!
//! What several articles say of one thing is asked about here, and that is evidence of its own. Over a whole archive, where a
//! surname tells next to nothing, [`crate::people`] asks for more before it puts two together. What could be two is neither.
//!
//! **Invariant:** only names make groups. Descriptions are compared only to tell whether an article that follows another, or a later
//! text of it, gives its source otherwise.

mod description;
mod speaker;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use sayso_reading::SourceType;

use crate::fold;
use crate::people::name::{Fullness, Name as Person};
use crate::people::{body_initials, body_key};
use crate::record::SourceRecord;
use crate::words::{plain, spaced};

/// A name with what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    bearer: Bearer,
    /// As it stands, without what is in parentheses.
    pub(crate) shown: String,
    /// Words of titles.
    titles: BTreeSet<String>,
    /// Words of titles and affiliations.
    beside: BTreeSet<String>,
    /// Where it stands: an article, or one number for all that tell one claim.
    places: BTreeSet<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bearer {
    Person(Person),
    /// An organization, a document, an outlet: its words as [`body_key`] orders them, and the short form in parentheses.
    Body(String, Option<String>),
}

/// Words of bodies' names that are spelt in two ways: one paper's Defence Ministry is another's Defense Ministry.
const SPELLINGS: &[(&str, &str)] = &[
    ("centre", "center"),
    ("centres", "centers"),
    ("defence", "defense"),
    ("harbour", "harbor"),
    ("labour", "labor"),
    ("organisation", "organization"),
    ("organisations", "organizations"),
    ("programme", "program"),
    ("theatre", "theater"),
];

/// Names of one surname, or bodies of one last word, that are looked at; more tell nobody apart.
const NAMESAKES: usize = 64;

impl Name {
    /// The name of a source, or of the body that it speaks for; none for the unnamed, and for those whose name is kept back.
    pub(crate) fn of(source: &SourceRecord, place: i64) -> Option<Self> {
        if source.is_kept_back() {
            return None;
        }
        if let Some(body) = speaker::body(source) {
            return Self::body(&body);
        }
        match source.kind {
            SourceType::NamedPerson => Self::own(source, place),
            kind => source.name.as_deref().filter(|_| kind.is_named()).and_then(Self::body),
        }
    }

    /// The name of a person, whomever it speaks for.
    pub(crate) fn own(source: &SourceRecord, place: i64) -> Option<Self> {
        if source.is_kept_back() || source.kind != SourceType::NamedPerson {
            return None;
        }
        let (shown, _) = parted(source.name.as_deref()?);
        let words = |texts: &[String]| -> BTreeSet<String> {
            texts.iter().flat_map(|text| fold::words(text)).filter(|word| word.len() > 3).collect()
        };
        let titles = words(&source.titles);
        let beside = titles.union(&words(&source.affiliations)).cloned().collect();
        let bearer = Bearer::Person(Person::of(shown)?);
        Some(Self { bearer, shown: shown.to_owned(), titles, beside, places: [place].into() })
    }

    /// The name of an organization, a document or an outlet; none where it has no letter and no digit.
    pub(crate) fn body(name: &str) -> Option<Self> {
        let (long, short) = parted(name);
        let key = body_key(long).unwrap_or_else(|| fold::words(long).join(" "));
        let spelt = |word| SPELLINGS.iter().find(|(one, _)| *one == word).map_or(word, |(_, other)| *other);
        let key: Vec<&str> = key.split(' ').map(spelt).collect();
        let key = key.join(" ");
        let short = short.map(|short| fold::words(short).concat()).filter(|short| !short.is_empty());
        let article = |word: &str| matches!(word, "the" | "The");
        let shown = long.split_once(' ').filter(|(first, _)| article(first)).map_or(long, |(_, rest)| rest);
        (!key.is_empty()).then(|| Self {
            bearer: Bearer::Body(key, short),
            shown: shown.to_owned(),
            titles: BTreeSet::new(),
            beside: BTreeSet::new(),
            places: BTreeSet::new(),
        })
    }

    /// Whether it is that of an organization, a document or an outlet.
    pub(crate) fn is_body(&self) -> bool {
        matches!(self.bearer, Bearer::Body(..))
    }

    /// Who speaks for this body, where a source does and has a name.
    pub(crate) fn speaker<'s>(&self, source: &'s SourceRecord) -> Option<&'s str> {
        let is_person = source.kind == SourceType::NamedPerson && matches!(self.bearer, Bearer::Body(..));
        source.name.as_deref().filter(|_| is_person && !source.is_kept_back())
    }

    /// How full a name is: more words, then more letters.
    pub(crate) fn fullness(&self) -> (usize, usize) {
        (fold::words(&self.shown).len(), self.shown.chars().count())
    }

    /// What tells most comes first, so that nothing less told stands between two names that are not one.
    fn rank(&self) -> Reverse<(Fullness, usize)> {
        Reverse(match &self.bearer {
            Bearer::Person(name) => (name.fullness(), name.detail()),
            Bearer::Body(key, _) => (Fullness::Full, key.split(' ').count()),
        })
    }

    /// Under what it is looked for: the surname; the last word, and all short forms.
    fn keys(&self) -> Vec<(bool, String)> {
        match &self.bearer {
            Bearer::Person(name) => vec![(true, name.surname.clone())],
            Bearer::Body(key, short) => {
                let last = key.rsplit(' ').next().unwrap_or(key).to_owned();
                let short = short.iter().cloned().chain(body_initials(key));
                std::iter::once(last).chain(short).map(|key| (false, key)).collect()
            }
        }
    }

    /// Whether a name that is not fuller may be borne by who bears this one.
    fn may_be(&self, less: &Self) -> bool {
        match (&self.bearer, &less.bearer) {
            (Bearer::Person(full), Bearer::Person(name)) => full.agrees(name),
            (Bearer::Body(full, short), Bearer::Body(key, _)) => {
                let is_several = key.contains(' ');
                // "Interior ministry" and "Kelland’s interior ministry"; "HSB" and "Harbour Safety Board".
                key == full
                    || is_several && full.strip_suffix(key.as_str()).is_some_and(|place| place.ends_with(' '))
                    || short.as_ref() == Some(key)
                    || !is_several && less.is_in_capitals() && body_initials(full).contains(key)
            }
            _ => false,
        }
    }

    fn is_in_capitals(&self) -> bool {
        self.shown.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    }

    /// Whether a full name or a body's tells by itself who it is.
    fn tells(&self) -> bool {
        self.rank().0.0 == Fullness::Full
    }
}

/// A name and what stands in parentheses behind it: "Harbour Safety Board (HSB)".
fn parted(name: &str) -> (&str, Option<&str>) {
    match name.split_once('(') {
        Some((long, rest)) if !long.trim().is_empty() => (long.trim(), rest.split(')').next()),
        _ => (name.trim(), None),
    }
}

/// Names that are one.
#[derive(Default)]
struct Group {
    members: Vec<usize>,
    /// Those of them that differ.
    names: Vec<usize>,
    titles: BTreeSet<String>,
    beside: BTreeSet<String>,
    places: BTreeSet<i64>,
}

impl Group {
    /// Whether a name may be that of this group, and what stands beside both does not say no.
    fn fits(&self, names: &[Name], name: &Name) -> bool {
        let may_be = |at: &usize| names[*at].may_be(name);
        let fits = match name.bearer {
            Bearer::Person(_) => self.names.iter().all(may_be),
            Bearer::Body(..) => self.names.iter().any(may_be),
        };
        fits && (name.tells() || self.knows(name))
    }

    fn has(&self, names: &[Name], name: &Name) -> bool {
        self.names.iter().any(|known| names[*known].bearer == name.bearer)
    }

    /// Whether a surname has the title, the affiliation or the place in common with this group, and no other title.
    fn knows(&self, name: &Name) -> bool {
        let is_other = !self.titles.is_empty() && !name.titles.is_empty() && self.titles.is_disjoint(&name.titles);
        let is_strange = self.beside.is_disjoint(&name.beside) && self.places.is_disjoint(&name.places);
        !is_other && !is_strange
    }

    fn add(&mut self, at: usize, names: &[Name]) {
        let name = &names[at];
        self.members.push(at);
        if !self.has(names, name) {
            self.names.push(at);
        }
        self.titles.extend(name.titles.iter().cloned());
        self.beside.extend(name.beside.iter().cloned());
        self.places.extend(&name.places);
    }
}

/// Of each name the place of the first of those that are one with it. Which go together does not depend on the order in which
/// they come: fuller names come first, and each joins the one group that it fits, or none.
pub(crate) fn groups(names: &[Name]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|at| (names[*at].rank(), &names[*at]));
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: BTreeMap<(bool, String), BTreeSet<usize>> = BTreeMap::new();
    for at in order {
        let name = &names[at];
        let keys = name.keys();
        let near = keys.first().and_then(|key| by_key.get(key)).filter(|near| near.len() <= NAMESAKES);
        let fits = near.into_iter().flatten().copied().filter(|group| groups[*group].fits(names, name));
        let fits: Vec<usize> = fits.collect();
        let same: Vec<usize> = fits.iter().copied().filter(|group| groups[*group].has(names, name)).collect();
        let found = match (same.as_slice(), fits.as_slice()) {
            ([one], _) | (_, [one]) => *one,
            _ => {
                groups.push(Group::default());
                groups.len() - 1
            }
        };
        groups[found].add(at, names);
        for key in keys {
            by_key.entry(key).or_default().insert(found);
        }
    }
    let mut out: Vec<usize> = (0..names.len()).collect();
    for group in groups {
        let first = group.members.iter().min().copied().unwrap_or_default();
        group.members.into_iter().for_each(|at| out[at] = first);
    }
    out
}

/// Whether two names of one claim are one bearer's.
pub(crate) fn is_one(one: &Name, other: &Name) -> bool {
    groups(&[one.clone(), other.clone()]) == [0, 0]
}

/// All that tell one claim count as one place.
pub(crate) const CLAIM: i64 = 0;

/// Whether two articles that tell one claim, or two texts of one article, give the same source for it.
pub(crate) fn is_same_source(one: &SourceRecord, other: &SourceRecord) -> bool {
    if plain(one.called()) == plain(other.called()) {
        return true;
    }
    match (Name::of(one, CLAIM), Name::of(other, CLAIM)) {
        (Some(one), Some(other)) => is_one(&one, &other),
        (None, None) => description::is_same(&one.description, &other.description),
        (Some(_), None) => description::has_title(&other.description, one),
        (None, Some(_)) => description::has_title(&one.description, other),
    }
}

/// Whether two sources have names and nothing shows that one is the other, or belongs to it: two who say the same of their own.
pub(crate) fn are_two(one: &SourceRecord, other: &SourceRecord) -> bool {
    match (Name::of(one, CLAIM), Name::of(other, CLAIM)) {
        (Some(a), Some(b)) => !is_one(&a, &b) && !belongs(one, &b) && !belongs(other, &a),
        _ => false,
    }
}

/// Whether a source's affiliation or title says that it belongs to a body: "chief forecaster of the weather service".
fn belongs(source: &SourceRecord, body: &Name) -> bool {
    let Bearer::Body(..) = body.bearer else { return false };
    let named = joined(&body.shown);
    source.affiliations.iter().filter_map(|body| Name::body(body)).any(|one| is_one(&one, body))
        || source.titles.iter().any(|title| joined(title).contains(&named))
}

/// Words without what owns, each between spaces.
fn joined(words: &str) -> String {
    let words: Vec<String> = fold::words(words)
        .into_iter()
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s").to_owned())
        .collect();
    spaced(&words)
}
