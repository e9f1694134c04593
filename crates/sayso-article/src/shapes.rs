//! What a paragraph is by its own words: credit, caption, box, share bar, biography, date line, dateline.
//!
//! A paragraph of the body that is taken for something else loses its attributions, so each shape is that of a whole
//! paragraph: how it begins, how long it may be, of what words alone it consists. Whatever holds quotation marks and a verb
//! of saying is body.

use crate::Part;
use crate::byline::{OUTLET_WORDS, is_calendar, is_person};

/// A paragraph and what is often asked about it.
pub(crate) struct Look<'t> {
    /// The paragraph.
    pub(crate) text: &'t str,
    /// How it begins, in lower case, apostrophes straight; all of it where it is short.
    lower: String,
    /// How many words it has; those of the first [`LOOKED_AT`] bytes.
    pub(crate) words: usize,
}

/// Nothing longer than this, in bytes, has a shape.
const LOOKED_AT: usize = 800;

impl<'t> Look<'t> {
    /// Looks at a paragraph.
    pub(crate) fn at(text: &'t str) -> Self {
        let start = &text[..text.floor_char_boundary(LOOKED_AT)];
        let lower = start.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }).collect();
        Self { text, lower, words: start.split_whitespace().count() }
    }

    fn is_short(&self) -> bool {
        self.text.len() <= LOOKED_AT
    }

    fn starts(&self, starts: &[(&str, usize)]) -> bool {
        starts.iter().any(|(start, most)| self.words <= *most && self.lower.starts_with(start))
    }

    fn has_any(&self, pieces: &[&str]) -> bool {
        pieces.iter().any(|piece| self.lower.contains(piece))
    }

    /// Whether it holds quotation marks and a verb of saying.
    pub(crate) fn quotes_someone(&self) -> bool {
        self.text.contains(['"', '“', '”', '«', '„']) && self.has_any(SAYING)
    }

    /// Whether it ends as sentences do.
    pub(crate) fn ends_a_sentence(&self) -> bool {
        let text = self.text.trim_end_matches(['"', '”', '’', '\'', ')', '»']);
        text.ends_with(['.', '!', '?', '…'])
    }
}

const SAYING: &[&str] = &[
    "said",
    "says",
    "say ",
    "told",
    "tells",
    "asked",
    "wrote",
    "writes",
    "added",
    "according to",
    "tweeted",
    "replied",
    "stated",
    "announced",
    "insisted",
    "argued",
    "warned",
    "claimed",
    "recalled",
    "explained",
    "posted",
    "called",
];

