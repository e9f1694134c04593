//! An XML feed with one entry → what it says of the article.

use sayso_article::Article;

use super::xml::{self, Element};
use super::{Entry, Text, address, authors, date};

/// What is read in an entry. Names are without the prefix of the entry's own namespace.
struct Fields<'x>(Vec<(String, Element<'x>)>);

impl<'x> Fields<'x> {
    /// The elements directly inside `text`. `prefix` is that of the feed's own elements (`atom:` in `<atom:entry>`).
    fn of(text: &'x str, prefix: &str) -> Self {
        let name = |name: &str| {
            let own = name.strip_prefix(prefix).unwrap_or(name);
            own.strip_prefix("atom:").or_else(|| own.strip_prefix("rss:")).unwrap_or(own).to_owned()
        };
        Self(xml::children(text).into_iter().map(|child| (name(child.name), child)).collect())
    }

    fn all<'f, 'n: 'f>(&'f self, name: &'n str) -> impl Iterator<Item = &'f Element<'x>> + use<'f, 'n, 'x> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, element)| element)
    }

    /// The first of these that says anything.
    fn first(&self, names: &[&str]) -> Option<(Element<'x>, String)> {
        names.iter().find_map(|name| {
            let told = self.all(name).map(|element| (*element, xml::content(element.inner)));
            told.into_iter().find(|(_, text)| !text.trim().is_empty())
        })
    }

    fn line(&self, names: &[&str]) -> Option<String> {
        self.first(names).map(|(_, text)| xml::one_line(&text))
    }

    /// A title, which may be HTML in any feed, whatever the feed calls it.
    fn title(&self) -> Option<String> {
        let (element, text) = self.first(&["title", "dc:title"])?;
        let is_text = xml::attribute(element.attributes, "type").is_some_and(|kind| kind == "text");
        Some(if is_text { xml::one_line(&text) } else { xml::words(&text) }).filter(|title| !title.is_empty())
    }

    /// The address of the page: a link that says so, else one that says nothing.
    fn link(&self) -> Option<String> {
        let href = |element: &Element<'_>| xml::attribute(element.attributes, "href");
        let rel = |element: &Element<'_>| xml::attribute(element.attributes, "rel").unwrap_or("alternate".to_owned());
        let is_page = |element: &&Element<'_>| {
            rel(element) == "alternate"
                && xml::attribute(element.attributes, "type").is_none_or(|kind| kind.contains("html"))
        };
        let written = self.all("link").map(|element| xml::one_line(&xml::content(element.inner)));
        let written = || written.into_iter().find(|text| !text.is_empty());
        self.all("link").filter(is_page).find_map(href).or_else(written)
    }
}

