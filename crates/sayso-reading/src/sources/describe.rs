//! One noun phrase of a source → what it says of who that is.

use std::ops::Range;

use super::names::{
    Bearer, bare, bearer, gender, has_keyword, is_acronym, is_address, is_capital, is_organization_noun,
    is_person_noun, is_possessive, is_role, is_title, runs, singular, without_titles,
};
use super::prose::Line;
use super::{Gender, SourceType, tables};

/// What a source's words say of it. Ranges are words of the sentence.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that a phrase says or not, in any mixture")]
#[derive(Clone, Debug)]
pub(super) struct Description {
    pub(super) kind: SourceType,
    pub(super) name: Option<Range<usize>>,
    pub(super) titles: Vec<Range<usize>>,
    pub(super) affiliations: Vec<Range<usize>>,
    pub(super) justification: Option<Range<usize>>,
    /// The noun that the phrase is about, in the singular: "official" of "two senior officials".
    pub(super) head: String,
    pub(super) gender: Option<Gender>,
    pub(super) many: bool,
    /// Whether it speaks of somebody already spoken of: "the official", "she", "one of the two".
    pub(super) refers: Refers,
    /// Whether people speak for the one whose name it is: "Harlow Transit officials".
    pub(super) speaks: bool,
    /// Whether "the" stands before its name.
    pub(super) the: bool,
    /// Words in lower case before the noun: "fire" of "the fire service".
    pub(super) modifiers: Vec<String>,
    /// Whether it is a noun with no more than an article: "the official".
    pub(super) plain: bool,
}

impl Description {
    /// Of an organization of which nothing is said.
    pub(super) fn organization() -> Self {
        Self {
            kind: SourceType::NamedOrganization,
            name: None,
            titles: Vec::new(),
            affiliations: Vec::new(),
            justification: None,
            head: String::new(),
            gender: None,
            many: false,
            refers: Refers::Definite,
            plain: true,
            modifiers: Vec::new(),
            the: false,
            speaks: false,
        }
    }

    /// It names a person, of whom more stands around the name.
    fn becomes(&mut self, person: Person) {
        self.kind = SourceType::NamedPerson;
        self.name = Some(person.name);
        self.titles = person.titles;
        self.affiliations = person.affiliations;
        self.gender = person.gender.or(self.gender);
        self.refers = Refers::No;
    }

    /// It is people who speak for the body that a name names.
    fn speaks_for(&mut self, sentence: &Line<'_>, name: &Range<usize>) {
        self.speaks = true;
        self.kind = SourceType::NamedOrganization;
        self.name = Some(name.clone());
        self.head = organization_noun(sentence, name);
    }
}

/// How a phrase points back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refers {
    /// It names or brings in somebody.
    No,
    /// "The official", "this person", "the two".
    Definite,
    /// "He", "she", "they", "it".
    Pronoun(Pronoun),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    They,
    It,
    Who,
    /// "I", "we": the one who speaks.
    Speaker,
}

const PRONOUNS: &[(&str, Pronoun)] = &[
    ("he", Pronoun::He),
    ("him", Pronoun::He),
    ("his", Pronoun::He),
    ("himself", Pronoun::He),
    ("she", Pronoun::She),
    ("her", Pronoun::She),
    ("hers", Pronoun::She),
    ("herself", Pronoun::She),
    ("they", Pronoun::They),
    ("them", Pronoun::They),
    ("their", Pronoun::They),
    ("themselves", Pronoun::They),
    ("it", Pronoun::It),
    ("its", Pronoun::It),
    ("itself", Pronoun::It),
    ("who", Pronoun::Who),
    ("which", Pronoun::Who),
    ("whose", Pronoun::Who),
    ("i", Pronoun::Speaker),
    ("my", Pronoun::Speaker),
    ("me", Pronoun::Speaker),
    ("we", Pronoun::Speaker),
    ("our", Pronoun::Speaker),
    ("us", Pronoun::Speaker),
    ("i’m", Pronoun::Speaker),
    ("we’re", Pronoun::Speaker),
];

/// Words that end the noun phrase proper: what follows says more of it.
const AFTER_HEAD: &[&str] = &[
    "of",
    "at",
    "for",
    "with",
    "in",
    "on",
    "from",
    "to",
    "by",
    "near",
    "inside",
    "within",
    "who",
    "whom",
    "whose",
    "which",
    "that",
    "familiar",
    "briefed",
    "close",
    "involved",
    "under",
    "among",
    "about",
    "into",
    "against",
    "over",
    "across",
    "outside",
    "around",
    "behind",
    "representing",
    "working",
    "investigating",
    "living",
    "leading",
    "speaking",
    "based",
    "named",
    "called",
    "seen",
    "viewed",
    "obtained",
    "published",
    "released",
    "dated",
    "signed",
    "issued",
    "aware",
    "(",
    "—",
    "–",
    ":",
    ";",
    "asked",
    "after",
    "as",
    "like",
    "including",
    "conducted",
    "commissioned",
    "sent",
    "posted",
    "privy",
    "opposed",
    "present",
    "aboard",
    "along",
    "directly",
    "responsible",
    "reached",
    "whom",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
];

/// Irregular participles and adverbs that say more of the noun before them: "logs kept by the company".
const LEFT: &[&str] = &[
    "kept", "held", "lent", "made", "drawn", "written", "taken", "left", "given", "shown", "put", "known", "brought",
    "caught", "there", "here",
];

/// Roles that an organization can have: "the port’s owner, Ravensby Maritime".
const OWNS: &[&str] = &[
    "investor",
    "shareholder",
    "host",
    "sponsor",
    "landlord",
    "rival",
    "parent",
    "buyer",
    "bidder",
    "owner",
    "operator",
    "publisher",
    "maker",
    "developer",
    "supplier",
    "builder",
    "manufacturer",
    "producer",
    "partner",
    "employer",
    "contractor",
    "lender",
    "insurer",
    "carrier",
    "airline",
    "retailer",
    "distributor",
    "charterer",
    "brewer",
];

