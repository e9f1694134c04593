//! Something is given to “media reports”, “local newspapers”, “a newspaper”, and none of them is named.
//!
//! ## What it does
//!
//! Finds statements in the article’s own voice that rest on other outlets as a kind: “media reports said”, “according to local
//! media”, “a newspaper reported”, “reports in the press”. Not: what names one in the same sentence or links to it, “the
//! newspaper” after its name, what one of the next two sentences names (“A newspaper reported … . The Dawn Post said …”), or of the next six for several, state
//! media (whose owner is told), words inside another’s statement, headlines, nor “three newspapers” at the head of an article
//! that names at least two of them further down.
//!
//! ## Why it matters
//!
//! “Media reports” may be one anonymous post that ten sites copied. A reader who is not told which outlet it was can neither
//! weigh nor find it, and whoever did the work goes without credit.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”, on crediting other outlets by name. Reuters, “Handbook of Journalism”, on picking up other
//! media. BBC, “Editorial Guidelines”, Accuracy, on sources that are named.
//!
//! ## Example
//!
//! ```text
//! Three bridges were closed on Monday, according to local media.
//! ```
//!
//! ## Better
//!
//! ```text
//! Three bridges were closed on Monday, according to the Harwick Courier.
//! ```
//!
//! ## When not to use
//!
//! In an article about the coverage itself.

use sayso_article::Part;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::outlets::{OFTEN_OUTLET, OUTLET_NOUNS, OUTLET_WORDS, Outlets};
use super::relay_without_link::has_link;
use crate::desk::Line;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "CHN002",
    name: "relay-not-named",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "nouns",
        default: Value::Words(Vec::new()),
        doc: "Nouns for outlets in the plural, such as “blogs”, besides those that the rule knows",
    }],
    source: include_str!("relay_not_named.rs"),
    check,
};

/// Outlets as a kind.
const PLURAL: &[&str] = &["media", "newspapers", "outlets", "broadcasters", "tabloids", "websites", "press"];
/// One outlet, after “a” and the like.
const SINGULAR: &[&str] = &["newspaper", "tabloid", "broadcaster", "website", "outlet", "magazine"];
/// What a kind of outlet makes.
const REPORTS: &[&str] = &["reports", "accounts", "report", "coverage"];
/// One outlet too, where a word before it says of what kind: “a local station”.
const OF_A_KIND: &[&str] =
    &["paper", "station", "channel", "site", "portal", "blog", "daily", "weekly", "network", "programme", "program"];
const KINDS: &[&str] = &[
    "local",
    "regional",
    "national",
    "provincial",
    "foreign",
    "news",
    "radio",
    "television",
    "tv",
    "sunday",
    "evening",
    "morning",
    "online",
    "gossip",
    "private",
    "independent",
    "opposition",
    "popular",
    "sports",
    "business",
    "financial",
];
/// Words that may stand before the noun and name no outlet.
const BEFORE: &[&str] = &[
    "some",
    "several",
    "many",
    "various",
    "other",
    "multiple",
    "numerous",
    "most",
    "two",
    "three",
    "local",
    "foreign",
    "regional",
    "national",
    "international",
    "domestic",
    "western",
    "social",
    "mainstream",
    "unconfirmed",
    "initial",
    "early",
    "recent",
    "earlier",
    "previous",
    "conflicting",
    "media",
    "news",
    "press",
    "newspaper",
    "online",
    "published",
    "broadcast",
    "television",
    "tv",
    "radio",
    "independent",
    "opposition",
    "leading",
    "major",
    "the",
    "a",
    "an",
    "one",
    "another",
    "country's",
    "country’s",
    "provincial",
    "private",
    "popular",
    "gossip",
    "sports",
    "business",
    "financial",
    "sunday",
    "evening",
    "morning",
];
/// Words of which one stands before “reports”: those of the police or of a company are no outlet’s.
const OF_MEDIA: &[&str] = &["media", "news", "press", "newspaper", "published", "television", "tv", "radio"];
/// Words that make “reports” a relay even if nothing says of whom.
const BARE: &[&str] = &["unconfirmed", "conflicting", "some", "several", "multiple", "various", "numerous"];

