//! Sentence ends.
