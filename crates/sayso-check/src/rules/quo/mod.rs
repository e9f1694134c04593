//! Quotation: marks, and what is done to words between them.

pub(crate) mod common_word_quote;
pub(crate) mod ellipsis_over_sentence_end;
pub(crate) mod headline_quote_altered;
pub(crate) mod same_marks_inside;
pub(crate) mod unbalanced_marks;
