//! Notes on changes that an article has itself, and of what they speak.

use crate::trace::Change;
use crate::words::{is_month, plain};

/// Words that open a note, before a colon or a dash, or alone on a line above it.
const LABELS: &[&[&str]] = &[
    &["correction"],
    &["corrections"],
    &["clarification"],
    &["correction", "and", "clarification"],
    &["corrections", "and", "clarifications"],
    &["update"],
    &["updated"],
    &["amendment"],
    &["editors", "note"],
    &["editor", "s", "note"],
];

/// What an article calls itself.
const ITSELF: &[&str] =
    &["article", "story", "report", "piece", "post", "page", "headline", "column", "dispatch", "copy"];

/// What was done to it.
const MENDED: &[&str] = &["amended", "corrected", "updated", "clarified", "changed", "edited", "revised"];

/// Which text was another.
const OLDER: &[&str] = &["earlier", "previous", "original", "first", "prior"];

/// Words of a label behind which a note begins: a day and an hour may stand there.
const LABEL_WORDS: usize = 10;

/// The notes on changes among an article's paragraphs, as they stand: "This article was amended on …", "Correction: …",
/// "An earlier version of this article said …", "Update: …". A label alone on its line goes with the paragraph after
/// it.
pub fn corrections(paragraphs: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = paragraphs.iter().map(|paragraph| paragraph.trim()).peekable();
    while let Some(paragraph) = rest.next() {
        let words = plain(paragraph);
        let is_label = LABELS.iter().any(|label| *label == words.as_slice());
        if is_label {
            let note = rest.next().unwrap_or_default();
            out.push(format!("{paragraph}\n{note}").trim().to_owned());
        } else if is_labelled(paragraph) || says_so(&words) {
            out.push(paragraph.to_owned());
        }
    }
    out
}

/// "Correction (Nov. 3): …", "UPDATE — …".
fn is_labelled(paragraph: &str) -> bool {
    let end = paragraph.find([':', '—', '–']).or_else(|| paragraph.find(" - "));
    let Some(end) = end else { return false };
    let label = plain(&paragraph[..end]);
    let opens = |known: &[&str]| label.len() >= known.len() && label.iter().zip(known).all(|(one, other)| one == other);
    let dated = |known: &[&str]| label.get(known.len()).is_none_or(|next| is_date_word(next));
    label.len() <= LABEL_WORDS && LABELS.iter().any(|known| opens(known) && dated(known))
}

fn is_date_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || is_month(word) || matches!(word, "on" | "at" | "the" | "appended")
}

/// "This article was amended", "an earlier version of this article", anywhere in a paragraph.
fn says_so(words: &[String]) -> bool {
    let is = |at: usize, of: &[&str]| words.get(at).is_some_and(|word| of.contains(&word.as_str()));
    (0..words.len()).any(|at| {
        let mended = is(at, &["this"]) && is(at + 1, ITSELF) && {
            let by = at + 2 + usize::from(is(at + 2, &["has", "have"]));
            is(by, &["was", "been", "is"]) && (is(by + 1, MENDED) || is(by + 2, MENDED))
        };
        let older = is(at, OLDER)
            && is(at + 1, &["version", "versions"])
            && is(at + 2, &["of"])
            && is(at + 3, &["this", "the"])
            && is(at + 4, ITSELF);
        mended || older
    })
}

/// Whether a change is one that a reader should be told of.
pub(super) fn is_serious(change: &Change) -> bool {
    match change {
        Change::AttributionDropped { .. }
        | Change::SourceChanged { .. }
        | Change::RelayDropped { .. }
        | Change::TermsDropped { .. }
        | Change::ReasonDropped { .. }
        | Change::FigureChanged { .. }
        | Change::BoundChanged { .. }
        | Change::QuotationAltered { .. } => true,
        Change::Hardened { .. }
        | Change::Softened { .. }
        | Change::QuotationDropped
        | Change::Trimmed
        | Change::Extended => false,
    }
}

