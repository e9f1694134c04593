//! Lists of words and patterns → one regular expression each, within bounds.
//!
//! The expressions are those of the `regex` crate, which go over a text once whatever they are: nothing that is written here
//! can hang a run.

use std::collections::BTreeMap;

use regex::{Regex, RegexBuilder};

use crate::config::or_else;

/// The bytes of one list or pattern, lists in it written out.
const LONGEST: usize = 64 << 10;
/// The bytes of one pattern made ready to run, and of what it remembers while it does.
const LARGEST: usize = 1 << 20;
/// The same for a list of words.
const LARGEST_LIST: usize = 16 << 20;
/// The bytes of all lists and patterns of a pack.
const ALL: usize = 256 << 10;

/// The lists of a pack, and what has been made of them.
#[derive(Default)]
pub(crate) struct Lists {
    /// By name.
    pub(crate) words: BTreeMap<String, Vec<String>>,
    made: BTreeMap<String, Regex>,
    bytes: usize,
}

impl Lists {
    /// The words of a list that stands in a condition; `$name` is all words of a list.
    pub(crate) fn phrases(&mut self, words: &[&str]) -> Result<Regex, String> {
        let mut all: Vec<&str> = Vec::new();
        for word in words {
            match word.strip_prefix('$') {
                Some(name) => all.extend(self.list(name)?.iter().map(String::as_str)),
                None => all.push(word),
            }
        }
        if all.iter().all(|word| word.trim().is_empty()) {
            return Err("a list without a word is never found: write one, such as `[\"experts\"]`".to_owned());
        }
        let pattern = format!("(?i:{})", alternatives(&all)?);
        self.made(pattern, LARGEST_LIST)
    }

    /// A pattern; `$name` stands for one of the words of a list.
    pub(crate) fn pattern(&mut self, written: &str) -> Result<Regex, String> {
        let mut pattern = String::new();
        let mut rest = written;
        while let Some(at) = rest.find('$') {
            let after = &rest[at + 1..];
            let name: &str = &after[..after.find(|c: char| !is_of_name(c)).unwrap_or(after.len())];
            pattern += &rest[..at];
            // One that is no list's is the end of the text, unless it is escaped.
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !pattern.ends_with('\\') {
                let words: Vec<&str> = self.list(name)?.iter().map(String::as_str).collect();
                pattern.extend(["(?:(?i:", &alternatives(&words)?, "))"]);
                rest = &after[name.len()..];
            } else {
                pattern.push('$');
                rest = after;
            }
            if pattern.len() > LONGEST {
                break;
            }
        }
        pattern += rest;
        let made = self.made(pattern, LARGEST)?;
        if made.is_match("") {
            return Err("it fits where nothing is written: write what must be there".to_owned());
        }
        Ok(made)
    }

    fn list(&self, name: &str) -> Result<&Vec<String>, String> {
        self.words.get(name).ok_or_else(|| {
            let advice = or_else(name, self.words.keys().map(String::as_str), "write it under `[words]`");
            format!("there is no list `${name}`: {advice}")
        })
    }

    fn made(&mut self, pattern: String, largest: usize) -> Result<Regex, String> {
        if let Some(made) = self.made.get(&pattern) {
            return Ok(made.clone());
        }
        self.bytes += pattern.len();
        if pattern.len() > LONGEST {
            return Err(format!(
                "it is too large: at most {LONGEST} bytes, lists written out, can be looked for at once"
            ));
        }
        if self.bytes > ALL {
            return Err(format!("the pack looks for too much: its lists and patterns may have {ALL} bytes together"));
        }
        let made = RegexBuilder::new(&pattern).size_limit(largest).dfa_size_limit(LARGEST).nest_limit(50).build();
        let made = made.map_err(|error| why(&error))?;
        self.made.insert(pattern, made.clone());
        Ok(made)
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// What is wrong with a pattern, in one line.
fn why(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => {
            "it is too large: use smaller numbers in `{…}` and fewer of `\\w`, `\\p{…}`".to_owned()
        }
        // The last line of what shows the place in the pattern says what.
        other => {
            let what = other.to_string();
            let what = what.lines().last().unwrap_or_default();
            let what = what.trim().trim_start_matches("error: ");
            if what.contains("look-around") || what.contains("backreferences") {
                return format!("{what}: write what you look for without them, and what must not be there under `not`");
            }
            format!("it is no regular expression ({what}): put `\\` before a mark that is meant as itself")
        }
    }
}

/// An expression for whole words or phrases: any case, any white space between words, any apostrophe; `*` at a word's end
/// is any letters.
fn alternatives(words: &[&str]) -> Result<String, String> {
    let mut out = String::new();
    for word in words {
        let mut phrase = String::new();
        for piece in word.split_whitespace() {
            let (piece, goes_on) = piece.strip_suffix('*').map_or((piece, false), |stem| (stem, true));
            if piece.is_empty() {
                return Err(format!("`{word}` has a `*` that stands alone: put letters before it, as in `expert*`"));
            }
            if !phrase.is_empty() {
                phrase += r"\s+";
            }
            phrase += &regex::escape(piece).replace(['\'', '’'], "['’]");
            if goes_on {
                phrase += r"\w*";
            }
        }
        if phrase.is_empty() {
            continue;
        }
        // Where a word begins or ends with a mark, no word's edge is asked for.
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let trimmed = word.trim();
        let before = if is_word(trimmed.chars().next()) { r"\b" } else { "" };
        let after = if is_word(trimmed.trim_end_matches('*').chars().last()) { r"\b" } else { "" };
        let between = if out.is_empty() { "" } else { "|" };
        out.extend([between, before, &phrase, after]);
        if out.len() > LONGEST {
            break;
        }
    }
    Ok(out)
}
