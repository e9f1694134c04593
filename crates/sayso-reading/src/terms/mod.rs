//! On what terms a source speaks, and who was asked and gave no answer.

mod contents;
mod speakers;
mod tables;

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use sayso_text::Span;

pub(crate) use contents::without_terms;
pub(crate) use speakers::behind_terms;

use crate::sources::{is_count, is_source_noun};
use crate::{Attribution, by_link};
use sayso_text::sentences::Sentence;

/// On what terms a source speaks. Who speaks on the record has none stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Terms {
    /// "On condition of anonymity".
    Anonymity,
    /// "On background", "briefed reporters on the ground rules".
    Background,
    /// "Not authorised to speak publicly".
    NotAuthorised,
    /// "Who asked not to be named".
    AskedNotToBeNamed,
    /// "Declined to be identified".
    DeclinedToBeIdentified,
    /// "Whose name is being withheld".
    NameWithheld,
    /// "Not her real name".
    Pseudonym,
    /// "Declined to comment": no content stands.
    DeclinedToComment,
    /// "Did not respond to a request for comment".
    DidNotRespond,
    /// "Could not be reached".
    CouldNotBeReached,
}

impl Terms {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Anonymity,
        Self::Background,
        Self::NotAuthorised,
        Self::AskedNotToBeNamed,
        Self::DeclinedToBeIdentified,
        Self::NameWithheld,
        Self::Pseudonym,
        Self::DeclinedToComment,
        Self::DidNotRespond,
        Self::CouldNotBeReached,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Terms::Anonymity => "anonymity",
            Terms::Background => "background",
            Terms::NotAuthorised => "not_authorised",
            Terms::AskedNotToBeNamed => "asked_not_to_be_named",
            Terms::DeclinedToBeIdentified => "declined_to_be_identified",
            Terms::NameWithheld => "name_withheld",
            Terms::Pseudonym => "pseudonym",
            Terms::DeclinedToComment => "declined_to_comment",
            Terms::DidNotRespond => "did_not_respond",
            Terms::CouldNotBeReached => "could_not_be_reached",
        }
    }

    /// Whether they say that somebody gave no answer.
    fn is_no_answer(self) -> bool {
        matches!(self, Terms::DeclinedToComment | Terms::DidNotRespond | Terms::CouldNotBeReached)
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Terms, the words that state them, and the reason given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedTerms {
    /// The terms.
    pub terms: Terms,
    /// The words that state them.
    pub span: Span,
    /// Why, where the article says: "because they were not authorised to discuss the talks".
    pub reason: Option<Span>,
}

/// Who was asked and gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unanswered {
    /// Who: the words before.
    pub who: Span,
    /// What stands for the answer.
    pub stated: StatedTerms,
}

/// What a reason begins with.
const REASONS: &[&str] = &[
    "because", "since", "citing", "as", "for", "to", "in", "out", "fearing", "given", "so", "lest", "owing", "due",
    "amid", "while",
];
/// Words that `*` may stand for.
const ANY: usize = 4;
/// Who was asked is at most this many words.
const WHO: usize = 14;

/// Nearly every sentence says nothing of terms, which a look for pieces of words tells quickly.
fn may_state(text: &str) -> bool {
    static HINTS: LazyLock<AhoCorasick> =
        LazyLock::new(|| AhoCorasick::new(tables::HINTS).expect("a few words make an automaton"));
    HINTS.is_match(text)
}

