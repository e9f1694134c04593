//! Voices without a name: what noun a source is, and whether somebody with a name stands near it.

use sayso_article::Part;
use sayso_reading::dates::{is_month, is_weekday};
use sayso_reading::{Attribution, Source};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::desk::{Line, link};
use crate::{Desk, Found, Options};

/// The head of a source and its words.
pub(super) struct Voice<'r> {
    /// All words of the source.
    pub(super) span: Span,
    /// Its noun, in lower case.
    pub(super) noun: String,
    words: Sentence<'r>,
    head: usize,
}

/// What ends a noun phrase before its complements.
const ENDS: &[&str] = &[
    "of",
    "in",
    "on",
    "at",
    "with",
    "for",
    "from",
    "to",
    "about",
    "by",
    "who",
    "whom",
    "that",
    "which",
    "like",
    "such",
    "including",
    "as",
    "i",
    "we",
    "they",
    "he",
    "she",
    "interviewed",
    "polled",
    "surveyed",
    "published",
    "released",
    "conducted",
    "led",
    "done",
    "seen",
    "cited",
    "contacted",
    "outside",
    "inside",
    "familiar",
    "have",
    "has",
    "into",
];
/// Nouns that only say how many: the noun comes behind their “of”.
const MANY: &[&str] = &[
    "number", "range", "group", "variety", "lot", "handful", "majority", "chorus", "host", "growing", "body", "series",
    "couple", "dozens", "scores", "hundreds",
];
/// Words that point back to somebody the reader has met.
const BACK: &[&str] = &[
    "the", "these", "those", "this", "that", "both", "other", "another", "same", "its", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten", "his", "her", "their", "our", "my",
];
/// What leads from a noun to a name: “analysts at Hobday Stone”, “critics, including Ana Moreno”.
const NAMING: &[&str] = &["at", "from", "of", "with", "for", "including", "like", "as", "by", "the", "led"];

/// What a house is called before its name.
const HOUSE_BEFORE_ITS_NAME: &[&str] = &[
    "company",
    "firm",
    "consultancy",
    "bank",
    "broker",
    "brokerage",
    "institute",
    "charity",
    "tank",
    "agency",
    "group",
    "laboratory",
    "lab",
    "insurer",
    "maker",
    "pollster",
    "startup",
    "consultants",
    "brokers",
    "network",
    "magazine",
];

/// The voice that an attribution's source is.
pub(super) fn voice<'r>(desk: &Desk<'r>, a: &Attribution) -> Option<Voice<'r>> {
    let span = *a.source.first()?;
    let words = Sentence::of(desk.text, span);
    let head = head(&words)?;
    Some(Voice { span, noun: words.lower(head).to_owned(), words, head })
}

/// People of one kind who speak in the mass, for the rules that ask for one by name.
pub(super) struct Group<'a> {
    /// What they are called, besides what the desk adds under `nouns`.
    pub(super) nouns: &'a [&'a str],
    /// Whether a voice with such a noun is one of those.
    pub(super) is_meant: &'a dyn Fn(&Voice<'_>, &Attribution) -> bool,
    /// Whether somebody is named for a voice, by its sentence and the byte where its cue stands.
    pub(super) is_named: &'a dyn Fn(&Line<'_>, usize) -> bool,
    /// What to do.
    pub(super) help: &'static str,
}

/// Tells of voices of a group in the writer's voice for whom nobody is named: of a paragraph that says it again and again, the first.
pub(super) fn tell_unnamed(desk: &Desk<'_>, options: &Options, group: &Group<'_>, found: &mut Found) {
    let mut told = None;
    for a in desk.by_the_writer() {
        let at = link(a).start;
        let Some(line) = desk.sentence_at(at).filter(|line| line.part == Part::Body) else { continue };
        let Some(voice) = voice(desk, a) else { continue };
        let noun = voice.noun.as_str();
        let is_one = group.nouns.contains(&noun) || options.words("nouns").iter().any(|more| more == noun);
        let is_somebody = || {
            voice.names_somebody()
                || desk.source_of(a).is_some_and(|source| source.name.is_some() || !source.affiliations.is_empty())
        };
        if !is_one
            || told == Some(line.paragraph)
            || !(group.is_meant)(&voice, a)
            || is_somebody()
            || !tells(desk, a)
            || (group.is_named)(line, at)
            || are_introduced(desk, at)
        {
            continue;
        }
        told = Some(line.paragraph);
        let (called, reach) = (crate::words::short(desk.text, voice.span), options.number("sentences"));
        let message = format!("“{called}” are not named, nor is one of them in the next {reach} sentences");
        found.add(voice.span, message, group.help);
    }
}

