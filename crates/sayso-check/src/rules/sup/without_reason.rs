//! A finding on anonymity or on a chain is silenced and nobody says why.
//!
//! ## What it does
//!
//! Finds suppressions of rules of the families ANO and CHN that give no reason. They do not hold: the findings stand. Other
//! families need no reason, and a baseline needs none, since it says only that a finding was there before.
//!
//! ## Why it matters
//!
//! Who approved an anonymity, and on what grounds, must be on record before publication and be found afterwards.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”, and New York Times, “Policy on Confidential Sources”: an editor approves each use of an
//! unnamed source, and knows why it was granted.
//!
//! ## Example
//!
//! ```markdown
//! <!-- sayso: ignore[ANO001] -->
//!
//! The bridge will stay closed until spring, officials say.
//! ```
//!
//! ## Better
//!
//! ```markdown
//! <!-- sayso: ignore[ANO001] approved by the desk editor: either office would give the speakers away -->
//!
//! The bridge will stay closed until spring, officials say.
//! ```
//!
//! ## When not to use
//!
//! Where approvals are recorded elsewhere. The suppressions without a reason do not hold even then.

use super::told_elsewhere;
use crate::{Category, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SUP002",
    name: "suppression-without-reason",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("without_reason.rs"),
    check: told_elsewhere,
};
