//! What a sentence takes for granted: a clause with “since” or “after”, “the driver’s calls”, “the cable put in this spring”.
//!
//! Such words do not say that a thing is so, they go on from there. Whether it is what somebody else reported shows in the words
//! that tell what it is about, and in a verb of the same or of a kindred meaning.

use std::collections::HashSet;

use sayso_reading::Attribution;
use sayso_reading::overlap::{stem, stems};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::second_hand_as_own::NO_FACT;

/// Words that begin a clause that is taken for granted.
const BEGINS: &[&str] = &["since", "after", "with", "now", "because", "when", "once", "following"];
/// As many words of a clause, and of a sentence’s subject, are looked at.
const CLAUSE: usize = 14;
const SUBJECT: usize = 9;
/// As many words may stand between an owner and what he did: “the driver’s two calls”.
const OWNED: usize = 3;
/// Of the words of a clause that tell what it is about so many are in the report.
const MOST: (usize, usize) = (2, 3);

/// Verbs, and nouns for what they do, that tell of the same event.
const EVENTS: &[&[&str]] = &[
    &["destroyed", "destruction", "blown", "blew", "wrecked", "demolished", "blasted", "bombed", "ruined"],
    &["close", "closed", "closing", "closure", "shut", "shutting", "shutdown"],
    &["buy", "buying", "bought", "purchase", "purchased", "acquire", "acquired", "acquisition", "takeover"],
    &["sell", "selling", "sold", "sale"],
    &["resign", "resigned", "resignation", "quit", "quitting", "departure", "depart", "departed"],
    &["call", "calls", "called", "radioed", "rang", "phoned", "telephoned", "warned", "warning", "warnings"],
    &["replace", "replaced", "replacement", "put", "fitted", "installed", "installation", "swapped"],
    &["cut", "disconnected", "severed", "unplugged", "disabled"],
    &["arrest", "arrested", "detained", "detention"],
    &["dismissed", "dismissal", "sacked", "sacking", "fired", "ousted"],
    &["pay", "paid", "payment", "payments"],
    &["merge", "merged", "merger", "merging"],
    &["moved", "transferred", "transfer", "shifted"],
    &["lend", "lent", "loan", "loans", "borrowed"],
    &["killed", "killing", "murdered", "murder", "shot"],
    &["withdraw", "withdrew", "withdrawn", "withdrawal", "retreat", "retreated"],
];

/// What a statement tells, for comparison.
pub(super) struct Told {
    stems: HashSet<String>,
    /// Places in `EVENTS`.
    events: HashSet<usize>,
}

impl Told {
    pub(super) fn of(text: &str, attribution: &Attribution) -> Self {
        let words = attribution.content.iter().flat_map(|said| Sentence::of(text, *said).lower);
        let events = words.filter_map(|word| event(&word)).collect();
        Self { stems: stems(text, &attribution.content).into_iter().collect(), events }
    }

    /// Whether it tells all that a piece shares with another statement.
    pub(super) fn has(&self, shared: &Shared) -> bool {
        let event =
            self.stems.contains(&shared.event) || shared.kindred.is_some_and(|kindred| self.events.contains(&kindred));
        event && shared.stems.iter().all(|stem| self.stems.contains(stem))
    }
}

/// What a piece shares with a statement.
pub(super) struct Shared {
    /// The stem of the verb, or of the noun for what it does.
    event: String,
    /// Its place in `EVENTS`.
    kindred: Option<usize>,
    /// The other stems.
    pub(super) stems: Vec<String>,
}

/// Words that take something for granted.
pub(super) struct Piece {
    pub(super) span: Span,
    /// The stems of its words, and for each word that may be an event its stem and its place in `EVENTS`.
    stems: Vec<String>,
    events: Vec<(String, Option<usize>)>,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// “since the plant was mined”: most of it must be in the report.
    Clause,
    /// “the driver’s calls”: owner and event.
    Owned,
    /// “the cable put in this spring”: two words and the event.
    Subject,
}

impl Piece {
    /// What it shares with a statement, where that is enough.
    pub(super) fn shared(&self, told: &Told) -> Option<Shared> {
        let is_told = |(stem, kindred): &&(String, Option<usize>)| {
            told.stems.contains(stem) || kindred.is_some_and(|kindred| told.events.contains(&kindred))
        };
        let (event, kindred) = self.events.iter().find(is_told)?.clone();
        let others = self.stems.iter().filter(|stem| **stem != event && told.stems.contains(*stem));
        let stems: Vec<String> = others.cloned().collect();
        let enough = match self.form {
            Form::Clause => !stems.is_empty() && (stems.len() + 1) * MOST.1 >= self.stems.len() * MOST.0,
            Form::Owned => !stems.is_empty(),
            Form::Subject => stems.len() > 1,
        };
        enough.then_some(Shared { event, kindred, stems })
    }
}

/// The pieces of a sentence that take something for granted.
pub(super) fn pieces(text: &str, sentence: &Sentence<'_>) -> Vec<Piece> {
    let count = sentence.words.len();
    let mut out = Vec::new();
    for at in 0..count {
        let begins = BEGINS.contains(&sentence.lower(at)) && (at == 0 || matches!(sentence.lower(at - 1), "," | "and"));
        if begins {
            let from = at + 1 + usize::from(sentence.lower(at) == "now" && sentence.lower(at + 1) == "that");
            let end = (from..count.min(from + CLAUSE)).take_while(|at| !is_break(sentence.lower(*at))).count() + from;
            out.extend(piece(text, sentence, at..end, Form::Clause));
        }
        let owns = at < SUBJECT && (sentence.lower(at).ends_with("'s") || sentence.lower(at).ends_with("’s"));
        let mut owned = (at + 1..count.min(at + 1 + OWNED)).filter(|at| event(sentence.lower(*at)).is_some());
        if let (true, Some(what)) = (owns, owned.next()) {
            out.extend(piece(text, sentence, at..what + 1, Form::Owned));
        }
    }
    if sentence.lower(0) == "the" {
        let end = (0..count.min(SUBJECT)).take_while(|at| !is_break(sentence.lower(*at))).count();
        out.extend(piece(text, sentence, 0..end, Form::Subject));
    }
    out
}

fn piece(text: &str, sentence: &Sentence<'_>, words: std::ops::Range<usize>, form: Form) -> Option<Piece> {
    if words.clone().any(|at| NO_FACT.contains(&sentence.lower(at))) {
        return None;
    }
    let span = sentence.span(&words);
    let events = words.filter_map(|at| {
        let word = sentence.lower(at);
        let kindred = event(word);
        let is_done = word.len() > LEAST_VERB && (word.ends_with("ed") || word.ends_with("en"));
        (kindred.is_some() || is_done).then(|| Some((stem(word)?, kindred)))?
    });
    Some(Piece { span, stems: stems(text, &[span]), events: events.collect(), form })
}

/// “Need” and “then” are no verbs of what was done.
const LEAST_VERB: usize = 4;

fn is_break(word: &str) -> bool {
    matches!(word, "," | ";" | ":" | "." | "—" | "–" | "(")
}

/// The place in the table of a word for an event.
fn event(word: &str) -> Option<usize> {
    EVENTS.iter().position(|kindred| kindred.contains(&word))
}
