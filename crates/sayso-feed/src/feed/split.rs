//! An XML feed → feeds with one entry each.

use super::xml::{self, Element, TokenKind, Tokens};

/// Elements of a feed's head that its entries are read by, by their local names.
const HEAD: &[&str] = &["title", "link", "language", "author"];

/// So many of each are kept.
const MOST_OF_ONE: usize = 4;

/// A piece of the head that is longer is left out: it would be repeated with every entry.
pub(super) const MOST_BYTES: usize = 2000;

/// The entries, each with the head around it, and what is wrong with the rest.
pub(super) fn split(text: &str) -> (Vec<String>, Option<String>) {
    let mut root = None;
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    for token in Tokens::of(text) {
        match token.kind {
            TokenKind::Start { name, is_empty, .. } => {
                if root.is_none() {
                    root = Some((name, token.start, token.end));
                }
                if matches!(xml::local(name), "item" | "entry") {
                    // One that was not closed ends where the next begins.
                    if let Some((_, start)) = open.replace((name, token.start)) {
                        found.push((start, token.start));
                    }
                    if is_empty {
                        open = None;
                    }
                }
            }
            TokenKind::End(name) if open.is_some_and(|(open, _)| open == name) => {
                found.extend(open.take().map(|(_, start)| (start, token.end)));
            }
            _ => {}
        }
    }
    let Some((root, root_start, root_end)) = root else {
        return (Vec::new(), Some("this is no feed: give an RSS, Atom or JSON feed".to_owned()));
    };
    let (before, after) = match root {
        // An entry alone.
        _ if root == "entry" || root.ends_with(":entry") => (String::new(), String::new()),
        _ => shell(text, root, &text[root_start..root_end], &found),
    };
    let entries: Vec<String> =
        found.iter().map(|(start, end)| format!("{before}{}{after}", &text[*start..*end])).collect();
    let trouble = if open.is_some() {
        Some("feed ends within this entry, which is not read; those before it are: fetch the feed again".to_owned())
    } else if entries.is_empty() {
        Some("feed holds no entry: check where it came from".to_owned())
    } else if !Tokens::of(text).any(|token| matches!(token.kind, TokenKind::End(name) if name == root)) {
        Some("feed ends before its end; the entries that are there are read: fetch the feed again".to_owned())
    } else {
        None
    };
    (entries, trouble)
}

/// What stands before and after each entry.
fn shell(text: &str, root: &str, root_tag: &str, found: &[(usize, usize)]) -> (String, String) {
    // The head lies before the first entry; RSS lets it go on after the last.
    let first = found.first().map_or(text.len(), |(start, _)| *start);
    let last = found.last().map_or(text.len(), |(_, end)| *end);
    let mut head = kept(inside(&text[..first]));
    if head.is_empty() {
        head = kept(&text[last..]);
    }
    let root_tag =
        if root_tag.len() > MOST_BYTES || root_tag.ends_with("/>") { format!("<{root}>") } else { root_tag.to_owned() };
    match xml::local(root) {
        "rss" => (format!("{root_tag}<channel>{head}"), format!("</channel></{root}>")),
        "RDF" => (format!("{root_tag}<channel>{head}</channel>"), format!("</{root}>")),
        _ => (format!("{root_tag}{head}"), format!("</{root}>")),
    }
}

/// The inside of a feed's root and channel, whose ends are elsewhere.
fn inside(text: &str) -> &str {
    let mut start = 0;
    for token in Tokens::of(text) {
        match token.kind {
            TokenKind::Start { name, .. } if matches!(xml::local(name), "rss" | "RDF" | "feed" | "channel") => {
                start = token.end;
            }
            TokenKind::Start { .. } => break,
            _ => {}
        }
    }
    &text[start..]
}

/// The elements of a head that are kept, as they stand.
fn kept(text: &str) -> String {
    let mut out = String::new();
    let children = xml::children(text);
    for name in HEAD {
        let is_kept = |child: &&Element<'_>| xml::local(child.name) == *name && child.outer.len() <= MOST_BYTES;
        out.extend(children.iter().filter(is_kept).take(MOST_OF_ONE).map(|child| child.outer));
    }
    out
}
