//! A source has two titles in one article that cannot be the same office.
//!
//! ## What it does
//!
//! Finds people who are the finance minister here and the interior minister there, a sergeant and a captain, a deputy mayor and the
//! mayor, a senator and a representative, a firm's managing director and its head of engineering, a union's general secretary and
//! its regional organiser, an assistant and the chief prosecutor, a historian and a lecturer in economics; a body's director and
//! its deputy director, a chief and the deputy chief, a theatre's artistic director and its general manager, a doctor and a nurse,
//! a student and the head of a laboratory.
//!
//! ## Why it matters
//!
//! One of the two is wrong, and both will be copied.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and BBC, “Editorial Guidelines”, Accuracy: names and positions of sources are right.
//!
//! ## Example
//!
//! ```text
//! The port will close, Finance Minister Ida Roe said. Nobody will lose work, Interior Minister Ida Roe added.
//! ```
//!
//! ## Better
//!
//! ```text
//! The port will close, Finance Minister Ida Roe said. Nobody will lose work, Roe added.
//! ```
//!
//! ## When not to use
//!
//! Where somebody changes office in the article, unless words such as “former”, “then” or “becomes” say so: those are heeded.

use std::collections::BTreeMap;

use sayso_reading::{Source, SourceId};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::names::{Place, bare, name, people};
use super::posts;
use crate::words::short;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SRC002",
    name: "title-differs",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("title_differs.rs"),
    check,
};

/// Words of offices, by what only one of them can be held at a time. Forms of one word stand together.
const RANKS: &[&[&str]] = &[
    &["private", "pte", "pvt"],
    &["corporal", "cpl"],
    &["sergeant", "sgt"],
    &["lieutenant", "lt"],
    &["captain", "capt"],
    &["major", "maj"],
    &["colonel", "col"],
    &["brigadier", "brig"],
    &["general", "gen"],
    &["admiral", "adm"],
    &["inspector", "insp"],
    &["superintendent", "supt"],
    &["constable", "pc"],
];
const CHAMBERS: &[&[&str]] = &[
    &["senator", "sen"],
    &["representative", "rep", "congressman", "congresswoman"],
    &["governor", "gov"],
    &["mayor"],
    &["councillor", "councilor", "cllr", "coun", "councilman", "councilwoman"],
];
const PORTFOLIOS: &[&[&str]] = &[
    &["finance", "treasury"],
    &["foreign"],
    &["interior", "home"],
    &["defence", "defense"],
    &["justice"],
    &["health"],
    &["education", "schools"],
    &["transport", "transportation"],
    &["trade"],
    &["energy"],
    &["environment"],
    &["culture"],
    &["agriculture", "farm"],
    &["labour", "labor"],
    &["prime"],
];
const CHIEFS: &[&[&str]] = &[&["executive"], &["financial", "finance"], &["operating"], &["technology"], &["medical"]];
/// Words that make another office of one, or of another time.
const CHANGES: &[&str] = &[
    "former",
    "then",
    "ex",
    "acting",
    "interim",
    "shadow",
    "elect",
    "designate",
    "candidate",
    "nominee",
    "becomes",
    "became",
    "become",
    "appointed",
    "promoted",
    "elected",
    "replaced",
    "replaces",
    "ran",
    "running",
    "succeeded",
    "retired",
    "served",
    "once",
    "previously",
    "incoming",
    "outgoing",
    "next",
    "new",
    "now",
    "formerly",
    "was",
    "as",
    "and",
    "joint",
    "junior",
    "minister-",
    "named",
];
/// Who is at the top of a firm, and who under him heads what. Forms of one word stand together.
const FIRM: &[&[&str]] = &[
    &["engineering", "engineer", "technical"],
    &["finance", "financial"],
    &["sales"],
    &["marketing"],
    &["communications", "press", "media", "pr"],
    &["operations", "operating"],
    &["research"],
    &["personnel", "hr", "people"],
    &["safety"],
    &["legal"],
    &["maintenance"],
    &["procurement", "purchasing"],
    &["security"],
    &["design"],
    &["production"],
    &["logistics"],
    &["transport"],
    &["estates", "property"],
];
/// Who speaks for a union, by how many of its members.
const UNION: &[&[&str]] =
    &[&["general", "national"], &["regional", "district"], &["branch", "local", "depot"], &["shop", "steward"]];
