//! A whole week: all events, pieces that tell of several, and pieces that have nothing to do with them.

use crate::week::article::{Article, Time};
use crate::week::lineage;
use crate::week::names::{permuted, rename, renamed};
use crate::week::pen::{Form, Pen};
use crate::week::plan::{Coverage, address};
use crate::week::prng::Prng;
use crate::week::style::{printed, weekday};
use crate::week::truth::Truth;
use crate::week::world::{OutletKind, World};

/// A week and what is so in it.
pub(crate) struct Week {
    pub(crate) world: World,
    /// In the order of time; later texts last.
    pub(crate) articles: Vec<Article>,
    pub(crate) truth: Truth,
}

/// How many pieces tell of several events.
const ROUNDUPS: usize = 6;
/// Fewer articles than this do not cover an event.
const LEAST: usize = 8;

/// A week of about so many articles.
pub(crate) fn week(seed: u64, articles: usize) -> anyhow::Result<Week> {
    let mut world = World::load()?;
    let names = permuted(&world, seed);
    for event in &mut world.events {
        rename(event, &names);
    }
    for other in &mut world.others {
        other.place = other.place.as_deref().map(|place| renamed(place, &names));
        let texts = other.text.iter_mut().chain([&mut other.headline]);
        texts.for_each(|text| *text = renamed(text, &names));
    }
    let mut prng = Prng::new(seed);
    let mut order: Vec<usize> = (0..world.events.len()).collect();
    prng.shuffle(&mut order);
    let rest = articles.saturating_sub(world.others.len() + ROUNDUPS);
    let each = rest.div_ceil(order.len()).max(LEAST);
    let mut all = Vec::new();
    for (turn, event) in order.iter().enumerate() {
        let own = Prng::new(prng.next());
        cover(&world, *event, turn % 4, each, own, &mut all);
    }
    all.extend(roundups(&world, &all, &mut prng));
    all.extend(others(&world, world.others.len(), &mut prng));
    Ok(done(world, &all, seed))
}

/// The week that `examples/week` has: all of one event, a little of a second, and some pieces about something else.
pub(crate) fn small() -> anyhow::Result<Week> {
    let world = World::load()?;
    let mut all = Vec::new();
    cover(&world, 0, 0, 14, Prng::new(SMALL), &mut all);
    cover(&world, 1, 1, 6, Prng::new(SMALL_TOO), &mut all);
    all.extend(others(&world, 2, &mut Prng::new(SMALL)));
    Ok(done(world, &all, 0))
}

/// A seed with which the story is well told.
const SMALL: u64 = 52;
/// The same for the second event.
const SMALL_TOO: u64 = 5;

fn cover(world: &World, event: usize, start: usize, most: usize, prng: Prng, all: &mut Vec<Article>) {
    let mut coverage = Coverage::new(world, event, start, prng);
    coverage.write(most);
    let before = all.len();
    all.extend(coverage.articles.into_iter().map(|mut article| {
        article.copy_of = article.copy_of.map(|of| of + before);
        article
    }));
}

/// In the order of time, addresses unlike each other, with the truth.
fn done(world: World, articles: &[Article], seed: u64) -> Week {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|at| (articles[*at].modified.is_some(), articles[*at].at, &articles[*at].url));
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new;
    }
    let sorted = order.iter().map(|old| {
        let mut article = articles[*old].clone();
        article.copy_of = article.copy_of.map(|of| place[of]);
        article
    });
    let articles: Vec<Article> = sorted.collect();
    let truth = lineage::truth(&world, &articles, seed);
    Week { world, articles, truth }
}