const DETERMINERS: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "one", "another",
    "some", "any", "each", "every", "no", "both", "all",
];
const DEFINITE: &[&str] = &["the", "this", "that", "these", "those", "both"];
pub(super) const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "several",
    "many",
    "dozens",
    "most",
    "few",
    "hundreds",
    "thousands",
    "half",
    "dozen",
];
/// What makes a clause on somebody's knowledge.
const KNOWS: &[&str] =
    &["who", "familiar", "briefed", "with", "close", "involved", "privy", "aware", "present", "whose", "directly"];

/// What the words say; none where they hold no word.
pub(super) fn describe(sentence: &Line<'_>, words: Range<usize>) -> Option<Description> {
    let is_word = |at: &usize| sentence.word(*at).starts_with(char::is_alphanumeric);
    let start = words.clone().find(is_word)?;
    let end = words.clone().rev().find(|at| is_word(at) || sentence.lower(*at) == ")")? + 1;
    // "Of those polled, 54 percent": who speaks stands behind the comma.
    let partitive =
        matches!(sentence.lower(start), "of" | "among").then(|| (start..end).find(|at| sentence.lower(*at) == ","));
    let start = partitive.flatten().filter(|comma| comma + 1 < end).map_or(start, |comma| comma + 1);
    let words = start..end;
    let mut out = Description { kind: SourceType::UnnamedPerson, refers: Refers::No, ..Description::organization() };
    if let Some(pronoun) = pronoun(sentence, &words) {
        out.refers = Refers::Pronoun(pronoun);
        out.many = matches!(pronoun, Pronoun::They);
        out.kind = match pronoun {
            Pronoun::They => SourceType::UnnamedGroup,
            Pronoun::It => SourceType::NamedOrganization,
            _ => SourceType::UnnamedPerson,
        };
        out.gender = match pronoun {
            Pronoun::He => Some(Gender::Male),
            Pronoun::She => Some(Gender::Female),
            _ => None,
        };
        return Some(out);
    }
    let names = runs(sentence, words.clone());
    let core = core(sentence, &words, &names);
    let last = core.end - 1;
    out.justification = justification(sentence, &(core.end..words.end));
    // "SB 1015", "Bill 12": the number is a part of the name.
    let numbered =
        |run: &&Range<usize>| run.end == last && sentence.lower(last).starts_with(|c: char| c.is_ascii_digit());
    let at_head = names
        .iter()
        .find(|run| run.contains(&last) || numbered(run))
        .map(|run| run.start..if run.contains(&core.end) { core.end } else { run.end.max(last + 1) });
    match at_head {
        Some(run) => {
            named(sentence, &words, &core, &run, &mut out);
            // "Gwenda Hale of the Clerical Workers’ Union"
            let whole = names.iter().find(|whole| whole.start == run.start && whole.end > run.end);
            if let Some(whole) = whole.filter(|_| out.kind == SourceType::NamedPerson) {
                out.affiliations.push(run.end + 1 + usize::from(sentence.lower(run.end + 1) == "the")..whole.end);
            }
        }
        None => described(sentence, &words, &core, &names, &mut out),
    }
    out.name = out.name.filter(|name| !name.is_empty());
    Some(out)
}

fn pronoun(sentence: &Line<'_>, words: &Range<usize>) -> Option<Pronoun> {
    let first = sentence.lower(words.start);
    let alone = words.len() == 1
        || matches!(
            sentence.lower(words.start + 1),
            "himself" | "herself" | "themselves" | "," | "also" | "both" | "each" | "all"
        );
    PRONOUNS.iter().find(|(word, _)| alone && *word == first).map(|(_, pronoun)| *pronoun)
}

/// Whether a word is a plural of people and no name: "relatives" of "relatives waiting on the quay".
fn of_people(sentence: &Line<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    let common = sentence.word(at) == word || sentence.is_common(at);
    common
        && is_plural(word)
        && (is_person_or_role(word) || tables::GROUPS.contains(&singular(word).as_str()) || word == "people")
}

fn is_given(sentence: &Line<'_>, at: usize) -> bool {
    let word = bare(sentence.lower(at));
    tables::MALE.contains(&word) || tables::FEMALE.contains(&word)
}

/// The noun phrase without what follows its noun.
fn core(sentence: &Line<'_>, words: &Range<usize>, names: &[Range<usize>]) -> Range<usize> {
    // "Commodore Ilse Dray of Kelvane’s coastal squadron": whom a person belongs to is no part of the name.
    let of_person = |run: &Range<usize>, at: usize| {
        let titled = run.start > 0 && is_title(sentence.lower(run.start - 1));
        let person = titled || is_title(sentence.lower(run.start)) || is_given(sentence, run.start);
        person && sentence.lower(at) == "of" && at > run.start + 1
    };
    let in_name = |at: usize| names.iter().any(|run| run.start < at && at < run.end && !of_person(run, at));
    let ends = |at: &usize| {
        let word = sentence.lower(*at);
        // "The bill authored by", "relatives waiting on the quay", "nurses there": a participle or a place after the noun.
        let behind = word.ends_with("ed") || LEFT.contains(&word);
        let participle = behind && super::prose::is_noun(bare(sentence.lower(at - 1)))
            || word.ends_with("ing") && of_people(sentence, at - 1);
        (word == "," || word == "and" || participle || AFTER_HEAD.contains(&word)) && !in_name(*at)
    };
    // "One of the two officials", "most of the residents": the noun comes after.
    let of = words.start + 1;
    let partitive = matches!(
        sentence.lower(words.start),
        "one"
            | "two"
            | "three"
            | "some"
            | "most"
            | "many"
            | "several"
            | "both"
            | "all"
            | "half"
            | "others"
            | "members"
            | "dozens"
            | "hundreds"
            | "thousands"
            | "none"
            | "any"
            | "few"
            | "each"
            | "more"
    ) && sentence.lower(of) == "of";
    let from = if partitive { (of + 1).min(words.end - 1) } else { words.start };
    let end = (from + 1..words.end).find(ends).unwrap_or(words.end);
    from..end
}

