//! What is searched for: words, phrases and fields, as somebody types them.
//!
//! `dam wall source:Krail after:2026-11-01 type:anonymous has:figure -act:denies "wet wall"`: each word must be there, a word or field
//! with a minus before it must not. `OR` between two words asks for one of them, `dam*` for all that begin so.

use std::fmt;

use rusqlite::types::Value;
use sayso_reading::{Act, Kind, SourceType, Stance, Terms};
use thiserror::Error;

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The words as FTS5 takes them; none where only fields are asked for.
    pub(crate) words: Option<String>,
    /// What must hold besides: SQL over `s` (statement), `a` (article), `c` (source).
    pub(crate) filters: Vec<Filter>,
}

/// A condition and the values in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    /// With `{row}` for the statement's row and `{article}` for the article's: both are known before a table is read.
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
    /// Whether only a statement can meet it.
    pub(crate) of_statements: bool,
}

/// Why a query cannot be understood.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum QueryError {
    /// A field that there is not.
    #[error("no field `{0}:`: the fields are {FIELDS}")]
    Field(String),
    /// A value that its field does not have.
    #[error("`{field}:` has no `{value}`: it may be {known}")]
    Value {
        /// The field.
        field: &'static str,
        /// What was given.
        value: String,
        /// What it may be.
        known: String,
    },
    /// Nothing to look for.
    #[error("nothing to look for: give words, or a field such as `source:Krail`")]
    Empty,
}

const FIELDS: &str = "`source:`, `outlet:`, `title:`, `after:`, `before:`, `type:`, `terms:`, `has:`, `act:`, `kind:`";

impl Query {
    /// Understands what was typed.
    pub fn parse(typed: &str) -> Result<Self, QueryError> {
        let mut query = Query::default();
        let (mut with, mut without): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut joins = false;
        for term in terms(typed) {
            if let Some(field) = &term.field {
                query.filters.push(filter(field, &term)?);
            } else if term.value == "OR" && !term.is_phrase && !with.is_empty() {
                joins = true;
                continue;
            } else if let Some(word) = quoted(&term) {
                match with.last_mut() {
                    _ if term.is_without => without.push(word),
                    Some(last) if joins => *last = format!("{last} OR {word}"),
                    _ => with.push(word),
                }
            }
            joins = false;
        }
        if !with.is_empty() {
            let with: Vec<String> = with.into_iter().map(|word| format!("({word})")).collect();
            let mut words = vec![format!("({})", with.join(" AND "))];
            words.append(&mut without);
            query.words = Some(words.join(" NOT "));
        }
        if query.words.is_none() && query.filters.is_empty() { Err(QueryError::Empty) } else { Ok(query) }
    }

    /// Whether it asks what only a statement can have.
    pub fn is_of_statements(&self) -> bool {
        self.filters.iter().any(|filter| filter.of_statements)
    }
}

/// A word, a phrase or a field with its value.
struct Term {
    is_without: bool,
    field: Option<String>,
    value: String,
    is_phrase: bool,
}

fn terms(typed: &str) -> Vec<Term> {
    let mut found = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let is_without = rest.len() > 1 && rest.starts_with('-');
        rest = if is_without { &rest[1..] } else { rest };
        let name = rest.find(|c: char| !c.is_ascii_lowercase()).filter(|end| *end > 0 && rest[*end..].starts_with(':'));
        let field = name.map(|end| rest[..end].to_owned());
        rest = name.map_or(rest, |end| &rest[end + 1..]);
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '“' | '”'));
        let value = if let Some(quote) = quote {
            rest = &rest[quote.len_utf8()..];
            let end = rest.find(['"', '”', '“']).unwrap_or(rest.len());
            let value = &rest[..end];
            rest = rest[end..].strip_prefix(['"', '”', '“']).unwrap_or("");
            value
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let value = &rest[..end];
            rest = &rest[end..];
            value
        };
        found.push(Term { is_without, field, value: value.to_owned(), is_phrase: quote.is_some() });
        rest = rest.trim_start();
    }
    found
}

/// A word or phrase as FTS5 takes it; none where there is nothing in it to look for.
fn quoted(term: &Term) -> Option<String> {
    term.value.contains(char::is_alphanumeric).then(|| {
        let begins = !term.is_phrase && term.value.ends_with('*');
        format!("{}{}", phrase(&term.value), if begins { " *" } else { "" })
    })
}

/// Some words in a row as FTS5 takes them.
pub(crate) fn phrase(words: &str) -> String {
    format!("\"{}\"", words.replace(['"', '\0'], " "))
}

/// The words of a value as FTS5 takes them.
pub(crate) fn words_of(value: &str) -> Vec<String> {
    let words = value.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    words.map(phrase).collect()
}

