//! The headline states as fact what the body attributes.
//!
//! ## What it does
//!
//! Finds headlines and decks without source, quotation marks or doubt that say what the body gives only as somebody’s word, where
//! that is another outlet’s, an unnamed source’s, what somebody only believes, claims or doubts (“may slow hair loss”), a wrong, a
//! cause or a toll that one side tells of, or what is denied in the body. Also headlines of an article whose first sentence
//! rests on an unnamed source or says what an outlet reported, headlines that charge somebody with a wrong (“plundered”, “on
//! purpose”; “hid”, “set alight” where the body says “alleged”, that it is under investigation or that police believe it; “put bleach in
//! flour” where somebody is on trial for just that; “money embezzled” where the body has it
//! from somebody who lays it to the treasurer) though the body tells of no verdict and of no confession, and headlines that name a
//! cause (“worn cable started fire”) which the body leaves open. Not: what somebody announces of its own doing, what a body
//! measures by its office, what a report only takes for granted, and plain events.
//!
//! ## Why it matters
//!
//! Most readers see the headline alone. What is an army’s claim in the second paragraph is by then the outlet’s own statement.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, on headlines that are sourced as the story is. BBC, “Editorial Guidelines”, Accuracy: a
//! headline claims no more than what follows. Guardian and BBC style: quotation marks in a headline stand for a source.
//!
//! ## Example
//!
//! ```text
//! Krail drained Kesterby reservoir at night
//!
//! KESTERBY, Oct. 14 — Krail drained the reservoir of Kesterby by night, two officials of the water board said on Monday.
//!
//! The board met on Tuesday.
//! ```
//!
//! ## Better
//!
//! ```text
//! Krail drained Kesterby reservoir at night, officials say
//!
//! KESTERBY, Oct. 14 — Krail drained the reservoir of Kesterby by night, two officials of the water board said on Monday.
//!
//! The board met on Tuesday.
//! ```
//!
//! ## When not to use
//!
//! Where a house’s headlines never name sources and its readers know it.

use sayso_article::Part;
use sayso_reading::overlap::stems;
use sayso_reading::{Act, Attribution, Source, SourceType};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::outlets::Outlets;
use super::{charges, needs_source};
use crate::desk::{Line, contents_in};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "CHN004",
    name: "headline-drops-attribution",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("headline_drops_attribution.rs"),
    check,
};

/// Words of a headline that states nothing but that something is open.
const LEAVES_OPEN: &[&str] = &[
    "questions",
    "doubts",
    "pressure",
    "scrutiny",
    "allegations",
    "accusations",
    "claims",
    "accused",
    "alleged",
    "suspected",
    "suspicion",
    "concerns",
    "fears",
    "probe",
    "probed",
    "inquiry",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let reading = desk.reading;
    let head = desk.sentences.first().filter(|line| line.part == Part::Headline);
    if head.is_some_and(|line| line.sentence.lower.iter().any(|word| LEAVES_OPEN.contains(&word.as_str()))) {
        return;
    }
    let outlets = Outlets::of(desk);
    for stated in &reading.as_fact {
        let Some(body) = reading.attributions.get(stated.of.0 as usize - 1) else { continue };
        let needs = !is_announced(desk, body) && needs_source::needs_source(desk, &outlets, stated.head, body);
        let Some(source) = body.source.first().filter(|_| needs) else { continue };
        tell(desk, stated.head, *source, found);
    }
    let Some(line) = desk.sentences.first().filter(|line| line.part == Part::Headline) else { return };
    let head = line.sentence.whole;
    let is_told = found.spans().any(|told| told.overlaps(head));
    let says = |a: &Attribution| a.act == Act::Says && a.source.first().is_some_and(|source| head.contains(*source));
    if is_told || desk.touching(head).any(says) {
        return;
    }
    if let Some(source) = unnamed_in_lead(desk, &outlets, line) {
        tell(desk, head, source, found);
        return;
    }
    let charge = charges::charge(&line.sentence)
        .or_else(|| charges::disputed(desk, &line.sentence))
        .or_else(|| charges::laid_to_somebody(desk, &line.sentence));
    if let Some(charge) = charge.filter(|_| !charges::is_settled(desk)) {
        let called = crate::words::short(desk.text, charge);
        let finding = found.add(
            head,
            format!("the headline states a charge as fact: “{called}”"),
            "Say in it whose charge it is, or put the charge in quotation marks",
        );
        if let Some(source) = desk.body().find_map(|line| accuser(desk, line)) {
            finding.related(source, format!("The body has “{}” speak", crate::words::short(desk.text, source)));
        }
    } else if let Some(cause) = charges::cause(desk, &line.sentence) {
        let called = crate::words::short(desk.text, cause);
        found.add(
            head,
            format!("the headline states a cause as fact (“{called}”) that the body leaves open"),
            "Say in it whose belief it is, or that it is not known",
        );
    }
}

