//! Questions about all of an archive: rows are found here, and what they have to do with each other is found by [`sayso_lineage`].

mod figures;
mod sources;
mod story;
mod trace;
mod versions;

pub use figures::FiguresAbout;
