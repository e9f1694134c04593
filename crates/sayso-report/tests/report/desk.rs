//! Invented articles, and findings made by hand.

use sayso_article::{Article, Format as Input, read};
use sayso_check::{Category, Finding, Related, Severity, Suppressed, SuppressedBy};
use sayso_report::{Checked, Format, InFile, Options, Report};
use sayso_text::Span;

/// An article, what it is called, and what was found in it.
pub(crate) struct Draft {
    pub(crate) path: String,
    pub(crate) article: Article,
    pub(crate) findings: Vec<Finding>,
}

impl Draft {
    pub(crate) fn of(path: &str, text: &str) -> Self {
        let article = read(text.as_bytes(), Input::Text, None);
        Self { path: path.to_owned(), article, findings: Vec::new() }
    }

    /// Where words stand for the first time.
    pub(crate) fn span(&self, words: &str) -> Span {
        let start = self.article.text.find(words).unwrap_or_else(|| panic!("“{words}” stands in the text"));
        Span::new(start, start + words.len())
    }

    /// A finding more.
    pub(crate) fn found(mut self, code: &str, severity: Severity, words: &str, message: &str, help: &str) -> Self {
        let span = self.span(words);
        self.findings.push(finding(code, severity, span, message, help));
        self
    }

    /// The last finding, told more of.
    pub(crate) fn and(mut self, more: impl FnOnce(&mut Finding, &dyn Fn(&str) -> Span)) -> Self {
        let mut last = self.findings.pop().expect("a finding was added");
        more(&mut last, &|words| self.span(words));
        self.findings.push(last);
        self
    }

    pub(crate) fn checked(&self) -> Checked<'_> {
        Checked { path: &self.path, in_file: InFile::Whole, article: &self.article, findings: &self.findings }
    }
}

pub(crate) fn finding(code: &str, severity: Severity, span: Span, message: &str, help: &str) -> Finding {
    let name = NAMES.iter().find(|(known, _)| *known == code).map_or("house-rule", |(_, name)| name);
    Finding {
        code: code.to_owned(),
        name: name.to_owned(),
        category: Category::Correctness,
        severity,
        span,
        message: message.to_owned(),
        related: Vec::new(),
        help: help.to_owned(),
        fix: None,
        suppressed: None,
    }
}

const NAMES: [(&str, &str); 2] = [("ANO001", "bare-source"), ("DESK01", "no-dashes")];

pub(crate) fn suppressed(by: SuppressedBy, reason: Option<&str>) -> Suppressed {
    Suppressed { reason: reason.map(str::to_owned), by }
}

const BRIDGE: &str = "\
Bridge at Harwick stays closed

Officials said on Monday that the bridge over the Lenn would stay closed until spring, and that nobody could say what the \
repair would cost the county, which has had three such closures in as many years and which, a second official said, \
would not have the money for a fourth.

“The 漢字橋 was never 𝛼-rated,” one of the officials said – “and no one asked.”

<!-- sayso: ignore[ANO001] approved by the desk editor: the source’s safety -->

An aide said the mayor had known since May.
";

const MILL: &str = "\
Mill reopens in Tolbury

The mill reopened on Friday, the owners said -- and hired forty.
";

/// A desk's day: two drafts with findings, one without.
pub(crate) fn drafts() -> Vec<Draft> {
    let bridge = Draft::of("drafts/bridge.md", BRIDGE)
        .found(
            "ANO001",
            Severity::Warning,
            "Officials",
            "“Officials” names no office and no place",
            "Say which: the office, the agency, or how the speaker knows",
        )
        .and(|finding, span| {
            let again = Related { span: span("one of the officials"), message: "speaks again here".to_owned() };
            finding.related.push(again);
        })
        .found(
            "ATT004",
            Severity::Error,
            "“The 漢字橋 was never 𝛼-rated,” one of the officials said – “and no one asked.”",
            "Two quotations are run together",
            "Give each its speaker",
        )
        .found("ANO001", Severity::Warning, "An aide", "“An aide” names no office and no place", "Say whose aide")
        .and(|finding, span| {
            let comment = SuppressedBy::Comment(span(
                "<!-- sayso: ignore[ANO001] approved by the desk editor: the source’s safety -->",
            ));
            finding.suppressed = Some(suppressed(comment, Some("approved by the desk editor: the source’s safety")));
        })
        .found("DESK01", Severity::Info, "May", "“May” has no year", "Add the year")
        .and(|finding, _| finding.suppressed = Some(suppressed(SuppressedBy::Baseline, None)));
    let mill = Draft::of("drafts/mill.md", MILL)
        .found("DESK01", Severity::Info, "--", "Two hyphens stand for a dash", "Write a dash")
        .and(|finding, span| {
            finding.fix(span("--"), "–");
        });
    let quiet = Draft::of("drafts/quiet.md", "The mayor, Orla Finch, said on Monday that the road was open.\n");
    vec![bridge, mill, quiet]
}

/// A whole report.
pub(crate) fn report(format: Format, options: Options, drafts: &[Draft]) -> String {
    written(Report::new(format, options).rules_at("https://example.org/rules/{code}.html"), drafts)
}

pub(crate) fn written(mut report: Report, drafts: &[Draft]) -> String {
    let mut out = report.begin();
    for draft in drafts {
        out += &report.article(&draft.checked());
    }
    out + &report.end()
}
