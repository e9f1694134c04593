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
    Ok(done(world, all, seed))
}

/// The week that `examples/week` has: all of one event, a little of a second, and some pieces about something else.
pub(crate) fn small() -> anyhow::Result<Week> {
    let world = World::load()?;
    let mut all = Vec::new();
    cover(&world, 0, 0, 14, Prng::new(SMALL), &mut all);
    cover(&world, 1, 1, LEAST, Prng::new(SMALL + 1), &mut all);
    all.extend(others(&world, 3, &mut Prng::new(SMALL)));
    Ok(done(world, all, 0))
}

/// A seed with which the story is well told.
const SMALL: u64 = 7;

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
fn done(world: World, articles: Vec<Article>, seed: u64) -> Week {
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
                let told = article.told.iter().find(|told| told.event == *number && told.how == super::article::How::First)?;
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
        let intro = format!("What happened this week, for those who had no time to follow it until {}.", weekday(at.day));
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
