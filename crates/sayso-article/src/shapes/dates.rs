//! Date lines above the body, and the dateline that its first paragraph begins with.

use super::Look;
use crate::byline::is_calendar;

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
