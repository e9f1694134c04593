//! Names out of a byline: "By Ann Lee and Tom Okoro, Harwick Courier" → Ann Lee, Tom Okoro.

/// Words of an outlet's or an agency's name, in lower case.
pub(crate) const OUTLET_WORDS: &[&str] = &[
    "afp",
    "agency",
    "ap",
    "associated",
    "bbc",
    "bloomberg",
    "broadcasting",
    "bulletin",
    "bureau",
    "chronicle",
    "cnn",
    "correspondent",
    "courier",
    "daily",
    "dispatch",
    "echo",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "ledger",
    "mail",
    "magazine",
    "media",
    "mercury",
    "network",
    "news",
    "newspaper",
    "newspapers",
    "npr",
    "observer",
    "online",
    "paper",
    "post",
    "press",
    "radio",
    "record",
    "register",
    "reporter",
    "reuters",
    "review",
    "sentinel",
    "service",
    "staff",
    "standard",
    "star",
    "sun",
    "telegraph",
    "television",
    "times",
    "today",
    "tribune",
    "tv",
    "upi",
    "voice",
    "weekly",
    "wire",
    "writer",
];

/// Words of a post at an outlet, in lower case.
const ROLE_WORDS: &[&str] = &[
    "anchor",
    "columnist",
    "contributor",
    "contributing",
    "correspondent",
    "editor",
    "freelance",
    "journalist",
    "producer",
    "reporter",
    "staff",
    "writer",
    "writers",
    "photographer",
];

/// What stands between names.
const SEPARATORS: &[&str] =
    &[" and ", " AND ", " And ", " with ", " & ", " | ", " • ", " · ", " – ", " — ", " - ", ";", ",", "\n", "\t"];

/// What comes before names, in lower case.
const OPENINGS: &[&str] = &[
    "by ",
    "by: ",
    "by:",
    "reporting by ",
    "report by ",
    "written by ",
    "story by ",
    "words by ",
    "from ",
    "byline: ",
    "author: ",
    "authors: ",
    "additional reporting by ",
    "compiled by ",
    "(reporting by ",
    "text by ",
];

/// What follows the writers in a credit line, in lower case.
const CLOSINGS: &[&str] = &["editing by", "additional reporting", "writing by", "photographs by", "photography by"];

/// The names in a byline, each once; the whole line where none looks like a name.
pub fn names(line: &str) -> Vec<String> {
    let line = line.trim().trim_end_matches([')', '.']).trim_start_matches('(');
    let rest = without_opening(line);
    let lower = rest.to_ascii_lowercase();
    let end = CLOSINGS.iter().filter_map(|closing| lower.find(closing)).min().unwrap_or(rest.len());
    let rest = rest[..end].trim().trim_end_matches([';', ',', '.']);
    let mut names: Vec<String> = Vec::new();
    for piece in pieces(rest) {
        let name = without_opening(piece.trim());
        if is_person(name) && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if names.is_empty() && !rest.is_empty() && rest.len() <= 80 {
        names.push(rest.to_owned());
    }
    names
}

fn without_opening(text: &str) -> &str {
    OPENINGS
        .iter()
        .find(|opening| text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening)))
        .map_or(text, |opening| text[opening.len()..].trim_start())
}

fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![text];
    for separator in SEPARATORS {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(separator)).collect();
    }
    pieces
}

/// Two to five words that begin with capitals, none of them an outlet's, a post's or a number.
pub(crate) fn is_person(name: &str) -> bool {
    let mut words = 0;
    for word in name.split_whitespace() {
        let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let known = |table: &[&str]| table.contains(&lower.as_str());
        let small = matches!(
            word,
            "de" | "da"
                | "di"
                | "du"
                | "del"
                | "la"
                | "le"
                | "van"
                | "von"
                | "der"
                | "den"
                | "al"
                | "el"
                | "bin"
                | "ibn"
        );
        if known(OUTLET_WORDS) || known(ROLE_WORDS) || word == "The" {
            return false;
        }
        let named = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '\u{301}'));
        if !named && !small && !word.starts_with("al-") {
            return false;
        }
        words += 1;
    }
    (2..=5).contains(&words)
}

/// A month or a day of the week, whole or cut short, in lower case.
pub(crate) fn is_calendar(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ];
    NAMES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: &[&str]) {
        assert_eq!(names(line), expect, "{line}");
    }

    #[test]
    fn names_are_split() {
        check("By Ann Lee", &["Ann Lee"]);
        check("BY ANN LEE AND TOM OKORO", &["ANN LEE", "TOM OKORO"]);
        check(
            "By Ann Lee, Tom Okoro and Mary-Jane O’Dell, Harwick Courier",
            &["Ann Lee", "Tom Okoro", "Mary-Jane O’Dell"],
        );
        check("Ann Lee, Harwick Courier", &["Ann Lee"]);
        check("By Ann Lee | May 3, 2026", &["Ann Lee"]);
        check("By: Jan van der Berg, staff writer", &["Jan van der Berg"]);
        check("(Reporting by Ann Lee and Tom Okoro; Editing by Mary Dell.)", &["Ann Lee", "Tom Okoro"]);
        check("By The Associated Press", &["The Associated Press"]);
        check("By Tom Okoro, Jr.", &["Tom Okoro"]);
        check("", &[]);
    }
}