/// A phrase whose last word is in a name: "SFO spokesperson Doug Yakel", "the Ministry of Health", "Rabbi Mendel Weingarten".
fn named(sentence: &Line<'_>, words: &Range<usize>, core: &Range<usize>, run: &Range<usize>, out: &mut Description) {
    let name = without_titles(sentence, run);
    let role_before = run.start > core.start
        && (is_role(bare(sentence.lower(run.start - 1))) || is_person_noun(sentence.lower(run.start - 1)));
    let title_inside = name.start > run.start;
    if name.is_empty() {
        // "The President", "University Spokesperson": a title without a name.
        sentence.lower(run.end - 1).clone_into(&mut out.head);
        out.head = singular(&out.head);
        out.refers = if has_definite(sentence, core) { Refers::Definite } else { Refers::No };
        out.kind =
            if is_plural(sentence.lower(run.end - 1)) { SourceType::UnnamedGroup } else { SourceType::UnnamedPerson };
        out.many = out.kind == SourceType::UnnamedGroup;
        out.titles.push(core.clone());
        return;
    }
    // "The rights group Open Door"
    let before = run.start.checked_sub(1).filter(|at| *at >= core.start);
    let owned = before.is_some_and(|at| is_possessive(sentence.word(at)));
    let group_before = !role_before && !owned && before.is_some_and(|at| is_organization_noun(sentence.lower(at)));
    if group_before {
        out.kind = SourceType::NamedOrganization;
        out.name = Some(run.clone());
        out.head = singular(sentence.lower(run.start - 1));
        return;
    }
    let the = run.start > 0 && sentence.lower(run.start - 1) == "the";
    if !title_inside && !role_before && is_body_by_apposition(sentence, words, run) {
        out.kind = SourceType::NamedOrganization;
        out.name = Some(run.clone());
        out.the = the;
        return;
    }
    // "According to the Arden Tribune, a banker …": an apposition makes no person of a newspaper.
    let follows = !(the && has_keyword(sentence, run)) && person_follows(sentence, words, run);
    if role_before || title_inside || follows || bearer(sentence, &name) == Bearer::Person {
        // "Dr Saskia Vroom of Holmgate University"
        let of = name.clone().find(|at| sentence.lower(*at) == "of");
        let name = name.start..of.unwrap_or(name.end);
        let mut person = person_at(sentence, &name, words);
        let justification = person.justification.take();
        out.justification = out.justification.take().or(justification);
        out.becomes(person);
        // "The health institute’s Hector Breck"
        if owned && !role_before && !title_inside {
            out.affiliations.extend(affiliations(sentence, &(core.start..run.start)));
        }
        out.affiliations.extend(of.map(|of| of + 1..run.end));
        return;
    }
    let numbered = sentence.lower(run.end - 1).starts_with(|c: char| c.is_ascii_digit());
    let word = sentence.lower(if numbered { run.start } else { run.end - 1 });
    if is_people_of(sentence.word(run.end - 1)) && run.len() <= 2 {
        out.kind = SourceType::UnnamedGroup;
        out.many = true;
        out.head = singular(word);
        return;
    }
    let parts = || tables::NAME_PARTS.contains(&word) && run.len() > 1;
    let names_body =
        parts() || run.clone().take(run.len() - 1).any(|at| is_organization_noun(bare(sentence.lower(at))));
    if tables::DOCUMENTS.contains(&word) && !tables::OUTLETS.contains(&word) && !names_body
        || matches!(bare(sentence.lower(run.start)), "sb" | "hb")
    {
        out.kind = SourceType::Document;
        out.head = singular(word);
    } else {
        out.kind = SourceType::NamedOrganization;
        out.head = organization_noun(sentence, run);
        out.the = the;
        // "The aid group Doctors of Brask" is a group.
        let before = run.start.checked_sub(1).filter(|at| *at >= core.start).map(|at| sentence.lower(at));
        if let Some(noun) = before.filter(|noun| out.head.is_empty() && is_organization_noun(noun)) {
            out.head = singular(noun);
        }
        // "The Herald and the Courier" are one source here.
        let second = run.end + 1 + usize::from(sentence.lower(run.end + 1) == "the");
        let both = sentence.lower(run.end) == "and" && second < words.end;
        if let Some(other) = runs(sentence, second.min(words.end)..words.end)
            .into_iter()
            .find(|r| both && r.start == second && r.end == words.end)
        {
            out.name = Some(run.start..other.end);
            return;
        }
    }
    out.name = Some(run.clone());
    out.many = false;
}

/// "Democrats", "Russians": a capital, but no name.
fn is_people_of(word: &str) -> bool {
    let lower = word.to_lowercase();
    let plural = ["crats", "icans", "ians", "atives", "berals", "ists", "aelis", "eans", "elanders", "enders"];
    let alone = [
        "chinese", "japanese", "british", "french", "dutch", "irish", "swiss", "iraqis", "israelis", "saudis",
        "germans", "turks", "poles", "danes", "swedes", "finns", "kurds", "arabs", "greeks", "czechs", "greens",
        "tories",
    ];
    is_capital(word) && (plural.iter().any(|end| lower.ends_with(end)) || alone.contains(&lower.as_str()))
}

