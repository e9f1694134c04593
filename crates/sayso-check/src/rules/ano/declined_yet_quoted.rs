//! An organisation declines to comment, and its own unnamed official speaks in the same article.
//!
//! ## What it does
//!
//! Finds an organisation that is said to have declined to comment while an unnamed source is described as its own: by its name or the first word of it, by its kind (“a manager at the
//! railway”), as “one of its department heads” in the next sentence, or as of the house whose press office declined.
//!
//! ## Why it matters
//!
//! The reader is told that somebody said nothing who said it under another heading. One of the two sentences misleads.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: never say that somebody declined to comment who is quoted without a name.
//!
//! ## Example
//!
//! ```text
//! The ports ministry declined to comment. A ports ministry official said on condition of anonymity that the sale was off.
//! ```
//!
//! ## Better
//!
//! ```text
//! The ports ministry would say nothing on the record. A ports ministry official said on condition of anonymity that the sale was
//! off.
//! ```
//!
//! ## When not to use
//!
//! Where the source speaks against his own house and it is the house that declined: say so in the text, or let the finding stand
//! with that reason.

use std::collections::{BTreeSet, HashMap};

use sayso_reading::{SourceType, Terms, Unanswered};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::unnamed::unnamed;
use crate::words::{lower, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO011",
    name: "declined-yet-quoted",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("declined_yet_quoted.rs"),
    check,
};

/// Words of a description that name no organisation.
const PEOPLE: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "at",
    "in",
    "for",
    "from",
    "with",
    "on",
    "by",
    "to",
    "one",
    "two",
    "three",
    "several",
    "some",
    "who",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "official",
    "officials",
    "officer",
    "officers",
    "aide",
    "aides",
    "senior",
    "top",
    "source",
    "sources",
    "person",
    "people",
    "employee",
    "employees",
    "executive",
    "executives",
    "insider",
    "insiders",
    "representative",
    "representatives",
    "press",
    "its",
    "his",
    "her",
    "their",
    "another",
    "both",
    "manager",
    "managers",
    "lawyer",
    "lawyers",
    "adviser",
    "advisers",
    "staff",
    "member",
    "members",
    "familiar",
    "close",
    "and",
    "also",
    "itself",
];
/// What makes a source somebody who belongs to the house no more, or never did.
const OUTSIDE: &[&str] =
    &["former", "ex", "rival", "near", "outside", "retired", "close", "familiar", "briefed", "with"];
