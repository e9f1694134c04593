//! What a statement does with another one: denies, rejects, confirms, supports it.

mod field;
mod tables;

use std::ops::Range;

use sayso_article::Article;
use sayso_text::Span;

use crate::overlap::stem;
use crate::sources::Source;
use crate::{Attribution, AttributionId};
use field::Field;
use sayso_text::sentences::Sentence;
use tables::{CUES, FALSE, FLATLY_FALSE, Hint, NAMING, Needs, PARTS, REQUESTS, SILENT, STATEMENTS, TRUE};

/// What a statement does with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stance {
    /// "Denied it".
    Denies,
    /// "Rejected the suggestion".
    Rejects,
    /// "Confirmed the report".
    Confirms,
    /// "Backed the claim".
    Supports,
    /// "Would neither confirm nor deny", "declined to comment on the report".
    RefusesToComment,
}

impl Stance {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Denies, Self::Rejects, Self::Confirms, Self::Supports, Self::RefusesToComment];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Denies => "denies",
            Stance::Rejects => "rejects",
            Stance::Confirms => "confirms",
            Stance::Supports => "supports",
            Stance::RefusesToComment => "refuses_to_comment",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A stance, the words that state it, and the statement that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedStance {
    /// The stance.
    pub stance: Stance,
    /// The words.
    pub span: Span,
    /// The attribution that it takes up, where that is in the article.
    pub of: Option<AttributionId>,
}

