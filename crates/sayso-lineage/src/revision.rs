//! Two texts of one article: what changed in attributions, figures and terms, and not in commas.
//!
//! Tellings of the two texts are paired by their words, wherever they stand (`align`); what changed between two of a
//! pair is [`crate::change`]'s to say. A number, a source or terms that changed are silent where no note of the later
//! text speaks of it ([`corrections`]).

mod align;
mod notes;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::change::{changed_figure, changes, counts_same};
use crate::record::{ArticleRecord, Telling};
use crate::series::FigureReport;
use crate::trace::Change;
use crate::wording::{Piece, Wording};
use crate::words;
use align::Pair;
pub use notes::corrections;

/// One text of an article and what was read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The article.
    pub article: std::sync::Arc<ArticleRecord>,
    /// Its statements and the sentences in the writer's voice, in text order.
    pub tellings: Vec<Telling>,
    /// Its figures in text order.
    pub figures: Vec<FigureReport>,
    /// Corrections and notes that the article itself has of a change ("This article was amended …"), as they stand.
    pub corrections: Vec<String>,
}

/// What changed between two texts of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The earlier.
    pub before: std::sync::Arc<ArticleRecord>,
    /// The later.
    pub after: std::sync::Arc<ArticleRecord>,
    /// What changed, in the order of the later text; what is gone stands where it stood.
    pub changes: Vec<Revised>,
}

/// A statement or a figure that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Revised {
    /// As it stood; none for a new one.
    pub before: Option<Telling>,
    /// As it stands; none where it is gone.
    pub after: Option<Telling>,
    /// The words of both, where both stand.
    pub wording: Vec<Piece>,
    /// What changed besides words; empty where a statement is new or gone, where it is told in other words, and where a
    /// sentence of the writer's voice is attributed now.
    pub changes: Vec<Change>,
    /// Whether a figure, the source, its terms or a quotation changed and no note that is new in the later text speaks
    /// of it.
    pub is_silent: bool,
}

/// Words that a copy editor puts in and takes out.
const LITTLE: &[&str] = &["a", "an", "the", "that"];

/// What changed between two texts of an article. Marks, spelling, the order of paragraphs and sentences of the writer's
/// voice without figures are left out.
pub fn difference(before: &Version, after: &Version) -> Difference {
    let (was, is) = (told(before), told(after));
    let pairs = align::pairs(&was, &is);
    let notes: Vec<&str> =
        after.corrections.iter().map(String::as_str).filter(|note| !has_note(before, note)).collect();
    let mut found: Vec<(Place, Revised)> = Vec::new();
    for pair in &pairs {
        let (one, other) = (pair.was.map(|at| was[at]), pair.is.map(|at| is[at]));
        let revised = match (one, other) {
            (Some(one), Some(other)) => between(one, other, inner_changes(pair, &pairs, &was, &is).as_deref()),
            // What stands in both texts and is read in one of them only is neither new nor gone.
            _ if one.or(other).is_some_and(|telling| stands(telling, if one.is_some() { &is } else { &was })) => None,
            _ if is_worth(one.or(other), if one.is_some() { &was } else { &is }) => Some(alone(one, other)),
            _ => None,
        };
        found.extend(revised.map(|revised| (place(pair, &pairs, &was, &is), revised)));
    }
    found.extend(loose_figures(before, after));
    found.sort_by_key(|(place, _)| *place);
    let mut changes: Vec<Revised> = found.into_iter().map(|(_, revised)| revised).collect();
    for revised in &mut changes {
        let tellings = [&revised.before, &revised.after].into_iter().flatten();
        let tellings: Vec<&str> = tellings.map(|telling| telling.words.as_str()).collect();
        let is_untold = |change: &Change| notes::is_serious(change) && !notes::tell(&notes, change, &tellings);
        revised.is_silent = revised.changes.iter().any(is_untold);
    }
    Difference { before: before.article.clone(), after: after.article.clone(), changes }
}

/// The tellings of a text but those in its notes on changes.
fn told(version: &Version) -> Vec<&Telling> {
    let notes: Vec<String> = version.corrections.iter().map(|note| words::plain(note).join(" ")).collect();
    let is_note = |telling: &Telling| {
        let sentence = words::plain(&telling.sentence).join(" ");
        !sentence.is_empty() && notes.iter().any(|note| note.contains(&sentence))
    };
    version.tellings.iter().filter(|telling| !is_note(telling)).collect()
}

