//! What is measured of a claim and of what articles of its story tell, as JSON lines: what `training/within.py` fits the scores for contents of
//! one story from.
//!
//!     cargo xtask week --out week --seed 1
//!     cargo run --release -p sayso -- add week.db week
//!     cargo run --release -p sayso-archive --example within -- week.db week.truth.json > within.jsonl
//!
//! Each line has the claim's event, what stands beside the telling, whether it tells the claim (none where it denies it, or stands in an
//! article that tells it elsewhere), and the features.
#![allow(clippy::print_stdout, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};

use sayso_archive::{Archive, Clipping};
use sayso_lineage::claim::{Content, Matcher};
use sayso_lineage::trace::Known;

#[derive(serde::Deserialize)]
struct Truth {
    claims: Vec<Claim>,
}

#[derive(serde::Deserialize)]
struct Claim {
    id: String,
    queries: Vec<String>,
    appearances: Vec<Appearance>,
}

#[derive(serde::Deserialize)]
struct Appearance {
    url: String,
    kind: String,
    words: Vec<String>,
}

impl Claim {
    fn event(&self) -> &str {
        self.id.split('-').next().unwrap_or(&self.id)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(archive), Some(truth)) = (arguments.next(), arguments.next()) else {
        return Err("give an archive and the truth of its week".into());
    };
    let archive = Archive::open(archive.as_ref())?;
    let truth: Truth = serde_json::from_str(&std::fs::read_to_string(truth)?)?;
    let mut clippings: BTreeMap<String, Clipping> = BTreeMap::new();
    for id in archive.newest()? {
        let Some(clipping) = archive.clipping(id)? else { continue };
        clippings.extend(clipping.article.url.clone().map(|url| (url, clipping)));
    }
    let mut stories: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for claim in &truth.claims {
        stories.entry(claim.event()).or_default().extend(claim.appearances.iter().map(|one| one.url.as_str()));
    }
    let matcher = Matcher::new();
    for claim in &truth.claims {
        for query in &claim.queries {
            one(&matcher, &clippings, claim, query, &stories[claim.event()]);
        }
    }
    Ok(())
}

/// All tellings of a story beside one wording of a claim.
fn one(matcher: &Matcher, clippings: &BTreeMap<String, Clipping>, claim: &Claim, query: &str, story: &BTreeSet<&str>) {
    let asked = Content::of(query);
    let articles = || story.iter().filter_map(|url| clippings.get(*url).map(|clipping| (*url, clipping)));
    let tellings: Vec<_> =
        articles().flat_map(|(url, clipping)| clipping.tellings().into_iter().map(move |one| (url, one))).collect();
    let contents: Vec<Content> = tellings.iter().map(|(_, telling)| Content::of(&telling.words)).collect();
    let has_words = |at: &usize| matcher.same_words(&asked, &contents[*at]).is_some();
    let anchors: Vec<usize> = (0..tellings.len()).filter(has_words).collect();
    let known = Known::of(anchors.iter().map(|at| &tellings[*at].1));
    for (at, (url, telling)) in tellings.iter().enumerate() {
        let Some(features) = matcher.features(&asked, &contents[at]) else { continue };
        let appearance = claim.appearances.iter().find(|one| one.url == *url);
        let tells = appearance.is_some_and(|one| one.words.iter().any(|words| is_most_of(words, &telling.words)));
        let is_clear = appearance.is_none_or(|one| tells && one.kind != "against");
        let line = serde_json::json!({
            "event": claim.event(),
            "article": format!("{query} {url}"),
            "beside": format!("{:?}", known.beside(telling)),
            "tells": is_clear.then_some(tells),
            "shared": matcher.shared_weight(&asked, &contents[at]),
            "features": features.into_iter().map(|(_, value)| value).collect::<Vec<_>>(),
        });
        println!("{line}");
    }
}

/// Whether most pairs of words of the shorter stand in the other too.
fn is_most_of(one: &str, other: &str) -> bool {
    let pairs = |text: &str| -> BTreeSet<(String, String)> {
        let words: Vec<String> = sayso_text::words(text).iter().map(|word| word.of(text).to_lowercase()).collect();
        words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    let least = one.len().min(other.len());
    least >= 3 && one.intersection(&other).count() * 10 >= least * 6
}
