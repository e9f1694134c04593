//! A report takes time in proportion to the text and the findings, however they lie.

use std::time::{Duration, Instant};

use sayso_check::Severity;
use sayso_report::{Checked, Format, Options, Report};
use sayso_text::Span;

use crate::desk::{Draft, finding};

/// An article of one line, with so many findings in it.
fn long_line(findings: usize) -> Draft {
    let mut draft = Draft::of("a.md", &"Officials in Harwick said that 漢字 was closed. ".repeat(findings));
    let step = draft.article.text.len() / findings;
    let spans = (0..findings).map(|i| Span::new(i * step, i * step + 9));
    draft.findings =
        spans.map(|span| finding("ANO001", Severity::Warning, span, "“Officials” names none", "Say")).collect();
    draft
}

fn time(format: Format, draft: &Draft) -> (Duration, String) {
    let start = Instant::now();
    let mut report = Report::new(format, Options::default());
    let begin = report.begin();
    let piece = report.article(&draft.checked());
    let out = begin + &piece + &report.end();
    (start.elapsed(), out)
}

#[test]
fn sarif_of_thirty_thousand_findings_is_json() {
    let (_, out) = time(Format::Sarif, &long_line(30_000));
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 30_000);
}

#[test]
fn every_format_takes_linear_time_in_one_line() {
    let (small, large) = (long_line(800), long_line(6_400));
    for format in Format::all() {
        let best = |draft: &Draft| (0..2).map(|_| time(format, draft).0).min().unwrap_or_default();
        let (few, many) = (best(&small), best(&large));
        // Eight times as much would take 64 times as long if it were the square.
        assert!(many < few * 30 + Duration::from_millis(100), "{format:?}: {few:?} and {many:?}");
    }
}

#[test]
fn findings_about_everything_cost_no_more_than_their_ends() {
    let mut draft = Draft::of("a.md", &"It was said that it was closed, and so on, ".repeat(20_000));
    let all = Span::new(0, draft.article.text.len());
    draft.findings = (0..1_000).map(|_| finding("ANO001", Severity::Error, all, "m", "h")).collect();
    for format in Format::all() {
        let (took, out) = time(format, &draft);
        // The text is 0.9 MB: repeated for each finding, the report would have 0.9 GB.
        assert!(out.len() < 4 << 20, "{format:?}: {}", out.len());
        assert!(took < Duration::from_secs(20), "{format:?}: {took:?}");
    }
}

#[test]
fn many_articles_are_many_pieces() {
    let draft = long_line(1);
    for format in Format::all() {
        let mut report = Report::new(format, Options::default());
        let mut out = report.begin();
        for i in 0..300 {
            let path = format!("{i}.md");
            out += &report.article(&Checked { path: &path, ..draft.checked() });
        }
        out += &report.end();
        if matches!(format, Format::Json | Format::Sarif | Format::Gitlab | Format::Rdjson) {
            serde_json::from_str::<serde_json::Value>(&out).unwrap_or_else(|error| panic!("{format:?}: {error}"));
        }
        assert_eq!(report.statistics().findings(), 300);
    }
}
