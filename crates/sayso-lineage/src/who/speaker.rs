//! Whose spokesman a source is: "a spokeswoman for the interior ministry", "interior ministry spokeswoman Ida Roe".

use sayso_reading::SourceType;

use crate::fold;
use crate::people::body_key;
use crate::record::SourceRecord;

/// How a word begins that says that somebody speaks for somebody else.
const SPEAKER: &str = "spokes";

/// Words before "spokeswoman" that say what kind of one.
const RANKS: &[&str] =
    &["a", "an", "the", "chief", "senior", "deputy", "lead", "one", "another", "second", "its", "their"];

/// The body that a source speaks for, where the article names it by more than "the ministry".
pub(super) fn body(source: &SourceRecord) -> Option<String> {
    let texts: Vec<&str> = source.titles.iter().chain([&source.description]).map(String::as_str).collect();
    let speaks = |text: &&str| text.split_whitespace().any(is_speaker);
    if source.kind == SourceType::NamedOrganization || !texts.iter().any(speaks) {
        return None;
    }
    let own = fold::words(source.name.as_deref().unwrap_or_default());
    let is_body = |text: &&str| {
        let words = fold::words(text);
        let is_proper = text.starts_with(char::is_uppercase) || words.len() > 1;
        is_proper && body_key(text).is_some() && !words.iter().any(|word| own.contains(word))
    };
    let bodies: Vec<&str> = source.affiliations.iter().map(String::as_str).filter(is_body).collect();
    let is_told = |body: &&&str| texts.iter().any(|text| text.to_lowercase().contains(&body.to_lowercase()));
    let stated = bodies.iter().find(is_told).or(bodies.first()).map(|body| (*body).to_owned());
    stated.or_else(|| texts.iter().filter_map(|text| beside(text)).find(|body| is_body(&body.as_str())))
}

fn is_speaker(word: &str) -> bool {
    word.to_lowercase().starts_with(SPEAKER)
}

/// What a description or a title names beside "spokeswoman".
fn beside(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|word| is_speaker(word))?;
    let is_stated = words.get(at + 1).is_some_and(|word| matches!(*word, "for" | "of" | "at"));
    let run = if is_stated { up_to_break(&words[at + 2..]) } else { behind_ranks(&words[..at]) };
    let name = run.join(" ");
    let name = name.trim_matches([',', '.']).trim_end_matches("’s").trim_end_matches("'s");
    (!name.is_empty()).then(|| name.to_owned())
}

/// Words up to a comma or to what says more of a speaker: "for the board, who", "for the board in Ostrey".
fn up_to_break<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    let ends = |word: &&str| word.ends_with(',') || matches!(*word, "who" | "and" | "in");
    let end = words.iter().position(ends).map_or(words.len(), |at| at + usize::from(words[at].ends_with(',')));
    &words[..end]
}

/// Words behind those that only say what kind of speaker: "a senior interior ministry".
fn behind_ranks<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    let start = words.iter().position(|word| !RANKS.contains(&word.to_lowercase().as_str())).unwrap_or(words.len());
    &words[start..]
}
