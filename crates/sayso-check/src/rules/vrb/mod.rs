//! Cue words: what the verb that leads to a statement says about it.

mod cues;
pub(crate) mod loaded_cue;
pub(crate) mod refuted_for_denied;
pub(crate) mod said_bookism;
