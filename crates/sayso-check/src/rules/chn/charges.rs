//! Headlines that charge somebody with a wrong in their own voice: “Treasurer plundered choir fund”.

use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::Desk;

/// Verbs that charge whoever stands before them with a wrong, if an object follows: in headlines “Widow fleeced by roofer” and
/// “Roofer fleeced widow” differ by nothing else.
const WRONGS: &[&str] = &[
    "blackmailed",
    "bribed",
    "burgled",
    "conned",
    "defrauded",
    "doctored",
    "drugged",
    "duped",
    "embezzled",
    "extorted",
    "faked",
    "falsified",
    "fleeced",
    "forged",
    "groped",
    "harassed",
    "laundered",
    "masterminded",
    "molested",
    "murdered",
    "plundered",
    "pocketed",
    "poisoned",
    "raped",
    "rigged",
    "sabotaged",
    "scammed",
    "siphoned",
    "stalked",
    "strangled",
    "swindled",
    "torched",
    "tortured",
];
/// Words that make a wrong of what is told.
const ON_PURPOSE: &[&str] = &["on purpose", "in cold blood", "deliberately", "knowingly"];
/// “Staged his own raid”.
const STAGED: &[&str] = &["staged", "planned", "arranged", "plotted"];
const STAGED_WHAT: &[&str] = &[
    "raid",
    "robbery",
    "heist",
    "burglary",
    "kidnapping",
    "kidnap",
    "abduction",
    "death",
    "murder",
    "shooting",
    "attack",
    "arson",
];
/// As many words may stand between.
const BETWEEN: usize = 4;

/// Words before such a verb that make another thing of it: a passive, an infinitive, a clause about somebody.
const BEFORE: &[&str] = &[
    "was", "were", "is", "are", "be", "been", "being", "get", "gets", "got", "who", "that", "which", "of", "for", "by",
    "in", "to", "the", "a", "not", "never", "over", "and",
];
/// Words behind it that are no object.
const BEHIND: &[&str] = &[
    "in", "by", "at", "on", "of", "out", "over", "for", "after", "as", "with", "to", "from", "during", "near", "while",
    "amid", "outside", "again", "before", "when", "and", "then", "into", "inside", "behind", "under", "twice", "since",
];
/// Who did it is nobody yet: that it was done is what is told.
const UNKNOWN: &[&str] = &[
    "thieves",
    "thief",
    "robbers",
    "robber",
    "gunmen",
    "gunman",
    "raiders",
    "burglars",
    "burglar",
    "hackers",
    "vandals",
    "arsonists",
    "arsonist",
    "attackers",
    "attacker",
    "fraudsters",
    "scammers",
    "gang",
    "gangs",
    "killer",
    "murderer",
    "rapist",
    "criminals",
    "mob",
    "intruder",
    "intruders",
    "they",
];
/// Words of a headline that says whose word it is, that a court found it, or that it is open.
const ANSWERED: &[&str] = &[
    "?",
    ":",
    "say",
    "says",
    "said",
    "claim",
    "claims",
    "claimed",
    "alleged",
    "allegedly",
    "allege",
    "alleges",
    "accused",
    "accuse",
    "accuses",
    "charged",
    "charge",
    "charges",
    "charging",
    "court",
    "jury",
    "judge",
    "trial",
    "guilty",
    "jailed",
    "jail",
    "prison",
    "convicted",
    "sentenced",
    "denies",
    "denied",
    "deny",
    "may",
    "might",
    "could",
    "if",
    "whether",
    "suspected",
    "suspect",
    "police",
    "prosecutors",
    "prosecutor",
    "told",
    "tells",
    "hears",
    "heard",
    "probe",
    "report",
    "reports",
    "reportedly",
    "admits",
    "admitted",
    "confesses",
    "confessed",
    "pleads",
    "arrested",
    "arrest",
    "inquiry",
    "lawsuit",
    "sues",
    "sued",
    "study",
    "book",
    "film",
    "drama",
    "review",
    "novel",
    "history",
    "how",
    "why",
];

/// The words of a headline that charge somebody with a wrong; none where it says whose word that is.
pub(super) fn charge(headline: &Sentence<'_>) -> Option<Span> {
    let lower = |at: usize| headline.lower(at);
    if (0..headline.words.len()).any(|at| ANSWERED.contains(&lower(at)) || UNKNOWN.contains(&lower(at))) {
        return None;
    }
    let charges = |at: usize| {
        let has_subject = at > 0 && !BEFORE.contains(&lower(at - 1)) && is_word(lower(at - 1));
        let has_object = is_word(lower(at + 1)) && !BEHIND.contains(&lower(at + 1)) && !lower(at + 1).ends_with("ly");
        if has_subject && has_object && WRONGS.contains(&lower(at)) {
            return Some(at + 1);
        }
        if let Some(end) = ON_PURPOSE.iter().find_map(|phrase| headline.phrase(at, phrase)).filter(|_| at > 1) {
            return Some(end);
        }
        let staged =
            has_subject && STAGED.contains(&lower(at)) && (at + 1..at + 1 + BETWEEN).any(|at| lower(at) == "own");
        let what = (at + 1..at + 2 + BETWEEN).find(|at| STAGED_WHAT.contains(&lower(*at)));
        what.filter(|_| staged).map(|what| what + 1)
    };
    (0..headline.words.len()).find_map(|at| Some(headline.span(&(at..charges(at)?))))
}

fn is_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '£' | '$' | '€'))
}

/// Whether an article tells that a court found somebody guilty, or that he owned up to it all.
pub(super) fn is_settled(desk: &Desk<'_>) -> bool {
    let has = |phrases: &[&str]| {
        let mut sentences = desk.body().map(|line| &line.sentence);
        sentences.any(|sentence| {
            (0..sentence.words.len()).any(|at| phrases.iter().any(|phrase| sentence.phrase(at, phrase).is_some()))
        })
    };
    has(FOUND) || (has(OWNED) && !has(FOUGHT))
}

const FOUND: &[&str] = &[
    "convicted",
    "found guilty",
    "was jailed",
    "were jailed",
    "been jailed",
    "was sentenced",
    "were sentenced",
    "been sentenced",
    "sentenced him",
    "sentenced her",
    "sentenced them",
    "jailed for",
    "ruled that",
    "jury found",
    "court found",
    "tribunal found",
    "judge found",
];
const OWNED: &[&str] = &[
    "pleaded guilty",
    "pleads guilty",
    "pleading guilty",
    "pled guilty",
    "confessed",
    "has admitted",
    "had admitted",
    "admitted to",
];
const FOUGHT: &[&str] = &["not guilty", "denied", "denies", "deny"];
