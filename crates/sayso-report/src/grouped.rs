//! One line a finding under each article's name: for a look over a folder.

use anstyle::Style;
use sayso_check::Finding;
use sayso_text::safe::line;
use sayso_views::wrap::{Page, Run, TIE};

use crate::about::Abouts;
use crate::full::style;
use crate::proof::Proof;
use crate::{Options, Statistics, stand};

pub(crate) fn article(proof: &Proof<'_>, options: Options) -> String {
    let mut page = Page::new(options.width, options.color);
    let rows: Vec<(String, &Finding)> = proof.findings.iter().map(|finding| (place(proof, finding), finding)).collect();
    if rows.is_empty() {
        return page.out;
    }
    let place = rows.iter().map(|(place, _)| place.len()).max().unwrap_or(0);
    let severity = rows.iter().map(|(_, finding)| called(finding).len()).max().unwrap_or(0);
    page.line([Run::of(Style::new().bold(), line(proof.path))]);
    for (at, finding) in &rows {
        let first = format!("  {at:<place$}  ");
        let called = format!("{:<severity$}", called(finding)).replace(' ', &TIE.to_string());
        let (code, name) = (line(&finding.code), line(&finding.name));
        let (style, more) = match &finding.suppressed {
            None => (style(finding.severity), String::new()),
            Some(suppressed) => (Style::new().dimmed(), format!(" ({})", line(&stand::how(proof, suppressed)))),
        };
        page.paragraph(
            &first,
            &[
                Run::of(style, called),
                Run::of(Style::new(), format!("{TIE} {code} [{name}] {}{more}", line(&finding.message))),
            ],
        );
    }
    page.out
}

/// How much it was, and how to learn more.
pub(crate) fn end(statistics: &Statistics, abouts: &Abouts, is_begun: bool, options: Options) -> String {
    let mut page = Page::new(options.width, options.color);
    if is_begun {
        page.gap();
    }
    page.paragraph("", &[Run::of(Style::new().bold(), statistics.summary())]);
    if let Some(code) = statistics.rules.keys().next() {
        let told = format!(
            "`{}` tells why, on whose authority, how to let it stand; `--output-format full` shows the words",
            line(&abouts.command(code))
        );
        page.paragraph("", &[Run::of(Style::new(), told)]);
    }
    page.out
}

fn place(proof: &Proof<'_>, finding: &Finding) -> String {
    let at = proof.places().at(finding.span.start);
    format!("{}:{}", at.line, at.column)
}

fn called(finding: &Finding) -> &'static str {
    if finding.suppressed.is_some() { stand::STANDS } else { finding.severity.name() }
}
