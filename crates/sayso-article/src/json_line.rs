//! JSON Lines: one article an object.

use sayso_text::Note;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{Article, MAX_ARTICLE_BYTES, decode, language};

/// Why a line is no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JsonLineError {
    /// There is nothing on it.
    #[error("line is empty: give one JSON object a line")]
    Empty,
    /// It is longer than [`MAX_ARTICLE_BYTES`].
    #[error("line has {0} bytes, more than the {MAX_ARTICLE_BYTES} an article can have: split it")]
    TooLarge(usize),
    /// It is not UTF-8.
    #[error("not UTF-8 at byte {0} of the line: save the file as UTF-8")]
    NotUtf8(usize),
    /// It is not JSON, or not the values that the fields take.
    #[error("{what} at column {column}: write one JSON object a line, such as `{{\"title\": \"…\", \"text\": \"…\"}}`")]
    NotJson {
        /// What is wrong.
        what: String,
        /// Byte of the line, from 1.
        column: usize,
    },
    /// It is JSON, but no object.
    #[error("line is {0}, not an object: write `{{\"title\": \"…\", \"text\": \"…\"}}`")]
    NotAnObject(&'static str),
    /// The text is missing.
    #[error(
        "field `text` is missing: give `text` and, where known, `id`, `url`, `outlet`, `published`, `modified`, `title`, `deck`, `byline`, `language`"
    )]
    NoText,
    /// The text is something else than a string.
    #[error("field `text` is {0}, not a string: give the article's text in it")]
    TextIsNoString(&'static str),
}

#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    url: Value,
    #[serde(default)]
    outlet: Value,
    #[serde(default)]
    published: Value,
    #[serde(default)]
    modified: Value,
    #[serde(default)]
    title: Value,
    #[serde(default)]
    deck: Value,
    #[serde(default)]
    byline: Value,
    #[serde(default, deserialize_with = "given")]
    text: Option<Value>,
    #[serde(default)]
    language: Value,
}

/// A value that is there, `null` too.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Reads the article of one line: an object with `text` and, where known, `id`, `url`, `outlet`, `published`, `modified`,
/// `title`, `deck`, `byline` (a string or a list of them) and `language`; other fields are passed over.
///
/// The text is kept as it is. `path` is only carried along.
pub fn read_json_line(line: &[u8], path: Option<&str>) -> Result<Article, JsonLineError> {
    if line.len() > MAX_ARTICLE_BYTES {
        return Err(JsonLineError::TooLarge(line.len()));
    }
    let line = std::str::from_utf8(line).map_err(|e| JsonLineError::NotUtf8(e.valid_up_to()))?;
    let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    let opening = line.trim_start().chars().next().ok_or(JsonLineError::Empty)?;
    if opening != '{' {
        // Of a list the fields could be read one after the other, which nobody means.
        return Err(serde_json::from_str::<Value>(line).map_or_else(
            |error| JsonLineError::NotJson { what: "line is no JSON".to_owned(), column: error.column() },
            |other| JsonLineError::NotAnObject(kind(&other)),
        ));
    }
    let fields: Fields = serde_json::from_str(line).map_err(|error| refusal(&error))?;
    let text = match fields.text {
        None => return Err(JsonLineError::NoText),
        Some(Value::String(text)) => text,
        Some(other) => return Err(JsonLineError::TextIsNoString(kind(&other))),
    };
    let mut article = Article { path: path.map(str::to_owned), ..Article::default() };
    let mut notes = Vec::new();
    for (slot, name, value) in [
        (&mut article.id, "id", fields.id),
        (&mut article.url, "url", fields.url),
        (&mut article.outlet, "outlet", fields.outlet),
        (&mut article.published, "published", fields.published),
        (&mut article.modified, "modified", fields.modified),
        (&mut article.title, "title", fields.title),
        (&mut article.deck, "deck", fields.deck),
        (&mut article.language, "language", fields.language),
    ] {
        *slot = string(name, value, &mut notes);
    }
    article.byline = match fields.byline {
        Value::Array(names) => names.into_iter().filter_map(|name| string("byline", name, &mut notes)).collect(),
        other => string("byline", other, &mut notes).map(|line| crate::byline::names(&line)).unwrap_or_default(),
    };
    article.notes = notes;
    if text.trim().is_empty() {
        article.notes.push(decode::empty_field());
    }
    let mut article = crate::read_text(text, article);
    language::tell(&mut article);
    Ok(article)
}

