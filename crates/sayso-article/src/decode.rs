//! Bytes → text: byte order mark, then what the page declares, then a detector.
//!
//! Nothing is changed on the way: line ends, no-break spaces, soft hyphens and direction marks stay. A UTF-8 byte order
//! mark stays as the text's first character, because the offsets of other tools count it; that of UTF-16 goes with the
//! encoding, as every decoder has it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use sayso_text::Note;

use crate::MAX_ARTICLE_BYTES;

/// What became of the bytes.
pub(crate) enum Decoded {
    /// A text, and what of it could not be decoded.
    Text { text: String, notes: Vec<Note> },
    /// Nothing that could be read, and why.
    Nothing(Note),
}

/// Decodes an input. In a web page the encoding may be declared.
pub(crate) fn decode(bytes: &[u8], is_html: bool) -> Decoded {
    if bytes.len() > MAX_ARTICLE_BYTES {
        return Decoded::Nothing(too_large(bytes.len()));
    }
    decode_served(bytes, is_html, None)
}

/// Decodes an input of any length; `charset` is what its server said of it.
pub(crate) fn decode_served(bytes: &[u8], is_html: bool, charset: Option<&str>) -> Decoded {
    if bytes.is_empty() {
        return Decoded::Nothing(empty());
    }
    if let Some(kind) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| kind) {
        let message = format!("this is {kind}, not text: save its text or its web page and read that");
        return Decoded::Nothing(Note::new("not-text", message).lost());
    }
    if is_utf_32(bytes) {
        let message = "this is UTF-32, which no article is read in: save it as UTF-8";
        return Decoded::Nothing(Note::new("not-text", message).lost());
    }
    let (encoding, bytes) = encoding_of(bytes, is_html, charset);
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    if !wide && is_binary(bytes) {
        let message = "this looks like binary data, not text: save its text or its web page and read that";
        return Decoded::Nothing(Note::new("not-text", message).lost());
    }
    let (text, undecoded) = decode_as(bytes, encoding);
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Decoded::Nothing(
            Note::new("empty", "file holds nothing but white space: check where it came from").lost(),
        );
    }
    let mut notes = Vec::new();
    notes.extend(undecoded);
    notes.extend(note_nul(&text, is_html));
    Decoded::Text { text, notes }
}

/// A text in the encoding of the bytes that it was decoded from, with their byte order mark; nothing where that has not all its
/// characters.
pub fn encode(text: &str, like: &[u8]) -> Option<Vec<u8>> {
    let (encoding, rest) = encoding_of(like, false, None);
    let mut out = like[..like.len() - rest.len()].to_vec();
    if encoding == UTF_16LE {
        out.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    } else if encoding == UTF_16BE {
        out.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    } else if like.is_ascii() {
        out.extend(text.as_bytes());
    } else {
        let (bytes, _, lacks) = encoding.encode(text);
        if lacks {
            return None;
        }
        out.extend_from_slice(&bytes);
    }
    Some(out)
}

/// What an empty input is told.
fn empty() -> Note {
    Note::new("empty", "file is empty: check where it came from").lost()
}

/// What a field without text is told.
pub(crate) fn empty_field() -> Note {
    Note::new("empty", "field `text` is empty: check where it came from").lost()
}

/// What an input beyond [`MAX_ARTICLE_BYTES`] is told.
fn too_large(bytes: usize) -> Note {
    let message = format!(
        "{} MB is more than the {} MB one article can have, so nothing of it was read: split it, one article a file",
        bytes.div_ceil(1 << 20),
        MAX_ARTICLE_BYTES >> 20
    );
    Note::new("too-large", message).lost()
}

/// What files that people take for text begin with.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xD0\xCF\x11\xE0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x1F\x8B", "a gzip file inside another"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard file"),
    (b"BZh", "a bzip2 file"),
    (b"\xFD7zXZ", "an xz file"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, picture or film"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3\0", "a SQLite database"),
];

