//! A suppression has lost the words that it was for.
//!
//! ## What it does
//!
//! Finds `ignore` comments that no paragraph follows, and entries of the file beside the article whose quoted words the article
//! no longer has, or has only where everything around them is another.
//!
//! ## Why it matters
//!
//! An approval is for the words that an editor saw. Where they were rewritten, somebody must look again.
//!
//! ## Authority
//!
//! The desk’s own record. Places are quoted as in the W3C’s “Web Annotation Data Model”, which calls an annotation orphaned
//! whose words cannot be found.
//!
//! ## Example
//!
//! ```markdown
//! The bridge will stay closed until spring, officials say.
//!
//! <!-- sayso: ignore[ANO001] approved by the desk editor -->
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
//! For articles whose files beside them are written by another program, which removes what is no longer needed.

use super::told_elsewhere;
use crate::{Category, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SUP003",
    name: "orphaned-suppression",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("orphaned_suppression.rs"),
    check: told_elsewhere,
};
