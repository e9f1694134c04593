//! Who speaks in an article without a name, as far as that is sure: what the rules of this family share.

use std::ops::Range;

use sayso_article::Part;
use sayso_reading::{Act, Attribution, Source, SourceId, SourceType, Stance, StatedStance, Terms};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::Desk;
use crate::desk::{hides_a_name, link};
use crate::words::{lower, phrase, phrase_at, short};

/// Somebody whose name is kept from the reader.
pub(in crate::rules) struct Unnamed<'r> {
    /// Who.
    pub source: &'r Source,
    /// What the article itself attributes to it, in headline, deck and body: not what others say that it said.
    pub said: Vec<&'r Attribution>,
    /// What it is called where it first speaks in the body; else in the headline.
    pub words: Span,
    /// Whether it is one of several that were described before: “one of them”, “another”.
    pub is_member: bool,
    /// Whether nothing says that the name is kept back, but that none is given: “a member of the board”.
    pub is_stranger: bool,
}

/// Nouns for those whose name is always kept back.
const SECRET: &[&str] = &["source", "sources", "insider", "insiders"];
/// What makes “sources” texts or outlets.
const NO_PEOPLE: &[&str] = &[
    "media",
    "news",
    "online",
    "open",
    "academic",
    "historical",
    "scientific",
    "published",
    "public",
    "documentary",
    "press",
];
/// Nouns for those whose name is kept back where a rank or knowledge stands for it.
const INSIDERS: &[&str] = &[
    "official",
    "officials",
    "aide",
    "aides",
    "person",
    "people",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "diplomat",
    "diplomats",
    "executive",
    "executives",
    "lawmaker",
    "lawmakers",
    "staffer",
    "staffers",
    "operative",
    "operatives",
    "figure",
    "figures",
    "officer",
    "officers",
    "minister",
    "ministers",
    "banker",
    "bankers",
    "lawyer",
    "lawyers",
];
/// Those of them for whom a rank is enough: “senior lawmakers” may be named in the next sentence.
const RANKED: &[&str] = &[
    "official",
    "officials",
    "aide",
    "aides",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "diplomat",
    "diplomats",
    "executive",
    "executives",
    "figure",
    "figures",
    "person",
    "people",
];
/// What is written: it has no name to keep back, whoever wrote it.
const DOCUMENTS: &[&str] = &[
    "account",
    "accounts",
    "affidavit",
    "affidavits",
    "audit",
    "bill",
    "brief",
    "briefing",
    "bulletin",
    "communique",
    "complaint",
    "contract",
    "dispatch",
    "document",
    "documents",
    "dossier",
    "draft",
    "email",
    "emails",
    "file",
    "files",
    "filing",
    "filings",
    "indictment",
    "inventory",
    "invoice",
    "invoices",
    "judgment",
    "lawsuit",
    "leaflet",
    "ledger",
    "ledgers",
    "letter",
    "letters",
    "list",
    "log",
    "logbook",
    "logs",
    "manifest",
    "memo",
    "memos",
    "memorandum",
    "message",
    "messages",
    "minutes",
    "motion",
    "note",
    "notes",
    "notice",
    "order",
    "page",
    "pages",
    "paper",
    "papers",
    "petition",
    "poll",
    "receipt",
    "receipts",
    "record",
    "records",
    "recording",
    "recordings",
    "register",
    "report",
    "reports",
    "ruling",
    "schedule",
    "spreadsheet",
    "statement",
    "statements",
    "study",
    "suit",
    "summary",
    "survey",
    "tape",
    "tapes",
    "testimony",
    "transcript",
    "transcripts",
    "warrant",
];
/// Ranks that stand for a name, and words that say that it is kept back.
const RANKS: &[&str] = &["senior", "ranking", "western", "placed", "connected", "unnamed", "anonymous", "unidentified"];
/// Offices whose holders have names that everybody knows: “one minister said” keeps one back.
const OFFICES: &[&str] = &[
    "minister",
    "councillor",
    "councilor",
    "councilman",
    "councilwoman",
    "lawmaker",
    "legislator",
    "backbencher",
    "mp",
    "senator",
    "congressman",
    "congresswoman",
    "delegate",
    "ambassador",
    "envoy",
    "diplomat",
    "official",
    "aide",
    "adviser",
    "advisor",
    "executive",
    "director",
    "strategist",
    "operative",
    "staffer",
    "trustee",
    "governor",
    "whip",
];
/// Those who never speak by name unless they are named.
const ENVOYS: &[&str] = &["diplomat", "diplomats", "envoy", "envoys"];
/// Houses in which “a person at the company” has a post that is kept back with the name.
const HOUSES: &[&str] = &[
    "company",
    "firm",
    "bank",
    "group",
    "fund",
    "ministry",
    "department",
    "government",
    "administration",
    "agency",
    "council",
    "party",
    "campaign",
    "cabinet",
    "club",
    "board",
    "union",
    "bureau",
    "office",
    "palace",
    "army",
    "regulator",
    "committee",
    "business",
    "industry",
];
/// Posts in a house: who has one and speaks of the house without a name, has it kept back.
const POSTS: &[&str] = &[
    "official",
    "officials",
    "executive",
    "executives",
    "aide",
    "aides",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "clerk",
    "clerks",
    "employee",
    "employees",
    "manager",
    "managers",
    "director",
    "directors",
    "engineer",
    "engineers",
    "accountant",
    "accountants",
    "staffer",
    "staffers",
    "banker",
    "bankers",
    "strategist",
    "strategists",
    "trustee",
    "trustees",
    "figure",
    "figures",
    "insider",
    "insiders",
    "supervisor",
    "supervisors",
    "foreman",
    "technician",
    "technicians",
    "inspector",
    "inspectors",
    "auditor",
    "auditors",
    "controller",
    "controllers",
    "bookkeeper",
    "planner",
    "planners",
    "analyst",
    "associate",
    "partner",
    "negotiator",
    "negotiators",
    "officer",
    "secretary",
    "assistant",
    "administrator",
    "servant",
];
/// Trades of a house beside them, where a clause says that the work lets somebody know: “a conservator who took part in the cleaning”.
const SKILLED: &[&str] = &[
    "conservator",
    "curator",
    "restorer",
    "archivist",
    "researcher",
    "scientist",
    "nurse",
    "surgeon",
    "doctor",
    "editor",
    "producer",
    "programmer",
    "developer",
    "chemist",
    "economist",
    "lawyer",
    "pilot",
    "detective",
    "investigator",
    "surveyor",
    "coach",
    "captain",
    "mechanic",
    "dispatcher",
    "translator",
    "interpreter",
    "designer",
    "architect",
];
/// Parts of a house in which somebody works who speaks of it: “an engineer on the planning team”.
const UNITS: &[&str] = &[
    "team",
    "unit",
    "desk",
    "crew",
    "panel",
    "staff",
    "division",
    "branch",
    "section",
    "squad",
    "directorate",
    "headquarters",
    "secretariat",
    "delegation",
    "management",
    "leadership",
    "workforce",
    "programme",
    "program",
    "project",
    "inquiry",
    "talks",
    "negotiations",
    "depot",
    "warehouse",
    "works",
    "site",
    "lab",
    "workshop",
    "newsroom",
    "control",
    "room",
    "side",
    "camp",
];
/// Bodies of which “a member” has a seat that few have: not the public, a union, a congregation.
const BODIES: &[&str] = &[
    "staff",
    "board",
    "management",
    "team",
    "cabinet",
    "delegation",
    "crew",
    "committee",
    "panel",
    "leadership",
    "executive",
    "secretariat",
    "squad",
    "workforce",
];
/// What says of somebody that he knows a thing from his work: “a manager who sits in on the meeting”.
const WORKS: &[&str] = &[
    "sits",
    "sat",
    "works",
    "worked",
    "attended",
    "attends",
    "took",
    "takes",
    "oversees",
    "oversaw",
    "handles",
    "handled",
    "helped",
    "helps",
    "negotiated",
    "drafted",
    "prepared",
    "reports",
    "reported",
    "advises",
    "advised",
    "deals",
    "dealt",
    "serves",
    "served",
    "managed",
    "manages",
    "runs",
    "saw",
    "read",
    "reviewed",
    "signed",
];
/// The same behind “has”.
const WORKED: &[&str] = &[
    "worked",
    "seen",
    "read",
    "reviewed",
    "sat",
    "attended",
    "handled",
    "advised",
    "dealt",
    "served",
    "helped",
    "taken",
    "been",
    "heard",
    "signed",
    "direct",
    "access",
    "knowledge",
];
/// Further heads of what is one and no person: “a public inquiry”.
const NOBODIES: &[&str] = &[
    "tribunal",
    "investigation",
    "newspaper",
    "magazine",
    "website",
    "site",
    "station",
    "network",
    "agency",
    "review",
    "report",
    "analysis",
    "team",
    "coalition",
    "alliance",
    "organisation",
    "organization",
    "body",
    "institution",
    "think",
    "tank",
    "lobby",
    "outlet",
    "channel",
    "post",
    "tweet",
    "article",
    "column",
    "editorial",
    "book",
    "film",
    "series",
    "documentary",
    "podcast",
    "video",
    "broadcast",
    "release",
    "announcement",
    "advert",
    "advertisement",
    "proverb",
    "family",
    "couple",
    "crowd",
    "majority",
    "minority",
    "legislature",
    "village",
    "city",
    "country",
    "state",
    "nation",
    "headline",
    "slogan",
    "placard",
    "poster",
    "label",
    "plaque",
    "inscription",
    "song",
    "joke",
    "myth",
    "theory",
];
/// Those who speak for others by trade, or under oath: they have names, and need none.
const SPEAKERS: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "lawyer",
    "attorney",
    "solicitor",
    "barrister",
    "detective",
    "policeman",
    "inspector",
    "judge",
    "prosecutor",
    "witness",
    "juror",
    "court",
    "critic",
    "reviewer",
    "columnist",
    "commentator",
    "poster",
    "user",
    "caller",
    "reader",
    "banner",
    "sign",
    "statement",
];
/// Houses, besides [`HOUSES`], in which somebody may have a post.
const WORKPLACES: &[&str] = &[
    "court",
    "hospital",
    "clinic",
    "railway",
    "railroad",
    "port",
    "harbour",
    "harbor",
    "school",
    "university",
    "college",
    "quarry",
    "mine",
    "plant",
    "factory",
    "mill",
    "yard",
    "shipyard",
    "airline",
    "airport",
    "utility",
    "treasury",
    "embassy",
    "prison",
    "museum",
    "theatre",
    "theater",
    "charity",
    "federation",
    "association",
    "league",
    "trust",
    "authority",
    "commission",
    "inspectorate",
    "institute",
    "laboratory",
    "broadcaster",
    "retailer",
    "insurer",
    "lender",
    "brewery",
    "supplier",
    "contractor",
    "builder",
    "developer",
    "parliament",
    "senate",
    "congress",
    "municipality",
    "town",
    "hall",
];
/// What says how somebody can know.
pub(super) const KNOWING: &[&str] = &[
    "familiar with",
    "knowledge of",
    "briefed on",
    "briefed about",
    "close to",
    "privy to",
    "involved in",
    "involved with",
    "access to",
    "informed about",
    "informed of",
    "aware of",
    "with insight into",
    "acquainted with",
    "who has seen",
    "who has read",
    "who has reviewed",
    "who have reviewed",
    "who was in the room",
    "who were in the room",
];
/// Words for one or some of those who were described before.
const MEMBERS: &[&str] = &["one", "another", "third", "second", "others", "both", "two", "three", "some", "neither"];
/// Where a noun and what stands before it ends.
const ENDS: &[&str] = &[
    ",", "of", "at", "in", "from", "with", "who", "whose", "whom", "familiar", "close", "briefed", "on", "for",
    "inside", "within", "to", "near", "involved", "privy", "that", "not", "speaking", "(", "by", "informed", "aware",
    "working", "there", "here",
];

