//! What telling claims is worth: precision and recall of each form on each file of claim gold, and how long it takes.
//!
//!     cargo run --release -p sayso-lineage --example claims
#![allow(clippy::print_stdout)]

#[path = "../tests/score/mod.rs"]
mod score;

use std::time::Instant;

use sayso_lineage::claim::{Content, Matcher};

fn main() {
    for name in ["tuning-a", "tuning-b", "measuring-c", "measuring-d"] {
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
}
