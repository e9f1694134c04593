//! An outlet or a report is relayed without a link, in an article that has links.
//!
//! ## What it does
//!
//! In Markdown, or any text with links in it, finds the first place where a named outlet or a published document is the source
//! of a statement, if no sentence that relays it has a link. Nothing is said of a text without any link, nor of documents that
//! were leaked or seen.
//!
//! ## Why it matters
//!
//! The link is the shortest credit and the reader’s way to check. Where links are used for everything else, a relay without one
//! looks like the article’s own work.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”, on crediting other outlets, online with a link. Wikipedia, “Verifiability”: what is relayed
//! is cited.
//!
//! ## Example
//!
//! ```markdown
//! The county will sell the ferries in March, the Harwick Courier reported on Sunday. Its [accounts](https://county.example/a)
//! show a loss.
//! ```
//!
//! ## Better
//!
//! ```markdown
//! The county will sell the ferries in March, the Harwick Courier [reported on Sunday](https://courier.example/ferries). Its
//! [accounts](https://county.example/a) show a loss.
//! ```
//!
//! ## When not to use
//!
//! For print, and where the links are put in by another desk.

use std::collections::{BTreeMap, HashSet};

use sayso_reading::{Act, Attribution, SourceId, SourceType};
use sayso_text::Span;

use super::outlets::{OUTLET_WORDS, Outlets};
use crate::desk::whole;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "CHN003",
    name: "relay-without-link",
    category: Category::Style,
    severity: Severity::Info,
    default: false,
    options: &[],
    source: include_str!("relay_without_link.rs"),
    check,
};

/// What shows a link in a text.
const LINKS: &[&str] = &["](", "][", "https://", "http://", "<a href"];
/// Nouns of documents that are published.
const PUBLISHED: &[&str] =
    &["report", "study", "paper", "survey", "poll", "audit", "statement", "filing", "ruling", "judgment"];
/// Words that tell of a document that cannot be linked to.
const NOT_PUBLIC: &[&str] = &[
    "seen",
    "obtained",
    "leaked",
    "confidential",
    "unpublished",
    "internal",
    "copy",
    "draft",
    "reviewed",
    "secret",
    "shown",
    "classified",
    "email",
    "e-mail",
    "police",
    "hospital",
];
/// An attribution that is read with less confidence is none to point at.
const SURE: f32 = 0.5;

/// Whether a piece of text has a link.
pub(super) fn has_link(text: &str) -> bool {
    LINKS.iter().any(|mark| text.contains(mark))
}

/// What is known of one relay.
struct Relayed {
    /// The words at its first mention.
    first: Span,
    is_linked: bool,
}

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    // The names in sentences with links: what is linked once is.
    let linked = desk.body().map(|line| line.sentence.whole).filter(|span| has_link(span.of(desk.text)));
    let linked: Vec<Span> = linked.collect();
    if linked.is_empty() {
        return;
    }
    let linked: HashSet<&str> = linked.into_iter().flat_map(|span| capitals(desk.text, span)).collect();
    let outlets = Outlets::of(desk);
    let mut relays: BTreeMap<SourceId, Relayed> = BTreeMap::new();
    for a in desk.attributions() {
        let Some((id, words)) = relay_of(desk, &outlets, a) else { continue };
        // "It" before the name is somebody else.
        if words.of(desk.text).eq_ignore_ascii_case("it") && !relays.contains_key(&id) {
            continue;
        }
        let line = desk.sentence_at(words.start).map_or(whole(a), |line| line.sentence.whole.cover(whole(a)));
        let is_linked = has_link(line.of(desk.text));
        let relayed = relays.entry(id).or_insert(Relayed { first: words, is_linked });
        relayed.is_linked |= is_linked;
        if words.start < relayed.first.start {
            relayed.first = words;
        }
    }
    for (id, relayed) in relays {
        if relayed.is_linked || desk.part_at(relayed.first.start) != sayso_article::Part::Body {
            continue;
        }
        let Some(source) = desk.source(id) else { continue };
        // "Radio Skarn" is not linked where the place Skarn is named beside a link.
        let name: Vec<&str> = capitals(desk.text, source.name.unwrap_or(relayed.first)).collect();
        let is_word = |name: &str| OUTLET_WORDS.contains(&name.to_lowercase().as_str());
        let has_place = name.len() > 1 && name.first().is_some_and(|first| is_word(first) && !linked.contains(first));
        if !has_place && name.last().is_some_and(|name| linked.contains(name)) {
            continue;
        }
        let called = desk.called(source);
        found.add(
            relayed.first,
            format!("“{called}” is relayed without a link, in an article that has links"),
            format!("Link the words that relay it to what “{called}” published"),
        );
    }
}

