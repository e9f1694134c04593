//! Figures: who gives them, as of when, and whether they agree.
