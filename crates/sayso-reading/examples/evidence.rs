//! Prints the reading of a folder of texts as JSON lines, each attribution with the evidence for it: what
//! `training/calibrate.py` fits the confidence to.
//!
//! `cargo run --release -p sayso-reading --example evidence -- ../shared/data/polnear/dev/text > evidence.jsonl`
#![expect(clippy::print_stdout, reason = "a program that prints")]

use sayso_article::{Format, read};
use sayso_reading::Reader;
use sayso_text::{CodePoints, Span};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).expect("name a folder of texts");
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.map(|e| Ok(e?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    let reader = Reader::new();
    for path in paths {
        let article = read(&std::fs::read(&path)?, Format::Text, None);
        let points = CodePoints::of(&article.text);
        let spans = |spans: &[Span]| -> Value { spans.iter().map(|s| points.span(*s)).collect() };
        let attributions: Vec<Value> = reader
            .read_with_evidence(&article)
            .iter()
            .map(|(a, e)| {
                json!({
                    "source": spans(&a.source), "cue": spans(&a.cue), "content": spans(&a.content), "confidence": a.confidence,
                    "id": a.id.0, "within": a.within.map(|outer| outer.0),
                    "evidence": [e.cue, e.content, e.edge, e.source, e.pointer, e.link],
                })
            })
            .collect();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        println!("{}", json!({ "doc": name, "attributions": attributions }));
    }
    Ok(())
}
