//! Headers as WARC and HTTP have them: a name, a colon, a value; a line that begins with white space goes on with the one before.

use std::io::{self, BufRead};

/// Headers of more bytes than this are not kept.
pub(super) const MAX_HEAD: usize = 1 << 20;

/// A line of more bytes is read to its end, but no more of it is kept.
const MAX_LINE: usize = 1 << 17;

/// Headers with their names in lower case, in order.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Headers {
    pub(super) fn of(block: &[u8]) -> Self {
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in block.split(|byte| *byte == b'\n') {
            let line = String::from_utf8_lossy(line);
            match (line.split_once(':'), headers.last_mut()) {
                (_, Some((_, value))) if line.starts_with([' ', '\t']) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                (Some((name, value)), _) => headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
                (None, _) => {}
            }
        }
        Self(headers)
    }

    /// The first value of a header; `name` in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// The values of a header, each of which may be a list, in order and lower case.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        let values = self.0.iter().filter(|(known, _)| known == name).flat_map(|(_, value)| value.split(','));
        values.map(|value| value.trim().to_ascii_lowercase()).filter(|value| !value.is_empty()).collect()
    }
}

/// A line with its end; empty at the end of the stream. What is there when the stream fails is dropped.
pub(super) fn line(stream: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    loop {
        let held = match stream.fill_buf() {
            Ok(held) => held,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let end = held.iter().position(|byte| *byte == b'\n');
        let count = end.map_or(held.len(), |at| at + 1);
        line.extend_from_slice(&held[..count.min(MAX_LINE.saturating_sub(line.len()))]);
        stream.consume(count);
        if end.is_some() || count == 0 {
            return Ok(line);
        }
    }
}

/// `text/html` of `Text/HTML; charset=utf-8`.
pub(super) fn media_type(content_type: &str) -> String {
    content_type.split([';', ',']).next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// `utf-8` of `text/html; charset="utf-8"`.
pub(super) fn charset(content_type: &str) -> Option<String> {
    content_type.split([';', ',']).skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']).trim();
        (name.trim().eq_ignore_ascii_case("charset") && !value.is_empty()).then(|| value.to_owned())
    })
}

/// Whether pages are of this type.
pub(super) fn is_html(media_type: &str) -> bool {
    matches!(media_type, "text/html" | "application/xhtml+xml")
}
