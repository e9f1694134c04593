//! Somebody is accused by name and neither answers nor is shown to have been asked.
//!
//! ## What it does
//!
//! Finds people and bodies with a name whom the article says somebody accused or blames, of whom somebody says that they stole,
//! bribed, forged, broke the law, did away with papers, did damage, let thieves in or planned a crime, or whom an unnamed source
//! attacks, or of whom the writer himself says with no source that they did a wrong which ATT001 knows, if nothing in the article is
//! said by them or by somebody who speaks for them, and no sentence says that they deny it, declined to comment or could not be
//! reached; “his lawyer” speaks for whoever was named before. “He” and “the mayor” are whom a sentence before names.
//! To whom a wrong was done is not accused. Articles whose top tells of a verdict, and whoever was convicted, are left out.
//!
//! ## Why it matters
//!
//! A reply belongs to an accusation. Without one the reader cannot know whether the accused has an answer or was never asked.
//!
//! ## Authority
//!
//! BBC, “Editorial Guidelines”, Fairness: right of reply. Reuters, “Handbook of Journalism”: the accused party is asked. AP,
//! “Statement of News Values”, on seeking comment from those who are put in a bad light.
//!
//! ## Example
//!
//! ```text
//! The union’s chairman, Ole Lund, accused Norvane Steel of hiding two accidents at the mill. He said that a third worker had been hurt in May.
//! ```
//!
//! ## Better
//!
//! ```text
//! The union’s chairman, Ole Lund, accused Norvane Steel of hiding two accidents at the mill. Norvane Steel did not respond to questions.
//! ```
//!
//! ## When not to use
//!
//! For history, for the dead, for verdicts, and for running news in which the reply stands in an earlier item.

use std::collections::BTreeSet;
use std::ops::Range;

use sayso_article::Part;
use sayso_reading::{Act, Attribution, Source, SourceId, SourceType};
use sayso_text::Span;
use sayso_text::sentences::{Sentence, sentences};

use crate::desk::{Line, link};
use crate::rules::ano::attack::attack;
use crate::rules::ano::people::People;
use crate::rules::ano::unnamed::unnamed;
use crate::rules::att::signs::{Sign, in_the_past, sign, wrong};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "BAL002",
    name: "accused-not-asked",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: false,
    options: &[],
    source: include_str!("accused_not_asked.rs"),
    check,
};

