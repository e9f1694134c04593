//! Anonymity: who speaks without a name, on what grounds, and how much rests on it.

pub(crate) mod bare_source;
