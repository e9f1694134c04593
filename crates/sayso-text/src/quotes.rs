//! Quotation marks.
