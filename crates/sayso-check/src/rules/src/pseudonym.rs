//! A source speaks under an invented name, and the article does not say why.
//!
//! ## What it does
//!
//! Finds “not her real name”, “we have changed his name”, “whom we shall call”, “asked us to call him”, “who calls herself” where
//! no reason stands beside it. A reason for several names is good for all of them.
//!
//! Of one name the first such words are found; a reason in the sentence, beside it or for all names is heeded, one in a quotation
//! not. “Is called Marta in this article” and “who gave her name as” are such words; what somebody in the story rents or buys
//! “under a false name” is not.
//!
//! ## Why it matters
//!
//! An invented name is the one untruth that an article prints knowingly. A reader may know for whose sake.
//!
//! ## Authority
//!
//! NPR, “Ethics Handbook”: no invented names; where only a part of a name is given, the reader is told why. AP, “Statement of News
//! Values”: no pseudonyms.
//!
//! ## Example
//!
//! ```text
//! Marta, not her real name, said that the guards took her papers.
//! ```
//!
//! ## Better
//!
//! ```text
//! Marta, not her real name, said that the guards took her papers. We have changed it because her brother is still in the camp.
//! ```
//!
//! ## When not to use
//!
//! In advice columns and fiction.

use std::ops::Range;

use sayso_text::sentences::Sentence;

use crate::words::{is_time_since, phrase_at, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "SRC003",
    name: "pseudonym-without-reason",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("pseudonym.rs"),
    check,
};

