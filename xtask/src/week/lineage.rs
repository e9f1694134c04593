//! The truth of a generated week: what follows from who wrote what, when, and from whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::week::article::{Article, How, Told};
use crate::week::plan::FIRST_DAY;
use crate::week::truth::{Appearance, Claim, Conflict, Edge, Point, Revision, Rounded, Series, Truth};
use crate::week::wording::{EVIDENCE, alike, is_part};
use crate::week::world::{Event, World};

/// How much less alike than the closest earlier wording another one may be and still be as good an answer.
const AS_CLOSE: f64 = 0.05;

/// An appearance on its way into the truth: article and what it tells.
struct Seen<'a> {
    article: &'a Article,
    told: &'a Told,
    root: Option<Root>,
}

/// Who knows something first hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Root {
    Named(String),
    /// Somebody without a name, in one article.
    Unnamed(String),
}

/// The truth about articles in the order of time; later texts of them come last.
pub(crate) fn truth(world: &World, articles: &[Article], seed: u64) -> Truth {
    let first: Vec<&Article> = articles.iter().filter(|article| article.modified.is_none()).collect();
    let mut truth = Truth { seed, articles: first.len(), ..Truth::default() };
    for (number, event) in world.events.iter().enumerate() {
        for at in 0..event.claim.len() {
            truth.claims.extend(claim(&first, event, number, at));
        }
        let series = series(&first, event, number);
        truth.conflicts.extend(conflicts(&series));
        truth.series.extend(series);
    }
    for later in articles.iter().filter(|article| article.modified.is_some()) {
        let is_silent = !later.is_corrected && later.changes.iter().any(|kind| kind == "figure_changed");
        truth.revisions.push(Revision { url: later.url.clone(), changes: later.changes.clone(), is_silent });
    }
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for copy in &first {
        if let Some(of) = copy.copy_of {
            let group = groups.entry(&first[of].url).or_insert_with(|| vec![first[of].url.clone()]);
            group.push(copy.url.clone());
        }
    }
    truth.copies = groups.into_values().collect();
    truth
}

fn claim(articles: &[&Article], event: &Event, number: usize, at: usize) -> Option<Claim> {
    let text = &event.claim[at];
    let mut truth = Claim { id: format!("{}-{}", event.place.to_lowercase(), text.id), ..Claim::default() };
    truth.queries.push(text.quote.clone().unwrap_or_else(|| text.words.clone()));
    truth.queries.push(text.trims.first().cloned().unwrap_or_else(|| text.reworded[0].clone()));
    truth.in_other_words = text.reworded.last().cloned().unwrap_or_default();
    let mut seen: Vec<Seen<'_>> = Vec::new();
    for article in articles {
        for told in article.told.iter().filter(|told| told.event == number && told.claim == at) {
            truth.appearances.push(Appearance {
                url: article.url.clone(),
                words: told.forms.clone(),
                kind: told.how.name().to_owned(),
            });
            if told.how == How::Against {
                continue;
            }
            let (from, why) = followed(&seen, article, told, articles);
            let is_own_root = matches!(told.how, How::First | How::Second);
            let root = match from.first() {
                Some(first) if !is_own_root => seen[*first].root.clone(),
                _ => Some(told.name.clone().map_or_else(|| Root::Unnamed(article.url.clone()), Root::Named)),
            };
            if is_own_root && !seen.is_empty() || !is_own_root && from.is_empty() {
                truth.either.push(article.url.clone());
            } else if let Some(best) = from.first() {
                let kind = match (&told.how, seen[*best].told) {
                    (How::Copy, _) => "copy",
                    (_, before) if shares(before, told) => "quoted",
                    _ => "reworded",
                };
                let from = from.iter().map(|at| seen[*at].article.url.clone()).collect();
                truth.edges.push(Edge { from, to: article.url.clone(), kind: kind.to_owned(), why: why.to_owned() });
            }
            seen.push(Seen { article, told, root });
        }
    }
    truth.earliest.clone_from(&seen.first()?.article.url);
    let roots: BTreeSet<Root> = seen.iter().filter_map(|seen| seen.root.clone()).collect();
    truth.roots = roots.len();
    truth.root_names =
        roots.into_iter().filter_map(|root| if let Root::Named(name) = root { Some(name) } else { None }).collect();
    Some(truth)
}

