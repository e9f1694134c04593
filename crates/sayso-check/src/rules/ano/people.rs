//! Whom an article names: people by name, also those who say nothing in it.

use std::collections::HashSet;
use std::ops::Range;

use sayso_reading::SourceType;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::Desk;

/// What a person is, before a name or behind it.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "sir",
    "lord",
    "lady",
    "president",
    "minister",
    "mayor",
    "governor",
    "senator",
    "councillor",
    "coach",
    "manager",
    "chairman",
    "chairwoman",
    "chair",
    "executive",
    "director",
    "secretary",
    "general",
    "colonel",
    "captain",
    "judge",
    "principal",
    "chancellor",
    "leader",
    "boss",
    "candidate",
    "striker",
    "owner",
    "founder",
    "editor",
    "commissioner",
    "chief",
    "headteacher",
    "spokesman",
    "spokeswoman",
    "rival",
    "successor",
    "predecessor",
    "treasurer",
    "accountant",
    "doctor",
    "surgeon",
    "lawyer",
    "teacher",
    "bishop",
    "banker",
    "detective",
    "sergeant",
    "trustee",
    "premier",
    "auditor",
    "headmaster",
    "warden",
    "builder",
    "gaffer",
    "superintendent",
    "inspector",
    "prosecutor",
    "backbencher",
];

/// What else somebody is before a comma and his name: “the head of quality, Imre Hold,”.
const ROLES: &[&str] = &[
    "head",
    "agent",
    "deputy",
    "clerk",
    "nurse",
    "chef",
    "wife",
    "husband",
    "brother",
    "sister",
    "son",
    "daughter",
    "member",
    "official",
    "representative",
    "assistant",
    "partner",
    "curator",
    "foreman",
    "priest",
    "pastor",
    "rector",
    "dean",
    "guard",
    "aide",
    "spokesperson",
];

/// The people whom an article names.
pub(in crate::rules) struct People<'r> {
    /// What their names end in.
    names: HashSet<&'r str>,
    /// What they begin with.
    firsts: HashSet<&'r str>,
    /// Where one of them is named, in text order.
    mentions: Vec<Span>,
}

impl<'r> People<'r> {
    /// Finds them.
    pub(in crate::rules) fn of(desk: &Desk<'r>) -> Self {
        let firsts = desk.reading.sources.iter().filter(|source| source.kind == SourceType::NamedPerson);
        let firsts = firsts.filter_map(|source| Some(source.name?.of(desk.text).split_once(' ')?.0));
        let mut firsts: HashSet<&str> = firsts.collect();
        let persons = desk.reading.sources.iter().filter(|source| source.kind == SourceType::NamedPerson);
        let mut names: HashSet<&str> =
            persons.filter_map(|source| source.name?.of(desk.text).rsplit(' ').next()).collect();
        for line in desk.sentences.iter().filter(|line| !line.sentence.is_title()) {
            let sentence = &line.sentence;
            for name in titled(sentence) {
                names.insert(bare(sentence.word(name.end - 1)));
                if name.len() > 1 {
                    firsts.insert(sentence.word(name.start));
                }
            }
        }
        let mut mentions = Vec::new();
        for line in &desk.sentences {
            let sentence = &line.sentence;
            let mut at = 0;
            while at < sentence.words.len() {
                let run = run(sentence, at);
                if run.is_empty() {
                    at += 1;
                    continue;
                }
                let end = run.end;
                let is_first = run.len() == 1 && firsts.contains(sentence.word(at));
                if is_first || names.contains(bare(sentence.word(end - 1))) {
                    mentions.push(sentence.span(&run));
                }
                at = end;
            }
        }
        Self { names, firsts, mentions }
    }

    /// Whether words are a name of one of them.
    pub(in crate::rules) fn is_name(&self, words: &str) -> bool {
        self.firsts.contains(words) || words.rsplit(' ').next().is_some_and(|last| self.names.contains(bare(last)))
    }

    /// The last one named before a byte and not before another.
    pub(in crate::rules) fn before(&self, byte: usize, from: usize, but: &[Span]) -> Option<Span> {
        let end = self.mentions.partition_point(|mention| mention.end <= byte);
        let near = self.mentions[..end].iter().rev().take_while(|mention| mention.start >= from);
        near.copied().find(|mention| !but.iter().any(|not| not.overlaps(*mention)))
    }

    /// The first one named in a piece of text who does something there: not in “Brand’s deputy”.
    pub(in crate::rules) fn accused(&self, text: &str, span: Span) -> Option<Span> {
        let first = self.mentions.partition_point(|mention| mention.start < span.start);
        let here = self.mentions[first..].iter().copied().take_while(|mention| span.contains(*mention));
        let owns = |mention: &Span| mention.of(text).ends_with("’s") || mention.of(text).ends_with("'s");
        here.into_iter().find(|mention| !owns(mention))
    }
}

/// A word without what makes it possessive.
fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word)
}

/// The words with capitals that begin at a word: at most four, the first of a sentence only where another follows or it is no
/// common word.
fn run(sentence: &Sentence<'_>, at: usize) -> Range<usize> {
    let end = (at..sentence.words.len().min(at + 5)).take_while(|at| sentence.is_capital(*at)).count();
    at..at + end
}