/// Whether an age or an apposition with a role follows a name: it is a person's.
fn person_follows(sentence: &Line<'_>, words: &Range<usize>, run: &Range<usize>) -> bool {
    sentence.lower(run.end) == "," && {
        let next = run.end + 1;
        is_age(sentence, next)
            || (matches!(sentence.lower(next), "a" | "an" | "the" | "who" | "whose")
                && (sentence.lower(next).starts_with("who")
                    || apposition(sentence, run.end, words.end.max(run.end)).is_some_and(|a| has_role(sentence, &a))))
    }
}

/// "Clear Wells, a campaign group", "Halden Marine, the owner" with a word of a company's name: what follows tells a body.
fn is_body_by_apposition(sentence: &Line<'_>, words: &Range<usize>, run: &Range<usize>) -> bool {
    if sentence.lower(run.end) != "," || !matches!(sentence.lower(run.end + 1), "a" | "an" | "the") {
        return false;
    }
    apposition(sentence, run.end, words.end.max(run.end)).is_some_and(|after| {
        let end = after.clone().find(|at| AFTER_HEAD.contains(&sentence.lower(*at))).unwrap_or(after.end);
        let noun = bare(sentence.lower(end - 1));
        end > after.start && is_organization_noun(noun) && !is_role(noun) && !is_person_noun(noun)
            || OWNS.contains(&noun) && has_keyword(sentence, run)
    })
}

/// "Ana Brandt, 43, said": a number between two marks.
fn is_age(sentence: &Line<'_>, at: usize) -> bool {
    sentence.lower(at).parse::<u32>().is_ok_and(|age| (5..120).contains(&age))
        && matches!(sentence.lower(at + 1), "," | "." | "" | "said" | "told" | ")" | "and")
}

/// What stands around a person's name.
pub(super) struct Person {
    pub(super) name: Range<usize>,
    pub(super) titles: Vec<Range<usize>>,
    pub(super) affiliations: Vec<Range<usize>>,
    pub(super) gender: Option<Gender>,
    pub(super) justification: Option<Range<usize>>,
    /// Whether something but the capitals says that it is a person.
    pub(super) evident: bool,
}

/// Reads the words around a person's name: titles before and after, whom it belongs to.
pub(super) fn person_at(sentence: &Line<'_>, name: &Range<usize>, within: &Range<usize>) -> Person {
    // "Ana Brandt KC": what stands behind the name is a title.
    let end = name.clone().rev().find(|at| !tables::SUFFIXES.contains(&bare(sentence.lower(*at))) || *at == name.start);
    let suffix = end.map_or(name.end, |end| end + 1)..name.end;
    let name = &(name.start..suffix.start);
    let mut person = Person {
        name: name.clone(),
        titles: Vec::new(),
        affiliations: Vec::new(),
        gender: gender(sentence, name),
        justification: None,
        evident: false,
    };
    if is_possessive(sentence.word(name.end - 1)) {
        // A name that owns something has no apposition after it.
        if let Some(before) = title_before(sentence, name.start) {
            person.titles.push(before);
        }
    } else {
        if let Some(before) = title_before(sentence, name.start) {
            // "The city’s police chief, Colonel Zoran Petrik"
            let comma = before.start > 0 && sentence.lower(before.start - 1) == ",";
            person.titles.extend(comma.then(|| title_before(sentence, before.start)).flatten());
            person.titles.push(before);
        }
        if let Some(after) = apposition(sentence, name.end, within.end) {
            if has_role(sentence, &after) {
                person.titles.push(after);
            } else if sentence.lower(name.end) == "(" {
                person.affiliations.push(after);
            }
        }
        person.justification = relative_after(sentence, name.end, within.end);
    }
    let address =
        name.start >= 1 && (name.start.saturating_sub(2)..name.start).any(|at| is_address(sentence.lower(at)));
    person.evident = address || person.gender.is_some() || !person.titles.is_empty();
    for title in &person.titles {
        person.affiliations.extend(affiliations(sentence, title));
        let gendered =
            title.clone().find_map(|at| tables::GENDERED.iter().find(|(word, _)| *word == sentence.lower(at)));
        person.gender = person.gender.or(gendered.map(|(_, gender)| *gender));
    }
    person
}

/// A title before a name has at most so many words and one.
const LONGEST_TITLE: usize = 7;

/// The title right before a name: "the board’s chairman, Anselm Krail", "SFO spokesperson Doug Yakel", "Sen. Cortese".
fn title_before(sentence: &Line<'_>, name: usize) -> Option<Range<usize>> {
    let comma = name > 0 && sentence.lower(name - 1) == ",";
    let end = name - usize::from(comma);
    let mut last = end.checked_sub(1)?;
    if matches!(sentence.lower(last), "." | "-") {
        last = last.checked_sub(1)?;
    }
    if is_address(sentence.lower(last)) || !(is_role(bare(sentence.lower(last))) || is_title(sentence.lower(last))) {
        return None;
    }
    let mut start = last;
    while start > 0 && last - start < LONGEST_TITLE && is_title_word(sentence, start - 1) {
        start -= 1;
    }
    let determined = start > 0 && DETERMINERS.contains(&sentence.lower(start - 1));
    // Before a comma only a whole noun phrase is an apposition: "the chairman, Anselm Krail".
    if comma && !(determined || is_possessive(sentence.word(start))) {
        return None;
    }
    Some(start..last + 1)
}

/// Words that stand inside a title before its last.
fn is_title_word(sentence: &Line<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    let is_small = matches!(word, "-" | "/" | "’" | "." | "&")
        || (word == "and" && at > 0 && (is_role(sentence.lower(at - 1)) || is_title(sentence.lower(at - 1))));
    if is_small {
        return at > 0 && (word == "and" || sentence.touches(at));
    }
    let is_letters = word.starts_with(char::is_alphabetic);
    is_letters
        && !DETERMINERS.contains(&word)
        && !AFTER_HEAD.contains(&word)
        && !is_address(word)
        && !(tables::NOT_IN_NAMES.contains(&word) && word != "former" && word != "police" && word != "people")
        && !is_verb(word)
}

