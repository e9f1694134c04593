//! “Claimed”, “admitted”, “revealed”: the verb passes a judgement on what is said.
//!
//! ## What it does
//!
//! Finds cues by which the writer doubts a statement (“claimed”), makes it a confession (“admitted”, “conceded”), vouches for it
//! (“revealed”), sees it doubted (“insisted”) or mocks it (“boasted”, “whined”), where nothing in the sentence makes the word fit: guilt, an error, a court, a secret, an
//! attack that somebody claims.
//!
//! ## Why it matters
//!
//! “Said” leaves the judgement to the reader. “Claimed” for one side and “said” for the other takes sides, and nobody can point to
//! the sentence that did.
//!
//! ## Authority
//!
//! AP, “Stylebook”, on “claim”. Wikipedia, “Manual of Style: Words to watch”, on synonyms of “said”.
//!
//! ## Example
//!
//! ```text
//! The company claimed that the bridge was safe. It will be open on Friday.
//! ```
//!
//! ## Better
//!
//! ```text
//! The company said that the bridge was safe. It will be open on Friday.
//! ```
//!
//! ## When not to use
//!
//! In opinion pieces, and where a house's style uses “claim” for “say”.

use sayso_reading::SourceType;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::cues::{self, Cue};
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "VRB001",
    name: "loaded-cue",
    category: Category::Style,
    severity: Severity::Warning,
    default: false,
    options: &[
        Opt {
            name: "cues",
            default: Value::Words(Vec::new()),
            doc: "Forms of verbs that pass a judgement, such as `insisted`, besides those that the rule knows",
        },
        Opt { name: "allowed", default: Value::Words(Vec::new()), doc: "Forms of verbs that the desk lets stand" },
    ],
    source: include_str!("loaded_cue.rs"),
    check,
};

/// A verb, what it implies, and what makes it fit.
struct Loaded {
    forms: &'static [&'static str],
    implies: &'static str,
    fits: &'static [&'static [&'static str]],
}

/// Guilt and error, which are admitted.
const GUILT: &[&str] = &[
    "guilt",
    "guilty",
    "charge",
    "charges",
    "court",
    "offence",
    "offences",
    "offense",
    "offenses",
    "murder",
    "manslaughter",
    "theft",
    "fraud",
    "assault",
    "killing",
    "stealing",
    "stole",
    "stolen",
    "lying",
    "lied",
    "lie",
    "cheating",
    "cheated",
    "doping",
    "police",
    "prosecutors",
    "prosecutor",
    "plea",
    "pleaded",
    "mistake",
    "mistakes",
    "error",
    "errors",
    "wrong",
    "wrongdoing",
    "failed",
    "failing",
    "failings",
    "failure",
    "failures",
    "fault",
    "blame",
    "sorry",
    "regret",
    "liability",
    "responsibility",
    "responsible",
    "shortcomings",
    "should",
    "breach",
    "breached",
    "broke",
    "broken",
    "violated",
    "underestimated",
    "bribe",
    "bribes",
    "bribery",
    "jury",
    "judge",
    "tribunal",
    "hearing",
    "inquiry",
    "detectives",
    "drunk",
    "raped",
    "abused",
    "abuse",
    "accountable",
    "too",
    "delay",
    "delays",
    "flaws",
    "flawed",
    "misled",
    "concealed",
    "hidden",
    "hid",
    "embezzled",
    "perjury",
    "oath",
    "trial",
    "rape",
    "burglary",
    "arson",
    "smuggling",
    "evasion",
    "conspiracy",
    "hospital",
    "illegal",
    "illegally",
    "count",
    "counts",
    "pressed",
    "questioning",
];
/// A race or a game that is given up.
const DEFEAT: &[&str] = &[
    "defeat", "election", "race", "goal", "goals", "penalty", "point", "points", "vote", "votes", "lost", "ground",
    "seat",
];
/// What one can claim without anybody's doubt, or what shows that the doubt is borne out.
const CLAIMED: &[&str] = &[
    "responsibility",
    "victory",
    "credit",
    "asylum",
    "damages",
    "compensation",
    "benefits",
    "benefit",
    "insurance",
    "lawsuit",
    "suit",
    "court",
    "tribunal",
    "plaintiff",
    "plaintiffs",
    "trial",
    "falsely",
    "wrongly",
    "incorrectly",
    "evidence",
    "proof",
    "false",
    "untrue",
    "debunked",
    "unproven",
    "unverified",
    "baseless",
    "baselessly",
    "incorrect",
    "contrary",
    "actually",
    "fact",
    "deduction",
    "deductions",
    "expenses",
    "complaint",
    "petition",
    "motion",
    "filing",
    "filed",
    "title",
    "mandate",
    "prize",
    "seat",
    "sovereignty",
    "ownership",
    "rights",
    "throne",
    "lives",
];
/// What was hidden before.
const HIDDEN: &[&str] = &[
    "secret",
    "secretly",
    "secrets",
    "hidden",
    "undisclosed",
    "unreported",
    "concealed",
    "leaked",
    "documents",
    "document",
    "investigation",
    "audit",
    "records",
    "emails",
    "previously",
    "time",
    "publicly",
    "confidential",
    "unpublished",
    "autopsy",
    "envelope",
    "identity",
    "whistleblower",
];

