//! Figures: who gives them, as of when, and whether they agree with each other.

mod again;
pub(crate) mod count_without_date;
mod counts;
pub(crate) mod false_precision;
pub(crate) mod figure_without_giver;
pub(crate) mod headline_figure_differs;
mod lists;
mod numbers;
pub(crate) mod parts_exceed_whole;
pub(crate) mod percent_or_points;
pub(crate) mod percentage_without_base;
pub(crate) mod two_counts;