/// Verbs and the like that stand before a title and not in it.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "leads"
            | "beats"
            | "faces"
            | "meets"
            | "sees"
            | "tells"
            | "calls"
            | "urges"
            | "backs"
            | "hits"
            | "accuses"
            | "joins"
            | "wins"
            | "takes"
            | "defends"
            | "warns"
            | "led"
            | "beat"
            | "faced"
            | "backed"
            | "when"
            | "where"
            | "because"
            | "if"
            | "than"
            | "said"
            | "says"
            | "told"
            | "is"
            | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "have"
            | "be"
            | "been"
            | "joined"
            | "asked"
            | "added"
            | "called"
            | "wrote"
            | "named"
            | "defeated"
            | "met"
            | "included"
            | "including"
            | "say"
            | "warned"
            | "quoted"
            | "accused"
            | "urged"
            | "elected"
            | "appointed"
            | "replaced"
            | "succeeded"
            | "saw"
            | "made"
            | "thinks"
            | "believes"
            | "wants"
            | "does"
            | "did"
            | "would"
            | "will"
            | "can"
            | "could"
            | "may"
    ) || (word.ends_with("ing")
        && !matches!(
            word,
            "managing"
                | "acting"
                | "sitting"
                | "housing"
                | "planning"
                | "nursing"
                | "building"
                | "engineering"
                | "marketing"
                | "banking"
                | "farming"
                | "shipping"
                | "leading"
                | "outgoing"
                | "visiting"
                | "founding"
                | "training"
                | "mining"
                | "broadcasting"
                | "purchasing"
        ))
}

/// What follows a name: ", a farmer from Brask" or "(D-San Jose)", without its comma and article.
fn apposition(sentence: &Line<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    let open = sentence.lower(at);
    if open == "(" {
        let end = (at + 1..(at + 12).min(sentence.words.len())).find(|w| sentence.lower(*w) == ")")?;
        return (end > at + 1).then_some(at + 1..end);
    }
    if open != "," {
        return None;
    }
    let mut start = at + 1;
    // An age: "Ana Brandt, 43, a farmer".
    if sentence.lower(start).parse::<u32>().is_ok() && sentence.lower(start + 1) == "," {
        start += 2;
    }
    if matches!(
        sentence.lower(start),
        "who"
            | "whose"
            | "which"
            | "and"
            | "but"
            | "or"
            | "of"
            | "in"
            | "speaking"
            | "when"
            | "while"
            | "as"
            | "with"
            | "for"
            | "after"
            | "at"
            | "on"
            | "from"
            | "“"
            | "\""
    ) || is_verb(sentence.lower(start))
    {
        return None;
    }
    let determined = matches!(sentence.lower(start), "a" | "an" | "the" | "one" | "then");
    start += usize::from(determined);
    let most = sentence.words.len().min(limit.max(at) + 30);
    let ends = |w: &usize| {
        let word = sentence.lower(*w);
        match word {
            "," => {
                let next = sentence.lower(*w + 1);
                // A list of offices goes on.
                !(next == "and" && has_role(sentence, &(*w + 1..(*w + 6).min(most)))
                    || tables::NAME_PARTS[..7].contains(&next))
            }
            "." => !(is_title(sentence.lower(*w - 1)) || sentence.touches(*w) && sentence.touches(*w + 1)),
            "who" | "whose" | "which" | "that" | "(" | ")" | ";" | ":" | "—" | "–" | "“" | "”" | "\"" => true,
            _ => is_verb(word) && word != "leading",
        }
    };
    let end = (start..most).find(ends).unwrap_or(most);
    // "According to the Herald, a treasury official said …": the verb has its subject there.
    let is_subject = determined && is_verb(sentence.lower(end));
    (end > start && end - start <= 24 && !is_subject).then_some(start..end)
}

/// Whether a phrase has a role before what follows its noun.
fn has_role(sentence: &Line<'_>, words: &Range<usize>) -> bool {
    let words = words.clone().filter(|at| sentence.word(*at).starts_with(char::is_alphabetic));
    for at in words {
        let word = sentence.lower(at);
        if is_role(bare(word)) || is_title(word) {
            return true;
        }
        if matches!(word, "of" | "at" | "for" | "with" | "from" | "in" | "to") {
            return false;
        }
    }
    false
}

/// "Who was at the meeting", right after a name and its comma.
fn relative_after(sentence: &Line<'_>, name: usize, limit: usize) -> Option<Range<usize>> {
    // An apposition may stand between.
    let from = apposition(sentence, name, limit).map_or(name, |a| a.end);
    let at = from + usize::from(matches!(sentence.lower(from), "," | ")"));
    let at = at + usize::from(sentence.lower(at) == ",");
    (sentence.lower(at) == "who")
        .then(|| clause(sentence, at))
        .filter(|clause| clause.len() > 2 && !states_terms(sentence, clause))
}

/// The name of a person after the comma that ends a clause: "…, Leopold Aske". What follows a name there is a place: "in Ostwick, Northland".
fn name_behind(sentence: &Line<'_>, who: usize) -> Option<Range<usize>> {
    let comma = clause(sentence, who).end;
    let after_name = sentence.word(comma - 1).starts_with(char::is_uppercase);
    let run = runs(sentence, comma..sentence.words.len()).into_iter().next().filter(|run| run.start == comma + 1)?;
    let ends =
        run.end >= sentence.words.len() || matches!(sentence.lower(run.end), "," | "." | "said" | "says" | "told");
    let name = without_titles(sentence, &run);
    let is_name = name.len() > 1 && !has_keyword(sentence, &run) && !is_possessive(sentence.word(run.end - 1));
    (sentence.lower(comma) == "," && !after_name && ends && is_name).then_some(name)
}