/// The outlet or the document that an attribution relays, and the words for it.
fn relay_of(desk: &Desk<'_>, outlets: &Outlets, a: &Attribution) -> Option<(SourceId, Span)> {
    if a.act != Act::Says || a.confidence < SURE || a.within.is_some() {
        return None;
    }
    if let Some(relay) = a.through.iter().find(|relay| outlets.has(relay.source)) {
        return Some((relay.source, relay.span));
    }
    let (source, words) = (desk.source_of(a)?, *a.source.first()?);
    if outlets.has(source.id) {
        return Some((source.id, words));
    }
    let sentence = desk.sentence_at(words.start)?;
    let is_public = !sentence.sentence.lower.iter().any(|word| NOT_PUBLIC.contains(&word.as_str()));
    let lower = crate::words::lower(desk.text, words);
    let is_published = lower.iter().any(|word| PUBLISHED.contains(&word.as_str()));
    // "A report": whose is for another rule; nothing tells that it can be linked to.
    let has_maker = !source.affiliations.is_empty() || source.name.is_some() || has_name(desk.text, words);
    (source.kind == SourceType::Document && is_public && is_published && has_maker).then_some((source.id, words))
}

/// Whether a capital stands among some words, behind the first.
fn has_name(text: &str, span: Span) -> bool {
    let first = span.of(text).split_whitespace().next().unwrap_or_default();
    capitals(text, Span::new(span.start + first.len(), span.end)).next().is_some()
}

/// The words with a capital in a piece of text.
fn capitals(text: &str, span: Span) -> impl Iterator<Item = &str> {
    let mut words = Vec::new();
    sayso_text::words_in(text, span, &mut words);
    words.into_iter().map(move |word| word.of(text)).filter(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use sayso_article::Format;

    use super::*;
    use crate::Settings;
    use crate::testing::findings_in;

    fn found(article: &str) -> Vec<String> {
        let findings = findings_in(article, Format::Markdown, &Settings::only(&RULE));
        findings.iter().map(|finding| finding.span.of(article).to_owned()).collect()
    }

    #[test]
    fn a_relay_without_link_is_found_where_links_are_used() {
        let links = "\n\nIts [accounts](https://county.example/a) show a loss.";
        assert_eq!(
            found(&format!("The county will sell the ferries, the Harwick Courier reported.{links}")),
            ["the Harwick Courier"]
        );
        assert_eq!(
            found(&format!("The mayor, Orla Finch, told the Harwick Courier that the ferries would be sold.{links}")),
            ["the Harwick Courier"]
        );
        assert_eq!(
            found(
                "Radio Velm said on Monday that the mole would be closed.\n\nThe council of Velm gave its [reasons](https://velm.example)."
            ),
            ["Radio Velm"]
        );
        for told in ["Harbour FM", "the Harwick Mail"] {
            let article = format!("The mayor, Orla Finch, told {told} that the ferries would be sold.{links}");
            assert_eq!(found(&article), [told]);
        }
    }

    #[test]
    fn what_is_linked_somewhere_or_cannot_be_is_not() {
        let links = "\n\nIts [accounts](https://county.example/a) show a loss.";
        for article in [
            "The county will sell the ferries, the Harwick Courier reported.".to_owned(),
            format!(
                "The county will sell the ferries, the Harwick Courier [reported](https://courier.example).{links}"
            ),
            format!(
                "The county will sell the ferries, the [Harwick Courier][1] reported. The Courier said that two were sold already.{links}"
            ),
            format!("The ferries lose money, according to a leaked report of the county’s auditor.{links}"),
            format!("The mayor, Orla Finch, said that the ferries would be sold.{links}"),
        ] {
            assert_eq!(found(&article), [""; 0], "{article}");
        }
    }
}