/// The entry of a feed that has one.
pub(super) fn entry(text: &str) -> Option<Entry> {
    let root = xml::children(text).into_iter().next()?;
    let is_entry = |child: &Element<'_>| matches!(xml::local(child.name), "item" | "entry");
    let inside = xml::children(root.inner);
    let channel = inside.iter().find(|child| xml::local(child.name) == "channel");
    let (entry, head) = if is_entry(&root) {
        (root, "")
    } else {
        let in_channel = || xml::children(channel.map_or("", |channel| channel.inner)).into_iter().find(is_entry);
        (
            inside.iter().copied().find(is_entry).or_else(in_channel)?,
            channel.map_or(root.inner, |channel| channel.inner),
        )
    };
    let prefix = &entry.name[..entry.name.len() - xml::local(entry.name).len()];
    let is_atom = xml::local(entry.name) == "entry";
    let (fields, head) = (Fields::of(entry.inner, prefix), Fields::of(head, prefix));
    let source = fields.all("source").next().and_then(|source| {
        let inside = Fields::of(source.inner, prefix).title();
        inside.or_else(|| Some(xml::words(&xml::content(source.inner))).filter(|title| !title.is_empty()))
    });
    let base = [&entry, &root].iter().find_map(|element| xml::attribute(element.attributes, "xml:base"));
    let base = base.or_else(|| head.link());
    let guid = fields.first(&["guid"]).filter(|(guid, text)| {
        xml::attribute(guid.attributes, "isPermaLink").is_none_or(|value| value != "false") && text.contains("://")
    });
    let links = [
        fields.line(&["feedburner:origLink"]),
        fields.link(),
        guid.map(|(_, text)| text),
        xml::attribute(entry.attributes, "rdf:about"),
        fields.line(&["id"]).filter(|id| id.starts_with("http")),
    ];
    let byline = |fields: &Fields<'_>| -> Vec<String> {
        let written = ["author", "dc:creator", "itunes:author"].iter().find_map(|name| {
            let names: Vec<String> = fields.all(name).flat_map(author).collect();
            (!names.is_empty()).then_some(names)
        });
        let mut names = written.unwrap_or_default();
        let mut seen = Vec::new();
        names.retain(|name| !seen.contains(name) && (seen.push(name.clone()), true).1);
        names
    };
    let own = byline(&fields);
    let (content, summary) = if is_atom { atom_text(&fields) } else { rss_text(&fields) };
    Some(Entry {
        told: Article {
            id: fields.line(&["guid", "id", "dc:identifier"]),
            url: address(links.iter().map(Option::as_deref), base.as_deref()),
            title: fields.title(),
            // In Atom the feed's author is that of each entry without one (RFC 4287, section 4.2.1).
            byline: if own.is_empty() && is_atom { byline(&head) } else { own },
            outlet: source.or_else(|| head.title()),
            published: fields
                .line(&["pubDate", "published", "issued", "dcterms:issued", "dc:date", "created"])
                .map(|date| date::rfc_3339(&date)),
            modified: fields.line(&["updated", "modified", "dcterms:modified"]).map(|date| date::rfc_3339(&date)),
            language: xml::attribute(entry.attributes, "xml:lang")
                .or_else(|| fields.line(&["dc:language"]))
                .or_else(|| xml::attribute(root.attributes, "xml:lang"))
                .or_else(|| head.line(&["language", "dc:language"])),
            ..Article::default()
        },
        content,
        summary,
    })
}

/// The names in an author's element: the one in its `name`, else in its text.
fn author(element: &Element<'_>) -> Vec<String> {
    let name = xml::children(element.inner).into_iter().find(|child| xml::local(child.name) == "name");
    authors(&xml::content(name.map_or(element.inner, |name| name.inner)))
}

/// An RSS entry's text and summary, which are HTML where they look like it.
fn rss_text(fields: &Fields<'_>) -> (Option<Text>, Option<Text>) {
    let text = |names: &[&str]| {
        fields.first(names).map(|(_, text)| if looks_like_html(&text) { Text::Html(text) } else { Text::Plain(text) })
    };
    (text(&["content:encoded", "xhtml:body", "body", "content"]), text(&["description", "summary", "dc:description"]))
}

fn looks_like_html(text: &str) -> bool {
    xml::Tokens::of(text).any(|token| match token.kind {
        xml::TokenKind::Start { .. } | xml::TokenKind::End(_) => true,
        xml::TokenKind::Text(text) => text.contains('&') && xml::unescaped(text) != text,
        _ => false,
    })
}

/// An Atom entry's text and summary, which say what they are.
fn atom_text(fields: &Fields<'_>) -> (Option<Text>, Option<Text>) {
    let text = |name: &str| {
        fields.all(name).find_map(|element| {
            let kind = xml::attribute(element.attributes, "type").unwrap_or_default().to_ascii_lowercase();
            match kind.split(';').next().unwrap_or_default().trim() {
                "" | "text" | "text/plain" => {
                    let text = xml::content(element.inner);
                    let has_tags = xml::Tokens::of(element.inner)
                        .any(|token| matches!(token.kind, xml::TokenKind::Start { .. } | xml::TokenKind::End(_)));
                    Some(if has_tags { Text::Html(text) } else { Text::Plain(text) })
                }
                "html" | "text/html" | "xhtml" | "application/xhtml+xml" => {
                    Some(Text::Html(xml::content(element.inner)))
                }
                // A picture, a document in Base64: no words.
                _ => None,
            }
        })
    };
    (text("content"), text("summary"))
}