/// What a paragraph is, wherever in the article it stands; none for a paragraph of the body.
pub(crate) fn of(look: &Look) -> Option<Part> {
    if look.starts(CORRECTIONS) {
        return Some(Part::Other);
    }
    if !look.is_short() || look.quotes_someone() {
        return None;
    }
    if is_credit(look) {
        return Some(Part::Byline);
    }
    if look.starts(CONTACTS) && look.has_any(CONTACT_PLACES) {
        return Some(Part::Bio);
    }
    if look.starts(CAPTIONS) || is_captioned(look) {
        return Some(Part::Caption);
    }
    let other = look.starts(BOXES)
        || (look.words <= 40 && BOX_ENDS.iter().any(|end| look.lower.trim_end_matches(['.', '!', ' ']).ends_with(end)))
        || is_whole(look)
        || is_share_bar(look)
        || is_counter(look)
        || (look.words <= 60 && look.has_any(RIGHTS))
        || !look
            .text
            .chars()
            .any(|c| c.is_alphanumeric() || matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' | '„'));
    other.then_some(Part::Other)
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

/// How a caption or a picture's credit begins, and how many words it may have.
const CAPTIONS: &[(&str, usize)] = &[
    ("photo:", 90),
    ("photos:", 90),
    ("photo by ", 30),
    ("photos by ", 30),
    ("photograph by ", 30),
    ("photograph:", 60),
    ("photographs by ", 30),
    ("photo credit", 15),
    ("photo courtesy", 20),
    ("photo illustration", 30),
    ("courtesy photo", 40),
    ("picture:", 60),
    ("pictured:", 90),
    ("pictures:", 60),
    ("image:", 60),
    ("images:", 60),
    ("image credit", 20),
    ("image caption", 90),
    ("image source", 30),
    ("image copyright", 30),
    ("file photo", 90),
    ("(file photo", 40),
    ("file image", 60),
    ("file - ", 90),
    ("file — ", 90),
    ("file – ", 90),
    ("file -- ", 90),
    ("caption:", 90),
    ("credit:", 20),
    ("video:", 40),
    ("video by ", 20),
    ("illustration:", 40),
    ("illustration by ", 20),
    ("graphic:", 40),
    ("graphic by ", 20),
    ("media caption", 60),
    ("getty images", 6),
    ("ap photo", 12),
    ("(ap photo", 12),
    ("reuters/", 8),
];

/// Words that make a bracket at a paragraph's end a picture's credit.
const PICTURE_WORDS: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographer",
    "picture",
    "image",
    "images",
    "courtesy",
    "credit",
    "getty",
    "screenshot",
    "screengrab",
    "illustration",
    "pic",
];

/// What ends a caption without brackets, in lower case.
const CREDIT_ENDS: &[&str] = &[
    "getty images",
    "/reuters",
    "/ap",
    "/afp",
    "/epa",
    "via ap",
    "via reuters",
    "afp via getty",
    "ap photo",
    "| reuters",
    "| ap",
    "| getty",
    "| afp",
    "/shutterstock",
    "/alamy",
    "/istock",
    "file photo",
];

fn is_captioned(look: &Look) -> bool {
    if look.words > 90 || (look.words > 25 && look.text.contains(['"', '“', '”'])) {
        return false;
    }
    if let Some(inside) = look.lower.strip_suffix([')', ']'])
        && let Some(open) = inside.rfind(['(', '['])
    {
        // "(Photo: Ann Lee)", "(AP Photo/Ann Lee)", but not "(Warning: some images are graphic)".
        let mut words =
            inside[open + 1..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2);
        return inside[open..].len() <= 120 && words.any(|word| PICTURE_WORDS.contains(&word));
    }
    if ["photo by ", "photos by ", "picture: ", "photo: ", "image: "].iter().any(|credit| {
        look.lower.rfind(credit).is_some_and(|at| {
            look.lower[at..].split_whitespace().count() <= 7 && look.lower[..at].trim_end().ends_with('.')
        })
    }) {
        return true;
    }
    if look.ends_a_sentence() {
        return false;
    }
    if CREDIT_ENDS.iter().any(|end| look.lower.ends_with(end)) {
        return true;
    }
    // "… on Monday. Ann Lee/Harwick Courier"
    let tail = look.text.rsplit(". ").next().unwrap_or(look.text);
    tail.contains('/')
        && !tail.contains("//")
        && tail.split_whitespace().count() <= 6
        && tail.split([' ', '/']).all(|word| word.starts_with(char::is_uppercase))
        && tail.split('/').next().is_some_and(|name| is_person(name) || name.starts_with("AP Photo"))
}

/// How a way to reach the writer begins.
const CONTACTS: &[(&str, usize)] = &[
    ("follow ", 30),
    ("reach ", 30),
    ("contact ", 30),
    ("email ", 30),
    ("e-mail ", 30),
    ("email: ", 12),
    ("twitter: ", 8),
    ("you can reach ", 30),
    ("write to ", 30),
    ("on twitter", 12),
];

const CONTACT_PLACES: &[&str] =
    &["@", "on twitter", "on x", "on instagram", "on bluesky", "on facebook", "on mastodon", "on linkedin"];

/// How a credit of the writers begins; nothing but names, posts and small words may follow.
const CREDITS: &[&str] = &[
    "reporting by ",
    "(reporting by ",
    "[reporting by ",
    "additional reporting by ",
    "(additional reporting by ",
    "with additional reporting by ",
    "with reporting by ",
    "reporting and writing by ",
    "editing by ",
    "(editing by ",
    "compiled by ",
    "(compiled by ",
    "written by ",
    "with files from ",
    "(with files from ",
    "story by ",
];

/// How a sentence on who helped ends.
const CONTRIBUTED: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed to this piece",
    "contributed reporting",
    "contributed research",
];

