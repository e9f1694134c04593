//! The words in their sentence, marked, and what to do: for people at a terminal.
//!
//! The sentence is wrapped to the width and cut where it is long, with carets under the words, so that it reads the same without
//! colour. Every finding says how to learn more of its rule.

use anstyle::{AnsiColor, Style};
use sayso_check::{Finding, Fix, Severity};
use sayso_text::safe::{line, visible};
use sayso_views::wrap::{Page, Run, lines};
use unicode_width::UnicodeWidthStr;

use crate::about::Abouts;
use crate::proof::Proof;
use crate::{Options, Statistics};

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How a severity looks.
pub(crate) fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Blue,
    };
    color.on_default().bold()
}

pub(crate) fn article(proof: &Proof<'_>, abouts: &Abouts, options: Options) -> String {
    let mut page = Page::new(options.width, options.color);
    for (i, finding) in proof.open().enumerate() {
        if i > 0 {
            page.gap();
        }
        self::finding(&mut page, proof, abouts, finding);
    }
    page.out
}

fn finding(page: &mut Page, proof: &Proof<'_>, abouts: &Abouts, finding: &Finding) {
    let at = proof.places().at(finding.span.start);
    let grave = style(finding.severity);
    page.line([
        Run::of(BOLD, format!("{}:{}:{}", line(proof.path), at.line, at.column)),
        Run::of(PLAIN, ": "),
        Run::of(grave, finding.severity.name()),
        Run::of(PLAIN, " "),
        Run::of(BOLD, line(&finding.code)),
        Run::of(PLAIN, format!(" [{}] {}", line(&finding.name), finding.category.name())),
    ]);
    page.paragraph("  ", &[Run::of(BOLD, line(&finding.message))]);
    sentence(page, proof, finding, grave);
    for (at, related) in proof.related(finding) {
        told(page, &format!("at {}:{}", at.line, at.column), &line(&related));
    }
    if !finding.help.is_empty() {
        told(page, "help", &line(&finding.help));
    }
    if let Some(fix) = &finding.fix {
        told(page, "fix", &mend(proof, fix));
    }
    told(
        page,
        "rule",
        &format!("`{}` tells why, on whose authority, how to let it stand", line(&abouts.command(&finding.code))),
    );
}

/// A line that begins with what it is.
fn told(page: &mut Page, what: &str, words: &str) {
    page.paragraph("    ", &[Run::of(DIM, format!("{what}:")), Run::of(PLAIN, format!(" {words}"))]);
}

/// The sentence with carets under the words.
fn sentence(page: &mut Page, proof: &Proof<'_>, finding: &Finding, grave: Style) {
    const GUTTER: &str = "    | ";
    let excerpt = proof.excerpt(finding.span);
    if excerpt.marked.is_empty() {
        return;
    }
    let runs = [
        Run::of(PLAIN, visible(&excerpt.before)),
        Run::of(grave, visible(&excerpt.marked)),
        Run::of(PLAIN, visible(&excerpt.after)),
    ];
    for pieces in lines(&runs, page.width - GUTTER.len()) {
        let carets = carets(&pieces, grave);
        page.line(std::iter::once(Run::of(DIM, GUTTER)).chain(pieces));
        if !carets.is_empty() {
            page.line([Run::of(DIM, GUTTER), Run::of(grave, carets)]);
        }
    }
}

/// What stands under a line: a caret for each column of the words in a style.
fn carets(pieces: &[Run], marked: Style) -> String {
    let under = |piece: &Run| if piece.style == marked { "^" } else { " " }.repeat(piece.text.width());
    let all: String = pieces.iter().map(under).collect();
    all.trim_end().to_owned()
}

/// What a mechanical change does, in words.
pub(crate) fn mend(proof: &Proof<'_>, fix: &Fix) -> String {
    let (old, new) = (visible(&proof.words(fix.span)), line(&fix.text));
    match (old.is_empty(), new.is_empty()) {
        (true, _) => format!("put in “{new}”"),
        (false, true) => format!("take out “{old}”"),
        (false, false) => format!("put “{new}” for “{old}”"),
    }
}

/// What was let stand, where it was not told of before, and the summary.
pub(crate) fn end(statistics: &Statistics, is_begun: bool, stood: &[String], options: Options) -> String {
    let mut page = Page::new(options.width, options.color);
    if is_begun {
        page.gap();
    }
    let untold = statistics.let_stand() - stood.len().min(statistics.let_stand());
    if !stood.is_empty() {
        page.line([Run::of(BOLD, "Let stand")]);
        for told in stood {
            page.paragraph("  ", &[Run::of(PLAIN, told.as_str())]);
        }
        if untold > 0 {
            page.line([Run::of(PLAIN, format!("  and {untold} from before"))]);
        }
        page.gap();
    }
    page.paragraph("", &[Run::of(BOLD, statistics.summary())]);
    page.out
}
