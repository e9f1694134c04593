//! What statements of several articles have to do with each other.
//!
//! Does no I/O and knows no database: it takes records ([`record`]), as an archive gives them, and returns values. [`trace`] follows a
//! claim through the articles that tell it; [`series`] follows a number; [`people`] puts named sources together; [`revision`] compares
//! two texts of one article, [`change`] two tellings; [`claim`] says whether two contents say the same thing.
//!
//! **Invariant:** unnamed sources are never put together across articles. A root without a name counts for its article alone.
//!
//! **Invariant:** nothing is said to be the origin, only the earliest among the records; nothing is said of two contents but what
//! the evidence beside it shows.
//!
//! **Invariant:** reports of one number are never added up.
//!
//! **Invariant:** what comes out follows from the records alone, whatever their order.

pub mod change;
pub mod claim;
mod fold;
pub mod outlet;
pub mod people;
mod quoted;
pub mod record;
pub mod revision;
pub mod series;
pub mod side_by_side;
pub mod trace;
mod who;
pub mod wording;
mod words;