/// Verbs whose object is accused, and what must follow the object.
const ACCUSES: &[(&str, &[&str])] = &[
    ("accused", &["of"]),
    ("accuses", &["of"]),
    ("accusing", &["of"]),
    ("accuse", &["of"]),
    ("blamed", &["for"]),
    ("blames", &["for"]),
    ("blaming", &["for"]),
];
/// A name has at most so many words.
const NAME: usize = 6;
/// Words inside a name.
const INSIDE: &[&str] = &["of", "and", "the", "for", "de", "van", "von", "al", "bin", "’s", "'s", "-", "&", "."];
/// Nouns for whoever speaks for somebody.
const SPEAKERS: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "lawyer",
    "lawyers",
    "attorney",
    "attorneys",
    "solicitor",
    "solicitors",
    "representative",
    "representatives",
    "counsel",
    "barrister",
    "defence",
    "defense",
    "family",
    "campaign",
    "agent",
    "office",
    "aides",
];
/// Nouns for a body after its first mention.
const BODIES: &[&str] = &[
    "company",
    "firm",
    "ministry",
    "government",
    "party",
    "group",
    "army",
    "police",
    "club",
    "council",
    "department",
    "agency",
    "officials",
    "authorities",
    "union",
    "bank",
    "team",
    "management",
    "school",
    "university",
    "hospital",
    "board",
    "regulator",
    "organisation",
    "organization",
    "military",
    "embassy",
    "administration",
];
/// Verbs of wrongdoing.
const WRONGS: &[&str] = &[
    "stole",
    "stolen",
    "embezzled",
    "defrauded",
    "swindled",
    "fleeced",
    "conned",
    "bribed",
    "forged",
    "falsified",
    "faked",
    "lied",
    "cheated",
    "rigged",
    "laundered",
    "siphoned",
    "pocketed",
    "plagiarised",
    "plagiarized",
    "blackmailed",
    "extorted",
    "harassed",
    "assaulted",
    "groped",
    "raped",
    "molested",
    "bullied",
    "threatened",
    "misled",
];
/// What is no wrongdoing until something is done to what stands soon behind it.
const DEEDS: &[(&[&str], &[&str])] = &[
    (
        &[
            "tore",
            "torn",
            "shredded",
            "deleted",
            "destroyed",
            "burned",
            "burnt",
            "erased",
            "wiped",
            "altered",
            "doctored",
            "hid",
            "hidden",
        ],
        &[
            "page",
            "pages",
            "record",
            "records",
            "file",
            "files",
            "email",
            "emails",
            "document",
            "documents",
            "evidence",
            "log",
            "logs",
            "minutes",
            "footage",
            "tape",
            "tapes",
            "books",
            "messages",
            "accident",
            "accidents",
            "losses",
            "debts",
            "report",
            "reports",
        ],
    ),
    (
        &["planned", "staged", "masterminded", "plotted", "ordered", "arranged", "organised", "organized"],
        &[
            "raid",
            "robbery",
            "heist",
            "murder",
            "killing",
            "theft",
            "burglary",
            "arson",
            "fraud",
            "kidnapping",
            "bombing",
            "shooting",
            "attack",
            "ambush",
        ],
    ),
    (
        &["took", "taken", "accepted", "paid", "offered"],
        &["bribe", "bribes", "kickback", "kickbacks", "backhander", "backhanders"],
    ),
];
/// What is an accusation where somebody says it of another, though a writer may say it of anybody.
const PLAIN_WRONGS: &[(&[&str], &[&str])] = &[
    (
        &["took", "taken", "spent", "used", "kept", "moved", "drained", "emptied", "helped"],
        &[
            "money",
            "savings",
            "wages",
            "fund",
            "funds",
            "pension",
            "deposits",
            "donations",
            "takings",
            "bonus",
            "bonuses",
        ],
    ),
    (&["held", "kept"], &["back"]),
    (
        &["cut", "slashed", "smashed", "poisoned", "torched", "burned", "burnt", "vandalised", "vandalized", "wrecked"],
        &[
            "cable", "cables", "tyres", "tires", "fence", "fences", "windows", "wires", "well", "wells", "crops",
            "machines",
        ],
    ),
    (
        &["dumped", "dumping", "poured", "pouring", "pumped", "pumping", "washing", "tipping", "tipped"],
        &["waste", "sewage", "sludge", "chemicals", "oil", "slurry", "rubble", "acid"],
    ),
    (
        &["rewrote", "rewritten", "cooked", "fiddled", "changed", "altered", "backdated"],
        &[
            "books",
            "book",
            "accounts",
            "figures",
            "dates",
            "contract",
            "contracts",
            "invoices",
            "bills",
            "readings",
            "results",
        ],
    ),
    (&["wrote", "written", "signed", "paid", "awarded", "granted", "transferred", "lent", "made"], ONESELF),
    (&["signed", "used", "wrote", "written"], &["name", "names", "signature", "signatures"]),
    (
        &["padded", "inflated", "charged", "billed", "invoiced", "claimed"],
        &["expenses", "bills", "invoices", "hours", "twice", "never", "double", "patients"],
    ),
    (
        &["hit", "slapped", "kicked", "punched", "shoved", "choked", "starved", "drugged"],
        &[
            "prisoners",
            "residents",
            "patients",
            "pupils",
            "children",
            "boys",
            "girls",
            "workers",
            "him",
            "her",
            "them",
            "me",
            "wife",
            "husband",
        ],
    ),
    (
        &["ignored", "brushed", "dismissed", "overlooked", "suppressed", "buried"],
        &["warnings", "warning", "complaints", "complaint", "alarms", "faults", "findings", "report", "reports"],
    ),
    (&["beat", "beaten"], &["prisoners", "residents", "patients", "pupils", "children", "wife", "husband"]),
    (
        &["switched", "turned", "disabled", "unplugged", "covered", "disconnected"],
        &["camera", "cameras", "alarm", "alarms", "sensor", "sensors", "tracker"],
    ),
    (
        &["let", "waved", "tipped", "handed", "gave", "sold", "hid", "sheltered"],
        &["thieves", "burglars", "robbers", "raiders", "smugglers", "gang", "poachers"],
    ),
    (&["sold"], &["rotten", "mouldy", "expired", "fake", "counterfeit", "stolen", "tainted"]),
    (&["leaked", "copied", "passed"], &["secrets", "plans", "drawings", "lists", "exam", "papers", "files", "data"]),
    (&["broke", "broken", "breached"], &["law", "laws", "rules", "word", "promise", "promises", "contract"]),
    (
        &["without"],
        &["permit", "permits", "licence", "license", "permission", "consent", "authorisation", "authorization"],
    ),
];
/// To whom nobody pays what is not his.
const ONESELF: &[&str] =
    &["himself", "herself", "themselves", "brother", "cousin", "nephew", "son-in-law", "relatives"];
/// Wrongs that somebody does another, where somebody says it.
const SAID_WRONGS: &[&str] = &["robbed", "tricked", "betrayed", "deceived", "hid", "stole", "starved", "blackmailed"];
/// So many words behind a verb what it is done to is looked for.
const OBJECT: usize = 6;
/// What makes an article one on a verdict, or a wrong one that was not done.
const VERDICTS: &[&str] = &["convicted", "sentenced", "verdict", "guilty", "jury", "jurors", "jailed"];
/// Words between a name and what it did.
const AUXILIARIES: &[&str] = &[
    "had",
    "has",
    "have",
    "also",
    "then",
    "once",
    "twice",
    "was",
    "were",
    "been",
    "being",
    "is",
    "are",
    "both",
    "later",
    "all",
    "repeatedly",
    "simply",
    "just",
    "himself",
    "herself",
    "themselves",
    "itself",
];
/// Who stands for whom a sentence before names.
const PERSONS: &[&str] = &["he", "she"];
const BODY_WORDS: &[&str] =
    &["they", "it", "them", "firm", "company", "group", "club", "bank", "contractor", "developer", "operator"];
const OFFICES: &[&str] = &[
    "mayor",
    "owner",
    "manager",
    "director",
    "chairman",
    "chairwoman",
    "minister",
    "president",
    "governor",
    "principal",
    "coach",
    "landlord",
    "treasurer",
    "headteacher",
    "boss",
    "chief",
];
/// So many sentences before are looked at for him.
const BACK: usize = 3;
/// Words that take a wrong back, or leave it open.
const NEVER: &[&str] = &["not", "never", "no", "nobody", "if", "whether", "didn’t", "didn't", "hadn’t", "hadn't"];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let people = People::of(desk);
    let accused = accusations(desk, &people);
    if accused.is_empty() {
        return;
    }
    let heard = Heard::of(desk);
    let mut told: BTreeSet<String> = BTreeSet::new();
    for accused in accused {
        if heard.answers_for(desk, &people, accused) {
            continue;
        }
        let called = crate::words::short(desk.text, accused);
        if told.insert(called.clone()) {
            found.add(
                accused,
                format!("“{called}” is accused here and neither answers nor is shown to have been asked"),
                format!("Ask “{called}” and give the answer, or say that none was given"),
            );
        }
    }
}

