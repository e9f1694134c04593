//! The texts: in the width of a terminal, the same without colour.

use sayso_pages::figures::{Line, LinePoint};
use sayso_pages::sources::Depth;
use sayso_pages::{Options, figures, revisions, sources, trace};

use crate::hostile::hostile;
use crate::{Answers, samples};

fn text_of_trace(width: usize, color: bool) -> String {
    trace::text(&samples::trace(), Options { width, color, unicode: true })
}

/// Every line that is expected stands in the text, in this order.
fn check(text: &str, expect: &[&str]) {
    let mut lines = text.lines();
    for line in expect {
        assert!(
            lines.any(|found| found == *line),
            "`{line}` does not stand there, or not after the one before, in\n{text}"
        );
    }
}

#[test]
fn a_trace_says_who_had_it_earliest_and_what_changed_on_the_way() {
    check(
        &text_of_trace(80, false),
        &[
            "Asked: the wall had been wet since March",
            "Earliest in this archive: 24 Nov 2026, 06:00 UTC, Northern Wire",
            "6 appearances, 2 independent roots, 1 against it",
            "     still in revision 2, 3",
            "     https://northern-wire.example/1, characters 120 to 160, statement a2",
            "  2  24 Nov 2026, 06:40 UTC · the Courier · Officials knew of wet wall",
            "     follows 1 (quoted; names Northern Wire: “Northern Wire reported”)",
            "       the wall had been [-damp-] [+wet+] since March",
            "     - hardened: “two officials believe” → “two officials said”",
            "     article ← writer’s voice",
            "     - attribution dropped: “two officials said” → writer’s voice",
            "     follows 4 (same wire copy)",
            "Against it",
            "Fullest form: 2",
            "Independent roots: 2",
            "  - two officials, unnamed: in 1, 2, 3, 4, 5",
            "  - Ines Falk: in 6",
        ],
    );
}

#[test]
fn figures_stand_in_time_with_their_steps_and_conflicts() {
    check(
        &figures::text(&samples::figures(), &[], Options { width: 100, color: false, unicode: true }),
        &[
            "people killed, Osterby",
            "  24 Nov 2026    at least 12 people · Osterby harbour office · first in Northern Wire · 2 later ·",
            "  25 Nov 2026  + 14 people · Osterby harbour office · first in the Courier",
            "  26 Nov 2026  - 13 people · Osterby harbour office · first in the Argus",
            "                 - stale in Northern Wire: “14 people” stood in the Courier",
            "                 - rounds “19 people” (the Argus)",
            "  1 conflict",
            "people injured, Osterby",
            "  25 Nov 2026  ? 9,770 people · Ines Falk · first in Northern Wire",
        ],
    );
}

#[test]
fn a_policy_is_one_line_and_never_a_sum() {
    let answer = samples::figures();
    let point = |low, high| LinePoint { day: "2026-11-24".to_owned(), low, high };
    let points = vec![point(Some(12.0), None), point(Some(9_770.0), Some(9_770.0)), point(Some(f64::NAN), None)];
    let line = Line { thing: answer.series[0].thing.clone(), policy: "maximum".to_owned(), points };
    let text = figures::text(&answer, std::slice::from_ref(&line), Options { width: 100, ..Options::default() });
    let expect = "  One line by the policy “maximum”: 24 Nov 2026 12 or more; 24 Nov 2026 9,770; 24 Nov 2026 – or more";
    check(&text, &[expect]);
    assert!(figures::html(&answer, &[line]).contains("<path class=\"policy\""));
}

#[test]
fn a_silent_change_of_a_number_is_told_first() {
    check(
        &revisions::text(&samples::differences(), Options::default()),
        &[
            "revision 2 of 2, published 24 Nov 2026, 09:30 UTC",
            "  1  number changed, and no correction says so",
            "       [-12-] [+14+] people",
            "  2  attribution dropped: “two officials said” → writer’s voice",
            "  3  new",
        ],
    );
}

#[test]
fn unnamed_sources_stand_once_for_each_article() {
    let text = sources::text(&samples::sources(), Depth::List, Options::default());
    assert_eq!(text.matches("    two officials · anonymous source · 1 statement\n").count(), 2);
    let full = sources::text(&samples::sources(), Depth::Full, Options::default());
    check(&full, &["  Said again", "  - 2 contradicts 1", "  Taken for one"]);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [24, 40, 80, 100] {
        for answers in [Answers::samples(), Answers::empty(), hostile()] {
            for text in answers.texts(Options { width, color: false, unicode: true }) {
                assert!(text.ends_with('\n'));
                for line in text.lines() {
                    assert!(line.chars().count() <= width, "{width}: {line}");
                }
            }
        }
    }
}

#[test]
fn colour_adds_nothing_that_the_words_do_not_say() {
    for answers in [Answers::samples(), hostile()] {
        let [plain, coloured] = [false, true].map(|color| answers.texts(Options { width: 80, color, unicode: true }));
        for (plain, coloured) in plain.iter().zip(coloured) {
            let mut bare = String::new();
            for (i, piece) in coloured.split('\u{1b}').enumerate() {
                bare.push_str(if i == 0 { piece } else { piece.split_once('m').expect("a style").1 });
            }
            assert_eq!(*plain, bare);
        }
    }
    assert!(text_of_trace(80, true).contains('\u{1b}'));
}

#[test]
fn a_terminal_without_unicode_gets_ascii() {
    for text in Answers::samples().texts(Options { width: 80, color: false, unicode: false }) {
        assert!(text.is_ascii() && !text.contains('?') || text.contains("? cannot be compared"), "{text}");
    }
}