/// Pieces at the week's end, each with what several outlets had on several events.
fn roundups(world: &World, all: &[Article], prng: &mut Prng) -> Vec<Article> {
    let mut outlets: Vec<usize> =
        (0..world.outlets.len()).filter(|at| world.outlets[*at].kind != OutletKind::Agency).collect();
    prng.shuffle(&mut outlets);
    let mut events: Vec<usize> = (0..world.events.len()).collect();
    let mut found = Vec::new();
    for (turn, outlet) in outlets.into_iter().take(ROUNDUPS).enumerate() {
        prng.shuffle(&mut events);
        let at = Time { day: 4 + turn / 2, minute: 16 * 60 + prng.below(200) };
        let house = &world.outlets[outlet];
        let (mut told, mut paragraphs, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for number in &events {
            let event = &world.events[*number];
            // What another outlet had first hand, before today.
            let source = all.iter().find_map(|article| {
                let told =
                    article.told.iter().find(|told| told.event == *number && told.how == super::article::How::First)?;
                (article.outlet != outlet && article.at.day < at.day).then_some((article, told.claim))
            });
            let Some((article, claim)) = source.filter(|_| paragraphs.len() < 4) else { continue };
            let mut pen = Pen::new(*number, event, house, at.day);
            let clause = Form::Clause(prng.pick(&event.claim[claim].reworded).as_str());
            pen.relay(claim, &[(article.outlet, &world.outlets[article.outlet])], article.at.day, &clause, prng);
            pen.add(prng.pick(&event.background).as_str());
            pen.join();
            let Pen { paragraphs: mut own, told: own_told, .. } = pen;
            if let Some(first) = own.first_mut() {
                *first = format!("{}: {first}", event.place.to_uppercase());
            }
            paragraphs.append(&mut own);
            told.extend(own_told);
            places.push(event.place.clone());
        }
        let Some(last) = places.pop() else { continue };
        let headline = format!("The week in brief: {} and {last}", places.join(", "));
        let intro =
            format!("What happened this week, for those who had no time to follow it until {}.", weekday(at.day));
        paragraphs.insert(0, printed(&intro, house));
        found.push(plain(world, outlet, at, headline, paragraphs, told, prng));
    }
    found
}

/// Pieces that have nothing to do with the events.
fn others(world: &World, most: usize, prng: &mut Prng) -> Vec<Article> {
    let mut order: Vec<usize> = (0..world.others.len()).collect();
    prng.shuffle(&mut order);
    let mut found = Vec::new();
    for at in order.into_iter().take(most) {
        let other = &world.others[at];
        let outlets: Vec<usize> =
            (0..world.outlets.len()).filter(|at| world.outlets[*at].kind != OutletKind::Agency).collect();
        let outlet = *prng.pick(&outlets);
        let time = Time { day: prng.below(5), minute: 6 * 60 + prng.below(800) };
        let fill = |text: &String| printed(&text.replace("{day}", weekday(time.day)), &world.outlets[outlet]);
        let mut paragraphs: Vec<String> = other.text.iter().map(fill).collect();
        if let (Some(place), Some(first)) = (&other.place, paragraphs.first_mut()) {
            *first = format!("{} — {first}", place.to_uppercase());
        }
        let headline = printed(&other.headline, &world.outlets[outlet]);
        found.push(plain(world, outlet, time, headline, paragraphs, Vec::new(), prng));
    }
    found
}

fn plain(
    world: &World,
    outlet: usize,
    at: Time,
    headline: String,
    paragraphs: Vec<String>,
    told: Vec<super::article::Told>,
    prng: &mut Prng,
) -> Article {
    let house = &world.outlets[outlet];
    Article {
        url: address(house, &headline, at),
        outlet,
        headline,
        byline: house.reporters.get(prng.below(house.reporters.len())).cloned().into_iter().collect(),
        at,
        modified: None,
        paragraphs,
        told,
        carried: Vec::new(),
        copy_of: None,
        changes: Vec::new(),
        is_corrected: false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::week::article::How;
    use crate::week::files::files;
    use crate::week::wording::{shared, triples};

    const SEEDS: [u64; 3] = [1, 2, 3];

    #[test]
    fn a_seed_always_gives_the_same_week() {
        let written = |seed| {
            let week = week(seed, 240).expect("the week's files");
            (files(&week.world, &week.articles), week.truth)
        };
        assert_eq!(written(1), written(1));
        assert_ne!(written(1).0, written(2).0);
    }

    #[test]
    fn there_are_more_than_two_hundred_articles_and_each_address_is_one() {
        for seed in SEEDS {
            let week = week(seed, 240).expect("the week's files");
            assert!(week.truth.articles >= 200, "seed {seed}: {}", week.truth.articles);
            let first = week.articles.iter().filter(|article| article.modified.is_none());
            let urls: BTreeSet<&str> = first.map(|article| article.url.as_str()).collect();
            assert_eq!(urls.len(), week.truth.articles, "seed {seed}");
        }
    }

    #[test]
    fn the_truth_speaks_of_articles_and_of_their_words() {
        for seed in SEEDS {
            let week = week(seed, 240).expect("the week's files");
            let mut texts: BTreeMap<&str, String> = BTreeMap::new();
            for article in week.articles.iter().rev() {
                texts.insert(&article.url, article.text());
            }
            for claim in &week.truth.claims {
                assert!(texts.contains_key(claim.earliest.as_str()), "{}", claim.id);
                for appearance in &claim.appearances {
                    let text = &texts[appearance.url.as_str()];
                    for words in &appearance.words {
                        assert!(text.contains(words.as_str()), "{} in {}: {words}\n{text}", claim.id, appearance.url);
                    }
                }
                let told: BTreeSet<&str> = claim.appearances.iter().map(|appearance| appearance.url.as_str()).collect();
                let ends = claim.edges.iter().flat_map(|edge| edge.from.iter().chain([&edge.to]));
                assert!(ends.chain(&claim.either).all(|url| told.contains(url.as_str())), "{}", claim.id);
            }
            for point in week.truth.series.iter().flat_map(|series| &series.points) {
                assert!(point.later.iter().chain([&point.first]).all(|url| texts.contains_key(url.as_str())));
            }
            for article in &week.articles {
                for carried in &article.carried {
                    assert!(article.text().contains(&carried.words), "{}: {}", article.url, carried.words);
                }
            }
        }
    }

    #[test]
    fn edges_go_forward_in_time_and_each_follower_has_one() {
        for seed in SEEDS {
            let week = week(seed, 240).expect("the week's files");
            let first = week.articles.iter().filter(|article| article.modified.is_none());
            let at: BTreeMap<&str, Time> = first.map(|article| (article.url.as_str(), article.at)).collect();
            for edge in week.truth.claims.iter().flat_map(|claim| &claim.edges) {
                assert!(edge.from.iter().all(|from| at[from.as_str()] < at[edge.to.as_str()]), "{edge:?}");
                assert!(!edge.from.is_empty());
            }
            let edges: usize = week.truth.claims.iter().map(|claim| claim.edges.len()).sum();
            let told =
                week.articles.iter().filter(|article| article.modified.is_none()).flat_map(|article| &article.told);
            let later = told.filter(|told| !matches!(told.how, How::First | How::Second | How::Against)).count();
            assert_eq!(edges, later, "seed {seed}");
        }
    }

    #[test]
    fn copies_are_near_and_nothing_else_is() {
        for seed in SEEDS {
            let week = week(seed, 240).expect("the week's files");
            let first: Vec<&Article> = week.articles.iter().filter(|article| article.modified.is_none()).collect();
            let texts: Vec<_> = first.iter().map(|article| triples(&article.text())).collect();
            for (at, article) in first.iter().enumerate() {
                for (before, other) in first[..at].iter().enumerate() {
                    let group = |place: usize| first[place].copy_of.unwrap_or(place);
                    let alike = shared(&texts[at], &texts[before]);
                    assert_eq!(group(at) == group(before), alike > 0.7, "{} and {}: {alike}", article.url, other.url);
                }
            }
        }
    }

    #[test]
    fn no_paragraph_stands_twice_in_an_article() {
        for seed in SEEDS {
            let week = week(seed, 240).expect("the week's files");
            for article in &week.articles {
                let all: BTreeSet<&String> = article.paragraphs.iter().collect();
                assert_eq!(all.len(), article.paragraphs.len(), "{}", article.url);
            }
        }
    }

    #[test]
    fn no_gap_is_left_and_no_mark_stands_twice() {
        for seed in SEEDS {
            let week = week(seed, 240).expect("the week's files");
            for article in &week.articles {
                for wrong in ["{", "}", ",,", ",.", "..", " ,", "  ", ",:", "“”", " .", "?,"] {
                    assert!(!article.text().contains(wrong), "{wrong:?} in {}:\n{}", article.url, article.text());
                }
            }
        }
    }

    #[test]
    fn the_folder_of_examples_holds_the_small_week() {
        let week = small().expect("the week's files");
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/week");
        let written = files(&week.world, &week.articles);
        for (name, text) in &written {
            let found = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert_eq!(found, *text, "{name}: run `cargo xtask week --small --out examples/week` on an empty folder");
        }
        let count = std::fs::read_dir(folder).expect("the folder").count();
        assert_eq!(count, written.len(), "files that the week does not have");
    }

    #[test]
    fn a_small_week_fits_in_a_readme() {
        let week = small().expect("the week's files");
        assert!((20..=30).contains(&week.truth.articles), "{}", week.truth.articles);
        assert!(!week.truth.copies.is_empty() && !week.truth.conflicts.is_empty() && !week.truth.revisions.is_empty());
    }
}