/// A clause from its first word to the comma or stop that ends it.
pub(super) fn clause(sentence: &Line<'_>, at: usize) -> Range<usize> {
    let ends = |w: &usize| {
        let word = sentence.lower(*w);
        matches!(word, "," | ";" | "—" | "–" | "“" | "”" | "\"" | "said" | "told" | "says" | "say" | ":")
            || (word == "." && *w + 1 >= sentence.words.len() - 1)
            || (word == ")")
    };
    at..(at + 1..sentence.words.len()).find(ends).unwrap_or(sentence.words.len())
}

/// The names of organizations in a title, and what follows its "of", "at" or "for".
fn affiliations(sentence: &Line<'_>, title: &Range<usize>) -> Vec<Range<usize>> {
    let is_title = |at: &usize| is_title(sentence.lower(*at)) || tables::ROLES.contains(&sentence.lower(*at));
    let untitled = runs(sentence, title.clone()).into_iter().filter_map(|run| {
        let start = run.clone().find(|at| !is_title(at))?;
        let end = run.clone().rev().find(|at| !is_title(at))? + 1;
        Some(start..end)
    });
    // One word with a capital that is no name of its own is a part of the office: "Foreign Minister".
    let is_name = |run: &Range<usize>| {
        let last = sentence.word(run.end - 1);
        let after = run.start > title.start
            && matches!(sentence.lower(run.start - 1), "of" | "at" | "for" | "with" | "the" | "from");
        run.len() > 1 || is_acronym(bare(last)) || is_possessive(last) || after
    };
    untitled.filter(is_name).collect()
}