/// The words of a source up to its noun: “a senior official” of “a senior official at the ministry”.
pub(super) fn noun(text: &str, mention: Span) -> Vec<String> {
    let mut words = lower(text, mention);
    let end = words.iter().position(|word| ENDS.contains(&word.as_str())).unwrap_or(words.len());
    words.truncate(end);
    words
}

/// Whether a source's words tell that somebody is meant whose name is kept back.
fn is_kept_back(text: &str, mention: Span) -> bool {
    let noun = noun(text, mention);
    let Some((head, before)) = noun.split_last() else { return false };
    let has = |words: &[&str]| before.iter().any(|word| words.contains(&word.as_str()));
    if SECRET.contains(&head.as_str()) {
        return !has(NO_PEOPLE);
    }
    let first = before.first().map_or("", String::as_str);
    // “One minister”, “a diplomat in the capital”: not “the minister”, of whom the article has told.
    let is_one = matches!(first, "one" | "another") && before.len() <= ONE_OF_MANY;
    if (is_one && OFFICES.contains(&head.as_str())) || (is_new(first) && ENVOYS.contains(&head.as_str())) {
        return true;
    }
    let is_ranked = RANKED.contains(&head.as_str()) && (has(RANKS) || is_of_a_house(text, mention, head));
    INSIDERS.contains(&head.as_str()) && (is_ranked || phrase(&lower(text, mention), KNOWING).is_some())
}