/// Verbs by which a relay speaks.
const SAYS: &[&str] = &[
    "said",
    "say",
    "says",
    "reported",
    "report",
    "reports",
    "suggested",
    "suggest",
    "claimed",
    "claim",
    "indicated",
    "indicate",
    "alleged",
    "allege",
    "quoted",
    "quote",
    "cited",
    "described",
    "describe",
    "identified",
    "named",
    "carried",
    "linked",
    "estimated",
    "accused",
    "blamed",
    "placed",
    "speculated",
    "spoke",
    "hinted",
    "revealed",
];
/// Verbs by which it gives a figure: “at” follows.
const PUTS: &[&str] = &["put", "puts", "putting"];
/// What may stand between it and its verb.
const BETWEEN: &[&str] = &[
    "have",
    "has",
    "had",
    "also",
    "later",
    "earlier",
    "widely",
    "on",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "this",
    "last",
    "week",
    "and",
    "in",
    "at",
    "over",
    "during",
    "from",
    "the",
    "past",
    "days",
    "weeks",
    "month",
    "months",
    "year",
    "weekend",
    "night",
    "morning",
    "evening",
    "spring",
    "summer",
    "autumn",
    "winter",
    "recent",
    "capital",
    "country",
    "region",
    "area",
];
/// As many words are looked at for the verb.
const AS_FAR: usize = 7;
/// What reports stand in, without a name.
const IN_PRINT: &[&str] = &["press", "media", "newspapers", "papers", "tabloids"];
/// Words that lead to a relay.
const LEADS: &[&str] = &[
    "according to",
    "citing",
    "quoting",
    "quoted by",
    "cited by",
    "reported by",
    "reported in",
    "reported on",
    "published in",
    "published by",
    "carried by",
    "carried in",
    "claimed in",
    "suggested in",
    "alleged in",
    "aired by",
    "broadcast by",
    "broadcast on",
    "written in",
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let more = options.words("nouns");
    let outlets = Outlets::of(desk);
    for line in desk.body() {
        let sentence = &line.sentence;
        if has_link(sentence.whole.of(desk.text)) {
            continue;
        }
        let mut at = 0;
        while at < sentence.words.len() {
            let Some(relay) = relay_at(sentence, at, more) else {
                at += 1;
                continue;
            };
            let span = sentence.span(&(relay.first..relay.end));
            at = relay.end;
            if speaks(sentence, &relay)
                && !names_one(sentence, &relay)
                && !named_next(desk, &outlets, line, &relay)
                && desk.part_at(span.start) == Part::Body
                && is_the_articles(desk, span)
                && !(relay.are_many && outlets.named_behind(desk, span.end) > 1)
            {
                let called = span.of(desk.text).split_whitespace().collect::<Vec<_>>().join(" ");
                found.add(
                    span,
                    format!("“{called}” names no outlet: who reported it?"),
                    "Name the outlet that had it first, and link to it where links are used",
                );
            }
        }
    }
}

/// Words for a relay.
struct Relay {
    first: usize,
    end: usize,
    /// Whether it is several outlets, which may be named further down.
    are_many: bool,
}

