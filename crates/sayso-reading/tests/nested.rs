//! Attributions inside contents: found, named by the one that they lie in, and within its content.

use std::sync::LazyLock;

use sayso_article::{Format, read};
use sayso_reading::{Attribution, Kind, Reader, Reading};
use sayso_text::Span;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn reading(text: &str) -> Reading {
    READER.read(read(text.as_bytes(), Format::Text, None))
}

/// Each attribution as `id in outer: source / cue / content`, of pieces the first.
fn check(text: &str, expect: &[&str]) {
    let reading = reading(text);
    let piece = |spans: &[Span]| spans.first().map_or("-", |s| s.of(text).trim_matches(['.', ',', ' '])).to_owned();
    let show = |a: &Attribution| {
        let within = a.within.map(|outer| format!(" in {outer}")).unwrap_or_default();
        format!("{}{within}: {} / {} / {}", a.id, piece(&a.source), piece(&a.cue), piece(&a.content))
    };
    let found: Vec<String> = reading.attributions.iter().map(show).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn a_newspaper_that_reports_what_officials_said() {
    check(
        "The Harwick Courier reported that two officials said the dam was unsafe.",
        &[
            "a1: The Harwick Courier / reported / that two officials said the dam was unsafe",
            "a2 in a1: two officials / said / the dam was unsafe",
        ],
    );
}

#[test]
fn what_a_speaker_says_that_others_say() {
    check(
        "“The engineers told us that the wall would hold,” said Marta Quill, a baker.",
        &[
            "a1: Marta Quill, a baker / said / “The engineers told us that the wall would hold,”",
            "a2 in a1: The engineers / told / that the wall would hold",
        ],
    );
}

#[test]
fn marks_that_hold_the_cue_are_the_outer_sources() {
    let reading = reading("“The engineers told us that the wall would hold,” said Marta Quill, a baker.");
    let kinds: Vec<Kind> = reading.attributions.iter().map(|a| a.kind).collect();
    assert_eq!(kinds, [Kind::Direct, Kind::Indirect]);
}

#[test]
fn what_says_itself_again_and_again_ends() {
    let reading = reading(&"he said she said ".repeat(200));
    assert!(reading.attributions.len() < 4000);
    for attribution in &reading.attributions {
        if let Some(outer) = attribution.within {
            let outer = &reading.attributions[outer.0 as usize - 1];
            assert!(outer.id < attribution.id);
            let inside = |span: &Span| outer.content.iter().any(|o| o.start <= span.start && span.end <= o.end);
            assert!(attribution.content.iter().all(inside), "{attribution:?} in {outer:?}");
        }
    }
}
