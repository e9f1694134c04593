//! What a Markdown file says of itself above its text: YAML between `---` lines or TOML between `+++` lines.
//!
//! Read by an own, forgiving reader of `key: value` lines, lists and folded blocks, not by a YAML library: reporters write
//! `title: Bridge shut: what we know`, which YAML refuses, and a draft is no place to be taught YAML.

use sayso_text::Note;

use crate::lines::LineEnds;
use crate::{Article, byline};

/// Front matter beyond this many bytes is none.
const MOST: usize = 1 << 16;

/// Keys in the order of preference, in lower case.
const TITLE: &[&str] = &["title", "headline"];
const DECK: &[&str] = &["deck", "dek", "subtitle", "standfirst", "subheadline", "description", "summary"];
const BYLINE: &[&str] = &["byline", "author", "authors", "by"];
const OUTLET: &[&str] = &["outlet", "publication", "publisher", "site", "site_name"];
const PUBLISHED: &[&str] = &["published", "date", "datepublished", "pubdate", "publishdate", "created"];
const MODIFIED: &[&str] = &["modified", "updated", "lastmod", "last_updated", "datemodified"];
const URL: &[&str] = &["url", "canonical", "canonical_url", "link", "permalink"];
const LANGUAGE: &[&str] = &["language", "lang", "locale"];
const ID: &[&str] = &["id", "guid"];

/// Fills in what the front matter says; the byte at which the text goes on after it.
pub(crate) fn read(text: &str, article: &mut Article) -> usize {
    let Some((inside, after)) = fenced(text) else { return 0 };
    let mut fields: Vec<(String, Vec<String>)> = Vec::new();
    let mut lines = Lines { text: inside, ends: LineEnds::from(inside, 0).collect(), at: 0 };
    let mut odd = None;
    while let Some(line) = lines.next() {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') || (bare.starts_with('[') && bare.ends_with(']')) {
            continue;
        }
        match key_and_value(line) {
            Some((key, value)) => fields.push((key, lines.values(value))),
            None => {
                odd.get_or_insert(lines.at + 1);
            }
        }
    }
    let all = |keys: &[&str]| {
        keys.iter()
            .find_map(|key| fields.iter().find(|(k, v)| k == key && !v.is_empty()))
            .map(|(_, values)| values.clone())
    };
    let one = |keys: &[&str]| all(keys).map(|values| values.join(", "));
    article.id = one(ID);
    article.title = one(TITLE);
    article.deck = one(DECK);
    article.outlet = one(OUTLET);
    article.published = one(PUBLISHED);
    article.modified = one(MODIFIED);
    article.url = one(URL);
    article.language = one(LANGUAGE);
    article.byline = all(BYLINE).unwrap_or_default().iter().flat_map(|line| byline::names(line)).collect();
    if let Some(line) = odd {
        let message = format!("line {line} of the front matter is left out: write it as `key: value`");
        article.notes.push(Note::new("front-matter", message).lost());
    }
    after
}

/// The lines between the fences, and where the text goes on.
fn fenced(text: &str) -> Option<(&str, usize)> {
    let mut lines = LineEnds::from(text, 0);
    let (start, end) = lines.next()?;
    let fence = text[start..end].trim_start_matches('\u{feff}').trim_end();
    let closings: &[&str] = match fence {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return None,
    };
    let from = lines.at;
    // A rule above a plain paragraph is no front matter: a fence is followed by a field or a comment.
    let (start, end) = LineEnds::from(text, from).find(|(start, end)| !text[*start..*end].trim().is_empty())?;
    let first = &text[start..end];
    if !first.starts_with('#') && key_and_value(first).is_none() {
        return None;
    }
    while lines.at - from <= MOST {
        let before = lines.at;
        let (start, end) = lines.next()?;
        if closings.contains(&text[start..end].trim_end()) {
            return Some((&text[from..before], lines.at));
        }
    }
    None
}

/// `key: value` or `key = value` at the beginning of a line.
fn key_and_value(line: &str) -> Option<(String, &str)> {
    let length = line.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')).count();
    let rest = line[length..].trim_start();
    let value = rest.strip_prefix(':').or_else(|| rest.strip_prefix('='))?;
    (length > 0).then(|| (line[..length].to_ascii_lowercase(), value.trim()))
}

struct Lines<'t> {
    text: &'t str,
    ends: Vec<(usize, usize)>,
    at: usize,
}

impl<'t> Lines<'t> {
    fn peek(&self) -> Option<&'t str> {
        self.ends.get(self.at).map(|(start, end)| &self.text[*start..*end])
    }

    fn next(&mut self) -> Option<&'t str> {
        let line = self.peek();
        self.at += usize::from(line.is_some());
        line
    }

    /// The next line that belongs to the value above it: indented, or an item of its list.
    fn next_inside(&mut self) -> Option<&'t str> {
        let line = self.peek()?;
        let inside = line.starts_with([' ', '\t']) || line.starts_with("- ");
        if inside { self.next() } else { None }
    }

    /// The values that begin with `first` and may go on in the lines below.
    fn values(&mut self, first: &'t str) -> Vec<String> {
        match first.chars().next() {
            None => self.block(),
            Some('|') if first.len() <= 3 => self.folded("\n"),
            Some('>') if first.len() <= 3 => self.folded(" "),
            Some('[') => {
                let mut list = first.to_owned();
                while !without_comment(&list).ends_with(']') {
                    let Some(line) = self.peek().filter(|line| key_and_value(line).is_none()) else { break };
                    list.push(' ');
                    list.push_str(line.trim());
                    self.at += 1;
                }
                let list = without_comment(&list);
                items(list.trim_start_matches('[').trim_end_matches(']'))
            }
            Some(_) => {
                let mut value = scalar(first);
                while let Some(line) = self.next_inside() {
                    value.push(' ');
                    value.push_str(&scalar(line.trim()));
                }
                vec![value].into_iter().filter(|value| !value.is_empty()).collect()
            }
        }
    }

    /// `- item` lines, and `name:` lines of a map.
    fn block(&mut self) -> Vec<String> {
        let mut values = Vec::new();
        while let Some(line) = self.next_inside() {
            let line = line.trim();
            let item = line.strip_prefix("- ").map(str::trim);
            let value = match (item, key_and_value(item.unwrap_or(line))) {
                (_, Some((key, value))) if key == "name" => scalar(value),
                (Some(item), None) => scalar(item),
                _ => continue,
            };
            values.push(value);
        }
        values.retain(|value| !value.is_empty());
        values
    }

    fn folded(&mut self, joint: &str) -> Vec<String> {
        let mut lines = Vec::new();
        while let Some(line) = self.peek().filter(|line| line.trim().is_empty() || line.starts_with([' ', '\t'])) {
            lines.push(line.trim());
            self.at += 1;
        }
        vec![lines.join(joint).trim().to_owned()].into_iter().filter(|value| !value.is_empty()).collect()
    }
}