/// Words of “one minister”, “one cabinet minister” up to the noun: more of them may be a name's.
const ONE_OF_MANY: usize = 3;

/// Whether a source's words bring in somebody with a post in a house: “an official in the finance department”, “a Norvane executive”.
pub(super) fn has_post(text: &str, mention: Span) -> bool {
    let words = Sentence::of(text, mention);
    let noun = noun(text, mention);
    let Some((head, before)) = noun.split_last() else { return false };
    let is_one = matches!(noun[0].as_str(), "a" | "an" | "one" | "another" | "two" | "three");
    // “A Norvane official, Jan Orsic”, “a police officer”, “a former official”.
    let is_outside = before.iter().any(|word| matches!(word.as_str(), "police" | "fire" | "former" | "retired" | "ex"));
    if !is_one || is_outside || before.is_empty() || !POSTS.contains(&head.as_str()) || is_apposed(&words, noun.len()) {
        return false;
    }
    let is_maker = |word: &str| word.ends_with("maker") || word.ends_with("builder") || word.ends_with("yard");
    let is_house = |word: &str| HOUSES.contains(&word) || WORKPLACES.contains(&word) || is_maker(word);
    let is_named = |at: usize| words.is_capital(at);
    let belongs = matches!(words.lower(noun.len()), "at" | "in" | "inside" | "within" | "of" | "for" | "from" | "with");
    let behind = noun.len() + 1..words.words.len().min(noun.len() + 1 + PLACE);
    (1..before.len()).any(|at| is_house(&before[at]) || is_named(at))
        || (belongs && behind.into_iter().any(|at| is_house(words.lower(at))))
}

/// Words behind “at” within which the house stands.
const PLACE: usize = 6;
/// Whom a body has.
const BODIES_OF: &[&str] = &["member", "director", "trustee", "governor", "insider", "figure"];

/// Whether a source's noun is one of some.
fn has_head(text: &str, mention: Span, heads: &[&str]) -> bool {
    noun(text, mention).last().is_some_and(|head| heads.contains(&head.as_str()))
}