/// States for each attribution the terms that its sentence gives, and finds who gave no answer.
pub(crate) fn attach(sentences: &[Sentence<'_>], attributions: &mut [Attribution]) -> Vec<Unanswered> {
    let order = by_link(attributions);
    let mut unanswered = Vec::new();
    for sentence in sentences {
        let span = sentence.whole;
        if !may_state(span.of(sentence.text)) {
            continue;
        }
        let stated = stated(sentence);
        if stated.is_empty() {
            continue;
        }
        let first = order.partition_point(|i| attributions[*i].link().start < span.start);
        let here: Vec<usize> =
            order[first..].iter().copied().take_while(|i| attributions[*i].link().start < span.end).collect();
        for stated in stated {
            if stated.terms.is_no_answer() {
                let spoken_for = spoken_for(sentence, stated.span, attributions, &here);
                let asked = spoken_for.or_else(|| whom(sentence, stated.span)).or_else(|| who(sentence, stated.span));
                unanswered.extend(
                    asked.into_iter().flat_map(|who| each(sentence, who)).map(|who| Unanswered { who, stated }),
                );
                continue;
            }
            let speakers: Vec<usize> = here.iter().copied().filter(|i| speaks(attributions, *i, stated.span)).collect();
            // Whom the words stand beside, also of those who are cited: "citing a driver who asked not to be named".
            let beside: Vec<usize> = here
                .iter()
                .copied()
                .filter(|i| !is_own(&attributions[*i], stated.span))
                .filter(|i| stands_beside(sentence.text, &attributions[*i], stated.span))
                .collect();
            let before = &order[..first];
            let said_first = speakers.iter().any(|i| attributions[*i].link().start < stated.span.start);
            // Those who speak here; else one who spoke before ("The officials asked not to be named").
            let speakers = if !beside.is_empty() {
                beside
            } else if let Some(named) = named_before(sentence, stated.span, attributions, before)
                .filter(|_| !said_first || granted(sentence, stated.span).is_some())
            {
                vec![named]
            } else if !speakers.is_empty() {
                nearest(attributions, speakers, stated.span)
            } else if speaks_of_somebody_new(sentence, stated.span) {
                next(sentence, attributions, &order[first + here.len()..]).into_iter().collect()
            } else {
                let outermost = |i: &usize| attributions[*i].within.is_none();
                let several = |i: &usize| sentence.lower(0) == "they" && are_several(sentence.text, &attributions[*i]);
                let last = || before.iter().rev().take(BEFORE).copied();
                let after = || next(sentence, attributions, &order[first + here.len()..]);
                last().find(several).or_else(|| last().find(outermost)).or_else(after).into_iter().collect()
            };
            for i in speakers {
                attributions[i].terms.get_or_insert(stated);
            }
        }
    }
    unanswered
}

/// Whether the words that state terms are about who speaks here: they stand in none of the attribution's own words, nor
/// outside of what holds it.
fn speaks(attributions: &[Attribution], i: usize, stated: Span) -> bool {
    let a = &attributions[i];
    let outer = a.within.map(|outer| &attributions[outer.0 as usize - 1]);
    !is_own(a, stated) && outer.is_none_or(|outer| outer.content_touches(stated))
}

/// Whether words stand in an attribution's cue or content: then they say nothing of who speaks.
fn is_own(a: &Attribution, stated: Span) -> bool {
    a.cue.iter().any(|span| span.overlaps(stated)) || a.content_touches(stated)
}

/// Of several who speak in a sentence those whose source stands nearest before the words on terms; all, where none does.
fn nearest(attributions: &[Attribution], mut speakers: Vec<usize>, stated: Span) -> Vec<usize> {
    let before =
        |i: usize| attributions[i].source.iter().filter(|source| source.end <= stated.start).map(|s| s.start).max();
    if let Some(last) = speakers.iter().filter_map(|i| before(*i)).max() {
        speakers.retain(|i| before(*i) == Some(last));
    }
    speakers
}

/// The attribution after a sentence that said on what terms somebody talks, if it is his: "… if his name was not used. “…,” he
/// said".
fn next(sentence: &Sentence<'_>, attributions: &[Attribution], after: &[usize]) -> Option<usize> {
    let i = after.iter().copied().find(|i| attributions[*i].within.is_none())?;
    let source = attributions[i].source.first()?;
    let word = source.of(sentence.text).to_lowercase();
    let is_near = !sentence.text[sentence.whole.end..source.start.max(sentence.whole.end)].contains('\n');
    (is_near && matches!(word.as_str(), "he" | "she" | "they")).then_some(i)
}

/// Whether terms are those of somebody of whom nothing was said before: "Two drivers, who asked …", "briefed by aides who …".
fn speaks_of_somebody_new(sentence: &Sentence<'_>, stated: Span) -> bool {
    let first = sentence.lower(0);
    let is_new = matches!(first, "a" | "an" | "another" | "one" | "some") || is_count(first);
    let at = sentence.words.partition_point(|w| w.start < stated.start);
    let is_relative = (at.saturating_sub(2)..at).any(|at| sentence.lower(at) == "who");
    (is_new && sentence.lower(1) != "of") || is_relative
}

/// Whether an attribution's source is told to be several people: "the two people", "officials".
fn are_several(text: &str, a: &Attribution) -> bool {
    let mut words = a.source.iter().flat_map(|source| source.of(text).split(|c: char| !c.is_alphanumeric()));
    words.any(|word| (word == "people" || word.ends_with('s')) && is_source_noun(&word.to_lowercase()))
}

/// Bytes that may stand between a source and the words on its terms.
const BESIDE: usize = 40;
/// Words that may: ", all of whom".
const BETWEEN: &[&str] = &[
    "who", "whom", "whose", "all", "both", "of", "each", "has", "have", "had", "speaking", "spoke", "only", "he",
    "she", "they", "was", "were", "is", "are", "also", "and", "insisted", "would", "did", "does",
];

/// Bytes of a clause between a source and the words on its terms: ", who agreed to talk on".
const CLAUSE: usize = 80;

/// Whether words stand in an attribution's source or right behind it, with a clause on the source at most between them.
fn stands_beside(text: &str, a: &Attribution, stated: Span) -> bool {
    let is_small = |gap: &str| {
        let mut words = gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        gap.len() <= BESIDE && words.all(|word| BETWEEN.contains(&word))
    };
    let is_clause = |gap: &str| {
        let clause = gap.trim_start_matches([',', ' ']);
        let begins = clause.split(' ').next().is_some_and(|word| matches!(word, "who" | "speaking" | "asking"));
        gap.len() <= CLAUSE && begins && !clause.contains(',')
    };
    let joins = |gap: &str| !gap.contains(['.', '“', '”', '"', ';', ':']) && (is_small(gap) || is_clause(gap));
    a.source.iter().any(|source| {
        source.overlaps(stated)
            || (source.end <= stated.start
                && stated.start - source.end <= CLAUSE
                && joins(&text[source.end..stated.start]))
    })
}

/// Whom somebody grants anonymity: "granted *the official* anonymity".
fn granted(sentence: &Sentence<'_>, stated: Span) -> Option<Span> {
    let range = sentence.words.partition_point(|w| w.start < stated.start)
        ..sentence.words.partition_point(|w| w.start < stated.end);
    let whom = range.start + 1..range.end.checked_sub(1)?;
    let grants =
        matches!(sentence.lower(range.start), "granted" | "grants" | "granting" | "gave" | "promised" | "offered");
    (grants && !whom.is_empty()).then(|| sentence.span(&whom))
}

/// Attributions before, among which the one that terms are about is looked for.
const BEFORE: usize = 6;

/// What ends the subject of a sentence on terms: "The official *spoke* to the Tribune on condition that".
const SUBJECT_ENDS: &[&str] = &[
    "was",
    "were",
    "is",
    "are",
    "had",
    "has",
    "have",
    "been",
    "both",
    "also",
    "all",
    "each",
    "spoke",
    "speaks",
    "talked",
    "agreed",
    "asked",
    "gave",
    "would",
    "did",
    "does",
    "do",
    "insisted",
    "declined",
    "refused",
    "requested",
    "begged",
    "made",
    "to",
    "wanted",
    "who",
    "could",
    "can",
    "may",
    "must",
    "wished",
    "preferred",
    "sought",
    "demanded",
    "told",
    "received",
    "set",
];

/// Of those who spoke before, the last whose noun is the sentence's subject.
fn named_before(sentence: &Sentence<'_>, stated: Span, attributions: &[Attribution], order: &[usize]) -> Option<usize> {
    let text = sentence.text;
    let subject = granted(sentence, stated).or_else(|| who(sentence, stated));
    let subject = subject.map(|who| who.of(text).to_lowercase()).unwrap_or_default();
    let is_verb = |word: &&str| SUBJECT_ENDS.contains(word);
    let noun = subject.split(' ').take_while(|word| !is_verb(word)).last().unwrap_or_default();
    let names = |i: &usize| {
        let mut words =
            attributions[*i].source.iter().flat_map(|source| source.of(text).split(|c: char| !c.is_alphanumeric()));
        noun.len() > 4 && words.any(|word| word.to_lowercase().trim_end_matches('s') == noun.trim_end_matches('s'))
    };
    order.iter().rev().take(BEFORE).copied().find(names)
}

/// "We do not comment on leaks", said by somebody: it is he who gave no answer.
fn spoken_for(sentence: &Sentence<'_>, stated: Span, attributions: &[Attribution], here: &[usize]) -> Option<Span> {
    let at = sentence.words.partition_point(|w| w.start < stated.start);
    let holds = |i: &&usize| attributions[**i].content_touches(stated);
    let subject = at.checked_sub(1).map_or("", |at| sentence.lower(at));
    let is_own = matches!(subject, "we" | "i" | "it" | "he" | "she" | "they" | "“" | "\"" | "‘" | "" | ":" | "that");
    if !is_own {
        return None;
    }
    here.iter().filter(holds).find_map(|i| attributions[*i].source.first().copied())
}

/// Verbs that help another one.
const HELPERS: &[&str] = &[
    "did", "does", "do", "has", "have", "had", "was", "were", "is", "are", "could", "can", "would", "will", "may",
    "be", "been",
];

/// The terms that a sentence states, in order, none inside another.
fn stated(sentence: &Sentence<'_>) -> Vec<StatedTerms> {
    let mut out: Vec<StatedTerms> = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        if let Some((end, terms)) = neither(sentence, at) {
            out.push(StatedTerms { terms, span: sentence.span(&(at..end)), reason: None });
            at = end;
            continue;
        }
        if let Some(end) = tables::NONE.iter().find_map(|phrase| matches(sentence, at, phrase)) {
            at = end;
            continue;
        }
        let found = tables::PHRASES.iter().find_map(|(phrase, terms)| Some((matches(sentence, at, phrase)?, *terms)));
        let Some((end, terms)) = found else {
            at += 1;
            continue;
        };
        // A reason for anonymity may itself be stated terms ("… of anonymity because they were not authorised to speak").
        let before =
            out.last().copied().filter(|before| before.reason.is_some_and(|r| r.end >= sentence.words[at].end));
        if before.is_none() {
            // What he is not authorised to do is no reason.
            let because = |at: &usize| matches!(sentence.lower(*at), "because" | "since" | "while" | "given");
            let all = end_of_clause(sentence, end);
            let last = if terms == Terms::NotAuthorised { (end..all).find(because).unwrap_or(all) } else { end };
            // "Did not respond", but an official "not authorised to speak".
            let is_helper = |at: &usize| terms.is_no_answer() && HELPERS.contains(&sentence.lower(*at));
            let first = (0..at).rev().take_while(is_helper).last().unwrap_or(at);
            out.push(StatedTerms { terms, span: sentence.span(&(first..last)), reason: reason(sentence, last) });
        }
        at = end;
    }
    out
}

