//! Posts beside a name, “the clinic’s head nurse, Ida Roe” and “Roe, a student at Carrow”, and which of them nobody holds at once.

use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::names::{Place, bare};
use crate::Desk;

/// What is said of somebody beside his name, as far as it is a post.
pub(super) struct Beside {
    /// The words.
    pub(super) span: Span,
    posts: Vec<Post>,
}

/// A post: what its noun is, how high it is, what it is for and whose.
struct Post {
    noun: String,
    is_second: bool,
    fields: Vec<usize>,
    houses: Vec<String>,
    trade: Option<(usize, usize)>,
    seat: Option<usize>,
}

/// Words of the longest post.
const LONGEST: usize = 12;
/// Words before a name that may belong to its title.
const TITLE: usize = 6;
/// What ends the words of a post behind a name.
const ENDS: &[&str] = &[
    ",", ".", ";", ":", "—", "–", ")", "(", "“", "”", "\"", "said", "says", "told", "who", "whose", "which", "where",
    "added", "adds", "when", "while", "because", "but", "",
];
/// What stands before the words of a post before a name.
const BEGINS: &[&str] = &[
    ",",
    ".",
    ";",
    ":",
    "—",
    "–",
    ")",
    "(",
    "“",
    "”",
    "\"",
    "said",
    "says",
    "told",
    "by",
    "to",
    "that",
    "but",
    "with",
    "asked",
    "from",
    "as",
    "when",
    "while",
    "because",
    "after",
    "before",
    "against",
    "including",
    "added",
];
/// Words of a clause, which no post has.
const CLAUSE: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "did", "does",
    "not", "whether", "if", "he", "she", "they", "it", "i", "we",
];
/// What makes a post one of another time, of another person, or not yet held.
const OTHERWISE: &[&str] = &[
    "former",
    "formerly",
    "then",
    "ex",
    "late",
    "acting",
    "interim",
    "caretaker",
    "shadow",
    "elect",
    "designate",
    "candidate",
    "nominee",
    "becomes",
    "became",
    "become",
    "becoming",
    "appointed",
    "promoted",
    "elected",
    "replaced",
    "replaces",
    "replacing",
    "running",
    "succeeded",
    "succeeds",
    "succeed",
    "retired",
    "retires",
    "served",
    "once",
    "previously",
    "earlier",
    "incoming",
    "outgoing",
    "next",
    "new",
    "newly",
    "now",
    "until",
    "joint",
    "named",
    "hired",
    "trained",
    "studied",
    "worked",
    "began",
    "started",
    "future",
    "aspiring",
    "honorary",
    "emeritus",
    "later",
    "used",
    "daughter",
    "son",
    "wife",
    "husband",
    "widow",
    "mother",
    "father",
    "brother",
    "sister",
];
/// What makes somebody the second.
const SECOND: &[&str] = &["deputy", "vice", "assistant", "under", "associate"];
/// Posts that have a second: “director” and “deputy director” are two people.
const FIRSTS: &[&str] = &[
    "director",
    "head",
    "mayor",
    "editor",
    "manager",
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "principal",
    "commissioner",
    "treasurer",
    "leader",
    "ambassador",
    "rector",
    "dean",
    "minister",
    "president",
    "headteacher",
    "headmaster",
    "headmistress",
    "warden",
    "curator",
    "superintendent",
    "librarian",
    "harbourmaster",
    "coroner",
    "executive",
    "chancellor",
    "chief",
    "captain",
    "secretary",
    "governor",
    "prosecutor",
];
/// Posts that are for a field.
const FOR_A_FIELD: &[&str] =
    &["director", "head", "officer", "manager", "chief", "executive", "supervisor", "coordinator", "boss", "minister"];