/// Whether a body makes known what it does itself: nobody else’s word is needed for that.
fn is_announced(desk: &Desk<'_>, a: &Attribution) -> bool {
    const ANNOUNCES: &[&str] = &["announced", "announces"];
    let is_one =
        |cue: &Span| crate::words::lower(desk.text, *cue).iter().any(|word| ANNOUNCES.contains(&word.as_str()));
    let is_body = desk.source_of(a).is_some_and(|source| source.kind == SourceType::NamedOrganization);
    (is_body && a.cue.iter().any(is_one)) || is_its_own_doing(desk, a)
}

/// “The fisheries authority has ordered two farms to stop work, it said”: a body of the state or a firm speaks of what it does.
fn is_its_own_doing(desk: &Desk<'_>, a: &Attribution) -> bool {
    const BODIES: &[&str] = &[
        "authority",
        "ministry",
        "company",
        "council",
        "government",
        "board",
        "agency",
        "commission",
        "city",
        "county",
        "regulator",
        "bank",
        "firm",
        "maker",
        "operator",
        "airline",
        "university",
        "office",
        "court",
        "department",
    ];
    const DOES: &[&str] = &["has", "have", "will", "is", "would"];
    /// So many words name a body.
    const NAME: usize = 9;
    let says_it = |source: &Span| source.of(desk.text).eq_ignore_ascii_case("it");
    let Some(content) = a.content.first().filter(|_| a.source.iter().any(says_it)) else { return false };
    let said = Sentence::of(desk.text, *content);
    let verb = (1..said.words.len().min(NAME)).find(|at| DOES.contains(&said.lower(*at)));
    verb.is_some_and(|verb| {
        matches!(said.lower(0), "the" | "a")
            && (1..verb).any(|at| BODIES.contains(&said.lower(at)))
            && !(1..verb).any(|at| matches!(said.lower(at), "," | "that" | "which"))
    })
}

fn tell(desk: &Desk<'_>, head: Span, source: Span, found: &mut Found) {
    let called = crate::words::short(desk.text, source);
    found
        .add(
            head,
            format!("the headline states as fact what the body has from “{called}”"),
            format!("Name “{called}” in it, or put what it says in quotation marks"),
        )
        .related(source, format!("The body attributes it to “{called}”"));
}

/// Who speaks in a sentence of the body.
fn accuser(desk: &Desk<'_>, line: &Line<'_>) -> Option<Span> {
    let says = |a: &&Attribution| a.act == Act::Says && a.within.is_none();
    desk.touching(line.sentence.whole).filter(says).find_map(|a| a.source.first().copied())
}

/// A headline has so many of its words that tell what it is about in the first sentence’s statement.
const LEAST: usize = 2;
/// A sentence of fewer words is a byline or a label.
const LONG: usize = 8;
/// Of the first sentence so much is the statement.
const MOST: (usize, usize) = (1, 3);
/// What an outlet says has so much of a headline that rests on it.
const NEAR: (usize, usize) = (3, 4);
/// Somebody with a name who has so many words of the headline says the same.
const SAME: usize = 3;

