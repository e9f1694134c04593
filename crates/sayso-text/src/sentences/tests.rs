use proptest::prelude::*;

use super::*;

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

/// `marked` is a text with `|` after each sentence but the last, in place of the white space there (a space) or before it.
fn check(marked: &str) {
    let text = marked.replace('|', "");
    let found: Vec<&str> = sentences(&text, whole(&text)).into_iter().map(|s| s.of(&text)).collect();
    let expect: Vec<&str> = marked.split('|').map(str::trim).filter(|s| !s.is_empty()).collect();
    assert_eq!(found, expect);
}

#[test]
fn stops_end_sentences() {
    check("");
    check(" \n ");
    check("The ferry sank.| Nobody was hurt.| It was late");
    check("Why so late?| Nobody knows!| Really?!| Yes.");
    check("The ferry sank.\n| Nobody was hurt.");
    check("The ferry sank on\nSunday.");
    check("It cost $3.5 million, or 1.2 percent.| 14 people paid.");
    check("Write to ana.moreno@example.com or see harwick.example.| The office is closed.");
    check("See example.com/a.b?c=d for more.| Then call.");
}

#[test]
fn titles_and_initials_do_not() {
    check("Mr. Moreno met Sen. Ada Quill and Gov. Pell.| Gen. Rusk left.");
    check("Lt. Col. Ida Marsh and Lt. Gen. Oren Vale spoke.");
    check("She lives on St. Brannoc Street with Dr. and Mrs. Holm.");
    check("J. R. Moreno and A. B. C. Dunn left.| They came back.");
    check("J. I. Moreno left.");
    check("SEN. QUILL SPEAKS");
    check("Mayor Robert F. Kell of Harwick said no.| So did J.R. Dunn.");
    check("It was plan B.| The first had failed.");
}

#[test]
fn abbreviations_do_not_unless_a_new_sentence_begins() {
    check("The U.S. Senate met the U.N. envoy at 9 a.m. Monday.");
    check("He left the U.S.| He did not return.| They met at 9 a.m.| The envoy was late.");
    check("On Jan. 3 the mayor wrote order No. 5.| It was ignored.");
    check("Did he agree?| No.| He refused.");
    check("Harwick Ferries Inc. and Pell Bros. Ltd. merged.| Quill Corp. Chairman Ida Marsh objected.");
    check("The case was Quill vs. Harwick, later Moreno v. Harwick.| Both lost.");
    check("He works for Pell Inc.| The firm is small.");
    check("HARWICK, Md. (AP) — The ferry sank.");
    check("Ray Dunn Jr. spoke.| So did Ray Dunn Sr.| They agreed.");
    check("She has a Ph.D. in history, i.e. Roman history, e.g. coins, etc. and so on.");
    check("See Fig. 3, pp. 4 and vol. 2.| Then rest.");
    check("Rep. Ada Quill, D-Pa., met Rep. Oren Vale (R-Va.) on Sept. 4.| Neither spoke.");
}

#[test]
fn quotations_keep_their_speaker() {
    check("“Is it true?” he asked.| “It is.”");
    check("“Is it true?” Moreno asked.| “It is!” Mayor Ana de la Cruz said.");
    check("“Is it true?” Sen. Ada Quill asked.");
    check("\"Is it true?\" he asked.| \"Stop!\" shouted the crowd.");
    check("“Is it true?”| He left.| “It is true.”| He left again.");
    check("“Is it true?”| The mayor did not say.");
    check("“It is true.”| Moreno left.");
    check("“It is true.| It was always true,” she said.| “Go.”");
    check("''It is true.| We know,'' she said.| ''Go.''| ''No.''");
    check("He called it “a mess.”| “Worse,” she said.");
    check("‘Is it true?’ she asked.| ‘Yes.’");
    check("“They shouted ‘go home!’” she said.| “We went.”");
    check("“It is true.”|She left.");
    check("« C'est vrai. »| Elle partit.");
    check("“Go home.” — the mayor, in May");
}

#[test]
fn brackets_ellipses_and_lists() {
    check("The ferry sank.| (It was old.)| Nobody cared.");
    check("The ferry sank (on its way to St. Brannoc) early.");
    check("He waited ... and waited.| Then … nothing.");
    check("He waited...| Then he left. . . .| She stayed.");
    check("“I ... I was there,” she said.");
    check("It is a matter . . . [of] ferries... (old ones).");
    check("It is known.[3]| It was known then.[4][5]| So what?");
    check("The plan:\n|- Fix the pier\n|- Sell the ferry\n|- Resign");
    check("The plan:\n|1. Fix the pier.\n|2. Sell the ferry.");
    check("A headline\n\n|The text.| And more.");
    check("He asked for it (why?) and left.");
    check("Profits at Yip! fell.| *So they say.*| _Really._");
}

#[test]
fn offsets_are_the_whole_text_s() {
    let text = "One. Two.\nThree. Four.";
    assert_eq!(sentences(text, Span::new(10, 22)), [Span::new(10, 16), Span::new(17, 22)]);
    assert_eq!(sentences(text, Span::new(4, 5)), []);
}

#[test]
fn what_is_longer_than_a_sentence_is_cut_between_words() {
    for word in ["said ", "Ž, ", "(👩‍🚒) ", "1,2;"] {
        let text = word.repeat(9000 / word.len());
        let found = sentences(&text, Span::new(0, text.len()));
        assert!(found.len() >= 4 && found.iter().all(|s| s.len() <= LONGEST), "{word}: {}", found.len());
        assert!(found.iter().take(4).all(|s| s.len() > LONGEST * 9 / 10), "{word}");
        let whole: usize = found.iter().map(|s| s.of(&text).split_whitespace().map(str::len).sum::<usize>()).sum();
        assert_eq!(whole, text.split_whitespace().map(str::len).sum::<usize>(), "{word}");
    }
    // One word is not cut.
    let word = "a".repeat(9000);
    assert_eq!(sentences(&word, Span::new(0, word.len())), [Span::new(0, word.len())]);
}

proptest! {
    #[test]
    fn every_byte_that_is_not_white_lies_in_one_sentence(
        text in prop_oneof![
            "(?s).{0,60}",
            "([A-Za-z]{1,3}|[.!?…\"“”’')(\\[\\]-]|[ \n\u{A0}]|[0-9]|Mr|U\\.S|\u{301}|é){0,60}",
        ],
        cut in 0usize..30,
    ) {
        let start = text.floor_char_boundary(cut.min(text.len()));
        let mut covered = start;
        for sentence in sentences(&text, Span::new(start, text.len())) {
            prop_assert!(text.is_char_boundary(sentence.start) && text.is_char_boundary(sentence.end));
            prop_assert!(!sentence.is_empty());
            prop_assert_eq!(sentence.trim(&text), sentence);
            prop_assert!(sentence.start >= covered);
            prop_assert!(text[covered..sentence.start].trim().is_empty());
            covered = sentence.end;
        }
        prop_assert!(text[covered..].trim().is_empty());
    }
}
