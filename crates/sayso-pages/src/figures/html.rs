//! Figures as a web page: a step chart for each thing that is counted, and its numbers in a table.

use std::collections::BTreeMap;

use maud::{Markup, html as markup};
use sayso_lineage::series::{FigureReport, Figures, Thing};

use super::{Line, NOTHING, as_of, chart, conflict, in_time, line_words, outlets, remarks, step, things};
use crate::page::{article, evidence, page, place_of, words};
use crate::words::{counted, giver, thing};

/// Figures as one page.
pub fn html(figures: &Figures, lines: &[Line]) -> String {
    let outlets = outlets(figures);
    let body = markup! {
        @if figures.series.is_empty() { p.lead { (NOTHING) } }
        @for (what, series) in things(figures) {
            (block(figures, lines, what, &series, &outlets))
        }
    };
    page("Figures", &figures.asked, &body)
}

fn block(figures: &Figures, lines: &[Line], what: &Thing, series: &[usize], outlets: &BTreeMap<i64, String>) -> Markup {
    let conflicts = figures.conflicts.iter().filter(|one| one.thing == *what);
    let conflicts: Vec<String> = conflicts.filter_map(|one| conflict(figures, one)).collect();
    let lines: Vec<&Line> = lines.iter().filter(|line| line.thing == *what).collect();
    markup! {
        section {
            h2 { (words(&thing(what))) }
            (chart::picture(figures, &lines, what, series))
            @if !conflicts.is_empty() {
                div.warn {
                    p { b { (counted(conflicts.len(), "conflict")) } }
                    ul.list { @for told in &conflicts { li { "≠ " (words(told)) } } }
                }
            }
            @for line in lines {
                p { "One line by the policy “" (words(&line.policy)) "”: " (words(&line_words(line))) }
            }
            table {
                thead { tr { @for name in COLUMNS { th scope="col" { (name) } } } }
                tbody {
                    @for (place, point) in in_time(figures, series) {
                        tr {
                            td data-label="Day" { (words(&as_of(point))) }
                            td data-label="Number" { b { (words(&point.figure().words)) } }
                            td data-label="Given by" { (words(&giver(&figures.series[place]))) }
                            td data-label="Step" { (step(point.step).1) }
                            td data-label="Carried by" { div { (carriers(&point.carriers)) } }
                            td data-label="Remarks" {
                                @let told = remarks(point, outlets);
                                @if !told.is_empty() { (words(&told.join("; "))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

const COLUMNS: [&str; 6] = ["Day", "Number", "Given by", "Step", "Carried by", "Remarks"];

/// The first carrier with its evidence; the later ones folded.
fn carriers(carriers: &[FigureReport]) -> Markup {
    let Some((first, later)) = carriers.split_first() else { return markup! {} };
    markup! {
        (carrier(first))
        @if !later.is_empty() {
            details {
                summary { (later.len()) " later" }
                @for report in later { (carrier(report)) }
            }
        }
    }
}

fn carrier(report: &FigureReport) -> Markup {
    markup! {
        p { (article(&report.article)) }
        (evidence(&report.sentence, &report.figure.words))
        (place_of(&report.article, report.figure.span))
    }
}