/// Who prosecutes, by rank.
const PROSECUTION: &[&[&str]] = &[&["chief"], &["assistant", "deputy", "junior"]];
/// Fields of learning so far from each other that nobody is a scholar of two, with their scholars.
const LEARNED: &[&[&str]] = &[
    &["history", "historian", "archaeology", "archaeologist", "classics"],
    &["economics", "economist", "finance", "accounting"],
    &["law", "jurist"],
    &[
        "politics",
        "political",
        "relations",
        "policy",
        "government",
        "sociology",
        "sociologist",
        "anthropology",
        "anthropologist",
        "criminology",
        "criminologist",
    ],
    &["physics", "physicist", "astronomy", "astronomer", "astrophysics", "astrophysicist"],
    &[
        "biology",
        "biologist",
        "ecology",
        "ecologist",
        "zoology",
        "zoologist",
        "botany",
        "botanist",
        "chemistry",
        "chemist",
        "medicine",
        "epidemiology",
        "epidemiologist",
        "virology",
        "virologist",
        "psychology",
        "psychologist",
        "psychiatry",
        "psychiatrist",
        "neuroscience",
        "neurologist",
        "midwifery",
        "nursing",
    ],
    &["geology", "geologist", "seismology", "seismologist", "hydrology", "hydrologist", "geography", "geographer"],
    &["literature", "linguistics", "linguist", "philosophy", "philosopher", "theology", "theologian"],
];
/// Who teaches a field.
const TEACHES: &[&str] = &["professor", "prof", "lecturer", "reader", "scholar", "fellow", "researcher"];
/// What ends the words of a post before those that say whose it is.
const WHOSE: &[&str] = &["at", "for", "from", "who", ",", "with", "until", "since", "on"];
/// Words near a title that make it one of another time or another person.
const ANOTHERS: &[&str] = &[
    "was",
    "until",
    "once",
    "to",
    "by",
    "for",
    "like",
    "than",
    "not",
    "replaced",
    "succeeded",
    "son",
    "daughter",
    "brother",
    "sister",
    "wife",
    "husband",
    "father",
    "mother",
    "widow",
    "with",
    "told",
    "asked",
    "against",
];
/// Titles right before a family name.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "doctor",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "judge",
    "justice",
    "minister",
    "president",
    "nurse",
    "sister",
    "father",
    "reverend",
    "coach",
    "detective",
    "officer",
    "director",
];
/// Words before a name that may belong to its title.
const REACH: usize = 5;

/// A title at a place.
struct Title {
    span: Span,
    office: Office,
}

#[derive(PartialEq, Clone)]
enum Office {
    /// Of a kind that a person holds one of: the places in its table.
    One(Kind, Vec<usize>),
}

#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Rank,
    Chamber,
    Minister,
    Chief,
    Mayor,
    Firm,
    Union,
    Prosecution,
    Learned,
}

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    for (person, places) in people(desk) {
        if name(desk, person).split(' ').count() < 2 {
            continue;
        }
        // Of two with one family name, no place is sure to be either's.
        let posts = || posts_that_differ(desk, person).filter(|_| !places.is_empty());
        let beside = || beside_the_name(desk, person, &places);
        let two = before_the_name(desk, &places).or_else(posts).or_else(beside);
        if let Some((first, other)) = two {
            tell(desk, name(desk, person), first, other, found);
        }
    }
    for (speaker, first, other) in scholars(desk) {
        tell(desk, name(desk, speaker), first, other, found);
    }
}

