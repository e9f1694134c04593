//! “Sources” are told of, though there is only one.
//!
//! ## What it does
//!
//! Finds “sources”, “officials”, “insiders” who turn into “the source” or “he” when they speak again; “the sources” of whom only
//! one was ever told; bare “sources” right behind whom the article shows one manager and nobody else; and headlines with “sources”
//! over an article with a single unnamed source.
//!
//! ## Why it matters
//!
//! Two sources are evidence that one is not. A plural that hides that there is one misleads the reader about the strength of a
//! story.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”: never write “sources” where there is one.
//!
//! ## Example
//!
//! ```text
//! The harbour will be sold in March, sources at the port said. The source added that no price had been agreed.
//! ```
//!
//! ## Better
//!
//! ```text
//! The harbour will be sold in March, a source at the port said. The source added that no price had been agreed.
//! ```
//!
//! ## When not to use
//!
//! Never known to be right. Let a finding stand where an edit is to follow.

use sayso_article::Part;
use sayso_reading::{Act, Attribution, Source, SourceType};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::unnamed::{Unnamed, called, is_plural, noun, unnamed};
use crate::desk::{Line, link};
use crate::words::{lower, phrase, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO010",
    name: "sources-though-one",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("sources_though_one.rs"),
    check,
};

/// Several and one.
const NOUNS: &[(&str, &str)] = &[
    ("sources", "source"),
    ("officials", "official"),
    ("insiders", "insider"),
    ("aides", "aide"),
    ("diplomats", "diplomat"),
    ("advisers", "adviser"),
    ("executives", "executive"),
];
/// What brings somebody new in, so that “the source” may be he.
const NEW: &[&str] = &[
    "a", "an", "one", "another", "second", "third", "other", "first", "senior", "top", "former", "each", "this", "that",
];
/// One of several who were told of.
const ONE_OF: &[&str] = &[
    "one of the",
    "one of them",
    "one of those",
    "one of its",
    "one of his",
    "one of her",
    "another of",
    "one said",
    "one added",
    "another said",
    "a third",
    "a second",
    "one told",
];
/// Nouns for one whom “the sources” may have been.
const ONES: &[&str] = &[
    "source",
    "insider",
    "person",
    "official",
    "adviser",
    "advisor",
    "aide",
    "executive",
    "officer",
    "diplomat",
    "employee",
    "manager",
    "banker",
    "lawyer",
    "figure",
    "member",
    "strategist",
    "minister",
    "president",
    "director",
];
/// Words that go on behind a noun: “sources *at the bank*”.
const MORE: &[&str] =
    &["of", "at", "in", "from", "with", "for", "who", "close", "familiar", "inside", "within", "near", "briefed"];
/// Those of whom a count or “another” makes sources: “two people”, “another official”.
const WHOM: &[&str] = &[
    "people",
    "officials",
    "official",
    "aides",
    "aide",
    "person",
    "source",
    "advisers",
    "adviser",
    "executives",
    "executive",
    "diplomats",
    "diplomat",
    "employees",
    "employee",
    "bankers",
    "lawyers",
    "officers",
    "officer",
    "members",
    "member",
    "insider",
    "managers",
    "manager",
    "supervisors",
    "colleague",
    "colleagues",
];
/// Nouns for one who may be of “sources” that were told of, where nobody told of him before: “the banker”.
const TRADES: &[&str] = &[
    "banker",
    "agent",
    "lawyer",
    "trader",
    "broker",
    "investor",
    "engineer",
    "clerk",
    "accountant",
    "consultant",
    "staffer",
    "worker",
    "employee",
    "manager",
    "executive",
    "officer",
    "official",
    "aide",
    "adviser",
    "advisor",
    "diplomat",
    "lawmaker",
    "lobbyist",
    "operative",
    "insider",
    "person",
    "teacher",
    "nurse",
    "doctor",
    "scientist",
    "inspector",
    "soldier",
    "detective",
    "scout",
    "driver",
    "steward",
    "guard",
    "dealer",
    "shareholder",
    "creditor",
    "negotiator",
    "strategist",
    "colleague",
    "civil servant",
];
/// Several of whom nothing says how many they are.
const SEVERAL: &[&str] = &["sources", "insiders"];
const HELP: &str = "Write “a source” if there is one; if there are several, say which of them spoke";

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let speakers: Vec<&Attribution> =
        desk.attributions().filter(|a| a.within.is_none() && a.act == Act::Says && !a.source.is_empty()).collect();
    for (several, one) in NOUNS {
        if let Some((plural, single)) = turns_into_one(desk, &speakers, several, one) {
            let (many, one) = (short(desk.text, plural), short(desk.text, single));
            found
                .add(plural, format!("“{many}” become “{one}” later: how many are there?"), HELP)
                .related(single, "here it is one");
        }
    }
    turned_into_several(desk, &speakers, found);
    if found.is_empty() {
        next_is_one(desk, &speakers, found);
    }
    if found.is_empty() {
        next_is_told_of(desk, found);
    }
    headline(desk, found);
}

