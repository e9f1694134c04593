use std::sync::Arc;

use proptest::prelude::*;
use sayso_reading::figures::Bound;
use sayso_reading::{Act, Kind, SourceType, Terms};

use super::*;
use crate::record::SourceRecord;

/// Words that bound a number.
const BOUNDS: &[(&str, Bound)] = &[
    ("at least ", Bound::AtLeast),
    ("more than ", Bound::MoreThan),
    ("some ", Bound::About),
    ("about ", Bound::About),
    ("up to ", Bound::UpTo),
    ("nearly ", Bound::LessThan),
    ("fewer than ", Bound::LessThan),
    ("between ", Bound::Between),
];

/// A report from a line: `article | giver | number | more`. The article is its row, its outlet and its day of November with an hour:
/// `1 Courier 3.08`. The giver is `voice`, or a chain of `kind:name` with `>` between. More: `in:`, `who:`, `as:`, `on:`, `measure:`,
/// `title:`, `of:`, `cue:`, `terms`, `key:`, `copy:`, `part:`, `sentence:`, `headline:`.
fn report(number: usize, line: &str) -> FigureReport {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let [article, giver, words] = fields[..3] else { panic!("{line}") };
    let more = |name: &str| {
        fields[3..].iter().find_map(|field| field.strip_prefix(name)?.strip_prefix(':')).map(str::to_owned)
    };
    let parts: Vec<&str> = article.split(' ').collect();
    let id: i64 = parts[0].parse().unwrap();
    let day = |text: &str| format!("2026-11-{:0>2}", text.split('.').next().unwrap());
    let told = (parts[2] != "-").then(|| day(parts[2]));
    let moment = told.as_ref().map(|day| format!("{day}T{}:00:00Z", parts[2].split('.').nth(1).unwrap_or("06")));
    let article = ArticleRecord {
        id,
        key: more("key").unwrap_or_else(|| id.to_string()),
        outlet: (parts[1] != "-").then(|| parts[1].replace('_', " ")),
        title: more("headline"),
        moment,
        day: told,
        copy_of: more("copy").map(|copy| copy.parse().unwrap()),
        ..ArticleRecord::default()
    };
    let source = |text: &str| {
        let (kind, name) = text.trim().split_once(':').unwrap();
        let kind = match kind {
            "man" => SourceType::NamedPerson,
            "org" => SourceType::NamedOrganization,
            "anon" => SourceType::AnonymousSource,
            "one" => SourceType::UnnamedPerson,
            _ => SourceType::UnnamedGroup,
        };
        let seed = name.bytes().fold(id * 1000, |sum, byte| sum * 31 % 99_991 + i64::from(byte));
        Arc::new(SourceRecord {
            id: seed,
            number: u32::try_from(seed).unwrap(),
            kind,
            name: kind.is_named().then(|| name.to_owned()),
            description: name.to_owned(),
            titles: more("title").into_iter().collect(),
            affiliations: more("of").into_iter().collect(),
            justification: None,
            terms: more("terms").map(|_| Terms::AskedNotToBeNamed),
            reason: None,
        })
    };
    let chain: Vec<_> = giver.split('>').filter(|link| link.contains(':')).map(|link| Some(source(link))).collect();
    let statement = (giver != "voice").then(|| StatementRecord {
        id: i64::try_from(number).unwrap(),
        number: 1,
        kind: Kind::Indirect,
        act: Act::Says,
        negated: false,
        stance: None,
        cue: more("cue").unwrap_or_else(|| "said".to_owned()),
        source: chain.last().cloned().flatten(),
        chain,
        terms: None,
        reason: None,
        said_on: more("on").map(|on| day(&on)),
        confidence: 0.9,
    });
    let bound = BOUNDS.iter().find(|(words_of, _)| words.starts_with(words_of)).map(|(_, bound)| *bound);
    let bound = if words.starts_with("dozens") { Bound::Unstated } else { bound.unwrap_or(Bound::Exactly) };
    let digits = |word: &str| word.replace(',', "").parse::<f64>().ok();
    let numbers: Vec<f64> = words.split(' ').filter_map(digits).collect();
    let (value, low, high) = match bound {
        Bound::Between => (None, Some(numbers[0]), Some(numbers[1])),
        Bound::Unstated => (None, Some(24.0), None),
        Bound::AtLeast | Bound::MoreThan => (Some(numbers[0]), Some(numbers[0]), None),
        Bound::UpTo | Bound::LessThan => (Some(numbers[0]), None, Some(numbers[0])),
        Bound::About => (Some(numbers[0]), None, None),
        Bound::Exactly => (Some(numbers[0]), Some(numbers[0]), Some(numbers[0])),
    };
    let unit = words.split(' ').next_back().filter(|word| digits(word).is_none() && *word != "dozens");
    let figure = FigureRecord {
        id: i64::try_from(number).unwrap(),
        number: 1,
        span: [number * 10, number * 10 + 5],
        words: words.to_owned(),
        value,
        low,
        high,
        bound,
        unit: unit.unwrap_or("people").to_owned(),
        measure: Some(more("measure").unwrap_or_else(|| "killed".to_owned())),
        who: more("who"),
        place: more("in"),
        as_of: more("as").map(|on| day(&on)),
        part_of: more("part").map(|part| part.parse().unwrap()),
    };
    let sentence = more("sentence").unwrap_or_else(|| format!("There were {words}."));
    FigureReport { article: Arc::new(article), figure: Arc::new(figure), statement, sentence }
}

