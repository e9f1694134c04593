//! Prints a view of the tests' invented article, for looking at: `cargo run -p sayso-views --example show -- html`.
//!
//! Views: `json`, `jsonl`, `csv`, `brat`, `html`, `many` (an html page of two), and `text`, `sources`, `chains`, `figures`,
//! `statements`, each with `[WIDTH] [color] [ascii]` or `rows`.

#![allow(clippy::print_stdout)]

use sayso_views::{ATTRIBUTIONS, CHAINS, FIGURES, Options, SOURCES, STATEMENTS, brat, html, json, json_line};

#[path = "../tests/views/article.rs"]
#[allow(dead_code)]
mod article;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |word: &str| arguments.iter().any(|a| a == word);
    let reading = article::reading();
    let out = match arguments.first().map_or("text", String::as_str) {
        "json" => json(&[reading]),
        "jsonl" => json_line(&reading) + "\n",
        "csv" => ATTRIBUTIONS.csv(&[reading]),
        "brat" => brat(&reading),
        "html" => html(&[reading]),
        "many" => html(&[reading, article::small("Nothing here.", &[])]),
        name => {
            let view = match name {
                "sources" => SOURCES,
                "chains" => CHAINS,
                "figures" => FIGURES,
                "statements" => STATEMENTS,
                _ => ATTRIBUTIONS,
            };
            let width = arguments.iter().find_map(|a| a.parse().ok()).unwrap_or(80);
            let options = Options { width, color: has("color"), unicode: !has("ascii") };
            if has("rows") { view.csv(&[reading]) } else { view.text(&reading, options) }
        }
    };
    print!("{out}");
}
