//! What changed along an edge.

use super::*;
use crate::change::tests::told;

fn check(from: Told, to: Told, expect: &[&str]) {
    let (from, to) = (from.pair().0, to.pair().0);
    let form = overlap(&from, &to).map_or(Form::Similar, |found| found.form);
    let found = edges::changed(&from, &to, EdgeKind::of(form));
    assert_eq!(told(&found), expect, "{} > {}", from.sentence, to.sentence);
}

const SHUT: &str = "the gate was shut";

fn officials(cue: &str) -> Told {
    said(1, "Courier", some("officials"), cue, SHUT)
}

fn later(source: SourceRecord, cue: &str) -> Told {
    said(2, "Argus", source, cue, SHUT)
}

#[test]
fn an_attribution_that_is_gone_is_dropped() {
    check(officials("believe"), voice(2, "Argus", SHUT), &["attribution dropped: officials believe"]);
    check(officials("according to"), voice(2, "Argus", SHUT), &["attribution dropped: according to officials"]);
    let nobody = officials("reported").statement(|statement| {
        statement.source = None;
        statement.chain = vec![None];
    });
    check(officials("said"), nobody, &["attribution dropped: officials said"]);
    check(voice(1, "Courier", SHUT), later(some("officials"), "said"), &[]);
}

#[test]
fn firmer_words_harden() {
    check(officials("believe"), later(some("officials"), "said"), &["hardened: officials believe > officials said"]);
    check(
        officials("said"),
        later(some("officials"), "confirmed"),
        &["hardened: officials said > officials confirmed"],
    );
    check(officials("said"), later(some("officials"), "alleged"), &["softened: officials said > officials alleged"]);
    check(officials("told"), later(some("officials"), "according to"), &[]);
    let thinks = officials("were of the view that").statement(|statement| statement.act = Act::Thinks);
    check(thinks, later(some("officials"), "said"), &["hardened: officials were of the view that > officials said"]);
}

#[test]
fn may_that_is_gone_hardens() {
    let from = |words| said(1, "Courier", some("officials"), "said", words);
    let to = |words| said(2, "Argus", some("officials"), "said", words);
    check(
        from("the weir may have failed at night"),
        to("the weir failed at night"),
        &["hardened: may have failed > failed"],
    );
    check(
        from("the weir failed at night"),
        to("the weir could have failed at night"),
        &["softened: failed > could have failed"],
    );
    check(from("the weir might have failed at night"), to("the weir may have failed at night"), &[]);
    check(from("in May the weir failed"), to("in spring the weir failed"), &[]);
}

#[test]
fn another_source_is_told_from_another_name_for_it() {
    let from = |source| said(1, "Courier", source, "said", SHUT);
    let ministry = || body("interior ministry");
    let spokeswoman = || titled("interior ministry spokeswoman", "Ida Roe");
    check(from(some("an aide")), later(some("officials"), "said"), &["source: an aide > officials"]);
    check(from(some("two officials")), later(some("officials"), "said"), &[]);
    check(from(some("senior officials in Ostrey")), later(some("officials"), "said"), &[]);
    check(from(some("an official")), later(some("officials"), "said"), &["source: an official > officials"]);
    check(from(some("people familiar with the matter")), later(some("sources"), "said"), &[]);
    check(from(titled("harbour master", "Ida Roe")), later(person("Roe"), "said"), &[]);
    check(from(person("Ida Roe")), later(person("Odo Lunt"), "said"), &["source: Ida Roe > Odo Lunt"]);
    check(from(titled("harbour master", "Ida Roe")), later(some("the harbour master"), "said"), &[]);
    check(
        from(titled("harbour master", "Ida Roe")),
        later(some("residents"), "said"),
        &["source: Ida Roe > residents"],
    );
    check(from(ministry()), later(spokeswoman(), "said"), &[]);
    check(from(ministry()), later(some("a spokeswoman for the interior ministry"), "said"), &[]);
    check(from(body("Harbour Safety Board")), later(body("HSB"), "said"), &[]);
}

#[test]
fn a_relay_that_is_no_more_named_is_dropped() {
    let from =
        || officials("said").through(&[body("Courier")]).article(|article| article.outlet = Some("Hill Post".into()));
    check(from(), later(some("officials"), "said"), &["relay dropped: Courier"]);
    check(from(), later(some("officials"), "said").through(&[body("Courier")]), &[]);
    check(from(), later(some("officials"), "said").sentence("Officials told the Courier it was shut."), &[]);
    check(
        from(),
        later(some("officials"), "said").article(|article| article.outlet = Some("Valley Courier".into())),
        &[],
    );
    check(from(), later(body("Courier"), "reported"), &["source: officials > Courier"]);
}

#[test]
fn terms_and_their_reason_are_dropped_only_by_the_unnamed() {
    let anonymous = || {
        officials("said").statement(|statement| {
            statement.terms = Some(Terms::Anonymity);
            statement.reason = Some("because they were not cleared to speak".into());
        })
    };
    let both = ["terms dropped: on condition of anonymity", "reason dropped: because they were not cleared to speak"];
    check(anonymous(), later(some("officials"), "said"), &both);
    let terms = later(some("officials"), "said").statement(|statement| statement.terms = Some(Terms::NotAuthorised));
    check(anonymous(), terms, &both[1..]);
    check(anonymous(), later(person("Ida Roe"), "said"), &["source: officials > Ida Roe"]);
    check(anonymous(), voice(2, "Argus", SHUT), &["attribution dropped: officials said"]);
}