fn filter(field: &str, term: &Term) -> Result<Filter, QueryError> {
    let (value, is_statements) = (term.value.trim(), !matches!(field, "outlet" | "title" | "after" | "before"));
    let text = |value: &str| vec![Value::Text(value.to_owned())];
    let (sql, values) = match field {
        "source" => {
            let words = words_of(value);
            (
                "{row} IN (SELECT t.id FROM source_index x JOIN statement t \
                 ON t.id BETWEEN x.rowid / 1000000 * 1000000 AND x.rowid / 1000000 * 1000000 + 999999 AND t.source = x.rowid \
                 WHERE source_index MATCH ?)"
                    .to_owned(),
                text(&words.join(" AND ")),
            )
        }
        "outlet" => (
            // Found once, and not for each row.
            "{article} IN (SELECT id FROM article WHERE outlet IN (SELECT id FROM outlet WHERE name LIKE ? ESCAPE '\\'))".to_owned(),
            text(&format!("%{}%", escaped(value))),
        ),
        "title" => ("a.title LIKE ? ESCAPE '\\'".to_owned(), text(&format!("%{}%", escaped(value)))),
        "after" => ("a.day >= ?".to_owned(), text(date("after", value)?)),
        // All of a month or year that is named.
        "before" => ("a.day <= ? || '~'".to_owned(), text(date("before", value)?)),
        "type" => ("c.type = ?".to_owned(), text(one_of("type", value, SourceType::ALL.map(SourceType::name))?)),
        "terms" if value == "any" => ("coalesce(s.terms, c.terms) IS NOT NULL".to_owned(), Vec::new()),
        "terms" => {
            ("coalesce(s.terms, c.terms) = ?".to_owned(), text(one_of("terms", value, Terms::ALL.map(Terms::name))?))
        }
        "kind" => ("s.kind = ?".to_owned(), text(one_of("kind", value, Kind::ALL.map(Kind::name))?)),
        "act" => {
            let names: Vec<&str> = Act::ALL.map(Act::name).into_iter().chain(Stance::ALL.map(Stance::name)).collect();
            let name = one_of("act", value, names)?;
            let column = if Act::named(name).is_some() { "act" } else { "stance" };
            (format!("s.{column} = ?"), text(name))
        }
        "has" => {
            let names: Vec<&str> = HAS.iter().map(|(name, _)| *name).collect();
            let name = one_of("has", value, names)?;
            let sql = HAS.iter().find(|(known, _)| *known == name).map_or("1", |(_, sql)| sql);
            (sql.to_owned(), Vec::new())
        }
        _ => return Err(QueryError::Field(field.to_owned())),
    };
    // What is not known is not what was asked not to be.
    let sql = if term.is_without { format!("coalesce(NOT ({sql}), 1)") } else { sql };
    Ok(Filter { sql, values, of_statements: is_statements })
}

/// What a statement may have.
const HAS: &[(&str, &str)] = &[
    (
        "figure",
        "EXISTS (SELECT 1 FROM figure f WHERE f.id BETWEEN {article} * 1000000 AND {article} * 1000000 + 999999 AND f.statement = {row})",
    ),
    ("quote", "s.kind <> 'indirect'"),
    ("source", "s.source IS NOT NULL"),
    ("terms", "coalesce(s.terms, c.terms) IS NOT NULL"),
    ("reason", "coalesce(s.terms_reason, c.terms_reason) IS NOT NULL"),
    ("date", "s.said_on IS NOT NULL"),
    ("relay", "json_array_length(s.chain) > 2"),
    ("stance", "s.stance IS NOT NULL"),
];

/// The name among those known that was given, whole or by its beginning (`anonymous` for `anonymous_source`), or by its second word
/// (`person` for `named_person`).
fn one_of<'n>(
    field: &'static str,
    value: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> Result<&'n str, QueryError> {
    let known: Vec<&str> = known.into_iter().collect();
    let asked = value.to_lowercase().replace([' ', '-'], "_");
    let whole = known.iter().find(|name| **name == asked);
    let begin = || known.iter().find(|name| !asked.is_empty() && name.starts_with(&asked));
    let second = || known.iter().find(|name| name.split_once('_').is_some_and(|(_, second)| second == asked));
    whole.or_else(second).or_else(begin).copied().ok_or_else(|| {
        let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
        QueryError::Value { field, value: value.to_owned(), known: names.join(", ") }
    })
}

/// A day, a month or a year.
fn date<'v>(field: &'static str, value: &'v str) -> Result<&'v str, QueryError> {
    let shape: String = value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    if ["0000", "0000-00", "0000-00-00"].contains(&shape.as_str()) {
        return Ok(value);
    }
    let known = "a day, a month or a year, such as `2026-11-24`, `2026-11`, `2026`".to_owned();
    Err(QueryError::Value { field, value: value.to_owned(), known })
}

/// A value in a pattern of `LIKE`.
fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sql)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, words: Option<&str>, filters: &[&str]) {
        let query = Query::parse(typed).unwrap();
        let found: Vec<String> = query.filters.iter().map(Filter::to_string).collect();
        assert_eq!(
            (query.words.as_deref(), found),
            (words, filters.iter().map(|&f| f.to_owned()).collect()),
            "{typed}"
        );
    }

    #[test]
    fn words_phrases_and_fields_are_told_apart() {
        check("dam wall", Some("((\"dam\") AND (\"wall\"))"), &[]);
        check("dam OR wall leak", Some("((\"dam\" OR \"wall\") AND (\"leak\"))"), &[]);
        check("“wet wall” -forecast dam*", Some("((\"wet wall\") AND (\"dam*\" *)) NOT \"forecast\""), &[]);
        check("type:person", None, &["c.type = ?"]);
        check("-has:quote wall", Some("((\"wall\"))"), &["coalesce(NOT (s.kind <> 'indirect'), 1)"]);
        check("act:denies act:wants", None, &["s.stance = ?", "s.act = ?"]);
        check("at 10:30 \"", Some("((\"at\") AND (\"10:30\"))"), &[]);
        check("Kesterby: dam", Some("((\"Kesterby:\") AND (\"dam\"))"), &[]);
    }

    #[test]
    fn what_cannot_be_understood_is_told() {
        for (typed, expect) in [
            ("who:Krail", "no field `who:`: the fields are"),
            ("type:banker x", "`type:` has no `banker`: it may be `named_person`"),
            ("after:monday", "`after:` has no `monday`: it may be a day"),
            ("", "nothing to look for"),
            (" - \"\" … ", "nothing to look for"),
        ] {
            let error = Query::parse(typed).unwrap_err().to_string();
            assert!(error.starts_with(expect) && !error.ends_with('.'), "{typed}: {error}");
        }
    }
}
