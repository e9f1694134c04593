//! One or two everyday words stand in quotation marks.
//!
//! ## What it does
//!
//! Finds quotations in the body of one or two words that anybody would have used: “troubled”, “a mistake”, “big plans”. Where nobody
//! speaks in the sentence, also an everyday noun or adjective that the writer puts in marks to doubt it: his “holiday”, the “clean” water.
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
use sayso_text::Span;

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
    "additional",
    "adequate",
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
    "changes",
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
    "conversations",
    "days",
    "delay",
    "delighted",
    "details",
    "difficult",
    "difficulties",
    "disappointed",
    "disappointing",
    "discussions",
    "early",
    "easy",
    "encouraged",
    "encouraging",
    "enough",
    "excited",
    "extremely",
    "fair",
    "fast",
    "final",
    "fine",
    "frustrated",
    "fully",
    "glad",
    "gladly",
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
    "limited",
    "little",
    "long",
    "low",
    "many",
    "matter",
    "matters",
    "minor",
    "minutes",
    "mistake",
    "mistakes",
    "money",
    "months",
    "more",
    "necessary",
    "negative",
    "nervous",
    "never",
    "new",
    "often",
    "old",
    "ongoing",
    "optimistic",
    "options",
    "partial",
    "parties",
    "people",
    "plan",
    "plans",
    "pleased",
    "positive",
    "possible",
    "problem",
    "problems",
    "productive",
    "progress",
    "promptly",
    "proud",
    "questions",
    "quick",
    "quickly",
    "quite",
    "ready",
    "real",
    "really",
    "reasons",
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
/// Everyday words that name what something is for: in marks, where nobody says them, they say that it is none.
const DOUBTED: &[&str] = &[
    "accident",
    "accidental",
    "advice",
    "affordable",
    "aid",
    "apology",
    "bargain",
    "care",
    "caring",
    "charity",
    "choice",
    "clean",
    "compensation",
    "consultation",
    "consultations",
    "correction",
    "cure",
    "cures",
    "democracy",
    "donation",
    "donations",
    "elected",
    "election",
    "elections",
    "ethical",
    "evidence",
    "expert",
    "expertise",
    "experts",
    "fact",
    "facts",
    "free",
    "freedom",
    "friend",
    "friendly",
    "friends",
    "gift",
    "gifts",
    "guest",
    "guests",
    "healthy",
    "holiday",
    "holidays",
    "honest",
    "hope",
    "hopes",
    "humanitarian",
    "impartial",
    "improved",
    "improvement",
    "improvements",
    "independence",
    "independent",
    "innocent",
    "innovation",
    "journalism",
    "journalist",
    "journalists",
    "justice",
    "leader",
    "leadership",
    "legal",
    "lesson",
    "lessons",
    "liberation",
    "luxury",
    "management",
    "medicine",
    "mobile",
    "neutral",
    "peace",
    "peaceful",
    "promise",
    "promises",
    "protection",
    "reform",
    "reforms",
    "repair",
    "repairs",
    "rescue",
    "research",
    "responsible",
    "review",
    "science",
    "scientific",
    "security",
    "service",
    "services",
    "solution",
    "solutions",
    "spontaneous",
    "success",
    "successful",
    "talks",
    "temporary",
    "training",
    "transparent",
    "treatment",
    "truth",
    "unbiased",
    "victory",
    "voluntary",
    "volunteer",
    "volunteers",
];
/// Behind one of these a word in marks is the name of a thing: the “help” button, a “free” sign.
const SIGNS: &[&str] = &[
    "button", "buttons", "sign", "signs", "key", "tab", "box", "boxes", "option", "label", "labels", "vote", "votes",
    "campaign", "category", "setting", "switch", "tag", "tags", "page", "list", "column", "card", "cards", "mode",
    "sticker", "stickers", "stamp", "section", "field", "menu", "slogan", "chant", "chants", "line", "clause", "rule",
    "test", "status", "class", "movement", "banner",
];
/// After one of these, in the same sentence, somebody has said the word.
const SAID: &[&str] = &[
    "say",
    "says",
    "said",
    "saying",
    "call",
    "calls",
    "called",
    "calling",
    "describe",
    "describes",
    "described",
    "describing",
    "tell",
    "tells",
    "told",
    "write",
    "writes",
    "wrote",
    "claim",
    "claims",
    "claimed",
    "according",
    "promise",
    "demand",
    "demands",
    "demanded",
    "urged",
    "warned",
    "argued",
    "argues",
    "dismissed",
    "praised",
    "hailed",
    "denounced",
    "accused",
    "criticised",
    "criticized",
    "quoted",
    "quoting",
    "asked",
    "added",
    "insisted",
    "statement",
    "slogan",
    "mean",
    "means",
    "meant",
    "refer",
    "refers",
    "referred",
    "referring",
    "deemed",
    "considered",
    "branded",
    "cited",
    "citing",
    "ruled",
    "declared",
    "defined",
    "definition",
    "promised",
];
/// In a sentence with one of these the word may be a term.
const DEFINES: &[&str] = &[
    "treaty",
    "act",
    "law",
    "laws",
    "contract",
    "contracts",
    "rules",
    "scheme",
    "agreement",
    "constitution",
    "statute",
    "regulations",
    "terms",
    "so-called",
    "category",
    "categories",
    "kind",
    "kinds",
    "type",
    "types",
    "known",
    "stamped",
    "painted",
    "app",
];
/// What begins the noun phrase that the word is in.
const LEADS: &[&str] = &[
    "a", "an", "the", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "some", "any", "no",
    "of", "such", "with", "for", "on",
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
        let is_fragment = !words.is_empty() && words.len() <= 2 && said.iter().all(is_common);
        if !(is_fragment || is_doubted(desk, quotation.span, &words)) || is_spoken_of(desk, quotation.span) {
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

/// “His ‘holiday’ by the sea”: a word for what something is, in the writer’s own sentence.
fn is_doubted(desk: &Desk<'_>, quotation: Span, words: &[String]) -> bool {
    let [word] = words else { return false };
    let Some(line) = desk.sentence_at(quotation.start) else { return false };
    let sentence = &line.sentence;
    let start = sentence.words.partition_point(|word| word.start < quotation.start);
    // A noun phrase of the writer's: “his ‘holiday’”, “of stubborn ‘hope’”; no apposed name, “her band, the ‘friends’”.
    let leads = |at: Option<usize>| {
        let word = at.map_or("", |at| sentence.lower(at));
        LEADS.contains(&word) || word.ends_with("’s") || word.ends_with("'s") || word.ends_with("s’")
    };
    let is_word = |at: usize| sentence.lower(at).chars().all(char::is_alphabetic) && !sentence.is_capital(at);
    let before = start.checked_sub(1);
    let is_phrase = leads(before) || before.is_some_and(|at| is_word(at) && leads(at.checked_sub(1)));
    let is_apposed = (0..start).rev().take(2).any(|at| sentence.lower(at) == ",");
    // Two words in marks are a pair of terms.
    let is_alone = desk.quotes.overlapping(sentence.whole).count() == 1;
    DOUBTED.contains(&word.as_str())
        && is_phrase
        && !is_apposed
        && is_alone
        && !sentence.lower.iter().any(|word| SAID.contains(&word.as_str()) || DEFINES.contains(&word.as_str()))
        && desk.touching(sentence.whole).next().is_none()
}

/// “The word ‘final’”, and lists of such; “the ‘help’ button”.
fn is_spoken_of(desk: &Desk<'_>, quotation: Span) -> bool {
    let Some(line) = desk.sentence_at(quotation.start) else { return true };
    let sentence = &line.sentence;
    let at = sentence.words.partition_point(|word| word.start < quotation.start);
    let end = sentence.words.partition_point(|word| word.start < quotation.end);
    if SIGNS.contains(&sentence.lower(end)) {
        return true;
    }
    // “Calls them ‘losers’ and ‘sad’”: of a list, what stands before all of it.
    let is_listed =
        |at: &usize| matches!(sentence.lower(*at), "and" | "or" | ",") || desk.quotes.inside(sentence.words[*at].start);
    let at = at - (0..at).rev().take_while(is_listed).count();
    sentence.lower[at.saturating_sub(3)..at].iter().any(|word| WORD.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_word_that_anybody_would_use_is_found() {
        fires(&RULE, "Orla Finch, the mayor, said she was ⟦“pleased”⟧ with the bridge.");
        fires(&RULE, "The mayor, Orla Finch, spent her ⟦“holiday”⟧ in a tent on the bridge. She was back on Monday.");
        fires(&RULE, "Nothing has come so far of the ⟦'free'⟧ ferry. It will cost £4.");
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
                "The mayor, Orla Finch, called the ferry “free”.",
                "The poster calls its readers “late”, “tired” and “sad”.",
                "The machine has a “help” button and a “free” sign, and neither lights up.",
                "The council wants an inquiry that its members described as “independent”.",
                "The ship’s horn plays “peace” at noon.",
                "The bridge has a “regular” and a “seasonal” side.",
                "Her band, the “friends”, played on the bridge until dark.",
                "Under the treaty a “permanent” crew is one of six.",
                "Her sister bought a “clean slate” and a “green belt” at the fair.",
            ],
        );
    }
}