/// The names of those who are accused, in text order.
fn accusations(desk: &Desk<'_>, people: &People<'_>) -> Vec<Span> {
    let by_verb = desk.body().flat_map(|line| accused_in(&line.sentence)).filter(|accused| !desk.is_quoted(*accused));
    let mut accused: Vec<Span> = by_verb.collect();
    if !is_on_verdict(desk) {
        let said = desk.attributions().filter(|a| a.act == Act::Says && desk.part_at(link(a).start) == Part::Body);
        let wrongdoers =
            said.flat_map(|a| wrongdoers(desk, people, a).into_iter().filter(|name| !is_source(desk, a, *name)));
        accused.extend(wrongdoers);
        accused.extend(desk.body().filter_map(|line| alleged(desk, line)));
    }
    for unnamed in unnamed(desk) {
        let attacks = unnamed.in_body(desk).filter_map(|a| attack(desk, people, a));
        accused.extend(attacks.filter(|attack| !attack.praises).map(|attack| attack.person));
    }
    accused.sort_unstable();
    accused.retain(|name| names_anybody(desk, *name) && !is_convicted(desk, *name));
    accused
}

/// The name of whoever the writer himself says did wrong, with no source: “Norvane Water falsified its logbooks”.
fn alleged(desk: &Desk<'_>, line: &Line<'_>) -> Option<Span> {
    let sign = sign(desk, line).filter(Sign::alleges)?;
    let content = in_the_past(&line.sentence);
    let content = content.as_ref().unwrap_or(&line.sentence);
    let verb = content.words.partition_point(|word| word.start < sign.span.start);
    let Who::Name(name) = who_did(content, verb)? else { return None };
    let is_known = name.len() > 1 || is_name_throughout(desk, content.word(name.start));
    is_known.then(|| content.span(&name))
}

/// Whether a word with a capital stands in the text twice, and never without one.
fn is_name_throughout(desk: &Desk<'_>, word: &str) -> bool {
    let lower = word.to_lowercase();
    let places = || desk.sentences.iter().flat_map(|line| (0..line.sentence.words.len()).map(move |at| (line, at)));
    let same = |(line, at): &(&Line<'_>, usize)| line.sentence.lower(*at) == lower;
    lower != "police"
        && places().filter(same).count() > 1
        && places().filter(same).all(|(line, at)| line.sentence.is_capital(at))
}

/// Whether headline or first paragraph tell of a verdict: one that “is expected” is none, nor is whoever “pleaded not guilty”.
fn is_on_verdict(desk: &Desk<'_>) -> bool {
    let Some(first) = desk.body().next().map(|line| line.paragraph) else { return false };
    let mut top = desk.sentences.iter().filter(|line| line.part != Part::Body || line.paragraph == first);
    top.any(|line| tells_verdict(&line.sentence))
}

fn tells_verdict(sentence: &Sentence<'_>) -> bool {
    let is_pleaded = |at: usize| sentence.lower(at) == "guilty" && at > 0 && sentence.lower(at - 1) == "not";
    let is_due = sentence.lower.iter().any(|word| matches!(word.as_str(), "expected" | "due" | "opened" | "pleaded"));
    !is_due && (0..sentence.words.len()).any(|at| VERDICTS.contains(&sentence.lower(at)) && !is_pleaded(at))
}

/// Whether a sentence tells of a verdict on somebody.
fn is_convicted(desk: &Desk<'_>, name: Span) -> bool {
    let own = names(desk.text, name);
    let is_on = |line: &Line<'_>| {
        tells_verdict(&line.sentence) && names(desk.text, line.sentence.whole).iter().any(|word| own.contains(word))
    };
    desk.body().any(is_on)
}

/// The names of those of whom an attribution says that they did wrong.
fn wrongdoers(desk: &Desk<'_>, people: &People<'_>, a: &Attribution) -> Vec<Span> {
    if a.negated {
        return Vec::new();
    }
    let pieces = a.content.iter().flat_map(|piece| sentences(desk.text, *piece));
    pieces
        .flat_map(|piece| {
            let content = Sentence::of(desk.text, piece);
            let content = in_the_past(&content).unwrap_or(content);
            let framed = wrong(&content).map(|span| content.words.partition_point(|word| word.start < span.start));
            let plain = (0..content.words.len()).filter(|at| is_wrong(&content, *at));
            let wrongs: Vec<usize> = plain.chain(framed).filter(|at| !is_taken_back(&content, *at)).collect();
            let named = wrongs.into_iter().filter_map(|at| named(desk, people, a, &content, at));
            named.collect::<Vec<Span>>()
        })
        .collect()
}

/// Whether a word before a wrong takes it back.
fn is_taken_back(content: &Sentence<'_>, wrong: usize) -> bool {
    content.lower[..wrong].iter().any(|word| NEVER.contains(&word.as_str()))
}

