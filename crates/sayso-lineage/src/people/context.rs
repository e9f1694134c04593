//! What stands around a name: titles, affiliations, the outlet, other names. It tells namesakes apart and joins a
//! surname to a name.

use std::collections::{BTreeMap, BTreeSet};

use super::SourceInArticle;
use super::tables::{APART, CALLINGS, COMMON, Calling, OF_A_PLACE, OF_ANY_PLACE, PAST, SMALL};
use crate::fold::{fold, words};

/// Names around somebody that are kept of one article; more tell nothing more.
const NAMES_KEPT: usize = 200;

/// What stands around a name in one article or in several.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Words of titles, with one title each that has it, as it stands.
    titles: BTreeMap<String, String>,
    /// Words of affiliations, in the same way.
    affiliations: BTreeMap<String, String>,
    /// Outlets, folded.
    outlets: BTreeSet<String>,
    /// Names of others and of places in what the source says and in headlines, folded.
    names: BTreeSet<String>,
    callings: BTreeSet<Calling>,
    /// Offices of one place, with the words that say which.
    offices: BTreeMap<&'static str, BTreeSet<String>>,
}

/// What two contexts share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shared {
    /// A title of the later one that shares a word with one of the earlier.
    pub(super) title: Option<String>,
    /// An affiliation.
    pub(super) affiliation: Option<String>,
    /// Both are of one outlet.
    pub(super) outlet: bool,
    /// How many names both have, at most two.
    pub(super) names: usize,
}

impl Context {
    pub(super) fn of(place: &SourceInArticle) -> Self {
        let mut out = Context::default();
        let source = &place.source;
        let affiliated: Vec<String> =
            source.affiliations.iter().flat_map(|told| words(told)).filter(|word| tells(word)).collect();
        for title in &source.titles {
            let parts = words(title);
            for word in parts.iter().filter(|word| tells(word)) {
                out.titles.entry(role(word)).or_insert_with(|| title.clone());
            }
            if parts.iter().any(|word| PAST.contains(&word.as_str())) {
                continue;
            }
            let callings = CALLINGS.iter().filter(|(_, nouns)| parts.iter().any(|word| nouns.contains(&word.as_str())));
            out.callings.extend(callings.map(|(calling, _)| *calling));
            for office in OF_A_PLACE.iter().filter(|office| parts.iter().any(|word| word == *office)) {
                let which = parts.iter().filter(|word| tells(word) && word != office).chain(&affiliated);
                out.offices.entry(office).or_default().extend(which.cloned());
            }
        }
        for told in &source.affiliations {
            for word in words(told).into_iter().filter(|word| tells(word) && !COMMON.contains(&word.as_str())) {
                out.affiliations.entry(word).or_insert_with(|| told.clone());
            }
        }
        out.outlets.extend(place.article.outlet.as_deref().map(fold).filter(|outlet| !outlet.is_empty()));
        let own = words(source.name.as_deref().unwrap_or_default());
        let texts =
            place.tellings.iter().map(|telling| telling.sentence.as_str()).chain(place.article.title.as_deref());
        for text in texts {
            if out.names.len() >= NAMES_KEPT {
                break;
            }
            out.names.extend(names(text).filter(|name| !own.contains(name)).take(NAMES_KEPT));
        }
        out
    }

    /// What a later one shares with this one.
    pub(super) fn shared(&self, later: &Context) -> Shared {
        let of = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| {
            other.iter().find(|(word, _)| one.contains_key(*word)).map(|(_, told)| told.clone())
        };
        Shared {
            title: of(&self.titles, &later.titles),
            affiliation: of(&self.affiliations, &later.affiliations),
            outlet: later.outlets.iter().any(|outlet| self.outlets.contains(outlet)),
            names: later.names.iter().filter(|name| self.names.contains(*name)).take(2).count(),
        }
    }

    /// Whether one person can't be both: a footballer and a judge, the mayors of two towns.
    pub(super) fn contradicts(&self, other: &Context) -> bool {
        let apart = |one: Calling, other: Calling| APART.iter().any(|(a, b)| *a == one && b.contains(&other));
        let clash = self.callings.is_disjoint(&other.callings)
            && self.callings.iter().any(|a| other.callings.iter().any(|b| apart(*a, *b) || apart(*b, *a)));
        let elsewhere = self.offices.iter().any(|(office, here)| {
            let there = other.offices.get(office);
            there.is_some_and(|there| !here.is_empty() && !there.is_empty() && here.is_disjoint(there))
        });
        clash || elsewhere
    }

    /// Whether both say whom they belong to, and it is not the same.
    pub(super) fn belongs_elsewhere(&self, other: &Context) -> bool {
        let (here, there) = (&self.affiliations, &other.affiliations);
        !here.is_empty() && !there.is_empty() && here.keys().all(|word| !there.contains_key(word))
    }

    pub(super) fn add(&mut self, other: Context) {
        for (word, title) in other.titles {
            self.titles.entry(word).or_insert(title);
        }
        for (word, told) in other.affiliations {
            self.affiliations.entry(word).or_insert(told);
        }
        self.outlets.extend(other.outlets);
        self.names.extend(other.names);
        self.callings.extend(other.callings);
        for (office, which) in other.offices {
            self.offices.entry(office).or_default().extend(which);
        }
    }
}

impl Shared {
    /// What is shared, weighed: a title or whom somebody belongs to tells most.
    pub(super) fn weight(&self) -> usize {
        4 * usize::from(self.title.is_some())
            + 4 * usize::from(self.affiliation.is_some())
            + 2 * usize::from(self.outlet)
            + self.names
    }

    /// Whether a surname alone may be joined on it: an office or a body, and the same outlet or events.
    pub(super) fn is_enough_for_a_surname(&self) -> bool {
        (self.title.is_some() || self.affiliation.is_some()) && (self.outlet || self.names > 0)
    }

    /// It in words: "the title ‘harbour master’ and the outlet".
    pub(super) fn told(&self) -> String {
        let mut told = Vec::new();
        told.extend(self.title.as_ref().map(|title| format!("the title ‘{title}’")));
        told.extend(self.affiliation.as_ref().map(|body| format!("the affiliation ‘{body}’")));
        if self.outlet {
            told.push("the outlet".to_owned());
        } else if self.names > 0 {
            told.push("names beside it".to_owned());
        }
        match told.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
            None => String::new(),
        }
    }
}

/// Whether a word says which office or body.
fn tells(word: &str) -> bool {
    !SMALL.contains(&word) && word.chars().nth(1).is_some()
}

/// A word of a title, the same for a woman and a man.
fn role(word: &str) -> String {
    for (end, start) in [("woman", "man"), ("person", "man")] {
        if let Some(stem) = word.strip_suffix(end)
            && !stem.is_empty()
        {
            return format!("{stem}{start}");
        }
    }
    word.to_owned()
}

/// Words with a capital that begin no sentence, folded: names of places, bodies and others.
fn names(text: &str) -> impl Iterator<Item = String> {
    let mut begins = true;
    text.split_whitespace().filter_map(move |raw| {
        let first = raw.chars().find(|c| c.is_alphanumeric());
        let is_name = !begins && first.is_some_and(char::is_uppercase);
        begins = raw.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', ':']);
        let opens = raw.starts_with(['"', '“', '‘', '(']);
        let told = words(raw).concat();
        let is_common = COMMON.contains(&told.as_str()) || OF_ANY_PLACE.contains(&told.as_str());
        (is_name && !opens && !is_common && told.chars().nth(2).is_some()).then_some(told)
    })
}