/// What says that a name is invented; `{her}` and the like stand for any of [`CHOICES`].
const INVENTED: &[&str] = &[
    "not {her} real {name}",
    "not {her} true {name}",
    "not {her} own {name}",
    "not the real {name}",
    "not {her} real first {name}",
    "{name} {has} been changed",
    "{name} {has} been altered",
    "{name} {was} changed",
    "{we} {has} changed {her} {name}",
    "{has} changed {her} {name}",
    "{we} changed {her} {name}",
    "{has} altered {her} {name}",
    "{has} given {her} another {name}",
    "{has} given {her} a different {name}",
    "asked {us} to call {her}",
    "asked to be called",
    "is a pseudonym",
    "( a pseudonym )",
    ", a pseudonym ,",
    "using a pseudonym",
    "{whom} {we} {will} call",
    "{whom} {we} {are} calling",
    "{whom} {we’ll} call",
    "{whom} {we’re} calling",
    "gave a false {name}",
    "under a false {name}",
    "under an assumed {name}",
    ", an assumed {name}",
    "— an assumed {name}",
    "– an assumed {name}",
    "( an assumed {name}",
    "under an invented {name}",
    "not {her} birth {name}",
    "{we} {has} given {her} the {name}",
    "{we} {has} given the {name}",
    "{we} gave {her} the {name}",
    "a {name} {we} {has} given",
    "a {name} {we} gave",
    "{name} {we} {has} changed",
    "( {name} changed )",
    ", {name} changed ,",
    "{name} {was} invented",
    "an invented {name}",
    "a made-up {name}",
    "under the pseudonym",
    "by the pseudonym",
    "a pseudonym for",
    "as {she} will be {called}",
    "as {she} shall be {called}",
    "as {she} is {called} here",
    "as {we} {will} call",
    "as {we} {are} calling",
    "as {we} call",
    "will be {called} here",
    "{called} here as",
    "{called} here only",
    "{called} in this {story}",
    "will be {called} in this {story}",
    "to give the {name} {she}",
    "{name} {was} made up",
    "{name} {was} fictitious",
    "a fictitious {name}",
    "using an alias",
    "under an alias",
    "appears here as",
    "appear here as",
    "appears in this {story} as",
    "referred to here as",
    "referred to in this {story} as",
    "{whom} {we} refer to as",
    "whom this {story} calls",
    "{whom} this {story} will call",
];
/// What says so before the name itself.
const BEFORE_A_NAME: &[&str] = &[
    "who calls {herself}",
    "who called {herself}",
    "calling {herself}",
    "{we} {will} call",
    "{we} {are} calling",
    "{we} call",
    "{we’ll} call",
    "{we’re} calling",
    "let us call {her}",
    "let’s call {her}",
    "— call {her}",
    "– call {her}",
    "( call {her}",
    "who gave {her} {name} as",
    "who gave {her} {name} only as",
    "who gave only the {name}",
    "who gave the {name}",
    "giving {her} {name} as",
    "giving {her} {name} only as",
    "who goes by the {name}",
    "who goes by the {name} of",
    "who gave the {name} of",
    "who uses the {name}",
    "using the {name}",
    "to be {called}",
    "to be {called} as",
    "to be {called} only as",
    "to go by",
];
/// What stands for words in brackets.
const CHOICES: &[(&str, &[&str])] = &[
    ("{her}", &["his", "her", "their", "him", "them"]),
    ("{name}", &["name", "names", "surname", "surnames"]),
    ("{has}", &["has", "have", "had"]),
    ("{was}", &["was", "were", "is", "are"]),
    ("{us}", &["us", "me"]),
    ("{we}", &["we", "i"]),
    ("{whom}", &["whom", "who"]),
    ("{will}", &["will", "shall", "must", "may"]),
    ("{are}", &["are", "am"]),
    ("{we’ll}", &["we’ll", "we'll", "i’ll", "i'll"]),
    ("{she}", &["he", "she", "they", "it"]),
    ("{herself}", &["himself", "herself", "themselves", "themself"]),
    ("{called}", &["called", "known", "named", "identified", "referred"]),
    ("{story}", &["report", "article", "story", "piece", "account", "text"]),
    ("{we’re}", &["we’re", "we're", "i’m", "i'm"]),
];
/// Words of a sentence on more names than one: its reason is good for all.
const ALL: &[&str] = &["names", "surnames", "identities", "all", "several", "sources"];
/// Beginnings of words in a sentence that goes on about an invented name.
const ABOUT: &[&str] = &["name", "identit", "identif", "anonym", "pseudonym"];
/// Beginnings of sentences about who bears it: “He fears …”.
const BEARER: &[&str] = &["he", "she", "they", "her", "his", "their", "we", "it"];
/// Beginnings of words that a reason has.
const REASONS: &[&str] = &[
    "fear",
    "safety",
    "privacy",
    "protect",
    "reprisal",
    "retaliat",
    "retribution",
    "avoid",
    "legal",
    "security",
    "risk",
    "danger",
    "authori",
    "allowed",
    "permitted",
    "illegal",
    "undocumented",
    "minor",
    "lest",
    "shame",
    "stigma",
    "persecut",
    "deport",
    "sensitiv",
    "confidential",
    "afraid",
    "worried",
    "threat",
    "consequence",
];
/// What begins a reason, and much else.
const BEGINNINGS: &[&str] = &[
    "because",
    "as the",
    "as her",
    "as his",
    "as their",
    "so that",
    "so as",
    "as she",
    "as he",
    "as they",
    "in order",
    "out of",
    "due to",
    "for reasons",
    "for the sake",
    "so he",
    "so she",
    "so they",
    "to keep",
    "to spare",
    "to speak",
    "to discuss",
    "to talk",
    "to shield",
    "to hide",
];
/// What makes the name an author's, a player's, a crook's.
const OTHERS: &[&str] = &[
    "novel", "novels", "author", "writer", "wrote", "writes", "book", "books", "blog", "online", "twitter", "forum",
    "album", "band", "singer", "stage", "fraud", "scam", "scammer", "wrestler", "rapper", "players", "nickname",
];
/// What has a name and is nobody; where no “his” or “her” says that it is somebody's.
const THINGS: &[&str] = &[
    "company", "street", "town", "team", "ship", "club", "party", "school", "police", "arrested", "court", "firm",
    "group", "dog", "ferry", "village", "product",
];
/// By these the writer says that he has done it.
const BY_THE_WRITER: &[&str] = &[
    "we", "i", "we’ll", "we'll", "i’ll", "i'll", "we’re", "we're", "i’m", "i'm", "us", "me", "here", "report",
    "article", "story",
];
/// Whose name it is.
const SOMEBODYS: &[&str] =
    &["his", "her", "their", "him", "he", "she", "who", "whom", "himself", "herself", "themselves"];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    // What gives a reason once for several, gives it for all.
    let mut reasoned = false;
    let mut bare = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for (at, line) in desk.sentences.iter().enumerate() {
        let sentence = &line.sentence;
        let Some(words) = invented_in(sentence) else { continue };
        let span = sentence.span(&words);
        let is_not = is_another_name(sentence, &words) || is_in_the_story(sentence, &words);
        if desk.quotes.inside(span.start) || is_not || is_told(desk, span) {
            continue;
        }
        // “Who gave her name as Lika”, and in the next sentence “a pseudonym”: told once.
        if let Some(name) = name_near(sentence, &words) {
            if names.contains(&name) {
                continue;
            }
            names.push(name);
        }
        // What somebody says is no reason of the writer's.
        let said = (0..words.start).rev().find(|at| desk.quotes.inside(sentence.words[*at].start));
        let told = said.map(|said| said + 1).filter(|from| *from < words.start).map_or(0, |from| from);
        let begin = sentence.words[told].start;
        let own_words = Sentence::of(desk.text, sayso_text::Span::new(begin, sentence.whole.end));
        let own = gives_a_reason(&own_words, &(words.start - told..words.end - told));
        reasoned |= own && sentence.lower.iter().any(|word| ALL.contains(&word.as_str()));
        let tells = |at: usize, goes_on: bool| {
            let beside = desk.sentences.get(at).map(|line| &line.sentence);
            beside.is_some_and(|beside| says_why(beside, goes_on) && invented_in(beside).is_none())
        };
        if !own && !tells(at + 1, true) && !at.checked_sub(1).is_some_and(|at| tells(at, false)) {
            bare.push(trimmed(sentence, words));
        }
    }
    if reasoned {
        return;
    }
    for span in bare {
        found.add(
            span,
            format!("“{}”: why does the source not speak by name?", short(desk.text, span)),
            "Say why the name is invented, or leave the name out and describe the source",
        );
    }
}