fn reports(lines: &[&str]) -> Vec<FigureReport> {
    lines.iter().zip(1..).map(|(line, number)| report(number, line)).collect()
}

/// Series as `giver, unit who @place: day number step [articles] remark; …`, an unnamed giver in angle brackets, the writer's voice as
/// `voice`, a stated day with `!`; then conflicts as `3: one ≠ other`.
fn shown(figures: &Figures) -> Vec<String> {
    let day =
        |day: &Option<String>| day.as_ref().map_or("-".to_owned(), |day| day.rsplit('-').next().unwrap().to_owned());
    let point = |point: &Point| {
        let carriers: Vec<String> = point.carriers.iter().map(|carrier| carrier.article.id.to_string()).collect();
        let remarks = point.remarks.iter().map(|remark| match remark {
            Remark::Rounds { exact, article } => format!(" rounds {exact} ({article})"),
            Remark::Stale { article, newer, newer_in } => format!(" stale {article}: {newer} ({newer_in})"),
        });
        let stated = if point.is_stated { "!" } else { "" };
        let (words, step) = (&point.figure().words, point.step.name());
        format!("{}{stated} {words} {step} [{}]{}", day(&point.day), carriers.join(" "), remarks.collect::<String>())
    };
    let giver = |one: &Series| match (&one.giver, one.is_named) {
        (Some(giver), true) => giver.clone(),
        (Some(giver), false) => format!("<{giver}>"),
        (None, _) => "voice".to_owned(),
    };
    let series = figures.series.iter().map(|one| {
        let who = one.thing.who.as_ref().map_or(String::new(), |who| format!(" {who}"));
        let place = one.thing.place.as_ref().map_or(String::new(), |place| format!(" @{place}"));
        let points: Vec<String> = one.points.iter().map(point).collect();
        format!("{}, {}{who}{place}: {}", giver(one), one.thing.unit, points.join("; "))
    });
    let at = |[series, point]: [usize; 2]| {
        let one = &figures.series[series];
        format!("{} {}", giver(one), one.points[point].figure().words)
    };
    let conflicts = figures
        .conflicts
        .iter()
        .map(|conflict| format!("{}: {} ≠ {}", day(&Some(conflict.day.clone())), at(conflict.one), at(conflict.other)));
    series.chain(conflicts).collect()
}

#[track_caller]
fn check(lines: &[&str], expect: &[&str]) {
    assert_eq!(shown(&figures("killed", reports(lines))), expect);
}

#[test]
fn a_givers_numbers_stand_in_time_with_their_carriers() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | at least 12",
            "2 Argus 3.10 | org:interior ministry | at least 12",
            "3 Argus 4.08 | org:the Interior Ministry | 17",
            "4 Herald 5.08 | org:interior ministry | 15",
        ],
        &["interior ministry, people: 03 at least 12 first [1 2]; 04 17 raised [3]; 05 15 lowered [4]"],
    );
}

#[test]
fn a_relayed_number_is_its_roots() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Argus 3.10 | org:Courier > org:interior ministry | 12",
            "3 Herald 3.11 | org:the Courier | 12",
        ],
        &["interior ministry, people: 03 12 first [1 2 3]"],
    );
    // The outlet's own count is the outlet's.
    check(&["1 Courier 3.08 | voice | 12", "2 Argus 3.10 | org:Courier | 12"], &["Courier, people: 03 12 first [1 2]"]);
}

#[test]
fn a_headline_repeats_what_its_article_attributes() {
    check(
        &[
            "1 Courier 3.08 | voice | at least 12",
            "1 Courier 3.08 | org:interior ministry | at least 12 people",
            "1 Courier 3.08 | org:interior ministry | 12",
        ],
        &["interior ministry, people: 03 12 first [1]"],
    );
    check(
        &["1 Courier 3.08 | voice | 12", "2 Argus 3.09 | org:interior ministry | 12"],
        &["voice, people: 03 12 first [1]", "interior ministry, people: 03 12 first [2]"],
    );
}