/// Somebody whom the article told of before “the sources”.
struct Told<'r> {
    words: Span,
    source: &'r Source,
    is_one: bool,
    /// Whether the noun is one for an insider: a shopper is none of “the sources”, if there is an insider too.
    is_insider: bool,
}

/// “The sources said”, though nobody but “a person briefed on the talks” was told of; and bare “sources say” soon behind one.
fn turned_into_several(desk: &Desk<'_>, speakers: &[&Attribution], found: &mut Found) {
    let mut told: Vec<Told<'_>> = Vec::new();
    for a in speakers.iter().filter(|a| desk.part_at(link(a).start) == Part::Body) {
        let here = a.source[0];
        let words = noun(desk.text, here);
        let Some((head, before)) = words.split_last() else { continue };
        let is_the = before.first().is_some_and(|first| first == "the") && before.len() <= 2;
        let is_sources = matches!(head.as_str(), "sources" | "insiders") && noun_is_all(desk, here, words.len());
        if is_sources && (is_the || before.is_empty()) {
            // “The treasury sources” may be those at the treasury only.
            let is_meant = |told: &&Told<'_>| {
                before.get(1).is_none_or(|which| lower(desk.text, told.words).iter().any(|word| word == which))
            };
            let has_insider = told.iter().any(|told| told.is_insider);
            let meant: Vec<_> = told.iter().filter(is_meant).filter(|told| told.is_insider || !has_insider).collect();
            if let [single] = meant.as_slice()
                && single.is_one
                && (is_the || is_soon_behind(desk, single, here))
                && !tells_of_several(desk, here.start)
            {
                let (many, called) = (short(desk.text, here), called(desk, single.words));
                found
                    .add(here, format!("“{many}”, but only “{called}” was told of: how many are there?"), HELP)
                    .related(single.words, "here it is one");
            }
            return;
        }
        let Some(source) = desk.source_of(a).filter(|source| source.name.is_none() && is_somebody(source.kind)) else {
            continue;
        };
        let first = before.first().map_or("", String::as_str);
        let speaks_for_others =
            matches!(head.as_str(), "spokesman" | "spokeswoman" | "spokesperson" | "judge" | "witness");
        let is_one = matches!(first, "a" | "an" | "one") && !is_plural(head) && !speaks_for_others;
        let is_several = is_plural(head) || matches!(first, "another" | "two" | "three") || head == "both";
        if is_one || (is_several && is_kept(head)) {
            let is_insider = ONES.contains(&head.as_str()) || is_several || source.terms.is_some();
            told.push(Told { words: here, source, is_one, is_insider });
        }
    }
}

/// Whether a noun means several who may be “sources”: not “residents”.
fn is_kept(head: &str) -> bool {
    WHOM.contains(&head) || TRADES.iter().chain(ONES).any(|one| head.strip_suffix('s').is_some_and(|head| head == *one))
}

/// Whether bare “sources” speak so soon behind one who was told of, and nobody between, that a reader takes them for him.
fn is_soon_behind(desk: &Desk<'_>, single: &Told<'_>, here: Span) -> bool {
    const SENTENCES: usize = 4;
    let last = single.source.mentions.iter().rfind(|mention| mention.end <= here.start);
    let from = last.map_or(single.words.end, |last| last.end);
    let near = desk.around(here.start, SENTENCES, 0);
    let is_near = near.first().is_some_and(|line| line.sentence.whole.start <= from);
    let between = Span::new(from, here.start);
    let speaks = |a: &&Attribution| {
        a.within.is_none() && a.act == Act::Says && between.contains(link(a)) && a.source_id != Some(single.source.id)
    };
    single.is_insider && is_near && desk.touching(between).find(speaks).is_none()
}

