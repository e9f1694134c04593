//! Web pages: the article, its blocks and what the page says of itself.

use sayso_article::{Article, Format, read};

fn check(page: &str, expect: &[(&str, &str)]) -> Article {
    let article = read(page.as_bytes(), Format::Html, None);
    let found: Vec<_> = article.parts.iter().map(|part| (part.part.name(), part.span.of(&article.text))).collect();
    assert_eq!(found, expect, "{:?}", article.notes);
    article
}

const LEDE: &str = "The bridge over the Esk will stay shut until June at the earliest, the county said on Monday, because two of its piers \
    have moved by more than anyone had thought.";
const LAST: &str = "Repairs were to have ended in March, according to a plan that the county council passed in the autumn and that the \
    Courier has seen.";

#[test]
fn a_news_page() {
    let page = format!(
        r#"<!doctype html><html lang="en-GB"><head><title>Bridge over the Esk shut until June | Harwick Courier</title>
        <meta property="og:description" content="Repairs will cost a third more than planned">
        <link rel="canonical" href="https://courier.example/bridge">
        <script type="application/ld+json">{{"@graph": [{{"@type": "WebSite", "name": "x"}}, {{"@type": ["NewsArticle"],
          "headline": "Bridge over the Esk shut", "datePublished": "2026-05-03T09:00:00+01:00", "dateModified": "2026-05-04",
          "author": [{{"@type": "Person", "name": "Ann Lee"}}, {{"name": "By Tom Okoro"}}],
          "publisher": {{"name": "Harwick Courier &amp; Mail"}}}}]}}</script><style>p {{ color: red }}</style></head>
        <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <main><article><h1>Bridge over the Esk shut until June</h1><p class="standfirst">Repairs will cost a third more than planned</p>
        <div class="body">
        <figure><img src="https://courier.example/a.jpg"><figcaption>The bridge on Monday.</figcaption></figure>
        <p>By Ann Lee</p>
        <p>HARWICK, May 3 &mdash; {LEDE}</p>
        <p>&ldquo;We have no choice,&rdquo; said <b>Tom  Reed</b>,
           who runs the works.<br>&ldquo;It would be reckless.&rdquo;</p>
        <script>var a = "<p>never shown</p>";</script>
        <h2>What it costs</h2>
        <blockquote><p>The ministry will pay its share once the county has paid its own, and not before.</p></blockquote>
        <ul><li>Four million crowns for the piers, the county&#8217;s treasurer wrote</li><li>One million for the road</li></ul>
        <p>The union said that <q>nobody has asked <q>the north bank</q></q>, and caf&eacute;s fear for their summer.</p>
        <p>{LAST}</p>
        <p>Ann Lee covers the county for the Harwick Courier.</p></div></article></main>
        <footer>© 2026 Harwick Courier</footer></body></html>"#
    );
    let article = check(
        &page,
        &[
            ("headline", "Bridge over the Esk shut until June"),
            ("deck", "Repairs will cost a third more than planned"),
            ("caption", "The bridge on Monday."),
            ("byline", "By Ann Lee"),
            ("dateline", "HARWICK, May 3"),
            ("body", LEDE),
            ("body", "“We have no choice,” said Tom Reed, who runs the works.\n“It would be reckless.”"),
            ("body", "What it costs"),
            ("body", "The ministry will pay its share once the county has paid its own, and not before."),
            ("body", "Four million crowns for the piers, the county’s treasurer wrote"),
            ("body", "One million for the road"),
            ("body", "The union said that “nobody has asked ‘the north bank’”, and cafés fear for their summer."),
            ("body", LAST),
            ("bio", "Ann Lee covers the county for the Harwick Courier."),
        ],
    );
    assert_eq!(article.title.as_deref(), Some("Bridge over the Esk shut until June"));
    assert_eq!(article.deck.as_deref(), Some("Repairs will cost a third more than planned"));
    assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
    assert_eq!(article.outlet.as_deref(), Some("Harwick Courier & Mail"));
    assert_eq!(article.published.as_deref(), Some("2026-05-03T09:00:00+01:00"));
    assert_eq!(article.modified.as_deref(), Some("2026-05-04"));
    assert_eq!(article.url.as_deref(), Some("https://courier.example/bridge"));
    assert_eq!(article.language.as_deref(), Some("en"));
    assert!(article.notes.is_empty(), "{:?}", article.notes);
    assert!(article.text.starts_with(
        "Bridge over the Esk shut until June\n\nRepairs will cost a third more than planned\n\nThe bridge"
    ));
}

#[test]
fn meta_and_time_where_there_is_no_json_ld() {
    let page = format!(
        r#"<html><head><title>Bridge shut - Harwick Courier</title><meta property="og:site_name" content="Harwick Courier">
        <meta name="author" content="Ann Lee and Tom Okoro"><meta property="article:modified_time" content="2026-05-04T10:00Z">
        <meta property="og:url" content="https://courier.example/1"><script type="application/ld+json">{{broken</script></head>
        <body><article><time datetime="2026-05-03">3 May</time><p>{LEDE}</p><p>{LAST}</p></article></body></html>"#
    );
    let article = check(&page, &[("headline", "Bridge shut"), ("other", "3 May"), ("body", LEDE), ("body", LAST)]);
    assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
    assert_eq!(article.outlet.as_deref(), Some("Harwick Courier"));
    assert_eq!(article.published.as_deref(), Some("2026-05-03"));
    assert_eq!(article.modified.as_deref(), Some("2026-05-04T10:00Z"));
    assert_eq!(article.url.as_deref(), Some("https://courier.example/1"));
}

#[test]
fn hidden_text_and_controls_are_not_read() {
    let page = format!(
        "<article><p>{LEDE}</p><p hidden>Secret words of it.</p><p style='display: none'>More secret words.</p><button>Share</button>\
         <noscript>Enable scripts.</noscript><p>{LAST}</p></article>"
    );
    check(&page, &[("body", LEDE), ("body", LAST)]);
}

#[test]
fn what_stands_beside_the_body_is_marked_and_not_lost() {
    let page = format!(
        r#"<html><head><title>Bridge shut until June</title><meta name="author" content="Ann Lee"></head><body>
        <nav><a href="/">Home</a></nav><div class="sidebar"><h3>Most read</h3><ul><li><a href="/1">Swans return to the Esk</a></li></ul></div>
        <main><article><header><h1>Bridge shut until June</h1><div class="meta"><span>By Ann Lee</span></div>
        <figure><img src="a.jpg"><figcaption>The bridge on Monday. Photograph: T. Reed</figcaption></figure></header>
        <div class="story"><p>{LEDE}</p>
        <div class="newsletter"><p>Sign up to our newsletter</p></div>
        <p>{LAST}</p><p>{LEDE}</p></div>
        <div class="correction"><p>This article was amended on 5 May 2026: an earlier version gave the wrong month.</p></div>
        <div class="author-bio bio"><p>Ann Lee covers the county.</p></div></article>
        <article class="card"><h2>Ferry runs again</h2><p>The ferry has begun to run again after three weeks.</p></article></main>
        <footer><p>© 2026 Harwick Courier</p></footer></body></html>"#
    );
    check(
        &page,
        &[
            ("headline", "Bridge shut until June"),
            ("byline", "By Ann Lee"),
            ("caption", "The bridge on Monday. Photograph: T. Reed"),
            ("body", LEDE),
            ("other", "Sign up to our newsletter"),
            ("body", LAST),
            ("body", LEDE),
            ("other", "This article was amended on 5 May 2026: an earlier version gave the wrong month."),
            ("bio", "Ann Lee covers the county."),
        ],
    );
}
