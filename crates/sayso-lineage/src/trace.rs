//! A claim through the articles that tell it: the earliest among them, whom each follows, what changed on the way, and how many roots
//! remain once copies and relays are taken away.

mod appearances;
mod edges;
mod known;
mod roots;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::claim::{Form, Match};
use crate::outlet::{self, Outlets};
use crate::quoted::{self, Quoted};
use crate::record::Telling;
use crate::wording::Piece;

use appearances::{Gathered, Seen, gather};
pub use known::Known;

/// What one telling's words are to another's; none where they have nothing to do with each other.
pub type Compare<'a> = &'a (dyn Fn(&Telling, &Telling) -> Option<Match> + Sync);

/// Follows a claim through the tellings that were found for it, each with what it is to what was asked for.
///
/// One telling stands for an article; those that say no or give another value have a place of their own. Each appearance follows at
/// most one before it: the article that it is a copy of, else an earlier one of an outlet that it names, else what its own outlet had, else the one with the closest
/// wording. Roots are counted after copies, and those who name each other, are one. `compare(earlier, later)` is asked at most 1,000
/// times. The order of `found` makes no difference.
pub fn trace(asked: &str, found: Vec<(Telling, Match)>, compare: Compare<'_>) -> Trace {
    let is_known = |found: &Match| found.form.is_same() || found.form == Form::Similar;
    let known = found.iter().filter(|(_, found)| is_known(found)).map(|(telling, _)| telling.article.as_ref());
    let outlets = Outlets::of(known);
    let gathered = gather(asked, found, &outlets);
    let is_only_similar = gathered.same.is_empty();
    let against = gathered.against.iter().map(|seen| seen.appearance.clone()).collect();
    let seen = appearing(gathered, &outlets);
    let edges = edges::edges(&seen, &outlets, compare, is_only_similar);
    let roots = roots::roots(&seen, &edges, &outlets);
    let quoted: Vec<Quoted> = seen.iter().map(|seen| Quoted::of_source(seen.telling())).collect();
    let fullest = quoted::fullest(&quoted);
    let appearances = seen.into_iter().map(|seen| seen.appearance).collect();
    Trace { asked: asked.to_owned(), appearances, edges, fullest, roots, against }
}

/// The appearances in the order of time: those that say the same, and those with words in common that are copies of them or name
/// their outlets. Where nobody says the same, whoever has words in common.
fn appearing(gathered: Gathered, outlets: &Outlets) -> Vec<Seen> {
    if gathered.same.is_empty() {
        return gathered.similar;
    }
    let mut all: Vec<(Seen, bool)> = gathered.same.into_iter().map(|seen| (seen, true)).collect();
    all.extend(gathered.similar.into_iter().map(|seen| (seen, false)));
    all.sort_by(|(a, _), (b, _)| a.article().order().cmp(&b.article().order()));
    let (mut keys, mut groups) = (BTreeSet::new(), BTreeSet::new());
    let mut out: Vec<Seen> = Vec::new();
    for (seen, is_same) in all {
        let is_linked = |seen: &Seen| {
            !groups.is_disjoint(&seen.group) || seen.names(outlets).iter().any(|named| keys.contains(&named.outlet))
        };
        if is_same || is_linked(&seen) {
            keys.extend(outlet::key(seen.article()));
            groups.extend(&seen.group);
            out.push(seen);
        }
    }
    out
}

/// What an archive has of a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// What was asked for.
    pub asked: String,
    /// Who tells it, in the order of time; the first is the earliest in this archive.
    pub appearances: Vec<Appearance>,
    /// Whom each later one follows, in the order of `appearances`; at most one each.
    pub edges: Vec<Edge>,
    /// The appearance that has the quotation most fully, where it is quoted.
    pub fullest: Option<usize>,
    /// Who is said to know it first hand, copies and relays collapsed; the one of the earliest appearance first.
    pub roots: Vec<Root>,
    /// Tellings that say no to it or give another value, in the order of time. They have no edges.
    pub against: Vec<Appearance>,
}