/// The fields. Forms of one stand together; whoever has one post has not another of the same house.
const FIELDS: &[&[&str]] = &[
    &["chief-executive", "managing", "general"],
    &["artistic"],
    &["sporting"],
    &["editorial"],
    &["engineering", "engineer", "technical", "technology", "it"],
    &["finance", "financial"],
    &["sales", "commercial"],
    &["marketing", "brand"],
    &["communications", "press", "media", "pr"],
    &["operations", "operating"],
    &["research", "science", "scientific"],
    &["personnel", "hr", "people", "resources"],
    &["safety", "compliance"],
    &["legal"],
    &["maintenance"],
    &["procurement", "purchasing", "supply"],
    &["security"],
    &["design"],
    &["production", "manufacturing", "plant", "works"],
    &["logistics", "distribution", "warehouse"],
    &["transport", "fleet"],
    &["estates", "property"],
    &["highways", "roads"],
    &["planning"],
    &["housing"],
    &["licensing"],
    &["education", "schools"],
    &["medical", "clinical"],
    &["nursing"],
    &["imaging"],
    &["catering", "kitchen"],
    &["admissions"],
    &["youth", "academy"],
    &["recruitment", "scouting"],
    &["environment", "environmental"],
    &["training"],
    &["conservation"],
    &["fundraising", "development"],
    &["music"],
    &["wardrobe"],
    &["parks"],
    &["libraries"],
    &["ethics"],
    &["tourism"],
    &["health"],
    &["defence", "defense"],
    &["interior", "home"],
    &["foreign"],
    &["justice"],
    &["agriculture", "farm"],
    &["energy"],
    &["labour", "labor"],
    &["trade"],
    &["culture"],
];
/// Trades of which nobody follows two, by kind.
const TRADES: &[&[&[&str]]] = &[
    &[
        &["nurse", "matron", "midwife", "sister"],
        &["doctor", "surgeon", "physician", "gp", "paediatrician", "pediatrician", "cardiologist", "anaesthetist"],
        &["paramedic"],
        &["pharmacist"],
        &["dentist"],
        &["porter"],
        &["patient"],
        &["receptionist"],
    ],
    &[
        &["student", "pupil", "undergraduate", "schoolgirl", "schoolboy", "trainee", "intern", "apprentice"],
        &[
            "professor",
            "lecturer",
            "director",
            "head",
            "dean",
            "principal",
            "rector",
            "headteacher",
            "headmaster",
            "headmistress",
            "manager",
            "chief",
            "chairman",
            "chairwoman",
            "executive",
            "curator",
            "mayor",
            "surgeon",
            "judge",
            "foreman",
        ],
    ],
    &[
        &["judge", "magistrate", "coroner"],
        &["prosecutor"],
        &["detective", "inspector", "constable"],
        &["juror"],
        &["usher"],
        &["barrister", "solicitor"],
    ],
    &[&["goalkeeper", "keeper"], &["striker", "forward"], &["defender"], &["midfielder"], &["referee"]],
    &[&["coach"], &["physiotherapist", "physio"], &["referee", "umpire"], &["groundsman"]],
    &[&["firefighter", "fireman"], &["paramedic"], &["constable", "policeman", "policewoman"]],
    &[&["pilot", "co-pilot", "copilot"], &["steward", "stewardess"], &["passenger"]],
    &[&["landlord", "landlady"], &["tenant"], &["caretaker"]],
    &[&["captain", "skipper"], &["deckhand"], &["cook"], &["passenger"], &["bosun"]],
    &[
        &["geologist"],
        &["biologist", "ecologist", "zoologist", "botanist"],
        &["economist"],
        &["historian", "archaeologist"],
        &["astronomer", "physicist"],
        &["psychologist", "psychiatrist"],
        &["sociologist"],
        &["chemist"],
    ],
    &[&["constable"], &["sergeant"], &["inspector"], &["superintendent"], &["commissioner"]],
    &[&["private"], &["corporal"], &["sergeant"], &["lieutenant"], &["captain"], &["major"], &["colonel"]],
    &[&["coach"], &["chairman", "chairwoman"], &["physiotherapist", "physio"], &["groundsman"]],
    &[
        &["dean"],
        &["porter"],
        &["chancellor"],
        &["registrar"],
        &["bursar"],
        &["provost"],
        &["librarian"],
        &["chaplain"],
        &["proctor"],
    ],
    &[&["bishop", "archbishop"], &["archdeacon"], &["verger"], &["organist"], &["sexton"], &["curate"]],
    &[&["mayor"], &["clerk"], &["surveyor"], &["ombudsman"], &["auditor"], &["archivist"]],
    &[&["judge", "magistrate"], &["bailiff"], &["registrar"], &["clerk"]],
    &[&["ambassador"], &["consul"], &["attaché", "attache"], &["interpreter"]],
    &[&["chef", "cook"], &["waiter", "waitress"], &["sommelier"], &["dishwasher"]],
    &[&["driver"], &["conductor", "guard"], &["signalman", "signaller"], &["stationmaster"]],
    &[&["architect"], &["bricklayer"], &["roofer"], &["electrician"], &["plumber"], &["carpenter", "joiner"]],
    &[&["curator"], &["registrar"], &["guard"], &["cashier"], &["archivist"], &["conservator"]],
    &[&["physiotherapist"], &["radiographer"], &["midwife"], &["pharmacist"], &["vet", "veterinarian"]],
    &[&["captain"], &["mate"], &["purser"], &["steward", "stewardess"], &["pilot"]],
    &[&["ranger"], &["vet", "veterinarian"], &["farmer"], &["shepherd"], &["gamekeeper"], &["forester"]],
    &[&["headteacher", "headmaster", "headmistress", "principal"], &["caretaker"], &["bursar"], &["librarian"]],
];
/// Seats on a board, of which one person has one.
const SEATS: &[&[&str]] =
    &[&["chair", "chairman", "chairwoman", "chairperson"], &["treasurer"], &["secretary"], &["caretaker"], &["bursar"]];