/// The name of whoever did a wrong: in its sentence, or in one before for which a pronoun or an office stands.
fn named(desk: &Desk<'_>, people: &People<'_>, a: &Attribution, content: &Sentence<'_>, wrong: usize) -> Option<Span> {
    match who_did(content, wrong)? {
        Who::Name(name) => Some(content.span(&name)),
        Who::StandsFor(at) => {
            let start = content.words[at].start;
            let is_his = |span: Span| a.source.iter().any(|source| source.overlaps(span)) || is_source(desk, a, span);
            let lines = desk.around(start, BACK, 0);
            let before = lines.iter().rev().skip_while(|line| line.sentence.whole.start >= start);
            before.into_iter().find_map(|line| stood_for(desk, people, line, content.lower(at), &is_his))
        }
    }
}

/// Whether a name is that of an attribution's source.
fn is_source(desk: &Desk<'_>, a: &Attribution, name: Span) -> bool {
    let own = desk.source_of(a).and_then(|source| source.name).map(|own| names(desk.text, own)).unwrap_or_default();
    names(desk.text, name).iter().any(|word| own.contains(word))
}

/// Whom a sentence names for whom a word stands: a person for “he”, the mayor by name for “the mayor”, a body for “they”.
fn stood_for(
    desk: &Desk<'_>,
    people: &People<'_>,
    line: &Line<'_>,
    word: &str,
    is_his: &dyn Fn(Span) -> bool,
) -> Option<Span> {
    let sentence = &line.sentence;
    let office = (0..sentence.words.len()).find(|at| {
        PERSONS.contains(&word)
            && sentence.lower(at.saturating_sub(1)) == "the"
            && OFFICES.contains(&sentence.lower(*at))
    });
    if let Some(office) = office {
        return holder(desk, people, sentence.lower(office));
    }
    if OFFICES.contains(&word) {
        return holder(desk, people, word);
    }
    let runs = name_runs(sentence).into_iter().filter(|name| !is_his(*name));
    let wants_person = PERSONS.contains(&word);
    runs.rev().find(|name| people.is_name(name.of(desk.text)) == wants_person && names_anybody(desk, *name))
}

/// “Mayor Alban Tregor”: who holds an office, by name.
fn holder(desk: &Desk<'_>, people: &People<'_>, office: &str) -> Option<Span> {
    desk.body().find_map(|line| {
        let sentence = &line.sentence;
        let at = (0..sentence.words.len()).find(|at| sentence.lower(*at) == office)?;
        let first = at + 1 + usize::from(sentence.lower(at + 1) == ",");
        let name = name_runs(sentence)
            .into_iter()
            .find(|name| name.start == sentence.words.get(first).map_or(0, |w| w.start))?;
        people.is_name(name.of(desk.text)).then_some(name)
    })
}

const ADDRESS: &[&str] =
    &["mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "professor", "councillor", "senator"];

/// The names in a sentence: words with capitals and what may stand inside, not at its beginning alone.
fn name_runs(sentence: &Sentence<'_>) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let inside =
            |at: usize| matches!(sentence.lower(at), "of" | "the" | "and" | "for") && sentence.is_capital(at + 1);
        let of_the =
            |at: usize| sentence.lower(at) == "of" && sentence.lower(at + 1) == "the" && sentence.is_capital(at + 2);
        // “Mayor Alban Frey”: the name alone.
        if sentence.is_capital(at + 1)
            && (OFFICES.contains(&sentence.lower(at)) || ADDRESS.contains(&sentence.lower(at)))
        {
            at += 1;
            if sentence.lower(at) == "." {
                at += 1;
            }
            continue;
        }
        let run = (at..sentence.words.len())
            .take_while(|next| sentence.is_capital(*next) || (*next > at && (inside(*next) || of_the(*next))))
            .count();
        if run > 1 || (run == 1 && at > 0) {
            out.push(sentence.span(&(at..at + run)));
        }
        at += run.max(1);
    }
    out
}

/// Days and months are no names.
const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn names_anybody(desk: &Desk<'_>, name: Span) -> bool {
    let words = crate::words::lower(desk.text, name);
    let is_common = |word: &String| {
        matches!(word.as_str(), "the" | "a" | "an" | "he" | "she" | "it" | "they" | "but" | "and" | "we" | "i" | "his")
    };
    let is_alone = words.len() == 1;
    !words.iter().any(|word| CALENDAR.contains(&word.as_str()))
        && !words.iter().all(is_common)
        && (!is_alone || is_named_elsewhere(desk, name))
}

/// Whether a word has a capital inside a sentence, and is no newspaper: “Separatists planned” may begin one.
fn is_named_elsewhere(desk: &Desk<'_>, name: Span) -> bool {
    let (text, first) = (name.of(desk.text), name.start);
    let bare = |word: &str| word.trim_end_matches("’s").trim_end_matches("'s").to_owned();
    let is_inside = |line: &Line<'_>| {
        (1..line.sentence.words.len()).any(|at| {
            let is_behind_mark = !line.sentence.word(at - 1).starts_with(|c: char| c.is_alphanumeric() || c == ',');
            !is_behind_mark && bare(line.sentence.word(at)) == bare(text)
        })
    };
    let is_paper =
        desk.text[..first].ends_with("the ") && desk.text[..first].trim_end_matches("the ").ends_with("told ");
    !is_paper && (!text.ends_with('s') || desk.sentences.iter().any(is_inside))
}

