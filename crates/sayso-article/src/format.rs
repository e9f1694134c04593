//! Which format an input is in: its name says so, or else its first bytes.

use crate::Format;

/// Endings of file names, in lower case. `.gz` is taken off before.
const ENDINGS: &[(&str, Format)] = &[
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
];

/// What a first line that holds anything begins with, in lower case.
const OPENINGS: &[(&str, Format)] = &[
    ("{", Format::JsonLines),
    ("<!doctype html", Format::Html),
    ("<?xml", Format::Html),
    ("<html", Format::Html),
    ("<head", Format::Html),
    ("<body", Format::Html),
    ("<article", Format::Html),
    ("<main", Format::Html),
    ("<div", Format::Html),
    ("<section", Format::Html),
    ("<meta", Format::Html),
    ("<title", Format::Html),
    ("<script", Format::Html),
    ("<p>", Format::Html),
    ("<p ", Format::Html),
    ("<h1", Format::Html),
    ("<!--", Format::Html),
];

/// The format of an input: by the ending of `path` (a trailing `.gz` is ignored), else by how the bytes begin.
///
/// `bytes` may be the first few hundred bytes only.
pub fn format_of(path: Option<&str>, bytes: &[u8]) -> Format {
    path.and_then(format_by_ending).unwrap_or_else(|| by_opening(bytes))
}

/// The format that the ending of `path` says, if it is a known one.
pub fn format_by_ending(path: &str) -> Option<Format> {
    let name = path.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
}

fn by_opening(bytes: &[u8]) -> Format {
    let bytes = &bytes[..bytes.len().min(4096)];
    // UTF-16 of Latin letters is ASCII once its NUL bytes and its byte order mark are left out.
    let opening: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|b| !matches!(b, 0 | 0xFE | 0xFF | 0xEF | 0xBB | 0xBF))
        .skip_while(u8::is_ascii_whitespace)
        .take(64)
        .map(|b| b.to_ascii_lowercase())
        .collect();
    let front_matter = [&b"---"[..], b"+++"].iter().any(|fence| {
        opening.strip_prefix(*fence).is_some_and(|rest| rest.trim_ascii_start().len() < rest.len() && has_field(rest))
    });
    if front_matter {
        return Format::Markdown;
    }
    OPENINGS.iter().find(|(known, _)| opening.starts_with(known.as_bytes())).map_or(Format::Text, |(_, format)| *format)
}

/// Whether a front matter's first line sets a field; a plain text may open with a rule of dashes.
fn has_field(rest: &[u8]) -> bool {
    let line = rest.trim_ascii_start().split(|b| *b == b'\n').next().unwrap_or_default();
    let key = line.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
    key > 0 && matches!(line[key..].trim_ascii_start().first(), Some(b':' | b'='))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: Option<&str>, bytes: &str, expect: Format) {
        assert_eq!(format_of(path, bytes.as_bytes()), expect, "{path:?} {bytes:?}");
    }

    #[test]
    fn the_ending_of_a_name_decides() {
        let html = "<!doctype html>";
        check(Some("a.txt"), html, Format::Text);
        check(Some("a.TEXT"), html, Format::Text);
        check(Some("dir.html/a.md"), html, Format::Markdown);
        check(Some("a.markdown.gz"), html, Format::Markdown);
        check(Some("a.htm"), "x", Format::Html);
        check(Some("a.XHTML.GZ"), "x", Format::Html);
        check(Some("a.jsonl"), "x", Format::JsonLines);
        check(Some("a.ndjson.gz"), "x", Format::JsonLines);
    }

    #[test]
    fn without_a_known_ending_the_first_bytes_decide() {
        for path in [None, Some("-"), Some("notes"), Some("a.dat"), Some("dir.md/notes")] {
            check(path, "", Format::Text);
            check(path, "Harwick's bridge is closed.", Format::Text);
            check(path, "\n \n{\"text\": \"a\"}", Format::JsonLines);
            check(path, "\u{feff}{\"text\": \"a\"}", Format::JsonLines);
            check(path, "  <!DOCTYPE html><p>", Format::Html);
            check(path, "<HTML lang=en>", Format::Html);
            check(path, "<p>One", Format::Html);
            check(path, "<3 from Harwick", Format::Text);
            check(path, "---\ntitle: One\n---\n", Format::Markdown);
            check(path, "+++\r\ntitle = 'One'\r\n+++\r\n", Format::Markdown);
            check(path, "---\n\nA rule, then text: that is all", Format::Text);
        }
    }

    #[test]
    fn utf_16_is_looked_through() {
        let bytes: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(format_of(None, &bytes), Format::Html);
    }
}
