//! Plain text: which line is what. Written in the manner of wires and local papers; the places and people are invented.

use sayso_article::{Article, Format, read};

fn check(text: &str, expect: &[(&str, &str)]) -> Article {
    let article = read(text.as_bytes(), Format::Text, None);
    let found: Vec<_> = article.parts.iter().map(|part| (part.part.name(), part.span.of(&article.text))).collect();
    assert_eq!(found, expect);
    assert_eq!(article.text, text);
    article
}

/// The part of the last of three paragraphs, the first two of which are body.
fn last(paragraph: &str, expect: &str) {
    let text = format!("{BODY}\n\nThe ministry would not comment, a spokeswoman said.\n\n{paragraph}");
    let article = read(text.as_bytes(), Format::Text, None);
    let parts: Vec<_> = article.parts.iter().map(|part| part.part.name()).collect();
    assert_eq!(parts, ["body", "body", expect], "{paragraph}");
}

const BODY: &str = "The bridge over the Esk will stay shut until June at the earliest, the county said on Monday, because two of its \
    piers have moved by more than anyone had thought.";

#[test]
fn a_head_is_read() {
    let article = check(
        &format!(
            "Local news\n\nBridge over the Esk shut until June\n\nRepairs will cost a third more than planned\n\nBy Ann Lee and Tom Okoro\nHarwick \
             Courier\n\nPublished May 3, 2026 | Updated 9:14 a.m. May 4, 2026\n\nPhoto: Mary Dell\n\nHARWICK, May 3 (Agency) — {BODY}\n\nOkoro reported \
             from Dunmore."
        ),
        &[
            ("other", "Local news"),
            ("headline", "Bridge over the Esk shut until June"),
            ("deck", "Repairs will cost a third more than planned"),
            ("byline", "By Ann Lee and Tom Okoro"),
            ("byline", "Harwick Courier"),
            ("other", "Published May 3, 2026 | Updated 9:14 a.m. May 4, 2026"),
            ("caption", "Photo: Mary Dell"),
            ("dateline", "HARWICK, May 3 (Agency)"),
            ("body", BODY),
            ("bio", "Okoro reported from Dunmore."),
        ],
    );
    assert_eq!(article.title.as_deref(), Some("Bridge over the Esk shut until June"));
    assert_eq!(article.deck.as_deref(), Some("Repairs will cost a third more than planned"));
    assert_eq!(article.byline, ["Ann Lee", "Tom Okoro"]);
    assert_eq!(article.published.as_deref(), Some("May 3, 2026"));
    assert_eq!(article.modified.as_deref(), Some("9:14 a.m. May 4, 2026"));
}

#[test]
fn a_desk_or_a_post_is_a_byline() {
    for line in
        ["From our business desk", "By our politics desk", "Estuary News staff", "Hugo Tennick, political reporter"]
    {
        check(
            &format!("Bridge over the Esk shut until June\n{line}\n{BODY}\n"),
            &[("headline", "Bridge over the Esk shut until June"), ("byline", line), ("body", BODY)],
        );
    }
    let text = format!("{BODY}\n\nThe hospital cuts staff\n\n{BODY}");
    let article = read(text.as_bytes(), Format::Text, None);
    assert!(article.byline.is_empty() && article.parts.iter().all(|part| part.part.name() != "byline"));
}

#[test]
fn wires_begin_with_their_body() {
    for first in [
        BODY,
        "A bridge was shut on Monday.",
        "“It moved,” said Tom Reed, an engineer.",
        "The county has shut a bridge over the Esk, the mayor said on Monday.",
        "In a series of posts, the mayor wrote:",
    ] {
        let article = check(&format!("{first}\n\n{BODY}"), &[("body", first), ("body", BODY)]);
        assert_eq!(article.title, None);
    }
    check(BODY, &[("body", BODY)]);
}

#[test]
fn headlines() {
    for headline in [
        "Bridge over the Esk shut until June",
        "‘It moved’: bridge over the Esk shut",
        "Who will pay for the bridge?",
        "Mayor Says Bridge Over the Esk Will Stay Shut.",
    ] {
        check(&format!("{headline}\n\n{BODY}"), &[("headline", headline), ("body", BODY)]);
    }
    let labelled = check(
        &format!(
            "Headline: Bridge shut\nSubtitle: Repairs will take until June, the county says.\nAuthor: Ann Lee\nPublisher: Harwick Courier\nURL: https://courier.example/1\n{BODY}"
        ),
        &[
            ("headline", "Headline: Bridge shut"),
            ("deck", "Subtitle: Repairs will take until June, the county says."),
            ("byline", "Author: Ann Lee"),
            ("other", "Publisher: Harwick Courier"),
            ("other", "URL: https://courier.example/1"),
            ("body", BODY),
        ],
    );
    assert_eq!(labelled.title.as_deref(), Some("Bridge shut"));
    assert_eq!(labelled.byline, ["Ann Lee"]);
    assert_eq!(labelled.outlet.as_deref(), Some("Harwick Courier"));
    assert_eq!(labelled.url.as_deref(), Some("https://courier.example/1"));
}