/// Whether nothing stands behind the noun of a source: “the sources at the bank” are told of there.
fn noun_is_all(desk: &Desk<'_>, source: Span, noun: usize) -> bool {
    let is_more = |words: &[String]| words.first().is_some_and(|next| MORE.contains(&next.as_str()));
    let behind =
        Span::new(source.end, desk.sentence_at(source.start).map_or(source.end, |line| line.sentence.whole.end));
    !is_more(lower(desk.text, source).get(noun..).unwrap_or_default()) && !is_more(&lower(desk.text, behind))
}

fn is_somebody(kind: SourceType) -> bool {
    matches!(kind, SourceType::AnonymousSource | SourceType::UnnamedPerson | SourceType::UnnamedGroup)
}

/// Whether the article tells, before a byte, of several whom “the sources” may mean.
fn tells_of_several(desk: &Desk<'_>, byte: usize) -> bool {
    let before = desk.sentences.iter().take_while(|line| line.sentence.whole.end <= byte);
    before.into_iter().any(|line| {
        let sentence = &line.sentence;
        let is_one_more = |at: usize| {
            let is_counted =
                is_count(sentence.lower(at)) || matches!(sentence.lower(at), "another" | "second" | "other");
            is_counted && (at + 1..at + 5).any(|at| WHOM.contains(&sentence.lower(at)))
        };
        (0..sentence.words.len()).any(|at| {
            matches!(sentence.lower(at), "sources" | "insiders" | "informants" | "people familiar") || is_one_more(at)
        })
    })
}

/// “Sources said … ‘…’, the source said”: several who are one in the next breath, also where one was told of before.
fn next_is_one(desk: &Desk<'_>, speakers: &[&Attribution], found: &mut Found) {
    let mut speakers = speakers.to_vec();
    speakers.sort_by_key(|a| link(a).start);
    for line in desk.body() {
        let sentence = &line.sentence;
        if !matches!(sentence.lower(0), "sources" | "insiders") || desk.quotes.inside(sentence.words[0].start) {
            continue;
        }
        let several = sentence.words[0];
        let one = sentence.lower(0).trim_end_matches('s');
        // Where they speak next in the same paragraph.
        let behind = speakers.partition_point(|a| link(a).start < sentence.whole.end);
        let Some(next) = speakers.get(behind) else { continue };
        let words = lower(desk.text, next.source[0]);
        let is_the_one =
            matches!(words.as_slice(), [the, noun] if (the == "the" || the == "my" || the == "our") && noun == one);
        let is_same = desk.sentence_at(next.source[0].start).is_some_and(|other| other.paragraph == line.paragraph);
        // “Sources said … A source at the bank disagreed. The source said …”
        let between = Sentence::of(desk.text, Span::new(several.end, next.source[0].start.max(several.end)));
        let is_new = |at: usize| (at.saturating_sub(4)..at).any(|before| NEW.contains(&between.lower(before)));
        let brings_in = (0..between.words.len()).any(|at| between.lower(at) == one && is_new(at));
        if is_the_one && is_same && !brings_in && phrase(&sentence.lower, ONE_OF).is_none() {
            let (many, one) = (short(desk.text, several), short(desk.text, next.source[0]));
            found
                .add(several, format!("“{many}” become “{one}” later: how many are there?"), HELP)
                .related(next.source[0], "here it is one");
            return;
        }
    }
}

/// “Banking sources said … said the banker, who has been asked to come”: several, and in the next sentence one who was never told of,
/// with words that say how he knows or why he is not named.
fn next_is_told_of(desk: &Desk<'_>, found: &mut Found) {
    let body: Vec<&Line<'_>> = desk.body().collect();
    for pair in body.windows(2) {
        let [line, next] = pair else { continue };
        let Some(several) = several_who_speak(desk, line) else { continue };
        let one = one_of_them(desk, &next.sentence, several).or_else(|| only_one_behind(desk, &next.sentence, several));
        let Some(one) = one else { continue };
        let (many, called) = (short(desk.text, several), short(desk.text, one));
        found
            .add(several, format!("“{many}” become “{called}” later: how many are there?"), HELP)
            .related(one, "here it is one");
        return;
    }
}

