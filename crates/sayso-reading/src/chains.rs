//! Chains: the hands that a statement came through, from the article outwards to its root.

use sayso_article::Article;
use sayso_text::Span;

use crate::sources::Source;
use crate::{Attribution, AttributionId, Relay, SourceId};

/// The links of one innermost attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The attribution in which none other lies.
    pub attribution: AttributionId,
    /// From the article outwards; the first is the article itself, the last the root.
    pub links: Vec<Link>,
}

impl Chain {
    /// How many hands stand between the reader and the root, the article's own left out.
    pub fn depth(&self) -> usize {
        self.links.len() - 1
    }

    /// Who is said to know it first hand; none where nobody is named.
    pub fn root(&self) -> Option<SourceId> {
        self.links.last().and_then(|link| link.source)
    }
}

/// One of the hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who; none for the article whose outlet is no source in it, and where nobody is named.
    pub source: Option<SourceId>,
    /// The attribution that makes it a link; none for the article and for a relay that passes on another's words.
    pub attribution: Option<AttributionId>,
    /// The words that show it; none for the article.
    pub span: Option<Span>,
}

/// The chain of each innermost attribution.
pub(crate) fn of(article: &Article, attributions: &[Attribution], sources: &[Source]) -> Vec<Chain> {
    let mut holds = vec![false; attributions.len()];
    for outer in attributions.iter().filter_map(|a| a.within) {
        holds[outer.0 as usize - 1] = true;
    }
    let own = outlet(article, sources);
    let innermost = attributions.iter().filter(|a| !holds[a.id.0 as usize - 1]);
    innermost
        .map(|innermost| {
            // From the root to the article, then turned.
            let mut links = Vec::new();
            let mut next = Some(innermost);
            // It ends: attributions lie in each other to a bounded depth, and each has few relays.
            while let Some(a) = next {
                let span = a.source.first().or(a.cue.first()).or(a.content.first()).copied();
                links.push(Link { source: a.source_id, attribution: Some(a.id), span });
                let relay = |r: &Relay| Link { source: Some(r.source), attribution: None, span: Some(r.span) };
                links.extend(a.through.iter().rev().map(relay));
                next = a.within.map(|outer| &attributions[outer.0 as usize - 1]);
            }
            links.push(Link { source: own, attribution: None, span: None });
            links.reverse();
            Chain { attribution: innermost.id, links }
        })
        .collect()
}

/// The article's own outlet, where it is a source in the article.
fn outlet(article: &Article, sources: &[Source]) -> Option<SourceId> {
    let own = article.outlet.as_deref()?;
    let names = |source: &&Source| source.name.is_some_and(|name| name.of(&article.text).eq_ignore_ascii_case(own));
    sources.iter().find(names).map(|source| source.id)
}
