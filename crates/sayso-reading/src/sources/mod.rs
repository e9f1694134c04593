//! Who the sources of an article are: which source spans name the same one, what it is called, what kind it is.
//!
//! Asked after attribution, of the source slot alone, so that no wrong guess about a name moves a statement to another mouth.

mod cast;
mod describe;
mod names;
mod prose;
mod relays;
mod tables;

use std::fmt;

use sayso_article::Article;
use sayso_text::Span;

use crate::Attribution;
use crate::terms::StatedTerms;
use cast::Cast;
use prose::Prose;
use sayso_text::sentences::Sentence;

/// Somebody or something that statements rest on, in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its name in this reading.
    pub id: SourceId,
    /// What kind of source it is.
    pub kind: SourceType,
    /// The fullest name that the article gives; none for the unnamed.
    pub name: Option<Span>,
    /// Words that state an office, a profession, a role, each as it stands.
    pub titles: Vec<Span>,
    /// Words that state whom it belongs to, each as it stands.
    pub affiliations: Vec<Span>,
    /// Other words that name it: an abbreviation, a surname, "the Courier".
    pub aliases: Vec<Span>,
    /// Every place in a source slot where it stands, in text order.
    pub mentions: Vec<Span>,
    /// On what terms it speaks, where the article states any.
    pub terms: Option<StatedTerms>,
    /// Words that say why it can know: "who was at the meeting".
    pub justification: Option<Span>,
}

/// What a pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Female,
    Male,
}

/// Who passes a statement on without an attribution of its own: "told the Courier".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relay {
    /// Who.
    pub source: SourceId,
    /// The words that name it.
    pub span: Span,
}

/// Numbered by first mention from 1; shown as `s1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s{}", self.0)
    }
}

/// What kind of source it is, as the sourcing benchmark of Santa Clara University tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceType {
    /// A person by name.
    NamedPerson,
    /// A company, office, agency, party, outlet with a name, also where unnamed officials speak for it.
    NamedOrganization,
    /// A report, study, filing, e-mail, law: a text that speaks for itself.
    Document,
    /// Somebody known to the reporter whose name is kept back.
    AnonymousSource,
    /// One person without a name: "a baker".
    UnnamedPerson,
    /// Several: "residents", "officials".
    UnnamedGroup,
}

impl SourceType {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::NamedPerson,
        Self::NamedOrganization,
        Self::Document,
        Self::AnonymousSource,
        Self::UnnamedPerson,
        Self::UnnamedGroup,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            SourceType::NamedPerson => "named_person",
            SourceType::NamedOrganization => "named_organization",
            SourceType::Document => "document",
            SourceType::AnonymousSource => "anonymous_source",
            SourceType::UnnamedPerson => "unnamed_person",
            SourceType::UnnamedGroup => "unnamed_group",
        }
    }

    /// Whether a name stands for it.
    pub fn is_named(self) -> bool {
        matches!(self, SourceType::NamedPerson | SourceType::NamedOrganization)
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Whether a word says how many there are: "two", "several".
pub(crate) fn is_count(word: &str) -> bool {
    describe::NUMBERS.contains(&word)
}

/// Whether a word, in lower case, is a common noun for a source: "aides", "ministry", "report".
pub(crate) fn is_source_noun(word: &str) -> bool {
    prose::is_noun(word)
}

/// Whether a word, in lower case, is a common noun of a body: "ministry", "police", "museum".
pub fn is_body(word: &str) -> bool {
    names::is_organization_noun(word)
}

/// Whether a word is a common noun of several or of a body, whom "he" can't mean: "officials", "ministry".
pub(crate) fn is_no_person(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && (describe::is_plural(word) || names::is_organization_noun(word))
}

/// Finds who the sources are and tells each attribution its own.
pub(crate) fn resolve(article: &Article, sentences: &[Sentence<'_>], attributions: &mut [Attribution]) -> Vec<Source> {
    if attributions.iter().all(|a| a.source.is_empty()) {
        return Vec::new();
    }
    let prose = Prose::of(article, sentences);
    let mut cast = Cast::of(&prose);
    // A headline leaves out articles and first names: it is understood from the body.
    let mut order: Vec<usize> = (0..attributions.len()).filter(|i| !attributions[*i].source.is_empty()).collect();
    order.sort_by_key(|i| (prose.is_head(attributions[*i].source[0].start), attributions[*i].source[0].start));
    let mut who = vec![None; attributions.len()];
    for i in order {
        // Who speaks around the words must be known first: "we" is he, "he" is another.
        let around = std::iter::successors(Some(i), |i| attributions[*i].within.map(|outer| outer.0 as usize - 1));
        let around: Vec<usize> = around.take(crate::nested::MAX_DEPTH + 2).collect();
        for i in around.into_iter().rev() {
            if who[i].is_none() {
                let outer = attributions[i].within.and_then(|outer| who[outer.0 as usize - 1]);
                who[i] = cast.find(&prose, &attributions[i], outer);
            }
        }
    }
    for (relays, attribution) in relays::relays(article, &prose, attributions).into_iter().zip(&mut *attributions) {
        attribution.through = relays.into_iter().map(|span| Relay { source: SourceId(0), span }).collect();
    }
    let through: Vec<Vec<usize>> = attributions
        .iter()
        .map(|a| a.through.iter().filter_map(|relay| cast.find_relay(&prose, relay.span)).collect())
        .collect();
    cast.into_sources(attributions, &who, &through)
}

#[cfg(test)]
mod tests;
