//! The archive when things go wrong: writers that are killed, that meet each other, disks that are full, files that are no archives.
//! In a program of their own, since what they start and stop is timed.

#![cfg(unix)]

mod kills;
mod places;
mod refusals;
mod support;
mod together;