fn tell(desk: &Desk<'_>, called: &str, first: Span, other: Span, found: &mut Found) {
    let (one, two) = (short(desk.text, first), short(desk.text, other));
    found
        .add(
            other,
            format!("{called} is “{two}” here and “{one}” before: which is it?"),
            "Look the office up and write the same one at both places",
        )
        .related(first, "the other title");
}

/// Two titles before a name, “Sgt. Ivor Pell” and “Captain Pell”, that cannot be one.
fn before_the_name(desk: &Desk<'_>, places: &[Place]) -> Option<(Span, Span)> {
    if places.iter().any(|place| tells_of_a_change(&desk.sentences[place.line].sentence, place)) {
        return None;
    }
    let titles: Vec<Title> =
        places.iter().filter_map(|place| title(&desk.sentences[place.line].sentence, place)).collect();
    let (first, rest) = titles.split_first()?;
    let other = rest.iter().find(|other| differ(&first.office, &other.office))?;
    Some((first.span, other.span))
}

/// Two posts beside a name, “the authority’s director, Ida Roe” and “Roe, its deputy director”, that nobody has at once.
fn beside_the_name(desk: &Desk<'_>, person: &Source, places: &[Place]) -> Option<(Span, Span)> {
    let sentence = |place: &Place| &desk.sentences[place.line].sentence;
    let is_anothers = |place: &Place| may_be_anothers(sentence(place), place, name(desk, person));
    if places.iter().any(|place| posts::tells_of_a_change(sentence(place), place) || is_anothers(place)) {
        return None;
    }
    let posts: Vec<_> = places.iter().filter_map(|place| posts::beside(desk, place)).collect();
    let (first, rest) = posts.split_first()?;
    rest.iter().find(|other| posts::differ(first, other)).map(|other| (first.span, other.span))
}

/// “Rita Roe”, where it is Ida Roe who speaks: a family name with another given name before it.
fn may_be_anothers(sentence: &Sentence<'_>, place: &Place, called: &str) -> bool {
    let Some(before) = place.words.start.checked_sub(1) else { return false };
    let is_whole = place.words.len() == called.split(' ').count();
    let is_title = |word: &str| {
        TITLES.contains(&word) || [RANKS, CHAMBERS].iter().any(|table| table.iter().any(|row| row.contains(&word)))
    };
    !is_whole && sentence.is_capital(before) && before > 0 && !is_title(sentence.lower(before))
}

/// Two posts wherever they stand, “Ida Roe, the union's regional organiser” and “its general secretary, Ida Roe”.
fn posts_that_differ(desk: &Desk<'_>, person: &Source) -> Option<(Span, Span)> {
    let mut titles: Vec<Span> = person.titles.clone();
    titles.sort_unstable_by_key(|title| title.start);
    let posts: Vec<Title> = titles
        .into_iter()
        .filter(|title| !is_anothers(desk, *title))
        .filter_map(|span| Some(Title { span, office: post(&Sentence::of(desk.text, span))? }))
        .collect();
    let (first, rest) = posts.split_first()?;
    let other =
        rest.iter().find(|other| differ(&first.office, &other.office) && is_of_one_house(desk, first, other))?;
    Some((first.span, other.span))
}

