use proptest::prelude::*;
use sayso_reading::Terms;

use super::*;
use crate::change::tests::{telling, told};

/// A text of tellings, `source | cue | content` or a sentence in the writer's voice, a line each; "note: …" is a
/// correction.
fn version(id: i64, lines: &[&str]) -> Version {
    let article = Arc::new(ArticleRecord { id, revision: id, ..ArticleRecord::default() });
    let mut at = 0;
    let mut tellings = Vec::new();
    for line in lines.iter().filter(|line| !line.starts_with("note:")) {
        let mut telling = telling(line);
        telling.article = article.clone();
        let end = at + telling.span[1];
        telling.span = [at, end];
        at = end + 2;
        tellings.push(telling);
    }
    let notes = lines.iter().filter_map(|line| line.strip_prefix("note:")).map(|note| note.trim().to_owned());
    Version { article, tellings, figures: Vec::new(), corrections: notes.collect() }
}

fn shown(difference: &Difference) -> Vec<String> {
    let one = |revised: &Revised| {
        let silent = if revised.is_silent { "silent " } else { "" };
        match (&revised.before, &revised.after) {
            (Some(before), None) => format!("gone: {}", before.words),
            (None, Some(after)) => format!("new: {}", after.words),
            (Some(before), Some(after)) if revised.changes.is_empty() => format!("{} > {}", before.words, after.words),
            _ => format!("{silent}{}", told(&revised.changes).join("; ")),
        }
    };
    difference.changes.iter().map(one).collect()
}

fn check(before: &[&str], after: &[&str], expect: &[&str]) {
    let found = difference(&version(1, before), &version(2, after));
    assert_eq!(shown(&found), expect, "{before:#?} {after:#?}");
    assert_eq!((found.before.id, found.after.id), (1, 2));
}

const DAM: &str = "officials|said|the dam at Kesterby was safe on Monday";

#[test]
fn marks_spelling_and_order_are_no_changes() {
    check(&[DAM], &[DAM], &[]);
    check(&[], &[], &[]);
    check(&[DAM], &["officials|said|The dam, at Kesterby, was safe on Monday."], &[]);
    check(&[DAM, "Ida Roe|said|nobody knew"], &["Ida Roe|said|nobody knew", DAM], &[]);
    check(&["officials|said|the colour was organised"], &["officials|said|that the color was organized"], &[]);
    check(&["The gates were open.", DAM], &[DAM, "The sluices were shut for a year."], &[]);
}

#[test]
fn an_attribution_is_dropped_between_texts() {
    check(
        &[DAM, "Ida Roe|said|nobody knew of it"],
        &["The dam at Kesterby was safe on Monday.", "Ida Roe|said|nobody knew of it"],
        &["silent attribution dropped: officials said"],
    );
    check(
        &["The dam at Kesterby was safe on Monday."],
        &[DAM],
        &["The dam at Kesterby was safe on Monday. > the dam at Kesterby was safe on Monday"],
    );
}

#[test]
fn a_source_is_renamed_and_a_cue_is_firmer() {
    check(
        &[DAM],
        &["engineers|confirmed|the dam at Kesterby was safe on Monday"],
        &["silent source: officials > engineers; hardened: officials said > engineers confirmed"],
    );
    check(
        &["officials|fear|it leaked badly"],
        &["officials|say|it leaked badly"],
        &["hardened: officials fear > officials say"],
    );
}

#[test]
fn terms_go_without_a_word() {
    let before = {
        let mut text = version(1, &["an official|said|it leaked badly"]);
        let statement = text.tellings[0].statement.as_mut().unwrap();
        (statement.terms, statement.reason) = (Some(Terms::Anonymity), Some("for fear of her post".to_owned()));
        text
    };
    let found = difference(&before, &version(2, &["an official|said|it leaked badly"]));
    assert_eq!(
        shown(&found),
        ["silent terms dropped: on condition of anonymity; reason dropped: for fear of her post"]
    );
    let noted =
        ["an official|said|it leaked badly", "note: This article was amended: it had given why she was not named."];
    assert!(!difference(&before, &version(2, &noted)).changes[0].is_silent);
}