/// Whether a note speaks of a change: by the old or the new number, by what it counts ("the number of counted votes"), by who was
/// or is the source, by anonymity, by the quotation.
/// `tellings` are the words of both tellings that the change is between.
pub(super) fn tell(notes: &[&str], change: &Change, tellings: &[&str]) -> bool {
    notes.iter().any(|note| speaks(&plain(note), change, tellings))
}

/// Words of a note that speaks of a number without giving it.
const NUMBERS: &[&str] = &[
    "number",
    "numbers",
    "figure",
    "figures",
    "amount",
    "amounts",
    "count",
    "digit",
    "digits",
    "cost",
    "costs",
    "price",
    "total",
    "toll",
    "tally",
    "sum",
    "share",
    "percentage",
    "proportion",
    "rate",
    "size",
    "length",
    "many",
    "much",
];

/// Small words that tell of nothing.
const SMALL: &[&str] = &[
    "the", "and", "was", "had", "has", "for", "were", "not", "but", "are", "his", "her", "its", "who", "all", "any",
    "out", "that", "this", "with", "from", "have", "been", "said", "says", "told", "would", "will", "which", "than",
    "more",
];

/// "Amended to correct the amount of oil on board": of a number, and of what the telling counts.
fn speaks_of_its_number(note: &[String], tellings: &[&str]) -> bool {
    let is_matter = |word: &String| {
        let word = word.as_str();
        let is_word = word.chars().nth(2).is_some() && word.starts_with(char::is_alphabetic);
        is_word && ![SMALL, ITSELF, MENDED, OLDER].iter().any(|idle| idle.contains(&word))
    };
    let is_of_a_number = note.iter().any(|word| NUMBERS.contains(&word.as_str()));
    let matters = || tellings.iter().flat_map(|telling| plain(telling)).filter(is_matter);
    is_of_a_number && matters().any(|word| note.contains(&word))
}

fn speaks(note: &[String], change: &Change, tellings: &[&str]) -> bool {
    let has_any =
        |told: &str, tells: &dyn Fn(&str) -> bool| plain(told).iter().any(|word| tells(word) && note.contains(word));
    let has = |begins: &[&str]| note.iter().any(|word| begins.iter().any(|begin| word.starts_with(begin)));
    match change {
        Change::FigureChanged { was, is } | Change::BoundChanged { was, is } => {
            let of_its_number = speaks_of_its_number(note, tellings);
            let note = without_dates(note);
            of_its_number
                || [was, is].iter().any(|told| {
                    let words = plain(told);
                    let number = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
                    let numbers: Vec<&String> = words.iter().filter(number).collect();
                    // "Dozens" has no digits.
                    let tells = if numbers.is_empty() {
                        words.iter().filter(|word| is_telling(word)).collect()
                    } else {
                        numbers
                    };
                    tells.into_iter().any(|word| note.contains(&word))
                })
        }
        Change::SourceChanged { was, is } => [was, is].iter().any(|told| has_any(told, &is_telling)),
        Change::AttributionDropped { was } | Change::RelayDropped { was } => has_any(was, &is_telling),
        Change::TermsDropped { .. } | Change::ReasonDropped { .. } => has(&["anonym", "named", "unnamed", "identif"]),
        Change::QuotationAltered { .. } => has(&["quot", "misquot"]),
        _ => false,
    }
}

/// A note's words but its dates: "amended on 12 November 2026" speaks of no twelve.
fn without_dates(note: &[String]) -> Vec<&String> {
    let month = |at: usize| note.get(at).is_some_and(|word| is_month(word));
    let is_date = |at: usize| {
        let before = (1..=2).any(|off| at >= off && month(at - off));
        // "On 3 May", but "from May 12 died" too: what stands two before a month is no day.
        before || month(at + 1)
    };
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    (0..note.len()).filter(|at| !(digit(&note[*at]) && is_date(*at))).map(|at| &note[at]).collect()
}

/// Whether a word tells who somebody is or how many there are.
fn is_telling(word: &str) -> bool {
    const SAYING: &[&str] =
        &["said", "says", "told", "according", "that", "with", "from", "this", "have", "been", "were"];
    word.chars().nth(3).is_some() && !SAYING.contains(&word)
}