/// Whether a verb of wrongdoing stands at a word.
fn is_wrong(content: &Sentence<'_>, at: usize) -> bool {
    let word = content.lower(at);
    let has_object = |objects: &[&str]| {
        let mut behind = (at + 1..=at + OBJECT).map(|at| content.lower(at)).take_while(|word| !NEVER.contains(word));
        behind.any(|word| objects.contains(&word))
    };
    // “She took her savings to the bank”.
    let is_own = |objects: &[&str]| {
        let at = (at + 1..=at + OBJECT).find(|at| objects.contains(&content.lower(*at)));
        at.is_some_and(|at| {
            objects.contains(&"savings")
                && matches!(content.lower(at - 1), "his" | "her" | "their" | "own" | "its" | "my")
        })
    };
    // “He threatened to close it”.
    if matches!(word, "threatened") && content.lower(at + 1) == "to" {
        return false;
    }
    let does = |(verbs, objects): &(&[&str], &[&str])| verbs.contains(&word) && has_object(objects) && !is_own(objects);
    WRONGS.contains(&word) || SAID_WRONGS.contains(&word) || DEEDS.iter().any(does) || PLAIN_WRONGS.iter().any(does)
}

/// Who did a thing, in the words of its sentence.
enum Who {
    Name(Range<usize>),
    /// A pronoun, or an office, for somebody named before.
    StandsFor(usize),
}

/// Who stands before a verb: “Norvane had forged”, “Ada Venn, 44, stole”, “Ada Venn, who keeps the books, stole”.
fn who_did(content: &Sentence<'_>, verb: usize) -> Option<Who> {
    if is_passive(content, verb) {
        // “The wills were forged by Ada Venn”.
        let by = (verb + 1..verb + 4).find(|at| content.lower(*at) == "by")?;
        let count = (by + 1..content.words.len()).take_while(|at| content.is_capital(*at)).take(NAME).count();
        return (count > 1).then(|| Who::Name(by + 1..by + 1 + count));
    }
    if let Some(name) = name_in_aside(content, verb) {
        return Some(Who::Name(name));
    }
    let end = before_asides(content, verb);
    if let Some(who) = who_at(content, end) {
        return Some(who);
    }
    // “He took the purse and hid it”: the nearest before.
    let joins = content.lower[end.saturating_sub(REACH)..verb].iter().any(|word| word == "and" || word == "been");
    if !joins {
        return None;
    }
    (1..=end)
        .rev()
        .find_map(|end| who_at(content, end).filter(|who| !matches!(who, Who::StandsFor(at) if *at + 1 < end)))
}

/// “He has been robbed”: whether what a verb tells befalls whoever stands before it.
fn is_passive(content: &Sentence<'_>, verb: usize) -> bool {
    let is_adverb = |at: &usize| content.lower(*at).ends_with("ly") || content.lower(*at) == "also";
    let before = (0..verb).rev().find(|at| !is_adverb(at));
    let is_be = |at: usize| {
        matches!(content.lower(at), "was" | "were" | "been" | "being" | "is" | "are" | "be" | "got" | "feel")
    };
    !content.word(verb).ends_with("ing") && before.is_some_and(is_be)
}

/// “A former clerk of the firm, Ada Venn, had forged”: a name between commas before a verb.
fn name_in_aside(content: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let is_between = |word: &str| AUXILIARIES.contains(&word) || (word.len() > 4 && word.ends_with("ly"));
    let close = (0..verb).rev().find(|at| !is_between(content.lower(*at)))?;
    if content.lower(close) != "," {
        return None;
    }
    let first = close - (0..close).rev().take_while(|at| content.is_capital(*at)).take(NAME).count();
    let opens = first.checked_sub(1).is_some_and(|at| content.lower(at) == ",");
    (opens && close > first + 1).then_some(first..close)
}

/// So many words before a verb may join it to another.
const REACH: usize = 8;

/// Where whoever does a thing ends: before “had also”, an age, and “, who keeps the books,”.
fn before_asides(content: &Sentence<'_>, verb: usize) -> usize {
    let is_between = |word: &str| AUXILIARIES.contains(&word) || (word.len() > 4 && word.ends_with("ly"));
    let mut end = verb;
    while end > 0 && is_between(content.lower(end - 1)) {
        end -= 1;
    }
    if end > 0 && content.lower(end - 1) == "," {
        let opens = (end.saturating_sub(ASIDE)..end - 1).rev().find(|at| content.lower(*at) == ",");
        end = opens.unwrap_or(end);
    }
    if end > 1 && matches!(content.lower(end - 1), "who" | "that" | "which") { end - 1 } else { end }
}

/// An aside has at most so many words.
const ASIDE: usize = 12;

/// A name, a pronoun or an office that ends at a word.
fn who_at(content: &Sentence<'_>, end: usize) -> Option<Who> {
    let last = end.checked_sub(1)?;
    let word = content.lower(last);
    if PERSONS.contains(&word) || matches!(word, "they" | "it" | "them") {
        return Some(Who::StandsFor(last));
    }
    let is_known = last > 0 && matches!(content.lower(last - 1), "the" | "this" | "our");
    if is_known && (OFFICES.contains(&word) || BODY_WORDS.contains(&word)) {
        return Some(Who::StandsFor(last));
    }
    let start = (0..end).rev().take_while(|at| content.is_capital(*at)).take(NAME).last()?;
    // Where a sentence begins, a capital says nothing: “They lied”.
    let before = (0..start).rev().find(|at| content.lower(*at) != "the").map_or("", |at| content.lower(at));
    // “Employees of the Kell Lottery rigged the draw”: not the house.
    if matches!(before, "of" | "at" | "for" | "from" | "in" | "by" | "with") {
        return None;
    }
    let is_name = !matches!(content.lower(start), "we" | "i" | "who" | "you" | "somebody" | "someone" | "the" | "this");
    let owns = content.word(end - 1).ends_with("’s") || content.word(end - 1).ends_with("'s");
    (is_name && !owns && (start > 0 || end > start + 1 || content.lower(start).len() > 4))
        .then_some(Who::Name(start..end))
}

