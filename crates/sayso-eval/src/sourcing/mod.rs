//! Whole readings against gold of our own: who says what, through whom, on what terms, with what figures, and when.
//!
//! [`parse`] takes a file of gold, [`compare()`] one article's gold and what was predicted for it, both as [`Sourcing`], and
//! returns [`Counts`], which add up over articles, with a [`Difference`] for each thing missed, wrong or too much.
//!
//! Attributions are paired one to one by their contents: at least half of all characters of the two shared, the largest
//! share first, nested ones with nested ones and outermost with outermost. What is said of an attribution (its source's
//! type, its terms, its date) is compared on the pairs; [`Score`] has each definition.

mod compare;
mod counts;
mod gold;
mod likeness;
mod places;
mod vocabulary;

pub use compare::{Difference, compare};
pub use counts::{Counts, Score, Shape};
pub use gold::{Gold, Problem, parse};
pub use likeness::without_relative_clause;

use sayso_text::Span;

use crate::Attribution;

/// What gold and predictions say of one article. Lists refer to each other by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sourcing {
    /// Its attributions.
    pub attributions: Vec<Statement>,
    /// Who their sources are.
    pub sources: Vec<Source>,
    /// The numbers that something is said about.
    pub figures: Vec<Figure>,
    /// Who was asked and gave no answer.
    pub unanswered: Vec<Unanswered>,
}

/// One attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// Source, cue and content in the article; the confidence does not matter here.
    pub spans: Attribution,
    /// The attribution that this one lies in.
    pub within: Option<usize>,
    /// Its source.
    pub source: Option<usize>,
    /// The hands it came through, from the article (left out) to the root; empty where the chain is not known.
    pub chain: Vec<Link>,
    /// What the source does with the content.
    pub act: String,
    /// Whether the link is denied.
    pub negated: bool,
    /// What it does with another statement.
    pub stance: Option<String>,
    /// The attribution that the stance takes up.
    pub stance_of: Option<usize>,
    /// By what way it was said.
    pub channel: Option<String>,
    /// When: a day, a month, a year, or `FROM/TO`.
    pub when: Option<String>,
    /// On what terms the source speaks.
    pub terms: Option<String>,
    /// The reason given for the terms, in the article's words.
    pub reason: Option<String>,
}

/// One of the hands that a statement came through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Who; none where nobody is named.
    pub source: Option<usize>,
    /// The words that show it.
    pub words: String,
}

/// A source, in the article's words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// `named_person` and so on.
    pub kind: String,
    /// The fullest name.
    pub name: Option<String>,
    /// Words that state an office, a profession, a role.
    pub titles: Vec<String>,
    /// Words that state whom it belongs to.
    pub affiliations: Vec<String>,
    /// Words that say why it can know.
    pub justification: Option<String>,
    /// Where it is named as a source.
    pub mentions: Vec<Span>,
}

/// A number that something is said about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// From the words that bound it to what it counts.
    pub span: Span,
    /// The number.
    pub value: Option<f64>,
    /// The least that it can be.
    pub low: Option<f64>,
    /// The most that it can be.
    pub high: Option<f64>,
    /// How the number binds.
    pub bound: String,
    /// What is counted.
    pub unit: String,
    /// What was done to those counted or with the sum.
    pub measure: Option<String>,
    /// Who is counted, in the article's words.
    pub who: Option<String>,
    /// Where, in the article's words.
    pub place: Option<String>,
    /// As of when.
    pub as_of: Option<String>,
    /// The figure that this one is a part of.
    pub part_of: Option<usize>,
    /// The innermost attribution that holds it.
    pub attribution: Option<usize>,
}

/// Somebody who was asked and gave no answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unanswered {
    /// Who, in the article's words.
    pub who: String,
    /// What is said of it: `declined_to_comment` and so on.
    pub terms: String,
}

#[cfg(test)]
mod example {
    //! An invented article and its gold, for the tests.

    pub(super) const TEXT: &str = "Board knew of leak\n\nThe Harwick Courier reported on Friday that Anselm Krail, the board’s \
        chairman, told the council that at least 12 people were killed in Kesterby, including three children. Two aides who \
        were at the meeting said, on condition of anonymity because they feared for their jobs, that he denied it in an \
        interview. The ministry did not respond.\n";

    pub(super) const GOLD: &str = r#"kind = "leak"
outlet = "Brask Mirror"
published = "2025-03-08"
[[source]]
id = "courier"
type = "named_organization"
name = "The Harwick Courier"
[[source]]
id = "krail"
type = "named_person"
name = "Anselm Krail"
titles = ["chairman"]
affiliations = ["the board’s"]
[[source]]
id = "aides"
type = "anonymous_source"
titles = ["Two aides"]
justification = "who were at the meeting"
[[attribution]]
id = "1"
source = "courier"
words = "The Harwick Courier"
cue = "reported"
content = ["that Anselm Krail [...] three children"]
when = "2025-03-07"
[[attribution]]
id = "2"
within = "1"
source = "krail"
words = "Anselm Krail, the board’s chairman"
cue = "told"
content = ["that at least 12 people [...] three children"]
[[attribution]]
id = "3"
source = "aides"
words = "Two aides"
cue = "said"
content = ["that he denied it in an interview"]
through = ["courier"]
terms = "anonymity"
reason = "because they feared for their jobs"
[[attribution]]
id = "4"
within = "3"
source = "krail"
words = "he"
cue = "denied"
content = ["it"]
stance = "denies"
of = "2"
channel = "interview"
[[unanswered]]
who = "The ministry"
terms = "did_not_respond"
[[figure]]
span = "at least 12 people"
value = 12
bound = "at_least"
unit = "people"
measure = "killed"
place = "Kesterby"
as_of = "2025-03"
attribution = "2"
[[figure]]
span = "three children"
value = 3
bound = "exactly"
unit = "people"
who = "children"
part_of = "at least 12 people"
attribution = "2"
"#;
}
