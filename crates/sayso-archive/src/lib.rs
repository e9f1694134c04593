//! Articles and what was read in them, in one SQLite file.
//!
//! The file is the archive: its schema is documented in `schema/1.sql`, its views have plain names, and any program that reads
//! SQLite opens it. One writer adds, any number read meanwhile (write-ahead log). What is added twice is there once; an article
//! whose text has changed is a revision beside the old one; near copies are told of as such.
//!
//! **Invariant:** rows follow from the articles and the order in which they were added, from nothing else: no clock, no chance. An
//! archive that was broken off and went on is, row for row, that of an unbroken run.
//!
//! **Invariant:** unnamed sources are rows of one article. Nothing joins them across articles.

mod add;
mod ask;
mod bands;
mod candidates;
mod clipping;
mod copies;
mod datasette;
mod error;
mod header;
mod identity;
mod open;
mod places;
mod query;
mod raw;
mod reread;
mod rows;
mod search;
mod shingles;

pub use add::{Added, Incoming};
pub use ask::FiguresAbout;
pub use clipping::{Clipping, PartRecord};
pub use datasette::datasette;
pub use error::ArchiveError;
pub use identity::{Identity, canonical, host};
pub use open::{Archive, VERSION};
pub use places::{Places, StatementPlaces};
pub use query::{Query, QueryError};
pub use reread::{Form, Page, Raw};
pub use search::{Among, Found, FoundPage, Order};
