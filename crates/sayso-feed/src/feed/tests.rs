use super::*;
use crate::record::testing::all;
use proptest::prelude::*;

/// Reads a feed whose articles can all be read.
fn read(feed: &str) -> (Vec<Article>, Vec<String>) {
    let (raws, troubles, _) = all(|give| read_feed("feed.xml", feed.as_bytes(), give));
    (raws.iter().map(|raw| raw.article().unwrap()).collect(), troubles)
}

fn one(feed: &str) -> Article {
    let (mut articles, troubles) = read(feed);
    assert_eq!((articles.len(), &troubles[..]), (1, &[][..]));
    articles.remove(0)
}

fn parts(article: &Article) -> Vec<&'static str> {
    article.parts.iter().map(|part| part.part.name()).collect()
}

fn codes(article: &Article) -> Vec<&'static str> {
    article.notes.iter().map(|note| note.code).collect()
}

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harwick Courier</title><link>https://courier.example/</link><language>en-gb</language>
<image><title>Logo</title><url>https://courier.example/a.png</url></image>
<item>
  <title>Bridge shut &amp;amp; river &lt;i&gt;high&lt;/i&gt;</title>
  <link>https://feeds.example/~r/1</link>
  <feedburner:origLink>https://courier.example/bridge?a=1&amp;b=2</feedburner:origLink>
  <guid isPermaLink="false">c-17</guid>
  <dc:creator><![CDATA[Ann Lee and Tom Okoro]]></dc:creator>
  <pubDate>Tue, 24 Nov 2026 23:30:00 -0500</pubDate>
  <media:title>Not this</media:title>
  <description>The bridge is shut.</description>
  <content:encoded><![CDATA[<p>The bridge is shut, the mayor&nbsp;said.</p><figure><figcaption>The bridge.</figcaption></figure>
    <p>It opens on Monday, she said.</p>]]></content:encoded>
</item>
<item><title>Second</title><source url="https://wire.example/rss">Northern Wire</source>
  <guid>https://courier.example/second</guid><author>ann@courier.example (Ann Lee)</author>
  <description>A plain summary, officials said.</description></item>
</channel></rss>"#;

