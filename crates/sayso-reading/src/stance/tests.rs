use super::*;
use crate::SourceId;
use crate::marked::marked;
use sayso_text::sentences::sentences_of;

fn check(input: &str, expect: &[Option<(&str, &str, Option<u32>)>]) {
    let (text, mut attributions) = marked(input);
    for i in 0..attributions.len() {
        // Those of one name are one source, and "She", "It" is the one before.
        let words = attributions[i].source.first().map(|s| s.of(&text).to_owned());
        let known = attributions[..i].iter().rev().find(|a| {
            let before = a.source.first().map(|s| s.of(&text));
            before == words.as_deref() || matches!(words.as_deref(), Some("She" | "It" | "she"))
        });
        let known = known.and_then(|a| a.source_id).unwrap_or(SourceId(i as u32 + 1));
        attributions[i].source_id = words.map(|_| known);
    }
    let sentences = sentences_of(&text, [Span::new(0, text.len())]);
    let article = Article { text: text.clone(), ..Article::default() };
    attach(&article, &sentences, &[], &mut attributions);
    let found: Vec<_> = attributions
        .iter()
        .map(|a| a.stance.map(|s| (s.stance.name(), s.span.of(&text), s.of.map(|id| id.0))))
        .collect();
    assert_eq!(found, expect, "{input}");
}

#[test]
fn a_pronoun_or_noun_takes_up_what_another_said_before() {
    check(
        "{1 Residents} _1 said_ [1 they were not warned]. {2 The agency} _2 rejected_ [2 the claim].",
        &[None, Some(("rejects", "rejected", Some(1)))],
    );
    check(
        "{1 The mayor} _1 said_ [1 the wall was dry]. {2 The mayor} _2 added_ [2 that it held]. {3 Villagers} _3 doubted_ [3 it].",
        &[None, None, Some(("rejects", "doubted", Some(2)))],
    );
    check(
        "{1 He} _1 accused_ [1 the guild of theft]. {2 A clerk} _2 said_ [2 it rained]. {3 The guild} _3 denied_ [3 the accusation].",
        &[None, None, Some(("denies", "denied", Some(1)))],
    );
    check(
        "{1 The Echo} _1 reported_ [1 that he would leave]. {2 A fan} _2 said_ [2 that hurt]. {3 Polk} _3 dismissed_ [3 the story as “garbage”].",
        &[None, None, Some(("rejects", "dismissed", Some(1)))],
    );
    check(
        "{1 The consultant} _1 told_ [1 the board it would save a million]. {2 A parent} _2 asked_ [2 how]. {3 Amsel} _3 confirmed_ [3 the consultant’s estimate].",
        &[None, None, Some(("confirms", "confirmed", Some(1)))],
    );
    check(
        "{1 The envoy} _1 said_ [1 talks would open]. [2 The idea] _2 was rejected by_ {2 Saravia}.",
        &[None, Some(("rejects", "rejected", Some(1)))],
    );
    check(
        "{1 Tamm} _1 offered_ [1 him two ministries]. {2 Hale} _2 calls_ [2 that “a bedtime story”].",
        &[None, Some(("rejects", "calls", Some(1)))],
    );
    check(
        "{1 Strand} _1 said_ [1 the bill would save 2 million]. {2 Lander} _2 said_ [2 that the figure was “a fairy tale”].",
        &[None, Some(("rejects", "that the figure was “a fairy tale”", Some(1)))],
    );
}

#[test]
fn words_of_its_own_find_the_statement_that_shares_them() {
    check(
        "{1 Aides} _1 said_ [1 that farmers had put sand in the wells]. {2 A judge} _2 said_ [2 it rained]. {3 Lorne} _3 denied_ [3 that farmers put sand in any wells].",
        &[None, None, Some(("denies", "denied", Some(1)))],
    );
    check(
        "{1 Lorne} _1 denied_ [1 that farmers put sand in wells]. {2 A baker} _2 said_ [2 it rained]. Earlier, {3 aides} _3 said_ [3 farmers had put sand in the wells].",
        &[Some(("denies", "denied", Some(3))), None, None],
    );
    check(
        "{1 A baker} _1 said_ [1 it rained]. {2 Loomer} _2 denied_ [2 that she took money].",
        &[None, Some(("denies", "denied", None))],
    );
    check(
        "{1 Lorne} _1 said_ [1 he took the money home]. {1 Lorne} _2 denied_ {2 Lorne}[2 that he took the money home].",
        &[None, Some(("denies", "denied", None))],
    );
}

