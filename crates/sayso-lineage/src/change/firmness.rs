//! How firmly a thing is said: by its cue, and by "may" and "could" in it.

use sayso_reading::{Act, Stance};

use super::link;
use crate::record::{StatementRecord, Telling};
use crate::trace::Change;
use crate::wording::{Run, Wording};
use crate::words::{Word, plain};

/// How firm a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Firmness {
    Weak,
    Plain,
    Firm,
}

/// Beginnings of cue words, with what may follow them, by how firm they are. Whoever alleges or claims stands for less
/// than who says.
const CUES: &[(Firmness, &[&str])] = &[
    (
        Firmness::Weak,
        &[
            "fear",
            "suspect",
            "suspicion",
            "believ",
            "belief",
            "think",
            "thought",
            "expect",
            "estimat",
            "alleg",
            "appear",
            "claim",
            "assum",
            "guess",
            "hope",
            "hoping",
            "worr",
            "suggest",
            "reckon",
            "feel",
            "felt",
            "predict",
            "hint",
            "rumor",
            "speculat",
            "doubt",
            "presum",
        ],
    ),
    (
        Firmness::Firm,
        &[
            "confirm",
            "announc",
            "find",
            "found",
            "conclud",
            "conclusion",
            "know",
            "knew",
            "establish",
            "prove",
            "proof",
            "determin",
            "verif",
            "reveal",
            "acknowledg",
            "admit",
            "admission",
            "demonstrat",
        ],
    ),
    (
        Firmness::Plain,
        &[
            "say", "said", "tell", "told", "report", "stat", "writ", "wrote", "accord", "add", "not", "explain",
            "remark", "comment", "describ", "put", "call", "mention", "repeat", "reiterat",
        ],
    ),
];

/// Words that begin like a cue of the table and are none.
const NO_CUES: &[&str] = &["not", "foundation", "station", "feeling", "address"];

/// Beginnings of cue words by which a source says no to its content.
const DENIALS: &[&str] =
    &["denie", "deny", "denial", "reject", "dismiss", "disput", "refut", "rebut", "disown", "disavow"];

/// Words in a content that keep it open.
const OPEN: &[&str] = &[
    "may",
    "might",
    "could",
    "possibly",
    "perhaps",
    "probably",
    "likely",
    "maybe",
    "apparently",
    "allegedly",
    "reportedly",
    "suspected",
    "alleged",
    "seemingly",
    "presumably",
    "potentially",
    "appears",
    "appeared",
    "seems",
    "seemed",
];

/// Words between those that keep a thing open and the thing.
const AUXILIARIES: &[&str] = &[
    "be", "been", "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "will", "would", "to", "also",
    "well", "still",
];

/// Words that say no.
const NEGATIONS: &[&str] = &["not", "never", "no"];

/// Letters that forms of one word have in common: "close" and "closed".
const STEM: usize = 4;

/// Words of cues with which a writer says that something is so, and somebody knew it.
const KNOWING: &[&str] = &[
    "aware",
    "forgot",
    "forgotten",
    "heard",
    "knew",
    "know",
    "known",
    "knows",
    "noticed",
    "realised",
    "realized",
    "saw",
    "seen",
];

/// Whether somebody knew what another says: "the town had known that", "rescuers had heard".
pub(crate) fn is_knowing(statement: &StatementRecord) -> bool {
    !statement.cue.is_empty() && plain(&statement.cue).iter().any(|word| KNOWING.contains(&word.as_str()))
}

/// Whether a source says no to what it is given with: "denied that", "did not say that".
pub(crate) fn denies(statement: &StatementRecord) -> bool {
    let says_no = |word: &String| DENIALS.iter().any(|begins| word.starts_with(begins));
    statement.negated || plain(&statement.cue).iter().any(says_no)
}

/// Beginnings of a content that say no to the rest of it.
const NOT_SO: &[&str] = &[
    "not true",
    "wasnt true",
    "isnt true",
    "not correct",
    "not right",
    "not the case",
    "not a fact",
    "untrue",
    "false",
    "wrong",
    "incorrect",
    "a lie",
    "a myth",
    "a fairy tale",
    "nonsense",
    "no truth in the claim",
    "no truth in the report",
    "no truth to the claim",
    "no truth to the report",
    "no truth to it",
];

