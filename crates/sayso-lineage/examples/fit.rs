//! What is measured of the pairs in claim gold, as JSON lines: what `training/claims.py` fits the scores from.
//!
//!     cargo run -p sayso-lineage --example fit -- gold/claims/tuning-*.toml > features.jsonl
//!
//! Each line has a pair's file, story, form and features, `null` where the words alone decide. Pairs of contents of different stories are added
//! as `elsewhere`, some for each content.
#![allow(clippy::print_stdout, missing_docs)]

use sayso_lineage::claim::{Content, Matcher};

#[derive(serde::Deserialize)]
struct Gold {
    pair: Vec<Pair>,
}

#[derive(serde::Deserialize)]
struct Pair {
    #[serde(default)]
    file: String,
    story: String,
    form: String,
    one: String,
    other: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let matcher = Matcher::new();
    let mut pairs: Vec<Pair> = Vec::new();
    for path in std::env::args().skip(1) {
        let read = toml::from_str::<Gold>(&std::fs::read_to_string(&path)?)?.pair;
        pairs.extend(read.into_iter().map(|pair| Pair { file: path.clone(), ..pair }));
    }
    let contents: Vec<[Content; 2]> = pairs.iter().map(|p| [Content::of(&p.one), Content::of(&p.other)]).collect();
    let print = |file: &str, story: &str, form: &str, may: bool, features: Option<Vec<(&str, f64)>>| {
        let features = features.map_or("null".to_owned(), |features| {
            let each: Vec<String> = features.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
            format!("{{{}}}", each.join(","))
        });
        println!(
            "{{\"file\":\"{file}\",\"story\":\"{story}\",\"form\":\"{form}\",\"may\":{may},\"features\":{features}}}"
        );
    };
    for (pair, [one, other]) in pairs.iter().zip(&contents) {
        print(&pair.file, &pair.story, &pair.form, Matcher::may_match(one, other), matcher.features(one, other));
    }
    for (i, pair) in pairs.iter().enumerate() {
        for step in [17, 41, 67, 89, 101] {
            let j = (i + step) % pairs.len();
            if pair.story != pairs[j].story {
                let (one, other) = (&contents[i][0], &contents[j][1]);
                print(
                    &pair.file,
                    &pair.story,
                    "elsewhere",
                    Matcher::may_match(one, other),
                    matcher.features(one, other),
                );
            }
        }
    }
    Ok(())
}
