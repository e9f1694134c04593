//! How firmly a statement is put: by its cue, by what the source does, and by "may" in what it says.

use sayso_reading::Act;
use sayso_text::Span;

use super::words::plain;
use crate::record::{StatementRecord, Telling};

/// What a source does, by the beginning of the cue's word: 1 for what is thought or alleged, 2 for what is said, 3
/// for what is given as established.
const STRENGTHS: &[(&str, u8)] = &[
    ("alleg", 1),
    ("appear", 1),
    ("assum", 1),
    ("believ", 1),
    ("claim", 1),
    ("estimat", 1),
    ("expect", 1),
    ("fear", 1),
    ("guess", 1),
    ("hop", 1),
    ("predict", 1),
    ("reckon", 1),
    ("specul", 1),
    ("suggest", 1),
    ("suspect", 1),
    ("think", 1),
    ("thought", 1),
    ("accord", 2),
    ("add", 2),
    ("report", 2),
    ("said", 2),
    ("say", 2),
    ("stat", 2),
    ("tell", 2),
    ("told", 2),
    ("writ", 2),
    ("wrote", 2),
    ("announc", 3),
    ("conclud", 3),
    ("confirm", 3),
    ("determin", 3),
    ("establish", 3),
    ("find", 3),
    ("found", 3),
    ("knew", 3),
    ("know", 3),
    ("prove", 3),
];

/// Cues by which a source says no to its content.
const DENIALS: &[&str] = &["denie", "deny", "reject", "dismiss", "disput", "refut", "rebut", "disown", "disavow"];

/// Cues that stand before their source.
const BEFORE: &[&str] = &["according", "as", "by", "citing", "from", "per", "quoting"];

/// Words that leave a content open.
const HEDGES: &[&str] = &["could", "likely", "may", "maybe", "might", "perhaps", "possibly", "probably"];

/// Words between a hedge and what it hedges.
const AUXILIARIES: &[&str] = &["be", "been", "have", "has", "had", "not", "also", "well", "still"];

/// How firmly a source puts it; none where it wants something, or does not do what the cue says.
pub(super) fn strength(statement: &StatementRecord) -> Option<u8> {
    if statement.negated || statement.act == Act::Wants {
        return None;
    }
    let by_act = if statement.act == Act::Thinks { 1 } else { 2 };
    let of =
        |word: &String| STRENGTHS.iter().find(|(begins, _)| word.starts_with(begins)).map(|(_, strength)| *strength);
    Some(plain(&statement.cue).iter().filter_map(of).min().unwrap_or(by_act))
}

/// Whether a source says no to what it is given with: "denied that", "did not say that".
pub(super) fn denies(statement: &StatementRecord) -> bool {
    let says_no = |word: &String| DENIALS.iter().any(|begins| word.starts_with(begins));
    statement.negated || plain(&statement.cue).iter().any(says_no)
}

/// Source and cue as they stand: "officials believe", "according to the board".
pub(super) fn said_by(telling: &Telling) -> String {
    let Some(statement) = &telling.statement else { return String::new() };
    let source = source_words(telling).unwrap_or_default();
    let cue = if statement.cue.chars().any(char::is_alphabetic) { statement.cue.as_str() } else { "" };
    let is_before = plain(cue).first().is_some_and(|word| BEFORE.contains(&word.as_str()));
    let words = if is_before { [cue, source] } else { [source, cue] };
    words.join(" ").trim().to_owned()
}

/// The words for the source that stand in the sentence, else its name or its description.
fn source_words(telling: &Telling) -> Option<&str> {
    let source = telling.statement.as_ref()?.source.as_deref()?;
    let stand = [Some(source.description.as_str()), source.name.as_deref()];
    stand
        .into_iter()
        .flatten()
        .find(|words| !words.is_empty() && telling.sentence.contains(*words))
        .or(telling.source())
}

/// Whether a word, in lower case, only leaves open what is told.
pub(super) fn is_hedging(word: &str) -> bool {
    HEDGES.contains(&word) || AUXILIARIES.contains(&word)
}

/// A word that leaves a content open, and what it is said of.
pub(super) struct Hedge<'t> {
    /// From the word to what it is said of: "may have failed".
    pub words: &'t str,
    /// What it is said of: "failed".
    pub of: &'t str,
}

/// The first hedge of a content. The month of May is none.
pub(super) fn hedge(text: &str) -> Option<Hedge<'_>> {
    let spans = sayso_text::words(text);
    let lower = |at: usize| spans.get(at).map_or(String::new(), |span: &Span| span.of(text).to_lowercase());
    let at = (0..spans.len()).find(|&at| HEDGES.contains(&lower(at).as_str()) && (spans[at].of(text) != "May"))?;
    let mut end = at + 1;
    while AUXILIARIES.contains(&lower(end).as_str()) {
        end += 1;
    }
    let of = spans.get(end)?;
    Some(Hedge { words: &text[spans[at].start..of.end], of: of.of(text) })
}

/// The words of a content that say without a hedge what another one hedges: "failed", "has failed".
pub(super) fn unhedged<'t>(text: &'t str, hedge: &Hedge<'_>) -> Option<&'t str> {
    let stem: String = hedge.of.to_lowercase().chars().take(4).collect();
    let spans = sayso_text::words(text);
    let at = spans.iter().position(|span| span.of(text).to_lowercase().starts_with(&stem))?;
    let mut start = at;
    while start > 0 && AUXILIARIES.contains(&spans[start - 1].of(text).to_lowercase().as_str()) {
        start -= 1;
    }
    Some(&text[spans[start].start..spans[at].end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, other: &str, expect: Option<(&str, Option<&str>)>) {
        let hedge = hedge(text);
        let found = hedge.as_ref().map(|hedge| (hedge.words, unhedged(other, hedge)));
        assert_eq!(found, expect, "{text} / {other}");
    }

    #[test]
    fn a_hedge_is_found_with_what_it_is_said_of() {
        check("the weir may have failed", "the weir has failed", Some(("may have failed", Some("has failed"))));
        check("it could close", "it was dry", Some(("could close", None)));
        check("in May the weir failed", "", None);
        check("the weir failed", "", None);
        check("perhaps", "", None);
    }
}
