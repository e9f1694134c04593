//! Addresses of files.

use std::path::PathBuf;

/// The file of a `file:` address; none for what is in no file, such as `untitled:Untitled-1`.
pub(crate) fn path(uri: &str) -> Option<PathBuf> {
    let (scheme, rest) = uri.split_once(':')?;
    // `file://host/path`, `file:///path`, `file:/path`.
    let rest = rest.strip_prefix("//").map_or(Some(rest), |rest| rest.find('/').map(|at| &rest[at..]))?;
    if !scheme.eq_ignore_ascii_case("file") || !rest.starts_with('/') {
        return None;
    }
    let path = decoded(rest)?;
    // `/C:/drafts`.
    let has_drive = matches!(path.as_bytes(), [b'/', drive, b':', ..] if drive.is_ascii_alphabetic());
    Some(PathBuf::from(if has_drive { &path[1..] } else { &path }))
}

/// A text whose `%20` are written out; none where that makes no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_path() {
        for (uri, expect) in [
            ("file:///drafts/bridge.md", Some("/drafts/bridge.md")),
            ("file:///drafts/a%20b%C3%A9%.md", Some("/drafts/a bé%.md")),
            ("file://desk/drafts/bridge.md", Some("/drafts/bridge.md")),
            ("file:///c%3A/drafts/bridge.md", Some("c:/drafts/bridge.md")),
            ("file:/drafts/bridge.md", Some("/drafts/bridge.md")),
            ("FILE:///drafts/bridge.md", Some("/drafts/bridge.md")),
            ("file:///%FF", None),
            ("file:bridge.md", None),
            ("files:///bridge.md", None),
            ("untitled:Untitled-1", None),
            ("file://", None),
            ("", None),
        ] {
            assert_eq!(path(uri), expect.map(PathBuf::from), "{uri}");
        }
    }
}