/// Words within which "neither … nor …" has its verb.
const NEITHER: usize = 16;

/// "Neither Avela nor Kilcarrow returned calls", "nobody at the firm was available": where it ends.
fn neither(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Terms)> {
    let rest = at + 1..sentence.words.len().min(at + NEITHER);
    let has = |word: &str| rest.clone().any(|at| sentence.lower(at) == word);
    let is_nobody = match sentence.lower(at) {
        "neither" => has("nor"),
        "nobody" => true,
        "no" => sentence.lower(at + 1) == "one",
        _ => false,
    };
    if !is_nobody {
        return None;
    }
    rest.clone().find_map(|at| {
        let terms = match sentence.lower(at) {
            "responded" | "replied" | "answered" | "respond" | "reply" => Terms::DidNotRespond,
            "returned"
                if matches!(sentence.lower(at + 1), "calls" | "messages" | "emails" | "a" | "phone" | "requests") =>
            {
                Terms::DidNotRespond
            }
            "commented" | "comment" if sentence.lower(at - 1) != "for" => Terms::DeclinedToComment,
            "reached" | "available" | "reachable" => Terms::CouldNotBeReached,
            _ => return None,
        };
        Some((at + 1, terms))
    })
}

/// Where a phrase that stands at a word ends.
fn matches(sentence: &Sentence<'_>, at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    let mut parts = phrase.split(' ').peekable();
    while let Some(part) = parts.next() {
        if part == "*" {
            let next = *parts.peek()?;
            let ends = |skip: &usize| matches!(sentence.lower(end + skip), "." | "," | ";" | ":" | "“" | "”" | "\"");
            let skip = (0..=ANY).take_while(|skip| !ends(skip)).find(|skip| same(sentence.lower(end + skip), next))?;
            end += skip;
        } else if same(sentence.lower(end), part) {
            end += 1;
        } else {
            return None;
        }
    }
    Some(end)
}

