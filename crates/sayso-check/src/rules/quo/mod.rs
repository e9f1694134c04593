//! Quotation: marks, and what is done to words between them.
