use super::{check, report, reports};
use crate::series::{Policy, Step, figures, line, number};

#[test]
fn a_revision_is_counted_once_a_point() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 | key:a",
            "2 Courier 3.08 | org:interior ministry | 12 | key:a",
            "3 Courier 3.08 | org:interior ministry | 14 | key:a",
        ],
        &["interior ministry, people: 03 12 first [1]; 03 14 raised [3]"],
    );
}

#[test]
fn a_later_stated_day_is_a_number_held() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 | on:3",
            "2 Argus 4.08 | org:interior ministry | 12",
            "3 Argus 4.09 | org:interior ministry | 12 | on:3",
            "4 Argus 5.08 | org:interior ministry | 12 | as:5",
            "5 Globe 5.09 | org:interior ministry | 12",
        ],
        &["interior ministry, people: 03! 12 first [1 2 3]; 05! 12 held [4 5]"],
    );
    // What is said first without a day is as of the day that another states.
    check(
        &["1 Courier 4.08 | org:interior ministry | 12", "2 Argus 4.09 | org:interior ministry | 12 | as:3"],
        &["interior ministry, people: 03! 12 first [1 2]"],
    );
    check(
        &["1 Courier 3.08 | org:interior ministry | at least 12", "2 Argus 4.09 | org:interior ministry | 12"],
        &["interior ministry, people: 03 at least 12 first [1]; 04 12 held [2]"],
    );
}

#[test]
fn a_repeat_of_an_old_number_is_stale() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | at least 12",
            "2 Argus 4.08 | org:interior ministry | 17",
            "3 Globe 4.09 | org:interior ministry | 12",
            "4 Herald 4.07 | org:interior ministry | at least 12",
            "5 Wire 4.10 | org:interior ministry | at least 12",
            "5 Wire 4.10 | org:interior ministry | 17",
            "6 Courier 5.08 | org:interior ministry | 12 | on:5",
        ],
        &[
            "interior ministry, people: 03 at least 12 first [1 4 3 5] stale 3: 17 (2); 04 17 raised [2 5]; 05! 12 lowered [6]",
        ],
    );
}

#[test]
fn two_numbers_of_one_article_and_day_have_no_order() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 14",
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Argus 4.08 | org:interior ministry | 15",
        ],
        &["interior ministry, people: 03 12 first [1]; 03 14 open [1]; 04 15 raised [2]"],
    );
}

#[test]
fn steps_by_bound_and_range() {
    for (before, after, expect) in [
        ("at least 12", "14", Step::Raised),
        ("at least 14", "12", Step::Lowered),
        ("12", "more than 12", Step::Raised),
        ("between 10 and 20", "between 20 and 30", Step::Raised),
        ("between 10 and 20", "between 5 and 20", Step::Lowered),
        ("between 10 and 20", "15", Step::Open),
        ("dozens", "36", Step::Open),
        ("dozens", "12", Step::Lowered),
        ("12", "dozens", Step::Raised),
        ("up to 20", "15", Step::Open),
        ("up to 20", "21", Step::Raised),
        ("up to 20", "up to 15", Step::Lowered),
    ] {
        let figure = |words: &str| report(1, &format!("1 Courier 3.08 | voice | {words}")).figure;
        assert_eq!(number::step(&figure(before), &figure(after)), expect, "{before} → {after}");
    }
}

#[test]
fn one_line_takes_one_number_a_day_and_never_a_sum() {
    let lines = [
        "1 Courier 3.08 | org:interior ministry | at least 12",
        "2 Argus 3.10 | man:Tom Harl | 31",
        "3 Argus 4.10 | org:interior ministry | between 20 and 25",
        "4 Argus 5.10 | man:Tom Harl | 30",
        "5 Argus 5.11 | org:interior ministry | 9,770 | measure:injured",
    ];
    let found = figures("", reports(&lines));
    let thing = found.series.iter().find(|one| one.points.len() == 2).unwrap().thing.clone();
    let told = |policy| -> Vec<String> {
        let line = line(&found, &thing, policy);
        line.iter().map(|(day, low, high, _)| format!("{} {low}-{high}", &day[8..])).collect()
    };
    assert_eq!(told(Policy::Minimum), ["03 12-12", "04 20-25", "05 20-25"]);
    assert_eq!(told(Policy::Maximum), ["03 31-31", "04 31-31", "05 30-30"]);
    assert_eq!(told(Policy::Latest), ["03 31-31", "04 20-25", "05 30-30"]);
    assert_eq!(told(Policy::PerSource), ["03 12-12", "03 31-31", "04 20-25", "05 30-30"]);
}
