//! Finds the pages that a tree would be built of slowly or not at all, before one is: one pass, no memory.
//!
//! An HTML parser opens every formatting element again in each paragraph after it, compares each attribute with the others
//! of its tag, and readability looks up and down the tree. Each is fine for pages that people made and a bomb in others.

/// Elements open inside each other.
const DEPTH: usize = 256;
/// Nodes that the tree would have, formatting elements that are opened again and character references with them.
const NODES: usize = 120_000;
/// Depths of all nodes together: what looking up from each of them costs.
const CLIMBS: usize = 2_000_000;
/// Attributes of one tag.
const ATTRIBUTES: usize = 500;

/// Elements that never have children.
const VOID: &[&[u8]] = &[
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source",
    b"track", b"wbr",
];
/// Elements that another of their kind closes, or a parent's end does.
const OPTIONAL_END: &[&[u8]] = &[
    b"p", b"li", b"dt", b"dd", b"tr", b"td", b"th", b"thead", b"tbody", b"tfoot", b"option", b"html", b"body", b"head",
];
/// Elements that are opened again in the next paragraph while they are not closed.
const FORMATTING: &[&[u8]] =
    &[b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike", b"strong", b"tt", b"u"];
/// Elements whose text holds no tags.
const RAW: &[&[u8]] = &[b"script", b"style", b"textarea", b"title"];

/// Whether a tree of the page would be too deep, too large or too slow.
pub(super) fn is_tangled(html: &str) -> bool {
    let bytes = html.as_bytes();
    let mut load = Load::default();
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &bytes[at..]).map(|n| at + n) {
        // A character reference is pushed back and read again.
        load.nodes += memchr::memchr_iter(b'&', &bytes[at..open]).count();
        let closes = bytes.get(open + 1) == Some(&b'/');
        let name = name_at(bytes, open + 1 + usize::from(closes));
        if name.is_empty() {
            load.nodes += 1;
            at = if bytes[open..].starts_with(b"<!--") { end_of_comment(bytes, open + 4) } else { open + 1 };
        } else {
            let (end, attributes) = end_of_tag(bytes, open + 1 + name.len());
            let name = name.to_ascii_lowercase();
            load.nodes += memchr::memchr_iter(b'&', &bytes[open..end]).count();
            load.take(&name, closes, bytes[..end].ends_with(b"/>"));
            if attributes > ATTRIBUTES {
                return true;
            }
            at = if !closes && RAW.contains(&name.as_slice()) { end_of_raw(bytes, end, &name) } else { end };
        }
        if load.is_too_much() {
            return true;
        }
    }
    load.nodes += memchr::memchr_iter(b'&', &bytes[at..]).count();
    load.is_too_much()
}

/// What the tags so far would make of a tree.
#[derive(Default)]
struct Load {
    depth: usize,
    /// Open elements whose end tag may be left out.
    optional: usize,
    formatting: usize,
    nodes: usize,
    climbs: usize,
    /// The depth at which a drawing or a formula began, in which every element nests.
    foreign: Option<usize>,
}

impl Load {
    fn take(&mut self, name: &[u8], closes: bool, closes_itself: bool) {
        let is = |table: &[&[u8]]| table.contains(&name);
        self.nodes += 2;
        self.climbs += self.depth;
        if let Some(outside) = self.foreign {
            match (closes, matches!(name, b"svg" | b"math")) {
                (true, true) => {
                    self.depth = outside;
                    self.foreign = None;
                }
                (true, false) => self.depth = self.depth.saturating_sub(1).max(outside),
                (false, _) => self.depth += usize::from(!closes_itself),
            }
            return;
        }
        if is(VOID) || (is(RAW) && !closes) {
            return;
        }
        if closes {
            let open = if is(OPTIONAL_END) { &mut self.optional } else { &mut self.depth };
            *open = open.saturating_sub(1);
            self.formatting = self.formatting.saturating_sub(usize::from(is(FORMATTING)));
            return;
        }
        if matches!(name, b"svg" | b"math") && !closes_itself {
            self.foreign = Some(self.depth);
        }
        *(if is(OPTIONAL_END) { &mut self.optional } else { &mut self.depth }) += 1;
        self.nodes += self.formatting;
        self.formatting += usize::from(is(FORMATTING));
    }

    fn is_too_much(&self) -> bool {
        // Elements with an optional end nest only inside others, so by themselves they are no depth.
        self.depth > DEPTH || self.climbs > CLIMBS || self.nodes > NODES || self.optional > NODES / 4
    }
}

pub(super) fn name_at(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
        return &[];
    }
    let length = rest.iter().take_while(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>')).count();
    &rest[..length]
}

/// Past the `>` of a tag, and at most how many attributes it has.
pub(super) fn end_of_tag(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let (mut attributes, mut quote) = (0, None);
    while let Some(&b) = bytes.get(at) {
        match (b, quote) {
            (b, Some(mark)) if b == mark => quote = None,
            (b'"' | b'\'', None) if bytes[..at].trim_ascii_end().ends_with(b"=") => quote = Some(b),
            (b'>', None) => return (at + 1, attributes / 2),
            (b'=', None) => attributes += 1,
            (b, None) if b.is_ascii_whitespace() || b == b'/' => {
                let next = bytes.get(at + 1).copied().unwrap_or(b'>');
                attributes += usize::from(!next.is_ascii_whitespace() && !matches!(next, b'/' | b'>' | b'='));
            }
            _ => {}
        }
        at += 1;
    }
    (at, attributes / 2)
}

fn end_of_comment(bytes: &[u8], at: usize) -> usize {
    memchr::memmem::find(&bytes[at..], b"-->").map_or(bytes.len(), |n| at + n + 3)
}

/// The `<` of the end tag that closes a script, style sheet or title.
pub(super) fn end_of_raw(bytes: &[u8], mut at: usize, name: &[u8]) -> usize {
    while let Some(open) = memchr::memmem::find(&bytes[at..], b"</").map(|n| at + n) {
        if bytes[open + 2..].len() >= name.len() && bytes[open + 2..open + 2 + name.len()].eq_ignore_ascii_case(name) {
            return open;
        }
        at = open + 2;
    }
    bytes.len()
}