/// The words that say that a name is invented.
fn invented_in(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let lower = &sentence.lower;
    let hints = ["name", "call", "pseudonym", "known", "identif", "refer", "to go by", "alias", "appear"];
    if !lower.iter().any(|word| hints.iter().any(|hint| word.contains(hint)) || word == "go") {
        return None;
    }
    (0..lower.len()).find_map(|at| {
        let any = INVENTED.iter().find_map(|phrase| matched(lower, at, phrase));
        any.or_else(|| called_here(sentence, at)).or_else(|| {
            let words =
                BEFORE_A_NAME.iter().filter_map(|phrase| matched(lower, at, phrase)).max_by_key(|words| words.end)?;
            let is_mark = matches!(sentence.lower(words.end), "“" | "\"" | "‘" | "'" | "only" | "simply" | "just");
            let name = words.end + usize::from(is_mark);
            // “The man we call the Mayor” and “who calls himself King Otto the First” are told of names that others know.
            sentence.is_capital(name).then_some(words)
        })
    })
}

/// “Is called Marta in this article”, “whom the Courier is calling Marta”: the words without the name's.
fn called_here(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    const STORY: &[&str] = &["report", "article", "story", "piece", "account", "text", "series", "newspaper"];
    const NAME: usize = 3;
    const HOUSE: usize = 5;
    let is_name = |at: usize| {
        let mark = matches!(sentence.lower(at), "“" | "\"" | "‘" | "'" | "only" | "simply" | "as");
        sentence.is_capital(at + usize::from(mark))
    };
    if matches!(sentence.lower(at), "is" | "was" | "be" | "are" | "goes") {
        let called = at + 1;
        let is_called =
            matches!(sentence.lower(called), "called" | "known" | "named" | "identified" | "referred" | "by");
        let here = (called + 2..called + 3 + NAME).find(|at| {
            sentence.lower(*at) == "here"
                || (matches!(sentence.lower(*at), "in" | "for")
                    && sentence.lower(at + 1) == "this"
                    && STORY.contains(&sentence.lower(at + 2)))
        })?;
        return (is_called && is_name(called + 1)).then_some(at..called + 1).filter(|_| here > called);
    }
    if matches!(sentence.lower(at), "whom" | "who") {
        let call = (at + 1..at + HOUSE).find(|at| {
            let verb = sentence.lower(*at);
            verb == "calling" || (verb == "call" && matches!(sentence.lower(at - 1), "will" | "shall"))
        })?;
        let is_by_a_house = matches!(sentence.lower(at + 1), "this" | "the")
            && matches!(sentence.lower(call - 1), "is" | "are" | "will" | "shall");
        return (is_by_a_house && is_name(call + 1)).then_some(at..call + 1);
    }
    None
}

