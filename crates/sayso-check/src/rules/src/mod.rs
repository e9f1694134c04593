//! Identity: who a source is said to be.
