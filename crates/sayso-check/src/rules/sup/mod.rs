//! Suppressions: findings that somebody let stand.
//!
//! Whether a suppression is of use shows only when all other rules have looked, so that nothing is found here: what these rules
//! tell comes from [`crate::suppress::apply`].

pub(crate) mod orphaned_suppression;
pub(crate) mod unknown_rule;
pub(crate) mod unused_suppression;
pub(crate) mod without_reason;

use crate::{Desk, Found, Options};

/// What these rules find by themselves: nothing.
fn told_elsewhere(_: &Desk<'_>, _: &Options, _: &mut Found) {}