/// Words for a relay that end with the noun at a word.
fn relay_at(sentence: &Sentence<'_>, at: usize, more: &[String]) -> Option<Relay> {
    let noun = sentence.lower(at);
    let is_report = REPORTS.contains(&noun);
    let is_plural = PLURAL.contains(&noun) || more.iter().any(|word| word == noun);
    let is_of_a_kind =
        OF_A_KIND.contains(&noun) && at > 0 && KINDS.contains(&sentence.lower(at - 1)) && !sentence.is_capital(at);
    let is_singular = SINGULAR.contains(&noun) || is_of_a_kind;
    if !(is_report || is_plural || is_singular) {
        return None;
    }
    // "Media reports" is told at its last word.
    if REPORTS.contains(&sentence.lower(at + 1))
        || matches!(sentence.lower(at + 1), "outlets" | "reports" | "’" | "'")
        || (sentence.lower(at + 1) == "report" && !noun.ends_with('s') && (is_singular || is_one(sentence, at)))
    {
        return None;
    }
    let stands = |at: usize| {
        BEFORE.contains(&sentence.lower(at)) && (!sentence.is_capital(at) || at == 0 || at == opening(sentence))
    };
    let mut first = (0..at).rev().take_while(|at| stands(*at)).last().unwrap_or(at);
    if first > 0 && is_of_a_country(sentence, first - 1) {
        first -= 1;
    }
    // A capital or another noun right before it names whose it is.
    let before = first.checked_sub(1).map_or("", |before| sentence.lower(before));
    if matches!(before, "state" | "own" | "police" | "-" | "its" | "their" | "his" | "her" | "our" | "&")
        || before.ends_with("’s")
        || before.ends_with("'s")
    {
        return None;
    }
    if first > 0 && sentence.is_capital(first - 1) {
        return None;
    }
    if let Some(end) = in_print(sentence, at).filter(|_| is_report) {
        return Some(Relay { first, end, are_many: true });
    }
    let words: Vec<&str> = (first..at).map(|at| sentence.lower(at)).collect();
    let one = words.iter().any(|word| matches!(*word, "a" | "an" | "one" | "another" | "two" | "three" | "several"));
    let definite = words.first() == Some(&"the");
    let fits = if is_report {
        words.iter().any(|word| OF_MEDIA.contains(word)) || words.iter().any(|word| BARE.contains(word))
    } else if is_plural {
        // "The press" may be whoever stood there, but not what something is reported in.
        let is_in = first > 1 && matches!(sentence.lower(first - 1), "in") && leads(sentence, first);
        noun != "press" || is_in || words.iter().any(|word| matches!(*word, "local" | "foreign" | "national"))
    } else {
        one
    };
    let is_back = definite && (is_report || is_singular);
    (fits && !is_back && !words.contains(&"social")).then_some(Relay { first, end: at + 1, are_many: !is_singular })
}

/// Whether “a” or “one” stands before a noun and at most one word of its own.
fn is_one(sentence: &Sentence<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|at| matches!(sentence.lower(at), "a" | "an" | "one" | "another"))
}

/// “reports in the press”, “accounts in local newspapers”: where what the reports stand in ends.
fn in_print(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let from = at + 2;
    let small = |at: &usize| BEFORE.contains(&sentence.lower(*at)) && !IN_PRINT.contains(&sentence.lower(*at));
    let noun = from + (from..sentence.words.len()).take_while(small).count();
    let fits = sentence.lower(at + 1) == "in" && IN_PRINT.contains(&sentence.lower(noun)) && !sentence.is_capital(noun);
    fits.then_some(noun + 1)
}

/// Endings of words that say of which country a thing is.
const OF_A_COUNTRY: &[&str] = &["ish", "ese", "ian", "ean", "ican", "rman", "ench", "utch", "aeli", "raqi", "stani"];

/// “French media” are of a kind as “local media” are.
fn is_of_a_country(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    sentence.is_capital(at) && OF_A_COUNTRY.iter().any(|ending| word.ends_with(ending))
}

/// The first word behind marks at a sentence's beginning.
fn opening(sentence: &Sentence<'_>) -> usize {
    (0..sentence.words.len()).find(|at| sentence.word(*at).starts_with(char::is_alphanumeric)).unwrap_or(0)
}

/// Whether a statement rests on it: a verb follows or words that lead to it stand before.
fn speaks(sentence: &Sentence<'_>, relay: &Relay) -> bool {
    let verb = (relay.end..sentence.words.len()).take(AS_FAR).find(|at| !BETWEEN.contains(&sentence.lower(*at)));
    let has_at = |at: usize| (at + 1..sentence.words.len()).any(|at| sentence.lower(at) == "at");
    let says =
        verb.is_some_and(|at| SAYS.contains(&sentence.lower(at)) || (PUTS.contains(&sentence.lower(at)) && has_at(at)));
    says || leads(sentence, relay.first)
}

/// Whether words stand before a relay that lead to it.
fn leads(sentence: &Sentence<'_>, first: usize) -> bool {
    LEADS.iter().any(|lead| {
        let count = lead.split(' ').count();
        first.checked_sub(count).is_some_and(|at| sentence.phrase(at, lead).is_some())
    })
}

/// Whether the sentence names one of them: “local media, including the Harwick Courier”, “a newspaper, the Dawn Post”.
fn names_one(sentence: &Sentence<'_>, relay: &Relay) -> bool {
    let next = sentence.lower(relay.end);
    let behind = relay.end..sentence.words.len().min(relay.end + 8);
    let introduces = matches!(next, "including" | "such" | "like" | "(" | "called" | "named") || next == ",";
    sentence.is_capital(relay.end)
        || (introduces
            && behind.clone().take_while(|at| !SAYS.contains(&sentence.lower(*at))).any(|at| sentence.is_capital(at)))
}

