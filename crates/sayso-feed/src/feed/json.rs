//! JSON Feed (<https://jsonfeed.org/version/1.1>).

use sayso_article::Article;
use serde_json::{Map, Value};

use super::split::MOST_BYTES;
use super::{Entry, Text, address, authors, date, xml};

/// Fields of a feed that its items are read by.
const HEAD: &[&str] = &["version", "title", "home_page_url", "feed_url", "authors", "author", "language"];

/// The items, each in a feed of its own, and what is wrong with the rest.
pub(super) fn split(text: &str) -> (Vec<String>, Option<String>) {
    let (head, items, trouble) = match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(mut feed)) => match feed.remove("items") {
            Some(Value::Array(items)) => (feed, items, None),
            _ => return (Vec::new(), Some("feed has no list `items`: give a JSON feed".to_owned())),
        },
        Ok(_) => return (Vec::new(), Some("this is no JSON feed: give an object with `items`".to_owned())),
        Err(error) => {
            let (head, items) = whole_items(text);
            let at = format!("line {} column {}", error.line(), error.column());
            let what = format!("feed is broken at {at}; the entries before are read: fetch the feed again");
            (head, items, Some(what))
        }
    };
    // What is longer is left out: it would be repeated with every item.
    let is_short = |value: &Value| value.to_string().len() <= MOST_BYTES;
    let head: Map<String, Value> =
        head.into_iter().filter(|(name, value)| HEAD.contains(&name.as_str()) && is_short(value)).collect();
    let entries: Vec<String> = items
        .into_iter()
        .map(|item| {
            let mut feed = head.clone();
            feed.insert("items".to_owned(), Value::Array(vec![item]));
            Value::Object(feed).to_string()
        })
        .collect();
    let is_empty = entries.is_empty() && trouble.is_none();
    (entries, trouble.or(is_empty.then(|| "feed holds no entry: check where it came from".to_owned())))
}

/// The items before a feed is broken, and its head where it stands before them.
fn whole_items(text: &str) -> (Map<String, Value>, Vec<Value>) {
    let mut items = Vec::new();
    let Some(at) = text.find("\"items\"") else { return (Map::new(), items) };
    let head = format!("{}}}", text[..at].trim_end().trim_end_matches(','));
    let head = serde_json::from_str(&head).unwrap_or_default();
    let rest = text[at + "\"items\"".len()..].trim_start().strip_prefix(':').map(str::trim_start);
    let mut rest = rest.and_then(|rest| rest.strip_prefix('[')).unwrap_or_default();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let Some(Ok(item)) = values.next() else { return (head, items) };
        items.push(item);
        rest = &rest[values.byte_offset()..];
    }
}

/// The item of a feed that has one.
pub(super) fn entry(text: &str) -> Option<Entry> {
    let feed: Value = serde_json::from_str(text).ok()?;
    let item = feed.get("items")?.get(0)?;
    let of = |value: &Value, name: &str| match value.get(name)? {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let names = |value: &Value| -> Vec<String> {
        let list = value.get("authors").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        list.iter()
            .chain(value.get("author"))
            .filter_map(|author| of(author, "name"))
            .flat_map(|n| authors(&n))
            .collect()
    };
    let mut byline = names(item);
    if byline.is_empty() {
        byline = names(&feed);
    }
    let mut seen = Vec::new();
    byline.retain(|name| !seen.contains(name) && (seen.push(name.clone()), true).1);
    let id = of(item, "id");
    let url = of(item, "url");
    let home = of(&feed, "home_page_url").or_else(|| of(&feed, "feed_url"));
    let is_address = |id: &&str| id.starts_with("http");
    Some(Entry {
        told: Article {
            url: address([url.as_deref(), id.as_deref().filter(is_address)], home.as_deref()),
            id,
            title: of(item, "title").map(|title| xml::one_line(&title)),
            byline,
            outlet: of(&feed, "title").map(|title| xml::one_line(&title)),
            published: of(item, "date_published").map(|date| date::rfc_3339(&date)),
            modified: of(item, "date_modified").map(|date| date::rfc_3339(&date)),
            language: of(item, "language").or_else(|| of(&feed, "language")),
            ..Article::default()
        },
        content: of(item, "content_html").map(Text::Html).or_else(|| of(item, "content_text").map(Text::Plain)),
        summary: of(item, "summary").map(Text::Plain),
    })
}