fn is_credit(look: &Look) -> bool {
    let bare = look.lower.trim_end_matches(['.', ')', ']', ' ']);
    if look.words <= 40 && CONTRIBUTED.iter().any(|end| bare.ends_with(end)) {
        return look.text.trim_start_matches('(').starts_with(char::is_uppercase);
    }
    let Some(start) = CREDITS.iter().find(|start| look.lower.starts_with(*start)) else { return false };
    look.words <= 50 && is_names_only(&look.text[start.len()..])
}

/// Whether a piece of text is names, posts, dates and small words, without a word that sentences are made of.
fn is_names_only(text: &str) -> bool {
    const SMALL: &[&str] = &[
        "and",
        "of",
        "the",
        "for",
        "in",
        "at",
        "with",
        "by",
        "to",
        "from",
        "on",
        "de",
        "da",
        "di",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "del",
        "editing",
        "additional",
        "reporting",
        "writing",
        "special",
        "photography",
        "photographs",
        "graphics",
        "translation",
        "staff",
        "a.m",
        "p.m",
        "am",
        "pm",
        "et",
        "est",
        "edt",
        "updated",
        "published",
        "posted",
        "ago",
        "min",
        "read",
        "hours",
        "&",
    ];
    const POSTS: &[&str] = &[
        "writer",
        "writers",
        "correspondent",
        "correspondents",
        "reporter",
        "reporters",
        "editor",
        "editors",
        "columnist",
        "contributor",
        "political",
        "national",
        "senior",
        "chief",
        "news",
        "business",
        "crime",
        "health",
        "courts",
        "education",
        "city",
        "local",
        "foreign",
        "sports",
        "science",
        "environment",
        "economics",
        "bureau",
        "freelance",
        "digital",
        "associated",
        "press",
        "wire",
        "reports",
        "agencies",
    ];
    text.split_whitespace().all(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || word.contains('@')
            || bare.starts_with("al-")
            || SMALL.contains(&bare)
            || POSTS.contains(&bare)
    })
}

/// Lines that name an agency or a desk and stand where a byline does.
const DESKS: &[&str] = &[
    "associated press",
    "the associated press",
    "reuters",
    "afp",
    "agence france-presse",
    "ap",
    "upi",
    "pa media",
    "staff report",
    "staff reports",
    "staff writer",
    "staff writers",
    "staff reporter",
    "from staff reports",
    "from wire reports",
    "staff and wire reports",
    "from staff and wire reports",
    "wire reports",
    "news staff",
    "our correspondent",
    "by our correspondent",
    "from our correspondent",
    "agencies",
    "editorial board",
    "the editorial board",
];

/// How a byline begins, in lower case; the longer first.
const BYLINE_STARTS: &[&str] = &["by: ", "by ", "author: ", "authors: ", "byline: "];

/// Whether a line near the top names the writers: "By Ann Lee", "Ann Lee, Harwick Courier", "Staff reports".
pub(crate) fn is_byline(look: &Look) -> bool {
    if look.words > 24 || look.text.len() > 240 || look.quotes_someone() {
        return false;
    }
    if let Some(rest) = BYLINE_STARTS.iter().find_map(|start| look.lower.strip_prefix(start)) {
        let rest = &look.text[look.text.len() - rest.len()..];
        let first = rest.split_whitespace().next().unwrap_or_default();
        let named = first.starts_with(char::is_uppercase) && !is_calendar(&bare_lower(first));
        // A sentence such as "By Monday Harwick was dry." ends with a full stop, and a name only with an initial's.
        let sentence = rest.ends_with('.') && rest.rsplit(' ').next().is_some_and(|last| last.len() > 4);
        return named && !sentence && is_names_only(rest);
    }
    if is_credit(look) || DESKS.contains(&look.lower.trim_end_matches('.')) {
        return true;
    }
    match look.text.split_once([',', '|', '•', '·']) {
        Some((name, rest)) => {
            is_person(name.trim()) && !look.text.ends_with('.') && look.words <= 12 && is_outlet(rest)
        }
        None => false,
    }
}