/// How many bytes are looked at to tell text from binary data, and narrow from wide encodings.
const SAMPLE: usize = 8192;

/// More than one byte in 25 is a control character that no text has, or more than three in ten are NUL.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let nul = memchr::memchr_iter(0, sample).count();
    let control = sample.iter().filter(|b| matches!(b, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)).count();
    nul * 10 > sample.len() * 3 || (control > 1 && control * 25 > sample.len())
}

/// The encoding, and the bytes that are text in it. What a server says goes before what a page declares (HTML standard,
/// "determining the character encoding"), unless the bytes show that it is wrong.
fn encoding_of<'b>(bytes: &'b [u8], is_html: bool, charset: Option<&str>) -> (&'static Encoding, &'b [u8]) {
    match Encoding::for_bom(bytes) {
        // Its mark stays in the text.
        Some((encoding, _)) if encoding == UTF_8 => return (UTF_8, bytes),
        Some((encoding, mark)) => return (encoding, &bytes[mark..]),
        None => {}
    }
    if let Some(encoding) = wide_encoding(bytes) {
        return (encoding, bytes);
    }
    let served = charset.and_then(|label| Encoding::for_label_no_replacement(label.trim().as_bytes()));
    // That all of a site is UTF-8 is said by many servers that also hand out what was written before it was.
    let is_wrong = served == Some(UTF_8) && std::str::from_utf8(bytes).is_err() && !is_damaged_utf8(bytes);
    let declared = if is_html { declared(bytes) } else { None };
    let declared = served.filter(|_| !is_wrong).or(declared);
    let encoding = match std::str::from_utf8(bytes) {
        // Bytes beyond ASCII that happen to be UTF-8 throughout are UTF-8, whatever a page's template declares; without
        // any, the declaration matters only to the seven-bit encodings.
        Ok(text) if !text.is_ascii() => UTF_8,
        Ok(_) => declared.unwrap_or(UTF_8),
        Err(_) => match declared {
            Some(declared) if declared != UTF_8 => declared,
            _ if served == Some(UTF_8) && !is_wrong => UTF_8,
            _ if is_damaged_utf8(bytes) => UTF_8,
            _ => {
                let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
                detector.feed(bytes, true);
                detector.guess(None, Utf8Detection::Deny)
            }
        },
    };
    (encoding, bytes)
}

/// UTF-32, with its mark or without: else it would be taken for UTF-16 with a NUL after each letter.
fn is_utf_32(bytes: &[u8]) -> bool {
    let (units, rest) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<4>();
    let are_letters =
        |unit: fn([u8; 4]) -> u32| units.iter().all(|bytes| char::from_u32(unit(*bytes)).is_some_and(|c| c != '\0'));
    let is_marked = bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF");
    is_marked
        || units.len() > 1 && rest.is_empty() && (are_letters(u32::from_le_bytes) || are_letters(u32::from_be_bytes))
}

/// UTF-16 without a mark: its Latin letters put NUL bytes at every other place.
fn wide_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let (mut even, mut odd) = (0, 0);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let pairs = sample.len() / 2;
    match (even * 10, odd * 10) {
        (few, many) if pairs >= 2 && many >= pairs * 4 && few * 2 <= pairs => Some(UTF_16LE),
        (many, few) if pairs >= 2 && many >= pairs * 4 && few * 2 <= pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-8 with a byte broken here or there: at least as many whole characters beyond ASCII as broken places. Texts in
/// another encoding have hardly ever one that is whole.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= broken.max(1)
}

