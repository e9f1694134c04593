//! Writes the pages of the tests' invented answers into a folder, to be looked at:
//! `cargo run -p sayso-pages --example render -- FOLDER`.

#[path = "../tests/pages/samples/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub)]
mod samples;

use sayso_pages::figures::{Line, LinePoint};
use sayso_pages::sources::Depth;
use sayso_pages::{figures, revisions, search, sources, trace};

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let numbers = samples::figures();
    let points = [("2026-11-24", 12.0), ("2026-11-25", 14.0), ("2026-11-27", 24.0)];
    let line = Line {
        thing: numbers.series[0].thing.clone(),
        policy: "maximum".to_owned(),
        points: points.map(|(day, n)| LinePoint::from((day.to_owned(), n, n))).to_vec(),
    };
    let claim = samples::trace();
    let files = [
        ("trace.html", trace::html(&claim)),
        ("crowded.html", trace::html(&samples::crowded(40, 6))),
        ("figures.html", figures::html(&numbers, std::slice::from_ref(&line))),
        ("sources.html", sources::html(&samples::sources(), "Falk", Depth::Full)),
        ("revisions.html", revisions::html(&samples::differences())),
        ("search.html", search::html(&samples::hits())),
        ("trace.txt", trace::text(&claim, sayso_pages::Options::default())),
        ("figures.txt", figures::text(&numbers, &[line], sayso_pages::Options::default())),
        ("sources.txt", sources::text(&samples::sources(), Depth::Full, sayso_pages::Options::default())),
        ("revisions.txt", revisions::text(&samples::differences(), sayso_pages::Options::default())),
        ("search.txt", search::text(&samples::hits(), sayso_pages::Options::default())),
        ("trace.dot", trace::dot(&claim)),
        ("trace.mmd", trace::mermaid(&claim)),
        ("trace.json", trace::json(&claim)),
    ];
    for (name, text) in files {
        std::fs::write(std::path::Path::new(&folder).join(name), text)?;
    }
    Ok(())
}