/// The name that words on an invented one are told of: behind them, or right before.
fn name_near<'s>(sentence: &Sentence<'s>, words: &Range<usize>) -> Option<&'s str> {
    const NEAR: usize = 4;
    let behind = (words.end..words.end + NEAR).find(|at| sentence.is_capital(*at));
    let before = || (words.start.saturating_sub(NEAR)..words.start).rev().find(|at| sentence.is_capital(*at));
    behind.or_else(before).map(|at| sentence.word(at))
}

/// Where a phrase stands at a word.
fn matched(lower: &[String], at: usize, phrase: &str) -> Option<Range<usize>> {
    let fits = |word: &String, part: &str| match CHOICES.iter().find(|(choice, _)| *choice == part) {
        Some((_, choices)) => choices.contains(&word.as_str()),
        None => word == part,
    };
    let end = at + phrase.split(' ').count();
    lower.get(at..end)?.iter().zip(phrase.split(' ')).all(|(word, part)| fits(word, part)).then_some(at..end)
}

/// Whether it is an author's, a crook's or a company's name. What the writer says that he has done is none of these.
fn is_another_name(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let is_of = |table: &[&str], at: usize| table.contains(&super::names::bare(sentence.lower(at)));
    let has = |table: &[&str], range: Range<usize>| range.into_iter().any(|at| is_of(table, at));
    let all = 0..sentence.words.len();
    let is_false = has(&["false", "assumed"], words.clone());
    !has(BY_THE_WRITER, words.clone())
        && (has(OTHERS, all.clone()) || (is_false || !has(SOMEBODYS, words.clone())) && has(THINGS, all))
}

/// Whether somebody did something “under a false name” in what is told, and did not speak: “They rented a barn under a false name”.
fn is_in_the_story(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    const SPEAKS: &[&str] = &[
        "said",
        "says",
        "spoke",
        "speaks",
        "speak",
        "speaking",
        "told",
        "tells",
        "talked",
        "talking",
        "appears",
        "appear",
        "appeared",
        "quoted",
        "interviewed",
        "gave",
        "gives",
        "asked",
        "agreed",
        "story",
        "account",
        "writes",
        "writing",
    ];
    const FALSE: &[&str] = &["false", "assumed", "invented", "alias"];
    let is_false = words.clone().any(|at| FALSE.contains(&sentence.lower(at)));
    let is_under = matches!(sentence.lower(words.start), "under" | "using");
    is_under && is_false && !sentence.lower.iter().any(|word| SPEAKS.contains(&word.as_str()))
}

/// Whether somebody else than who bears the name says so: “The club said that it was not his real name”.
fn is_told(desk: &Desk<'_>, span: sayso_text::Span) -> bool {
    let held = desk.holders(span);
    let is_before = |content: &sayso_text::Span| content.start < span.start;
    held.iter().any(|a| a.content.iter().any(|content| content.contains(span) && is_before(content)) && !bears(a, span))
}

/// Whether the words on the name lie between a source and what it says.
fn bears(a: &sayso_reading::Attribution, span: sayso_text::Span) -> bool {
    a.source.iter().any(|source| source.overlaps(span))
}

/// Whether a sentence beside an invented name says why it is one; what goes on about its bearer may, too.
fn says_why(sentence: &Sentence<'_>, may_go_on: bool) -> bool {
    let is_about = |word: &String| ABOUT.iter().any(|about| word.starts_with(about));
    let goes_on = (may_go_on && BEARER.contains(&sentence.lower(0))) || sentence.lower.iter().any(is_about);
    let is_on_the_name = sentence.lower.iter().any(is_about) || matches!(sentence.lower(0), "we" | "i");
    (goes_on && has_cause(sentence)) || (is_on_the_name && gives_a_reason(sentence, &(0..0)))
}

/// The words without marks at their ends.
fn trimmed(sentence: &Sentence<'_>, mut words: Range<usize>) -> sayso_text::Span {
    let is_mark = |at: usize| !sentence.lower(at).chars().any(char::is_alphanumeric);
    while words.len() > 1 && is_mark(words.start) {
        words.start += 1;
    }
    while words.len() > 1 && is_mark(words.end - 1) {
        words.end -= 1;
    }
    sentence.span(&words)
}