/// “The lecturer in economics warned”, right after a historian spoke: the reader takes the two for one.
fn scholars<'r>(desk: &Desk<'r>) -> Vec<(&'r Source, Span, Span)> {
    let mut out = Vec::new();
    let mut before: Option<(&Source, usize)> = None;
    let mut statements: Vec<_> = desk.by_the_writer().filter(|a| !a.source.is_empty()).collect();
    statements.sort_by_key(|a| a.source[0].start);
    let learned = |span: Span| {
        post(&Sentence::of(desk.text, span))
            .filter(|Office::One(kind, _)| *kind == Kind::Learned)
            .map(|office| (span, office))
    };
    let of = |source: &Source| source.titles.iter().find_map(|title| learned(*title));
    let mut fields: BTreeMap<Vec<usize>, Vec<SourceId>> = BTreeMap::new();
    for source in &desk.reading.sources {
        let Some((_, Office::One(_, rows))) = of(source) else { continue };
        let ids = fields.entry(rows).or_default();
        // Two are enough to tell that it is another's.
        if ids.len() < 2 {
            ids.push(source.id);
        }
    }
    for a in statements {
        let (span, paragraph) = (a.source[0], desk.sentence_at(a.source[0].start).map(|line| line.paragraph));
        let (Some(source), Some(paragraph)) = (desk.source_of(a), paragraph) else { continue };
        if source.name.is_some() {
            before = Some((source, paragraph));
            continue;
        }
        let Some((speaker, _)) = before.filter(|(_, at)| *at == paragraph) else { continue };
        let words = Sentence::of(desk.text, span);
        // “The botanist on the panel”, “the botanist, Otto Brand”: another, whom these words tell apart.
        let is_bare = (1..words.words.len()).all(|at| !words.is_capital(at) && !WHOSE.contains(&words.lower(at)));
        let is_definite = words.lower(0) == "the" && is_bare;
        let (Some((other, office)), Some((first, known))) = (learned(span).filter(|_| is_definite), of(speaker)) else {
            continue;
        };
        let is_anothers = fields.iter().any(|(rows, ids)| {
            !differ(&Office::One(Kind::Learned, rows.clone()), &office) && ids.iter().any(|id| *id != source.id)
        });
        // One who was introduced before is pointed back to.
        let is_first = source.mentions.first().is_some_and(|first| first.overlaps(span));
        if differ(&known, &office) && !is_anothers && is_first {
            out.push((speaker, first, other));
        }
    }
    out
}

/// Whether a title is one of another time, or another person's: “who was the union's organiser”, “told the organiser”.
fn is_anothers(desk: &Desk<'_>, title: Span) -> bool {
    let Some(line) = desk.sentence_at(title.start) else { return true };
    let sentence = &line.sentence;
    let start = sentence.words.partition_point(|word| word.start < title.start);
    let end = sentence.words.partition_point(|word| word.start < title.end);
    let is_change = |at: usize| CHANGES.contains(&sentence.lower(at)) && !matches!(sentence.lower(at), "and" | "as");
    (start.saturating_sub(4)..start).any(|at| is_change(at) || ANOTHERS.contains(&sentence.lower(at)))
        || (start..end).any(|at| is_change(at) || sentence.lower(at) == "until")
        || (end..end + 3).any(|at| matches!(sentence.lower(at), "until" | "from" | "before" | "then"))
}

/// Whether two posts may be of one house: not two houses with names.
fn is_of_one_house(desk: &Desk<'_>, one: &Title, other: &Title) -> bool {
    let names = |title: &Title| {
        let sentence = Sentence::of(desk.text, title.span);
        let capitals = (1..sentence.words.len()).filter(|at| sentence.is_capital(*at));
        capitals.map(|at| bare(sentence.word(at)).to_owned()).collect::<Vec<_>>()
    };
    let (one, other) = (names(one), names(other));
    one.is_empty() || other.is_empty() || one.iter().any(|name| other.contains(name))
}