/// Words that make a secretary no board's.
const NO_SEAT: &[&str] =
    &["state", "press", "home", "foreign", "general", "health", "education", "transport", "defence"];
/// Words for a firm that may stand for one another.
const FIRM: &[&str] = &[
    "company",
    "firm",
    "group",
    "business",
    "operator",
    "owner",
    "organisation",
    "organization",
    "body",
    "its",
    "their",
];

/// The posts beside a name at a place; none where the sentence tells of a change.
pub(super) fn beside(desk: &Desk<'_>, place: &Place) -> Option<Beside> {
    let sentence = &desk.sentences[place.line].sentence;
    let behind = behind(sentence, place).and_then(|words| posts(sentence, words));
    behind.or_else(|| before(sentence, place).and_then(|words| posts(sentence, words)))
}

/// Whether a sentence tells near a name that somebody's post is new, was another's, or ends.
pub(super) fn tells_of_a_change(sentence: &Sentence<'_>, place: &Place) -> bool {
    let near = place.words.start.saturating_sub(LONGEST)..sentence.words.len().min(place.words.end + LONGEST);
    // What he says is “new” is no post of his: “Roe said there was room for two new plays”.
    let is_said = |at: &usize| matches!(sentence.lower(*at), "said" | "says" | "added" | "told");
    let says = (place.words.end..near.end).find(is_said).unwrap_or(near.end);
    let is_weak =
        |at: usize| at > says + 2 && matches!(sentence.lower(at), "new" | "next" | "late" | "then" | "until" | "now");
    near.into_iter().any(|at| OTHERWISE.contains(&sentence.lower(at)) && !is_weak(at))
}

/// Whether two say that one person has two posts that nobody has at once: each of the one's with each of the other's.
pub(super) fn differ(one: &Beside, other: &Beside) -> bool {
    one.posts.iter().all(|one| other.posts.iter().all(|other| are_two(one, other)))
}

