//! The brat file, read back the way the corpus's scorer reads one.

use std::collections::HashMap;

use sayso_reading::{Kind, Reading};
use sayso_text::{CodePoints, Span};

use crate::HOSTILE;
use crate::article::{reading, small};

/// Role and spans of each argument of each event, and whether the event has a source.
fn read(reading: &Reading) -> Vec<(String, HashMap<String, Vec<Span>>)> {
    let text = &reading.article.text;
    let map = CodePoints::of(text);
    let mut bound: HashMap<String, Vec<Span>> = HashMap::new();
    let mut events = Vec::new();
    for line in sayso_views::brat(reading).lines() {
        let fields: Vec<&str> = line.splitn(3, '\t').collect();
        match fields[0].as_bytes()[0] {
            b'T' => {
                let (_, offsets) = fields[1].split_once(' ').unwrap();
                let spans: Vec<Span> = offsets
                    .split(';')
                    .map(|piece| piece.split_once(' ').unwrap())
                    .map(|(a, b)| Span::new(map.byte(a.parse().unwrap()), map.byte(b.parse().unwrap())))
                    .collect();
                let words: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
                assert_eq!(fields[2], words.join(" "), "the words stand at the offsets");
                bound.insert(fields[0].to_owned(), spans);
            }
            b'E' => {
                let mut arguments = fields[1].split(' ').map(|a| a.split_once(':').unwrap());
                let (event, anchor) = arguments.next().unwrap();
                assert!(bound.contains_key(anchor));
                let roles = arguments.map(|(role, line)| (role.to_owned(), bound[line].clone())).collect();
                events.push((event.to_owned(), roles));
            }
            b'#' => assert!(fields[1].starts_with("AnnotatorNotes E"), "{line}"),
            _ => panic!("{line}"),
        }
    }
    events
}

/// Spans cut at line ends, as brat has them.
fn cut(text: &str, spans: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    for span in spans {
        let mut at = span.start;
        for line in span.of(text).split('\n') {
            let piece = Span::new(at, at + line.len()).trim(text);
            at += line.len() + 1;
            out.extend(Some(piece).filter(|p| !p.is_empty()));
        }
    }
    out
}

fn check(reading: &Reading) {
    let events = read(reading);
    assert_eq!(events.len(), reading.attributions.len());
    for (a, (event, roles)) in reading.attributions.iter().zip(&events) {
        assert_eq!(event, if a.source.is_empty() { "Attribution-no-source" } else { "Attribution" });
        for (role, spans) in [("Source", &a.source), ("Cue", &a.cue), ("Content", &a.content)] {
            let found = roles.get(role).cloned().unwrap_or_default();
            assert_eq!(found, cut(&reading.article.text, spans), "{} {role}", a.id);
        }
    }
}

#[test]
fn every_attribution_comes_back() {
    check(&reading());
    check(&small(HOSTILE, &[("漢字", "𝛼", "e\u{301}\u{323}", Kind::Mixed), ("👩‍🚒", "", "=1+1", Kind::Direct)]));
    check(&small("", &[]));
}

#[test]
fn the_layout_is_the_corpus_s() {
    let text = "Ann said no and denied\nall of it.";
    let rows = [("Ann", "said", "no", Kind::Indirect), ("Ann", "⟦denied⟧", "denied\nall of it", Kind::Mixed)];
    let mut reading = small(text, &rows);
    reading.attributions[1].within = Some(reading.attributions[0].id);
    let expect = [
        "T1\tSource 0 3\tAnn",
        "T2\tCue 4 8\tsaid",
        "T3\tContent 9 11\tno",
        "T4\tAttribution 4 8\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "#1\tAnnotatorNotes E1\tindirect 0.9",
        "T5\tCue 16 22\tdenied",
        "T6\tContent 16 22;23 32\tdenied all of it",
        "T7\tAttribution 16 22\tdenied",
        "E2\tAttribution:T7 Content:T6 Cue:T5 Source:T1",
        "#2\tAnnotatorNotes E2\tmixed 0.9 within E1",
    ];
    assert_eq!(sayso_views::brat(&reading).lines().collect::<Vec<_>>(), expect);
}
