//! Attribution: whether it is said who says a thing, in time and clearly.

pub(crate) mod ambiguous_pronoun;
mod given;
pub(crate) mod late_speaker;
pub(crate) mod missing_attribution;
pub(crate) mod passive_attribution;
pub(crate) mod quotes_run_together;
pub(in crate::rules) mod signs;
pub(crate) mod source_not_restated;
pub(crate) mod unattributed_quotation;
pub(crate) mod unsourced_lead;