/// The names of those whom a sentence says somebody accuses.
fn accused_in(sentence: &Sentence<'_>) -> Vec<Span> {
    let accuses = |at: &usize| ACCUSES.iter().find(|(verb, _)| *verb == sentence.lower(*at));
    (0..sentence.words.len())
        .filter_map(|at| {
            let (_, follows) = accuses(&at)?;
            // “The builder Tarn & Sons”, “her former boss, Casper Venn”.
            let has_noun = matches!(sentence.lower(at + 1), "the" | "his" | "her" | "its" | "their");
            let first = (at + 1..at + if has_noun { 6 } else { 2 }).find(|at| sentence.is_capital(*at))?;
            let is_name = |at: &usize| {
                let word = sentence.word(*at);
                word.starts_with(char::is_uppercase) || INSIDE.contains(&sentence.lower(*at))
            };
            if !sentence.is_capital(first) || sentence.is_title() {
                return None;
            }
            let end = (first..(first + NAME + 1).min(sentence.words.len()))
                .find(|at| follows.contains(&sentence.lower(*at)) || !is_name(at))?;
            let follows = follows.contains(&sentence.lower(end));
            // “Of being a Democrat” is no wrong.
            let is_label = sentence.phrase(end, "of being a").is_some_and(|at| sentence.is_capital(at));
            if is_label {
                return None;
            }
            (follows && end > first).then(|| sentence.span(&(first..end)))
        })
        .collect()
}

/// Who is heard in an article, or was asked.
struct Heard {
    /// Words of their names, in lower case, without what makes a people of a country.
    words: BTreeSet<String>,
    /// Whether somebody speaks for another one without his name beside it.
    speaker: bool,
    /// The nouns of bodies that speak without their names: “the company”.
    bodies: BTreeSet<&'static str>,
}

/// Words of a sentence that tells of a reply, or of a question without one.
const REPLIES: &[&str] = &[
    "denied",
    "denies",
    "deny",
    "denying",
    "rejected",
    "rejects",
    "disputed",
    "disputes",
    "did not answer",
    "did not return",
    "did not respond",
    "did not reply",
    "didn’t respond",
    "didn't respond",
    "could not be reached",
    "was not available",
    "were not available",
    "declined to",
    "refused to comment",
    "would not comment",
    "has not commented",
    "have not commented",
    "no comment",
    "not yet replied",
    "had not replied",
    "had not responded",
    "has not responded",
    "not responded",
    "not replied",
    "pleaded not guilty",
    "pleaded guilty",
    "was approached",
    "were approached",
    "been approached",
    "approached for comment",
    "sought comment",
    "asked for comment",
    "been asked to comment",
    "been contacted",
    "refuted",
    "refutes",
    "called the claim",
    "called the claims",
    "called the charge",
    "called the charges",
    "called the allegations",
    "insists that",
    "insisted that",
    "admitted",
    "admits",
    "apologised",
    "apologized",
    "called the accusation",
    "called it a lie",
];
/// Bodies of which any name may be one.
const ANY_BODY: &[&str] =
    &["company", "firm", "group", "club", "team", "management", "organisation", "organization", "board"];

/// As many letters of a name tell it: “Norvane”, “Norvanian”.
const LETTERS: usize = 5;
/// So many words before a name may say of which body it is: “council leader Roland Brand”.
const BEFORE: usize = 3;

impl Heard {
    fn of(desk: &Desk<'_>) -> Self {
        let mut heard = Self { words: BTreeSet::new(), speaker: false, bodies: BTreeSet::new() };
        // What an accuser quotes him as saying is no answer, nor what he is said to have planned.
        let in_somebodys = |a: &Attribution| {
            let outer = a.within.and_then(|id| desk.reading.attributions.iter().find(|outer| outer.id == id));
            outer.and_then(|outer| desk.source_of(outer)).is_some_and(|source| {
                matches!(source.kind, SourceType::NamedPerson | SourceType::UnnamedPerson | SourceType::UnnamedGroup)
                    && !source.mentions.iter().take(8).any(|mention| speaks_for_another(desk, *mention))
            })
        };
        // “Sewage in the Lorne: bathing ban” is a topic.
        let is_topic = |a: &Attribution| {
            desk.part_at(link(a).start) != Part::Body && a.cue.iter().all(|cue| cue.of(desk.text).trim() == ":")
        };
        let is_answer = |a: &&Attribution| {
            a.act == Act::Says
                && !is_topic(a)
                && (a.within.is_none() || !desk.quotes.inside(link(a).start))
                && !in_somebodys(a)
        };
        let speak: BTreeSet<SourceId> =
            desk.reading.attributions.iter().filter(is_answer).filter_map(|a| a.source_id).collect();
        for source in desk.reading.sources.iter().filter(|source| speak.contains(&source.id)) {
            let own = source.mentions.iter().take(8).chain(&source.name).chain(&source.aliases);
            let own = own.chain(&source.affiliations).chain(&source.titles);
            own.for_each(|span| heard.words.extend(names(desk.text, *span)));
            if source.name.is_none() && names_nobody(desk, source) {
                source.mentions.iter().take(8).for_each(|mention| heard.learn(desk, *mention));
            }
            // “A lawyer, Jo Parr”: whose?
            heard.speaker |= source.mentions.iter().take(8).any(|mention| speaks_for_somebody(desk, *mention));
            // “His lawyer”: of whoever was named before.
            let mut his = source.mentions.iter().take(8).filter(|mention| speaks_for_another(desk, **mention));
            if let Some(mention) = his.next() {
                heard.words.extend(named_before(desk, mention.start));
            }
        }
        for unanswered in &desk.reading.unanswered {
            let names = names(desk.text, unanswered.who);
            heard.speaker |= names.is_empty();
            heard.words.extend(names);
        }
        desk.body().for_each(|line| heard.learn_reply(desk, line));
        heard
    }

