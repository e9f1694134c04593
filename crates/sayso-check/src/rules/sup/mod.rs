//! Suppressions: findings that somebody let stand.