/// The items of `a, "b, c", d`.
fn items(list: &str) -> Vec<String> {
    let mut items = Vec::new();
    let (mut start, mut quote) = (0, None);
    for (at, c) in list.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) if list[start..at].trim().is_empty() => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            (',', None) => {
                items.push(scalar(list[start..at].trim()));
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(scalar(list[start..].trim()));
    items.retain(|item| !item.is_empty());
    items
}

/// A value without its quotes, escapes and comment.
fn scalar(value: &str) -> String {
    let value = without_comment(value);
    let quoted = |mark: char| value.len() >= 2 && value.starts_with(mark) && value.ends_with(mark);
    if quoted('\'') {
        return value[1..value.len() - 1].replace("''", "'");
    }
    if quoted('"') {
        return unescaped(&value[1..value.len() - 1]);
    }
    if matches!(value, "null" | "~") { String::new() } else { value.to_owned() }
}

/// A value up to ` #`, unless that stands in quotes.
fn without_comment(value: &str) -> &str {
    let from = match value.chars().next() {
        Some(mark @ ('"' | '\'')) => value[1..].rfind(mark).map_or(0, |at| at + 1),
        _ => 0,
    };
    value[from..].find(" #").map_or(value, |at| &value[..from + at]).trim_end()
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let digits: String = chars.by_ref().take(4).collect();
                out.push(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            Some(other) => out.push(other),
            None => out.push('\\'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_say_the_same() {
        let yaml = "\u{feff}---\r\ntitle: Bridge shut: what we know # a draft\r\nsubtitle: 'The county''s plan'\r\nauthor:\r\n  - Ann Lee\r\n  - \
            name: Tom Okoro\r\n    email: tom@courier.example\r\ndate: 2026-05-03T09:00:00Z\r\nlastmod: 2026-05-04\r\ntags: [bridges,\r\n  \
            county]\r\npublication: \"Harwick \\\"Courier\\\"\"\r\nlang: en\r\nsummary: >\r\n  Not used\r\nurl: \
            https://courier.example/1#top\r\n---\r\n\r\nText.";
        let toml = "+++\ntitle = \"Bridge shut: what we know\"\ndeck = \"The county's plan\"\nauthors = [\"Ann Lee\", 'Tom Okoro']\n\
            date = 2026-05-03T09:00:00Z\nupdated = 2026-05-04\noutlet = 'Harwick \"Courier\"'\nlanguage = \"en\"\n\
            url = \"https://courier.example/1#top\"\n+++\nText.";
        for text in [yaml, toml] {
            let mut article = Article::default();
            let at = read(text, &mut article);
            assert_eq!(text[at..].trim(), "Text.");
            assert_eq!(article.title.as_deref(), Some("Bridge shut: what we know"));
            assert_eq!(article.deck.as_deref(), Some("The county's plan"));
            assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
            assert_eq!(article.published.as_deref(), Some("2026-05-03T09:00:00Z"));
            assert_eq!(article.modified.as_deref(), Some("2026-05-04"));
            assert_eq!(article.outlet.as_deref(), Some("Harwick \"Courier\""));
            assert_eq!(article.language.as_deref(), Some("en"));
            assert_eq!(article.url.as_deref(), Some("https://courier.example/1#top"));
            assert!(article.notes.is_empty(), "{:?}", article.notes);
        }
    }

    #[test]
    fn blocks_fold() {
        let mut article = Article::default();
        read(
            "---\ntitle: >-\n  Bridge\n  shut\ndeck: |\n  One\n  two\nbyline: By Ann Lee and Tom Okoro\n---\n",
            &mut article,
        );
        assert_eq!(article.title.as_deref(), Some("Bridge shut"));
        assert_eq!(article.deck.as_deref(), Some("One\ntwo"));
        assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
    }

    #[test]
    fn what_is_no_front_matter_is_left_alone() {
        for text in [
            "",
            "---",
            "---\n",
            "---\ntitle: One\n",
            "--- \n\nText.\n---\n",
            "Text\n---\na: b\n---\n",
            "+++\na = 1\n---\n",
        ] {
            let mut article = Article::default();
            assert_eq!(read(text, &mut article), 0, "{text:?}");
            assert_eq!(article, Article::default());
        }
    }

    #[test]
    fn a_line_that_is_no_field_is_noted() {
        let mut article = Article::default();
        assert_eq!(read("---\ntitle: One\nby Ann Lee\n---\n", &mut article), 30);
        assert_eq!(article.title.as_deref(), Some("One"));
        assert_eq!(article.notes[0].message, "line 3 of the front matter is left out: write it as `key: value`");
    }
}
