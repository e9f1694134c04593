//! Any text as an article with comments, and any other as the file beside it: nothing points out of the text, what mends a comment
//! leaves the article's words as they are, and what is written down of findings can be read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_article::{Article, Format};
use sayso_check::suppress::{Kept, KeptIn, sidecar};
use sayso_check::{Finding, Settings, check};
use sayso_reading::Reading;

fuzz_target!(|input: &str| {
    let (text, beside) = input.split_once('\0').unwrap_or((input, ""));
    let kept = sidecar::read(beside, "a.sayso.toml").unwrap_or_default();
    for format in [Format::Markdown, Format::Text] {
        let (article, findings) = found(text, format, &kept);
        for finding in &findings {
            let spans = [Some(finding.span), finding.fix.as_ref().map(|fix| fix.span)];
            for span in spans.into_iter().flatten() {
                assert!(article.text.get(span.start..span.end).is_some(), "{finding:?}");
            }
        }
        for finding in findings.iter().filter(|finding| finding.code == "SUP001") {
            mend(&article, finding);
        }
        let all: Vec<&Finding> = findings.iter().collect();
        let written = sidecar::write(&Kept::of(&article, &all, Some("approved"), KeptIn::Sidecar));
        let kept = sidecar::read(&written, "a.sayso.toml").unwrap_or_else(|error| panic!("{error}: {written}"));
        assert_eq!(kept.len(), all.len());
        found(text, format, &kept);
    }
});

/// What is found without a word of the article being attributed.
fn found(text: &str, format: Format, kept: &[Kept]) -> (Article, Vec<Finding>) {
    let article = sayso_article::read(text.as_bytes(), format, None);
    let reading = Reading { article, ..Reading::default() };
    let findings = check(&reading, &Settings::all(), kept);
    (reading.article, findings)
}

/// Whatever is taken out of an article with a comment, its words stay.
fn mend(article: &Article, finding: &Finding) {
    let Some(fix) = &finding.fix else { return };
    let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let prose = article.prose();
    let mended = format!("{}{}{}", &prose[..fix.span.start], fix.text, &prose[fix.span.end..]);
    assert_eq!(words(&mended), words(&prose), "{finding:?}");
}
