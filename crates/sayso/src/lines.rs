//! Lines of a stream, one at a time, none longer than a bound.

use std::io::{self, BufRead, Read};

/// One line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Its bytes, without the line end.
    Whole(Vec<u8>),
    /// It was longer than the bound and is passed over.
    TooLong,
}

/// The next line, of at most `most` bytes; none at the end. Of a longer one no more than that is ever held.
pub(crate) fn next_line(stream: &mut impl BufRead, most: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    if stream.by_ref().take(most as u64 + 1).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        return Ok(Some(Line::Whole(line)));
    }
    if line.len() <= most {
        return Ok(Some(Line::Whole(line)));
    }
    drop(line);
    skip_line(stream)?;
    Ok(Some(Line::TooLong))
}

fn skip_line(stream: &mut impl BufRead) -> io::Result<()> {
    loop {
        let held = stream.fill_buf()?;
        let (skipped, ended) = match memchr::memchr(b'\n', held) {
            Some(at) => (at + 1, true),
            None => (held.len(), held.is_empty()),
        };
        stream.consume(skipped);
        if ended {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn check(bytes: &str, expect: &[Option<&str>]) {
        // A small buffer, so that lines lie across its end.
        let mut stream = BufReader::with_capacity(3, bytes.as_bytes());
        let mut found = Vec::new();
        while let Some(line) = next_line(&mut stream, 5).unwrap() {
            found.push(match line {
                Line::Whole(line) => Some(String::from_utf8(line).unwrap()),
                Line::TooLong => None,
            });
        }
        assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), expect, "{bytes:?}");
    }

    #[test]
    fn lines_end_at_line_ends_and_long_ones_are_passed_over() {
        check("", &[]);
        check("a", &[Some("a")]);
        check("a\n\nb\n", &[Some("a"), Some(""), Some("b")]);
        check("12345\n12345", &[Some("12345"), Some("12345")]);
        check("123456\nb", &[None, Some("b")]);
        check("a\n1234567890", &[Some("a"), None]);
        check("1234567890\n\n123456\nc\n", &[None, Some(""), None, Some("c")]);
        check("a\r\nb", &[Some("a\r"), Some("b")]);
    }
}