/// “Sources told the Courier. …, said a manager who has seen the list”: the only one without a name whom the article then shows.
fn only_one_behind(desk: &Desk<'_>, next: &Sentence<'_>, several: Span) -> Option<Span> {
    if noun(desk.text, several).len() != 1 || !noun_is_all(desk, several, 1) {
        return None;
    }
    let all = unnamed(desk);
    let mut others =
        all.iter().filter(|other| !other.source.mentions.contains(&several) && !other.words.overlaps(several));
    let (Some(one), None) = (others.next(), others.next()) else { return None };
    let words = noun(desk.text, one.words);
    let head = words.last()?;
    // “A second list” is none of them.
    let tells_of_others =
        phrase(&next.lower, ONE_OF).is_some_and(|at| !matches!(next.lower(at.end - 1), "second" | "third"));
    let is_one = matches!(words[0].as_str(), "a" | "an") && !is_plural(head) && is_kept(&format!("{head}s"));
    let is_new = !tells_of_others && !one.is_member;
    // “Another manager”, “two of the managers”.
    let is_more = |sentence: &Sentence<'_>, at: usize| {
        sentence.lower(at).trim_end_matches('s') == head
            && (at.saturating_sub(3)..at).any(|at| {
                is_count(sentence.lower(at)) || matches!(sentence.lower(at), "another" | "second" | "third" | "other")
            })
    };
    let has_more = desk.body().any(|line| (0..line.sentence.words.len()).any(|at| is_more(&line.sentence, at)));
    (is_one && is_new && !has_more && next.whole.contains(one.words)).then_some(one.words)
}

/// “League sources” of a sentence in which they speak and nobody else does.
fn several_who_speak(desk: &Desk<'_>, line: &Line<'_>) -> Option<Span> {
    let speaks = |a: &&Attribution| a.within.is_none() && a.act == Act::Says && line.sentence.whole.contains(link(a));
    let mut speakers = desk.touching(line.sentence.whole).filter(speaks);
    let words = speakers.next()?.source.first().copied()?;
    let noun = noun(desk.text, words);
    let is_several = noun.last().is_some_and(|head| SEVERAL.contains(&head.as_str()));
    let is_more = noun.iter().any(|word| is_count(word) || word == "other" || word == "more");
    (is_several && !is_more && speakers.next().is_none()).then_some(words)
}

/// “The banker” of a sentence, where the article tells of no banker before and says of this one how he knows or why he is not named.
fn one_of_them(desk: &Desk<'_>, sentence: &Sentence<'_>, several: Span) -> Option<Span> {
    let own = |at: &usize| !desk.quotes.inside(sentence.words[*at].start);
    let at = (1..sentence.words.len()).filter(own).find(|at| {
        let is_one = TRADES.contains(&sentence.lower(*at)) || sentence.lower(*at) == "source";
        let is_said = |at: usize| matches!(sentence.lower(at), "said" | "says" | "added" | "adds");
        // “The banker said”, “said the banker, who”, “the agent, who … and spoke anonymously”.
        let speaks = is_said(*at + 1) || at.checked_sub(2).is_some_and(is_said) || sentence.lower(*at + 2) == "who";
        is_one && sentence.lower(*at - 1) == "the" && speaks && !sentence.is_capital(*at)
    })?;
    let noun = sentence.lower(at);
    let is_described = sentence.lower(at + 1) == ","
        && (at + 2..sentence.words.len()).any(|at| matches!(sentence.lower(at), "who" | "whose" | "a" | "an"));
    let is_akin = lower(desk.text, several).iter().any(|word| word.len() > 3 && noun.starts_with(&word[..4]));
    let is_known =
        desk.sentences.iter().take_while(|line| line.sentence.whole.end <= sentence.whole.start).any(|line| {
            let is_it = |at: usize| line.sentence.lower(at).trim_end_matches("’s").trim_end_matches("'s") == noun;
            (0..line.sentence.words.len()).any(is_it)
        });
    let is_one_of = phrase(&sentence.lower, ONE_OF).is_some();
    let is_named = sentence.is_capital(at + 1) || (sentence.lower(at + 1) == "," && sentence.is_capital(at + 2));
    ((is_described || is_akin) && !is_known && !is_one_of && !is_named).then(|| sentence.span(&(at - 1..at + 1)))
}

