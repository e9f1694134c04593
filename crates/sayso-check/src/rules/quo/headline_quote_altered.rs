//! Words in quotation marks in the headline or the line under it do not stand so in the article.
//!
//! ## What it does
//!
//! Looks for the words of each quotation of headline and deck in the body. Capitals, marks and what is left out by an ellipsis or
//! brackets don’t count. Single marks round what an inquiry, an audit or a court finds, whose words stand in that order in the
//! body's own voice, say whose finding it is and quote nobody.
//!
//! ## Why it matters
//!
//! Quotation marks promise somebody’s very words. A headline that tightens them puts words into a mouth.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: quotations are not altered, not even for grammar. Guardian style guide, on quotation marks
//! in headlines. BBC, “Editorial Guidelines”, Accuracy.
//!
//! ## Example
//!
//! ```text
//! Engineer warned wall ‘will collapse’
//!
//! The wall on Quay Street fell on Monday. “The wall may not hold,” Ines Tarn, an engineer, wrote in May.
//! ```
//!
//! ## Better
//!
//! ```text
//! Engineer warned wall ‘may not hold’
//!
//! The wall on Quay Street fell on Monday. “The wall may not hold,” Ines Tarn, an engineer, wrote in May.
//! ```
//!
//! ## When not to use
//!
//! In houses whose headlines use single marks for “it is alleged that”.

use std::collections::HashSet;

use sayso_article::Part;
use sayso_text::Span;
use sayso_text::quotes::Quotation;

use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "QUO002",
    name: "headline-quote-altered",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("headline_quote_altered.rs"),
    check,
};

/// No headline and deck hold more quotations; a text whose every line is taken for one is no article.
const MOST: usize = 20;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let is_head = |q: &&Quotation| matches!(desk.part_at(q.span.start), Part::Headline | Part::Deck);
    let heads: Vec<&Quotation> =
        desk.quotes.outermost().filter(|q| q.close.is_some()).filter(is_head).take(MOST).collect();
    if heads.is_empty() || desk.body().next().is_none() {
        return;
    }
    let body = joined(desk.body().flat_map(|line| &line.sentence.lower).map(String::as_str));
    for quotation in heads {
        let pieces = pieces(desk.text, quotation.inner());
        if pieces.is_empty() || stands_in(&body, &pieces) || is_condensed(desk, quotation, &pieces) {
            continue;
        }
        let called = crate::words::short(desk.text, quotation.inner());
        let finding = found.add(
            quotation.span,
            format!("“{called}” does not stand so in the body"),
            "Quote the words as they were said, or take the marks away",
        );
        if let Some(nearest) = nearest(desk, &pieces) {
            finding.related(nearest, "the body has it so");
        }
    }
}

/// Whether single marks stand round what a headline gives as somebody's finding (“‘ignored warnings’, inquiry finds”) and the words
/// stand in
/// that order, unquoted, in a sentence of the body: the marks say whose claim it is, and quote nobody.
fn is_condensed(desk: &Desk<'_>, quotation: &Quotation, pieces: &[String]) -> bool {
    const FINDS: &[&str] = &["finds", "found", "rules", "concludes", "inquiry", "report", "court", "inquest", "audit"];
    let is_single = desk.text[quotation.span.start..].starts_with(['‘', '\'']);
    let Some(line) = desk.sentence_at(quotation.span.start).filter(|_| is_single && pieces.len() == 1) else {
        return false;
    };
    if !line.sentence.lower.iter().any(|word| FINDS.contains(&word.as_str())) {
        return false;
    }
    let words: Vec<&str> = pieces[0].split_whitespace().collect();
    desk.body().any(|line| {
        let sentence = &line.sentence;
        let own = |at: &usize| !desk.quotes.inside(sentence.words[*at].start);
        let mut at = (0..sentence.words.len()).filter(own);
        words.len() > 2 && words.iter().all(|word| at.any(|at| sentence.lower(at) == *word))
    })
}

/// Words one space apart, with a space at both ends; marks left out, apostrophes straight.
fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut out = String::from(" ");
    for word in words.filter(|word| word.starts_with(char::is_alphanumeric)) {
        out.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
        out.push(' ');
    }
    out
}

