//! A whole sentence stands in quotation marks, and nothing says whose it is.
//!
//! ## What it does
//!
//! Finds quotations that are a sentence of their own, for which no speaker is named in their paragraph, while the sentence before
//! tells of nobody whose words they may be: “for many it had been a long wait” does not, nor does “then the choir sang” behind it. A
//! short one in a new paragraph is not that of whoever was quoted before it with closed marks, nor, where it tells of the speaker’s
//! own life, that of a lawyer or the police. Also the first of two quotations with no word between them.
//!
//! ## Why it matters
//!
//! Words in quotation marks are somebody’s. If the reader isn’t told whose, the marks prove nothing.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, and AP, “Statement of News Values”: a quotation has a speaker. Wikipedia, “Manual of
//! Style”: a full-sentence quotation has an author in the text.
//!
//! ## Example
//!
//! ```text
//! The hall was full by seven.
//!
//! “Nobody here has slept for three days.”
//!
//! The vote was put off until Monday.
//! ```
//!
//! ## Better
//!
//! ```text
//! The hall was full by seven.
//!
//! “Nobody here has slept for three days,” said Ines Tarn, a baker.
//!
//! The vote was put off until Monday.
//! ```
//!
//! ## When not to use
//!
//! Where pull quotes or mottos stand among the paragraphs of the text.

use std::collections::HashSet;

use sayso_article::Part;
use sayso_reading::{Attribution, SourceType};
use sayso_text::Span;
use sayso_text::quotes::Quotation;
use sayso_text::sentences::Sentence;

use super::quotes_run_together::is_end_to_end;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ATT007",
    name: "unattributed-quotation",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("unattributed_quotation.rs"),
    check,
};

/// Fewer words are an exclamation, a title, a sign on a door.
const FEWEST_WORDS: usize = 5;
/// What is read with less confidence names nobody: “there was little talk of anything else”.
const SURE: f32 = 0.6;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let named = surnames(desk);
    let all: Vec<&Quotation> = desk.quotes.outermost().collect();
    // The paragraphs of one speech have one speaker.
    let mut told = None;
    for (at, quotation) in all.iter().enumerate() {
        if !stands_alone(desk, quotation) || told.replace(quotation.speech) == Some(quotation.speech) {
            continue;
        }
        let meets = |one: Option<&&Quotation>, other: Option<&&Quotation>| {
            one.zip(other).is_some_and(|(one, other)| is_end_to_end(desk, one, other))
        };
        let side = Side {
            is_first: meets(Some(quotation), all.get(at + 1)),
            is_second: meets(at.checked_sub(1).and_then(|before| all.get(before)), Some(quotation)),
        };
        let mut paragraphs = desk.quotes.speech(quotation.speech);
        if paragraphs.any(|q| has_speaker(desk, q, side))
            || is_led_up_to(desk, quotation, side, &named)
            || is_taken_up(desk, quotation)
        {
            continue;
        }
        let called = crate::words::short(desk.text, quotation.inner());
        found.add(
            quotation.span,
            format!("nobody is named for “{called}”: who says it?"),
            "Name the speaker, or take the marks away if it is nobody’s",
        );
    }
}

/// Words for somebody whose words may follow.
const PERSONS: &[&str] = &["he", "she", "they", "i", "we", "his", "her", "their", "who", "him", "them"];
/// Those of them that stand for many.
const MANY: &[&str] = &["they", "their", "them"];
/// Nouns for somebody, and how many of them end.
const ROLES: &[&str] = &[
    "captain",
    "chief",
    "clerk",
    "coach",
    "man",
    "woman",
    "mother",
    "father",
    "wife",
    "husband",
    "son",
    "daughter",
    "child",
    "boy",
    "girl",
    "nurse",
    "cook",
    "guard",
    "priest",
    "president",
    "judge",
    "resident",
    "others",
    "guest",
    "guide",
    "pilot",
    "critic",
    "monk",
    "witness",
];
const ROLE_ENDINGS: &[&str] = &["er", "or", "ist", "man", "woman", "ian", "ers", "ors", "ists", "ians", "men", "women"];
/// Words at the beginning of a sentence that says whose words those before it were.
const TAKES_UP: &[&str] = &["thus", "so", "that", "this", "those", "these", "such", "with"];

/// Whether a quotation is one of two with no word between them.
#[derive(Clone, Copy)]
struct Side {
    is_first: bool,
    is_second: bool,
}