/// Whether a line under a byline goes on with it: an outlet, a post, an address.
pub(crate) fn goes_on_with_byline(look: &Look) -> bool {
    look.words <= 7
        && !look.text.ends_with('.')
        && (is_outlet(look.text) || (look.words <= 2 && look.text.contains('@')))
}

fn is_outlet(text: &str) -> bool {
    is_names_only(text)
        && text
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| OUTLET_WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

fn bare_lower(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase()
}

/// Whether a line holds a date or a time and nothing else but words such as "updated".
pub(crate) fn is_date_line(look: &Look) -> bool {
    const WORDS: &[&str] = &[
        "published",
        "updated",
        "posted",
        "modified",
        "created",
        "first",
        "last",
        "originally",
        "date",
        "on",
        "at",
        "of",
        "a.m",
        "p.m",
        "am",
        "pm",
        "et",
        "est",
        "edt",
        "ct",
        "cst",
        "cdt",
        "mt",
        "mst",
        "mdt",
        "pt",
        "pst",
        "pdt",
        "gmt",
        "utc",
        "bst",
        "cet",
        "eat",
        "ist",
        "local",
        "time",
        "hours",
        "hour",
        "minutes",
        "ago",
        "min",
        "read",
        "the",
        "noon",
        "midnight",
    ];
    const UNTIMED: &[&str] = &["read", "min", "of"];
    if look.words > 16 || look.text.len() > 120 {
        return false;
    }
    let (mut dates, mut numbers, mut labels) = (0, 0, 0);
    for word in look
        .lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '•' | '·' | '—' | '–' | '/'))
    {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        if is_calendar(word) {
            dates += 1;
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            let rest =
                word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | '.' | 't' | 'z' | '+'));
            if digits > 14
                || !(rest.is_empty() || matches!(rest, "st" | "nd" | "rd" | "h" | "am" | "pm" | "a.m" | "p.m"))
            {
                return false;
            }
            numbers += 1;
        } else if WORDS.contains(&word) {
            labels += usize::from(!UNTIMED.contains(&word));
        } else {
            return false;
        }
    }
    let iso = look.lower.as_bytes().first().is_some_and(u8::is_ascii_digit) && look.lower.contains(['-', '/', ':']);
    numbers >= 1 && (dates >= 1 || labels >= 1 || iso)
}

/// First words in capitals that are no place.
const NO_PLACE: &[&str] = &[
    "UPDATE",
    "UPDATED",
    "BREAKING",
    "EXCLUSIVE",
    "WATCH",
    "LISTEN",
    "READ",
    "ANALYSIS",
    "OPINION",
    "COMMENT",
    "EDITORIAL",
    "REVIEW",
    "VIDEO",
    "VIDEOS",
    "PHOTO",
    "PHOTOS",
    "FILE",
    "CORRECTION",
    "NOTE",
    "LIVE",
    "TIMELINE",
    "FACTBOX",
    "FACT",
    "QUESTION",
    "ANSWER",
    "RELATED",
    "MORE",
    "INTERVIEW",
    "EXPLAINER",
    "NEWS",
    "ADVERTISEMENT",
    "CLAIM",
    "WARNING",
    "CAPTION",
];

/// The dateline at the start of a paragraph: bytes up to its end, and to the beginning of what follows its dash.
pub(crate) fn dateline(text: &str) -> Option<(usize, usize)> {
    let start = &text[..text.floor_char_boundary(110)];
    let (end, dash) = DASHES
        .iter()
        .filter_map(|dash| start.find(dash).map(|at| (at, *dash)))
        .min_by_key(|(at, dash)| (*at, usize::MAX - dash.len()))?;
    let place = text[..end].trim_end();
    let rest = text[end + dash.len()..].trim_start_matches([' ', '-', '\u{a0}']);
    let begins = rest.chars().next()?;
    if !(begins.is_uppercase()
        || begins.is_ascii_digit()
        || matches!(begins, '"' | '“' | '‘' | '\'' | '$' | '£' | '€' | '«'))
    {
        return None;
    }
    is_place_and_date(place).then(|| (place.len(), text.len() - rest.len()))
}

const DASHES: &[&str] = &["—", "–", "―", "--", " - ", "\u{a0}- "];