#[test]
fn refusals_support_and_what_is_negated() {
    check(
        "{1 The office} _1 declined to comment on_ [1 the tariff].",
        &[Some(("refuses_to_comment", "declined to comment", None))],
    );
    check(
        "{1 It} _1 would neither confirm nor deny_ [1 that].",
        &[Some(("refuses_to_comment", "neither confirm nor deny", None))],
    );
    check("{1 She} _1 said_: [1 “No comment.”]", &[Some(("refuses_to_comment", "No comment", None))]);
    check(
        "{1 Records} _1 show_ [1 that the levy failed]. {2 The union} _2 supports_ [2 a levy].",
        &[None, Some(("supports", "supports", None))],
    );
    check("{1 A baker} _1 said_ [1 it rained]. {2 Some} _2 assert_ [2 that it is a playful hoax].", &[None, None]);
    check("{1 The union} _1 supports_ [1 a levy].", &[Some(("supports", "supports", None))]);
    check("{1 Police} _1 did not confirm_ [1 that a man was held].", &[Some(("confirms", "confirm", None))]);
    check(
        "{1 A leaked email} _1 warned_ [1 that cells swell]. Asked about the email on Monday, {2 a spokesman} _2 said_: [2 “We do not comment on leaks.”]",
        &[None, Some(("refuses_to_comment", "not comment", Some(1)))],
    );
}

#[test]
fn denials_in_words_of_their_own() {
    check(
        "{1 A fan} _1 claimed_ [1 Polk had left]. {2 Polk} _2 said_ [2 it was made up].",
        &[None, Some(("rejects", "it was made up", Some(1)))],
    );
    check(
        "{1 The guild} _1 rejected_ [1 a _2 claim by_ {2 the mayor} [2 that the tax fell]].",
        &[Some(("rejects", "rejected", Some(2))), None],
    );
    check(
        "{1 The Echo} _1 reported_ [1 he would leave]. {2 An envoy} _2 confirmed_ [2 parts of the account].",
        &[None, Some(("confirms", "confirmed", Some(1)))],
    );

    check("{1 He} would not _1 say_ [1 who gave the order].", &[Some(("refuses_to_comment", "would not say", None))]);
    check("{1 The firm} _1 acknowledged_ [1 that a cable broke].", &[Some(("confirms", "acknowledged", None))]);
    check("{1 The office} _1 declined_ [1 to comment].", &[None]);
    check(
        "{1 A guard} _1 said_ [1 it was late]. {2 The guard’s lawyer} _2 said_ [2 it rained]. {3 Dunn} _3 confirmed_ [3 the guard’s account].",
        &[None, None, Some(("confirms", "confirmed", Some(1)))],
    );
    check(
        "{1 A third} _1 said_ [1 that she was “not getting into it”].",
        &[Some(("refuses_to_comment", "not getting into", None))],
    );
}

#[test]
fn what_is_no_stance() {
    for input in [
        "{1 The board} _1 denied_ [1 requests for data].",
        "{1 The Chamber} _1 confirmed_ [1 Ines Halloran].",
        "{1 Firefighters} _1 agreed_ [1 to a pay cut].",
        "{1 He} _1 believes_ [1 the wall will hold].",
        "{1 He} _1 described_ [1 the wall as false work].",
        "{1 The firm} _1 acknowledged_ [1 “a bad year”].",
    ] {
        let (_, attributions) = marked(input);
        check(input, &vec![None; attributions.len()]);
    }
}

#[test]
fn tables_are_in_order() {
    assert!(STATEMENTS.is_sorted_by_key(|entry| entry.0));
}
