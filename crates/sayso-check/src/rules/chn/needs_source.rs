//! Which of what a headline states as fact needs its source there.
//!
//! A body that decides, measures or sees a thing makes it known, and nobody disputes it: “Council to close pool”, “Quake of 6.1
//! strikes Ludra”. A headline that gives what only an accuser, one side, another outlet or somebody unnamed says is another matter, and
//! so is one that leaves out the doubt of its source.

use std::collections::HashSet;

use sayso_reading::overlap::{stem, stems};
use sayso_reading::{Act, Attribution, Source, SourceType, Stance};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::charges;
use super::outlets::{OUTLET_WORDS, Outlets};
use crate::Desk;

/// Verbs of what one does to another: who says that it was done is most often the other.
const HOSTILE: &[&str] = &[
    "abducted",
    "ambushed",
    "assassinated",
    "attacked",
    "attacks",
    "beat",
    "bombed",
    "bombs",
    "breached",
    "burned",
    "burnt",
    "crossed",
    "crosses",
    "deported",
    "downed",
    "drained",
    "executed",
    "expelled",
    "fired",
    "fires",
    "flooded",
    "hit",
    "hits",
    "invaded",
    "invades",
    "jammed",
    "kidnapped",
    "killed",
    "kills",
    "looted",
    "massacred",
    "mined",
    "poisoned",
    "raided",
    "raids",
    "rammed",
    "ransacked",
    "seized",
    "seizes",
    "shelled",
    "shells",
    "shot",
    "stormed",
    "storms",
    "strikes",
    "struck",
    "tortured",
    "violated",
    "violates",
    "wounded",
    "destroyed",
    "destroys",
    "blocked",
    "blocks",
    "broke",
    "cut",
];
/// Words for a death, injury or loss that is counted.
const TOLL: &[&str] = &[
    "dead",
    "killed",
    "die",
    "died",
    "deaths",
    "injured",
    "wounded",
    "hurt",
    "missing",
    "kills",
    "casualties",
    "displaced",
    "homeless",
    "massacre",
    "victims",
    "killing",
    "dies",
];
/// What doubts in a body’s sentence, or makes of a thing a belief.
const DOUBTS: &[&str] = &[
    "may",
    "might",
    "could",
    "appear",
    "appears",
    "appeared",
    "possibly",
    "perhaps",
    "probably",
    "likely",
    "suggests",
    "suggest",
    "suggested",
    "seems",
    "seemed",
    "apparently",
    "allegedly",
    "reportedly",
    "suspected",
    "believed",
    "thought",
    "presumably",
    "preliminary",
    "provisional",
    "potentially",
];
/// Cues of what nobody has seen or can vouch for.
const WEAK: &[&str] = &[
    "believe",
    "believes",
    "believed",
    "suspect",
    "suspects",
    "suspected",
    "claim",
    "claims",
    "claimed",
    "allege",
    "alleges",
    "alleged",
    "think",
    "thinks",
    "thought",
    "accuse",
    "accused",
    "accuses",
    "accusing",
    "fear",
    "fears",
    "feared",
    "assume",
    "assumes",
    "assumed",
    "insist",
    "insists",
    "insisted",
    "maintain",
    "maintains",
    "maintained",
    "contend",
    "contends",
    "contended",
    "argue",
    "argues",
    "argued",
    "speculate",
    "speculated",
    "rumour",
    "rumor",
    "theory",
    "blame",
    "blamed",
    "blames",
    "charge",
    "charged",
    "suspicion",
    "hunch",
    "guess",
    "guessed",
    "complain",
    "complained",
    "asserted",
    "asserts",
    "boasted",
];
/// Words of a headline that keep a thing open or say that it is said or to come.
const OPEN: &[&str] = &[
    "may",
    "might",
    "could",
    "suspect",
    "suspects",
    "suspected",
    "believe",
    "believes",
    "believed",
    "say",
    "says",
    "said",
    "claim",
    "claims",
    "claimed",
    "allege",
    "alleges",
    "alleged",
    "allegedly",
    "reportedly",
    "reports",
    "report",
    "accuse",
    "accuses",
    "accused",
    "feared",
    "fear",
    "fears",
    "seen",
    "linked",
    "tied",
    "told",
    "warn",
    "warns",
    "possible",
    "likely",
    "suggests",
    "suggest",
    "study",
    "hints",
    "denies",
    "denied",
    "rejects",
    "disputes",
    "accusation",
    "allegation",
    "allegations",
    "claimed",
    "apparent",
    "probable",
    "thought",
    "blame",
    "blames",
    "blamed",
    "hopes",
    "hope",
    "expects",
    "forecast",
    "predicts",
    "talks",
    "seeks",
    "wants",
    "urges",
    "calls",
    "questions",
    "over",
    "row",
    "dispute",
    "complain",
    "complains",
    "probe",
    "inquiry",
    "asks",
    "thinks",
    "finds",
    "found",
    "shows",
    "show",
];
/// Words of sources who take a side.
const SIDES: &[&str] = &[
    "army",
    "military",
    "troops",
    "forces",
    "front",
    "rebels",
    "rebel",
    "militia",
    "insurgents",
    "fighters",
    "general",
    "staff",
    "defence",
    "defense",
    "navy",
    "command",
    "activists",
    "activist",
    "opposition",
    "union",
    "lawyer",
    "lawyers",
    "attorney",
    "critics",
    "rivals",
    "residents",
    "resident",
    "villagers",
    "neighbours",
    "neighbors",
    "relatives",
    "families",
    "family",
    "campaigners",
    "protesters",
    "former",
    "ex",
    "victims",
    "witnesses",
    "witness",
    "plaintiffs",
    "plaintiff",
    "defendant",
    "party",
    "supporters",
    "tenants",
    "workers",
    "employees",
    "parents",
    "border",
    "guards",
    "guard",
    "intelligence",
];
/// Words of sources who find a thing out by their office.
const FINDERS: &[&str] = &[
    "police",
    "court",
    "judge",
    "jury",
    "tribunal",
    "coroner",
    "inquest",
    "inquiry",
    "commission",
    "report",
    "audit",
    "auditors",
    "auditor",
    "investigators",
    "inspectors",
    "inspectorate",
    "ombudsman",
    "regulator",
    "agency",
    "study",
    "brigade",
    "firefighters",
    "fire",
    "rescuers",
    "hospital",
    "service",
    "institute",
    "bureau",
    "office",
    "verdict",
    "ruling",
    "researchers",
    "scientists",
    "team",
    "university",
    "sheriff",
    "coastguard",
    "coast",
    "analysis",
    "doctors",
];