/// Whether a quotation is a sentence or more, with nothing beside it.
fn stands_alone(desk: &Desk<'_>, quotation: &Quotation) -> bool {
    let inner = quotation.inner();
    let text = inner.of(desk.text).trim();
    let begins = text.starts_with(char::is_uppercase) && text.ends_with(['.', '?', '!']);
    if !begins || quotation.close.is_none() || desk.part_at(quotation.span.start) != Part::Body {
        return false;
    }
    let lines = desk.sentences_in(quotation.span);
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return false };
    first.sentence.whole.start == quotation.span.start
        && !first.sentence.is_title()
        && last.sentence.whole.end == quotation.span.end
        && first.sentence.lower.iter().filter(|word| word.starts_with(char::is_alphanumeric)).count() >= FEWEST_WORDS
}

/// Whether the paragraph names whose words they are, or the one behind does and says nothing else.
fn has_speaker(desk: &Desk<'_>, quotation: &Quotation, side: Side) -> bool {
    let Some(here) = desk.sentence_at(quotation.span.start).map(|line| line.paragraph) else { return false };
    desk.touching(quotation.span).filter(|a| !is_of_many(desk, a) && !goes_on_after(desk, quotation, a)).any(|a| {
        let mut places = a.source.iter().chain(&a.cue).filter(|place| !quotation.span.contains(**place));
        let is_far = |place: &Span| {
            let line = desk.sentence_at(place.start);
            line.is_none_or(|line| line.paragraph != here)
                && !(place.start > quotation.span.end && a.content.iter().all(|said| quotation.span.overlaps(*said)))
        };
        // Whoever is named behind the second of two says only that.
        let is_its = |place: &Span| !side.is_first || place.end <= quotation.span.start;
        places.any(|place| !is_far(place) && is_its(place))
    })
}

/// “For many on the quay it had been a hard year”: whether a crowd is only said to feel a thing.
fn is_of_many(desk: &Desk<'_>, a: &Attribution) -> bool {
    let first = |spans: &[Span]| spans.first().map(|span| crate::words::lower(desk.text, *span)).unwrap_or_default();
    let (source, cue) = (first(&a.source), first(&a.cue));
    let is_in = |words: &[String], table: &[&str]| words.first().is_some_and(|word| table.contains(&word.as_str()));
    let is_crowd = is_in(&source, CROWD);
    is_crowd && cue.len() == 1 && is_in(&cue, &["for", "to", "among", "with", "of"])
}

/// “‘We had no hope.’ Then the choir sang.”: whether all that follows a quotation is what somebody does next.
fn goes_on_after(desk: &Desk<'_>, quotation: &Quotation, a: &Attribution) -> bool {
    let is_deed = |cue: &Span| {
        let words = crate::words::lower(desk.text, *cue);
        words.iter().any(|word| DEEDS.contains(&word.as_str())) && cue.start >= quotation.span.end
    };
    !a.cue.is_empty() && a.cue.iter().all(is_deed)
}

/// What somebody does after a quotation that has ended, and says nothing by it.
const DEEDS: &[&str] = &[
    "played",
    "sang",
    "left",
    "went",
    "came",
    "opened",
    "closed",
    "began",
    "stood",
    "sat",
    "marched",
    "walked",
    "danced",
    "rose",
    "followed",
    "applauded",
    "clapped",
    "cheered",
];

/// Words for no one in particular.
const CROWD: &[&str] =
    &["many", "most", "all", "some", "everyone", "everybody", "people", "those", "thousands", "hundreds", "dozens"];

/// “The sign read:”, a question, and a sentence before that tells of somebody or of somebody’s words.
fn is_led_up_to(desk: &Desk<'_>, quotation: &Quotation, side: Side, named: &HashSet<&str>) -> bool {
    let (Some(before), Some(here)) =
        (desk.sentence_before(quotation.span.start), desk.sentence_at(quotation.span.start))
    else {
        return false;
    };
    let span = before.sentence.whole;
    if before.part != Part::Body {
        return false;
    }
    if span.of(desk.text).ends_with([':', '—', ',']) {
        return true;
    }
    let is_new = before.paragraph != here.paragraph;
    if side.is_second || (side.is_first && is_new) {
        return false;
    }
    // Whoever goes on in a new paragraph leaves the marks before it open.
    if is_new && is_short(desk, quotation) && (ends_in_marks(desk, span) || is_anothers_life(desk, span, quotation)) {
        return false;
    }
    let is_somebody = |word: &Span| {
        named.contains(bare(word.of(desk.text))) || PERSONS.contains(&word.of(desk.text).to_lowercase().as_str())
    };
    let leads = before.paragraph == here.paragraph
        && (span.of(desk.text).ends_with('?') || begins_with_somebody(&before.sentence));
    // “People looked at their boats” tells of nobody whose words a new paragraph may be.
    let is_one =
        |word: &Span| !(before.paragraph != here.paragraph && MANY.contains(&&*word.of(desk.text).to_lowercase()));
    // “A crowd looked at what was left” may be read as telling.
    let looks = |cue: &Span| crate::words::lower(desk.text, *cue).iter().any(|word| LOOKS.contains(&word.as_str()));
    let speaks = |a: &Attribution| {
        a.confidence >= SURE
            && !is_of_many(desk, a)
            && !a.cue.iter().any(looks)
            && a.content.iter().any(|said| !quotation.span.contains(*said))
    };
    leads
        || desk.touching(span).any(speaks)
        || before.sentence.words.iter().any(|word| is_somebody(word) && is_one(word))
}