/// States for each attribution what it does with another one.
pub(crate) fn attach(
    article: &Article,
    sentences: &[Sentence<'_>],
    sources: &[Source],
    attributions: &mut [Attribution],
) {
    let text = &article.text;
    let takers: Vec<(usize, Taken)> =
        (0..attributions.len()).filter_map(|i| Some((i, taken(text, &attributions[i])?))).collect();
    if takers.is_empty() {
        return;
    }
    let mut field = Field::of(article, sentences, sources, attributions);
    for (i, taken) in &takers {
        field.refuses[*i] = taken.stance == Stance::RefusesToComment;
        let turns_down = matches!(taken.stance, Stance::Denies | Stance::Rejects);
        field.is_answer[*i] = turns_down && taken.object.is_statement();
    }
    let found: Vec<(usize, StatedStance)> = takers
        .into_iter()
        .filter_map(|(i, taken)| {
            let of = field.find(i, &taken).map(|place| attributions[place].id);
            let stated = StatedStance { stance: taken.stance, span: taken.span, of };
            (of.is_some() || taken.needs != Needs::Found).then_some((i, stated))
        })
        .collect();
    for (i, stated) in found {
        attributions[i].stance = Some(stated);
    }
}

/// A stance as one attribution's words tell it, and what they say of the statement that it takes up.
struct Taken {
    stance: Stance,
    span: Span,
    needs: Needs,
    object: Object,
}

/// The stance that an attribution's own words tell.
fn taken(text: &str, attribution: &Attribution) -> Option<Taken> {
    let content: Vec<Sentence<'_>> = attribution.content.iter().take(PIECES).map(|c| Sentence::of(text, *c)).collect();
    let content = content.first()?;
    let object = object(content);
    for cue in attribution.cue.iter().map(|cue| Sentence::of(text, whole_cue(text, *cue))) {
        if let Some(taken) = declined(&cue, content) {
            return Some(taken);
        }
        if let Some((stance, span, needs)) = in_cue(&cue) {
            let fits = match needs {
                Needs::Nothing | Needs::Found => true,
                Needs::Clause => content.lower(0) == "that",
                Needs::NoRequest => !object.is_request,
                Needs::NoName => !object.is_name,
                Needs::Statement => object.is_statement(),
            };
            // "Agreed to", "support for", "back to": something is done, nothing taken up.
            let does = matches!(content.lower(0), "to") && stance == Stance::Supports;
            return (fits && !does).then_some(Taken { stance, span, needs, object });
        }
        if let Some(at) = (0..cue.words.len()).find(|at| NAMING.contains(&cue.lower(*at)))
            && object.is_statement()
        {
            let stance = verdict(content)?;
            return Some(Taken { stance, span: cue.words[at], needs: Needs::Nothing, object });
        }
    }
    of_content(content, object)
}

/// A cue with the words that turn it and that the tagger left outside: "would not *say*".
fn whole_cue(text: &str, cue: Span) -> Span {
    let first = cue.of(text).split(' ').next().unwrap_or_default();
    if !matches!(first, "say" | "comment" | "confirm" | "discuss" | "elaborate" | "answer") {
        return cue;
    }
    let before = text[..cue.start].trim_end();
    let turn = TURNS
        .iter()
        .find(|turn| before.ends_with(**turn) && !before[..before.len() - turn.len()].ends_with(char::is_alphanumeric));
    turn.map_or(cue, |turn| Span::new(before.len() - turn.len(), cue.end))
}

/// Words that make a refusal of the verb behind them.
const TURNS: &[&str] = &[
    "would not",
    "wouldn't",
    "wouldn’t",
    "will not",
    "declined to",
    "refused to",
    "declining to",
    "refusing to",
    "declines to",
];

/// "Declined" "to comment on the talks": the tagger may take the verb for the content's.
fn declined(cue: &Sentence<'_>, content: &Sentence<'_>) -> Option<Taken> {
    let last = cue.lower.last()?;
    let declines = matches!(last.as_str(), "declined" | "declines" | "declining" | "refused" | "refuses" | "refusing");
    let to =
        matches!(content.lower(1), "comment" | "discuss" | "say" | "confirm" | "answer" | "elaborate" | "speculate");
    if !declines || content.lower(0) != "to" || !to {
        return None;
    }
    let from = if matches!(content.lower(2), "on" | "about") { 3 } else { 2 };
    let rest = content.words.get(from).map(|first| Span::new(first.start, content.words[content.words.len() - 1].end));
    let object = rest.map_or_else(Object::default, |rest| object(&Sentence::of(content.text, rest)));
    let span = cue.span(&(cue.words.len() - 1..cue.words.len())).cover(content.words[1]);
    // "Declined to comment" alone takes nothing up, unless the sentence says what was asked.
    let needs = if rest.is_none() && content.lower(1) == "comment" { Needs::Found } else { Needs::Nothing };
    Some(Taken { stance: Stance::RefusesToComment, span, needs, object })
}

/// Pieces of a content that are looked at.
const PIECES: usize = 1;

/// The longest phrase of the table in a cue.
fn in_cue(cue: &Sentence<'_>) -> Option<(Stance, Span, Needs)> {
    CUES.iter().find_map(|(phrase, stance, needs)| {
        let (at, end) = (0..cue.words.len()).find_map(|at| Some((at, cue.phrase(at, phrase)?)))?;
        Some((*stance, cue.span(&(at..end)), *needs))
    })
}

/// What a content says of a statement in a few words of its own: "that the memo was forged", “No comment.”
fn of_content(content: &Sentence<'_>, object: Object) -> Option<Taken> {
    if content.words.len() > VERDICT {
        return None;
    }
    let stated = |stance, words: &Range<usize>, object| {
        Some(Taken { stance, span: content.span(words), needs: Needs::Nothing, object })
    };
    for at in 0..content.words.len() {
        let (word, next) = (content.lower(at), content.lower(at + 1));
        let refuses = is_not(word) && (next == "comment" || (next == "be" && content.lower(at + 2) == "commenting"));
        if refuses {
            return stated(Stance::RefusesToComment, &(at..at + 2), Object::default());
        }
        if let Some(end) = SILENT.iter().find_map(|phrase| content.phrase(at, phrase)) {
            return stated(Stance::RefusesToComment, &(at..end), Object::default());
        }
    }
    if let Some(taken) = of_himself(content) {
        return Some(taken);
    }
    if content.lower(0) == "the" && content.lower(1) == "same" && content.words.len() <= 3 {
        let object = Object { noun: Some(Hint::Any), ..Object::default() };
        return stated(Stance::Supports, &(0..2), object);
    }
    // A statement, a form of "be" and what it is called.
    let be = (0..content.words.len()).find(|at| is_be(content.lower(*at)))?;
    // "It is a hoax" may be said of anything.
    let is_flat = (be + 1..content.words.len().min(be + FLAT))
        .any(|at| FLATLY_FALSE.iter().any(|phrase| content.phrase(at, phrase).is_some()));
    let is_it = object.is_pronoun && !is_flat && content.lower.iter().take(2).any(|word| word.starts_with("it"));
    if !object.is_statement() || is_it || object.end > be + 1 {
        return None;
    }
    let stance = verdict(content).or(is_flat.then_some(Stance::Rejects))?;
    stated(stance, &(0..content.words.len()), object)
}

/// "It was made up": so many words behind the verb.
const FLAT: usize = 4;

/// "Told Channel Six she believed the report": one who reports himself is read as one attribution.
fn of_himself(content: &Sentence<'_>) -> Option<Taken> {
    let at = usize::from(content.lower(0) == "that");
    let verb = at + 1 + usize::from(matches!(content.lower(at + 1), "had" | "has" | "did" | "also"));
    if !matches!(content.lower(at), "he" | "she" | "they" | "it") || verb + 1 >= content.words.len() {
        return None;
    }
    let (end, stance, needs) =
        CUES.iter().find_map(|(phrase, stance, needs)| Some((content.phrase(verb, phrase)?, *stance, *needs)))?;
    let rest = Span::new(content.words.get(end)?.start, content.words[content.words.len() - 1].end);
    let object = object(&Sentence::of(content.text, rest));
    let span = content.span(&(verb..end));
    object.is_statement().then_some(Taken { stance, span, needs, object })
}

/// A content that passes a verdict has at most so many words.
const VERDICT: usize = 16;

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "was" | "were" | "are" | "it's" | "it’s" | "that's" | "that’s")
}