/// What a page says of its encoding in its first kilobyte: `<?xml encoding=…?>`, `<meta charset=…>`,
/// `<meta http-equiv=… content="…; charset=…">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let label = if head.trim_ascii_start().starts_with(b"<?xml") {
        let end = memchr::memmem::find(&head, b"?>").unwrap_or(head.len());
        label_after(&head[..end], b"encoding")
    } else {
        None
    };
    let label = label.or_else(|| {
        memchr::memmem::find_iter(&head, b"<meta").find_map(|start| {
            let tag = &head[start..];
            label_after(&tag[..memchr::memchr(b'>', tag).unwrap_or(tag.len())], b"charset")
        })
    })?;
    // A declaration that could be read byte by byte is not in a wide encoding (HTML standard, "prescan a byte stream").
    Encoding::for_label(label).map(|e| if e == UTF_16LE || e == UTF_16BE { UTF_8 } else { e })
}

/// The value in `name = "value"`, with quotes or without.
fn label_after<'b>(tag: &'b [u8], name: &[u8]) -> Option<&'b [u8]> {
    let rest = &tag[memchr::memmem::find(tag, name)? + name.len()..];
    let rest = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|b| matches!(b, b'"' | b'\'' | b';' | b'/' | b'>') || b.is_ascii_whitespace());
    Some(&rest[..end.unwrap_or(rest.len())])
}

/// The text, with U+FFFD for what could not be decoded, and a note where there was such.
fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> (String, Option<Note>) {
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (text.to_owned(), None);
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut read = 0;
    let mut broken = 0usize;
    let mut first = None;
    loop {
        text.reserve(
            decoder.max_utf8_buffer_length_without_replacement(bytes.len() - read).unwrap_or(bytes.len()).min(1 << 16),
        );
        let (result, n) = decoder.decode_to_string_without_replacement(&bytes[read..], &mut text, true);
        read += n;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, after) => {
                first.get_or_insert(read.saturating_sub(usize::from(length) + usize::from(after)));
                broken += 1;
                text.push('\u{fffd}');
            }
        }
    }
    let note = first.map(|at| {
        let places = if broken == 1 { String::new() } else { format!("at {broken} places, the first ") };
        let message = format!(
            "bytes that are not `{}` {places}at byte {at}, read as `\u{fffd}`: save the file as UTF-8",
            encoding.name()
        );
        Note::new("undecodable", message).lost()
    });
    (text, note)
}