/// Whether the sentence behind it says which it was: “The paper, the Dawn Post, …”, “The Dawn Post and the Courier both carried it”.
fn named_next(desk: &Desk<'_>, outlets: &Outlets, line: &Line<'_>, relay: &Relay) -> bool {
    /// So many sentences behind it may say it.
    const AS_FAR: usize = 2;
    let behind = desk.around(line.sentence.whole.start, 0, AS_FAR);
    let mut told = behind.iter().skip(1).filter(|next| next.paragraph <= line.paragraph + 1);
    told.any(|next| names_it(desk, outlets, &next.sentence, relay, next.paragraph == line.paragraph))
        || (relay.are_many && one_speaks(desk, line))
}

/// Whether one of the next sentences begins with an outlet’s name that speaks: “The Tovar Lantern said …”.
fn one_speaks(desk: &Desk<'_>, line: &Line<'_>) -> bool {
    /// So many sentences behind may name it, in so many words.
    const AS_FAR: usize = 6;
    const NAME: usize = 4;
    desk.around(line.sentence.whole.start, 0, AS_FAR).iter().skip(1).any(|next| {
        let sentence = &next.sentence;
        let name = (1..=NAME).take_while(|at| sentence.is_capital(*at)).count();
        let is_outlet = (1..=name).any(|at| {
            let word = sentence.lower(at);
            OUTLET_WORDS.contains(&word) || OFTEN_OUTLET.contains(&word)
        });
        sentence.lower(0) == "the" && name > 1 && is_outlet && SAYS.contains(&sentence.lower(name + 1))
    })
}

/// Whether a sentence behind a relay says which outlet it was: it speaks by its name, stands beside its noun, or says that it carried
/// the story.
fn names_it(desk: &Desk<'_>, outlets: &Outlets, sentence: &Sentence<'_>, relay: &Relay, is_same: bool) -> bool {
    const TAKES_UP: &[&str] = &[
        "both",
        "all",
        "carried",
        "ran",
        "story",
        "stories",
        "reports",
        "report",
        "first",
        "same",
        "published",
        "quoted",
        "quoting",
        "quotes",
        "citing",
        "cited",
        "wrote",
        "reported",
        "it",
    ];
    let is_name = |at: usize| sentence.is_capital(at) && OUTLET_WORDS.contains(&sentence.lower(at));
    let is_noun = |at: usize| {
        OUTLET_NOUNS.contains(&sentence.lower(at))
            || SINGULAR.contains(&sentence.lower(at))
            || PLURAL.contains(&sentence.lower(at))
            || matches!(sentence.lower(at), "report" | "reports" | "story" | "article" | "daily" | "weekly")
    };
    // “The paper, the Dawn Post”, “It was the Dawn Post that …”, “The report, in the Dawn Post, …”.
    let is_apposed = matches!(sentence.lower(0), "the" | "that" | "this")
        && (is_noun(1) || is_noun(2))
        && (2..7).any(|at| sentence.lower(at) == ",")
        && (3..8).any(|at| sentence.is_capital(at));
    let is_cleft = sentence.lower(0) == "it"
        && matches!(sentence.lower(1), "was" | "is" | "appeared" | "ran")
        && (2..6).any(|at| sentence.is_capital(at));
    let speaks = desk.touching(sentence.whole).any(|a| {
        a.within.is_none()
            && outlets.behind(a).is_some()
            && a.source.iter().any(|source| sentence.whole.contains(*source) && has_capital(desk.text, *source))
    });
    let has_name = (0..sentence.words.len()).any(is_name);
    let takes_up = || sentence.lower.iter().any(|word| TAKES_UP.contains(&word.as_str()));
    is_apposed || is_cleft || (is_same && speaks) || (has_name && takes_up() && (is_same || relay.are_many))
}

fn has_capital(text: &str, span: Span) -> bool {
    span.of(text).split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase))
}

