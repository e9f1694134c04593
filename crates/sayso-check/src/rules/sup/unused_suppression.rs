//! A suppression silences nothing.
//!
//! ## What it does
//!
//! Finds rules named in an `ignore`, `ignore-file` or `disable` comment, or in the file beside the article, that find nothing
//! where they are silenced, and rules in an `enable` comment that are not disabled there. A rule that is not looked for at this
//! desk is not judged, and neither is a baseline.
//!
//! `--fix` takes an `ignore` or `ignore-file` comment out, or the one rule of several that is of no use there. Comments that begin
//! or end a range, and the file beside the article, are left to those who wrote them.
//!
//! ## Why it matters
//!
//! The sentence was mended and the comment stayed. The next sentence that breaks the rule there would be silenced by an approval
//! that was given to another one.
//!
//! ## Authority
//!
//! The desk’s own record: an approval that covers nothing is no longer one. Linters for programs hold the same (ruff’s
//! `unused-noqa`).
//!
//! ## Example
//!
//! ```markdown
//! <!-- sayso: ignore[ANO001] the editor knows who they are -->
//!
//! Two engineers of the county’s roads office said that the bridge would stay closed.
//! ```
//!
//! ## Better
//!
//! ```markdown
//! Two engineers of the county’s roads office said that the bridge would stay closed.
//! ```
//!
//! ## When not to use
//!
//! While rules are turned on and off for a trial.

use super::told_elsewhere;
use crate::{Category, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SUP001",
    name: "unused-suppression",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("unused_suppression.rs"),
    check: told_elsewhere,
};