/// Whether a word is one of a part's: `a|b`, `n't` for any word that ends so.
fn same(word: &str, part: &str) -> bool {
    part.split('|').any(|part| word == part || (part == "n't" && (word.ends_with("n't") || word.ends_with("n’t"))))
}

/// What may stand between terms and the reason: "… only if I didn't use his name because", "… by her first name, Sada, to".
const STILL_TERMS: &[&str] = &[
    "i",
    "we",
    "he",
    "she",
    "they",
    "was",
    "were",
    "be",
    "been",
    "not",
    "did",
    "didn't",
    "didn’t",
    "use",
    "used",
    "quoted",
    "named",
    "identified",
    "published",
    "printed",
    "given",
    "by",
    "his",
    "her",
    "their",
    "my",
    "our",
    "the",
    "first",
    "last",
    "full",
    "name",
    "names",
    "initials",
    "only",
    "and",
    ",",
];
/// Words of these at most.
const STILL: usize = 8;

/// Why: what follows the phrase from "because", "citing" and the like to the end of the clause.
fn reason(sentence: &Sentence<'_>, end: usize) -> Option<Span> {
    // "Asked that her name not be published because …"
    let end = end + usize::from(sentence.lower(end).ends_with("ed"));
    let end = end.min(sentence.words.len());
    let is_still = |at: &usize| {
        let is_name = sentence.words.get(*at).is_some_and(|w| w.of(sentence.text).starts_with(char::is_uppercase));
        is_name || STILL_TERMS.contains(&sentence.lower(*at))
    };
    let start = (end..end + STILL).find(|at| !is_still(at)).unwrap_or(end);
    // "To" further off may be what somebody did.
    let is_reason = match sentence.lower(start) {
        "to" => start == end || matches!(sentence.lower(start + 1), "protect" | "avoid" | "discuss" | "speak"),
        "as" | "for" | "in" | "out" | "so" if start > end + 1 => sentence.lower(start - 1) != ",",
        word => REASONS.contains(&word),
    };
    let last = end_of_clause(sentence, start + 1);
    (is_reason && last > start + 1).then(|| sentence.span(&(start..last)))
}