fn head(words: &Sentence<'_>) -> Option<usize> {
    let mut begin = 0;
    loop {
        let is_end = |at: &usize| {
            let word = words.lower(*at);
            ENDS.contains(&word) || !(word == "-" || word.starts_with(char::is_alphanumeric))
        };
        let end = (begin..words.words.len()).find(is_end).unwrap_or(words.words.len());
        let head = end.checked_sub(1).filter(|head| *head >= begin)?;
        if words.lower(end) != "of" || !MANY.contains(&words.lower(head)) {
            return Some(head);
        }
        begin = end + 1;
    }
}

impl Voice<'_> {
    /// Whether it points back to somebody, whatever else than a possessive does so.
    pub(super) fn points_back(&self, possessives: bool) -> bool {
        let is_owned = |word: &str| matches!(word, "his" | "her" | "their" | "our" | "my" | "its");
        let before = &self.words.lower[..self.head];
        before.iter().any(|word| BACK.contains(&word.as_str()) && (possessives || !is_owned(word)))
    }

    /// Whether a name stands in it: “Holmgate experts”, “analysts at Hobday Stone”; a place or a topic is none.
    pub(super) fn names_somebody(&self) -> bool {
        let words = &self.words;
        let is_name = |at: usize| words.is_capital(at) && !is_day_or_month(words.lower(at));
        let before = (1..self.head).any(is_name);
        // Behind "such as" any name will do, whatever title comes first.
        let examples =
            (self.head + 1..words.words.len()).find(|at| matches!(words.lower(*at), "including" | "like" | "such"));
        let is_example = examples.is_some_and(|from| (from..words.words.len()).any(is_name));
        let after = is_example
            || (self.head + 2..words.words.len()).any(|at| {
                // “At the security company Lockwell”.
                let is_house = HOUSE_BEFORE_ITS_NAME.contains(&words.lower(at - 1))
                    && (self.head + 1..at).any(|at| matches!(words.lower(at), "at" | "from" | "with" | "for"));
                is_name(at) && (is_house || NAMING.contains(&words.lower(at - 1)))
            });
        before || after
    }

    /// Its words, in lower case.
    pub(super) fn lower(&self) -> &[String] {
        &self.words.lower
    }
}

/// A weekday's or a month's name, which is nobody's; nor is "I".
pub(super) fn is_day_or_month(word: &str) -> bool {
    is_weekday(word) || is_month(word) || word == "i"
}

/// Whether in some sentences somebody speaks who has a name and who fits.
pub(super) fn is_named_in(desk: &Desk<'_>, lines: &[Line<'_>], fits: impl Fn(&Source, Span) -> bool) -> bool {
    let Some(window) = lines.iter().map(|line| line.sentence.whole).reduce(Span::cover) else { return false };
    desk.touching(window)
        .filter(|a| window.contains(link(a)))
        .flat_map(|a| a.source_id.into_iter().chain(a.through.iter().map(|relay| relay.source)))
        .filter_map(|id| desk.source(id))
        .any(|source| source.name.is_some() && fits(source, window))
}

