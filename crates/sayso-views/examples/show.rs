//! Prints a view of the tests' invented article, for looking at: `cargo run -p sayso-views --example show -- html`.
//!
//! Views: `json`, `jsonl`, `csv`, `brat`, `html`, `many` (an html page of two), `text [WIDTH] [color] [ascii]`.

#![allow(clippy::print_stdout)]

use sayso_views::{Options, brat, csv, html, json, json_line, text};

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
        "csv" => csv(&[reading]),
        "brat" => brat(&reading),
        "html" => html(&[reading]),
        "many" => html(&[reading, article::small("Nothing here.", &[])]),
        _ => {
            let width = arguments.iter().find_map(|a| a.parse().ok()).unwrap_or(80);
            text(&reading, Options { width, color: has("color"), unicode: !has("ascii") })
        }
    };
    print!("{out}");
}
