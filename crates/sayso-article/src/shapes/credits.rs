//! Who wrote it: bylines above the body and credits after it.

use super::{Look, bare_lower};
use crate::byline::{OUTLET_WORDS, is_calendar, is_person};

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

/// Whether a paragraph names who reported, edited or helped.
pub(super) fn is_credit(look: &Look) -> bool {
    let bare = look.lower.trim_end_matches(['.', ')', ']', ' ']);
    if look.words <= 40 && CONTRIBUTED.iter().any(|end| bare.ends_with(end)) {
        return look.text.trim_start_matches('(').starts_with(char::is_uppercase);
    }
    let Some(start) = CREDITS.iter().find(|start| look.lower.starts_with(*start)) else { return false };
    look.words <= 50 && is_names_only(&look.text[start.len()..])
}

/// Whether a piece of text is names, posts, dates and small words, without a word that sentences are made of.
pub(super) fn is_names_only(text: &str) -> bool {
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
    if is_of_a_desk(look) {
        return true;
    }
    // Of one length in the paragraph and in small letters: there is no apostrophe in them.
    if let Some(start) = BYLINE_STARTS.iter().find(|start| look.lower.starts_with(*start)) {
        let rest = &look.text[start.len()..];
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
            let is_post = || rest.split_whitespace().next_back().is_some_and(|last| POSTS.contains(&last));
            is_person(name.trim()) && !look.text.ends_with('.') && look.words <= 12 && (is_outlet(rest) || is_post())
        }
        None => false,
    }
}

/// Who writes where nobody is named, in small letters: "By our politics desk", "Estuary News staff".
const TEAMS: &[&str] = &["desk", "staff", "newsroom", "team", "correspondents", "reporters"];
/// Who somebody with a name is at an outlet: "Hugo Tennick, political reporter".
const POSTS: &[&str] = &["reporter", "correspondent", "editor", "columnist", "writer"];

/// Whether a line names a part of the house and nobody in it.
fn is_of_a_desk(look: &Look) -> bool {
    let Some((first, team)) = look.text.rsplit_once(' ') else { return false };
    let leads = ["by our ", "from our ", "by the ", "from the "].iter().any(|lead| look.lower.starts_with(lead));
    look.words <= 6 && TEAMS.contains(&team) && (leads || is_names_only(first))
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
