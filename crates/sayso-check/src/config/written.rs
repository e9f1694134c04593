//! TOML as somebody wrote it: keys and values with their places, and what is said where one is wrong.

use std::fmt::Write;
use std::sync::Arc;

use toml::de::{DeArray, DeTable, DeValue};

use crate::config::nearest::or_else;
use crate::config::origin::{Lines, NO_TOML};
use crate::config::value::{items, kind};
use crate::config::{Origin, Problem, Text};

/// After so many the rest is only counted: a file that is no configuration at all would have one for each line.
const MOST_PROBLEMS: usize = 20;

/// One key and its value.
pub(crate) struct Item<'v> {
    pub(crate) key: &'v str,
    /// With the tables that it stands in.
    pub(crate) path: String,
    /// Where the key begins.
    pub(crate) key_at: usize,
    pub(crate) value: &'v DeValue<'v>,
    /// Where the value begins.
    pub(crate) at: usize,
}

/// The keys of a table, in the order in which they are written.
pub(crate) fn entries<'v>(table: &'v DeTable<'_>, within: &str) -> Vec<Item<'v>> {
    let item = |(key, value): (&'v toml::Spanned<_>, &'v toml::Spanned<DeValue<'v>>)| {
        let key_at = key.span().start;
        let key: &'v std::borrow::Cow<'v, str> = key.get_ref();
        Item { key, path: format!("{within}{key}"), key_at, value: value.get_ref(), at: value.span().start }
    };
    let mut items: Vec<_> = table.iter().map(item).collect();
    items.sort_by_key(|item| item.key_at);
    items
}

/// A text and what is wrong with it.
pub(crate) struct Written<'t> {
    of: Text<'t>,
    lines: Lines<'t>,
    name: Arc<str>,
    problems: Vec<(usize, bool, String)>,
}

impl<'t> Written<'t> {
    pub(crate) fn of(of: Text<'t>) -> Self {
        Self { of, lines: Lines::of(of.text), name: of.name.into(), problems: Vec::new() }
    }

    /// Its table; what is no TOML is told of.
    pub(crate) fn table(&mut self) -> Option<DeTable<'t>> {
        match DeTable::parse(self.of.text) {
            Ok(table) => Some(table.into_inner()),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let what = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
                self.error(at, format!("{NO_TOML}: {what}"));
                None
            }
        }
    }

    pub(crate) fn origin(&self, byte: usize) -> Origin {
        Origin { name: self.name.clone(), place: self.of.is_file.then(|| self.lines.at(byte)) }
    }

    pub(crate) fn error(&mut self, at: usize, message: String) {
        self.problems.push((at, true, message));
    }

    pub(crate) fn warning(&mut self, at: usize, message: String) {
        self.problems.push((at, false, message));
    }

    pub(crate) fn wrong(&mut self, item: &Item<'_>, at: usize, value: &DeValue<'_>, right: &str) {
        self.error(at, format!("`{}` is {} where {right} is expected", item.path, kind(value)));
    }

    pub(crate) fn string<'v>(&mut self, item: &Item<'v>, right: &str) -> Option<&'v str> {
        match item.value {
            DeValue::String(value) => Some(value),
            other => {
                self.wrong(item, item.at, other, right);
                None
            }
        }
    }

    /// The strings of a list, each with its place.
    pub(crate) fn strings<'v>(&mut self, item: &Item<'v>, right: &str) -> Vec<(usize, &'v str)> {
        let list: &DeArray<'_> = match item.value {
            DeValue::Array(list) => list,
            other => {
                self.wrong(item, item.at, other, right);
                return Vec::new();
            }
        };
        let mut out = Vec::new();
        for (at, value) in items(list) {
            match value {
                DeValue::String(value) => out.push((at, &**value)),
                other => self.error(at, format!("`{}` holds {} where {right} is expected", item.path, kind(other))),
            }
        }
        out
    }

    /// What is wrong, by place; errors before warnings where they do not all fit.
    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|(at, is_error, _)| (!is_error, *at));
        let left_out = self.problems.len().saturating_sub(MOST_PROBLEMS);
        let mut shown: Vec<_> = std::mem::take(&mut self.problems).into_iter().take(MOST_PROBLEMS).collect();
        shown.sort_by_key(|(at, ..)| *at);
        let mut problems: Vec<_> = shown
            .into_iter()
            .map(|(at, is_error, message)| Problem { is_error, origin: self.origin(at), message })
            .collect();
        if let (true, Some(last)) = (left_out > 0, problems.last_mut()) {
            // Writing to a string never fails.
            let _ = write!(last.message, " (and {left_out} more)");
        }
        problems
    }

    /// How many errors there are so far.
    pub(crate) fn errors(&self) -> usize {
        self.problems.iter().filter(|(_, is_error, _)| *is_error).count()
    }
}

/// What is said of a key that is none.
pub(crate) fn unknown_key<'n>(item: &Item<'_>, known: impl Iterator<Item = &'n str> + Clone) -> String {
    let all = known.clone().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let advice = or_else(item.key, known, &format!("the keys are {all}"));
    format!("unknown key `{}` is passed over: {advice}", item.path)
}
