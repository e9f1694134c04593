//! “Refuted” stands where somebody only denied.
//!
//! ## What it does
//!
//! Finds “refuted” and its forms as what a person or an organization did with a statement, where neither the sentence nor the next one has
//! proof: a document, a figure, a picture, a test. Studies and evidence may refute. What the statement itself was made in, “in a letter”, is
//! no proof against it.
//!
//! ## Why it matters
//!
//! To refute is to prove wrong. “The minister refuted the charge” says that the charge is false, in the writer's own voice.
//!
//! ## Authority
//!
//! AP, “Stylebook”, and Guardian, style guide, on “refute”.
//!
//! ## Example
//!
//! ```text
//! The minister, Ana Moreno, refuted the charge that she had met the builder. She will speak in parliament on Friday.
//! ```
//!
//! ## Better
//!
//! ```text
//! The minister, Ana Moreno, denied the charge that she had met the builder. She will speak in parliament on Friday.
//! ```
//!
//! ## When not to use
//!
//! There is no such case in news.

use sayso_reading::SourceType;
use sayso_text::sentences::Sentence;

use crate::desk::link;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "VRB002",
    name: "refuted-for-denied",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "verbs",
        default: Value::Words(Vec::new()),
        doc: "Forms of verbs that claim proof, such as `rebutted`, besides those that the rule knows",
    }],
    source: include_str!("refuted_for_denied.rs"),
    check,
};

/// To prove wrong.
const REFUTES: &[&str] = &["refuted", "refutes", "refuting", "disproved", "disproves"];
/// What is proof, or what may give some.
const PROOF: &[&str] = &[
    "evidence",
    "proof",
    "document",
    "documents",
    "record",
    "records",
    "data",
    "figures",
    "statistics",
    "photo",
    "photos",
    "photograph",
    "photographs",
    "video",
    "footage",
    "study",
    "studies",
    "research",
    "test",
    "tests",
    "experiment",
    "results",
    "showed",
    "shows",
    "show",
    "showing",
    "proved",
    "proves",
    "proving",
    "pointed",
    "pointing",
    "citing",
    "cited",
    "letter",
    "emails",
    "email",
    "receipts",
    "logs",
    "analysis",
    "transcript",
    "transcripts",
    "recording",
    "recordings",
    "audit",
    "facts",
    "fact",
    "theory",
    "theorem",
    "hypothesis",
    "autopsy",
    "findings",
    "alibi",
    "produced",
    "published",
    "released",
    "satellite",
    "images",
    "scientists",
    "researchers",
    "checkers",
    "science",
    "court",
    "judge",
    "ruling",
    "log",
    "files",
    "witnesses",
];
/// What is refuted.
const SAID: &[&str] = &[
    "suggestion",
    "suggestions",
    "claim",
    "claims",
    "charge",
    "charges",
    "report",
    "reports",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "complaint",
    "complaints",
    "statement",
    "assertion",
    "assertions",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "story",
    "criticism",
    "idea",
    "notion",
    "account",
    "remark",
    "remarks",
];
/// Where it was said.
const MADE: &[&str] = &[
    "made",
    "published",
    "printed",
    "carried",
    "raised",
    "aired",
    "put",
    "repeated",
    "contained",
    "voiced",
    "given",
    "reported",
    "levelled",
    "leveled",
    "posted",
    "spread",
    "broadcast",
];
/// What leads to a verb that nobody did.
const NOT_DONE: &[&str] = &[
    "to",
    "not",
    "never",
    "be",
    "been",
    "was",
    "were",
    "is",
    "are",
    "being",
    "cannot",
    "can",
    "could",
    "tried",
    "without",
    "hard",
    "thoroughly",
    "get",
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    for (number, line) in desk.sentences.iter().enumerate() {
        let sentence = &line.sentence;
        for at in 0..sentence.words.len() {
            let word = sentence.lower(at);
            let is_verb = REFUTES.contains(&word) || options.words("verbs").iter().any(|verb| verb == word);
            let span = sentence.words[at];
            if !is_verb || desk.quotes.inside(span.start) || is_not_done(sentence, at) || !desk.is_writers(span) {
                continue;
            }
            let next = desk.sentences.get(number + 1).filter(|next| next.part == line.part);
            let is_by_a_document = desk.touching(span).any(|a| {
                link(a).overlaps(span) && desk.source_of(a).is_some_and(|source| source.kind == SourceType::Document)
            });
            let is_proved = has_proof(sentence, at)
                || next.is_some_and(|next| has_proof(&next.sentence, next.sentence.words.len()));
            if is_proved || is_by_a_document {
                continue;
            }
            found.add(
                span,
                format!("“{}” says that it was proved wrong, and no proof is given", span.of(desk.text)),
                "Write “denied”, “rejected” or “disputed”, or give the proof",
            );
        }
    }
}

/// Whether a sentence has what is proof. From `told` on, it may say where the refuted statement was made: that is none.
fn has_proof(sentence: &Sentence<'_>, told: usize) -> bool {
    let is_proof = |at: &usize| PROOF.contains(&sentence.lower(*at));
    let made = (told..sentence.words.len()).find(|at| {
        let follows = matches!(sentence.lower(at + 1), "in" | "by" | "on" | "at" | "during" | "last");
        follows && MADE.contains(&sentence.lower(*at)) && (told..*at).any(|noun| SAID.contains(&sentence.lower(noun)))
    });
    let Some(made) = made else { return (0..sentence.words.len()).any(|at| is_proof(&at)) };
    let end = (made..sentence.words.len()).find(|at| matches!(sentence.lower(*at), "," | ";" | "that" | "with" | "—"));
    let end = end.unwrap_or(sentence.words.len());
    (0..made).chain(end..sentence.words.len()).any(|at| is_proof(&at))
}

fn is_not_done(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0 || NOT_DONE.contains(&sentence.lower(at - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_denial_called_a_refutation_is_found() {
        fires(&RULE, "The minister, Ana Moreno, ⟦refuted⟧ the charge that she had met the builder.");
        fires(&RULE, "The club ⟦refuted⟧ reports that its stewards had left the gates open.");
        fires(
            &RULE,
            "The minister, Ana Moreno, ⟦refuted⟧ the charge, made in a letter to the Harwick Echo, that she had met the builder.",
        );
        fires(&RULE, "The club ⟦refuted⟧ claims published in the league's records. Its captain was away.");
        fires(&RULE, "The club has ⟦refuted⟧ the story. “It is nonsense,” its captain, Tom Adder, said.");
    }

    #[test]
    fn what_proves_or_only_tries_to_is_none() {
        is_silent(
            &RULE,
            &[
                "The minister, Ana Moreno, denied the charge.",
                "The minister, Ana Moreno, refuted the charge with a letter from the builder.",
                "The minister, Ana Moreno, refuted the charge, made in a speech on Friday, with a letter from the builder.",
                "The minister, Ana Moreno, refuted the charge. Her diary, published on Friday, has her in Harwick that day.",
                "Footage from the bridge refutes what the driver told police.",
                "The minister, Ana Moreno, tried to refute the charge.",
                "The theory was refuted long ago.",
                "“She refuted every charge,” the lawyer, Tom Adder, said.",
            ],
        );
    }
}
