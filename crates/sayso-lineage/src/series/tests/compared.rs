use super::{check, report, reports};
use crate::series::{figures, number};

#[test]
fn a_rounding_is_no_rise() {
    check(
        &[
            "1 Courier 3.08 | org:health ministry | at least 9,770",
            "2 Argus 4.08 | org:health ministry | nearly 10,000",
            "3 Argus 5.08 | org:health ministry | 9,810",
            "4 Globe 5.09 | voice | more than 9,700",
            "5 Herald 5.10 | voice | some 9,800",
        ],
        &[
            "health ministry, people: 03 at least 9,770 first [1]; 04 nearly 10,000 held [2] rounds at least 9,770 (1); \
             05 9,810 raised [3]",
            "voice, people: 05 more than 9,700 first [4] rounds at least 9,770 (1)",
            "voice, people: 05 some 9,800 first [5] rounds 9,810 (3)",
        ],
    );
    // Too early, in the wrong direction.
    check(
        &[
            "1 Courier 3.08 | org:health ministry | nearly 10,000",
            "2 Argus 4.08 | org:health ministry | 9,770",
            "3 Argus 5.08 | org:health ministry | more than 9,800",
            "4 Argus 6.08 | org:health ministry | 9,771",
        ],
        &["health ministry, people: 03 nearly 10,000 first [1]; 04 9,770 open [2]; 05 more than 9,800 raised [3]; \
           06 9,771 lowered [4]"],
    );
}

#[test]
fn what_is_stated_of_a_later_day_rounds_none_of_a_day_before() {
    check(
        &[
            "1 Courier 3.08 | org:Osterby police | 8,500 | as:3",
            "2 Argus 4.08 | org:Osterby police | some 9,000 | as:4",
            "3 Herald 4.09 | org:Osterby police | some 9,000 | as:3",
        ],
        &[
            "Osterby police, people: 03! 8,500 first [1]; 03! some 9,000 held [3] rounds 8,500 (1); 04! some 9,000 raised [2]",
        ],
    );
}

#[test]
fn a_rounding_has_the_digits_that_it_gives() {
    for (rounded, exact, expect) in [
        ("nearly 10,000", "9,770", true),
        ("nearly 10,000", "at least 9,770", true),
        ("more than 9,700", "9,770", true),
        ("some 9,800", "9,770", true),
        ("10,000", "9,770", true),
        ("some 9,700", "9,770", false),
        ("more than 9,800", "9,770", false),
        ("nearly 10,000", "1,200", false),
        ("nearly 9,770", "9,700", false),
        ("9,770", "9,770", false),
        ("30", "31", false),
        ("300", "340", false),
        ("some 9,800", "up to 9,770", false),
        ("about 4", "4.4", true),
        ("dozens", "36", false),
    ] {
        let figure = |words: &str| report(1, &format!("1 Courier 3.08 | voice | {words}")).figure;
        assert_eq!(number::rounds(&figure(rounded), &figure(exact)), expect, "{rounded} ← {exact}");
    }
}

#[test]
fn numbers_that_cannot_both_hold_are_a_conflict() {
    check(
        &["1 Courier 3.08 | org:interior ministry | 12", "2 Argus 3.10 | man:Tom Harl | 31"],
        &[
            "interior ministry, people: 03 12 first [1]",
            "Tom Harl, people: 03 31 first [2]",
            "03: interior ministry 12 ≠ Tom Harl 31",
        ],
    );
    check(
        &["1 Courier 3.08 | org:interior ministry | at least 40", "2 Argus 3.10 | man:Tom Harl | 31"],
        &[
            "interior ministry, people: 03 at least 40 first [1]",
            "Tom Harl, people: 03 31 first [2]",
            "03: interior ministry at least 40 ≠ Tom Harl 31",
        ],
    );
}

/// Givers of a number each, and whether they are in conflict.
#[track_caller]
fn check_conflict(one: &str, other: &str, expect: bool) {
    let lines =
        [format!("1 Courier 3.08 | org:interior ministry | {one}"), format!("2 Argus 3.09 | man:Tom Harl | {other}")];
    let found = figures("", reports(&[&lines[0], &lines[1]]));
    assert_eq!(found.conflicts.len(), usize::from(expect), "{one} / {other}");
}

#[test]
fn what_can_both_hold_is_none() {
    for (one, other, expect) in [
        ("at least 12", "31", false),
        ("more than 31", "31", true),
        ("at least 31", "31", false),
        ("up to 40", "31", false),
        ("between 10 and 20", "15", false),
        ("between 10 and 20", "21", true),
        ("9,770", "nearly 10,000", false),
        ("9,770", "some 9,800", false),
        ("dozens", "31", false),
        ("dozens", "12", true),
        ("nearly 10,000", "12", true),
        ("12", "12", false),
        ("12", "13 homes", false),
        ("12", "31 | who:children", false),
        ("12", "31 | measure:injured", false),
        ("12", "31 | on:2", false),
        ("12 | in:Osterby", "31 | in:Kesterby", false),
        ("12 | in:Osterby", "31 | in:the port of Osterby", true),
        ("12 | in:Osterby", "31", true),
    ] {
        check_conflict(one, other, expect);
    }
}

#[test]
fn of_a_day_a_givers_last_number_counts() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Courier 3.18 | org:interior ministry | 31",
            "3 Argus 3.10 | man:Tom Harl | 31",
        ],
        &["interior ministry, people: 03 12 first [1]; 03 31 raised [2]", "Tom Harl, people: 03 31 first [3]"],
    );
}
