//! Findings as one web page that needs nothing else: no script, no font, no network.
//!
//! Each finding stands with its sentence, the words marked, and leads to what is said of its rule at the page's end. The page comes
//! with a policy that forbids it to load or run anything, and everything of an article is escaped and has its controls named.

mod prose;

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use sayso_check::Finding;
use sayso_text::safe::{line, visible};

use crate::about::Abouts;
use crate::full::mend;
use crate::proof::Proof;
use crate::{Statistics, stand};

/// The style sheet.
const STYLE: &str = include_str!("html/page.css");

/// What a browser may do with the page: apply the style sheet with this hash, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'sha256-foLGWQELsm1adHatfdEAVaXHwWkYh+IoYfsHc+HTLB8='; base-uri 'none'; form-action 'none'";

pub(crate) fn begin() -> String {
    let head = markup! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"en\">"))
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="generator" content="sayso";
            title { "Sourcing · Sayso" }
            style { (PreEscaped(STYLE)) }
        }
        (PreEscaped("<body><main>"))
        h1 { "Sourcing" }
    };
    head.into_string() + "\n"
}

pub(crate) fn article(proof: &Proof<'_>) -> String {
    let stood = proof.findings.iter().filter(|finding| finding.suppressed.is_some());
    let stood: Vec<&Finding> = stood.collect();
    let piece = markup! {
        section.article {
            h2 { bdi { (line(proof.path)) } }
            @if proof.findings.is_empty() { p.quiet { "Nothing found" } }
            @for finding in proof.open() { (self::finding(proof, finding)) }
            @if !stood.is_empty() {
                h3 { "Let stand" }
                @for finding in stood { (self::finding(proof, finding)) }
            }
        }
    };
    piece.into_string() + "\n"
}

/// The page's name for a rule: letters, digits and marks that an address can hold.
fn anchor(code: &str) -> String {
    let plain =
        |c: char| if c.is_ascii_alphanumeric() || c == '-' { c.to_string() } else { format!("_{:x}", u32::from(c)) };
    format!("rule-{}", code.chars().map(plain).collect::<String>())
}

fn finding(proof: &Proof<'_>, finding: &Finding) -> Markup {
    let at = proof.places().at(finding.span.start);
    let excerpt = proof.excerpt(finding.span);
    let class = if finding.suppressed.is_some() { "stands" } else { finding.severity.name() };
    markup! {
        article class={ "finding " (class) } {
            p.head {
                span.place { (at.line) ":" (at.column) }
                " " b.severity { (finding.severity.name()) }
                " " a href={ "#" (anchor(&finding.code)) } { (line(&finding.code)) " " (line(&finding.name)) }
                " " span.category { (finding.category.name()) }
            }
            p.message { bdi { (line(&finding.message)) } }
            @if !excerpt.marked.is_empty() {
                blockquote {
                    bdi { (visible(&excerpt.before)) mark { (visible(&excerpt.marked)) } (visible(&excerpt.after)) }
                }
            }
            @if !finding.related.is_empty() {
                ul {
                    @for (at, related) in proof.related(finding) {
                        li { span.place { (at.line) ":" (at.column) } " " bdi { (line(&related)) } }
                    }
                }
            }
            @if !finding.help.is_empty() { p.help { bdi { (line(&finding.help)) } } }
            @if let Some(fix) = &finding.fix { p.help { bdi { (mend(proof, fix)) } } }
            @if let Some(suppressed) = &finding.suppressed {
                p.why { "Let stand " bdi { (line(&stand::how(proof, suppressed))) } }
            }
        }
    }
}

pub(crate) fn end(statistics: &Statistics, abouts: &Abouts, trouble: &[String]) -> String {
    let rules = markup! {
        @if !trouble.is_empty() {
            section.article {
                h2 { "Not checked" }
                ul { @for told in trouble { li { bdi { (line(told)) } } } }
            }
        }
        p.summary { b { (statistics.summary()) } }
        @if !statistics.rules.is_empty() {
            section.rules {
                h2 { "Rules" }
                @for (code, count) in &statistics.rules {
                    @let about = abouts.of(code, &count.name);
                    section.rule id=(anchor(code)) {
                        (prose::of(&about.page))
                        @if let Some(address) = abouts.address(code) {
                            p { a href=(address) rel="noreferrer" { "More of " (line(code)) } }
                        }
                    }
                }
            }
        }
        footer { p.quiet { "Sayso shows who is said to have said what. It does not say what is true." } }
        (PreEscaped("</main></body></html>"))
    };
    rules.into_string() + "\n"
}
