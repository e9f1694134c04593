//! Chain: what came through other hands and does not say so.