#[test]
fn a_spokesman_is_his_body() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Argus 4.08 | man:Lena Orm | 14 | title:spokeswoman for the interior ministry | of:interior ministry",
            "3 Argus 5.08 | one:a spokesman for the Interior Ministry | 15 | title:spokesman | of:Interior Ministry",
        ],
        &["interior ministry, people: 03 12 first [1]; 04 14 raised [2]; 05 15 raised [3]"],
    );
    // Not where the name is kept back, and no body is "the ministry".
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Argus 4.08 | anon:a spokesman | 14 | title:spokesman for the interior ministry | of:interior ministry",
            "3 Argus 5.08 | man:Lena Orm | 15 | title:spokeswoman for the ministry | of:ministry",
        ],
        &[
            "interior ministry, people: 03 12 first [1]",
            "<a spokesman>, people: 04 14 first [2]",
            "Lena Orm, people: 05 15 first [3]",
        ],
    );
}

#[test]
fn unnamed_givers_are_of_one_article_and_its_copies() {
    check(
        &[
            "1 Courier 3.08 | anon:a senior official | 12",
            "2 Argus 3.09 | anon:a senior official | 12",
            "3 Herald 3.10 | anon:a senior official | 12 | copy:1",
            "4 Courier 3.11 | anon:a senior official | 12 | key:1",
            "5 Herald 3.12 | org:Courier > anon:a senior official | 12",
            "6 Globe 3.12 | org:Courier | 12",
        ],
        &[
            "<a senior official>, people: 03 12 first [1 3]",
            "<a senior official>, people: 03 12 first [2]",
            "<a senior official>, people: 03 12 first [5]",
            "Courier, people: 03 12 first [6]",
        ],
    );
    check(
        &["1 Courier 3.08 | man:Lena Orm | 12 | terms:x", "2 Argus 3.09 | man:Lena Orm | 12"],
        &["<Lena Orm>, people: 03 12 first [1]", "Lena Orm, people: 03 12 first [2]"],
    );
}

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

#[test]
fn places_are_one_by_the_names_in_them() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 | in:Osterby",
            "2 Argus 4.08 | org:interior ministry | 14 | in:the cold store in Osterby",
            "3 Argus 5.08 | org:interior ministry | 15",
        ],
        &["interior ministry, people @the cold store in Osterby: 03 12 first [1]; 04 14 raised [2]; 05 15 raised [3]"],
    );
    // Of two places a number without one takes that of its sentence, of its article, of its headline, or none.
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 | in:Osterby",
            "2 Argus 3.09 | org:interior ministry | 200 | in:Kesterby",
            "3 Globe 4.08 | org:interior ministry | 14 | sentence:A fire at a cold store in Osterby killed 14.",
            "4 Globe 4.09 | org:interior ministry | 201 | headline:Kesterby quake toll rises",
            "1 Courier 3.08 | man:Tom Harl | 13",
            "5 Globe 4.10 | org:interior ministry | 15",
        ],
        &[
            "interior ministry, people @Osterby: 03 12 first [1]; 04 14 raised [3]",
            "Tom Harl, people @Osterby: 03 13 first [1]",
            "interior ministry, people @Kesterby: 03 200 first [2]; 04 201 raised [4]",
            "interior ministry, people: 04 15 first [5]",
            "03: interior ministry 12 ≠ Tom Harl 13",
        ],
    );
    // A part is the whole where there is no other part.
    check(
        &["1 Courier 3.08 | voice | 12 | in:Drenov", "2 Courier 4.08 | voice | 14 | in:Upper Drenov"],
        &["voice, people @Upper Drenov: 03 12 first [1]; 04 14 raised [2]"],
    );
    check(
        &[
            "1 Courier 3.08 | voice | 12 | in:Drenov",
            "2 Courier 4.08 | voice | 14 | in:Upper Drenov",
            "3 Courier 5.08 | voice | 15 | in:Lower Drenov",
        ],
        &[
            "voice, people @Drenov: 03 12 first [1]",
            "voice, people @Lower Drenov: 05 15 first [3]",
            "voice, people @Upper Drenov: 04 14 first [2]",
        ],
    );
}

#[test]
fn who_is_counted_stays_apart() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 people",
            "1 Courier 3.08 | org:interior ministry | 4 | who:women and children",
            "2 Argus 4.08 | org:interior ministry | 14 | who:the people",
            "3 Argus 5.08 | org:interior ministry | 15 deaths",
        ],
        &[
            "interior ministry, people: 03 12 people first [1]; 04 14 raised [2]; 05 15 deaths raised [3]",
            "interior ministry, people women and children: 03 4 first [1]",
        ],
    );
}

