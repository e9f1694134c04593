use jiff::civil::date;
use sayso_article::Format;

use super::*;

/// The article of these tests was published on a Thursday, 9 November 2023.
fn check(text: &str, expect: &[(&str, &str)]) {
    let sentence = Sentence::of(text, Span::new(0, text.len()));
    let found: Vec<(&str, String)> =
        in_sentence(&sentence, date(2023, 11, 9), None).iter().map(|w| (w.span.of(text), w.days.to_string())).collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(words, days)| (*words, days.as_str())).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn how_long_is_no_date() {
    check(
        "It leaked on Monday, for at least four months before people were told to leave.",
        &[("Monday", "2023-11-06")],
    );
    check(
        "It met on Monday, two weeks after talks began.",
        &[("Monday", "2023-11-06"), ("two weeks after", "2023-10-23")],
    );
}

#[test]
fn weekdays_are_the_last_ones() {
    check("The paper reported Saturday", &[("Saturday", "2023-11-04")]);
    check("he said on Thursday", &[("Thursday", "2023-11-09")]);
    check("he said last Thursday", &[("last Thursday", "2023-11-02")]);
    check("on Friday, he said", &[("Friday", "2023-11-03")]);
    check("it will open next Monday", &[]);
    check("she said on Tues.", &[("Tues", "2023-11-07")]);
    check("the sun sat on the sea", &[]);
}

#[test]
fn days_of_months() {
    check("on Oct. 7", &[("Oct. 7", "2023-10-07")]);
    check("on 7 October", &[("7 October", "2023-10-07")]);
    check("the 7th of October 2021", &[("7th of October 2021", "2021-10-07")]);
    check("on Dec. 24", &[("Dec. 24", "2022-12-24")]);
    check("on November 12", &[("November 12", "2023-11-12")]);
    check("on October 7, 2023, he said", &[("October 7, 2023", "2023-10-07")]);
    check("on Feb. 31", &[]);
    check("He may 7 times march", &[]);
}

#[test]
fn longer_stretches_keep_their_precision() {
    check("in an interview last week", &[("last week", "2023-10-30/2023-11-05")]);
    check("earlier this week", &[("this week", "2023-11-06/2023-11-09")]);
    check("over the weekend", &[("over the weekend", "2023-11-04/2023-11-05")]);
    check("last month", &[("last month", "2023-10")]);
    check("in early December", &[("in early December", "2022-12")]);
    check("in March 2019", &[("in March 2019", "2019-03")]);
    check("in 2019", &[("in 2019", "2019")]);
    check("last year", &[("last year", "2022")]);
    check("two weeks ago", &[("two weeks ago", "2023-10-23/2023-10-29")]);
}

#[test]
fn near_days_and_those_counted_from_others() {
    check("yesterday", &[("yesterday", "2023-11-08")]);
    check("three days ago", &[("three days ago", "2023-11-06")]);
    check("the following day", &[]);
    check(
        "on Saturday and again the following day",
        &[("Saturday", "2023-11-04"), ("the following day", "2023-11-05")],
    );
    check("on Saturday, and two days later", &[("Saturday", "2023-11-04"), ("two days later", "2023-11-06")]);
}

#[test]
fn phrases_with_less_precision_or_none() {
    check("late on Tuesday", &[("Tuesday", "2023-11-07")]);
    check("on Monday night", &[("Monday", "2023-11-06")]);
    check("overnight", &[("overnight", "2023-11-08/2023-11-09")]);
    check("earlier this month", &[("this month", "2023-11")]);
    check("in March", &[("in March", "2023-03")]);
    check("at the weekend", &[("at the weekend", "2023-11-04/2023-11-05")]);
    check("last night", &[("last night", "2023-11-08")]);
    check("from Monday to Wednesday", &[("from Monday to Wednesday", "2023-11-06/2023-11-08")]);
    check("a brochure from 2019", &[("from 2019", "2019")]);
    check("his 1988 review", &[("1988", "1988")]);
    check("a 1988 car", &[]);
    check("weeks ago", &[]);
    check("on the eve of the vote", &[]);
    check("over the summer", &[]);
    check("later this week", &[]);
    check("hours after the vote", &[]);
    check("on Friday, three days later", &[("Friday", "2023-11-03"), ("three days later", "2023-11-06")]);
    check("on Tuesday, a day after the vote", &[("Tuesday", "2023-11-07"), ("a day after", "2023-11-06")]);
    check("in 2019 and in May 2020", &[("in 2019", "2019"), ("in May 2020", "2020-05")]);
    check("on ٧ October", &[("٧ October", "2023-10-07")]);
}

#[test]
fn other_words_for_a_day() {
    check("on Tuesday and the night before", &[("Tuesday", "2023-11-07"), ("the night before", "2023-11-06")]);
    check("on Tuesday, the night before the vote", &[("Tuesday", "2023-11-07")]);
    check("on Tuesday, and two weeks earlier", &[("Tuesday", "2023-11-07"), ("two weeks earlier", "2023-10-24")]);
    check("on the 14th.", &[("on the 14th", "2023-10-14")]);
    check("on the 14th floor", &[]);
    check("June 3rd", &[("June 3rd", "2023-06-03")]);
    check("a fortnight ago", &[("a fortnight ago", "2023-10-23/2023-10-29")]);
    check("on Good Friday", &[("Good Friday", "2023-04-07")]);
    check("on Easter Sunday and Christmas Eve", &[("Easter Sunday", "2023-04-09"), ("Christmas Eve", "2022-12-24")]);
    check("on Tuesday of last week", &[("Tuesday of last week", "2023-10-31")]);
    check("since Monday", &[("Monday", "2023-11-06/2023-11-09")]);
    check("since March", &[("since March", "2023-03-01/2023-11-09")]);
    check("this Friday", &[]);
    check("in 1988 and two years later", &[("in 1988", "1988"), ("two years later", "1990")]);
    check("in August, a year earlier", &[("in August", "2023-08"), ("a year earlier", "2022-08")]);
    check("a report of 1988", &[("of 1988", "1988")]);
    check("a winter of 1988", &[]);
    check("the week before last", &[("the week before last", "2023-10-23/2023-10-29")]);
}

#[test]
fn an_articles_own_date() {
    for (given, expect) in [
        ("2023-11-09T09:00:00+01:00", Some(date(2023, 11, 9))),
        ("Nov. 9, 2023 | Updated", Some(date(2023, 11, 9))),
        ("9 November 2023", Some(date(2023, 11, 9))),
        ("yesterday", None),
        ("2023-99-99", None),
        ("", None),
    ] {
        assert_eq!(day(given), expect, "{given}");
    }
}

#[test]
fn dates_that_disagree_are_noted() {
    let mut article = sayso_article::read(b"Nobody came.", Format::Text, None);
    assert_eq!(anchor(&article), (None, vec![]));
    article.published = Some("2023-11-09".into());
    article.modified = Some("2023-11-10".into());
    assert_eq!(anchor(&article), (Some(date(2023, 11, 9)), vec![]));
    article.modified = Some("2023-11-08".into());
    assert_eq!(anchor(&article).1.len(), 1);
}