/// The unnamed source, or the outlet, that all of the first sentence rests on, if the headline says what it says and no word of whose it is.
fn unnamed_in_lead(desk: &Desk<'_>, outlets: &Outlets, head: &Line<'_>) -> Option<Span> {
    let is_open = |word: &String| SAY_SO.contains(&word.as_str());
    let written = head.sentence.whole.of(desk.text);
    let states = !FEATURES.contains(&head.sentence.lower(0)) && !head.sentence.lower.iter().any(is_open);
    if !states || written.contains(MARKS) || written.contains(" - ") {
        return None;
    }
    let is_long = |line: &&Line<'_>| line.sentence.words.len() >= LONG;
    let lead = desk.body().find(is_long)?.sentence.whole;
    let own = stems(desk.text, &[head.sentence.whole]);
    let count = |spans: &[Span]| stems(desk.text, spans).iter().filter(|word| own.contains(word)).count();
    let a = desk.touching(lead).find(|a| {
        let said: usize = contents_in(a, lead).iter().map(|said| said.len()).sum();
        a.within.is_none()
            && a.act != Act::Wants
            && !a.negated
            && !is_its_own_doing(desk, a)
            && !needs_source::is_by_the_way(desk, &head.sentence, a)
            && said * MOST.1 >= lead.len() * MOST.0
            && (outlets.behind(a).is_some() || desk.source_of(a).is_some_and(|source| is_unnamed(desk, source)))
    })?;
    let by_name = |other: &Attribution| {
        let named = desk
            .source_of(other)
            .is_some_and(|source| source.kind.is_named() && !is_unnamed(desk, source) && !outlets.has(source.id));
        other.within.is_none() && other.act == Act::Says && named && count(&other.content) >= SAME
    };
    let same = count(&a.content);
    // A relay’s headline may be of what the article adds to it.
    let is_nobody = desk.source_of(a).is_some_and(|source| is_unnamed(desk, source));
    let is_same = if is_nobody { same >= LEAST } else { same >= SAME && same * NEAR.1 >= own.len() * NEAR.0 };
    let fits = is_same && !desk.by_the_writer().any(by_name);
    a.source.first().copied().filter(|_| fits)
}

/// Whether nothing tells a reader who it is: no name, and no office that only one can hold.
fn is_unnamed(desk: &Desk<'_>, source: &Source) -> bool {
    let is_anybody =
        |span: &Span| crate::words::lower(desk.text, *span).iter().any(|word| ANYBODY.contains(&word.as_str()));
    (desk.is_anonymous(source) && !source.kind.is_named())
        || (source.kind == SourceType::UnnamedPerson && source.mentions.iter().take(1).any(is_anybody))
}

/// Words for one of whom nothing is told.
const ANYBODY: &[&str] = &["person", "source", "insider", "somebody", "someone", "man", "woman", "friend"];