/// “‘The boys did well,’ Voss said. ‘It was a fine day.’”: whether a sentence ends with marks that are closed.
fn ends_in_marks(desk: &Desk<'_>, sentence: Span) -> bool {
    let closed = |quotation: &Quotation| {
        quotation.close.is_some() && quotation.span.end == sentence.end && quotation.span.start > sentence.start
            || quotation.close.is_some() && quotation.span.end == sentence.end && is_short(desk, quotation)
    };
    sentence.of(desk.text).ends_with(['”', '"']) && desk.quotes.outermost().any(closed)
}

/// Whoever goes on for longer makes a speech, each paragraph of which may be closed.
const SPEECH: usize = 30;

fn is_short(desk: &Desk<'_>, quotation: &Quotation) -> bool {
    quotation.inner().of(desk.text).split_whitespace().count() <= SPEECH
}

/// Verbs of those who see and say nothing.
const LOOKS: &[&str] = &["looked", "watched", "saw", "stared", "gazed", "gathered", "stood", "waited"];

/// Those who speak of what befell others.
const ON_DUTY: &[&str] = &[
    "prosecuting",
    "prosecutor",
    "defending",
    "barrister",
    "lawyer",
    "solicitor",
    "attorney",
    "judge",
    "coroner",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "police",
    "inspector",
    "sergeant",
    "detective",
    "superintendent",
];
/// Words of those to whom it happened.
const OWN_LIFE: &[&str] = &["i", "my", "me", "mine", "your", "myself"];

/// The words right behind a name: “Vanessa Creel, prosecuting, told the court”.
fn behind<'d>(desk: &'d Desk<'_>, name: Span) -> Vec<&'d str> {
    let Some(line) = desk.sentence_at(name.start) else { return Vec::new() };
    let first = line.sentence.words.partition_point(|word| word.start < name.end);
    (first..first + 2).map(|at| line.sentence.lower(at)).collect()
}

/// Whether what is quoted tells of the speaker’s own life, and the sentence before is that of a lawyer or the police.
fn is_anothers_life(desk: &Desk<'_>, before: Span, quotation: &Quotation) -> bool {
    let words = |span: Span| crate::words::lower(desk.text, span);
    let has = |span: Span, table: &[&str]| words(span).iter().any(|word| table.contains(&word.as_str()));
    let is_on_duty = |a: &Attribution| {
        desk.source_of(a).is_some_and(|source| {
            let mut told =
                source.mentions.iter().take(4).chain(&source.name).chain(&source.titles).chain(&source.justification);
            told.any(|span| has(*span, ON_DUTY) || behind(desk, *span).iter().any(|word| ON_DUTY.contains(word)))
        })
    };
    has(quotation.inner(), OWN_LIFE) && desk.touching(before).any(is_on_duty)
}

/// “Karin Vass spent the night there”, “The governor was less sure”: whether a sentence begins with somebody.
fn begins_with_somebody(sentence: &Sentence<'_>) -> bool {
    let has_article = matches!(sentence.lower(0), "the" | "a" | "an" | "one" | "another" | "some");
    let is_one = |at: usize| {
        let word = sentence.lower(at);
        ROLES.contains(&word) || (word.len() > 4 && ROLE_ENDINGS.iter().any(|ending| word.ends_with(ending)))
    };
    (sentence.is_capital(0) && sentence.is_capital(1)) || (has_article && (1..4).any(is_one))
}