fn has_note(version: &Version, note: &str) -> bool {
    let note = words::plain(note);
    version.corrections.iter().any(|other| words::plain(other) == note)
}

/// Where a change stands in the later text; then what stayed before what is gone, in the order of the earlier one.
type Place = (Option<usize>, bool, usize, usize);

fn place(pair: &Pair, pairs: &[Pair], was: &[&Telling], is: &[&Telling]) -> Place {
    let earlier = pair.was.unwrap_or_default();
    if let Some(at) = pair.is {
        return (Some(is[at].span[0]), false, earlier, at);
    }
    let before = pairs.iter().filter(|other| other.is.is_some() && other.was.is_some_and(|at| at < earlier));
    let last = before.max_by_key(|other| other.was).and_then(|other| other.is);
    (last.map(|at| is[at].span[0]), true, earlier, was[earlier].span[0])
}

/// What changed between two tellings of a pair; none where it is nothing that is told here. `inner` has what statements
/// within them tell.
fn between(one: &Telling, other: &Telling, inner: Option<&[Change]>) -> Option<Revised> {
    let mut changes = changes_of_numbers_too(one, other);
    // The same sentence may be read otherwise beside others: that is no change of the text.
    if sentence(one) == sentence(other) && !one.sentence.is_empty() {
        changes.retain(|change| is_told_elsewhere(change, other));
        if changes.is_empty() {
            return None;
        }
    }
    let is_voice = one.statement.is_none() && other.statement.is_none();
    if is_voice || inner.is_some() {
        changes.retain(|change| !matches!(change, Change::Trimmed | Change::Extended));
    }
    if let Some(inner) = inner {
        changes.retain(|change| !inner.contains(change));
    }
    let told = (one.told(), other.told());
    let wording = Wording::of(&told.0, &told.1);
    let is_added = one.statement.is_none() && other.statement.as_ref().is_some_and(|is| is.source.is_some());
    let is_reworded = one.statement.is_some() && inner.is_none() && has_other_words(&wording);
    let tells = !changes.is_empty() || is_added || is_reworded;
    tells.then(|| Revised {
        before: Some(one.clone()),
        after: Some(other.clone()),
        wording: wording.pieces(),
        changes,
        is_silent: false,
    })
}

fn sentence(telling: &Telling) -> String {
    words::plain(&telling.sentence).join(" ")
}

/// Whether a telling's sentence stands in a text.
fn stands(telling: &Telling, text: &[&Telling]) -> bool {
    let own = sentence(telling);
    !own.is_empty() && text.iter().any(|other| sentence(other) == own)
}

/// Whether a change can be one although the sentence is the same: what says who "he" is, and on what terms, stands elsewhere.
fn is_told_elsewhere(change: &Change, telling: &Telling) -> bool {
    match change {
        Change::TermsDropped { .. } | Change::ReasonDropped { .. } => true,
        Change::SourceChanged { was, is } => {
            [was, is].into_iter().all(|source| words::find(&telling.sentence, source).is_none())
        }
        _ => false,
    }
}

/// What changed, and a number that is no figure besides: "shut for 12 weeks" became "20 weeks".
fn changes_of_numbers_too(one: &Telling, other: &Telling) -> Vec<Change> {
    let mut changes = changes(one, other);
    if !changes.iter().any(|change| matches!(change, Change::FigureChanged { .. })) {
        changes.extend(changed_number(&Wording::of(&one.told(), &other.told())));
    }
    changes
}

/// The first number that stands where another stood, with the word after it; a day of the month and a year are none.
fn changed_number(wording: &Wording<'_>) -> Option<Change> {
    let is_number = |words: &[words::Word], at: usize| {
        let plain = words[at].plain.as_str();
        let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let is_date = near.filter_map(|at| words.get(at)).any(|word| words::is_month(&word.plain));
        let is_year = plain.len() == 4 && (plain.starts_with("19") || plain.starts_with("20"));
        plain.starts_with(|c: char| c.is_ascii_digit()) && !is_date && !is_year
    };
    let run = wording.others().find(|run| {
        run.was.len() == 1
            && run.is.len() == 1
            && is_number(&wording.was, run.was.start)
            && is_number(&wording.is, run.is.start)
    })?;
    let counted = |words: &[words::Word], at: usize| at..words.len().min(at + 2);
    Some(Change::FigureChanged {
        was: wording.was_told(counted(&wording.was, run.was.start)).to_owned(),
        is: wording.is_told(counted(&wording.is, run.is.start)).to_owned(),
    })
}