fn end_of_clause(sentence: &Sentence<'_>, from: usize) -> usize {
    let ends = |at: &usize| {
        matches!(sentence.lower(*at), "." | "," | ";" | ":" | "”" | "\"" | ")" | "—" | "–" | "said" | "told")
    };
    (from..sentence.words.len()).find(ends).unwrap_or(sentence.words.len())
}

/// Whom somebody tried to ask: "no immediate comment from the ministry", "attempts to reach Mr Doyle were unsuccessful",
/// "messages left for his lawyer were not returned".
fn whom(sentence: &Sentence<'_>, phrase: Span) -> Option<Span> {
    let first = sentence.words.partition_point(|w| w.start < phrase.start);
    let end = sentence.words.partition_point(|w| w.start < phrase.end);
    if neither(sentence, first).is_some() {
        return Some(phrase);
    }
    let start = match sentence.lower(end - 1) {
        "from" | "reach" | "contact" | "locate" | "trace" => end,
        _ => {
            let is_sent = matches!(
                (0..first)
                    .map(|at| sentence.lower(at))
                    .find(|word| !matches!(*word, "repeated" | "several" | "multiple" | "phone" | "text")),
                Some(
                    "calls"
                        | "messages"
                        | "emails"
                        | "questions"
                        | "requests"
                        | "inquiries"
                        | "enquiries"
                        | "queries"
                        | "texts"
                )
            );
            let to = (0..first.min(12)).find(|at| matches!(sentence.lower(*at), "to" | "for" | "with"))?;
            // "A request for comment to the ministry".
            let to = (to + 1..first.min(12))
                .find(|at| sentence.lower(to + 1) == "comment" && matches!(sentence.lower(*at), "to" | "from"))
                .unwrap_or(to);
            is_sent.then_some(to + 1)?
        }
    };
    let ends = |at: &usize| {
        matches!(
            sentence.lower(*at),
            "." | ";"
                | ":"
                | "("
                | "were"
                | "was"
                | "have"
                | "had"
                | "did"
                | "went"
                | "failed"
                | "and"
                | "on"
                | "at"
                | "late"
                | "until"
        )
    };
    let last =
        (start..sentence.words.len().min(start + WHO)).find(ends).unwrap_or(sentence.words.len().min(start + WHO));
    let last = if sentence.lower(last.saturating_sub(1)) == "," { last - 1 } else { last };
    (last > start).then(|| sentence.span(&(start..last)))
}

