//! What is said on the error output: one line each, with the place, what happened and what to do.

use std::fmt;
use std::io::{self, Write as _};

use sayso_text::safe::line;

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    level: Level,
    text: String,
}

/// What Unix calls `ELOOP`, for which the standard library has no name yet.
const LINKS_TO_ITSELF: i32 = if cfg!(target_os = "linux") { 40 } else { 62 };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
    Note,
}

impl Message {
    /// Something could not be read or written.
    pub(crate) fn error(text: impl Into<String>) -> Self {
        Self { level: Level::Error, text: text.into() }
    }

    /// The same, at a place.
    pub(crate) fn error_at(place: impl fmt::Display, what: impl fmt::Display) -> Self {
        Self::error(format!("{place}: {what}"))
    }

    /// Nothing was lost, but it is not what one may expect.
    pub(crate) fn warning(text: impl Into<String>) -> Self {
        Self { level: Level::Warning, text: text.into() }
    }

    /// Something was done that one may want to know of.
    pub(crate) fn note(text: impl Into<String>) -> Self {
        Self { level: Level::Note, text: text.into() }
    }

    /// What a reading says of its article.
    pub(crate) fn of_note(path: &str, message: &str, lost: bool) -> Self {
        let text = format!("{path}: {message}");
        if lost { Self::error(text) } else { Self::warning(text) }
    }

    /// Why a file or folder could not be read.
    pub(crate) fn cannot_read(place: impl fmt::Display, error: &io::Error) -> Self {
        let what = match error.kind() {
            io::ErrorKind::NotFound => "no such file or folder: check the spelling".to_owned(),
            io::ErrorKind::PermissionDenied => {
                "no permission to read it: change its rights or read it as its owner".to_owned()
            }
            io::ErrorKind::IsADirectory => "a folder where a file was expected: name the files in it".to_owned(),
            io::ErrorKind::InvalidFilename => "no such file, its name is too long: check the spelling".to_owned(),
            io::ErrorKind::NotADirectory => {
                "no such file or folder, a file stands in its path: check the spelling".to_owned()
            }
            _ if error.raw_os_error() == Some(LINKS_TO_ITSELF) => "link leads back to itself: take it away".to_owned(),
            _ => format!("{error}: check what it is and read it again"),
        };
        Self::error_at(place, what)
    }

    /// Without its level.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_error(&self) -> bool {
        self.level == Level::Error
    }

    /// Writes it to the error output. There is nobody to tell if that fails.
    pub(crate) fn print(&self) {
        let _ = writeln!(io::stderr().lock(), "{self}");
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        // A file's name may hold any character.
        write!(f, "sayso: {level}: {}", line(&self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_line_that_acts_on_nothing() {
        for (message, expect) in [
            (Message::error_at("a.txt", "file is empty"), "sayso: error: a.txt: file is empty"),
            (Message::warning("é “x”"), "sayso: warning: é “x”"),
            (
                Message::error("a\nb\x1b[2J\u{202e}c\u{9b}\u{2028}"),
                "sayso: error: a<U+000A>b<U+001B>[2J<U+202E>c<U+009B><U+2028>",
            ),
        ] {
            assert_eq!(message.to_string(), expect);
        }
    }
}
