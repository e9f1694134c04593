//! How rules are tested: articles with what must be found in ⟦…⟧, and articles in which nothing must be.

use std::sync::LazyLock;

use sayso_article::Format;
use sayso_reading::{Reader, Reading};
use sayso_text::Span;

use crate::{Earlier, Finding, Rule, Settings, check, check_after};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

/// What is found in an article, given as plain text: a headline and deck where its first lines are such, then paragraphs.
pub(crate) fn findings(article: &str, settings: &Settings) -> Vec<Finding> {
    findings_in(article, Format::Text, settings)
}

/// The same in an article given in another format.
pub(crate) fn findings_in(article: &str, format: Format, settings: &Settings) -> Vec<Finding> {
    check(&reading(article, format), settings, &[])
}

/// The rule finds in an article, after what an archive told before, exactly what stands in ⟦…⟧. Gives the first message.
pub(crate) fn fires_after(rule: &Rule, marked: &str, earlier: &Earlier) -> String {
    let article = marked.replace(['⟦', '⟧'], "");
    let reading = reading(&article, Format::Text);
    let found = check_after(&reading, earlier, &Settings::only(rule), &[]);
    is_what_is_marked(rule, marked, article, &found);
    found.first().map(|finding| finding.message.clone()).unwrap_or_default()
}

/// The rule finds nothing in an article, whatever an archive told before.
pub(crate) fn is_silent_after(rule: &Rule, article: &str, earlier: &Earlier) {
    let reading = reading(article, Format::Text);
    assert_eq!(check_after(&reading, earlier, &Settings::only(rule), &[]), [], "{} is silent on: {article}", rule.code);
}

/// What is read in an article.
pub(crate) fn reading(article: &str, format: Format) -> Reading {
    READER.read(sayso_article::read(article.as_bytes(), format, None))
}

/// The rule finds in an article exactly what stands in ⟦…⟧.
pub(crate) fn fires(rule: &Rule, marked: &str) {
    let article = marked.replace(['⟦', '⟧'], "");
    let found = findings(&article, &Settings::only(rule));
    is_what_is_marked(rule, marked, article, &found);
}

fn is_what_is_marked(rule: &Rule, marked: &str, article: String, found: &[Finding]) {
    let mut shown = article;
    for Finding { span: Span { start, end }, .. } in found.iter().rev() {
        shown.insert(*end, '⟧');
        shown.insert(*start, '⟦');
    }
    assert_eq!(shown, marked, "{} finds what is marked", rule.code);
    for finding in found {
        assert!(!finding.message.ends_with('.') && !finding.help.ends_with('.'), "{finding:?}: one line, no full stop");
        assert!(!finding.message.contains('\n') && !finding.message.is_empty(), "{finding:?}");
    }
}

/// The rule finds nothing in any of these articles.
pub(crate) fn is_silent(rule: &Rule, articles: &[&str]) {
    for article in articles {
        assert_eq!(findings(article, &Settings::only(rule)), [], "{} is silent on: {article}", rule.code);
    }
}