/// Whether a headline that states what an attribution of the body says needs its source.
pub(super) fn needs_source(desk: &Desk<'_>, outlets: &Outlets, head: Span, a: &Attribution) -> bool {
    let headline = Sentence::of(desk.text, head);
    let has = |words: &[&str]| headline.lower.iter().any(|word| words.contains(&word.as_str()));
    if is_relayed(desk, outlets, a) && is_by_the_way(desk, &headline, a) {
        return false;
    }
    if is_relayed(desk, outlets, a) || desk.source_of(a).is_some_and(|source| is_hidden(desk, source)) {
        return !has(&["suspect", "suspects", "believe", "believes"]);
    }
    if has(OPEN) {
        return false;
    }
    let source = source_words(desk, a);
    let is_of = |words: &[&str]| source.iter().any(|word| words.contains(&word.as_str()));
    let is_finder = is_of(FINDERS) || desk.source_of(a).is_some_and(|source| source.kind == SourceType::Document);
    let is_side = is_of(SIDES) && !is_of(&["police", "court"]);
    let charges = charges::charge(&headline).is_some() || charges::may_charge(&headline);
    let is_hostile = has_verb(&headline, HOSTILE);
    is_weak(desk, a)
        || is_doubted(desk, &headline, a)
        || (is_disputed(desk, &headline, a) && (charges || is_hostile || charges::names_cause(&headline) || !is_finder))
        || ((charges || charges::names_cause(&headline)) && !is_finder)
        || (is_hostile && !is_finder && (is_side || is_unnamed(desk, a)))
        || (tells_toll(&headline) && is_side)
}

