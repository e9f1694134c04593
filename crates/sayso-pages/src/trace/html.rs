//! A trace as a web page: lanes by outlet over time, and the same as a list.

use maud::{Markup, html as markup};
use sayso_lineage::trace::{Appearance, Edge, Trace};

use super::{NOTHING, earliest, edges_by_place, follows, lanes, numbered, root, summary};
use crate::page::{article, page, telling, wording, words};
use crate::sheet::differs;
use crate::words::change;

/// A trace as one page.
pub fn html(trace: &Trace) -> String {
    let edges = edges_by_place(trace);
    let body = markup! {
        @match earliest(trace) {
            Some(earliest) => p.lead { (words(&earliest)) },
            None => p.lead { (NOTHING) },
        }
        @if !trace.appearances.is_empty() || !trace.against.is_empty() {
            p.quiet { (summary(trace)) }
            (lanes::picture(trace))
        }
        @if !trace.appearances.is_empty() {
            @if let Some(fullest) = trace.fullest {
                p { "Fullest form: " (link(fullest)) }
            }
            h2 { "Independent roots: " (trace.roots.len()) }
            ul.list { @for one in &trace.roots { li { (words(&root(one))) } } }
            h2 { "Appearances in the order of time" }
        }
        @for (number, one) in numbered(trace) {
            @let is_against = number > trace.appearances.len();
            @if number == trace.appearances.len() + 1 { h2 { "Against it" } }
            @let edge = edges.get(number - 1).copied().flatten().map(|edge| (edge, follows(trace, edge)));
            (card(number, is_against, one, edge))
        }
    };
    page("Trace", &trace.asked, &body)
}

/// A link to an appearance in the list.
fn link(place: usize) -> Markup {
    markup! { a href={ "#n" (place + 1) } { (place + 1) } }
}

fn card(number: usize, is_against: bool, one: &Appearance, edge: Option<(&Edge, String)>) -> Markup {
    let revisions: Vec<String> = one.revisions.iter().map(ToString::to_string).collect();
    markup! {
        article class=(if is_against { "card against" } else { "card" }) id={ "n" (number) } {
            h3 { span.number { (number) } (article(&one.telling.article)) }
            (telling(&one.telling))
            @if !revisions.is_empty() { p.facts { "still in revision " (revisions.join(", ")) } }
            @if let Some((edge, how)) = edge {
                p.follows { "follows " (link(edge.from)) " (" (words(&how)) ")" }
                @if differs(&edge.wording) { (wording(&edge.wording)) }
                @if !edge.changes.is_empty() {
                    ul.changes { @for one in &edge.changes { li { (words(&change(one))) } } }
                }
            }
        }
    }
}
