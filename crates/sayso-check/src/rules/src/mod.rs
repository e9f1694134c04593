//! Identity: who a source is said to be.

mod names;
mod posts;
pub(crate) mod pseudonym;
pub(crate) mod title_differs;
pub(crate) mod untitled;