/// What makes somebody say it again.
const PRESSED: &[&str] = &[
    "again",
    "repeatedly",
    "despite",
    "pressed",
    "pushed",
    "asked",
    "questioned",
    "question",
    "questions",
    "although",
    "though",
    "denied",
    "denies",
    "accused",
    "challenged",
    "always",
    "accusations",
    "allegations",
    "criticism",
    "critics",
];

const LOADED: &[Loaded] = &[
    Loaded { forms: &["claimed", "claims", "claiming", "claim"], implies: "that it may be untrue", fits: &[CLAIMED] },
    Loaded { forms: &["admitted", "admits", "admitting", "admit"], implies: "guilt", fits: &[GUILT, HIDDEN] },
    Loaded { forms: &["confessed", "confesses", "confessing"], implies: "guilt", fits: &[GUILT, HIDDEN] },
    Loaded { forms: &["conceded", "concedes", "conceding"], implies: "that a point was lost", fits: &[GUILT, DEFEAT] },
    Loaded { forms: &["revealed", "reveals", "revealing"], implies: "that it is true and was hidden", fits: &[HIDDEN] },
    Loaded { forms: &["insisted", "insists"], implies: "that it is doubted", fits: &[PRESSED] },
    Loaded {
        forms: &[
            "boasted",
            "boasts",
            "boasting",
            "bragged",
            "brags",
            "bragging",
            "gloated",
            "gloats",
            "crowed",
            "crows",
            "trumpeted",
            "preened",
            "swaggered",
        ],
        implies: "vanity",
        fits: &[],
    },
    Loaded {
        forms: &[
            "whined",
            "whines",
            "whinged",
            "ranted",
            "rants",
            "raved",
            "spewed",
            "sneered",
            "sneers",
            "gushed",
            "gushes",
            "blustered",
            "moaned",
            "moans",
            "carped",
            "bleated",
            "prattled",
            "babbled",
            "spouted",
            "parroted",
            "sniped",
            "jeered",
            "scoffed",
            "scoffs",
            "griped",
            "gripes",
        ],
        implies: "scorn of the speaker",
        fits: &[],
    },
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    for a in desk.by_the_writer() {
        for cue in cues::words(desk, a) {
            let loaded = LOADED.iter().find(|loaded| loaded.forms.contains(&cue.word.as_str()));
            let is_more = options.words("cues").contains(&cue.word);
            if options.words("allowed").contains(&cue.word) || !(is_more || loaded.is_some()) {
                continue;
            }
            let fits = loaded.map_or(&[][..], |loaded| loaded.fits);
            let implies = loaded.map_or("a judgement", |loaded| loaded.implies);
            let Some(line) = desk.sentence_at(cue.span.start) else { continue };
            if is_plain_insistence(&line.sentence, &cue)
                || is_fit(&line.sentence, fits)
                || !is_verb(desk, &line.sentence, &cue)
                || is_document(desk, &cue)
            {
                continue;
            }
            let who = a
                .source
                .first()
                .map_or("they say".to_owned(), |who| format!("“{}” says", crate::words::short(desk.text, *who)));
            let word = cue.span.of(desk.text);
            found.add(
                cue.span,
                format!("“{word}” implies {implies}: the writer judges what {who}"),
                format!("Write “said”, or give what makes “{}” fit", cue.word),
            );
            break;
        }
    }
}

/// Whether “insisted” stands before what is no defence, as it does where somebody asks again and again: only with a denial or an
/// assurance does it say that the writer doubts.
fn is_plain_insistence(sentence: &Sentence<'_>, cue: &Cue<'_>) -> bool {
    const DEFENCE: &[&str] = &[
        "no",
        "not",
        "never",
        "nothing",
        "nobody",
        "none",
        "neither",
        "nor",
        "without",
        "safe",
        "sound",
        "right",
        "fair",
        "correct",
        "legal",
        "lawful",
        "innocent",
        "true",
        "fine",
        "normal",
        "proper",
        "properly",
        "rules",
        "ready",
        "enough",
        "confident",
        "unchanged",
        "control",
        "isn’t",
        "isn't",
        "wasn’t",
        "wasn't",
        "didn’t",
        "didn't",
        "hadn’t",
        "hadn't",
        "won’t",
        "won't",
        "don’t",
        "don't",
        "doesn’t",
        "doesn't",
        "haven’t",
        "haven't",
        "hasn’t",
        "hasn't",
        "aren’t",
        "aren't",
    ];
    cue.word.starts_with("insist") && !sentence.lower.iter().any(|word| DEFENCE.contains(&word.as_str()))
}

/// Whether the sentence has what makes the word fit.
fn is_fit(sentence: &Sentence<'_>, fits: &[&[&str]]) -> bool {
    sentence.lower.iter().any(|word| fits.iter().any(|table| table.contains(&word.as_str())))
}