#[test]
fn a_number_that_changes_is_silent_unless_a_new_note_has_it() {
    let (before, after) = ("officials|said|12 people died in the mill", "officials|said|14 people died in the mill");
    let silent = ["silent figure: 12 people > 14 people"];
    let open = ["figure: 12 people > 14 people"];
    check(&[before], &[after], &silent);
    check(&[before], &[after, "note: An earlier version of this article said that twelve had died."], &open);
    check(&[before], &[after, "note: Correction: the toll is 14."], &open);
    check(&[before], &[after, "note: This article was amended on 12 November 2026 to mend a name."], &silent);
    check(&[before], &[after, "note: This article was amended on November 14, 2026 to mend a name."], &silent);
    check(&[before], &[after, "note: This article was amended to correct the number of people who died."], &open);
    check(&[before], &[after, "note: This article was amended to correct the number of the bus."], &silent);
    let old = "note: An earlier version of this article said that 12 were hurt.";
    check(&[before, old], &[after, old], &silent);
    // The note's own sentences are no statements of the article.
    let noted = "An earlier version of this article said that 12 people died.";
    check(&[before], &[after, noted, &format!("note: {noted}")], &open);
    check(
        &["12 people died in the mill"],
        &["at least 12 people died in the mill"],
        &["silent bound: 12 people > at least 12 people"],
    );
}

#[test]
fn a_number_that_is_no_figure_changes_too() {
    check(
        &["officials|said|the line would be shut for 12 weeks"],
        &["officials|said|the line would be shut for 20 weeks"],
        &["silent figure: 12 weeks > 20 weeks"],
    );
}

#[test]
fn a_sentence_that_is_read_otherwise_is_no_change() {
    check(&["Ida Roe|said|nobody knew"], &["a teacher|said|nobody knew"], &["silent source: Ida Roe > a teacher"]);
    let read = |who: &str| {
        let mut version = version(1, &[]);
        let mut telling = telling(&format!("{who}|said|nobody knew"));
        telling.sentence = "One of them, a teacher, said nobody knew.".to_owned();
        version.tellings.push(telling);
        version
    };
    let (before, after) = (read("a teacher"), read("One of them, a teacher"));
    assert_eq!(shown(&difference(&before, &after)), [""; 0]);
}

#[test]
fn a_number_is_followed_into_another_sentence() {
    check(
        &["officials|said|12 people died when a boiler burst at the mill"],
        &["Ida Roe|put|the toll at 14 people by night"],
        &["silent source: officials > Ida Roe; figure: 12 people > 14 people"],
    );
    // Of two that count the same, nothing says which it was.
    check(
        &["officials|said|12 people died when a boiler burst"],
        &["Ida Roe|put|the toll at 14 people", "Tom Oake|put|theirs at 15 people by night"],
        &[
            "gone: 12 people died when a boiler burst",
            "new: the toll at 14 people",
            "new: theirs at 15 people by night",
        ],
    );
}

#[test]
fn a_statement_is_gone_or_new_or_told_otherwise() {
    check(
        &["Ida Roe|said|nobody knew of it", DAM, "Tom Oake|said|rain would come"],
        &["Ida Roe|said|nobody knew of it", "Lund Vale|said|work begins in May", "Tom Oake|said|rain would come"],
        &["gone: the dam at Kesterby was safe on Monday", "new: work begins in May"],
    );
    check(
        &[DAM],
        &["officials|said|the dam at Kesterby was unsafe on Monday"],
        &["the dam at Kesterby was safe on Monday > the dam at Kesterby was unsafe on Monday"],
    );
    check(
        &["Ida Roe|said|“we knew of the leak for weeks”"],
        &["Ida Roe|said|“we heard of the leak for weeks”"],
        &["silent quotation: we knew of the leak for weeks > we heard of the leak for weeks"],
    );
    check(&[], &["12 people died."], &["new: 12 people died."]);
    check(&["The sun shone."], &["It rained all day in Lund."], &[]);
}

#[test]
fn what_lies_within_a_statement_is_told_once() {
    let text = |id, n: i32, cue: &str| {
        let outer = format!("The Courier|reported|officials {cue} that {n} people died in the mill");
        let inner = format!("officials|{cue}|{n} people died in the mill");
        let mut text = version(id, &[&outer, &inner]);
        let end = text.tellings[0].span[1];
        text.tellings[1].span = [end - 10, end];
        text
    };
    let of = |before: &Version, after: &Version| shown(&difference(before, after));
    assert_eq!(of(&text(1, 12, "said"), &text(2, 14, "said")), ["silent figure: 12 people > 14 people"]);
    assert_eq!(of(&text(1, 12, "said"), &text(2, 12, "confirmed")), ["hardened: officials said > officials confirmed"]);
    assert_eq!(of(&text(1, 12, "said"), &version(2, &[])), ["gone: 12 people died in the mill"]);
    assert_eq!(of(&text(1, 12, "said"), &text(2, 12, "said")), [""; 0]);
}