/// Cues by which somebody is against what was said.
const DENIES: &[&str] = &[
    "refuted",
    "refutes",
    "denied",
    "denies",
    "rejected",
    "rejects",
    "dismissed",
    "dismisses",
    "disputed",
    "disputes",
    "disagreed",
    "disagrees",
    "countered",
    "defended",
    "defends",
];
/// Offices whose holder answers a crowd rather than belongs to it.
const OFFICES: &[&str] = &[
    "mayor",
    "minister",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "executive",
    "director",
    "chairman",
    "chairwoman",
    "chair",
    "chief",
    "president",
    "commissioner",
    "governor",
    "secretary",
    "superintendent",
    "manager",
    "official",
    "officer",
    "teacher",
    "premier",
    "treasurer",
    "owner",
    "developer",
];
/// What makes an office one of those who take a side, or who study it.
const OUTSIDE: &[&str] = &[
    "opposition",
    "shadow",
    "former",
    "union",
    "association",
    "campaign",
    "campaigner",
    "residents",
    "group",
    "alliance",
    "friends",
    "coalition",
    "guild",
    "society",
    "charity",
    "tenants",
    "traders",
    "institute",
    "university",
    "network",
    "federation",
    "chamber",
    "tank",
    "centre",
    "center",
    "professor",
    "observatory",
    "college",
    "league",
    "campaigners",
];

/// Whether a source answers for what others speak of: an official, a firm's chief.
fn answers_for_it(desk: &Desk<'_>, source: &Source) -> bool {
    let spans = source.titles.iter().chain(&source.affiliations).chain(&source.justification);
    let words: Vec<String> = spans.flat_map(|span| crate::words::lower(desk.text, *span)).collect();
    let has = |table: &[&str]| words.iter().any(|word| table.contains(&word.as_str()));
    has(OFFICES) && !has(OUTSIDE)
}

/// Whether in some sentences somebody with a name speaks as one of a crowd: who fits, denies nothing, and does not answer for it.
pub(super) fn is_one_of_them_in(desk: &Desk<'_>, lines: &[Line<'_>], fits: impl Fn(&Source, Span) -> bool) -> bool {
    let Some(window) = lines.iter().map(|line| line.sentence.whole).reduce(Span::cover) else { return false };
    let denies = |a: &Attribution| {
        a.cue.iter().any(|cue| crate::words::lower(desk.text, *cue).iter().any(|word| DENIES.contains(&word.as_str())))
    };
    let here = || desk.touching(window).filter(|a| window.contains(link(a)));
    let against: Vec<_> = here().filter(|a| denies(a)).filter_map(|a| a.source_id).collect();
    here()
        .filter_map(|a| a.source_id)
        .filter(|id| !against.contains(id))
        .filter_map(|id| desk.source(id))
        .any(|source| source.name.is_some() && !answers_for_it(desk, source) && fits(source, window))
}

