//! Reading → findings: which statements of an article break a desk's sourcing rules, where, why, on whose authority, and what
//! to do.
//!
//! Does no I/O. A [`Rule`] looks at a [`Desk`] (a reading, what rules keep asking of one, and, for an article of an archive, what
//! that told before) and tells what it found. [`RULES`]
//! is the one list of rules; [`Settings`] says which of them hold and how strictly.

pub mod config;
mod desk;
mod doc;
pub mod earlier;
mod finding;
mod markup;
pub mod pack;
mod registry;
mod rule;
pub mod rules;
mod settings;
pub mod suppress;
#[cfg(test)]
mod testing;
mod words;

pub use desk::Desk;
pub use doc::{Doc, Section};
pub use earlier::Earlier;
pub use finding::{Finding, Fix, Found, Related, Suppressed, SuppressedBy};
pub use pack::{Pack, PackRule};
pub use registry::{Family, RULES, rule, select};
pub use rule::{Category, Opt, Options, Rule, Severity, Value};
pub use settings::{PackSettings, Setting, Settings};

use sayso_reading::Reading;

/// What the rules that hold find in a reading, in text order; what comments in the article and `kept` let stand is marked so.
/// Takes time in proportion to the text.
pub fn check(reading: &Reading, settings: &Settings, kept: &[suppress::Kept]) -> Vec<Finding> {
    check_after(reading, &earlier::NOTHING, settings, kept)
}

/// The same for an article of an archive, with what it told before.
pub fn check_after(reading: &Reading, earlier: &Earlier, settings: &Settings, kept: &[suppress::Kept]) -> Vec<Finding> {
    let mut findings = found(reading, &earlier.within(&reading.article.text), settings);
    suppress::apply(reading, settings, kept, &mut findings);
    findings
}

/// What the rules find, whoever lets it stand.
fn found(reading: &Reading, earlier: &Earlier, settings: &Settings) -> Vec<Finding> {
    let prose = reading.article.prose();
    let desk = Desk::after(reading, &prose, earlier);
    let mut findings = Vec::new();
    for (rule, setting) in settings.that_hold() {
        let mut found = Found::of(rule, setting);
        (rule.check)(&desk, &setting.options, &mut found);
        findings.extend(found.into_findings());
    }
    pack::check(&desk, &settings.packs, &mut findings);
    in_text_order(&mut findings);
    findings.dedup_by(|a, b| a.span == b.span && a.code == b.code);
    without_repeats(&mut findings);
    markup::spare(&prose, &mut findings);
    findings
}

/// Codes of which the first says all that the second would say of the same words: a source that is nothing but “sources” gives no
/// reason either.
const SAYS_ALL: [(&str, &str); 1] = [("ANO001", "ANO002")];

fn without_repeats(findings: &mut Vec<Finding>) {
    for (says_all, repeats) in SAYS_ALL {
        let told: Vec<sayso_text::Span> = findings.iter().filter(|f| f.code == says_all).map(|f| f.span).collect();
        findings.retain(|f| f.code != repeats || !told.iter().any(|span| span.overlaps(f.span)));
    }
}

fn in_text_order(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (a.span, &a.code, &a.message).cmp(&(b.span, &b.code, &b.message)));
}
