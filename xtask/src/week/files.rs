//! A week as files that `sayso add` takes: Markdown with front matter, pages, JSON Lines and a feed.

use std::fmt::Write as _;

use crate::week::article::{Article, Time};
use crate::week::plan::FIRST_DAY;
use crate::week::style::weekday;
use crate::week::world::{File, Outlet, World};

/// Files by name, in the order in which their articles came out.
pub(crate) fn files(world: &World, articles: &[Article]) -> Vec<(String, String)> {
    let mut sorted: Vec<&Article> = articles.iter().collect();
    sorted.sort_by_key(|article| (article.came_out(), &article.url));
    let mut files = Vec::new();
    for (at, outlet) in world.outlets.iter().enumerate() {
        let own: Vec<&Article> = sorted.iter().copied().filter(|article| article.outlet == at).collect();
        let name = outlet.host.split('.').next().unwrap_or_default();
        if own.is_empty() {
            continue;
        }
        match outlet.file {
            File::Lines => files.push((format!("{name}.jsonl"), own.iter().map(|a| line(a, outlet)).collect())),
            File::Feed => files.push((format!("{name}.xml"), feed(&own, outlet))),
            File::Markdown => files.extend(own.iter().map(|a| (format!("{}.md", stem(a, name)), markdown(a, outlet)))),
            File::Html => files.extend(own.iter().map(|a| (format!("{}.html", stem(a, name)), page(a, outlet)))),
        }
    }
    files.sort();
    files
}

/// A file's name: when it came out, whose it is, what it is about.
fn stem(article: &Article, name: &str) -> String {
    let at = article.came_out();
    let slug = article.url.rsplit('/').next().unwrap_or_default();
    let slug: Vec<&str> = slug.split('-').take(4).collect();
    format!("{}-{:02}{:02}-{name}-{}", FIRST_DAY + at.day, at.minute / 60, at.minute % 60, slug.join("-"))
}

/// A moment as RFC 3339 has it, by the outlet's clock.
fn moment(at: Time, outlet: &Outlet) -> String {
    let minute = at.minute + usize::from(outlet.zone) * 60;
    let zone = if outlet.zone == 0 { "Z".to_owned() } else { format!("+{:02}:00", outlet.zone) };
    format!("2026-11-{:02}T{:02}:{:02}:00{zone}", FIRST_DAY + at.day, minute / 60, minute % 60)
}

fn line(article: &Article, outlet: &Outlet) -> String {
    let mut object = serde_json::json!({
        "url": article.url,
        "outlet": outlet.name,
        "published": moment(article.at, outlet),
        "title": article.headline,
        "byline": article.byline,
        "text": article.paragraphs.join("\n\n"),
    });
    if let Some(modified) = article.modified {
        object["modified"] = moment(modified, outlet).into();
    }
    format!("{object}\n")
}

fn markdown(article: &Article, outlet: &Outlet) -> String {
    let mut text = String::from("---\n");
    let _ = writeln!(text, "title: \"{}\"", article.headline.replace('"', "\\\""));
    let _ = writeln!(text, "author: {}", article.byline.join(", "));
    let _ = writeln!(text, "outlet: {}", outlet.name);
    let _ = writeln!(text, "published: {}", moment(article.at, outlet));
    if let Some(modified) = article.modified {
        let _ = writeln!(text, "modified: {}", moment(modified, outlet));
    }
    let _ = writeln!(text, "url: {}\n---\n", article.url);
    let _ = writeln!(text, "# {}\n", article.headline);
    text.push_str(&article.paragraphs.join("\n\n"));
    text.push('\n');
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn page(article: &Article, outlet: &Outlet) -> String {
    let published = moment(article.at, outlet);
    let authors: Vec<_> =
        article.byline.iter().map(|name| serde_json::json!({"@type": "Person", "name": name})).collect();
    let mut about = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "datePublished": published,
        "author": authors,
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name},
        "mainEntityOfPage": article.url,
    });
    if let Some(modified) = article.modified {
        about["dateModified"] = moment(modified, outlet).into();
    }
    let (headline, name) = (escaped(&article.headline), escaped(&outlet.name));
    let mut text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{headline} | {name}</title>\n\
         <meta property=\"og:site_name\" content=\"{name}\">\n<link rel=\"canonical\" href=\"{}\">\n\
         <script type=\"application/ld+json\">\n{about}\n</script>\n</head>\n<body>\n\
         <header><a href=\"/\">{name}</a> <nav><a href=\"/news\">News</a> <a href=\"/sport\">Sport</a></nav></header>\n\
         <main>\n<article>\n<h1>{headline}</h1>\n<p class=\"byline\">By {}</p>\n\
         <p><time datetime=\"{published}\">{}, November {}, 2026</time></p>\n",
        article.url,
        escaped(&article.byline.join(" and ")),
        weekday(article.at.day),
        FIRST_DAY + article.at.day,
    );
    for paragraph in &article.paragraphs {
        let _ = writeln!(text, "<p>{}</p>", escaped(paragraph));
    }
    let _ = writeln!(text, "</article>\n</main>\n<footer><p>© 2026 {name}</p></footer>\n</body>\n</html>");
    text
}

fn feed(articles: &[&Article], outlet: &Outlet) -> String {
    let name = escaped(&outlet.name);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n<title>{name}</title>\n<link>https://{}/</link>\n\
         <description>News from {name}</description>\n<language>en</language>\n",
        outlet.host
    );
    // A feed has the newest on top.
    for article in articles.iter().rev() {
        let at = article.at;
        let date = format!(
            "{}, {:02} Nov 2026 {:02}:{:02}:00 +0000",
            &weekday(at.day)[..3],
            FIRST_DAY + at.day,
            at.minute / 60,
            at.minute % 60
        );
        let _ = writeln!(text, "<item>\n<title>{}</title>\n<link>{}</link>", escaped(&article.headline), article.url);
        let _ = writeln!(text, "<guid isPermaLink=\"true\">{}</guid>\n<pubDate>{date}</pubDate>", article.url);
        let first = article.paragraphs.first().map(|paragraph| escaped(paragraph)).unwrap_or_default();
        let body: Vec<String> = article.paragraphs.iter().map(|p| format!("<p>{}</p>\n", escaped(p))).collect();
        let body = body.concat();
        let _ = writeln!(
            text,
            "<description>{first}</description>\n<content:encoded><![CDATA[{body}]]></content:encoded>\n</item>"
        );
    }
    text.push_str("</channel>\n</rss>\n");
    text
}