#[test]
fn an_rss_feed_is_its_items() {
    let (articles, troubles) = read(RSS);
    assert_eq!((articles.len(), &troubles[..]), (2, &[][..]));
    let article = &articles[0];
    assert_eq!(article.path.as_deref(), Some("feed.xml:item 1"));
    assert_eq!(article.url.as_deref(), Some("https://courier.example/bridge?a=1&b=2"));
    assert_eq!(article.id.as_deref(), Some("c-17"));
    assert_eq!(article.title.as_deref(), Some("Bridge shut & river high"));
    assert_eq!(article.outlet.as_deref(), Some("Harwick Courier"));
    assert_eq!(article.published.as_deref(), Some("2026-11-24T23:30:00-05:00"));
    assert_eq!((article.modified.as_deref(), article.language.as_deref()), (None, Some("en")));
    assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
    let text = "Bridge shut & river high\n\nThe bridge is shut, the mayor\u{a0}said.\n\nThe bridge.\n\nIt opens on Monday, she said.";
    assert_eq!(article.text.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
    assert_eq!(parts(article), ["headline", "body", "caption", "body"]);
    assert_eq!(codes(article), [""; 0]);
    let article = &articles[1];
    assert_eq!(article.url.as_deref(), Some("https://courier.example/second"));
    assert_eq!((article.outlet.as_deref(), &article.byline[..]), (Some("Northern Wire"), &["Ann Lee".to_owned()][..]));
    assert_eq!(article.text, "Second\n\nA plain summary, officials said.");
    assert_eq!(codes(article), ["summary-only"]);
}

#[test]
fn what_is_kept_of_an_entry_is_read_again_alike() {
    let (raws, _, _) = all(|give| read_feed("feed.xml", RSS.as_bytes(), give));
    for raw in raws {
        assert!(is_feed(&raw.bytes));
        let (again, _, _) = all(|give| read_feed("feed.xml", &raw.bytes, give));
        assert_eq!(again[0].bytes, raw.bytes);
        let again = Raw { place: raw.place.clone(), ..again[0].clone() };
        assert_eq!(again.article(), raw.article());
    }
}

#[test]
fn an_atom_feed_is_its_entries() {
    let article = one(
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://argus.example/news/">
        <title type="html">The &lt;b&gt;Argus&lt;/b&gt;</title><author><name>The Desk</name></author>
        <link rel="self" href="https://argus.example/feed"/>
        <entry><id>tag:argus.example,2026:7</id><title type="text">Is 1 &lt; 2?</title>
        <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="seven"/>
        <published>2026-11-24T06:00:00+01:00</published><updated>2026-11-25T06:00:00+01:00</updated>
        <author><name>Ann Lee</name><email>ann@argus.example</email></author>
        <summary>No.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is, the clerk said.</p><p>It was &amp; is.</p></div></content>
        </entry></feed>"#,
    );
    assert_eq!(article.url.as_deref(), Some("https://argus.example/news/seven"));
    assert_eq!((article.outlet.as_deref(), article.title.as_deref()), (Some("The Argus"), Some("Is 1 < 2?")));
    assert_eq!(article.byline, ["Ann Lee"]);
    assert_eq!(article.published.as_deref(), Some("2026-11-24T06:00:00+01:00"));
    assert_eq!(article.modified.as_deref(), Some("2026-11-25T06:00:00+01:00"));
    assert_eq!(article.text, "Is 1 < 2?\n\nIt is, the clerk said.\n\nIt was & is.");
    assert_eq!(codes(&article), [""; 0]);
}

#[test]
fn an_entry_takes_from_its_feed_and_its_source() {
    let article = one(
        r#"<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Planet</a:title><a:author><a:name>Tom Okoro</a:name>
        </a:author><a:entry><a:id>https://argus.example/8</a:id><a:title>Eight</a:title><a:updated>2026-11-24T06:00:00Z</a:updated>
        <a:source><a:title>The Argus</a:title></a:source>
        <a:content type="html">&lt;p&gt;It is shut, the clerk said.&lt;/p&gt;</a:content></a:entry></a:feed>"#,
    );
    assert_eq!(article.url.as_deref(), Some("https://argus.example/8"));
    assert_eq!((article.outlet.as_deref(), &article.byline[..]), (Some("The Argus"), &["Tom Okoro".to_owned()][..]));
    assert_eq!((article.published.as_deref(), article.modified.as_deref()), (Some("2026-11-24T06:00:00Z"), None));
    assert_eq!(codes(&article), ["date-of-change"]);
    assert_eq!(article.text, "Eight\n\nIt is shut, the clerk said.");
}

#[test]
fn an_rdf_feed_has_its_items_beside_the_channel() {
    let article = one(
        r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/rss"><title>Harwick Courier</title>
        <items><rdf:Seq><rdf:li resource="https://x.example/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://x.example/1"><title>One</title><dc:date>2026-11-24</dc:date>
        <description>It is shut, &amp;quot;for good&amp;quot;.</description></item></rdf:RDF>"#,
    );
    assert_eq!(article.url.as_deref(), Some("https://x.example/1"));
    assert_eq!(
        (article.outlet.as_deref(), article.published.as_deref()),
        (Some("Harwick Courier"), Some("2026-11-24"))
    );
    assert_eq!(article.text, "One\n\nIt is shut, \"for good\".");
}

#[test]
fn a_json_feed_is_its_items() {
    let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Harwick Courier", "home_page_url": "https://courier.example/",
        "authors": [{"name": "Ann Lee"}], "items": [{"id": 7, "url": "/seven", "title": "Bridge shut", "date_published":
        "2026-11-24T06:00:00-05:00", "content_html": "<p>It is shut, the mayor said.</p>", "summary": "Shut."},
        {"id": "https://courier.example/8", "content_text": "It is open, the mayor said.", "authors": [{"name": "Tom Okoro"}]}]}"#;
    let (articles, troubles) = read(feed);
    assert_eq!((articles.len(), &troubles[..]), (2, &[][..]));
    assert_eq!(articles[0].url.as_deref(), Some("https://courier.example/seven"));
    assert_eq!((articles[0].id.as_deref(), articles[0].outlet.as_deref()), (Some("7"), Some("Harwick Courier")));
    assert_eq!(
        (&articles[0].byline[..], &articles[1].byline[..]),
        (&["Ann Lee".to_owned()][..], &["Tom Okoro".to_owned()][..])
    );
    assert_eq!(articles[0].text, "Bridge shut\n\nIt is shut, the mayor said.");
    assert_eq!(articles[0].published.as_deref(), Some("2026-11-24T06:00:00-05:00"));
    assert_eq!(
        (articles[1].url.as_deref(), &*articles[1].text),
        (Some("https://courier.example/8"), "It is open, the mayor said.")
    );
    // Cut off within the second item.
    let (articles, troubles) = read(&feed[..feed.len() - 40]);
    assert_eq!((articles.len(), articles[0].outlet.as_deref()), (1, Some("Harwick Courier")));
    assert!(troubles[0].starts_with("feed.xml:item 2: feed is broken at line "), "{troubles:?}");
}

#[test]
fn of_a_broken_feed_what_is_whole_is_read() {
    let (articles, troubles) = read(&RSS[..RSS.find("A plain summary").unwrap()]);
    assert_eq!((articles.len(), articles[0].outlet.as_deref()), (1, Some("Harwick Courier")));
    assert_eq!(
        troubles,
        ["feed.xml:item 2: feed ends within this entry, which is not read; those before it are: fetch the feed again"]
    );
    let (articles, troubles) = read(RSS.trim_end().trim_end_matches("</channel></rss>"));
    assert_eq!((articles.len(), troubles.len()), (2, 1));
    // Tags without an end, undefined entities, a bare `&` and `<`.
    let item = |inner: &str| {
        format!(
            "<rss><channel><title>C</title><item>{inner}</item><item><title>Next</title><description>Good, he said.</description></item></channel></rss>"
        )
    };
    for inner in [
        "<title>A</title><description>Bad &nope; & < here, he said.</description>",
        "<title>A</title><description><p>Bad<br>here</description>",
        "<title>A</title></b><description>Bad</description><b>",
    ] {
        let (articles, troubles) = read(&item(inner));
        assert_eq!(articles.iter().map(|a| a.title.as_deref().unwrap()).collect::<Vec<_>>(), ["A", "Next"], "{inner}");
        assert_eq!(troubles, [""; 0]);
        assert!(articles[0].text.contains("Bad"), "{inner}");
    }
}