    /// What a sentence says of somebody's reply, also where nothing was read in it.
    fn learn_reply(&mut self, desk: &Desk<'_>, line: &Line<'_>) {
        let lower = &line.sentence.lower;
        let Some(reply) = crate::words::phrase(lower, REPLIES) else { return };
        if desk.is_quoted(line.sentence.whole) {
            return;
        }
        if lower[..reply.start].iter().any(|word| PERSONS.contains(&word.as_str())) {
            self.words.extend(named_before(desk, line.sentence.whole.start));
        }
        let tables = [ANY_BODY, SPEAKERS, OFFICES, &["they", "it", "both", "neither", "none"]];
        // “Lee Gorley’s lawyer declined to comment”: his alone.
        let has_owner = |at: usize| {
            at.checked_sub(1).is_some_and(|at| {
                let word = lower[at].as_str();
                word.ends_with("’s") || word.ends_with("'s") || matches!(word, "’s" | "'s" | "his" | "her")
            })
        };
        let may_be_anybody =
            |at: usize| tables.iter().any(|table| table.contains(&lower[at].as_str())) && !has_owner(at);
        self.speaker |= (0..reply.start).any(may_be_anybody);
        self.words.extend(names(desk.text, line.sentence.whole));
    }

    fn learn(&mut self, desk: &Desk<'_>, mention: Span) {
        for word in crate::words::lower(desk.text, mention) {
            self.speaker |= SPEAKERS.contains(&word.as_str());
            self.bodies.extend(BODIES.iter().find(|body| **body == word));
        }
    }

    /// Whether an accused is heard, or somebody who may speak for him.
    fn answers_for(&self, desk: &Desk<'_>, people: &People<'_>, accused: Span) -> bool {
        if self.speaker || names(desk.text, accused).iter().any(|word| self.words.contains(word)) {
            return true;
        }
        if !people.is_name(accused.of(desk.text)) {
            let lower = crate::words::lower(desk.text, accused);
            let may_be = |body: &&str| ANY_BODY.contains(body) || lower.iter().any(|word| word == body);
            return self.bodies.iter().any(may_be);
        }
        let Some(line) = desk.sentence_at(accused.start) else { return true };
        let at = line.sentence.words.partition_point(|word| word.start < accused.start);
        (at.saturating_sub(BEFORE)..at).any(|at| self.bodies.contains(line.sentence.lower(at)))
    }
}

/// Whether somebody is told to speak for another one, and not for whom: not “Venn’s lawyer”, nor “its spokeswoman”, who speaks for a
/// body.
fn speaks_for_somebody(desk: &Desk<'_>, mention: Span) -> bool {
    let words = crate::words::lower(desk.text, mention);
    let has_owner = words
        .iter()
        .any(|word| matches!(word.as_str(), "its" | "his" | "her") || word.ends_with("’s") || word.ends_with("'s"));
    !has_owner && words.iter().any(|word| SPEAKERS.contains(&word.as_str()))
}

/// “His lawyer”, “her office”: whether somebody speaks for a person who was named before.
fn speaks_for_another(desk: &Desk<'_>, mention: Span) -> bool {
    let words = crate::words::lower(desk.text, mention);
    let is_his = matches!(words.first().map(String::as_str), Some("his" | "her"));
    is_his && words.iter().any(|word| SPEAKERS.contains(&word.as_str()))
}

/// The names in a sentence and the two before it, for whom “he” and “his” may stand.
fn named_before(desk: &Desk<'_>, byte: usize) -> Vec<String> {
    desk.around(byte, 2, 0).iter().flat_map(|line| names(desk.text, line.sentence.whole)).collect()
}

/// Whether nothing tells for whom an unnamed source speaks: “the company”, “a spokesman”.
fn names_nobody(desk: &Desk<'_>, source: &Source) -> bool {
    source.mentions.iter().all(|span| names(desk.text, *span).is_empty())
}

