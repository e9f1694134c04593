//! A reader of XML as feeds have it, which never fails: what is not well-formed is read as far as it makes sense.
//!
//! Feeds are written by templates and broken all the time: undefined entities, tags without an end, a file cut off. A parser of
//! XML has to stop there and with it goes the whole feed; nothing of that matters to the entries before and after.

/// A piece of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'x> {
    pub(super) kind: TokenKind<'x>,
    /// Where it begins and ends, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind<'x> {
    /// `<name attributes>`, or `<name attributes/>`.
    Start { name: &'x str, attributes: &'x str, is_empty: bool },
    /// `</name>`.
    End(&'x str),
    /// Text, with its entities as they are.
    Text(&'x str),
    /// What a CDATA section holds.
    Data(&'x str),
    /// A comment, a declaration, a processing instruction.
    Other,
}

/// The tokens of a document, in order; they cover it without a gap.
pub(super) struct Tokens<'x> {
    text: &'x str,
    at: usize,
    has_no_subset: bool,
}

impl<'x> Tokens<'x> {
    pub(super) fn of(text: &'x str) -> Self {
        Self { text, at: 0, has_no_subset: false }
    }
}

/// What begins a token that is no tag, and what ends it.
const ENCLOSED: &[(&str, &str)] = &[("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];

impl<'x> Iterator for Tokens<'x> {
    type Item = Token<'x>;

    fn next(&mut self) -> Option<Token<'x>> {
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let (kind, length) = match ENCLOSED.iter().find(|(opening, _)| rest.starts_with(opening)) {
            Some((opening, closing)) => {
                let inner = &rest[opening.len()..];
                let (inner, length) = match inner.find(closing) {
                    Some(at) => (&inner[..at], opening.len() + at + closing.len()),
                    None => (inner, rest.len()),
                };
                let is_data = *opening == "<![CDATA[";
                let length = if *opening == "<!" { declaration(rest, &mut self.has_no_subset) } else { length };
                (if is_data { TokenKind::Data(inner) } else { TokenKind::Other }, length)
            }
            None if first == '<' => tag(rest).unwrap_or_else(|| text(rest)),
            None => text(rest),
        };
        let start = self.at;
        self.at += length;
        Some(Token { kind, start, end: self.at })
    }
}

/// Text up to the next `<`; one at its beginning is text too.
fn text(rest: &str) -> (TokenKind<'_>, usize) {
    let length = rest.bytes().skip(1).position(|byte| byte == b'<').map_or(rest.len(), |at| at + 1);
    (TokenKind::Text(&rest[..length]), length)
}

/// The length of `<!DOCTYPE … [ … ]>`. `has_none` is whether no inner part ends any more: to look for that again and again would
/// take forever.
fn declaration(rest: &str, has_none: &mut bool) -> usize {
    let end = rest.find('>').map_or(rest.len(), |at| at + 1);
    if *has_none || !rest[..end].contains('[') {
        return end;
    }
    let inner_end = rest.find("]>");
    *has_none = inner_end.is_none();
    inner_end.map_or(end, |at| at + 2)
}

/// A tag; nothing where it is a mere `<`.
fn tag(rest: &str) -> Option<(TokenKind<'_>, usize)> {
    let is_end = rest.starts_with("</");
    let inner = &rest[if is_end { 2 } else { 1 }..];
    if !inner.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let mut quote = None;
    let mut length = None;
    for (at, byte) in inner.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => {
                length = Some(at);
                break;
            }
            // A quotation mark that is never closed would take all the rest with it.
            (b'<', None) => break,
            (b'"' | b'\'', None) if !is_end => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    // So where it is not, the tag ends at the first sign that it should have.
    let length = length.or_else(|| inner.find(['<', '>']).filter(|at| inner[*at..].starts_with('>')))?;
    let closing = rest.len() - inner.len() + length + 1;
    let inner = &inner[..length];
    let name_end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(name_end);
    if is_end {
        return Some((TokenKind::End(name), closing));
    }
    let is_empty = attributes.ends_with('/');
    let attributes = attributes.strip_suffix('/').unwrap_or(attributes);
    Some((TokenKind::Start { name, attributes, is_empty }, closing))
}

/// The part of a name after its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute, its entities resolved.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let (value, next) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        // A name without a value may stand before.
        if key.split_whitespace().next_back() == Some(name) {
            return Some(unescaped(value));
        }
        rest = next;
    }
}

/// An element directly inside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element<'x> {
    pub(super) name: &'x str,
    pub(super) attributes: &'x str,
    /// Between its tags.
    pub(super) inner: &'x str,
    /// With its tags.
    pub(super) outer: &'x str,
}