/// Where a noun for several speaks, and where the same speaks again as one.
fn turns_into_one(desk: &Desk<'_>, speakers: &[&Attribution], several: &str, one: &str) -> Option<(Span, Span)> {
    let is_body = |a: &&&Attribution| desk.part_at(link(a).start) == Part::Body;
    let mut plurals = speakers.iter().enumerate().filter(|(_, a)| is_body(a)).filter(|(_, a)| {
        let words = noun(desk.text, a.source[0]);
        words.last().is_some_and(|head| head == several) && !words.iter().any(|word| is_count(word))
    });
    let (at, plural) = plurals.next()?;
    let span = plural.source[0];
    let single = speakers[at + 1..].iter().enumerate().find_map(|(i, a)| {
        let words = lower(desk.text, a.source[0]);
        // “The source”, “the source, a manager”.
        let is_all = words.get(2).is_none_or(|next| next == ",");
        let is_the_one = is_all && words.len() > 1 && words[0] == "the" && words[1] == one;
        // A pronoun is theirs only where nobody else has spoken since.
        let is_he = i == 0
            && matches!(words.as_slice(), [word] if word == "he" || word == "she")
            && a.source_id == plural.source_id
            && !desk.text[span.end..a.source[0].start].contains("\n\n");
        (is_the_one || is_he).then_some((a.source[0], is_he))
    })?;
    let (single, is_he) = single;
    let clear = !brings_in_one(desk, one, single.start) && (!is_he || is_alone(desk, span, single));
    clear.then_some((span, single))
}

/// Whether nobody by name stands between two places, nor a word for one person who may be “he”.
fn is_alone(desk: &Desk<'_>, from: Span, to: Span) -> bool {
    let line = desk.sentence_at(from.start).map_or(from.start, |line| line.sentence.whole.start);
    let words = Sentence::of(desk.text, Span::new(line, to.start));
    let is_name = |at: usize| {
        let is_first = at == 0 || matches!(words.lower(at - 1), "." | "“" | "\"");
        words.is_capital(at) && !is_first
    };
    let has_title =
        ["man", "woman", "minister", "president", "mayor", "chairman", "coach", "suspect", "driver", "boy", "girl"];
    (0..words.words.len()).all(|at| !is_name(at) && !has_title.contains(&words.lower(at)))
}

fn is_count(word: &str) -> bool {
    matches!(word, "two" | "three" | "four" | "five" | "several" | "both" | "multiple" | "many")
}

/// Whether a sentence before a byte brings in one of them: “a source”, “one of the officials”.
fn brings_in_one(desk: &Desk<'_>, one: &str, byte: usize) -> bool {
    let before = desk.sentences.iter().take_while(|line| line.sentence.whole.start <= byte);
    before.into_iter().filter(|line| line.part == Part::Body).any(|line| {
        let words = &line.sentence;
        let is_new = |at: usize| {
            // “a senior official”, “one Brenn official”
            (at.saturating_sub(4)..at).any(|before| NEW.contains(&words.lower(before)))
                || (at > 0 && words.lower(at - 1) != "the")
        };
        let one_of = phrase(&words.lower, ONE_OF).is_some() || matches!(words.lower(0), "one" | "another");
        one_of || (0..words.words.len()).any(|at| words.lower(at) == one && words.words[at].end < byte && is_new(at))
    })
}