/// How many of some sentences, from the first on, stand in its paragraph.
pub(super) fn count_of_paragraph(lines: &[Line<'_>]) -> usize {
    lines.first().map_or(0, |first| lines.iter().take_while(|line| line.paragraph == first.paragraph).count())
}

/// Whether the sentence after one names some of those who speak there: “Among them are Ida Roe and Otto Brand.”
pub(super) fn are_introduced(desk: &Desk<'_>, at: usize) -> bool {
    const INTRODUCES: &[&[&str]] = &[
        &["among", "them"],
        &["they", "include"],
        &["they", "are"],
        &["one", "of", "them"],
        &["one", "is"],
        &["these", "include"],
    ];
    let Some(next) = desk.around(at, 0, 1).get(1).map(|line| &line.sentence) else { return false };
    let begins = |words: &&[&str]| words.iter().enumerate().all(|(i, word)| next.lower(i) == *word);
    let is_name = |at: usize| next.is_capital(at) && !is_day_or_month(next.lower(at));
    INTRODUCES.iter().any(begins) && (2..next.words.len()).any(is_name)
}

/// Whether a source is first heard in a piece of text.
pub(super) fn is_new(source: &Source, window: Span) -> bool {
    source.mentions.first().is_some_and(|first| window.contains(*first))
}

/// Houses of learning, with a capital.
const HOUSES: &[&str] = &[
    "University",
    "Institute",
    "Institution",
    "College",
    "School",
    "Center",
    "Centre",
    "Foundation",
    "Observatory",
    "Laboratory",
    "Academy",
    "Society",
    "Hospital",
    "Journal",
    "Council",
    "Association",
    "Bureau",
    "Clinic",
    "Agency",
    "Ministry",
    "Department",
    "Universities",
    "Polytechnic",
    "Trust",
    "Fund",
    "Bank",
    "Federation",
    "Office",
    "Commission",
    "Organization",
    "Organisation",
    "Service",
    "Professor",
    "Dr",
    "Prof",
];

/// Whether some sentences name a house of learning, a journal or a professor.
pub(super) fn is_a_house_named(lines: &[Line<'_>]) -> bool {
    let is_house = |line: &Line<'_>| {
        (0..line.sentence.words.len()).any(|at| {
            HOUSES.contains(&line.sentence.word(at))
                || (line.sentence.lower(at) == "journal" && line.sentence.is_capital(at + 1))
        })
    };
    lines.iter().any(is_house)
}

/// Words in titles and affiliations of those who know a field.
const LEARNED: &[&str] = &[
    "professor",
    "lecturer",
    "economist",
    "analyst",
    "expert",
    "specialist",
    "researcher",
    "scientist",
    "scholar",
    "historian",
    "fellow",
    "strategist",
    "biologist",
    "engineer",
    "doctor",
    "dr",
    "prof",
    "university",
    "institute",
    "college",
    "epidemiologist",
    "virologist",
    "geologist",
    "physicist",
    "chemist",
    "psychologist",
    "psychiatrist",
    "sociologist",
    "criminologist",
    "consultant",
    "director",
    "academic",
    "pollster",
    "commentator",
    "observer",
    "lawyer",
    "astronomer",
    "campaigner",
    "ecologist",
    "meteorologist",
    "seismologist",
    "volcanologist",
    "hydrologist",
    "botanist",
    "center",
    "centre",
    "foundation",
    "scientific",
    "author",
    "authors",
    "led",
    "teaches",
    "studies",
];

/// Who is at a house of learning and does not teach there.
const LEARNING: &[&str] = &["pupil", "parent", "mother", "father"];

/// Whether a source's titles or affiliation say that it knows a field.
pub(super) fn is_learned(desk: &Desk<'_>, source: &Source) -> bool {
    let spans = source.titles.iter().chain(&source.affiliations).chain(&source.justification);
    let words: Vec<String> = spans.flat_map(|span| crate::words::lower(desk.text, *span)).collect();
    let has = |table: &[&str]| words.iter().any(|word| table.contains(&word.as_str()));
    source.name.is_some() && has(LEARNED) && !has(LEARNING)
}

/// Cues by which one tells or thinks something; others (“enraged”, “were surprised”) tell no more than a mood.
const TELLS: &[&str] = &[
    "say",
    "says",
    "said",
    "saying",
    "argue",
    "argues",
    "argued",
    "contend",
    "contends",
    "contended",
    "believe",
    "believes",
    "believed",
    "think",
    "thinks",
    "thought",
    "warn",
    "warns",
    "warned",
    "claim",
    "claims",
    "claimed",
    "note",
    "notes",
    "noted",
    "point",
    "points",
    "pointed",
    "fear",
    "fears",
    "feared",
    "worry",
    "worries",
    "worried",
    "suggest",
    "suggests",
    "suggested",
    "agree",
    "agrees",
    "agreed",
    "maintain",
    "maintains",
    "maintained",
    "insist",
    "insists",
    "insisted",
    "complain",
    "complains",
    "complained",
    "charge",
    "accuse",
    "accused",
    "describe",
    "describes",
    "described",
    "call",
    "calls",
    "called",
    "predict",
    "predicts",
    "predicted",
    "expect",
    "expects",
    "expected",
    "doubt",
    "doubts",
    "doubted",
    "suspect",
    "suspects",
    "suspected",
    "question",
    "questioned",
    "according",
    "see",
    "view",
    "consider",
    "considered",
    "estimate",
    "estimates",
    "estimated",
    "found",
    "discovered",
    "conclude",
    "concluded",
    "caution",
    "cautioned",
    "counter",
    "countered",
    "dismiss",
    "dismissed",
    "blame",
    "blamed",
    "tell",
    "told",
];

/// Whether a cue tells or thinks something.
fn tells(desk: &Desk<'_>, a: &Attribution) -> bool {
    a.cue.iter().any(|cue| crate::words::lower(desk.text, *cue).iter().any(|word| TELLS.contains(&word.as_str())))
}
