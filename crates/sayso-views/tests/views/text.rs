//! The marked-up text at several widths, and that nothing of an article acts on the terminal.

use sayso_reading::{Kind, Reading};
use sayso_views::{Options, text};
use unicode_width::UnicodeWidthStr;

use crate::HOSTILE;
use crate::article::{reading, small};

const PLAIN: Options = Options { width: 80, color: false, unicode: true };

#[test]
fn at_80_columns() {
    insta::assert_snapshot!(text(&reading(), PLAIN));
}

#[test]
fn at_40_columns_in_ascii() {
    insta::assert_snapshot!(text(&reading(), Options { width: 40, unicode: false, ..PLAIN }));
}

fn hostile() -> Reading {
    let long = "x".repeat(300);
    let text = format!("{HOSTILE}\n\n{long} Ann said no\r\n\r\n{}", "漢".repeat(200));
    let mut reading =
        small(&text, &[("漢字", "𝛼", "e\u{301}\u{323}", Kind::Mixed), ("Ann", "said", "no", Kind::Indirect)]);
    reading.article.title = Some(HOSTILE.to_owned());
    reading.article.outlet = Some("\u{1b}]0;title\u{7}".to_owned());
    reading
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for reading in [reading(), hostile(), Reading::default()] {
        for width in [24, 40, 80, 100] {
            for unicode in [true, false] {
                for line in text(&reading, Options { width, color: false, unicode }).lines() {
                    assert!(line.width() <= width, "{width}: {line}");
                }
            }
        }
    }
}

#[test]
fn nothing_of_an_article_acts_on_the_terminal() {
    let plain = text(&hostile(), PLAIN);
    assert!(!plain.contains(|c: char| c.is_control() && c != '\n'), "{plain:?}");
    assert!(!plain.contains(['\u{202e}', '\u{202c}']));
    assert!(plain.contains("<U+001B>[31m<U+202E>desrever<U+202C><U+0000><U+009B>2J"));
    let ascii = text(&hostile(), Options { unicode: false, ..PLAIN });
    assert!(ascii.is_ascii());
}

#[test]
fn colour_only_adds_styles() {
    let plain = text(&reading(), PLAIN);
    let mut colored = text(&reading(), Options { color: true, ..PLAIN });
    assert_ne!(plain, colored);
    let mut styles = 0;
    while let Some(start) = colored.find('\u{1b}') {
        let end = start + colored[start..].find('m').unwrap();
        assert!(colored[start + 1..end].chars().all(|c| matches!(c, '[' | ';' | '0'..='9')), "only styles");
        colored.replace_range(start..=end, "");
        styles += 1;
    }
    assert_eq!(plain, colored);
    assert!(styles > 50, "{styles}");
}

#[test]
fn shares_are_told_of_the_reporting_only() {
    let check = |reading: &Reading, expect: &str| {
        let out = text(reading, Options { width: 100, ..PLAIN });
        assert!(out.contains(expect), "{out}");
    };
    let line = "50\u{20}% direct, 0\u{20}% paraphrase, 50\u{20}% saying who says so, 0\u{20}% writer's voice";
    check(&small("“aa” said", &[("", "said", "“aa”", Kind::Direct)]), line);
    check(
        &small("plain", &[]),
        "No attributions\n0 % direct, 0 % paraphrase, 0 % saying who says so, 100 % writer's voice",
    );
    check(&Reading::default(), "No attributions\n");
}

#[test]
fn many_figures_are_shown_in_part() {
    let mut reading = reading();
    reading.figures = reading.figures.iter().cycle().take(44).cloned().collect();
    let out = text(&reading, PLAIN);
    assert!(out.contains("and 23 more: `--view figures` has all"), "{out}");
    assert!(out.contains("and 1 more"), "{out}");
    assert_eq!(out.matches("at least 14 million crowns · cost").count(), 4);
}

#[test]
fn what_is_not_resolved_goes_by_its_words() {
    let rows = [("she", "said", "no", Kind::Indirect), ("Ann", "told", "yes", Kind::Indirect)];
    let mut reading = small("she said no. Ann told yes", &rows);
    let out = text(&reading, PLAIN);
    assert!(out.contains("A  she · a pronoun: may be another each time · 1 statement: 1"), "{out}");
    // An id that leads nowhere is none.
    reading.attributions[1].source_id = Some(sayso_reading::SourceId(9));
    assert_eq!(text(&reading, PLAIN), out);
}
