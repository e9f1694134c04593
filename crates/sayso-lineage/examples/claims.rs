//! What telling claims is worth: precision and recall of each form on each file of claim gold, and how long it takes.
//!
//!     cargo run --release -p sayso-lineage --example claims
#![allow(clippy::print_stdout)]

#[path = "../tests/score/mod.rs"]
mod score;

use std::time::Instant;

use sayso_lineage::claim::{Beside, Content, Form, Matcher};

const NAMES: [&str; 9] =
    ["tuning-a", "tuning-b", "tuning-e", "tuning-f", "tuning-g", "tuning-h", "tuning-k", "measuring-c", "measuring-d"];

fn main() {
    for name in NAMES {
        println!("{name}: {}", score::Score::of(&score::pairs(name)));
    }
    let pairs = score::pairs("tuning-a");
    let _ = Matcher::may_match(&Content::of("one town"), &Content::of("other place"));
    let begin = Instant::now();
    let asked = Content::of(&pairs[0].one);
    let texts = pairs.iter().flat_map(|p| [&p.one, &p.other]).cycle().take(2000);
    let contents: Vec<Content> = texts.map(|text| Content::of(text)).collect();
    let made = begin.elapsed();
    let may = contents.iter().filter(|content| Matcher::may_match(&asked, content)).count();
    let looked = begin.elapsed();
    let matcher = Matcher::new();
    let begin = Instant::now();
    let found = contents.iter().take(60).filter(|content| matcher.compare(&asked, content).is_some()).count();
    println!("2,000 contents made in {made:.1?}, looked at after {looked:.1?} ({may} may match)");
    println!("60 compared in {:.1?} ({found} found)", begin.elapsed());
    looked_through(&matcher);
}

/// What `find_within` makes of the rewordings of tuning gold, and of contents of different stories.
fn looked_through(matcher: &Matcher) {
    let pairs: Vec<score::Pair> =
        NAMES.iter().filter(|name| name.starts_with("tuning")).flat_map(|name| score::pairs(name)).collect();
    let contents: Vec<[Content; 2]> = pairs.iter().map(|p| [Content::of(&p.one), Content::of(&p.other)]).collect();
    let reworded = |found: Option<sayso_lineage::claim::Match>| found.is_some_and(|m| m.form == Form::Reworded);
    let (mut same, mut kept) = (0, 0);
    for (pair, [one, other]) in pairs.iter().zip(&contents) {
        if pair.form == "reworded" && reworded(matcher.compare(one, other)) {
            same += 1;
            kept += usize::from(reworded(within(matcher, one, other)));
        }
    }
    let begin = Instant::now();
    let (mut looked, mut wrong) = (0, 0);
    for (pair, [one, _]) in pairs.iter().zip(&contents).step_by(7) {
        for (with, [_, other]) in pairs.iter().zip(&contents) {
            if pair.story != with.story && Matcher::may_match(one, other) {
                wrong += usize::from(reworded(within(matcher, one, other)));
            }
            looked += usize::from(pair.story != with.story);
        }
    }
    println!(
        "find_within keeps {kept} of {same} rewordings; {wrong} of {looked} pairs of different stories, in {:.1?}",
        begin.elapsed()
    );
}

/// What they are to each other, both read as sentences where that is worth it.
fn within(matcher: &Matcher, one: &Content, other: &Content) -> Option<sayso_lineage::claim::Match> {
    let near = matcher.near(one, other)?;
    let worth: Vec<&Content> = near.worth_reading(other).collect();
    if !worth.is_empty() {
        matcher.read(&[&[one], worth.as_slice()].concat());
    }
    matcher.find_near(one, other, &near, || Beside::Somebody)
}
