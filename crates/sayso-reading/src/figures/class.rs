//! What kinds of things a number counts, as far as measures ask: the injured are people, the fined pay money.

/// Some kinds, one bit each.
pub(super) type Class = u8;

pub(super) const PEOPLE: Class = 1;
pub(super) const MONEY: Class = 2;
/// Shares and percentages.
pub(super) const SHARE: Class = 4;
/// Whatever has a noun of its own.
pub(super) const THINGS: Class = 8;
/// Lengths, areas, weights.
pub(super) const AMOUNT: Class = 16;
pub(super) const JOBS: Class = 32;
/// A bare number, of which nothing is known.
pub(super) const BARE: Class = PEOPLE | THINGS;
