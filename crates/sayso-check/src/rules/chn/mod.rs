//! Chain: what came through other hands and does not say so.

mod charges;
mod continued;
pub(crate) mod deep_chain;
pub(crate) mod headline_drops_attribution;
mod needs_source;
mod outlets;
mod presupposed;
pub(crate) mod relay_not_named;
pub(crate) mod relay_without_link;
pub(crate) mod second_hand_as_own;
