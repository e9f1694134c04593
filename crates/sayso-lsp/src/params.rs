//! What a message asks, taken from its JSON piece by piece.
//!
//! Typed parameters refuse a whole message for one field that nobody reads; an editor may send a column that is no whole number
//! or leave out a version. Only what is needed is looked at.

use lsp_types::{Position, Range};
use serde_json::Value;

/// The parameters of one message.
pub(crate) struct Params(pub(crate) Value);

impl Params {
    pub(crate) fn text(&self, pointer: &str) -> Result<&str, String> {
        self.0.pointer(pointer).and_then(Value::as_str).ok_or_else(|| missing(pointer, "a text"))
    }

    /// A text that may be long: taken and not copied.
    pub(crate) fn take_text(&mut self, pointer: &str) -> Result<String, String> {
        match self.0.pointer_mut(pointer).map(Value::take) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(missing(pointer, "a text")),
        }
    }

    pub(crate) fn uri(&self) -> Result<&str, String> {
        self.text("/textDocument/uri")
    }

    pub(crate) fn version(&self) -> Option<i32> {
        self.0.pointer("/textDocument/version").and_then(Value::as_i64).and_then(|version| i32::try_from(version).ok())
    }

    pub(crate) fn position(&self, pointer: &str) -> Result<Position, String> {
        let value = self.0.pointer(pointer);
        let number = |key: &str| value?.get(key).and_then(number);
        let position = number("line").zip(number("character"));
        position.map(|(line, character)| Position::new(line, character)).ok_or_else(|| missing(pointer, "a position"))
    }

    pub(crate) fn range(&self, pointer: &str) -> Result<Range, String> {
        let end = |name: &str| self.position(&format!("{pointer}/{name}"));
        Ok(Range::new(end("start")?, end("end")?))
    }

    pub(crate) fn texts(&self, pointer: &str) -> impl Iterator<Item = &str> {
        self.list(pointer).iter().filter_map(Value::as_str)
    }

    pub(crate) fn list(&self, pointer: &str) -> &[Value] {
        self.0.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn is(&self, pointer: &str) -> bool {
        self.0.pointer(pointer).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(crate) fn has(&self, pointer: &str) -> bool {
        self.0.pointer(pointer).is_some_and(|value| !value.is_null())
    }
}

/// A line or column; the least and the most that there are for what is beyond.
fn number(value: &Value) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}

fn missing(pointer: &str, what: &str) -> String {
    let name = pointer.trim_start_matches('/').replace('/', ".");
    format!("parameter `{name}` must be {what}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_position_is_read_from_any_numbers() {
        for (value, expect) in [
            (json!({"line": 1, "character": 2}), Some((1, 2))),
            (json!({"line": 1.0, "character": 1e300}), Some((1, u32::MAX))),
            (json!({"line": -5, "character": u64::MAX}), Some((0, u32::MAX))),
            (json!({"line": "1", "character": 2}), None),
            (json!({"line": 1}), None),
            (json!(null), None),
        ] {
            let read = Params(json!({ "position": value })).position("/position").ok();
            assert_eq!(read, expect.map(|(line, character)| Position::new(line, character)));
        }
        assert_eq!(Params(json!(7)).position("/position"), Err("parameter `position` must be a position".to_owned()));
    }
}
