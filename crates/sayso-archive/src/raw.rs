//! An article's bytes as they came, packed beside what was taken out of them: most of what they hold stands in the same row.

use sayso_article::Format;
use serde_json::json;

use crate::Form;

/// How hard zstd tries.
const LEVEL: i32 = 9;

/// Bytes of an article, unpacked; more is none that this program wrote.
const MOST_BYTES: usize = 64 << 20;

/// What the row of an article has besides its bytes, as it stands there.
pub(crate) struct Beside<'a> {
    pub(crate) url: Option<&'a str>,
    pub(crate) outlet: Option<&'a str>,
    pub(crate) title: Option<&'a str>,
    pub(crate) byline: Option<&'a str>,
    pub(crate) published: Option<&'a str>,
    pub(crate) text: &'a str,
}

/// Bytes as zstd.
pub(crate) fn packed(bytes: &[u8], form: &Form, beside: &Beside<'_>) -> std::io::Result<Vec<u8>> {
    zstd::bulk::Compressor::with_dictionary(LEVEL, &dictionary(form, beside))?.compress(bytes)
}

/// The bytes again; errors tell that they or the row are damaged.
pub(crate) fn unpacked(packed: &[u8], form: &Form, beside: &Beside<'_>) -> std::io::Result<Vec<u8>> {
    zstd::bulk::Decompressor::with_dictionary(&dictionary(form, beside))?.decompress(packed, MOST_BYTES)
}

/// What is looked for in the bytes, written as they would write it.
fn dictionary(form: &Form, beside: &Beside<'_>) -> Vec<u8> {
    let Beside { url, outlet, title, byline, published, text } = beside;
    if matches!(form, Form::File(Format::JsonLines)) {
        let line = json!({ "byline": byline, "outlet": outlet, "published": published, "text": text, "title": title, "url": url });
        return line.to_string().into_bytes();
    }
    let told = [url, outlet, title, byline, published].into_iter().flatten();
    told.copied().chain([*text]).collect::<Vec<_>>().join("\n").into_bytes()
}
