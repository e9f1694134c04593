mod compared;
mod givers;
mod points;
mod things;

use std::collections::BTreeSet;
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

/// A report from a line: `article | giver | number | more`. The article is its row, its outlet and its day of
/// November with an hour: `1 Courier 3.08`. The giver is `voice`, or a chain of `kind:name` with `>` between. More:
/// `in:`, `who:`, `as:`, `on:`, `measure:`, `title:`, `of:`, `cue:`, `terms`, `key:`, `copy:`, `part:`, `sentence:`,
/// `headline:`.
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

/// Series as `giver, unit who @place: day number step [articles] remark; …`, an unnamed giver in angle brackets, the
/// writer's voice as `voice`, a stated day with `!`; then conflicts as `3: one ≠ other`.
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
        .map(|one| format!("{}: {} ≠ {}", day(&Some(one.day.clone())), at(one.one), at(one.other)));
    series.chain(conflicts).collect()
}

#[track_caller]
fn check(lines: &[&str], expect: &[&str]) {
    assert_eq!(shown(&figures("killed", reports(lines))), expect);
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
            let outlet = outlets[usize::try_from(*article).unwrap() % 3];
            let (giver, number, more) = (GIVERS[*giver], NUMBERS[*number], MORE[*more]);
            format!("{article} {outlet} {}.0{article} | {giver} | {number} | {more}", 2 + article % 4)
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
        let carriers = |one: &Series| -> Vec<FigureReport> {
            one.points.iter().flat_map(|point| point.carriers.clone()).collect()
        };
        let mut carried: Vec<i64> = found.series.iter().flat_map(carriers).map(|carrier| carrier.figure.id).collect();
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
            // Copies of article 1 and revisions of one key are one article.
            let articles: BTreeSet<i64> = carriers(one).iter().map(|carrier| carrier.article.id).collect();
            let is_joined = |report: &&FigureReport| report.article.copy_of.is_some() || report.article.key == "a";
            let mut joined: BTreeSet<i64> = given.iter().filter(is_joined).map(|report| report.article.id).collect();
            joined.insert(1);
            prop_assert!(one.is_named || one.giver.is_none() || articles.len() == 1 || articles.is_subset(&joined));
        }
    }
}
