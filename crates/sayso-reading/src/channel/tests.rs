use super::*;
use crate::marked::marked;

fn check(input: &str, expect: &[Option<(&str, &str)>]) {
    let (text, mut attributions) = marked(input);
    let article = Article { text: text.clone(), ..Article::default() };
    attach(&article, &[Sentence::of(&text, Span::new(0, text.len()))], &[], &mut attributions);
    let found: Vec<_> = attributions.iter().map(|a| a.channel.map(|c| (c.channel.name(), c.span.of(&text)))).collect();
    assert_eq!(found, expect, "{input}");
}

fn one(input: &str, channel: &str, words: &str) {
    check(input, &[Some((channel, words))]);
}

fn none(input: &str) {
    check(input, &[None]);
}

#[test]
fn phrases_beside_the_link() {
    one(
        "{1 The board} _1 said_ in a written statement on Friday [1 that the wall is dry].",
        "statement",
        "in a written statement",
    );
    one("[1 “No,”] {1 she} _1 said_ in an interview with the Courier.", "interview", "in an interview");
    one("[1 “No,”] {1 she} _1 said_ in a 2004 phone interview.", "interview", "in a 2004 phone interview");
    one(
        "[1 The wall is dry], {1 the mayor} _1 said_ on Monday at a news conference.",
        "news_conference",
        "at a news conference",
    );
    one(
        "In an email to staff last week, seen by the Gazette, {1 Ms Stell} _1 warned_ [1 that pumps failed].",
        "email",
        "In an email",
    );
    one("[1 “No,”] {1 he} _1 said_ in an e-mail.", "email", "in an e-mail");
    one("[1 “No,”] {1 he} _1 said_ by telephone.", "telephone", "by telephone");
    one("[1 “No,”] {1 he} _1 wrote_ on X on Friday.", "social_media", "on X");
    one("[1 “No,”] {1 he} _1 wrote_ in a Facebook post.", "social_media", "in a Facebook post");
    one("[1 “No,”] {1 he} _1 told_ guests at a rally in Oldport.", "speech", "at a rally");
    one("{1 Prosecutors} _1 allege_ in court documents [1 that he knew].", "court_documents", "in court documents");
    one(
        "In a witness statement read to the jury, {1 Mr Dale} _1 said_ [1 that he knew].",
        "court_documents",
        "In a witness statement",
    );
    one(
        "She wept at Pell Crown Court as {1 the prosecutor} _1 said_ [1 that she knew].",
        "hearing",
        "at Pell Crown Court",
    );
    one("{1 She} _1 said_ on state television [1 that all was well].", "broadcast", "on state television");
    one("{1 She} _1 replied_ in a letter to the paper [1 that it was wrong].", "letter", "in a letter");
}

#[test]
fn whom_a_cue_tells() {
    one("{1 He} _1 told_ reporters [1 it was over].", "news_conference", "told reporters");
    one("{1 He} _1 told_ the council meeting [1 it was over].", "hearing", "told the council meeting");
    one("{1 He} _1 told_ BBN radio [1 it was over].", "broadcast", "told BBN radio");
    one(
        "{1 He} _1 told_ the rebel broadcaster Radio Slava [1 it was over].",
        "broadcast",
        "told the rebel broadcaster Radio Slava",
    );
    one("{1 He} _1 told_ Channel Six [1 it was over].", "broadcast", "told Channel Six");
    one("[1 “No,”] {1 he} _1 told_ BayTV.", "broadcast", "told BayTV");
    one("{1 He} _1 told_ reporters in an interview [1 it was over].", "interview", "in an interview");
    one("{1 He} _1 told_ analysts on a conference call [1 it was over].", "telephone", "told analysts");
    one("{1 He} _1 told_ a news conference [1 it was over].", "news_conference", "told a news conference");
    one("{1 She} _1 testified_ [1 that it was over].", "hearing", "testified");
    one("{1 She} _1 tweeted_ [1 that it was over].", "social_media", "tweeted");
    one("[1 It was over], a jury _1 was told_ on Friday.", "hearing", "jury was told");
    one("{1 The court} _1 heard_ [1 that it was over].", "hearing", "court heard");
    none("{1 He} _1 told_ The Associated Press [1 it was over].");
    none("{1 He} _1 told_ the Courier [1 it was over].");
    none("{1 He} _1 told_ the state news agency ANK [1 it was over].");
    none("{1 He} _1 told_ his sister [1 it was over].");
}

#[test]
fn texts_and_stations_as_sources() {
    one("{1 An accountants’ report} _1 concluded_ [1 that cash was gone].", "report", "An accountants’ report");
    one("{1 State television} _1 reported_ [1 that all was well].", "broadcast", "State television");
    one("[1 He knew], _1 according to_ {1 court documents}.", "court_documents", "court documents");
    none("{1 The report’s author} _1 said_ [1 it was late].");
    none("{1 A letter writer} _1 said_ [1 it was late].");
}

#[test]
fn words_inside_contents_are_none_of_the_link() {
    none("{1 He} _1 said_ [1 that she lied in a statement].");
    check(
        "{1 She} _1 said_ [1 {2 officers} _2 had warned_ in a report in June [2 that it could rise]].",
        &[None, Some(("report", "in a report"))],
    );
    check(
        "{1 Pell} _1 said_ [1 it was over] and {2 Dale} _2 said_ in a statement [2 that it was not].",
        &[None, Some(("statement", "in a statement"))],
    );
    check(
        "{1 Pell} _1 said_ in a statement [1 it was over], and {2 Dale} _2 said_ [2 that it was not].",
        &[Some(("statement", "in a statement")), None],
    );
}

#[test]
fn the_same_source_goes_on_in_its_sentence() {
    check(
        "[1 “No,”] {1 {2 Drin}} _1 told_ Radio Slava, _2 claiming_ [2 that it was over].",
        &[Some(("broadcast", "told Radio Slava")), Some(("broadcast", "told Radio Slava"))],
    );
}

#[test]
fn questions_and_answers_are_an_interview() {
    let turn = Some(("interview", ":"));
    check(
        "{1 Post}_1 :_ [1 Will it hold?] {2 Pym}_2 :_ [2 No.] {3 Post}_3 :_ [3 Why?] {4 Pym}_4 :_ [4 Rust.] {5 Post}_5 :_ [5 Sure?] {6 Pym}_6 :_ [6 Yes.]",
        &[turn; 6],
    );
    check("{1 Minister}_1 :_ [1 no talks] {2 Envoy}_2 :_ [2 talks soon]", &[None, None]);
}

#[test]
fn places_and_things_are_no_channels() {
    none("{1 He} _1 said_ on the court steps [1 that it was over].");
    none("{1 He} _1 was accused_ by the court [1 of lying].");
    none("{1 He} _1 said_ in the Court of Audit [1 nobody counts].");
    none("{1 He} _1 saw_ on his mobile phone [1 that it was over].");
    none("{1 A guard, not authorised to speak to the media,} _1 said_ [1 it was over].");
    none("{1 The Marrin Post} _1 reported_ [1 that it was over].");
    none("After at least one meeting {1 he} _1 said_ [1 that it was over].");
    one("{1 She} _1 wrote_ on her channel [1 that it was over].", "social_media", "on her channel");
    none("On Friday {1 he} _1 said_ [1 that it was over].");
}