#[test]
fn figures_are_compared_by_what_they_count() {
    let from = || officials("said").figure(figure("at least 9 people", 9.0, Bound::AtLeast));
    let to = |figures: Vec<FigureRecord>| figures.into_iter().fold(later(some("officials"), "said"), Told::figure);
    check(from(), to(vec![figure("nine people", 9.0, Bound::AtLeast)]), &[]);
    check(from(), to(vec![figure("9 people", 9.0, Bound::Exactly)]), &["bound: at least 9 people > 9 people"]);
    check(from(), to(vec![figure("12 people", 12.0, Bound::Exactly)]), &["figure: at least 9 people > 12 people"]);
    check(from(), to(vec![FigureRecord { unit: "EUR".into(), ..figure("€12", 12.0, Bound::Exactly) }]), &[]);
    check(
        from(),
        to(vec![FigureRecord { measure: Some("killed".into()), ..figure("2 people", 2.0, Bound::Exactly) }]),
        &[],
    );
    check(
        from(),
        to(vec![figure("12 people", 12.0, Bound::Exactly), figure("at least 9 people", 9.0, Bound::AtLeast)]),
        &[],
    );
}

fn quoted(id: i64, words: &str) -> Told {
    said(id, "Courier", person("Ida Roe"), "said", words)
}

fn quotations(was: &str, is: &str, expect: &[&str]) {
    check(quoted(1, was), quoted(2, is), expect);
}

#[test]
fn a_quotation_is_altered_by_other_words_and_not_by_cuts() {
    let full = "“Nobody sat on anything. We had a wet wall and a dry forecast, and we watched both.”";
    quotations(full, full, &[]);
    quotations(full, "“We had a wet wall and a dry forecast, and we watched both,”", &["trimmed"]);
    quotations(full, "“Nobody sat on anything … and we watched both.”", &["trimmed"]);
    quotations(full, "“Nobody sat on anything,” “we had a wet wall and a dry forecast, and we watched both.”", &[]);
    quotations(
        full,
        "“Nobody sat on anything. [The wardens] had a wet wall and a dry forecast, and we watched both.”",
        &[],
    );
    let altered = |is: &str| format!("quotation: {} > {is}", &full.trim_matches(['“', '”']));
    let never = "Nobody sat on anything. We never had a wet wall and a dry forecast, and we watched both.";
    quotations(full, &format!("“{never}”"), &[&altered(never)]);
    let cut = "Nobody sat on anything. We had a dry forecast, and we watched both.";
    quotations(full, &format!("“{cut}”"), &[&altered(cut)]);
    let end = "Nobody sat on anything. We had a wet wall and a dry forecast, and we watched it.";
    quotations(full, &format!("“{end}”"), &[&altered(end)]);
    quotations(
        "“The neighbours of the centre organised two buses”",
        "“The neighbors of the center organized 2 buses”",
        &[],
    );
    quotations("“We had a wet wall and a dry forecast”", full, &["extended"]);
    quotations("“We had a wet wall”", "“It rained on the old men of the town all day”", &[]);
}

#[test]
fn marks_that_are_gone_drop_the_quotation() {
    quotations("“We had a wet wall”", "we had a wet wall", &["quotation dropped"]);
    quotations("we had a wet wall", "“We had a wet wall”", &[]);
    check(
        quoted(1, "“We had a wet wall”"),
        voice(2, "Argus", "we had a wet wall"),
        &["attribution dropped: Ida Roe said", "quotation dropped"],
    );
}

#[test]
fn less_and_more_are_told_in_the_same_words() {
    quotations("the gate was shut on Friday night", "the gate was shut", &["trimmed"]);
    quotations("the gate was shut", "the gate was shut on Friday night", &["extended"]);
    quotations("the gate was shut on Friday", "nobody had opened the gate", &[]);
}

#[test]
fn as_much_in_other_words_is_neither_less_nor_more() {
    let told = |words| said(1, "Courier", person("Ida Roe"), "said", words).pair().0;
    let found = |was, is| edges::changed(&told(was), &told(is), EdgeKind::Quoted);
    assert_eq!(found("wardens shut the gate on Friday night", "wardens shut the gate early"), []);
    assert_eq!(
        found("wardens shut the gate early on a wet Friday night in rain", "wardens shut the gate"),
        [Change::Trimmed]
    );
}

#[test]
fn a_copy_with_the_same_sentence_has_no_changes() {
    let (from, to) = (
        officials("believe").pair().0,
        voice(2, "Argus", SHUT).sentence("the gate was shut believe officials.").pair().0,
    );
    assert_eq!(edges::changed(&from, &to, EdgeKind::Copy), []);
    assert_eq!(edges::changed(&from, &to, EdgeKind::Quoted).len(), 1);
}
