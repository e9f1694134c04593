//! The whole article rests on one source.
//!
//! ## What it does
//!
//! Finds articles of some length in which every statement that is attributed at all has one and the same source, several times,
//! and nobody else is shown to have been asked. The least length and the least number of statements are options.
//!
//! ## Why it matters
//!
//! One source may be wrong, or have a side. What a press release says becomes news by being the only thing anybody read.
//!
//! ## Authority
//!
//! BBC, “Editorial Guidelines”, Accuracy: reluctance to rest on a single source. AP, “Statement of News Values”, and Reuters,
//! “Handbook of Journalism”: more than one source is sought.
//!
//! ## Example
//!
//! ```text
//! The county’s roads office said on Monday that the bridge over the Esk would stay closed until June. The bridge was closed in March, when a lorry hit the third pier. It carried nine thousand cars a day and is the only way from the north bank to the hospital.
//!
//! The office said that two of the piers had moved by more than anyone had thought. Divers went down on eleven days in April and took pictures of every foot of the stone. The river was high for most of that time, and on three days nobody could go down at all.
//!
//! The roads office said that the repair would cost 4 million crowns. Buses go by the old ferry road until then, and the journey takes fifty minutes. Shops on the north bank open an hour later than they did. The office added that no other bridge in the county was in danger.
//! ```
//!
//! ## Better
//!
//! ```text
//! The county’s roads office said on Monday that the bridge over the Esk would stay closed until June. The bridge was closed in March, when a lorry hit the third pier. It carried nine thousand cars a day and is the only way from the north bank to the hospital.
//!
//! The office said that two of the piers had moved by more than anyone had thought. Divers went down on eleven days in April and took pictures of every foot of the stone. The river was high for most of that time, and on three days nobody could go down at all.
//!
//! The roads office said that the repair would cost 4 million crowns. Buses go by the old ferry road until then, and the journey takes fifty minutes. Shops on the north bank open an hour later than they did. The head of the traders’ union, Ana Lund, said that a third of them would not last until June.
//! ```
//!
//! ## When not to use
//!
//! For interviews, obituaries, reviews and short items.

use sayso_article::Part;

use crate::{Category, Desk, Found, Opt, Options, Rule, Severity, Value};

pub(crate) static RULE: Rule = Rule {
    code: "BAL001",
    name: "single-source",
    category: Category::Suspicious,
    severity: Severity::Warning,
    default: true,
    options: &[
        Opt { name: "words", default: Value::Number(150), doc: "Words of the body at least" },
        Opt { name: "statements", default: Value::Number(4), doc: "Attributed statements at least" },
    ],
    source: include_str!("single_source.rs"),
    check,
};

/// What is read with less confidence, nearly all of it, is no second source; what is read with more may be one.
const UNSURE: f32 = 0.2;

fn check(desk: &Desk<'_>, options: &Options, found: &mut Found) {
    if !desk.reading.unanswered.is_empty() {
        return;
    }
    let mut only = None;
    let mut count = 0;
    let mut first = None;
    for a in desk.attributions().filter(|a| a.confidence >= UNSURE) {
        // Whoever it is, it is another one: an inner source, a quotation without a speaker, the outlet that was told.
        let Some(id) = a.source_id.filter(|_| a.through.is_empty()) else { return };
        if *only.get_or_insert(id) != id {
            return;
        }
        let in_body = a.source.first().filter(|span| desk.part_at(span.start) == Part::Body);
        first = first.or(in_body);
        count += usize::from(in_body.is_some());
    }
    let (Some(source), Some(first)) = (only.and_then(|id| desk.source(id)), first) else { return };
    let words: usize = desk.body().map(|line| line.sentence.words.len()).sum();
    if count < options.number("statements").max(2) || words < options.number("words") {
        return;
    }
    let called = desk.called(source);
    found.add(
        *first,
        format!("all {count} attributed statements of the article rest on “{called}”"),
        "Ask somebody who knows it independently, or say who else was asked",
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Doc;
    use crate::testing::{fires, is_silent};

    fn example() -> String {
        Doc::of(&RULE).fenced("Example").unwrap_or_default().to_owned()
    }

    #[test]
    fn an_article_of_one_source_is_found() {
        let example = example();
        fires(&RULE, &example.replacen("The county’s roads office", "⟦The county’s roads office⟧", 1));
        let named = example
            .replace("The county’s roads office", "Orla Finch, the county’s engineer,")
            .replace("The office", "She");
        let named = named.replace("The roads office", "Ms Finch");
        fires(&RULE, &named.replacen("Orla Finch, the county’s engineer,", "⟦Orla Finch, the county’s engineer,⟧", 1));
    }

    #[test]
    fn an_article_of_two_is_not_nor_is_a_short_one() {
        let example = example();
        is_silent(
            &RULE,
            &[
                "The roads office said that the bridge was shut. It said that it would open in May. It added that nobody was hurt. The office said that it would pay.",
                &format!("{example}\n\nThe traders’ union did not respond to a request for comment."),
                &format!("{example}\n\n“We will not last until June,” one shopkeeper said."),
                &format!("{example}\n\nThe mayor, Ole Lund, told the Harwick Courier that she was right."),
            ],
        );
    }
}