/// What post a title names, of those that one person does not hold two of.
fn post(title: &Sentence<'_>) -> Option<Office> {
    let end = title.lower.iter().position(|word| WHOSE.contains(&word.as_str())).unwrap_or(title.words.len());
    let words: Vec<&str> = title.lower[..end].iter().map(String::as_str).collect();
    let has = |word: &str| words.contains(&word);
    let one = |kind: Kind, rows: Vec<usize>| (!rows.is_empty()).then_some(Office::One(kind, rows));
    let is_head = has("director") || has("head");
    if has("managing") && has("director") && !has("deputy") && !has("assistant") {
        return Some(Office::One(Kind::Firm, vec![FIRM.len()]));
    }
    if is_head && !has("deputy") && !has("assistant") {
        return one(Kind::Firm, rows_of(FIRM, &words));
    }
    if has("secretary") || has("organiser") || has("organizer") || has("steward") {
        // A party's general secretary, a minister's, a home secretary are no union's.
        let is_unions =
            !["party", "minister", "state", "press", "home", "foreign", "un", "nations"].iter().any(|w| has(w));
        return one(Kind::Union, rows_of(UNION, &words)).filter(|_| is_unions);
    }
    if has("prosecutor") || (has("attorney") && !has("general")) {
        return one(Kind::Prosecution, rows_of(PROSECUTION, &words));
    }
    let rows = rows_of(LEARNED, &words);
    let is_scholar = words.iter().any(|word| TEACHES.contains(word) || is_by_field(word));
    one(Kind::Learned, rows).filter(|_| is_scholar)
}

/// “Historian”, “economist”: one whom a field names.
fn is_by_field(word: &str) -> bool {
    let is_one =
        ["ist", "ian", "ologer", "omer", "rapher", "sopher"].iter().any(|end| word.ends_with(end)) || word == "jurist";
    is_one && LEARNED.iter().any(|row| row.contains(&word))
}

