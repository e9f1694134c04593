//! An unnamed source is described by nothing but “source”, “sources”, “officials”.
//!
//! ## What it does
//!
//! Finds sources that are one bare noun, such as “officials say” or “a source said”, of which the article never says more.
//!
//! ## Why it matters
//!
//! A reader who may not have a name must at least learn what office the speaker holds or how near he stands to what he tells.
//! “Officials” may be a minister or a clerk.
//!
//! ## Authority
//!
//! AP, “Statement of News Values”: an unnamed source is described as precisely as possible. NPR, “Ethics Handbook”: that
//! “officials say” is not enough. Reuters, “Handbook of Journalism”, on describing sources.
//!
//! ## Example
//!
//! ```text
//! The bridge will stay closed until spring, officials say.
//! ```
//!
//! ## Better
//!
//! ```text
//! The bridge will stay closed until spring, two engineers of the county’s roads office say.
//! ```
//!
//! ## When not to use
//!
//! In headlines and short items whose full version stands elsewhere. Headlines are left out as it is.

use sayso_article::Part;
use sayso_reading::SourceType;

use crate::desk::link;
use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "ANO001",
    name: "bare-source",
    category: Category::Correctness,
    severity: Severity::Warning,
    default: true,
    options: &[Opt {
        name: "nouns",
        default: Value::Words(Vec::new()),
        doc: "Nouns that say too little by themselves, besides those that the rule knows",
    }],
    source: include_str!("bare_source.rs"),
    check,
};

/// Nouns that name no office.
const BARE: &[&str] = &[
    "source",
    "sources",
    "official",
    "officials",
    "insider",
    "insiders",
    "authorities",
    "people",
    "aide",
    "aides",
    "figures",
];
/// What may stand before them and still say nothing.
const NOTHING: &[&str] = &["a", "an", "the", "one", "two", "three", "some", "several", "many", "other", "our", "these"];

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    for source in &desk.reading.sources {
        let is_unnamed =
            matches!(source.kind, SourceType::AnonymousSource | SourceType::UnnamedGroup | SourceType::UnnamedPerson);
        let said_more = !source.affiliations.is_empty() || source.justification.is_some();
        if source.name.is_some()
            || !is_unnamed
            || said_more
            || !source.mentions.iter().all(|m| is_bare(desk, *m, options))
        {
            continue;
        }
        let Some(first) = desk.said_by(source.id).find(|a| desk.part_at(link(a).start) == Part::Body) else { continue };
        let Some(words) = first.source.first() else { continue };
        let called = desk.called(source);
        found.add(
            *words,
            format!("“{called}” names no office and no place"),
            "Say which: the office, the agency, or how the speaker knows",
        );
    }
}

fn is_bare(desk: &Desk<'_>, mention: sayso_text::Span, options: &Options) -> bool {
    let words = crate::words::lower(desk.text, mention);
    let is_bare = |word: &String| BARE.contains(&word.as_str()) || options.words("nouns").contains(word);
    let pronoun = |word: &str| matches!(word, "he" | "she" | "they" | "who");
    match words.split_last() {
        Some((last, before)) => {
            (is_bare(last) && before.iter().all(|word| NOTHING.contains(&word.as_str())))
                || (before.is_empty() && pronoun(last))
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_bare_noun_is_found_where_it_first_speaks() {
        fires(&RULE, "⟦Officials⟧ said on Monday that the bridge would stay closed until spring.");
        fires(&RULE, "The talks have failed, ⟦two sources⟧ said. The sources said nobody would return.");
    }

    #[test]
    fn what_says_an_office_is_none() {
        is_silent(
            &RULE,
            &[
                "Officials of the county’s roads office said that the bridge would stay closed.",
                "A source close to the talks said they had failed.",
                "The mayor, Orla Finch, said the bridge would stay closed.",
            ],
        );
    }
}