/// Whether the article itself rests on it: nobody else says so.
fn is_the_articles(desk: &Desk<'_>, span: Span) -> bool {
    !desk.is_quoted(span) && desk.holders(span).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_relay_of_a_kind_is_found() {
        fires(&RULE, "Three bridges were closed on Monday, according to ⟦local media⟧.");
        fires(&RULE, "⟦Media reports⟧ said on Monday that three bridges had been closed.");
        fires(&RULE, "⟦Multiple media reports⟧ said that the county would sell the ferries.");
        fires(&RULE, "The wreck lies at 90 metres, ⟦Lastrian media⟧ reported on Friday.");
        fires(&RULE, "⟦A local newspaper⟧ reported that the mayor had met the contractor twice.");
        fires(&RULE, "Foreign pilots fly the jets, according to ⟦reports in the local press⟧.");
        fires(&RULE, "⟦Newspaper reports⟧ in the spring linked the firm to a quarry at Tarn.");
        fires(&RULE, "⟦Media reports⟧ have put the price of the ferry at nine million crowns.");
        fires(&RULE, "It was reported in ⟦the local press⟧ that the keeper had sold two boats.");
        fires(&RULE, "The keeper had sold two boats, it was claimed in ⟦the press⟧ last week.");
        fires(&RULE, "⟦A local radio station⟧ said that the keeper had sold two boats.");
        fires(&RULE, "The keeper had sold two boats, according to ⟦a newspaper report⟧.");
        fires(
            &RULE,
            "Police arrested nine men in the raid, according to ⟦several news reports⟧. The mayor, Orla Finch, praised them.",
        );
    }

    #[test]
    fn what_is_named_or_said_by_another_is_not() {
        is_silent(
            &RULE,
            &[
                "The Harwick Courier reported that three bridges had been closed. The newspaper said two would open in May.",
                "Three bridges were closed, according to local media, including the Harwick Courier.",
                "Three bridges were closed, three newspapers reported. The Harwick Courier said two would open in May. One will stay shut, according to the Dawn Post.",
                "A newspaper, the Dawn Post, reported on Sunday that grain had been sold abroad.",
                "A newspaper reported on Sunday that grain had been sold abroad. The paper, the Dawn Post, named two farms.",
                "Media reports said in May that grain had been sold abroad. The Dawn Post and the Harwick Courier both carried the story.",
                "The police report said that the grain had been sold. A news report was not needed.",
                "A position paper said that the grain should be sold.",
                "The ministry denied media reports that three bridges had been closed.",
                "“Local media said we were dead,” the miner, Ole Finch, said.",
                "State media said the general had been dismissed.",
                "Police reports said the driver had fallen asleep.",
                "The mayor, Orla Finch, told local media on Monday’s walk that she would stay.",
                "Lastrian state media said the general had been dismissed.",
                "The Harwick Media reports said nothing of it.",
                "Reporters from local media outlets waited at the gate.",
                "Foreign pilots fly the jets, according to reports in the Harwick Press.",
                "Media reports put pressure on the mayor, who stayed.",
                "She read the reports in the press and laughed.",
                "Company reports say that sales fell by a third.",
            ],
        );
    }

    #[test]
    fn outlets_that_the_next_paragraph_names_are_named() {
        is_silent(
            &RULE,
            &[
                "The fever has killed 40 people, according to reports in two newspapers.\n\nThe Tarn Lantern said doctors had counted 31 deaths in one clinic.",
            ],
        );
        fires(
            &RULE,
            "The fever has killed 40 people, according to ⟦reports in two newspapers⟧.\n\nThe Tarn Clinic said doctors had counted 31 deaths.",
        );
    }

    #[test]
    fn an_outlet_that_the_next_sentences_name_is_named() {
        fires(
            &RULE,
            "⟦A newspaper⟧ reported on Monday that the mayor had sold the mill. The mayor, Ana Lund, said she had not.",
        );
        is_silent(
            &RULE,
            &[
                "A newspaper reported on Monday that the mayor had sold the mill. The Dawn Post said it had seen the deed.",
                "Media reports said the mayor had sold the mill. It was the Dawn Post that first wrote of the deed.",
                "One newspaper reported that the mill was sold. The report, in the Harwick Courier, named no buyer.",
                "A local newspaper reported that the mill was sold. According to the Harwick Courier, the buyer lives in Velm.",
            ],
        );
    }
}
