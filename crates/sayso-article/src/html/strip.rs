//! The visible text of a page without building a tree: for pages too tangled for one.

use super::{Block, knots};
use crate::mark::Markup;

/// Elements whose content is not shown.
const UNSHOWN: &[&[u8]] = &[b"script", b"style", b"textarea", b"title", b"noscript", b"template", b"iframe", b"svg"];

/// Elements that stay inside a paragraph.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"font", b"i",
    b"ins", b"kbd", b"mark", b"nobr", b"q", b"s", b"samp", b"small", b"span", b"strike", b"strong", b"sub", b"sup",
    b"time", b"tt", b"u", b"var", b"wbr", b"img",
];

/// The paragraphs that a page shows, as far as its tags tell.
pub(super) fn blocks(html: &str) -> Vec<Block> {
    let bytes = html.as_bytes();
    let mut blocks = Vec::new();
    let mut run = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let open = memchr::memchr(b'<', &bytes[at..]).map_or(bytes.len(), |n| at + n);
        run.push_str(&html[at..open]);
        if open == bytes.len() {
            break;
        }
        if bytes[open..].starts_with(b"<!--") {
            at = memchr::memmem::find(&bytes[open..], b"-->").map_or(bytes.len(), |n| open + n + 3);
            continue;
        }
        let closes = bytes.get(open + 1) == Some(&b'/');
        let name = knots::name_at(bytes, open + 1 + usize::from(closes)).to_ascii_lowercase();
        if name.is_empty() && !closes && !matches!(bytes.get(open + 1), Some(b'!' | b'?')) {
            run.push('<');
            at = open + 1;
            continue;
        }
        at = knots::end_of_tag(bytes, open + 1 + name.len()).0;
        if name == b"br" {
            run.push('\n');
        } else if !INLINE.contains(&name.as_slice()) {
            flush(&mut run, &mut blocks);
        }
        if !closes && UNSHOWN.contains(&name.as_slice()) {
            at = knots::end_of_raw(bytes, at, &name);
        }
    }
    flush(&mut run, &mut blocks);
    blocks
}

fn flush(run: &mut String, blocks: &mut Vec<Block>) {
    let decoded = html_escape::decode_html_entities(run.as_str());
    let text = decoded.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if !text.trim().is_empty() {
        blocks.push(Block { text, markup: Markup::None, article: None });
    }
    run.clear();
}
