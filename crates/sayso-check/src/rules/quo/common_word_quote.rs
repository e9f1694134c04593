//! One or two everyday words stand in quotation marks.
//!
//! ## What it does
//!
//! Finds quotations in the body of one or two words that anybody would have used: “troubled”, “a mistake”, “big plans”.
//!
//! ## Why it matters
//!
//! Marks around a plain word read as a sneer or a doubt, and add nothing that a paraphrase wouldn’t say.
//!
//! ## Authority
//!
//! AP style and Reuters, “Handbook of Journalism”, advise against fragments of quotations. Guardian style guide, on scare
//! quotes.
//!
//! ## Example
//!
//! ```text
//! The mayor, Orla Finch, said she was “pleased” with the bridge.
//! ```
//!
//! ## Better
//!
//! ```text
//! The mayor, Orla Finch, said she was pleased with the bridge.
//! ```
//!
//! ## When not to use
//!
//! Where the very word is what the quarrel is about.

use sayso_article::Part;

use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "QUO003",
    name: "common-word-quote",
    category: Category::Style,
    severity: Severity::Info,
    default: false,
    options: &[Opt {
        name: "words",
        default: Value::Words(Vec::new()),
        doc: "Words that anybody would have used, besides those that the rule knows",
    }],
    source: include_str!("common_word_quote.rs"),
    check,
};

/// Words that carry no judgement of their own.
const COMMON: &[&str] = &[
    "able",
    "absolutely",
    "adequate",
    "additional",
    "always",
    "appropriate",
    "assistance",
    "available",
    "aware",
    "bad",
    "better",
    "big",
    "busy",
    "careful",
    "cautious",
    "clear",
    "clearly",
    "close",
    "closely",
    "comfortable",
    "complicated",
    "concern",
    "concerned",
    "concerns",
    "confident",
    "constructive",
    "days",
    "delay",
    "delighted",
    "difficult",
    "difficulties",
    "disappointed",
    "disappointing",
    "early",
    "easy",
    "encouraged",
    "encouraging",
    "excited",
    "extremely",
    "fair",
    "fast",
    "final",
    "fine",
    "frustrated",
    "fully",
    "gladly",
    "glad",
    "good",
    "grateful",
    "great",
    "happy",
    "hard",
    "help",
    "helpful",
    "high",
    "hopeful",
    "hours",
    "huge",
    "important",
    "improper",
    "inconclusive",
    "interested",
    "interesting",
    "issue",
    "issues",
    "large",
    "late",
    "likely",
    "little",
    "long",
    "low",
    "many",
    "minutes",
    "mistake",
    "mistakes",
    "money",
    "months",
    "more",
    "necessary",
    "never",
    "new",
    "nervous",
    "old",
    "optimistic",
    "partial",
    "people",
    "plan",
    "plans",
    "pleased",
    "possible",
    "problem",
    "problems",
    "productive",
    "promptly",
    "proud",
    "quick",
    "quickly",
    "quite",
    "ready",
    "real",
    "really",
    "regret",
    "regretted",
    "resources",
    "robust",
    "sad",
    "saddened",
    "safe",
    "serious",
    "several",
    "shortly",
    "significant",
    "slow",
    "slowly",
    "small",
    "some",
    "soon",
    "sorry",
    "steps",
    "strong",
    "strongly",
    "sufficient",
    "support",
    "supportive",
    "surprised",
    "thankful",
    "time",
    "tired",
    "too",
    "tough",
    "troubled",
    "unfortunate",
    "unlikely",
    "upset",
    "useful",
    "very",
    "weak",
    "weeks",
    "willing",
    "within",
    "without",
    "work",
    "worried",
    "years",
];
/// What may stand before one of them.
const ARTICLES: &[&str] = &["a", "an", "the", "no", "any", "our", "their", "its"];
/// After one of these the word itself is spoken of.
const WORD: &[&str] = &[
    "word", "words", "term", "terms", "phrase", "called", "calls", "named", "labelled", "labeled", "dubbed", "titled",
    "entitled", "known", "marked", "write", "wrote", "rated", "reads", "read", "saying", "tagged", "answer",
    "answered", "spelled",
];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    let own = options.words("words");
    let is_common = |word: &String| COMMON.contains(&word.as_str()) || own.contains(word);
    for quotation in desk.quotes.outermost().filter(|q| q.close.is_some()) {
        let inner = quotation.inner();
        if inner.len() > 40 || desk.part_at(inner.start) != Part::Body || !starts_small(desk.text, inner.start) {
            continue;
        }
        let mut words = crate::words::lower(desk.text, inner);
        words.pop_if(|last| matches!(last.as_str(), "," | "." | ";"));
        let said = if words.len() == 2 && ARTICLES.contains(&words[0].as_str()) { &words[1..] } else { &words[..] };
        if words.is_empty()
            || words.len() > 2
            || !said.iter().all(is_common)
            || is_spoken_of(desk, quotation.span.start)
        {
            continue;
        }
        let called = words.join(" ");
        found.add(
            quotation.span,
            format!("“{called}” is what anybody would have said: the marks read as doubt"),
            "Take the marks away, or quote more of the sentence",
        );
    }
}

fn starts_small(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_lowercase)
}

/// “The word ‘final’”, and lists of such.
fn is_spoken_of(desk: &Desk<'_>, start: usize) -> bool {
    let Some(line) = desk.sentence_at(start) else { return true };
    let sentence = &line.sentence;
    let at = sentence.words.partition_point(|word| word.start < start);
    sentence.lower[at.saturating_sub(3)..at].iter().any(|word| WORD.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_word_that_anybody_would_use_is_found() {
        fires(&RULE, "Orla Finch, the mayor, said she was ⟦“pleased”⟧ with the bridge.");
        fires(&RULE, "The board said that it had ⟦“adequate resources”⟧ and that the delay was ⟦“a mistake.”⟧");
    }

    #[test]
    fn a_word_of_somebodys_own_is_none() {
        is_silent(
            &RULE,
            &[
                "Orla Finch, the mayor, called the bridge “a rope with ambitions”.",
                "The mayor denied that she had used the word “final”.",
                "The film “Big” opened in Osk on Monday.",
                "The minister called the report “garbage”.",
                "The mayor said she was “pleased with the bridge and everybody who built it”.",
                "Each claim was rated “fair” or worse.",
            ],
        );
    }
}
