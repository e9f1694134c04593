//! A comment to Sayso, or an entry beside the article, names no rule that there is.
//!
//! ## What it does
//!
//! Finds rules in suppressions that mean nothing, and comments that begin with `sayso:` and cannot be understood: another word
//! than `ignore`, `ignore-file`, `disable` or `enable`, or no rules in brackets.
//!
//! ## Why it matters
//!
//! A comment with a slip of the pen silences nothing, and its writer believes that it does.
//!
//! ## Authority
//!
//! The desk’s own record. Linters for programs hold the same (ruff’s `invalid-rule-code`).
//!
//! ## Example
//!
//! ```markdown
//! <!-- sayso: ignore[ANO01O] approved by the desk editor -->
//!
//! The bridge will stay closed until spring, officials say.
//! ```
//!
//! ## Better
//!
//! ```markdown
//! <!-- sayso: ignore[ANO001] approved by the desk editor -->
//!
//! The bridge will stay closed until spring, officials say.
//! ```
//!
//! ## When not to use
//!
//! Where drafts are also checked by a newer version that has more rules.

use super::told_elsewhere;
use crate::{Category, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SUP004",
    name: "unknown-rule-in-suppression",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("unknown_rule.rs"),
    check: told_elsewhere,
};