#[test]
fn datelines() {
    for (dateline, dash) in [
        ("HARWICK", " — "),
        ("HARWICK", "—"),
        ("NEW HARWICK, Kenland", " -- "),
        ("HARWICK (Agency)", " - "),
        ("Harwick, 3 May (Agency)", " – "),
        ("HARWICK/DUNMORE, May 3 (Agency)", " — "),
        ("(KNN)", " -- "),
    ] {
        check(&format!("{dateline}{dash}{BODY}"), &[("dateline", dateline), ("body", BODY)]);
    }
    for none in [
        "NATO — the alliance of thirty — said on Monday that it had not been asked about the bridge.",
        "UPDATE — The bridge over the Esk is open again, the county said on Monday.",
        "The mayor — Ann Reed — said on Monday that she had not been asked about the bridge.",
        "Harwick — The bridge over the Esk is open again, the county said on Monday.",
    ] {
        check(none, &[("body", none)]);
    }
}

#[test]
fn what_is_not_the_article_is_marked() {
    for (paragraph, expect) in [
        ("Ann Lee is a staff writer at the Harwick Courier.", "bio"),
        ("Ann Lee covers courts for the Courier. Reach her at ann@courier.example.", "bio"),
        ("Follow her on Twitter @annlee.", "bio"),
        ("Email Ann Lee at ann@courier.example", "bio"),
        ("About the author: Ann Lee has written on bridges since 2010.", "bio"),
        ("Reporting by Ann Lee; editing by Tom Okoro", "byline"),
        ("(Reporting by Ann Lee in Harwick; Additional reporting by Tom Okoro)", "byline"),
        ("Mary Dell contributed to this report.", "byline"),
        ("Photo: Mary Dell", "caption"),
        ("The bridge on Monday. (AP Photo/Mary Dell)", "caption"),
        ("The bridge on Monday. Mary Dell/Harwick Courier", "caption"),
        ("FILE - The bridge before it moved, in a picture of March 3.", "caption"),
        ("The bridge on Monday. [Image: County of Harwick]", "caption"),
        ("Read more: What the county plans for its bridges", "other"),
        ("Related", "other"),
        ("ADVERTISEMENT", "other"),
        ("Sign up for our newsletter and get the news every morning.", "other"),
        ("Share on Facebook Twitter Email", "other"),
        ("3 of 12", "other"),
        ("© 2026 Harwick Courier. All rights reserved.", "other"),
        ("Correction: An earlier version of this article said “three piers”. There are two.", "other"),
        ("This story was originally published by the Dunmore Post.", "other"),
        ("* * *", "other"),
        ("https://courier.example/bridge 4/6", "other"),
    ] {
        last(paragraph, expect);
    }
}

#[test]
fn what_looks_like_it_is_body() {
    for paragraph in [
        "“Read more: that is what I tell them,” she said.",
        "Reporting by the Courier found that the county had known for a year.",
        "Photos of the bridge show two piers out of line, an engineer told the Courier.",
        "Related costs will be a million, the treasurer wrote.",
        "By Monday, the water had reached the road.",
        "Sharing the cost was never the plan, he said.",
        "More from the same wells will not help, the board said in its report on Monday.",
        "The engineers, Tom Reed added, had contributed to this.",
        "Video of the night shows no lights (some images are graphic).",
        "Print is dead.",
        "More.",
        "Okoro is a reporter at heart, the spokeswoman of the ministry said.",
        "However, reports from the county are hard to confirm.",
        "Correct. That was what he meant.",
        "@harwick_anna",
    ] {
        last(paragraph, "body");
    }
    // A person the article spoke of before is its subject, not its writer.
    let text =
        format!("{BODY}\n\nAnn Lee broke the news of the bridge.\n\nAnn Lee is a staff writer at the Harwick Courier.");
    let article = read(text.as_bytes(), Format::Text, None);
    assert!(article.parts.iter().all(|part| part.part.name() == "body"));
}
