//! Words under pictures, and the pictures' credits.

use super::Look;
use crate::byline::is_person;

/// Whether a paragraph is a caption or a picture's credit.
pub(super) fn is_caption(look: &Look) -> bool {
    look.starts(CAPTIONS) || is_captioned(look)
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
