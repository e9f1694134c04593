//! How the wording of two contents differs, word by word.

/// A piece of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both.
    Same(String),
    /// Stood in the earlier one only.
    Gone(String),
    /// Stands in the later one only.
    New(String),
}
