//! “Refuted” stands where somebody only denied.
//!
//! ## What it does
//!
//! Finds “refuted” and its forms as what a person or an organization did with a statement, where neither what refutes is proof, nor
//! proof is given behind the verb or in the next sentence: a document, a figure, a picture, a test. Studies and evidence may refute.
//! What the statement itself was made in, “in a letter”, or tells of, “that the records were burned”, is no proof against it.
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
/// The verb itself, after “to” in what somebody was quick to do.
const REFUTE: &[&str] = &["refute", "disprove"];
/// What one does who then “refutes”: he did it, and did not only try.
const DID: &[&str] =
    &["quick", "rushed", "hastened", "moved", "hurried", "continued", "went", "swift", "keen", "statement", "time"];
/// What is proof, or gives some.
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
    "picture",
    "pictures",
    "video",
    "footage",
    "tape",
    "tapes",
    "study",
    "studies",
    "research",
    "trial",
    "trials",
    "survey",
    "review",
    "measurements",
    "samples",
    "scan",
    "scans",
    "dna",
    "test",
    "tests",
    "experiment",
    "experiments",
    "result",
    "results",
    "letter",
    "emails",
    "email",
    "receipt",
    "receipts",
    "invoice",
    "invoices",
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
    "satellite",
    "image",
    "images",
    "diary",
    "books",
    "ledger",
    "map",
    "maps",
    "contract",
    "minutes",
    "scientists",
    "researchers",
    "checkers",
    "historians",
    "science",
    "ruling",
    "log",
    "files",
    "file",
    "witness",
    "witnesses",
];
/// What only the subject of “refuted” may be.
const PROVES: &[&str] = &["court", "judge", "inquiry", "investigation", "inspection", "report", "paper"];
/// What leads to the proof behind the verb.
const LEADS: &[&str] = &[
    "with",
    "citing",
    "pointing",
    "showing",
    "producing",
    "presenting",
    "publishing",
    "releasing",
    "sharing",
    "posting",
    "posted",
    "published",
    "released",
    "produced",
    "showed",
    "presented",
    "using",
    "through",
    "noting",
    "pointed",
    "cited",
    ":",
    ";",
    "—",
    "–",
];
/// Verbs of a sentence beside it in which a proof speaks.
const SHOWS: &[&str] = &[
    "show",
    "shows",
    "showed",
    "shown",
    "prove",
    "proves",
    "proved",
    "has",
    "have",
    "had",
    "give",
    "gives",
    "gave",
    "put",
    "puts",
    "record",
    "published",
    "released",
    "produced",
    "confirm",
    "confirms",
    "confirmed",
    "indicate",
    "indicates",
    "say",
    "says",
    "said",
    "found",
    "pointed",
    "cited",
    "citing",
    "list",
    "lists",
    "held",
    "was",
    "were",
    "is",
    "are",
];
/// What makes a proof one that is still to come, or none.
const TO_COME: &[&str] = &["will", "would", "could", "should", "no", "without", "not"];
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
            let is_done = is_verb && !is_not_done(sentence, at)
                || REFUTE.contains(&word) && is_done_after_all(sentence, at)
                || is_verb && is_by_a_speaker(sentence, at);
            if !is_done || desk.quotes.inside(span.start) || !desk.is_writers(span) {
                continue;
            }
            let next = desk.sentences.get(number + 1).filter(|next| next.part == line.part);
            let is_by_a_document = desk.touching(span).any(|a| {
                link(a).overlaps(span) && desk.source_of(a).is_some_and(|source| source.kind == SourceType::Document)
            });
            let is_proved = is_by_proof(sentence, at) || is_with_proof(sentence, at);
            if is_proved || is_by_a_document || next.is_some_and(|next| goes_on_to_prove(desk, &next.sentence)) {
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

fn is_proof(sentence: &Sentence<'_>, at: usize) -> bool {
    PROOF.contains(&sentence.lower(at))
}

/// Whether what refutes is itself a proof: “footage from the bridge refutes”. What the refuted statement tells of is none.
fn is_by_proof(sentence: &Sentence<'_>, verb: usize) -> bool {
    let is_clauses = |at: &usize| !matches!(sentence.lower(*at), ";" | ":" | "“" | "”");
    let before = (0..verb).rev().take_while(is_clauses);
    // “Its author refuted the report” has no proof for a subject, “the inquiry refuted” has.
    let is_subject = |at: usize| at < SUBJECT && PROVES.contains(&sentence.lower(at));
    let mut before = before.filter(|at| is_proof(sentence, *at) || is_subject(*at));
    before.next().is_some()
}

/// Words among which a sentence's subject stands.
const SUBJECT: usize = 4;

/// Whether the sentence gives a proof behind the verb: “with a letter”, “, citing the log”, “: 140 of them slept no better”.
fn is_with_proof(sentence: &Sentence<'_>, verb: usize) -> bool {
    let is_lead = |at: &usize| LEADS.contains(&sentence.lower(*at)) && !is_of_a_statement(sentence, *at);
    let leads = (verb + 1..sentence.words.len()).filter(is_lead);
    leads.into_iter().any(|lead| {
        (lead + 1..sentence.words.len())
            .any(|at| is_proof(sentence, at) || sentence.lower(at).starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// “A claim published in the records”: where it was made, no proof against it.
fn is_of_a_statement(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_made = matches!(
        sentence.lower(at),
        "published" | "released" | "presented" | "posted" | "produced" | "cited" | "showed"
    );
    is_made && !matches!(sentence.lower(at.wrapping_sub(1)), "and" | "," | "he" | "she" | "they" | "it")
}

/// Whether the next sentence is about a proof, in the writer's words or in those of who refutes.
fn goes_on_to_prove(desk: &Desk<'_>, next: &Sentence<'_>) -> bool {
    let proof = (0..next.words.len()).find(|at| is_proof(next, *at));
    let Some(proof) = proof else { return false };
    let is_quoted = desk.quotes.inside(next.words[proof].start);
    let shows = |at: &usize| {
        let word = next.lower(*at);
        SHOWS.contains(&word) && (!is_quoted || word.starts_with("show") || word.starts_with("prove"))
    };
    let near = proof.saturating_sub(REACH)..next.words.len().min(proof + REACH);
    let near = near.filter(|at| *at != proof);
    near.clone().any(|at| shows(&at)) && !near.into_iter().any(|at| TO_COME.contains(&next.lower(at)))
}

/// So far from a proof stands the verb of what it shows.
const REACH: usize = 6;

fn is_not_done(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0 || NOT_DONE.contains(&sentence.lower(at - 1))
}

/// “Was quick to refute”, “went on to refute”.
fn is_done_after_all(sentence: &Sentence<'_>, at: usize) -> bool {
    at > 2
        && sentence.lower(at - 1) == "to"
        && (at.saturating_sub(4)..at - 1).any(|before| DID.contains(&sentence.lower(before)))
}

/// “Was refuted by the club”: the passive with one who speaks.
fn is_by_a_speaker(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_passive = at > 0 && matches!(sentence.lower(at - 1), "was" | "were" | "been" | "is" | "are");
    let by = (at + 1..at + 3).find(|next| sentence.lower(*next) == "by");
    is_passive
        && by.is_some_and(|by| {
            let end = (by + 1..sentence.words.len()).find(|at| matches!(sentence.lower(*at), "," | ";" | "who"));
            let mut agent = by + 1..end.unwrap_or(sentence.words.len());
            !agent.any(|at| {
                is_proof(sentence, at)
                    || PROVES.contains(&sentence.lower(at))
                    || sentence.lower(at).ends_with("ing")
                    || sentence.lower(at) == "experts"
            })
        })
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
        fires(&RULE, "The club ⟦refuted⟧ reports that its records had been burned and the test results made up.");
        fires(
            &RULE,
            "The firm’s owner, Otto Brand, ⟦refuted⟧ talk of debts. “I would show the books to my grandmother,” he said.",
        );
        fires(&RULE, "The allegation was ⟦refuted⟧ by the club. Nobody else has spoken of it.");
        fires(
            &RULE,
            "The minister was quick to ⟦refute⟧ claims that the fund was empty. The board will publish the figures in May.",
        );
        fires(&RULE, "Otto Brand, who wrote a paper on the dam, ⟦refuted⟧ the charge that he had been careless.");
        fires(&RULE, "Harwick had been careless, the league said, a charge that its captain ⟦refutes⟧.");
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
                "A trial at Holmgate University refuted the farm’s idea that music helps: 90 cows gave no more milk than before.",
                "The minister, Ana Moreno, refuted the claim, citing the harbour’s own books. She gave the page.",
                "The claim was refuted by footage from the bridge. It was refuted by the records, too.",
                "“They were careless,” he said. The records refute that.",
                "“She refuted every charge,” the lawyer, Tom Adder, said.",
            ],
        );
    }
}