fn are_two(one: &Post, other: &Post) -> bool {
    let is_one_house = one.houses.is_empty()
        || other.houses.is_empty()
        || one.houses.iter().any(|house| other.houses.contains(house) || FIRM.contains(&house.as_str()))
        || other.houses.iter().any(|house| FIRM.contains(&house.as_str()));
    let is_second = is_same(&one.noun, &other.noun) && one.is_second != other.is_second && one.fields == other.fields;
    let is_field = is_for_a_field(one)
        && is_for_a_field(other)
        && !one.fields.iter().any(|field| other.fields.contains(field))
        && one.is_second == other.is_second;
    let is_trade = one.trade.zip(other.trade).is_some_and(|(one, other)| one.0 == other.0 && one.1 != other.1)
        || both_of_one_kind(&one.noun, &other.noun);
    let is_seat = one.seat.zip(other.seat).is_some_and(|(one, other)| one != other);
    is_one_house && (is_second && FIRSTS.contains(&one.noun.as_str()) || is_field || is_seat) || is_trade
}

/// Whether two nouns are two trades of one kind, whatever else each may be.
fn both_of_one_kind(one: &str, other: &str) -> bool {
    TRADES.iter().any(|kind| {
        let row = |noun: &str| kind.iter().position(|row| row.contains(&noun));
        row(one).zip(row(other)).is_some_and(|(one, other)| one != other)
    })
}

fn is_for_a_field(post: &Post) -> bool {
    FOR_A_FIELD.contains(&post.noun.as_str()) && !post.fields.is_empty()
}

fn is_same(one: &str, other: &str) -> bool {
    let chair = |noun: &str| noun.starts_with("chair");
    let school = |noun: &str| matches!(noun, "head" | "headteacher" | "headmaster" | "headmistress");
    one == other || (chair(one) && chair(other)) || (school(one) && school(other))
}

/// “Roe, the clinic’s head nurse,”; “Roe is a nurse”.
fn behind(sentence: &Sentence<'_>, place: &Place) -> Option<std::ops::Range<usize>> {
    let end = place.words.end;
    let from = match (sentence.lower(end), sentence.lower(end + 1), sentence.lower(end + 2)) {
        (",", "who", "is") => end + 3,
        (",", ..) | ("is", "a" | "an" | "the" | "its", _) => end + 1,
        _ => return None,
    };
    let to = (from..sentence.words.len()).find(|at| ENDS.contains(&sentence.lower(*at)));
    let to = to.unwrap_or(sentence.words.len());
    // “Roe, the director, Otto Brand,” is a list, or another's post.
    let is_anothers = sentence.lower(to) == "," && sentence.is_capital(to + 1);
    (to > from && to - from <= LONGEST && !is_anothers && !is_clause(sentence, from..to)).then_some(from..to)
}

/// “The clinic’s head nurse, Ida Roe,”; “head nurse Ida Roe”.
fn before(sentence: &Sentence<'_>, place: &Place) -> Option<std::ops::Range<usize>> {
    let start = place.words.start;
    let is_possessive = bare(sentence.word(place.words.end - 1)) != sentence.word(place.words.end - 1);
    let is_apposed = start > 1 && sentence.lower(start - 1) == ",";
    let (end, most) = if is_apposed { (start - 1, LONGEST) } else { (start, TITLE) };
    // “To the director, Ida Roe said”: another's.
    let is_closed = !sentence.lower(place.words.end).starts_with(char::is_alphabetic);
    if is_possessive || (is_apposed && !is_closed) {
        return None;
    }
    let is_inside = |at: &usize| !BEGINS.contains(&sentence.lower(*at));
    let first = (end.saturating_sub(most)..end).rev().take_while(is_inside).last()?;
    // “On Monday the director”: from the article on.
    let is_lead = matches!(sentence.lower(first), "on" | "in" | "at" | "yesterday" | "and");
    let from = if is_lead { (first..end).find(|at| is_article(sentence.lower(*at)))? } else { first };
    (from < end && !is_clause(sentence, from..end)).then_some(from..end)
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "one")
}

fn is_clause(sentence: &Sentence<'_>, words: std::ops::Range<usize>) -> bool {
    words.into_iter().any(|at| CLAUSE.contains(&sentence.lower(at)))
}