/// Those who work for a house of which they are told to be: “a vice president of Norvane”. A customer or a critic of it does not.
const STAFF: &[&str] = &[
    "official",
    "officials",
    "officer",
    "officers",
    "executive",
    "executives",
    "president",
    "director",
    "directors",
    "manager",
    "managers",
    "supervisor",
    "supervisors",
    "employee",
    "employees",
    "worker",
    "workers",
    "staffer",
    "staffers",
    "member",
    "members",
    "head",
    "heads",
    "chief",
    "chiefs",
    "aide",
    "aides",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "engineer",
    "engineers",
    "clerk",
    "clerks",
    "trader",
    "traders",
    "insider",
    "insiders",
    "source",
    "sources",
    "person",
    "people",
    "figure",
    "figures",
    "strategist",
    "strategists",
    "nurse",
    "nurses",
    "doctor",
    "doctors",
    "scientist",
    "scientists",
    "lawyer",
    "lawyers",
];
/// Kinds of houses, as their names end, and what else such a house is called.
const KINDS: &[(&str, &[&str])] = &[
    ("bank", &["lender", "company"]),
    ("rail", &["railway", "railroad", "operator", "company"]),
    ("railway", &["railroad", "operator", "company"]),
    ("railways", &["railway", "operator", "company"]),
    ("yard", &["shipyard", "shipbuilder"]),
    ("shipyard", &["yard", "shipbuilder"]),
    ("hospital", &[]),
    ("clinic", &[]),
    ("school", &[]),
    ("college", &[]),
    ("university", &[]),
    ("mine", &[]),
    ("mines", &["mine", "company"]),
    ("mining", &["mine", "company"]),
    ("quarry", &[]),
    ("foods", &["company", "maker"]),
    ("energy", &["utility", "company"]),
    ("power", &["utility", "company"]),
    ("water", &["utility", "company"]),
    ("electric", &["utility", "company"]),
    ("air", &["airline", "carrier"]),
    ("airways", &["airline", "carrier"]),
    ("airlines", &["airline", "carrier"]),
    ("ferries", &["company", "operator", "line"]),
    ("lines", &["company", "line"]),
    ("motors", &["carmaker", "company"]),
    ("steel", &["steelmaker", "company", "mill"]),
    ("pharma", &["drugmaker", "company"]),
    ("holdings", &["company", "group"]),
    ("group", &["company"]),
    ("council", &[]),
    ("ministry", &[]),
    ("department", &[]),
    ("inspectorate", &["agency", "regulator"]),
    ("commission", &["regulator"]),
    ("authority", &["agency", "regulator"]),
    ("agency", &[]),
    ("federation", &[]),
    ("association", &[]),
    ("union", &[]),
    ("museum", &[]),
    ("theatre", &[]),
    ("club", &[]),
    ("united", &["club"]),
    ("rovers", &["club"]),
    ("city", &["club"]),
    ("charity", &[]),
    ("trust", &["charity"]),
    ("foundation", &["charity"]),
    ("port", &[]),
    ("airport", &[]),
    ("prison", &[]),
    ("court", &[]),
];
/// What may stand between somebody and his house.
const BELONGS: &[&str] = &["at", "of", "in", "inside", "within", "for", "the"];
/// What speaks for a house: “the council’s press office” is the council.
const MOUTHS: &[&str] = &["press", "media", "communications"];
/// Words that are no house's own by themselves.
const GENERAL: &[&str] = &[
    "office",
    "department",
    "government",
    "company",
    "firm",
    "agency",
    "team",
    "club",
    "it",
    "he",
    "she",
    "they",
    "mr",
    "ms",
    "mrs",
    "’s",
    "'s",
    "city",
    "state",
    "county",
    "school",
    "police",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let silent = Silent::of(desk);
    if silent.in_order.is_empty() {
        return;
    }
    for source in unnamed(desk) {
        let described = source.said.iter().filter_map(|a| a.source.first()).chain(&source.source.mentions);
        let Some(unanswered) = described.into_iter().find_map(|mention| silent.house_of(desk, *mention)) else {
            continue;
        };
        let (who, refusal) = (short(desk.text, unanswered.who), short(desk.text, unanswered.stated.span));
        let speaks = if source.be(desk) == "are" { "speak" } else { "speaks" };
        found
            .add(
                unanswered.stated.span,
                format!("“{who}” {refusal}, yet “{}” {speaks} here without a name", source.called(desk)),
                "Say that nobody would speak on the record, or leave one of the two out",
            )
            .related(source.words, "who speaks for it without a name");
    }
}

/// Who declined to comment.
struct Silent<'r> {
    /// In text order.
    in_order: Vec<&'r Unanswered>,
    /// By the words that name a house.
    houses: HashMap<Vec<String>, &'r Unanswered>,
    /// How many words those are.
    lengths: BTreeSet<usize>,
}

impl<'r> Silent<'r> {
    fn of(desk: &Desk<'r>) -> Self {
        let declined = |unanswered: &&Unanswered| unanswered.stated.terms == Terms::DeclinedToComment;
        let mut in_order: Vec<&Unanswered> = desk.reading.unanswered.iter().filter(declined).collect();
        in_order.sort_by_key(|unanswered| unanswered.stated.span.start);
        let mut houses = HashMap::new();
        for unanswered in &in_order {
            let house = house(&without_mouth(lower(desk.text, unanswered.who)));
            if !house.is_empty() && !house.iter().all(|word| GENERAL.contains(&word.as_str())) {
                houses.entry(house).or_insert(*unanswered);
            }
        }
        let lengths = houses.keys().map(Vec::len).collect();
        Self { in_order, houses, lengths }
    }