/// Whether a headline tells of a toll, and not only after what: “Authority closes farms after fish deaths”.
fn tells_toll(headline: &Sentence<'_>) -> bool {
    let end = (1..headline.words.len()).find(|at| matches!(headline.lower(*at), "after" | "following" | "over"));
    (0..end.unwrap_or(headline.words.len())).any(|at| TOLL.contains(&headline.lower(at)))
}

/// Whether a source’s statement only takes for granted what a headline says: “The outbreak that has emptied the dormitories began at a
/// ball, the Courier reported”.
pub(super) fn is_by_the_way(desk: &Desk<'_>, headline: &Sentence<'_>, a: &Attribution) -> bool {
    /// What is stated has so many words of its own.
    const LEAST: usize = 4;
    let own: HashSet<String> = stems(headline.text, &[headline.whole]).into_iter().collect();
    let [content] = a.content.as_slice() else { return false };
    let said = Sentence::of(desk.text, *content);
    let is_own = |at: &usize| stem(said.lower(*at)).is_some_and(|stem| own.contains(&stem));
    let begins = |at: &usize| {
        matches!(said.lower(*at), "that" | "which" | "who") && matches!(said.lower(*at + 1), "has" | "have" | "had")
    };
    let Some(from) = (1..said.words.len().min(8)).find(begins) else { return false };
    let Some(last) = (from..said.words.len()).rev().find(is_own) else { return false };
    let shared = (from..=last).filter(is_own).count();
    // "The two states, which share a river, will trade prisoners" states what stands behind the clause.
    let is_over = (from - 1..last).any(|at| matches!(said.lower(at), "," | "will" | "would" | "is" | "are"));
    shared >= SAME && !is_over && last + LEAST < said.words.len()
}

/// Whether it is another outlet’s word, or came through one.
fn is_relayed(desk: &Desk<'_>, outlets: &Outlets, a: &Attribution) -> bool {
    const REPORTS: &[&str] = &["reported", "reports", "wrote", "writes", "revealed", "reveals"];
    let has =
        |span: &Span, words: &[&str]| crate::words::lower(desk.text, *span).iter().any(|w| words.contains(&w.as_str()));
    let by_name = a.source.iter().any(|source| has(source, OUTLET_WORDS));
    outlets.behind(a).is_some() || (by_name && a.cue.iter().any(|cue| has(cue, REPORTS)))
}

/// Whether nobody can tell who it is.
fn is_hidden(desk: &Desk<'_>, source: &Source) -> bool {
    const ANYBODY: &[&str] = &[
        "source",
        "sources",
        "insider",
        "insiders",
        "person",
        "somebody",
        "someone",
        "friend",
        "people",
        "newspaper",
        "newspapers",
        "media",
        "reports",
    ];
    let is_anybody = |span: &Span| {
        let lower = crate::words::lower(desk.text, *span);
        lower.iter().any(|word| ANYBODY.contains(&word.as_str()))
    };
    // Terms that stand by a name are most often somebody else’s.
    !source.kind.is_named() && (desk.is_anonymous(source) || source.mentions.iter().take(1).any(is_anybody))
}

fn is_unnamed(desk: &Desk<'_>, a: &Attribution) -> bool {
    let kind = desk.source_of(a).map(|source| source.kind);
    matches!(kind, Some(SourceType::UnnamedPerson | SourceType::UnnamedGroup | SourceType::AnonymousSource))
}