/// Whether a source's words bring in one person and no more: “a colleague”, “one former manager of the shop”; nobody by name, and
/// nobody who speaks for others.
fn is_one_person(desk: &Desk<'_>, words: Span) -> bool {
    let sentence = Sentence::of(desk.text, words);
    let noun = noun(desk.text, words);
    let Some((head, before)) = noun.split_last() else { return false };
    let is_one = before.first().is_some_and(|first| matches!(first.as_str(), "a" | "an" | "one" | "another"));
    // “One of his managers”.
    let is_of_several = head == "one" && before.is_empty() && sentence.lower(1) == "of" && sentence.words.len() > 3;
    let is_named = (noun.len()..sentence.words.len()).any(|at| sentence.is_capital(at) && sentence.is_capital(at + 1));
    let is_listed = is_named && sentence.lower(noun.len()) == ",";
    let is_thing = [HOUSES, WORKPLACES, UNITS, BODIES, DOCUMENTS, NOBODIES, SPEAKERS]
        .iter()
        .any(|table| table.contains(&head.as_str()));
    (is_one || is_of_several)
        && !is_plural(head)
        && !is_thing
        && !is_apposed(&sentence, noun.len())
        && !is_listed
        && !is_named_behind(desk, words)
}

/// Whether a name stands right behind a source's words: “a former manager, Otto Brand, said”.
fn is_named_behind(desk: &Desk<'_>, words: Span) -> bool {
    let end = desk.sentence_at(words.start).map_or(words.end, |line| line.sentence.whole.end);
    let behind = Sentence::of(desk.text, Span::new(words.end.min(end), end));
    let from = usize::from(behind.lower(0) == ",");
    behind.is_capital(from) && behind.is_capital(from + 1)
}

/// Whether a source is one whose work lets him know: “a manager who sits in on the meeting”, “a member of the board's staff”.
fn knows_by_work(desk: &Desk<'_>, mention: Span) -> bool {
    const SOMEBODY: &[&str] = &["person", "someone", "somebody", "member", "individual", "people", "members"];
    let words = Sentence::of(desk.text, mention);
    let noun = noun(desk.text, mention);
    let Some((head, before)) = noun.split_last() else { return false };
    let first = noun[0].as_str();
    let is_new = matches!(first, "a" | "an" | "one" | "another" | "two" | "three" | "someone" | "somebody");
    if SOMEBODY.contains(&head.as_str()) && first.starts_with("some") && phrase(&words.lower, KNOWING).is_some() {
        return true;
    }
    let is_skilled = SKILLED.contains(&head.as_str());
    let is_head = POSTS.contains(&head.as_str()) || SOMEBODY.contains(&head.as_str()) || is_skilled;
    let is_outside = before.iter().any(|word| matches!(word.as_str(), "police" | "fire" | "fellow"));
    if !is_new || !is_head || is_outside || is_apposed(&words, noun.len()) || is_named_behind(desk, mention) {
        return false;
    }
    // What was read as the source may end before the clause.
    let end = desk.sentence_at(mention.start).map_or(mention.end, |line| line.sentence.whole.end);
    let all = Sentence::of(desk.text, Span::new(mention.start, end));
    let at = noun.len();
    // “A manager in the retail division who has worked on both lists”.
    let is_inside = matches!(all.lower(at), "in" | "at" | "on" | "from");
    let end = (at..at + 1 + PLACE).find(|at| matches!(all.lower(*at), "who" | "," | "said" | ""));
    let who = end.filter(|end| is_inside && all.lower(*end) == "who").unwrap_or(at);
    let is_clause = match all.lower(who) {
        "who" if matches!(all.lower(who + 1), "has" | "had" | "have") => WORKED.contains(&all.lower(who + 2)),
        "who" if all.lower(who + 1) == "was" || all.lower(who + 1) == "were" => {
            matches!(all.lower(who + 2), "in" | "at" | "present" | "there" | "briefed" | "shown" | "involved")
        }
        // “Who took part in the cleaning”; who “runs a clinic” or “works nights” is at hand.
        "who" if is_skilled => {
            let does = all.lower(who + 1);
            (does == "took" && all.lower(who + 2) == "part")
                || matches!(does, "reviewed" | "handled" | "oversaw" | "signed" | "drafted" | "prepared")
                || (does == "worked" && all.lower(who + 2) == "on" && all.lower(who + 3) == "the")
        }
        "who" => WORKS.contains(&all.lower(who + 1)),
        _ => false,
    };
    let behind = (at + 1..words.words.len().min(at + 1 + PLACE)).map(|at| words.lower(at));
    let belongs = matches!(words.lower(at), "on" | "in" | "at" | "inside" | "within" | "of" | "from" | "with");
    let is_of = |table: &[&str]| belongs && behind.clone().any(|word| table.contains(&word));
    is_clause || (POSTS.contains(&head.as_str()) && is_of(UNITS)) || (head == "member" && is_of(BODIES))
}

/// Whether a name stands behind a noun: “an official, Jan Orsic,”.
fn is_apposed(words: &Sentence<'_>, noun: usize) -> bool {
    (noun..words.words.len()).any(|at| words.lower(at) == "," && words.is_capital(at + 1) && words.is_capital(at + 2))
}