/// A field's string; a number is taken as it is written, anything else is noted and left out.
fn string(name: &str, value: Value, notes: &mut Vec<Note>) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        other => {
            let message =
                format!("field `{name}` is {}, not a string, and is left out: write it as a string", kind(&other));
            notes.push(Note::new("json-field", message).lost());
            None
        }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// What is wrong with a line that was not read.
fn refusal(error: &serde_json::Error) -> JsonLineError {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default().to_owned();
    JsonLineError::NotJson { what, column: error.column() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: &str) {
        let error = read_json_line(line.as_bytes(), None).unwrap_err().to_string();
        assert!(error.starts_with(expect), "{}: {error}", &line[..line.len().min(80)]);
        assert!(!error.ends_with('.') && !error.contains('\n'), "{error}");
    }

    #[test]
    fn a_line_is_an_article() {
        let line = "\u{feff}{\"id\": 7, \"url\": \"https://courier.example/7\", \"outlet\": \"Harwick Courier\", \"published\": \
            \"2026-05-03\", \"modified\": null, \"title\": \"Bridge shut\", \"byline\": \"By Ann Lee and Tom Okoro\", \"score\": [1], \
            \"text\": \"Bridge shut\\r\\n\\r\\nThe bridge\\u00a0is shut, the mayor said.\", \"language\": \"en-GB\"}\r\n";
        let article = read_json_line(line.as_bytes(), Some("a.jsonl:1")).unwrap();
        assert_eq!(article.text, "Bridge shut\r\n\r\nThe bridge\u{a0}is shut, the mayor said.");
        assert_eq!(article.path.as_deref(), Some("a.jsonl:1"));
        assert_eq!(article.id.as_deref(), Some("7"));
        assert_eq!(article.url.as_deref(), Some("https://courier.example/7"));
        assert_eq!(article.outlet.as_deref(), Some("Harwick Courier"));
        assert_eq!(article.published.as_deref(), Some("2026-05-03"));
        assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
        assert_eq!(article.language.as_deref(), Some("en"));
        assert_eq!(article.parts.iter().map(|p| p.part.name()).collect::<Vec<_>>(), ["headline", "body"]);
        assert!(article.notes.is_empty());
    }

    #[test]
    fn a_byline_may_be_a_list() {
        let article = read_json_line(br#"{"byline": ["Ann Lee", null, "Tom Okoro"], "text": "Shut."}"#, None).unwrap();
        assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
    }

    #[test]
    fn a_field_that_is_no_string_is_noted() {
        let article = read_json_line(br#"{"title": {"a": 1}, "text": "Shut."}"#, None).unwrap();
        assert_eq!(article.title, None);
        assert_eq!(
            article.notes[0].message,
            "field `title` is an object, not a string, and is left out: write it as a string"
        );
        assert!(article.notes[0].lost);
    }

    #[test]
    fn broken_lines_say_what_is_wrong_and_where() {
        check("", "line is empty");
        check(" \r\n", "line is empty");
        check("{\"title\": \"One\"}", "field `text` is missing: give `text` and, where known, `id`, `url`, `outlet`");
        check("{\"text\": null}", "field `text` is null, not a string");
        check("{\"text\": [\"a\"]}", "field `text` is a list, not a string");
        check("[1, 2]", "line is a list, not an object");
        check("\"text\"", "line is a string, not an object");
        check("12", "line is a number, not an object");
        check("The bridge", "line is no JSON at column 1: write one JSON object a line");
        check("not JSON", "line is no JSON at column 2");
        check("{\"text\": \"a\"", "EOF while parsing an object at column 12");
        check("{\"text\": \"a\"} {", "trailing characters at column 15");
        check("{\"text\": \"\\ud800\"}", "unexpected end of hex escape at column 17");
        check("{\"text\": \"a\tb\"}", "control character (\\u0000-\\u001F) found while parsing a string at column 12");
        check(&format!("{{\"text\": \"a\", \"title\": {}", "[".repeat(100_000)), "recursion limit exceeded at column");
        let bad = read_json_line(b"{\"text\": \"caf\xe9\"}", None).unwrap_err();
        assert_eq!(bad, JsonLineError::NotUtf8(13));
        let long = read_json_line(&vec![b' '; MAX_ARTICLE_BYTES + 1], None).unwrap_err();
        assert_eq!(long, JsonLineError::TooLarge(MAX_ARTICLE_BYTES + 1));
    }
}
