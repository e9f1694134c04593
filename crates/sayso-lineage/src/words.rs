//! Words of what is told as they are compared: without case, accents and marks, in one spelling, numbers in digits.

use sayso_text::Span;

use crate::fold::fold;

/// A word with its place.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// As it is compared: folded, in one spelling, numbers in digits.
    pub(crate) plain: String,
    /// Where it stands.
    pub(crate) span: Span,
}

/// The words of a text that are no marks.
pub(crate) fn of(text: &str) -> Vec<Word> {
    let is_word = |span: &Span| span.of(text).starts_with(char::is_alphanumeric);
    let mut out: Vec<Word> = Vec::new();
    let mut spans = sayso_text::words(text).into_iter().peekable();
    while let Some(span) = spans.next() {
        if span.of(text) == "%" {
            out.push(Word { plain: "percent".to_owned(), span });
        }
        if !is_word(&span) {
            continue;
        }
        let mut end = span.end;
        // "9,770" and "3.5" are one word.
        if span.of(text).ends_with(|c: char| c.is_ascii_digit()) {
            loop {
                let mut ahead = spans.clone();
                let (Some(mark), Some(next)) = (ahead.next(), ahead.next()) else { break };
                let joins = matches!(mark.of(text), "," | ".") && mark.start == end && next.start == mark.end;
                if !joins || !next.of(text).starts_with(|c: char| c.is_ascii_digit()) {
                    break;
                }
                end = next.end;
                spans = ahead;
            }
        }
        let span = Span::new(span.start, end);
        let plain = spelled(&fold(span.of(text)));
        // "per cent" is "percent".
        match out.last_mut() {
            Some(last) if plain == "cent" && last.plain == "per" => {
                "percent".clone_into(&mut last.plain);
                last.span.end = span.end;
            }
            _ if plain.is_empty() => {}
            _ => out.push(Word { plain, span }),
        }
    }
    out
}

/// They alone, as they are compared.
pub(crate) fn plain(text: &str) -> Vec<String> {
    of(text).into_iter().map(|word| word.plain).collect()
}

/// Words with a space on each side of each, so that a run of them is found as a part of others.
pub(crate) fn spaced(words: &[String]) -> String {
    format!(" {} ", words.join(" "))
}

/// Numbers that are written out below a hundred, where one word has them.
const NUMBERS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Endings that are spelled in two ways, and the one that is compared.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("gramme", "gram"),
];

/// A folded word in one spelling.
fn spelled(word: &str) -> String {
    let bare: String = word.chars().filter(|c| !matches!(c, '\'' | '’' | 'ʼ')).collect();
    if bare.starts_with(|c: char| c.is_ascii_digit()) {
        return bare.replace(',', "");
    }
    if let Some(number) = NUMBERS.iter().position(|number| *number == bare) {
        // "One" is a pronoun as often as a number.
        return if number == 1 { bare } else { number.to_string() };
    }
    if let Some(tens) = TENS.iter().position(|tens| *tens == bare) {
        return ((tens + 2) * 10).to_string();
    }
    let long = bare.chars().nth(4).is_some();
    let ending = ENDINGS.iter().find(|(end, _)| long && bare.ends_with(end));
    ending.map_or(bare.clone(), |(end, one)| format!("{}{one}", &bare[..bare.len() - end.len()]))
}

/// Small words that say nothing of what a text is about.
pub(crate) const SMALL: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "in", "is", "it", "its", "of", "on", "or", "our", "she", "that", "the", "their", "they", "this", "to",
    "was", "we", "were", "will", "with", "would",
];

/// Where one text stands in another, as words: the same words in the same order, whatever marks are between.
pub(crate) fn find(text: &str, words: &str) -> Option<Span> {
    let (all, sought) = (of(text), plain(words));
    let at = all.windows(sought.len().max(1)).find(|window| window.iter().map(|word| &word.plain).eq(&sought))?;
    Some(Span::new(at[0].span.start, at[at.len() - 1].span.end))
}

const MONTHS: &[&str] = &[
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
];

/// Whether a word, in lower case, is a month or short for one: "nov", "sept".
pub(crate) fn is_month(word: &str) -> bool {
    word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word))
}