/// Whether a word brings somebody in of whom nothing was said before.
fn is_new(word: &str) -> bool {
    matches!(word, "a" | "an" | "one" | "another" | "two" | "three" | "four" | "several" | "some")
}

/// “A person at the company”, “people inside the ministry”.
fn is_of_a_house(text: &str, mention: Span, head: &str) -> bool {
    let words = lower(text, mention);
    let place = words.iter().position(|word| matches!(word.as_str(), "at" | "inside" | "within" | "in"));
    let houses = place.map(|at| &words[at..words.len().min(at + 6)]).unwrap_or_default();
    // “People in the party” may be voters.
    let is_it = head == "person" || (head == "people" && place.is_some_and(|at| words[at] == "inside"));
    is_it && houses.iter().any(|word| HOUSES.contains(&word.as_str()))
}

/// Whether a source's words mean somebody who works for a house.
fn is_insider(text: &str, mention: Span) -> bool {
    const STAFF: &[&str] = &["employee", "employees", "manager", "managers", "representative", "engineer", "engineers"];
    let noun = noun(text, mention);
    noun.last().is_some_and(|head| [SECRET, INSIDERS, STAFF].iter().any(|nouns| nouns.contains(&head.as_str())))
}

/// Whether a source's words mean something written: “a filing unsealed on Monday”; not “a letter writer”.
fn is_document(text: &str, mention: Span) -> bool {
    const PEOPLE: &[&str] = &["er", "ers", "or", "ors", "ist", "ists", "clerk", "clerks", "respondent", "respondents"];
    let noun = noun(text, mention);
    let Some(at) = noun.iter().rposition(|word| DOCUMENTS.contains(&word.as_str())) else { return false };
    let is_person = |word: &String| {
        [SECRET, INSIDERS].iter().any(|nouns| nouns.contains(&word.as_str()))
            || PEOPLE.iter().any(|ending| word.ends_with(ending))
    };
    !noun[at + 1..].iter().any(is_person)
}

/// Whether terms are told of a source and not of another one behind a semicolon.
fn fits(desk: &Desk<'_>, source: &Source, terms: Span) -> bool {
    let Some(line) = desk.sentence_at(terms.start) else { return true };
    let mut here = source.mentions.iter().filter(|mention| line.sentence.whole.contains(**mention)).peekable();
    let joins = |mention: &Span| {
        let (start, end) = (mention.end.min(terms.end), mention.start.max(terms.start));
        let between = if start < end { &desk.text[start..end] } else { "" };
        between.rsplit_once(';').is_none_or(|(_, behind)| {
            // “…; the officer asked for anonymity”
            let behind = behind.trim_start().to_lowercase();
            let head = noun(desk.text, *mention).pop();
            let is_he = ["he ", "she ", "they "].iter().any(|he| behind.starts_with(he));
            is_he || head.is_some_and(|head| behind.strip_prefix("the ").is_some_and(|rest| rest.starts_with(&head)))
        })
    };
    here.peek().is_none() || here.any(joins)
}

/// Whether an attribution gives somebody without a name, and terms that keep it back.
fn is_described_on_terms(desk: &Desk<'_>, attribution: &Attribution) -> bool {
    if !attribution.terms.is_some_and(|stated| keeps_back(stated.terms)) {
        return false;
    }
    let Some(source) = attribution.source.first() else { return false };
    let words = Sentence::of(desk.text, *source);
    let is_indefinite = matches!(words.lower(0), "a" | "an" | "one" | "another" | "two" | "three" | "several");
    let is_named = (1..words.words.len()).any(|at| words.is_capital(at) && words.is_capital(at + 1));
    is_indefinite && !is_named
}

/// Whether a source's words mean one or some of those who were described before.
fn is_member(text: &str, mention: Span) -> bool {
    noun(text, mention).last().is_some_and(|head| MEMBERS.contains(&head.as_str()))
}

/// Whether a source's words stand for nobody new.
pub(super) fn is_pronoun(words: &[String]) -> bool {
    matches!(words, [word] if matches!(word.as_str(), "he" | "she" | "they" | "who" | "it" | "his" | "her" | "their"))
}

/// Those who surely speak without a name, in the order of their first mention.
pub(in crate::rules) fn unnamed<'r>(desk: &Desk<'r>) -> Vec<Unnamed<'r>> {
    without_a_name(desk).into_iter().filter(|unnamed| !unnamed.is_stranger).collect()
}

/// Those, and whoever else is one person, speaks to this article and has no name in it: what they say may be such that it matters.
pub(super) fn without_a_name<'r>(desk: &Desk<'r>) -> Vec<Unnamed<'r>> {
    let mut said: Vec<Vec<&Attribution>> = vec![Vec::new(); desk.reading.sources.len()];
    for attribution in desk.attributions().filter(|a| a.within.is_none()) {
        if let Some(said) = attribution.source_id.and_then(|id| said.get_mut(place(id))) {
            said.push(attribution);
        }
    }
    let hidden = hidden(desk);
    let sources = desk.reading.sources.iter().zip(said);
    sources.filter_map(|(source, said)| Unnamed::of(desk, source, said, &hidden)).collect()
}

