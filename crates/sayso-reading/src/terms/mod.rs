//! On what terms a source speaks, and who was asked and gave no answer.

mod tables;

use sayso_text::Span;

use crate::sentence::Sentence;
use crate::{Attribution, by_link};

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

/// States for each attribution the terms that its sentence gives, and finds who gave no answer.
pub(crate) fn attach(sentences: &[Sentence<'_>], attributions: &mut [Attribution]) -> Vec<Unanswered> {
    let order = by_link(attributions);
    let mut unanswered = Vec::new();
    for sentence in sentences {
        let span = sentence.whole;
        // Nearly every sentence says nothing of terms, and a look for a piece of a word is quick.
        if !tables::HINTS.iter().any(|hint| span.of(sentence.text).contains(hint)) {
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
                let who = spoken_for(sentence, stated.span, attributions, &here).or_else(|| who(sentence, stated.span));
                unanswered.extend(who.map(|who| Unanswered { who, stated }));
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
            } else if let Some(named) =
                named_before(sentence, stated.span, attributions, before).filter(|_| !said_first)
            {
                vec![named]
            } else if !speakers.is_empty() {
                speakers
            } else {
                let outermost = |i: &usize| attributions[*i].within.is_none();
                before.iter().rev().take(BEFORE).copied().find(outermost).into_iter().collect()
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

/// Bytes that may stand between a source and the words on its terms.
const BESIDE: usize = 40;
/// Words that may: ", all of whom".
const BETWEEN: &[&str] = &[
    "who", "whom", "whose", "all", "both", "of", "each", "has", "have", "had", "speaking", "spoke", "only", "he",
    "she", "they", "was", "were", "is", "are", "also", "and", "insisted", "would", "did", "does",
];

/// Whether words stand in an attribution's source or right behind it.
fn stands_beside(text: &str, a: &Attribution, stated: Span) -> bool {
    let small = |gap: &str| {
        let mut words = gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        !gap.contains(['.', '“', '”', '"', ';', ':']) && words.all(|word| BETWEEN.contains(&word))
    };
    a.source.iter().any(|source| {
        source.overlaps(stated)
            || (source.end <= stated.start
                && stated.start - source.end <= BESIDE
                && small(&text[source.end..stated.start]))
    })
}

/// Attributions before, among which the one that terms are about is looked for.
const BEFORE: usize = 6;

/// Of those who spoke before, the last whose noun is the sentence's subject.
fn named_before(sentence: &Sentence<'_>, stated: Span, attributions: &[Attribution], order: &[usize]) -> Option<usize> {
    let text = sentence.text;
    let subject = who(sentence, stated).map(|who| who.of(text).to_lowercase()).unwrap_or_default();
    let is_verb = |word: &&str| {
        matches!(
            *word,
            "was"
                | "were"
                | "is"
                | "are"
                | "had"
                | "has"
                | "have"
                | "been"
                | "both"
                | "also"
                | "spoke"
                | "all"
                | "each"
        )
    };
    let noun = subject.rsplit(' ').find(|word| !is_verb(word)).unwrap_or_default();
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

/// The terms that a sentence states, in order, none inside another.
fn stated(sentence: &Sentence<'_>) -> Vec<StatedTerms> {
    let mut out: Vec<StatedTerms> = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
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
            let last = if terms == Terms::NotAuthorised { end_of_clause(sentence, end) } else { end };
            out.push(StatedTerms { terms, span: sentence.span(&(at..last)), reason: reason(sentence, last) });
        }
        at = end;
    }
    out
}

/// Where a phrase that stands at a word ends.
fn matches(sentence: &Sentence<'_>, at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    let mut parts = phrase.split(' ').peekable();
    while let Some(part) = parts.next() {
        if part == "*" {
            let next = *parts.peek()?;
            let skip = (0..=ANY).find(|skip| sentence.lower(end + skip) == next)?;
            end += skip;
        } else if same(sentence.lower(end), part) {
            end += 1;
        } else {
            return None;
        }
    }
    Some(end)
}

fn same(word: &str, part: &str) -> bool {
    let straight = |word: &str| word.replace('’', "'");
    word == part || (word.contains('’') && straight(word) == part) || (part == "n't" && straight(word).ends_with(part))
}

/// Why: what follows the phrase from "because", "citing" and the like to the end of the clause.
fn reason(sentence: &Sentence<'_>, end: usize) -> Option<Span> {
    // "Asked that her name not be published because …"
    let end = end + usize::from(sentence.lower(end).ends_with("ed"));
    let end = end.min(sentence.words.len());
    let start = end + usize::from(sentence.lower(end) == ",");
    let is_reason = REASONS.contains(&sentence.lower(start)) && (sentence.lower(start) != "to" || start == end);
    let last = end_of_clause(sentence, start + 1);
    (is_reason && last > start + 1).then(|| sentence.span(&(start..last)))
}

fn end_of_clause(sentence: &Sentence<'_>, from: usize) -> usize {
    let ends = |at: &usize| {
        matches!(sentence.lower(*at), "." | "," | ";" | ":" | "”" | "\"" | ")" | "—" | "–" | "said" | "told")
    };
    (from..sentence.words.len()).find(ends).unwrap_or(sentence.words.len())
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
            "One shopkeeper, who asked the Gazette not to print her name because she rents from the council, said so.",
            &[(
                "asked_not_to_be_named",
                "asked the Gazette not to print her name",
                Some("because she rents from the council"),
            )],
        );
        check("One picket, who asked us to call him Ted, said so.", &[("pseudonym", "asked us to call him", None)]);
        check("The mayor spoke on Monday.", &[]);
    }

    #[test]
    fn every_phrase_has_its_hint() {
        for (phrase, _) in tables::PHRASES {
            assert!(tables::HINTS.iter().any(|hint| phrase.contains(hint)), "{phrase}");
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