/// The words for a source: those here, and its titles.
fn source_words(desk: &Desk<'_>, a: &Attribution) -> Vec<String> {
    let source = desk.source_of(a);
    let titles =
        source.into_iter().flat_map(|source| source.titles.iter().chain(&source.affiliations).take(6).copied());
    a.source.iter().copied().chain(titles).flat_map(|span| crate::words::lower(desk.text, span)).collect()
}

/// Whether a cue says that it is believed, claimed or feared and not known.
fn is_weak(desk: &Desk<'_>, a: &Attribution) -> bool {
    let has_one = |cue: &Span| crate::words::lower(desk.text, *cue).iter().any(|word| WEAK.contains(&word.as_str()));
    a.act == Act::Thinks || a.cue.iter().any(has_one)
}

/// Whether a source doubts what a headline states.
fn is_doubted(desk: &Desk<'_>, headline: &Sentence<'_>, a: &Attribution) -> bool {
    const TO_COME: &[&str] = &["to", "set", "will", "would", "plans", "plan", "eyes", "faces"];
    let looks_ahead = headline.lower.iter().any(|word| TO_COME.contains(&word.as_str()));
    let own = stems(headline.text, &[headline.whole]);
    // The doubt stands in a clause that has words of the headline.
    let doubts = |content: &Span| {
        let sentence = Sentence::of(desk.text, *content);
        let at = sentence.lower.iter().position(|word| DOUBTS.contains(&word.as_str()));
        at.is_some_and(|at| {
            let first = (0..at).rev().find(|at| matches!(sentence.lower(*at), "," | ";")).map_or(0, |at| at + 1);
            let end = (at..sentence.words.len())
                .find(|at| matches!(sentence.lower(*at), "," | ";"))
                .unwrap_or(sentence.words.len());
            let said = stems(desk.text, &[sentence.span(&(first..end))]);
            said.iter().filter(|stem| own.contains(stem)).count() >= SAME
        })
    };
    !looks_ahead && a.content.iter().any(doubts)
}

/// A clause has so many words of a headline where it is about the same.
const SAME: usize = 2;

/// Whether somebody denies in the body what a headline states.
fn is_disputed(desk: &Desk<'_>, headline: &Sentence<'_>, a: &Attribution) -> bool {
    const DENIES: &[&str] =
        &["denied", "denies", "deny", "denying", "disputed", "disputes", "dispute", "untrue", "baseless", "false"];
    let own: HashSet<String> = stems(headline.text, &[headline.whole]).into_iter().collect();
    let is_denial = |other: &&Attribution| {
        let denies = other.stance.is_some_and(|stated| {
            matches!(stated.stance, Stance::Denies | Stance::Rejects) && stated.of.is_none_or(|of| of == a.id)
        });
        denies && other.source_id != a.source_id
    };
    let by_word = || {
        desk.body().any(|line| {
            let denies = line.sentence.lower.iter().any(|word| DENIES.contains(&word.as_str()));
            let said = stems(desk.text, &[line.sentence.whole]);
            denies
                && (line.sentence.words.len() < SHORT || said.iter().filter(|stem| own.contains(*stem)).count() >= SAME)
        })
    };
    desk.attributions().any(|other| is_denial(&other)) || by_word()
}

/// A sentence of fewer words that denies, denies what the article is about.
const SHORT: usize = 9;

/// Whether one of some verbs has a subject before it and something behind.
fn has_verb(headline: &Sentence<'_>, verbs: &[&str]) -> bool {
    const PASSIVE: &[&str] =
        &["was", "were", "is", "are", "be", "been", "being", "get", "gets", "got", "to", "not", "of", "by"];
    (1..headline.words.len()).any(|at| {
        verbs.contains(&headline.lower(at))
            && !PASSIVE.contains(&headline.lower(at - 1))
            && headline.lower(at + 1).starts_with(char::is_alphanumeric)
    })
}