#[test]
fn a_figure_outside_all_tellings_is_found_too() {
    let text = |id, line| {
        let mut text = version(id, &[line]);
        let telling = text.tellings.pop().unwrap();
        text.figures = telling
            .figures
            .iter()
            .map(|figure| FigureReport {
                article: text.article.clone(),
                figure: figure.clone(),
                statement: None,
                sentence: telling.sentence.clone(),
            })
            .collect();
        text
    };
    let found = difference(&text(1, "Toll: 12 people"), &text(2, "Toll: 14 people"));
    assert_eq!(shown(&found), ["silent figure: 12 people > 14 people"]);
    assert_eq!(difference(&text(1, "Toll: 12 people"), &text(2, "Deaths: 12 people")).changes, []);
}

#[test]
fn notes_on_changes_are_found_as_they_stand() {
    let found = |paragraph: &str| corrections(&["It leaked.", paragraph, "It burned."]);
    for paragraph in [
        "This article was amended on 3 November 2026 to correct the toll.",
        "This story has been updated.",
        "An earlier version of this article said that 14 people were injured.",
        "A previous version of this story misspelled Krail. We regret the error.",
        "Correction: the toll is 12.",
        "CORRECTION (Nov. 3, 2026): The toll is 12.",
        "Update, 3 Nov: police are at the scene.",
        "Updated at 14:30 – police are at the scene.",
        "Editor’s note: this piece has another headline now.",
        "  Clarification — the mayor was not asked.  ",
        "• This article was later corrected.",
    ] {
        assert_eq!(found(paragraph), [paragraph.trim()], "{paragraph}");
    }
    assert_eq!(corrections(&["Correction", "The toll is 12.", "It burned."]), ["Correction\nThe toll is 12."]);
    assert_eq!(corrections(&["Correction"]), ["Correction"]);
    for paragraph in [
        "",
        "The article of the charter was amended in 1998.",
        "The mayor said an update would follow: not today.",
        "Correction of the river: work begins in May.",
        "Updates are sent daily – by post.",
        "Officials updated the toll: 12 are dead.",
        "An earlier report said that 14 were hurt.",
        "This article of faith is old.",
    ] {
        assert_eq!(found(paragraph), [""; 0], "{paragraph}");
    }
}

#[test]
fn many_tellings_take_bounded_time() {
    let lines = |seed: usize| -> Vec<String> {
        (0..1_500).map(|n| format!("officials|said|w{} w{} w{} w{}", n * seed, n % 7, n * 3 % 11, n * 5 % 13)).collect()
    };
    let (before, after) = (lines(3), lines(17));
    let text = |id, lines: &[String]| version(id, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(!difference(&text(1, &before), &text(2, &after)).changes.is_empty());
}

fn any_line() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            DAM,
            "engineers|believe|the dam at Kesterby may be safe",
            "The dam at Kesterby was safe.",
            "officials|said|12 people died in the mill",
            "at least 14 people died in the mill",
            "Ida Roe|said|“we knew of the leak for weeks”",
            "note: Correction: 12.",
        ])
        .prop_map(str::to_owned),
        "[^|]{0,30}",
        "[^|]{0,10}\\|[^|]{0,8}\\|[^|]{0,30}",
    ]
}

proptest! {
    #[test]
    fn a_text_is_the_same_as_itself_and_every_telling_stands_once(
        before in prop::collection::vec(any_line(), 0..10),
        after in prop::collection::vec(any_line(), 0..10),
    ) {
        let text = |id, lines: &[String]| version(id, &lines.iter().map(String::as_str).collect::<Vec<_>>());
        let (before, after) = (text(1, &before), text(2, &after));
        prop_assert_eq!(&difference(&before, &before).changes, &[]);
        let found = difference(&before, &after);
        for (side, all) in [(0, &before), (1, &after)] {
            let shown = found.changes.iter().filter_map(|one| if side == 0 { one.before.as_ref() } else { one.after.as_ref() });
            let mut spans: Vec<_> = shown.map(|telling| (telling.span, &telling.words)).collect();
            prop_assert!(spans.iter().all(|(span, _)| all.tellings.iter().any(|telling| telling.span == *span)));
            let count = spans.len();
            spans.sort();
            spans.dedup();
            prop_assert_eq!(spans.len(), count);
        }
    }
}
