//! Lineage: what only an archive can judge, by what it told before.

pub(crate) mod anonymous_as_fact;
pub(crate) mod figure_behind_source;
pub(crate) mod quotation_altered;