/// A phrase about a common noun: "two senior officials", "a Columbia University study", "the board’s chairman, Anselm Krail".
fn described(
    sentence: &Line<'_>,
    words: &Range<usize>,
    core: &Range<usize>,
    names: &[Range<usize>],
    out: &mut Description,
) {
    let last = core.end - 1;
    let noun = bare(sentence.lower(last));
    out.head = singular(noun);
    let is_number = |at: usize| {
        let word = sentence.lower(at);
        NUMBERS.contains(&word) || (word.starts_with(|c: char| c.is_ascii_digit()) && word != "1")
    };
    let share = |at: usize| {
        matches!(
            sentence.lower(at),
            "percent" | "cent" | "third" | "thirds" | "quarter" | "half" | "majority" | "fewer" | "fraction"
        )
    };
    let counts = core.clone().any(share)
        && (sentence.lower(core.end) == "of"
            || core.clone().any(|at| sentence.lower(at).starts_with("percent") || sentence.lower(at) == "cent"));
    let numbered = core.clone().any(is_number) || counts;
    out.modifiers = title_span(sentence, core)
        .filter(|at| *at < last && sentence.word(*at).starts_with(char::is_lowercase))
        .map(|at| bare(sentence.lower(at)).to_owned())
        .filter(|word| !tables::KEPT_BACK.contains(&word.as_str()))
        .collect();
    out.plain = core.len() <= 2 || core.start > words.start;
    out.many = numbered || is_plural(noun) || tables::GROUPS.contains(&noun);
    out.refers = if has_definite(sentence, core) || core.start > words.start && sentence.lower(core.start) == "the" {
        Refers::Definite
    } else {
        Refers::No
    };
    if counts {
        "respondent".clone_into(&mut out.head);
    }
    // "Foreign minister calls account a fairy tale": a headline's manner.
    let bare_role = core.start == words.start
        && !DETERMINERS.contains(&sentence.lower(core.start))
        && is_role(noun)
        && !out.many
        && sentence.is_common(core.start);
    if bare_role && out.refers == Refers::No {
        out.refers = Refers::Definite;
    }
    out.gender = tables::GENDERED.iter().find(|(word, _)| *word == noun).map(|(_, gender)| *gender);
    // "The board’s chairman, Anselm Krail", "the network, Union Radio": the name follows.
    let follows = names.iter().find(|run| {
        // "A nurse there, Signe Aalto"
        let comma = core.end + usize::from(LEFT.contains(&sentence.lower(core.end)));
        let the = usize::from(sentence.lower(comma + 1) == "the");
        sentence.lower(comma) == "," && run.start == comma + 1 + the
    });
    if let Some(run) = follows.filter(|run| !out.many && !is_possessive(sentence.word(run.end - 1))) {
        let role = is_role(noun) || is_person_noun(noun);
        if !role && is_organization_noun(noun)
            || (has_keyword(sentence, run) || run.len() == 1) && OWNS.contains(&noun)
            || has_keyword(sentence, run) && !role
        {
            out.kind = SourceType::NamedOrganization;
            out.name = Some(run.clone());
            out.refers = Refers::No;
            return;
        }
        let name = without_titles(sentence, run);
        if !name.is_empty() && !tables::DOCUMENTS.contains(&noun) {
            out.becomes(person_at(sentence, &name, words));
            if out.titles.is_empty() && role && is_role(noun) {
                out.titles.push(title_span(sentence, core));
            }
            return;
        }
    }
    // "The governor of Orlen, Petra Stahl", "a spokesman for the ministry, Colonel Adar Venn", "the wife of one of the men, Sara Corl"
    let last_word = words.clone().rev().find(|at| sentence.lower(*at) != ",").map_or(words.end, |at| at + 1);
    let behind = names
        .iter()
        .find(|run| run.end == last_word && run.start > core.end + 1 && sentence.lower(run.start - 1) == ",");
    if let Some(run) = behind.filter(|_| {
        is_person_or_role(noun)
            && !out.many
            && matches!(sentence.lower(core.end), "of" | "for" | "at" | "in" | "to" | "from")
    }) {
        let name = without_titles(sentence, run);
        if !name.is_empty() && !has_keyword(sentence, &name) {
            out.becomes(person_at(sentence, &name, words));
            if is_role(noun) {
                out.titles.insert(0, title_span(sentence, &(core.start..run.start - 1)));
            }
            out.affiliations = affiliations(sentence, &(core.end..run.start - 1));
            return;
        }
    }
    // "The engineer who last inspected the bridge, Leopold Aske": a source may end before the clause, and its name is behind it.
    let behind_clause =
        Some(core.end).filter(|who| out.refers == Refers::Definite && !out.many && sentence.lower(*who) == "who");
    if let Some(run) = behind_clause.and_then(|who| name_behind(sentence, who)).filter(|_| is_person_or_role(noun)) {
        out.becomes(person_at(sentence, &run, &(words.start..words.end.max(run.end))));
        if is_role(noun) {
            out.titles.insert(0, title_span(sentence, core));
        }
        return;
    }
    // "The host of that dinner, the banker Orla Venn", "one trustee, the banker Abel Quist".
    let apposed = names.iter().find(|run| {
        run.end == last_word
            && !out.many
            && title_before(sentence, run.start).is_some_and(|title| {
                title.start > core.end
                    && sentence.lower(title.start - 1) == "the"
                    && sentence.lower(title.start - 2) == ","
            })
    });
    if let Some(run) = apposed {
        let name = without_titles(sentence, run);
        if !name.is_empty() && bearer(sentence, &name) == Bearer::Person {
            out.becomes(person_at(sentence, &name, words));
            return;
        }
    }
    let owner = names.iter().rfind(|run| run.end <= last && run.start >= core.start);
    let after = names.iter().find(|run| run.start > last && run.start <= last + 3);
    if is_role(noun) || tables::SPEAKS_FOR.contains(&noun) {
        out.titles.push(title_span(sentence, core));
        out.affiliations.extend(owner.or(after).filter(|run| run.len() > 1 || run.start > core.start).cloned());
    }
    // "The paper" is the newspaper.
    if noun == "paper" && out.refers == Refers::Definite && owner.is_none() {
        out.kind = SourceType::NamedOrganization;
        out.many = false;
        return;
    }
    // "Three papers", "the papers": newspapers.
    let after_it = sentence.lower(core.end);
    let lodged = tells_of_document(after_it) || matches!(after_it, "lodged" | "filed" | "submitted");
    if noun == "papers" && title_span(sentence, core).len() == 1 && !lodged {
        out.kind = SourceType::UnnamedGroup;
        out.many = true;
        return;
    }
    if tables::DOCUMENTS.contains(&noun) {
        if out.justification.is_none()
            && (matches!(sentence.lower(core.end), "that" | "which") || tells_of_document(sentence.lower(core.end)))
        {
            out.justification = Some(clause(sentence, core.end)).filter(|clause| clause.len() > 1);
        }
        document(sentence, core, owner, out);
        return;
    }
    if is_kept_back(sentence, words, noun) {
        out.kind = SourceType::AnonymousSource;
        return;
    }
    if tables::SPEAKS_FOR.contains(&noun) {
        // "Caltrans officials", "a spokesman for the Harwick Water Board" speak for a name.
        let organization = owner.filter(|run| is_organization(sentence, run, last)).or_else(|| {
            let joins = matches!(sentence.lower(core.end), "of" | "for" | "at" | "from" | "with");
            after.filter(|run| joins && bearer(sentence, run) == Bearer::Organization)
        });
        // "A Norrin Hydro spokeswoman": two names of no person's given name.
        let organization = organization.or_else(|| {
            owner.filter(|run| {
                noun.starts_with("spokes")
                    && run.end == last
                    && run.len() > 1
                    && !is_given(sentence, run.start)
                    && !is_possessive(sentence.word(run.end - 1))
            })
        });
        // "A spokesman for the defence ministry".
        if organization.is_none() && noun.starts_with("spokes") && !out.many && sentence.lower(core.end) == "for" {
            let the = usize::from(matches!(sentence.lower(core.end + 1), "the" | "its" | "his" | "her"));
            let begin = core.end + 1 + the;
            let ends = |at: &usize| {
                !sentence.word(*at).starts_with(char::is_alphabetic) || AFTER_HEAD.contains(&sentence.lower(*at))
            };
            let end = (begin..words.end).find(ends).unwrap_or(words.end);
            if end > begin
                && is_organization_noun(sentence.lower(end - 1))
                && (begin..end).all(|at| !sentence.is_capital(at))
            {
                out.speaks = true;
                out.kind = SourceType::NamedOrganization;
                out.name = (end - begin > 1).then_some(begin..end);
                out.head = singular(sentence.lower(end - 1));
                out.titles.clear();
                out.refers = if the == 1 && end - begin == 1 { Refers::Definite } else { Refers::No };
                return;
            }
        }
        // "Tarvian officials" are a group; a country has no spokesman of its own name.
        let is_state = |run: &Range<usize>| {
            bearer(sentence, run) == Bearer::Place || is_people_of(&format!("{}s", sentence.word(run.end - 1)))
        };
        if let Some(run) = organization.filter(|run| !(out.many && run.len() == 1 && is_state(run))) {
            out.speaks_for(sentence, run);
            return;
        }
    }
    // "Analysts at Corvin Bank" speak for it.
    let at_body = matches!(sentence.lower(core.end), "at" | "from");
    if let Some(run) =
        after.filter(|run| noun == "analysts" && at_body && bearer(sentence, run) == Bearer::Organization)
    {
        out.speaks_for(sentence, run);
        return;
    }
    if noun == "police" && owner.is_none() {
        out.kind = SourceType::UnnamedGroup;
        return;
    }
    // "A group of mothers", "three newspapers", "members of parliament": people or bodies without a name.
    let of_many = sentence.lower(core.end) == "of"
        && is_plural(sentence.lower(core.end + 1))
        && sentence.word(core.end + 1) == sentence.lower(core.end + 1)
        && is_person_or_role(sentence.lower(core.end + 1));
    let members = core.start > words.start && sentence.lower(words.start) == "members";
    if is_organization_noun(noun) && (of_many || members || numbered && is_plural(noun)) {
        out.kind = SourceType::UnnamedGroup;
        out.many = true;
        return;
    }
    if is_organization_noun(noun) && !(out.many && !numbered && noun.ends_with('s')) && noun != "officials" {
        out.kind = SourceType::NamedOrganization;
        out.many = false;
        // "The health ministry" has a name where something but an article stands before.
        let own = title_span(sentence, core);
        out.name = (own.len() > 1).then_some(own);
        return;
    }
    out.kind = if out.many { SourceType::UnnamedGroup } else { SourceType::UnnamedPerson };
}