/// NUL characters inside a text stay, and are said; a page's text isn't the decoded one, so there the place is none of it.
fn note_nul(text: &str, is_html: bool) -> Option<Note> {
    let first = memchr::memchr(0, text.as_bytes())?;
    let count = memchr::memchr_iter(0, text.as_bytes()).count();
    let plural = if count == 1 { "character" } else { "characters" };
    let message =
        format!("{count} NUL {plural}, the first at byte {first}, left as they are: check how the file was written");
    let note = Note::new("nul", message);
    Some(if is_html { note } else { note.at(sayso_text::Span::new(first, first + 1)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], is_html: bool, text: &str, codes: &[&str]) {
        match decode(bytes, is_html) {
            Decoded::Text { text: found, notes } => {
                assert_eq!(found, text);
                assert_eq!(notes.iter().map(|n| n.code).collect::<Vec<_>>(), codes, "{notes:?}");
            }
            Decoded::Nothing(note) => assert_eq!(("", &[note.code][..]), (text, codes), "{note:?}"),
        }
    }

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn encodings_are_found() {
        let text = "“Nothing was paid,” the clerk said — twice.\r\n";
        check(text.as_bytes(), false, text, &[]);
        check(&wide(text, u16::to_le_bytes), false, text, &[]);
        check(&wide(text, u16::to_be_bytes), false, text, &[]);
        check(&wide(&format!("\u{feff}{text}"), u16::to_le_bytes), false, text, &[]);
        check(&wide(&format!("\u{feff}{text}"), u16::to_be_bytes), false, text, &[]);
        let marked = format!("\u{feff}{text}");
        check(marked.as_bytes(), false, &marked, &[]);
        check(
            b"\x93Nothing,\x94 the clerk\x92s aide said \x97 twice",
            false,
            "“Nothing,” the clerk’s aide said — twice",
            &[],
        );
    }

    #[test]
    fn a_page_declares_its_encoding() {
        let cases: &[(&[u8], &str)] = &[
            (b"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"),
            (b"<META http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\"><p>\x93\xfa\x96\x7b", "日本"),
            (b"<?xml version=\"1.0\" encoding='iso-8859-2'?><p>\xbe\xe1k", "žák"),
            // The declaration is wrong: the bytes are UTF-8.
            ("<meta charset=iso-8859-1><p>café “now”".as_bytes(), "café “now”"),
        ];
        for (bytes, expect) in cases {
            let Decoded::Text { text, notes } = decode(bytes, true) else { panic!("{expect}") };
            assert!(text.ends_with(expect) && notes.is_empty(), "{text} {notes:?}");
        }
    }

    #[test]
    fn what_a_server_says_goes_before_what_a_page_declares() {
        let cases: &[(&[u8], &str, &str)] = &[
            (b"<meta charset=windows-1251><p>\xbe\xe1k", "ISO-8859-2", "žák"),
            (b"<meta charset=utf-8><p>\xcf\xf0\xe8", " windows-1251 ", "При"),
            (b"<meta charset=windows-1251><p>\xcf\xf0\xe8", "utf-8", "При"),
            (b"<meta charset=windows-1251><p>\xcf\xf0\xe8", "no-such", "При"),
            ("<meta charset=windows-1251><p>café “now”".as_bytes(), "iso-8859-1", "café “now”"),
            ("\u{feff}<p>café".as_bytes(), "windows-1251", "café"),
        ];
        for (bytes, charset, expect) in cases {
            let Decoded::Text { text, notes } = decode_served(bytes, true, Some(charset)) else { panic!("{expect}") };
            assert!(text.ends_with(expect) && notes.is_empty(), "{text} {notes:?}");
        }
    }

    #[test]
    fn what_cannot_be_decoded_is_said_with_its_place() {
        check(b"caf\xc3\xa9 \xc3\xa9 \xc3\xa9 \xc3\xa9 \xff!", false, "café é é é \u{fffd}!", &["undecodable"]);
        check(
            "the café’s “note”".as_bytes().split_last().unwrap().1,
            false,
            "the café’s “note\u{fffd}",
            &["undecodable"],
        );
        check(&wide("abc", u16::to_le_bytes)[..5], false, "ab\u{fffd}", &["undecodable"]);
        let Decoded::Text { notes, .. } = decode("é é é é \u{e9}".as_bytes().split_last().unwrap().1, false) else {
            panic!()
        };
        assert!(notes[0].message.contains("`UTF-8` at byte 12,"), "{}", notes[0].message);
        assert!(notes[0].lost);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check(b"", false, "", &["empty"]);
        check(b" \r\n\t\xc2\xa0", false, "", &["empty"]);
        check(b"\xef\xbb\xbf", false, "", &["empty"]);
        check(b"%PDF-1.7 ...", false, "", &["not-text"]);
        check(&[0; 64], false, "", &["not-text"]);
        check(&(0..=255).cycle().take(4096).collect::<Vec<u8>>(), false, "", &["not-text"]);
        check(&vec![b'a'; MAX_ARTICLE_BYTES + 1], false, "", &["too-large"]);
    }

    #[test]
    fn utf_32_is_refused() {
        let text = "“Nothing was paid,” the clerk said.\n";
        for text in [text.to_owned(), format!("\u{feff}{text}")] {
            let le: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
            let be: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
            check(&le, false, "", &["not-text"]);
            check(&be, true, "", &["not-text"]);
        }
        // Two letters of UTF-16, and four bytes of anything.
        check(&wide("ab", u16::to_le_bytes), false, "ab", &[]);
        check(b"Shut", false, "Shut", &[]);
    }

    #[test]
    fn nul_inside_a_text_stays() {
        check(b"The mayor\0 said no.", false, "The mayor\0 said no.", &["nul"]);
    }
}