fn is_not(word: &str) -> bool {
    matches!(word, "no" | "not" | "never" | "cannot") || word.ends_with("n't") || word.ends_with("n’t")
}

/// Whether words call what they are about false or true.
fn verdict(content: &Sentence<'_>) -> Option<Stance> {
    let (at, is_true) = content.lower.iter().take(VERDICT).enumerate().find_map(|(at, word)| {
        let is_true = TRUE.contains(&word.as_str());
        (is_true || FALSE.contains(&word.as_str())).then_some((at, is_true))
    })?;
    let is_turned = (at.saturating_sub(2)..at).any(|before| is_not(content.lower(before)));
    Some(if is_true == is_turned { Stance::Rejects } else { Stance::Confirms })
}

/// What a content says of the statement that it takes up.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that a content says or not")]
#[derive(Default)]
struct Object {
    /// The content is a pronoun, or a noun that stands for a statement, with what that says.
    noun: Option<Hint>,
    /// The noun, in lower case.
    called: String,
    /// Whether it is a pronoun.
    is_pronoun: bool,
    /// Whose statement, by the stems of the name.
    whose: Vec<String>,
    /// Whether it asks for something.
    is_request: bool,
    /// Whether it is a name alone.
    is_name: bool,
    /// The word after the noun.
    end: usize,
    /// What the content says in words of its own.
    words: Vec<String>,
    /// Whether it points back: "any such meeting".
    is_such: bool,
}

impl Object {
    fn is_statement(&self) -> bool {
        self.noun.is_some()
    }
}

/// Words in which the noun of a content may stand.
const HEAD: usize = 7;

