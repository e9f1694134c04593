//! What a page says of itself: JSON-LD, then `<meta>`, then `<time>` and `<link>`.

use dom_query::Document;
use serde_json::Value;

use crate::byline;
use crate::mark::one_line;

/// What a page says of its article.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) byline: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
}

/// Names of `<meta>` (`property`, `name` or `itemprop`) in the order of preference, in lower case.
const TITLE: &[&str] = &["og:title", "twitter:title", "dc.title", "headline", "parsely-title"];
const DESCRIPTION: &[&str] = &["og:description", "description", "twitter:description", "dc.description"];
const AUTHOR: &[&str] = &[
    "author",
    "byl",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "og:article:author",
    "creator",
];
const OUTLET: &[&str] = &["og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site"];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publishdate",
    "date",
    "dc.date",
    "dcterms.created",
    "dc.date.issued",
    "article.published",
];
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "og:updated_time",
    "dcterms.modified",
];
const URL: &[&str] = &["og:url", "parsely-link"];
const LANGUAGE: &[&str] = &["og:locale", "language", "content-language", "dc.language"];

/// Reads what a page says of its article.
pub(super) fn read(document: &Document) -> About {
    let mut about = json_ld(document);
    let metas = metas(document);
    let one = |names: &[&str]| {
        names.iter().find_map(|name| metas.iter().find(|(n, _)| n == name)).map(|(_, value)| value.clone())
    };
    let every = |names: &[&str]| -> Vec<String> {
        names
            .iter()
            .map(|name| {
                metas
                    .iter()
                    .filter(|(n, v)| n == name && !v.contains("://"))
                    .flat_map(|(_, v)| byline::names(v))
                    .collect::<Vec<_>>()
            })
            .find(|names| !names.is_empty())
            .unwrap_or_default()
    };
    about.title = about.title.or_else(|| one(TITLE)).or_else(|| page_title(document, one(OUTLET).as_deref()));
    about.description = about.description.or_else(|| one(DESCRIPTION));
    if about.byline.is_empty() {
        about.byline = every(AUTHOR);
    }
    about.outlet = about.outlet.or_else(|| one(OUTLET).map(|name| name.trim_start_matches('@').to_owned()));
    about.published = about.published.or_else(|| one(PUBLISHED)).or_else(|| time(document, PUBLISHED_TIMES));
    about.modified = about.modified.or_else(|| one(MODIFIED)).or_else(|| time(document, MODIFIED_TIMES));
    let canonical = document.select("link[rel=canonical]").attr("href").map(|href| href.trim().to_owned());
    about.url = canonical.filter(|href| href.contains("://")).or_else(|| one(URL)).or(about.url);
    about.language = document
        .select("html")
        .attr("lang")
        .or_else(|| document.select("html").attr("xml:lang"))
        .map(|lang| lang.to_string())
        .filter(|lang| !lang.trim().is_empty())
        .or(about.language)
        .or_else(|| one(LANGUAGE));
    about
}

/// Every `<meta>` with a name and a content, in order.
fn metas(document: &Document) -> Vec<(String, String)> {
    let mut metas = Vec::new();
    for node in document.select("meta[content]").nodes() {
        let content = node.attr("content").map(|content| one_line(&content)).unwrap_or_default();
        if content.is_empty() {
            continue;
        }
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = node.attr(key) {
                metas.push((name.trim().to_ascii_lowercase(), content.clone()));
            }
        }
    }
    metas
}

/// `<title>` without the outlet's name after its last bar or dash.
fn page_title(document: &Document, outlet: Option<&str>) -> Option<String> {
    let title = one_line(&document.select_single("title").text());
    let cut = [" | ", " – ", " — ", " - ", " :: ", " » "]
        .iter()
        .filter_map(|bar| title.rfind(bar).map(|at| (at, bar.len())))
        .max();
    let head = match cut {
        Some((at, bar)) => {
            let (head, tail) = (&title[..at], &title[at + bar..]);
            let named = outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(tail));
            if named || (head.split(' ').count() >= 3 && tail.split(' ').count() <= 4) { head } else { &title }
        }
        None => &title,
    };
    Some(head.trim().to_owned()).filter(|title| !title.is_empty())
}

const PUBLISHED_TIMES: &[&str] = &[
    "time[itemprop=datePublished]",
    "[itemprop=datePublished][content]",
    "time[pubdate]",
    "time[class*=publish]",
    "article time[datetime]",
    "header time[datetime]",
    "time[datetime]",
];
const MODIFIED_TIMES: &[&str] = &[
    "time[itemprop=dateModified]",
    "[itemprop=dateModified][content]",
    "time[class*=updated]",
    "time[class*=modified]",
];

fn time(document: &Document, places: &[&str]) -> Option<String> {
    places.iter().find_map(|place| {
        let node = document.select_single(place);
        let value = node.attr("datetime").or_else(|| node.attr("content")).map(|value| one_line(&value));
        value.filter(|value| value.contains(|c: char| c.is_ascii_digit()))
    })
}

/// What the first article in the page's JSON-LD says.
fn json_ld(document: &Document) -> About {
    for node in document.select("script[type=\"application/ld+json\"]").nodes().iter().take(32) {
        let source = node.text();
        let source = source.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        // Pages write line ends into strings, which JSON forbids.
        let parsed = serde_json::from_str::<Value>(source)
            .or_else(|_| serde_json::from_str(&source.replace(|c: char| c.is_control(), " ")));
        if let Some(found) = parsed.ok().as_ref().and_then(find_article) {
            return told(found);
        }
    }
    About::default()
}

/// The first object whose type is an article's, at any depth that the parser allows.
fn find_article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(find_article),
        Value::Object(fields) if is_article(fields.get("@type")) => Some(value),
        Value::Object(fields) => ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]
            .iter()
            .filter_map(|key| fields.get(*key))
            .find_map(find_article),
        _ => None,
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let is = |kind: &str| kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report";
    match kind {
        Some(Value::String(kind)) => is(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn told(article: &Value) -> About {
    let text = |key: &str| article.get(key).and_then(name_or_text);
    About {
        title: text("headline").or_else(|| text("name")),
        description: text("alternativeHeadline").or_else(|| text("description")),
        byline: authors(article.get("author").or_else(|| article.get("creator"))),
        outlet: text("publisher").or_else(|| text("sourceOrganization")),
        published: text("datePublished"),
        modified: text("dateModified"),
        url: text("url")
            .or_else(|| article.get("mainEntityOfPage").and_then(|page| name_or_text(page.get("@id").unwrap_or(page)))),
        language: text("inLanguage"),
    }
}

/// A string, or the name of an object, or that of a list's first item; entities decoded, on one line.
fn name_or_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(one_line(&html_escape::decode_html_entities(text))).filter(|text| !text.is_empty()),
        Value::Object(fields) => fields.get("name").filter(|name| name.is_string()).and_then(name_or_text),
        Value::Array(items) => items.iter().find_map(name_or_text),
        _ => None,
    }
}

fn authors(value: Option<&Value>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let items = match value {
        Some(Value::Array(items)) => items.as_slice(),
        Some(other) => std::slice::from_ref(other),
        None => &[],
    };
    for name in
        items.iter().filter_map(name_or_text).filter(|name| !name.contains("://")).flat_map(|line| byline::names(&line))
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