fn has_other_words(wording: &Wording<'_>) -> bool {
    let tells = |word: &words::Word| !LITTLE.contains(&word.plain.as_str());
    wording.others().any(|run| wording.was[run.was.clone()].iter().chain(&wording.is[run.is.clone()]).any(tells))
}

/// What changed in pairs that lie within both tellings of this one; none where none lie there.
fn inner_changes(pair: &Pair, pairs: &[Pair], was: &[&Telling], is: &[&Telling]) -> Option<Vec<Change>> {
    let (Some(one), Some(other)) = (pair.was, pair.is) else { return None };
    if !holds_another(was[one], was) || !holds_another(is[other], is) {
        return None;
    }
    let within = pairs.iter().filter_map(|inner| Some((was[inner.was?], is[inner.is?])));
    let within = within.filter(|(a, b)| holds(was[one], a) && holds(is[other], b));
    Some(within.flat_map(|(a, b)| changes_of_numbers_too(a, b)).collect())
}

/// Whether a statement lies within another telling.
fn holds(outer: &Telling, inner: &Telling) -> bool {
    let (outer, span) = (outer.span, inner.span);
    inner.statement.is_some() && outer[0] <= span[0] && span[1] <= outer[1] && outer != span
}

fn holds_another(outer: &Telling, all: &[&Telling]) -> bool {
    outer.statement.is_some() && all.iter().any(|inner| holds(outer, inner))
}

/// Whether a telling that stands in one text alone is told of: a statement in which no other lies, and a sentence of
/// the writer's voice with a number of something.
fn is_worth(telling: Option<&Telling>, all: &[&Telling]) -> bool {
    telling.is_some_and(|telling| match telling.statement {
        Some(_) => !holds_another(telling, all),
        None => telling.figures.iter().any(|figure| figure.measure.is_some()),
    })
}

fn alone(before: Option<&Telling>, after: Option<&Telling>) -> Revised {
    let gone = before.map(|telling| Piece::Gone(telling.words.clone()));
    let new = after.map(|telling| Piece::New(telling.words.clone()));
    Revised {
        before: before.cloned(),
        after: after.cloned(),
        wording: gone.into_iter().chain(new).collect(),
        changes: Vec::new(),
        is_silent: false,
    }
}

/// Changes of figures that stand in no telling: each with the first of the later text that counts the same thing at the
/// same place.
fn loose_figures(before: &Version, after: &Version) -> Vec<(Place, Revised)> {
    let loose = |version: &Version| -> Vec<FigureReport> {
        let held: BTreeSet<[usize; 2]> =
            version.tellings.iter().flat_map(|telling| &telling.figures).map(|figure| figure.span).collect();
        let out = version
            .figures
            .iter()
            .filter(|report| !held.contains(&report.figure.span) && report.figure.measure.is_some());
        out.take(align::MOST).cloned().collect()
    };
    let mut left = loose(after);
    let mut out = Vec::new();
    for report in loose(before) {
        let figure = &report.figure;
        let meets = |other: &FigureReport| counts_same(figure, &other.figure);
        let Some(at) = left.iter().position(meets) else { continue };
        let other = left.remove(at);
        if let Some(change) = changed_figure(figure, &other.figure) {
            let place = (Some(other.figure.span[0]), false, figure.span[0], other.figure.span[1]);
            let wording = Wording::of(&report.sentence, &other.sentence).pieces();
            let (one, other) = (telling(report), telling(other));
            out.push((
                place,
                Revised { before: Some(one), after: Some(other), wording, changes: vec![change], is_silent: false },
            ));
        }
    }
    out
}

/// A figure's sentence as a telling.
fn telling(report: FigureReport) -> Telling {
    Telling {
        article: Arc::clone(&report.article),
        span: report.figure.span,
        words: report.sentence.clone(),
        interposed: None,
        sentence: report.sentence,
        figures: vec![report.figure],
        statement: report.statement,
    }
}