fn object(content: &Sentence<'_>) -> Object {
    let is_mark = |word: &str| !word.starts_with(char::is_alphanumeric);
    let mut first = (0..content.words.len()).find(|at| !is_mark(content.lower(*at))).unwrap_or(0);
    if content.lower(first) == "that" && content.words.len() > first + 1 && leads_clause(content, first + 1) {
        first += 1;
    }
    // "Parts of the account".
    if let Some(end) = PARTS.iter().find_map(|part| content.phrase(first, part)) {
        first = end;
    }
    let is_such = content.lower.iter().take(SO).any(|word| word == "such");
    let mut out = Object { is_such, ..Object::default() };
    let head = first..(first + HEAD).min(content.words.len());
    out.is_request = head.clone().any(|at| REQUESTS.contains(&content.lower(at)));
    let is_upper = |at: usize| content.word(at).starts_with(char::is_uppercase);
    out.is_name = !head.is_empty() && content.words.len() <= NAME && head.clone().all(is_upper);
    let pronoun = matches!(
        content.lower(first),
        "it" | "this" | "that" | "them" | "these" | "those" | "so" | "it's" | "that's" | "it’s" | "that’s"
    );
    let follows = content.lower(first + 1);
    let ends = |word: &str| {
        word.is_empty() || is_mark(word) || is_be(word) || matches!(word, "as" | "on" | "a" | "an" | "all")
    };
    if pronoun && ends(follows) {
        out.noun = Some(Hint::Any);
        out.is_pronoun = true;
        out.end = first + 1;
        return out;
    }
    // "That she had said so"
    if content.words.len() <= SO && content.lower.last().is_some_and(|word| word == "so") {
        out.noun = Some(Hint::Any);
        out.end = content.words.len();
        return out;
    }
    let stops = |at: &usize| {
        let word = content.lower(*at);
        matches!(word, "that" | "of" | "to" | "in" | "for" | "by" | "from" | "about" | "on" | "with" | "and" | "as")
            && *at > first
            || is_be(word)
            || matches!(word, "," | ";" | "“" | "\"" | "‘" | "had" | "has" | "have" | "would" | "will")
    };
    let end = head.clone().find(stops).unwrap_or(head.end);
    let noun = (head.start..end).rev().find_map(|at| {
        let found = STATEMENTS.binary_search_by_key(&content.lower(at), |entry| entry.0).ok()?;
        Some((at, STATEMENTS[found].1))
    });
    let Some((at, hint)) = noun.filter(|(at, _)| at + 1 == end || content.lower(first) == "any") else {
        out.words = stems_of(content, first..content.words.len());
        return out;
    };
    let owner = (first..at).rev().find(|at| {
        content.lower(*at).ends_with("'s")
            || content.lower(*at).ends_with("’s")
            || content.lower(*at).ends_with("s’")
            || content.touches(*at + 1) && matches!(content.lower(*at + 1), "’" | "'")
    });
    // "The Gazette report" is the Gazette's.
    let named = (first..at).find(|at| is_upper(*at) && content.lower(*at) != "the");
    out.whose = match (owner, named) {
        (Some(owner), _) => stems_of(content, first..owner + 1),
        (None, Some(named)) => stems_of(content, named..at),
        (None, None) => Vec::new(),
    };
    out.noun = Some(hint);
    content.lower(at).clone_into(&mut out.called);
    out.end = at + 1;
    // "The claim as ‘fantasy’", "the story as garbage" says nothing of the claim.
    let says_more = !matches!(content.lower(at + 1), "as" | "" | "on")
        && !is_be(content.lower(at + 1))
        && !is_mark(content.lower(at + 1));
    if says_more {
        out.words = stems_of(content, at + 1..content.words.len());
    }
    out
}

/// A name has at most so many words.
const NAME: usize = 4;
/// "That she had ever said so"
const SO: usize = 7;

/// "Calls that a bedtime story"
const VERDICT_OF_THAT: usize = 3;

fn leads_clause(content: &Sentence<'_>, at: usize) -> bool {
    content.lower(at).starts_with(char::is_alphanumeric)
        && (content.words.len() > at + VERDICT_OF_THAT || !matches!(content.lower(at), "as" | "a" | "an"))
        && STATEMENTS.binary_search_by_key(&content.lower(at), |entry| entry.0).is_err()
}

fn stems_of(content: &Sentence<'_>, words: Range<usize>) -> Vec<String> {
    let mut out: Vec<String> = words.filter_map(|at| stem(content.lower(at))).collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests;
