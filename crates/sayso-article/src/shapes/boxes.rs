//! What stands around an article: notes of the desk, "read more", newsletters, share buttons, rights.

use super::Look;

/// Whether a paragraph is a note of the desk, which may quote what was wrong.
pub(super) fn is_correction(look: &Look) -> bool {
    look.starts(CORRECTIONS)
}

/// Whether a paragraph is a box, a button, a counter, a line on rights or an ornament.
pub(super) fn is_box(look: &Look) -> bool {
    look.starts(BOXES)
        || (look.words <= 40 && BOX_ENDS.iter().any(|end| look.lower.trim_end_matches(['.', '!', ' ']).ends_with(end)))
        || is_whole(look)
        || is_address(look)
        || is_share_bar(look)
        || is_counter(look)
        || (look.words <= 60 && look.has_any(RIGHTS))
        || !look
            .text
            .chars()
            .any(|c| c.is_alphanumeric() || matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' | '„'))
}

/// Notes of the desk: how they begin, how many words they may have. They may quote what was wrong.
const CORRECTIONS: &[(&str, usize)] = &[
    ("correction:", 200),
    ("corrections:", 200),
    ("correction (", 200),
    ("clarification:", 200),
    ("editor's note:", 200),
    ("editors' note:", 200),
    ("an earlier version of this", 120),
    ("a previous version of this", 120),
    ("this article has been updated", 60),
    ("this story has been updated", 60),
    ("this article has been corrected", 120),
    ("this story has been corrected", 120),
    ("this article has been amended", 120),
    ("this article was amended on", 120),
    ("(this post was last updated", 30),
    ("this story was originally published", 60),
    ("this article was originally published", 60),
    ("this piece was originally published", 60),
    ("this story originally appeared", 60),
    ("this article originally appeared", 60),
    ("this story first appeared", 60),
    ("this article first appeared", 60),
    ("this story was first published", 60),
    ("this article was first published", 60),
    ("(this version of ", 60),
    ("(corrects ", 60),
    ("this is a developing story", 40),
    ("this is a breaking news story", 40),
    ("a version of this article appear", 60),
    ("a version of this story appear", 60),
];

/// What stands around an article: how it begins, how many words it may have.
const BOXES: &[(&str, usize)] = &[
    ("read more:", 40),
    ("read more about ", 25),
    ("read more from ", 15),
    ("read more on ", 15),
    ("read the full ", 12),
    ("read the rest ", 8),
    ("read also:", 40),
    ("read next:", 40),
    ("also read:", 40),
    ("see also:", 40),
    ("read: ", 30),
    ("more: ", 30),
    ("more on this story", 8),
    ("more from ", 8),
    ("more coverage:", 30),
    ("related:", 40),
    ("related |", 40),
    ("related story:", 40),
    ("related stories:", 60),
    ("related article", 40),
    ("related coverage", 40),
    ("watch: ", 30),
    ("listen: ", 30),
    ("watch the video", 12),
    ("watch more", 12),
    ("click here ", 30),
    ("tap here ", 30),
    ("[click", 20),
    ("follow us on ", 25),
    ("like us on facebook", 25),
    ("find us on facebook", 25),
    ("sign up for ", 45),
    ("sign up to ", 45),
    ("sign up here", 30),
    ("subscribe to ", 45),
    ("subscribe for ", 30),
    ("subscribe now", 30),
    ("subscribe today", 30),
    ("get our ", 30),
    ("get daily updates", 30),
    ("get the latest ", 30),
    ("get all the latest ", 30),
    ("get breaking news", 30),
    ("get the day's ", 30),
    ("get email alerts", 30),
    ("get the news that", 30),
    ("our newsletter", 8),
    ("download our ", 25),
    ("download the app", 25),
    ("support our journalism", 40),
    ("support local journalism", 40),
    ("support independent journalism", 40),
    ("become a member", 40),
    ("make a donation", 30),
    ("by submitting", 40),
    ("by signing up", 40),
    ("by subscribing", 40),
    ("by clicking", 40),
    ("thank you for signing up", 30),
    ("thanks for signing up", 30),
    ("thank you for subscribing", 30),
    ("thanks for reading", 40),
    ("thank you for reading", 40),
    ("please enter a valid email", 15),
    ("please enable javascript", 30),
    ("enter your email", 15),
    ("your email address", 15),
    ("we use cookies", 60),
    ("this site is protected by", 30),
    ("this site uses cookies", 60),
    ("to report problems or leave feedback", 30),
    ("to read the full", 25),
    ("to continue reading", 25),
    ("already a subscriber", 15),
    ("have a tip?", 40),
    ("got a tip?", 40),
    ("got a news tip?", 40),
    ("do you have a tip", 40),
    ("send tips to", 25),
    ("send your tips", 25),
    ("send us ", 30),
    ("tags:", 40),
    ("tagged:", 40),
    ("topics:", 40),
    ("filed under", 30),
    ("keywords:", 40),
    ("categories:", 30),
    ("category:", 15),
    ("share this ", 12),
    ("share on ", 8),
    ("share via ", 8),
    ("copyright ", 60),
    ("(c) copyright", 60),
    ("(c) 20", 60),
    ("© ", 60),
    ("©", 60),
    ("story continues below", 8),
    ("story continues after", 8),
    ("article continues ", 8),
    ("advertisement ", 6),
    ("scroll down ", 10),
    ("scroll to continue", 8),
    ("next story:", 30),
    ("next article:", 30),
    ("up next:", 30),
    ("recommended:", 30),
    ("most read:", 30),
    ("trending:", 30),
    ("comments are closed", 12),
    ("view comments", 6),
    ("disclaimer:", 120),
];

/// How a box may end, in lower case.
const BOX_ENDS: &[&str] =
    &["sign up here", " read more", "subscribe here", "click here to subscribe", "click here to sign up"];

/// Pieces that only lines on rights have.
const RIGHTS: &[&str] = &[
    "all rights reserved",
    "may not be published, broadcast, rewritten",
    "this material may not be published",
    "reproduction without permission",
    "distributed by tribune content agency",
];

/// Lines that are nothing but this, without marks at their ends.
const WHOLE: &[&str] = &[
    "ad",
    "advert",
    "advertisement",
    "advertising",
    "sponsored",
    "sponsored content",
    "paid content",
    "promoted",
    "continue reading",
    "continue reading the main story",
    "continue reading below",
    "keep reading",
    "read more",
    "read more here",
    "read it here",
    "read the rest here",
    "read the full story",
    "read the full article",
    "full story",
    "more",
    "more news",
    "more stories",
    "more to read",
    "more on this",
    "more on this topic",
    "related",
    "related articles",
    "related stories",
    "related content",
    "related coverage",
    "related links",
    "related topics",
    "related news",
    "see also",
    "also read",
    "you may also like",
    "you might also like",
    "you may like",
    "recommended",
    "recommended for you",
    "recommended stories",
    "recommended reading",
    "trending",
    "trending now",
    "trending stories",
    "most read",
    "most popular",
    "most viewed",
    "popular now",
    "editor's picks",
    "editors' picks",
    "what to read next",
    "read next",
    "up next",
    "next article",
    "previous article",
    "next story",
    "previous story",
    "latest news",
    "latest stories",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share this page",
    "tweet",
    "print",
    "email",
    "copy link",
    "link copied",
    "save",
    "save article",
    "bookmark",
    "comment",
    "comments",
    "leave a comment",
    "leave a reply",
    "view comments",
    "show comments",
    "join the conversation",
    "join the discussion",
    "sign up",
    "sign up now",
    "subscribe",
    "subscribe now",
    "newsletter",
    "newsletters",
    "sign up for our newsletter",
    "sign up for our newsletters",
    "log in",
    "login",
    "sign in",
    "register",
    "watch live",
    "watch now",
    "watch the video",
    "play video",
    "loading",
    "skip advertisement",
    "skip ad",
    "skip to content",
    "skip to main content",
    "back to top",
    "back to home",
    "top of page",
    "tags",
    "topics",
    "filed under",
    "unable to retrieve full-text content",
    "story continues",
    "story continues below",
    "article continues below",
    "story continues below advertisement",
    "story continues after advertisement",
    "article continues below advertisement",
    "article continues after advertisement",
    "embedded content",
    "this video can not be played",
    "media playback is unsupported on your device",
    "view gallery",
    "view this post on instagram",
    "show caption",
    "hide caption",
    "toggle caption",
    "enlarge this image",
    "transcript",
    "follow us",
    "contact us",
    "about us",
    "end",
    "ends",
    "-30-",
    "30",
    "click here",
    "donate",
    "donate now",
    "close",
];

fn is_whole(look: &Look) -> bool {
    let bare = look.lower.trim_matches(|c: char| !c.is_alphanumeric());
    // A full stop after one word or two is a sentence: "More."
    look.words <= 8
        && (look.words > 2 || !look.text.ends_with('.'))
        && !bare.is_empty()
        && (WHOLE.contains(&bare) || look.lower == "-30-" || look.lower == "###")
}

/// A web address alone, or with the page number that a printed page has.
fn is_address(look: &Look) -> bool {
    look.words <= 2 && ["https://", "http://", "www."].iter().any(|start| look.lower.starts_with(start))
}

/// Words of which a row of share buttons consists.
const SHARE_WORDS: &[&str] = &[
    "facebook",
    "twitter",
    "email",
    "e-mail",
    "whatsapp",
    "linkedin",
    "reddit",
    "print",
    "share",
    "tweet",
    "pinterest",
    "copy",
    "link",
    "bluesky",
    "threads",
    "messenger",
    "telegram",
    "save",
    "flipboard",
    "sms",
    "instagram",
    "youtube",
    "tumblr",
    "x",
    "mastodon",
    "pocket",
    "comments",
    "comment",
    "listen",
];

fn is_share_bar(look: &Look) -> bool {
    let mut known = 0;
    for word in look.lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
        match word {
            "on" | "via" | "to" | "this" | "article" | "story" | "by" | "and" | "or" | "with" => {}
            word if SHARE_WORDS.contains(&word) => known += 1,
            _ => return false,
        }
    }
    known >= 2 && look.words <= 20
}

/// Words beside the number in "3 of 12", "4 min read", "2 hours ago", "31 comments".
const COUNTED: &[&str] = &[
    "of", "min", "mins", "minute", "minutes", "read", "hour", "hours", "day", "days", "ago", "comment", "comments",
    "shares", "views",
];

fn is_counter(look: &Look) -> bool {
    let (mut numbers, mut counted) = (0, 0);
    for word in look.lower.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty()) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            numbers += 1;
        } else if COUNTED.contains(&word) {
            counted += 1;
        } else {
            return false;
        }
    }
    look.words <= 6 && numbers >= 1 && (counted >= 1 || (numbers == 2 && look.lower.contains('/')))
}