/// "An e-mail seen by the Post".
fn tells_of_document(word: &str) -> bool {
    matches!(word, "obtained" | "seen" | "viewed" | "reviewed" | "shared" | "leaked")
}

fn is_person_or_role(word: &str) -> bool {
    is_person_noun(word) || is_role(word)
}

fn document(sentence: &Line<'_>, core: &Range<usize>, owner: Option<&Range<usize>>, out: &mut Description) {
    out.kind = SourceType::Document;
    out.many = false;
    let Some(owner) = owner else { return };
    let is_outlet = owner.clone().any(|at| tables::OUTLETS.contains(&bare(sentence.lower(at))));
    if is_outlet && matches!(out.head.as_str(), "report" | "article" | "story" | "paper") {
        // What the newspaper reported is the newspaper's.
        out.kind = SourceType::NamedOrganization;
        out.name = Some(owner.clone());
        return;
    }
    out.name = Some(title_span(sentence, core));
}

/// Whether a name before a noun is that of an organization and no word that begins the sentence.
fn is_organization(sentence: &Line<'_>, run: &Range<usize>, noun: usize) -> bool {
    let begins = run.start == 0 || matches!(sentence.lower(run.start - 1), "“" | "\"");
    let word = bare(sentence.lower(run.start));
    let common = run.len() == 1
        && is_organization_noun(word)
        && !matches!(word, "treasury" | "kremlin" | "pentagon" | "admiralty");
    run.end <= noun && !(begins && common) && bearer(sentence, run) != Bearer::Person && !(run.len() == 1 && common)
}

/// Whether the article keeps back who it is.
fn is_kept_back(sentence: &Line<'_>, words: &Range<usize>, noun: &str) -> bool {
    if tables::ANONYMOUS.contains(&noun) {
        return true;
    }
    let person = matches!(
        noun,
        "people"
            | "person"
            | "persons"
            | "official"
            | "officials"
            | "executive"
            | "executives"
            | "employee"
            | "employees"
            | "officer"
            | "officers"
            | "individuals"
            | "men"
            | "women"
            | "man"
            | "woman"
            | "adviser"
            | "advisers"
            | "attendees"
            | "inspector"
            | "inspectors"
            | "manager"
            | "managers"
            | "engineer"
            | "engineers"
            | "commander"
            | "commanders"
            | "figure"
            | "figures"
            | "member"
            | "members"
            | "minister"
            | "ministers"
            | "bankers"
            | "lawyers"
            | "participants"
    );
    let most = sentence.words.len().min(words.end + 2);
    let says = |at: usize| tables::KEPT_BACK.contains(&sentence.lower(at));
    let counted = matches!(noun, "people" | "person")
        && (words.start..most).any(|at| matches!(sentence.lower(at), "who" | "with"));
    person && ((words.start..most).any(says) || counted)
}

/// The words that say why it can know, after the noun.
fn justification(sentence: &Line<'_>, after: &Range<usize>) -> Option<Range<usize>> {
    let start = after.start + usize::from(sentence.lower(after.start) == ",");
    let knows = KNOWS.contains(&sentence.lower(start))
        && (sentence.lower(start) != "with"
            || (start..(start + 4).min(sentence.words.len()))
                .any(|at| matches!(sentence.lower(at), "knowledge" | "access" | "direct" | "understanding")));
    knows.then(|| clause(sentence, start)).filter(|clause| clause.len() > 1 && !states_terms(sentence, clause))
}

/// "Who asked not to be named" says nothing of what it knows.
fn states_terms(sentence: &Line<'_>, clause: &Range<usize>) -> bool {
    let mut words = clause.clone().take(10).map(|at| sentence.lower(at));
    words.any(|word| {
        matches!(
            word,
            "named"
                | "identified"
                | "anonymity"
                | "authorised"
                | "authorized"
                | "name"
                | "condition"
                | "background"
                | "declined"
                | "anonymous"
                | "allowed"
        )
    })
}

/// A noun phrase without its article and number.
fn title_span(sentence: &Line<'_>, core: &Range<usize>) -> Range<usize> {
    let is_outside = |at: &usize| {
        let word = sentence.lower(*at);
        // "Three officials", but "three-panel court".
        DETERMINERS.contains(&word) || (NUMBERS.contains(&word) && sentence.lower(at + 1) != "-")
    };
    let start = core.clone().find(|at| !is_outside(at));
    start.unwrap_or(core.start)..core.end
}

/// Whether a phrase points back: "the official"; "the council’s officer" brings in somebody.
fn has_definite(sentence: &Line<'_>, core: &Range<usize>) -> bool {
    DEFINITE.contains(&sentence.lower(core.start)) && !core.clone().any(|at| is_possessive(sentence.word(at)))
}

pub(super) fn is_plural(word: &str) -> bool {
    let word = bare(word);
    singular(word) != word
}

/// "Ministry" of "the Ministry of Health", "board" of "Kesterby Water Board".
pub(super) fn organization_noun(sentence: &Line<'_>, run: &Range<usize>) -> String {
    let found = run.clone().find(|at| is_organization_noun(bare(sentence.lower(*at))));
    found.map(|at| singular(bare(sentence.lower(at)))).unwrap_or_default()
}