/// Verbs that end whom "neither … nor …" and "nobody at …" name.
const VERBS: &[&str] =
    &["returned", "responded", "replied", "answered", "commented", "could", "was", "were", "would", "immediately"];

/// "Neither Avela nor Kilcarrow" are two; "nobody at the firm" is the firm.
fn each(sentence: &Sentence<'_>, who: Span) -> Vec<Span> {
    let range =
        sentence.words.partition_point(|w| w.start < who.start)..sentence.words.partition_point(|w| w.start < who.end);
    let end = range.clone().find(|at| VERBS.contains(&sentence.lower(*at))).unwrap_or(range.end);
    let range = range.start..end;
    let at = |word: &str| range.clone().find(|at| sentence.lower(*at) == word);
    let span = |start: usize, end: usize| (start < end).then(|| sentence.span(&(start..end)));
    match sentence.lower(range.start) {
        "neither" if at("nor").is_some() => {
            let nor = at("nor").unwrap_or(range.end);
            [span(range.start + 1, nor), span(nor + 1, range.end)].into_iter().flatten().collect()
        }
        "nobody" | "no" | "none" => {
            let place = range.clone().find(|at| matches!(sentence.lower(*at), "at" | "from" | "in"));
            vec![place.and_then(|at| span(at + 1, range.end)).unwrap_or(who)]
        }
        _ => vec![who],
    }
}