/// The sources of whom the article says in words of its own that they are not named: “who fears for her job if she is named”, “I am not
/// naming him”. It is whoever spoke last, in that sentence or the one before.
fn hidden(desk: &Desk<'_>) -> Vec<SourceId> {
    let mut said: Option<Vec<(Span, SourceId)>> = None;
    let mut hidden = Vec::new();
    for line in &desk.sentences {
        for at in 0..line.sentence.words.len() {
            let Some((words, is_own)) = hides(&line.sentence, at).filter(|(words, _)| desk.is_writers(*words)) else {
                continue;
            };
            let said = said.get_or_insert_with(|| {
                let outermost = desk.attributions().filter(|a| a.within.is_none());
                let mut said: Vec<(Span, SourceId)> =
                    outermost.filter_map(|a| Some((*a.source.first()?, a.source_id?))).collect();
                said.sort_unstable_by_key(|(source, _)| source.start);
                said
            });
            let last = said[..said.partition_point(|(source, _)| source.start < words.start)].last();
            let from = match desk.sentence_before(words.start) {
                Some(before) if !is_own => before.sentence.whole.start,
                _ => line.sentence.whole.start,
            };
            hidden.extend(last.filter(|(source, _)| source.start >= from).map(|(_, id)| *id));
        }
    }
    hidden
}

/// Whether words say that somebody's name is kept back: the words, and whether they can only stand in the sentence that names him.
fn hides(sentence: &Sentence<'_>, at: usize) -> Option<(Span, bool)> {
    let back = |count: usize| at.checked_sub(count).map_or("", |at| sentence.lower(at));
    let by = |count: usize| Some(sentence.span(&(at - count..at + 1)));
    match sentence.lower(at) {
        "named" | "identified" => {
            let is_he = matches!(back(2), "he" | "she" | "they");
            if back(1) == "if" {
                return Some((by(1)?, true));
            }
            let is_if = back(3) == "if" && is_he && matches!(back(1), "is" | "are" | "was" | "were");
            is_if.then(|| by(3)).flatten().map(|words| (words, true))
        }
        "naming" | "identifying" => {
            let is_ours = back(1) == "not" && matches!(back(2), "am" | "i’m" | "i'm" | "we’re" | "we're");
            is_ours.then(|| by(2)).flatten().map(|words| (words, false))
        }
        _ => None,
    }
}

/// Whether somebody speaks to this article and not to an outlet that it cites, neither “told the Tribune” nor soon behind what the
/// Tribune reported, and nobody speaks by name right behind, who may be meant.
fn is_told_here(desk: &Desk<'_>, said: &[&Attribution]) -> bool {
    let tells = |cue: &Span| ["told ", "informed "].iter().any(|told| desk.text[cue.start..].starts_with(told));
    // A letter that he wrote or read from was not written to this article.
    let writes = |cue: &Span| {
        lower(desk.text, *cue)
            .iter()
            .any(|word| matches!(word.as_str(), "wrote" | "writes" | "read" | "reads" | "written"))
    };
    let is_told = |a: &Attribution| a.cue.iter().any(|cue| tells(cue) || writes(cue));
    let is_relayed = |a: &Attribution| !a.through.is_empty() && !is_told_the_house(desk, a);
    let is_passed_on = |a: &Attribution| is_relayed(a) || a.source.iter().any(|words| is_outlet(desk, *words));
    let Some(first) = said.first().map(|a| link(a)) else { return false };
    let near = desk.around(first.start, 3, 1);
    let Some((from, to)) = near.first().zip(near.last()) else { return false };
    let near = Span::new(from.sentence.whole.start, to.sentence.whole.end);
    let here = desk.sentence_at(first.start).map(|line| line.paragraph);
    let is_next = |a: &Attribution| {
        let at = link(a).start;
        at > first.end
            && a.within.is_none()
            && desk.sentence_at(at).map(|line| line.paragraph) == here
            && desk.source_of(a).is_some_and(|source| source.kind == SourceType::NamedPerson)
    };
    !said.iter().any(|a| is_told(a)) && !desk.touching(near).any(|a| is_passed_on(a) || is_next(a))
}

/// Whether somebody “told the Courier” where the Courier is nothing but who is told and shown things: the house itself.
fn is_told_the_house(desk: &Desk<'_>, a: &Attribution) -> bool {
    const REPORTS: &[&str] =
        &["reported", "reports", "citing", "cited", "report", "broke", "published", "newspaper", "website"];
    let Some(cue) = a.cue.first().filter(|cue| desk.text[cue.start..].starts_with("told the ")) else { return false };
    let Some(line) = desk.sentence_at(cue.start) else { return false };
    let sentence = &line.sentence;
    let at = sentence.words.partition_point(|word| word.start < cue.start) + 2;
    if !sentence.is_capital(at) || sentence.is_capital(at + 1) {
        return false;
    }
    let name = sentence.lower(at);
    desk.body().all(|line| {
        let words = &line.sentence;
        (0..words.words.len()).all(|at| {
            let is_hearer =
                at > 1 && words.lower(at - 1) == "the" && matches!(words.lower(at - 2), "told" | "by" | "to" | "with");
            !REPORTS.contains(&words.lower(at)) && (words.lower(at) != name || is_hearer)
        })
    })
}

