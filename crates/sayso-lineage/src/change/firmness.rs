//! How firmly a thing is said: by its cue, and by "may" and "could" in it.

use sayso_reading::{Act, Stance};

use super::link;
use super::words::{Difference, plain};
use crate::record::StatementRecord;
use crate::trace::Change;

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

/// Words that one exchange of "may have been" for "was" reaches; more is another sentence.
const NEAR: usize = 4;

/// Adds what became of the cue's firmness. Who denied and who did not say so are not compared.
pub(super) fn of_cue(was: &StatementRecord, is: &StatementRecord, out: &mut Vec<Change>) {
    let says_no = |one: &StatementRecord| one.negated || matches!(one.stance, Some(Stance::Denies | Stance::Rejects));
    if says_no(was) || says_no(is) || is.source.is_none() {
        return;
    }
    let (Some(before), Some(after)) = (firmness(was), firmness(is)) else { return };
    match before.cmp(&after) {
        std::cmp::Ordering::Less => out.push(Change::Hardened { was: link(was), is: link(is) }),
        std::cmp::Ordering::Greater => out.push(Change::Softened { was: link(was), is: link(is) }),
        std::cmp::Ordering::Equal => {}
    }
}

/// The weakest word of a cue decides: "said they believe".
fn firmness(statement: &StatementRecord) -> Option<Firmness> {
    let words = plain(&statement.cue);
    let of = |word: &String| {
        let has = |begins: &&[&str]| begins.iter().any(|begin| word.starts_with(begin));
        let found = CUES.iter().find(|(_, begins)| has(begins)).map(|(firmness, _)| *firmness);
        found.filter(|_| !NO_CUES.contains(&word.as_str()))
    };
    words.iter().filter_map(of).min().or(match statement.act {
        Act::Says => Some(Firmness::Plain),
        Act::Thinks => Some(Firmness::Weak),
        Act::Wants => None,
    })
}

/// Adds "may" and its like that are gone from where other words of the sentence stayed, or came to stand there.
pub(super) fn of_content(wording: &Difference<'_>, out: &mut Vec<Change>) {
    let opens = |words: &[super::words::Word]| words.iter().any(|word| OPEN.contains(&word.plain.as_str()));
    for (at, run) in wording.runs.iter().enumerate().filter(|(_, run)| !run.is_same) {
        let (gone, new) = (run.was.1 - run.was.0, run.is.1 - run.is.0);
        // What is cut off at an end says nothing of what stays.
        let is_within = at + 1 < wording.runs.len() || (gone > 0 && new > 0);
        if gone > NEAR || new > NEAR || !is_within {
            continue;
        }
        let was_open = opens(&wording.was[run.was.0..run.was.1]);
        let is_open = opens(&wording.is[run.is.0..run.is.1]);
        if was_open == is_open {
            continue;
        }
        let was = wording.was_told((run.was.0, (run.was.1 + 1).min(wording.was.len()))).to_owned();
        let is = wording.is_told((run.is.0, (run.is.1 + 1).min(wording.is.len()))).to_owned();
        out.push(if was_open { Change::Hardened { was, is } } else { Change::Softened { was, is } });
    }
}
