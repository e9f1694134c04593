//! Who is really heard in an article: what a reading takes for another source may be a pronoun that it could not place, the reporter, or
//! studies at large.

use sayso_reading::{Act, Attribution, Source, SourceType};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use crate::Desk;
use crate::words::lower;

/// What is read with less confidence, nearly all of it, is no voice; what is read with more may be one.
pub(super) const UNSURE: f32 = 0.2;

/// Who tells the story.
const NARRATORS: &[&str] = &["i", "we", "us", "me"];
/// Verbs of those who give a thing a name, and say nothing by it.
const NAMING: &[&str] = &["call", "calls", "called", "named", "dub", "dubbed", "known", "nicknamed"];
/// What is known at large, and no voice of this story.
const AT_LARGE: &[&str] = &["studies", "research", "science", "surveys", "history", "experience"];
/// What stands for somebody who was named before.
const PRONOUNS: &[&str] = &["he", "she", "who", "it", "they", "his", "her", "him", "them"];

/// So many mentions tell whether somebody is only a pronoun.
const MENTIONS: usize = 40;

/// How surely somebody else is heard in an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Nobody: a thought, a name that is given, the reporter's question, studies at large.
    Nobody,
    /// A pronoun that stands for nobody whom the article brings in: most often whoever spoke before.
    Pronoun,
    /// Somebody.
    Somebody,
}

/// Whose voice an outermost attribution is.
pub(super) fn voice(desk: &Desk<'_>, a: &Attribution) -> Voice {
    let Some(source) = desk.source_of(a) else {
        // A quotation without a speaker is somebody's; what “is believed” is nobody's.
        let is_quoted = a.content.iter().any(|piece| desk.is_quoted(*piece));
        return if is_quoted { Voice::Somebody } else { Voice::Nobody };
    };
    let words = a.source.first().map(|source| lower(desk.text, *source)).unwrap_or_default();
    let names = a.cue.iter().any(|cue| lower(desk.text, *cue).iter().any(|word| NAMING.contains(&word.as_str())));
    if a.act != Act::Says || names || is_narrator(&words) || is_at_large(source, &words) {
        return Voice::Nobody;
    }
    let is_pronoun = words.iter().all(|word| PRONOUNS.contains(&word.as_str()));
    if is_pronoun && !is_brought_in(desk, source) { Voice::Pronoun } else { Voice::Somebody }
}

fn is_narrator(words: &[String]) -> bool {
    matches!(words, [word] if NARRATORS.contains(&word.as_str()))
}

fn is_at_large(source: &Source, words: &[String]) -> bool {
    let is_text = matches!(source.kind, SourceType::Document | SourceType::UnnamedGroup);
    is_text && matches!(words, [.., head] if words.len() <= 2 && AT_LARGE.contains(&head.as_str()))
}

/// So many words from a sentence's beginning its subject ends.
const SUBJECT: usize = 6;

/// Whether the writer brings somebody in, and not only somebody else's words: then a pronoun may stand for him.
fn is_brought_in(desk: &Desk<'_>, source: &Source) -> bool {
    let is_pronoun = |mention: &Span| {
        let words = lower(desk.text, *mention);
        is_narrator(&words) || words.iter().all(|word| PRONOUNS.contains(&word.as_str()))
    };
    let is_writers = |span: &Span| desk.is_writers(*span);
    // “He named a paper by Emil Trent. He said …”: whom a sentence names by the way does not speak next.
    let is_subject = |span: &&Span| {
        desk.sentence_at(span.start)
            .is_none_or(|line| line.sentence.words.partition_point(|word| word.start < span.start) < SUBJECT)
    };
    source.name.iter().filter(is_subject).any(is_writers)
        || source.mentions.iter().take(MENTIONS).any(|mention| !is_pronoun(mention) && is_writers(mention))
}

/// “He” or “she”, where a piece of text is nothing else.
pub(super) fn pronoun(desk: &Desk<'_>, span: Span) -> Option<String> {
    let words = Sentence::of(desk.text, span).lower;
    matches!(words.as_slice(), [word] if word == "he" || word == "she").then(|| words[0].clone())
}