/// Whether a content begins by saying no to the rest: "that *it was not true* that …", "there was no truth in the report that …".
pub(crate) fn begins_with_no(content: &str) -> bool {
    let words: Vec<String> = plain(content).iter().map(|word| word.replace(['\'', '’'], "")).collect();
    let mut words = words.iter().map(String::as_str).skip_while(|word| *word == "that");
    let begins = matches!(words.next(), Some("it" | "there" | "its" | "theres"));
    let rest =
        words.skip_while(|word| matches!(*word, "is" | "was" | "would" | "be" | "simply" | "just" | "absolutely"));
    let rest: Vec<&str> = rest.take(6).collect();
    let rest = rest.join(" ");
    begins && NOT_SO.iter().any(|no| rest.strip_prefix(no).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Adds what became of the cue's firmness. Who denied and who did not say so are not compared.
pub(super) fn of_cue(before: &Telling, after: &Telling, out: &mut Vec<Change>) {
    let (Some(was), Some(is)) = (firmness(before), firmness(after)) else { return };
    let words = || (link(before), link(after));
    match was.cmp(&is) {
        std::cmp::Ordering::Less => out.extend(Some(words()).map(|(was, is)| Change::Hardened { was, is })),
        std::cmp::Ordering::Greater => out.extend(Some(words()).map(|(was, is)| Change::Softened { was, is })),
        std::cmp::Ordering::Equal => {}
    }
}

/// How firmly a source puts it: the weakest word of a cue decides, "said they believe". None where it wants something, or says no.
fn firmness(telling: &Telling) -> Option<Firmness> {
    let statement = telling.statement.as_ref().filter(|statement| statement.root().is_some())?;
    if denies(statement) || matches!(statement.stance, Some(Stance::Denies | Stance::Rejects)) {
        return None;
    }
    let of = |word: &String| {
        let has = |begins: &&[&str]| begins.iter().any(|begin| word.starts_with(begin));
        let found = CUES.iter().find(|(_, begins)| has(begins)).map(|(firmness, _)| *firmness);
        found.filter(|_| !NO_CUES.contains(&word.as_str()))
    };
    let by_act = match statement.act {
        Act::Says => Firmness::Plain,
        Act::Thinks => Firmness::Weak,
        Act::Wants => return None,
    };
    plain(&statement.cue).iter().filter_map(of).min().or(Some(by_act))
}

/// Whether a word only leaves open what is told, or stands between one that does and what it is said of.
pub(super) fn is_open(word: &str) -> bool {
    OPEN.contains(&word) || AUXILIARIES.contains(&word) || NEGATIONS.contains(&word)
}

/// Adds "may" and its like that are gone from before what stayed, or came to stand there.
pub(super) fn of_content(wording: &Wording<'_>, out: &mut Vec<Change>) {
    for (at, run) in wording.runs.iter().enumerate().filter(|(_, run)| !run.is_same) {
        let (gone, new) = (&wording.was[run.was.clone()], &wording.is[run.is.clone()]);
        // "In May" keeps nothing open.
        let opens = |words: &[Word], text: &str| {
            words.iter().any(|word| OPEN.contains(&word.plain.as_str()) && word.span.of(text) != "May")
        };
        let (was_open, is_open) = (opens(gone, wording.before), opens(new, wording.after));
        let says_no = |words: &[Word]| words.iter().any(|word| NEGATIONS.contains(&word.plain.as_str()));
        if was_open == is_open || says_no(gone) != says_no(new) {
            continue;
        }
        let Some(Run { was, is, .. }) = with_what_it_is_said_of(wording, run, at + 1 < wording.runs.len()) else {
            continue;
        };
        let (was, is) = (wording.was_told(was).to_owned(), wording.is_told(is).to_owned());
        out.push(if was_open { Change::Hardened { was, is } } else { Change::Softened { was, is } });
    }
}

/// A run of words that only leave something open or don't, and the word behind it in both texts; or one whose last words are forms
/// of one. Else both speak of other things.
fn with_what_it_is_said_of(wording: &Wording<'_>, run: &Run, is_followed: bool) -> Option<Run> {
    let is_light = |words: &[Word]| words.iter().all(|word| is_open(&word.plain));
    let (gone, new) = (&wording.was[run.was.clone()], &wording.is[run.is.clone()]);
    if is_followed && is_light(gone) && is_light(new) {
        return Some(Run { is_same: false, was: run.was.start..run.was.end + 1, is: run.is.start..run.is.end + 1 });
    }
    let ((was, gone), (is, new)) = (gone.split_last()?, new.split_last()?);
    let stem = |word: &Word| word.plain.chars().take(STEM).collect::<String>();
    (stem(was) == stem(is) && is_light(gone) && is_light(new)).then(|| run.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_may_begin_by_saying_no_to_the_rest() {
        for no in [
            "It was not true that the radar had failed",
            "that it was simply untrue that the radar had failed",
            "there was no truth in the claim that the radar had failed",
            "it is false",
            "It wasn’t true that the radar had failed",
        ] {
            assert!(begins_with_no(no), "{no}");
        }
        for other in [
            "It was true that the radar had failed",
            "the claim was false",
            "there was no truth commission",
            "It was not truly dark",
            "",
        ] {
            assert!(!begins_with_no(other), "{other}");
        }
    }
}