/// The rows of a table of which some words have one.
fn rows_of(table: &[&[&str]], words: &[&str]) -> Vec<usize> {
    let mut rows: Vec<usize> =
        words.iter().filter_map(|word| table.iter().position(|row| row.contains(word))).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Whether the words around a name say that an office was another's or at another time.
fn tells_of_a_change(sentence: &Sentence<'_>, place: &Place) -> bool {
    let before = place.words.start.saturating_sub(REACH + 3)..place.words.start;
    before.into_iter().any(|at| CHANGES.contains(&sentence.lower(at)))
        || (place.words.end..sentence.words.len().min(place.words.end + 8))
            .take_while(|at| sentence.lower(*at) != ".")
            .any(|at| {
                CHANGES.contains(&sentence.lower(at)) && !matches!(sentence.lower(at), "as" | "and" | "was" | "now")
            })
}

/// The title right before a name.
fn title(sentence: &Sentence<'_>, place: &Place) -> Option<Title> {
    let stops = |at: &usize| {
        let word = sentence.lower(*at);
        let is_stop =
            matches!(word, "," | ";" | ":" | "“" | "”" | "\"" | "said" | "told" | "to" | "by" | "of" | "for" | "with");
        // The full stop of “Sen.” stops nothing.
        !(is_stop || (word == "." && at + 1 != place.words.start))
    };
    let first = (place.words.start.saturating_sub(REACH)..place.words.start).rev().take_while(stops).last()?;
    let words: Vec<&str> = (first..place.words.start).map(|at| sentence.lower(at)).collect();
    let office = office(&words)?;
    // From its first word with a capital, or where it begins.
    let start = (first..place.words.start).find(|at| sentence.is_capital(*at)).unwrap_or(first);
    let end = place.words.start - usize::from(sentence.lower(place.words.start - 1) == ".");
    Some(Title { span: sentence.span(&(start..end)), office })
}

fn office(words: &[&str]) -> Option<Office> {
    let rows = |table: &[&[&str]]| rows_of(table, words);
    let has = |word: &str| words.contains(&word);
    let last = words.iter().rev().find(|word| **word != ".")?;
    let is_in = |table: &[&[&str]]| table.iter().any(|row| row.contains(last));
    if (*last == "minister" || *last == "secretary") && !has("deputy") {
        let rows = rows(PORTFOLIOS);
        return (!rows.is_empty()).then_some(Office::One(Kind::Minister, rows));
    }
    if has("chief") && matches!(*last, "officer" | "executive") {
        let rows = rows(CHIEFS);
        return (rows.len() == 1).then_some(Office::One(Kind::Chief, rows));
    }
    if *last == "mayor" {
        return Some(Office::One(Kind::Mayor, vec![usize::from(has("deputy") || has("vice"))]));
    }
    // An attorney general has no rank, nor a secretary general; lieutenant governors are no governors.
    let has_other = ["attorney", "secretary", "surgeon", "solicitor", "director", "adjutant", "deputy", "vice"]
        .iter()
        .any(|w| has(w));
    if is_in(RANKS) && !has_other {
        return Some(Office::One(Kind::Rank, rows(RANKS)));
    }
    if is_in(CHAMBERS) && !has_other && !has("lieutenant") && !has("lt") {
        return Some(Office::One(Kind::Chamber, rows(CHAMBERS)));
    }
    None
}

/// Whether nobody can hold both. “Chief Inspector” and “Inspector”, “Lieutenant Colonel” and “Colonel” are one rank said twice.
fn differ(one: &Office, other: &Office) -> bool {
    let (Office::One(kind, one), Office::One(other_kind, other)) = (one, other);
    kind == other_kind && !one.iter().all(|row| other.contains(row)) && !other.iter().all(|row| one.contains(row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_chief_and_a_deputy_chief_are_two() {
        fires(
            &RULE,
            "The dogs found them at dawn, said Ida Roe, chief of the Pell harbour patrol. “They were cold,” said Roe, ⟦the patrol’s \
             deputy chief⟧.",
        );
        fires(
            &RULE,
            "Artistic director Ida Roe had the stage flooded. ⟦The theatre’s general manager⟧, Ida Roe, said there was room for two new plays.",
        );
        is_silent(
            &RULE,
            &[
                "The opera’s artistic director, Ida Roe, left in May. The new general manager, Ida Roe, said she was glad.",
            ],
        );
    }

    #[test]
    fn two_seats_of_a_university_are_found() {
        fires(
            &RULE,
            "“We must,” said Vice-Chancellor Marga Soll. Fees will rise.\n\nSoll, ⟦the university’s registrar⟧, took the box.",
        );
    }

    #[test]
    fn two_offices_are_found_at_the_second() {
        fires(
            &RULE,
            "The bridge is safe, Sgt. Ivor Pell said. Traffic was light. ⟦Captain⟧ Ivor Pell said it would open.",
        );
        fires(
            &RULE,
            "The port will close, Deputy Mayor Ida Roe said. Nobody was asked.\n\n“It is done,” said ⟦Mayor⟧ Ida Roe.",
        );
    }

    #[test]
    fn two_posts_are_found_wherever_they_stand() {
        fires(
            &RULE,
            "The depot will close, said Ida Roe, regional organiser of the Carters’ Union. Nobody was asked.\n\nMs Roe, the ⟦union’s general \
             secretary⟧, said talks would go on.",
        );
        fires(
            &RULE,
            "The pier’s managing director, Otto Brand, said it was safe. Traffic was light.\n\nMr Brand, the ⟦pier’s head of maintenance⟧, \
             said he had walked on it.",
        );
        fires(
            &RULE,
            "Assistant prosecutor Ida Roe told the court that the safe was empty. Nobody asked why. ⟦Chief prosecutor⟧ Roe said it had been \
             full in May.",
        );
        fires(
            &RULE,
            "The wall is older than the town, said Ida Roe, a historian at Harwick University. “It was here before us,” she said. ⟦The \
             lecturer in botany⟧ said it would outlast us, too.",
        );
    }

    #[test]
    fn two_posts_beside_a_name_are_found() {
        fires(
            &RULE,
            "The harbour board’s chairman, Otto Brand, said that the pier was safe. Traffic was light.\n\nBrand, ⟦the board’s deputy \
             chairman⟧, said he had walked on it.",
        );
        fires(
            &RULE,
            "Ferry manager Ida Roe said that the boat was late.\n\nThe ferry’s safety officer, Otto Brand, said it was full. Brand, ⟦the \
             firm’s sales director⟧, said it had sunk.",
        );
        fires(&RULE, "“It hurts,” said Ida Roe, a nurse at the Port clinic. Roe, ⟦a surgeon⟧, said it would pass.");
        fires(
            &RULE,
            "The wave was ours, said Otto Brand, head of the tank at Carrow College. Brand, ⟦a student there⟧, said it was a small one.",
        );
        fires(
            &RULE,
            "The chair of the allotments’ society, Ida Roe, said it rained. Roe, ⟦the society’s treasurer⟧, said so again.",
        );
    }

    #[test]
    fn posts_beside_a_name_that_go_together_are_none() {
        is_silent(
            &RULE,
            &[
                "The board’s deputy chairman, Otto Brand, said it was safe. Brand, who was promoted to chairman in May, said no more.",
                "The board’s deputy chairman, Otto Brand, said it was safe. Rita Brand, the board’s chairwoman, said no more.",
                "Engineer Otto Brand said it was safe. Brand, the firm’s head of safety, said no more.",
                "Ida Roe, a nurse, said it hurt. Roe, a mother of two, said it would pass.",
                "Ida Roe, founder and director of the museum, said so. Roe, the museum’s director, said it again.",
                "The director of the museum, Ida Roe, said so. In a letter to its deputy director, Roe said it again.",
                "Ida Roe, treasurer of the rowing club, said so. Roe, chair of the parish council, said it again.",
                "The clinic’s doctor, Ida Roe, said so. Roe, the nurses, and the porters went home, she said.",
                "Ida Roe, the society’s secretary, said so. Roe, the society’s secretary since 2011, said it again.",
            ],
        );
    }

    #[test]
    fn posts_that_one_may_hold_or_of_another_time_are_none() {
        is_silent(
            &RULE,
            &[
                "Ida Roe, chairwoman and managing director of the pier, said it was safe. Ms Roe, the pier’s managing director, said no more.",
                "The pier’s head of sales, Otto Brand, said it was safe. Mr Brand, who was the pier’s head of maintenance until May, said so.",
                "The pier’s managing director, Otto Brand, said it was safe. Mr Brand, a former head of maintenance, said so.",
                "Ida Roe, an economic historian at Harwick University, said it was old. Ms Roe, a historian, said no more.",
                "Ida Roe, managing director of Calder Piers, said so. Ms Roe, head of safety at the Carrow Institute, said no more.",
                "The wall is older than the town, said Ida Roe, a historian. The botanist on the panel, Otto Brand, said it was not.",
                "Ida Roe, a historian, said it was old. Her husband, Otto Roe, an economist, said it was dear. Roe, the economist, said so.",
                "The wall is older than the town, said Ida Roe, a historian. The botanist on the panel said it was not.",
                "Assistant prosecutor Ida Roe told the court so. The chief prosecutor, Otto Brand, said nothing.",
            ],
        );
    }

    #[test]
    fn one_office_said_twice_or_two_that_go_together_are_none() {
        is_silent(
            &RULE,
            &[
                "The bridge is safe, Detective Sergeant Ivor Pell said. Sgt. Ivor Pell said it would open.",
                "The bridge is safe, Lieutenant Colonel Ivor Pell said. Colonel Ivor Pell said it would open.",
                "Finance Minister Ida Roe said so. Former Interior Minister Ida Roe said it again.",
                "Finance Minister Ida Roe said so. The minister, Ida Roe, said it again.",
                "The bridge is safe, Professor Ida Roe said. Dr. Ida Roe said it again.",
                "Finance Minister Ida Roe said so. Interior Minister Otto Brand disagreed.",
                "Finance Minister Ida Roe, who became Interior Minister in May, said so. Interior Minister Ida Roe said it again.",
                "Lieutenant Governor Ida Roe said so. Governor Otto Brand said no.",
            ],
        );
    }
}