/// Who gave no answer: the subject of the clause.
fn who(sentence: &Sentence<'_>, phrase: Span) -> Option<Span> {
    let end = sentence.words.partition_point(|w| w.start < phrase.start);
    let breaks = |at: &usize| {
        matches!(sentence.lower(*at), "," | ";" | ":" | "and" | "but" | "while" | "—" | "–" | "”" | "\"" | "that" | "(")
    };
    let start = (end.saturating_sub(WHO)..end).rev().find(breaks).map_or(end.saturating_sub(WHO), |at| at + 1);
    let drop =
        (start..end).take_while(|at| matches!(sentence.lower(*at), "also" | "however" | "though" | "both")).count();
    if start + drop < end
        && !matches!(sentence.lower(start + drop), "which" | "who" | "was" | "were" | "has" | "had" | "have")
    {
        return Some(sentence.span(&(start + drop..end)));
    }
    // "Clearaway, which lost a contract, was approached but did not reply": what the sentence begins with.
    let is_verb = |at: &usize| {
        matches!(
            sentence.lower(*at),
            "was"
                | "were"
                | "is"
                | "are"
                | "has"
                | "had"
                | "have"
                | "did"
                | "which"
                | "who"
                | "whose"
                | "declined"
                | "said"
                | "("
        )
    };
    let begin =
        (0..start).find(|at| matches!(sentence.lower(*at), ";" | "“" | "”" | "\"" | "—")).map_or(0, |at| at + 1);
    let last = (begin..start.max(begin)).find(is_verb).unwrap_or(start.max(begin));
    let last =
        (begin..last).rev().find(|at| !matches!(sentence.lower(*at), "," | "also" | "and" | "but")).map(|at| at + 1)?;
    (last > begin && last - begin <= WHO).then(|| sentence.span(&(begin..last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, &str, Option<&str>)]) {
        let sentence = Sentence::of(text, Span::new(0, text.len()));
        let found: Vec<_> = stated(&sentence)
            .iter()
            .map(|s| (s.terms.name(), s.span.of(text), s.reason.map(|reason| reason.of(text))))
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn terms_with_their_reasons() {
        check(
            "said two officials, who spoke on condition of anonymity because they feared for their jobs.",
            &[("anonymity", "on condition of anonymity", Some("because they feared for their jobs"))],
        );
        check(
            "said an aide, speaking on the condition of anonymity to discuss private talks.",
            &[("anonymity", "on the condition of anonymity", Some("to discuss private talks"))],
        );
        check(
            "he spoke on strict condition of anonymity because he was not authorised to speak to reporters",
            &[(
                "anonymity",
                "on strict condition of anonymity",
                Some("because he was not authorised to speak to reporters"),
            )],
        );
        check(
            "an official who was not authorized to discuss it publicly said so",
            &[("not_authorised", "not authorized to discuss it publicly", None)],
        );
        check(
            "a driver who asked not to be named, citing his employer's rules",
            &[("asked_not_to_be_named", "asked not to be named", Some("citing his employer's rules"))],
        );
        check(
            "a source who isn’t allowed to talk to the press",
            &[("not_authorised", "isn’t allowed to talk to the press", None)],
        );
        check(
            "An official, who was not authorised to speak because the case is before a court, told the Herald so.",
            &[("not_authorised", "not authorised to speak", Some("because the case is before a court"))],
        );
        check(
            "One shopkeeper, who asked the Gazette not to print her name because she rents from the council, said so.",
            &[(
                "asked_not_to_be_named",
                "asked the Gazette not to print her name",
                Some("because she rents from the council"),
            )],
        );
        check("One picket, who asked us to call him Ted, said so.", &[("pseudonym", "asked us to call him", None)]);
        check(
            "A student who asked to be called Mira for her safety said so.",
            &[("pseudonym", "asked to be called", Some("for her safety"))],
        );
        check(
            "a nurse, identified only by her first name, Sada, to protect her from reprisals, said so",
            &[("name_withheld", "identified only by", Some("to protect her from reprisals"))],
        );
        check(
            "who would speak only if I didn't use his name because his visa depends on it",
            &[("anonymity", "speak only if", Some("because his visa depends on it"))],
        );
        check("The mayor spoke on Monday.", &[]);
    }

    #[test]
    fn every_phrase_has_its_hint() {
        let has_hint = |words: &str| tables::HINTS.iter().any(|hint| words.contains(hint));
        for (phrase, _) in tables::PHRASES {
            let parts: Vec<&str> = phrase.split(' ').collect();
            // A hint of two words is looked for in those that follow each other.
            let in_one = parts.iter().any(|part| part.split('|').all(has_hint));
            let in_two = parts
                .windows(2)
                .any(|two| two[0].split('|').all(|a| two[1].split('|').all(|b| has_hint(&format!("{a} {b}")))));
            assert!(in_one || in_two, "{phrase}");
        }
    }

    #[test]
    fn who_gave_no_answer_is_named() {
        for (text, subject, name) in [
            ("The ministry declined to comment.", "The ministry", "declined_to_comment"),
            ("The mayor was late, and her office did not respond to questions.", "her office", "did_not_respond"),
            ("Mr. Pell couldn’t be reached on Monday.", "Mr. Pell", "could_not_be_reached"),
            ("Clearaway, which lost it, was approached for comment but did not reply.", "Clearaway", "did_not_respond"),
            ("The whip, Sten Aldo, could not be reached on Thursday.", "The whip, Sten Aldo", "could_not_be_reached"),
            (
                "Mr Prole’s department was asked and had not replied by Thursday.",
                "Mr Prole’s department",
                "did_not_respond",
            ),
        ] {
            let sentence = Sentence::of(text, Span::new(0, text.len()));
            let stated = stated(&sentence);
            assert_eq!(stated.iter().map(|s| s.terms.name()).collect::<Vec<_>>(), [name], "{text}");
            assert_eq!(who(&sentence, stated[0].span).map(|who| who.of(text)), Some(subject));
        }
    }
}
