//! About the author: who they are and how to reach them.

use super::credits::is_names_only;
use super::{Look, bare_lower};
use crate::byline::OUTLET_WORDS;

/// Whether a paragraph says how to reach the writer.
pub(super) fn is_contact(look: &Look) -> bool {
    look.starts(CONTACTS) && look.has_any(CONTACT_PLACES)
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
        ["is", "based", ..]
        | ["covers" | "writes", ..]
        | ["can", "be", "reached", ..]
        | ["has", "covered", ..]
        | ["reports", "on" | "for" | "from" | "about", ..] => true,
        [post, "covers" | "writes" | "reports", ..] => WRITERS.contains(post),
        _ => false,
    }
}