#[test]
fn an_entry_without_text_says_so() {
    let feed = "<rss><channel><item><title>A</title><description> </description></item></channel></rss>";
    let (raws, _, _) = all(|give| read_feed("feed.xml", feed.as_bytes(), give));
    assert_eq!(raws[0].article().unwrap_err(), "entry has no text: add the page that it links to");
}

#[test]
fn what_is_no_feed_says_so() {
    for (bytes, expect) in [
        ("", "feed.xml: file is empty: check where it came from"),
        ("words", "feed.xml: this is no feed: give an RSS, Atom or JSON feed"),
        ("<rss><channel></channel></rss>", "feed.xml: feed holds no entry: check where it came from"),
        ("{\"items\": []}", "feed.xml: feed holds no entry: check where it came from"),
        ("{\"a\": 1}", "feed.xml: feed has no list `items`: give a JSON feed"),
    ] {
        let (_, troubles, _) = all(|give| read_feed("feed.xml", bytes.as_bytes(), give));
        assert_eq!(troubles, [expect], "{bytes}");
    }
}

#[test]
fn encodings_are_those_that_the_feed_declares() {
    let feed =
        b"<?xml version='1.0' encoding='windows-1252'?><rss><channel><title>Caf\xe9</title><item><title>A</title>\
        <description>\x93No,\x94 he said.</description></item></channel></rss>";
    let (raws, troubles, _) = all(|give| read_feed("feed.xml", feed, give));
    assert_eq!(troubles, [""; 0]);
    let article = raws[0].article().unwrap();
    assert_eq!((article.outlet.as_deref(), &*article.text), (Some("Café"), "A\n\n“No,” he said."));
}

#[test]
fn a_feed_is_known_by_its_beginning() {
    for (head, expect) in [
        (RSS, true),
        ("\u{feff}<?xml version='1.0'?>\n<!-- a --><rss version='0.91'>", true),
        ("<?xml version='1.0'?><?xml-stylesheet href='a'?><feed xmlns='http://www.w3.org/2005/Atom'>", true),
        ("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", true),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", true),
        ("<rdf:RDF xmlns='http://xmlns.com/foaf/0.1/'>", false),
        ("{\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\", \"items\"", true),
        ("{\"text\": \"rss\"}", false),
        ("<!doctype html><html><p>an <rss> feed", false),
        ("words <rss>", false),
        ("", false),
    ] {
        assert_eq!(is_feed(head.as_bytes()), expect, "{head}");
    }
    assert!(is_feed(&"<rss version='2.0'>".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()));
}

#[test]
fn no_more_is_handed_on_than_is_wanted() {
    let tally = read_feed("feed.xml", RSS.as_bytes(), &mut |_| ControlFlow::Break(()));
    assert_eq!((tally.articles, tally.is_stopped), (1, true));
}

#[test]
fn the_head_of_a_feed_does_not_swell_its_entries() {
    let attributes = "x".repeat(100_000);
    let feed = format!(
        "<rss a='{attributes}'><channel><title>{attributes}</title>{}</channel></rss>",
        "<item><title>A</title></item>".repeat(50)
    );
    let (raws, _, _) = all(|give| read_feed("feed.xml", feed.as_bytes(), give));
    assert_eq!(raws.len(), 50);
    assert!(raws.iter().all(|raw| raw.bytes.len() < 200));
    let feed = format!("{{\"title\": \"{attributes}\", \"items\": [{{\"id\": 1}}, {{\"id\": 2}}]}}");
    let (raws, _, _) = all(|give| read_feed("feed.json", feed.as_bytes(), give));
    assert!(raws.len() == 2 && raws.iter().all(|raw| raw.bytes.len() < 200));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        is_feed(&bytes);
        let (raws, _, _) = all(|give| read_feed("f", &bytes, give));
        for raw in raws {
            drop(raw.article());
        }
    }

    #[test]
    fn damaged_feeds_are_read_to_their_end(at in 0..RSS.len(), length in 0..60_usize, put in "[<>/&;\"'a\\]!-]{0,6}") {
        let mut bytes = RSS.as_bytes().to_vec();
        bytes.splice(at..(at + length).min(RSS.len()), put.bytes());
        let (raws, _, _) = all(|give| read_feed("f", &bytes, give));
        for raw in raws {
            drop(raw.article());
        }
    }
}
