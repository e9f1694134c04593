//! The page in a record: a response of HTTP with its transfer and content encodings undone.
//!
//! Crawlers store what they have already decoded under the headers that were sent with it, and the other way round. So what the
//! headers say is tried, and where the bytes show that it is not so, they are taken as they are.

use std::io::Read;

use brotli_decompressor::Decompressor;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use sayso_article::{Format, MAX_ARTICLE_BYTES, format_of};

use super::headers::{self, Headers};
use super::packed::GZIP;

/// What is said of a page that is too large.
pub(super) const TOO_LARGE: &str =
    "page holds more than the 16 MiB that an article can have and is not read: leave it out";

/// More encodings on top of each other than this are not undone.
const MAX_ENCODINGS: usize = 4;

/// A page out of a record.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) bytes: Vec<u8>,
    pub(super) charset: Option<String>,
    /// Whether something of it is missing.
    pub(super) is_cut: bool,
}

/// The page of a response. Nothing where it is none: another status than 200, another type than HTML, no content. `identified` is
/// what the crawler took its type for.
pub(super) fn of_response(block: &[u8], identified: Option<&str>) -> Result<Option<Page>, String> {
    let (head, body) = head_and_body(block);
    let mut status = head.split(|byte| *byte == b'\n').next().unwrap_or_default().split(u8::is_ascii_whitespace);
    let is_http = status.next().is_some_and(|version| version.starts_with(b"HTTP/"));
    if !is_http || status.find(|word| !word.is_empty()) != Some(b"200") {
        return Ok(None);
    }
    let headers = Headers::of(head);
    let content_type = headers.get("content-type").unwrap_or_default();
    let told = headers::media_type(content_type);
    let identified = identified.map(headers::media_type).unwrap_or_default();
    let is_untold = matches!(told.as_str(), "" | "application/octet-stream" | "unknown/unknown");
    let is_page = headers::is_html(&told) || is_untold && headers::is_html(&identified);
    // Where nothing is said, the page itself does.
    let may_be_page = is_page || is_untold && identified.is_empty();
    if !may_be_page {
        return Ok(None);
    }
    let is_chunked = headers.list("transfer-encoding").iter().any(|encoding| encoding == "chunked");
    let (body, mut is_cut) = if is_chunked { unchunked(body) } else { (body.to_vec(), false) };
    let mut encodings = headers.list("content-encoding");
    // Some servers name them here.
    encodings.extend(headers.list("transfer-encoding").into_iter().filter(|encoding| encoding != "chunked"));
    let bytes = decoded(body, &encodings, &mut is_cut)?;
    if bytes.trim_ascii().is_empty() || !is_page && format_of(None, &bytes) != Format::Html {
        return Ok(None);
    }
    if bytes.len() > MAX_ARTICLE_BYTES {
        return Err(TOO_LARGE.to_owned());
    }
    Ok(Some(Page { bytes, charset: headers::charset(content_type), is_cut }))
}

/// The page that is a record's whole content.
pub(super) fn of_resource(block: &[u8], content_type: Option<&str>) -> Result<Option<Page>, String> {
    if block.len() > MAX_ARTICLE_BYTES {
        return Err(TOO_LARGE.to_owned());
    }
    let charset = content_type.and_then(headers::charset);
    let is_empty = block.trim_ascii().is_empty();
    Ok((!is_empty).then(|| Page { bytes: block.to_vec(), charset, is_cut: false }))
}

/// Status line and headers, and what follows the first blank line.
fn head_and_body(block: &[u8]) -> (&[u8], &[u8]) {
    let mut start = 0;
    for line in block.split_inclusive(|byte| *byte == b'\n') {
        let end = start + line.len();
        if matches!(line, b"\n" | b"\r\n") {
            return (&block[..start], &block[end..]);
        }
        start = end;
    }
    (block, &[])
}

/// What chunks hold, and whether the last of them is missing. What does not begin with a chunk is not in chunks; where they are
/// broken, what is there is taken.
fn unchunked(body: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let line_end = rest.iter().take(256).position(|byte| *byte == b'\n');
        let size = line_end.and_then(|end| {
            let line = rest[..end].split(|byte| *byte == b';').next().unwrap_or_default();
            let line = std::str::from_utf8(line.trim_ascii()).ok()?;
            // `from_str_radix` takes a sign.
            usize::from_str_radix(line, 16).ok().filter(|_| !line.starts_with('+'))
        });
        let (Some(end), Some(size)) = (line_end, size) else {
            if out.is_empty() {
                return (body.to_vec(), false);
            }
            out.extend_from_slice(rest);
            return (out, true);
        };
        if size == 0 {
            return (out, false);
        }
        let data = &rest[end + 1..];
        if data.len() < size {
            out.extend_from_slice(data);
            return (out, true);
        }
        out.extend_from_slice(&data[..size]);
        rest = &data[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
}

/// Bytes with their encodings undone, the last of them first.
fn decoded(mut bytes: Vec<u8>, encodings: &[String], is_cut: &mut bool) -> Result<Vec<u8>, String> {
    if encodings.len() > MAX_ENCODINGS {
        return Err(format!(
            "page has {} encodings on top of each other and is not read: leave it out",
            encodings.len()
        ));
    }
    for encoding in encodings.iter().rev() {
        bytes = match encoding.as_str() {
            _ if looks_like_a_page(&bytes) => bytes,
            "deflate" if is_zlib(&bytes) => unpacked(ZlibDecoder::new(&bytes[..]), &bytes, is_cut)?,
            "deflate" => unpacked(DeflateDecoder::new(&bytes[..]), &bytes, is_cut)?,
            "br" => unpacked(Decompressor::new(&bytes[..], 4096), &bytes, is_cut)?,
            // Gzip data tells itself, below, and need not be named.
            "gzip" | "x-gzip" | "identity" | "none" | "utf-8" => bytes,
            other => {
                return Err(format!("page is encoded as `{other}`, which is not known, and is not read: leave it out"));
            }
        };
        bytes = gunzipped(bytes, is_cut)?;
    }
    gunzipped(bytes, is_cut)
}

/// No page begins as gzip data does.
fn gunzipped(bytes: Vec<u8>, is_cut: &mut bool) -> Result<Vec<u8>, String> {
    if bytes.starts_with(&GZIP) { unpacked(MultiGzDecoder::new(&bytes[..]), &bytes, is_cut) } else { Ok(bytes) }
}

/// What comes out of a decoder; the bytes themselves where nothing does.
fn unpacked(decoder: impl Read, bytes: &[u8], is_cut: &mut bool) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let failed = decoder.take(MAX_ARTICLE_BYTES as u64 + 1).read_to_end(&mut out).is_err();
    if out.len() > MAX_ARTICLE_BYTES {
        return Err(TOO_LARGE.to_owned());
    }
    if failed && out.is_empty() {
        return Ok(bytes.to_vec());
    }
    *is_cut |= failed;
    Ok(out)
}

fn looks_like_a_page(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"<") && format_of(None, bytes) == Format::Html
}

/// The header of RFC 1950: method 8, and a check of both bytes.
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [method, flags, ..] if method & 15 == 8 && (u16::from(*method) << 8 | u16::from(*flags)) % 31 == 0)
}
