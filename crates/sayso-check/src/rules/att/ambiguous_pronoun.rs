//! A statement is given to “he” or “she”, and two persons named just before may be meant.
//!
//! ## What it does
//!
//! Finds pronouns in a source’s place where the sentence before, in the same paragraph, names two persons of that sex and gives
//! neither of them alone the word. Only persons whose sex the article tells elsewhere count: by a pronoun, “Mr”, “spokeswoman”.
//!
//! ## Why it matters
//!
//! The words go to the wrong mouth, and no grammar shows which one is right.
//!
//! ## Authority
//!
//! Reuters, “Handbook of Journalism”, on making plain who speaks. Guardian style guide: a name rather than a pronoun that may
//! be taken for another’s.
//!
//! ## Example
//!
//! ```text
//! Mr Amrol said the dam was safe. Mr Tarn said the dam was wet.
//!
//! The council invited Mr Amrol and Mr Tarn on Friday. He said the talks had failed.
//! ```
//!
//! ## Better
//!
//! ```text
//! Mr Amrol said the dam was safe. Mr Tarn said the dam was wet.
//!
//! The council invited Mr Amrol and Mr Tarn on Friday. Mr Tarn said the talks had failed.
//! ```
//!
//! ## When not to use
//!
//! Where the subject of a sentence always is the next one’s pronoun, as a house’s habit.

use std::collections::HashMap;

use sayso_article::Part;
use sayso_reading::{Source, SourceId, SourceType};
use sayso_text::Span;

use crate::desk::Line;
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ATT008",
    name: "ambiguous-pronoun",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[],
    source: include_str!("ambiguous_pronoun.rs"),
    check,
};

/// Words that tell a man or a woman.
const SHE: &[&str] = &[
    "she",
    "her",
    "herself",
    "mrs",
    "ms",
    "miss",
    "madam",
    "dame",
    "lady",
    "mother",
    "wife",
    "widow",
    "daughter",
    "sister",
    "actress",
    "congresswoman",
    "spokeswoman",
    "chairwoman",
    "businesswoman",
    "policewoman",
];
const HE: &[&str] = &[
    "he",
    "him",
    "himself",
    "mr",
    "sir",
    "lord",
    "father",
    "husband",
    "widower",
    "son",
    "brother",
    "congressman",
    "spokesman",
    "businessman",
    "policeman",
    "fisherman",
];

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let mut by_surname: HashMap<&str, Vec<SourceId>> = HashMap::new();
    for source in desk.reading.sources.iter().filter(|source| source.kind == SourceType::NamedPerson) {
        if let Some(surname) = source.name.and_then(|name| name.of(desk.text).split_whitespace().last()) {
            by_surname.entry(surname).or_default().push(source.id);
        }
    }
    let mut known: HashMap<(SourceId, bool), Vec<Span>> = HashMap::new();
    for a in desk.attributions().filter(|a| a.within.is_none()) {
        let Some(pronoun) = a.source.first().copied() else { continue };
        let word = pronoun.of(desk.text).to_lowercase();
        let table = match word.as_str() {
            "he" => HE,
            "she" => SHE,
            _ => continue,
        };
        let (Some(here), Some(before)) = (desk.sentence_at(pronoun.start), desk.sentence_before(pronoun.start)) else {
            continue;
        };
        let named_here = named(desk, here, &by_surname).into_iter().any(|(_, span)| span.end <= pronoun.start);
        if here.part != Part::Body || here.paragraph != before.paragraph || named_here {
            continue;
        }
        let mut fit = named(desk, before, &by_surname);
        let mut fits = |id: SourceId| {
            let places = known
                .entry((id, word == "he"))
                .or_insert_with(|| desk.source(id).map(|source| told(desk, source, table)).unwrap_or_default());
            places.iter().any(|place| *place != pronoun)
        };
        let all_known = fit.iter().all(|(id, _)| fits(*id));
        fit.dedup_by_key(|(id, _)| *id);
        let spoke = |id: SourceId| desk.touching(before.sentence.whole).any(|a| a.source_id == Some(id));
        let [(one, one_at), (other, other_at)] = fit[..] else { continue };
        if !all_known || one == other || spoke(one) != spoke(other) {
            continue;
        }
        let called = |span| crate::words::short(desk.text, span);
        found
            .add(
                pronoun,
                format!("“{}” may be “{}” or “{}”: which?", called(pronoun), called(one_at), called(other_at)),
                "Write the name",
            )
            .related(one_at, "this one")
            .related(other_at, "or this one");
    }
}

/// The persons whose surnames stand in a sentence, in text order; each place once.
fn named(desk: &Desk<'_>, line: &Line<'_>, by_surname: &HashMap<&str, Vec<SourceId>>) -> Vec<(SourceId, Span)> {
    let bare = |span: &Span| {
        let word = span.of(desk.text);
        let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        // A surname of two persons tells neither.
        let [id] = by_surname.get(word)?[..] else { return None };
        Some((id, Span::new(span.start, span.start + word.len())))
    };
    line.sentence.words.iter().filter_map(bare).collect()
}

/// Where the article tells a person’s sex by one of the two tables: the first two places are enough to know of one that isn’t
/// the pronoun itself.
fn told(desk: &Desk<'_>, source: &Source, table: &[&str]) -> Vec<Span> {
    let has = |span: &&Span| crate::words::lower(desk.text, **span).iter().any(|word| table.contains(&word.as_str()));
    source.titles.iter().chain(&source.mentions).filter(has).take(2).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn a_pronoun_that_fits_two_is_found() {
        fires(
            &RULE,
            "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nThe council invited Mr Amrol and Mr Tarn on Friday. ⟦He⟧ said the talks had failed.",
        );
        fires(
            &RULE,
            "Mrs Finch said the school would close. Mrs Marsh said it would stay.\n\nMrs Finch and Mrs Marsh met in Osk. ⟦She⟧ said nothing was agreed.",
        );
    }

    #[test]
    fn a_pronoun_that_fits_one_is_none() {
        is_silent(
            &RULE,
            &[
                "Mr Amrol said the dam was safe. Mrs Tarn said it was wet.\n\nThe council invited Mr Amrol and Mrs Tarn on Friday. He said the talks had failed.",
                "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nMr Amrol told Mr Tarn that the dam was his. He said the talks had failed.",
                "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nThe council invited Mr Amrol and Mr Tarn on Friday. Mr Tarn said the talks had failed.",
                "Mr Amrol said the dam was safe. Mr Tarn said it was wet.\n\nThe council invited Mr Amrol on Friday. He said the talks had failed.",
            ],
        );
    }
}