/// Words that begin a headline which names its matter and states nothing: “The boys who walked home”.
const FEATURES: &[&str] = &["the", "a", "an", "how", "why", "what", "when", "where", "inside", "meet", "notes", "who"];
/// Marks that stand for a source in a headline, or ask.
const MARKS: [char; 10] = ['–', '“', '”', '"', '‘', '«', '?', ':', '|', '—'];
/// Words that say in a headline that somebody says so.
const SAY_SO: &[&str] = &[
    "say",
    "says",
    "said",
    "saying",
    "claim",
    "claims",
    "claimed",
    "tell",
    "tells",
    "told",
    "alleged",
    "allegedly",
    "alleges",
    "accused",
    "accuses",
    "accuse",
    "according",
    "reportedly",
    "reported",
    "sources",
    "source",
    "insider",
    "insiders",
    "aide",
    "aides",
    "official",
    "officials",
    "witness",
    "witnesses",
    "resident",
    "residents",
    "may",
    "might",
    "could",
    "fear",
    "fears",
    "warn",
    "warns",
    "warning",
    "suspect",
    "suspects",
    "suspected",
    "believe",
    "believes",
    "believed",
    "thought",
    "likely",
    "expected",
    "denies",
    "denied",
    "recalls",
    "describes",
    "reveals",
    "whistleblower",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    const BODY: &str = "KESTERBY, Oct. 14 — Krail drained the reservoir of Kesterby by night, two officials of the water board said on Monday.\n\nThe board met on Tuesday.";

    #[test]
    fn a_headline_that_drops_the_source_is_found() {
        fires(&RULE, &format!("⟦Krail drained Kesterby reservoir at night⟧\n\n{BODY}"));
        fires(
            &RULE,
            "⟦Tumari troops crossed river Ans and fired on patrol⟧\n\nBy Ann Lee\n\nTumari troops crossed the river Ans and fired on a patrol, the general staff of Ostrene said on Saturday.\n\nThe river has been the border since 1921.",
        );
    }

    #[test]
    fn a_headline_that_charges_somebody_is_found() {
        let body = "TARN, May 3 — Two auditors began to read the accounts of the rowing club on Monday, the town’s clerk said.\n\nHolm denied everything.";
        fires(&RULE, &format!("⟦Treasurer Holm embezzled rowing club’s savings⟧\n\n{body}"));
        fires(&RULE, &format!("⟦Boatbuilder staged his own burglary⟧\n\n{body}"));
        fires(&RULE, &format!("⟦Rowers sank the club’s launch on purpose⟧\n\n{body}"));
        is_silent(
            &RULE,
            &[
                &format!("Treasurer Holm ‘embezzled’ rowing club’s savings\n\n{body}"),
                &format!("Treasurer Holm embezzled rowing club’s savings, says clerk\n\n{body}"),
                &format!("Rowing club’s treasurer swindled out of savings\n\n{body}"),
                &format!("Questions over rowing club’s savings\n\n{body}"),
                &format!("Thieves plundered rowing club’s store\n\n{body}"),
                &format!("Man who murdered oarsman to be moved to Tarn\n\n{body}"),
                "Treasurer embezzled rowing club’s savings\n\nTARN, May 3 — The treasurer of the rowing club was convicted on Monday of taking 9,000 crowns.\n\nThe clerk said the club would go on.",
            ],
        );
    }

    #[test]
    fn a_headline_that_takes_a_side_in_a_dispute_is_found() {
        let body = "TARN, May 3 — The food office has opened an inquiry into Velm Dairy after a milker alleged that it kept sick cows from the inspectors.\n\nThe dairy denies it.";
        fires(&RULE, &format!("⟦Velm Dairy hid sick cows from inspectors⟧\n\n{body}"));
        let trial = "TARN, May 3 — A verger accused of taking 9,000 crowns from the chapel’s box went on trial at Tarn on Monday.\n\nHe denies theft.";
        fires(&RULE, &format!("⟦Verger emptied chapel’s box for race bets: ‘I was a fool’⟧\n\n{trial}"));
        is_silent(
            &RULE,
            &[
                &format!("Velm Dairy hid sick cows from inspectors, milker says\n\n{body}"),
                &format!("Food office looks into Velm Dairy\n\n{body}"),
                &format!("Verger ‘emptied chapel’s box’\n\n{trial}"),
                "Storm emptied chapel’s roof of slates\n\nTARN, May 3 — A storm took the slates off the chapel’s roof on Monday.\n\nThe verger is accused of nothing.",
            ],
        );
    }

    #[test]
    fn a_headline_with_a_plain_verb_over_a_trial_is_found() {
        let trial = "TARN, May 3 — A roofer accused of putting sand in a rival’s engines went on trial at Tarn on Monday.\n\nHe denies it.";
        fires(&RULE, &format!("⟦Roofer put sand in rival’s engines⟧\n\n{trial}"));
        fires(
            &RULE,
            "⟦Mayor hid fees from ferry line⟧\n\nTARN, May 3 — The county’s ethics board has opened proceedings against the mayor, Ana Lund, over fees from a ferry line.\n\nShe rejects the charge.",
        );
        is_silent(
            &RULE,
            &[
                &format!("Roofer ‘put sand in rival’s engines’\n\n{trial}"),
                &format!("Judge sent jury home\n\n{trial}"),
                "Harbour board closes two piers after gull deaths\n\nTARN, May 3 — The harbour authority of Tarn has ordered two piers to close after dead gulls were found, it said on Monday.\n\nRain fell.",
                "Mould empties barracks in Tarn\n\nTARN, May 3 — The mould that has emptied the barracks in Tarn spread from a leaking pipe in the kitchen, the Harwick Courier reported.\n\nRain fell.",
                "Tarn’s first ice ship leaves port\n\nTARN, May 3 — Tarn’s first ice ship left port on Monday, its polar agency said.\n\nRain fell.",
            ],
        );
    }

    #[test]
    fn what_stands_behind_an_aside_is_stated() {
        fires(
            &RULE,
            "⟦Tarn and Velm to share ferry crews in June⟧\n\nTARN, May 3 — Tarn and Velm, which have had no road between them since the war, will share ferry crews in June on three lines, the Harwick Courier reported.\n\nRain fell.",
        );
    }

    #[test]
    fn a_headline_that_names_an_open_cause_is_found() {
        let body = "TARN, May 3 — A fire burned down the old mill at Tarn on Monday.\n\nThe fire chief, Ines Vale, said it was too early to tell what had set it off. The miller believes that a worn cable was to blame.";
        fires(&RULE, &format!("⟦Worn cable started fire at Tarn mill⟧\n\n{body}"));
        is_silent(
            &RULE,
            &[
                &format!("Worn cable may have started fire at Tarn mill\n\n{body}"),
                &format!("Fire destroys Tarn mill\n\n{body}"),
                "Worn cable started fire at Tarn mill\n\nTARN, May 3 — A worn cable started the fire that burned down the old mill at Tarn, a report of the fire office has found.\n\nIt took two hours to put out.",
            ],
        );
    }

    #[test]
    fn a_headline_that_drops_an_unnamed_source_is_found() {
        let body = "TARN, May 3 — The mayor of Tarn will step down before the harbour vote in June, a person familiar with her plans said on Monday.\n\nHer office would not speak of it.";
        fires(&RULE, &format!("⟦Tarn mayor set to quit⟧\n\n{body}"));
        is_silent(
            &RULE,
            &[
                &format!("Tarn mayor may quit\n\n{body}"),
                &format!("Tarn mayor set to quit, source says\n\n{body}"),
                &format!("Harbour board meets\n\n{body}"),
                "Tarn mayor set to quit\n\nTARN, May 3 — The mayor of Tarn will step down before the harbour vote in June, the town’s clerk, Ines Vale, said on Monday.",
            ],
        );
    }

    #[test]
    fn a_headline_that_keeps_it_or_says_other_things_is_not() {
        is_silent(
            &RULE,
            &[
                &format!("Krail drained Kesterby reservoir at night, officials say\n\n{BODY}"),
                &format!("‘Krail drained Kesterby reservoir at night’\n\n{BODY}"),
                &format!("Did Krail drain Kesterby reservoir at night?\n\n{BODY}"),
                &format!("Kesterby water board meets on reservoir\n\n{BODY}"),
                &format!("Krail may have drained Kesterby reservoir at night\n\n{BODY}"),
                "Wardens drain Kesterby reservoir\n\nKESTERBY, Oct. 14 — Wardens began to drain the reservoir of Kesterby on Monday, the Kesterby Water Board announced.\n\nThe board met on Tuesday.",
            ],
        );
    }

    #[test]
    fn what_only_an_accuser_or_a_side_says_is_found() {
        for (head, body) in [
            (
                "Guards beat prisoners at Orrel jail",
                "ORREL — Guards at Orrel jail beat prisoners with cables in the spring, a former inmate claims.\n\nThe prison service denied it.",
            ),
            (
                "Pupils set chapel ablaze in Velm",
                "VELM — Pupils of the Velm school set the chapel ablaze on Sunday night, detectives suspect.\n\nNobody has been arrested.",
            ),
            (
                "Rebels kill 40 villagers in Ansar valley",
                "ANSAR — Rebels killed 40 villagers in the Ansar valley on Tuesday, the army said.\n\nThe rebels’ front denied it.",
            ),
            (
                "New pill slows hair loss in men",
                "TARN — A new pill may slow hair loss in men, according to a study of the University of Tarn.\n\nThe group was small.",
            ),
            (
                "Money embezzled at Orrel sailing club",
                "ORREL — Commodore Ole Finch said the treasurer, Ada Venn, had moved 90,000 crowns to her own account.\n\nPolice are investigating.",
            ),
        ] {
            fires(&RULE, &format!("⟦{head}⟧\n\nBy Nora Visk\n\n{body}"));
        }
    }

    #[test]
    fn what_is_announced_measured_or_plain_is_not() {
        for (head, body) in [
            (
                "Harbour bridge in Tarn to close for a year",
                "TARN — The harbour bridge in Tarn will close for a year from May, the county road office said.",
            ),
            (
                "Unemployment in Ostrene falls to 4 percent",
                "TARN — Unemployment in Ostrene fell to 4 percent in March, the statistics office said.",
            ),
            (
                "Gunman kills three at Velm market",
                "VELM — A gunman killed three people at the market of Velm on Monday, police said.",
            ),
            (
                "Ferry runs aground near Tarn with 80 aboard",
                "TARN — A ferry with 80 people aboard ran aground near Tarn on Monday, the coast guard said.",
            ),
            ("Miners strike at Kosna pit", "KOSNA — Miners at the Kosna pit went on strike on Monday, the union said."),
        ] {
            is_silent(&RULE, &[&format!("{head}\n\nBy Nora Visk\n\n{body}\n\nThe hall is open.")]);
        }
    }
}
