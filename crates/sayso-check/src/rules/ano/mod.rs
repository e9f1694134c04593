//! Anonymity: who speaks without a name, on what grounds, and how much rests on it.

pub(crate) mod attack;
pub(crate) mod bare_source;
pub(crate) mod declined_yet_quoted;
pub(crate) mod direct_quote;
pub(crate) mod empty_reason;
pub(crate) mod first_quote;
pub(crate) mod lead;
pub(crate) mod no_reason;
pub(crate) mod no_way_of_knowing;
pub(crate) mod opinion;
pub(super) mod people;
mod reasons;
pub(crate) mod single_allegation;
pub(crate) mod sources_though_one;
pub(super) mod unnamed;
