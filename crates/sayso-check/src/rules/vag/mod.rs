//! Vague authority: voices and studies that nobody could look up.

pub(crate) mod many_believe;
pub(crate) mod unnamed_critics;
pub(crate) mod unnamed_experts;
pub(crate) mod unnamed_studies;
mod voices;