/// The beginnings of the names in a piece of text.
fn names(text: &str, span: Span) -> Vec<String> {
    let sentence = Sentence::of(text, span);
    (0..sentence.words.len())
        .filter(|at| {
            sentence.is_capital(*at)
                && !matches!(
                    sentence.lower(*at),
                    "the" | "a" | "an" | "mr" | "mrs" | "ms" | "its" | "he" | "she" | "they" | "it"
                )
        })
        .map(|at| sentence.lower(at).trim_end_matches("’s").trim_end_matches("'s").chars().take(LETTERS).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn an_accused_who_is_not_heard_is_found() {
        fires(
            &RULE,
            "The union’s chairman, Ole Lund, accused ⟦Norvane Steel⟧ of hiding two accidents at the mill. He said that a third worker had been hurt.",
        );
        fires(
            &RULE,
            "Ole Lund, who lost the vote, said he would appeal, blaming ⟦Ada Venn⟧ for the delay in the count.",
        );
    }

    #[test]
    fn wrongs_and_attacks_without_a_name_accuse_too() {
        fires(
            &RULE,
            "A clerk at the court, Ole Lund, said that ⟦Ada Venn⟧ had forged two wills. He said that he had seen both.",
        );
        fires(
            &RULE,
            "A fitter who asked not to be named said that the manager, ⟦Douglas Brand⟧, had torn two pages out of the book.",
        );
        fires(
            &RULE,
            "The coach met the board on Monday.\n\n“⟦Orla Finch⟧ is a bully and a liar, and she knows it,” said a source close to \
             the board. Trainer Orla Finch has been there for nine years.",
        );
    }

    #[test]
    fn who_is_meant_by_a_pronoun_is_accused_too() {
        fires(
            &RULE,
            "Mayor ⟦Alban Frey⟧ wants to sell the hall.\n\nParents say that the mayor is not honest. “He hid it on purpose,” said Ines Tarn, a baker.",
        );
        fires(
            &RULE,
            "Ole Lund has no time for the ⟦Friends of the Old Mill⟧, who camp at the weir.\n\n“It was them who cut the cables of the pump,” Lund said.",
        );
        fires(&RULE, "“⟦Norvane⟧ broke the law and it knew it,” said Ole Lund, who keeps bees. “Nobody came to look.”");
        fires(
            &RULE,
            "The trial of the miller Tom Osk opened on Monday. He pleaded not guilty, and his lawyer, Jo Parr, said he had lost his mill.\n\nA farmer, Ole Lund, said that a former clerk of the mill, ⟦Ada Venn⟧, had forged two bills. A verdict is expected in June.",
        );
        fires(
            &RULE,
            "The choir’s chairman, Ole Lund, said treasurer ⟦Ada Venn⟧ had written nine checks to herself. She left in May.",
        );
        fires(
            &RULE,
            "The carrier, Osk Freight, said the gatekeeper, ⟦Casper Venn⟧, had turned off both alarms. It let him go on Monday.",
        );
        fires(
            &RULE,
            "Osk valley: beach closed\n\n⟦Oskwater⟧ emptied its tank at night and falsified its books for a year.\n\nOskwater serves nine towns, and the beach is closed.",
        );
        fires(&RULE, "Ole Lund accused the builder ⟦Tarn & Sons⟧ of using cheap sand. The bridge is shut.");
        fires(
            &RULE,
            "Ole Lund, who left in May, said that ⟦Ada Venn⟧ has been harassing young singers. The choir sings on Sunday.",
        );
        fires(&RULE, "The former clerk, ⟦Ada Venn⟧, had also backdated two contracts, said the auditor, Ole Lund.");
    }

    #[test]
    fn another_ones_silence_is_none_of_a_persons() {
        fires(
            &RULE,
            "Inspector Ole Lund said that the jeweller ⟦Casper Venn⟧ had planned the raid on his own shop. A second man was held on \
             Monday. Lee Gorley’s lawyer declined to comment.",
        );
    }

    #[test]
    fn who_answers_was_asked_or_has_no_name_is_not() {
        let accused = "The union’s chairman, Ole Lund, accused Norvane Steel of hiding two accidents at the mill.";
        is_silent(
            &RULE,
            &[
                &format!("{accused} Norvane Steel said that there had been none."),
                &format!("{accused} Norvane did not respond to questions."),
                &format!("{accused} The company said that there had been none."),
                &format!("{accused} A spokeswoman for the mill’s owner denied it."),
                &format!("{accused} Norvane’s director, Ada Venn, said that there had been none."),
                "A clerk, Ole Lund, said that Ada Venn had forged two wills. Venn’s lawyer said that she had not.",
                "A clerk, Ole Lund, said that Ada Venn had forged two wills. A lawyer, Jo Parr, said that both were in order.",
                "A clerk, Ole Lund, said that Ada Venn had forged two wills. A jury found her guilty in May.",
                "A clerk, Ole Lund, said that Ada Venn had never forged a will.",
                "A clerk, Ole Lund, said that Ada Venn had planned the attack on the hill for a film.\n\nVenn laughed. “It is a good \
                 film,” she said.",
                &format!("{accused} Norvane, which has 90 workers, rejects that."),
                "A neighbour, Ole Lund, said that Ada Venn had taken the club’s money. She has not commented.",
                "A neighbour, Ole Lund, said that Ada Venn had been robbed in May. He said that she had threatened to leave.",
                "A neighbour, Ole Lund, said that Ada Venn had planned a party and not a robbery.",
                "A neighbour, Ole Lund, said that employees of the Kell Lottery had rigged the draw.",
                "A neighbour, Ole Lund, said that Ada Venn had beaten her at chess.",
                "Ole Lund accused Ada Venn of being a Harmonist.",
                "“He bought two fish and he lied to me,” as Ines Tarn told the Packet. The Packet is a weekly.",
                "A farmer, Ole Lund, told the court that Ada Venn had forged two bills. Venn, 58, is charged with fraud. She pleaded not guilty.",
                "A neighbour, Ole Lund, said that Ada Venn took her savings to the bank. He keeps bees.",
                "The union’s chairman, Ole Lund, accused the owners of hiding two accidents at the mill.",
                "Two men were accused of theft on Monday, the police said.",
            ],
        );
    }
}