/// Whether words name an outlet.
fn is_outlet(desk: &Desk<'_>, words: Span) -> bool {
    const OUTLETS: &[&str] = &[
        "newspaper",
        "paper",
        "magazine",
        "broadcaster",
        "tabloid",
        "daily",
        "weekly",
        "radio",
        "tv",
        "television",
        "news",
        "times",
        "post",
        "courier",
        "gazette",
        "herald",
        "tribune",
        "journal",
        "telegraph",
        "chronicle",
        "observer",
        "dispatch",
        "examiner",
        "argus",
        "echo",
        "bulletin",
        "sentinel",
        "mirror",
        "standard",
        "outlet",
        "website",
        "station",
        "ledger",
        "mercury",
        "banner",
        "record",
        "star",
        "sun",
        "mail",
        "wire",
        "packet",
        "advertiser",
        "independent",
        "reporters",
        "media",
    ];
    lower(desk.text, words).iter().any(|word| OUTLETS.contains(&word.as_str()))
}

fn place(id: SourceId) -> usize {
    (id.0 as usize).saturating_sub(1)
}

impl<'r> Unnamed<'r> {
    fn of(desk: &Desk<'r>, source: &'r Source, mut said: Vec<&'r Attribution>, hidden: &[SourceId]) -> Option<Self> {
        let on_terms = source.terms.is_some_and(|stated| keeps_back(stated.terms) && fits(desk, source, stated.span));
        let is_house = source.kind == SourceType::NamedOrganization;
        let is_post = |a: &&Attribution| a.source.first().is_some_and(|words| has_post(desk.text, *words));
        let is_person = match source.kind {
            SourceType::AnonymousSource | SourceType::UnnamedGroup | SourceType::UnnamedPerson => source.name.is_none(),
            // A house by name, for which “a Norvane official” speaks.
            SourceType::NamedOrganization => {
                let is_of_a_body =
                    |a: &&Attribution| a.source.first().is_some_and(|words| has_head(desk.text, *words, BODIES_OF));
                (on_terms && source.mentions.iter().any(|m| is_insider(desk.text, *m)))
                    || said.iter().any(|a| is_post(a) || is_of_a_body(a))
            }
            SourceType::NamedPerson | SourceType::Document => false,
        };
        if is_house && !on_terms {
            said.retain(|a| is_post(a) || a.source.first().is_some_and(|words| has_head(desk.text, *words, BODIES_OF)));
        }
        // “A member of the panel, speaking on condition of anonymity”, who was taken for somebody by name.
        let is_mistaken = source.kind == SourceType::NamedPerson;
        if is_mistaken {
            said.retain(|a| is_described_on_terms(desk, a));
        } else if !is_person {
            return None;
        }
        // What somebody thinks who gave no name is known from him; what an official thinks may be told by others.
        let is_hidden = on_terms || hidden.contains(&source.id);
        let speaks =
            |a: &&&Attribution| (a.act == Act::Says || (a.act == Act::Thinks && is_hidden)) && !a.source.is_empty();
        let describes = |a: &&&Attribution| !is_pronoun(&lower(desk.text, a.source[0]));
        let in_body = |a: &&&Attribution| desk.part_at(link(a).start) == Part::Body;
        let body = || said.iter().filter(speaks).filter(in_body);
        let first = body().find(describes).or_else(|| body().next()).or_else(|| said.iter().find(speaks))?;
        let described = source.mentions.iter().find(|mention| !is_pronoun(&lower(desk.text, **mention)));
        let words = if describes(&first) { first.source[0] } else { described.copied().unwrap_or(first.source[0]) };
        if [source.mentions.first(), Some(&words)].into_iter().flatten().any(|m| is_document(desk.text, *m)) {
            return None;
        }
        let is_member = [source.mentions.first(), Some(&words)].into_iter().flatten().any(|m| is_member(desk.text, *m));
        // In a headline “two” are nobody of whom was told before.
        let is_of_several = is_member && source.kind == SourceType::AnonymousSource && body().next().is_some();
        let is_kept = |mention: &Span| is_kept_back(desk.text, *mention);
        let is_sure = is_hidden || is_mistaken || is_of_several || (!is_house && source.mentions.iter().any(is_kept));
        let is_told = !is_sure && is_told_here(desk, &said);
        let is_by_post = is_told && (has_post(desk.text, words) || knows_by_work(desk, words));
        let is_stranger = !is_sure && !is_by_post;
        let is_one = is_told && (!is_house || has_head(desk.text, words, BODIES_OF)) && is_one_person(desk, words);
        (!is_stranger || is_one).then_some(Self { source, said, words, is_member, is_stranger })
    }

    /// What it is called, for a message.
    pub(super) fn called(&self, desk: &Desk<'_>) -> String {
        called(desk, self.words)
    }