#[test]
fn a_part_is_no_number_of_the_whole() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 240",
            "1 Courier 3.08 | org:interior ministry | 38 | part:1",
            "2 Argus 4.08 | org:interior ministry | 250",
            "2 Argus 4.08 | org:interior ministry | 20 | part:3",
            "3 Globe 4.09 | man:Tom Harl | 14 | part:9 | measure:injured",
        ],
        &[
            "interior ministry, people: 03 240 first [1]; 04 250 raised [2]",
            "interior ministry, people part of them: 03 38 first [1]; 04 20 open [2]",
            "Tom Harl, people: 04 14 first [3]",
        ],
    );
}

#[test]
fn what_is_denied_or_added_is_no_number() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "1 Courier 3.08 | org:interior ministry | 31 | cue:denied",
            "2 Argus 4.08 | org:interior ministry | another 5 | sentence:On Wednesday another 5 died.",
            "3 Argus 4.08 | org:interior ministry | another 40 | measure:injured | sentence:It killed 12 and injured another 40.",
            "4 Argus 5.08 | org:interior ministry | more than 14",
        ],
        &[
            "interior ministry, people: 03 12 first [1]; 05 more than 14 raised [4]",
            "interior ministry, people: 04 another 40 first [3]",
        ],
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

#[test]
fn a_question_is_taken_apart() {
    for (query, measure, who, words) in [
        ("killed in Osterby", Some("killed"), &[][..], &["Osterby"][..]),
        ("people injured in the Lund Cold fire", Some("injured"), &[], &["Lund", "Cold", "fire"]),
        ("displaced", Some("displaced"), &[], &[]),
        ("death toll in Osterby", Some("killed"), &[], &["Osterby"]),
        ("How many children were killed at Kesterby?", Some("killed"), &["children"], &["Kesterby"]),
        ("workers laid off by Ostrey Steel", Some("laid off"), &["workers"], &["Ostrey", "Steel"]),
        ("the Dead Sea evacuated", Some("evacuated"), &[], &["Dead", "Sea"]),
        ("killed or injured in Osterby", None, &[], &["Osterby"]),
        ("", None, &[], &[]),
    ] {
        let found = about(query);
        assert_eq!((found.measure, found.who, found.words), (measure, to_strings(who), to_strings(words)), "{query}");
    }
}

fn to_strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

const GIVERS: &[&str] = &[
    "voice",
    "org:interior ministry",
    "org:Kelland interior ministry",
    "man:Lena Orm",
    "man:Orm",
    "org:Courier",
    "anon:an official",
    "org:Courier > org:interior ministry",
];
const NUMBERS: &[&str] =
    &["12", "at least 12", "14", "some 10", "dozens", "between 10 and 20", "nearly 20", "17", "up to 12"];
const MORE: &[&str] =
    &["", "in:Osterby", "in:Upper Osterby", "on:3", "as:4", "who:children", "part:1", "in:Kesterby", "copy:1", "key:a"];

proptest! {
    #[test]
    fn the_order_of_reports_says_nothing_and_each_is_carried_once(
        drawn in prop::collection::vec((1..7_i64, 0..GIVERS.len(), 0..NUMBERS.len(), 0..MORE.len()), 0..14),
        seed in any::<u64>(),
    ) {
        let outlets = ["Courier", "Argus", "-"];
        let lines: Vec<String> = drawn.iter().map(|(article, giver, number, more)| {
            let at = usize::try_from(*article).unwrap();
            format!("{article} {} {}.0{article} | {} | {} | {}", outlets[at % 3], 2 + article % 4, GIVERS[*giver], NUMBERS[*number], MORE[*more])
        }).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let given = reports(&lines);
        let found = figures("x", given.clone());
        let mut other = given.clone();
        let mut state = seed | 1;
        for at in (1..other.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            other.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        prop_assert_eq!(shown(&found), shown(&figures("x", other)));
        let mut carried: Vec<i64> = found.series.iter().flat_map(|one| &one.points).flat_map(|point| &point.carriers).map(|c| c.figure.id).collect();
        let count = carried.len();
        carried.sort_unstable();
        carried.dedup();
        prop_assert_eq!(carried.len(), count);
        for policy in Policy::ALL {
            for one in &found.series {
                for (_, low, high, [series, point]) in line(&found, &one.thing, policy) {
                    prop_assert_eq!(number::extent(found.series[series].points[point].figure()), Some((low, high)));
                }
            }
        }
        for one in &found.series {
            prop_assert_eq!(one.points[0].step, Step::First);
            let articles: std::collections::BTreeSet<i64> = one.points.iter().flat_map(|point| &point.carriers).map(|c| c.article.id).collect();
            let joined = |id: i64| given.iter().any(|r| r.article.id == id && (r.article.copy_of.is_some() || r.article.key == "a" || id == 1));
            prop_assert!(one.is_named || one.giver.is_none() || articles.len() == 1 || articles.iter().all(|id| joined(*id)));
        }
    }
}