/// Whether a word ends as those for what somebody does.
fn is_trade(word: &str) -> bool {
    const ENDS: &[&str] = &["er", "or", "ist", "ent", "ant", "man", "woman", "ian", "ee"];
    const OTHERS: &[&str] = &[
        "river",
        "water",
        "number",
        "quarter",
        "winter",
        "summer",
        "center",
        "corner",
        "border",
        "harbor",
        "parliament",
        "department",
        "government",
        "restaurant",
        "moment",
        "event",
        "later",
        "earlier",
        "however",
        "after",
        "over",
        "before",
        "together",
        "former",
        "other",
        "committee",
        "member",
        "order",
        "letter",
        "matter",
        "statement",
        "either",
        "neither",
        "rather",
        "whether",
        "never",
        "under",
        "another",
        "further",
        "moreover",
        "altogether",
        "october",
        "september",
        "november",
        "december",
        "theater",
        "tower",
        "major",
        "minor",
        "interior",
        "superior",
        "different",
        "recent",
        "present",
        "current",
        "ancient",
        "silent",
        "independent",
        "parent",
        "important",
        "relevant",
        "significant",
        "human",
        "woman",
        "newspaper",
        "paper",
        "power",
        "offer",
        "chapter",
        "murder",
        "disorder",
        "floor",
        "error",
        "color",
        "labor",
    ];
    word.len() > 4 && ENDS.iter().any(|end| word.ends_with(end)) && !OTHERS.contains(&word)
}

/// Words that end as those for what somebody does, of companies and ships.
const HOUSES: &[&str] = &[
    "maker",
    "manufacturer",
    "producer",
    "supplier",
    "retailer",
    "developer",
    "operator",
    "contractor",
    "subcontractor",
    "publisher",
    "broadcaster",
    "insurer",
    "lender",
    "carrier",
    "tanker",
    "airliner",
    "steamer",
    "freighter",
    "liner",
    "cruiser",
    "trawler",
    "regulator",
    "insurgent",
    "client",
    "agent",
    "tenant",
    "plant",
    "competitor",
    "distributor",
    "processor",
    "provider",
    "exporter",
    "importer",
    "brewer",
    "builder",
    "employer",
    "partner",
    "designer",
    "container",
    "center",
    "centre",
    "quarter",
    "winner",
];

/// Whether “baker Gus Farrelly” gives a person: a trade, and behind it a name of two words or three.
fn is_trade_before(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    (at == 0 || !sentence.is_capital(at))
        && is_trade(word)
        && !HOUSES.contains(&word)
        && (2..=3).contains(&run(sentence, at + 1).len())
}

/// Whether a word and the mark behind it tell an age: “31,”.
fn is_age(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    let is_number = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number && matches!(sentence.lower(at + 1), "," | "." | ")")
}

/// The name behind a comma, where what somebody is stands before it: “the agent in the city, Derrick Hold,”.
fn apposed(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    const WORDS: usize = 7;
    if sentence.lower(at) != "," {
        return None;
    }
    let name = run(sentence, at + 1);
    let closes = matches!(sentence.lower(name.end), "," | "." | "");
    let before = at.saturating_sub(WORDS)..at;
    let is_role = |at: usize| ROLES.contains(&sentence.lower(at)) || TITLES.contains(&sentence.lower(at));
    let role = before.rev().take_while(|at| sentence.lower(*at) != ",").find(|at| is_role(*at))?;
    let is_definite = (role.saturating_sub(4)..role).any(|at| {
        let word = sentence.lower(at);
        matches!(word, "the" | "its" | "his" | "her" | "their" | "a" | "an")
            || word.ends_with("’s")
            || word.ends_with("'s")
    });
    ((2..=3).contains(&name.len()) && closes && is_definite).then_some(name)
}

/// The names that stand beside a title: “Mayor Orla Finch”, “the chairman, Otto Brand”, “Otto Brand, the chairman”, “baker Gus Farrelly”.
fn titled<'s>(sentence: &'s Sentence<'_>) -> impl Iterator<Item = Range<usize>> + 's {
    let is_title = |at: usize| {
        // “Almada's agent, Luis Cano”.
        let is_apposed = sentence.lower(at + 1) == "," && !sentence.is_capital(at) && is_trade(sentence.lower(at));
        TITLES.contains(&sentence.lower(at)) || is_apposed || is_trade_before(sentence, at)
    };
    (0..sentence.words.len()).filter_map(move |at| {
        // “Rico Salt, 31, …”
        if sentence.lower(at) == "," && is_age(sentence, at + 1) {
            let first = (at.saturating_sub(3)..at).rev().take_while(|at| sentence.is_capital(*at)).last()?;
            return Some(first..at).filter(|name| name.len() > 1);
        }
        if let Some(name) = apposed(sentence, at) {
            return Some(name);
        }
        if !is_title(at) {
            return None;
        }
        let is_abbreviation = matches!(sentence.lower(at), "mr" | "mrs" | "ms" | "dr" | "prof");
        let skip = usize::from(sentence.lower(at + 1) == "," || (is_abbreviation && sentence.lower(at + 1) == "."));
        let after = run(sentence, at + 1 + skip);
        if !after.is_empty() && (skip == 0 || is_abbreviation || after.len() > 1) {
            return Some(after);
        }
        // “Otto Brand, the port's chairman”
        let comma = (at.saturating_sub(5)..at).rev().find(|at| sentence.lower(*at) == ",")?;
        let before =
            (comma >= 2 && sentence.is_capital(comma - 1) && sentence.is_capital(comma - 2)).then(|| comma - 2..comma);
        before.filter(|_| matches!(sentence.lower(comma + 1), "the" | "a" | "an" | "its"))
    })
}