fn is_place_and_date(place: &str) -> bool {
    let first = place.split([' ', ',', '/']).next().unwrap_or_default();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 3 && first.chars().all(|c| !c.is_lowercase())
        || place.split(' ').take(2).all(|w| w.len() > 1 && w.chars().all(|c| !c.is_lowercase()));
    if let Some(agency) = place.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return agency.split(' ').count() <= 3
            && agency.starts_with(char::is_uppercase)
            && !agency.contains(['(', ')', '.']);
    }
    if place.contains([':', ';', '?', '!', '"', '“'])
        || NO_PLACE.contains(&first)
        || !first.starts_with(char::is_uppercase)
    {
        return false;
    }
    let (mut depth, mut bracketed, mut dated, mut words) = (0usize, false, false, 0);
    for word in place.split([' ', '\u{a0}']).filter(|word| !word.is_empty()) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_ascii_lowercase();
        depth += word.matches('(').count();
        let inside = depth > 0;
        depth = depth.saturating_sub(word.matches(')').count());
        bracketed |= inside;
        dated |= is_calendar(&lower);
        let fits = inside
            || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(lower.as_str(), "" | "de" | "la" | "of" | "and" | "the" | "el" | "al" | "du" | "del" | "in");
        words += 1;
        if !fits {
            return false;
        }
    }
    // A place in small letters needs a date or an agency beside it: "Harwick, May 3 (Agency) —".
    let plain = place.split([',', '(']).next().unwrap_or_default().split_whitespace().count() <= 4;
    words <= 12 && plain && (capitals || bracketed || (dated && place.contains(',')))
}

/// How a note on the author begins.
const ABOUT: &[(&str, usize)] = &[
    ("about the author", 120),
    ("about the writer", 120),
    ("about the reporter", 120),
    ("the writer is ", 90),
    ("the author is ", 90),
    ("the writers are ", 90),
    ("the authors are ", 90),
];

/// What writers are, in lower case.
const WRITERS: &[&str] = &[
    "reporter",
    "correspondent",
    "writer",
    "editor",
    "columnist",
    "journalist",
    "contributor",
    "freelance",
    "freelancer",
    "photojournalist",
    "photographer",
    "blogger",
];

/// What an article knows of a surname.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// It is its writer's.
    Writer,
    /// It speaks of somebody or something of that name.
    Subject,
    /// Nothing.
    Unknown,
}

/// Whether a paragraph near the end is about its writer.
pub(crate) fn is_bio(look: &Look, known: impl Fn(&str) -> Known) -> bool {
    if !look.is_short() || look.words > 100 || look.text.contains(['"', '“', '”']) {
        return false;
    }
    if look.starts(ABOUT)
        || (look.words <= 25 && look.starts(&[("follow her", 25), ("follow him", 25), ("follow them", 25)]))
    {
        return true;
    }
    let words: Vec<&str> = look.text.split_whitespace().take(30).collect();
    let named = words.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
    if !(1..=5).contains(&named) || words[..named].iter().any(|word| word.ends_with(',')) {
        return false;
    }
    let surname = words[named - 1].trim_end_matches(|c: char| !c.is_alphanumeric());
    let known = known(surname);
    if known == Known::Subject || OUTLET_WORDS.contains(&bare_lower(surname).as_str()) {
        return false;
    }
    let after: Vec<String> = words[named..].iter().map(|word| bare_lower(word)).collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    if let ["reported", "from", ..] = after.as_slice() {
        return look.words <= 25 && is_names_only(&words[named + 2..].join(" "));
    }
    if named == 1 && known != Known::Writer {
        return false;
    }
    match after.as_slice() {
        ["is" | "was", "a" | "an" | "the" | "our", rest @ ..] => {
            rest.iter().take(10).any(|word| WRITERS.contains(word))
        }
        ["is", "based", ..] | ["covers" | "writes", ..] | ["can", "be", "reached", ..] | ["has", "covered", ..] => true,
        ["reports", "on" | "for" | "from" | "about", ..] => true,
        [post, "covers" | "writes" | "reports", ..] => WRITERS.contains(post),
        _ => false,
    }
}