/// A claim in one article. An article's revisions are one appearance, in the first that has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Appearance {
    /// The telling.
    pub telling: Telling,
    /// What it is to what was asked for.
    pub found: Match,
    /// Later revisions of the article that have it still.
    pub revisions: Vec<i64>,
}

/// One appearance follows another.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The place of the earlier one in `appearances`.
    pub from: usize,
    /// The place of the later one.
    pub to: usize,
    /// How it was passed on.
    pub kind: EdgeKind,
    /// What shows that it follows this one.
    pub why: Why,
    /// The earlier one's words against the later one's.
    pub wording: Vec<Piece>,
    /// What changed besides words.
    pub changes: Vec<Change>,
}

/// How a claim was passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EdgeKind {
    /// In the same words, or a part of them.
    Quoted,
    /// In other words.
    Reworded,
    /// In a near copy of the whole article: wire copy, syndication.
    Copy,
    /// There are words in common, and no more is known.
    Similar,
}

impl EdgeKind {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::Quoted => "quoted",
            EdgeKind::Reworded => "reworded",
            EdgeKind::Copy => "copy",
            EdgeKind::Similar => "similar",
        }
    }

    /// The kind that a form of wording is.
    pub fn of(form: Form) -> Self {
        match form {
            Form::Verbatim | Form::Partial => EdgeKind::Quoted,
            Form::Reworded => EdgeKind::Reworded,
            Form::Contradicted | Form::Similar => EdgeKind::Similar,
        }
    }
}

/// What shows that an appearance follows an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its article is a near copy of the other's.
    Copy,
    /// It names the outlet that had it: the words that do.
    Names(String),
    /// The outlet itself had it before, and its source may be the same.
    Own,
    /// The wording alone; nothing says that one had it from the other.
    Wording,
}

/// What changed on the way, besides words.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Somebody was named or described as its source, and nobody is now: it stands in the writer's voice.
    AttributionDropped {
        /// Source and cue as they stood: "officials believe".
        was: String,
    },
    /// It rests on firmer words than before: "believe" became "said", "said" became "confirmed".
    Hardened {
        /// Source and cue as they stood.
        was: String,
        /// As they stand.
        is: String,
    },
    /// It rests on less firm words than before.
    Softened {
        /// Source and cue as they stood.
        was: String,
        /// As they stand.
        is: String,
    },
    /// Another source is given.
    SourceChanged {
        /// Who it was.
        was: String,
        /// Who it is.
        is: String,
    },
    /// A relay on the way is no longer named.
    RelayDropped {
        /// Who it was.
        was: String,
    },
    /// The terms were stated and are not any more: a condition of anonymity.
    TermsDropped {
        /// What they were.
        was: String,
    },
    /// The reason for anonymity is gone.
    ReasonDropped {
        /// What it was.
        was: String,
    },
    /// Another number.
    FigureChanged {
        /// The words of the figure as they stood.
        was: String,
        /// As they stand.
        is: String,
    },
    /// The same number without what bounded it, or with another bound.
    BoundChanged {
        /// The words of the figure as they stood.
        was: String,
        /// As they stand.
        is: String,
    },
    /// Quoted before, in the writer's words now.
    QuotationDropped,
    /// Words inside the quotation marks are other words than before.
    QuotationAltered {
        /// The words that stood in the marks.
        was: String,
        /// Those that stand there.
        is: String,
    },
    /// Less of it is told.
    Trimmed,
    /// More of it is told.
    Extended,
}

/// Somebody who is said to know it first hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Root {
    /// The fullest name, of a body with who speaks for it: "Hill Front (Piet Dunstow)"; for the unnamed the words that the article has; none where nobody is said to know it.
    pub name: Option<String>,
    /// Whether that is a name: unnamed roots of two articles that have nothing to do with one another stay two.
    pub is_named: bool,
    /// The appearances that rest on it.
    pub appearances: Vec<usize>,
}