fn posts(sentence: &Sentence<'_>, words: std::ops::Range<usize>) -> Option<Beside> {
    if words.clone().any(|at| OTHERWISE.contains(&sentence.lower(at))) {
        return None;
    }
    let mut posts = Vec::new();
    let mut from = words.start;
    let ands: Vec<usize> = words.clone().filter(|at| sentence.lower(*at) == "and").chain([words.end]).collect();
    for and in ands {
        posts.extend(post(sentence, from..and));
        from = and + 1;
    }
    (!posts.is_empty()).then(|| Beside { span: sentence.span(&words), posts })
}

fn post(sentence: &Sentence<'_>, words: std::ops::Range<usize>) -> Option<Post> {
    let is_cut = |at: &usize| {
        matches!(sentence.lower(*at), "of" | "at" | "for" | "in" | "from" | "with" | "on" | "to" | "there" | "here")
    };
    let cut = words.clone().find(is_cut).unwrap_or(words.end);
    let head = cut.checked_sub(1).filter(|head| words.contains(head))?;
    // Whose it is: “the bus company’s”.
    let owner = (words.start..head).rev().find(|at| {
        let word = sentence.lower(*at);
        bare(word) != word || word.ends_with("s’") || word.ends_with("s'")
    });
    let from = owner.map_or(words.start, |owner| owner + 1);
    let last = sentence.lower(head).trim_start_matches('-');
    let (prefix, noun) = last.split_once('-').filter(|(first, _)| SECOND.contains(first)).unwrap_or(("", last));
    let mods: Vec<&str> = (from..head).map(|at| sentence.lower(at)).filter(|word| !is_article(word)).collect();
    let is_second = SECOND.contains(&prefix) || mods.iter().any(|word| SECOND.contains(word));
    // “Director of the museum” says whose, “director of music” says what for.
    let of: Vec<usize> = if sentence.lower(cut) == "of" || sentence.lower(cut) == "for" {
        (cut + 1..words.end).take_while(|at| !is_cut(at)).collect()
    } else {
        Vec::new()
    };
    let is_whose = of.first().is_some_and(|at| is_article(sentence.lower(*at)) || sentence.is_capital(*at));
    let mut fields = mods.clone();
    if mods.contains(&"chief") && noun == "executive" {
        fields.push("chief-executive");
    }
    if !is_whose {
        fields.extend(of.iter().map(|at| sentence.lower(*at)));
    }
    let mut rows: Vec<usize> =
        fields.iter().filter_map(|word| FIELDS.iter().position(|row| row.contains(word))).collect();
    rows.sort_unstable();
    rows.dedup();
    let name_of = |at: usize| bare(sentence.lower(at)).trim_end_matches(['’', '\'']).to_owned();
    let mut houses: Vec<String> = owner.map(|owner| (words.start..=owner).map(name_of).collect()).unwrap_or_default();
    let from_house = if is_whose {
        of.first().copied()
    } else {
        (cut + usize::from(!of.is_empty())..words.end).find(|at| sentence.lower(*at) == "at")
    };
    if let Some(first) = from_house {
        houses.extend((first..words.end).map(name_of));
    }
    houses.retain(|house| house.len() > 2 && !is_article(house) && !matches!(house.as_str(), "for" | "and"));
    let trade = TRADES
        .iter()
        .enumerate()
        .find_map(|(kind, rows)| Some((kind, rows.iter().position(|row| row.contains(&noun))?)));
    let is_of_state = noun == "secretary" && mods.iter().any(|word| NO_SEAT.contains(word));
    let is_board = !is_of_state && !is_second;
    let seat = SEATS.iter().position(|row| row.contains(&noun)).filter(|_| is_board);
    let is_known = trade.is_some() || seat.is_some() || FIRSTS.contains(&noun) || FOR_A_FIELD.contains(&noun);
    is_known.then(|| Post { noun: noun.to_owned(), is_second, fields: rows, houses, trade, seat })
}
