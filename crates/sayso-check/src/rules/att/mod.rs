//! Attribution: whether it is said who says a thing, in time and clearly.