/// Whether a cue is a verb with its source before it or after it, not the noun of “his claim”, “the claims of”.
fn is_verb(desk: &Desk<'_>, sentence: &Sentence<'_>, cue: &Cue<'_>) -> bool {
    let at = sentence.words.partition_point(|word| word.start < cue.span.start);
    let before = at.checked_sub(1).map_or("", |before| sentence.lower(before));
    let is_noun = matches!(
        before,
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "their"
            | "its"
            | "my"
            | "our"
            | "your"
            | "such"
            | "no"
            | "any"
            | "these"
            | "those"
            | "this"
            | "that"
            | "earlier"
            | "of"
            | "many"
            | "some"
            | "by"
            | "to"
            | "false"
            | "repeated"
            | "and"
            | "or"
    ) || before.ends_with("’s")
        || before.ends_with("'s")
        || before.ends_with("s’")
        || matches!(sentence.lower(at + 1), "of" | "by" | "about" | "against" | "made" | "for" | "on");
    let is_both = matches!(cue.word.as_str(), "claim" | "claims" | "boasts" | "rants" | "moans" | "gripes");
    // “Insisted on paying”: a demand, no statement.
    let is_demand = cue.word.starts_with("insist") && matches!(sentence.lower(at + 1), "on" | "upon");
    // "The group, who are claimed to", "it is claimed": a passive of nobody is another rule's.
    let is_passive =
        matches!(before, "is" | "are" | "was" | "were" | "been" | "be" | "being") && cue.word.ends_with("ed");
    // What makes no sense as a statement: “admitted patients”, “revealed a gulf”.
    let source = cue.attribution.source.first().copied();
    let is_own = source.is_some_and(|source: Span| {
        let last = crate::words::lower(desk.text, source);
        !last.last().is_some_and(|word| {
            word.ends_with("’s") || word.ends_with("'s") || matches!(word.as_str(), "his" | "her" | "their" | "its")
        })
    });
    // "The debate revealed a gulf": no statement.
    let is_shown =
        cue.word.starts_with("reveal") && matches!(sentence.lower(at + 1), "a" | "an" | "how" | "some" | "no");
    // "He dismissed claims that": a verb stands beside who does it.
    let is_beside = source
        .is_some_and(|source| at.checked_sub(1).is_some_and(|before| sentence.words[before].overlaps(source)))
        || matches!(
            before,
            "," | "who" | "which" | "that" | "also" | "now" | "still" | "then" | "even" | "”" | "\"" | ")"
        )
        || before.ends_with("ly");
    is_own && !(is_passive || is_shown || is_demand || is_both && (is_noun || !is_beside))
}

/// A text that reveals or claims: a complaint, a report.
fn is_document(desk: &Desk<'_>, cue: &Cue<'_>) -> bool {
    desk.source_of(cue.attribution).is_some_and(|source| source.kind == SourceType::Document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn insisting_is_loaded_before_a_defence_only() {
        fires(&RULE, "The company ⟦insisted⟧ that the wells were safe. It will publish the figures on Friday.");
        is_silent(
            &RULE,
            &["The company insisted that the vote be held in May. It will publish the figures on Friday."],
        );
    }

    #[test]
    fn a_cue_that_judges_is_found() {
        fires(&RULE, "The company ⟦claimed⟧ that the bridge was safe. It will be open on Friday.");
        fires(&RULE, "“I like opera,” the mayor, Orla Finch, ⟦admitted⟧ on Friday.");
        fires(&RULE, "The singer ⟦revealed⟧ that she would marry in May.");
        fires(&RULE, "The mayor, Orla Finch, ⟦insisted⟧ that no bridge had been sold. It will be open on Friday.");
        fires(&RULE, "“The bridge was my idea,” the mayor, Orla Finch, ⟦scoffed⟧.");
    }

    #[test]
    fn a_cue_that_fits_is_none() {
        is_silent(
            &RULE,
            &[
                "The driver admitted in court that he had been drunk.",
                "The minister, Ana Moreno, admitted that the ministry had made a mistake.",
                "The Jalwan Front claimed responsibility for the attack.",
                "The lawsuit claims that the company hid the report.",
                "The mayor, Orla Finch, falsely claimed that the bridge had been built in a year.",
                "She rejected a claim by the council that the tax would fall.",
                "“He claimed that the bridge was safe,” the mayor, Orla Finch, said.",
                "Pressed by the council, the mayor, Orla Finch, conceded that the bridge might stay shut until May.",
                "The mayor, Orla Finch, dismissed claims that she would resign as nonsense.",
                "He has admitted two counts of forgery. He will be heard in May.",
                "Tom Adder conceded the race for mayor on Friday.",
                "The mayor, Orla Finch, insisted on a second bridge. Asked again, she insisted that it would be paid for.",
                "The mayor, Orla Finch, said the driver had claimed that the bridge was safe.",
            ],
        );
    }
}
