//! Headlines that charge somebody with a wrong in their own voice: “Treasurer plundered choir fund”.

use std::ops::Range;

use sayso_reading::overlap::stems;
use sayso_reading::{Act, Attribution};
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
/// Verbs that may tell of a wrong: they charge with one where the body has it in dispute.
const DISPUTED: &[&str] = &[
    "abandoned",
    "abused",
    "assaulted",
    "attacked",
    "beat",
    "bullied",
    "buried",
    "cheated",
    "concealed",
    "covered",
    "deceived",
    "destroyed",
    "diverted",
    "dumped",
    "emptied",
    "erased",
    "fixed",
    "hacked",
    "hid",
    "ignored",
    "kidnapped",
    "leaked",
    "lied",
    "looted",
    "misled",
    "misused",
    "neglected",
    "overcharged",
    "pilfered",
    "pressured",
    "raided",
    "ransacked",
    "robbed",
    "skimmed",
    "smuggled",
    "spied",
    "squandered",
    "stabbed",
    "starved",
    "stole",
    "stripped",
    "threatened",
    "underpaid",
    "wiped",
    "withheld",
];
/// Verbs and phrases that name a cause.
const CAUSES: &[&str] = &[
    "brought down",
    "caused",
    "destroyed",
    "derailed",
    "ignited",
    "killed",
    "led to",
    "sank",
    "set off",
    "sickened",
    "sparked",
    "started",
    "triggered",
    "wrecked",
    "behind",
    "to blame for",
];
/// What says in a body that a charge is somebody’s word or is denied.
const IN_DISPUTE: &[&str] = &[
    "accused of",
    "accuses",
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "alleged",
    "alleges",
    "alleging",
    "allegedly",
    "charged with",
    "went on trial",
    "on trial",
    "goes on trial",
    "not guilty",
    "prosecutors say",
    "suspected of",
    "under suspicion",
];
/// Plain verbs: they charge with a wrong where somebody stands accused of just that.
const ACTS: &[&str] = &[
    "broke", "burned", "bought", "drove", "gave", "kept", "killed", "let", "lit", "mixed", "paid", "planted", "poured",
    "pushed", "put", "ran", "sent", "shot", "slashed", "smashed", "sold", "spent", "struck", "threw", "took", "tossed",
    "tricked", "used", "watered",
];
/// What says that it is before a court or a commission and not settled.
const BEFORE_A_COURT: &[&str] = &[
    "accused of",
    "went on trial",
    "on trial",
    "charged with",
    "alleged",
    "opened proceedings against",
    "opened an investigation into",
    "opened an inquiry into",
    "investigation into",
    "is investigating",
    "are investigating",
    "proceedings against",
    "complaint against",
];
/// What says in a body that nobody knows the cause yet.
const OPEN: &[&str] = &[
    "not ruled out",
    "not rule out",
    "too early to tell",
    "too early to say what",
    "too early to say whether",
    "too early to say how",
    "too soon to tell",
    "too soon to say what",
    "too soon to say whether",
    "cause was not known",
    "cause is not known",
    "cause was not yet known",
    "cause is not yet known",
    "cause was unknown",
    "cause is unknown",
    "cause was unclear",
    "cause is unclear",
    "cause remains unclear",
    "cause remained unclear",
    "cause is under investigation",
    "cause was under investigation",
    "cause is being investigated",
    "cause was being investigated",
    "cause has not been",
    "cause had not been",
    "cause has yet to",
    "cause had yet to",
    "no cause",
    "not known what caused",
    "not clear what caused",
    "unclear what caused",
    "investigating the cause",
    "investigating what caused",
    "looking into the cause",
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
    if is_answered(headline) || (0..headline.words.len()).any(|at| UNKNOWN.contains(&headline.lower(at))) {
        return None;
    }
    let lower = |at: usize| headline.lower(at);
    let charges = |at: usize| {
        let has_subject = has_subject(headline, at);
        if has_subject && has_object(headline, at) && WRONGS.contains(&lower(at)) {
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

/// The words of a headline that charge somebody with what the body has in dispute: “Dairy hid sick cows from inspectors”, of
/// which a sentence says “alleged” or “accused of” and has so many words of the headline.
pub(super) fn disputed(desk: &Desk<'_>, headline: &Sentence<'_>) -> Option<Span> {
    const SAME: usize = 2;
    /// And so many of a headline whose verb is plain.
    const PLAIN: usize = 3;
    if is_answered(headline) || (0..headline.words.len()).any(|at| UNKNOWN.contains(&headline.lower(at))) {
        return None;
    }
    let charges = |at: &usize| {
        let is_led = matches!(headline.lower(*at + 1), "to" | "on" | "up" | "for") && *at + 2 < headline.words.len();
        let fits = DISPUTED.contains(&headline.lower(*at)) || WRONGS.contains(&headline.lower(*at));
        (fits && has_subject(headline, *at) && (is_led || has_object(headline, *at))) || sets_alight(headline, *at)
    };
    let own = stems(headline.text, &[headline.whole]);
    let shared = |sentence: &Sentence<'_>| {
        let said = stems(headline.text, &[sentence.whole]);
        said.iter().filter(|stem| own.contains(stem)).count()
    };
    let acts =
        |at: &usize| ACTS.contains(&headline.lower(*at)) && has_subject(headline, *at) && has_object(headline, *at);
    let Some(verb) = (0..headline.words.len()).find(charges) else {
        let verb = (0..headline.words.len()).find(acts)?;
        let is_charged = desk.body().any(|line| has(&line.sentence, BEFORE_A_COURT) && shared(&line.sentence) >= PLAIN);
        return is_charged.then(|| headline.span(&(verb..verb + 1)));
    };
    let is_of_it = |sentence: &Sentence<'_>| {
        (has(sentence, IN_DISPUTE) || has(sentence, BEFORE_A_COURT)) && shared(sentence) >= SAME
    };
    let in_dispute = desk.body().any(|line| is_of_it(&line.sentence)) || is_believed(desk, headline, SAME);
    in_dispute.then(|| headline.span(&(verb..verb + 1)))
}

/// Whether the body gives what a headline says as what somebody believes, suspects or claims.
fn is_believed(desk: &Desk<'_>, headline: &Sentence<'_>, least: usize) -> bool {
    const BELIEVES: &[&str] = &[
        "believe",
        "believes",
        "believed",
        "suspect",
        "suspects",
        "suspected",
        "think",
        "thinks",
        "claim",
        "claims",
        "claimed",
        "allege",
        "alleges",
        "alleged",
        "accuse",
        "accuses",
        "accused",
        "accusing",
        "assume",
        "assumes",
    ];
    let own = stems(headline.text, &[headline.whole]);
    desk.by_the_writer().any(|a| {
        let has_one =
            |cue: &Span| crate::words::lower(desk.text, *cue).iter().any(|word| BELIEVES.contains(&word.as_str()));
        let said = stems(desk.text, &a.content);
        a.confidence >= SURE
            && !a.negated
            && a.cue.iter().any(has_one)
            && said.iter().filter(|stem| own.contains(stem)).count() > least
    })
}

/// An attribution that is read with less confidence is nobody’s belief.
const SURE: f32 = 0.5;

/// Whether a headline has a verb that may charge its subject with a wrong.
pub(super) fn may_charge(headline: &Sentence<'_>) -> bool {
    (0..headline.words.len()).any(|at| {
        let fits = DISPUTED.contains(&headline.lower(at)) || WRONGS.contains(&headline.lower(at));
        (fits && has_subject(headline, at) && has_object(headline, at)) || sets_alight(headline, at)
    })
}

/// Whether a headline names a cause.
pub(super) fn names_cause(headline: &Sentence<'_>) -> bool {
    (0..headline.words.len()).any(|at| named_cause(headline, at).is_some())
}

/// “Set depot alight”, “set fire to the hall”.
fn sets_alight(headline: &Sentence<'_>, at: usize) -> bool {
    /// As many words may stand between.
    const WITHIN: usize = 6;
    let burns =
        |at: usize| matches!(headline.lower(at), "alight" | "ablaze" | "fire") && headline.lower(at - 1) != "the";
    headline.lower(at) == "set" && has_subject(headline, at) && (at + 1..at + WITHIN).any(burns)
}

/// Wrongs that a headline tells of without saying who did them: “Donations stolen at food bank”.
const DONE: &[&str] = &[
    "abused",
    "beaten",
    "bullied",
    "diverted",
    "doctored",
    "drugged",
    "embezzled",
    "faked",
    "falsified",
    "forged",
    "looted",
    "misappropriated",
    "misspent",
    "mistreated",
    "misused",
    "neglected",
    "overcharged",
    "pilfered",
    "plundered",
    "pocketed",
    "rigged",
    "siphoned",
    "squandered",
    "starved",
    "stolen",
    "swindled",
    "underpaid",
];
/// Whom such a wrong is laid to inside a house.
const INSIDERS: &[&str] = &[
    "accountant",
    "board",
    "bookkeeper",
    "bursar",
    "captain",
    "carer",
    "carers",
    "cashier",
    "chairman",
    "chairwoman",
    "chief",
    "clerk",
    "coach",
    "colleague",
    "director",
    "employee",
    "executive",
    "founder",
    "guard",
    "guards",
    "head",
    "headmaster",
    "housekeeper",
    "manager",
    "managers",
    "mayor",
    "nurse",
    "nurses",
    "officer",
    "organiser",
    "organizer",
    "owner",
    "parson",
    "pastor",
    "president",
    "priest",
    "principal",
    "secretary",
    "staff",
    "steward",
    "storekeeper",
    "supervisor",
    "teacher",
    "treasurer",
    "trustee",
    "vicar",
    "volunteer",
    "warden",
];
/// What says in a body that it is being looked into.
const LOOKED_INTO: &[&str] = &[
    "opened an inquiry",
    "opened an investigation",
    "are investigating",
    "is investigating",
    "under investigation",
    "an inquiry",
    "an investigation",
    "looking into",
    "suspended",
    "accused of",
    "allegation",
    "allegations",
    "denies",
    "denied",
    "complaint",
    "complaints",
];

/// The words of a headline that tell of a wrong as done, where the body has it from somebody who lays it to an insider, and an inquiry
/// is not over.
pub(super) fn laid_to_somebody(desk: &Desk<'_>, headline: &Sentence<'_>) -> Option<Span> {
    /// As many words may stand between an insider’s title and what he did: his name.
    const NAME: usize = 6;
    if is_answered(headline) || (0..headline.words.len()).any(|at| UNKNOWN.contains(&headline.lower(at))) {
        return None;
    }
    let is_done = |at: &usize| {
        let next = headline.lower(*at + 1);
        DONE.contains(&headline.lower(*at))
            && *at > 0
            && is_word(headline.lower(*at - 1))
            && !matches!(headline.lower(*at - 1), "of" | "the" | "a" | "over" | "for" | "not" | "never" | "who")
            && (next.is_empty() || next == "." || matches!(next, "at" | "in" | "from" | "on" | "for" | "by"))
    };
    let verb = (0..headline.words.len()).find(is_done)?;
    let lays = |a: &Attribution| {
        let by_police = a.source.iter().any(|source| {
            let lower = crate::words::lower(desk.text, *source);
            lower.iter().any(|word| matches!(word.as_str(), "police" | "court" | "detectives" | "prosecutors"))
        });
        let tells = |content: &Span| {
            let said = Sentence::of(desk.text, *content);
            (0..said.words.len()).filter(|at| INSIDERS.contains(&said.lower(*at))).any(|at| {
                (at + 1..=at + NAME).any(|at| matches!(said.lower(at), "had" | "has" | "have" | "took" | "used"))
            })
        };
        a.act == Act::Says && !a.negated && !by_police && a.content.iter().any(tells)
    };
    let is_open = desk.body().any(|line| has(&line.sentence, LOOKED_INTO));
    (is_open && desk.by_the_writer().any(lays)).then(|| headline.span(&(verb..verb + 1)))
}

/// The words of a headline that name a cause which the body leaves open: “Worn cable caused mill fire”.
pub(super) fn cause(desk: &Desk<'_>, headline: &Sentence<'_>) -> Option<Span> {
    if is_answered(headline) {
        return None;
    }
    let cause = (0..headline.words.len()).find_map(|at| named_cause(headline, at))?;
    let is_open = desk.body().any(|line| has(&line.sentence, OPEN));
    is_open.then(|| headline.span(&cause))
}

/// The words that name a cause, if they stand at a word.
fn named_cause(headline: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let end = CAUSES.iter().find_map(|phrase| headline.phrase(at, phrase))?;
    let has_cause = at > 0 && !BEFORE.contains(&headline.lower(at - 1)) && is_word(headline.lower(at - 1));
    let of_something = is_word(headline.lower(end)) && !BEHIND.contains(&headline.lower(end));
    (has_cause && of_something).then_some(at..end)
}

/// Whether a headline says whose word it is. A quotation behind a colon is nobody’s answer to what stands before it.
fn is_answered(headline: &Sentence<'_>) -> bool {
    /// Fewer words before a colon are a speaker’s name, or what it is about.
    const LONG: usize = 4;
    const MARKS: [char; 5] = ['“', '‘', '"', '\'', '«'];
    let colon = (LONG..headline.words.len()).find(|at| headline.lower(*at) == ":");
    let colon = colon.filter(|at| headline.word(*at + 1).starts_with(MARKS));
    let end = colon.unwrap_or(headline.words.len());
    (0..end).any(|at| ANSWERED.contains(&headline.lower(at)))
}

fn has_subject(headline: &Sentence<'_>, at: usize) -> bool {
    at > 0 && !BEFORE.contains(&headline.lower(at - 1)) && is_word(headline.lower(at - 1))
}

fn has_object(headline: &Sentence<'_>, at: usize) -> bool {
    let next = headline.lower(at + 1);
    is_word(next) && !BEHIND.contains(&next) && !next.ends_with("ly")
}

fn has(sentence: &Sentence<'_>, phrases: &[&str]) -> bool {
    (0..sentence.words.len()).any(|at| phrases.iter().any(|phrase| sentence.phrase(at, phrase).is_some()))
}

fn is_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '£' | '$' | '€'))
}

/// Whether an article tells that a court found somebody guilty, or that he owned up to it all.
pub(super) fn is_settled(desk: &Desk<'_>) -> bool {
    let tells = |phrases: &[&str]| desk.body().any(|line| has(&line.sentence, phrases));
    tells(FOUND) || (tells(OWNED) && !tells(FOUGHT))
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
