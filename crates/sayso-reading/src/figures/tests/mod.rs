use jiff::civil::date;

use super::*;
use crate::dates;
use sayso_text::sentences::sentences_of;

mod counts;
mod manners;
mod money;
mod nothing;
mod shares;

/// Reads the figures of a text. Each is shown as `words = number unit, bound; measure; who; @place; of fN`, what is
/// missing left out. The
/// article was published on a Thursday, 9 November 2023.
fn check(text: &str, expect: &[&str]) {
    let sentences = sentences_of(text, [Span::new(0, text.len())]);
    let whens = dates::mentions(&sentences, date(2023, 11, 9));
    let figures = read(text, &sentences, &whens, &[]);
    let found: Vec<String> = figures.iter().map(|f| show(text, f)).collect();
    assert_eq!(found, expect, "{text}");
}

fn show(text: &str, figure: &Figure) -> String {
    let number = match (figure.value, figure.low, figure.high) {
        (Some(value), ..) => format!("{}", (value * 1000.0).round() / 1000.0),
        (None, Some(low), Some(high)) => format!("{low}..{high}"),
        (None, low, _) => format!("{}..", low.unwrap_or_default()),
    };
    let mut out = format!("{} = {number} {}, {}", figure.span.of(text), figure.unit, figure.bound.name());
    if let Some(measure) = figure.measure {
        out.extend([format!("; {}", measure.value)]);
    }
    if let Some(who) = figure.who {
        out.extend([format!("; {}", who.of(text))]);
    }
    if let Some(place) = figure.place {
        out.extend([format!("; @{}", place.of(text))]);
    }
    if let Some(as_of) = figure.as_of {
        out.extend([format!("; as of {}", as_of.days)]);
    }
    if let Some(outer) = figure.part_of {
        out.extend([format!("; of {outer}")]);
    }
    out
}

#[test]
fn dead_and_injured() {
    check(
        "At least 12 people were killed and 30 injured in Harwick on Monday.",
        &["At least 12 people = 12 people, at_least; killed", "30 injured = 30 people, exactly; injured; @Harwick"],
    );
    check(
        "The blast killed 12 people, including three children, and wounded dozens of others.",
        &[
            "12 people = 12 people, exactly; killed",
            "three children = 3 people, exactly; children; of f1",
            "dozens of others = 24.. people, unstated; injured",
        ],
    );
    check(
        "The roof fell in, killing at least 12 and injuring 30.",
        &["at least 12 = 12 people, at_least; killed", "30 = 30 people, exactly; injured"],
    );
    check("Some 300 were still missing.", &["Some 300 = 300 people, about; missing"]);
    check(
        "More than 2,000 residents have fled.",
        &["More than 2,000 residents = 2000 people, more_than; displaced; residents"],
    );
}

#[test]
fn bounds_and_ranges() {
    check("Between 20 and 30 houses burned.", &["Between 20 and 30 houses = 20..30 houses, between; destroyed"]);
    check("It will need 20 to 30 nurses.", &["20 to 30 nurses = 20..30 people, between; nurses"]);
    check("As many as 40 boats were damaged.", &["As many as 40 boats = 40 boats, up_to; damaged"]);
    check("Fewer than ten homes have power.", &["Fewer than ten homes = 10 homes, less_than"]);
    check(
        "About a hundred protesters were detained.",
        &["About a hundred protesters = 100 people, about; detained; protesters"],
    );
    check("Ten schools or more will close.", &["Ten schools or more = 10 schools, at_least"]);
}

#[test]
fn money_shares_and_measures() {
    check("The county requested $1.2bn.", &["$1.2bn = 1200000000 USD, exactly; requested"]);
    check("A record $1.2bn was spent.", &["$1.2bn = 1200000000 USD, exactly; spent"]);
    check("The works cost four million crowns.", &["four million crowns = 4000000 crowns, exactly; cost"]);
    check("Turnout fell by 12 percent.", &["12 percent = 12 percent, exactly; fell"]);
    check("More than half of the homes are empty.", &["More than half of the homes = 0.5 share, more_than"]);
    check("The convoy was 12 miles long and 90m wide.", &["12 miles = 12 miles, exactly", "90m = 90 metres, exactly"]);
    check("She won 1,204 votes.", &["1,204 votes = 1204 votes, exactly"]);
}

#[test]
fn what_is_no_figure() {
    for text in [
        "Anna Brandt, 43, lives at 12 Mill Lane.",
        "The 43-year-old was born on May 3, 1983.",
        "It opened in 2019 and closed on 4 June 2021.",
        "The train left at 10:30 and came at 9 p.m. on Friday.",
        "Harwick Town won 2-1 on Saturday.",
        "An F-16 flew over Highway 5 at noon.",
        "One of them said that no one had come.",
        "The third man came after three days.",
        "Covid-19 closed Room 12 for 24/7 care.",
        "1,2,3,4",
    ] {
        check(text, &[]);
    }
}

#[test]
fn the_innermost_attribution_gives_the_figure() {
    let text = "The Courier said officials said 12 people died. It rained for 30 families.";
    let attribution = |id, within, start: &str, end: &str| Attribution {
        id: AttributionId(id),
        within,
        content: vec![Span::new(text.find(start).unwrap_or(0), text.find(end).unwrap_or(0))],
        ..Attribution::default()
    };
    let attributions =
        [attribution(1, None, "officials", ". It"), attribution(2, Some(AttributionId(1)), "12 people", ". It")];
    let found = read(text, &sentences_of(text, [Span::new(0, text.len())]), &[], &attributions);
    let by: Vec<_> = found.iter().map(|f| f.attribution).collect();
    assert_eq!(by, [Some(AttributionId(2)), None]);
}

#[test]
fn a_sentence_of_ten_thousand_numbers_is_read_in_linear_time() {
    let text = "12 homes on Monday, ".repeat(10_000);
    let sentences = [Sentence::of(&text, Span::new(0, text.len()))];
    let whens = dates::mentions(&sentences, date(2023, 11, 9));
    assert_eq!(read(&text, &sentences, &whens, &[]).len(), 10_000);
}

#[test]
fn odd_numbers_are_read_or_left() {
    for text in
        ["٣٠ people", &"9".repeat(400), "1,,2 $ % 3.", "$", "between and 20", "- - - 5 - -", "one hundred and", "a"]
    {
        let _ = read(text, &sentences_of(text, [Span::new(0, text.len())]), &[], &[]);
    }
}

#[test]
fn words_tell_their_measure() {
    for (words, measure) in [
        ("dead", Some("killed")),
        ("death toll", Some("killed")),
        ("laid off", Some("laid off")),
        ("burned", Some("injured")),
        ("Dead", None),
        ("harbour", None),
        ("", None),
    ] {
        assert_eq!(measure_of(words), measure, "{words}");
    }
    assert!(is_people("miners"));
    assert!(!is_people("homes"));
}