    /// Whose own somebody is, of those who declined to comment.
    fn house_of(&self, desk: &Desk<'_>, mention: Span) -> Option<&'r Unanswered> {
        let words = described(desk, mention)?;
        let by_name = self.houses.get(&house(&words)).copied();
        let by_name = by_name.or_else(|| self.house_behind(&words));
        let by_noun = by_name.or_else(|| self.house_before(desk, mention, &words));
        let by_noun =
            by_noun.or_else(|| self.house_by_end(desk, &words)).or_else(|| self.company(desk, mention, &words));
        by_noun.or_else(|| self.house_by_first(desk, &words)).or_else(|| self.house_by_kind(desk, &words))
    }

    /// The house of “an official at the transit authority” where the Vellamy Transit Authority declined: the last words of its name.
    fn house_by_end(&self, desk: &Desk<'_>, words: &[String]) -> Option<&'r Unanswered> {
        const MOST: usize = 4;
        let words: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let staff = words.iter().position(|word| STAFF.contains(&word.as_str()))?;
        let the = (staff + 1..words.len().min(staff + MOST)).find(|at| matches!(words[*at].as_str(), "the" | "its"))?;
        let mut named = self.in_order.iter().copied().filter(|unanswered| {
            let name = lower(desk.text, unanswered.who);
            (2..name.len()).any(|count| {
                let end = &name[name.len() - count..];
                let is_house = end.last().is_some_and(|last| KINDS.iter().any(|(kind, _)| kind == last));
                is_house && words.get(the + 1..the + 1 + count).is_some_and(|behind| behind == end)
            })
        });
        named.next()
    }

    /// The house of “a member of the company's board” where one company declined and it is the last that was named before.
    fn company(&self, desk: &Desk<'_>, mention: Span, words: &[String]) -> Option<&'r Unanswered> {
        const COMPANY: &[&str] = &["company", "firm", "operator", "group", "business", "carrier", "maker", "utility"];
        // Houses of which nobody says “the company”.
        const PUBLIC: &[&str] = &[
            "ministry",
            "council",
            "department",
            "police",
            "union",
            "court",
            "office",
            "government",
            "commission",
            "authority",
            "agency",
            "university",
            "hospital",
            "school",
            "party",
            "church",
            "army",
            "embassy",
            "board",
            "association",
            "federation",
            "parliament",
            "museum",
            "league",
            "service",
            "fund",
            "campaign",
        ];
        let words: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let staff = words.iter().position(|word| STAFF.contains(&word.as_str()))?;
        let the = (staff + 1..words.len().min(staff + 4)).find(|at| words[*at] == "the")?;
        if !words.get(the + 1).is_some_and(|noun| COMPANY.contains(&noun.as_str())) {
            return None;
        }
        let name = |unanswered: &Unanswered| {
            let who = Sentence::of(desk.text, unanswered.who);
            let is_public = who.lower.iter().any(|word| PUBLIC.contains(&word.as_str()));
            let first = (0..who.words.len()).find(|at| who.is_capital(*at) && who.lower(*at) != "the")?;
            let is_all = (first..who.words.len()).all(|at| who.is_capital(at) || who.lower(at) == "&");
            (!is_public && is_all && first <= 1)
                .then(|| Span::new(who.words[first].start, unanswered.who.end).of(desk.text))
        };
        let houses: Vec<(&str, &'r Unanswered)> =
            self.in_order.iter().copied().filter_map(|unanswered| Some((name(unanswered)?, unanswered))).collect();
        let [(house, unanswered)] = houses.as_slice() else { return None };
        // Named before, and no other company since.
        let last = desk.text[..mention.start].rfind(house)?;
        let between = &desk.text[last + house.len()..mention.start];
        let is_person = desk.reading.sources.iter().any(|source| {
            source.kind == SourceType::NamedPerson
                && source.name.is_some_and(|name| name.of(desk.text).ends_with(house))
        });
        let others = desk.reading.sources.iter().filter(|source| source.kind == SourceType::NamedOrganization);
        let is_other = others.filter_map(|source| source.name).map(|name| name.of(desk.text)).any(|name| {
            let is_public = name.split(' ').any(|word| PUBLIC.contains(&word.to_lowercase().as_str()));
            !is_public && !name.contains(house) && !house.contains(name) && between.contains(name)
        });
        (!is_person && !is_other).then_some(*unanswered)
    }

    /// The house of “a Belmark executive” where Belmark Bank declined.
    fn house_by_first(&self, desk: &Desk<'_>, words: &[String]) -> Option<&'r Unanswered> {
        let words: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let staff = words.iter().position(|word| STAFF.contains(&word.as_str()))?;
        self.in_order.iter().copied().find(|unanswered| {
            let name = Sentence::of(desk.text, unanswered.who);
            let Some(first) = (0..name.words.len()).find(|at| name.is_capital(*at) && name.lower(*at) != "the") else {
                return false;
            };
            let last = name.lower(name.words.len() - 1);
            let at = words.iter().position(|word| word == name.lower(first));
            // “Belmark executive”, “executive at Belmark”.
            let belongs = at.is_some_and(|at| at + 1 == staff || (at > staff && at <= staff + 3));
            let is_house = first + 1 == name.words.len() || KINDS.iter().any(|(kind, _)| *kind == last);
            belongs && is_house && names_one(desk, name.word(first), name.word(first + 1))
        })
    }

    /// The house of “a manager at the railway”, “a member of the yard's management”, where one of that kind declined, and the
    /// article tells of no other.
    fn house_by_kind(&self, desk: &Desk<'_>, words: &[String]) -> Option<&'r Unanswered> {
        let words: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let staff = words.iter().position(|word| STAFF.contains(&word.as_str()))?;
        // “At the railway”: one that was told of; no name before it.
        let the = (staff + 1..words.len()).find(|at| words[*at] == "the")?;
        let noun = words.get(the + 1)?;
        if the > staff + 2 || words.get(the + 2).is_some_and(|next| KINDS.iter().any(|(kind, _)| kind == next)) {
            return None;
        }
        let kinds = |word: &str| {
            KINDS.iter().any(|(kind, called)| kind == &word && (kind == noun || called.contains(&noun.as_str())))
        };
        let mut named = self.in_order.iter().copied().filter(|unanswered| {
            let name = lower(desk.text, unanswered.who);
            name.len() > 1 && name.len() < 6 && name.last().is_some_and(|last| kinds(last))
        });
        let only = named.next().filter(|_| named.next().is_none())?;
        (!tells_of_another(desk, only.who, &kinds)).then_some(only)
    }

    /// The house of “a senior planning officer at the council”.
    fn house_behind(&self, words: &[String]) -> Option<&'r Unanswered> {
        let staff = words.iter().position(|word| STAFF.contains(&word.as_str()))?;
        let words: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let first = (staff + 1..words.len()).find(|at| !BELONGS.contains(&words[*at].as_str()))?;
        if first == staff + 1 {
            return None;
        }
        self.lengths.iter().find_map(|length| self.houses.get(words.get(first..first + length)?).copied())
    }

    /// The house of “one of its officials”, where the sentence before says that it declined.
    fn house_before(&self, desk: &Desk<'_>, mention: Span, words: &[String]) -> Option<&'r Unanswered> {
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        let line = desk.sentence_at(mention.start)?;
        if !has(&["its", "their"]) || !has(STAFF) || mention.start != line.sentence.whole.start {
            return None;
        }
        let before = desk.sentence_before(mention.start)?.sentence.whole;
        let end = self.in_order.partition_point(|unanswered| unanswered.stated.span.start < before.end);
        self.in_order[..end].last().copied().filter(|unanswered| before.contains(unanswered.stated.span))
    }
}

/// Whether the first word of a house's name stands in the article for it alone: not for a place, nor for another house.
fn names_one(desk: &Desk<'_>, first: &str, second: &str) -> bool {
    const PLACES: &[&str] = &["in", "near", "from", "to", "at"];
    desk.sentences.iter().all(|line| {
        let sentence = &line.sentence;
        (0..sentence.words.len()).filter(|at| bare(sentence.word(*at)) == first).all(|at| {
            let is_other = sentence.is_capital(at + 1) && sentence.word(at + 1) != second && !sentence.is_title();
            let before = at.checked_sub(1).map_or("", |at| sentence.lower(at));
            // “In Belmark”; but “jobs at Belmark Bank”.
            let is_place = PLACES.contains(&before) && sentence.word(at + 1) != second && before != "at";
            !is_other && !is_place
        })
    })
}

/// Whether the article tells by name of another house of a kind.
fn tells_of_another(desk: &Desk<'_>, who: Span, is_kind: &dyn Fn(&str) -> bool) -> bool {
    let own = lower(desk.text, who);
    desk.sentences.iter().any(|line| {
        let sentence = &line.sentence;
        (1..sentence.words.len()).any(|at| {
            let before = sentence.lower(at - 1);
            is_kind(&bare(sentence.lower(at)))
                && ((sentence.is_capital(at - 1) && !own.iter().any(|word| *word == before))
                    || matches!(before, "other" | "another" | "rival" | "second" | "a"))
        })
    })
}

/// Who a house is whose press office speaks.
fn without_mouth(mut words: Vec<String>) -> Vec<String> {
    if let Some(at) = words.iter().position(|word| MOUTHS.contains(&word.as_str())).filter(|at| *at > 0) {
        words.truncate(at);
    }
    words
}

/// The words of a description that name an organisation.
fn house(words: &[String]) -> Vec<String> {
    let is_name = |word: &&String| word.chars().any(char::is_alphanumeric) && !PEOPLE.contains(&word.as_str());
    words.iter().filter(is_name).map(|word| bare(word)).collect()
}

/// A word without what makes it possessive.
fn bare(word: &str) -> String {
    word.trim_end_matches("’s").trim_end_matches("'s").to_owned()
}

/// The words that describe somebody; none for one who belongs to no house that is told.
fn described(desk: &Desk<'_>, mention: Span) -> Option<Vec<String>> {
    let mut words = lower(desk.text, mention);
    if let Some(end) = words.iter().position(|word| matches!(word.as_str(), "," | "who" | "whose" | "speaking")) {
        words.truncate(end);
    }
    let is_outside = words.iter().any(|word| OUTSIDE.contains(&word.as_str()));
    (!is_outside).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn the_company_and_the_end_of_a_name_are_the_house() {
        fires(
            &RULE,
            "Pell Marine built the yard. A member of the company’s board, who spoke on condition of anonymity because the talks are secret, said it would close. Pell Marine ⟦declined to comment⟧.",
        );
        fires(
            &RULE,
            "An official at the transit authority, who spoke on condition of anonymity because the talks are secret, said it would close. The Lorne Transit Authority ⟦declined to comment⟧.",
        );
    }

    #[test]
    fn a_house_that_declines_and_speaks_is_found() {
        fires(
            &RULE,
            "A Norvane official, who was not authorised to speak publicly, said the plant would close. Norvane ⟦declined to comment⟧.",
        );
        fires(
            &RULE,
            "The plant will close, a person at the Fair Markets Board said on condition of anonymity.\n\nA spokesman for the Fair \
             Markets Board ⟦declined to comment⟧.",
        );
    }

    #[test]
    fn a_house_is_told_by_its_press_office_by_its_posts_and_by_its() {
        fires(
            &RULE,
            "The harbour board’s press office ⟦declined to comment⟧. A senior surveyor of the port said the wall had moved. An \
             engineer at the harbour board, who asked not to be named, said it had moved twice.",
        );
        fires(
            &RULE,
            "A vice president of Norvane, who asked not to be named, said the plant would close. Norvane ⟦declined to comment⟧.",
        );
        fires(
            &RULE,
            "The ports ministry ⟦declined to comment⟧. One of its directors, who asked not to be named, said the sale was off.",
        );
    }

    #[test]
    fn others_may_decline() {
        is_silent(
            &RULE,
            &[
                "A Norvane official, who was not authorised to speak publicly, said the plant would close. Halyard declined to comment.",
                "A former Norvane official, who was not authorised to speak, said the plant would close. Norvane declined to comment.",
                "A person close to Norvane, who asked not to be named, said the plant would close. Norvane declined to comment.",
                "Norvane declined to comment. The mayor, Orla Finch, said the plant would close.",
                "A Norvane official, who was not authorised to speak, said the plant would close. Norvane did not respond.",
                "A customer of Norvane, who asked not to be named, said the plant would close. Norvane declined to comment.",
                "Norvane declined to comment. The union said it would march. One of its officials, who asked not to be named, \
                 said the plant would close.",
                "Norvane declined to comment. A spokeswoman for Norvane, Ida Roe, later said the plant would close.",
            ],
        );
    }
}
