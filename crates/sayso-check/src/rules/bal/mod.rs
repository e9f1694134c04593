//! Balance: who is heard and who is not.

pub(crate) mod accused_not_asked;
pub(crate) mod one_side;
pub(crate) mod single_source;
mod voices;