/// “Thus Mr Finch”, “Those were her words”: whether the sentence behind says whose they are.
fn is_taken_up(desk: &Desk<'_>, quotation: &Quotation) -> bool {
    let behind = desk.around(quotation.span.end.saturating_sub(1), 0, 1).get(1);
    behind.is_some_and(|behind| TAKES_UP.contains(&behind.sentence.lower(0)))
}

/// The last names of all who are somebody’s source.
fn surnames<'r>(desk: &Desk<'r>) -> HashSet<&'r str> {
    let persons = desk.reading.sources.iter().filter(|source| source.kind == SourceType::NamedPerson);
    persons.filter_map(|source| source.name?.of(desk.text).split_whitespace().last()).collect()
}

fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_sentence_in_marks_needs_a_speaker() {
        fires(
            &RULE,
            "The ferry was an hour late on Monday.\n\n⟦“It was like a wall of water coming down.”⟧\n\nThe coastguard closed the harbour.",
        );
        fires(
            &RULE,
            "The shop on Quay Street closed in May. ⟦“We never sold a single boot after Christmas.”⟧ The windows are boarded up.",
        );
        fires(
            &RULE,
            "Corin Vale, a deckhand, said the ferry had been late before. The pier is to be rebuilt in May.\n\n⟦“It was like a wall of water coming down.”⟧\n\nThe harbour master, Ines Tarn, said the ferry was sound.",
        );
        fires(
            &RULE,
            "A crowd on the quay looked at what was left of their boats.\n\n⟦“We wrote to the owner about those wires every spring.”⟧\n\nThe quay is closed.",
        );
        fires(
            &RULE,
            "The coach of Osk, Emil Brand, was content. “We ran for each other,” Brand said. “It was our best day.”\n\n⟦“He has lost the trust of every player in the squad.”⟧\n\nOsk play at Kell on Sunday.",
        );
        fires(
            &RULE,
            "Ines Tarn, prosecuting, told the court that nine rings had gone.\n\nTarn said they were found in a drawer.\n\n⟦“My mother wore one of those rings on her last day.”⟧\n\nNine rings are still missing.",
        );
        fires(
            &RULE,
            "In the bakery there was much talk of little else. ⟦“My mother bought her bread here for forty years.”⟧",
        );
        fires(
            &RULE,
            "For many on the quay it had been a hard year. ⟦“We had no longer hoped to see her come home.”⟧ Then the choir sang.",
        );
        fires(
            &RULE,
            "The bell was back on Monday. ⟦“We had almost forgotten the sound of it.”⟧ The band played, and the quay was full.",
        );
        fires(
            &RULE,
            "The two men met in the yard. ⟦“You told us that the ferry was safe.”⟧ “Nobody asked me about the ferry,” said Corin Vale, a deckhand.",
        );
    }

    #[test]
    fn what_has_a_speaker_or_is_no_sentence_is_none() {
        is_silent(
            &RULE,
            &[
                "“It was like a wall of water coming down,” said Corin Vale, a deckhand. “Nobody had told us that it would come.”",
                "The sign on the door reads: “We are closed until further notice to all.”",
                "Corin Vale, a deckhand, shook his head and said it was bad.\n\n“Nobody had told us that it would come.”",
                "“It was like a wall,” said Corin Vale, a deckhand.\n\n“Nobody had told us that it would come.”",
                "She sang “Home.” The hall was full.",
                "The hall was full.\n\n“The Long Winter of the Salt Road.”\n\nThe choir sang it twice.",
                "Ines Tarn, prosecuting, told the court that nine rings had gone. She said they were found in a drawer.\n\n“Nobody else had a key to the house.”\n\nThe trial goes on.",
                "Corin Vale, a deckhand, said the ferry had been late before. He looked at the sea.\n\n“Nobody had told us that it would come.”\n\nThe pier is closed.",
                "The pier is closed.\n\n“Nobody had told us that it would come.” Thus Corin Vale, in a letter that took the clerk a minute to read.",
                "The ferry was late.\n\nThe harbour master was less sure. “It was never late before the storm.”",
                "The ferry was late.\n\nKarin Vass, a nurse, slept on the pier. “It was never late before the storm.”",
                "Corin Vale, a deckhand, answered three questions. Is the pier safe? “It has never been safe for anybody.”",
                "“Nobody had told us that it would come,” said Corin Vale, a deckhand.\n\nThe pier is closed.\n\n“It was like a wall of water coming down,” he said.",
                "The harbour has a new ferry, the “Alda of Dorrin”, since May.",
            ],
        );
    }
}