    /// “Is” or “are”.
    pub(super) fn be(&self, desk: &Desk<'_>) -> &'static str {
        let words = noun(desk.text, self.words);
        let is_many = words.last().is_some_and(|head| is_plural(head)) || words.iter().any(|word| is_number(word));
        if is_many { "are" } else { "is" }
    }

    /// Whether another outlet keeps the name back: one that the article cites, and that the source told.
    pub(super) fn is_anothers(&self, desk: &Desk<'_>) -> bool {
        const OUTLETS: &[&str] = &[
            "the paper",
            "the newspaper",
            "the station",
            "the magazine",
            "the broadcaster",
            "the channel",
            "the website",
            "the site",
        ];
        let is_told = |cue: &Span| {
            let whom = desk.text[cue.start..].strip_prefix("told ");
            whom.is_some_and(|whom| OUTLETS.iter().any(|outlet| whom.starts_with(outlet)))
        };
        let through = |a: &&Attribution| a.through.iter().any(|relay| desk.said_by(relay.source).next().is_some());
        self.said.iter().any(|a| through(a) || a.cue.iter().any(is_told))
    }

    /// Whether more than one is meant.
    pub(super) fn is_several(&self, desk: &Desk<'_>) -> bool {
        let is_plural = |mention: &Span| {
            let words = noun(desk.text, *mention);
            words.last().is_some_and(|head| is_plural(head)) || words.first().is_some_and(|first| is_number(first))
        };
        self.source.mentions.iter().any(is_plural)
    }

    /// What it says in the body.
    pub(in crate::rules) fn in_body(&self, desk: &Desk<'_>) -> impl Iterator<Item = &'r Attribution> {
        self.said.iter().copied().filter(|a| desk.part_at(link(a).start) == Part::Body)
    }
}

/// Whether a noun means several people.
pub(super) fn is_plural(head: &str) -> bool {
    head == "people" || (head.ends_with('s') && !head.ends_with("ss") && head.len() > 3)
}

fn is_number(word: &str) -> bool {
    matches!(word, "two" | "three" | "four" | "five" | "six" | "several" | "both" | "multiple" | "many")
}

/// Whether terms keep a name back and give no other for it.
pub(super) fn keeps_back(terms: Terms) -> bool {
    hides_a_name(terms) && terms != Terms::Pseudonym
}

/// The places of the sentences around a byte: at most so many before and after its own.
pub(super) fn around(desk: &Desk<'_>, byte: usize, before: usize, after: usize) -> Range<usize> {
    let at = desk.sentences.partition_point(|line| line.sentence.whole.end <= byte);
    let end = (at + after + 1).min(desk.sentences.len());
    at.saturating_sub(before).min(end)..end
}

/// The first of some phrases in what an attribution says itself: not in what it passes on from somebody else.
pub(super) fn own_words(desk: &Desk<'_>, attribution: &Attribution, phrases: &[&str]) -> Option<Span> {
    attribution.content.iter().find_map(|piece| {
        let content = Sentence::of(desk.text, *piece);
        (0..content.words.len()).find_map(|at| {
            let found = phrases.iter().find_map(|phrase| phrase_at(&content.lower, at, phrase))?;
            let span = content.span(&found);
            is_own(desk, attribution, span).then_some(span)
        })
    })
}

/// Whether nobody else is quoted for a piece of an attribution's content.
pub(super) fn is_own(desk: &Desk<'_>, attribution: &Attribution, span: Span) -> bool {
    desk.holders(span).last().is_none_or(|holder| holder.source_id == attribution.source_id)
}

/// Whether an attribution denies its content.
pub(super) fn denies(desk: &Desk<'_>, attribution: &Attribution) -> bool {
    denies_words(desk, attribution, None)
}

/// The same of some words of the content: what stands in it denies them only if it says so of them (“it is untrue that …”); that
/// something “is the wrong one” denies nothing.
pub(super) fn denies_words(desk: &Desk<'_>, attribution: &Attribution, words: Option<Span>) -> bool {
    const DENIALS: &[&str] = &["denied", "denies", "deny", "denying", "rejected", "rejects", "dismissed", "disputed"];
    let in_content = |span: Span| attribution.content.iter().any(|piece| piece.contains(span));
    // “Doubted” may be read as a stance, and is what is asked about.
    let counts = |stated: Span, words: Span| {
        !words.overlaps(stated) && (!in_content(stated) || desk.text[stated.end..].starts_with(" that"))
    };
    let is_stance = |stated: &StatedStance| {
        matches!(stated.stance, Stance::Denies | Stance::Rejects)
            && words.is_none_or(|words| counts(stated.span, words))
    };
    let is_denial = |cue: &Span| lower(desk.text, *cue).iter().any(|word| DENIALS.contains(&word.as_str()));
    attribution.negated || attribution.stance.as_ref().is_some_and(is_stance) || attribution.cue.iter().any(is_denial)
}

/// What a source's words call it, for a message: “an official” of “an official, who spoke on condition …”.
pub(super) fn called(desk: &Desk<'_>, words: Span) -> String {
    let said = Sentence::of(desk.text, words);
    let end = said.lower.iter().position(|word| matches!(word.as_str(), "," | "who" | "whose" | "speaking"));
    // What was read may end too early: “a diplomat briefed on”.
    let is_cut = said.lower.last().is_some_and(|last| matches!(last.as_str(), "on" | "of" | "about" | "with" | "to"));
    let end = if is_cut { Some(noun(desk.text, words).len()) } else { end };
    let span = end.filter(|end| *end > 0).map_or(words, |end| said.span(&(0..end)));
    short(desk.text, span)
}
