//! What stands under the story: its sources and its figures.

use maud::{Markup, html as markup};
use sayso_reading::{Figure, Reading};

use super::page::heading;
use super::story::look;
use crate::facts::spoken;
use crate::figures::{giver, told};
use crate::sources::{Sources, plain};
use crate::when::days;
use sayso_text::safe::visible;

/// Every source with what is known of it and what rests on it.
pub(super) fn sources(reading: &Reading, sources: &Sources, prefix: &str, level: u8) -> Markup {
    let details = |details: Vec<String>| details.iter().map(|detail| visible(detail)).collect::<Vec<_>>().join(" · ");
    markup! {
        @if !sources.list.is_empty() {
            section.end {
                (heading(level, "small", &markup! { "Sources" }))
                ul.sources {
                    @for (place, source) in sources.list.iter().enumerate() {
                        li class=(look(Some(place))) {
                            span.letter { (source.letter) }
                            div {
                                p { b { bdi { (visible(&source.words)) } } }
                                @let known = details(source.details(&reading.article.text));
                                @if !known.is_empty() { p.quiet { bdi { (known) } } }
                                p.refs {
                                    span.quiet { (source.count()) }
                                    @for &index in &source.attributions {
                                        @let a = &reading.attributions[index];
                                        " " a.chip href={ "#" (prefix) "-" (a.id) } { (a.id.0) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

const COLUMNS: [&str; 7] = ["Figure", "Value", "Bound", "Unit", "Details", "Given by", "When"];

/// The figures in a table, those in the writer's voice last.
pub(super) fn figures(reading: &Reading, sources: &Sources, prefix: &str, level: u8) -> Markup {
    let (given, own): (Vec<&Figure>, Vec<&Figure>) = reading.figures.iter().partition(|f| giver(reading, f).is_some());
    markup! {
        @if !reading.figures.is_empty() {
            section.end {
                (heading(level, "small", &markup! { "Figures" }))
                table.numbers aria-label="Figures" {
                    thead { tr { @for column in COLUMNS { th scope="col" { (column) } } } }
                    @if !given.is_empty() {
                        tbody { @for figure in given { (row(reading, sources, prefix, figure)) } }
                    }
                    @if !own.is_empty() {
                        tbody {
                            tr.group { th colspan=(COLUMNS.len()) scope="rowgroup" { "In the writer’s voice: nobody is said to give them" } }
                            @for figure in own { (row(reading, sources, prefix, figure)) }
                        }
                    }
                }
            }
        }
    }
}

fn row(reading: &Reading, sources: &Sources, prefix: &str, f: &Figure) -> Markup {
    let giver = giver(reading, f);
    let source = giver.and_then(|giver| sources.of[giver]);
    let a = giver.map(|giver| &reading.attributions[giver]);
    let told: Vec<String> = told(reading, f).iter().map(|told| visible(told)).collect();
    let [_, value, bound, unit, measure, by, when] = COLUMNS;
    markup! {
        tr id={ (prefix) "-" (f.id) } {
            th scope="row" { bdi { (visible(&plain(&reading.article.text, &[f.span]))) } }
            td data-label=(value) { (range(f)) }
            td data-label=(bound) { (spoken(f.bound.name())) }
            td data-label=(unit) { @if !f.unit.is_empty() { bdi { (visible(&f.unit)) } } }
            td data-label=(measure) { @if !told.is_empty() { bdi { (told.join(", ")) } } }
            td data-label=(by) class=(look(source)) {
                @if let Some(a) = a {
                    span {
                        @match source.map(|source| &sources.list[source]) {
                            Some(source) => { span.letter { (source.letter) } bdi { (visible(&source.words)) } }
                            None => span.nobody { "no source named" }
                        }
                        " " a.chip href={ "#" (prefix) "-" (a.id) } { (a.id.0) }
                    }
                }
            }
            td data-label=(when) { (a.and_then(|a| a.when).map(|when| days(when.days)).unwrap_or_default()) }
        }
    }
}

/// The number of a figure, or what it lies between.
fn range(f: &Figure) -> String {
    match (f.value, f.low, f.high) {
        (Some(value), ..) => number(value),
        (None, Some(low), Some(high)) => format!("{} to {}", number(low), number(high)),
        (None, Some(low), None) => format!("{} or more", number(low)),
        (None, None, Some(high)) => format!("{} or less", number(high)),
        (None, None, None) => String::new(),
    }
}

/// A number with its thousands apart; one of more than fifteen digits by its power of ten.
fn number(n: f64) -> String {
    if !n.is_finite() || n.abs() >= 1e15 {
        return format!("{n:e}");
    }
    // A third is shown as .333: more digits would say more than the article does.
    let all = ((n * 1000.0).round() / 1000.0).to_string();
    let (sign, all) = all.strip_prefix('-').map_or(("", all.as_str()), |rest| ("−", rest));
    let (whole, part) = all.split_once('.').map_or((all, String::new()), |(whole, part)| (whole, format!(".{part}")));
    let mut out = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + &part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n: f64, expect: &str) {
        assert_eq!(number(n), expect);
    }

    #[test]
    fn thousands_stand_apart() {
        check(0.0, "0");
        check(12.0, "12");
        check(999.5, "999.5");
        check(1.0 / 3.0, "0.333");
        check(9000.0, "9,000");
        check(14_000_000.0, "14,000,000");
        check(-1_234.25, "−1,234.25");
        check(1e300, "1e300");
        check(f64::INFINITY, "inf");
    }
}