/// “Sources:” over an article whose only unnamed source is one.
fn headline(desk: &Desk<'_>, found: &mut Found) {
    let all = unnamed(desk);
    let speaks = |unnamed: &&Unnamed<'_>| unnamed.in_body(desk).next().is_some();
    let in_body: Vec<_> = all.iter().filter(speaks).collect();
    let [only] = in_body.as_slice() else { return };
    let mentions: Vec<Span> = only.in_body(desk).filter_map(|a| a.source.first().copied()).collect();
    let head = noun(desk.text, only.words);
    let is_single = |words: &[String]| {
        words.last().is_some_and(|head| !is_plural(head)) && !words.iter().any(|word| is_count(word))
    };
    let speaks_as_one = mentions.iter().all(|mention| is_single(&noun(desk.text, *mention)));
    let is_one = is_single(&head) && matches!(head.first().map(String::as_str), Some("a" | "an" | "one"));
    if !is_one || !speaks_as_one || only.is_member || has_others(desk) {
        return;
    }
    let heads = desk.sentences.iter().filter(|line| matches!(line.part, Part::Headline | Part::Deck));
    for line in heads {
        let Some(at) = line.sentence.lower.iter().position(|word| word == "sources" || word == "insiders") else {
            continue;
        };
        let speaks = desk
            .touching(line.sentence.words[at])
            .any(|a| a.source.iter().any(|source| source.contains(line.sentence.words[at])));
        if speaks {
            let (many, one) = (short(desk.text, line.sentence.words[at]), only.called(desk));
            found
                .add(line.sentence.words[at], format!("“{many}” above, only “{one}” below: how many are there?"), HELP)
                .related(only.words, "the only unnamed source");
        }
    }
}

/// Whether others without a name speak who may be meant: “officials”.
fn has_others(desk: &Desk<'_>) -> bool {
    let words = |a: &Attribution| a.source.first().map(|source| noun(desk.text, *source)).unwrap_or_default();
    desk.attributions().filter(|a| desk.part_at(link(a).start) == Part::Body).any(|a| {
        let group = desk.source_of(a).is_some_and(|source| source.kind == SourceType::UnnamedGroup);
        group && words(a).last().is_some_and(|head| is_plural(head))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn the_sources_behind_one_person_of_any_trade_are_found() {
        fires(
            &RULE,
            "A planner on the design team said that the yard would close. Costs have doubled since May.\n\n⟦The sources⟧ added that 40 men had been moved.",
        );
        is_silent(
            &RULE,
            &[
                "Two planners on the design team said that the yard would close.\n\nThe sources added that 40 men had been moved.",
            ],
        );
    }

    #[test]
    fn several_who_become_one_are_found() {
        fires(
            &RULE,
            "⟦Sources⟧ said the bid had failed. No date was set.\n\nThe source said that the board had been told on Friday.",
        );
        fires(
            &RULE,
            "The bid has failed, a person briefed on it said. “It is dead,” the person said.\n\n⟦The sources⟧ said the board would \
             meet in May.",
        );
        fires(
            &RULE,
            "The bid has failed, a port source said on Monday.\n\n⟦Sources⟧ said the board knew by noon. “Nobody fought for it,” the \
             source said.",
        );
        fires(&RULE, "⟦Sources⟧ in the yard have sent me a page of the log. My source says the lamps were out.");
        fires(
            &RULE,
            "⟦Sources⟧: Port sale is off\n\nThe sale of the port has been called off, a person familiar with the talks said on \
             Monday.\n\nThe chairman, Otto Brand, declined to comment.",
        );
    }

    #[test]
    fn one_who_is_shown_right_behind_bare_sources_is_found() {
        fires(
            &RULE,
            "The quay will close too, ⟦sources⟧ told the Courier.\n\n“There is a second list,” said a manager in the tolls office who \
             has seen it.",
        );
        is_silent(
            &RULE,
            &[
                "The quay will close too, sources told the Courier.\n\n“There is a second list,” said a manager in the tolls office \
                 who has seen it. Another manager said it was long.",
            ],
        );
    }

    #[test]
    fn several_of_whom_one_speaks_are_none() {
        is_silent(
            &RULE,
            &[
                "Sources at the port said the bid had failed. One of the sources said the board had been told. The source was there.",
                "Sources at the port said the bid had failed. A source at the bank disagreed. The source said it was alive.",
                "Two people familiar with the talks said the bid had failed. “It is dead,” one person said.",
                "Officials of the port said the bid had failed. The mayor, Otto Brand, was told. He said he was glad.",
                "A person briefed on the bid said it had failed. Another official disagreed. The sources said no more.",
                "A person briefed on the bid said it had failed. The sources at the bank said it was alive.",
                "Sources at the port said the bid had failed. The mayor, Otto Brand, was told. “No,” he said.\n\nThe source of the \
                 river is dry.",
                "Sources: Port sale is off\n\nThe sale is off, two people familiar with the talks said.",
                "Sources: Port sale is off\n\nThe sale is off, a person familiar with the talks said. Officials said so too.",
            ],
        );
    }
}