/// Whether a sentence has what begins a reason, besides the words on the name: “as she will be known” is none.
fn gives_a_reason(sentence: &Sentence<'_>, besides: &Range<usize>) -> bool {
    let since = sentence.lower.iter().position(|word| word == "since").filter(|at| !is_time_since(sentence, at + 1));
    let begins = |at: usize| BEGINNINGS.iter().any(|phrase| phrase_at(&sentence.lower, at, phrase).is_some());
    has_cause(sentence) || since.is_some() || (0..sentence.words.len()).any(|at| !besides.contains(&at) && begins(at))
}

/// Whether a sentence has a word for what somebody has to fear.
fn has_cause(sentence: &Sentence<'_>) -> bool {
    sentence.lower.iter().any(|word| REASONS.iter().any(|reason| word.starts_with(reason)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn what_a_thief_does_under_a_false_name_is_no_sources_name() {
        fires(&RULE, "Marta, who spoke ⟦under a false name⟧, said guards took her papers.");
        is_silent(&RULE, &["They hired a boat in May under a false name. Nobody saw them again."]);
    }

    #[test]
    fn a_name_for_this_article_is_an_invented_one() {
        fires(
            &RULE,
            "“We sleep standing, so that we wake,” said a baker who ⟦is called⟧ Marta in this article. She has worked there since May.",
        );
        fires(
            &RULE,
            "A student ⟦who gave her name as⟧ Lika, a pseudonym, said guards took her papers. She left in May.",
        );
        is_silent(&RULE, &["The dish is called Marta in this valley. “We sleep standing,” said the baker, Ida Roe."]);
    }

    #[test]
    fn an_invented_name_without_a_reason_is_found() {
        fires(&RULE, "“They took my papers,” said Marta (⟦not her real name⟧). She left in May.");
        fires(
            &RULE,
            "The cook, Ilsa (⟦we have changed her name⟧), slept in the kitchen. “There was no key,” she said.",
        );
        fires(&RULE, "The pilot ⟦whom we shall call⟧ Rudi has not flown since May. He sells maps.");
        // Another's reason is not hers.
        fires(
            &RULE,
            "Dora, ⟦not her real name⟧, left in May. The train was late.\n\nA clerk whom we are calling Jon because he \
             fears for his post said the gates were shut.",
        );
        fires(
            &RULE,
            "A welder ⟦we will call⟧ Rudi took the late bus. He had not slept since his shift was changed, he said.",
        );
        fires(
            &RULE,
            "Two doors on, a cook ⟦who calls herself⟧ Dora sells soup by the ladle. “They bring a can,” she says.",
        );
        fires(
            &RULE,
            "“Ilsa”, ⟦as she is called here⟧, has cleaned the court for nine years. Her wage has not changed.",
        );
        fires(&RULE, "A guard, who wanted ⟦to be known as⟧ Jon, locked the gate. He went home at six.");
        fires(&RULE, "The tenant, whose ⟦name we have changed⟧, lives over a school.");
        fires(&RULE, "One picket, who ⟦asked us to call him⟧ Ted, said he had lost £1,800 in wages.");
    }

    #[test]
    fn a_reason_near_it_and_other_names_are_none() {
        is_silent(
            &RULE,
            &[
                "“They took my papers,” said Marta (not her real name, to protect her brother).",
                "Marta – not her real name – fears for her brother. “They took my papers,” she said.",
                "Names have been changed for legal reasons.",
                "A welder we will call Rudi because he fears for his post took the late bus.",
                "“Ilsa”, as she is called here because her brother is still in the camp, cleans the court.",
                "The company's name was changed in May. We will call the council on Monday.",
                "The singer, who calls herself Dora Night, opened the album with a song.",
                "Dora, not her real name, left in May. We have changed it because her son is still there.",
                "The hill that we call the Nose was renamed. The town has changed its mind since.",
                "Some names have been changed because the families are still in the camp. Marta, not her real name, left in May.",
                "The novels appeared under the name Marta Vey, which is a pseudonym.",
                "“Voss is not his real name,” the mayor, Ida Roe, said.",
                "Marta Vey, known as Mim, said the guards took her papers.",
            ],
        );
    }
}
