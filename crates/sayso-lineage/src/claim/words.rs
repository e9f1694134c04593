//! The words of a content, made alike: one spelling, one way to write a number, no marks.

use std::collections::HashSet;
use std::ops::{Deref, Range};
use std::sync::LazyLock;

use super::lexeme::{Held, Kind, Lexeme, Lexemes};
use super::tables;

/// Words of a content that are looked at; what comes after them says no more of what is claimed.
const MOST_WORDS: usize = 250;
/// Bytes of a content that are looked at.
const MOST_BYTES: usize = 4096;

/// A word where it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands in the content.
    pub(super) at: Range<usize>,
    /// Whether it is written with a capital.
    pub(super) is_capital: bool,
    lexeme: Held,
}

impl Deref for Word {
    type Target = Lexeme;

    fn deref(&self) -> &Lexeme {
        &self.lexeme
    }
}

/// The words of a text with its quotations and the places where something is left out.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_field_names, reason = "the words are what it is named for")]
pub(super) struct Words {
    pub(super) words: Vec<Word>,
    /// Words inside double quotation marks.
    pub(super) quoted: Vec<Range<usize>>,
    /// Words before which an ellipsis stands.
    pub(super) cuts: Vec<usize>,
}

/// Whether a word is in a list of words.
pub(super) fn is_in(list: &'static LazyLock<HashSet<&'static str>>, word: &str) -> bool {
    list.contains(word)
}

macro_rules! list {
    ($name:ident) => {
        pub(super) static $name: LazyLock<HashSet<&'static str>> =
            LazyLock::new(|| tables::$name.split_whitespace().collect());
    };
}
list!(FUNCTION);
list!(LIGHT);
list!(NEGATIONS);
list!(SOFT_NEGATIONS);
list!(DATES);
list!(MONTHS);
list!(HEDGES);

/// A run of letters or digits.
struct Run {
    at: Range<usize>,
    low: String,
    is_capital: bool,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let end = text.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= MOST_BYTES).last();
        let mut reader = Reader::default();
        reader.read(&text[..end.unwrap_or(0)]);
        reader.done()
    }
}

/// Collects runs, quotations and cuts.
#[derive(Default)]
struct Reader {
    runs: Vec<Run>,
    /// Numbers of runs at which a quotation begins or ends.
    marks: Vec<(usize, Mark)>,
    cuts: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Open,
    Close,
    Either,
}

impl Reader {
    fn read(&mut self, text: &str) {
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            if self.runs.len() >= MOST_WORDS {
                return;
            }
            let rest = &text[at..];
            let length = if c.is_ascii_digit() {
                self.digits(rest, at)
            } else if c.is_alphabetic() {
                self.letters(rest, at)
            } else {
                match c {
                    '“' | '«' | '„' => self.marks.push((self.runs.len(), Mark::Open)),
                    '”' | '»' => self.marks.push((self.runs.len(), Mark::Close)),
                    '"' => self.marks.push((self.runs.len(), Mark::Either)),
                    '…' => self.cuts.push(self.runs.len()),
                    '.' if rest.starts_with("...") => self.cuts.push(self.runs.len()),
                    '%' => self.push(at..at + 1, "percent".into(), false),
                    _ => {}
                }
                c.len_utf8()
            };
            at += length;
        }
    }

    fn push(&mut self, at: Range<usize>, low: String, is_capital: bool) {
        self.runs.push(Run { at, low, is_capital });
    }

    /// Digits with points and commas between them.
    fn digits(&mut self, rest: &str, at: usize) -> usize {
        let bytes = rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() {
            let goes_on = bytes[end].is_ascii_digit()
                || (matches!(bytes[end], b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
            if !goes_on {
                break;
            }
            end += 1;
        }
        self.push(at..at + end, rest[..end].replace(',', ""), false);
        end
    }

    /// Letters with apostrophes between them; "don't" makes two runs.
    fn letters(&mut self, rest: &str, at: usize) -> usize {
        let mut end = 0;
        let mut chars = rest.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let joins = matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
            if !c.is_alphabetic() && !joins {
                break;
            }
            end = i + c.len_utf8();
        }
        let word = &rest[..end];
        let is_capital = word.starts_with(char::is_uppercase);
        let low = word.to_lowercase().replace('’', "'");
        let at = at..at + end;
        let (base, more) = without_clitic(&low);
        self.push(at.clone(), base.to_owned(), is_capital);
        if let Some(more) = more {
            self.push(at, more.to_owned(), false);
        }
        end
    }

    /// Runs put together to words and numbers.
    fn done(self) -> Words {
        let mut out = Words::default();
        // Where in the words each run came to stand.
        let mut place = Vec::with_capacity(self.runs.len() + 1);
        let mut lexemes = Lexemes::look_up();
        let mut i = 0;
        while i < self.runs.len() {
            let (next, word) = match number(&self.runs[i..]) {
                Some((count, value)) => (i + count, figure(&self.runs[i..i + count], value)),
                None if self.runs[i].low == "per" && self.runs.get(i + 1).is_some_and(|r| r.low == "cent") => {
                    (i + 2, plain(&self.runs[i..i + 2], lexemes.of("percent")))
                }
                None => (i + 1, plain(&self.runs[i..=i], lexemes.of(&self.runs[i].low))),
            };
            place.resize(next, out.words.len());
            out.words.push(word);
            i = next;
        }
        place.push(out.words.len());
        for i in 1..out.words.len() {
            // "9 October" as "October 9".
            let is_day = |word: &Word| matches!(word.kind, Kind::Figure(day) if day <= 31.0);
            if is_day(&out.words[i - 1]) && MONTHS.contains(out.words[i].norm.as_str()) {
                out.words.swap(i - 1, i);
            }
        }
        out.cuts = self.cuts.iter().map(|run| place[*run]).collect();
        let mut open = None;
        for (run, mark) in &self.marks {
            match (open, mark) {
                (None, Mark::Open | Mark::Either) => open = Some(place[*run]),
                (Some(from), Mark::Close | Mark::Either) => {
                    out.quoted.push(from..place[*run]);
                    open = None;
                }
                _ => {}
            }
        }
        out.quoted.extend(open.map(|from| from..out.words.len()));
        out.quoted.retain(|range| !range.is_empty());
        out
    }
}

