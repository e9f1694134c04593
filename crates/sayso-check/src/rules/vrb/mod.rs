//! Cue words: verbs that judge.