/// The words of a quotation between what is left out.
fn pieces(text: &str, inner: Span) -> Vec<String> {
    let mut out = vec![Vec::new()];
    let mut in_brackets = false;
    let lower = crate::words::lower(text, inner);
    for (at, word) in lower.iter().enumerate() {
        let dots = word == "." && lower.get(at + 1).is_some_and(|next| next == ".");
        if dots || matches!(word.as_str(), "…" | "[" | "]") {
            in_brackets = word == "[" || (in_brackets && word != "]");
            out.push(Vec::new());
        } else if let (false, Some(piece)) = (in_brackets, out.last_mut()) {
            piece.push(word.as_str());
        }
    }
    out.into_iter().map(|words| joined(words.into_iter())).filter(|piece| piece != " ").collect()
}

/// Whether the pieces stand in the body, one after the other.
fn stands_in(body: &str, pieces: &[String]) -> bool {
    let mut from = 0;
    pieces.iter().all(|piece| match body[from..].find(piece.as_str()) {
        Some(at) => {
            // The space at its end may begin the next piece.
            from += at + piece.len() - 1;
            true
        }
        None => false,
    })
}

/// The quotation of the body that shares at least half of the words, the first of those that share most.
fn nearest(desk: &Desk<'_>, pieces: &[String]) -> Option<Span> {
    let wanted: HashSet<&str> = pieces.iter().flat_map(|piece| piece.split_whitespace()).collect();
    let in_body = desk.quotes.outermost().filter(|q| desk.part_at(q.span.start) == Part::Body);
    let shared = in_body.map(|q| {
        let words: HashSet<String> = crate::words::lower(desk.text, q.inner()).into_iter().collect();
        (wanted.iter().filter(|word| words.contains(**word)).count(), q.span)
    });
    let best = shared.fold((0, None), |best, (count, span)| if count > best.0 { (count, Some(span)) } else { best });
    best.1.filter(|_| best.0 * 2 >= wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn marks_round_what_a_report_finds_quote_nobody() {
        is_silent(
            &RULE,
            &[
                "Port ‘hid leaks for two years’, audit finds\n\nThe port hid 40 leaks in its tanks for two years, an audit said on Monday.",
            ],
        );
        fires(
            &RULE,
            "Port ⟦‘hid leaks for two years’⟧, audit finds\n\n“The port hid 40 leaks in its tanks for two years,” the audit says.",
        );
    }

    #[test]
    fn other_words_than_were_said_are_found() {
        fires(
            &RULE,
            "Mayor calls harbour plan ⟦‘total madness’⟧\n\nThe mayor of Osk, Orla Finch, rejected the plan for the harbour on Monday. “It is sheer madness,” she said.",
        );
        fires(
            &RULE,
            "Minister: ⟦“We won’t pay”⟧\n\nThe minister, Soren Abt, spoke to reporters in Kell on Monday. “We will not pay,” he said.",
        );
    }

    #[test]
    fn the_very_words_are_right_however_they_are_written() {
        is_silent(
            &RULE,
            &[
                "Mayor calls harbour plan ‘Sheer Madness’\n\nThe mayor of Osk, Orla Finch, rejected the plan on Monday. “It is sheer madness,” she said.",
                "Minister: “We won't pay”\n\nThe minister, Soren Abt, spoke to reporters in Kell on Monday. “We won’t pay,” he said.",
                "Minister: ‘We will pay … in May’\n\nThe minister, Soren Abt, spoke in Kell on Monday. “We will pay what we owe in May,” he said.",
                "Critics praise ‘The Long Quay’\n\nThe Long Quay, a film by Ines Tarn, opened in Osk on Monday.",
                "Sheriff defends evacuation order that came ‘an hour late’\n\nThe sheriff said on Monday that the order came in time. Residents say it came an hour late.",
                "Minister: ‘We will pay [the fishermen]’\n\nThe minister, Soren Abt, spoke in Kell on Monday. “We will pay them,” he said.",
            ],
        );
    }
}