/// Whom an article can have a claim from, as far as its text shows: the closest wording first. And what shows it.
fn followed(seen: &[Seen<'_>], article: &Article, told: &Told, articles: &[&Article]) -> (Vec<usize>, &'static str) {
    let likeness: Vec<f64> = seen.iter().map(|before| likeness(before.told, told)).collect();
    let is_copy_of =
        |at: usize, outlet: usize| seen[at].article.copy_of.is_some_and(|of| articles[of].outlet == outlet);
    let of_outlets = |outlets: &[usize]| -> Vec<usize> {
        let is_of = |at: &usize| outlets.iter().any(|o| seen[*at].article.outlet == *o || is_copy_of(*at, *o));
        (0..seen.len()).filter(is_of).collect()
    };
    let closest = || -> Vec<usize> {
        let best = likeness.iter().copied().fold(0.0, f64::max);
        (0..seen.len()).filter(|at| best >= EVIDENCE && likeness[*at] >= best - AS_CLOSE).collect()
    };
    let (mut from, why) = match &told.how {
        How::First | How::Second | How::Against => (Vec::new(), ""),
        How::Copy => {
            let group = |other: &Article| {
                other.copy_of == article.copy_of || Some(&other.url) == article.copy_of.map(|of| &articles[of].url)
            };
            ((0..seen.len()).filter(|at| group(seen[*at].article)).collect(), "copy")
        }
        How::Relay(outlets) => (of_outlets(outlets), "names"),
        How::Own => {
            let mut own = of_outlets(&[article.outlet]);
            own.extend(closest());
            own.sort_unstable();
            own.dedup();
            (own, "wording")
        }
        How::Wording | How::Voice => (closest(), "wording"),
    };
    // Stable: among equals the earliest stays first.
    from.sort_by(|a, b| likeness[*b].total_cmp(&likeness[*a]));
    (from, why)
}

/// How alike the pieces are that are most alike.
fn likeness(one: &Told, other: &Told) -> f64 {
    let pairs = one.forms.iter().flat_map(|a| other.forms.iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| alike(a, b)).fold(0.0, f64::max)
}

/// Whether a piece of one has a piece of the other, or is a part of it.
fn shares(one: &Told, other: &Told) -> bool {
    one.forms.iter().any(|a| other.forms.iter().any(|b| is_part(a, b)))
}

fn day_of(day: usize) -> String {
    format!("2026-11-{:02}", FIRST_DAY + day)
}

fn series(articles: &[&Article], event: &Event, number: usize) -> Vec<Series> {
    let mut all = Vec::new();
    for (f, figure) in event.figure.iter().enumerate() {
        for (s, giver) in figure.series.iter().enumerate() {
            let who = &event.who[&giver.by];
            let mut series = Series {
                about: figure.ask.clone(),
                giver: who.name.clone().unwrap_or_else(|| who.short.clone()),
                measure: figure.measure.clone(),
                place: event.place.clone(),
                ..Series::default()
            };
            let carriers = |point: usize, is_rounded: bool| {
                let is = move |c: &&crate::week::article::Carried| {
                    c.event == number && c.series == [f, s] && c.point == point && c.is_rounded == is_rounded
                };
                articles.iter().filter_map(move |article| Some((*article, article.carried.iter().find(is)?)))
            };
            // The day on which an event begins is that of its first article.
            let start =
                articles.iter().find(|a| a.told.iter().any(|told| told.event == number)).map_or(0, |a| a.at.day);
            for (p, (after, value, bound)) in giver.points.iter().enumerate() {
                let mut urls = carriers(p, false).map(|(article, _)| article.url.clone());
                let Some(first) = urls.next() else { continue };
                let later: Vec<String> = urls.collect();
                // The same number as of a later day makes no carrier stale.
                let is_other = |next: &usize| (&giver.points[*next].1, &giver.points[*next].2) != (value, bound);
                let newer =
                    (p + 1..giver.points.len()).filter(is_other).filter_map(|next| carriers(next, false).next());
                let newer = newer.map(|(article, _)| article.at).min();
                let is_stale = |article: &&Article| newer.is_some_and(|newer| article.at > newer);
                let stale = carriers(p, false).map(|(article, _)| article).filter(is_stale).map(|a| a.url.clone());
                series.points.push(Point {
                    day: day_of(start + after),
                    value: *value,
                    bound: bound.clone(),
                    first,
                    later,
                    stale: stale.collect(),
                });
                series.rounded.extend(carriers(p, true).map(|(article, carried)| Rounded {
                    url: article.url.clone(),
                    words: carried.words.clone(),
                    exact: *value,
                }));
            }
            if !series.points.is_empty() {
                all.push(series);
            }
        }
    }
    all
}

/// The least and the most that a number can be.
fn range(point: &Point) -> (f64, f64) {
    match point.bound.as_str() {
        "at_least" | "more_than" => (point.value, f64::INFINITY),
        "up_to" | "less_than" => (0.0, point.value),
        "about" => (point.value * 0.9, point.value * 1.1),
        _ => (point.value, point.value),
    }
}

/// Numbers of two givers for one thing and day that cannot both hold.
fn conflicts(all: &[Series]) -> Vec<Conflict> {
    let mut found = Vec::new();
    for (at, one) in all.iter().enumerate() {
        for other in all[at + 1..].iter().filter(|other| other.measure == one.measure && other.about == one.about) {
            for (a, b) in one.points.iter().flat_map(|a| other.points.iter().map(move |b| (a, b))) {
                let ((low, high), (least, most)) = (range(a), range(b));
                if a.day == b.day && (high < least || most < low) {
                    found.push(Conflict {
                        about: one.about.clone(),
                        measure: one.measure.clone(),
                        day: a.day.clone(),
                        givers: [one.giver.clone(), other.giver.clone()],
                        values: [a.value, b.value],
                    });
                }
            }
        }
    }
    found
}