/// The elements directly inside a piece of a document. An end tag closes what was left open inside its element, and one without
/// an element is passed over; an element without an end reaches to the end of the piece.
pub(super) fn children(text: &str) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    let mut open: Vec<(&str, &str, usize, usize)> = Vec::new();
    // How often each name is open, so that an end tag without an element costs no search.
    let mut counts: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    let element = |(name, attributes, outer, inner): (_, _, usize, usize), inner_end: usize, end: usize| Element {
        name,
        attributes,
        inner: &text[inner..inner_end],
        outer: &text[outer..end],
    };
    for token in Tokens::of(text) {
        match token.kind {
            TokenKind::Start { name, attributes, is_empty: true } if open.is_empty() => {
                found.push(element((name, attributes, token.start, token.end), token.end, token.end));
            }
            TokenKind::Start { name, attributes, is_empty: false } => {
                open.push((name, attributes, token.start, token.end));
                *counts.entry(name).or_default() += 1;
            }
            TokenKind::End(name) if counts.get(name).is_some_and(|count| *count > 0) => {
                while let Some(last) = open.pop() {
                    *counts.entry(last.0).or_default() -= 1;
                    if open.is_empty() {
                        found.push(element(last, token.start, token.end));
                    }
                    if last.0 == name {
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    found.extend(open.first().map(|first| element(*first, text.len(), text.len())));
    found
}

/// What an element says: its text with entities resolved; where tags stand in it, its markup as it is.
pub(super) fn content(inner: &str) -> String {
    let has_tags = Tokens::of(inner).any(|token| matches!(token.kind, TokenKind::Start { .. } | TokenKind::End(_)));
    let mut out = String::with_capacity(inner.len());
    for token in Tokens::of(inner) {
        match token.kind {
            TokenKind::Text(text) if has_tags => out.push_str(text),
            TokenKind::Text(text) => out.push_str(&unescaped(text)),
            TokenKind::Data(text) => out.push_str(text),
            TokenKind::Start { .. } | TokenKind::End(_) => out.push_str(&inner[token.start..token.end]),
            TokenKind::Other => {}
        }
    }
    out
}

/// Text with its entities resolved, those of HTML too.
pub(super) fn unescaped(text: &str) -> String {
    html_escape::decode_html_entities(text).into_owned()
}

/// The words of a piece of HTML on one line.
pub(super) fn words(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for token in Tokens::of(html) {
        match token.kind {
            TokenKind::Text(text) => out.push_str(&unescaped(text)),
            TokenKind::Data(text) => out.push_str(text),
            _ => {}
        }
    }
    one_line(&out)
}

/// White space as single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &[(&str, &str)]) {
        let found: Vec<_> = children(text).into_iter().map(|child| (child.name, child.inner)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn elements_are_found_however_they_are_written() {
        check("<a>1</a> <b x='>'/>t<c:d>2<e>3</e></c:d>", &[("a", "1"), ("b", ""), ("c:d", "2<e>3</e>")]);
        check("<a><![CDATA[</a><b>]]></a><!-- <c></c> --><d>4</d>", &[("a", "<![CDATA[</a><b>]]>"), ("d", "4")]);
        check("<a>1 < 2 && <br> 3</a><b>4</b></x>", &[("a", "1 < 2 && <br> 3"), ("b", "4")]);
        check("<a><a>1</a></a>", &[("a", "<a>1</a>")]);
        check("<a>1</a><b>2", &[("a", "1"), ("b", "2")]);
        check("<a x=\"1>2</a>", &[("a", "2")]);
        check("<!DOCTYPE x [<!ENTITY a \"b\">]><a>&a;</a>", &[("a", "&a;")]);
    }

    #[test]
    fn content_is_text_or_markup() {
        for (inner, expect) in [
            ("a &amp; b&#8217;s &eacute;", "a & b’s é"),
            ("&lt;p>a&lt;/p>", "<p>a</p>"),
            ("<![CDATA[<p>a &amp; b</p>]]>", "<p>a &amp; b</p>"),
            ("<p>a &amp; b</p>", "<p>a &amp; b</p>"),
            ("a <!-- b --> c", "a  c"),
            ("no & such &entity;", "no & such &entity;"),
        ] {
            assert_eq!(content(inner), expect, "{inner}");
        }
    }

    #[test]
    fn attributes_are_found_by_name() {
        for (attributes, expect) in [
            (" rel='alternate' href=\"https://x.example/?a&amp;b\"", Some("https://x.example/?a&b")),
            (" xhref='1' href = 2 ", Some("2")),
            (" defer href='3'", Some("3")),
            (" title='href=4'", None),
            (" href", None),
            (" href='5", Some("5")),
        ] {
            assert_eq!(attribute(attributes, "href").as_deref(), expect, "{attributes}");
        }
    }

    proptest! {
        #[test]
        fn tokens_cover_everything(text in "[<>/!?\\[\\]CDATA a='\"é-]{0,60}") {
            let mut at = 0;
            for token in Tokens::of(&text) {
                prop_assert_eq!(token.start, at);
                prop_assert!(token.end > at);
                at = token.end;
            }
            prop_assert_eq!(at, text.len());
            children(&text);
            content(&text);
            attribute(&text, "a");
        }
    }
}
