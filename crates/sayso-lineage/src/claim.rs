//! Whether two contents say the same thing: verbatim by shingle containment, otherwise by a small measured method.

/// What one content is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// The same words, but for house style.
    Verbatim,
    /// The words of one are a part of the other's.
    Partial,
    /// The same thing in other words.
    Reworded,
    /// Much alike, but one says no to what the other says, or gives another value.
    Contradicted,
    /// Words in common, and no more is known.
    Similar,
}

impl Form {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Form::Verbatim => "verbatim",
            Form::Partial => "partial",
            Form::Reworded => "reworded",
            Form::Contradicted => "contradicted",
            Form::Similar => "similar",
        }
    }

    /// Whether both say the same thing.
    pub fn is_same(self) -> bool {
        matches!(self, Form::Verbatim | Form::Partial | Form::Reworded)
    }
}

/// What was found of two contents, with what shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// What one is to the other.
    pub form: Form,
    /// How sure, 0 to 1, with three decimals.
    pub likeness: f64,
    /// Words of both on which it rests, as they stand in the second.
    pub shared: Vec<String>,
}
