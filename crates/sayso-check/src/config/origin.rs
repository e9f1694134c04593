//! Where a value was written, and what is wrong with what was.

use std::fmt;
use std::sync::Arc;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// A file's name, a flag, a variable, or `default`.
    pub name: Arc<str>,
    /// Line and column in a file, from 1, columns in code points.
    pub place: Option<(usize, usize)>,
}

impl Origin {
    /// What is written nowhere: a rule's or the program's own.
    pub fn default_value() -> Self {
        Self::named("default")
    }

    /// A flag or a variable.
    pub fn named(name: &str) -> Self {
        Self { name: name.into(), place: None }
    }

    /// Whether nobody wrote it.
    pub fn is_default(&self) -> bool {
        &*self.name == "default" && self.place.is_none()
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "{}:{line}:{column}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// What is wrong with a configuration: one line, no full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether the configuration cannot be used; otherwise what it is about is passed over.
    pub is_error: bool,
    /// Where.
    pub origin: Origin,
    /// What, and what to do.
    pub message: String,
}

impl Problem {
    /// Whether it is said of a text that is no TOML at all.
    pub fn is_of_no_toml(&self) -> bool {
        self.message.starts_with(NO_TOML)
    }

    /// Whether it is said of a string that stands where a list should.
    pub fn wants_list(&self) -> bool {
        self.message.contains(" is a string where a list of ")
    }
}

/// What is said of a text that is no TOML, before what is wrong with it.
pub(crate) const NO_TOML: &str = "this is no TOML";

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.message)
    }
}

/// A text and where its lines begin.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// Line and column of a byte, from 1; of the character that it lies in.
    pub(crate) fn at(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte) - 1;
        (line + 1, self.text[self.starts[line]..byte].chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_code_points() {
        let lines = Lines::of("a\nÖé “x”\n");
        for (byte, expect) in
            [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (2, 1)), (4, (2, 2)), (15, (3, 1)), (99, (3, 1))]
        {
            assert_eq!(lines.at(byte), expect, "{byte}");
        }
    }
}