fn plain(runs: &[Run], lexeme: Held) -> Word {
    let is_capital = runs[0].is_capital && lexeme.norm != "i";
    Word { at: runs[0].at.start..runs[runs.len() - 1].at.end, is_capital, lexeme }
}

fn figure(runs: &[Run], value: f64) -> Word {
    let at = runs[0].at.start..runs[runs.len() - 1].at.end;
    Word { at, is_capital: false, lexeme: Lexeme::figure(value) }
}

/// The number that begins here, and of how many runs it is. A bare "one" is none.
fn number(runs: &[Run]) -> Option<(usize, f64)> {
    let find = |table: &[(&str, f64)], word: &str| table.iter().find(|(w, _)| *w == word).map(|(_, v)| *v);
    let touches = |i: usize| runs[i - 1].at.end == runs[i].at.start;
    let (mut i, mut value) = (0, None);
    let digits: Option<f64> =
        runs[0].low.starts_with(|c: char| c.is_ascii_digit()).then(|| runs[0].low.parse().ok()).flatten();
    if let Some(digits) = digits {
        (i, value) = (1, Some(digits));
        if let Some(run) = runs.get(1).filter(|_| touches(1)) {
            if let Some(times) = find(&tables::SUFFIXES, &run.low) {
                return Some((2, digits * times));
            }
            if matches!(run.low.as_str(), "st" | "nd" | "rd" | "th") {
                return Some((2, digits));
            }
        }
    }
    while let Some(run) = runs.get(i) {
        if let Some(times) = find(&tables::MULTIPLIERS, &run.low) {
            value = Some(value.unwrap_or(1.0) * times);
        } else if let Some(more) = find(&tables::NUMBERS, &run.low).filter(|_| digits.is_none()) {
            value = match value {
                None => Some(more),
                Some(so_far)
                    if so_far % 100.0 == 0.0 || (so_far % 10.0 == 0.0 && so_far % 100.0 >= 20.0 && more < 10.0) =>
                {
                    Some(so_far + more)
                }
                Some(_) => break,
            };
        } else {
            let is_and = run.low == "and" && value.is_some_and(|v| v % 100.0 == 0.0 && v > 0.0);
            if !(is_and
                && digits.is_none()
                && runs.get(i + 1).is_some_and(|r| find(&tables::NUMBERS, &r.low).is_some()))
            {
                break;
            }
        }
        i += 1;
    }
    let value = value?;
    if i == 1 && matches!(runs[0].low.as_str(), "one" | "zero") { None } else { Some((i, value)) }
}

/// A word without what is written to its end, and the word that this is.
fn without_clitic(low: &str) -> (&str, Option<&'static str>) {
    if low == "cannot" {
        return ("can", Some("not"));
    }
    let Some((base, clitic)) = low.rsplit_once('\'') else { return (low, None) };
    if clitic == "t" && base.ends_with('n') {
        let verb = match base {
            "won" => "will",
            "can" => "can",
            "shan" => "shall",
            _ => &base[..base.len() - 1],
        };
        return (verb, Some("not"));
    }
    match clitic {
        "s" => (base, None),
        "re" => (base, Some("are")),
        "ve" => (base, Some("have")),
        "ll" => (base, Some("will")),
        "d" => (base, Some("would")),
        "m" => (base, Some("am")),
        _ => (low, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_claim_in_two_house_styles_has_one_form() {
        for (one, other) in [
            ("The organisation’s labour", "the organization's labor"),
            ("twenty-two homes", "22 homes"),
            ("two dozen homes", "24 homes"),
            ("a loss of 48m crowns", "a loss of 48 million crowns"),
            ("8,000 homes", "8000 homes"),
            ("8 per cent", "8%"),
            ("three hundred and twelve dead", "312 dead"),
            ("came on 9 October", "came on October 9"),
            ("wasn’t told", "was not told"),
            ("we’ve learnt", "We have learned"),
            ("fishing-boat", "fishing boat"),
            ("15km back", "15 kilometres back"),
            ("on the 14th", "on the 14"),
        ] {
            let norms = |text| Words::of(text).words.into_iter().map(|w| w.norm.clone()).collect::<Vec<_>>();
            assert_eq!(norms(one), norms(other), "{one}");
        }
    }

    #[test]
    fn quotations_and_cuts_are_found_where_they_stand() {
        let words = Words::of("it was “a wet wall … and a dry forecast,” he found");
        assert_eq!((words.quoted.as_slice(), words.cuts.as_slice()), (std::slice::from_ref(&(2..9)), &[5][..]));
    }

    #[test]
    fn no_text_is_too_odd() {
        for text in ["", "'", "“", "…", "%", "1.", "12,", "n't", "'s 't", "one", "hundred and", "\u{0130}’s", "ｘ１２"]
        {
            let words = Words::of(text);
            assert!(words.words.iter().all(|w| text.get(w.at.clone()).is_some()), "{text}");
        }
        assert!(Words::of(&"word ".repeat(9000)).words.len() <= MOST_WORDS);
    }
}
